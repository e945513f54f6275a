import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { milestoneProgress, progressMismatch, projectProgress, taskProgress } from '../../src/analysis/progress.ts';
import { toConfig } from '../../src/model/config.ts';
import type { Given } from './builders.ts';
import { milestone } from './builders.ts';

const config = toConfig({});
const of = (given: Given): number => milestoneProgress(milestone('M1', given), config);

describe('progress of a task', () => {
  const task = (given: NonNullable<Given['tasks']>[number]): number => of({ tasks: [given] });

  it('is its own figure, else follows from its status', () => {
    expect(task({ progress: 30, status: 'completed' })).toBe(30);
    expect(task({ status: 'completed' })).toBe(100);
    expect(task({ status: 'in_progress' })).toBe(0);
    expect(task({})).toBe(0);
  });

  it('counts finished workflow phases by weight, 15/25/20/40 by default', () => {
    const phases = { design: { status: 'completed' }, spec: { status: 'approved' }, task: { status: 'in_progress' } };
    expect(task({ kiro_workflow: { enabled: true, phases } })).toBe(40);
    expect(task({ kiro_workflow: { enabled: false, phases } })).toBe(0);
    expect(task({ status: 'completed', kiro_workflow: { enabled: true, phases } })).toBe(100);
  });

  it("takes the milestone's own phase weights instead of the store's, in any unit", () => {
    const tasks = [{ kiro_workflow: { enabled: true, phases: { design: { status: 'completed' } } } }];
    const weights = { design: 0.1, spec: 0.1, task: 0.1, execute: 0.1 };
    expect(of({ tasks, kiro_configuration: { phase_weights: weights } })).toBeCloseTo(25);
    expect(of({ tasks, kiro_configuration: { phase_weights: {} } })).toBe(25);
    expect(milestoneProgress(milestone('M1', { tasks }), toConfig({ phase_weights: { design: 35 } }))).toBeCloseTo(
      (35 / 120) * 100,
    );
  });
});

describe('progress of a milestone', () => {
  it('weighs tasks by hours only if all of them have hours', () => {
    const done = { status: 'completed' as const };
    expect(of({ tasks: [{ ...done, estimated_hours: 30 }, { estimated_hours: 10 }] })).toBe(75);
    expect(of({ tasks: [{ ...done, estimated_hours: 30 }, {}] })).toBe(50);
    expect(of({ tasks: [{ ...done, estimated_hours: 0 }, { estimated_hours: 0 }] })).toBe(50);
  });

  it('leaves cancelled tasks out', () => {
    expect(of({ tasks: [{ status: 'completed', estimated_hours: 8 }, { status: 'cancelled' }] })).toBe(100);
    expect(of({ progress: 40, tasks: [{ status: 'cancelled' }] })).toBe(40);
  });

  it('without tasks is the recorded one, else follows from the status', () => {
    expect(of({ progress: { percentage: 88 } })).toBe(88);
    expect(of({ status: 'completed', progress: 90 })).toBe(90);
    expect(of({ status: 'completed' })).toBe(100);
    expect(of({})).toBe(0);
  });

  it('warns if the recorded one is further off than the tolerance; the tasks count', () => {
    const check = (recorded: number) => {
      const given = milestone('M1', { progress: recorded, tasks: [{ progress: 50 }] });
      return progressMismatch(given, milestoneProgress(given, config), config);
    };
    expect(check(53)).toBeNull();
    expect(check(53.1)).toMatchObject({ code: 'progress-mismatch', severity: 'warning', file: 'active/M1.yaml' });
    expect(check(0)?.message).toBe('M1 records 0% progress, but its tasks add up to 50%');
    expect(progressMismatch(milestone('M1', { progress: 10 }), 10, config)).toBeNull();
  });

  it('warns of what is completed while its tasks or its percentage say otherwise', () => {
    const check = (given: Given) => {
      const done = milestone('M1', { status: 'completed', ...given });
      return progressMismatch(done, milestoneProgress(done, config), config)?.message ?? null;
    };
    const half = [{ status: 'completed' as const }, { status: 'pending' as const }];
    expect(check({ tasks: half })).toBe('M1 is completed, but its tasks add up to 50%');
    expect(check({ progress: 40 })).toBe('M1 is completed, but it records 40% progress');
    expect([{}, { progress: 98 }, { tasks: [{ status: 'completed' as const }] }].map(check)).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('never falls when a task gets further, and stays between 0 and 100', () => {
    const tasks = fc.array(
      fc.record({ progress: fc.nat(100), estimated_hours: fc.option(fc.nat(40), { nil: null }) }),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(tasks, fc.nat(7), fc.nat(100), (given, pick, further) => {
        const before = of({ tasks: given });
        const n = pick % given.length;
        const after = of({
          tasks: given.map((t, i) => (i === n ? { ...t, progress: Math.max(t.progress, further) } : t)),
        });
        expect(after).toBeGreaterThanOrEqual(before - 1e-9);
        expect(after).toBeLessThanOrEqual(100 + 1e-9);
        expect(before).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('progress of the project', () => {
  const of = (...items: [Given['status'], number, number][]) =>
    projectProgress(
      items.map(([status, progress, duration], i) => ({
        milestone: milestone(`M${i}`, { status }),
        progress,
        duration,
      })),
    );

  it('weighs milestones by duration and leaves cancelled ones out', () => {
    expect(of(['completed', 100, 3], ['planning', 0, 1], ['cancelled', 0, 96])).toBe(75);
    expect(of(['completed', 100, 0], ['planning', 0, 0])).toBe(50);
  });

  it('is unknown without milestones', () => {
    expect(of()).toBeNull();
    expect(of(['cancelled', 50, 3])).toBeNull();
  });

  it('shares the definition of a task', () => {
    const [task] = milestone('M1', { tasks: [{ progress: 12.34 }] }).tasks;
    expect(task && taskProgress(task, config.phaseWeights)).toBe(12.34);
  });
});
