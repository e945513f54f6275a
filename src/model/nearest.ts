/**
 * Optimal string alignment distance (Damerau–Levenshtein without repeated edits): insertions, deletions, substitutions and
 * swaps of neighbours each cost one.
 */
function distance(a: string, b: string): number {
  let twoAgo: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((row[j - 1] ?? 0) + 1, (previous[j] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, (twoAgo[j - 2] ?? 0) + 1);
      row.push(best);
    }
    twoAgo = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}

/** Words of fewer letters than this are another word two edits away: `zoe` is no mistyped `bob`. */
const SHORT = 5;

/**
 * The candidate closest to `word`, ignoring case, if at most `limit` edits away (one for a short word): the "did you mean".
 */
export function nearest(word: string, candidates: Iterable<string>, limit = 1): string | undefined {
  const lower = word.toLowerCase();
  let best: string | undefined;
  const most = word.length < SHORT ? Math.min(limit, 1) : limit;
  let bestDistance = most + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > most) continue;
    const d = distance(lower, candidate.toLowerCase());
    if (d < bestDistance) {
      best = candidate;
      bestDistance = d;
    }
  }
  return best;
}
