import type { Quantiles } from './beta-pert.ts';
import type { SimulationModel } from './simulation-model.ts';
import { type Tally, tally } from './simulation-tally.ts';

/** A plan looks at the store before and after, and again with its journal entry: three forecasts, of which two are the same. */
const KEPT = 4;
/** Beyond this telling two models apart takes longer than it may save. */
const MOST_ACTIVITIES = 500;

const known = new Map<string, Tally>();
const tables = new WeakMap<Quantiles, number>();
let lastTable = 0;

/** A table of the beta-PERT distribution is kept and shared by whoever needs its shape; one of the project's own ratios is short. */
function tableOf(quantiles: Quantiles | null): unknown {
  if (quantiles === null || quantiles.stepwise) return quantiles && [...quantiles.values];
  const number = tables.get(quantiles) ?? ++lastTable;
  tables.set(quantiles, number);
  return number;
}

/** Everything that the runs depend on, and nothing else. */
function keyOf({ activities, hazards, ...model }: SimulationModel, runs: number): string {
  const { earliest, begin, day, predecessors, successors } = model;
  return JSON.stringify([
    runs,
    activities.map(({ spread, left, projected, stream }) => [
      ...[spread.low, spread.width, tableOf(spread.quantiles), left, projected, stream],
    ]),
    hazards.map(({ node, probability, delay, stream }) => [node, probability, delay, stream]),
    [earliest, begin, day].map((array) => [...array]),
    [predecessors, successors].map(({ offset, target, lag }) => [[...offset], [...target], [...lag]]),
  ]);
}

/** As `tally`: the same model gives the same tally, so one that was made lately is not made again. */
export function rememberedTally(model: SimulationModel, runs: number): Tally {
  if (model.activities.length > MOST_ACTIVITIES) return tally(model, runs);
  const key = keyOf(model, runs);
  const made = known.get(key) ?? tally(model, runs);
  known.delete(key);
  known.set(key, made);
  const [oldest] = known.keys();
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
  return made;
}
