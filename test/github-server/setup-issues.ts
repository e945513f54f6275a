import { setState } from './change-issue.ts';
import { flooredDueOn } from './due-on.ts';
import type { Issue, IssueRef, Milestone, Repo, User } from './records.ts';
import type { MilestoneValues, State } from './state.ts';

/** An issue, by number in the repository at hand, or in another one. */
type IssueName = number | { readonly owner: string; readonly name: string; readonly number: number };

/** What people do to issues and milestones on the web page. */
export interface IssueSetup {
  /** Makes `child` a sub-issue of `parent`, both numbers of this repository unless the child says otherwise. */
  addSubIssue(owner: string, name: string, parent: number, child: IssueName): void;
  /** `number` is blocked by `by` from now on. */
  block(owner: string, name: string, number: number, by: IssueName): void;
  unblock(owner: string, name: string, number: number, by: IssueName): void;
  /** Locks the conversation; `reason` as in REST (`resolved`, `too heated`, …). */
  lock(owner: string, name: string, number: number, reason?: string): void;
  unlock(owner: string, name: string, number: number): void;
  /** Changes what is given. Labels and assignees replace those there were; a milestone by number, null takes it off. */
  editIssue(owner: string, name: string, number: number, values: IssueEdits): void;
  /** Changes what is given; `dueOn` is floored to the day in Los Angeles as GitHub does, null clears it. */
  editMilestone(owner: string, name: string, number: number, values: Partial<MilestoneValues>): void;
  /** Deletes a milestone: its issues lose it, its number is not given again. */
  deleteMilestone(owner: string, name: string, number: number): void;
  /** A team of an organization with its members by login, replacing those it had. */
  addTeam(org: string, slug: string, members: readonly string[]): void;
  /** Takes a branch's rules away. */
  unprotect(owner: string, name: string, branch: string): void;
}

export interface IssueEdits {
  readonly title?: string;
  readonly body?: string | null;
  readonly state?: 'open' | 'closed';
  readonly stateReason?: 'completed' | 'not_planned' | 'duplicate';
  readonly milestone?: number | null;
  readonly labels?: readonly string[];
  readonly assignees?: readonly string[];
}

export function makeIssueSetup(state: State): IssueSetup {
  const ref = (owner: string, name: string, number: number): IssueRef => {
    const repo = state.repo(owner, name);
    return { repo, issue: state.issue(repo, number) };
  };
  const other = (owner: string, name: string, which: IssueName): IssueRef =>
    typeof which === 'number' ? ref(owner, name, which) : ref(which.owner, which.name, which.number);
  return {
    addSubIssue: (owner, name, parent, child) => state.addSubIssue(ref(owner, name, parent), other(owner, name, child)),
    block: (owner, name, number, by) => state.block(ref(owner, name, number), other(owner, name, by)),
    unblock: (owner, name, number, by) => state.unblock(ref(owner, name, number), other(owner, name, by)),
    lock: (owner, name, number, reason) => {
      ref(owner, name, number).issue.lock = { reason: reason ?? null };
    },
    unlock: (owner, name, number) => {
      ref(owner, name, number).issue.lock = null;
    },
    editIssue: (owner, name, number, values) => {
      const { repo, issue } = ref(owner, name, number);
      edit(state, repo, issue, values);
    },
    editMilestone: (owner, name, number, values) => {
      const milestone = milestoneOf(state.repo(owner, name), number);
      const { title, description, dueOn } = values;
      const at = state.stamp();
      if (title !== undefined) milestone.title = title;
      if (description !== undefined) milestone.description = description;
      if (dueOn !== undefined) milestone.dueOn = dueOn && flooredDueOn(dueOn);
      if (values.state === 'closed' && milestone.state === 'open') milestone.closedAt = at;
      if (values.state === 'open') milestone.closedAt = null;
      milestone.state = values.state ?? milestone.state;
      milestone.updatedAt = at;
    },
    deleteMilestone: (owner, name, number) => {
      const repo = state.repo(owner, name);
      const milestone = milestoneOf(repo, number);
      repo.milestones.splice(repo.milestones.indexOf(milestone), 1);
      for (const issue of repo.issues) if (issue.milestone === milestone) issue.milestone = null;
    },
    addTeam: (org, slug, members) => {
      const owner = state.addUser(org, 'Organization');
      const users: User[] = members.map((login) => state.addUser(login));
      state.teams.set(`${org}/${slug}`.toLowerCase(), { id: state.nextId(), org: owner, slug, members: users });
    },
    unprotect: (owner, name, branch) => {
      state.repo(owner, name).protections.delete(branch);
    },
  };
}

function edit(state: State, repo: Repo, issue: Issue, values: IssueEdits): void {
  const { title, body, milestone, labels, assignees } = values;
  if (title !== undefined) issue.title = title;
  if (body !== undefined) issue.body = body;
  if (milestone !== undefined) issue.milestone = milestone === null ? null : milestoneOf(repo, milestone);
  if (labels) issue.labels = labels.map((label) => state.label(repo, label));
  if (assignees) issue.assignees = assignees.map((login) => state.addUser(login));
  if (values.state) setState(issue, values.state, values.stateReason ?? null, state.stamp());
  issue.updatedAt = state.stamp();
}

/** @throws Error when there is no such milestone. */
function milestoneOf(repo: Repo, number: number): Milestone {
  const milestone = repo.milestones.find((one) => one.number === number);
  if (!milestone) throw new Error(`${repo.owner.login}/${repo.name} has no milestone ${number}`);
  return milestone;
}
