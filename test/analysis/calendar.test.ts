import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../src/analysis/calendar.ts';
import type { Config } from '../../src/model/config.ts';
import { formatDay, weekday } from '../../src/model/day.ts';
import { day } from './builders.ts';

function calendar(given: Partial<Config['calendar']> = {}) {
  return calendarOf({ workdays: [0, 1, 2, 3, 4], holidays: [], timezone: 'UTC', hoursPerDay: 8, ...given });
}

const someCalendar = fc
  .record({
    workdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
    holidays: fc.array(fc.integer({ min: -60, max: 60 }), { maxLength: 25 }),
  })
  .map(({ workdays, holidays }) => {
    const days = holidays.map((offset) => formatDay(day('2024-02-20') + offset));
    return { of: calendar({ workdays, holidays: days }), workdays, holidays: days };
  });
const someDay = fc.integer({ min: -100, max: 100 }).map((offset) => day('2024-02-20') + offset);

describe('calendarOf', () => {
  it('skips weekends and holidays, and knows the leap day', () => {
    const c = calendar({ holidays: ['2024-12-25', '2024-12-25', '2024-12-28'] });
    expect(c.isWorkingDay(day('2024-12-25'))).toBe(false);
    expect(formatDay(c.onOrAfter(day('2024-12-25')))).toBe('2024-12-26');
    expect(formatDay(c.onOrBefore(day('2024-12-29')))).toBe('2024-12-27');
    expect(c.countWorkingDays(day('2024-12-23'), day('2024-12-29'))).toBe(4);
    expect(c.countWorkingDays(day('2024-02-26'), day('2024-03-01'))).toBe(5);
    expect(formatDay(c.shiftWorkingDays(day('2024-02-28'), 1))).toBe('2024-02-29');
    expect(formatDay(c.shiftWorkingDays(day('2023-02-28'), 1))).toBe('2023-03-01');
  });

  it('counts differences with a sign', () => {
    const c = calendar();
    expect(c.workingDaysBetween(day('2024-07-26'), day('2024-07-29'))).toBe(1);
    expect(c.workingDaysBetween(day('2024-07-29'), day('2024-07-26'))).toBe(-1);
    expect(c.workingDaysBetween(day('2024-07-28'), day('2024-07-26'))).toBe(0);
    expect(c.workingDaysBetween(day('2024-07-28'), day('2024-07-29'))).toBe(1);
    expect(c.countWorkingDays(day('2024-07-29'), day('2024-07-26'))).toBe(0);
  });

  it('shifts a due date on a day off in either direction, and not at all by 0', () => {
    const c = calendar();
    expect(formatDay(c.shiftWorkingDays(day('2024-07-28'), 5))).toBe('2024-08-02');
    expect(formatDay(c.shiftWorkingDays(day('2024-07-28'), -1))).toBe('2024-07-26');
    expect(formatDay(c.shiftWorkingDays(day('2024-07-28'), 0))).toBe('2024-07-28');
  });

  it('reads instants as days in the time zone of the project', () => {
    const c = calendar({ timezone: 'Pacific/Auckland', holidays: ['2024-07-29'] });
    expect(c.dayOf('2024-07-26T16:45:00Z')).toBe(day('2024-07-27'));
    expect(c.isWorkingDay(day('2024-07-29'))).toBe(false);
    expect(c.dayOf(null)).toBeNull();
    expect(c.dayOf('soon')).toBeNull();
  });

  it('reaches fifty years ahead', () => {
    const c = calendar({ holidays: Array.from({ length: 500 }, (_, i) => formatDay(day('2024-01-01') + i * 30)) });
    expect(formatDay(c.toDay(c.toIndex(day('2074-07-26'))))).toBe('2074-07-26');
  });

  it('agrees with counting day by day', () => {
    fc.assert(
      fc.property(someCalendar, someDay, someDay, ({ of, workdays, holidays }, from, to) => {
        let count = 0;
        for (let d = from; d <= to; d++) {
          if (workdays.includes(weekday(d)) && !holidays.includes(formatDay(d))) count++;
        }
        expect(of.countWorkingDays(from, to)).toBe(count);
      }),
    );
  });

  it('converts days and indexes into each other', () => {
    fc.assert(
      fc.property(someCalendar, someDay, fc.integer({ min: -200, max: 200 }), ({ of }, d, n) => {
        expect(of.toIndex(of.toDay(of.toIndex(d) + n))).toBe(of.toIndex(d) + n);
        const next = of.onOrAfter(d);
        expect(of.isWorkingDay(next)).toBe(true);
        expect(next === d).toBe(of.isWorkingDay(d));
        expect(of.onOrBefore(d)).toBeLessThanOrEqual(d);
        expect(of.isWorkingDay(of.onOrBefore(d))).toBe(true);
        expect(of.toIndex(d + 1) - of.toIndex(d)).toBe(of.isWorkingDay(d) ? 1 : 0);
        expect(of.workingDaysBetween(d, of.shiftWorkingDays(d, n))).toBe(n < 0 && !of.isWorkingDay(d) ? n + 1 : n);
      }),
    );
  });
});
