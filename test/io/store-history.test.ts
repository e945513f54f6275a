import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GitError, gitIn } from '../../src/io/git.ts';
import { storeVersions } from '../../src/io/store-history.ts';
import { gitHistoryOf } from '../../src/store/history.ts';

let dir = '';
let second = 0;

function git(...args: string[]): string {
  const date = `2024-07-01T10:00:${String(second).padStart(2, '0')}Z`;
  const env = { ...process.env, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date };
  return execFileSync('git', ['-C', dir, ...args], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

function put(path: string, text: string): void {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), text);
}

function commit(message: string, author = 'Ann'): void {
  second++;
  git('add', '-A');
  git('-c', `user.name=${author}`, '-c', 'user.email=a@example.org', 'commit', '-qm', message);
}

const text = (status: string, end = '2024-07-10'): string =>
  `title: A\nstatus: ${status}\ntimeline: {estimated_end: ${end}}\n`;
const STORE = 'pläne/.milestones';
const A = `${STORE}/active/A.yaml`;
const found = async (at = dir) => gitHistoryOf(await storeVersions(gitIn(at), 'HEAD', STORE));

beforeEach(() => {
  second = 0;
  dir = mkdtempSync(join(tmpdir(), 'store-history-'));
  git('init', '-q', '-b', 'main');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('the history of a store in git', () => {
  it('tells who finished what when, and the first due dates', async () => {
    put(A, text('planning'));
    put(`${STORE}/config.yaml`, 'project: {name: x}\n');
    commit('plan');
    put(A, text('in_progress', '2024-07-20'));
    commit('start');
    put('README.md', 'nothing to do with it');
    commit('noise');
    put(A, text('completed', '2024-07-20'));
    commit('finish', 'Böb');
    mkdirSync(join(dir, STORE, 'completed'));
    renameSync(join(dir, A), join(dir, STORE, 'completed/A.yaml'));
    commit('file away');
    expect(await found()).toEqual({
      completions: [{ id: 'A', at: '2024-07-01T10:00:04.000Z', by: 'Böb' }],
      firstDues: new Map([['A', { due: '2024-07-10', at: '2024-07-01T10:00:01.000Z' }]]),
    });
  });

  it('counts a merge as the moment in which work arrived, and not the commits of its branch', async () => {
    put(A, text('planning'));
    commit('plan');
    git('checkout', '-qb', 'topic');
    put(A, text('completed'));
    commit('finish on a branch');
    git('checkout', '-q', 'main');
    second = 30;
    git('-c', 'user.name=Mel', '-c', 'user.email=m@example.org', 'merge', '-q', '--no-ff', '-m', 'merge', 'topic');
    expect((await found()).completions).toEqual([{ id: 'A', at: '2024-07-01T10:00:30.000Z', by: 'Mel' }]);
  });

  it('does not take the edge of a shallow clone for the beginning of everything', async () => {
    put(A, text('planning'));
    put(`${STORE}/active/B.yaml`, text('planning'));
    commit('plan');
    put(A, text('completed'));
    commit('finish A');
    put(`${STORE}/active/B.yaml`, text('completed', '2024-08-01'));
    commit('finish B');
    const clone = mkdtempSync(join(tmpdir(), 'store-history-clone-'));
    try {
      execFileSync('git', ['clone', '-q', '--depth=2', `file://${dir}`, clone]);
      const { completions, firstDues } = await found(clone);
      expect(completions.map((c) => c.id)).toEqual(['B']);
      expect(firstDues.size).toBe(0);
    } finally {
      rmSync(clone, { recursive: true, force: true });
    }
  });

  it('survives links, binary and huge files, odd names, and a store without any history', async () => {
    put('x', 'x');
    commit('before the store');
    expect(await found()).toEqual({ completions: [], firstDues: new Map() });
    put(A, text('planning'));
    put(`${STORE}/active/odd "name".yaml`, text('planning'));
    writeFileSync(join(dir, STORE, 'active/bin.yaml'), Buffer.from([0xff, 0xfe, 0]));
    writeFileSync(join(dir, STORE, 'active/huge.yaml'), 'a'.repeat(1_100_000));
    symlinkSync('A.yaml', join(dir, STORE, 'active/link.yaml'));
    commit('odd');
    put(A, text('completed'));
    rmSync(join(dir, STORE, 'active/link.yaml'));
    commit('finish');
    const { completions, firstDues } = await found();
    expect(completions.map((c) => c.id)).toEqual(['A']);
    expect([...firstDues.keys()]).toContain('A');
    await expect(storeVersions(gitIn(dir), 'no-such-branch', STORE)).rejects.toThrow(GitError);
  });

  it('reads at most 1,000 commits, the newest, and knows that it did', async () => {
    const message = (i: number, status: string) => {
      const body = text(status, `2024-07-${String((i % 28) + 1).padStart(2, '0')}`);
      return `commit refs/heads/main\ncommitter Ann <a@x> ${1_720_000_000 + i} +0000\ndata 1\nx\nM 100644 inline "${STORE}/active/A.yaml"\ndata ${Buffer.byteLength(body)}\n${body}\n`;
    };
    const stream = Array.from({ length: 1100 }, (_, i) => message(i, i < 1099 ? 'in_progress' : 'completed')).join('');
    execFileSync('git', ['-C', dir, 'fast-import', '--quiet'], { input: stream });
    const versions = await storeVersions(gitIn(dir), 'main', STORE);
    expect(versions.filter((v) => v.dated)).toHaveLength(1000);
    expect(versions[0]?.dated).toBe(false);
    const { completions, firstDues } = gitHistoryOf(versions);
    expect(completions).toHaveLength(1);
    expect(firstDues.size).toBe(0);
  });
});
