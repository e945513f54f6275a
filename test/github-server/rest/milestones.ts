import { requireRead } from '../access.ts';
import { type Call, created, listed, NO_CONTENT, ok, type Routes, repoOf, sorted, text, writer } from '../call.ts';
import { flooredDueOn } from '../due-on.ts';
import { notFound, validationFailed } from '../errors.ts';
import type { Milestone, Repo } from '../records.ts';
import { showMilestone } from '../show/issue.ts';

const ALL = '/repos/{owner}/{repo}/milestones';
const ONE = `${ALL}/{milestone_number}`;

export const milestoneRoutes: Routes = {
  [`GET ${ALL}`]: (call) => {
    const repo = repoOf(call);
    requireRead(call.actor, repo, 'issues');
    const { state = 'open', sort = 'due_on', direction = 'asc' } = call.query;
    const wanted = repo.milestones.filter((milestone) => state === 'all' || milestone.state === state);
    return listed(call, ordered(repo, wanted, sort, direction), (one) => showMilestone(call.urls, repo, one));
  },

  [`POST ${ALL}`]: (call) => {
    const repo = repoOf(call);
    const creator = writer(call, repo, 'issues', 'write');
    const title = checkedTitle(repo, call, null) ?? '';
    const milestone = call.state.addMilestone(repo, creator, {
      title,
      description: text(call.body['description']) ?? null,
      state: call.body['state'] === 'closed' ? 'closed' : 'open',
      dueOn: dueOn(call) ?? null,
    });
    return created(showMilestone(call.urls, repo, milestone));
  },

  [`GET ${ONE}`]: (call) => {
    const repo = repoOf(call);
    requireRead(call.actor, repo, 'issues');
    return ok(showMilestone(call.urls, repo, find(repo, call)));
  },

  [`PATCH ${ONE}`]: (call) => {
    const repo = repoOf(call);
    writer(call, repo, 'issues', 'write');
    const milestone = find(repo, call);
    const { body, state } = call;
    const at = state.stamp();
    milestone.title = checkedTitle(repo, call, milestone) ?? milestone.title;
    if ('description' in body) milestone.description = text(body['description']) ?? null;
    const due = dueOn(call);
    if (due !== undefined) milestone.dueOn = due;
    if (body['state'] === 'closed' && milestone.state === 'open') milestone.closedAt = at;
    if (body['state'] === 'open') milestone.closedAt = null;
    if (body['state'] === 'open' || body['state'] === 'closed') milestone.state = body['state'];
    milestone.updatedAt = at;
    return ok(showMilestone(call.urls, repo, milestone));
  },

  [`DELETE ${ONE}`]: (call) => {
    const repo = repoOf(call);
    writer(call, repo, 'issues', 'write');
    const milestone = find(repo, call);
    repo.milestones.splice(repo.milestones.indexOf(milestone), 1);
    for (const issue of repo.issues) if (issue.milestone === milestone) issue.milestone = null;
    return NO_CONTENT;
  },
};

function find(repo: Repo, call: Call): Milestone {
  const number = Number(call.params['milestone_number']);
  const milestone = repo.milestones.find((one) => one.number === number);
  if (!milestone) throw notFound();
  return milestone;
}

/** @throws HttpError 422 for an empty title, or one that another milestone, open or closed, already has. */
function checkedTitle(repo: Repo, call: Call, self: Milestone | null): string | undefined {
  const title = text(call.body['title']);
  if (title === undefined) return undefined;
  const error = { resource: 'Milestone', field: 'title' };
  if (title.trim() === '') throw validationFailed({ ...error, code: 'missing_field' });
  if (repo.milestones.some((one) => one !== self && one.title === title)) {
    throw validationFailed({ ...error, code: 'already_exists' });
  }
  return title;
}

/** The day to store; null clears it; undefined: the request does not speak of it. */
function dueOn(call: Call): string | null | undefined {
  const value = call.body['due_on'];
  if (value === null) return null;
  return typeof value === 'string' ? flooredDueOn(value) : undefined;
}

/** By due date (those without one last, either way round) or by the share of closed issues. */
function ordered(repo: Repo, milestones: readonly Milestone[], sort: string, direction: string): Milestone[] {
  if (sort === 'completeness') {
    const share = (milestone: Milestone): string => {
      const mine = repo.issues.filter((issue) => issue.milestone === milestone);
      const closed = mine.filter((issue) => issue.state === 'closed').length;
      return (mine.length === 0 ? 0 : closed / mine.length).toFixed(6);
    };
    return sorted(milestones, share, direction);
  }
  const dated = milestones.filter((milestone) => milestone.dueOn !== null);
  const undated = milestones.filter((milestone) => milestone.dueOn === null);
  return [...sorted(dated, (milestone) => milestone.dueOn ?? '', direction), ...undated];
}
