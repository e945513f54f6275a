import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/status.ts';
import type { Given } from './builders.ts';
import { EVERY_DAY, milestones, state } from './builders.ts';

const side = (n: number, more: Given): Given => ({
  timeline: { estimated_start: `2024-07-0${n}`, estimated_end: `2024-07-0${n}` },
  ...more,
});

/**
 * The fence of four sides, the worked exercise on earned value in Rita Mulcahy, "PMP Exam Prep": each side is planned to take a
 * day and to cost $1,000, one after the other; at the end of day three 1,000, 1,200 and 600 have been spent, and the third is
 * half done. (The book rounds CPI to 0.893 before it goes on, and so has 4,479, 1,679 and −479 where we have 4,480 …)
 */
const FENCE = {
  S1: side(1, { status: 'completed', budget: { planned: 1000, actual: 1000 } }),
  S2: side(2, { status: 'completed', budget: { planned: 1000, actual: 1200 } }),
  S3: side(3, { status: 'in_progress', progress: 50, budget: { planned: 1000, actual: 600 } }),
  S4: side(4, { budget: { planned: 1000 } }),
} satisfies Record<string, Given>;

const evmOf = (given: Readonly<Record<string, Given>>, now = '2024-07-04T06:00:00Z') =>
  analyse(state({ config: EVERY_DAY, milestones: milestones(given) }), now).evm;

describe('earned value', () => {
  it('gives the published answers of the fence with four sides', () => {
    const { money } = evmOf(FENCE) ?? {};
    expect(money).toMatchObject({
      pv: 3000,
      ev: 2500,
      ac: 2800,
      bac: 4000,
      cv: -300,
      sv: -500,
      cpi: 0.893,
      spi: 0.833,
    });
    expect(Math.abs((money?.eac ?? 0) - 4479)).toBeLessThanOrEqual(1);
    expect(Math.abs((money?.etc ?? 0) - 1679)).toBeLessThanOrEqual(1);
    expect(Math.abs((money?.vac ?? 0) + 479)).toBeLessThanOrEqual(1);
  });

  it('does not count today as over, and measures by the baseline where the due date has moved', () => {
    const given = {
      A: { timeline: { estimated_start: '2024-07-01', estimated_end: '2024-07-10', estimated_hours: 100 } },
    };
    expect(evmOf(given, '2024-07-04T23:00:00Z')?.hours?.pv).toBe(30);
    const moved = { A: { timeline: { ...given.A.timeline, baseline_end: '2024-07-05' } } };
    expect(evmOf(moved, '2024-07-04T23:00:00Z')?.hours?.pv).toBe(60);
    expect(evmOf(moved, '2024-08-04T23:00:00Z')?.hours?.pv).toBe(100);
  });

  it('counts what has begun from its real start where no start was planned, for that plan would move with today', () => {
    const timeline = { duration: '20d', actual_start: '2024-07-01', estimated_end: '2024-07-20', estimated_hours: 40 };
    const pv = (now: string, more: object = {}, others: Record<string, Given> = {}) =>
      evmOf(
        { A: { status: 'in_progress', progress: 50, timeline: { ...timeline, ...more } }, ...others },
        `${now}T06:00Z`,
      )?.hours?.pv;
    expect(['2024-07-01', '2024-07-11', '2024-07-21'].map((now) => pv(now))).toEqual([0, 20, 40]);
    // Without a due date it was to last as long as it is planned to.
    expect(pv('2024-07-11', { estimated_end: null })).toBe(20);
    // Nor does the start of another milestone plan this one.
    expect(pv('2024-07-11', {}, { B: { timeline: { estimated_start: '2024-08-01' } } })).toBe(20);
    // A stated plan counts, however early the work began.
    expect(pv('2024-07-11', { estimated_start: '2024-07-11' })).toBe(0);
  });

  it('has earned all of what is completed, whatever its tasks say', () => {
    const tasks = [{ status: 'completed' as const }, { status: 'pending' as const }];
    const timeline = { actual_end: '2024-07-02', estimated_hours: 40, actual_hours: 40 };
    const done: Given = { status: 'completed', tasks, timeline };
    expect(evmOf({ A: done })?.hours).toMatchObject({ ev: 40, cpi: 1, eac: 40, vac: 0 });
  });

  it('does not add up a cost that is only known in part', () => {
    const { S3, ...rest } = FENCE;
    const { money } = evmOf({ ...rest, S3: { ...S3, budget: { planned: 1000 } } }) ?? {};
    expect(money).toMatchObject({ ev: 2500, spi: 0.833, ac: null, cv: null, cpi: null, eac: null, vac: null });
    expect(money?.reasons.ac).toBe('no actual cost is recorded for S3');
  });

  it('keeps to the project’s currency, and says who is left out', () => {
    const foreign = { ...FENCE, S4: side(4, { budget: { currency: 'EUR', planned: 1000 } }) };
    expect(evmOf(foreign)?.money).toMatchObject({ bac: 3000, left_out: ['S4'], milestones: 3 });
    expect(evmOf({ A: {} })).toEqual({
      hours: null,
      money: null,
      reasons: {
        hours: 'no scheduled milestone has estimated hours',
        money: 'no scheduled milestone has a budget in USD',
      },
    });
  });

  it('has indices only where there is something to divide by', () => {
    const hours = { estimated_start: '2024-07-10', estimated_end: '2024-07-12', estimated_hours: 10 };
    expect(evmOf({ A: { timeline: hours } })?.hours).toMatchObject({ pv: 0, spi: null, cpi: null, eac: null, ac: 0 });
  });

  it('keeps the identities whatever the figures', () => {
    const one = fc.record({
      planned: fc.integer({ min: 1, max: 5000 }),
      actual: fc.integer({ min: 1, max: 5000 }),
      progress: fc.integer({ min: 0, max: 100 }),
      start: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), (all) => {
        const given = all.map(({ planned, actual, progress, start }, i): [string, Given] => [
          `M${i}`,
          side(start, { status: 'in_progress', progress, budget: { planned, actual } }),
        ]);
        const found = evmOf(Object.fromEntries(given), '2024-07-06T12:00:00Z')?.money;
        const { pv = 0, ev = 0, ac, bac = 0, sv, cv, eac, etc, vac } = found ?? {};
        expect(sv).toBeCloseTo(ev - pv, 1);
        expect(cv).toBeCloseTo(ev - (ac ?? Number.NaN), 1);
        expect(pv).toBeLessThanOrEqual(bac + 0.01);
        expect(ev).toBeLessThanOrEqual(bac + 0.01);
        if (eac == null || etc == null || vac == null) expect(ev).toBe(0);
        else {
          expect(etc + (ac ?? Number.NaN)).toBeCloseTo(eac, 1);
          expect(vac + eac).toBeCloseTo(bac, 1);
        }
      }),
      { numRuns: 60 },
    );
  });
});
