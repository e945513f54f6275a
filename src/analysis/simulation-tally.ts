import type { Block } from './simulation.ts';
import { simulate, wholeDay } from './simulation.ts';
import type { SimulationModel } from './simulation-model.ts';

/** What the runs add up to. Working days by index; `n` numbers the model's activities. */
export interface Tally {
  readonly runs: number;
  /** Last working day of the project in each run, rising; the second with risks (the same array if there are none). */
  readonly ends: Int32Array;
  readonly riskyEnds: Int32Array;
  /** Last working day of activity `n` in each run: a new array, rising. */
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

/**
 * Marks what is critical in one run: what ends last, and whatever a critical successor waits for. The comparison is exact, for the
 * forward pass computed the start by the same sum.
 */
export function markCritical(model: SimulationModel, block: Block, r: number, end: number, mark: Uint8Array): void {
  const { offset, target, lag } = model.successors;
  const { stride, start, finish } = block;
  for (let n = model.activities.length - 1; n >= 0; n--) {
    const over = finish[n * stride + r] as number;
    let critical = over === end;
    for (let e = offset[n] as number; !critical && e < (offset[n + 1] as number); e++) {
      const s = target[e] as number;
      critical = mark[s] === 1 && (start[s * stride + r] as number) === over + (lag[e] as number);
    }
    mark[n] = critical ? 1 : 0;
  }
}

/** Boundary at which the last activity is over in run `r` of the block, and the last working day of any. */
export function endOf(block: Block, size: number, r: number): { over: number; day: number } {
  let over = Number.NEGATIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (let i = r; i < size * block.stride; i += block.stride) {
    if ((block.finish[i] as number) > over) over = block.finish[i] as number;
    if ((block.lastDay[i] as number) > last) last = block.lastDay[i] as number;
  }
  return { over, day: wholeDay(last) };
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
  const mark = new Uint8Array(size);
  const base = Float64Array.from(model.activities, (activity) => activity.projected);
  const overs = new Float64Array(256);
  const sums = correlator(size);
  let origin: number | null = null;

  simulate(model, runs, {
    plain: (block) => {
      for (let n = 0; n < size; n++) {
        const [at, out] = [n * block.stride, n * runs + block.first];
        for (let r = 0; r < block.count; r++) days[out + r] = wholeDay(block.lastDay[at + r] as number);
      }
      for (let r = 0; r < block.count; r++) {
        const { over, day } = endOf(block, size, r);
        ends[block.first + r] = day;
        origin ??= over;
        overs[r] = over - origin;
        markCritical(model, block, r, over, mark);
        for (let n = 0; n < size; n++) critical[n] = (critical[n] as number) + (mark[n] as number);
      }
      sums.add(block, base, overs);
    },
    risky: (block) => {
      for (let r = 0; r < block.count; r++) riskyEnds[block.first + r] = endOf(block, size, r).day;
    },
  });
  ends.sort();
  if (riskyEnds !== ends) riskyEnds.sort();
  const daysOf = (n: number): Int32Array => days.slice(n * runs, (n + 1) * runs).sort();
  return { runs, ends, riskyEnds, daysOf, critical, correlation: sums.result() };
}
