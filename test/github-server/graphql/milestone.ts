import type { Milestone, Repo } from '../records.ts';
import { milestoneNode } from '../show/issue.ts';
import { repoHtml } from '../show/urls.ts';
import { connection, type PageArguments, type View } from './connection.ts';
import { type IssueArguments, issueConnection } from './issue-list.ts';
import { userView } from './people.ts';
import { repositoryView } from './repository.ts';
import type { Scope } from './scope.ts';

export interface MilestoneArguments extends PageArguments {
  readonly states?: readonly ('OPEN' | 'CLOSED')[] | null;
  readonly query?: string | null;
  readonly orderBy?: {
    readonly field: 'CREATED_AT' | 'DUE_DATE' | 'NUMBER' | 'UPDATED_AT';
    readonly direction: string;
  } | null;
}

export function milestoneView(scope: Scope, repo: Repo, milestone: Milestone): View {
  const url = `${repoHtml(scope.urls, repo)}/milestone/${milestone.number}`;
  const mine = repo.issues.filter((issue) => issue.milestone === milestone);
  const closed = mine.filter((issue) => issue.state === 'closed').length;
  return {
    __typename: 'Milestone',
    id: milestoneNode(repo, milestone),
    number: milestone.number,
    title: milestone.title,
    description: milestone.description,
    dueOn: milestone.dueOn,
    state: milestone.state.toUpperCase(),
    closed: milestone.state === 'closed',
    closedAt: milestone.closedAt,
    createdAt: milestone.createdAt,
    updatedAt: milestone.updatedAt,
    url,
    resourcePath: new URL(url).pathname,
    creator: () => userView(scope, milestone.creator),
    progressPercentage: mine.length === 0 ? 0 : (100 * closed) / mine.length,
    repository: () => repositoryView(scope, repo),
    issues: (args: IssueArguments) => issueConnection(scope, repo, mine, args),
  };
}

/** By number unless asked otherwise: GitHub documents no default order. */
export function milestoneConnection(scope: Scope, repo: Repo, args: MilestoneArguments): View {
  const { states, query, orderBy } = args;
  const wanted = repo.milestones.filter(
    (one) =>
      (!states || states.some((state) => state.toLowerCase() === one.state)) &&
      (!query || one.title.toLowerCase().includes(query.toLowerCase())),
  );
  const key = (one: Milestone): string => {
    if (orderBy?.field === 'DUE_DATE') return one.dueOn ?? '~';
    if (orderBy?.field === 'CREATED_AT') return one.createdAt;
    return orderBy?.field === 'UPDATED_AT' ? one.updatedAt : '';
  };
  const sign = orderBy?.direction === 'DESC' ? -1 : 1;
  const list = wanted.toSorted((a, b) => sign * (compare(key(a), key(b)) || a.number - b.number));
  return connection(
    'Milestone',
    list,
    args,
    (one) => one.id,
    (one) => milestoneView(scope, repo, one),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
