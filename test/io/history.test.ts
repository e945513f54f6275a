import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Git, gitIn } from '../../src/io/git.ts';
import { journalledUpTo } from '../../src/io/history.ts';

let dir: string;
let git: Git;
let count = 0;

const trailer = (sha: string): string => `Regenerate\n\nMilestone-Journalled: ${sha}`;

async function commit(message: string): Promise<string> {
  await writeFile(join(dir, 'file'), String(++count));
  await git.run(['add', '.']);
  await git.run(['-c', 'user.name=Ann', '-c', 'user.email=ann@example.org', 'commit', '--quiet', '-m', message]);
  return git.run(['rev-parse', 'HEAD']);
}

const upTo = (head: string, fallback: string | null, ...journalled: string[]): Promise<string | null> =>
  journalledUpTo(git, 'main', head, fallback, (sha) => journalled.includes(sha));

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'history-'));
  git = gitIn(dir);
  await git.run(['init', '--quiet', '--initial-branch=main']);
});
afterEach(() => rm(dir, { recursive: true, force: true, maxRetries: 3 }));

describe('how far the journal goes', () => {
  it('is as far as the newest trailer that the journal bears out', async () => {
    const first = await commit('Edit');
    await commit(trailer(first));
    const edit = await commit('Another edit');
    const head = await commit(trailer(edit));
    expect(await upTo(head, null, first, edit)).toBe(edit);
    expect(await upTo(head, null, first)).toBe(first);
  });

  it('is not for a commit to claim, neither for one before it nor for one that is not there', async () => {
    const journalled = await commit('Edit');
    await commit(trailer(journalled));
    const hidden = await commit('Move a date [skip ci]');
    const claim = await commit(trailer(hidden));
    const foreign = await commit(trailer('f'.repeat(40)));
    expect(await upTo(foreign, claim, journalled, 'f'.repeat(40))).toBe(journalled);
  });

  it('is where the push began if no trailer tells, and unknown where nothing does', async () => {
    const before = await commit('Edit');
    const head = await commit(trailer(before));
    expect(await upTo(head, before)).toBe(before);
    expect(await upTo(head, null)).toBeNull();
    expect(await upTo(head, 'a'.repeat(40))).toBeNull();
  });
});
