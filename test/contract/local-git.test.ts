import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gitEnvironment } from '../github-server/git/command.ts';
import { type GitHub, startGitHub } from '../github-server/server.ts';
import { quiet } from './peers.ts';

const run = promisify(execFile);
const repo = { owner: 'octo', repo: 'demo' };

let github: GitHub;
let folder: string;

beforeEach(async () => {
  github = await startGitHub();
  folder = await mkdtemp(join(tmpdir(), 'clone-'));
  const files = { 'README.md': 'One\n', 'Ümlaut "x".md': 'ü\n' };
  await github.createRepo({ ...repo, name: 'demo', files, collaborators: { wanda: 'write', tina: 'triage' } });
});
afterEach(async () => {
  await github.close();
  expect([github.violations, github.responseFaults]).toEqual([[], []]);
  await rm(folder, { recursive: true, force: true });
});

/** git as a person has it: never asking for a password, both streams as text. */
async function git(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = gitEnvironment({ GIT_TERMINAL_PROMPT: '0' });
  const names = ['-c', 'user.name=Wanda', '-c', 'user.email=wanda@example.com'];
  return run('git', [...names, ...args], { cwd: folder, env, maxBuffer: 1 << 24 }).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      out: error.stdout,
      err: error.stderr,
    }),
  );
}

async function clone(token?: string): Promise<void> {
  const { err, code } = await git('clone', '--quiet', github.cloneUrl('octo', 'demo', token), '.');
  expect([code, err]).toEqual([0, '']);
}

async function commit(file: string, content: string | Buffer): Promise<string> {
  await writeFile(join(folder, file), content);
  await git('add', '.');
  await git('commit', '--quiet', '-m', `Change ${file}`);
  return (await git('rev-parse', 'HEAD')).out.trim();
}

describe('git over HTTP', () => {
  it('clones without a token, and shows a push to REST at once', async () => {
    const token = github.token('wanda');
    await clone(token);
    expect(await readFile(join(folder, 'Ümlaut "x".md'), 'utf8')).toBe('ü\n');
    const sha = await commit('README.md', 'Two\n');
    expect((await git('push', 'origin', 'HEAD:main')).code).toBe(0);
    const octokit = quiet(github.apiUrl, token);
    const branch = await octokit.request('GET /repos/{owner}/{repo}/branches/{branch}', { ...repo, branch: 'main' });
    expect(branch.data.commit.sha).toBe(sha);
    const file = await octokit.request('GET /repos/{owner}/{repo}/contents/{path}', { ...repo, path: 'README.md' });
    expect(Buffer.from((file.data as { content: string }).content, 'base64').toString()).toBe('Two\n');
    const pushes = github.requests.filter((request) => request.path.endsWith('/git-receive-pack'));
    expect(pushes).toMatchObject([{ kind: 'git', method: 'POST', status: 200, login: 'wanda' }]);
  });

  it('takes a large push, which git sends in chunks', async () => {
    await clone(github.token('wanda'));
    await commit('large.bin', randomBytes(5_000_000));
    const { code } = await git('-c', 'http.postBuffer=65536', 'push', 'origin', 'HEAD:refs/heads/large');
    expect(code).toBe(0);
    const { data } = await quiet(github.apiUrl).request('GET /repos/{owner}/{repo}/contents/{path}', {
      ...repo,
      path: '',
      ref: 'large',
    });
    expect(data).toContainEqual(expect.objectContaining({ name: 'large.bin', size: 5_000_000, path: 'large.bin' }));
  });

  it('unpacks a gzipped request', async () => {
    const answer = await fetch(`${github.cloneUrl('octo', 'demo')}/git-upload-pack`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-git-upload-pack-request',
        'content-encoding': 'gzip',
        'git-protocol': 'version=2',
      },
      body: new Uint8Array(gzipSync('0014command=ls-refs\n0000')),
    });
    expect(await answer.text()).toMatch(/^[0-9a-f]{44} HEAD\n.* refs\/heads\/main\n0000$/s);
  });

  it('takes the header that actions/checkout configures', async () => {
    await clone();
    const basic = Buffer.from(`x-access-token:${github.token('octo', { app: true })}`).toString('base64');
    await commit('README.md', 'Two\n');
    const push = await git('-c', `http.extraheader=AUTHORIZATION: basic ${basic}`, 'push', 'origin', 'HEAD:main');
    expect(push.code).toBe(0);
    expect(github.requests.at(-1)).toMatchObject({ login: 'github-actions[bot]', status: 200 });
  });

  it.each([
    ['nobody', undefined, 401, /could not read Username/],
    ['a person below write', () => github.token('tina'), 403, /Permission to octo\/demo\.git denied to tina/],
    [
      'an app that may only read contents',
      () => github.token('octo', { permissions: { contents: 'read', issues: 'write' } }),
      403,
      /denied to github-actions\[bot\]/,
    ],
  ])('refuses a push by %s', async (_, token, status, words) => {
    await clone(token?.());
    await commit('README.md', 'Two\n');
    const { code, err } = await git('push', 'origin', 'HEAD:main');
    expect(code).not.toBe(0);
    expect(err).toMatch(words);
    expect(github.requests.at(-1)?.status).toBe(status);
  });

  it('shows a private repository only to those who may see it', async () => {
    await github.createRepo({ owner: 'octo', name: 'secret', private: true, files: { 'a.md': 'a\n' } });
    const read = (token?: string) => git('ls-remote', github.cloneUrl('octo', 'secret', token));
    expect((await read(github.token('octo'))).out).toContain('refs/heads/main');
    expect((await read(github.token('wanda'))).err).toContain('not found');
    expect((await read()).err).toContain('could not read Username');
  });

  it('meets storms: a push that fails, and one whose answer is lost', async () => {
    await clone(github.token('wanda'));
    const sha = await commit('README.md', 'Two\n');
    github.storm({ kind: '503', match: /POST .*git-receive-pack/ });
    expect((await git('push', 'origin', 'HEAD:main')).err).toContain('503');
    expect((await git('ls-remote', 'origin', 'main')).out).not.toContain(sha);
    github.storm({ kind: 'drop', match: /POST .*git-receive-pack/ });
    expect((await git('push', 'origin', 'HEAD:main')).code).not.toBe(0);
    expect((await git('ls-remote', 'origin', 'main')).out).toContain(sha);
    expect(github.stormsLeft()).toBe(0);
  });

  it('leaves a push behind a newer one to be fetched first', async () => {
    await clone(github.token('wanda'));
    await github.commit('octo', 'demo', { files: { 'README.md': 'Elsewhere\n' }, author: 'wanda' });
    await commit('README.md', 'Two\n');
    expect((await git('push', 'origin', 'HEAD:main')).err).toMatch(/\[rejected\].*\(fetch first\)/);
    expect((await git('pull', '--quiet', '--rebase', '-X', 'theirs', 'origin', 'main')).code).toBe(0);
    expect((await git('push', 'origin', 'HEAD:main')).code).toBe(0);
  });
});

describe('a protected branch', () => {
  it('refuses a push with GH006, and takes the other branches of the same push', async () => {
    github.protect('octo', 'demo', 'main');
    await clone(github.token('wanda'));
    await commit('README.md', 'Two\n');
    const { code, err } = await git('push', 'origin', 'HEAD:main', 'HEAD:refs/heads/other');
    expect(code).toBe(1);
    expect(err).toContain('remote: error: GH006: Protected branch update failed for refs/heads/main.');
    expect(err).toMatch(/remote: - Changes must be made through a pull request\./);
    expect(err).toMatch(/! \[remote rejected\] HEAD -> main \(protected branch hook declined\)/);
    expect(err).toMatch(/\[new branch\] +HEAD -> other/);
  });

  it('takes a push of those who may bypass the rules', async () => {
    github.protect('octo', 'demo', 'main', { bypass: ['wanda'] });
    await clone(github.token('wanda'));
    await commit('README.md', 'Two\n');
    expect((await git('push', 'origin', 'HEAD:main')).code).toBe(0);
  });

  it('takes a commit once its required check has succeeded', async () => {
    github.protect('octo', 'demo', 'main', { requiredChecks: ['ci'] });
    await clone(github.token('wanda'));
    const sha = await commit('README.md', 'Two\n');
    expect((await git('push', 'origin', 'HEAD:main')).err).toContain('Required status check "ci" is expected.');
    expect((await git('push', 'origin', 'HEAD:refs/heads/topic')).code).toBe(0);
    const app = quiet(github.apiUrl, github.token('octo', { app: true }));
    const run = { ...repo, name: 'ci', head_sha: sha, conclusion: 'success' as const };
    await app.request('POST /repos/{owner}/{repo}/check-runs', { ...run, status: 'completed' });
    const pushed = await git('push', 'origin', 'HEAD:main');
    expect([pushed.code, pushed.err]).toEqual([0, expect.stringMatching(/HEAD -> main/)]);
    const { data } = await app.request('GET /repos/{owner}/{repo}/branches/{branch}', { ...repo, branch: 'main' });
    expect([data.commit.sha, data.protected]).toEqual([sha, true]);
  });
});
