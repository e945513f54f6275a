import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gitIn } from '../../src/io/git.ts';
import { MARKER, type Proposal, propose } from './proposal.ts';
import { governed, type Stage, stage } from './stage.ts';

const [M07, M08] = ['.milestones/active/M07.yaml', '.milestones/active/M08.yaml'];
const CONFIG = '.milestones/config.yaml';

function changed(path: string, from: string, to: string): Record<string, string> {
  const text = governed()[path] ?? '';
  expect(text).toContain(from);
  return { [path]: text.replace(from, () => to) };
}
const later = (day: number): Record<string, string> =>
  changed(M07, 'estimated_end: 2024-08-05', `estimated_end: 2024-08-${day}`);

describe('a pull request from a fork', () => {
  let at: Stage;
  let pull: Proposal;
  beforeAll(async () => {
    at = await stage({ files: governed() });
    // It makes an accomplice an approver, who approves.
    const files = { ...later(12), ...changed(CONFIG, 'sponsor: [carol]', 'sponsor: [carol, mate]') };
    pull = await propose(at, files, { author: 'mallet', branch: 'later', fork: true });
    await at.github.addReview(at.owner, at.name, pull.number, 'mate', 'APPROVED');
    // The base has gone on since: that is not the pull request's doing.
    await at.github.commit(at.owner, at.name, {
      files: changed(M08, 'estimated_end: 2024-08-08', 'estimated_end: 2024-08-20'),
    });
  });
  afterAll(() => at.close());

  it('is shown in the job summary by a token that may only read, which is no failure', async () => {
    const result = await pull.run();
    expect([result.code, result.outputs['outcome']]).toEqual([0, 'valid']);
    expect(result.summary).toMatch(/2024-08-05\s→<br>2024-08-12/);
    expect(result.log).toContain('was not allowed');
    expect(result.log).toContain('may not report checks');
    expect([pull.previews(), pull.checks()]).toEqual([[], []]);
  });

  it('gets its comment and its check from the second workflow, by the policy of the default branch', async () => {
    const head = await pull.push(later(13));
    await at.github.addReview(at.owner, at.name, pull.number, 'mate', 'APPROVED');
    const result = await pull.follow();
    expect([result.code, result.outputs['outcome']]).toEqual([0, 'valid']);
    expect(pull.previews().length).toBe(1);
    const [{ body } = { body: '' }] = pull.previews();
    expect(body).toMatch(/2024-08-05\s→<br>2024-08-13/);
    expect(body).not.toContain('2024-08-20');
    expect(`${MARKER}\n${result.summary}`.startsWith(body.trimEnd())).toBe(true);
    expect(pull.checks()).toEqual([{ sha: head, conclusion: 'action_required', title: 'Waiting for sponsor' }]);
    // The fork's commit is not among the objects of the workspace: its files came through the API, those that differ only.
    const there = await gitIn(at.workspace.dir).try(['cat-file', '-e', head]);
    expect(there.code).not.toBe(0);
    expect(at.github.requests.filter(({ path }) => path.includes('/git/blobs/')).length).toBe(3);
    expect(at.github.violations).toEqual([]);
  });

  it('writes nothing where nothing differs', async () => {
    const before = pull.writes();
    await pull.follow();
    expect(pull.writes() - before).toBe(0);
  });

  it('follows the fork: updated in place, resolved in the end', async () => {
    await at.github.addReview(at.owner, at.name, pull.number, 'carol', 'APPROVED');
    await pull.follow({ run: { event: 'pull_request_review' } });
    expect(pull.checks().at(-1)).toMatchObject({ conclusion: 'success', title: 'Approved' });
    await pull.push({ [M07]: governed()[M07] ?? '', [CONFIG]: governed()[CONFIG] ?? '' });
    await pull.follow();
    expect(pull.previews().map(({ body }) => body.split('\n')[1])).toEqual([
      '### ✅ Resolved: no milestone changes any more',
    ]);
  });

  it('may carry links, folders and bytes that are no text: they are findings, and nothing is followed', async () => {
    await pull.push({ [M07]: Buffer.from([0x74, 0xff, 0xfe]), '.milestones/active/M99.yaml/x.txt': 'x' });
    const copy = await mkdtemp(join(tmpdir(), 'fork-'));
    const git = gitIn(copy);
    await git.run(['clone', '--quiet', '--branch=later', at.github.state.repo('mallet', at.name).dir, '.']);
    await symlink('/etc/hostname', join(copy, '.milestones/active/M77.yaml'));
    await git.run(['add', '.']);
    const me = ['-c', 'user.name=mallet', '-c', 'user.email=mallet@example.com'];
    await git.run([...me, 'commit', '--quiet', '-m', 'A link']);
    await git.run(['push', '--quiet', 'origin', 'later']);
    const head = await git.run(['rev-parse', 'HEAD']);
    await rm(copy, { recursive: true, force: true });
    const result = await pull.follow({ run: { head_sha: head } });
    expect([result.code, result.outputs['outcome']]).toEqual([0, 'invalid']);
    expect(pull.checks().at(-1)?.conclusion).toBe('failure');
    const body = pull.previews()[0]?.body ?? '';
    for (const name of ['M07.yaml:1:1', 'M77.yaml:1:1', 'M99.yaml:1:1']) expect(body).toContain(name);
  });
});

describe('a workflow run that is not what it says', () => {
  let at: Stage;
  let pull: Proposal;
  let stale = '';
  beforeAll(async () => {
    at = await stage({ files: governed() });
    pull = await propose(at, later(12), { author: 'mallet', branch: 'later', fork: true });
    stale = at.github.state.issue(at.github.state.repo(at.owner, at.name), pull.number).pull?.headSha ?? '';
    await pull.push(later(13));
  });
  afterAll(() => at.close());

  it.each([
    ['of another event', () => ({ run: { event: 'push' } }), 'something else than a pull request'],
    ['in another repository', () => ({ run: { repository: { id: 1 } } }), 'in another repository'],
    ['that has not ended', () => ({ payload: { action: 'requested' } }), 'not completed'],
    ['of a commit that has moved on', () => ({ run: { head_sha: stale } }), 'has moved on'],
    ['of a commit of nobody', () => ({ run: { head_sha: 'f'.repeat(40) } }), 'has moved on'],
    ['of a branch without a pull request', () => ({ run: { head_branch: 'main' } }), 'no open pull request'],
    ['of a repository that is gone', () => ({ run: { head_repository: null } }), 'names no commit'],
    ['with a path for a commit', () => ({ run: { head_sha: '../../main' } }), 'names no commit'],
    [
      'of a repository that only has the name',
      () => ({ run: { head_repository: { id: 1, owner: { login: 'mallet' } } } }),
      'no open pull request',
    ],
    [
      'that names a pull request itself',
      () => ({ run: { head_branch: 'x', pull_requests: [{ number: pull.number }] } }),
      'no open pull request',
    ],
  ])('%s is ignored, with the reason in the log', async (_, forged, why) => {
    const before = pull.writes();
    const result = await pull.follow(forged());
    expect([result.code, result.outputs['outcome']]).toEqual([0, 'ignored']);
    expect(result.log).toContain(why);
    expect([pull.writes() - before, pull.previews(), pull.checks()]).toEqual([0, [], []]);
  });

  it('of a closed pull request is ignored', async () => {
    at.github.state.issue(at.github.state.repo(at.owner, at.name), pull.number).state = 'closed';
    const result = await pull.follow();
    expect(result.outputs['outcome']).toBe('ignored');
    expect(pull.previews()).toEqual([]);
  });
});
