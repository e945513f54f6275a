import { expect } from 'vitest';
import { analyse } from '../../src/analysis/status.ts';
import { formatDay } from '../../src/model/day.ts';
import { statusSchema } from '../../src/model/status.ts';
import type { Given } from './builders.ts';
import { day, EVERY_DAY, state } from './builders.ts';

/** What the forecast's tests stand on: a project that starts, and is looked at, on a Monday. */
export const MONDAY = '2024-07-01';
export const at = (days: number): string => formatDay(day(MONDAY) + days);

export function status(milestones: Readonly<Record<string, Given>>, config = EVERY_DAY, now = MONDAY) {
  const found = analyse(state({ config, milestones }), `${now}T09:00:00Z`);
  expect(statusSchema.safeParse(found).error).toBeUndefined();
  return found;
}

export function forecast(milestones: Readonly<Record<string, Given>>, config = EVERY_DAY, now = MONDAY) {
  const found = status(milestones, config, now).forecast;
  if (found === null) throw new TypeError('no forecast');
  return found;
}

export const three = (optimistic: number, duration: number, pessimistic: number): NonNullable<Given['timeline']> => ({
  optimistic: `${optimistic}d`,
  duration: `${duration}d`,
  pessimistic: `${pessimistic}d`,
});
