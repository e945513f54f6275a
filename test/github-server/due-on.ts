import { Temporal } from 'temporal-polyfill';
import { stamp } from './state.ts';

/**
 * What GitHub stores for a milestone's `due_on`: the midnight that begins the instant's day in Los Angeles, so
 * `2026-07-28T12:00:00Z` comes back as `2026-07-28T07:00:00Z` (08:00 in winter) and an instant before 07:00Z as the
 * day before.
 */
export function flooredDueOn(instant: string): string {
  const day = Temporal.Instant.from(instant).toZonedDateTimeISO('America/Los_Angeles').startOfDay();
  return stamp(new Date(day.epochMilliseconds));
}
