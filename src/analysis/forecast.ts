import type { Day } from '../model/day.ts';
import { formatDay } from '../model/day.ts';
import type { Forecast } from '../model/status-metrics.ts';
import type { Calendar } from './calendar.ts';
import type { Facts, Project } from './facts.ts';
import { isOpen } from './facts.ts';
import { roundPercent } from './progress.ts';
import { seedOf } from './random-stream.ts';
import { runsFor } from './simulation.ts';
import { rememberedTally } from './simulation-memory.ts';
import type { SimulationModel } from './simulation-model.ts';
import { simulationModel } from './simulation-model.ts';
import type { Tally } from './simulation-tally.ts';
import { percentileIndex } from './simulation-tally.ts';
import { ENOUGH, USABLE } from './spread.ts';
import { isContradictory, rangeOf } from './three-point.ts';
import { listed } from './wording.ts';

type Quantiles = Forecast['risk_adjusted'];

const DRIVERS = 10;
const UNKNOWN: Quantiles = { p50: null, p85: null, p95: null };

/** P50, P85 and P95 of rising days: the first day by which so many percent of the runs are over (the inverse of what was counted). */
function quantilesOf(rising: Int32Array, dayOf: (index: number) => Day): Quantiles {
  const at = (share: number): string => formatDay(dayOf(rising[percentileIndex(share, rising.length)] as number));
  return { p50: at(50), p85: at(85), p95: at(95) };
}

/** Share of the rising days that are at most `limit`, in percent. */
function shareUpTo(rising: Int32Array, limit: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return roundPercent((low / rising.length) * 100);
}

/** Why the spread of some milestone is unknown or thin; null if every length that matters is backed by enough. */
function thinness({ activities, experience }: SimulationModel, calendar: Calendar): string | null {
  const uncertain = activities.filter((a) => a.projected > 0 && a.spread.source !== 'three_point');
  if (uncertain.length === 0 || experience.length >= ENOUGH) return null;
  const ids = listed(uncertain.map((a) => a.facts.milestone.id));
  const n = experience.length;
  const history =
    n === 0
      ? 'no completed milestone says'
      : `only ${n === 1 ? '1 completed milestone says' : `${n} completed milestones say`}`;
  const effect =
    experience.length < USABLE
      ? 'so their lengths are taken as certain and only risks spread the dates'
      : 'so the spread is thin';
  const many = uncertain.length === 1 ? `${ids} has` : `${ids} have`;
  const usable = uncertain.some(({ facts }) => isContradictory(rangeOf(facts.milestone, calendar))) ? 'usable ' : '';
  return `${many} no ${usable}three-point estimate, and ${history} both start and actual end (${ENOUGH} are enough), ${effect}`;
}

function nothingToDo(facts: readonly Facts[]): string {
  if (facts.length === 0) return 'There are no milestones';
  return facts.some(isOpen) ? 'All unfinished milestones wait for each other in a cycle' : 'No milestone is unfinished';
}

function driversOf({ activities }: SimulationModel, { correlation }: Tally): Forecast['drivers'] {
  return activities
    .map(({ facts }, n) => ({ id: facts.milestone.id, r: correlation[n] as number }))
    .map(({ id, r }) => ({ id, correlation: Math.round(r * 100) / 100, variance_share: roundPercent(r * r * 100) }))
    .filter((driver) => driver.correlation > 0 && driver.variance_share >= 1)
    .sort((a, b) => b.variance_share - a.variance_share)
    .slice(0, DRIVERS);
}

/**
 * The Monte-Carlo forecast of the project (Van Slyke, "Monte Carlo Methods and the PERT Problem", Operations Research 11, 1963):
 * the projected network, run thousands of times with lengths drawn from what is known of them (`spreadOf`).
 *
 * - `p50`, `p85`, `p95`: the last working day by which so many percent of the runs are over; risks are left out.
 *   `risk_adjusted` has them: open risks with a probability and a delay.
 * - `on_time`: percentage of the runs in which the milestone keeps its due date.
 * - `criticality`: percentage of the runs in which it lies on a longest path (the criticality index of Van Slyke).
 * - `drivers`: whose length decides when the project ends: Pearson's correlation between the two, and its square as the share of
 *   the variance that goes with it; at most ten, from 1 % on.
 * - `history`: completed milestones that say how long they really took; `enough_history` is false, with the reason, where the
 *   spread of a milestone rests on too few of them.
 *
 * Milestones without dates (a dependency cycle) are listed with nulls; finished ones are not listed.
 */
export function forecastOf(project: Project): Forecast {
  const { facts, calendar, schedule } = project;
  const model = simulationModel(project);
  const { activities, hazards, experience } = model;
  const seed = seedOf([...activities, ...hazards].map(({ stream }) => stream).sort());
  const open = facts.filter(isOpen);
  const unknown = { ...UNKNOWN, on_time: null, criticality: null, spread: 'none' as const };
  if (activities.length === 0) {
    return {
      ...UNKNOWN,
      risk_adjusted: UNKNOWN,
      runs: 0,
      seed,
      history: experience.length,
      enough_history: experience.length >= ENOUGH,
      reason: nothingToDo(facts),
      milestones: open.map((f) => ({ id: f.milestone.id, ...unknown })),
      drivers: [],
    };
  }

  const result = rememberedTally(model, runsFor(activities.length));
  const place = new Map(activities.map((activity, n) => [activity.facts, n]));
  const dayOf = (index: number): Day => calendar.toDay(index);
  // A finished milestone may say that it ended later than all that is left: the project ends no sooner.
  const finished = facts.filter((f) => f.milestone.status === 'completed' && f.slot !== null);
  const floor = finished.reduce(
    (latest, f) => Math.max(latest, f.slot?.projected.finish ?? 0),
    Number.NEGATIVE_INFINITY,
  );
  const endOf = (index: number): Day => Math.max(dayOf(index), floor);
  const thin = thinness(model, calendar);
  return {
    ...quantilesOf(result.ends, endOf),
    risk_adjusted: quantilesOf(result.riskyEnds, endOf),
    runs: result.runs,
    seed,
    history: experience.length,
    enough_history: thin === null,
    reason: thin ?? (schedule.cyclic.size > 0 ? 'Members of a dependency cycle are left out' : null),
    milestones: open.map((f) => {
      const n = place.get(f);
      if (n === undefined) return { id: f.milestone.id, ...unknown };
      const days = result.daysOf(n);
      return {
        id: f.milestone.id,
        ...quantilesOf(days, dayOf),
        on_time: f.due === null ? null : shareUpTo(days, calendar.toIndex(f.due + 1) - 1),
        criticality: roundPercent(((result.critical[n] as number) / result.runs) * 100),
        spread: activities[n]?.spread.source ?? 'none',
      };
    }),
    drivers: driversOf(model, result),
  };
}
