import type { Document } from 'yaml';
import { isMap, isScalar, isSeq, visit } from 'yaml';
import type { Layout } from '../yaml/print.ts';
import { isBlockCollection, rangeOf } from './entries.ts';
import { columnOf } from './lines.ts';

/** How a file is laid out, learnt from what it holds: what is added should look as if the same person wrote it. */
export function layoutOf(text: string, doc: Document): Layout {
  let step: number | undefined;
  let indentItems: boolean | undefined;
  const lists = { flow: 0, block: 0 };
  visit(doc, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || !isBlockCollection(value)) return;
      const offset = columnOf(text, rangeOf(value)[0]) - columnOf(text, rangeOf(key)[0]);
      if (isSeq(value)) indentItems ??= offset > 0;
      if (isMap(value) && offset > 0 && offset <= 8) step ??= offset;
    },
    Seq(_, list) {
      if (list.items.length > 0 && list.items.every((item) => isScalar(item))) lists[list.flow ? 'flow' : 'block']++;
    },
  });
  return { step: step ?? 2, indentItems: indentItems ?? true, flowLists: lists.block <= lists.flow, compact: false };
}

/** Names of the anchors that an alias repeats. */
export function sharedAnchors(doc: Document): Set<string> {
  const names = new Set<string>();
  visit(doc, { Alias: (_, { source }) => void names.add(source) });
  return names;
}
