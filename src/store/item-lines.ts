import { isAlias, isSeq } from 'yaml';
import { entriesOf, isFlow } from './edit/entries.ts';
import { blockEnd, columnOf, lineStart, startsLine } from './edit/lines.ts';
import { parse } from './yaml/parse.ts';

/** The whole lines of a list's item, without their line breaks. */
interface ItemLines {
  /** Comment lines directly above it, at the column of its dash: they speak of it. */
  readonly above: readonly string[];
  readonly own: readonly string[];
  /** Number of the first of `above` in the text, from 0. */
  readonly from: number;
}

const linesOf = (text: string): string[] => text.split('\n').map((line) => line.replace(/\r$/, ''));

/** The lines of each item of the list under a key; null for an item that shares a line with something else. Empty for no list. */
export function itemLinesOf(text: string, key: string): (ItemLines | null)[] {
  const parsed = parse(text, { tokens: true });
  const list = parsed.ok ? parsed.doc.get(key, true) : null;
  if (!isSeq(list) || isAlias(list) || isFlow(list)) return [];
  const all = linesOf(text);
  const numberAt = (offset: number): number => linesOf(text.slice(0, offset)).length - 1;
  return entriesOf(text, list).map(({ start, end }) => {
    if (!startsLine(text, start)) return null;
    const column = columnOf(text, start);
    const first = numberAt(lineStart(text, start));
    const own = linesOf(text.slice(lineStart(text, start), blockEnd(text, end, column + 1)));
    if (own.at(-1) === '') own.pop();
    let from = first;
    while (from > 0 && all[from - 1]?.search(/\S/) === column && all[from - 1]?.[column] === '#') from--;
    return { above: all.slice(from, first), own, from };
  });
}
