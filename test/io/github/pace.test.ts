import { describe, expect, it } from 'vitest';
import { GITHUB_PACE, paced } from '../../../src/io/github/pace.ts';
import { patience } from '../../../src/io/github/patience.ts';

/** A clock that moves only while somebody sleeps. */
function clockwork() {
  let at = 0;
  return {
    now: () => at,
    sleep: async (ms: number) => {
      at += ms;
    },
  };
}

describe('the pace of writes', () => {
  it('never lets more than GitHub’s 80 through in a minute, and few at once', async () => {
    const [clock, waits] = [clockwork(), patience(1000)];
    const turn = paced(GITHUB_PACE, waits, clock);
    const times: number[] = [];
    for (let i = 0; i < 300; i++) {
      await turn();
      times.push(clock.now());
    }
    expect(times.filter((at) => at === 0)).toHaveLength(20);
    for (const start of times) {
      expect(times.filter((at) => at >= start && at < start + 60_000).length).toBeLessThanOrEqual(80);
    }
    expect(waits.left()).toBeCloseTo(1000 - 280, 6);
  });

  it('gives the burst back to those who rested', async () => {
    const [clock, waits] = [clockwork(), patience(1000)];
    const turn = paced({ burst: 2, everyMs: 100 }, waits, clock);
    await Promise.all([turn(), turn()]);
    await clock.sleep(1000);
    await Promise.all([turn(), turn()]);
    expect(clock.now()).toBe(1000);
    await turn();
    expect([clock.now(), waits.left()]).toEqual([1100, 999.9]);
  });

  it('never owes', () => {
    const waits = patience(1);
    waits.spend(5);
    expect(waits.left()).toBe(0);
  });
});
