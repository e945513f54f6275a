import type { Author } from './branch.ts';
import type { Git } from './git.ts';
import { RepositoryError } from './repository.ts';

const DEEPEN_BY = 100;
const MAX_DEEPENINGS = 10;

/** Fetches from `origin` without tags; throws RepositoryError, naming `why` it was needed. */
export async function fetchRefs(git: Git, what: readonly string[], why: string): Promise<void> {
  const fetched = await git.try(['fetch', '--quiet', '--no-tags', ...what]);
  if (fetched.code === 0) return;
  throw new RepositoryError(
    `${why} cannot be fetched: ${fetched.stderr.trim()}`,
    'Check that the workflow runs actions/checkout first and grants `contents: read`.',
  );
}

/** Where two histories part, fetching more of them (`refs` of origin) as needed; null if that cannot be found. */
export async function mergeBase(git: Git, one: string, other: string, refs: readonly string[]): Promise<string | null> {
  for (let i = 0; ; i++) {
    const found = await git.try(['merge-base', one, other]);
    if (found.code === 0) return found.stdout.toString('utf8').trim();
    if (i === MAX_DEEPENINGS || (await git.run(['rev-parse', '--is-shallow-repository'])) !== 'true') return null;
    await fetchRefs(git, [`--deepen=${DEEPEN_BY}`, 'origin', ...refs], `The history of ${refs.join(' and ')}`);
  }
}

/** Both lines of work in one commit; or the paths in which they contradict each other, empty if they cannot be compared. */
export type Joined = { readonly commit: string } | { readonly conflicts: readonly string[] };

/**
 * Merges `main` into `work` as commits, without a work tree and without moving a branch. The merge carries the time of `main`'s
 * commit, so that the same two always give the same one.
 */
export async function join(
  git: Git,
  work: string,
  main: string,
  names: { readonly work: string; readonly main: string },
  author: Author,
): Promise<Joined> {
  const base = await mergeBase(git, main, work, [names.main, names.work]);
  if (base === main) return { commit: work };
  if (base === null) return { conflicts: [] };
  if (base === work) return { commit: main };
  const merged = await git.try(['merge-tree', '--write-tree', '--name-only', '--no-messages', '-z', work, main]);
  const [tree = '', ...conflicts] = merged.stdout.toString('utf8').split('\0').filter(Boolean);
  // 1: conflicts. Anything else, such as a git older than 2.38, says nothing about the two.
  if (merged.code !== 0) return { conflicts: merged.code === 1 ? conflicts : [] };
  const date = await git.run(['show', '--no-patch', '--format=%cI', main]);
  const { name, email } = author;
  const env = {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
    GIT_COMMITTER_DATE: date,
  };
  const message = `Merge branch ${names.main} into ${names.work}`;
  return { commit: await git.run(['commit-tree', tree, '-p', work, '-p', main, '-m', message], { env }) };
}
