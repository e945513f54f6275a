import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/status.ts';
import { statusSchema } from '../../src/model/status.ts';
import { readStore } from '../../src/store/read.ts';
import { loadFixture } from '../load-fixture.ts';
import type { Given, Project } from './builders.ts';
import { FROM_JULY, milestone, state } from './builders.ts';
import { unexplained } from './nulls.ts';

const NOW = '2024-07-10T12:00:00Z';

function sound(project: Project, now = NOW) {
  const status = analyse(state(project), now);
  expect(statusSchema.safeParse(status).error).toBeUndefined();
  expect(unexplained(status)).toEqual([]);
  return status;
}

const done: Given = { status: 'completed', timeline: { actual_end: '2024-07-05', duration: '2d' } };

describe('analytics without much to go by', () => {
  it.each<[string, Project]>([
    ['no milestones', {}],
    ['one that says nothing', { milestones: { A: {} } }],
    ['all cancelled', { milestones: { A: { status: 'cancelled' }, B: { status: 'cancelled' } } }],
    ['all completed, with days', { config: FROM_JULY, milestones: { A: done, B: done } }],
    ['all completed, nobody knows when', { milestones: { A: { status: 'completed' } } }],
    ['a cycle', { milestones: { A: { dependencies: ['B'] }, B: { dependencies: ['A'] } } }],
    ['only external dependencies', { milestones: { A: { dependencies: { external: ['Legal', 'Power'] } } } }],
    ['nothing but days of length zero', { milestones: { A: { timeline: { duration: '0d' } } } }],
    ['a target of zero', { config: { targets: { velocity: 0, capacity: 0 } }, milestones: { A: done } }],
    [
      'people without capacity',
      {
        config: { team: [{ login: 'ann', capacity: 0, skills: ['x'] }] },
        milestones: { A: { resources: [{ who: 'ann', allocation: 50 }] } },
      },
    ],
    ['a project in the future', { config: { project: { start: '2030-01-01' } }, milestones: { A: {} } }],
  ])('%s: every null has its reason', (_, project) => {
    sound(project);
  });

  it.each(['original-api', 'original-nihongo', 'original-webshop', 'oddly-formatted'])('the store %s', (name) => {
    const status = analyse(readStore(loadFixture(name)), NOW);
    expect(statusSchema.safeParse(status).error).toBeUndefined();
    expect(unexplained(status)).toEqual([]);
  });

  it('says of an empty project that nothing has started, is finished or is recorded', () => {
    const { metrics, evm, trends, resources, change_facts } = sound({});
    expect(metrics?.velocity).toMatchObject({ value: null, reason: 'nothing has started yet', target: 1, n: 0 });
    expect(metrics?.timeline).toMatchObject({ value: null, rating: null, reason: 'nothing is finished yet' });
    expect(metrics?.risk).toMatchObject({ value: null, target: null, reason: 'no risk is recorded' });
    expect(metrics?.capacity).toMatchObject({ value: null, reason: 'no milestone is open', skills: null });
    expect(evm).toMatchObject({ hours: null, money: null });
    expect(trends?.efficiency_indicators).toMatchObject({ process_maturity: null, improvement_opportunities: [] });
    expect(resources).toEqual([]);
    expect(change_facts).toEqual({
      parallel_workstreams: [],
      early_starts: [],
      resource_sharing: [],
      cross_training: [],
      skill_gaps: [],
    });
  });

  it('leaves cancelled milestones out of everything', () => {
    const cancelled: Given = {
      status: 'cancelled',
      timeline: { estimated_hours: 100, actual_hours: 100, estimated_end: '2024-07-01', debt_hours: 50 },
      budget: { planned: 100, actual: 100 },
      risks: [{ description: 'r', probability: 1, delay: '9d', impact: 'high' }],
      resources: [{ who: 'ann', allocation: 100 }],
      tasks: [{ skill: 'x', status: 'completed', defects: 3, estimated_hours: 5, completed_at: '2024-07-02' }],
      quality: [{ name: 'q', value: 1, target: 2 }],
    };
    const { metrics, evm, resources } = sound({ config: FROM_JULY, milestones: { A: cancelled, B: done } });
    expect(metrics?.velocity).toMatchObject({ n: 1, hours_per_week: null, baseline: null });
    expect(metrics?.risk).toMatchObject({ open: 0, value: null });
    expect(metrics?.efficiency).toMatchObject({ value: null, defect_percent: null, technical_debt_percent: null });
    expect(metrics?.quality.checks).toEqual([]);
    expect(evm?.hours).toBeNull();
    expect(resources).toEqual([]);
  });

  it('never breaks the contract or keeps a reason to itself, whatever the project', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((d) => `2024-07-${String(d).padStart(2, '0')}`);
    const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
    const given = fc.record({
      status: fc.constantFrom('planning', 'in_progress', 'blocked', 'completed', 'cancelled'),
      progress: fc.integer({ min: 0, max: 100 }),
      timeline: fc.record({
        estimated_start: maybe(day),
        estimated_end: maybe(day),
        actual_end: maybe(day),
        estimated_hours: maybe(fc.integer({ min: 0, max: 90 })),
        actual_hours: maybe(fc.integer({ min: 0, max: 90 })),
        buffer_percentage: maybe(fc.integer({ min: 0, max: 50 })),
        debt_hours: maybe(fc.integer({ min: 0, max: 9 })),
      }),
      budget: maybe(fc.record({ planned: maybe(fc.nat(99)), actual: maybe(fc.nat(99)) })),
      resources: fc.array(
        fc.record({
          who: fc.constantFrom('ann', 'bob'),
          allocation: maybe(fc.nat(150)),
          skill: maybe(fc.constantFrom('x', 'y')),
        }),
        { maxLength: 3 },
      ),
      risks: fc.array(
        fc.record({
          description: fc.constant('r'),
          probability: maybe(fc.constantFrom(0, 0.5, 1)),
          delay: maybe(fc.constantFrom('0d', '3d')),
          status: fc.constantFrom('open', 'mitigated', 'occurred', 'closed'),
          identified_at: maybe(day),
          occurred_at: maybe(day),
          resolved_at: maybe(day),
        }),
        { maxLength: 2 },
      ),
      acceptance: maybe(
        fc.record({ first_time: maybe(fc.boolean()), satisfaction: maybe(fc.constantFrom(0, 3.5, 5)) }),
      ),
    });
    fc.assert(
      fc.property(fc.array(given, { maxLength: 6 }), (all) => {
        sound({ milestones: all.map((file, i) => milestone(`M${i}`, file as Given)) }, '2024-07-15T12:00:00Z');
      }),
      { numRuns: 150 },
    );
  });
});
