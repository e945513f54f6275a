import * as z from 'zod';
import { capacitySchema } from './status-capacity.ts';
import { efficiencySchema, qualitySchema, riskMetricSchema, timelineSchema } from './status-delivery.ts';
import { velocitySchema } from './status-velocity.ts';

/** The metrics and the forecast of the status contract; null value by value with the reason beside it. */

export const metricsSchema = z.object({
  velocity: velocitySchema,
  efficiency: efficiencySchema,
  timeline: timelineSchema,
  risk: riskMetricSchema,
  quality: qualitySchema,
  capacity: capacitySchema,
});

const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const quantiles = { p50: isoDay.nullable(), p85: isoDay.nullable(), p95: isoDay.nullable() };

/** A three-point estimate, the project's own completed milestones, or nothing: then the length is taken as certain. */
const SPREADS = ['three_point', 'history', 'none'] as const;

export const forecastSchema = z.object({
  ...quantiles,
  risk_adjusted: z.object(quantiles),
  runs: z.number().int(),
  seed: z.string(),
  history: z.number().int(),
  enough_history: z.boolean(),
  reason: z.string().nullable(),
  milestones: z.array(
    z.object({
      id: z.string(),
      ...quantiles,
      on_time: z.number().nullable(),
      criticality: z.number().nullable(),
      /** Where the spread of its length comes from. */
      spread: z.enum(SPREADS),
    }),
  ),
  /** Whose length decides when the project ends, the strongest first. */
  drivers: z.array(z.object({ id: z.string(), correlation: z.number(), variance_share: z.number() })),
});

export type Forecast = z.infer<typeof forecastSchema>;
