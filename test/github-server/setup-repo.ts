import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { git } from './git/command.ts';
import { type CommitRequest, commitFiles, type Files, initBare } from './git/commit.ts';
import { defaultBranch } from './git/read.ts';
import type { Repo, Role } from './records.ts';
import { noreplyEmail } from './show/commit.ts';
import type { State } from './state.ts';

export interface NewRepo {
  readonly owner: string;
  readonly name: string;
  /** Default `main`. */
  readonly defaultBranch?: string;
  /** The first commit, by path; without it the repository is empty. */
  readonly files?: Files;
  /** Roles by login; the owner is admin anyway. */
  readonly collaborators?: Readonly<Record<string, Role>>;
  readonly private?: boolean;
}

export type CommitValues = Partial<Pick<CommitRequest, 'branch' | 'message'>> & { files: Files; author?: string };

export interface NewFork {
  /** Who forks. */
  readonly owner: string;
  /** Default: the name of the repository. */
  readonly name?: string;
}

/** Makes a repository in its own folder below `folder`. @throws Error when there is one of that name. */
export async function createRepo(
  state: State,
  folder: string,
  values: NewRepo,
  parent: Repo | null = null,
): Promise<Repo> {
  const { owner, name } = values;
  const key = `${owner}/${name}`.toLowerCase();
  if (state.repos.has(key)) throw new Error(`The local GitHub already has a repository ${owner}/${name}`);
  const dir = join(folder, owner, `${name}.git`);
  await initBare(dir, values.defaultBranch ?? 'main');
  const at = state.stamp();
  const repo: Repo = {
    id: state.nextId(),
    owner: state.addUser(owner),
    name,
    private: values.private ?? false,
    dir,
    createdAt: at,
    pushedAt: at,
    roles: new Map(),
    labels: [],
    milestones: [],
    issues: [],
    comments: [],
    checkRuns: [],
    protections: new Map(),
    lastMilestone: 0,
    parent,
    signed: new Set(),
  };
  for (const [login, role] of Object.entries(values.collaborators ?? {})) state.setRole(repo, login, role);
  if (values.files) await commitTo(state, repo, { files: values.files, message: 'Initial commit' });
  state.repos.set(key, repo);
  return repo;
}

/**
 * Forks a repository with its branches. The two share their objects from then on: "Commits to any repository in a network
 * can be accessed from any repository in the same network" (docs.github.com, "What happens to forks when a repository is
 * deleted or changes visibility?").
 */
export async function forkRepo(state: State, folder: string, parent: Repo, fork: NewFork): Promise<Repo> {
  const branch = await defaultBranch(parent.dir);
  const values = { owner: fork.owner, name: fork.name ?? parent.name, defaultBranch: branch, private: parent.private };
  const repo = await createRepo(state, folder, values, parent);
  for (const [one, other] of [
    [repo, parent],
    [parent, repo],
  ] as const) {
    await appendFile(join(one.dir, 'objects', 'info', 'alternates'), `${join(other.dir, 'objects')}\n`);
  }
  await git(repo.dir, ['fetch', '--quiet', parent.dir, 'refs/heads/*:refs/heads/*']);
  return repo;
}

/** Commits to a branch as the web page does; gives the SHA. */
export async function commitTo(state: State, repo: Repo, commit: CommitValues): Promise<string> {
  const author = commit.author === undefined ? repo.owner : state.addUser(commit.author);
  const sha = await commitFiles(repo.dir, {
    branch: commit.branch ?? (await defaultBranch(repo.dir)),
    files: commit.files,
    message: commit.message ?? `Update ${Object.keys(commit.files)[0]}`,
    author: { name: author.name ?? author.login, email: noreplyEmail(author) },
    at: state.now(),
  });
  repo.pushedAt = state.stamp();
  return sha;
}
