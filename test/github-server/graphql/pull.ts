import { nodeId } from '../node-id.ts';
import type { Issue, Pull, Repo } from '../records.ts';
import { pullSpan } from '../show/pull.ts';
import { connection, type PageArguments, type View } from './connection.ts';
import { threadView } from './issue.ts';
import { userView } from './people.ts';
import { repositoryView } from './repository.ts';
import type { Scope } from './scope.ts';

export interface PullArguments extends PageArguments {
  readonly states?: readonly string[] | null;
  readonly headRefName?: string | null;
  readonly baseRefName?: string | null;
}

export function pullView(scope: Scope, repo: Repo, issue: Issue, pull: Pull): View {
  const span = () => pullSpan(repo, issue.number, pull);
  return {
    ...threadView(scope, repo, issue),
    __typename: 'PullRequest',
    state: stateOf(issue, pull),
    isDraft: pull.draft,
    merged: pull.merged !== null,
    mergedAt: pull.merged?.at ?? null,
    mergedBy: () => pull.merged && userView(scope, pull.merged.by),
    isCrossRepository: pull.headRepo !== repo,
    headRefName: pull.headRef,
    baseRefName: pull.baseRef,
    headRefOid: async () => (await span()).head,
    baseRefOid: async () => (await span()).base,
    headRepository: () => repositoryView(scope, pull.headRepo),
    headRepositoryOwner: () => userView(scope, pull.headRepo.owner),
    reviews: (args: PageArguments & { states?: readonly string[] | null }) => {
      const wanted = pull.reviews.filter((review) => !args.states || args.states.includes(review.state));
      return connection(
        'PullRequestReview',
        wanted,
        args,
        (review) => review.id,
        (review) => ({
          __typename: 'PullRequestReview',
          id: nodeId('review', repo.id, review.id),
          state: review.state,
          submittedAt: review.at,
          author: userView(scope, review.user),
        }),
      );
    },
  };
}

export function pullConnection(scope: Scope, repo: Repo, args: PullArguments): View {
  const pulls = repo.issues.flatMap((issue) => (issue.pull ? [{ issue, pull: issue.pull }] : []));
  const wanted = pulls.filter(
    ({ issue, pull }) =>
      (!args.states || args.states.includes(stateOf(issue, pull))) &&
      (!args.headRefName || args.headRefName === pull.headRef) &&
      (!args.baseRefName || args.baseRefName === pull.baseRef),
  );
  return connection(
    'PullRequest',
    wanted,
    args,
    ({ issue }) => issue.id,
    ({ issue, pull }) => pullView(scope, repo, issue, pull),
  );
}

function stateOf(issue: Issue, pull: Pull): string {
  return pull.merged ? 'MERGED' : issue.state.toUpperCase();
}
