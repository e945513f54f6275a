import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/status.ts';
import type { Session } from '../../src/model/session.ts';
import { toSession } from '../../src/model/session.ts';
import type { Given, Project } from './builders.ts';
import { EVERY_DAY, FROM_JULY, rowOf, state } from './builders.ts';

/** On Wednesday 2024-07-10; weekends off. */
const on = (project: Project) => analyse(state({ config: FROM_JULY, ...project }), '2024-07-10T12:00:00Z');

const work = (due: string, resources: Given['resources'] = [], more: Given = {}): Given => ({
  status: 'in_progress',
  progress: 60,
  resources,
  ...more,
  timeline: { estimated_start: '2024-07-08', estimated_end: due, duration: '5d', ...more.timeline },
});
const erin = (allocation: number) => [{ who: 'erin', allocation }];
const texts = (status: ReturnType<typeof on>, id: string, rule: string): string[] =>
  rowOf(status, id)
    .reasons.filter((r) => r.rule === rule)
    .map((r) => r.text);

describe('an overloaded person', () => {
  // B has a successor and no float; A may slip. Both have two days left.
  const shared = (a: number, b: number, owner: string | null = null): Project => ({
    milestones: {
      A: work('2024-07-19', erin(a)),
      B: work('2024-07-19', erin(b)),
      C: { timeline: { duration: '5d', estimated_end: '2024-07-31' }, dependencies: ['B'], owner },
    },
  });

  it('is a reason for every milestone that asks for them, and decides the health of none', () => {
    const status = on(shared(60, 95));
    const text = 'Over-allocated: erin at 155% of 100% until 2024-07-11 (A and B)';
    for (const id of ['A', 'B']) {
      expect(rowOf(status, id).health).toBe('on_track');
      expect(rowOf(status, id).reasons.map((r) => r.rule)).toEqual(['on-track', 'overloaded']);
      expect(texts(status, id, 'overloaded')).toEqual([text]);
    }
    expect(texts(on(shared(40, 60)), 'A', 'overloaded')).toEqual([]);
  });

  it('is to be eased where the share does not fit once those with less float have theirs', () => {
    const eased = (project: Project) =>
      on(project)
        .actions.filter((a) => a.text.startsWith('Ease'))
        .map((a) => [a.priority, a.milestone, a.text]);
    expect(eased(shared(60, 95))).toEqual([['medium', 'A', 'Ease the load on erin in A']]);
    // What no single milestone can have is asked of the critical one itself.
    expect(eased(shared(0, 120))).toEqual([
      ['high', 'B', 'Ease the load on erin in B'],
      ['medium', 'A', 'Ease the load on erin in A'],
    ]);
    expect(eased(shared(40, 60))).toEqual([]);
  });

  it('counts for the milestone they own, if its work meets those days', () => {
    const own = (start: string) =>
      on({
        milestones: {
          A: work('2024-07-19', erin(60)),
          B: work('2024-07-19', erin(95)),
          C: { timeline: { estimated_start: start, duration: '5d' }, owner: 'erin' },
        },
      });
    expect(texts(own('2024-07-10'), 'C', 'overloaded')).toHaveLength(1);
    expect(texts(own('2024-07-15'), 'C', 'overloaded')).toEqual([]);
    expect(own('2024-07-10').actions.filter((a) => a.milestone === 'C' && a.text.startsWith('Ease'))).toEqual([]);
  });

  it('may be a role, and may be so later only', () => {
    const qa = (fte: number) => [{ role: 'qa', fte }];
    const status = on({
      config: { ...FROM_JULY, team: [{ login: 'erin', roles: ['qa'] }] },
      milestones: {
        A: { timeline: { estimated_start: '2024-07-15', duration: '5d' }, resources: qa(1) },
        B: { timeline: { estimated_start: '2024-07-17', duration: '2d' }, resources: qa(0.5) },
      },
    });
    expect(texts(status, 'A', 'overloaded')).toEqual([
      'Over-allocated: qa at 1.5 of 1 FTE from 2024-07-17 to 2024-07-18 (A and B)',
    ]);
  });
});

describe('quality below target', () => {
  const quality = [
    { name: 'Coverage', value: 78, target: 95, unit: '%' },
    { name: 'Run time', value: 12, target: 15, unit: 'min', better: 'lower' as const },
    { name: 'Failures', value: 3, target: 2, better: 'lower' as const },
    { name: 'Docs', target: 95 },
  ];

  it('is a reason and an action, and turns nothing red', () => {
    const status = on({ milestones: { A: work('2024-07-19', [], { quality }) } });
    expect(rowOf(status, 'A')).toMatchObject({ health: 'on_track' });
    const text = 'Below target: Coverage 78% (target 95%) and Failures 3 (target 2)';
    expect(texts(status, 'A', 'quality-below-target')).toEqual([text]);
    expect(status.actions).toContainEqual({
      priority: 'medium',
      text: 'Bring A to its quality targets',
      cause: text,
      milestone: 'A',
    });
  });

  it('asks nothing of what has not begun or is over', () => {
    const later = on({ milestones: { A: { ...work('2024-07-19', [], { quality }), status: 'planning' } } });
    expect(later.actions.map((a) => a.text)).not.toContain('Bring A to its quality targets');
    const over = on({ milestones: { A: { ...work('2024-07-19', [], { quality }), status: 'completed' } } });
    expect(texts(over, 'A', 'quality-below-target')).toEqual([]);
  });
});

describe('a due date within two working days', () => {
  it('is a reason, and urgent', () => {
    const status = on({ milestones: { A: work('2024-07-12'), B: work('2024-07-15') } });
    expect(texts(status, 'A', 'due-soon')).toEqual([
      'Due on 2024-07-12, and 60% done with 2 working days of work left',
    ]);
    expect(texts(status, 'B', 'due-soon')).toEqual([]);
    expect(status.actions[0]).toMatchObject({ priority: 'urgent', milestone: 'A', text: 'Finish A' });
  });
});

describe('a milestone in progress that nobody hears of', () => {
  const session = (last: string): Session =>
    toSession({ milestone_focus: 'A', last_checkpoint: last }, 'S', 'sessions/S.yaml');
  const stale = (given: Given, project: Project = {}, id = 'A') =>
    texts(on({ milestones: { [id]: { ...work('2024-08-30'), ...given } }, ...project }), id, 'stale');
  const since = (day: string) => [`Nothing was recorded since ${day}, though it is in progress`];

  it('is stale after ten working days without a word: file, tasks, journal and sessions count', () => {
    const updated = (at: string): Given => ({ progress: { percentage: 60, last_update: at } });
    // Ten working days before 07-10 is 06-26.
    expect(stale(updated('2024-06-25'))).toEqual(since('2024-06-25'));
    expect(stale(updated('2024-06-26'))).toEqual([]);
    const tasks = (at: string): Given => ({ tasks: [{ status: 'completed', completed_at: at }, { progress: 50 }] });
    expect(stale({ ...updated('2024-05-01'), ...tasks('2024-06-20') })).toEqual(since('2024-06-20'));
    expect(stale({ ...updated('2024-05-01'), ...tasks('2024-07-01') })).toEqual([]);
    const journal: Project['journal'] = [
      {
        ...{ id: 'C-1', kind: 'applied', at: '2024-07-01T10:00:00Z', actor: 'ann' },
        changes: [{ file: 'active/A.yaml', path: ['title'], before: 'X', after: 'A' }],
      },
    ];
    expect(stale(updated('2024-05-01'), { journal })).toEqual([]);
    expect(stale(updated('2024-05-01'), { sessions: [session('2024-07-01T10:00:00Z')] })).toEqual([]);
    expect(stale({ ...updated('2024-05-01'), timeline: { actual_start: '2024-07-08', duration: '5d' } })).toEqual([]);
  });

  it('is not where nothing was ever recorded, where it has not begun, or by a date to come', () => {
    expect(stale({})).toEqual([]);
    expect(stale({ timeline: { actual_start: '2024-01-02', estimated_end: '2024-08-30' } })).toEqual([]);
    expect(stale({ status: 'planning', progress: { percentage: 0, last_update: '2024-01-02' } })).toEqual([]);
    expect(stale({ progress: { percentage: 10, last_update: '2024-08-01' } })).toEqual([]);
  });

  it('is at risk, for nobody knows, and somebody is to find out', () => {
    const status = on({
      milestones: { A: { ...work('2024-08-30'), progress: { percentage: 60, last_update: '2024-06-03' } } },
    });
    expect(rowOf(status, 'A').health).toBe('at_risk');
    expect(status.actions).toContainEqual(
      expect.objectContaining({ priority: 'medium', text: 'Find out how A stands, and record it', milestone: 'A' }),
    );
  });
});

describe('the health of a session', () => {
  const sessions = ['A', 'B', 'C', 'D', 'E', 'nowhere', null].map((id) =>
    toSession({ milestone_focus: id }, `S-${id}`, `sessions/S-${id}.yaml`),
  );
  const status = on({
    config: EVERY_DAY,
    sessions,
    milestones: {
      A: work('2024-07-19', erin(60)),
      B: work('2024-07-19', erin(95)),
      C: { timeline: { duration: '5d' }, dependencies: ['B'] },
      D: work('2024-07-19'),
      E: { ...work('2024-07-09'), status: 'completed' },
    },
  });
  const of = (id: string) => status.sessions.find((s) => s.id === `S-${id}`);

  it('is blocked, constrained or healthy, and says why', () => {
    expect(of('C')).toMatchObject({ health: 'blocked', reason: 'Waits for B (60%)' });
    expect(of('A')).toMatchObject({
      health: 'constrained',
      reason: 'Over-allocated: erin at 155% of 100% until 2024-07-11 (A and B)',
    });
    expect(of('B')).toMatchObject({ health: 'healthy', reason: null });
  });

  it('is null where there is nothing to judge by', () => {
    expect(of('D')).toMatchObject({ health: null, reason: 'D does not say who works on it, and how much' });
    expect(of('E')).toMatchObject({ health: null, reason: 'E is over' });
    expect(of('nowhere')).toMatchObject({ health: null, reason: 'it names no milestone of the store' });
    expect(of('null')).toMatchObject({ health: null });
  });
});
