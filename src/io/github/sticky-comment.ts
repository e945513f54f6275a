import { createHash } from 'node:crypto';
import { pause } from '../pause.ts';
import type { Client } from './client.ts';
import { type Comment, commentsSince, type Repo, reply } from './repo.ts';

const TRIES = 3;
/** Before the first comment on GitHub. */
const EVER = '2000-01-01T00:00:00Z';

export type StickyOutcome = 'created' | 'updated' | 'unchanged' | 'absent' | 'forbidden';

const normal = (body: string): string => body.replaceAll('\r\n', '\n').trimEnd();

const SEAL = /\n<!-- git-milestone text ([0-9a-f]{16}) -->$/;

/** A text with a last line that tells, later, that it stands as this program wrote it. */
function sealed(text: string): string {
  const hash = createHash('sha256').update(normal(text)).digest('hex').slice(0, 16);
  return `${normal(text)}\n<!-- git-milestone text ${hash} -->`;
}

function isSealed(body: string): boolean {
  return SEAL.test(normal(body)) && sealed(normal(body).replace(SEAL, '')) === normal(body);
}

/**
 * The comment that begins with the marker. Only a program's own may be written over: people begin their comments as they like,
 * and a token that may write comments may change anybody's. With a person's token our comments are that person's as well, and
 * nothing in the API tells them from what the person wrote: there the seal does, and a comment edited since is the person's.
 */
async function marked(
  client: Client,
  comments: readonly Comment[],
  marker: string,
  personal: boolean,
): Promise<Comment | undefined> {
  const found = comments.filter(({ body }) => normal(body).startsWith(`${marker}\n`));
  const programs = found.find(({ bot }) => bot);
  const own = found.filter(({ body }) => isSealed(body));
  if (programs || !personal || own.length === 0) return programs;
  const { login } = (await client.rest.users.getAuthenticated()).data;
  return own.find(({ author }) => author.toLowerCase() === login.toLowerCase());
}

/** True for the token of a person; the job's own, and any app's, is one of an installation (told by its prefix). */
async function isPersonal(client: Client): Promise<boolean> {
  const { tokenType } = (await client.auth()) as { tokenType?: string };
  return tokenType !== 'installation';
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
  const personal = await isPersonal(client);
  const body = personal ? sealed(`${marker}\n${text}`) : `${marker}\n${text}`;
  for (let attempt = 1; ; attempt++) {
    const old = await marked(client, await commentsSince(client, repo, issue, EVER), marker, personal);
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
