import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../src/analysis/calendar.ts';
import { assignedFte, durationOf } from '../../src/analysis/duration.ts';
import { toConfig } from '../../src/model/config.ts';
import type { Given } from './builders.ts';
import { milestone } from './builders.ts';

const calendar = calendarOf(toConfig({}).calendar);

function of(given: Given) {
  const { days, diagnostics } = durationOf(milestone('M1', given), calendar);
  return [days, ...diagnostics.map((d) => d.code)];
}

describe('durationOf', () => {
  it('takes the stated duration; a week is a working week', () => {
    expect(of({ timeline: { duration: '5d' } })).toEqual([5]);
    expect(of({ timeline: { duration: '2w' } })).toEqual([10]);
    expect(of({ timeline: { duration: '0d', estimated_hours: 80 } })).toEqual([0]);
  });

  it('else counts the working days between its dates, both included', () => {
    expect(of({ timeline: { estimated_start: '2024-07-19', estimated_end: '2024-07-28' } })).toEqual([6]);
    expect(of({ timeline: { estimated_start: '2024-07-26', estimated_end: '2024-07-26' } })).toEqual([1]);
  });

  it('warns where both are given and differ, and lets the duration win', () => {
    const dates = { estimated_start: '2024-07-19', estimated_end: '2024-07-28' };
    expect(of({ timeline: { ...dates, duration: '8d' } })).toEqual([8, 'duration-mismatch']);
    expect(of({ timeline: { ...dates, duration: '6d' } })).toEqual([6]);
    expect(of({ timeline: { ...dates, estimated_start: '2024-08-01', duration: '6d' } })).toEqual([6]);
  });

  it('else divides the hours by the people, at least one, and rounds up', () => {
    expect(of({ timeline: { estimated_hours: 81 } })).toEqual([11]);
    expect(of({ timeline: { estimated_hours: 80 }, resources: [{ role: 'engineer', fte: 0.5 }] })).toEqual([10]);
    const resources = [{ role: 'engineer', fte: 2 }, { who: 'ann', allocation: 50 }, 'a laptop'];
    expect(of({ timeline: { estimated_hours: 80 }, resources })).toEqual([4]);
    expect(assignedFte(milestone('M1', { resources }).resources)).toBe(2.5);
    // 24 h / (8 h × 1.2) is 2.5; 0.1 + 0.2 FTE and the like must not cost a day.
    const tenths = Array.from({ length: 12 }, () => ({ who: 'x', allocation: 10 }));
    expect(of({ timeline: { estimated_hours: 9.6 }, resources: tenths })).toEqual([1]);
  });

  it('goes on to the hours where the dates hold no working day or are the wrong way round', () => {
    const weekend = { estimated_start: '2024-07-27', estimated_end: '2024-07-28', estimated_hours: 16 };
    expect(of({ timeline: weekend })).toEqual([2]);
    expect(of({ timeline: { ...weekend, estimated_start: '2024-07-29' } })).toEqual([2]);
  });

  it('else takes the longest chain of tasks', () => {
    const tasks = [
      { id: 'a', estimated_hours: 10 },
      { id: 'b', estimated_hours: 30, status: 'cancelled' as const },
      { id: 'c', estimated_hours: 7, depends_on: ['a', 'b', 'elsewhere'] },
      { id: 'd', estimated_hours: 16 },
    ];
    expect(of({ tasks })).toEqual([3]);
    expect(of({ tasks: [{ id: 'a', estimated_hours: 20, depends_on: ['a'] }, { id: 'b' }] })).toEqual([3]);
  });

  it('else is one day, and says so', () => {
    expect(of({})).toEqual([1, 'default-duration']);
    expect(of({ tasks: [{}] })).toEqual([1, 'default-duration']);
    expect(of({ timeline: { estimated_end: '2024-07-26' } })).toEqual([1, 'default-duration']);
  });
});
