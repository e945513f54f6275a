/** Replaces `text[start, end)`. Those of one edit do not overlap; at one offset the earlier in the list comes first. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function splice(text: string, splices: readonly Splice[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text: piece } of [...splices].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, start) + piece;
    at = Math.max(at, end);
  }
  return result + text.slice(at);
}

/** Offset of the first character of the line; a byte-order mark is not part of it. */
export function lineStart(text: string, offset: number): number {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  return start === 0 && text.startsWith('\uFEFF') ? 1 : start;
}

/** Offset of the line's break, or the end of the text. */
export function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  if (newline < 0) return text.length;
  return newline > offset && text[newline - 1] === '\r' ? newline - 1 : newline;
}

/** Offset behind the line's break, or the end of the text. */
export function nextLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline < 0 ? text.length : newline + 1;
}

export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** True if only spaces stand before the offset on its line. */
export function startsLine(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === '';
}

/** The line break in use at a place: that of its line, else of the text before it. */
export function breakAt(text: string, offset: number): string {
  const end = lineEnd(text, offset);
  const newline = end < text.length ? text.indexOf('\n', end) : text.lastIndexOf('\n');
  return newline > 0 && text[newline - 1] === '\r' ? '\r\n' : '\n';
}

/**
 * Where a block ends whose last content ends at `end`: behind that line, and behind the comment lines below it that are
 * indented by at least `indent` columns, since those belong to the block.
 */
export function blockEnd(text: string, end: number, indent: number): number {
  let result = nextLine(text, end);
  for (let at = result; at < text.length; at = nextLine(text, at)) {
    const line = text.slice(at, lineEnd(text, at));
    const content = line.trimStart();
    if (content.startsWith('#') && line.length - content.length >= indent) result = nextLine(text, at);
    else if (content !== '') break;
  }
  return result;
}

/** New lines at the start of a line, or at the end of a text that may lack its final line break (and then still does). */
export function insertLines(text: string, at: number, lines: readonly string[]): Splice {
  const eol = breakAt(text, at === 0 ? 0 : at - 1);
  const unfinished = at === text.length && !text.endsWith('\n');
  return { start: at, end: at, text: unfinished ? eol + lines.join(eol) : lines.join(eol) + eol };
}

/** Takes out whole lines; at the end of a text without final line break, the breaks before them go instead. */
export function deleteLines(text: string, start: number, end: number): Splice {
  if (end < text.length || text.endsWith('\n')) return { start, end, text: '' };
  return { start: text.slice(0, start).trimEnd().length, end, text: '' };
}
