import type { StoreCommit } from '../model/history.ts';
import type { Git } from './git.ts';
import { readTextAt } from './tree.ts';

/** Names, in a commit's message, the last commit whose hand-made edits stand in the journal. */
export const JOURNALLED = 'Milestone-Journalled';

const MAX_COMMITS = 200;
const DEEPEN_BY = 100;
const MAX_DEEPENINGS = 10;

async function isAncestor(git: Git, ancestor: string, commit: string): Promise<boolean> {
  return (await git.try(['merge-base', '--is-ancestor', ancestor, commit])).code === 0;
}

/** Fetches more of a shallow history until `found` is satisfied, within a bound. */
async function deepenUntil(git: Git, branch: string, found: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < MAX_DEEPENINGS; i++) {
    if (await found()) return;
    if ((await git.run(['rev-parse', '--is-shallow-repository'])) !== 'true') return;
    await git.run(['fetch', '--quiet', '--no-tags', `--deepen=${DEEPEN_BY}`, 'origin', branch]);
  }
}

/** Trailers that are looked at, newest first; anybody can write one. */
const MAX_TRAILERS = 50;

/** The commits that trailers name, newest first. Not along the first parents alone: one may have come in by the merge of a pull request. */
async function namedCommits(git: Git, head: string): Promise<string[]> {
  const format = `--format=%(trailers:key=${JOURNALLED},valueonly,separator=%x0A)`;
  const log = await git.run(['log', `-${MAX_TRAILERS}`, `--grep=^${JOURNALLED}: [0-9a-f]`, format, head]);
  return log.split('\n').filter((sha) => /^[0-9a-f]{40,64}$/.test(sha));
}

/**
 * The commit up to which hand-made edits of the store are journalled: the newest one that a trailer names and the journal bears
 * out, else `fallback` (what the branch pointed to before the push); null if neither is in the history that can be reached.
 */
export async function journalledUpTo(
  git: Git,
  branch: string,
  head: string,
  fallback: string | null,
  isJournalled: (sha: string) => boolean,
): Promise<string | null> {
  const reached = async (): Promise<string | null> => {
    for (const sha of [...(await namedCommits(git, head)).filter(isJournalled), fallback]) {
      if (sha !== null && (await isAncestor(git, sha, head))) return sha;
    }
    return null;
  };
  await deepenUntil(git, branch, async () => (await reached()) !== null);
  return reached();
}

/** The commits of the branch's own line after `since` that touched the store, oldest first, with the files they changed. */
export async function storeCommits(git: Git, since: string, head: string, storeDir: string): Promise<StoreCommit[]> {
  const format = '--format=%H%x00%an%x00%cI%x00%s';
  const range = [`${since}..${head}`, '--', `${storeDir}/`];
  const log = await git.run(['log', '--first-parent', '--reverse', `--max-count=${MAX_COMMITS}`, format, ...range]);
  const commits: StoreCommit[] = [];
  for (const line of log.split('\n').filter((text) => text !== '')) {
    const [sha = '', author = '', at = '', subject = ''] = line.split('\0');
    const names = await git.run([
      'diff-tree',
      '-r',
      '-z',
      '--name-only',
      '--no-commit-id',
      `${sha}^1`,
      sha,
      '--',
      `${storeDir}/`,
    ]);
    const before = new Map<string, string>();
    const after = new Map<string, string>();
    for (const path of names.split('\0').filter((name) => /\.ya?ml$/i.test(name))) {
      const short = path.slice(storeDir.length + 1);
      const [old, now] = await Promise.all([readTextAt(git, `${sha}^1`, path), readTextAt(git, sha, path)]);
      if (old !== null) before.set(short, old);
      if (now !== null) after.set(short, now);
    }
    commits.push({ sha, author, at: new Date(at).toISOString(), subject, before, after });
  }
  return commits;
}
