import { describe, expect, it } from 'vitest';
import { kindsOfChange } from '../../src/change/change-kinds.ts';
import { terminalLog } from '../../src/render/log.ts';
import { statusPage } from '../../src/render/status-page.ts';
import { changesOf } from '../../src/store/journal.ts';
import { applied, planned, reference } from './world.ts';

const kinds = (...paths: string[]): string[] =>
  kindsOfChange(paths.map((path) => ({ file: 'active/M1.yaml', path: path.split('.'), before: 1, after: 2 })));

/** The sign-offs and the tracking that a plan tells of. */
function told(plan: ReturnType<typeof planned>): Record<string, string[]> {
  const sections = plan.report?.signOffs ?? [];
  return Object.fromEntries(sections.map(({ title, lines }) => [title, lines.map(({ text }) => text)]));
}

describe('the kind of a change', () => {
  it('follows from what it edits', () => {
    expect(kinds('description')).toEqual(['scope']);
    expect(kinds('timeline.estimated_end', 'timeline.duration')).toEqual(['timeline']);
    expect(kinds('resources', 'budget.planned')).toEqual(['resource']);
    expect(kinds('timeline.estimated_hours', 'dependencies.requires', 'risks.0', 'priority')).toEqual(['technical']);
    expect(kinds('timeline.actual_end', 'completed_at', 'status')).toEqual(['technical']);
  });

  it('of a whole file is that of everything in it', () => {
    const after = { title: 'New', timeline: { estimated_end: '2024-08-01' }, resources: [] };
    expect(kindsOfChange([{ file: 'active/M9.yaml', path: [], before: undefined, after }])).toEqual([
      'resource',
      'timeline',
      'scope',
    ]);
  });

  it('can be what a rule asks about, and a rule can say which kind it signs', () => {
    const config = reference().files.get('config.yaml') ?? '';
    const rules =
      'approvals: [{name: People, when: {kind: resource}, from: [carol]}, {name: Board, when: {milestone: M05}, from: [dave], kind: scope}]\n';
    const state = reference({ files: { 'config.yaml': config + rules } });
    const ask = (line: string): unknown => planned(state, line).approvals.map(({ rule, kinds: k }) => [rule, k]);
    expect(ask('update M06 --resources="+0.5 engineer"')).toEqual([['People', ['resource']]]);
    expect(ask('update M05 --priority=low')).toEqual([
      ['Board', ['scope']],
      ['Technical change', ['technical']],
    ]);
  });
});

describe('sign-offs of a change that finance and the sponsor have to approve', () => {
  const start = reference({ approvals: true });
  const asked = planned(start, 'update M06 --resources="2.5 engineers, 1 performance specialist" --priority=high');
  const id = asked.entries[0]?.id ?? '';
  const waiting = applied(start, asked);
  const one = planned(waiting, `approve ${id}`, { id: 'dave', actor: 'dave' });
  const half = applied(waiting, one);
  const two = planned(half, `approve ${id}`, { id: 'carol', actor: 'carol', now: '2024-07-26T17:45:00Z' });
  const done = applied(half, two);

  it('are asked for by kind, and hold it up', () => {
    expect(told(asked)).toEqual({
      'Stakeholder sign-offs': [
        'Technical changes: automatic, nobody has to sign',
        'Resource changes: 0 of 2 received, needs finance and sponsor (Budget impact over 10,000)',
      ],
      'Approval tracking': [
        `Requests pending: 1 (${id} for M06)`,
        `Auto-approved: ${changesOf(start.journal).length} so far`,
        'Sign-offs: 0 of 2 received',
        `Implementation blocked: ${id} for M06`,
      ],
    });
  });

  it('count one by one, in replies, on the dashboard and in the journal', () => {
    expect(told(one)['Stakeholder sign-offs']).toEqual([
      'Resource changes: 1 of 2 received, by dave, still needs sponsor (Budget impact over 10,000)',
    ]);
    expect(told(one)['Approval tracking']).toContain('Sign-offs: 1 of 2 received');
    const page = statusPage(one.after, half);
    expect(page).toContain('| sponsor (Budget impact over 10,000, 1 of 2)');
    expect(page).toContain(`sign-offs: 1 of 2 received · implementation blocked: ${id} for M06`);
    expect(half.journal.at(-1)?.approvals).toMatchObject([
      { rule: 'Budget impact over 10,000', outcome: 'given', kinds: ['resource'], all: ['finance'], any: [] },
    ]);
    expect(terminalLog(half.journal)).toContain(
      'approved by dave for finance: Budget impact over 10,000, resource sign-off',
    );
  });

  it('let it through when all are there', () => {
    expect(told(two)['Stakeholder sign-offs']).toEqual([
      'Resource changes: 2 of 2 received, by dave and carol (Budget impact over 10,000)',
    ]);
    expect(told(two)['Approval tracking']).toContain('Implementation blocked: nothing');
    expect(changesOf(done.journal).at(-1)).toMatchObject({
      state: 'applied',
      approved_by: ['dave', 'carol'],
      waiting_for: [{ kinds: ['resource'], received: 2, needed: 2 }],
    });
  });

  it('of the milestone’s file are shown beside them', () => {
    const lines = told(planned(start, 'update M05 --scope="More of it"'))['Stakeholder sign-offs'];
    expect(lines).toEqual([
      'Scope changes: automatic, nobody has to sign; earlier ones on file: olivia for M05 on 2024-07-25',
    ]);
  });

  it('are not spoken of where no policy asks for any', () => {
    expect(told(planned(reference(), 'update M05 --scope="More of it"'))).toEqual({});
  });
});
