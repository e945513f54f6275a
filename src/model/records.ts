import * as z from 'zod';
import { milestoneSchema } from './milestone-file.ts';
import { amount, text, texts } from './scalar.ts';

/** The store's remaining files: what other parts of the product keep there. */

/** `templates/*.yaml`: a milestone to start from, or the estimation model; the title may be left out. */
export const templateSchema = milestoneSchema.partial().extend({ name: text.nullish() });

/** `archive/<id>/metrics.yaml`: what a finished milestone measured. */
export const metricsSchema = z.looseObject({
  estimated_hours: amount.nullish(),
  actual_hours: amount.nullish(),
  lessons: texts.nullish(),
});
