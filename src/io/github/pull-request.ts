import type { StoreFile } from '../../model/state.ts';
import type { Git } from '../git.ts';
import { fetchRefs, mergeBase } from '../merge.ts';
import { readTree } from '../tree.ts';

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

/** Reads the stores of a pull request into the branch `baseRef`. */
export async function pullRequestStores(
  git: Git,
  number: number,
  baseRef: string,
  storeDir: string,
): Promise<PullRequestStores> {
  const [headRef, base] = [`refs/git-milestone/pull/${number}`, `refs/remotes/origin/${baseRef}`];
  const refs = [`+refs/pull/${number}/head:${headRef}`, `+refs/heads/${baseRef}:${base}`];
  await fetchRefs(git, ['--depth=1', 'origin', ...refs], `Pull request #${number}`);
  // Where the two part may be out of reach: the base itself stands in for it.
  const fork = (await mergeBase(git, base, headRef, refs)) ?? base;
  return {
    headSha: await git.run(['rev-parse', headRef]),
    head: await readTree(git, headRef, storeDir),
    fork: await readTree(git, fork, storeDir),
    base: await readTree(git, base, storeDir),
  };
}
