import { describe, expect, it } from 'vitest';
import { answerOf } from '../../src/change/answer.ts';
import { parseLine } from '../../src/command/parse-line.ts';
import type { Answer } from '../../src/model/answer.ts';
import { replyText } from '../../src/render/comment.ts';
import { terminalAnswer } from '../../src/render/terminal-answer.ts';
import { sampleState, sampleStatus } from './sample.ts';

const PARTS = { dashboard: '**Critical path**', analytics: '**Performance metrics**', monitor: '**Recent activity**' };
const TITLES = { dashboard: 'CRITICAL PATH', analytics: 'PERFORMANCE METRICS', monitor: 'RECENT ACTIVITY' };
const NAMES = ['dashboard', 'analytics', 'monitor'] as const;

/** The answer to a command that only looks. */
function answerTo(command: string): Answer {
  const parsed = parseLine(command, 'IC_1#1');
  if (!('intent' in parsed)) throw new Error(`${command} is not understood`);
  const status = sampleStatus();
  const intents = [parsed.intent];
  return answerOf({
    ...{
      intents,
      asked: intents,
      views: [],
      state: sampleState(),
      status,
      sha: null,
      written: false,
      sync: null,
      notice: null,
      pullRequest: null,
      withheld: false,
      maySee: true,
    },
    origin: { actor: 'alice', source: 'cli', now: '2024-07-26T16:45:00Z' },
    decision: { kind: 'unchanged', status, intents },
  });
}

const reply = (command: string): string => replyText(answerTo(command), { marker: '<!-- m -->', runUrl: null });

describe('a command that only looks', () => {
  it('is answered with the whole dashboard', () => {
    for (const name of NAMES) {
      expect(reply('/milestone update')).toContain(PARTS[name]);
      expect(terminalAnswer(answerTo('/milestone update'))).toContain(`${TITLES[name]}\n`);
    }
  });

  it.each(NAMES)('leaves out what --no-%s switches off, and only that', (off) => {
    const [text, terminal] = [
      reply(`/milestone update --no-${off}`),
      terminalAnswer(answerTo(`/milestone update --no-${off}`)),
    ];
    for (const name of NAMES) {
      expect(text.includes(PARTS[name])).toBe(name !== off);
      expect(terminal.includes(`${TITLES[name]}\n`)).toBe(name !== off);
    }
  });

  it.each(NAMES)('shows the focus view alone, but with the dashboard if --%s is asked for', (name) => {
    expect(reply('/milestone update M05')).not.toContain('<summary>Dashboard</summary>');
    const text = reply(`/milestone update M05 --${name}`);
    expect(text).toContain('<summary>Dashboard</summary>');
    expect(text).toContain(PARTS[name]);
  });

  it('folds what is asked for beside a focus view down to just that', () => {
    const text = reply('/milestone update M05 --analytics --no-dashboard --no-monitor');
    expect(NAMES.filter((name) => text.split('<summary>Dashboard</summary>')[1]?.includes(PARTS[name]))).toEqual([
      'analytics',
    ]);
  });
});
