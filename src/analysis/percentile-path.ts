import { simulate } from './simulation.ts';
import type { SimulationModel } from './simulation-model.ts';
import { endsOf, markCritical } from './simulation-tally.ts';

/** How an activity fared in the runs that ended on one day. Means over those runs, in working days. */
export interface OnPath {
  /** Number of the activity. */
  readonly node: number;
  readonly length: number;
  /** Share of those runs in which it was critical, 0–1. */
  readonly critical: number;
  /** By how much it moved the end: what it took beyond the projection where it was critical, 0 where it was not. */
  readonly extra: number;
}

/**
 * The runs that end on the working day `index`: how many there are, and what each activity took in them, the one that moved
 * the end most first. The streams are the same as in the forecast, so these are its very runs.
 */
export function pathsTo(model: SimulationModel, runs: number, index: number): { count: number; on: OnPath[] } {
  const size = model.activities.length;
  const [length, critical, extra] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  let mark = new Uint8Array(0);
  let count = 0;
  simulate(model, runs, {
    plain: (block) => {
      if (mark.length === 0) mark = new Uint8Array(size * block.stride);
      const ends = endsOf(block, size);
      markCritical(model, block, ends, mark);
      for (let r = 0; r < block.count; r++) {
        if (ends.day[r] !== index) continue;
        count++;
        for (let n = 0; n < size; n++) {
          const i = n * block.stride + r;
          const took = block.length[i] as number;
          length[n] = (length[n] as number) + took;
          if (mark[i] === 0) continue;
          critical[n] = (critical[n] as number) + 1;
          extra[n] = (extra[n] as number) + took - (model.activities[n]?.projected ?? 0);
        }
      }
    },
  });
  const mean = (sums: Float64Array, node: number): number => (count === 0 ? 0 : (sums[node] as number) / count);
  const on = model.activities.map((_, node) => ({
    node,
    length: mean(length, node),
    critical: mean(critical, node),
    extra: mean(extra, node),
  }));
  return { count, on: on.sort((a, b) => Math.abs(b.extra) - Math.abs(a.extra) || b.critical - a.critical) };
}
