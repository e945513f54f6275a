import { nodeId } from '../node-id.ts';
import type { Comment, Issue, IssueRef, Json, Label, Milestone, Reaction, Repo } from '../records.ts';
import { REACTIONS } from '../records.ts';
import type { Urls } from './urls.ts';
import { repoApi, repoHtml } from './urls.ts';
import { association, showUser } from './user.ts';

export function threadNode(repo: Repo, issue: Issue): string {
  return nodeId(issue.pull ? 'pull' : 'issue', repo.id, issue.id);
}

export function milestoneNode(repo: Repo, milestone: Milestone): string {
  return nodeId('milestone', repo.id, milestone.id);
}

export function commentNode(repo: Repo, comment: Comment): string {
  return nodeId('comment', repo.id, comment.id);
}

export function showLabel(urls: Urls, repo: Repo, label: Label): Json {
  return {
    id: label.id,
    node_id: nodeId('label', repo.id, label.id),
    url: `${repoApi(urls, repo)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: false,
    description: label.description,
  };
}

/** A milestone with its counts: GitHub counts pull requests as issues here. */
export function showMilestone(urls: Urls, repo: Repo, milestone: Milestone): Json {
  const url = `${repoApi(urls, repo)}/milestones/${milestone.number}`;
  const mine = repo.issues.filter((issue) => issue.milestone === milestone);
  const open = mine.filter((issue) => issue.state === 'open').length;
  return {
    url,
    html_url: `${repoHtml(urls, repo)}/milestone/${milestone.number}`,
    labels_url: `${url}/labels`,
    id: milestone.id,
    node_id: milestoneNode(repo, milestone),
    number: milestone.number,
    title: milestone.title,
    description: milestone.description,
    creator: showUser(urls, milestone.creator),
    open_issues: open,
    closed_issues: mine.length - open,
    state: milestone.state,
    created_at: milestone.createdAt,
    updated_at: milestone.updatedAt,
    due_on: milestone.dueOn,
    closed_at: milestone.closedAt,
  };
}

/** What an issue and a pull request show alike. */
export function showThread(urls: Urls, repo: Repo, issue: Issue): Json {
  const api = repoApi(urls, repo);
  const assignees = issue.assignees.map((user) => showUser(urls, user));
  return {
    id: issue.id,
    node_id: threadNode(repo, issue),
    html_url: threadPage(urls, repo, issue),
    comments_url: `${api}/issues/${issue.number}/comments`,
    number: issue.number,
    title: issue.title,
    body: issue.body,
    user: showUser(urls, issue.user),
    labels: issue.labels.map((label) => showLabel(urls, repo, label)),
    state: issue.state,
    locked: issue.lock !== null,
    active_lock_reason: issue.lock?.reason ?? null,
    assignee: assignees[0] ?? null,
    assignees,
    milestone: issue.milestone && showMilestone(urls, repo, issue.milestone),
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    author_association: association(repo, issue.user),
  };
}

export function showIssue(urls: Urls, repo: Repo, issue: Issue): Json {
  const api = repoApi(urls, repo);
  const url = `${api}/issues/${issue.number}`;
  const html = threadPage(urls, repo, issue);
  const pull = {
    url: `${api}/pulls/${issue.number}`,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    merged_at: issue.pull?.merged?.at ?? null,
  };
  return {
    ...showThread(urls, repo, issue),
    url,
    repository_url: api,
    labels_url: `${url}/labels{/name}`,
    events_url: `${url}/events`,
    timeline_url: `${url}/timeline`,
    comments: repo.comments.filter((comment) => comment.issue === issue).length,
    state_reason: issue.stateReason,
    reactions: rollup(url, []),
    performed_via_github_app: null,
    ...(!issue.pull && relations(urls, issue)),
    ...(issue.pull && { draft: issue.pull.draft, pull_request: pull }),
  };
}

/** Counts as in GitHub's description: only open issues block. */
function relations(urls: Urls, issue: Issue): Json {
  const { subIssues, blockedBy, blocking, parent } = issue;
  const closed = (refs: readonly IssueRef[]): number => refs.filter((ref) => ref.issue.state === 'closed').length;
  const done = closed(subIssues);
  return {
    sub_issues_summary: {
      total: subIssues.length,
      completed: done,
      percent_completed: subIssues.length === 0 ? 0 : Math.floor((100 * done) / subIssues.length),
    },
    issue_dependencies_summary: {
      blocked_by: blockedBy.length - closed(blockedBy),
      blocking: blocking.length - closed(blocking),
      total_blocked_by: blockedBy.length,
      total_blocking: blocking.length,
    },
    ...(parent && { parent_issue_url: `${repoApi(urls, parent.repo)}/issues/${parent.issue.number}` }),
  };
}

export function showComment(urls: Urls, repo: Repo, comment: Comment): Json {
  const api = repoApi(urls, repo);
  const url = `${api}/issues/comments/${comment.id}`;
  return {
    url,
    html_url: `${threadPage(urls, repo, comment.issue)}#issuecomment-${comment.id}`,
    issue_url: `${api}/issues/${comment.issue.number}`,
    id: comment.id,
    node_id: commentNode(repo, comment),
    user: showUser(urls, comment.user),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: association(repo, comment.user),
    body: comment.body,
    reactions: rollup(url, comment.reactions),
    performed_via_github_app: null,
  };
}

export function showReaction(urls: Urls, repo: Repo, reaction: Reaction): Json {
  return {
    id: reaction.id,
    node_id: nodeId('reaction', repo.id, reaction.id),
    user: showUser(urls, reaction.user),
    content: reaction.content,
    created_at: reaction.createdAt,
  };
}

export function threadPage(urls: Urls, repo: Repo, issue: Issue): string {
  return `${repoHtml(urls, repo)}/${issue.pull ? 'pull' : 'issues'}/${issue.number}`;
}

function rollup(url: string, reactions: readonly Reaction[]): Json {
  const counts = REACTIONS.map((kind) => [kind, reactions.filter((one) => one.content === kind).length]);
  return { url: `${url}/reactions`, total_count: reactions.length, ...Object.fromEntries(counts) };
}
