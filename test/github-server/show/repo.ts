import { defaultBranch } from '../git/read.ts';
import { nodeId } from '../node-id.ts';
import type { Json, Repo } from '../records.ts';
import type { Urls } from './urls.ts';
import { fullName, repoApi, repoHtml } from './urls.ts';
import { showUser } from './user.ts';

/** The links of a repository: the part after its own URL, with GitHub's URI templates. */
const LINKS: Readonly<Record<string, string>> = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
};

export function repoNode(repo: Repo): string {
  return nodeId('repository', repo.id);
}

/** A repository as `GET /repos/{owner}/{repo}` gives it; the default branch is asked of git each time. */
export async function showRepo(urls: Urls, repo: Repo): Promise<Json> {
  const api = repoApi(urls, repo);
  const html = repoHtml(urls, repo);
  const open = repo.issues.filter((issue) => issue.state === 'open').length;
  const links = Object.entries(LINKS).map(([name, path]) => [name, api + path]);
  return {
    id: repo.id,
    node_id: repoNode(repo),
    name: repo.name,
    full_name: fullName(repo),
    private: repo.private,
    owner: showUser(urls, repo.owner),
    html_url: html,
    description: null,
    fork: repo.parent !== null,
    url: api,
    ...Object.fromEntries(links),
    created_at: repo.createdAt,
    updated_at: repo.pushedAt,
    pushed_at: repo.pushedAt,
    git_url: html.replace(/^http/, 'git').concat('.git'),
    ssh_url: `git@${new URL(urls.html).hostname}:${fullName(repo)}.git`,
    clone_url: `${html}.git`,
    svn_url: html,
    homepage: null,
    size: 0,
    stargazers_count: 0,
    watchers_count: 0,
    language: null,
    has_issues: true,
    has_projects: true,
    has_downloads: true,
    has_wiki: true,
    has_pages: false,
    has_discussions: false,
    forks_count: 0,
    mirror_url: null,
    archived: false,
    disabled: false,
    open_issues_count: open,
    license: null,
    allow_forking: true,
    is_template: false,
    topics: [],
    visibility: repo.private ? 'private' : 'public',
    forks: 0,
    open_issues: open,
    watchers: 0,
    default_branch: await defaultBranch(repo.dir),
    network_count: 0,
    subscribers_count: 0,
  };
}
