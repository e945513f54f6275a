import type { Status } from '../model/status.ts';
import type { Trends } from '../model/status-trends.ts';

type Metrics = NonNullable<Status['metrics']>;
type Indicators = Trends['efficiency_indicators'];
type Opportunity = Indicators['improvement_opportunities'][number];

interface Rule {
  readonly key: Opportunity['key'];
  /** The sentence with its figures if the rule holds, else null. */
  readonly test: (metrics: Metrics, gaps: readonly string[], practices: Indicators['practices']) => string | null;
}

const below = (value: number | null, limit: number): value is number => value !== null && value < limit;

/** Where the figures say that something could be better; each rule with its threshold. */
const RULES: readonly Rule[] = [
  {
    key: 'estimation',
    test: ({ efficiency: { estimate_accuracy_percent: accuracy } }) =>
      below(accuracy, 80) ? `Estimates are ${accuracy}% accurate` : null,
  },
  {
    key: 'rework',
    test: ({ efficiency: { rework_percent: rework } }) =>
      rework !== null && rework > 10 ? `${rework}% of the hours were rework` : null,
  },
  {
    key: 'on_time_delivery',
    test: ({ timeline: { value, target } }) =>
      value !== null && target !== null && value < target ? `${value}% on time, target ${target}%` : null,
  },
  {
    key: 'resource_optimization',
    test: ({ capacity: { over_allocated: over, optimisation_percent: idle } }) => {
      if (over.length === 0 || idle === null || idle <= 0) return null;
      const names = [...new Set(over.map((row) => row.who))].join(', ');
      return `More is asked of ${names} than there is, while ${idle}% of the capacity is idle beside the critical path`;
    },
  },
  {
    key: 'skill_coverage',
    test: (_, gaps) => (gaps.length > 0 ? `Nobody of the team has ${gaps.join(', ')}` : null),
  },
  {
    key: 'cross_training',
    test: ({ capacity: { cross_training_percent: many } }) =>
      below(many, 50) ? `${many}% of the team have more than one needed skill` : null,
  },
  {
    key: 'risk_mitigation',
    test: ({ risk: { mitigation_success_percent: held } }) =>
      below(held, 75) ? `${held}% of the mitigations held` : null,
  },
  {
    key: 'quality_targets',
    test: ({ quality: { checks } }) => {
      const missed = checks.filter((check) => check.met === false).map((check) => `${check.milestone} ${check.name}`);
      return missed.length > 0 ? `Below target: ${missed.slice(0, 5).join(', ')}` : null;
    },
  },
  {
    key: 'recording',
    test: (_, __, practices) => {
      const lacking = practices.filter((p) => !p.met && p.share !== null).map((p) => p.practice.replaceAll('_', ' '));
      return lacking.length > 0 ? `Too few records of ${lacking.join(', ')}` : null;
    },
  },
];

export function opportunitiesOf(
  metrics: Metrics,
  gaps: readonly string[],
  practices: Indicators['practices'],
): Opportunity[] {
  return RULES.flatMap(({ key, test }) => {
    const text = test(metrics, gaps, practices);
    return text === null ? [] : [{ key, text }];
  });
}
