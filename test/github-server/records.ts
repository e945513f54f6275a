/** The nouns that the server keeps in memory. What lives in git (branches, commits, files) is never copied here. */

export const ROLES = ['none', 'read', 'triage', 'write', 'maintain', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** A JSON object as it goes over the wire. */
export type Json = Record<string, unknown>;

export interface User {
  readonly id: number;
  readonly login: string;
  readonly type: 'User' | 'Bot' | 'Organization';
  name: string | null;
  readonly createdAt: string;
}

/** The words of a workflow's `permissions:` block, and `members`, which only other apps have; an area that is not named is `none`. */
export type Area = 'contents' | 'issues' | 'pull-requests' | 'checks' | 'members';
export type Permissions = Partial<Record<Area, 'read' | 'write'>>;

export interface Token {
  readonly user: User;
  /** Present for a token of the `github-actions` app, absent for a person's. */
  readonly permissions?: Permissions;
  /** Full names an app token is limited to; absent: every repository. */
  readonly repositories?: readonly string[];
}

export interface Label {
  readonly id: number;
  name: string;
  color: string;
  description: string | null;
}

export interface Milestone {
  readonly id: number;
  readonly number: number;
  title: string;
  description: string | null;
  state: 'open' | 'closed';
  /** Midnight in Los Angeles, as an instant in UTC: GitHub keeps the day only. */
  dueOn: string | null;
  readonly creator: User;
  readonly createdAt: string;
  updatedAt: string;
  closedAt: string | null;
}

export interface Pull {
  readonly headRepo: Repo;
  readonly headRef: string;
  baseRef: string;
  /** The head as last seen: a deleted head branch does not take the pull request with it. */
  headSha: string;
  draft: boolean;
  /** In the order in which they were submitted. */
  readonly reviews: Review[];
  merged: Merge | null;
}

export interface Merge {
  readonly sha: string;
  readonly by: User;
  readonly at: string;
  /** Where the base branch was before. */
  readonly base: string;
}

export interface Review {
  readonly id: number;
  readonly user: User;
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED';
  readonly commit: string;
  readonly at: string;
}

export interface IssueRef {
  readonly repo: Repo;
  readonly issue: Issue;
}

export type StateReason = 'completed' | 'not_planned' | 'duplicate' | 'reopened';

export interface Issue {
  readonly id: number;
  readonly number: number;
  title: string;
  body: string | null;
  readonly user: User;
  state: 'open' | 'closed';
  stateReason: StateReason | null;
  labels: Label[];
  assignees: User[];
  milestone: Milestone | null;
  readonly createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  /** Sub-issues and dependencies may lie in other repositories. Both ends of a parent know each other. */
  parent: IssueRef | null;
  readonly subIssues: IssueRef[];
  readonly blockedBy: IssueRef[];
  readonly blocking: IssueRef[];
  lock: { readonly reason: string | null } | null;
  /** Present when the issue is a pull request. */
  readonly pull?: Pull;
}

export const REACTIONS = ['+1', '-1', 'laugh', 'confused', 'heart', 'hooray', 'rocket', 'eyes'] as const;

export interface Reaction {
  readonly id: number;
  readonly user: User;
  readonly content: string;
  readonly createdAt: string;
}

export interface Comment {
  readonly id: number;
  readonly issue: Issue;
  body: string;
  readonly user: User;
  readonly createdAt: string;
  updatedAt: string;
  reactions: Reaction[];
}

export interface CheckRun {
  readonly id: number;
  readonly headSha: string;
  name: string;
  status: string;
  conclusion: string | null;
  startedAt: string;
  completedAt: string | null;
  externalId: string;
  detailsUrl: string | null;
  title: string | null;
  summary: string | null;
  text: string | null;
  annotations: Json[];
}

/** Rules of a branch; a push that breaks one is refused with GH006, or GH013 where a ruleset has them. */
export interface Protection {
  /** The rules come from a repository ruleset instead of classic branch protection. */
  readonly ruleset: boolean;
  readonly requirePullRequest: boolean;
  /** Commits must be signed: those that GitHub makes itself are, pushed ones are taken for unsigned. */
  readonly requireSignatures: boolean;
  readonly requiredChecks: readonly string[];
  /** Logins that may push all the same. */
  readonly bypass: readonly string[];
}

export interface Repo {
  readonly id: number;
  readonly owner: User;
  readonly name: string;
  readonly private: boolean;
  /** The bare repository: the only copy of files, commits and branches. */
  readonly dir: string;
  readonly createdAt: string;
  pushedAt: string;
  /** By login in lower case; the owner is admin without an entry. */
  readonly roles: Map<string, Role>;
  readonly labels: Label[];
  readonly milestones: Milestone[];
  /** Issues and pull requests: they share one sequence of numbers. */
  readonly issues: Issue[];
  readonly comments: Comment[];
  readonly checkRuns: CheckRun[];
  readonly protections: Map<string, Protection>;
  lastMilestone: number;
  /** The repository that this one is a fork of. */
  readonly parent: Repo | null;
  /** Commits that this GitHub made and signed: the only ones that it calls verified. */
  readonly signed: Set<string>;
}

export interface Team {
  readonly id: number;
  readonly org: User;
  readonly slug: string;
  readonly members: User[];
}
