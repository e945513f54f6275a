import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gitEnvironment } from '../github-server/git/command.ts';
import { resolveCommit } from '../github-server/git/read.ts';
import type { Json } from '../github-server/records.ts';
import { type GitHub, startGitHub } from '../github-server/server.ts';
import { quiet, refusal } from './peers.ts';

const run = promisify(execFile);
const repo = { owner: 'octo', repo: 'demo' };
const COMMIT = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid signature { isValid } } ref { name } }
}`;

let github: GitHub;
let folder: string;
let app: string;

beforeEach(async () => {
  github = await startGitHub();
  folder = await mkdtemp(join(tmpdir(), 'rules-'));
  await github.createRepo({
    ...repo,
    name: 'demo',
    files: { 'a.md': 'a\n', 'b.md': 'b\n' },
    collaborators: { wanda: 'write' },
  });
  app = github.token('octo', { app: true });
});
afterEach(async () => {
  await github.close();
  expect([github.violations, github.responseFaults]).toEqual([[], []]);
  await rm(folder, { recursive: true, force: true });
});

/** git's exit code and what it said. */
async function git(...args: string[]): Promise<[number, string]> {
  const names = ['-c', 'user.name=Wanda', '-c', 'user.email=wanda@example.com'];
  const env = gitEnvironment({ GIT_TERMINAL_PROMPT: '0' });
  return run('git', [...names, ...args], { cwd: folder, env }).then(
    ({ stderr }) => [0, stderr],
    (error: { code: number; stderr: string }) => [error.code, error.stderr],
  );
}

/** Commits `texts` one by one in a fresh clone and pushes them to main. */
async function push(...texts: string[]): Promise<[number, string]> {
  await git('clone', '--quiet', github.cloneUrl('octo', 'demo', github.token('wanda')), '.');
  for (const text of texts) {
    await writeFile(join(folder, 'a.md'), text);
    await git('commit', '--quiet', '-a', '-m', text.trim());
  }
  return git('push', 'origin', 'HEAD:main');
}

const head = (branch = 'main') => resolveCommit(github.state.repo('octo', 'demo').dir, `refs/heads/${branch}`);

async function commit(token: string, values: Json = {}) {
  const input = {
    branch: { repositoryNameWithOwner: 'octo/demo', branchName: 'main' },
    expectedHeadOid: await head(),
    message: { headline: 'Change', body: 'Why' },
    fileChanges: { additions: [{ path: 'a.md', contents: 'QQo=' }], deletions: [{ path: 'b.md' }] },
    ...values,
  };
  const answer = await fetch(github.graphqlUrl, {
    method: 'POST',
    headers: { authorization: `bearer ${token}` },
    body: JSON.stringify({ query: COMMIT, variables: { input } }),
  });
  type Made = { commit: { oid: string; signature: Json } };
  const body = (await answer.json()) as { data: { createCommitOnBranch: Made | null }; errors?: Json[] };
  return { made: body.data.createCommitOnBranch, error: body.errors?.[0] };
}

describe('a ruleset', () => {
  it('refuses a push with GH013, the page of the rules and every reason', async () => {
    github.protect('octo', 'demo', 'main', { ruleset: true, requirePullRequest: true, requireSignatures: true });
    const [code, said] = await push('Two\n', 'Three\n');
    expect(code).toBe(1);
    const lines = said.split('\n').map((line) => line.trimEnd());
    expect(lines).toContain('remote: error: GH013: Repository rule violations found for refs/heads/main.');
    expect(lines).toContain(
      `remote: Review all repository rules at ${github.url}/octo/demo/rules?ref=refs%2Fheads%2Fmain`,
    );
    expect(lines).toContain('remote: - Changes must be made through a pull request.');
    expect(lines).toContain('remote: - Commits must have verified signatures.');
    expect(lines).toContain('remote:   Found 2 violations:');
    expect(said).toMatch(/! \[remote rejected\] HEAD -> main \(push declined due to repository rule violations\)/);
  });

  it('that asks for signatures lets through what GitHub itself commits', async () => {
    github.protect('octo', 'demo', 'main', { ruleset: true, requireSignatures: true });
    const [code, said] = await push('Two\n');
    expect([code, said.includes('Found 1 violation:'), said.includes('pull request')]).toEqual([1, true, false]);
    const { made, error } = await commit(app);
    expect([error, made?.commit.signature]).toEqual([undefined, { isValid: true }]);
    const { data } = await quiet(github.apiUrl, app).request('GET /repos/{owner}/{repo}/commits/{ref}', {
      ...repo,
      ref: 'main',
    });
    expect(data).toMatchObject({
      sha: made?.commit.oid,
      commit: {
        message: 'Change\n\nWhy',
        author: { name: 'github-actions[bot]' },
        verification: { verified: true, reason: 'valid' },
      },
      author: { login: 'github-actions[bot]' },
      files: [{ filename: 'a.md' }, { filename: 'b.md', status: 'removed' }],
    });
  });
});

describe('a commit through the API', () => {
  it('is refused where the branch has moved, the branch is missing or a file to delete is', async () => {
    const before = await head();
    await github.commit('octo', 'demo', { files: { 'a.md': 'Meanwhile\n' } });
    expect((await commit(app, { expectedHeadOid: before })).error).toMatchObject({
      type: 'STALE_DATA',
      path: ['createCommitOnBranch'],
      message: `Expected branch to point to "${before}" but it did not.  Pull and try again.`,
    });
    const none = { repositoryNameWithOwner: 'octo/demo', branchName: 'none' };
    expect((await commit(app, { branch: none })).error).toMatchObject({ message: 'Branch not found' });
    const gone = { deletions: [{ path: 'gone.md' }] };
    expect((await commit(app, { fileChanges: gone })).error?.['message']).toContain('does not exist as of commit oid');
  });

  it.each([
    ['classic protection', false, 'BRANCH_PROTECTION_RULE_VIOLATION'],
    ['a ruleset', true, 'UNPROCESSABLE'],
  ])('does not get past %s', async (_, ruleset, type) => {
    github.protect('octo', 'demo', 'main', { ruleset, requirePullRequest: true });
    const { error } = await commit(app);
    expect(error).toMatchObject({
      type,
      message: expect.stringContaining('Changes must be made through a pull request.'),
    });
    github.unprotect('octo', 'demo', 'main');
    expect((await commit(app)).error).toBeUndefined();
  });

  it('needs the right to write', async () => {
    const reader = github.token('octo', { permissions: { contents: 'read' } });
    expect((await commit(reader)).error).toMatchObject({
      type: 'FORBIDDEN',
      message: 'Resource not accessible by integration',
    });
    expect((await commit(github.token('stranger'))).error?.['message']).toMatch(
      /does not have the correct permissions/,
    );
  });

  it('lets one of two at a time win', async () => {
    const results = await Promise.all([commit(app), commit(app)]);
    expect(results.map(({ error }) => error?.['type'] ?? 'made').sort()).toEqual(['STALE_DATA', 'made']);
  });
});

describe('branches through REST', () => {
  it('are made, moved forward and deleted', async () => {
    const octokit = quiet(github.apiUrl, app);
    const [first, ref] = [(await head()) ?? '', 'heads/topic'];
    const make = () =>
      octokit.request('POST /repos/{owner}/{repo}/git/refs', { ...repo, ref: 'refs/heads/topic', sha: first });
    expect((await make()).data.object.sha).toBe(first);
    expect(await refusal(make())).toBe(422);
    const second = await github.commit('octo', 'demo', { files: { 'a.md': 'Two\n' } });
    const move = (sha: string) => octokit.request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', { ...repo, ref, sha });
    expect((await move(second)).data.object.sha).toBe(second);
    await expect(move(first)).rejects.toThrow('Update is not a fast forward');
    github.protect('octo', 'demo', 'topic', { ruleset: true, requirePullRequest: true });
    const third = await github.commit('octo', 'demo', { files: { 'a.md': 'Three\n' } });
    await expect(move(third)).rejects.toThrow('Repository rule violations found');
    github.unprotect('octo', 'demo', 'topic');
    expect((await octokit.request('DELETE /repos/{owner}/{repo}/git/refs/{ref}', { ...repo, ref })).status).toBe(204);
    expect(await head('topic')).toBeNull();
  });
});
