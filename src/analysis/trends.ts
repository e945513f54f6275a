import type { Status } from '../model/status.ts';
import type { Trends } from '../model/status-trends.ts';
import { asRatio, rounded } from './measure.ts';
import { opportunitiesOf } from './opportunities.ts';

type Metrics = NonNullable<Status['metrics']>;

/** `{to: why}` for each named figure that is null. The reason is that of the metric it comes from. */
function reasonsOf<K extends string>(
  figures: Readonly<Record<K, unknown>>,
  why: Readonly<Record<K, string | null | undefined>>,
) {
  const found: Partial<Record<K, string>> = {};
  for (const key of Object.keys(figures) as K[]) if (figures[key] === null) found[key] = why[key] ?? 'no data';
  return found;
}

function velocityAnalysis({ velocity }: Metrics): Trends['velocity_analysis'] {
  const { value, baseline, reasons } = velocity;
  const improvement = value === null || !baseline ? null : rounded((value / baseline - 1) * 100, 1);
  const figures = {
    current_velocity: value,
    baseline_velocity: baseline,
    improvement_percentage: improvement,
    sustainability_rating: velocity.sustainability,
    trend_direction: velocity.trend,
  };
  const noBaseline = baseline === 0 ? 'no baseline date lies in these weeks' : reasons.baseline;
  return {
    ...figures,
    reasons: reasonsOf(figures, {
      current_velocity: velocity.reason,
      baseline_velocity: reasons.baseline,
      improvement_percentage: value === null ? velocity.reason : noBaseline,
      sustainability_rating: reasons.sustainability,
      trend_direction: reasons.trend,
    }),
  };
}

function qualityTrends({ quality, efficiency }: Metrics): Trends['quality_trends'] {
  const figures = {
    first_time_quality: asRatio(quality.value),
    defect_rate: asRatio(efficiency.defect_percent),
    rework_percentage: asRatio(efficiency.rework_percent),
    customer_satisfaction: quality.satisfaction,
    trend_stability: quality.first_time_trend,
  };
  return {
    ...figures,
    reasons: reasonsOf(figures, {
      first_time_quality: quality.reason,
      defect_rate: efficiency.reasons.defect_percent,
      rework_percentage: efficiency.reasons.rework_percent,
      customer_satisfaction: quality.reasons.satisfaction,
      trend_stability: quality.reasons.first_time_trend,
    }),
  };
}

function riskManagement({ risk }: Metrics): Trends['risk_management'] {
  const figures = {
    risk_identification_rate: asRatio(risk.identified_early_percent),
    mitigation_success_rate: asRatio(risk.mitigation_success_percent),
    average_resolution_time: risk.average_resolution_days,
    escalation_rate: asRatio(risk.escalation_percent),
    trend_assessment: risk.trend,
  };
  const { reasons } = risk;
  return {
    ...figures,
    reasons: reasonsOf(figures, {
      risk_identification_rate: reasons.identified_early_percent,
      mitigation_success_rate: reasons.mitigation_success_percent,
      average_resolution_time: reasons.average_resolution_days,
      escalation_rate: reasons.escalation_percent,
      trend_assessment: reasons.trend,
    }),
  };
}

/**
 * The trends part of the contract: the figures of the metrics under the names of the reference's `PerformanceTrends`, shares as
 * ratios from 0 to 1. `gaps` are the skills that open work needs and nobody has.
 */
export function trendsOf(
  metrics: Metrics,
  gaps: readonly string[],
  practices: Trends['efficiency_indicators']['practices'],
  maturity: Trends['efficiency_indicators']['process_maturity'],
): Trends {
  const { efficiency, capacity } = metrics;
  const figures = {
    estimate_accuracy: asRatio(efficiency.estimate_accuracy_percent),
    resource_utilization: asRatio(capacity.value),
    cross_training_coverage: asRatio(capacity.cross_training_percent),
    process_maturity: maturity,
  };
  return {
    velocity_analysis: velocityAnalysis(metrics),
    quality_trends: qualityTrends(metrics),
    efficiency_indicators: {
      ...figures,
      practices,
      improvement_opportunities: opportunitiesOf(metrics, gaps, practices),
      reasons: reasonsOf(figures, {
        estimate_accuracy: efficiency.reasons.estimate_accuracy_percent,
        resource_utilization: capacity.reason,
        cross_training_coverage: capacity.reasons.cross_training_percent,
        process_maturity: 'nothing is completed yet',
      }),
    },
    risk_management: riskManagement(metrics),
  };
}
