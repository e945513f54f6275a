import { requireRead } from '../access.ts';
import { type Call, created, listed, ok, type Routes, repoOf, text, threadArea, writer } from '../call.ts';
import { HttpError, validationFailed } from '../errors.ts';
import type { Issue, Label, Repo } from '../records.ts';
import { showLabel } from '../show/issue.ts';
import { findIssue, labelNames } from './issues.ts';

const REPO = '/repos/{owner}/{repo}/labels';
const ISSUE = '/repos/{owner}/{repo}/issues/{issue_number}/labels';

export const labelRoutes: Routes = {
  [`GET ${REPO}`]: (call) => {
    const repo = repoOf(call);
    requireRead(call.actor, repo, 'issues');
    return listed(call, repo.labels, (label) => showLabel(call.urls, repo, label));
  },

  [`POST ${REPO}`]: (call) => {
    const repo = repoOf(call);
    writer(call, repo, 'issues', 'write');
    const name = String(call.body['name']);
    if (repo.labels.some((label) => label.name.toLowerCase() === name.toLowerCase())) {
      throw validationFailed({ resource: 'Label', field: 'name', code: 'already_exists' });
    }
    const label = call.state.label(repo, name);
    label.color = text(call.body['color']) ?? label.color;
    label.description = text(call.body['description']) ?? null;
    return created(showLabel(call.urls, repo, label));
  },

  [`GET ${ISSUE}`]: (call) => {
    const repo = repoOf(call);
    const issue = findIssue(repo, call);
    requireRead(call.actor, repo, threadArea(issue));
    return listed(call, issue.labels, (label) => showLabel(call.urls, repo, label));
  },

  [`POST ${ISSUE}`]: (call) => change(call, (issue, sent) => [...new Set([...issue.labels, ...sent])]),

  [`PUT ${ISSUE}`]: (call) => change(call, (_, sent) => [...new Set(sent)]),

  [`DELETE ${ISSUE}/{name}`]: (call) => {
    const name = (call.params['name'] ?? '').toLowerCase();
    return change(call, (issue) => {
      const left = issue.labels.filter((label) => label.name.toLowerCase() !== name);
      if (left.length === issue.labels.length) throw new HttpError(404, 'Label does not exist');
      return left;
    });
  },
};

/** Changes an issue's labels and answers with all of them, as GitHub does. */
function change(call: Call, next: (issue: Issue, sent: Label[]) => Label[]) {
  const repo = repoOf(call);
  const issue = findIssue(repo, call);
  writer(call, repo, threadArea(issue), 'triage');
  issue.labels = next(issue, sentLabels(call, repo));
  issue.updatedAt = call.state.stamp();
  return ok(issue.labels.map((label) => showLabel(call.urls, repo, label)));
}

/** The body is `{labels: […]}` or the list itself. */
function sentLabels(call: Call, repo: Repo): Label[] {
  const names = labelNames(Array.isArray(call.rawBody) ? call.rawBody : call.body['labels']);
  return names.map((name) => call.state.label(repo, name));
}
