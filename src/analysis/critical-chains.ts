import type { EarlyDates, Floats } from './critical-path.ts';
import type { Network } from './network.ts';

/** Maximal chains of critical nodes, each node driven by the one before it. */
interface CriticalChains {
  /** The first chains in the order of their nodes' numbers, at most as many as asked for. */
  readonly chains: readonly (readonly number[])[];
  /** How many there are in all; `Number.MAX_SAFE_INTEGER` stands for "that many or more". */
  readonly count: number;
}

/** Critical successors of each critical node, smallest number first, and the critical nodes that nothing critical drives. */
function criticalGraph({ order, successors }: Network, early: EarlyDates, floats: Floats) {
  const { offset, target, lag } = successors;
  const next = new Map<number, number[]>();
  const driven = new Set<number>();
  for (let i = 0; i < order.length; i++) {
    const n = order[i] as number;
    if (floats.total[n] !== 0) continue;
    const after: number[] = [];
    for (let e = offset[n] as number; e < (offset[n + 1] as number); e++) {
      const s = target[e] as number;
      if (floats.total[s] !== 0 || early.start[s] !== (early.finish[n] as number) + (lag[e] as number)) continue;
      after.push(s);
      driven.add(s);
    }
    next.set(
      n,
      after.sort((a, b) => a - b),
    );
  }
  const heads = [...next.keys()].filter((n) => !driven.has(n));
  return { next, heads: heads.sort((a, b) => a - b) };
}

/**
 * Counts all critical chains without walking them (there may be exponentially many) and lists the first `limit`. Every step
 * down leads to the end of some chain, so a listed chain costs no more than its length.
 */
export function criticalChains(network: Network, early: EarlyDates, floats: Floats, limit: number): CriticalChains {
  const { next, heads } = criticalGraph(network, early, floats);
  const counts = new Map<number, number>();
  const sum = (nodes: readonly number[]): number =>
    Math.min(
      Number.MAX_SAFE_INTEGER,
      nodes.reduce((total, n) => total + (counts.get(n) ?? 0), 0),
    );
  for (const n of network.order.toReversed()) {
    const after = next.get(n);
    if (after) counts.set(n, after.length === 0 ? 1 : sum(after));
  }

  const chains: number[][] = [];
  const path: number[] = [];
  /** For each place on the path, the choices not tried yet, last one first. */
  const choices: number[][] = [heads.toReversed()];
  while (choices.length > 0 && chains.length < limit) {
    const n = choices.at(-1)?.pop();
    if (n === undefined) {
      choices.pop();
      path.pop();
      continue;
    }
    path.push(n);
    const after = next.get(n) ?? [];
    if (after.length === 0) chains.push([...path]);
    choices.push(after.toReversed());
  }
  return { chains, count: sum(heads) };
}
