import { defaultBranch, listRefs, resolveCommit } from '../git/read.ts';
import type { Issue, Repo } from '../records.ts';
import { repoNode } from '../show/repo.ts';
import { fullName, repoHtml } from '../show/urls.ts';
import { connection, type PageArguments, type View } from './connection.ts';
import { objectView, refView } from './git-object.ts';
import { issueView } from './issue.ts';
import { type IssueArguments, issueConnection } from './issue-list.ts';
import { type MilestoneArguments, milestoneConnection, milestoneView } from './milestone.ts';
import { labelView, userView } from './people.ts';
import { Problem } from './problem.ts';
import { type PullArguments, pullConnection, pullView } from './pull.ts';
import { requireArea, type Scope } from './scope.ts';

interface Numbered {
  readonly number: number;
}

export function repositoryView(scope: Scope, repo: Repo): View {
  const { state, urls, actor } = scope;
  const find = ({ number }: Numbered, what: string, fits: (issue: Issue) => boolean): Issue => {
    const issue = repo.issues.find((one) => one.number === number && fits(one));
    if (!issue) throw new Problem('NOT_FOUND', `Could not resolve to ${what} with the number of ${number}.`);
    return issue;
  };
  const thread = (issue: Issue): View =>
    issue.pull ? pullView(scope, repo, issue, issue.pull) : issueView(scope, repo, issue);
  const role = state.roleOf(repo, actor.user);
  return {
    __typename: 'Repository',
    id: repoNode(repo),
    databaseId: repo.id,
    name: repo.name,
    nameWithOwner: fullName(repo),
    url: repoHtml(urls, repo),
    isPrivate: repo.private,
    isFork: repo.parent !== null,
    isArchived: false,
    createdAt: repo.createdAt,
    pushedAt: repo.pushedAt,
    owner: () => userView(scope, repo.owner),
    parent: () => repo.parent && repositoryView(scope, repo.parent),
    // An installation token has no role: the schema's RepositoryPermission is for people.
    viewerPermission: actor.permissions || role === 'none' ? null : role.toUpperCase(),
    defaultBranchRef: async () => refNamed(scope, repo, `refs/heads/${await defaultBranch(repo.dir)}`),
    ref: ({ qualifiedName }: { qualifiedName: string }) => refNamed(scope, repo, qualifiedName),
    object: ({ expression, oid }: { expression?: string | null; oid?: string | null }) => {
      requireArea(scope, repo, 'contents');
      const wanted = oid ?? expression;
      return wanted ? objectView(scope, repo, wanted) : null;
    },
    milestones: (args: MilestoneArguments) => {
      requireArea(scope, repo, 'issues');
      return milestoneConnection(scope, repo, args);
    },
    milestone: ({ number }: Numbered) => {
      requireArea(scope, repo, 'issues');
      const found = repo.milestones.find((one) => one.number === number);
      return found ? milestoneView(scope, repo, found) : null;
    },
    issues: (args: IssueArguments) => {
      requireArea(scope, repo, 'issues');
      return issueConnection(scope, repo, repo.issues, args);
    },
    issue: (args: Numbered) => {
      requireArea(scope, repo, 'issues');
      return issueView(
        scope,
        repo,
        find(args, 'an Issue', (issue) => !issue.pull),
      );
    },
    pullRequests: (args: PullArguments) => {
      requireArea(scope, repo, 'pull-requests');
      return pullConnection(scope, repo, args);
    },
    pullRequest: (args: Numbered) => {
      requireArea(scope, repo, 'pull-requests');
      return thread(find(args, 'a PullRequest', (issue) => issue.pull !== undefined));
    },
    issueOrPullRequest: (args: Numbered) => {
      const issue = find(args, 'an issue or pull request', () => true);
      requireArea(scope, repo, issue.pull ? 'pull-requests' : 'issues');
      return thread(issue);
    },
    labels: (args: PageArguments) =>
      connection(
        'Label',
        repo.labels,
        args,
        (label) => label.id,
        (label) => labelView(scope, repo, label),
      ),
  };
}

/** By full name, or as a branch or tag; null when there is none. */
async function refNamed(scope: Scope, repo: Repo, name: string): Promise<View | null> {
  requireArea(scope, repo, 'contents');
  const names = name.startsWith('refs/') ? [name] : [`refs/heads/${name}`, `refs/tags/${name}`];
  const refs = await listRefs(repo.dir, 'refs/');
  const found = names.flatMap((one) => refs.filter(({ ref }) => ref === one))[0];
  if (!found || (await resolveCommit(repo.dir, found.sha)) === null) return null;
  return refView(scope, repo, found.ref, found.sha);
}
