import { describe, expect, it } from 'vitest';
import { diagnostic } from '../../src/model/diagnostic.ts';
import { replyText } from '../../src/render/comment.ts';
import { commitMessage, generatedCommitMessage } from '../../src/render/commit-message.ts';
import { focusPage } from '../../src/render/focus.ts';
import { mdLog, terminalLog } from '../../src/render/log.ts';
import { statusPage } from '../../src/render/status-page.ts';
import { summaryText } from '../../src/render/summary.ts';
import { terminalAnswer } from '../../src/render/terminal-answer.ts';
import { terminalDiagnostics } from '../../src/render/terminal-diagnostics.ts';
import { terminalFocus } from '../../src/render/terminal-focus.ts';
import { terminalStatus } from '../../src/render/terminal-status.ts';
import { answer, plan, refusal } from './answers.ts';
import { emptyStatus, JOURNAL, largeStatus, sampleState, sampleStatus } from './sample.ts';

const extras = {
  marker: '<!-- git-milestone intent=IC_kwDO%231 -->',
  runUrl: 'https://github.com/acme/shop/actions/runs/7',
};
const dryRun = answer({ outcome: 'planned', commit: null, focus: [] });
const look = answer({
  ...{ decision: { kind: 'unchanged', status: sampleStatus(), intents: [] }, outcome: 'unchanged', commit: null },
  intents: [
    {
      ...answer().intents[0],
      id: 'x#1',
      verb: 'update',
      args: ['M05'],
      options: {},
      text: '/milestone update M05',
      line: 1,
    },
  ],
});
const findings = [
  diagnostic(
    'bad-date',
    { file: 'active/M09.yaml', line: 4, column: 18 },
    'timeline.estimated_end is "2024-02-30", which is not a date',
    'February 2024 has 29 days',
  ),
  diagnostic('not-utf8', { file: 'active/M10.yaml' }, 'The file is not UTF-8'),
];

const PAGES: Record<string, () => string> = {
  'status.md': () => statusPage(sampleStatus(), sampleState()),
  'status-no-emoji.md': () =>
    statusPage(sampleStatus(), sampleState({ emoji: false, sections: ['actions', 'milestones', 'burndown'] })),
  'status-empty.md': () => statusPage(emptyStatus(), sampleState()),
  'status-300.md': () => statusPage(largeStatus(300, 'Rollout'), sampleState()),
  'focus.md': () => focusPage(sampleStatus(), sampleState(), 'M05'),
  'reply-applied.md': () => replyText(answer(), extras),
  'reply-dry-run.md': () => replyText(dryRun, { ...extras, runUrl: null }),
  'reply-refused.md': () => replyText(refusal(), extras),
  'reply-look.md': () => replyText(look, extras),
  'summary.md': () => summaryText(answer({ state: { ...sampleState(), diagnostics: findings } }), extras),
  'log.md': () => mdLog(JOURNAL),
  'terminal-status.txt': () => terminalStatus(sampleStatus(), sampleState()),
  'terminal-status-narrow.txt': () => terminalStatus(sampleStatus(), sampleState(), { width: 72 }),
  'terminal-focus.txt': () => terminalFocus(sampleStatus(), sampleState(), 'M05'),
  'terminal-applied.txt': () => terminalAnswer(answer({ commit: null })),
  'terminal-refused.txt': () => terminalAnswer(refusal()),
  'terminal-diagnostics.txt': () => terminalDiagnostics(findings, sampleState().files),
  'terminal-log.txt': () => terminalLog(JOURNAL),
  'commit.txt': () => commitMessage(plan(), [['Milestone-Change', 'C-7f3a2b']]),
  'commit-generated.txt': () => generatedCommitMessage(['STATUS.md']),
};

describe('every rendered page', () => {
  for (const [name, render] of Object.entries(PAGES)) {
    it(name, async () => {
      await expect(render()).toMatchFileSnapshot(`golden/${name}`);
    });
    it(`${name}: the same bytes again, ending in one line feed`, () => {
      expect(render()).toBe(render());
      expect(render()).toMatch(/[^\n]\n$/);
    });
  }
});
