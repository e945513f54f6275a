/** Whole lines of a file after a change and before it, with a line of what surrounds them. */
export interface Hunk {
  readonly now: string;
  readonly was: string;
}

const linesOf = (text: string): string[] => text.split(/(?<=\n)/);

/** The lines in which two versions of a text differ, up to one line around them. */
export function hunkOf(was: string, now: string): Hunk {
  const [old, next] = [linesOf(was), linesOf(now)];
  const most = Math.min(old.length, next.length);
  let head = 0;
  while (head < most && old[head] === next[head]) head++;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === next.at(-1 - tail)) tail++;
  const [from, rest] = [Math.max(0, head - 1), Math.max(0, tail - 1)];
  const cut = (lines: readonly string[]): string => lines.slice(from, lines.length - rest).join('');
  return { now: cut(next), was: cut(old) };
}

/** The text with a hunk taken back; null unless its lines stand in the text exactly once. */
export function takenBack(text: string, { now, was }: Hunk): string | null {
  const [lines, wanted] = [linesOf(text), linesOf(now)];
  const places = [...lines.keys()].filter((i) => wanted.every((line, k) => lines[i + k] === line));
  const [place] = places;
  if (place === undefined || places.length > 1) return null;
  return [...lines.slice(0, place), was, ...lines.slice(place + wanted.length)].join('');
}
