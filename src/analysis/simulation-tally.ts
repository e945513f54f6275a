import type { Block } from './simulation.ts';
import { simulate, wholeDay } from './simulation.ts';
import type { SimulationModel } from './simulation-model.ts';

/** What the runs add up to. Working days by index; `n` numbers the model's activities. */
export interface Tally {
  readonly runs: number;
  /** Last working day of the project in each run, rising; the second with risks (the same array if there are none). */
  readonly ends: Int32Array;
  readonly riskyEnds: Int32Array;
  /** Last working day of activity `n` in each run, rising; good until the next call. */
  readonly daysOf: (n: number) => Int32Array;
  /** Number of runs in which the activity was critical. */
  readonly critical: Int32Array;
  /** Pearson's correlation between what the activity takes and when the project ends; 0 where one of them never varies. */
  readonly correlation: Float64Array;
}

/** Index of the `share` percentile (0–100) in `count` sorted values: the smallest value that so many do not exceed. */
export function percentileIndex(share: number, count: number): number {
  return Math.max(0, Math.ceil((share * count) / 100 - 1e-9) - 1);
}

/** Where each run of a block ends: the boundary at which the last activity is over, and the last working day of any. */
export interface Ends {
  readonly over: Float64Array;
  readonly day: Int32Array;
}

export function endsOf({ count, stride, finish, lastDay }: Block, size: number): Ends {
  const over = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  const last = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  for (let n = 0; n < size; n++) {
    const at = n * stride;
    for (let r = 0; r < count; r++) {
      if ((finish[at + r] as number) > (over[r] as number)) over[r] = finish[at + r] as number;
      if ((lastDay[at + r] as number) > (last[r] as number)) last[r] = lastDay[at + r] as number;
    }
  }
  const day = new Int32Array(count);
  for (let r = 0; r < count; r++) day[r] = wholeDay(last[r] as number);
  return { over, day };
}

/**
 * Marks what is critical in each run of the block (1 in `mark`, laid out like the block): what ends last, and whatever a critical
 * successor waits for. The comparison is exact, for the forward pass computed the start by the same sum.
 */
export function markCritical(
  { activities, successors }: SimulationModel,
  block: Block,
  ends: Ends,
  mark: Uint8Array,
): void {
  const { offset, target, lag } = successors;
  const { count, stride, start, finish } = block;
  for (let n = activities.length - 1; n >= 0; n--) {
    const at = n * stride;
    for (let r = 0; r < count; r++) mark[at + r] = finish[at + r] === ends.over[r] ? 1 : 0;
    for (let e = offset[n] as number; e < (offset[n + 1] as number); e++) {
      const to = (target[e] as number) * stride;
      const gap = lag[e] as number;
      for (let r = 0; r < count; r++) {
        if (mark[to + r] === 1 && start[to + r] === (finish[at + r] as number) + gap) mark[at + r] = 1;
      }
    }
  }
}

/**
 * Sorts arrays of `length` values, counting rather than comparing where they lie close together. The result is only good until the
 * next call: a hundred thousand milestones would spend more time on fresh arrays than on sorting.
 */
function sorter(length: number): (values: Int32Array) => Int32Array {
  const sorted = new Int32Array(length);
  const counts = new Int32Array(4 * length + 1);
  return (values) => {
    let least = values[0] as number;
    let most = least;
    for (let i = 1; i < length; i++) {
      const value = values[i] as number;
      if (value < least) least = value;
      else if (value > most) most = value;
    }
    if (most - least >= counts.length) {
      sorted.set(values);
      return sorted.sort();
    }
    counts.fill(0, 0, most - least + 1);
    for (let i = 0; i < length; i++)
      counts[(values[i] as number) - least] = (counts[(values[i] as number) - least] as number) + 1;
    for (let value = least, at = 0; value <= most; value++) {
      const end = at + (counts[value - least] as number);
      sorted.fill(value, at, end);
      at = end;
    }
    return sorted;
  };
}

/** Sums for a correlation, kept while the runs pass by; values are taken relative to a fixed one, so that nothing cancels out. */
function correlator(size: number) {
  const [x, xx, xy] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  let [y, yy, count] = [0, 0, 0];
  return {
    add(block: Block, base: Float64Array, ends: Float64Array): void {
      for (let n = 0; n < size; n++) {
        let [sum, squares, products] = [0, 0, 0];
        const at = n * block.stride;
        for (let r = 0; r < block.count; r++) {
          const d = (block.length[at + r] as number) - (base[n] as number);
          sum += d;
          squares += d * d;
          products += d * (ends[r] as number);
        }
        x[n] = (x[n] as number) + sum;
        xx[n] = (xx[n] as number) + squares;
        xy[n] = (xy[n] as number) + products;
      }
      for (let r = 0; r < block.count; r++) {
        y += ends[r] as number;
        yy += (ends[r] as number) ** 2;
      }
      count += block.count;
    },
    result(): Float64Array {
      const varianceY = yy / count - (y / count) ** 2;
      return x.map((sum, n) => {
        const variance = (xx[n] as number) / count - (sum / count) ** 2;
        const covariance = (xy[n] as number) / count - (sum / count) * (y / count);
        return variance > 1e-9 && varianceY > 1e-9 ? covariance / Math.sqrt(variance * varianceY) : 0;
      });
    },
  };
}

/** Simulates the model `runs` times and counts. */
export function tally(model: SimulationModel, runs: number): Tally {
  const size = model.activities.length;
  const ends = new Int32Array(runs);
  const riskyEnds = model.hazards.length > 0 ? new Int32Array(runs) : ends;
  const days = new Int32Array(size * runs);
  const critical = new Int32Array(size);
  const base = Float64Array.from(model.activities, (activity) => activity.projected);
  const sums = correlator(size);
  let mark = new Uint8Array(0);
  let origin = Number.NaN;

  simulate(model, runs, {
    plain: (block) => {
      const { first, count, stride, lastDay } = block;
      if (mark.length === 0) mark = new Uint8Array(size * stride);
      const found = endsOf(block, size);
      markCritical(model, block, found, mark);
      for (let n = 0; n < size; n++) {
        const at = n * stride;
        const out = n * runs + first;
        let marked = 0;
        for (let r = 0; r < count; r++) {
          days[out + r] = wholeDay(lastDay[at + r] as number);
          marked += mark[at + r] as number;
        }
        critical[n] = (critical[n] as number) + marked;
      }
      ends.set(found.day, first);
      origin = Number.isNaN(origin) ? (found.over[0] as number) : origin;
      const zero = origin;
      sums.add(
        block,
        base,
        found.over.map((over) => over - zero),
      );
    },
    risky: (block) => riskyEnds.set(endsOf(block, size).day, block.first),
  });
  ends.sort();
  if (riskyEnds !== ends) riskyEnds.sort();
  const rising = sorter(runs);
  const daysOf = (n: number): Int32Array => rising(days.subarray(n * runs, (n + 1) * runs));
  return { runs, ends, riskyEnds, daysOf, critical, correlation: sums.result() };
}
