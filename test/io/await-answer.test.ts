import { describe, expect, it } from 'vitest';
import { answeredMeanwhile } from '../../src/io/await-answer.ts';
import { OFF_RECORD, type Thread } from '../../src/io/thread.ts';

const NOW = '2024-07-26T16:45:00Z';

/** A thread in which the answer appears when it is asked for the nth time; 0 for never. */
function thread(nth: number): Thread & { asked: () => number } {
  let asked = 0;
  return {
    ...OFF_RECORD,
    onRecord: true,
    settled: async () => {
      asked += 1;
      return asked === nth ? 'answered' : null;
    },
    role: async () => 'write',
    started: async () => {},
    answer: async () => {},
    log: () => {},
    asked: () => asked,
  };
}

describe('a request that the journal has and nobody answered', () => {
  const sleep = async (): Promise<void> => {};

  it('is left to the run that made the change, while that can still answer', async () => {
    const at = thread(3);
    expect(await answeredMeanwhile(at, ['a'], NOW, NOW, sleep)).toBe(true);
    expect(at.asked()).toBe(3);
  });

  it('is given up on in the end, and at once when the change is old', async () => {
    const recent = thread(0);
    expect(await answeredMeanwhile(recent, ['a'], NOW, NOW, sleep)).toBe(false);
    expect(recent.asked()).toBeGreaterThanOrEqual(16);
    expect(recent.asked()).toBeLessThanOrEqual(32);
    const old = thread(0);
    expect(await answeredMeanwhile(old, ['a'], '2024-07-26T16:43:00Z', NOW, sleep)).toBe(false);
    expect(old.asked()).toBe(1);
  });

  it('is nobody else’s to answer where there is no conversation', async () => {
    const at = { ...thread(1), onRecord: false };
    expect(await answeredMeanwhile(at, ['a'], NOW, NOW, sleep)).toBe(false);
  });
});
