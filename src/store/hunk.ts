/** Whole lines of a file after a change and before it, with a line of what surrounds them. */
export interface Hunk {
  readonly now: string;
  readonly was: string;
}

/** How far from where an edit is made its lines may stand: a comment or an empty line between them. */
const NEAR = 2;

const linesOf = (text: string): string[] => text.split(/(?<=\n)/);

/** Number of equal lines at the start of two versions of a text, and at their end behind that. */
function sharedEnds(old: readonly string[], next: readonly string[]): { head: number; tail: number } {
  const most = Math.min(old.length, next.length);
  let head = 0;
  while (head < most && old[head] === next[head]) head++;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === next.at(-1 - tail)) tail++;
  return { head, tail };
}

/** The lines in which two versions of a text differ, up to one line around them. */
export function hunkOf(was: string, now: string): Hunk {
  const [old, next] = [linesOf(was), linesOf(now)];
  const { head, tail } = sharedEnds(old, next);
  const [from, rest] = [Math.max(0, head - 1), Math.max(0, tail - 1)];
  const cut = (lines: readonly string[]): string => lines.slice(from, lines.length - rest).join('');
  return { now: cut(next), was: cut(old) };
}

const standsAt = (lines: readonly string[], wanted: readonly string[], at: number): boolean =>
  wanted.every((line, k) => lines[at + k] === line);

const replaced = (lines: readonly string[], at: number, count: number, by: string): string =>
  [...lines.slice(0, at), by, ...lines.slice(at + count)].join('');

/** The text with a hunk taken back; null unless its lines stand in the text exactly once. */
export function takenBack(text: string, { now, was }: Hunk): string | null {
  const [lines, wanted] = [linesOf(text), linesOf(now)];
  const places = [...lines.keys()].filter((i) => standsAt(lines, wanted, i));
  const [place] = places;
  if (place === undefined || places.length > 1) return null;
  return replaced(lines, place, wanted.length, was);
}

/**
 * The texts with a hunk taken back whose surroundings have changed since, the likeliest first: its lines with one side of what
 * surrounded them, then alone, at and around the place where `edited`, the text edited by value, differs from it.
 */
export function takenBackNear(text: string, { now, was }: Hunk, edited: string): string[] {
  const [lines, next, old] = [linesOf(text), linesOf(now), linesOf(was)];
  const { head, tail } = sharedEnds(old, next);
  const wanted = next.slice(head, next.length - tail);
  const put = old.slice(head, old.length - tail);
  const by = put.join('');
  const oneSided = [
    { now: [...next.slice(0, head), ...wanted], was: [...old.slice(0, head), ...put] },
    { now: next.slice(head), was: old.slice(head) },
  ].flatMap((side) =>
    side.now.length > wanted.length ? (takenBack(text, { now: side.now.join(''), was: side.was.join('') }) ?? []) : [],
  );
  const middle = sharedEnds(lines, linesOf(edited)).head;
  const places = [...lines.keys(), lines.length].filter((i) => Math.abs(i - middle) <= NEAR + wanted.length);
  places.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  const near = places.filter((i) => standsAt(lines, wanted, i)).map((i) => replaced(lines, i, wanted.length, by));
  return [...oneSided, ...near];
}
