import { pause } from '../pause.ts';
import type { Client } from './client.ts';
import { type Comment, commentsSince, type Repo, reply } from './repo.ts';

const TRIES = 3;
/** Before the first comment on GitHub. */
const EVER = '2000-01-01T00:00:00Z';

export type StickyOutcome = 'created' | 'updated' | 'unchanged' | 'absent' | 'forbidden';

const normal = (body: string): string => body.replaceAll('\r\n', '\n').trimEnd();

/** The comment that begins with the marker; one of a passer-by is nobody's business, whatever it begins with. */
function marked(comments: readonly Comment[], marker: string): Comment | undefined {
  return comments.find(({ body, trusted }) => trusted && normal(body).startsWith(`${marker}\n`));
}

async function write(client: Client, repo: Repo, issue: number, body: string, old: Comment | undefined) {
  if (!old) {
    await reply(client, repo, issue, body);
    return 'created';
  }
  await client.rest.issues.updateComment({ ...repo, comment_id: old.id, body });
  return 'updated';
}

/**
 * Keeps the one comment of an issue or pull request that begins with `marker`, an HTML comment on a line of its own: created if
 * there is none and `create` says so, changed in place if its text differs, else left alone. A token that may not comment is no
 * error. After a failure of the server the comments are read again: it may have taken the text all the same.
 */
export async function stickyComment(
  client: Client,
  repo: Repo,
  issue: number,
  marker: string,
  text: string,
  create: boolean,
): Promise<StickyOutcome> {
  const body = `${marker}\n${text}`;
  for (let attempt = 1; ; attempt++) {
    const old = marked(await commentsSince(client, repo, issue, EVER), marker);
    if (!old && !create) return 'absent';
    if (old && normal(old.body) === normal(body)) return 'unchanged';
    try {
      return await write(client, repo, issue, body, old);
    } catch (error) {
      const { status } = error as { status?: number };
      if (status === 403) return 'forbidden';
      // 404: somebody has just deleted the comment.
      const passing = status === undefined || status >= 500 || (status === 404 && old !== undefined);
      if (attempt === TRIES || !passing) throw error;
      await pause(attempt + 2);
    }
  }
}
