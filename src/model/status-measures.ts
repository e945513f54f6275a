import * as z from 'zod';

/** How the analytics parts of the status contract write a figure: null where there is no data, with the reason beside it. */

const metric = {
  value: z.number().nullable(),
  unit: z.string(),
  target: z.number().nullable(),
  rating: z.enum(['green', 'amber', 'red']).nullable(),
  n: z.number().int().min(0).meta({ description: 'How many records the value stands on' }),
  reason: z.string().nullable().meta({ description: 'Why the value is null, or what it leaves out' }),
};

export type Rating = 'green' | 'amber' | 'red';

/** `figures`, each a number or null, and `reasons`: for each that is null, why. */
export function measured<S extends z.ZodRawShape>(figures: S) {
  const keys = Object.keys(figures) as (keyof S & string)[];
  return z.object({ ...figures, reasons: z.partialRecord(z.enum(keys), z.string()) });
}

/** A metric: its value, target and rating, and the figures beside it. A rating that is null for want of a target says so. */
export function metricWith<S extends z.ZodRawShape>(figures: S) {
  const keys = ['target', 'rating', ...Object.keys(figures)] as ('target' | 'rating' | (keyof S & string))[];
  return z.object({ ...metric, ...figures, reasons: z.partialRecord(z.enum(keys), z.string()) });
}

export const figure = z.number().nullable();
export const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const dayWindow = z.object({ start: isoDay, end: isoDay });
