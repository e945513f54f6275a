import { git } from '../git/command.ts';
import { changedFiles, history, mergeBase } from '../git/history.ts';
import { resolveCommit } from '../git/read.ts';
import type { Issue, Json, Pull, Repo } from '../records.ts';
import { showThread } from './issue.ts';
import { showRepo } from './repo.ts';
import type { Urls } from './urls.ts';
import { repoApi } from './urls.ts';
import { showUser } from './user.ts';

/** The commits a pull request stands between, as git has them now. */
export interface Span {
  readonly base: string;
  readonly head: string;
  /** Where the two parted: a pull request shows what its head did since then. */
  readonly fork: string | null;
}

/**
 * Reads base and head from git and keeps `refs/pull/<n>/head` in the base repository, as GitHub does, so that the
 * commits of a fork can be fetched from there.
 */
export async function pullSpan(repo: Repo, number: number, pull: Pull): Promise<Span> {
  if (pull.merged) {
    const { base } = pull.merged;
    return { base, head: pull.headSha, fork: await mergeBase(repo.dir, base, pull.headSha) };
  }
  const head = await resolveCommit(pull.headRepo.dir, `refs/heads/${pull.headRef}`);
  if (head) pull.headSha = head;
  const kept = `refs/pull/${number}/head`;
  if (head && (await resolveCommit(repo.dir, kept)) !== head) {
    await git(repo.dir, ['fetch', '--quiet', '--no-tags', pull.headRepo.dir, `+refs/heads/${pull.headRef}:${kept}`]);
  }
  const base = (await resolveCommit(repo.dir, `refs/heads/${pull.baseRef}`)) ?? '';
  return { base, head: pull.headSha, fork: base ? await mergeBase(repo.dir, base, pull.headSha) : null };
}

/** A pull request as a list shows it. */
export async function showPullSimple(urls: Urls, repo: Repo, issue: Issue, pull: Pull): Promise<Json> {
  const api = repoApi(urls, repo);
  const url = `${api}/pulls/${issue.number}`;
  const thread = showThread(urls, repo, issue);
  const span = await pullSpan(repo, issue.number, pull);
  const links = {
    issue_url: `${api}/issues/${issue.number}`,
    comments_url: `${api}/issues/${issue.number}/comments`,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${api}/pulls/comments{/number}`,
    statuses_url: `${api}/statuses/${span.head}`,
  };
  return {
    ...thread,
    url,
    ...links,
    diff_url: `${thread['html_url']}.diff`,
    patch_url: `${thread['html_url']}.patch`,
    merged_at: pull.merged?.at ?? null,
    merge_commit_sha: pull.merged?.sha ?? null,
    requested_reviewers: [],
    requested_teams: [],
    draft: pull.draft,
    head: await showSide(urls, pull.headRepo, pull.headRef, span.head),
    base: await showSide(urls, repo, pull.baseRef, span.base),
    _links: {
      self: { href: url },
      html: { href: thread['html_url'] },
      issue: { href: links.issue_url },
      comments: { href: links.comments_url },
      review_comments: { href: links.review_comments_url },
      review_comment: { href: links.review_comment_url },
      commits: { href: links.commits_url },
      statuses: { href: links.statuses_url },
    },
    auto_merge: null,
  };
}

/** A pull request alone, with the counts that git gives. Whether it merges is not computed: `null`, as GitHub says at first. */
export async function showPull(urls: Urls, repo: Repo, issue: Issue, pull: Pull): Promise<Json> {
  const simple = await showPullSimple(urls, repo, issue, pull);
  const span = await pullSpan(repo, issue.number, pull);
  const files = await changedFiles(repo.dir, span.fork, span.head);
  const commits = await history(repo.dir, span.base ? `${span.base}..${span.head}` : span.head);
  const sum = (pick: 'additions' | 'deletions'): number => files.reduce((total, file) => total + file[pick], 0);
  return {
    ...simple,
    merged: pull.merged !== null,
    mergeable: null,
    rebaseable: null,
    mergeable_state: 'unknown',
    merged_by: pull.merged && showUser(urls, pull.merged.by),
    comments: repo.comments.filter((comment) => comment.issue === issue).length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: commits.length,
    additions: sum('additions'),
    deletions: sum('deletions'),
    changed_files: files.length,
  };
}

async function showSide(urls: Urls, repo: Repo, ref: string, sha: string): Promise<Json> {
  return {
    label: `${repo.owner.login}:${ref}`,
    ref,
    sha,
    user: showUser(urls, repo.owner),
    repo: await showRepo(urls, repo),
  };
}
