import type { Git } from './git.ts';
import { GitError } from './git.ts';
import type { Delivered, Delivery, Repository, Snapshot } from './repository.ts';
import { RepositoryError } from './repository.ts';
import { commitTree, readTextAt, readTree } from './tree.ts';

export interface Author {
  readonly name: string;
  readonly email: string;
}

/** A push that lost a race looks like one of these; anything else is a refusal that trying again cannot mend. */
const LOST_RACE =
  /non-fast-forward|fetch first|stale info|cannot lock ref|failed to update ref|incorrect old value|reference already exists/i;
const PROTECTED = /GH006|GH013|protected branch|rule violations|pre-receive hook declined/i;

/** The newest commit of a branch of `origin`, fetched now. A shallow clone stays as shallow as it is. */
export async function fetchBranch(git: Git, branch: string): Promise<string> {
  const shallow = (await git.run(['rev-parse', '--is-shallow-repository'])) === 'true';
  const depth = shallow ? ['--depth=1'] : [];
  const ref = `refs/remotes/origin/${branch}`;
  const result = await git.try(['fetch', '--no-tags', '--quiet', ...depth, 'origin', `+refs/heads/${branch}:${ref}`]);
  if (result.code !== 0) {
    throw new RepositoryError(
      `The branch ${branch} cannot be fetched: ${result.stderr.trim()}`,
      'Check that the workflow runs actions/checkout first and grants `contents: write`.',
    );
  }
  return git.run(['rev-parse', ref]);
}

/** The store on a branch of `origin`: read from the fetched commit, written by pushing a commit on top of it. */
export function branchRepository(git: Git, branch: string, storeDir: string, author: Author): Repository {
  return {
    storeDir,
    async snapshot(): Promise<Snapshot> {
      const base = await fetchBranch(git, branch);
      return {
        files: await readTree(git, base, storeDir),
        base,
        generated: true,
        readText: (path) => readTextAt(git, base, path),
      };
    },
    async deliver(snapshot: Snapshot, delivery: Delivery): Promise<Delivered> {
      if (snapshot.base === null) throw new Error('a branch snapshot always has a commit');
      const sha = await commitTree(git, {
        parent: snapshot.base,
        writes: delivery.writes,
        message: delivery.message,
        author,
        date: delivery.at,
      });
      const args = ['push', '--quiet', 'origin', `${sha}:refs/heads/${branch}`];
      const result = await git.try(args);
      if (result.code === 0) return { kind: 'done', sha };
      if (PROTECTED.test(result.stderr)) {
        throw new RepositoryError(
          `The branch ${branch} is protected and did not take the commit: ${firstError(result.stderr)}`,
          'Let this workflow bypass the protection, or give the Action a token that may push.',
        );
      }
      if (LOST_RACE.test(result.stderr)) return { kind: 'moved' };
      throw new GitError(args, result);
    },
  };
}

function firstError(stderr: string): string {
  const line = stderr.split('\n').find((text) => PROTECTED.test(text));
  return (line ?? stderr).replace(/^remote:\s*/, '').trim();
}
