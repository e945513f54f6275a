import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { POLICY_FILES } from '../model/config.ts';
import type { Version } from '../model/history.ts';
import type { Write } from '../model/plan.ts';
import type { StoreFile } from '../model/state.ts';
import { readFiles, readText, writeFiles } from './files.ts';
import { type Git, GitError, gitIn } from './git.ts';
import { pushProblem } from './push-problem.ts';
import type { Delivered, Delivery, Repository, Snapshot } from './repository.ts';
import { RepositoryError } from './repository.ts';
import { storeVersions } from './store-history.ts';
import { readTextAt } from './tree.ts';
import { begin, end, recordPath } from './unfinished.ts';

const STORE = '.milestones';

/** Where a person's store lies: `root` is the top of the git work tree, or the store's parent where there is no git. */
export interface Place {
  readonly root: string;
  /** The store relative to `root`, with forward slashes. */
  readonly storeDir: string;
  readonly git: Git | null;
}

/** The nearest `.milestones` from `dir` upward, not beyond the git root. Throws RepositoryError if there is none. */
export async function findStore(dir: string): Promise<Place> {
  const start = resolve(dir);
  if (!isDirectory(start)) throw new RepositoryError(`There is no directory ${dir}`, 'Check the path given to -C.');
  const from = realpathSync(start);
  const root = await topOf(from);
  for (let at = from; ; at = dirname(at)) {
    if (isDirectory(join(at, STORE))) {
      const base = root ?? at;
      return {
        root: base,
        storeDir: relative(base, join(at, STORE)).split(sep).join('/'),
        git: root === null ? null : gitIn(root),
      };
    }
    // Without git its own mark still says where a repository ends.
    if (at === root || at === dirname(at) || existsSync(join(at, '.git'))) break;
  }
  throw new RepositoryError(
    `There is no ${STORE} directory in ${start} or above it`,
    'Run `git milestone init` to make one, or name another place with -C.',
  );
}

/** The top of the git work tree around `dir`; null where there is none. Starting git takes long, so it is not asked about nothing. */
async function topOf(dir: string): Promise<string | null> {
  const marked = (at: string): boolean => existsSync(join(at, '.git')) || (at !== dirname(at) && marked(dirname(at)));
  if (process.env['GIT_DIR'] === undefined && !marked(dir)) return null;
  const top = await gitIn(dir)
    .try(['rev-parse', '--show-toplevel'])
    .catch(() => null);
  return top?.code === 0 ? realpathSync(top.stdout.toString('utf8').trim()) : null;
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** The branch that is the default one where no remote says which is. */
async function usualBranch(git: Git): Promise<string | null> {
  for (const name of ['main', 'master']) {
    if ((await git.try(['show-ref', '--verify', '--quiet', `refs/heads/${name}`])).code === 0) return name;
  }
  return null;
}

/** True if the checked-out branch is the one that generated pages belong to; a plain directory counts as it. */
async function onDefaultBranch(git: Git | null): Promise<boolean> {
  if (git === null) return true;
  const current = await git.try(['symbolic-ref', '--quiet', '--short', 'HEAD']);
  if (current.code !== 0) return false;
  const branch = current.stdout.toString('utf8').trim();
  const remote = await git.try(['symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD']);
  if (remote.code === 0) return remote.stdout.toString('utf8').trim() === `origin/${branch}`;
  return branch === ((await usualBranch(git)) ?? branch);
}

/** The default branch as this clone knows it; else what is checked out. */
async function defaultRef(git: Git): Promise<string> {
  const remote = 'refs/remotes/origin/HEAD';
  if ((await git.try(['rev-parse', '--verify', '--quiet', `${remote}^{commit}`])).code === 0) return remote;
  const branch = await usualBranch(git);
  return branch === null ? 'HEAD' : `refs/heads/${branch}`;
}

/** The policy that is in force: the last commit's on the default branch. None where it has none, or there is no git. */
async function policyOf({ git, storeDir }: Place): Promise<StoreFile | undefined> {
  if (git === null) return undefined;
  const ref = await defaultRef(git);
  for (const path of POLICY_FILES) {
    const text = await readTextAt(git, ref, `${storeDir}/${path}`);
    if (text !== null) return { path, kind: 'text', text };
  }
  return undefined;
}

/** Earlier versions of the store's milestones; none without git, or before the first commit. */
export async function versionsOf({ git, storeDir }: Place): Promise<readonly Version[]> {
  const head = await git?.try(['rev-parse', '--verify', '--quiet', 'HEAD']);
  return git && head?.code === 0 ? storeVersions(git, head.stdout.toString('utf8').trim(), storeDir) : [];
}

export interface DirectoryOptions {
  readonly commit: boolean;
  readonly push: boolean;
}

/** The store in a person's directory. With `commit`, the change becomes one commit of exactly the files it wrote. */
export function directoryRepository(place: Place, options: DirectoryOptions): Repository {
  const { root, storeDir, git } = place;
  return {
    storeDir,
    async snapshot(): Promise<Snapshot> {
      const head = git ? await git.try(['rev-parse', '--verify', '--quiet', 'HEAD']) : null;
      const policy = await policyOf(place);
      return {
        files: await readFiles(join(root, storeDir)),
        ...(policy ? { policy } : {}),
        base: head?.code === 0 ? head.stdout.toString('utf8').trim() : null,
        generated: await onDefaultBranch(git),
        readText: (path) => readText(join(root, path)),
        versions: async () => versionsOf(place),
      };
    },
    async deliver(snapshot: Snapshot, delivery: Delivery): Promise<Delivered> {
      for (const { path } of delivery.writes) assertInside(root, path);
      const { commit, push } = options;
      const record = await recordPath(root, storeDir, git);
      const { writes, message } = delivery;
      if (!(await begin(record, { pid: process.pid, base: snapshot.base, commit, push, message, writes })))
        return { kind: 'moved' };
      try {
        return await carryOut(snapshot, delivery);
      } finally {
        await end(record);
      }
    },
  };

  async function carryOut(snapshot: Snapshot, delivery: Delivery): Promise<Delivered> {
    if (!(await writeFiles(root, delivery.writes))) return { kind: 'moved' };
    if (!git || !options.commit) return { kind: 'done', sha: null };
    const sha = await commitWrites(git, delivery).catch(async (error: unknown) => {
      if (!(error instanceof GitError)) throw error;
      await takeBack(root, git, snapshot, delivery.writes);
      throw new RepositoryError(
        `git did not make the commit, and nothing was changed: ${error.stderr.trim()}`,
        'Mend what git names, or leave out --commit.',
      );
    });
    if (!options.push) return { kind: 'done', sha };
    const pushed = await git.try(['push', '--quiet']);
    if (pushed.code === 0) return { kind: 'done', sha };
    await takeBack(root, git, snapshot, delivery.writes);
    const problem = pushProblem('upstream', pushed.stderr);
    if (problem instanceof RepositoryError) throw problem;
    if (problem === undefined) throw notPushed(pushed.stderr);
    await followUpstream(git, pushed.stderr);
    return { kind: 'moved' };
  }
}

/** Makes one commit of exactly these files; returns its id. */
export async function commitWrites(git: Git, delivery: Pick<Delivery, 'writes' | 'message'>): Promise<string> {
  const paths = delivery.writes.map((write) => write.path);
  await git.run(['add', '--', ...paths]);
  await git.run(['commit', '--quiet', '--only', '-F', '-', '--', ...paths], { input: delivery.message });
  return git.run(['rev-parse', 'HEAD']);
}

/** Takes back the commit that could not be pushed, and the files it wrote. */
async function takeBack(root: string, git: Git, snapshot: Snapshot, writes: readonly Write[]): Promise<void> {
  const paths = writes.map((write) => write.path);
  const reversed = writes.map(({ path, before, after }) => ({ path, before: after, after: before }));
  if (snapshot.base === null) {
    // There was no commit before this one to go back to.
    await git.try(['update-ref', '-d', 'HEAD']);
    await git.try(['rm', '--cached', '--quiet', '--ignore-unmatch', '--', ...paths]);
  } else {
    const head = await git.run(['rev-parse', 'HEAD']);
    if (head !== snapshot.base) await git.run(['reset', '--quiet', '--soft', snapshot.base]);
    await git.run(['reset', '--quiet', snapshot.base, '--', ...paths]);
  }
  await writeFiles(root, reversed);
}

async function followUpstream(git: Git, why: string): Promise<void> {
  const followed =
    (await git.try(['fetch', '--quiet'])).code === 0 &&
    (await git.try(['merge', '--quiet', '--ff-only', '@{upstream}'])).code === 0;
  if (!followed) throw notPushed(why);
}

function notPushed(why: string): RepositoryError {
  return new RepositoryError(
    `The push was refused and nothing was changed: ${why.trim()}`,
    'Bring the branch up to date (git pull --rebase), then run the command again.',
  );
}

/** A dashboard path through a link could lead anywhere; nothing is written outside the repository. */
export function assertInside(root: string, path: string): void {
  const hint = 'Change `dashboard.path` in config.yaml, or remove the link.';
  let at = dirname(join(root, path));
  while (!existsSync(at)) at = dirname(at);
  const real = realpathSync(at);
  if ((real !== root && !real.startsWith(root + sep)) || path.split('/').some((part) => /^\.git$/i.test(part))) {
    throw new RepositoryError(`${path} leads outside the repository's files`, hint);
  }
  if (lstatSync(join(root, path), { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new RepositoryError(`${path} is a symbolic link, and nothing is written through it`, hint);
  }
}
