import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gitIn } from '../../../src/io/git.ts';
import { apiRepository } from '../../../src/io/github/api-repository.ts';
import { githubClient } from '../../../src/io/github/client.ts';
import { BranchProtected } from '../../../src/io/push-problem.ts';
import type { Repository } from '../../../src/io/repository.ts';
import { type GitHub, startGitHub } from '../../github-server/server.ts';

/** What GitHub answers to one mutation: an error of that type and text, or the commit; `lost` commits and then fails. */
type Answer = 'commit' | 'lost' | 'down' | { readonly type: string; readonly message: string };

const M05 = '.milestones/active/M05.yaml';
const change = {
  writes: [{ path: M05, before: 'title: Five\n', after: 'title: Changed\n' }],
  message: 'Change M05\n\nBecause it is needed.\n\nMilestone-Intent: x#1\n',
  at: '2024-07-26T16:45:00Z',
};

let github: GitHub;
let folder: string;
let sent: { input: Record<string, unknown> }[];

beforeEach(async () => {
  github = await startGitHub();
  folder = await mkdtemp(join(tmpdir(), 'api-mode-'));
  sent = [];
  await github.createRepo({ owner: 'octo', name: 'demo', files: { [M05]: 'title: Five\n' } });
  await gitIn(folder).run(['clone', '--quiet', '--depth=1', github.cloneUrl('octo', 'demo'), '.']);
});
afterEach(async () => {
  await github.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

/** The repository of the mode, whose GitHub gives these answers one after another, and the last one from then on. */
function answering(...answers: Answer[]): Repository {
  const fetch = async (_: unknown, init: RequestInit = {}): Promise<Response> => {
    const { variables } = JSON.parse(String(init.body)) as { variables: { input: Record<string, unknown> } };
    sent.push(variables);
    const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? 'commit';
    if (typeof answer === 'object') return Response.json({ data: { createCommitOnBranch: null }, errors: [answer] });
    if (answer === 'down') return new Response('Unavailable', { status: 503 });
    const oid = await github.commit('octo', 'demo', { files: { [M05]: 'title: Changed\n' }, message: change.message });
    if (answer === 'lost') return new Response('Oops', { status: 502 });
    return Response.json({ data: { createCommitOnBranch: { commit: { oid } } } });
  };
  const client = githubClient({
    token: 'x',
    apiUrl: github.apiUrl,
    log: () => {},
    transport: { fetch: fetch as typeof globalThis.fetch, usage: () => ({ requests: 0, limits: [] }) },
  });
  return apiRepository(gitIn(folder), client, { owner: 'octo', repo: 'demo' }, 'main', '.milestones');
}

async function delivered(...answers: Answer[]) {
  const repository = answering(...answers);
  return repository.deliver(await repository.snapshot(), change);
}

describe('a commit through the API', () => {
  it('names the branch, the commit it stands on, and the whole message', async () => {
    const repository = answering('commit');
    const snapshot = await repository.snapshot();
    const result = await repository.deliver(snapshot, {
      ...change,
      writes: [...change.writes, { path: '.milestones/old.yaml', before: 'a: 1\n', after: null }],
    });
    expect(result.kind).toBe('done');
    expect(sent).toEqual([
      {
        input: {
          branch: { repositoryNameWithOwner: 'octo/demo', branchName: 'main' },
          expectedHeadOid: snapshot.base,
          message: { headline: 'Change M05', body: 'Because it is needed.\n\nMilestone-Intent: x#1' },
          fileChanges: {
            additions: [{ path: M05, contents: Buffer.from('title: Changed\n').toString('base64') }],
            deletions: [{ path: '.milestones/old.yaml' }],
          },
        },
      },
    ]);
  });

  it('whose answer was lost is found, and not made twice', async () => {
    const result = await delivered('lost');
    const { dir } = github.state.repo('octo', 'demo');
    const head = await gitIn(dir).run(['rev-parse', 'main']);
    expect([result, sent.length]).toEqual([{ kind: 'done', sha: head }, 1]);
  });

  it('that never arrived is sent again', async () => {
    expect([(await delivered('down', 'commit')).kind, sent.length]).toEqual(['done', 2]);
  });

  it('counts as overtaken where somebody else committed while the answer was lost', async () => {
    const repository = answering('down');
    const snapshot = await repository.snapshot();
    await github.commit('octo', 'demo', { files: { [M05]: 'title: Theirs\n' } });
    expect(await repository.deliver(snapshot, change)).toEqual({ kind: 'moved' });
  });

  it('is overtaken where the branch is not what was expected', async () => {
    const message = 'Expected branch to point to "abc" but it did not. Pull and try again.';
    expect(await delivered({ type: 'STALE_DATA', message })).toEqual({ kind: 'moved' });
  });

  it.each([
    ['BRANCH_PROTECTION_RULE_VIOLATION', 'Changes must be made through a pull request.'],
    ['UNPROCESSABLE', 'Repository rule violations found\n\nChanges must be made through a pull request.'],
  ])('is refused on a protected branch (%s)', async (type, message) => {
    await expect(delivered({ type, message })).rejects.toBeInstanceOf(BranchProtected);
  });

  it('names the permission that is missing', async () => {
    const attempt = delivered({ type: 'FORBIDDEN', message: 'Resource not accessible by integration' });
    await expect(attempt).rejects.toMatchObject({ hint: expect.stringContaining('contents: write') });
  });
});
