import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { githubClient } from '../../../src/io/github/client.ts';
import { patience } from '../../../src/io/github/patience.ts';
import { githubPeer } from '../../../src/io/github/peer.ts';
import type { Operation } from '../../../src/model/remote.ts';
import { type GitHub, startGitHub } from '../../github-server/server.ts';

const repo = { owner: 'octo', repo: 'demo' };
let github: GitHub;

beforeEach(async () => {
  github = await startGitHub();
  await github.createRepo({ owner: 'octo', name: 'demo', files: { 'README.md': '# Demo\n' } });
});
afterEach(async () => {
  await github.close();
  expect([github.violations, github.responseFaults]).toEqual([[], []]);
});

describe('GitHub as the other side', () => {
  it('shows by GraphQL exactly what the answers of its writes said', async () => {
    const waits = patience();
    const { apiUrl, graphqlUrl } = github;
    const token = github.token('octo', { app: true });
    const client = githubClient({ token, apiUrl, graphqlUrl, log: () => {}, patience: waits });
    const peer = githubPeer(client, repo, waits, () => {});
    const task = Number(github.addIssue('octo', 'demo', 'octo', { title: 'Task', labels: ['blocked'] })['number']);
    const loose = Number(github.addIssue('octo', 'demo', 'octo', { title: 'Loose' })['number']);
    const before = await peer.read('all', [task, loose]);
    expect(before.issues.map(({ title, labels }) => [title, labels])).toEqual([
      ['Task', ['blocked']],
      ['Loose', []],
    ]);
    const operations: Operation[] = [
      {
        kind: 'create-milestone',
        id: 'M05',
        set: { title: 'Tests', description: 'Über *alles*', due: '2024-02-29', state: 'open' },
      },
      { kind: 'create-milestone', id: 'M06', set: { title: 'Done', description: '', due: null, state: 'closed' } },
      { kind: 'update-issue', number: task, set: { milestone: 1, assignees: ['octo'] } },
      { kind: 'update-issue', number: loose, set: { state: 'closed', reason: 'completed' } },
    ];
    const told = await peer.write(operations, before);
    expect([told.left, told.problems]).toEqual([[], []]);
    const after = await peer.read('all', [task, loose]);
    expect(after).toEqual(told.remote);
    expect(await peer.read({ issue: task }, [])).toEqual({
      milestones: [told.remote.milestones[0]],
      issues: [told.remote.issues[0]],
      complete: false,
    });
    expect((await peer.read({ milestone: 1 }, [])).issues.map(({ number }) => number)).toEqual([task]);
  });
});
