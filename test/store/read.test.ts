import { describe, expect, it } from 'vitest';
import type { StoreFile } from '../../src/model/state.ts';
import { readStore } from '../../src/store/read.ts';

function read(texts: Record<string, string>, others: StoreFile[] = []) {
  return readStore([
    ...Object.entries(texts).map(([path, text]) => ({ path, kind: 'text' as const, text })),
    ...others,
  ]);
}

/** `code file:line:column` of every finding. */
function found(texts: Record<string, string>, others: StoreFile[] = []): string[] {
  return read(texts, others).diagnostics.map((d) => `${d.code} ${d.file}:${d.line}:${d.column}`);
}

/** Message and hint of the only finding in one milestone's file. */
function said(text: string): [message: string, hint: string | null] {
  const { diagnostics } = read({ 'active/M05.yaml': text });
  expect(diagnostics).toHaveLength(1);
  return [diagnostics[0]?.message ?? '', diagnostics[0]?.hint ?? null];
}

describe('the policy', () => {
  it('names the dashboard as git does', () => {
    const path = (text: string): string =>
      read({ 'config.yaml': `dashboard: {path: ${text}}\n` }).config.dashboard.path;
    expect([path('./docs//STATUS.md'), path('docs/./a.md'), path('STATUS.md')]).toEqual([
      ...['docs/STATUS.md', 'docs/a.md', 'STATUS.md'],
    ]);
  });

  it('says which conditions of a rule nobody knows', () => {
    const rule = 'approvals:\n  - name: Late\n    when: {timeline_day: {gt: 2}, scope: true}\n    from: [carol]\n';
    const { diagnostics, config } = read({ 'config.yaml': rule });
    expect(diagnostics.map((d) => [d.code, d.severity, d.line, d.hint])).toEqual([
      ['unknown-key', 'info', 3, 'Did you mean timeline_days? It is kept as it is.'],
    ]);
    expect(Object.keys(config.approvals[0]?.when ?? {}).sort()).toEqual(['scope', 'timeline_day']);
  });
});

describe('what is where', () => {
  it('milestones are found in every folder, in natural order', () => {
    const state = read({
      'active/M10.yaml': 'title: ten',
      'active/M2.yml': 'title: two',
      'completed/M01.yaml': 'title: one',
      'completed/M03/milestone.yaml': 'title: three',
      'archive/M00/milestone.yaml': 'title: zero',
    });
    expect(state.diagnostics).toEqual([]);
    expect(state.milestones.map(({ id, folder, status }) => [id, folder, status])).toEqual([
      ['M00', 'archive', 'completed'],
      ['M01', 'completed', 'completed'],
      ['M2', 'active', 'planning'],
      ['M03', 'completed', 'completed'],
      ['M10', 'active', 'planning'],
    ]);
  });

  it('the policy has two names, of which only one may be used', () => {
    expect(read({ 'config.yml': 'currency: EUR' }).config.currency).toBe('EUR');
    const both = read({ 'config.yml': 'currency: USD', 'config.yaml': 'currency: EUR' });
    expect(both.config.currency).toBe('EUR');
    expect(both.diagnostics).toMatchObject([
      { severity: 'error', file: 'config.yml', message: expect.stringContaining('config.yaml and by config.yml') },
    ]);
  });

  it('other files are ours, silent, or named as left alone', () => {
    const files = {
      'README.md': '<<<<<<< no yaml',
      'active/.gitkeep': '',
      'reports/M05.md': '# generated',
      'reports/x.yaml': ': : :',
      'archive/M00/lessons.md': 'text',
      'archive/M00/metrics.yaml': 'actual_hours: 5',
      'templates/feature.yaml': 'name: Feature\npriority: high',
      'state/github.yaml': 'milestones: {M05: {number: 3, state: open}}',
      'config/other.yaml': ': : :',
      'active/dependencies.yaml': 'dependencies: {M01: {}}',
      'active/notes.txt': 'hello',
      'logs/updates.jsonl': '{}',
      'logs/old.yaml': 'event: something else',
    };
    expect(found(files)).toEqual([
      'ignored-file active/dependencies.yaml:1:1',
      'ignored-file active/notes.txt:1:1',
      'ignored-file config/other.yaml:1:1',
      'ignored-file logs/old.yaml:1:1',
      'ignored-file logs/updates.jsonl:1:1',
    ]);
    expect([...read(files).files.keys()]).toHaveLength(Object.keys(files).length);
  });

  it('a milestone may be called dependencies, if it has a title', () => {
    expect(read({ 'active/dependencies.yaml': 'title: Update dependencies' }).milestones).toHaveLength(1);
  });

  it('config has its defaults, also where every line is a comment', () => {
    const state = read({ 'config.yaml': '# calendar:\n#   timezone: UTC\n' });
    expect(state.diagnostics).toEqual([]);
    expect(state.config.calendar.hoursPerDay).toBe(8);
    expect(found({ 'config.yaml': '' })).toEqual(['empty-file config.yaml:1:1']);
  });

  it('sessions are read in both forms', () => {
    const state = read({
      'sessions/s-2.yaml': 'id: s-2\nmilestone_focus: M05\nprogress_state: 88',
      'sessions/s-10.yaml': 'session:\n  id: session-x\n  milestone_focus: M06\n  ended_at: 2024-07-20T16:30:00Z',
    });
    expect(state.diagnostics).toEqual([]);
    expect(state.sessions.map(({ id, milestone, status }) => [id, milestone, status])).toEqual([
      ['s-2', 'M05', 'active'],
      ['s-10', 'M06', 'ended'],
    ]);
  });
});

describe('what is not a readable file', () => {
  it.each(['is-directory', 'is-link', 'too-large', 'not-utf8'] as const)(
    '%s is an error where it may hide something of ours',
    (kind) => {
      const others: StoreFile[] = ['active/M05.yaml', 'sessions', 'README.md', 'pictures'].map((path) => ({
        path,
        kind,
      }));
      expect(found({ 'active/M06.yaml': 'title: x\ndependencies: [M05]' }, others)).toEqual([
        `${kind} active/M05.yaml:1:1`,
        `${kind} sessions:1:1`,
        'ignored-file pictures:1:1',
      ]);
    },
  );

  it.each([
    ['yaml-syntax', 'title: "x\n', '2:1'],
    ['yaml-syntax', 'title: x\n\tb: 1\n', '2:1'],
    ['yaml-syntax', 'title: x\r\ntasks: *none\r\n', '2:8'],
    ['duplicate-key', 'title: x\ntimeline: {duration: 1d, "duration": 2d}\n', '2:26'],
    ['conflict-markers', 'title: x\n<<<<<<< HEAD\nowner: a\n=======\nowner: b\n>>>>>>> b\n', '2:1'],
    ['conflict-markers', 'title: x\r\n=======\r\n', '2:1'],
    ['multiple-documents', 'title: x\n---\ntitle: y\n', '2:1'],
    ['alias-limit', 'title: x\na: &a [*a]\n', '2:8'],
    ['wrong-type', 'title: !secret x\n', '1:16'],
    ['wrong-type', 'title: x\n? [a]\n: b\n', '2:3'],
    ['not-a-mapping', 'just text\n', '1:1'],
    ['empty-file', '---\n', '1:1'],
  ])('%s: %j', (code, text, place) => {
    const state = read({ 'active/M05.yaml': text });
    const places = state.diagnostics.map((d) => `${d.code} ${d.line}:${d.column}`);
    expect(places).toEqual([`${code} ${place}`]);
    expect(state.milestones).toEqual([]);
    expect(state.diagnostics[0]?.hint).not.toBeNull();
  });

  it('a rule of Markdown in a text is no conflict', () => {
    expect(found({ 'active/M05.yaml': 'title: x\ndescription: |\n  Heading\n  =======\n' })).toEqual([]);
  });

  it('a byte-order mark takes no column', () => {
    expect(found({ 'active/M05.yaml': '\uFEFFtitle: 5\n' })).toEqual(['wrong-type active/M05.yaml:1:8']);
  });
});

describe('what the schema says', () => {
  it('is put in plain words', () => {
    expect(said('title: x\ntimeline:\n  estimated_end: 2024-02-30')).toEqual([
      'timeline.estimated_end is "2024-02-30", which is not a date',
      'Write a date as YYYY-MM-DD, for example 2024-07-28.',
    ]);
    expect(said('title: x\nstatus: in-progress')).toEqual([
      'status is "in-progress", which is not allowed',
      'Did you mean in_progress? Allowed: planning, in_progress, blocked, completed, cancelled, pending, active.',
    ]);
    expect(said('title: 2024')).toEqual(['title is 2024, but must be text', 'Put it in quotes: "2024".']);
    expect(said('title:')).toEqual(['title is empty', 'Give title a value: text.']);
    expect(said('title: x\nprogress: 130')).toEqual([
      'progress is 130, but must be at most 100',
      'Write a number that is at most 100.',
    ]);
    expect(said('title: x\ntasks:\n  - estimated_hours: "8"')).toEqual([
      'tasks[0].estimated_hours is "8", but must be a number',
      'Remove the quotes around the number.',
    ]);
  });

  it('of a choice, points at the part that was meant', () => {
    const dependencies =
      'title: x\ndependencies:\n  requires:\n    - {id: M01, lag: soon}\n    - 5\n    - {lag: 2d}\n  enables: M02\n';
    const places = read({ 'active/M05.yaml': dependencies }).diagnostics.map(
      (d) => `${d.code} ${d.line}:${d.column} ${d.message}`,
    );
    expect(places).toEqual([
      'bad-span 4:22 dependencies.requires[0].lag is "soon", which is not a length of time',
      'wrong-type 5:7 dependencies.requires[1] is 5, but must be text or a mapping',
      'missing-key 6:7 dependencies.requires[2].id is missing',
      'wrong-type 7:12 dependencies.enables is "M02", but must be a list',
    ]);
    expect(said('title: x\nrisks: none')[0]).toBe('risks is "none", but must be a list or a mapping');
    expect(said('title: x\nsuccess_criteria: [{text: a, verified: maybe}]')).toEqual([
      'success_criteria[0].verified is "maybe", which is not allowed',
      'Allowed: true, false, partial.',
    ]);
    expect(said('title: x\nrisks: [{impact: huge}]')[0]).toBe('risks[0].impact is "huge", which is not allowed');
  });

  it('of unknown keys, is only a remark, with the nearest known one', () => {
    const state = read({
      'active/M05.yaml': 'title: x\npriorty: high\ncolour: red\ntasks: [{titel: y}]\nrisks: {any: thing}\n',
    });
    expect(state.milestones).toHaveLength(1);
    expect(state.diagnostics.map(({ severity, line, column, hint }) => [severity, line, column, hint])).toEqual([
      ['info', 2, 1, 'Did you mean priority? It is kept as it is.'],
      ['info', 3, 1, 'It is kept as it is.'],
      ['info', 4, 10, 'Did you mean title? It is kept as it is.'],
    ]);
  });

  it('stops at a hundred findings of a kind, and says so', () => {
    const tasks = Array.from({ length: 30_000 }, (_, i) => `  - {progress: ${200 + i}, k${i}: 1}\n`).join('');
    const { diagnostics } = read({ 'active/M05.yaml': `title: x\ntasks:\n${tasks}` });
    expect(diagnostics).toHaveLength(202);
    expect(
      diagnostics.filter(({ message }) => message === '29900 more findings in this file are left out'),
    ).toHaveLength(2);
  });

  it('applies behind aliases and merges too', () => {
    const text = 'title: x\ntasks:\n  - &t {status: done}\n  - *t\n  - {<<: *t, id: t2}\n';
    expect(found({ 'active/M05.yaml': text })).toEqual(
      Array.from({ length: 3 }, () => 'wrong-value active/M05.yaml:3:17'),
    );
  });
});
