import * as z from 'zod';
import { figure, metricWith } from './status-measures.ts';

/** How work comes out: effort, dates, risks and quality. Percentages are 0–100, days are working days. */

export const efficiencySchema = metricWith({
  actual_hours: figure,
  estimated_hours: figure,
  estimate_accuracy_percent: figure,
  within_25_percent: figure.meta({ description: 'Share of milestones estimated within 25 % of their actual hours' }),
  rework_percent: figure,
  defect_percent: figure.meta({ description: 'Share of finished tasks with a recorded defect' }),
  technical_debt_percent: figure,
});

export const timelineSchema = metricWith({
  on_baseline_percent: figure,
  average_slip_days: figure.meta({ description: 'Actual end against baseline, finished milestones; positive = late' }),
  buffer_days: figure,
  buffer_used_percent: figure,
  buffer_remaining_percent: figure,
  buffer_remaining_on_baseline_percent: figure.meta({ description: 'The same with the buffers before the baselines' }),
  room_days: figure.meta({ description: 'From the projected finish of the project to its last due date' }),
  room_percent: figure.meta({ description: 'The same in percent of the length of the schedule' }),
  critical_path_variance_days: figure.meta({ description: 'Projected finish against baseline; negative = ahead' }),
  dependency_resolution_days: figure,
  external_active: z.number().int(),
  external_resolved: z.number().int().meta({ description: 'Resolved in the last seven days' }),
});

export const RISK_TRENDS = ['improving', 'stable', 'worsening'] as const;

export const riskMetricSchema = metricWith({
  open: z.number().int(),
  high_open: z.array(z.string()).meta({ description: 'Open risks of high or critical impact' }),
  unquantified: z.array(z.string()).meta({ description: 'Open risks without probability or delay: not in the value' }),
  exposure_before_days: figure.meta({ description: 'The exposure when the window began' }),
  identified_early_percent: figure,
  mitigation_success_percent: figure,
  average_resolution_days: figure,
  escalation_percent: figure,
  trend: z.enum(RISK_TRENDS).nullable(),
});

export const QUALITY_TRENDS = ['improving', 'stable', 'declining'] as const;

const check = z.object({
  milestone: z.string(),
  name: z.string(),
  value: z.number().nullable(),
  target: z.number().nullable(),
  unit: z.string(),
  better: z.enum(['higher', 'lower']),
  met: z.boolean().nullable(),
  trend: z.enum(QUALITY_TRENDS).nullable().meta({ description: 'Against the first value in the journal' }),
  points: z.number().int().meta({ description: 'Recorded values, the present one included' }),
  expected: z
    .number()
    .nullable()
    .meta({ description: 'Where the line through the values ends up at the projected finish' }),
  reason: z.string().nullable().meta({ description: 'Why met, trend or expected are null' }),
});

export const qualitySchema = metricWith({
  checks: z.array(check),
  targets_met_percent: figure,
  satisfaction: figure.meta({ description: 'Mean of the recorded marks, of 5' }),
  first_time_trend: z.enum(QUALITY_TRENDS).nullable(),
  satisfaction_trend: z.enum(QUALITY_TRENDS).nullable(),
});

export type Efficiency = z.infer<typeof efficiencySchema>;
export type TimelineMetric = z.infer<typeof timelineSchema>;
export type RiskMetric = z.infer<typeof riskMetricSchema>;
export type QualityMetricPart = z.infer<typeof qualitySchema>;
export type QualityCheck = z.infer<typeof check>;
