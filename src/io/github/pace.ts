import { setTimeout } from 'node:timers/promises';
import type { Patience } from './patience.ts';

/** How fast writes may follow each other: `burst` at once, then one every `everyMs` milliseconds. */
export interface Pace {
  readonly burst: number;
  readonly everyMs: number;
}

/**
 * GitHub takes 80 writes in a minute and asks for a second between them where there are many
 * (docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api). 20 at once and 60 in the minute after them never
 * exceed 80 in any minute, and an ordinary run, with its handful of writes, does not wait at all.
 */
export const GITHUB_PACE: Pace = { burst: 20, everyMs: 1000 };

const CLOCK = { now: () => performance.now(), sleep: (ms: number): Promise<unknown> => setTimeout(ms) };

/** Returns a function that resolves when the next write may go; the waits are taken from `patience`. Times in milliseconds. */
export function paced({ burst, everyMs }: Pace, patience: Patience, clock = CLOCK): () => Promise<void> {
  let tokens = burst;
  let at = clock.now();
  let turn = Promise.resolve();
  const refill = (): void => {
    const now = clock.now();
    tokens = Math.min(burst, tokens + (now - at) / everyMs);
    at = now;
  };
  const next = async (): Promise<void> => {
    refill();
    if (tokens < 1) {
      const wait = (1 - tokens) * everyMs;
      patience.spend(wait / 1000);
      await clock.sleep(wait);
      refill();
    }
    tokens -= 1;
  };
  return () => {
    turn = turn.then(next);
    return turn;
  };
}
