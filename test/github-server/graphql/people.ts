import { nodeId } from '../node-id.ts';
import type { Label, Repo, User } from '../records.ts';
import { repoHtml } from '../show/urls.ts';
import { userNode } from '../show/user.ts';
import type { View } from './connection.ts';
import type { Scope } from './scope.ts';

/**
 * A person, bot or organization. GraphQL gives a bot's login without `[bot]`, unlike REST (cli/cli's `api` package has to add
 * it back); `asUser` is for fields of the type User, where it stands whole.
 */
export function userView(scope: Scope, user: User, asUser = false): View {
  const bot = user.type === 'Bot' && !asUser;
  return {
    __typename: asUser ? 'User' : user.type,
    id: userNode(user),
    databaseId: user.id,
    login: bot ? user.login.replace(/\[bot\]$/, '') : user.login,
    name: user.name,
    url: `${scope.urls.html}/${user.login}`,
    createdAt: user.createdAt,
  };
}

export function labelView(scope: Scope, repo: Repo, label: Label): View {
  return {
    __typename: 'Label',
    id: nodeId('label', repo.id, label.id),
    name: label.name,
    color: label.color,
    description: label.description,
    isDefault: false,
    url: `${repoHtml(scope.urls, repo)}/labels/${encodeURIComponent(label.name)}`,
  };
}
