import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/status.ts';
import { statusSchema } from '../../src/model/status.ts';
import type { Given } from './builders.ts';
import { FROM_JULY, milestone, rowOf, state } from './builders.ts';

const NOW = '2024-07-10T12:00:00Z';

describe('analyse', () => {
  it('says of an empty project only what is so', () => {
    const status = analyse(state(), NOW);
    expect(statusSchema.parse(status)).toEqual(status);
    expect(status.project).toMatchObject({ name: null, progress: null, health: 'pending' });
    expect(status.schedule).toEqual({
      start: '2024-07-10',
      length_days: 0,
      planned_finish: null,
      projected_finish: null,
      critical: [],
      near_critical: [],
      critical_paths: [],
      critical_path_count: 0,
      cycle: null,
    });
  });

  it('copes with one milestone that says nothing but its title', () => {
    const status = analyse(state({ milestones: { A: {} } }), NOW);
    expect(statusSchema.safeParse(status).error).toBeUndefined();
    expect(rowOf(status, 'A')).toMatchObject({
      due: null,
      variance_days: null,
      slippage_days: null,
      critical: true,
      health: 'on_track',
      projected_finish: '2024-07-10',
    });
    expect(status.diagnostics.map((d) => d.code)).toEqual(['default-duration']);
    expect(status.actions).toEqual([
      expect.objectContaining({ priority: 'low', text: 'Set a due date for A', milestone: 'A' }),
    ]);
  });

  it('is done when everything is completed, and when everything is cancelled', () => {
    const done = { status: 'completed' as const, timeline: { actual_end: '2024-07-05', duration: '2d' } };
    const all = analyse(
      state({ config: FROM_JULY, milestones: { A: done, B: { ...done, dependencies: ['A'] } } }),
      NOW,
    );
    expect(all.project).toMatchObject({ progress: 100, health: 'done' });
    expect(all.schedule).toMatchObject({ planned_finish: '2024-07-04', projected_finish: '2024-07-05' });
    expect(all.actions).toEqual([]);
    const none = analyse(state({ milestones: { A: { status: 'cancelled' }, B: { status: 'cancelled' } } }), NOW);
    expect(none.project).toMatchObject({ progress: null, health: 'done' });
    expect(none.schedule).toMatchObject({ length_days: 0, planned_finish: null, critical_path_count: 0 });
    expect(none.diagnostics).toEqual([]);
  });

  it('counts a long past project from its own start, with everything late by today', () => {
    const timeline = { duration: '5d', estimated_end: '1999-03-05' };
    const status = analyse(
      state({ config: { project: { start: '1999-03-01' } }, milestones: { A: { timeline } } }),
      NOW,
    );
    const row = rowOf(status, 'A');
    expect(row).toMatchObject({ planned_finish: '1999-03-05', projected_start: '2024-07-10', health: 'late' });
    expect(row.variance_days).toBe(6617);
    expect(status.project.health).toBe('late');
  });

  it('takes the day of the clock in the time zone of the project', () => {
    const at = (timezone: string) =>
      analyse(state({ config: { calendar: { timezone } } }), '2024-07-10T23:30:00Z').as_of;
    expect([at('UTC'), at('Europe/Berlin'), at('America/New_York')]).toEqual([
      '2024-07-10',
      '2024-07-11',
      '2024-07-10',
    ]);
    expect(() => analyse(state(), 'today')).toThrow(TypeError);
  });

  it('passes on diagnostics of the store, the gravest first, and the changes it is given', () => {
    const broken = {
      code: 'cycle',
      severity: 'error',
      message: '',
      hint: null,
      file: 'z',
      line: 1,
      column: 1,
    } as const;
    const change = {
      id: 'C-1',
      state: 'pending',
      at: NOW,
      actor: 'a',
      command: null,
      milestones: [],
      waiting_for: [],
      approved_by: [],
    } as const;
    const status = analyse({ ...state({ milestones: { A: {} } }), diagnostics: [broken] }, NOW, [
      { ...change, milestones: [], waiting_for: [], approved_by: [] },
    ]);
    expect(status.diagnostics.map((d) => d.code)).toEqual(['cycle', 'default-duration']);
    expect(status.changes.map((c) => c.id)).toEqual(['C-1']);
  });

  it('lists externals, risks and active sessions', () => {
    const given: Given = {
      timeline: { duration: '2d' },
      dependencies: { external: ['Legal', { name: 'API', resolved_at: '2024-07-01', due: '2024-07-02T10:00:00Z' }] },
      risks: ['Rain', { id: 'R', description: 'Snow', delay: '1w', impact: 'critical', probability: 0.25 }],
    };
    const session = { file: '', by: 'ann', startedAt: null, endedAt: null, lastCheckpoint: null, allocation: {} };
    const status = analyse(
      state({
        milestones: { A: given },
        sessions: [
          { ...session, id: 's1', milestone: 'A', status: 'active', progress: 33.333 },
          { ...session, id: 's2', milestone: null, status: 'ended', progress: null },
        ],
      }),
      NOW,
    );
    expect(statusSchema.safeParse(status).error).toBeUndefined();
    expect(status.external.map((e) => [e.name, e.status, e.due])).toEqual([
      ['Legal', 'ok', null],
      ['API', 'done', '2024-07-02'],
    ]);
    expect(status.risks.map((r) => [r.description, r.delay_days])).toEqual([
      ['Rain', null],
      ['Snow', 5],
    ]);
    expect(status.sessions).toEqual([expect.objectContaining({ id: 's1', progress: 33.3, health: null })]);
  });

  it('shows the journal newest first, without deliveries', () => {
    const entry = (id: string, more: object) => ({ id, kind: 'applied' as const, at: NOW, actor: 'ann', ...more });
    const journal = [
      entry('C-1', { summary: 'started', command: 'update A' }),
      entry('C-2', { command: 'update A --priority=high', milestones: ['A'] }),
      entry('C-3', { kind: 'delivered' }),
      entry('C-4', {}),
    ];
    const { activity } = analyse(state({ journal }), NOW);
    expect(activity.map((a) => [a.id, a.text])).toEqual([
      ['C-4', 'applied'],
      ['C-2', 'update A --priority=high'],
      ['C-1', 'started'],
    ]);
    expect(activity[1]?.milestones).toEqual(['A']);
  });

  it('takes a chain of 10,000', () => {
    const chain = Array.from({ length: 10_000 }, (_, i) =>
      milestone(`M${i}`, { timeline: { duration: '1d' }, dependencies: i === 0 ? [] : [`M${i - 1}`] }),
    );
    const { schedule } = analyse(state({ config: FROM_JULY, milestones: chain }), NOW);
    expect(schedule).toMatchObject({ length_days: 10_000, critical_path_count: 1, planned_finish: '2062-10-27' });
    expect(schedule.critical_paths[0]).toHaveLength(10_000);
  });
});
