import type { StoreFile } from '../../model/state.ts';
import type { Git } from '../git.ts';
import { RepositoryError } from '../repository.ts';
import { readTree } from '../tree.ts';

const DEEPEN_BY = 100;
const MAX_DEEPENINGS = 10;

/** The store at the three points that a pull request is judged by. It is only ever read as data: nothing is checked out or run. */
export interface PullRequestStores {
  readonly headSha: string;
  /** What it proposes. */
  readonly head: readonly StoreFile[];
  /** Where it branched off. */
  readonly fork: readonly StoreFile[];
  /** The base branch as it is now: its policy is in force. */
  readonly base: readonly StoreFile[];
}

async function fetch(git: Git, what: readonly string[], why: string): Promise<void> {
  const fetched = await git.try(['fetch', '--quiet', '--no-tags', ...what]);
  if (fetched.code === 0) return;
  throw new RepositoryError(
    `${why} cannot be fetched: ${fetched.stderr.trim()}`,
    'Check that the workflow runs actions/checkout first and grants `contents: read`.',
  );
}

/** Where the two histories part, fetching more of them as needed; the base itself if that cannot be found. */
async function mergeBase(git: Git, base: string, head: string, refs: readonly string[]): Promise<string> {
  for (let i = 0; ; i++) {
    const found = await git.try(['merge-base', base, head]);
    if (found.code === 0) return found.stdout.toString('utf8').trim();
    if (i === MAX_DEEPENINGS || (await git.run(['rev-parse', '--is-shallow-repository'])) !== 'true') return base;
    await fetch(git, [`--deepen=${DEEPEN_BY}`, 'origin', ...refs], 'The history of the pull request');
  }
}

/** Reads the stores of a pull request into the branch `baseRef`. */
export async function pullRequestStores(
  git: Git,
  number: number,
  baseRef: string,
  storeDir: string,
): Promise<PullRequestStores> {
  const [headRef, base] = [`refs/git-milestone/pull/${number}`, `refs/remotes/origin/${baseRef}`];
  const refs = [`+refs/pull/${number}/head:${headRef}`, `+refs/heads/${baseRef}:${base}`];
  await fetch(git, ['--depth=1', 'origin', ...refs], `Pull request #${number}`);
  const fork = await mergeBase(git, base, headRef, refs);
  return {
    headSha: await git.run(['rev-parse', headRef]),
    head: await readTree(git, headRef, storeDir),
    fork: await readTree(git, fork, storeDir),
    base: await readTree(git, base, storeDir),
  };
}
