import { mayWrite, requireRead } from '../access.ts';
import {
  type Call,
  created,
  instant,
  listed,
  ok,
  type Routes,
  repoOf,
  sorted,
  text,
  threadArea,
  writer,
} from '../call.ts';
import { setState } from '../change-issue.ts';
import { HttpError, notFound, validationFailed } from '../errors.ts';
import type { Issue, Milestone, Repo, StateReason, User } from '../records.ts';
import { showIssue } from '../show/issue.ts';

const ALL = '/repos/{owner}/{repo}/issues';
const ONE = `${ALL}/{issue_number}`;

export const issueRoutes: Routes = {
  [`GET ${ALL}`]: (call) => {
    const repo = repoOf(call);
    requireRead(call.actor, repo, 'issues');
    const { sort = 'created', direction = 'desc' } = call.query;
    const key = (issue: Issue): string => {
      if (sort === 'updated') return issue.updatedAt;
      if (sort === 'comments') return padded(repo.comments.filter((comment) => comment.issue === issue).length);
      return padded(issue.number); // the order of creation, finer than GitHub's whole seconds
    };
    return listed(call, sorted(filtered(call, repo), key, direction), (issue) => showIssue(call.urls, repo, issue));
  },

  [`POST ${ALL}`]: (call) => {
    const repo = repoOf(call);
    const user = writer(call, repo, 'issues', 'read');
    const { body, state } = call;
    // Without push access the three are dropped in silence, as GitHub documents.
    const trusted = mayWrite(state, call.actor, repo, 'issues', 'triage');
    const issue = state.addIssue(repo, {
      title: requiredTitle(String(body['title'])),
      body: text(body['body']) ?? null,
      user,
      labels: trusted ? labelNames(body['labels']) : [],
      assignees: trusted ? assignees(call, repo) : [],
      milestone: trusted ? milestone(repo, body['milestone']) : null,
    });
    return created(showIssue(call.urls, repo, issue));
  },

  [`GET ${ONE}`]: (call) => {
    const repo = repoOf(call);
    const issue = findIssue(repo, call);
    requireRead(call.actor, repo, threadArea(issue));
    return ok(showIssue(call.urls, repo, issue));
  },

  [`PATCH ${ONE}`]: (call) => {
    const repo = repoOf(call);
    const issue = findIssue(repo, call);
    const author = call.actor.user?.id === issue.user.id;
    writer(call, repo, threadArea(issue), author ? 'read' : 'triage');
    update(call, repo, issue);
    return ok(showIssue(call.urls, repo, issue));
  },
};

/** The issue or pull request of the path. */
export function findIssue(repo: Repo, call: Call): Issue {
  const number = Number(call.params['issue_number']);
  const issue = repo.issues.find((one) => one.number === number);
  if (!issue) throw notFound();
  return issue;
}

/** Labels come as names or as objects with a name. */
export function labelNames(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.map((label) => (typeof label === 'string' ? label : String((label as { name?: unknown }).name)));
}

function update(call: Call, repo: Repo, issue: Issue): void {
  const { body, state } = call;
  const trusted = mayWrite(state, call.actor, repo, threadArea(issue), 'triage');
  const at = state.stamp();
  if (body['title'] !== undefined && body['title'] !== null) issue.title = requiredTitle(String(body['title']));
  if ('body' in body) issue.body = text(body['body']) ?? null;
  if (trusted && 'milestone' in body) issue.milestone = milestone(repo, body['milestone']);
  if (trusted && 'labels' in body) issue.labels = labelNames(body['labels']).map((name) => state.label(repo, name));
  if (trusted && ('assignees' in body || 'assignee' in body)) issue.assignees = assignees(call, repo);
  const reason = (text(body['state_reason']) as StateReason | undefined) ?? null;
  if (body['state'] === 'closed' || body['state'] === 'open') setState(issue, body['state'], reason, at);
  issue.updatedAt = at;
}

function requiredTitle(title: string): string {
  if (title.trim() === '') throw validationFailed({ resource: 'Issue', field: 'title', code: 'missing_field' });
  return title;
}

/** The milestone a body names by number (GitHub takes digits in a string too); null takes it off. */
function milestone(repo: Repo, value: unknown): Milestone | null {
  if (value === null || value === undefined) return null;
  const found = repo.milestones.find((one) => one.number === Number(value));
  if (!found) throw validationFailed({ resource: 'Issue', field: 'milestone', code: 'invalid', value });
  return found;
}

function assignees(call: Call, repo: Repo): User[] {
  const { assignees: many, assignee } = call.body;
  const logins = Array.isArray(many) ? many.map(String) : typeof assignee === 'string' && assignee ? [assignee] : [];
  return logins.map((login) => {
    const user = call.state.users.get(login.toLowerCase());
    if (user && call.state.hasRole(repo, user, 'read')) return user;
    throw validationFailed({ resource: 'Issue', field: 'assignees', code: 'invalid', value: login });
  });
}

function filtered(call: Call, repo: Repo): Issue[] {
  const { state = 'open', milestone: number, labels, assignee, creator } = call.query;
  const since = instant(call.query['since'], 'since');
  const names = labels ? labels.split(',').map((name) => name.trim().toLowerCase()) : [];
  const same = (user: User, login: string): boolean => user.login.toLowerCase() === login.toLowerCase();
  if (number !== undefined && !/^(\d+|\*|none)$/.test(number)) {
    throw new HttpError(422, 'Validation Failed', {
      errors: [{ resource: 'Issue', field: 'milestone', code: 'invalid' }],
    });
  }
  return repo.issues.filter(
    (issue) =>
      (state === 'all' || issue.state === state) &&
      (since === null || issue.updatedAt >= since) &&
      names.every((name) => issue.labels.some((label) => label.name.toLowerCase() === name)) &&
      matches(number, issue.milestone !== null, (wanted) => issue.milestone?.number === Number(wanted)) &&
      matches(assignee, issue.assignees.length > 0, (login) => issue.assignees.some((user) => same(user, login))) &&
      (creator === undefined || same(issue.user, creator)),
  );
}

/** `*` asks for any, `none` for nothing, anything else for itself; no filter takes all. */
function matches(filter: string | undefined, present: boolean, is: (wanted: string) => boolean): boolean {
  if (filter === undefined) return true;
  if (filter === '*') return present;
  return filter === 'none' ? !present : is(filter);
}

function padded(number: number): string {
  return String(number).padStart(9, '0');
}
