import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Client, githubClient } from '../../../src/io/github/client.ts';
import { type Patience, patience } from '../../../src/io/github/patience.ts';
import { githubPeer } from '../../../src/io/github/peer.ts';
import type { Peer } from '../../../src/io/peer.ts';
import type { Operation, Remote } from '../../../src/model/remote.ts';
import { type Fate, startProxy } from '../../e2e/proxy.ts';
import { type GitHub, startGitHub } from '../../github-server/server.ts';

const repo = { owner: 'octo', repo: 'demo' };
const NOTHING: Remote = { milestones: [], issues: [], complete: true };

let github: GitHub;
let clock: number;
const open: Awaited<ReturnType<typeof startProxy>>[] = [];

const start = async (limits = {}): Promise<void> => {
  clock = Date.parse('2024-07-26T16:00:00Z');
  github = await startGitHub({ now: () => new Date(clock), limits });
  await github.createRepo({ owner: 'octo', name: 'demo', files: { 'README.md': '# Demo\n' } });
};
beforeEach(() => start());
afterEach(async () => {
  for (const proxy of open.splice(0)) await proxy.close();
  await github.close();
  expect([github.violations, github.responseFaults]).toEqual([[], []]);
});

function peerAt(site: GitHub, waits: Patience = patience(0.1), token = github.token('octo', { app: true })): Peer {
  const client: Client = githubClient({
    token,
    apiUrl: site.apiUrl,
    log: () => {},
    patience: waits,
    pace: { burst: 10_000, everyMs: 1 },
  });
  return githubPeer(client, repo, waits, () => {});
}

async function through(fate: (method: string, path: string) => Fate): Promise<GitHub> {
  const proxy = await startProxy(github, fate);
  open.push(proxy);
  return proxy.github;
}

const create = (title: string, more = {}): Operation => ({
  kind: 'create-milestone',
  id: title,
  set: { title, description: '', due: null, state: 'open', ...more },
});
const titles = () => github.state.repo('octo', 'demo').milestones.map(({ title }) => title);

describe('writing to GitHub', () => {
  it('creates and changes milestones and issues, and returns what GitHub made of it', async () => {
    const issue = Number(github.addIssue('octo', 'demo', 'octo', { title: 'Task' })['number']);
    const peer = peerAt(github);
    const made = await peer.write(
      [create('M05', { due: '2024-11-30', description: 'Text', state: 'closed' })],
      NOTHING,
    );
    expect([made.left, made.problems, made.done.length]).toEqual([[], [], 1]);
    expect(made.remote.milestones).toMatchObject([
      { number: 1, title: 'M05', description: 'Text', due: '2024-11-30', state: 'closed' },
    ]);
    const changed = await peer.write(
      [
        { kind: 'update-milestone', id: 'M05', number: 1, set: { title: 'M05: Tests', due: null, state: 'open' } },
        {
          kind: 'update-issue',
          number: issue,
          set: { title: 'Done', state: 'closed', reason: 'not_planned', milestone: 1 },
        },
        { kind: 'update-issue', number: issue, set: { assignees: ['octo'] } },
      ],
      made.remote,
    );
    expect(changed.remote.milestones).toMatchObject([
      { title: 'M05: Tests', due: null, state: 'open', closedAt: null },
    ]);
    expect(changed.remote.issues).toMatchObject([
      { number: issue, title: 'Done', state: 'closed', reason: 'not_planned', milestone: 1, assignees: ['octo'] },
    ]);
    expect([changed.remote.complete, changed.done.length]).toEqual([true, 3]);
  });

  it('keeps the day through summer and winter', async () => {
    const days = ['2024-01-01', '2024-03-10', '2024-07-28', '2024-11-03', '2024-12-31'];
    const operations = days.map((due) => create(due, { due }));
    const { remote } = await peerAt(github).write(operations, NOTHING);
    expect(remote.milestones.map(({ title, due }) => [title, due])).toEqual(days.map((due) => [due, due]));
  });

  it('adopts a milestone of the same title instead of failing', async () => {
    github.addMilestone('octo', 'demo', { title: 'M05', description: 'Theirs' });
    const told = await peerAt(github).write([create('M05'), create('M06')], NOTHING);
    expect(told.remote.milestones.map(({ number, title, description }) => [number, title, description])).toEqual([
      [1, 'M05', 'Theirs'],
      [2, 'M06', ''],
    ]);
    expect([told.problems, titles()]).toEqual([[], ['M05', 'M06']]);
  });

  it.each(['garbled', 'down'] as const)('makes no duplicate when the answer to a creation is %s', async (fate) => {
    let first = true;
    const site = await through((method) => {
      const hit = first && method === 'POST';
      if (hit) first = false;
      return hit ? fate : 'pass';
    });
    const told = await peerAt(site).write([create('M05'), create('M06')], NOTHING);
    expect([told.done.length, told.problems, titles()]).toEqual([2, [], ['M05', 'M06']]);
    expect(told.remote.milestones.map(({ title }) => title)).toEqual(['M05', 'M06']);
  });

  it('reports what is gone or refused, and does the rest', async () => {
    github.addMilestone('octo', 'demo', { title: 'M05' });
    const remote: Remote = { ...NOTHING, milestones: [{ ...gone, number: 9 }] };
    const told = await peerAt(github).write(
      [
        { kind: 'update-milestone', id: 'M09', number: 9, set: { title: 'Gone' } },
        { kind: 'update-issue', number: 77, set: { title: 'Gone' } },
        create(''),
        create('M06'),
      ],
      remote,
    );
    expect(told.problems).toEqual([
      'M09 (milestone 9): it is gone on GitHub',
      'Issue #77: it is gone on GitHub',
      expect.stringContaining(' (new milestone): '),
    ]);
    expect([told.remote.milestones.map(({ title }) => title), told.left, told.done.length]).toEqual([['M06'], [], 1]);
  });

  it('stops at a limit it cannot wait for, and goes on where it stopped', async () => {
    const operations = Array.from({ length: 100 }, (_, i) => create(`M${100 + i}`));
    const counts: number[] = [];
    let told = await peerAt(github).write(operations, NOTHING);
    while (told.left.length > 0) {
      counts.push(told.left.length);
      clock += 61_000;
      told = await peerAt(github).write(told.left, told.remote);
    }
    expect(counts).toEqual([20]);
    expect(new Set(titles()).size).toBe(100);
    expect(titles()).toHaveLength(100);
    expect(told.remote.milestones).toHaveLength(100);
  });

  it('stops when the token may not write', async () => {
    const token = github.token('octo', { permissions: { contents: 'write', issues: 'read' } });
    const told = await peerAt(github, patience(0.1), token).write([create('M05'), create('M06')], NOTHING);
    expect([told.left.length, told.done, titles()]).toEqual([2, [], []]);
    expect(told.problems).toEqual([expect.stringContaining('403')]);
  });
});

const gone = {
  title: 'Gone',
  description: '',
  due: null,
  state: 'open',
  createdAt: '2024-07-01T00:00:00Z',
  closedAt: null,
  url: '',
} as const;
