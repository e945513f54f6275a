import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/status.ts';
import type { Given } from './builders.ts';
import { FROM_JULY, rowOf, state } from './builders.ts';

/** On Wednesday 2024-07-10, the eighth working day of a project that began on Monday 2024-07-01. */
function on(milestones: Record<string, Given>) {
  return analyse(state({ config: FROM_JULY, milestones }), '2024-07-10T12:00:00Z');
}

function rules(milestones: Record<string, Given>, id = 'A'): string[] {
  const row = rowOf(on(milestones), id);
  // Most of these end within days; that has a test of its own.
  return [row.health, ...row.reasons.map((r) => r.rule).filter((rule) => rule !== 'due-soon')];
}

const running = (duration: string, due: string | null, progress: number, more: Given = {}): Given => ({
  status: 'in_progress',
  progress,
  ...more,
  timeline: { duration, estimated_end: due, ...more.timeline },
});

describe('health of a milestone', () => {
  it('is late once it is past due, or projected past the tolerance of two days', () => {
    expect(rules({ A: running('5d', '2024-07-09', 90) })).toEqual(['late', 'past-due', 'projected-after-due']);
    expect(rules({ A: running('4d', '2024-07-10', 0) }).slice(0, 2)).toEqual(['late', 'projected-late']);
    expect(rules({ A: running('3d', '2024-07-10', 0) }).slice(0, 2)).toEqual(['at_risk', 'projected-after-due']);
    expect(rules({ A: running('1d', '2024-07-10', 90) })).toEqual(['on_track', 'on-track']);
  });

  it('gives the figures', () => {
    const row = rowOf(on({ A: running('5d', '2024-07-08', 55) }), 'A');
    expect(row.reasons.map((r) => r.text)).toEqual([
      'Was due 2024-07-08, 2 working days ago, and is 55% done',
      'Projected to finish on 2024-07-12, 4 working days after its due date 2024-07-08',
      '55% done after 100% of the time from 2024-07-01 to 2024-07-08',
    ]);
  });

  it('is at risk when more than 20 points behind the time passed', () => {
    // Seven of ten working days have passed.
    expect(rules({ A: running('1d', '2024-07-12', 50) })).toEqual(['on_track', 'on-track']);
    // Seven of twelve working days have passed: 58.3%.
    expect(rules({ A: running('2d', '2024-07-16', 38) })).toEqual(['at_risk', 'behind']);
    expect(rules({ A: running('2d', '2024-07-16', 39) })).toEqual(['on_track', 'on-track']);
    expect(rules({ A: { timeline: { duration: '2d', estimated_end: '2024-07-16' } } })).toEqual(['at_risk', 'behind']);
  });

  it('is at risk with what comes from outside', () => {
    const external = (given: object): Given => ({ dependencies: { external: [{ name: 'API', ...given }] } });
    const of = (given: object) => rules({ A: running('2d', '2024-07-30', 60, external(given)) });
    expect(of({ status: 'at_risk' })).toEqual(['at_risk', 'external-at-risk']);
    expect(of({ due: '2024-07-09' })).toEqual(['at_risk', 'external-overdue']);
    expect(of({ due: '2024-07-10' })).toEqual(['on_track', 'on-track']);
    expect(of({ status: 'blocked' })).toEqual(['blocked', 'blocked']);
    expect(of({ status: 'blocked', resolved_at: '2024-07-09' })).toEqual(['on_track', 'on-track']);
  });

  it('is at risk with open risks of high impact that could cost more days than there are', () => {
    const of = (risk: object) => rules({ A: running('1d', '2024-07-12', 70, { risks: [{ id: 'R', ...risk }] }) });
    expect(of({ impact: 'high', delay: '3d' })).toEqual(['at_risk', 'high-risk']);
    expect(of({ impact: 'critical' })).toEqual(['at_risk', 'high-risk']);
    expect(of({ impact: 'high', delay: '2d' })).toEqual(['on_track', 'on-track']);
    expect(of({ impact: 'medium', delay: '9d' })).toEqual(['on_track', 'on-track']);
    expect(of({ impact: 'high', delay: '9d', status: 'mitigated' })).toEqual(['on_track', 'on-track']);
  });

  it('is behind only against dates of its own', () => {
    const of = (timeline: NonNullable<Given['timeline']>) =>
      rules({ A: { timeline: { duration: '2d', ...timeline } } });
    expect(of({})).toEqual(['on_track', 'on-track']);
    expect(of({ estimated_start: '2024-07-01' })).toEqual(['at_risk', 'behind']);
    expect(of({ estimated_end: '2024-07-31' })[0]).toBe('at_risk');
  });

  it('is pending while it waits or its start is to come, unless that makes it late', () => {
    const next = (due: string): Given => ({ timeline: { duration: '2d', estimated_end: due }, dependencies: ['A'] });
    const first = running('3d', '2024-07-30', 0);
    expect(rules({ A: first, B: next('2024-07-30') }, 'B')).toEqual(['pending', 'waits-for']);
    expect(rules({ A: first, B: next('2024-07-15') }, 'B').slice(0, 2)).toEqual(['at_risk', 'projected-after-due']);
    expect(rules({ A: { timeline: { estimated_start: '2024-07-11', duration: '1d' } } })).toEqual([
      'pending',
      'starts-later',
    ]);
  });

  it('is blocked by itself or by the predecessor next to it, not by one further up', () => {
    const chain: Record<string, Given> = {
      A: { status: 'blocked', timeline: { duration: '1d' } },
      B: { dependencies: ['A'], timeline: { duration: '1d' } },
      C: { dependencies: ['B'], timeline: { duration: '1d' } },
      D: { dependencies: ['A'], timeline: { duration: '1d', actual_start: '2024-07-01' }, status: 'in_progress' },
    };
    const status = on(chain);
    expect(status.milestones.map((m) => m.health)).toEqual(['blocked', 'blocked', 'pending', 'at_risk']);
    expect(status.dependencies.map((d) => `${d.from}${d.to} ${d.state}`)).toEqual([
      'AB blocked',
      'BC waiting',
      'AD blocked',
    ]);
  });

  it('of a finished one compares it with its due date', () => {
    const done = (timeline: NonNullable<Given['timeline']>) =>
      rowOf(on({ A: { status: 'completed', timeline } }), 'A').reasons[0]?.text;
    expect(done({})).toBe('Completed on a day that neither its file nor the history tells');
    expect(done({ actual_end: '2024-07-05', estimated_end: '2024-07-05' })).toContain(', on its due date 2024-07-05');
    expect(done({ actual_end: '2024-07-05', estimated_end: '2024-07-07' })).toContain('in time for its due date');
    expect(done({ actual_end: '2024-07-06', estimated_end: '2024-07-05' })).toContain('no working day after its due');
    expect(done({ actual_end: '2024-07-08', estimated_end: '2024-07-05' })).toContain('1 working day after its due');
  });
});

describe('states of dependencies', () => {
  it('follow the predecessor', () => {
    const needs = (id: string): Given => ({ dependencies: [id], timeline: { duration: '1d' } });
    const { dependencies, milestones } = on({
      A: { status: 'completed' },
      B: running('9d', '2024-07-11', 0),
      C: running('1d', '2024-07-11', 0),
      D: {},
      E: { dependencies: ['A', 'B', 'C', 'D'] },
      F: { ...needs('D'), status: 'completed' },
    });
    expect(dependencies.map((d) => d.state)).toEqual(['satisfied', 'at_risk', 'in_progress', 'waiting', 'waiting']);
    expect(milestones.map((m) => m.blocked_by.join(''))).toEqual(['', '', '', '', 'BCD', '']);
  });

  it('put nothing at risk where the successor is cancelled', () => {
    const { dependencies } = on({
      A: running('9d', '2024-07-11', 0),
      B: { status: 'blocked' },
      C: { status: 'cancelled', dependencies: ['A', 'B'] },
    });
    expect(dependencies.map((d) => d.state)).toEqual(['in_progress', 'waiting']);
  });
});

describe('health of the project', () => {
  const health = (milestones: Record<string, Given>): string[] => {
    const { project } = on(milestones);
    return [project.health, ...project.reasons.map((r) => r.rule)];
  };
  const good = running('1d', '2024-07-30', 50);

  it('measures the projected finish against the last due date', () => {
    expect(health({ A: running('9d', '2024-07-15', 0) })).toEqual(['late', 'projected-late', 'milestones-late']);
    expect(health({ A: running('3d', '2024-07-11', 0) }).slice(0, 2)).toEqual(['at_risk', 'projected-after-due']);
    expect(health({ A: good })).toEqual(['on_track', 'on-track']);
  });

  it('is at risk with one that is late or blocked, or at risk on the critical path only', () => {
    expect(health({ A: good, B: running('5d', '2024-07-09', 0) })).toEqual(['at_risk', 'milestones-late']);
    expect(health({ A: good, B: { status: 'blocked', timeline: { duration: '1d' } } })).toEqual([
      'at_risk',
      'milestones-blocked',
    ]);
    const risky = running('3d', '2024-07-11', 0);
    expect(health({ A: running('2d', '2024-07-30', 60), B: risky })).toEqual(['at_risk', 'critical-at-risk']);
    expect(health({ A: running('8d', '2024-07-30', 60), B: risky })).toEqual(['on_track', 'on-track']);
  });

  it('is blocked when nobody can go on', () => {
    const stuck: Given = { status: 'blocked', timeline: { duration: '1d' } };
    const chain = { A: stuck, B: { dependencies: ['A'] }, C: { dependencies: ['B'] } };
    expect(health(chain)[0]).toBe('blocked');
    expect(health({ ...chain, D: {} })[0]).toBe('at_risk');
    expect(health({ ...chain, D: { status: 'in_progress', dependencies: ['B'] } })[0]).toBe('at_risk');
  });

  it('is pending before anything has started', () => {
    expect(health({ A: { timeline: { duration: '1d', estimated_start: '2024-08-01' } } })).toEqual([
      'pending',
      'not-started',
    ]);
  });
});

describe('action items', () => {
  it('are ranked, the earlier due date first', () => {
    const { actions } = on({
      A: { ...running('1d', '2024-07-12', 50), title: 'Alpha' },
      B: running('5d', '2024-07-09', 0),
      C: running('6d', '2024-07-11', 60),
      D: { status: 'blocked', timeline: { duration: '1d', estimated_end: '2024-07-31' } },
      E: running('1d', '2024-07-31', 50, { dependencies: { external: [{ name: 'API', status: 'at_risk' }] } }),
      F: { timeline: { duration: '9d' }, dependencies: ['E'] },
    });
    expect(actions.map((a) => `${a.priority} ${a.milestone}`)).toEqual([
      'urgent B',
      'urgent C',
      'urgent A',
      'high D',
      'high E',
      'low F',
      'low F',
    ]);
    expect(actions[2]).toEqual({
      priority: 'urgent',
      text: 'Finish A Alpha',
      cause: 'Due on 2024-07-12, and 50% done with 1 working day of work left',
      milestone: 'A',
    });
  });
});
