import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/status.ts';
import { statusSchema } from '../../src/model/status.ts';
import type { Given } from './builders.ts';
import { rowOf, state } from './builders.ts';

type Tasks = NonNullable<Given['tasks']>;

function rowWith(tasks: Tasks, more: Given = {}) {
  const status = analyse(
    state({ milestones: { A: { status: 'in_progress', tasks, ...more } } }),
    '2024-07-10T12:00:00Z',
  );
  expect(statusSchema.safeParse(status).error).toBeUndefined();
  return rowOf(status, 'A');
}

function network(tasks: Tasks, more: Given = {}) {
  const found = rowWith(tasks, more).task_schedule;
  if (found === null) throw new Error('no schedule');
  return found;
}

/** `A2 B4:A C10:A,B` → tasks with those hours, and the tasks they depend on. */
const tasksOf = (text: string): Tasks =>
  text.split(' ').map((item) => {
    const [, id = '', hours = '', needs = ''] = /^([A-Z]+)([\d.]*):?(.*)$/.exec(item) ?? [];
    return {
      id,
      ...(hours !== '' && { estimated_hours: Number(hours) }),
      depends_on: needs === '' ? [] : needs.split(','),
    };
  });

describe('the network of tasks inside a milestone', () => {
  it('gives the published slacks of a textbook network', () => {
    // Hillier and Lieberman, "Introduction to Operations Research": the Reliable Construction Co. project; its weeks as hours.
    const found = network(tasksOf('A2 B4:A C10:B D6:C E4:C F5:E G7:D H9:E,G I7:C J8:F,I K4:J L5:J M2:H N6:K,L'));
    expect(found.length_hours).toBe(44);
    expect(found.critical_paths).toEqual([['A', 'B', 'C', 'E', 'F', 'J', 'L', 'N']]);
    expect(found.critical).toEqual(['A', 'B', 'C', 'E', 'F', 'J', 'L', 'N']);
    expect(found.tasks.map((t) => t.total_float_hours)).toEqual([0, 0, 0, 4, 0, 0, 4, 4, 2, 0, 1, 0, 4, 0]);
    expect(found.tasks.map((t) => t.early_start_hour)).toEqual([0, 2, 6, 16, 16, 20, 22, 29, 16, 25, 33, 33, 38, 38]);
    expect(found.tasks.map((t) => t.late_finish_hour)).toEqual([2, 6, 16, 26, 20, 25, 33, 42, 25, 33, 38, 38, 44, 44]);
  });

  it('runs what is left through the same network, which may have another longest chain', () => {
    // By hand: A B takes 14 h, C D 10 h; once B is nearly done, C D is what keeps the milestone open.
    const tasks = tasksOf('A8 B6:A C4 D6:C');
    const done = network(
      tasks.map((task) => ({
        ...task,
        ...(task.id === 'A' && { status: 'completed' as const }),
        ...(task.id === 'B' && { progress: 75 }),
      })),
    );
    expect(done).toMatchObject({
      length_hours: 14,
      remaining_hours: 10,
      remaining_path: ['C', 'D'],
      critical: ['A', 'B'],
    });
    expect(done.tasks.map((t) => t.remaining_hours)).toEqual([0, 1.5, 4, 6]);
    expect(done.tasks.map((t) => [t.total_float_hours, t.free_float_hours])).toEqual([
      [0, 0],
      [0, 0],
      [4, 0],
      [4, 4],
    ]);
    expect(network(tasks, { status: 'completed' })).toMatchObject({
      length_hours: 14,
      remaining_hours: 0,
      remaining_path: [],
    });
  });

  it('calls chains equal whose decimal hours are', () => {
    const found = network(tasksOf('A0.1 B0.2:A C0.3 D0.7:B,C'));
    expect(found).toMatchObject({ length_hours: 1, critical: ['A', 'B', 'C', 'D'], critical_path_count: 2 });
  });

  it('reports a cycle, gives its members no hours, and schedules the rest', () => {
    const found = network(tasksOf('A2 B30:A,C C1:B D3:A'));
    expect(found).toMatchObject({ cycle: ['B', 'C'], critical_paths: [['A', 'D']], length_hours: 30 });
    expect(found.tasks.find((t) => t.id === 'B')).toMatchObject({ early_start_hour: null, critical: false });
    expect(found.tasks.find((t) => t.id === 'D')).toMatchObject({ early_start_hour: 2, critical: true });
    expect(network(tasksOf('A2:A')).cycle).toEqual(['A']);
  });

  it('names tasks without an estimate, leaves out cancelled ones, and waits for nobody it does not know', () => {
    const found = network([
      { id: 'A', estimated_hours: 5 },
      { id: 'B', depends_on: ['A', 'A'] },
      { id: 'C', estimated_hours: 9, status: 'cancelled' },
      { id: 'D', estimated_hours: 2, depends_on: ['C', 'elsewhere'] },
    ]);
    expect(found).toMatchObject({ length_hours: 5, unestimated: ['B'], critical_paths: [['A', 'B']] });
    expect(found.tasks.map((t) => [t.id, t.early_start_hour])).toEqual([
      ['A', 0],
      ['B', 5],
      ['D', 0],
    ]);
  });

  it('says why there is none', () => {
    expect(rowWith([])).toMatchObject({ task_schedule: null, task_schedule_reason: 'it has no tasks' });
    expect(rowWith([{ id: 'A' }])).toMatchObject({ task_schedule_reason: 'none of its tasks has estimated_hours' });
  });

  it('is what the length of a milestone without dates comes from', () => {
    const row = rowWith(tasksOf('A10 B7:A D16'));
    expect(row.task_schedule?.length_hours).toBe(17);
    expect(row.duration_days).toBe(3);
  });
});

/** Hours in fifths, so that the engine sees decimals that binary numbers do not have; halves of them stay exact at one tenth. */
const sample = fc.integer({ min: 2, max: 8 }).chain((size) =>
  fc.record({
    fifths: fc.array(fc.nat(30), { minLength: size, maxLength: size }),
    done: fc.array(fc.constantFrom(0, 50, 100), { minLength: size, maxLength: size }),
    edges: fc.uniqueArray(
      fc
        .tuple(fc.nat(size - 1), fc.nat(size - 1))
        .filter(([a, b]) => a !== b)
        .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
      { maxLength: 14, selector: (edge) => edge.join() },
    ),
  }),
);

/** Every way along the edges from a task, or back from it, as the tasks on it after the first. */
function ways(edges: readonly (readonly [number, number])[], n: number, forward: boolean): number[][] {
  const next = edges.flatMap(([a, b]) => (forward ? (a === n ? [b] : []) : b === n ? [a] : []));
  return [[], ...next.flatMap((to) => ways(edges, to, forward).map((way) => [to, ...way]))];
}

describe('against all paths, one by one', () => {
  it('has the same lengths, dates, floats and critical paths', () => {
    fc.assert(
      fc.property(sample, ({ fifths, done, edges }) => {
        const name = (n: number): string => `T${n}`;
        const found = network(
          fifths.map((five, n) => ({
            id: name(n),
            estimated_hours: five / 5,
            progress: done[n] ?? 0,
            depends_on: edges.filter(([, to]) => to === n).map(([from]) => name(from)),
          })),
        );
        // In tenths of an hour.
        const sum = (of: readonly number[], way: readonly number[]): number =>
          way.reduce((s, n) => s + (of[n] ?? 0), 0);
        const tenths = fifths.map((five) => five * 2);
        const left = tenths.map((ten, n) => (ten * (100 - (done[n] ?? 0))) / 100);
        const early = tenths.map((_, n) => Math.max(...ways(edges, n, false).map((way) => sum(tenths, way))));
        const tail = tenths.map((_, n) => Math.max(...ways(edges, n, true).map((way) => sum(tenths, way))));
        const end = Math.max(...tenths.map((own, n) => own + (early[n] ?? 0)));
        const ten = (hours: number | null): number => Math.round((hours ?? -1) * 10);
        expect(ten(found.length_hours)).toBe(end);
        for (const [n, own] of tenths.entries()) {
          const task = found.tasks[n];
          const start = early[n] ?? 0;
          const total = end - start - own - (tail[n] ?? 0);
          const after = edges.filter(([from]) => from === n).map(([, to]) => (early[to] ?? 0) - start - own);
          expect(task && [ten(task.early_start_hour), ten(task.early_finish_hour)]).toEqual([start, start + own]);
          expect(task && [ten(task.total_float_hours), ten(task.free_float_hours)]).toEqual([
            total,
            Math.min(total, ...after),
          ]);
          expect(task && ten(task.late_start_hour)).toBe(start + total);
          expect(task?.critical).toBe(total === 0);
        }
        const rest = Math.max(
          ...left.map((own, n) => own + Math.max(...ways(edges, n, true).map((way) => sum(left, way)))),
        );
        expect(ten(found.remaining_hours)).toBe(rest);
        // The chain that is named really takes what is said, and every critical path the whole length.
        const number = (id: string): number => Number(id.slice(1));
        expect(sum(left, found.remaining_path.map(number))).toBe(rest);
        for (const path of found.critical_paths) expect(sum(tenths, path.map(number))).toBe(end);
        expect(found.remaining_hours).toBeLessThanOrEqual(found.length_hours);
      }),
      { numRuns: 300 },
    );
  });
});
