import * as z from 'zod';
import { QUALITY_TRENDS, RISK_TRENDS } from './status-delivery.ts';
import { figure, measured } from './status-measures.ts';
import { SUSTAINABILITY, TREND_DIRECTIONS } from './status-velocity.ts';

/** How the project does over time, under the names that the dashboards' readers know; shares are ratios from 0 to 1 here. */

export const MATURITY = ['initial', 'developing', 'established', 'advanced'] as const;
export const PRACTICES = ['estimates', 'actuals', 'acceptance', 'risks', 'quality_targets', 'journal'] as const;
export const OPPORTUNITIES = [
  'estimation',
  'rework',
  'on_time_delivery',
  'resource_optimization',
  'skill_coverage',
  'cross_training',
  'risk_mitigation',
  'quality_targets',
  'recording',
] as const;

export const trendsSchema = z.object({
  velocity_analysis: measured({
    current_velocity: figure.meta({ description: 'Milestones a week' }),
    baseline_velocity: figure.meta({ description: 'Milestones a week that the baseline asked for' }),
    improvement_percentage: figure,
    sustainability_rating: z.enum(SUSTAINABILITY).nullable(),
    trend_direction: z.enum(TREND_DIRECTIONS).nullable(),
  }),
  quality_trends: measured({
    first_time_quality: figure,
    defect_rate: figure,
    rework_percentage: figure.meta({ description: 'A ratio from 0 to 1, like the others' }),
    customer_satisfaction: figure.meta({ description: 'Of 5' }),
    trend_stability: z.enum(QUALITY_TRENDS).nullable(),
  }),
  efficiency_indicators: measured({
    estimate_accuracy: figure,
    resource_utilization: figure,
    cross_training_coverage: figure,
    process_maturity: z.enum(MATURITY).nullable(),
    practices: z.array(z.object({ practice: z.enum(PRACTICES), share: z.number().nullable(), met: z.boolean() })),
    improvement_opportunities: z.array(z.object({ key: z.enum(OPPORTUNITIES), text: z.string() })),
  }),
  risk_management: measured({
    risk_identification_rate: figure,
    mitigation_success_rate: figure,
    average_resolution_time: figure.meta({ description: 'Working days' }),
    escalation_rate: figure,
    trend_assessment: z.enum(RISK_TRENDS).nullable(),
  }),
});

export type Trends = z.infer<typeof trendsSchema>;
