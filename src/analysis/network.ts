import { onCycle } from './cycles.ts';

/** Finish-to-start edges between nodes 0 … size − 1, each pair once, as parallel arrays; a lag may be negative (a lead). */
interface EdgeList {
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  readonly lag: ArrayLike<number>;
}

/** One direction of the edges: those at node n are numbered `offset[n] … offset[n + 1] - 1`. */
export interface Links {
  readonly offset: Int32Array;
  /** The node at the other end. */
  readonly target: Int32Array;
  readonly lag: Int32Array;
}

/** What every pass over a network needs, computed once: the simulation repeats passes thousands of times. */
export interface Network {
  readonly size: number;
  /** Nodes in an order in which predecessors come first; nodes on a cycle are left out. */
  readonly order: Int32Array;
  /** 1 for nodes on a cycle: they can have no dates, and their edges hold nobody. */
  readonly cyclic: Uint8Array;
  readonly successors: Links;
  readonly predecessors: Links;
}

/** Groups edges by one of their ends, leaving out those that touch an excluded node. */
function link(size: number, near: ArrayLike<number>, far: ArrayLike<number>, lag: ArrayLike<number>, out: Uint8Array) {
  const kept = (e: number): boolean => out[near[e] as number] === 0 && out[far[e] as number] === 0;
  const offset = new Int32Array(size + 1);
  for (let e = 0; e < near.length; e++) if (kept(e)) (offset[(near[e] as number) + 1] as number)++;
  for (let n = 0; n < size; n++) offset[n + 1] = (offset[n + 1] as number) + (offset[n] as number);
  const next = offset.slice(0, size);
  const total = offset[size] as number;
  const links: Links = { offset, target: new Int32Array(total), lag: new Int32Array(total) };
  for (let e = 0; e < near.length; e++) {
    if (!kept(e)) continue;
    const n = near[e] as number;
    const place = next[n] as number;
    next[n] = place + 1;
    links.target[place] = far[e] as number;
    links.lag[place] = lag[e] as number;
  }
  return links;
}

/** Kahn's topological order (1962); shorter than `size` if there are cycles. */
function topologicalOrder(size: number, successors: Links, predecessors: Links): Int32Array {
  const waiting = new Int32Array(size);
  const order = new Int32Array(size);
  let filled = 0;
  for (let n = 0; n < size; n++) {
    waiting[n] = (predecessors.offset[n + 1] as number) - (predecessors.offset[n] as number);
    if (waiting[n] === 0) order[filled++] = n;
  }
  for (let done = 0; done < filled; done++) {
    const n = order[done] as number;
    for (let e = successors.offset[n] as number; e < (successors.offset[n + 1] as number); e++) {
      const to = successors.target[e] as number;
      waiting[to] = (waiting[to] as number) - 1;
      if (waiting[to] === 0) order[filled++] = to;
    }
  }
  return order.subarray(0, filled);
}

/** Orders a network of `size` nodes. O(V+E), without recursion. */
export function networkOf(size: number, { from, to, lag }: EdgeList): Network {
  const build = (cyclic: Uint8Array): Network => {
    const successors = link(size, from, to, lag, cyclic);
    const predecessors = link(size, to, from, lag, cyclic);
    return { size, cyclic, successors, predecessors, order: topologicalOrder(size, successors, predecessors) };
  };
  const whole = build(new Uint8Array(size));
  if (whole.order.length === size) return whole;
  const cyclic = onCycle(whole.successors);
  const rest = build(cyclic);
  return { ...rest, order: rest.order.filter((n) => cyclic[n] === 0) };
}
