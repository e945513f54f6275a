import { parseComment } from '../command/comment.ts';
import { commentThread } from '../io/github/comment-thread.ts';
import type { Thread } from '../io/thread.ts';
import type { Intent } from '../model/intent.ts';
import type { Request } from '../run/request.ts';
import { carryOut } from './carry-out.ts';
import { ignored, type Job, job, log, payload } from './job.ts';
import { idInStore } from './store-name.ts';

/** A comment as its event or a sweep tells of it. */
interface Written {
  readonly id: number;
  readonly nodeId: string;
  readonly body: string;
  readonly url: string;
  readonly issue: number;
  readonly author: string;
  readonly createdAt: string;
}

export function requestOf({ nodeId, body, author, url }: Written, { now, storeDir }: Job): Request {
  const id = idInStore(nodeId, storeDir);
  return { id, ...parseComment(body, id), origin: { actor: author, source: url, now } };
}

/** Whether a text, as a comment, is the command to approve a change. */
export function approves(body: string, change: string): boolean {
  const named = ({ verb, args }: Intent): boolean =>
    verb === 'approve' && args[0]?.toLowerCase() === change.toLowerCase();
  return parseComment(body, '').intents.some(named);
}

export function threadOf({ id, issue, createdAt, author }: Written, { client, repo }: Job): Thread {
  return commentThread(client, { repo, issue, commentId: id, createdAt, author, approves }, log);
}

/** A comment: its commands are carried out, all together, and answered where they stand. */
export async function onComment(): Promise<void> {
  const { comment, issue, action, sender } = payload;
  if (!comment || !issue) return ignored('the event has no comment');
  // An edited comment could be made to say something that nobody was asked to approve.
  if (action !== 'created') return ignored(`the comment was ${String(action)}, and only new ones count`);
  if (comment['user']?.type === 'Bot' || sender?.['type'] === 'Bot') return ignored('the comment is by a bot');
  if (issue['locked'] === true) return ignored('the conversation is locked');
  const written: Written = {
    id: comment.id,
    nodeId: String(comment['node_id']),
    body: String(comment['body'] ?? ''),
    url: String(comment['html_url']),
    issue: issue.number,
    author: String(comment['user']?.login),
    createdAt: String(comment['created_at']),
  };
  const { intents, refusals } = parseComment(written.body, written.nodeId);
  if (intents.length + refusals.length === 0) return ignored('the comment holds no command');
  const here = job();
  await carryOut(requestOf(written, here), threadOf(written, here), here);
}
