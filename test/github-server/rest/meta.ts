import { type Call, ok, type Routes, repoOf } from '../call.ts';
import { HttpError } from '../errors.ts';
import type { Role, User } from '../records.ts';
import { showRepo } from '../show/repo.ts';
import { showProfile, showUser } from '../show/user.ts';

/** The older, coarser word that `permission` still speaks; `role_name` has the role itself. */
const PERMISSION: Readonly<Record<Role, string>> = {
  none: 'none',
  read: 'read',
  triage: 'read',
  write: 'write',
  maintain: 'write',
  admin: 'admin',
};

export const metaRoutes: Routes = {
  'GET /rate_limit': (call) => {
    const core = call.limits.standing(call.actor);
    const graphql = call.limits.standing(call.actor, 'graphql');
    return ok({ resources: { core, graphql, search: { ...core, limit: 30, remaining: 30, used: 0 } }, rate: core });
  },

  'GET /user': (call) => {
    const { user, permissions } = call.actor;
    if (!user) throw new HttpError(401, 'Requires authentication');
    if (permissions) throw new HttpError(403, 'Resource not accessible by integration');
    return ok({ ...profile(call, user), ...PRIVATE_PROFILE });
  },

  'GET /users/{username}': (call) => ok(profile(call, userNamed(call))),

  'GET /repos/{owner}/{repo}': async (call) => ok(await showRepo(call.urls, repoOf(call))),

  'GET /repos/{owner}/{repo}/collaborators/{username}/permission': (call) => {
    const repo = repoOf(call);
    if (!call.actor.user) throw new HttpError(401, 'Requires authentication');
    const name = call.params['username'] ?? '';
    const user = call.state.users.get(name.toLowerCase());
    if (!user) throw new HttpError(404, `${name} is not a user`);
    const role = call.state.roleOf(repo, user);
    const at = (least: Role): boolean => call.state.hasRole(repo, user, least);
    const permissions = {
      admin: at('admin'),
      maintain: at('maintain'),
      push: at('write'),
      triage: at('triage'),
      pull: at('read'),
    };
    return ok({
      permission: PERMISSION[role],
      role_name: role,
      user: { ...showUser(call.urls, user), permissions, role_name: role },
    });
  },
};

const PRIVATE_PROFILE = {
  user_view_type: 'private',
  collaborators: 0,
  disk_usage: 0,
  owned_private_repos: 0,
  private_gists: 0,
  total_private_repos: 0,
  two_factor_authentication: true,
};

function userNamed(call: Call): User {
  const user = call.state.users.get((call.params['username'] ?? '').toLowerCase());
  if (!user) throw new HttpError(404, 'Not Found');
  return user;
}

function profile(call: Call, user: User): Record<string, unknown> {
  const own = [...call.state.repos.values()].filter((repo) => repo.owner === user && !repo.private);
  return showProfile(call.urls, user, own.length);
}
