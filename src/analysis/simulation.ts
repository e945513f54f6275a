import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { quantileAt } from './beta-pert.ts';
import { randomStream, uniform } from './random-stream.ts';
import type { Activity, SimulationModel } from './simulation-model.ts';

/**
 * Some runs of the simulation at once, so that the numbers of one milestone lie side by side: those of node n in run r are at
 * index `n * stride + r`, for r below `count`. The arrays are reused for the next block.
 */
export interface Block {
  /** Number of the block's first run. */
  readonly first: number;
  readonly count: number;
  readonly stride: number;
  /** Working days left, fractions included. */
  readonly length: Float64Array;
  readonly start: Float64Array;
  readonly finish: Float64Array;
  /** Index of the last day of work; rounded up it is a working day. */
  readonly lastDay: Float64Array;
}

export interface Observer {
  /** Sees every run without risks. */
  readonly plain: (block: Block) => void;
  /** Sees the same runs once more, with the risks that struck; not called if there are no risks. */
  readonly risky?: (block: Block) => void;
}

/** Numbers that stay in the processor's cache while a block is worked on. */
const CACHED = 1 << 15;
const ROUNDING = 1e-9;
/** Days are kept as 32-bit numbers; the calendar ends long before. */
const FURTHEST = 2 ** 31 - 1;

/** Whole working day of a `lastDay`; the sum of many fractions may be off by a trifle. */
export function wholeDay(lastDay: number): number {
  return Math.min(FURTHEST, Math.ceil(lastDay - 1e-6));
}

/**
 * How many runs: 10,000, fewer (at least 1,000) where runs × milestones would exceed a million. With 10,000 runs the 85th
 * percentile lies between the 84.3th and the 85.7th of an endless simulation, 95 times of 100 (binomial proportion).
 */
export function runsFor(milestones: number): number {
  return Math.max(1_000, Math.min(10_000, Math.floor(1_000_000 / Math.max(1, milestones))));
}

/**
 * Draws what is left of a milestone: the whole length from its distribution, times the share that is left. A milestone that is
 * under way needs whole days, as in the projection; one that has made no progress keeps its fraction, for else a chain
 * would gain half a day with every link.
 */
function draw({ spread, left }: Activity, stream: RandomGenerator | null, block: Block, n: number): void {
  const { low, width, quantiles } = spread;
  const at = n * block.stride;
  const end = at + block.count;
  for (let i = at; i < end; i++) {
    const whole = quantiles === null || stream === null ? low : low + width * quantileAt(quantiles, uniform(stream));
    block.length[i] = left === 1 ? whole : Math.min(whole, Math.max(0, Math.ceil(whole * left - ROUNDING)));
  }
}

/** The forward pass of `earlyDates`, for all runs of the block. */
function forward({ activities, earliest, begin, day, predecessors }: SimulationModel, block: Block): void {
  const { count, stride, length, start, finish, lastDay } = block;
  const { offset, target, lag } = predecessors;
  for (let n = 0; n < activities.length; n++) {
    const at = n * stride;
    const own = earliest[n] as number;
    start.fill(begin[n] as number, at, at + count);
    lastDay.fill(day[n] as number, at, at + count);
    for (let e = offset[n] as number; e < (offset[n + 1] as number); e++) {
      const from = (target[e] as number) * stride;
      const gap = lag[e] as number;
      for (let r = 0; r < count; r++) {
        const bound = (finish[from + r] as number) + gap;
        const reached = start[at + r] as number;
        if (bound < reached) continue;
        const driven = (lastDay[from + r] as number) + gap;
        if (bound > reached) {
          start[at + r] = bound;
          lastDay[at + r] = driven;
        } else if (bound > own && driven > (lastDay[at + r] as number)) lastDay[at + r] = driven;
      }
    }
    for (let r = 0; r < count; r++) {
      const end = (start[at + r] as number) + (length[at + r] as number);
      finish[at + r] = end;
      if ((length[at + r] as number) > 0) lastDay[at + r] = end - 1;
    }
  }
}

/** Adds to the drawn lengths the delays of the risks that strike: each by itself, with its own probability (Bernoulli). */
function strike({ hazards }: SimulationModel, streams: readonly RandomGenerator[], block: Block): void {
  for (const [h, { node, probability, delay }] of hazards.entries()) {
    const stream = streams[h] as RandomGenerator;
    for (let r = 0; r < block.count; r++) {
      const i = node * block.stride + r;
      if (uniform(stream) < probability) block.length[i] = (block.length[i] as number) + delay;
    }
  }
}

/** Simulates the network `runs` times and shows every block of runs to the observer. Time O(runs × (V + E)), no recursion. */
export function simulate(model: SimulationModel, runs: number, { plain, risky }: Observer): void {
  const size = model.activities.length;
  const stride = Math.min(runs, Math.max(16, Math.min(256, Math.floor(CACHED / Math.max(1, size)))));
  const array = (): Float64Array => new Float64Array(size * stride);
  const arrays = { length: array(), start: array(), finish: array(), lastDay: array() };
  const streams = model.activities.map(({ spread, stream }) =>
    spread.quantiles === null ? null : randomStream(stream),
  );
  const fates = model.hazards.map(({ stream }) => randomStream(stream));
  for (let first = 0; first < runs; first += stride) {
    const block: Block = { first, count: Math.min(stride, runs - first), stride, ...arrays };
    for (const [n, activity] of model.activities.entries()) {
      draw(activity, streams[n] ?? null, block, n);
    }
    forward(model, block);
    plain(block);
    if (!risky || model.hazards.length === 0) continue;
    strike(model, fates, block);
    forward(model, block);
    risky(block);
  }
}
