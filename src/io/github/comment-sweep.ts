import type { Client } from './client.ts';
import type { Repo } from './repo.ts';

/** A comment as a sweep finds it, with what is needed to treat it as its event would have been. */
export interface SweptComment {
  readonly id: number;
  readonly nodeId: string;
  readonly body: string;
  readonly url: string;
  /** Number of the issue or pull request. */
  readonly issue: number;
  readonly author: string;
  readonly bot: boolean;
  readonly createdAt: string;
  readonly edited: boolean;
}

const MAX_PAGES = 20;

/**
 * Comments on all issues and pull requests that were written or changed since an instant (ISO 8601), oldest first: at most the newest
 * 2,000. `complete` is false if there are more.
 */
export async function commentsOfRepository(
  client: Client,
  repo: Repo,
  since: string,
): Promise<{ readonly comments: readonly SweptComment[]; readonly complete: boolean }> {
  const comments: SweptComment[] = [];
  let pages = 0;
  const request = { ...repo, since, sort: 'updated', direction: 'desc', per_page: 100 } as const;
  for await (const { data } of client.paginate.iterator(client.rest.issues.listCommentsForRepo, request)) {
    if (pages === MAX_PAGES) return { comments: comments.reverse(), complete: false };
    pages += 1;
    for (const comment of data) {
      comments.push({
        id: comment.id,
        nodeId: comment.node_id,
        body: comment.body ?? '',
        url: comment.html_url,
        issue: Number(comment.issue_url.split('/').at(-1)),
        author: comment.user?.login ?? '',
        bot: comment.user?.type === 'Bot',
        createdAt: comment.created_at,
        edited: comment.updated_at !== comment.created_at,
      });
    }
  }
  return { comments: comments.reverse(), complete: true };
}
