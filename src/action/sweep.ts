import { parseComment } from '../command/comment.ts';
import { commentsOfRepository, type SweptComment } from '../io/github/comment-sweep.ts';
import { isLocked } from '../io/github/repo.ts';
import { markedIntents } from '../model/marker.ts';
import { carryOut, mendable } from './carry-out.ts';
import { type Job, log } from './job.ts';
import { requestOf, threadOf } from './on-comment.ts';
import { idInStore } from './store-name.ts';

/** An event may be lost, or its run cancelled while it queued: what was asked and never answered is taken up for this long. */
const DAYS = 7;
/** Younger comments may still have a run of their own coming. */
const GRACE_MINUTES = 15;
const MINUTE = 60_000;
/** The others wait for the next sweep: one run should not take an hour. */
const MOST = 25;

/** Comments with commands that nobody answered, oldest first. Those that a bot has answered are told by the markers of its replies. */
export function unanswered(comments: readonly SweptComment[], now: string, storeDir: string): SweptComment[] {
  const present = Date.parse(now);
  const marked = new Set(comments.filter((comment) => comment.bot).flatMap(({ body }) => markedIntents(body)));
  return comments.filter((comment) => {
    const age = (present - Date.parse(comment.createdAt)) / MINUTE;
    if (comment.bot || comment.edited || age < GRACE_MINUTES || age > DAYS * 24 * 60) return false;
    const name = idInStore(comment.nodeId, storeDir);
    const { intents, refusals } = parseComment(comment.body, name);
    const ids = [...intents.map(({ id }) => id), ...refusals.map(({ intent }) => intent?.id ?? name)];
    return ids.length > 0 && !ids.every((id) => marked.has(id));
  });
}

/**
 * Answers commands whose events were lost, each exactly as its own run would have; returns how many could not be answered, which is
 * said in the log: a reply about that would be one a day.
 */
export async function sweep(here: Job): Promise<number> {
  const since = new Date(Date.parse(here.now) - DAYS * 24 * 60 * MINUTE).toISOString().replace(/\.\d+/, '');
  const { comments, complete } = await commentsOfRepository(here.client, here.repo, since);
  if (!complete) log('There are more comments than a sweep looks at; the oldest were left out.');
  const found = unanswered(comments, here.now, here.storeDir);
  let [taken, failed] = [0, 0];
  for (const comment of found) {
    if (await isLocked(here.client, here.repo, comment.issue)) continue;
    taken += 1;
    if (taken > MOST) break;
    log(`Taking up ${comment.url}, which nobody answered.`);
    try {
      await carryOut(requestOf(comment, here), { ...threadOf(comment, here), failed: async () => {} }, here);
    } catch (error) {
      failed += 1;
      log(
        `It could not be answered: ${mendable(error)?.message ?? (error instanceof Error ? error.stack : String(error))}`,
      );
    }
  }
  if (taken > MOST) log('The others are left for the next sweep.');
  return failed;
}
