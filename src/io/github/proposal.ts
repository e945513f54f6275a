import { RepositoryError } from '../repository.ts';
import { statusOf } from './api-problem.ts';
import type { Client } from './client.ts';
import type { Repo } from './repo.ts';

/** The pull request that this program keeps, and the texts a new one gets. */
export interface Proposal {
  /** The branch it is made from, such as `git-milestone/update`. */
  readonly branch: string;
  readonly title: string;
  readonly body: string;
}

/** Where a proposal's branch stands: waiting in an open pull request (`url`), waiting for one to be opened, or done with. */
export type Standing = { readonly kind: 'open'; readonly url: string } | { readonly kind: 'unproposed' | 'settled' };

/** What became of the branch whose newest commit is `head`. */
export async function standingOf(
  client: Client,
  repo: Repo,
  branch: string,
  into: string,
  head: string,
): Promise<Standing> {
  const { data } = await client.rest.pulls.list({
    ...repo,
    head: `${repo.owner}:${branch}`,
    base: into,
    state: 'all',
    sort: 'updated',
    direction: 'desc',
    per_page: 100,
  });
  const open = data.find((pull) => pull.state === 'open');
  if (open) return { kind: 'open', url: open.html_url };
  return { kind: data.some((pull) => pull.head.sha === head) ? 'settled' : 'unproposed' };
}

/** Opens the pull request, or finds the one that is open; returns its URL. Throws RepositoryError if the token may not. */
export async function openPullRequest(client: Client, repo: Repo, proposal: Proposal, into: string): Promise<string> {
  const { branch, title, body } = proposal;
  try {
    const { data } = await client.rest.pulls.create({ ...repo, head: branch, base: into, title, body });
    return data.html_url;
  } catch (error) {
    if (statusOf(error) === 422) {
      // It is open already: an earlier answer was lost, or another run was faster.
      const { data } = await client.rest.pulls.list({
        ...repo,
        head: `${repo.owner}:${branch}`,
        base: into,
        state: 'open',
      });
      if (data[0]) return data[0].html_url;
    }
    if (statusOf(error) !== 403) throw error;
    throw new RepositoryError(
      `No pull request could be opened from ${branch}: ${error instanceof Error ? error.message : String(error)}`,
      'Grant the job `permissions: pull-requests: write`, and allow GitHub Actions to create pull requests in the settings of the repository (Actions, General).',
    );
  }
}
