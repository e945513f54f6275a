import type { Commit, FileChange, Signature } from '../git/history.ts';
import { nodeId } from '../node-id.ts';
import type { Json, Repo, User } from '../records.ts';
import type { State } from '../state.ts';
import type { Urls } from './urls.ts';
import { repoApi, repoHtml, urlPath } from './urls.ts';
import { showUser } from './user.ts';

/** What GitHub puts as committer of the commits that it makes and signs. */
export const GITHUB_COMMITTER = { name: 'GitHub', email: 'noreply@github.com' } as const;

/** A pushed commit counts as unsigned: the local GitHub knows nobody's keys. Those that it made itself are verified. */
function verification(repo: Repo, commit: Commit): Json {
  const unsigned = { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null };
  if (!repo.signed.has(commit.sha)) return unsigned;
  const [signature, payload] = ['-----BEGIN PGP SIGNATURE-----', `tree ${commit.tree}`];
  return { verified: true, reason: 'valid', signature, payload, verified_at: commit.committer.date };
}

export function noreplyEmail(user: User): string {
  return `${user.id}+${user.login}@users.noreply.github.com`;
}

export function showCommit(state: State, urls: Urls, repo: Repo, commit: Commit): Json {
  const api = repoApi(urls, repo);
  const html = repoHtml(urls, repo);
  const url = `${api}/commits/${commit.sha}`;
  return {
    sha: commit.sha,
    node_id: nodeId('commit', repo.id, commit.sha),
    commit: {
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
      url: `${api}/git/commits/${commit.sha}`,
      comment_count: 0,
      verification: verification(repo, commit),
    },
    url,
    html_url: `${html}/commit/${commit.sha}`,
    comments_url: `${url}/comments`,
    author: account(state, urls, commit.author),
    committer: account(state, urls, commit.committer),
    parents: parents(`${api}/commits`, html, commit),
  };
}

export function showGitCommit(urls: Urls, repo: Repo, commit: Commit): Json {
  const api = repoApi(urls, repo);
  const html = repoHtml(urls, repo);
  return {
    sha: commit.sha,
    node_id: nodeId('commit', repo.id, commit.sha),
    url: `${api}/git/commits/${commit.sha}`,
    html_url: `${html}/commit/${commit.sha}`,
    author: commit.author,
    committer: commit.committer,
    tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
    message: commit.message,
    parents: parents(`${api}/git/commits`, html, commit),
    verification: verification(repo, commit),
  };
}

/** One file of a commit or a pull request, at the commit where it is read. */
export function showChange(urls: Urls, repo: Repo, sha: string, file: FileChange): Json {
  const html = repoHtml(urls, repo);
  const path = urlPath(file.filename);
  return {
    sha: file.sha,
    filename: file.filename,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${html}/blob/${sha}/${path}`,
    raw_url: `${html}/raw/${sha}/${path}`,
    contents_url: `${repoApi(urls, repo)}/contents/${path}?ref=${sha}`,
    ...(file.patch !== null && { patch: file.patch }),
    ...(file.previous !== null && { previous_filename: file.previous }),
  };
}

/** The account that a commit's e-mail address belongs to: only GitHub's own no-reply addresses are known here. */
function account(state: State, urls: Urls, signature: Signature): Json | null {
  const user = [...state.users.values()].find((one) => noreplyEmail(one) === signature.email);
  return user ? showUser(urls, user) : null;
}

function parents(api: string, html: string, commit: Commit): Json[] {
  return commit.parents.map((sha) => ({ sha, url: `${api}/${sha}`, html_url: `${html}/commit/${sha}` }));
}
