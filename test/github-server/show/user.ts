import { nodeId } from '../node-id.ts';
import type { Json, Repo, User } from '../records.ts';
import type { Urls } from './urls.ts';

const KIND = { User: 'user', Bot: 'bot', Organization: 'organization' } as const;

export function userNode(user: User): string {
  return nodeId(KIND[user.type], user.id);
}

/** GitHub's simple user, as it stands in every issue and comment. */
export function showUser(urls: Urls, user: User): Json {
  const api = `${urls.api}/users/${encodeURIComponent(user.login)}`;
  const page = user.type === 'Bot' ? `apps/${user.login.replace(/\[bot\]$/, '')}` : user.login;
  return {
    login: user.login,
    id: user.id,
    node_id: userNode(user),
    avatar_url: `${urls.html}/avatars/u/${user.id}`,
    gravatar_id: '',
    url: api,
    html_url: `${urls.html}/${page}`,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type: user.type,
    user_view_type: 'public',
    site_admin: false,
  };
}

/** The longer form of `GET /users/{username}`. */
export function showProfile(urls: Urls, user: User, repos: number): Json {
  return {
    ...showUser(urls, user),
    name: user.name,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    twitter_username: null,
    public_repos: repos,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: user.createdAt,
    updated_at: user.createdAt,
  };
}

/** GitHub's word for what an author is to a repository. */
export function association(repo: Repo, user: User): string {
  if (user.id === repo.owner.id) return 'OWNER';
  return repo.roles.has(user.login.toLowerCase()) ? 'COLLABORATOR' : 'NONE';
}
