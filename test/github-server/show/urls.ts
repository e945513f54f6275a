import type { Repo } from '../records.ts';

/** Where the server answers, without a slash at the end. */
export interface Urls {
  /** The site, for links that people follow: `http://127.0.0.1:40123`. */
  readonly html: string;
  /** The REST root: `http://127.0.0.1:40123/api/v3`. */
  readonly api: string;
}

export function fullName(repo: Repo): string {
  return `${repo.owner.login}/${repo.name}`;
}

export function repoApi(urls: Urls, repo: Repo): string {
  return `${urls.api}/repos/${fullName(repo)}`;
}

export function repoHtml(urls: Urls, repo: Repo): string {
  return `${urls.html}/${fullName(repo)}`;
}

/** A path inside a URL: each segment escaped, the slashes kept. */
export function urlPath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
