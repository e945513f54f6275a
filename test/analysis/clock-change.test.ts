import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/status.ts';
import { parseDay } from '../../src/model/day.ts';
import { state } from './builders.ts';

const DAY = 86_400_000;

/**
 * A chain over the change of clocks, with times of day in the files as people write them. In one zone a day has 23 or 25 hours
 * there, in the other all have 24: nothing that is counted in days may tell the two apart.
 */
function project(timezone: string, saturday: string, config = {}) {
  const on = (days: number): string => new Date(Date.parse(saturday) + days * DAY).toISOString().slice(0, 10);
  return state({
    config: { calendar: { timezone, workdays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] }, ...config },
    milestones: {
      A: { timeline: { estimated_start: on(-2), estimated_end: on(2), duration: '5d' } },
      B: {
        timeline: { estimated_end: on(5), duration: '3d', optimistic: '2d', pessimistic: '6d' },
        dependencies: { requires: ['A'] },
      },
      C: { timeline: { estimated_end: on(8), duration: '2d' }, dependencies: { requires: [{ id: 'B', lag: '1d' }] } },
      Z: { status: 'completed', completed_at: `${on(1)}T23:30:00`, timeline: { estimated_end: on(1), duration: '1d' } },
    },
  });
}

describe.each([
  ['Europe/Berlin', '2024-03-30'],
  ['Europe/Berlin', '2024-10-26'],
  ['America/New_York', '2024-03-09'],
  ['America/New_York', '2024-11-02'],
  // The clocks change at midnight: the day begins at one.
  ['America/Santiago', '2024-09-07'],
  // The whole day of 2011-12-30 was left out there.
  ['Pacific/Apia', '2024-04-06'],
])('in %s around %s', (zone, saturday) => {
  const at = (days: number, time = '12:00:00Z'): string =>
    `${new Date(Date.parse(saturday) + days * DAY).toISOString().slice(0, 10)}T${time}`;

  it('dates, lengths, floats and the forecast are those of a zone that keeps its clocks', () => {
    for (const days of [-1, 0, 1, 2, 3]) {
      // Noon there, whatever the zone: the same day in both.
      const [here, there] = [zone, 'UTC'].map((timezone) => {
        const offset = timezone === 'UTC' ? 0 : offsetAt(zone, at(days));
        const now = new Date(Date.parse(at(days)) - offset).toISOString();
        return analyse(project(timezone, saturday), now);
      });
      expect(here?.milestones).toEqual(there?.milestones);
      expect(here?.schedule).toEqual(there?.schedule);
      expect(here?.forecast).toEqual(there?.forecast);
      expect(here?.as_of).toBe(at(days).slice(0, 10));
    }
  });

  it('a day is the zone’s, to its last minute', () => {
    for (const days of [0, 1, 2]) {
      const late = Date.parse(at(days, '23:59:00Z'));
      const instant = new Date(late - offsetAt(zone, new Date(late - 6 * 3_600_000).toISOString())).toISOString();
      const shown = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(instant));
      expect(analyse(project(zone, saturday), instant).as_of).toBe(shown);
      expect(parseDay(instant, zone)).toBe(Date.parse(shown) / DAY);
    }
  });
});

/** Milliseconds by which the zone is ahead of UTC at an instant. */
function offsetAt(timeZone: string, instant: string): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(
    new Date(instant),
  );
  const [, sign = '+', hours = '0', minutes = '0'] =
    /GMT([+-])(\d\d):(\d\d)/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
