import type { Issue, IssueRef, Repo } from '../records.ts';
import { commentNode, threadNode, threadPage } from '../show/issue.ts';
import { association } from '../show/user.ts';
import { connection, type PageArguments, type View } from './connection.ts';
import { milestoneView } from './milestone.ts';
import { labelView, userView } from './people.ts';
import { repositoryView } from './repository.ts';
import { requireArea, type Scope, visible } from './scope.ts';

/** What issues and pull requests have in common. */
export function threadView(scope: Scope, repo: Repo, issue: Issue): View {
  const page = threadPage(scope.urls, repo, issue);
  const comments = repo.comments.filter((comment) => comment.issue === issue);
  return {
    id: threadNode(repo, issue),
    databaseId: issue.id,
    number: issue.number,
    title: issue.title,
    body: issue.body ?? '',
    closed: issue.state === 'closed',
    closedAt: issue.closedAt,
    createdAt: issue.createdAt,
    updatedAt: issue.updatedAt,
    url: page,
    resourcePath: new URL(page).pathname,
    author: () => userView(scope, issue.user),
    authorAssociation: association(repo, issue.user),
    locked: issue.lock !== null,
    activeLockReason: issue.lock?.reason?.replaceAll(/[ -]/g, '_').toUpperCase() ?? null,
    repository: () => repositoryView(scope, repo),
    milestone: () => {
      requireArea(scope, repo, 'issues');
      return issue.milestone && milestoneView(scope, repo, issue.milestone);
    },
    assignees: (args: PageArguments) =>
      connection(
        'User',
        issue.assignees,
        args,
        (user) => user.id,
        (user) => userView(scope, user, true),
      ),
    labels: (args: PageArguments) =>
      connection(
        'Label',
        issue.labels,
        args,
        (label) => label.id,
        (label) => labelView(scope, repo, label),
      ),
    comments: (args: PageArguments) =>
      connection(
        'IssueComment',
        comments,
        args,
        (comment) => comment.id,
        (comment) => commentView(scope, repo, comment),
      ),
  };
}

export function issueView(scope: Scope, repo: Repo, issue: Issue): View {
  const others = (refs: readonly IssueRef[]) => (args: PageArguments) => issues(scope, visible(scope, refs), args);
  const subs = issue.subIssues;
  const closed = (refs: readonly IssueRef[]): number => refs.filter((ref) => ref.issue.state === 'closed').length;
  const { blocking } = issue;
  return {
    ...threadView(scope, repo, issue),
    __typename: 'Issue',
    state: issue.state.toUpperCase(),
    // "To retrieve this value, set (enableDuplicate: true)" (the schema's IssueStateReason.DUPLICATE); else it is told as not planned.
    stateReason: ({ enableDuplicate = false }: { enableDuplicate?: boolean }) => {
      const reason = issue.stateReason?.toUpperCase() ?? null;
      return reason === 'DUPLICATE' && !enableDuplicate ? 'NOT_PLANNED' : reason;
    },
    parent: () => {
      const [parent] = visible(scope, issue.parent ? [issue.parent] : []);
      return parent ? issueView(scope, parent.repo, parent.issue) : null;
    },
    subIssues: others(subs),
    subIssuesSummary: {
      __typename: 'SubIssuesSummary',
      total: subs.length,
      completed: closed(subs),
      percentCompleted: subs.length === 0 ? 0 : Math.floor((100 * closed(subs)) / subs.length),
    },
    blockedBy: (args: PageArguments & DependencyOrder) =>
      issues(scope, ordered(visible(scope, issue.blockedBy), args), args),
    blocking: (args: PageArguments & DependencyOrder) => issues(scope, ordered(visible(scope, blocking), args), args),
    issueDependenciesSummary: () => ({
      __typename: 'IssueDependenciesSummary',
      blockedBy: issue.blockedBy.length - closed(issue.blockedBy),
      totalBlockedBy: issue.blockedBy.length,
      blocking: blocking.length - closed(blocking),
      totalBlocking: blocking.length,
    }),
  };
}

interface DependencyOrder {
  readonly orderBy?: { readonly field: string; readonly direction: 'ASC' | 'DESC' } | null;
}

/** The records keep the order in which the dependencies were added. */
function ordered(refs: readonly IssueRef[], { orderBy }: DependencyOrder): IssueRef[] {
  const list = orderBy?.field === 'CREATED_AT' ? refs.toSorted((a, b) => a.issue.id - b.issue.id) : [...refs];
  return orderBy?.direction === 'DESC' ? list.reverse() : list;
}

function issues(scope: Scope, refs: readonly IssueRef[], args: PageArguments): View {
  return connection(
    'Issue',
    refs,
    args,
    (ref) => ref.issue.id,
    (ref) => issueView(scope, ref.repo, ref.issue),
  );
}

export function commentView(scope: Scope, repo: Repo, comment: Repo['comments'][number]): View {
  return {
    __typename: 'IssueComment',
    id: commentNode(repo, comment),
    databaseId: comment.id,
    body: comment.body,
    author: () => userView(scope, comment.user),
    authorAssociation: association(repo, comment.user),
    createdAt: comment.createdAt,
    updatedAt: comment.updatedAt,
    isMinimized: false,
    url: `${threadPage(scope.urls, repo, comment.issue)}#issuecomment-${comment.id}`,
    issue: () => issueView(scope, repo, comment.issue),
  };
}
