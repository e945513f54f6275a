import type { Client } from './client.ts';
import { approversOfCommit, type Repo } from './repo.ts';

/** The pull request through which a commit came to its branch. */
export interface MergedPull {
  readonly number: number;
  readonly url: string;
  readonly author: string;
  /** Its newest commit: the one that reviews have to approve. */
  readonly headSha: string;
}

/** The merged pull request that brought a commit; null if it was pushed. Who approved it tells `approversOfCommit`. */
export async function pullRequestOf(client: Client, repo: Repo, sha: string): Promise<MergedPull | null> {
  const { data } = await client.rest.repos.listPullRequestsAssociatedWithCommit({
    ...repo,
    commit_sha: sha,
    per_page: 100,
  });
  const merged = data.filter((pull) => pull.merged_at);
  const pull = merged.find((one) => one.merge_commit_sha === sha) ?? merged[0];
  return pull
    ? { number: pull.number, url: pull.html_url, author: pull.user?.login ?? '', headSha: pull.head.sha }
    : null;
}

/**
 * Who wrote each of these commits, and who approved it: by a review of the newest commit of the pull request that brought it. A
 * commit that was pushed has been approved by nobody; its author is null where GitHub does not know a login.
 */
export async function reviewsOfCommits(
  client: Client,
  repo: Repo,
  shas: readonly string[],
): Promise<Map<string, { author: string | null; approvers: readonly string[] }>> {
  const reviews = new Map<string, { author: string | null; approvers: readonly string[] }>();
  for (const sha of shas) {
    const pull = await pullRequestOf(client, repo, sha);
    if (pull) {
      reviews.set(sha, {
        author: pull.author || null,
        approvers: await approversOfCommit(client, repo, pull.number, pull.headSha),
      });
    } else {
      const { data } = await client.rest.repos.getCommit({ ...repo, ref: sha, per_page: 1 });
      reviews.set(sha, { author: data.author?.login ?? null, approvers: [] });
    }
  }
  return reviews;
}
