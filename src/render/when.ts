import { dayOfInstant, formatDay, parseInstant } from '../model/day.ts';

const MINUTE = 60_000;

/** An ISO 8601 instant as `2024-07-20 16:30 UTC`; a bare date and anything unreadable stay as they are. */
export function instant(at: string): string {
  const ms = parseInstant(at);
  if (ms === undefined) return at;
  const minutes = Math.floor(ms / MINUTE) - dayOfInstant(ms, 'UTC') * 1440;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${formatDay(dayOfInstant(ms, 'UTC'))} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)} UTC`;
}

/** `1 day`, `3 days`. */
export function days(count: number): string {
  return `${count} ${Math.abs(count) === 1 ? 'day' : 'days'}`;
}

/** `+2 days`, `-1 day`, `0 days`. */
export function signedDays(count: number): string {
  return count > 0 ? `+${days(count)}` : days(count);
}

/** `1 milestone`, `3 milestones`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
