import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mannKendall, theilSen } from '../../src/analysis/mann-kendall.ts';
import { deviation, predicted, t90 } from '../../src/analysis/prediction.ts';

function orders(values: readonly number[]): number[][] {
  return values.length < 2
    ? [[...values]]
    : values.flatMap((v, i) => orders([...values.slice(0, i), ...values.slice(i + 1)]).map((rest) => [v, ...rest]));
}

describe('the Mann–Kendall test', () => {
  it('has the p-value that counting all orders gives, ties included', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 6 }), (series) => {
        const { s, p } = mannKendall(series);
        const all = orders(series);
        const extreme = all.filter((order) => Math.abs(mannKendall(order).s) >= Math.abs(s)).length;
        expect(p).toBeCloseTo(extreme / all.length, 10);
      }),
      { numRuns: 60 },
    );
  });

  it('passes from the exact to the approximate distribution without a jump', () => {
    const rising = (n: number) => Array.from({ length: n }, (_, i) => (i % 3 === 0 ? i - 4 : i));
    const [ten, eleven] = [mannKendall(rising(10)), mannKendall(rising(11))];
    expect(ten.s).toBeGreaterThan(0);
    expect(eleven.p).toBeLessThan(ten.p * 1.5);
    expect(eleven.p).toBeGreaterThan(ten.p / 10);
  });

  it('has the chances of the published table (Gilbert, "Statistical Methods for Environmental Pollution Monitoring", A18)', () => {
    const tail = (series: readonly number[]) => ({ s: mannKendall(series).s, p: mannKendall(series).p / 2 });
    const ten = tail([4, 2, 1, 6, 5, 3, 9, 10, 7, 8]);
    expect(ten.s).toBe(23);
    expect(ten.p).toBeCloseTo(0.023, 3);
    expect(tail([1, 2, 3, 4]).p).toBeCloseTo(0.042, 3);
    expect(tail([1, 2, 4, 3]).p).toBeCloseTo(0.167, 3);
    expect(tail([1, 2, 3, 5, 4]).p).toBeCloseTo(0.042, 3);
  });

  it('is the mirror image for the reversed series, and finds nothing in a constant one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 2, maxLength: 20 }), (series) => {
        const there = mannKendall(series);
        const back = mannKendall([...series].reverse());
        expect(back.s + there.s).toBe(0);
        expect(back.p).toBeCloseTo(there.p, 12);
        expect(there.p).toBeGreaterThan(0);
        expect(there.p).toBeLessThanOrEqual(1);
      }),
    );
    expect(mannKendall([3, 3, 3, 3])).toEqual({ s: 0, p: 1 });
    expect(mannKendall(new Array(30).fill(1))).toEqual({ s: 0, p: 1 });
  });

  it('has a slope that shrugs off an outlier', () => {
    expect(theilSen([1, 3, 5, 7, 900])).toBe(2);
    expect(theilSen([5])).toBe(0);
  });
});

describe('the range of the next value', () => {
  it('uses the published 90 % points of Student’s t', () => {
    const table = { 1: 3.078, 2: 1.886, 3: 1.638, 4: 1.533, 5: 1.476, 10: 1.372, 30: 1.31, 120: 1.289 };
    for (const [df, t] of Object.entries(table)) expect(t90(Number(df))).toBeCloseTo(t, 2);
  });

  it('contains the mean, never reaches below zero, and is a point where nothing varies', () => {
    expect(predicted([4, 4, 4])).toEqual({ expected: 4, low: 4, high: 4 });
    expect(deviation([7])).toBe(0);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 12 }), (series) => {
        const { expected, low, high } = predicted(series);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(expected);
        expect(high).toBeGreaterThanOrEqual(expected);
      }),
    );
  });
});
