import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Git, gitIn, tokenEnvironment } from '../../src/io/git.ts';
import { githubClient } from '../../src/io/github/client.ts';
import { type CommitMode, commitMode, repositoryFor } from '../../src/io/github/delivery.ts';
import { type Repository, RepositoryError } from '../../src/io/repository.ts';
import type { Write } from '../../src/model/plan.ts';
import { type GitHub, startGitHub } from '../github-server/server.ts';

/** What every way of delivering promises, on the local GitHub; and what each does where the default branch is protected. */

const STORE = '.milestones';
const M05 = `${STORE}/active/M05.yaml`;
const M06 = `${STORE}/active/M06.yaml`;
const AUTHOR = { name: 'github-actions[bot]', email: 'bot@example.com' };
const UPDATE = 'git-milestone/update';
const AT = '2024-07-26T16:45:00Z';

let github: GitHub;
let folder: string;
let token: string;
let log: string[];

beforeEach(async () => {
  github = await startGitHub();
  folder = await mkdtemp(join(tmpdir(), 'modes-'));
  log = [];
  await github.createRepo({
    owner: 'octo',
    name: 'demo',
    files: { 'README.md': '# Demo\n', [M05]: 'title: Five\n', [M06]: 'title: Six\n' },
  });
  token = github.token('octo', { app: true });
});
afterEach(async () => {
  await github.close();
  expect([github.violations, github.responseFaults]).toEqual([[], []]);
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

/** A clone as `actions/checkout` leaves it, with the repository of a mode on it. */
async function opened(mode: CommitMode, as = token): Promise<Repository> {
  const dir = join(folder, randomBytes(4).toString('hex'));
  await gitIn(folder).run(['clone', '--quiet', '--depth=1', github.cloneUrl('octo', 'demo'), dir]);
  const git: Git = gitIn(dir, tokenEnvironment(github.serverUrl, as));
  return repositoryFor(mode, {
    git,
    client: githubClient({ token: as, apiUrl: github.apiUrl, graphqlUrl: github.graphqlUrl, log: (m) => log.push(m) }),
    repo: { owner: 'octo', repo: 'demo' },
    branch: 'main',
    storeDir: STORE,
    author: AUTHOR,
    proposal: { branch: UPDATE, title: 'Update the milestones', body: 'What waits to be merged.' },
    log: (m) => log.push(m),
  });
}

const write = (path: string, after: string | null): Write => ({ path, before: null, after });
const delivery = (message: string, ...writes: Write[]) => ({ writes, message, at: AT });

async function textsOf(repository: Repository): Promise<Record<string, string>> {
  const { files } = await repository.snapshot();
  return Object.fromEntries(files.flatMap((file) => (file.kind === 'text' ? [[file.path, file.text]] : [])));
}

/** Subjects on a branch of the server, newest first. */
async function subjects(branch: string): Promise<string[]> {
  const { dir } = github.state.repo('octo', 'demo');
  return (await gitIn(dir).run(['log', '--first-parent', '--format=%s', branch])).split('\n');
}

const pulls = () => github.state.repo('octo', 'demo').issues.filter((issue) => issue.pull);
const BASE = { 'active/M05.yaml': 'title: Five\n', 'active/M06.yaml': 'title: Six\n' };
/** `auto` is one of these, whichever it finds to work: it has tests of its own below. */
const MODES = ['git', 'api', 'pull-request'] as const;
const branchOf = (mode: CommitMode): string => (mode === 'pull-request' ? UPDATE : 'main');

describe.each(MODES)('commit-mode %s', (mode) => {
  it('writes several files and deletes one in one commit, and reads them back', async () => {
    const repository = await opened(mode);
    const snapshot = await repository.snapshot();
    expect([snapshot.files.length, await snapshot.readText('README.md')]).toEqual([2, '# Demo\n']);
    const text = 'title: Fünf ✓\n';
    const writes = [write(M05, text), write(M06, null), write('STATUS.md', '# Status\n')];
    const done = await repository.deliver(snapshot, delivery('Change it\n\nWhy: because\n', ...writes));
    expect(done).toMatchObject({ kind: 'done', sha: expect.stringMatching(/^[0-9a-f]{40}$/) });
    expect(await textsOf(repository)).toEqual({ 'active/M05.yaml': text });
    expect(await (await repository.snapshot()).readText('STATUS.md')).toBe('# Status\n');
    expect(await subjects(branchOf(mode))).toEqual(['Change it', 'Initial commit']);
  });

  it('loses a race, and wins on what is there then', async () => {
    const [one, other] = [await opened(mode), await opened(mode)];
    const [first, late] = [await one.snapshot(), await other.snapshot()];
    expect((await one.deliver(first, delivery('First', write(M05, 'title: First\n')))).kind).toBe('done');
    expect(await other.deliver(late, delivery('Late', write(M06, 'title: Late\n')))).toEqual({ kind: 'moved' });
    expect(await textsOf(other)).toEqual({ ...BASE, 'active/M05.yaml': 'title: First\n' });
    const again = await other.snapshot();
    expect((await other.deliver(again, delivery('Late', write(M06, 'title: Late\n')))).kind).toBe('done');
    expect(await textsOf(one)).toEqual({ 'active/M05.yaml': 'title: First\n', 'active/M06.yaml': 'title: Late\n' });
    expect(await subjects(branchOf(mode))).toEqual(['Late', 'First', 'Initial commit']);
  });

  it('lets one of two writers in at a time', async () => {
    const both = await Promise.all([opened(mode), opened(mode)]);
    const add = async (repository: Repository, name: string): Promise<void> => {
      for (let i = 0; i < 5; i++) {
        const snapshot = await repository.snapshot();
        const path = `${STORE}/active/${name}.yaml`;
        const { kind } = await repository.deliver(snapshot, delivery(`Add ${name}`, write(path, `title: ${name}\n`)));
        if (kind === 'done') return;
      }
      throw new Error(`${name} never got in`);
    };
    await Promise.all(both.map((repository, i) => add(repository, `M1${i}`)));
    const expected = { ...BASE, 'active/M10.yaml': 'title: M10\n', 'active/M11.yaml': 'title: M11\n' };
    expect(await textsOf(both[0])).toEqual(expected);
    expect((await subjects(branchOf(mode))).toSorted()).toEqual(['Add M10', 'Add M11', 'Initial commit']);
    expect(pulls()).toHaveLength(mode === 'pull-request' ? 1 : 0);
  });

  it('writes through no link', async () => {
    const git = gitIn(join(folder, 'linked'));
    await gitIn(folder).run(['clone', '--quiet', github.cloneUrl('octo', 'demo', github.token('octo')), 'linked']);
    const blob = await git.run(['hash-object', '-w', '--stdin'], { input: '../elsewhere' });
    await git.run(['update-index', '--add', '--cacheinfo', `120000,${blob},${STORE}/logs`]);
    const names = ['-c', 'user.name=Octo', '-c', 'user.email=octo@example.com'];
    await git.run([...names, 'commit', '--quiet', '-m', 'Link']);
    await git.run(['push', '--quiet', 'origin', 'main']);
    const repository = await opened(mode);
    const snapshot = await repository.snapshot();
    const attempt = repository.deliver(snapshot, delivery('Through', write(`${STORE}/logs/x.yaml`, 'a: 1\n')));
    await expect(attempt).rejects.toThrow(/logs is a symbolic link/);
    expect((await subjects('main'))[0]).toBe('Link');
  });

  it('puts nothing in the place of what is there', async () => {
    const repository = await opened(mode);
    const snapshot = await repository.snapshot();
    const over = (path: string) => repository.deliver(snapshot, delivery('Over', write(path, 'x\n')));
    await expect(over(`${STORE}/active/M05.yaml/x.md`)).rejects.toThrow('M05.yaml is a file, and no folder is put in');
    await expect(over(`${STORE}/active`)).rejects.toThrow('active is a folder, and no file is put in its place');
    expect([await textsOf(repository), await subjects('main'), pulls()]).toEqual([BASE, ['Initial commit'], []]);
  });

  it('makes no commit of nothing', async () => {
    const repository = await opened(mode);
    const result = await repository.deliver(await repository.snapshot(), delivery('Nothing'));
    expect(result).toEqual({ kind: 'done', sha: null });
    expect([await subjects('main'), pulls()]).toEqual([['Initial commit'], []]);
  });

  it('says which permission a token lacks, and leaves nothing behind', async () => {
    const repository = await opened(mode, github.token('octo', { permissions: { contents: 'read', issues: 'write' } }));
    const snapshot = await repository.snapshot();
    const problem = await repository
      .deliver(snapshot, delivery('No', write(M05, 'title: No\n')))
      .catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(RepositoryError);
    expect((problem as RepositoryError).hint).toContain('contents: write');
    expect(await subjects('main')).toEqual(['Initial commit']);
  });
});

describe('commit-mode none', () => {
  it('reads, and commits nothing', async () => {
    const repository = await opened('none');
    const snapshot = await repository.snapshot();
    const result = await repository.deliver(snapshot, delivery('No', write(M05, 'title: No\n')));
    expect(result).toMatchObject({
      kind: 'done',
      sha: null,
      withheld: true,
      notice: expect.stringContaining('`none`'),
    });
    expect(await textsOf(repository)).toEqual(BASE);
    expect(await subjects('main')).toEqual(['Initial commit']);
  });
});

describe('commit-mode pull-request', () => {
  const deliver = async (repository: Repository, message: string, path: string) =>
    repository.deliver(await repository.snapshot(), delivery(message, write(path, `title: ${message}\n`)));

  it('gathers changes in one pull request, together with what comes to the default branch meanwhile', async () => {
    const repository = await opened('pull-request');
    const first = await deliver(repository, 'One', M05);
    await github.commit('octo', 'demo', { files: { [`${STORE}/active/M09.yaml`]: 'title: Nine\n' }, message: 'Nine' });
    const second = await deliver(await opened('pull-request'), 'Two', M06);
    expect(pulls().map(({ title, body }) => [title, body])).toEqual([
      ['Update the milestones', 'What waits to be merged.'],
    ]);
    const url = `${github.serverUrl}/octo/demo/pull/1`;
    expect([first, second]).toMatchObject([{ pullRequest: url }, { pullRequest: url }]);
    expect(second).toMatchObject({ notice: `The change waits in ${url} until that is merged into main.` });
    expect(await textsOf(repository)).toEqual({
      'active/M05.yaml': 'title: One\n',
      'active/M06.yaml': 'title: Two\n',
      'active/M09.yaml': 'title: Nine\n',
    });
    expect(await subjects('main')).toEqual(['Nine', 'Initial commit']);
    expect(await subjects(UPDATE)).toEqual(['Two', `Merge branch main into ${UPDATE}`, 'One', 'Initial commit']);
  });

  it('starts from the default branch again once it was closed', async () => {
    await deliver(await opened('pull-request'), 'Unwanted', M05);
    for (const issue of pulls()) issue.state = 'closed';
    const repository = await opened('pull-request');
    expect(await textsOf(repository)).toEqual(BASE);
    expect(await deliver(repository, 'Wanted', M06)).toMatchObject({
      pullRequest: `${github.serverUrl}/octo/demo/pull/2`,
    });
    expect(await subjects(UPDATE)).toEqual(['Wanted', 'Initial commit']);
  });

  it('goes on where both sides changed the same lines, and says so', async () => {
    await deliver(await opened('pull-request'), 'Ours', M05);
    await github.commit('octo', 'demo', { files: { [M05]: 'title: Theirs\n' } });
    const result = await deliver(await opened('pull-request'), 'More', M06);
    expect(result).toMatchObject({
      notice: expect.stringContaining(`It contradicts main (${M05}): resolve that there.`),
    });
    expect(await subjects(UPDATE)).toEqual(['More', 'Ours', 'Initial commit']);
  });

  it.each([
    ['config.yaml', 'config.yaml'],
    ['config.yaml', 'config.yml'],
    ['config.yml', 'config.yml'],
  ])('takes the policy from the default branch (%s), whatever the proposal holds (%s)', async (ours, theirs) => {
    await github.commit('octo', 'demo', { files: { [`${STORE}/${ours}`]: 'approvals: strict\n' } });
    const files = { [`${STORE}/${theirs}`]: 'approvals: none\n', [M05]: 'title: Slipped in\n' };
    await github.commit('octo', 'demo', { branch: UPDATE, files, message: 'Slip it in' });
    const texts = await textsOf(await opened('pull-request'));
    expect(texts).toEqual({ ...BASE, [ours]: 'approvals: strict\n', 'active/M05.yaml': 'title: Slipped in\n' });
  });

  it('takes up a branch whose pull request was never opened', async () => {
    await github.commit('octo', 'demo', { branch: UPDATE, files: { [M05]: 'title: Orphan\n' }, message: 'Orphan' });
    const repository = await opened('pull-request');
    expect((await textsOf(repository))['active/M05.yaml']).toBe('title: Orphan\n');
    expect(await deliver(repository, 'Next', M06)).toMatchObject({ pullRequest: expect.stringContaining('/pull/1') });
    expect(await subjects(UPDATE)).toEqual(['Next', 'Orphan', 'Initial commit']);
  });

  it('takes the branch back if no pull request may be opened', async () => {
    const weak = github.token('octo', { permissions: { contents: 'write', 'pull-requests': 'read' } });
    const problem = await deliver(await opened('pull-request', weak), 'One', M05).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(RepositoryError);
    expect((problem as RepositoryError).hint).toContain('pull-requests: write');
    await expect(subjects(UPDATE)).rejects.toThrow(/unknown revision|ambiguous argument/);
    expect(await deliver(await opened('pull-request'), 'Two', M06)).toMatchObject({ kind: 'done' });
  });
});

describe('a protected default branch', () => {
  const change = delivery('Change', write(M05, 'title: Changed\n'));

  it('refuses a push, with the way out in the hint', async () => {
    github.protect('octo', 'demo', 'main');
    const repository = await opened('git');
    const problem = await repository.deliver(await repository.snapshot(), change).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(RepositoryError);
    expect(problem).toMatchObject({
      message: expect.stringContaining('GH006'),
      hint: expect.stringContaining('commit-mode: pull-request'),
    });
  });

  it('is got around by a pull request in auto mode, and later changes join it', async () => {
    github.protect('octo', 'demo', 'main');
    const repository = await opened('auto');
    const snapshot = await repository.snapshot();
    const result = await repository.deliver(snapshot, change);
    const pullRequest = `${github.serverUrl}/octo/demo/pull/1`;
    expect(result).toMatchObject({ kind: 'done', pullRequest, notice: expect.stringContaining('GH006') });
    expect(log.join('\n')).toContain('proposed in a pull request instead');
    const next = await opened('auto');
    expect((await textsOf(next))['active/M05.yaml']).toBe('title: Changed\n');
    const more = await next.deliver(await next.snapshot(), delivery('More', write(M06, 'title: More\n')));
    expect(more).toMatchObject({ kind: 'done', pullRequest });
    expect([pulls().length, await subjects(UPDATE)]).toEqual([1, ['More', 'Change', 'Initial commit']]);
    expect(await subjects('main')).toEqual(['Initial commit']);
  });
});

describe('a default branch that a ruleset protects', () => {
  const change = delivery('Change', write(M05, 'title: Changed\n'));
  const deliver = async (mode: CommitMode) => {
    const repository = await opened(mode);
    return repository.deliver(await repository.snapshot(), change);
  };

  it('takes a commit through the API where it asks for signatures only: auto finds that way, and git does not', async () => {
    github.protect('octo', 'demo', 'main', { ruleset: true, requireSignatures: true });
    await expect(deliver('git')).rejects.toMatchObject({ message: expect.stringContaining('GH013') });
    const result = await deliver('auto');
    expect(result).toMatchObject({ kind: 'done', notice: expect.stringMatching(/GH013.*API instead, which signs it/) });
    expect([await subjects('main'), pulls()]).toEqual([['Change', 'Initial commit'], []]);
    const { data } = await githubClient({ token, apiUrl: github.apiUrl, log: () => {} }).rest.repos.getCommit({
      owner: 'octo',
      repo: 'demo',
      ref: 'main',
    });
    expect([data.sha, data.commit.verification?.verified]).toEqual([(result as { sha: string }).sha, true]);
  });

  it('takes none where it asks for a pull request: api refuses, auto proposes', async () => {
    github.protect('octo', 'demo', 'main', { ruleset: true, requirePullRequest: true, requireSignatures: true });
    await expect(deliver('api')).rejects.toMatchObject({ hint: expect.stringContaining('commit-mode: pull-request') });
    expect(await deliver('auto')).toMatchObject({
      kind: 'done',
      pullRequest: expect.stringContaining('/pull/1'),
      notice: expect.stringContaining('GH013'),
    });
    expect(await subjects('main')).toEqual(['Initial commit']);
  });
});

describe('the input commit-mode', () => {
  it('is auto where it is empty, and refuses what it does not know', () => {
    expect([commitMode(''), commitMode(' api ')]).toEqual(['auto', 'api']);
    expect(() => commitMode('force')).toThrow(RepositoryError);
  });
});
