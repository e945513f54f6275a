import type { Issue, Json, Permissions, Protection, Repo, Review, User } from './records.ts';
import { type IssueSetup, makeIssueSetup } from './setup-issues.ts';
import { type CommitValues, commitTo, createRepo, forkRepo, type NewFork, type NewRepo } from './setup-repo.ts';
import { showComment, showIssue, showMilestone } from './show/issue.ts';
import { pullSpan } from './show/pull.ts';
import { showRepo } from './show/repo.ts';
import type { Urls } from './show/urls.ts';
import { showUser } from './show/user.ts';
import { ACTIONS_BOT, type IssueValues, type MilestoneValues, type State } from './state.ts';

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

/** What tests and the demonstration do to the server from outside the API: none of it is a request. */
export interface Setup extends IssueSetup {
  createRepo(values: NewRepo): Promise<Repo>;
  /** A fork with the branches of `owner/name`; its objects can be read by SHA through either of the two. */
  fork(owner: string, name: string, fork: NewFork): Promise<Repo>;
  addUser(login: string, type?: User['type'], name?: string): User;
  token(login: string, options?: TokenOptions): string;
  /** The clone URL, with the token as a password when one is given. */
  cloneUrl(owner: string, name: string, token?: string): string;
  /** Commits to the bare repository as `author` (default: the owner) would through the web page; gives the SHA. */
  commit(owner: string, name: string, commit: CommitValues): Promise<string>;
  /**
   * Protects a branch: pushes that break the rules (default: a pull request is needed) are refused with GH006, or with
   * GH013 where `ruleset` is true.
   */
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
    ...makeIssueSetup(state),
    fork: (owner, name, fork) => forkRepo(state, folder, state.repo(owner, name), fork),
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
      const defaults = {
        ruleset: false,
        requirePullRequest: rules.requiredChecks === undefined && rules.requireSignatures === undefined,
        requireSignatures: false,
        requiredChecks: [],
        bypass: [],
      };
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
