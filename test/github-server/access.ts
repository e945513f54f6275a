import { HttpError, notFound } from './errors.ts';
import type { Area, Issue, Permissions, Repo, Role, User } from './records.ts';
import type { State } from './state.ts';

/** Who asks. Without a user: nobody signed in. With `permissions`: the Actions app, limited to those. */
export interface Actor {
  readonly user: User | null;
  readonly permissions?: Permissions;
  readonly repositories?: readonly string[];
}

/**
 * Reads `Authorization: token X`, `Bearer X` or `basic base64(user:X)` (actions/checkout and git send the last).
 * @returns null for credentials that are not known.
 */
export function actorOf(state: State, authorization: string | undefined): Actor | null {
  if (!authorization) return { user: null };
  const [scheme = '', value = ''] = authorization.trim().split(/\s+/);
  const candidates = [value];
  if (scheme.toLowerCase() === 'basic') {
    const text = Buffer.from(value, 'base64').toString();
    candidates.push(text.slice(text.indexOf(':') + 1), text.slice(0, Math.max(0, text.indexOf(':'))));
  }
  for (const candidate of candidates) {
    const token = state.tokens.get(candidate);
    if (token) return token;
  }
  return null;
}

export function canSee(state: State, actor: Actor, repo: Repo): boolean {
  if (actor.permissions) return !repo.private || inReach(actor, repo);
  return actor.user ? state.hasRole(repo, actor.user, 'read') : !repo.private;
}

/** Whether the actor may change `area`: an app by its permissions, a person by the role. */
export function mayWrite(state: State, actor: Actor, repo: Repo, area: Area, least: Role): boolean {
  if (!actor.user) return false;
  if (actor.permissions) return actor.permissions[area] === 'write' && inReach(actor, repo);
  return state.hasRole(repo, actor.user, least);
}

/** @throws HttpError 401 for nobody, 403 in GitHub's words for an app or a person without the right. */
export function requireWrite(state: State, actor: Actor, repo: Repo, area: Area, least: Role): User {
  if (!actor.user) throw new HttpError(401, 'Requires authentication');
  if (mayWrite(state, actor, repo, area, least)) return actor.user;
  throw actor.permissions ? forbiddenApp() : new HttpError(403, 'Must have admin rights to Repository.');
}

/**
 * Whether the issue is locked for the actor: those with write access still comment. Apps do not, whatever their permissions
 * (probot/stale#25, renovatebot/renovate#6215).
 */
export function isLockedFor(state: State, actor: Actor, repo: Repo, issue: Issue): boolean {
  if (!issue.lock) return false;
  return actor.permissions !== undefined || !actor.user || !state.hasRole(repo, actor.user, 'write');
}

/** GitHub's words, with the status 403. */
export const LOCKED = 'Unable to create comment because issue is locked.';

/** Whether an app's permissions let it read `area`: public repositories are open, private ones need at least `read`. */
export function mayRead(actor: Actor, repo: Repo, area: Area): boolean {
  return !repo.private || actor.permissions === undefined || actor.permissions[area] !== undefined;
}

/** @throws HttpError 403 for an app that reads a private repository without the permission. */
export function requireRead(actor: Actor, repo: Repo, area: Area): void {
  if (!mayRead(actor, repo, area)) throw forbiddenApp();
}

/** The repository, or the same 404 whether it does not exist or must not be seen. */
export function visibleRepo(state: State, actor: Actor, owner: string, name: string): Repo {
  const repo = state.repos.get(`${owner}/${name}`.toLowerCase());
  if (!repo || !canSee(state, actor, repo)) throw notFound();
  return repo;
}

function inReach(actor: Actor, repo: Repo): boolean {
  const name = `${repo.owner.login}/${repo.name}`.toLowerCase();
  return actor.repositories?.some((one) => one.toLowerCase() === name) ?? true;
}

function forbiddenApp(): HttpError {
  return new HttpError(403, 'Resource not accessible by integration');
}
