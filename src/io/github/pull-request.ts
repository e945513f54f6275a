import type { StoreFile } from '../../model/state.ts';
import type { Git } from '../git.ts';
import { RepositoryError } from '../repository.ts';
import { readTree } from '../tree.ts';

/** The store as a pull request's head has it. It is only ever read as data: nothing of it is checked out or run. */
export async function pullRequestFiles(git: Git, number: number, storeDir: string): Promise<StoreFile[]> {
  const ref = `refs/git-milestone/pull/${number}`;
  const fetched = await git.try([
    'fetch',
    '--quiet',
    '--no-tags',
    '--depth=1',
    'origin',
    `+refs/pull/${number}/head:${ref}`,
  ]);
  if (fetched.code !== 0) {
    throw new RepositoryError(
      `The head of pull request #${number} cannot be fetched: ${fetched.stderr.trim()}`,
      'Check that the workflow runs actions/checkout first and grants `contents: read`.',
    );
  }
  return readTree(git, ref, storeDir);
}
