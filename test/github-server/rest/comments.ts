import { isLockedFor, LOCKED, requireRead } from '../access.ts';
import {
  type Call,
  created,
  instant,
  listed,
  NO_CONTENT,
  ok,
  type Routes,
  repoOf,
  sorted,
  threadArea,
  writer,
} from '../call.ts';
import { HttpError, notFound, validationFailed } from '../errors.ts';
import type { Comment, Repo } from '../records.ts';
import { showComment } from '../show/issue.ts';
import { findIssue } from './issues.ts';

const REPO = '/repos/{owner}/{repo}/issues/comments';
const THREAD = '/repos/{owner}/{repo}/issues/{issue_number}/comments';
const ONE = `${REPO}/{comment_id}`;

/** GitHub's limit on a comment, in characters. */
const LONGEST = 65_536;

export const commentRoutes: Routes = {
  [`GET ${REPO}`]: (call) => {
    const repo = repoOf(call);
    requireRead(call.actor, repo, 'issues');
    const { sort = 'created', direction = 'asc' } = call.query;
    const key = (comment: Comment): string => (sort === 'updated' ? comment.updatedAt : comment.createdAt);
    const recent = since(call, repo.comments);
    // `direction` is ignored without `sort`, as GitHub documents.
    const list = sorted(recent, key, call.query['sort'] ? direction : 'asc');
    return listed(call, list, (comment) => showComment(call.urls, repo, comment));
  },

  [`GET ${THREAD}`]: (call) => {
    const repo = repoOf(call);
    const issue = findIssue(repo, call);
    requireRead(call.actor, repo, threadArea(issue));
    const mine = repo.comments.filter((comment) => comment.issue === issue);
    return listed(call, since(call, mine), (comment) => showComment(call.urls, repo, comment));
  },

  [`POST ${THREAD}`]: (call) => {
    const repo = repoOf(call);
    const issue = findIssue(repo, call);
    const user = writer(call, repo, threadArea(issue), 'read');
    if (isLockedFor(call.state, call.actor, repo, issue)) {
      throw new HttpError(403, LOCKED, {
        documentation_url: 'https://help.github.com/articles/locking-conversations/',
      });
    }
    const comment = call.state.addComment(repo, issue, user, checkedBody(call));
    return created(showComment(call.urls, repo, comment));
  },

  [`GET ${ONE}`]: (call) => {
    const repo = repoOf(call);
    const comment = findComment(repo, call);
    requireRead(call.actor, repo, threadArea(comment.issue));
    return ok(showComment(call.urls, repo, comment));
  },

  [`PATCH ${ONE}`]: (call) => {
    const repo = repoOf(call);
    const comment = editable(repo, call);
    comment.body = checkedBody(call);
    comment.updatedAt = call.state.stamp();
    return ok(showComment(call.urls, repo, comment));
  },

  [`DELETE ${ONE}`]: (call) => {
    const repo = repoOf(call);
    const comment = editable(repo, call);
    repo.comments.splice(repo.comments.indexOf(comment), 1);
    return NO_CONTENT;
  },
};

export function findComment(repo: Repo, call: Call): Comment {
  const comment = repo.comments.find((one) => one.id === Number(call.params['comment_id']));
  if (!comment) throw notFound();
  return comment;
}

/** One's own comment, or anyone's with write access. */
function editable(repo: Repo, call: Call): Comment {
  const comment = findComment(repo, call);
  const author = comment.user.id === call.actor.user?.id;
  writer(call, repo, threadArea(comment.issue), author ? 'read' : 'write');
  return comment;
}

function checkedBody(call: Call): string {
  const body = String(call.body['body']);
  const error = { resource: 'IssueComment', field: 'body' };
  if (body.trim() === '') throw validationFailed({ ...error, code: 'missing_field' });
  if (body.length > LONGEST) {
    throw validationFailed({
      ...error,
      code: 'custom',
      message: `body is too long (maximum is ${LONGEST} characters)`,
    });
  }
  return body;
}

function since(call: Call, comments: readonly Comment[]): Comment[] {
  const from = instant(call.query['since'], 'since');
  return comments.filter((comment) => from === null || comment.updatedAt >= from);
}
