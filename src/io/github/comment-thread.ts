import type { Entry } from '../../model/journal.ts';
import { markedIntents } from '../../model/marker.ts';
import type { Thread } from '../thread.ts';
import type { Client } from './client.ts';
import { commentNow, commentsSince, type Repo, react, reply, roleOf, teamMembers } from './repo.ts';

export interface CommentPlace {
  readonly repo: Repo;
  /** Number of the issue or pull request. */
  readonly issue: number;
  readonly commentId: number;
  readonly createdAt: string;
  readonly author: string;
}

/** Why the comment that a journalled approval points to does not bear it out; null if it does. */
async function doubt(client: Client, repo: Repo, entry: Entry): Promise<string | null> {
  const id = /#issuecomment-(\d+)$/.exec(entry.source ?? '')?.[1];
  if (id === undefined) return 'it names no comment';
  const comment = await commentNow(client, repo, Number(id));
  if (comment === null) return 'its comment is gone';
  if (comment.author.toLowerCase() !== entry.actor.toLowerCase()) return `its comment is by ${comment.author}`;
  if (comment.edited) return 'its comment was edited';
  return comment.body.toLowerCase().includes((entry.of ?? '').toLowerCase())
    ? null
    : 'its comment does not name the change';
}

/** A command in a comment: acknowledged with 👀, answered by one reply, closed with 🚀 or 😕. */
export function commentThread(client: Client, place: CommentPlace, log: (message: string) => void): Thread {
  const { repo, issue, commentId } = place;
  return {
    async answered(intentIds) {
      const comments = await commentsSince(client, repo, issue, place.createdAt);
      const marked = new Set(
        comments.filter((comment) => comment.trusted).flatMap((comment) => markedIntents(comment.body)),
      );
      return intentIds.every((id) => marked.has(id));
    },
    onRecord: true,
    async evidence(approvals) {
      const found = await Promise.all(
        approvals.map(async (entry) => [entry.id, await doubt(client, repo, entry)] as const),
      );
      return new Map(found.flatMap(([id, why]) => (why === null ? [] : [[id, why]])));
    },
    async teams(names) {
      const found = names.map(async (name): Promise<[string, ReadonlySet<string> | null]> => {
        const [org = '', team = ''] = name.replace(/^@/, '').split('/');
        return [name, await teamMembers(client, org, team)];
      });
      return new Map(await Promise.all(found));
    },
    role: () => roleOf(client, repo, place.author),
    started: () => react(client, repo, commentId, 'eyes'),
    async answer(text, done) {
      log(`answered at ${await reply(client, repo, issue, text)}`);
      await react(client, repo, commentId, done ? 'rocket' : 'confused');
    },
    log,
  };
}
