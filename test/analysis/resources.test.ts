import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/status.ts';
import type { ConfigFile } from '../../src/model/config.ts';
import type { Given, Project } from './builders.ts';
import { EVERY_DAY, state } from './builders.ts';

const NOW = '2024-07-01T12:00:00Z';
const found = (project: Project, now = NOW) => {
  const { resources, metrics, change_facts } = analyse(state(project), now);
  if (!resources || !metrics || !change_facts) throw new Error('not computed');
  return { resources, capacity: metrics.capacity, facts: change_facts };
};

const work = (start: string, duration: string, resources: Given['resources'], more: Given = {}): Given => ({
  timeline: { estimated_start: start, duration },
  resources,
  ...more,
});
const ann = (allocation: number) => [{ who: 'ann', allocation }];

describe('load over day windows', () => {
  it('cuts where the milestones that ask for somebody change, and leaves out days on which none does', () => {
    const { resources, capacity } = found({
      config: EVERY_DAY,
      milestones: {
        A: work('2024-07-01', '5d', ann(60)),
        B: work('2024-07-04', '4d', ann(50)),
        C: work('2024-07-10', '2d', ann(30)),
      },
    });
    expect(resources.map((r) => [r.window.start, r.window.end, r.load_percent, r.milestones.join()])).toEqual([
      ['2024-07-01', '2024-07-03', 60, 'A'],
      ['2024-07-04', '2024-07-05', 110, 'A,B'],
      ['2024-07-06', '2024-07-07', 50, 'B'],
      ['2024-07-10', '2024-07-11', 30, 'C'],
    ]);
    expect(capacity.over_allocated.map((r) => r.window.start)).toEqual(['2024-07-04']);
    expect(capacity).toMatchObject({ value: 60, people: 1, rating: 'green' });
  });

  it('measures people by their capacity and roles by those who have them', () => {
    const config: ConfigFile = {
      ...EVERY_DAY,
      team: [
        { login: 'ann', roles: ['dev'], capacity: 0.5 },
        { login: 'bob', roles: ['dev', 'ops'] },
      ],
    };
    const resources = [
      { who: 'ann', allocation: 40 },
      { role: 'dev', fte: 2 },
      { role: 'poet', fte: 1 },
    ];
    const { resources: rows, capacity } = found({ config, milestones: { A: work('2024-07-01', '5d', resources) } });
    expect(rows.map((r) => [r.who, r.kind, r.capacity_percent, r.utilisation_percent])).toEqual([
      ['ann', 'person', 50, 80],
      ['dev', 'role', 150, 133.3],
      ['poet', 'role', null, null],
    ]);
    expect(capacity.over_allocated.map((r) => r.who)).toEqual(['dev']);
    expect(capacity).toMatchObject({ value: 26.7, people: 2 });
  });

  it('calls nobody idle or movable who has an open task in critical work that gives no share', () => {
    const task = (who: string, status: 'pending' | 'completed') => ({ assigned_to: who, status });
    const critical = work('2024-07-01', '10d', ann(80), { tasks: [task('bob', 'pending'), task('cas', 'completed')] });
    const team = ['ann', 'bob', 'cas'].map((login) => ({ login }));
    const { capacity } = found({ config: { ...EVERY_DAY, team }, milestones: { A: critical } });
    // ann 20 and cas 100 of 300; ann works on the critical milestone.
    expect(capacity).toMatchObject({ idle_percent: 40, optimisation_percent: 33.3 });
  });

  it('looks at the next working day when today is none', () => {
    const milestones = { A: work('2024-07-01', '10d', ann(70)) };
    expect(found({ milestones }, '2024-07-06T12:00:00Z').capacity.value).toBe(70);
  });

  it('adds up to what the milestones ask for on each day, whatever they are', () => {
    const one = fc.record({
      start: fc.integer({ min: 1, max: 20 }),
      days: fc.integer({ min: 1, max: 9 }),
      percent: fc.nat(100),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 8 }), (all) => {
        const given = all.map(({ start, days, percent }, i): [string, Given] => [
          `M${i}`,
          work(`2024-07-${String(start).padStart(2, '0')}`, `${days}d`, ann(percent)),
        ]);
        const { resources } = found({ config: EVERY_DAY, milestones: Object.fromEntries(given) });
        for (let d = 1; d <= 30; d++) {
          const day = `2024-07-${String(d).padStart(2, '0')}`;
          const asked = all.filter((m) => m.start <= d && d < m.start + m.days);
          const rows = resources.filter((r) => r.window.start <= day && day <= r.window.end);
          expect(rows).toHaveLength(asked.length > 0 ? 1 : 0);
          expect(rows[0]?.load_percent ?? 0).toBe(asked.reduce((sum, m) => sum + m.percent, 0));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('what a change could use', () => {
  const team: ConfigFile['team'] = [
    { login: 'ann', roles: ['dev'], skills: ['ui', 'api'] },
    { login: 'bob', roles: ['dev'], skills: ['api'] },
    { login: 'cas', roles: ['ops'], skills: ['cloud'] },
  ];

  it('an early start where only the own start date holds a milestone', () => {
    const { facts } = found({
      config: EVERY_DAY,
      milestones: {
        A: work('2024-07-01', '3d', []),
        B: work('2024-07-08', '2d', [], { dependencies: ['A'] }),
        C: work('2024-07-04', '2d', [], { dependencies: ['A'] }),
      },
    });
    expect(facts.early_starts).toEqual([{ milestone: 'B', rule: 'own-start-date', days: 4, without: [] }]);
  });

  it('an early start beside predecessors that share nobody; none where people are shared or unknown', () => {
    const by = (who: string, more: Given = {}): Given => ({
      timeline: { duration: '4d' },
      tasks: [{ assigned_to: who }],
      ...more,
    });
    const { facts } = found({
      config: EVERY_DAY,
      milestones: {
        A: by('ann'),
        B: by('bob', { dependencies: ['A'] }),
        C: by('ann', { dependencies: ['A'] }),
        D: { timeline: { duration: '4d' }, dependencies: ['A'] },
        E: by('cas', { dependencies: { requires: ['A'], external: [{ name: 'X', due: '2024-07-02' }] } }),
      },
    });
    expect(facts.early_starts).toEqual([
      { milestone: 'B', rule: 'nobody-shared', days: 4, without: ['A'] },
      { milestone: 'E', rule: 'nobody-shared', days: 2, without: ['A'] },
    ]);
  });

  it('skills that one person has, with those of the same role; and skills that nobody has', () => {
    const tasks = ['ui', 'api', 'cloud', 'design'].map((skill) => ({ skill }));
    const { facts, capacity } = found({
      config: { ...EVERY_DAY, team },
      milestones: { A: { tasks }, B: { tasks: [{ skill: 'law', status: 'completed' }] } },
    });
    expect(facts.cross_training).toEqual([
      { skill: 'cloud', known_by: 'cas', candidates: [], milestones: ['A'] },
      { skill: 'ui', known_by: 'ann', candidates: ['bob'], milestones: ['A'] },
    ]);
    expect(facts.skill_gaps).toEqual([{ skill: 'design', milestones: ['A'] }]);
    expect(capacity).toMatchObject({ skill_coverage_percent: 60, cross_training_percent: 33.3 });
    expect(capacity.skills?.missing).toEqual(['design', 'law']);
  });
});
