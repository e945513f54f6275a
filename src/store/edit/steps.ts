import type { Node } from 'yaml';
import { isMap, isSeq } from 'yaml';
import { keyText } from '../yaml/node.ts';
import type { Path } from '../yaml/place.ts';
import { isMapping, type Mapping, own, same } from './data.ts';

/** The smallest changes a text can take: each touches one entry. `insert` names the place that the new entry will have. */
export type Step =
  | { readonly kind: 'set' | 'insert'; readonly path: Path; readonly value: unknown }
  | { readonly kind: 'remove'; readonly path: Path };

/**
 * The steps, in order, that turn what a node says into `after`, leaving alone everything that stays the same. Order is such
 * that no collection is empty in between, and that a step does not move what later steps name.
 */
export function stepsTo(node: unknown, before: unknown, after: unknown, path: Path = []): Step[] {
  if (same(before, after)) return [];
  if (isMap(node) && isMapping(before) && isMapping(after) && node.items.length > 0 && Object.keys(after).length > 0) {
    const values = new Map(node.items.map((pair) => [keyText(pair.key) ?? '', pair.value]));
    return mappingSteps(values, before, after, path);
  }
  if (isSeq(node) && Array.isArray(before) && Array.isArray(after) && before.length > 0 && after.length > 0) {
    return listSteps(node.items as Node[], before, after, path);
  }
  return [{ kind: 'set', path, value: after }];
}

function mappingSteps(values: Map<string, unknown>, before: Mapping, after: Mapping, path: Path): Step[] {
  const keys = Object.keys(after).filter((key) => after[key] !== undefined);
  const kept = keys.filter((key) => values.has(key));
  // A key that comes in by `<<` is not written here; to change it is to write it.
  const added = keys.filter((key) => !values.has(key) && !same(own(before, key), after[key]));
  const gone = [...values.keys()].filter((key) => key !== '<<' && own(after, key) === undefined);
  return [
    ...kept.flatMap((key) => stepsTo(values.get(key), before[key], after[key], [...path, key])),
    ...added.map((key): Step => ({ kind: 'insert', path: [...path, key], value: after[key] })),
    ...gone.map((key): Step => ({ kind: 'remove', path: [...path, key] })),
  ];
}

/** Pairs of equal items, in order: the longest common subsequence, after equal ends are matched directly. */
function alignment(before: readonly unknown[], after: readonly unknown[]): [number, number][] {
  let head = 0;
  while (head < before.length && head < after.length && same(before[head], after[head])) head++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && same(before.at(-1 - tail), after.at(-1 - tail))) tail++;
  const a = before.slice(head, before.length - tail);
  const b = after.slice(head, after.length - tail);
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (row) row[j] = same(a[i], b[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = Array.from({ length: head }, (_, i) => [i, i]);
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (same(a[i], b[j])) pairs.push([head + i++, head + j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  for (let k = tail; k > 0; k--) pairs.push([before.length - k, after.length - k]);
  return pairs;
}

function listSteps(nodes: readonly Node[], before: readonly unknown[], after: readonly unknown[], path: Path): Step[] {
  const steps: Step[] = [];
  const pairs = [...alignment(before, after), [before.length, after.length] as const];
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of pairs) {
    const common = Math.min(nextI - i, nextJ - j);
    const gap: Step[] = [];
    // What replaces what: items between two that stay are paired in order; the rest is added or taken away behind them.
    for (let k = nextJ - 1; k >= j + common; k--)
      gap.push({ kind: 'insert', path: [...path, i + common], value: after[k] });
    for (let k = nextI - 1; k >= i + common; k--) gap.push({ kind: 'remove', path: [...path, k] });
    for (let k = common - 1; k >= 0; k--)
      gap.push(...stepsTo(nodes[i + k], before[i + k], after[j + k], [...path, i + k]));
    // Later gaps first, so that the places of earlier items hold.
    steps.unshift(...gap);
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return steps;
}
