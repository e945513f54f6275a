import { listed, type Routes } from '../call.ts';
import { HttpError, notFound } from '../errors.ts';
import { showUser } from '../show/user.ts';

export const teamRoutes: Routes = {
  /**
   * "The team must be visible to the authenticated user": to the organization's own account and to its members here. An app
   * needs the permission `members`, which a workflow's GITHUB_TOKEN can never have (docs.github.com, "Permissions required
   * for GitHub Apps", organization permissions for "Members").
   */
  'GET /orgs/{org}/teams/{team_slug}/members': (call) => {
    const { user, permissions } = call.actor;
    if (!user) throw new HttpError(401, 'Requires authentication');
    if (permissions && !permissions.members) throw new HttpError(403, 'Resource not accessible by integration');
    const team = call.state.teams.get(`${call.params['org']}/${call.params['team_slug']}`.toLowerCase());
    const inside = [...call.state.teams.values()].some((one) => one.org === team?.org && one.members.includes(user));
    if (!team || (!permissions && !inside && team.org !== user)) throw notFound();
    const { role = 'all' } = call.query;
    const wanted = role === 'maintainer' ? [] : team.members;
    return listed(call, wanted, (member) => ({ ...showUser(call.urls, member), role: 'member', inherited: false }));
  },
};
