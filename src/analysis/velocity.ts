import { formatDay } from '../model/day.ts';
import type { Velocity } from '../model/status-velocity.ts';
import type { Project } from './facts.ts';
import { type History, whyNoneDated } from './history.ts';
import { mannKendall, theilSen } from './mann-kendall.ts';
import type { Measure } from './measure.ts';
import { beside, known, rounded, rounding, unknown } from './measure.ts';
import { deviation, mean, predicted } from './prediction.ts';
import { rateHigh } from './rating.ts';
import type { Week } from './weeks.ts';
import { weeksOf } from './weeks.ts';

/**
 * With three weeks even a series that only rises comes about by chance once in three times (both directions); with four, once
 * in twelve: the first length at which the test below can say anything.
 */
const WEEKS_FOR_TREND = 4;
/** The chance of finding a trend where there is none that is accepted, both directions together. */
const SIGNIFICANCE = 0.1;
/** Coefficients of variation up to which a pace is called sustainable to a high and to a medium degree. */
const EVEN = 0.25;
const UNEVEN = 0.5;

const NOTHING = 'nothing was finished in these weeks';
const NOT_STARTED = 'nothing has started yet';
const ALIKE = 'every week so far was alike, which does not tell how far the next one may be off';
const UNIT = 'milestones/week';

type Trend = Pick<Velocity, 'trend' | 'trend_test'>;

/** Direction of the weekly figures by the Mann–Kendall test at 10 %, two-sided; its size by the Theil–Sen slope. */
function trendOf(series: readonly number[], of: 'hours' | 'milestones'): Trend {
  if (series.length < WEEKS_FOR_TREND) return { trend: null, trend_test: null };
  const { s, p } = mannKendall(series);
  const trend = p > SIGNIFICANCE ? 'no_trend' : s > 0 ? 'increasing' : 'decreasing';
  const slope = rounded(theilSen(series), 2);
  return {
    trend,
    trend_test: { method: 'mann-kendall', of, weeks: series.length, s, p_value: rounded(p, 3), slope_per_week: slope },
  };
}

/** Coefficient of variation (standard deviation / mean) of the weekly figures. */
function variationOf(series: readonly number[]): Measure {
  if (series.length < 2) return unknown('one week has no spread');
  return mean(series) === 0 ? unknown(NOTHING) : known(deviation(series) / mean(series), series.length);
}

function sustainability(variation: Measure): Velocity['sustainability'] {
  if (variation.value === null || variation.n < WEEKS_FOR_TREND) return null;
  return variation.value <= EVEN ? 'high' : variation.value <= UNEVEN ? 'medium' : 'low';
}

const differ = (series: readonly number[]): boolean => series.some((value) => value !== series[0]);

function range(series: readonly number[]) {
  if (!differ(series)) return null;
  const { expected, low, high } = predicted(series);
  return { expected: rounded(expected, 2), low: rounded(low, 2), high: rounded(high, 2) };
}

/** Next week, or why the weeks say nothing of it: where they are all alike they have no spread, and that is no certainty. */
function forecastOf(weeks: readonly Week[], hasHours: boolean): { found: Velocity['forecast']; why: string | null } {
  if (weeks.length < 2) return { found: null, why: 'one week has no spread' };
  const milestones = range(weeks.map((week) => week.milestones));
  const hours = hasHours ? range(weeks.map((week) => week.hours)) : null;
  if (milestones === null && hours === null) {
    return { found: null, why: weeks.every((week) => week.milestones === 0) ? NOTHING : ALIKE };
  }
  return { found: { probability: 80, milestones_per_week: milestones, hours_per_week: hours }, why: null };
}

type Figures = Pick<Velocity, 'hours_per_week' | 'versus_target_percent' | 'variation'>;

/** What a project can say that has not begun, or finished all on unknown days: nothing but its target and what the baseline asks for. */
function nothingKnown(
  why: string,
  { target, windowWeeks, baseline }: { target: number; windowWeeks: number; baseline: Measure },
  series: Velocity['series'],
): Velocity {
  const none = { hours_per_week: null, versus_target_percent: null, variation: null } satisfies Figures;
  const nulls = { ...none, trend: null, trend_test: null, sustainability: null, forecast: null };
  const reasons = Object.fromEntries(['rating', ...Object.keys(nulls)].map((key) => [key, why]));
  return {
    value: null,
    unit: UNIT,
    target,
    rating: null,
    n: 0,
    reason: why,
    window_weeks: windowWeeks,
    weeks: series.length,
    ...nulls,
    baseline: baseline.value,
    series,
    reasons: { ...reasons, ...(baseline.value === null && { baseline: baseline.reason ?? why }) },
  };
}

/** Milestones a week whose baseline lies in the given weeks: the pace that the first plan asked for. */
function baselinePace({ facts, today }: Project, weeks: readonly Week[]): Measure {
  const dates = facts.flatMap((f) => (f.milestone.status === 'cancelled' || f.baseline === null ? [] : [f.baseline]));
  if (dates.length === 0) return unknown('no milestone has a due date');
  const first = weeks[0]?.start ?? today;
  const asked = dates.filter((day) => day >= first && day <= today).length;
  return known(rounded(asked / weeks.length, 2), asked);
}

function seriesOf(weeks: readonly Week[]): Velocity['series'] {
  return weeks.map(({ start, end, milestones, hours }) => ({
    start: formatDay(start),
    end: formatDay(end),
    milestones,
    hours: rounded(hours, 1),
  }));
}

/**
 * Velocity: milestones and estimated hours finished a week, over the last `targets.window_weeks` weeks (seven days each, the
 * last one ends today; fewer in a younger project).
 *
 * Trend and sustainability look at up to three windows of weekly estimated hours; of milestones only where no finished work
 * has an estimate, since counts of two or three are too coarse to rank.
 */
export function velocityOf(project: Project, history: History): Velocity {
  const { targets } = project.config;
  const all = weeksOf(project, history);
  const weeks = all.slice(-targets.windowWeeks);
  const baseline = baselinePace(project, weeks);
  const hasHours = history.hours.length > 0;
  const started = project.facts.some(({ milestone }) => !['planning', 'cancelled'].includes(milestone.status));
  const undated = history.undated.length;
  const unknownDays = undated > 0 && history.finished.length === 0;
  const blank = unknownDays ? whyNoneDated(history) : started ? null : NOT_STARTED;
  if (blank !== null && !hasHours) {
    return nothingKnown(blank, { target: targets.velocity, windowWeeks: targets.windowWeeks, baseline }, seriesOf(all));
  }

  const done = weeks.reduce((sum, week) => sum + week.milestones, 0);
  // Hours of dated tasks may be known although no milestone's day is.
  const value = unknownDays ? null : done / weeks.length;
  const hours = weeks.reduce((sum, week) => sum + week.hours, 0) / weeks.length;
  const series = all.map((week) => (hasHours ? week.hours : week.milestones));
  const { trend, trend_test } = trendOf(series, hasHours ? 'hours' : 'milestones');
  const variation = variationOf(series);
  const sustainable = sustainability(variation);
  const ahead = unknownDays ? { found: null, why: blank } : forecastOf(weeks, hasHours);
  const { values, reasons } = beside({
    hours_per_week: hasHours
      ? known(rounded(hours, 1), weeks.length)
      : unknown('no finished work has both estimated hours and a day'),
    versus_target_percent:
      value === null
        ? unknown(blank ?? NOTHING)
        : targets.velocity === 0
          ? unknown('the target is 0')
          : known(rounded((value / targets.velocity - 1) * 100, 1), weeks.length),
    baseline,
    variation: rounding(variation, 3),
  });
  const few = `${series.length} ${series.length === 1 ? 'week' : 'weeks'} so far; the test needs ${WEEKS_FOR_TREND}`;
  const noRate = value === null ? (blank ?? NOTHING) : null;
  return {
    value: value === null ? null : rounded(value, 2),
    unit: UNIT,
    target: targets.velocity,
    rating: rateHigh(value, targets.velocity),
    n: done,
    reason: noRate ?? (undated > 0 ? `left out: ${undated} completed without a known day` : null),
    window_weeks: targets.windowWeeks,
    weeks: weeks.length,
    ...values,
    series: seriesOf(all),
    trend,
    trend_test,
    sustainability: sustainable,
    forecast: ahead.found,
    reasons: {
      ...reasons,
      ...(trend === null && { trend: few, trend_test: few }),
      ...(sustainable === null && { sustainability: variation.reason ?? few }),
      ...(noRate !== null && { rating: noRate }),
      ...(ahead.why !== null && { forecast: ahead.why }),
    },
  };
}
