import { entryLines, itemLines, type Layout } from '../yaml/print.ts';
import type { Entry } from './entries.ts';
import { blockEnd, columnOf, deleteLines, insertLines, lineEnd, lineStart, type Splice, startsLine } from './lines.ts';

/** Indentation from which on comments below the entries are theirs: `parent` is the column of what holds them. */
function ownComments(column: number, parent: number | undefined): number {
  return parent !== undefined && parent < column ? column : column + 1;
}

/** Adds a key or item as lines of its own, at the end or before a list's item; undefined where the place does not allow it. */
export function insertBlock(
  text: string,
  entries: readonly Entry[],
  added: { readonly key: string | undefined; readonly index: number; readonly value: unknown },
  parent: number | undefined,
  layout: Layout,
): Splice[] | undefined {
  const [first] = entries;
  const before = entries[added.index - 1];
  if (!first) return undefined;
  const column = columnOf(text, first.start);
  const valueStart = first.value?.range?.[0] ?? 0;
  const gap = first.indicator !== undefined && valueStart > first.indicator ? valueStart - first.indicator : 1;
  const lines =
    added.key === undefined
      ? itemLines(added.value, column, layout, lineStart(text, valueStart) === lineStart(text, first.start) ? gap : 1)
      : entryLines(added.key, added.value, column, layout);
  if (before) {
    const last = added.index === entries.length;
    const comments = last ? ownComments(column, parent) : column + 1;
    return [insertLines(text, blockEnd(text, before.end, comments), lines)];
  }
  return startsLine(text, first.start) ? [insertLines(text, lineStart(text, first.start), lines)] : undefined;
}

/** Takes one of several entries out with its lines. Comments before it, and after it at its own indentation, stay. */
export function removeBlock(text: string, entries: readonly Entry[], index: number): Splice[] {
  const entry = entries[index];
  if (!entry) return [];
  const column = columnOf(text, entry.start);
  if (startsLine(text, entry.start)) {
    return [deleteLines(text, lineStart(text, entry.start), blockEnd(text, entry.end, column + 1))];
  }
  // The first key of a list item shares its line with the dash: the next key moves up beside it.
  const next = entries[index + 1];
  const between = next ? text.slice(lineEnd(text, entry.end), next.start) : '\n#';
  if (next && between.trim() === '') return [{ start: entry.start, end: next.start, text: '' }];
  const start = text.slice(0, entry.start).trimEnd().length;
  return [{ start, end: lineEnd(text, entry.end), text: '' }];
}
