import * as z from 'zod';
import { milestoneSchema } from './milestone-file.ts';
import { optional } from './scalar.ts';

/** The store's remaining files: what other parts of the product keep there. */

/** `templates/*.yaml`: a milestone to start from, or the estimation model; the title may be left out. */
export const templateSchema = milestoneSchema.partial().extend({ name: optional.text });

/** `archive/<id>/metrics.yaml`: what a finished milestone measured. */
export const metricsSchema = z.looseObject({
  estimated_hours: optional.amount,
  actual_hours: optional.amount,
  lessons: optional.texts,
});
