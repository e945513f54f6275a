import type { CST, Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { isAlias, isCollection, isMap, isScalar, isSeq } from 'yaml';
import { keyText } from '../yaml/node.ts';

export type Collection = YAMLMap | YAMLSeq;

/** A key with its value, or a list item, as it stands in the text. Offsets count from the start of the text. */
export interface Entry {
  /** Undefined for a list item. */
  readonly key: string | undefined;
  readonly value: Node | null;
  /** Start of the key, of the item's dash, or of the item inside `[ ]`. */
  readonly start: number;
  /** Behind the colon or the dash; undefined where there is none. */
  readonly indicator: number | undefined;
  /** Behind the last character of the content, comments not counted. */
  readonly end: number;
}

export function isFlow(node: unknown): boolean {
  return isCollection(node) && node.flow === true;
}

export function isBlockCollection(node: unknown): node is Collection {
  return (isMap(node) || isSeq(node)) && node.flow !== true;
}

export function isBlockScalar(node: unknown): boolean {
  return isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
}

/** True for a value of which nothing is written: `owner:`. */
export function isEmpty(node: Node | null): boolean {
  return node === null || (isScalar(node) && node.range?.[0] === node.range?.[1]);
}

export function rangeOf(node: Node): [start: number, end: number] {
  return [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
}

/** Behind the last character of a value; `from` stands for values of which nothing is written. */
function contentEnd(text: string, node: Node | null, from: number): number {
  if (node === null || isEmpty(node)) return from;
  const [start, end] = rangeOf(node);
  if (isBlockCollection(node)) return entriesOf(text, node).at(-1)?.end ?? end;
  if (!isBlockScalar(node) || isAlias(node)) return end;
  // Blank lines after a block scalar separate it from what follows, unless `|+` makes them part of the text.
  const keeps = /^[|>]\d?\+/.test(text.slice(start, start + 3));
  return start + text.slice(start, end).replace(keeps ? /\r?\n$/ : /\s+$/, '').length;
}

function indicator(tokens: readonly CST.SourceToken[] | undefined, type: string): number | undefined {
  const token = tokens?.find((t) => t.type === type);
  return token && token.offset + token.source.length;
}

function pairEntry(text: string, pair: Pair): Entry {
  const key = pair.key as Node;
  const value = pair.value as Node | null;
  const [start, keyEnd] = rangeOf(key);
  const { srcToken } = pair as { srcToken?: CST.CollectionItem };
  const colon = indicator(srcToken?.sep, 'map-value-ind');
  return { key: keyText(key), value, start, indicator: colon, end: contentEnd(text, value, colon ?? keyEnd) };
}

/** The entries of a collection, which must come from a document parsed with its source tokens. */
export function entriesOf(text: string, collection: Collection): Entry[] {
  if (isMap(collection)) return collection.items.map((pair) => pairEntry(text, pair));
  const items = collection.items as (Node | null)[];
  if (isFlow(collection)) {
    return items.map((value) => {
      const [start, end] = value ? rangeOf(value) : [0, 0];
      return { key: undefined, value, start, indicator: undefined, end };
    });
  }
  const token = collection.srcToken as CST.BlockSequence | undefined;
  const dashes = (token?.items ?? []).flatMap((item) => indicator(item.start, 'seq-item-ind') ?? []);
  return items.map((value, i) => {
    const dash = dashes[i] ?? 0;
    return { key: undefined, value, start: dash - 1, indicator: dash, end: contentEnd(text, value, dash) };
  });
}
