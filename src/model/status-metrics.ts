import * as z from 'zod';

/** The analytics parts of the status contract; each is null as a whole, or value by value with the reason beside it. */

const metric = z.object({
  value: z.number().nullable(),
  unit: z.string(),
  target: z.number().nullable(),
  rating: z.enum(['green', 'amber', 'red']).nullable(),
  n: z.number().int().min(0),
  reason: z.string().nullable(),
});

export const metricsSchema = z.object({
  velocity: metric.extend({
    hours_per_week: z.number().nullable(),
    window_weeks: z.number().int(),
    trend: z.string().nullable(),
  }),
  efficiency: metric,
  timeline: metric,
  risk: metric,
  quality: metric,
  capacity: metric,
});

const earnedValue = z.object({
  pv: z.number(),
  ev: z.number(),
  ac: z.number(),
  bac: z.number(),
  sv: z.number(),
  cv: z.number(),
  spi: z.number().nullable(),
  cpi: z.number().nullable(),
  eac: z.number().nullable(),
  etc: z.number().nullable(),
  vac: z.number().nullable(),
});

export const evmSchema = z.object({ hours: earnedValue, money: earnedValue.nullable() });

export const trendsSchema = z.object({
  velocity_analysis: z.unknown(),
  quality_trends: z.unknown(),
  efficiency_indicators: z.unknown(),
  risk_management: z.unknown(),
});

const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const quantiles = { p50: isoDay.nullable(), p85: isoDay.nullable(), p95: isoDay.nullable() };

export const forecastSchema = z.object({
  ...quantiles,
  risk_adjusted: z.object(quantiles),
  runs: z.number().int(),
  seed: z.string(),
  history: z.number().int(),
  enough_history: z.boolean(),
  reason: z.string().nullable(),
  milestones: z.array(
    z.object({ id: z.string(), ...quantiles, on_time: z.number().nullable(), criticality: z.number().nullable() }),
  ),
});
