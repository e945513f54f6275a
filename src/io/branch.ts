import type { Git } from './git.ts';
import { GitError } from './git.ts';
import { pushProblem } from './push-problem.ts';
import type { Delivered, Delivery, Repository, Snapshot } from './repository.ts';
import { RepositoryError } from './repository.ts';
import { storeVersions } from './store-history.ts';
import { assertNoLinks, commitTree, readTextAt, readTree } from './tree.ts';

export interface Author {
  readonly name: string;
  readonly email: string;
}

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
        versions: () => storeVersions(git, base, storeDir),
      };
    },
    async deliver(snapshot: Snapshot, delivery: Delivery): Promise<Delivered> {
      if (snapshot.base === null) throw new Error('a branch snapshot always has a commit');
      await assertNoLinks(
        git,
        snapshot.base,
        delivery.writes.map((write) => write.path),
      );
      const sha = await commitTree(git, {
        parent: snapshot.base,
        writes: delivery.writes,
        message: delivery.message,
        author,
        date: delivery.at,
      });
      const args = ['push', '--porcelain', 'origin', `${sha}:refs/heads/${branch}`];
      const result = await git.try(args);
      const refs = result.stdout.toString('utf8');
      // `=`: the very same commit was there. Another run of the same request, in the same moment, made and pushed it.
      if (result.code === 0) return /^=\t/m.test(refs) ? { kind: 'moved' } : { kind: 'done', sha };
      const problem = pushProblem(branch, `${result.stderr}\n${refs}`);
      if (problem === 'moved') return { kind: 'moved' };
      if (problem) throw problem;
      // The connection may have broken after the server took the commit.
      if ((await fetchBranch(git, branch)) === sha) return { kind: 'done', sha };
      throw new GitError(args, result);
    },
  };
}
