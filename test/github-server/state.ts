import type {
  Comment,
  Issue,
  IssueRef,
  Label,
  Milestone,
  Permissions,
  Pull,
  Repo,
  Role,
  Team,
  Token,
  User,
} from './records.ts';
import { ROLES } from './records.ts';

export const ACTIONS_BOT = 'github-actions[bot]';

/** GitHub writes whole seconds. */
export function stamp(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}

/**
 * Everything the server knows besides git. Tests seed it directly: what these methods add is not a request, costs no
 * rate limit and asks for no permission.
 */
export class State {
  readonly users = new Map<string, User>();
  readonly repos = new Map<string, Repo>();
  readonly tokens = new Map<string, Token>();
  /** By `org/slug` in lower case. */
  readonly teams = new Map<string, Team>();
  readonly now: () => Date;
  #lastId = 1_800_000_000;

  constructor(now: () => Date) {
    this.now = now;
    this.addUser(ACTIONS_BOT, 'Bot');
  }

  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  /** The current time as GitHub writes it: `2026-11-22T22:00:00Z`. */
  stamp(): string {
    return stamp(this.now());
  }

  /** Adds the user, or returns the one there is: logins are unique ignoring case. */
  addUser(login: string, type: User['type'] = 'User', name: string | null = null): User {
    const known = this.users.get(login.toLowerCase());
    if (known) return known;
    const user: User = { id: this.nextId(), login, type, name, createdAt: this.stamp() };
    this.users.set(login.toLowerCase(), user);
    return user;
  }

  /** @throws Error when a test names a repository it did not create. */
  repo(owner: string, name: string): Repo {
    const repo = this.repos.get(`${owner}/${name}`.toLowerCase());
    if (!repo) throw new Error(`The local GitHub has no repository ${owner}/${name}`);
    return repo;
  }

  /** @throws Error when there is no such issue or pull request. */
  issue(repo: Repo, number: number): Issue {
    const issue = repo.issues.find((one) => one.number === number);
    if (!issue) throw new Error(`${repo.owner.login}/${repo.name} has no issue ${number}`);
    return issue;
  }

  roleOf(repo: Repo, user: User): Role {
    if (user.id === repo.owner.id) return 'admin';
    return repo.roles.get(user.login.toLowerCase()) ?? (repo.private ? 'none' : 'read');
  }

  hasRole(repo: Repo, user: User, least: Role): boolean {
    return ROLES.indexOf(this.roleOf(repo, user)) >= ROLES.indexOf(least);
  }

  setRole(repo: Repo, login: string, role: Role): void {
    this.addUser(login);
    repo.roles.set(login.toLowerCase(), role);
  }

  /** A new token of a person, or of the Actions app when `permissions` are given. */
  addToken(user: User, permissions?: Permissions, repositories?: readonly string[]): string {
    const prefix = permissions ? 'ghs' : 'ghp';
    const token = `${prefix}_local${this.nextId().toString(36).padStart(31, '0')}`;
    this.tokens.set(token, { user, ...(permissions && { permissions }), ...(repositories && { repositories }) });
    return token;
  }

  addIssue(repo: Repo, values: IssueValues, pull?: Pull): Issue {
    const at = this.stamp();
    const issue: Issue = {
      id: this.nextId(),
      number: repo.issues.length + 1,
      title: values.title,
      body: values.body ?? null,
      user: values.user,
      state: 'open',
      stateReason: null,
      labels: (values.labels ?? []).map((name) => this.label(repo, name)),
      assignees: values.assignees ?? [],
      milestone: values.milestone ?? null,
      createdAt: at,
      updatedAt: at,
      closedAt: null,
      parent: null,
      subIssues: [],
      blockedBy: [],
      blocking: [],
      lock: null,
      ...(pull && { pull }),
    };
    repo.issues.push(issue);
    return issue;
  }

  addComment(repo: Repo, issue: Issue, user: User, body: string): Comment {
    const at = this.stamp();
    const comment: Comment = { id: this.nextId(), issue, body, user, createdAt: at, updatedAt: at, reactions: [] };
    repo.comments.push(comment);
    issue.updatedAt = at;
    return comment;
  }

  addMilestone(repo: Repo, creator: User, values: MilestoneValues): Milestone {
    const at = this.stamp();
    repo.lastMilestone += 1;
    const milestone: Milestone = {
      id: this.nextId(),
      number: repo.lastMilestone,
      title: values.title,
      description: values.description ?? null,
      state: values.state ?? 'open',
      dueOn: values.dueOn ?? null,
      creator,
      createdAt: at,
      updatedAt: at,
      closedAt: values.state === 'closed' ? at : null,
    };
    repo.milestones.push(milestone);
    return milestone;
  }

  /** Makes one issue a sub-issue of another, and of no other than that. */
  addSubIssue(parent: IssueRef, child: IssueRef): void {
    this.removeParent(child);
    child.issue.parent = parent;
    parent.issue.subIssues.push(child);
  }

  removeParent({ issue }: IssueRef): void {
    const { parent } = issue;
    if (parent) drop(parent.issue.subIssues, issue);
    issue.parent = null;
  }

  /** Notes once that `issue` waits for `by`. */
  block(issue: IssueRef, by: IssueRef): void {
    if (issue.issue.blockedBy.some((ref) => ref.issue === by.issue)) return;
    issue.issue.blockedBy.push(by);
    by.issue.blocking.push(issue);
  }

  unblock(issue: IssueRef, by: IssueRef): void {
    drop(issue.issue.blockedBy, by.issue);
    drop(by.issue.blocking, issue.issue);
  }

  /** The repository's label of that name, made on first use as GitHub does when an issue gets a new one. */
  label(repo: Repo, name: string): Label {
    const known = repo.labels.find((label) => label.name.toLowerCase() === name.toLowerCase());
    if (known) return known;
    const label: Label = { id: this.nextId(), name, color: 'ededed', description: null };
    repo.labels.push(label);
    return label;
  }
}

function drop(refs: IssueRef[], issue: Issue): void {
  const at = refs.findIndex((ref) => ref.issue === issue);
  if (at >= 0) refs.splice(at, 1);
}

export interface IssueValues {
  readonly title: string;
  readonly user: User;
  readonly body?: string | null;
  readonly labels?: readonly string[];
  readonly assignees?: User[];
  readonly milestone?: Milestone | null;
}

export interface MilestoneValues {
  readonly title: string;
  readonly description?: string | null;
  readonly state?: 'open' | 'closed';
  readonly dueOn?: string | null;
}
