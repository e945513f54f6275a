import { setTimeout } from 'node:timers/promises';

/**
 * Waits before the next try of a push that lost a race: longer each time up to four seconds, and by a random share, so that
 * many runs which collided once do not collide again.
 */
export async function pause(attempt: number): Promise<void> {
  const longest = Math.min(4000, 200 * 2 ** attempt);
  await setTimeout(longest * (0.25 + 0.75 * Math.random()));
}
