import type { Git } from './git.ts';
import { GitError } from './git.ts';
import { pushProblem } from './push-problem.ts';
import type { Delivered, Delivery, Repository, Snapshot } from './repository.ts';
import { NOTHING_WRITTEN, RepositoryError } from './repository.ts';
import { storeVersions } from './store-history.ts';
import { assertFree, commitTree, readTextAt, readTree } from './tree.ts';

export interface Author {
  readonly name: string;
  readonly email: string;
}

/** The newest commit of a branch of `origin`, fetched now. A shallow clone stays as shallow as it is. */
export async function fetchBranch(git: Git, branch: string): Promise<string> {
  const shallow = (await git.run(['rev-parse', '--is-shallow-repository'])) === 'true';
  const depth = shallow ? ['--depth=1'] : [];
  const ref = `refs/remotes/origin/${branch}`;
  // A clone that is thrown away after the job needs no housekeeping.
  const quick = ['--no-tags', '--no-auto-gc', '--quiet'];
  const result = await git.try(['fetch', ...quick, ...depth, 'origin', `+refs/heads/${branch}:${ref}`]);
  if (result.code !== 0) {
    throw new RepositoryError(
      `The branch ${branch} cannot be fetched: ${result.stderr.trim()}`,
      'Check that the workflow runs actions/checkout first and grants `contents: write`.',
    );
  }
  return git.run(['rev-parse', ref]);
}

/** The store as of a commit that is here. */
export async function snapshotAt(git: Git, base: string, storeDir: string): Promise<Snapshot> {
  return {
    files: await readTree(git, base, storeDir),
    base,
    generated: true,
    readText: (path) => readTextAt(git, base, path),
    versions: () => storeVersions(git, base, storeDir),
  };
}

/** The commit that a snapshot of a branch was read from. */
export function baseOf(snapshot: Snapshot): string {
  if (snapshot.base === null) throw new Error('a branch snapshot always has a commit');
  return snapshot.base;
}

/** Makes the commit of a delivery on top of `parent`; no branch moves. Throws RepositoryError where something else is in the way. */
export async function commitOf(git: Git, parent: string, delivery: Delivery, author: Author): Promise<string> {
  const { writes, message, at } = delivery;
  await assertFree(
    git,
    parent,
    writes.map((write) => write.path),
  );
  return commitTree(git, { parent, writes, message, author, date: at });
}

/**
 * Pushes a commit to a branch of `origin`, with `lease` only if the branch is still there (null: if there is none). True if it went
 * in, false if somebody else was faster.
 */
export async function pushCommit(git: Git, sha: string, branch: string, lease?: string | null): Promise<boolean> {
  const expected = lease === undefined ? [] : [`--force-with-lease=refs/heads/${branch}:${lease ?? ''}`];
  const args = ['push', '--porcelain', ...expected, 'origin', `${sha}:refs/heads/${branch}`];
  const result = await git.try(args);
  const refs = result.stdout.toString('utf8');
  // `=`: the very same commit was there. Another run of the same request, in the same moment, made and pushed it.
  if (result.code === 0) return !/^=\t/m.test(refs);
  const problem = pushProblem(branch, `${result.stderr}\n${refs}`);
  if (problem === 'moved') return false;
  if (problem) throw problem;
  // The connection may have broken after the server took the commit.
  if ((await fetchBranch(git, branch)) === sha) return true;
  throw new GitError(args, result);
}

/** The store on a branch of `origin`: read from the fetched commit, written by pushing a commit on top of it. */
export function branchRepository(git: Git, branch: string, storeDir: string, author: Author): Repository {
  return {
    storeDir,
    snapshot: async () => snapshotAt(git, await fetchBranch(git, branch), storeDir),
    async deliver(snapshot, delivery): Promise<Delivered> {
      if (delivery.writes.length === 0) return NOTHING_WRITTEN;
      const sha = await commitOf(git, baseOf(snapshot), delivery, author);
      return (await pushCommit(git, sha, branch)) ? { kind: 'done', sha } : { kind: 'moved' };
    },
  };
}
