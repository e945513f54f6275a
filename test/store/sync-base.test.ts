import { describe, expect, it } from 'vitest';
import { NO_SYNC_BASE } from '../../src/model/sync-base.ts';
import { readStore } from '../../src/store/read.ts';

const read = (files: Record<string, string>) =>
  readStore(Object.entries(files).map(([path, text]) => ({ path, kind: 'text', text })));

const BASE = `# generated
synchronised_at: 2024-07-01T09:00:00Z
milestones:
  M05:
    number: 12
    title: Tests
    description: ""
    due: null
    state: open
  M06: {number: 13, description:, due: 2024-07-28}
issues:
  42: {title: "A: b", status: blocked, assignee: null, milestone: 12, blocked_by: [7, 9]}
  43: {status: open}
conflicts:
  - {id: S-M05-due, kind: field, milestone: M05, field: due, store: 2024-08-01, github: 2024-08-02, base: null}
`;

describe('state/github.yaml', () => {
  it('is read into the state: what is none, and what was never agreed on', () => {
    const { syncBase, diagnostics } = read({ 'state/github.yaml': BASE });
    expect(diagnostics).toEqual([]);
    expect([...syncBase.milestones]).toEqual([
      ['M05', { number: 12, title: 'Tests', description: '', due: null, state: 'open' }],
      ['M06', { number: 13, title: undefined, description: '', due: '2024-07-28', state: undefined }],
    ]);
    expect([...syncBase.issues]).toEqual([
      [42, { title: 'A: b', status: 'blocked', assignee: null, milestone: 12, blockedBy: [7, 9] }],
      [43, { title: undefined, status: 'open', assignee: undefined, milestone: undefined, blockedBy: [] }],
    ]);
    expect(syncBase.conflicts).toMatchObject([{ id: 'S-M05-due', issue: null, store: '2024-08-01', base: null }]);
  });

  it('is empty before the first synchronisation, and where it breaks its schema, which is an error', () => {
    expect(read({}).syncBase).toEqual(NO_SYNC_BASE);
    const { syncBase, diagnostics } = read({ 'state/github.yaml': 'milestones:\n  M05: {number: twelve}\n' });
    expect(syncBase).toEqual(NO_SYNC_BASE);
    expect(diagnostics).toMatchObject([{ code: 'wrong-type', severity: 'error', file: 'state/github.yaml', line: 2 }]);
  });
});

it('the policy of the synchronisation has defaults, and says otherwise where it does', () => {
  expect(read({}).config.sync).toEqual({
    enabled: true,
    prefer: 'ask',
    adopt: true,
    tasksFromIssues: true,
    writeIssues: false,
  });
  const text = 'sync: {enabled: false, prefer: store, adopt: false, tasks_from_issues: false, write_issues: true}\n';
  expect(read({ 'config.yaml': text }).config.sync).toEqual({
    enabled: false,
    prefer: 'store',
    adopt: false,
    tasksFromIssues: false,
    writeIssues: true,
  });
});
