import type { Config } from '../model/config.ts';
import type { Day } from '../model/day.ts';
import { parseDay, weekday, withinCalendar } from '../model/day.ts';

/**
 * The project's working days, numbered one after another so that schedules count in whole numbers. Index and day convert
 * into each other in O(log holidays), however far apart the days lie: whole weeks are arithmetic, holidays a binary search.
 */
export interface Calendar {
  readonly hoursPerDay: number;
  /** Working weekdays in a week: what `1w` stands for. */
  readonly daysPerWeek: number;
  /** The day that ISO text falls on in the project's time zone; null for none, or for text that is no date. */
  readonly dayOf: (text: string | null | undefined) => Day | null;
  readonly isWorkingDay: (day: Day) => boolean;
  /** Index of the first working day on or after `day`. Also the number of working days before it, up to a constant. */
  readonly toIndex: (day: Day) => number;
  /** The working day with this index; the inverse of `toIndex` on working days. Beyond the calendar, its first or last day. */
  readonly toDay: (index: number) => Day;
  /** The day itself if it is a working day, else the next one. */
  readonly onOrAfter: (day: Day) => Day;
  /** The day itself if it is a working day, else the one before. */
  readonly onOrBefore: (day: Day) => Day;
  /** Working days from `first` to `last`, both included; 0 if there are none between them. */
  readonly countWorkingDays: (first: Day, last: Day) => number;
  /** Working days after `from` up to and including `to`; negative where `to` comes first. Monday → Friday = 4. */
  readonly workingDaysBetween: (from: Day, to: Day) => number;
  /**
   * The day `n` working days later (earlier for a negative `n`), always a working day; 0 leaves the day as it is. From a
   * day off the count starts at the nearest working day in that direction, as in a spreadsheet's WORKDAY.
   */
  readonly shiftWorkingDays: (day: Day, n: number) => Day;
}

/** 1969-12-29, the Monday from which weeks are counted. */
const ANCHOR = -3;

/** How many of the sorted `values` are at most `limit`. */
function countUpTo(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The working-day calendar of a project's policy. Holidays on days off, and repeated ones, change nothing. */
export function calendarOf(config: Config['calendar']): Calendar {
  // The same few hundred dates are asked for again and again.
  const known = new Map<string, Day | null>();
  const dayOf = (text: string | null | undefined): Day | null => {
    if (text == null) return null;
    let found = known.get(text);
    if (found === undefined) {
      found = parseDay(text, config.timezone) ?? null;
      known.set(text, found);
    }
    return found;
  };
  const offsets = [...new Set(config.workdays)].sort((a, b) => a - b);
  const perWeek = offsets.length;
  const passed = Array.from({ length: 7 }, (_, d) => offsets.filter((offset) => offset < d).length);
  const workWeekday = new Set(offsets);

  // Weekdays are numbered first as if there were no holidays; the holidays before a day are then taken off.
  const ordinal = (day: Day): number => Math.floor((day - ANCHOR) / 7) * perWeek + (passed[weekday(day)] as number);
  const holidays = [...new Set(config.holidays.map(dayOf))]
    .filter((day) => day !== null)
    .filter((day) => workWeekday.has(weekday(day)))
    .sort((a, b) => a - b);
  const off = new Set(holidays);
  /** For each holiday, the index of the working day that follows it: not decreasing, so it can be searched. */
  const indexAfter = holidays.map((day, i) => ordinal(day) - i);

  const toIndex = (day: Day): number => ordinal(day) - countUpTo(holidays, day - 1);
  const toDay = (index: number): Day => {
    const n = index + countUpTo(indexAfter, index);
    const week = Math.floor(n / perWeek);
    return withinCalendar(ANCHOR + week * 7 + (offsets[n - week * perWeek] as number));
  };

  return {
    hoursPerDay: config.hoursPerDay,
    daysPerWeek: perWeek,
    dayOf,
    isWorkingDay: (day) => workWeekday.has(weekday(day)) && !off.has(day),
    toIndex,
    toDay,
    onOrAfter: (day) => toDay(toIndex(day)),
    onOrBefore: (day) => toDay(toIndex(day + 1) - 1),
    countWorkingDays: (first, last) => Math.max(0, toIndex(last + 1) - toIndex(first)),
    workingDaysBetween: (from, to) => toIndex(to + 1) - toIndex(from + 1),
    shiftWorkingDays: (day, n) => {
      if (n === 0) return day;
      return n > 0 ? toDay(toIndex(day + 1) + n - 1) : toDay(toIndex(day) + n);
    },
  };
}
