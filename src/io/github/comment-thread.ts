import { markedIntents } from '../../model/marker.ts';
import type { Thread } from '../thread.ts';
import type { Client } from './client.ts';
import { commentsSince, type Repo, react, reply, roleOf } from './repo.ts';

export interface CommentPlace {
  readonly repo: Repo;
  /** Number of the issue or pull request. */
  readonly issue: number;
  readonly commentId: number;
  readonly createdAt: string;
  readonly author: string;
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
    role: () => roleOf(client, repo, place.author),
    started: () => react(client, repo, commentId, 'eyes'),
    async answer(text, done) {
      log(`answered at ${await reply(client, repo, issue, text)}`);
      await react(client, repo, commentId, done ? 'rocket' : 'confused');
    },
    log,
  };
}
