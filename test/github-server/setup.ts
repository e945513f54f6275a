import { join } from 'node:path';
import { type CommitRequest, commitFiles, type Files, initBare } from './git/commit.ts';
import { defaultBranch } from './git/read.ts';
import type { Issue, Json, Permissions, Protection, Repo, Review, Role, User } from './records.ts';
import { noreplyEmail } from './show/commit.ts';
import { showComment, showIssue, showMilestone } from './show/issue.ts';
import { pullSpan } from './show/pull.ts';
import { showRepo } from './show/repo.ts';
import type { Urls } from './show/urls.ts';
import { showUser } from './show/user.ts';
import { ACTIONS_BOT, type IssueValues, type MilestoneValues, type State } from './state.ts';

interface NewRepo {
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

export interface TokenOptions {
  /**
   * `true`: a workflow's `GITHUB_TOKEN`. It acts as `github-actions[bot]`, whoever `login` is, with `permissions`
   * (default: write in every area).
   */
  readonly app?: boolean;
  readonly permissions?: Permissions;
  /** Full names the token is limited to. */
  readonly repositories?: readonly string[];
}

type NewCommit = Partial<Pick<CommitRequest, 'branch' | 'message'>> & { files: Files; author?: string };

/** What tests and the demonstration do to the server from outside the API: none of it is a request. */
export interface Setup {
  createRepo(values: NewRepo): Promise<Repo>;
  addUser(login: string, type?: User['type'], name?: string): User;
  token(login: string, options?: TokenOptions): string;
  /** The clone URL, with the token as a password when one is given. */
  cloneUrl(owner: string, name: string, token?: string): string;
  /** Commits to the bare repository as `author` (default: the owner) would through the web page; gives the SHA. */
  commit(owner: string, name: string, commit: NewCommit): Promise<string>;
  /** Protects a branch: pushes that break the rules (default: a pull request is needed) are refused with GH006. */
  protect(owner: string, name: string, branch: string, rules?: Partial<Protection>): void;
  /** Adds an issue by `login` and gives it as the API would. */
  addIssue(owner: string, name: string, login: string, values: Omit<IssueValues, 'user'>): Json;
  /** Adds a comment by `login` and gives it as the API would. */
  addComment(owner: string, name: string, number: number, login: string, body: string): Json;
  /** Reviews a pull request as `login`, of the head as it is now. */
  addReview(owner: string, name: string, number: number, login: string, state: Review['state']): Promise<void>;
  addMilestone(owner: string, name: string, values: MilestoneValues): Json;
  /** What the API shows now, for payloads. */
  show: {
    repo(owner: string, name: string): Promise<Json>;
    issue(owner: string, name: string, number: number): Json;
    user(login: string): Json;
  };
}

const EVERYTHING: Permissions = { contents: 'write', issues: 'write', 'pull-requests': 'write', checks: 'write' };

export function makeSetup(state: State, urls: Urls, folder: string): Setup {
  const issueOf = (owner: string, name: string, number: number): [Repo, Issue] => {
    const repo = state.repo(owner, name);
    return [repo, state.issue(repo, number)];
  };
  const setup: Setup = {
    createRepo: (values) => createRepo(state, folder, values),
    addUser: (login, type, name) => state.addUser(login, type, name ?? null),
    token: (login, options = {}) => {
      const app = options.app === true || options.permissions !== undefined;
      const user = state.addUser(app ? ACTIONS_BOT : login);
      return state.addToken(user, app ? (options.permissions ?? EVERYTHING) : undefined, options.repositories);
    },
    cloneUrl: (owner, name, token) => {
      const site = token ? urls.html.replace('://', `://x-access-token:${token}@`) : urls.html;
      return `${site}/${owner}/${name}.git`;
    },
    commit: (owner, name, commit) => commitTo(state, state.repo(owner, name), commit),
    protect: (owner, name, branch, rules = {}) => {
      const defaults = { requirePullRequest: rules.requiredChecks === undefined, requiredChecks: [], bypass: [] };
      state.repo(owner, name).protections.set(branch, { ...defaults, ...rules });
    },
    addIssue: (owner, name, login, values) => {
      const repo = state.repo(owner, name);
      return showIssue(urls, repo, state.addIssue(repo, { ...values, user: state.addUser(login) }));
    },
    addComment: (owner, name, number, login, body) => {
      const [repo, issue] = issueOf(owner, name, number);
      return showComment(urls, repo, state.addComment(repo, issue, state.addUser(login), body));
    },
    addReview: async (owner, name, number, login, verdict) => {
      const [repo, issue] = issueOf(owner, name, number);
      if (!issue.pull) throw new Error(`#${number} is no pull request`);
      const { head } = await pullSpan(repo, number, issue.pull);
      const review = {
        id: state.nextId(),
        user: state.addUser(login),
        state: verdict,
        commit: head,
        at: state.stamp(),
      };
      issue.pull.reviews.push(review);
    },
    addMilestone: (owner, name, values) => {
      const repo = state.repo(owner, name);
      return showMilestone(urls, repo, state.addMilestone(repo, repo.owner, values));
    },
    show: {
      repo: (owner, name) => showRepo(urls, state.repo(owner, name)),
      issue: (owner, name, number) => showIssue(urls, ...issueOf(owner, name, number)),
      user: (login) => showUser(urls, state.addUser(login)),
    },
  };
  return setup;
}

async function createRepo(state: State, folder: string, values: NewRepo): Promise<Repo> {
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
  };
  for (const [login, role] of Object.entries(values.collaborators ?? {})) state.setRole(repo, login, role);
  if (values.files) await commitTo(state, repo, { files: values.files, message: 'Initial commit' });
  state.repos.set(key, repo);
  return repo;
}

async function commitTo(state: State, repo: Repo, commit: NewCommit): Promise<string> {
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
