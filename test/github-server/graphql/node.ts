import { canSee } from '../access.ts';
import type { Comment, Issue, Milestone, Repo, User } from '../records.ts';
import { commentNode, milestoneNode, threadNode } from '../show/issue.ts';
import { repoNode } from '../show/repo.ts';
import { userNode } from '../show/user.ts';
import type { View } from './connection.ts';
import { commentView, issueView } from './issue.ts';
import { milestoneView } from './milestone.ts';
import { userView } from './people.ts';
import { Problem } from './problem.ts';
import { pullView } from './pull.ts';
import { repositoryView } from './repository.ts';
import { requireArea, type Scope } from './scope.ts';

export type Found =
  | { readonly kind: 'user'; readonly user: User }
  | { readonly kind: 'repository'; readonly repo: Repo }
  | { readonly kind: 'milestone'; readonly repo: Repo; readonly milestone: Milestone }
  | { readonly kind: 'thread'; readonly repo: Repo; readonly issue: Issue }
  | { readonly kind: 'comment'; readonly repo: Repo; readonly comment: Comment };

/** What a node id stands for, among what the actor may see. @throws Problem NOT_FOUND. */
export function nodeOf({ state, actor }: Scope, id: string): Found {
  for (const user of state.users.values()) if (userNode(user) === id) return { kind: 'user', user };
  for (const repo of state.repos.values()) {
    if (!canSee(state, actor, repo)) continue;
    if (repoNode(repo) === id) return { kind: 'repository', repo };
    const milestone = repo.milestones.find((one) => milestoneNode(repo, one) === id);
    if (milestone) return { kind: 'milestone', repo, milestone };
    const issue = repo.issues.find((one) => threadNode(repo, one) === id);
    if (issue) return { kind: 'thread', repo, issue };
    const comment = repo.comments.find((one) => commentNode(repo, one) === id);
    if (comment) return { kind: 'comment', repo, comment };
  }
  throw new Problem('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`);
}

export function nodeView(scope: Scope, id: string): View {
  const found = nodeOf(scope, id);
  if (found.kind === 'user') return userView(scope, found.user);
  const { repo } = found;
  if (found.kind === 'repository') return repositoryView(scope, repo);
  const issue = found.kind === 'thread' ? found.issue : found.kind === 'comment' ? found.comment.issue : null;
  requireArea(scope, repo, issue?.pull ? 'pull-requests' : 'issues');
  if (found.kind === 'milestone') return milestoneView(scope, repo, found.milestone);
  if (found.kind === 'comment') return commentView(scope, repo, found.comment);
  return found.issue.pull ? pullView(scope, repo, found.issue, found.issue.pull) : issueView(scope, repo, found.issue);
}
