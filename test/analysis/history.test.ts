import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../src/analysis/calendar.ts';
import { factsOf } from '../../src/analysis/facts.ts';
import { historyOf } from '../../src/analysis/history.ts';
import { analyse } from '../../src/analysis/status.ts';
import { formatDay } from '../../src/model/day.ts';
import type { GitHistory } from '../../src/model/history.ts';
import { NO_HISTORY } from '../../src/model/history.ts';
import type { Given, Project } from './builders.ts';
import { day, FROM_JULY, rowOf, state } from './builders.ts';

const TODAY = '2024-07-31';

function history(project: Project, git: GitHistory = NO_HISTORY) {
  const given = { ...state(project), history: git };
  const { finished, undated } = historyOf(factsOf(given, calendarOf(given.config.calendar), day(TODAY)));
  return {
    finished: finished.map((f) => [f.facts.milestone.id, formatDay(f.day), f.source, f.by]),
    undated: undated.map((f) => f.milestone.id),
  };
}

const status = (id: string, at: string, after: string, more: object = {}) => ({
  id: `C-${at}`,
  kind: 'edited' as const,
  at: `${at}T10:00:00Z`,
  actor: 'ann',
  changes: [{ file: `active/${id}.yaml`, path: ['status'], before: 'in_progress', after }],
  ...more,
});
const git: GitHistory = {
  completions: [{ id: 'A', at: '2024-07-20T10:00:00Z', by: 'git-user' }],
  firstDues: new Map([['A', { due: '2024-07-01', at: '2024-06-24T10:00:00Z' }]]),
};
const A: Given = { status: 'completed' };

describe('when a milestone was finished', () => {
  it('is what its file says, else the journal, else git', () => {
    const journal = [status('A', '2024-07-10', 'completed')];
    const dated: Given = { ...A, completed_at: '2024-07-05T23:00:00Z' };
    expect(
      history({ milestones: { A: { ...dated, timeline: { actual_end: '2024-07-04' } } }, journal }, git).finished,
    ).toEqual([['A', '2024-07-04', 'file', 'ann']]);
    expect(history({ milestones: { A: dated }, journal }, git).finished).toEqual([['A', '2024-07-05', 'file', 'ann']]);
    expect(history({ milestones: { A }, journal }, git).finished).toEqual([['A', '2024-07-10', 'journal', 'ann']]);
    expect(history({ milestones: { A } }, git).finished).toEqual([['A', '2024-07-20', 'git', 'git-user']]);
    expect(history({ milestones: { A } })).toEqual({ finished: [], undated: ['A'] });
  });

  it('is the last time, if it was opened again; a move to another folder is no new time', () => {
    const journal = [
      status('A', '2024-07-02', 'completed'),
      status('A', '2024-07-03', 'in_progress'),
      status('A', '2024-07-08', 'completed'),
      status('A', '2024-07-09', 'completed', {
        changes: [
          { file: 'active/A.yaml', path: [], before: { status: 'completed' } },
          { file: 'completed/A.yaml', path: [], after: { status: 'completed' } },
        ],
      }),
    ];
    expect(history({ milestones: { A }, journal }).finished).toEqual([['A', '2024-07-08', 'journal', 'ann']]);
  });

  it('is not told by a mere request, or for a milestone that is open now', () => {
    const journal = [status('A', '2024-07-02', 'completed', { kind: 'requested' })];
    expect(history({ milestones: { A }, journal }).undated).toEqual(['A']);
    expect(history({ milestones: { A: { status: 'in_progress' } } }, git)).toEqual({ finished: [], undated: [] });
  });

  it('reaches the dates: variance, projected dates, successors and health', () => {
    const given = state({
      config: FROM_JULY,
      milestones: {
        A: { ...A, timeline: { duration: '3d', estimated_end: '2024-07-17' } },
        B: { timeline: { duration: '2d' }, dependencies: ['A'] },
      },
      journal: [status('A', '2024-07-18', 'completed')],
    });
    const now = '2024-07-18T12:00:00Z';
    // Thursday 07-18 by the journal, one working day late; B is next on Friday.
    expect(rowOf(analyse(given, now), 'A')).toMatchObject({ actual_end: '2024-07-18', variance_days: 1 });
    expect(rowOf(analyse(given, now), 'B')).toMatchObject({ projected_start: '2024-07-19' });
    const fromGit = analyse({ ...given, journal: [], history: git }, '2024-07-22T12:00:00Z');
    // Saturday 07-20 by git; B may start on Monday.
    expect(rowOf(fromGit, 'A')).toMatchObject({
      actual_end: '2024-07-20',
      projected_finish: '2024-07-20',
      variance_days: 2,
      reasons: [{ rule: 'completed', text: 'Completed on 2024-07-20, 2 working days after its due date 2024-07-17' }],
    });
    expect(rowOf(fromGit, 'B')).toMatchObject({ projected_start: '2024-07-22' });
    // Nobody knows.
    expect(rowOf(analyse({ ...given, journal: [] }, now), 'A')).toMatchObject({
      actual_end: null,
      planned_finish: '2024-07-03',
      projected_start: null,
      projected_finish: null,
      variance_days: null,
      reasons: [{ rule: 'completed', text: 'Completed on a day that neither its file nor the history tells' }],
    });
  });

  it('gives a store without a journal its velocity and its baseline', () => {
    const given = state({ milestones: { A: { ...A, timeline: { estimated_end: '2024-07-25' } } } });
    const now = `${TODAY}T12:00:00Z`;
    expect(analyse(given, now).metrics?.velocity.reason).toBe('no finished milestone has a known day');
    const found = analyse({ ...given, history: git }, now);
    expect(found.metrics?.velocity).toMatchObject({ n: 1, reason: null });
    expect(found.metrics?.timeline).toMatchObject({ value: 100, on_baseline_percent: 0 });
    expect(rowOf(found, 'A').baseline_due).toBe('2024-07-01');
  });
});
