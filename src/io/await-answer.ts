import { setTimeout } from 'node:timers/promises';
import type { Thread } from './thread.ts';

/** A run that lives answers well within this after its push. */
const LONGEST_ANSWER_MS = 60_000;
const EVERY_MS = 2000;

/**
 * A request that stands in the journal without an answer: its run died, or is only about to answer. `since` is when the change
 * was made, `now` the present (ISO 8601 instants). True once the answer is there; false if nobody else will give it.
 */
export async function answeredMeanwhile(
  thread: Thread,
  intentIds: readonly string[],
  since: string,
  now: string,
  sleep: (milliseconds: number) => Promise<unknown> = setTimeout,
): Promise<boolean> {
  if (!thread.onRecord) return false;
  const left = Math.min(LONGEST_ANSWER_MS, LONGEST_ANSWER_MS - (Date.parse(now) - Date.parse(since)));
  // Runs that wait for the same answer should not all give up at the same moment.
  const until = (left / 2) * (1 + Math.random());
  for (let waited = 0; ; waited += EVERY_MS) {
    if ((await thread.settled(intentIds)) !== null) return true;
    if (waited >= until) return false;
    await sleep(EVERY_MS);
  }
}
