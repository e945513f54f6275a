import type { Client } from './client.ts';
import { approversOfCommit, type Repo } from './repo.ts';

/** Where changes wait that the default branch does not take. */
export const PROPOSAL_BRANCH = 'git-milestone/update';

interface CommitReview {
  readonly author: string | null;
  readonly approvers: readonly string[];
  /** True if it came by somebody's pull request. */
  readonly proposed: boolean;
}

/** The pull request through which a commit came to its branch. */
export interface MergedPull {
  readonly number: number;
  readonly url: string;
  readonly author: string;
  /** Its newest commit: the one that reviews have to approve. */
  readonly headSha: string;
  /** True for one that a program made from a branch of this repository, as the one in which changes wait for a protected branch. */
  readonly own: boolean;
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
  if (!pull) return null;
  const { number, html_url: url, user, head, base } = pull;
  // A token of a person's may have made it: then its branch tells, which only those who may write can have pushed to.
  const own = head.repo?.id === base.repo.id && (user?.type === 'Bot' || head.ref === PROPOSAL_BRANCH);
  return { number, url, author: user?.login ?? '', headSha: head.sha, own };
}

/**
 * Who wrote each of these commits, and who approved it: by a review of the newest commit of the pull request that brought it. A
 * commit that was pushed has been approved by nobody; its author is null where GitHub does not know a login.
 */
export async function reviewsOfCommits(
  client: Client,
  repo: Repo,
  shas: readonly string[],
): Promise<Map<string, CommitReview>> {
  const reviews = new Map<string, CommitReview>();
  for (const sha of shas) {
    const pull = await pullRequestOf(client, repo, sha);
    if (pull) {
      reviews.set(sha, {
        author: pull.author || null,
        approvers: await approversOfCommit(client, repo, pull.number, pull.headSha),
        proposed: !pull.own,
      });
    } else {
      const { data } = await client.rest.repos.getCommit({ ...repo, ref: sha, per_page: 1 });
      reviews.set(sha, { author: data.author?.login ?? null, approvers: [], proposed: false });
    }
  }
  return reviews;
}
