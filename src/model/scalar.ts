import * as z from 'zod';
import { parseDay } from './day.ts';
import { ID_PATTERN } from './id.ts';
import { parseSpan } from './span.ts';

/**
 * The scalars of the store's YAML. Every optional key also accepts an empty value (`owner:`), which YAML reads as null
 * and people mean as "not given".
 */
export const date = z
  .string()
  .refine((text) => parseDay(text, 'UTC') !== undefined, { params: { code: 'bad-date' } })
  .meta({
    description: 'ISO 8601 date (2024-07-28) or date-time (2024-07-28T09:00:00Z)',
    // A refinement has no place in a JSON Schema; the pattern tells editors at least this much.
    pattern: '^\\d{4}-\\d{2}-\\d{2}([Tt ].+)?$',
  });

export const span = z
  .string()
  .refine((text) => (parseSpan(text)?.amount ?? -1) >= 0, { params: { code: 'bad-span' } })
  .meta({ description: 'Working days or weeks: 5d, 2w, 0d', pattern: '^\\+?\\d+ ?([dD]|[wW]|days?|weeks?)$' });

export const lag = z
  .string()
  .refine((text) => parseSpan(text) !== undefined, { params: { code: 'bad-span' } })
  .meta({
    description: 'Working days or weeks of lag, or negative for a lead: 2d, -1d, 1w',
    pattern: '^[+-]?\\d+ ?([dD]|[wW]|days?|weeks?)$',
  });

export const id = z
  .string()
  .refine((text) => ID_PATTERN.test(text), { params: { code: 'bad-id' } })
  .meta({ description: 'Letters, digits, dot, underscore and hyphen; at most 64', pattern: ID_PATTERN.source });

export const percentage = z.number().min(0).max(100);
export const probability = z.number().min(0).max(1);
export const amount = z.number().min(0);

export const text = z.string();
export const texts = z.array(z.string());

/** The same where the key may be left out or empty. Shared: making a schema takes long, and these stand in a hundred places. */
export const optional = {
  date: date.nullish(),
  span: span.nullish(),
  id: id.nullish(),
  percentage: percentage.nullish(),
  amount: amount.nullish(),
  text: text.nullish(),
  texts: texts.nullish(),
  flag: z.boolean().nullish(),
};
