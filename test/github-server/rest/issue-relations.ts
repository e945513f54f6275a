import { canSee, requireRead } from '../access.ts';
import { type Call, created, listed, NO_CONTENT, ok, type Routes, repoOf, text, threadArea, writer } from '../call.ts';
import { HttpError, notFound } from '../errors.ts';
import type { IssueRef } from '../records.ts';
import { showIssue } from '../show/issue.ts';
import { findIssue } from './issues.ts';

const ISSUE = '/repos/{owner}/{repo}/issues/{issue_number}';
const BLOCKED_BY = `${ISSUE}/dependencies/blocked_by`;

/** Sub-issues, dependencies and locks. Other issues are named by id, not by number, as GitHub's description has it. */
export const issueRelationRoutes: Routes = {
  [`GET ${ISSUE}/sub_issues`]: (call) => list(call, readable(call).issue.subIssues),

  [`POST ${ISSUE}/sub_issues`]: (call) => {
    const parent = writable(call);
    const child = other(call, call.body['sub_issue_id']);
    if (child.issue === parent.issue || above(parent).includes(child.issue)) {
      throw new HttpError(422, 'An error occurred while adding the sub-issue to the parent issue. Circular reference.');
    }
    if (child.issue.parent && call.body['replace_parent'] !== true) {
      throw new HttpError(422, 'An error occurred while adding the sub-issue. Sub issue may only have one parent');
    }
    call.state.addSubIssue(parent, child);
    return created(showIssue(call.urls, parent.repo, parent.issue));
  },

  [`DELETE ${ISSUE}/sub_issue`]: (call) => {
    const parent = writable(call);
    const child = other(call, call.body['sub_issue_id']);
    if (child.issue.parent?.issue !== parent.issue) throw notFound();
    call.state.removeParent(child);
    return ok(showIssue(call.urls, parent.repo, parent.issue));
  },

  [`GET ${ISSUE}/parent`]: (call) => {
    const { parent } = readable(call).issue;
    if (!parent || !canSee(call.state, call.actor, parent.repo)) throw notFound();
    return ok(showIssue(call.urls, parent.repo, parent.issue));
  },

  [`GET ${BLOCKED_BY}`]: (call) => list(call, readable(call).issue.blockedBy),
  [`GET ${ISSUE}/dependencies/blocking`]: (call) => list(call, readable(call).issue.blocking),

  [`POST ${BLOCKED_BY}`]: (call) => {
    const issue = writable(call);
    const by = other(call, call.body['issue_id']);
    if (issue.issue === by.issue) throw new HttpError(422, 'An issue cannot block itself.');
    call.state.block(issue, by);
    return created(showIssue(call.urls, issue.repo, issue.issue));
  },

  [`DELETE ${BLOCKED_BY}/{issue_id}`]: (call) => {
    const issue = writable(call);
    const by = issue.issue.blockedBy.find((ref) => ref.issue.id === Number(call.params['issue_id']));
    if (!by) throw notFound();
    call.state.unblock(issue, by);
    return ok(showIssue(call.urls, issue.repo, issue.issue));
  },

  [`PUT ${ISSUE}/lock`]: (call) => {
    const { repo, issue } = found(call);
    writer(call, repo, threadArea(issue), 'write');
    issue.lock = { reason: text(call.body['lock_reason']) ?? null };
    return NO_CONTENT;
  },

  [`DELETE ${ISSUE}/lock`]: (call) => {
    const { repo, issue } = found(call);
    writer(call, repo, threadArea(issue), 'write');
    issue.lock = null;
    return NO_CONTENT;
  },
};

function found(call: Call): IssueRef {
  const repo = repoOf(call);
  return { repo, issue: findIssue(repo, call) };
}

function readable(call: Call): IssueRef {
  const ref = found(call);
  requireRead(call.actor, ref.repo, 'issues');
  return ref;
}

function writable(call: Call): IssueRef {
  const ref = found(call);
  writer(call, ref.repo, 'issues', 'triage');
  return ref;
}

function other(call: Call, id: unknown): IssueRef {
  for (const repo of call.state.repos.values()) {
    const issue = canSee(call.state, call.actor, repo) && repo.issues.find((one) => one.id === Number(id));
    if (issue) return { repo, issue };
  }
  throw notFound();
}

function above({ issue }: IssueRef): IssueRef['issue'][] {
  return issue.parent ? [issue.parent.issue, ...above(issue.parent)] : [];
}

function list(call: Call, refs: readonly IssueRef[]) {
  const seen = refs.filter(({ repo }) => canSee(call.state, call.actor, repo));
  return listed(call, seen, ({ repo, issue }) => showIssue(call.urls, repo, issue));
}
