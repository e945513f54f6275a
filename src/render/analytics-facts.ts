import type { Status } from '../model/status.ts';
import { percent } from './bar.ts';
import { clip } from './escape.ts';
import { type Fact, figure, missing, some } from './figures.ts';
import type { Voice } from './voice.ts';
import { days } from './when.ts';

type Metrics = NonNullable<Status['metrics']>;
type Trends = NonNullable<Status['trends']>;

/** Figures that belong together. */
export interface Topic {
  readonly title: string;
  readonly facts: readonly Fact[];
}

interface Given {
  readonly metrics: Metrics;
  readonly trends: Trends | null;
  readonly voice: Voice;
}

const share = (value: number | null): string | null => (value === null ? null : percent(value));
const spoken = (value: string | null | undefined): string | null => value?.replaceAll('_', ' ') ?? null;
/** A figure with the word for how it develops, where that is known. */
const developing = (text: string | null, word: string | null): string | null =>
  text === null || word === null ? text : `${text}, ${word}`;

function velocity({ metrics: { velocity: m }, trends }: Given): Topic {
  const test = m.trend_test;
  const { reasons } = m;
  const found = trends?.velocity_analysis;
  const off = found?.improvement_percentage ?? null;
  const next = m.forecast;
  const range = (of: { expected: number; low: number; high: number }, unit: string): string =>
    `${unit} ${figure(of.expected)} (${figure(of.low)} to ${figure(of.high)})`;
  const expected =
    next === null
      ? null
      : [
          next.milestones_per_week === null ? '' : range(next.milestones_per_week, 'milestones'),
          next.hours_per_week === null ? '' : range(next.hours_per_week, 'hours'),
          `with ${percent(next.probability)} probability`,
        ];
  const against =
    off === null
      ? null
      : off === 0
        ? `as planned, ${figure(found?.current_velocity ?? 0)} a week`
        : `${figure(found?.current_velocity ?? 0)} instead of ${figure(found?.baseline_velocity ?? 0)} milestones a week (${off > 0 ? '+' : ''}${percent(off)})`;
  const trend =
    m.trend === null
      ? null
      : `${spoken(m.trend)}${test ? ` (${test.of}; Mann–Kendall, p = ${figure(test.p_value)})` : ''}`;
  const steady =
    m.sustainability === null
      ? null
      : m.sustainability + (m.variation === null ? '' : ` (weeks vary by ${percent(m.variation * 100)})`);
  return {
    title: 'Velocity',
    facts: [
      { name: 'Trend', text: trend, reason: reasons.trend },
      { name: 'Against the baseline', text: against, reason: found?.reasons.improvement_percentage },
      { name: 'Sustainability', text: steady, reason: reasons.sustainability },
      {
        name: 'Expected in a week',
        text: expected?.filter((text) => text !== '').join(', ') ?? null,
        reason: reasons.forecast,
      },
    ],
  };
}

function efficiency({ metrics: { efficiency: m }, trends }: Given): Topic {
  const found = trends?.efficiency_indicators;
  const missed = (found?.practices ?? []).filter((p) => !p.met).map((p) => p.practice.replaceAll('_', ' '));
  const maturity = spoken(found?.process_maturity);
  const effort =
    m.value === null || m.actual_hours === null || m.estimated_hours === null
      ? null
      : `${percent(m.value * 100)} (${figure(m.actual_hours)} of ${figure(m.estimated_hours)} hours)`;
  return {
    title: 'Efficiency',
    facts: [
      { name: 'Actual against estimated effort', text: effort, reason: m.reason ?? m.reasons.actual_hours },
      {
        name: 'Accuracy of estimates',
        text: share(m.estimate_accuracy_percent),
        reason: m.reasons.estimate_accuracy_percent,
      },
      {
        name: 'Estimated within 25%',
        text: m.within_25_percent === null ? null : `${percent(m.within_25_percent)} of the milestones`,
        reason: m.reasons.within_25_percent,
      },
      { name: 'Rework', text: share(m.rework_percent), reason: m.reasons.rework_percent },
      { name: 'Tasks with a defect', text: share(m.defect_percent), reason: m.reasons.defect_percent },
      { name: 'Technical debt', text: share(m.technical_debt_percent), reason: m.reasons.technical_debt_percent },
      {
        name: 'Process maturity',
        text: maturity === null ? null : maturity + (missed.length === 0 ? '' : ` (not kept: ${missed.join(', ')})`),
        reason: found?.reasons.process_maturity,
      },
    ],
  };
}

function timeline({ metrics: { timeline: m } }: Given): Topic {
  const late = (value: number | null, ahead: string, behind: string, even: string): string | null =>
    value === null ? null : value === 0 ? even : `${days(Math.abs(value))} ${value > 0 ? behind : ahead}`;
  const slip = late(m.average_slip_days, 'early', 'late', 'no slip');
  const buffer =
    m.buffer_used_percent === null || m.buffer_days === null
      ? null
      : `${percent(m.buffer_used_percent)} of ${days(m.buffer_days)}`;
  // Where no due date has moved, the two say the same.
  const baseline =
    m.buffer_remaining_on_baseline_percent === m.buffer_remaining_percent
      ? null
      : m.buffer_remaining_on_baseline_percent;
  const outside = `${m.external_active} open, ${m.external_resolved} resolved in seven days`;
  return {
    title: 'Timeline',
    facts: [
      {
        name: 'On time against the baseline',
        text: developing(share(m.on_baseline_percent), slip === null ? null : `on average ${slip}`),
        reason: m.reasons.on_baseline_percent,
      },
      {
        name: 'Buffer used',
        text: developing(buffer, baseline === null ? null : `${percent(baseline)} left before the baseline`),
        reason: m.reasons.buffer_used_percent,
      },
      {
        name: 'Critical path against the baseline',
        text: late(m.critical_path_variance_days, 'ahead', 'behind', 'as planned'),
        reason: m.reasons.critical_path_variance_days,
      },
      ...(m.external_active + m.external_resolved === 0 ? [] : [{ name: 'External dependencies', text: outside }]),
      {
        name: 'Time to resolve a dependency',
        text: m.dependency_resolution_days === null ? null : days(m.dependency_resolution_days),
        reason: m.reasons.dependency_resolution_days,
      },
    ],
  };
}

function quality({ metrics: { quality: m }, voice }: Given): Topic {
  const name = (check: (typeof m.checks)[number]): string =>
    `${voice.text(check.milestone)} ${voice.text(clip(check.name, 60))}`;
  const amount = (value: number, unit: string): string =>
    figure(value) + (unit === '%' || unit === '' ? unit : ` ${voice.text(unit)}`);
  const missed = m.checks
    .filter((check) => check.met === false)
    .map(
      (check) =>
        `${name(check)} ${amount(check.value ?? 0, check.unit)} (target ${amount(check.target ?? 0, check.unit)})`,
    );
  const ahead = m.checks.flatMap((check) =>
    check.expected === null
      ? []
      : [`${name(check)} ${amount(check.value ?? 0, check.unit)} → ${amount(check.expected, check.unit)}`],
  );
  return {
    title: 'Quality',
    facts: [
      { name: 'Accepted the first time', text: developing(share(m.value), m.first_time_trend), reason: m.reason },
      {
        name: 'Satisfaction',
        text: developing(m.satisfaction === null ? null : `${figure(m.satisfaction)} of 5`, m.satisfaction_trend),
        reason: m.reasons.satisfaction,
      },
      {
        name: 'Targets met',
        text: developing(share(m.targets_met_percent), missed.length === 0 ? null : `missed: ${some(missed, 3)}`),
        reason: m.reasons.targets_met_percent,
      },
      ...(ahead.length === 0 ? [] : [{ name: 'Expected at the projected finish', text: some(ahead) }]),
    ],
  };
}

function risk({
  metrics: {
    risk: m,
    velocity: { window_weeks: weeks },
  },
}: Given): Topic {
  const before =
    m.exposure_before_days === null
      ? null
      : `${days(m.exposure_before_days)} ${weeks} ${weeks === 1 ? 'week' : 'weeks'} earlier`;
  return {
    title: 'Risks',
    facts: [
      {
        name: 'Expected delay',
        text: developing(developing(m.value === null ? null : days(m.value), before), m.trend),
        reason: m.reason,
      },
      {
        name: 'Identified before they occurred',
        text: share(m.identified_early_percent),
        reason: m.reasons.identified_early_percent,
      },
      {
        name: 'Mitigations that held',
        text: share(m.mitigation_success_percent),
        reason: m.reasons.mitigation_success_percent,
      },
      {
        name: 'Time to resolve one',
        text: m.average_resolution_days === null ? null : days(m.average_resolution_days),
        reason: m.reasons.average_resolution_days,
      },
      { name: 'Escalated', text: share(m.escalation_percent), reason: m.reasons.escalation_percent },
    ],
  };
}

/** The figures behind the metrics, topic by topic; reasons are ready to print. */
export function topics({ metrics, trends }: Status, voice: Voice): Topic[] {
  if (metrics === null) return [];
  const given = { metrics, trends, voice };
  return [velocity, efficiency, timeline, quality, risk].map((topic) => {
    const { title, facts } = topic(given);
    return { title, facts: facts.map((fact) => (fact.reason ? { ...fact, reason: voice.prose(fact.reason) } : fact)) };
  });
}

/** The topics that know nothing at all, each with the reason of its first figure. */
export function withoutData(all: readonly Topic[]): string {
  const none = all.filter(({ facts }) => facts.every((fact) => fact.text === null));
  return missing(none.map(({ title, facts }) => ({ name: title, text: null, reason: facts[0]?.reason })));
}
