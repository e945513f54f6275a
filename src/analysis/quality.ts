import type { Day } from '../model/day.ts';
import { formatDay } from '../model/day.ts';
import type { Milestone, QualityMetric } from '../model/milestone.ts';
import type { QualityCheck, QualityMetricPart } from '../model/status-delivery.ts';
import type { Facts, Project } from './facts.ts';
import type { History } from './history.ts';
import type { MilestoneChange } from './journal-changes.ts';
import type { Measure } from './measure.ts';
import { average, beside, rounded, rounding, share } from './measure.ts';
import { mean } from './prediction.ts';
import type { Point } from './quality-history.ts';
import { lineAt, qualityPoints } from './quality-history.ts';
import { rateHigh } from './rating.ts';

/** Two records in each half: with fewer, one milestone would make the trend. */
const RECORDS_FOR_TREND = 4;
/** Halves that differ by at most this share of the scale are alike. */
const BAND = 0.05;
/** Three values make a line whose third can contradict it. */
const POINTS_FOR_LINE = 3;

type Direction = 'improving' | 'stable' | 'declining';

function direction(before: number, after: number, band: number): Direction {
  if (Math.abs(after - before) <= band + 1e-9) return 'stable';
  return after > before ? 'improving' : 'declining';
}

/** The mean of the later half of the records against that of the earlier half; the middle one of an odd number counts as late. */
function halves(records: readonly number[], scale: number): Direction | null {
  if (records.length < RECORDS_FOR_TREND) return null;
  const middle = records.length >> 1;
  return direction(mean(records.slice(0, middle)), mean(records.slice(middle)), BAND * scale);
}

const counted = (n: number): string => `${n} recorded ${n === 1 ? 'value' : 'values'}`;

/**
 * Where the line through the points stands on the day of the finish, or why that cannot be told. It reaches no farther ahead
 * than the points reach back, and stays in the range that the values can have: none below 0, no percentage above 100.
 */
function continued(
  points: readonly Point[],
  finish: Day | undefined,
  today: Day,
  unit: string | null,
): number | string {
  if (points.length < 2) return 'a trend needs 2';
  if (points.length < POINTS_FOR_LINE) return `a line needs ${POINTS_FOR_LINE}`;
  if (finish === undefined || finish <= today) return 'no projected finish lies ahead';
  const last = points.at(-1)?.day ?? today;
  const span = last - (points[0]?.day ?? last);
  const line = lineAt(points, finish);
  if (line === null) return 'all of one day';
  if (finish - last > span) {
    return `they reach back ${span} ${span === 1 ? 'day' : 'days'}, too few for a line to ${formatDay(finish)}`;
  }
  const values = points.map((point) => point.value);
  const floor = Math.min(...values) < 0 ? Number.NEGATIVE_INFINITY : 0;
  const ceiling = unit === '%' && Math.max(...values) <= 100 ? 100 : Number.POSITIVE_INFINITY;
  return Math.min(ceiling, Math.max(floor, line));
}

/** On which side of its target a value is; null where one of the two is missing. */
function meets({ value, target, better }: QualityMetric): boolean | null {
  if (value === null || target === null) return null;
  return better === 'higher' ? value >= target : value <= target;
}

/** The quality metrics of a milestone whose value is worse than their target. */
export function missedTargets({ quality }: Milestone): QualityMetric[] {
  return quality.filter((metric) => meets(metric) === false);
}

function checkOf(metric: QualityMetric, facts: Facts, journal: readonly Point[], { today }: Project): QualityCheck {
  const { name, value, target, unit, better } = metric;
  const sign = better === 'higher' ? 1 : -1;
  const now = value === null ? [] : [{ day: today, value }];
  const last = journal.at(-1);
  // The present value is the last one in the journal, unless it was changed without an entry.
  const points = last !== undefined && last.value === value ? journal : [...journal, ...now];
  const first = points[0];
  const expected = continued(points, facts.slot?.projected.finish, today, unit);
  const moved = first !== undefined && value !== null && points.length > 1;
  return {
    milestone: facts.milestone.id,
    name,
    value,
    target,
    unit,
    better,
    met: meets(metric),
    trend: moved ? direction(first.value * sign, value * sign, 0) : null,
    points: points.length,
    expected: typeof expected === 'string' ? null : rounded(expected, 1),
    reason:
      value === null
        ? 'no value is recorded'
        : [
            ...(target === null ? ['no target'] : []),
            ...(typeof expected === 'string' ? [`${counted(points.length)}; ${expected}`] : []),
          ].join('; ') || null,
  };
}

/**
 * Quality: the share of finished milestones that were accepted the first time, of those that record it (`acceptance`).
 * Beside it every quality metric of the milestones that are not cancelled, against its target; its trend compares the present
 * value with the first one that the journal knows, and `expected` continues the line through all of them.
 */
export function qualityOf(
  project: Project,
  { finished, undated }: History,
  changes: readonly MilestoneChange[],
): QualityMetricPart {
  const { config, calendar, facts } = project;
  const dated = finished.map((f) => f.facts.milestone.acceptance);
  const accepted = [...undated.map((f) => f.milestone.acceptance), ...dated];
  const firstTime = accepted.map((a) => a?.firstTime ?? null).filter((first) => first !== null);
  const marks = accepted.map((a) => a?.satisfaction ?? null).filter((mark) => mark !== null);
  const none =
    accepted.length === 0 ? 'nothing is finished yet' : 'no finished milestone records acceptance.first_time';
  const noMark =
    accepted.length === 0 ? 'nothing is finished yet' : 'no finished milestone records acceptance.satisfaction';
  const first: Measure = share(firstTime.filter(Boolean).length, firstTime.length, none);

  const byId = new Map<string, MilestoneChange[]>();
  for (const change of changes) {
    const { path } = change.edit;
    if (path.length === 0 || path[0] === 'quality') byId.set(change.id, [...(byId.get(change.id) ?? []), change]);
  }
  const checks = facts.flatMap((each) => {
    const { id, status, quality } = each.milestone;
    if (status === 'cancelled' || quality.length === 0) return [];
    const points = qualityPoints(byId.get(id) ?? [], quality, calendar);
    return quality.map((metric) => checkOf(metric, each, points.get(metric.name) ?? [], project));
  });
  const judged = checks.filter((check) => check.met !== null);
  const { values, reasons } = beside({
    targets_met_percent: rounding(
      share(judged.filter((c) => c.met).length, judged.length, 'no quality metric has both a value and a target'),
    ),
    satisfaction: rounding(average(marks, noMark), 2),
  });
  // A record of an unknown day has no place in the order of time.
  const inOrder = dated.flatMap((a) => (a?.firstTime == null ? [] : [a.firstTime ? 100 : 0]));
  const marksInOrder = dated.flatMap((a) => (a?.satisfaction == null ? [] : [a.satisfaction]));
  const first_time_trend = halves(inOrder, 100);
  const satisfaction_trend = halves(marksInOrder, 5);
  const few = (n: number, reason: string): string =>
    accepted.length === 0 || (n === 0 && undated.length === 0)
      ? reason
      : `${n} ${n === 1 ? 'record' : 'records'}${undated.length > 0 ? ' of a known day' : ''} so far; a trend needs ${RECORDS_FOR_TREND}`;
  const rating = rateHigh(first.value, config.targets.quality);
  return {
    value: rounding(first).value,
    unit: '% accepted the first time',
    target: config.targets.quality,
    rating,
    n: first.n,
    reason: first.reason,
    checks,
    ...values,
    first_time_trend,
    satisfaction_trend,
    reasons: {
      ...reasons,
      ...(rating === null && { rating: none }),
      ...(first_time_trend === null && { first_time_trend: few(inOrder.length, none) }),
      ...(satisfaction_trend === null && { satisfaction_trend: few(marksInOrder.length, noMark) }),
    },
  };
}
