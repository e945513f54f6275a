import { parseComment } from '../command/comment.ts';
import { commentsOfRepository, type SweptComment } from '../io/github/comment-sweep.ts';
import { isLocked } from '../io/github/repo.ts';
import { markedIntents } from '../model/marker.ts';
import { carryOut, mendable } from './carry-out.ts';
import { type Job, log } from './job.ts';
import { requestOf, threadOf } from './on-comment.ts';

/** An event may be lost, or its run cancelled while it queued: what was asked and never answered is taken up for this long. */
const DAYS = 7;
/** Younger comments may still have a run of their own coming. */
const GRACE_MINUTES = 15;
const MINUTE = 60_000;
/** The others wait for the next sweep: one run should not take an hour. */
const MOST = 25;

/** Comments with commands that nobody answered, oldest first. Those that a bot has answered are told by the markers of its replies. */
export function unanswered(comments: readonly SweptComment[], now: string): SweptComment[] {
  const present = Date.parse(now);
  const marked = new Set(comments.filter((comment) => comment.bot).flatMap(({ body }) => markedIntents(body)));
  return comments.filter((comment) => {
    const age = (present - Date.parse(comment.createdAt)) / MINUTE;
    if (comment.bot || comment.edited || age < GRACE_MINUTES || age > DAYS * 24 * 60) return false;
    const { intents, refusals } = parseComment(comment.body, comment.nodeId);
    const ids = [...intents.map(({ id }) => id), ...refusals.map(({ intent }) => intent?.id ?? comment.nodeId)];
    return ids.length > 0 && !ids.every((id) => marked.has(id));
  });
}

/** Answers commands whose events were lost, each exactly as its own run would have. */
export async function sweep(here: Job): Promise<void> {
  const since = new Date(Date.parse(here.now) - DAYS * 24 * 60 * MINUTE).toISOString().replace(/\.\d+/, '');
  const { comments, complete } = await commentsOfRepository(here.client, here.repo, since);
  if (!complete) log('There are more comments than a sweep looks at; the oldest were left out.');
  const found = unanswered(comments, here.now);
  for (const comment of found.slice(0, MOST)) {
    if (await isLocked(here.client, here.repo, comment.issue)) continue;
    log(`Taking up ${comment.url}, which nobody answered.`);
    try {
      await carryOut(requestOf(comment, here), threadOf(comment, here), here);
    } catch (error) {
      const problem = mendable(error);
      if (!problem) throw error;
      log(`It could not be answered: ${problem.message}`);
    }
  }
  if (found.length > MOST) log(`${found.length - MOST} more are left for the next sweep.`);
}
