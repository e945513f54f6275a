import type { Client } from './client.ts';
import type { Repo } from './repo.ts';

/** A branch of a repository at a commit, as an event claims it. */
export interface Head {
  /** Login of the repository's owner. */
  readonly owner: string;
  readonly repositoryId: number;
  readonly branch: string;
  readonly sha: string;
}

export interface OpenPull {
  readonly number: number;
  readonly author: string;
  readonly baseRef: string;
  /** Default branch of the repository that it was made for. */
  readonly defaultBranch: string;
}

/**
 * The open pull requests whose head is exactly this commit of this repository, by GitHub's own account; `passed` is where a
 * pull request of that branch stands by now, if none is left at this commit.
 */
export async function pullsOfHead(
  client: Client,
  repo: Repo,
  head: Head,
): Promise<{ readonly pulls: readonly OpenPull[]; readonly passed: string | null }> {
  const { data } = await client.rest.pulls.list({
    ...repo,
    head: `${head.owner}:${head.branch}`,
    state: 'open',
    per_page: 100,
  });
  // GitHub takes a filter it cannot read for none at all.
  const ours = data.filter((pull) => pull.head.repo?.id === head.repositoryId && pull.head.ref === head.branch);
  const pulls = ours
    .filter((pull) => pull.head.sha === head.sha)
    .map(({ number, user, base }) => ({
      number,
      author: user?.login ?? '',
      baseRef: base.ref,
      defaultBranch: base.repo.default_branch,
    }));
  return { pulls, passed: ours[0]?.head.sha ?? null };
}

/** The commit where a head parted from a branch of the repository. */
export async function mergeBaseOf(client: Client, repo: Repo, baseRef: string, sha: string): Promise<string> {
  const { data } = await client.rest.repos.compareCommitsWithBasehead({
    ...repo,
    basehead: `${baseRef}...${sha}`,
    per_page: 1,
  });
  return data.merge_base_commit.sha;
}
