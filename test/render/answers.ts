import type { Answer } from '../../src/model/answer.ts';
import { diagnostic } from '../../src/model/diagnostic.ts';
import type { Intent } from '../../src/model/intent.ts';
import type { Plan } from '../../src/model/plan.ts';
import { JOURNAL, sampleState, sampleStatus } from './sample.ts';

/** Answers of every outcome on the sample project. */

export function intent(text: string, args: readonly string[], options: Intent['options'], line = 1): Intent {
  return { id: `IC_kwDO#${line}`, verb: 'update', args, options, text, line };
}

export function plan(): Plan {
  const [entry] = JOURNAL.slice(-1);
  return {
    mode: 'apply',
    hash: '0123456789ab',
    intents: [intent('/milestone update M05 --timeline=+5days', ['M05'], { timeline: '+5days' })],
    edits: [
      { file: 'active/M05.yaml', path: ['timeline', 'estimated_end'], before: '2024-07-28', after: '2024-08-02' },
      { file: 'active/M05.yaml', path: ['description'], before: undefined, after: 'Tests for @carol | fixes #12' },
      {
        file: 'active/M05.yaml',
        path: ['resources', 0],
        before: { role: 'engineer', fte: 2 },
        after: { role: 'engineer', fte: 2.5 },
      },
    ],
    entries: entry ? [entry] : [],
    writes: [{ path: 'active/M05.yaml', before: 'a', after: 'b' }],
    impact: {
      milestones: [
        {
          id: 'M05',
          title: 'Integration Testing Framework',
          edited: true,
          due: { before: '2024-07-28', after: '2024-08-02' },
          projectedFinish: { before: '2024-07-27', after: '2024-08-01' },
          finishDays: 5,
          health: { before: 'on_track', after: 'at_risk' },
        },
        { id: 'M06', title: 'Performance Optimization', edited: false, totalFloat: { before: 1, after: 6 } },
        {
          id: 'M07',
          title: 'Deployment Pipeline',
          edited: false,
          projectedStart: { before: '2024-08-04', after: '2024-08-09' },
          projectedFinish: { before: '2024-08-06', after: '2024-08-11' },
          finishDays: 5,
        },
        {
          id: 'M08',
          title: 'Documentation & Training',
          edited: false,
          projectedFinish: { before: '2024-08-09', after: '2024-08-14' },
          finishDays: 5,
          critical: { before: false, after: true },
        },
      ],
      projectFinish: { before: '2024-08-09', after: '2024-08-14' },
      projectFinishDays: 5,
      criticalPaths: { before: [['M01', 'M02', 'M06']], after: [['M01', 'M02', 'M05', 'M07', 'M08']] },
      assigned: [{ id: 'M05', fte: { before: 2, after: 2.5 } }],
    },
    checks: [
      { mark: 'ok', text: 'The store is valid after the change (8 milestones read)' },
      { mark: 'warning', text: '2 other milestones move: M07, M08' },
      { mark: 'no-data', text: 'no budget given for `M05`' },
    ],
    approvals: [
      {
        ...{
          rule: 'Long extension',
          outcome: 'automatic',
          kinds: [],
          reason: 'outside timeline_days > 10',
          any: [],
          count: 1,
        },
        ...{ all: [], selfApproval: false, answerBy: null, expires: null },
      },
    ],
    skipped: [],
    report: null,
    before: sampleStatus(),
    after: sampleStatus(),
    state: sampleState(),
  };
}

export function answer(more: Partial<Answer> = {}): Answer {
  const made = plan();
  return {
    intents: made.intents,
    sync: null,
    notice: null,
    pullRequest: null,
    decision: { kind: 'planned', plan: made },
    outcome: 'applied',
    actor: 'alice',
    state: sampleState(),
    status: sampleStatus(),
    commit: { sha: '1ee6ffd0c0ffee', url: 'https://github.com/acme/shop/commit/1ee6ffd0c0ffee' },
    phases: [
      {
        title: 'Status data collection and validation',
        lines: [
          { mark: 'ok', text: '8 milestones read' },
          { mark: 'no-data', text: 'performance metrics are not computed yet' },
        ],
      },
      { title: 'Validation and consistency', lines: [{ mark: 'error', text: '1 due date cannot be met' }] },
    ],
    focus: ['M05'],
    views: [],
    sections: { monitor: true, dashboard: true, analytics: true },
    ...more,
  };
}

export function refusal(): Answer {
  const unknown = intent('/milestone update M99 --timeline=+5d @team', ['M99'], { timeline: '+5d' }, 1);
  const broken = intent('/milestone update M09 --priority=high', ['M09'], { priority: 'high' }, 3);
  return answer({
    intents: [unknown, broken],
    outcome: 'refused',
    commit: null,
    focus: [],
    phases: [],
    sections: { monitor: false, dashboard: false, analytics: false },
    decision: {
      kind: 'refused',
      refusals: [
        {
          code: 'unknown-milestone',
          message: '`M99` is no milestone of this project.',
          hint: 'Did you mean `M09`?',
          intent: unknown,
          diagnostics: [],
        },
        {
          ...{
            code: 'invalid-store',
            message: '`M09` has an error in its file.',
            hint: 'Mend it first.',
            intent: broken,
          },
          diagnostics: [
            diagnostic(
              'bad-date',
              { file: 'active/M09.yaml', line: 4, column: 18 },
              'timeline.estimated_end is "2024-02-30", which is not a date',
              'February 2024 has 29 days',
            ),
          ],
        },
      ],
    },
  });
}
