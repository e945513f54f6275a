import { compareIds } from './id.ts';
import type { Milestone } from './milestone.ts';
import type { Span } from './span.ts';

/** A finish-to-start dependency: `to` may start once `from` has finished, plus the lag. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly lag: Span;
}

/** The same dependencies by the places of the milestones in their list: the engine counts on numbers. */
export interface IndexedEdges {
  readonly from: number[];
  readonly to: number[];
  readonly lag: Span[];
}

const NO_LAG: Span = { amount: 0, unit: 'd' };

/** The numbers of the edges in `order`, sorted by `key` (0 … size − 1); equals keep their order. */
function sortedBy(order: Int32Array, key: readonly number[], size: number): Int32Array {
  const next = new Int32Array(size + 1);
  for (const k of key) next[k + 1] = (next[k + 1] as number) + 1;
  for (let n = 0; n < size; n++) next[n + 1] = (next[n + 1] as number) + (next[n] as number);
  const sorted = new Int32Array(order.length);
  for (const e of order) {
    const k = key[e] as number;
    const at = next[k] as number;
    next[k] = at + 1;
    sorted[at] = e;
  }
  return sorted;
}

/** `edgesOf` by number. O(V+E). */
export function indexedEdges(milestones: readonly Milestone[]): IndexedEdges {
  const place = new Map<string, number>();
  for (const [i, { id }] of milestones.entries()) place.set(id, i);
  const [from, to, lag]: [number[], number[], Span[]] = [[], [], []];
  const add = (a: number | undefined, b: number | undefined, gap: Span): void => {
    if (a === undefined || b === undefined || a === b) return;
    from.push(a);
    to.push(b);
    lag.push(gap);
  };
  for (const [i, { requires }] of milestones.entries()) for (const r of requires) add(place.get(r.id), i, r.lag);
  const stated = from.length;
  for (const [i, { enables }] of milestones.entries()) for (const id of enables) add(i, place.get(id), NO_LAG);

  const given = Int32Array.from(from.keys());
  const order = sortedBy(sortedBy(given, from, milestones.length), to, milestones.length);
  const found: IndexedEdges = { from: [], to: [], lag: [] };
  for (const e of order) {
    const last = found.to.length - 1;
    if (found.to[last] !== to[e] || found.from[last] !== from[e]) {
      found.from.push(from[e] as number);
      found.to.push(to[e] as number);
      found.lag.push(lag[e] as Span);
    } else if (e < stated) found.lag[last] = lag[e] as Span;
  }
  return found;
}

/**
 * Every dependency among the given milestones, each once: `requires` of the successor and `enables` of the predecessor are
 * the same edge, and a lag written on `requires` holds (the last one, if it is there twice). Edges to ids that are not given, and
 * from a milestone to itself, are left out. Ordered by successor, then by predecessor, both as given.
 */
export function edgesOf(milestones: readonly Milestone[]): Edge[] {
  const { from, to, lag } = indexedEdges(milestones);
  const idOf = (n: number | undefined): string => milestones[n ?? -1]?.id ?? '';
  return lag.map((gap, e) => ({ from: idOf(from[e]), to: idOf(to[e]), lag: gap }));
}

/** The edges of `edgesOf` that lead to one milestone. */
export function edgesInto(id: string, milestones: readonly Milestone[]): Edge[] {
  const needed = new Set(milestones.find((m) => m.id === id)?.requires.map((requirement) => requirement.id));
  const concerned = milestones.filter((m) => m.id === id || needed.has(m.id) || m.enables.includes(id));
  return edgesOf(concerned).filter((edge) => edge.to === id);
}

/**
 * The members of one dependency cycle in order (each is needed by the next, the last by the first), starting with the
 * smallest id; null if there is none. O(V+E), without recursion.
 */
export function findCycle(ids: readonly string[], edges: readonly { from: string; to: string }[]): string[] | null {
  const waiting = new Map<string, number>(ids.map((id) => [id, 0]));
  const successors = new Map<string, string[]>(ids.map((id) => [id, []]));
  const predecessors = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const { from, to } of edges) {
    if (!waiting.has(from) || !waiting.has(to)) continue;
    successors.get(from)?.push(to);
    predecessors.get(to)?.push(from);
    waiting.set(to, (waiting.get(to) ?? 0) + 1);
  }
  const ready = ids.filter((id) => waiting.get(id) === 0);
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    waiting.delete(id);
    for (const next of successors.get(id) ?? []) {
      const left = (waiting.get(next) ?? 0) - 1;
      waiting.set(next, left);
      if (left === 0) ready.push(next);
    }
  }
  // Whatever still waits has a predecessor that waits too, so walking backwards must come round to a milestone seen before.
  const start = [...waiting.keys()].sort(compareIds)[0];
  if (start === undefined) return null;
  const seen = new Map<string, number>();
  const walk: string[] = [];
  let at: string | undefined = start;
  while (at !== undefined && !seen.has(at)) {
    seen.set(at, walk.length);
    walk.push(at);
    at = predecessors.get(at)?.find((id) => waiting.has(id));
  }
  const cycle = walk.slice(seen.get(at ?? start)).reverse();
  const first = cycle.indexOf([...cycle].sort(compareIds)[0] ?? start);
  return [...cycle.slice(first), ...cycle.slice(0, first)];
}
