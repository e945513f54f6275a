import { parseComment } from '../command/comment.ts';
import { commentThread } from '../io/github/comment-thread.ts';
import { carryOut } from './carry-out.ts';
import { ignored, job, log, payload } from './job.ts';

/** A comment: its commands are carried out, all together, and answered where they stand. */
export async function onComment(): Promise<void> {
  const { comment, issue, action, sender } = payload;
  if (!comment || !issue) return ignored('the event has no comment');
  // An edited comment could be made to say something that nobody was asked to approve.
  if (action !== 'created') return ignored(`the comment was ${String(action)}, and only new ones count`);
  if (comment['user']?.type === 'Bot' || sender?.['type'] === 'Bot') return ignored('the comment is by a bot');
  if (issue['locked'] === true) return ignored('the conversation is locked');
  const id = String(comment['node_id']);
  const { intents, refusals } = parseComment(String(comment['body'] ?? ''), id);
  if (intents.length + refusals.length === 0) return ignored('the comment holds no command');
  const actor = String(comment['user']?.login);
  const here = job();
  const thread = commentThread(
    here.client,
    {
      repo: here.repo,
      issue: issue.number,
      commentId: comment.id,
      createdAt: String(comment['created_at']),
      author: actor,
    },
    log,
  );
  const source = String(comment['html_url']);
  await carryOut({ id, intents, refusals, origin: { actor, source, now: here.now } }, thread, here);
}
