import { describe, expect, it } from 'vitest';
import type { Version } from '../../src/model/history.ts';
import { gitHistoryOf } from '../../src/store/history.ts';
import { readStore } from '../../src/store/read.ts';

let clock = 0;
const version = (file: string, text: string | null, more: Partial<Version> = {}): Version => ({
  file,
  at: new Date(Date.UTC(2024, 6, ++clock % 28)).toISOString(),
  by: 'ann',
  text,
  dated: true,
  ...more,
});
const A = (status: string, end = '2024-07-10'): string =>
  `title: A\nstatus: ${status}\ntimeline:\n  estimated_end: ${end}\n`;

const ids = (versions: readonly Version[]) => gitHistoryOf(versions).completions.map((c) => c.id);

describe('what versions of milestone files tell', () => {
  it('the version that completed a milestone, and the first due date', () => {
    const versions = [
      version('active/A.yaml', A('planning')),
      version('active/A.yaml', A('in_progress', '2024-07-20')),
      version('active/A.yaml', A('completed', '2024-07-20'), { at: '2024-07-19T08:00:00.000Z', by: 'bob' }),
      version('active/A.yaml', `${A('completed', '2024-07-20')}labels: [x]\n`),
    ];
    const { completions, firstDues } = gitHistoryOf(versions);
    expect(completions).toEqual([{ id: 'A', at: '2024-07-19T08:00:00.000Z', by: 'bob' }]);
    expect([...firstDues]).toEqual([['A', { due: '2024-07-10', at: versions[0]?.at }]]);
  });

  it('a move to completed/ finishes what says nothing of its status; one to archive/ does not finish it again', () => {
    const versions = [
      version('active/A.yaml', 'title: A\n'),
      version('active/A.yaml', null),
      version('completed/A.yaml', 'title: A\n'),
      version('archive/A/milestone.yaml', 'title: A\n'),
      version('completed/A.yaml', null),
    ];
    expect(ids(versions)).toEqual(['A']);
  });

  it('nothing of a milestone that was completed when it first appears, but the second time it is finished', () => {
    expect(ids([version('completed/A.yaml', A('completed'))])).toEqual([]);
    const again = [A('completed'), A('in_progress'), A('completed')].map((text) => version('active/A.yaml', text));
    expect(ids(again)).toEqual(['A']);
  });

  it('no first due date where older history is missing', () => {
    const { completions, firstDues } = gitHistoryOf([
      version('active/A.yaml', A('planning'), { dated: false }),
      version('active/A.yaml', A('completed', '2024-08-01')),
    ]);
    expect(completions).toHaveLength(1);
    expect(firstDues.size).toBe(0);
  });

  it.each([
    ['an alias', 'x-s: &s planning\nstatus: *s\n', 'x-s: &s completed\nstatus: *s\n'],
    ['a value on the next line', 'status:\n  planning\n', 'status:\n  completed\n'],
    ['flow style', '{title: A, status: planning}', '{title: A, status: completed}'],
    ['quotes', 'title: A\n"status": "planning"\n', 'title: A\n"status": "completed"\n'],
  ])('also behind %s', (_, before, after) => {
    expect(ids([version('active/A.yaml', before), version('active/A.yaml', after)])).toEqual(['A']);
  });

  it('nothing of what cannot be read, is no milestone, or only looks like the key', () => {
    expect(
      ids([
        version('active/A.yaml', A('planning')),
        version('active/A.yaml', '<<<<<<< ours\nstatus: completed\n'),
        version('config.yaml', 'status: completed\n'),
        version('active/A.yaml', `${A('planning')}tasks:\n  - {status: completed}\n`),
        version('active/A.yaml', A('completed')),
      ]),
    ).toEqual(['A']);
  });

  it('the same whether or not the files of today were read already', () => {
    const texts = {
      'active/A.yaml': A('completed'),
      'completed/B.yaml': 'title: B\n',
      'active/C.yaml': 'title: C\nstatus: pending\n',
      'active/D.yaml': 'title: [\n',
    };
    const versions = [
      version('active/A.yaml', A('planning')),
      version('active/B.yaml', 'title: B\n'),
      version('active/C.yaml', 'title: C\nstatus: completed\ntimeline: {estimated_end: 2024-07-09}\n'),
      version('active/D.yaml', A('in_progress', '2024-07-11')),
      ...Object.entries(texts).map(([file, text]) => version(file, text)),
    ];
    const today = readStore(Object.entries(texts).map(([path, text]) => ({ path, kind: 'text', text })));
    expect(gitHistoryOf(versions, today)).toEqual(gitHistoryOf(versions));
    expect(gitHistoryOf(versions, today).completions.map((c) => c.id)).toEqual(['A', 'B']);
  });
});
