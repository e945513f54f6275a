import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/status.ts';
import type { ConfigFile } from '../../src/model/config.ts';
import { WEEKDAYS } from '../../src/model/config.ts';
import { formatDay, weekday } from '../../src/model/day.ts';
import type { Given } from './builders.ts';
import { day, rowOf, state } from './builders.ts';

/** A random project: edges go from smaller to larger numbers, so there is no cycle. */
interface Sample {
  readonly durations: number[];
  readonly starts: (string | null)[];
  readonly edges: { from: number; to: number; lag: number }[];
  readonly workdays: number[];
  readonly holidays: string[];
  readonly start: string;
}

const START = day('2024-02-20');
const near = (min: number, max: number) => fc.integer({ min, max }).map((n) => formatDay(START + n));

const sample: fc.Arbitrary<Sample> = fc.integer({ min: 1, max: 12 }).chain((size) => {
  const edge = fc
    .record({ a: fc.nat(size - 1), b: fc.nat(size - 1), lag: fc.integer({ min: -4, max: 4 }) })
    .filter(({ a, b }) => a !== b)
    .map(({ a, b, lag }) => ({ from: Math.min(a, b), to: Math.max(a, b), lag }));
  return fc.record({
    durations: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: size, maxLength: size }),
    starts: fc.array(fc.option(near(-10, 40), { freq: 2 }), { minLength: size, maxLength: size }),
    edges:
      size === 1
        ? fc.constant([])
        : fc.uniqueArray(edge, { maxLength: 24, selector: ({ from, to }) => `${from}-${to}` }),
    workdays: fc.uniqueArray(fc.nat(6), { minLength: 1 }),
    holidays: fc.array(near(-5, 60), { maxLength: 12 }),
    start: near(-3, 3),
  });
});

const name = (n: number): string => `M${String(n + 1).padStart(2, '0')}`;

function configOf({ workdays, holidays, start }: Sample): ConfigFile {
  return {
    project: { start },
    calendar: { workdays: workdays.map((d) => WEEKDAYS[d] ?? 'mon'), holidays },
  };
}

function analysed(given: Sample, now = '2024-01-02T12:00:00Z', more: (n: number) => Given = () => ({})) {
  const milestones: Record<string, Given> = {};
  for (const [n, duration] of given.durations.entries()) {
    const { timeline, ...rest } = more(n);
    milestones[name(n)] = {
      timeline: { duration: `${duration}d`, estimated_start: given.starts[n] ?? null, ...timeline },
      dependencies: given.edges.filter((e) => e.to === n).map((e) => ({ id: name(e.from), lag: `${e.lag}d` })),
      ...rest,
    };
  }
  return analyse(state({ config: configOf(given), milestones }), now);
}

/** The working days from the project's start on, found by looking at every day. */
function workingDays({ workdays, holidays, start }: Sample): number[] {
  const found: number[] = [];
  for (let d = day(start); found.length < 200; d++) {
    if (workdays.includes(weekday(d)) && !holidays.includes(formatDay(d))) found.push(d);
  }
  return found;
}

/** Lengths of all paths from or to a node, each given by the function that adds an edge and a node to it. */
function walk(edges: Sample['edges'], n: number, forward: boolean, step: (path: Sample['edges']) => void): void {
  const go = (at: number, path: Sample['edges']): void => {
    step(path);
    for (const edge of edges)
      if ((forward ? edge.from : edge.to) === at) go(forward ? edge.to : edge.from, [...path, edge]);
  };
  go(n, []);
}

function bruteForce(given: Sample) {
  const days = workingDays(given);
  const earliest = given.starts.map((iso) => (iso === null ? 0 : days.findIndex((d) => d >= day(iso))));
  const early = given.durations.map((_, n) => {
    let best = 0;
    walk(given.edges, n, false, (path) => {
      const first = path.at(-1)?.from ?? n;
      const length = path.reduce((sum, e) => sum + (given.durations[e.from] ?? 0) + e.lag, 0);
      best = Math.max(best, (earliest[first] ?? 0) + length);
    });
    return best;
  });
  const end = Math.max(...early.map((start, n) => start + (given.durations[n] ?? 0)));
  const late = given.durations.map((_, n) => {
    let best = end;
    walk(given.edges, n, true, (path) => {
      const length = path.reduce((sum, e) => sum + (given.durations[e.to] ?? 0) + e.lag, 0);
      best = Math.min(best, end - length);
    });
    return best;
  });
  return { days, early, late, end };
}

/** Today anywhere around the project, and a state for each milestone that a real one could have. */
const underWay = fc.record({
  given: sample,
  today: near(-5, 60),
  states: fc.array(
    fc.record({
      status: fc.constantFrom('planning' as const, 'in_progress' as const, 'blocked' as const, 'completed' as const),
      progress: fc.integer({ min: 0, max: 100 }),
      end: near(-5, 30),
    }),
    { minLength: 12, maxLength: 12 },
  ),
});

function inProgress({ given, today, states }: typeof underWay extends fc.Arbitrary<infer T> ? T : never) {
  return analysed(given, `${today}T12:00:00Z`, (n) => {
    const { status = 'planning', progress = 0, end = null } = states[n] ?? {};
    return status === 'completed' ? { status, timeline: { actual_end: end } } : { status, progress };
  });
}

describe('the planned schedule', () => {
  it('is the one that comes of trying all paths', () => {
    fc.assert(
      fc.property(sample, (given) => {
        const status = analysed(given);
        const { days, early, late, end } = bruteForce(given);
        expect(status.schedule.length_days).toBe(end);
        for (const [n, duration] of given.durations.entries()) {
          const row = rowOf(status, name(n));
          expect(row.early_start_day).toBe(early[n]);
          expect(row.early_finish_day).toBe((early[n] ?? 0) + duration);
          expect(row.late_finish_day).toBe(late[n]);
          expect(row.total_float_days).toBe((late[n] ?? 0) - (early[n] ?? 0) - duration);
          if (duration === 0) continue;
          expect(row.planned_start).toBe(formatDay(days[early[n] ?? 0] ?? 0));
          expect(row.planned_finish).toBe(formatDay(days[(early[n] ?? 0) + duration - 1] ?? 0));
        }
      }),
      { numRuns: 120 },
    );
  });

  it('has floats that keep what they promise', () => {
    fc.assert(
      fc.property(sample, fc.nat(11), (given, pick) => {
        const n = pick % given.durations.length;
        const before = analysed(given);
        const { total_float_days, free_float_days, early_start_day } = rowOf(before, name(n));
        const total = total_float_days ?? 0;
        const free = free_float_days ?? 0;
        expect(free).toBeGreaterThanOrEqual(0);
        expect(free).toBeLessThanOrEqual(total);
        if (!given.edges.some((e) => e.from === n)) expect(free).toBe(total);
        const days = workingDays(given);
        const slipped = (by: number) => {
          const starts = given.starts.with(n, formatDay(days[(early_start_day ?? 0) + by] ?? 0));
          return analysed({ ...given, starts });
        };
        expect(slipped(total).schedule.length_days).toBe(before.schedule.length_days);
        expect(slipped(total + 1).schedule.length_days).toBe(before.schedule.length_days + 1);
        const starts = (status: typeof before) =>
          status.milestones.filter((row) => row.id !== name(n)).map((row) => row.early_start_day);
        expect(starts(slipped(free))).toEqual(starts(before));
        if (free < total) expect(starts(slipped(free + 1))).not.toEqual(starts(before));
      }),
      { numRuns: 50 },
    );
  });

  it('has critical paths that add up to its length', () => {
    fc.assert(
      fc.property(sample, (given) => {
        const { schedule, milestones } = analysed(given);
        expect(schedule.critical).toEqual(milestones.filter((r) => r.total_float_days === 0).map((r) => r.id));
        expect(schedule.critical_paths).toHaveLength(Math.min(20, schedule.critical_path_count));
        expect([...new Set(schedule.critical_paths.flat())].sort()).toEqual(
          schedule.critical_path_count > 20 ? expect.anything() : schedule.critical,
        );
        for (const path of schedule.critical_paths) {
          const last = milestones.find((row) => row.id === path.at(-1));
          expect(last?.early_finish_day).toBe(schedule.length_days);
          for (const [i, id] of path.entries()) {
            const edge = given.edges.find((e) => name(e.from) === path[i - 1] && name(e.to) === id);
            const before = milestones.find((row) => row.id === path[i - 1]);
            if (i > 0) {
              expect((before?.early_finish_day ?? 0) + (edge?.lag ?? 0)).toBe(
                milestones.find((row) => row.id === id)?.early_start_day,
              );
            }
          }
        }
      }),
    );
  });

  it('never gets shorter by one more edge', () => {
    fc.assert(
      fc.property(sample, fc.nat(99), (given, pick) => {
        fc.pre(given.edges.length > 0);
        const without = given.edges.filter((_, i) => i !== pick % given.edges.length);
        const before = analysed({ ...given, edges: without });
        const after = analysed(given);
        expect(after.schedule.length_days).toBeGreaterThanOrEqual(before.schedule.length_days);
        for (const row of before.milestones) {
          expect(rowOf(after, row.id).early_start_day).toBeGreaterThanOrEqual(row.early_start_day ?? 0);
        }
      }),
    );
  });
});

describe('the projected schedule', () => {
  it('never does unfinished work before today, and keeps what happened', () => {
    fc.assert(
      fc.property(underWay, (project) => {
        const status = inProgress(project);
        for (const [n] of project.given.durations.entries()) {
          const row = rowOf(status, name(n));
          const given = project.states[n];
          if (given?.status === 'completed') expect(row.projected_finish).toBe(given.end);
          else {
            expect((row.projected_finish ?? '') >= project.today).toBe(true);
            if (given?.status !== 'in_progress') expect((row.projected_start ?? '') >= project.today).toBe(true);
          }
          expect((row.projected_start ?? '') <= (row.projected_finish ?? '')).toBe(true);
        }
      }),
    );
  });

  it('starts what has not started after all its predecessors, plus lag', () => {
    fc.assert(
      fc.property(underWay, (project) => {
        const status = inProgress(project);
        const all = workingDays({ ...project.given, start: formatDay(START - 60) });
        const at = (iso: string | null): number => all.findLastIndex((d) => d <= day(iso ?? ''));
        for (const { from, to, lag } of project.given.edges) {
          const [before, after] = [rowOf(status, name(from)), rowOf(status, name(to))];
          if (after.status !== 'planning' || after.remaining_days === 0 || before.duration_days === 0) continue;
          expect(at(after.projected_start)).toBeGreaterThanOrEqual(
            at(before.projected_finish) + lag + (before.remaining_days === 0 && before.status !== 'completed' ? 0 : 1),
          );
        }
      }),
    );
  });

  it('is the planned one as long as nothing has happened yet', () => {
    fc.assert(
      fc.property(sample, (given) => {
        for (const row of analysed(given).milestones) {
          expect([row.projected_start, row.projected_finish]).toEqual([row.planned_start, row.planned_finish]);
        }
      }),
    );
  });

  it('stays the planned one if everything is finished as planned', () => {
    fc.assert(
      fc.property(sample, fc.nat(12), (given, done) => {
        const planned = analysed(given);
        // The first ones are done: edges go forwards, so no predecessor of theirs is open.
        const after = analysed(given, '2024-01-02T12:00:00Z', (n) =>
          n < done ? { status: 'completed', timeline: { actual_end: rowOf(planned, name(n)).planned_finish } } : {},
        );
        expect(after.schedule.projected_finish).toBe(planned.schedule.planned_finish);
        for (const row of after.milestones) expect(row.projected_finish).toBe(row.planned_finish);
      }),
    );
  });
});
