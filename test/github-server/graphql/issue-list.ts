import type { Issue, Repo } from '../records.ts';
import { connection, type PageArguments, type View } from './connection.ts';
import { issueView } from './issue.ts';
import type { Scope } from './scope.ts';

/** The schema's `IssueFilters`: null stands for "has none", `*` for "has any". */
interface Filters {
  readonly assignee?: string | null;
  readonly createdBy?: string | null;
  readonly labels?: readonly string[] | null;
  readonly milestone?: string | null;
  readonly milestoneNumber?: string | null;
  readonly since?: string | null;
  readonly states?: readonly string[] | null;
}

export interface IssueArguments extends PageArguments {
  readonly states?: readonly string[] | null;
  readonly labels?: readonly string[] | null;
  readonly filterBy?: Filters | null;
  readonly orderBy?: { readonly field: 'COMMENTS' | 'CREATED_AT' | 'UPDATED_AT'; readonly direction: string } | null;
}

/** Issues, never pull requests, oldest first unless asked otherwise. */
export function issueConnection(scope: Scope, repo: Repo, all: readonly Issue[], args: IssueArguments): View {
  const filters = args.filterBy ?? {};
  const wanted = all.filter(
    (issue) =>
      !issue.pull &&
      inStates(issue, args.states) &&
      inStates(issue, filters.states) &&
      labelled(issue, args.labels) &&
      labelled(issue, filters.labels) &&
      matches(filters.milestone, issue.milestone, (one, value) => one.id === Number(value)) &&
      matches(filters.milestoneNumber, issue.milestone, (one, value) => one.number === Number(value)) &&
      assigned(issue, filters.assignee) &&
      (!filters.createdBy || same(issue.user.login, filters.createdBy)) &&
      (!filters.since || Date.parse(issue.updatedAt) >= Date.parse(filters.since)),
  );
  const comments = (issue: Issue): number => repo.comments.filter((comment) => comment.issue === issue).length;
  const key = (issue: Issue): number => {
    if (args.orderBy?.field === 'COMMENTS') return comments(issue);
    return args.orderBy?.field === 'UPDATED_AT' ? Date.parse(issue.updatedAt) : issue.number;
  };
  const sign = args.orderBy?.direction === 'DESC' ? -1 : 1;
  const list = wanted.toSorted((a, b) => sign * (key(a) - key(b) || a.number - b.number));
  return connection(
    'Issue',
    list,
    args,
    (issue) => issue.id,
    (issue) => issueView(scope, repo, issue),
  );
}

function inStates(issue: Issue, states: readonly string[] | null | undefined): boolean {
  return !states || states.some((state) => state.toLowerCase() === issue.state);
}

function labelled(issue: Issue, names: readonly string[] | null | undefined): boolean {
  return !names || names.some((name) => issue.labels.some((label) => same(label.name, name)));
}

function assigned(issue: Issue, login: string | null | undefined): boolean {
  if (login === undefined) return true;
  if (login === null) return issue.assignees.length === 0;
  return login === '*' ? issue.assignees.length > 0 : issue.assignees.some((user) => same(user.login, login));
}

function matches<T>(
  filter: string | null | undefined,
  value: T | null,
  is: (value: T, filter: string) => boolean,
): boolean {
  if (filter === undefined) return true;
  if (filter === null) return value === null;
  return value !== null && (filter === '*' || is(value, filter));
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
