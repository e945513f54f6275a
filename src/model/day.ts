import { Temporal } from 'temporal-polyfill';

/** A calendar day as a whole number: days since 1970-01-01. The engine counts in these; ISO text stays at the edges. */
export type Day = number;

const MS_PER_DAY = 86_400_000;
/** 1900-01-01 and 9999-12-31. Beyond these a date has no text of ten characters, or stands in no plan: the engine stops there. */
export const FIRST_DAY: Day = Date.UTC(1900, 0, 1) / MS_PER_DAY;
export const LAST_DAY: Day = Date.UTC(9999, 11, 31) / MS_PER_DAY;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})[Tt ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s*([Zz]|[+-]\d{2}:?\d{2})?$/;

/** `2024-02-29` → its day number; undefined for anything else, dates that do not exist included. */
function parseDate(text: string): Day | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const day = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / MS_PER_DAY;
  return formatDay(day) === text ? day : undefined;
}

/**
 * An ISO 8601 date, or a date-time, as the day it falls on in `timeZone`.
 * A date-time without an offset is read as local time there. Returns undefined for text that is neither, and before 1900.
 */
export function parseDay(text: string, timeZone: string): Day | undefined {
  const date = parseDate(text);
  if (date !== undefined) return date;
  const match = DATE_TIME.exec(text);
  if (!match) return undefined;
  if (parseDate(match[1] ?? '') === undefined) return undefined;
  if (match[4] === undefined) return parseDate(match[1] ?? '');
  const instant = parseInstant(text);
  return instant === undefined ? undefined : withinCalendar(dayOfInstant(instant, timeZone));
}

/** An ISO 8601 date-time with an offset as an exact instant in epoch milliseconds; undefined if it is not one. */
export function parseInstant(text: string): number | undefined {
  try {
    return Temporal.Instant.from(text.replace(' ', 'T')).epochMilliseconds;
  } catch {
    return undefined;
  }
}

/** The calendar day on which an instant (epoch milliseconds) falls in `timeZone`. */
export function dayOfInstant(epochMs: number, timeZone: string): Day {
  if (timeZone === 'UTC') return Math.floor(epochMs / MS_PER_DAY);
  const date = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone).toPlainDate();
  return Date.UTC(date.year, date.month - 1, date.day) / MS_PER_DAY;
}

/** The day itself, or the end of the calendar where it lies beyond. */
export function withinCalendar(day: Day): Day {
  return Math.min(LAST_DAY, Math.max(FIRST_DAY, day));
}

/** The day as `YYYY-MM-DD`; one beyond the calendar as its first or last day. */
export function formatDay(day: Day): string {
  return new Date(withinCalendar(day) * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Day of the week, 0 = Monday … 6 = Sunday. */
export function weekday(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Calendar months later, the day of the month clamped to the month's length (31 January + 1 month = 28 or 29 February). */
export function addMonths(day: Day, months: number): Day {
  const date = Temporal.PlainDate.from(formatDay(day)).add({ months });
  return Date.UTC(date.year, date.month - 1, date.day) / MS_PER_DAY;
}

/** True for a name of the IANA time zone database that this runtime knows. */
export function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}
