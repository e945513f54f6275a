import * as z from 'zod';
import { figure, isoDay, metricWith } from './status-measures.ts';

export const TREND_DIRECTIONS = ['increasing', 'decreasing', 'no_trend'] as const;
export const SUSTAINABILITY = ['high', 'medium', 'low'] as const;

const expected = z.object({ expected: z.number(), low: z.number(), high: z.number() });

export const velocitySchema = metricWith({
  hours_per_week: figure,
  window_weeks: z.number().int(),
  weeks: z.number().int().meta({ description: 'Weeks counted: the window, or fewer in a young project' }),
  versus_target_percent: figure,
  baseline: figure.meta({ description: 'Milestones a week that the baseline dates of the same weeks asked for' }),
  series: z.array(z.object({ start: isoDay, end: isoDay, milestones: z.number().int(), hours: z.number() })),
  trend: z.enum(TREND_DIRECTIONS).nullable(),
  trend_test: z
    .object({
      method: z.literal('mann-kendall'),
      of: z.enum(['hours', 'milestones']),
      weeks: z.number().int(),
      s: z.number().int(),
      p_value: z.number(),
      slope_per_week: z.number(),
    })
    .nullable(),
  variation: figure.meta({ description: 'Coefficient of variation of the weekly figures' }),
  sustainability: z.enum(SUSTAINABILITY).nullable(),
  forecast: z
    .object({ probability: z.number(), milestones_per_week: expected.nullable(), hours_per_week: expected.nullable() })
    .nullable()
    .meta({ description: 'Next week, with the range in which it falls with that probability' }),
});

export type Velocity = z.infer<typeof velocitySchema>;
