import type { Entry } from './entries.ts';
import { breakAt, columnOf, lineEnd, lineStart, nextLine, type Splice, startsLine } from './lines.ts';

/** The comma between two offsets, not one inside a comment. */
function commaBetween(text: string, from: number, to: number): number | undefined {
  for (let at = from; at < to; at++) {
    if (text[at] === ',') return at;
    if (text[at] === '#') at = lineEnd(text, at);
  }
  return undefined;
}

/** Adds an entry inside `[ ]` or `{ }` that has some already, on a line of its own where the others have theirs. */
export function insertFlow(
  text: string,
  close: number,
  entries: readonly Entry[],
  index: number,
  piece: string,
): Splice[] {
  const next = entries[index];
  if (next) {
    const gap = startsLine(text, next.start) ? breakAt(text, next.start) + ' '.repeat(columnOf(text, next.start)) : ' ';
    return [{ start: next.start, end: next.start, text: `${piece},${gap}` }];
  }
  const last = entries.at(-1);
  if (!last) return [];
  const comma = commaBetween(text, last.end, close);
  const separator: Splice[] = comma === undefined ? [{ start: last.end, end: last.end, text: ',' }] : [];
  const lines = startsLine(text, last.start) && lineStart(text, close) > lineStart(text, last.end);
  if (!lines) {
    const at = comma === undefined ? last.end : comma + 1;
    return [...separator, { start: at, end: at, text: ` ${piece}` }];
  }
  const at = lineEnd(text, comma ?? last.end);
  const indent = ' '.repeat(columnOf(text, last.start));
  const line = breakAt(text, last.end) + indent + piece + (comma === undefined ? '' : ',');
  return [...separator, { start: at, end: at, text: line }];
}

/** Takes one of several entries out of `[ ]` or `{ }`, with its comma; comments between entries stay. */
export function removeFlow(text: string, entries: readonly Entry[], index: number): Splice[] {
  const entry = entries[index];
  if (!entry) return [];
  const next = entries[index + 1];
  const previous = entries[index - 1];
  if (next) {
    if (/^\s*,\s*$/.test(text.slice(entry.end, next.start))) return [{ start: entry.start, end: next.start, text: '' }];
    const comma = commaBetween(text, entry.end, next.start) ?? entry.end;
    const spaces = /^ */.exec(text.slice(comma + 1))?.[0].length ?? 0;
    return [withoutBlankLine(text, entry.start, comma + 1 + spaces)];
  }
  if (!previous) return [];
  if (/^\s*,\s*$/.test(text.slice(previous.end, entry.start)))
    return [{ start: previous.end, end: entry.end, text: '' }];
  const comma = commaBetween(text, previous.end, entry.start) ?? previous.end;
  return [{ start: comma, end: comma + 1, text: '' }, withoutBlankLine(text, entry.start, entry.end)];
}

/** The splice that removes a range, and its line where nothing else is left on it. */
function withoutBlankLine(text: string, start: number, end: number): Splice {
  const blank = startsLine(text, start) && text.slice(end, lineEnd(text, end)).trim() === '';
  return blank ? { start: lineStart(text, start), end: nextLine(text, end), text: '' } : { start, end, text: '' };
}
