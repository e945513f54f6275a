import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/status.ts';
import type { ConfigFile } from '../../src/model/config.ts';
import { statusSchema } from '../../src/model/status.ts';
import type { Given } from './builders.ts';
import { EVERY_DAY, FROM_JULY, rowOf, state } from './builders.ts';

/** 2024-07-01 is a Monday; Monday to Friday are working days. */
function at(now: string, milestones: Record<string, Given>, config: ConfigFile = FROM_JULY) {
  const status = analyse(state({ config, milestones }), `${now}T12:00:00Z`);
  expect(statusSchema.safeParse(status).error).toBeUndefined();
  const dates = (id: string) => {
    const row = rowOf(status, id);
    return {
      planned: `${row.planned_start} ${row.planned_finish}`,
      projected: `${row.projected_start} ${row.projected_finish}`,
      variance: row.variance_days,
      float: [row.total_float_days, row.free_float_days],
    };
  };
  return { status, dates, row: (id: string) => rowOf(status, id) };
}

const days = (duration: string, more: Given['timeline'] = {}): Given => ({ timeline: { duration, ...more } });

describe('what is nearly critical', () => {
  // A decides the end after ten days; they have 0, 1, 2 and 3 days of float.
  const four = { A: days('10d'), B: days('9d'), C: days('8d'), D: days('7d') };

  it('has some float, but no more than the tolerance', () => {
    const { status, row } = at('2024-07-01', four);
    expect(status.schedule).toMatchObject({ critical: ['A'], near_critical: ['B', 'C'] });
    expect(['A', 'B', 'C', 'D'].map((id) => row(id).near_critical)).toEqual([false, true, true, false]);
  });

  it('follows the tolerance of the project', () => {
    const within = (near_critical: number) =>
      at('2024-07-01', four, { ...FROM_JULY, tolerance: { near_critical } }).status.schedule.near_critical;
    expect([0, 1, 3].map(within)).toEqual([[], ['B'], ['B', 'C', 'D']]);
  });
});

describe('planned dates', () => {
  it('count boundaries from the start of the project, and dates inclusively', () => {
    const { row, status } = at('2024-07-01', { A: days('3d'), B: { ...days('5d'), dependencies: ['A'] } });
    expect(row('B')).toMatchObject({ early_start_day: 3, early_finish_day: 8, planned_start: '2024-07-04' });
    expect(row('B').planned_finish).toBe('2024-07-10');
    expect(status.schedule).toMatchObject({ start: '2024-07-01', length_days: 8, critical_paths: [['A', 'B']] });
  });

  it('never start before estimated_start, the project, or on a day off', () => {
    const { dates } = at('2024-07-01', {
      A: days('2d', { estimated_start: '2024-07-06' }),
      B: days('2d', { estimated_start: '2024-06-03' }),
    });
    expect(dates('A').planned).toBe('2024-07-08 2024-07-09');
    expect(dates('B').planned).toBe('2024-07-01 2024-07-02');
  });

  it('put lags and leads in working days and weeks on edges from both ends', () => {
    const { dates, status } = at('2024-07-01', {
      A: { ...days('5d'), dependencies: { enables: ['B', 'C'] } },
      B: { ...days('1d'), dependencies: { requires: [{ id: 'A', lag: '1w' }] } },
      C: days('1d'),
      D: { ...days('1d'), dependencies: { requires: [{ id: 'A', lag: '-2d' }] } },
    });
    expect(dates('B').planned).toBe('2024-07-15 2024-07-15');
    expect(dates('C').planned).toBe('2024-07-08 2024-07-08');
    expect(dates('D').planned).toBe('2024-07-04 2024-07-04');
    expect(status.dependencies.map((d) => `${d.from}${d.to}${d.lag_days}`)).toEqual(['AB5', 'AC0', 'AD-2']);
  });

  it('let milestones of no length fall on the day of the predecessor that drives them', () => {
    const { dates, row, status } = at('2024-07-01', {
      A: days('5d'),
      B: { ...days('0d'), dependencies: ['A'] },
      C: { ...days('0d'), dependencies: [{ id: 'B', lag: '2d' }] },
      D: { ...days('1d'), dependencies: ['B'] },
      E: days('0d'),
      F: days('0d', { estimated_start: '2024-07-13' }),
      G: { ...days('0d', { estimated_start: '2024-07-08' }), dependencies: ['A'] },
      H: { ...days('0d'), dependencies: ['G'] },
      I: { ...days('1d'), dependencies: ['G'] },
      J: { ...days('0d'), dependencies: ['A', 'G'] },
      K: { ...days('0d'), dependencies: ['B', 'G'] },
    });
    expect(dates('B').planned).toBe('2024-07-05 2024-07-05');
    expect(dates('C').planned).toBe('2024-07-09 2024-07-09');
    expect(dates('D').planned).toBe('2024-07-08 2024-07-08');
    expect(dates('E').planned).toBe('2024-07-01 2024-07-01');
    expect(dates('F').planned).toBe('2024-07-15 2024-07-15');
    // Friday's A only ties with the Monday before which G may not start.
    expect(dates('G').planned).toBe('2024-07-08 2024-07-08');
    expect(dates('H').planned).toBe('2024-07-08 2024-07-08');
    expect(dates('I').planned).toBe('2024-07-08 2024-07-08');
    // Where two drive it, the later one counts.
    expect(dates('J').planned).toBe('2024-07-08 2024-07-08');
    expect(dates('K').planned).toBe('2024-07-08 2024-07-08');
    expect(row('B')).toMatchObject({ early_start_day: 5, early_finish_day: 5, duration_days: 0 });
    expect(status.schedule.length_days).toBe(10);
  });

  it('begin with project.start, else the earliest estimated start, else today', () => {
    const some = { A: days('1d'), B: days('1d', { estimated_start: '2024-07-10' }), C: days('1d') };
    expect(at('2024-07-01', some, {}).status.schedule.start).toBe('2024-07-10');
    expect(at('2024-07-06', { A: days('1d') }, {}).status.schedule.start).toBe('2024-07-06');
    expect(at('2024-07-06', { A: days('1d') }, {}).dates('A').planned).toBe('2024-07-08 2024-07-08');
    const gone = { A: { ...days('1d', { estimated_start: '2024-01-01' }), status: 'cancelled' as const } };
    expect(at('2024-07-01', gone, {}).status.schedule.start).toBe('2024-07-01');
  });

  it('ignore cancelled milestones and the edges through them', () => {
    const { dates, row, status } = at('2024-07-01', {
      A: days('5d'),
      B: { ...days('5d'), status: 'cancelled', dependencies: ['A'] },
      C: { ...days('1d'), dependencies: ['B'] },
    });
    expect(dates('C').planned).toBe('2024-07-01 2024-07-01');
    expect(row('B')).toMatchObject({
      planned_start: null,
      projected_finish: null,
      variance_days: null,
      health: 'done',
    });
    expect(row('C').blocked_by).toEqual([]);
    expect(status.dependencies.map((d) => d.state)).toEqual(['waiting', 'satisfied']);
    expect(status.actions.find((a) => a.milestone === 'C' && a.priority === 'medium')?.text).toContain('without B');
  });

  it('leave the members of a cycle without dates, name them in order, and schedule the rest', () => {
    const { status, row, dates } = at('2024-07-01', {
      A: { ...days('2d'), dependencies: ['C'] },
      B: { ...days('2d'), dependencies: ['A'] },
      C: { ...days('2d'), dependencies: ['B'] },
      D: days('3d'),
      E: { ...days('1d'), dependencies: ['D', 'C'] },
    });
    expect(status.schedule).toMatchObject({ cycle: ['A', 'B', 'C'], critical_paths: [['D', 'E']], length_days: 4 });
    expect(row('A')).toMatchObject({ planned_start: null, total_float_days: null, critical: false, health: 'blocked' });
    expect(dates('E').planned).toBe('2024-07-04 2024-07-04');
    expect(row('E').health).toBe('blocked');
  });
});

describe('projected dates', () => {
  it('follow what happened, and do the rest from today', () => {
    const { dates, row } = at('2024-07-10', {
      A: {
        ...days('3d', { estimated_end: '2024-07-03', actual_start: '2024-07-02', actual_end: '2024-07-05' }),
        status: 'completed',
      },
      B: {
        ...days('10d', { estimated_end: '2024-07-17', actual_start: '2024-07-06' }),
        status: 'in_progress',
        progress: 70,
        dependencies: ['A'],
      },
      C: { ...days('4d', { estimated_end: '2024-07-19' }), dependencies: ['B'], progress: 25 },
    });
    expect(dates('A')).toMatchObject({ projected: '2024-07-02 2024-07-05', variance: 2 });
    expect(dates('B')).toMatchObject({ projected: '2024-07-06 2024-07-12', variance: -3 });
    expect(dates('C')).toMatchObject({ projected: '2024-07-15 2024-07-17', variance: -2 });
    expect(row('B').remaining_days).toBe(3);
    expect(row('C').remaining_days).toBe(3);
  });

  it('take completed_at where actual_end is missing, else nothing', () => {
    const { dates, row } = at('2024-07-10', {
      A: { ...days('3d'), status: 'completed', completed_at: '2024-07-04T23:30:00-02:00' },
      B: { ...days('2d'), status: 'completed' },
    });
    expect(dates('A').projected).toBe('2024-07-01 2024-07-05');
    expect(row('A').actual_end).toBe('2024-07-05');
    expect(dates('B')).toMatchObject({ planned: '2024-07-01 2024-07-02', projected: 'null null', variance: null });
    expect(row('B').actual_end).toBeNull();
  });

  it('do not wait for finished work of which nobody knows when it was finished', () => {
    const given: Record<string, Given> = {
      M01: { ...days('5d', { actual_start: '2024-07-01', estimated_end: '2024-07-05' }), status: 'completed' },
      M02: { ...days('3d', { estimated_end: '2024-07-10' }), dependencies: ['M01'] },
      M03: { ...days('0d'), status: 'completed', dependencies: ['M02'] },
      M04: { ...days('1d'), dependencies: ['M03'] },
    };
    const { dates, status } = at('2024-07-08', given, {});
    // The plan counts from today, so that M01 would be planned for 07-12; it is over.
    expect(dates('M01')).toMatchObject({ projected: '2024-07-01 null', variance: null });
    expect(dates('M02')).toMatchObject({ projected: '2024-07-08 2024-07-10', variance: 0 });
    expect(dates('M03').projected).toBe('null null');
    expect(dates('M04').projected).toBe('2024-07-08 2024-07-08');
    expect(status.schedule.projected_finish).toBe('2024-07-10');
    const lagged = { ...given, M02: { ...days('3d'), dependencies: [{ id: 'M01', lag: '2d' }] } };
    // A lag counts from yesterday at the latest, for today nothing is left to do.
    expect(at('2024-07-08', lagged, {}).dates('M02').projected).toBe('2024-07-10 2024-07-12');
  });

  it('are unknown as a whole where nothing but such work is there', () => {
    const { status } = at('2024-07-08', { A: { ...days('5d', { estimated_end: '2024-07-01' }), status: 'completed' } });
    expect(status.schedule.projected_finish).toBeNull();
    expect(status.metrics?.timeline).toMatchObject({ room_days: null, critical_path_variance_days: null });
    expect(status.metrics?.timeline.reasons).toMatchObject({
      room_days: 'nobody knows when any milestone was finished',
      critical_path_variance_days: 'no critical milestone has a known finish',
    });
  });

  it('are not held by the start of somebody else, but by a stated start of the project', () => {
    const given = {
      A: days('3d', { estimated_start: '2024-07-15' }),
      B: days('3d', { estimated_end: '2024-07-10' }),
    };
    const { status, dates } = at('2024-07-08', given, {});
    expect(status.schedule.start).toBe('2024-07-15');
    expect(dates('A').projected).toBe('2024-07-15 2024-07-17');
    expect(dates('B')).toMatchObject({
      planned: '2024-07-15 2024-07-17',
      projected: '2024-07-08 2024-07-10',
      variance: 0,
    });
    expect(at('2024-07-08', given, { project: { start: '2024-07-11' } }).dates('B').projected).toBe(
      '2024-07-11 2024-07-15',
    );
  });

  it('start today at the earliest, today included if it is a working day', () => {
    const some = { A: days('2d'), B: { ...days('4d'), status: 'in_progress' as const, progress: 50 } };
    expect(at('2024-07-10', some).dates('A').projected).toBe('2024-07-10 2024-07-11');
    expect(at('2024-07-13', some).dates('A').projected).toBe('2024-07-15 2024-07-16');
    expect(at('2024-07-13', some).dates('B').projected).toBe('2024-07-01 2024-07-16');
  });

  it('let work go on that has started before its predecessor finished', () => {
    const { dates, row } = at('2024-07-10', {
      A: days('5d'),
      B: { ...days('2d', { actual_start: '2024-07-09' }), status: 'in_progress', dependencies: ['A'] },
    });
    expect(dates('B').projected).toBe('2024-07-09 2024-07-11');
    expect(row('B').blocked_by).toEqual(['A']);
  });

  it('wait for what comes from outside: the working day after it is due, unless it is there already', () => {
    const external = (given: object): Given => ({
      ...days('1d'),
      dependencies: { external: [{ name: 'API', due: '2024-07-12', ...given }] },
    });
    const { dates } = at('2024-07-10', {
      A: external({}),
      B: external({ status: 'done' }),
      C: external({ resolved_at: '2024-07-09' }),
      D: external({ due: '2024-07-04' }),
      E: { ...external({}), status: 'blocked' },
      F: { ...external({}), status: 'in_progress' },
    });
    expect(dates('A')).toMatchObject({ planned: '2024-07-01 2024-07-01', projected: '2024-07-15 2024-07-15' });
    expect(dates('B').projected).toBe('2024-07-10 2024-07-10');
    expect(dates('C').projected).toBe('2024-07-10 2024-07-10');
    expect(dates('D').projected).toBe('2024-07-10 2024-07-10');
    expect(dates('E').projected).toBe('2024-07-15 2024-07-15');
    expect(dates('F').projected).toBe('2024-07-01 2024-07-10');
  });

  it('round remaining work up, but not over a rounding error', () => {
    const some = (progress: number): Given => ({ ...days('10d'), status: 'in_progress', progress });
    const { row } = at('2024-07-01', { A: some(70), B: some(71), C: some(99.9), D: some(100) });
    expect(['A', 'B', 'C', 'D'].map((id) => row(id).remaining_days)).toEqual([3, 3, 1, 0]);
    expect(row('D').projected_finish).toBe('2024-07-01');
  });

  it('do the rest of what was begun before its time from today, too', () => {
    const early = days('2d', { estimated_start: '2024-07-22', actual_start: '2024-07-09' });
    const { dates } = at('2024-07-10', { A: { ...early, status: 'in_progress' }, B: { ...early, status: 'blocked' } });
    expect(dates('A').projected).toBe('2024-07-09 2024-07-11');
    expect(dates('B').projected).toBe('2024-07-09 2024-07-23');
  });

  it('let nobody start before a gate of no length that was passed on a day off', () => {
    const gate = (actual_end: string): Given => ({ ...days('0d', { actual_end }), status: 'completed' });
    const next = (id: string): Given => ({ ...days('1d'), dependencies: [id] });
    const { dates } = at('2024-07-01', { A: gate('2024-07-06'), B: next('A'), C: gate('2024-07-05'), D: next('C') });
    expect(dates('A').projected).toBe('2024-07-06 2024-07-06');
    expect(dates('B').projected).toBe('2024-07-08 2024-07-08');
    // A gate on a day of its own adds no day, even when it is passed.
    expect(dates('D').projected).toBe('2024-07-05 2024-07-05');
  });

  it('take a finish on a day off as it is; the successor starts on the next working day', () => {
    const { dates } = at(
      '2024-07-01',
      {
        A: { ...days('2d', { actual_end: '2024-07-06', estimated_end: '2024-07-05' }), status: 'completed' },
        B: { ...days('1d', { estimated_start: '2024-07-03' }), dependencies: ['A'] },
      },
      FROM_JULY,
    );
    expect(dates('A')).toMatchObject({ projected: '2024-07-01 2024-07-06', variance: 0 });
    expect(dates('B').projected).toBe('2024-07-08 2024-07-08');
  });
});

describe('due dates', () => {
  it('on a holiday are met by the working day before', () => {
    const config: ConfigFile = {
      project: { start: '2024-12-23' },
      calendar: { holidays: ['2024-12-25', '2024-12-26'] },
    };
    const { dates } = at(
      '2024-12-23',
      { A: days('2d', { estimated_end: '2024-12-26' }), B: days('3d', { estimated_end: '2024-12-26' }) },
      config,
    );
    expect(dates('A')).toMatchObject({ planned: '2024-12-23 2024-12-24', variance: 0 });
    expect(dates('B')).toMatchObject({ planned: '2024-12-23 2024-12-27', variance: 1 });
  });

  it('slip against the baseline in working days', () => {
    const { row } = at('2024-07-01', { A: days('1d', { estimated_end: '2024-07-08', baseline_end: '2024-07-04' }) });
    expect(row('A')).toMatchObject({ baseline_due: '2024-07-04', slippage_days: 2 });
  });

  it('survive a leap day', () => {
    const { dates } = at('2024-02-28', { A: days('3d') }, { ...EVERY_DAY, project: { start: '2024-02-28' } });
    expect(dates('A').planned).toBe('2024-02-28 2024-03-01');
  });
});
