import { setTimeout } from 'node:timers/promises';

/**
 * Waits before the next try of a push that lost a race: longer each time up to two seconds, and by a random share, so that
 * many runs which collided once do not collide again.
 */
export async function pause(attempt: number): Promise<void> {
  const longest = Math.min(2000, 100 * 2 ** attempt);
  await setTimeout(longest * (0.25 + 0.75 * Math.random()));
}
