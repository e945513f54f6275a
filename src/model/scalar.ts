import * as z from 'zod';
import { parseDay } from './day.ts';
import { ID_PATTERN } from './id.ts';
import { isBounded, parseSpan } from './span.ts';

/** The largest figures of each kind that the store takes. Figures beyond these are slips of the hand, and overflow. */
export const MOST = { amount: 1_000_000, money: 1_000_000_000_000, people: 1000, percent: 1000 } as const;

/** A date of a year in which no project was planned. The last day that can be written is 9999-12-31. */
const BEFORE_1900 = /^(0\d|1[0-8])\d{2}-\d{2}-\d{2}/;

/**
 * The scalars of the store's YAML. Every optional key also accepts an empty value (`owner:`), which YAML reads as null
 * and people mean as "not given".
 */
export const date = z
  .string()
  .refine((text) => BEFORE_1900.test(text) || parseDay(text, 'UTC') !== undefined, { params: { code: 'bad-date' } })
  .refine((text) => !BEFORE_1900.test(text), { params: { code: 'far-date' } })
  .meta({
    description: 'ISO 8601 date (2024-07-28) or date-time (2024-07-28T09:00:00Z)',
    // A refinement has no place in a JSON Schema; the pattern tells editors at least this much.
    pattern: '^(19|[2-9]\\d)\\d{2}-\\d{2}-\\d{2}([Tt ].+)?$',
  });

const isShort = (text: string): boolean => {
  const span = parseSpan(text);
  return span === undefined || isBounded(span);
};

export const span = z
  .string()
  .refine((text) => (parseSpan(text)?.amount ?? -1) >= 0, { params: { code: 'bad-span' } })
  .refine(isShort, { params: { code: 'long-span' } })
  .meta({ description: 'Working days or weeks: 5d, 2w, 0d', pattern: '^\\+?0*\\d{1,4} ?([dD]|[wW]|days?|weeks?)$' });

export const lag = z
  .string()
  .refine((text) => parseSpan(text) !== undefined, { params: { code: 'bad-span' } })
  .refine(isShort, { params: { code: 'long-span' } })
  .meta({
    description: 'Working days or weeks of lag, or negative for a lead: 2d, -1d, 1w',
    pattern: '^[+-]?0*\\d{1,4} ?([dD]|[wW]|days?|weeks?)$',
  });

export const id = z
  .string()
  .refine((text) => ID_PATTERN.test(text), { params: { code: 'bad-id' } })
  .meta({ description: 'Letters, digits, dot, underscore and hyphen; at most 64', pattern: ID_PATTERN.source });

export const percentage = z.number().min(0).max(100);
export const probability = z.number().min(0).max(1);
/** Hours, rates, weights: what a project can hold, and what sums and products of them can be counted with exactly. */
export const amount = z.number().min(0).max(MOST.amount);
export const money = z.number().min(0).max(MOST.money);
/** Full-time equivalents. */
export const people = z.number().min(0).max(MOST.people);
/** Percent that may exceed the whole: a share of a working day, a buffer. */
export const excess = z.number().min(0).max(MOST.percent);
export const measured = z.number().min(-MOST.money).max(MOST.money);

export const text = z.string();
export const texts = z.array(z.string());

/** The same where the key may be left out or empty. Shared: making a schema takes long, and these stand in a hundred places. */
export const optional = {
  date: date.nullish(),
  span: span.nullish(),
  id: id.nullish(),
  percentage: percentage.nullish(),
  amount: amount.nullish(),
  money: money.nullish(),
  people: people.nullish(),
  excess: excess.nullish(),
  measured: measured.nullish(),
  text: text.nullish(),
  texts: texts.nullish(),
  flag: z.boolean().nullish(),
};
