import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/status.ts';
import type { Given, Project } from './builders.ts';
import { state } from './builders.ts';

const NOW = '2024-07-31T12:00:00Z';

function velocity(project: Project, now = NOW) {
  const found = analyse(state(project), now).metrics?.velocity;
  if (!found) throw new Error('not computed');
  return found;
}

const ended = (day: string, hours?: number): Given => ({
  status: 'completed',
  timeline: { actual_end: day, ...(hours !== undefined && { estimated_hours: hours }) },
});

describe('velocity', () => {
  it('counts seven days up to today as a week, and today with them', () => {
    const found = velocity({
      config: { project: { start: '2024-01-01' }, targets: { window_weeks: 2 } },
      milestones: { A: ended('2024-07-31'), B: ended('2024-07-25'), C: ended('2024-07-24'), D: ended('2024-07-17') },
    });
    expect(found.series.slice(-2)).toEqual([
      { start: '2024-07-18', end: '2024-07-24', milestones: 1, hours: 0 },
      { start: '2024-07-25', end: '2024-07-31', milestones: 2, hours: 0 },
    ]);
    expect(found).toMatchObject({ value: 1.5, n: 3, weeks: 2, window_weeks: 2 });
    expect(found.series).toHaveLength(6);
  });

  it('does not hold the weeks before a young project’s start against it', () => {
    const young = velocity({ config: { project: { start: '2024-07-22' } }, milestones: { A: ended('2024-07-30') } });
    expect(young).toMatchObject({ weeks: 2, value: 0.5, trend: null });
    expect(young.reasons.trend).toBe('2 weeks so far; the test needs 4');
    const imported = velocity({ config: { project: { start: '2024-07-30' } }, milestones: { A: ended('2024-07-10') } });
    expect(imported.weeks).toBe(4);
  });

  it('counts hours of tasks on their own day, and the rest of the estimate when the milestone is finished', () => {
    const A: Given = {
      status: 'completed',
      timeline: { actual_end: '2024-07-31', estimated_hours: 50 },
      tasks: [
        { status: 'completed', estimated_hours: 20, completed_at: '2024-07-20' },
        { status: 'completed', estimated_hours: 10 },
        { status: 'cancelled', estimated_hours: 9, completed_at: '2024-07-20' },
      ],
    };
    const found = velocity({ config: { project: { start: '2024-07-18' } }, milestones: { A } });
    expect(found.series.map((week) => week.hours)).toEqual([20, 30]);
  });

  it('does not believe in work that is finished tomorrow', () => {
    expect(velocity({ milestones: { A: ended('2024-08-01', 5), B: { status: 'in_progress' } } })).toMatchObject({
      n: 0,
      value: 0,
    });
  });

  it('finds a trend, up and down, and none where chance would do', () => {
    const weeks = (hours: readonly number[]): Project => ({
      config: { project: { start: '2024-06-20' } },
      milestones: Object.fromEntries(
        hours.map((h, i) => [`M${i}`, ended(`2024-0${i < 2 ? 6 : 7}-${['22', '29', '06', '13', '20', '27'][i]}`, h)]),
      ),
    });
    expect(velocity(weeks([10, 20, 30, 40, 50, 60])).trend).toBe('increasing');
    expect(velocity(weeks([60, 50, 40, 30, 20, 10])).trend).toBe('decreasing');
    expect(velocity(weeks([10, 60, 20, 50, 30, 40])).trend).toBe('no_trend');
    const even = velocity(weeks([40, 41, 40, 42, 40, 41]));
    expect(even).toMatchObject({ trend_test: { of: 'hours', weeks: 6 }, sustainability: 'high' });
    expect(even.forecast?.hours_per_week?.expected).toBeCloseTo(40.75, 2);
  });

  it('takes weeks that are all alike for no certainty', () => {
    const config = { project: { start: '2024-07-04' } };
    const none = velocity({ config, milestones: { A: { status: 'in_progress' } } });
    expect(none).toMatchObject({ value: 0, weeks: 4, forecast: null });
    expect(none.reasons.forecast).toBe('nothing was finished in these weeks');
    const weekly = ['2024-07-08', '2024-07-15', '2024-07-22', '2024-07-29'];
    const even = (hours?: readonly number[]) =>
      velocity({ config, milestones: Object.fromEntries(weekly.map((day, i) => [`M${i}`, ended(day, hours?.[i])])) });
    expect(even().forecast).toBeNull();
    expect(even().reasons.forecast).toContain('every week so far was alike');
    expect(even([8, 8, 8, 8]).forecast).toBeNull();
    expect(even([8, 9, 8, 9]).forecast).toMatchObject({ milestones_per_week: null, hours_per_week: { expected: 8.5 } });
  });

  it('has no figure where nobody knows when anything was finished, but knows the hours of dated tasks', () => {
    const undated: Given = { status: 'completed', timeline: { duration: '5d' } };
    const tasks = [{ status: 'completed' as const, estimated_hours: 8, completed_at: '2024-07-30' }];
    const found = velocity({ config: { project: { start: '2024-07-18' } }, milestones: { A: { ...undated, tasks } } });
    expect(found).toMatchObject({ value: null, rating: null, hours_per_week: 4, forecast: null });
    expect(found.reasons).toMatchObject({ rating: found.reason, versus_target_percent: found.reason });
  });

  it('ranks milestones where no work has an estimate', () => {
    const A = ended('2024-07-05');
    const found = velocity({ config: { project: { start: '2024-07-01' } }, milestones: { A, B: ended('2024-07-30') } });
    expect(found.trend_test).toMatchObject({ of: 'milestones', weeks: 5 });
    expect(found.hours_per_week).toBeNull();
    expect(found.forecast?.hours_per_week).toBeNull();
  });
});
