import type { Efficiency } from '../model/status-delivery.ts';
import type { Project } from './facts.ts';
import type { History } from './history.ts';
import { actualHours, estimatedHours } from './history.ts';
import type { Measure } from './measure.ts';
import { average, beside, known, rounded, rounding, share, unknown } from './measure.ts';
import { countedTasks } from './progress.ts';
import { rateLow } from './rating.ts';

/** A completed milestone with both its hours, neither of them 0. */
interface Effort {
  readonly estimated: number;
  readonly actual: number;
}

const NO_HOURS = 'no completed milestone has both estimated and actual hours';

/**
 * Estimate accuracy = 100 % − the mean magnitude of relative error, |actual − estimate| / actual (Conte, Dunsmore and Shen,
 * "Software Engineering Metrics and Models", 1986); 0 % if estimates miss by as much as the work itself.
 */
function accuracy(efforts: readonly Effort[]): Measure {
  const error = average(
    efforts.map(({ estimated, actual }) => Math.abs(actual - estimated) / actual),
    NO_HOURS,
  );
  return error.value === null ? error : known(Math.max(0, 1 - error.value) * 100, error.n);
}

/** PRED(25) of the same source: the share of milestones whose relative error is at most 25 %. */
function within25(efforts: readonly Effort[]): Measure {
  const near = efforts.filter(({ estimated, actual }) => Math.abs(actual - estimated) / actual <= 0.25 + 1e-9);
  return share(near.length, efforts.length, NO_HOURS);
}

/**
 * Finished tasks with a recorded defect, of all finished tasks, whatever their milestone. As long as no task records any, the
 * project does not record them; from the first on, a task without is one without defects.
 */
function defects({ facts }: Project): Measure {
  const tasks = facts.flatMap(({ milestone }) => (milestone.status === 'cancelled' ? [] : countedTasks(milestone)));
  if (!tasks.some((task) => task.defects !== null)) return unknown('no task records its defects');
  const done = tasks.filter((task) => task.status === 'completed');
  return share(done.filter((task) => (task.defects ?? 0) > 0).length, done.length, 'no task is finished');
}

/**
 * Efficiency: actual / estimated hours of all completed milestones that have both; above 1 the work took longer than
 * estimated. Rework and technical debt are shares of the same actual hours; as with defects, they are data from the first
 * milestone that records any.
 */
export function efficiencyOf(project: Project, { finished, undated }: History): Efficiency {
  const { targets } = project.config;
  const efforts: Effort[] = [];
  let rework: number | null = null;
  let debt: number | null = null;
  for (const facts of [...finished.map((f) => f.facts), ...undated]) {
    const estimated = estimatedHours(facts);
    const actual = actualHours(facts);
    if (!estimated || !actual) continue;
    efforts.push({ estimated, actual });
    for (const task of countedTasks(facts.milestone)) {
      if (task.reworkHours !== null) rework = (rework ?? 0) + task.reworkHours;
    }
    const { debt_hours } = facts.milestone.timeline;
    if (debt_hours != null) debt = (debt ?? 0) + debt_hours;
  }
  const n = efforts.length;
  const actual = efforts.reduce((sum, e) => sum + e.actual, 0);
  const estimated = efforts.reduce((sum, e) => sum + e.estimated, 0);
  const ofActual = (hours: number | null, reason: string): Measure =>
    n === 0 ? unknown(NO_HOURS) : hours === null ? unknown(reason) : known((hours / actual) * 100, n);
  const { values, reasons } = beside({
    actual_hours: n === 0 ? unknown(NO_HOURS) : rounding(known(actual, n), 2),
    estimated_hours: n === 0 ? unknown(NO_HOURS) : rounding(known(estimated, n), 2),
    estimate_accuracy_percent: rounding(accuracy(efforts)),
    within_25_percent: rounding(within25(efforts)),
    rework_percent: rounding(ofActual(rework, 'no task of a completed milestone records rework hours')),
    defect_percent: rounding(defects(project)),
    technical_debt_percent: rounding(ofActual(debt, 'no completed milestone records debt hours')),
  });
  const value = n === 0 ? null : actual / estimated;
  return {
    value: value === null ? null : rounded(value, 3),
    unit: 'actual/estimated hours',
    target: targets.efficiency,
    rating: rateLow(value, targets.efficiency),
    n,
    reason: n === 0 ? NO_HOURS : null,
    ...values,
    reasons: { ...reasons, ...(value === null && { rating: NO_HOURS }) },
  };
}
