import { describe, expect, it } from 'vitest';
import { pertQuantiles, quantileAt } from '../../src/analysis/beta-pert.ts';
import { randomStream, seedOf, uniform } from '../../src/analysis/random-stream.ts';

const SAMPLES = 200_000;

function sample(low: number, likely: number, high: number): number[] {
  const quantiles = pertQuantiles((likely - low) / (high - low));
  const stream = randomStream(`${low} ${likely} ${high}`);
  return Array.from({ length: SAMPLES }, () => low + (high - low) * quantileAt(quantiles, uniform(stream)));
}

function moments(values: readonly number[]): { mean: number; variance: number } {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  return { mean, variance: values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (values.length - 1) };
}

describe('the beta-PERT distribution', () => {
  it.each([
    [6, 8, 14],
    [2, 2, 10],
    [0, 10, 10],
    [5, 5.5, 6],
    [1, 20, 100],
    [3, 4, 5],
  ])('has the analytic mean and variance for %d, %d, %d', (low, likely, high) => {
    const { mean, variance } = moments(sample(low, likely, high));
    const mu = (low + 4 * likely + high) / 6;
    const sigma2 = ((mu - low) * (high - mu)) / 7;
    // Four standard errors; that of a variance is below sigma² · √(2/n) for these shapes, whose tails are shorter than normal.
    expect(Math.abs(mean - mu)).toBeLessThan(4 * Math.sqrt(sigma2 / SAMPLES));
    expect(Math.abs(variance - sigma2)).toBeLessThan(5 * sigma2 * Math.sqrt(2 / SAMPLES));
  });

  it('has the closed quantiles of its extreme shapes', () => {
    // mode 0: X is beta(1, 5), so F(x) = 1 − (1 − x)⁵; mode 1: beta(5, 1), F(x) = x⁵.
    for (const u of [0.001, 0.05, 0.5, 0.85, 0.95, 0.999]) {
      expect(quantileAt(pertQuantiles(0), u)).toBeCloseTo(1 - (1 - u) ** 0.2, 2.5);
      expect(quantileAt(pertQuantiles(1), u)).toBeCloseTo(u ** 0.2, 2.5);
    }
    // mode ½: beta(3, 3) is symmetric.
    for (const u of [0.1, 0.25, 0.5]) {
      expect(quantileAt(pertQuantiles(0.5), u) + quantileAt(pertQuantiles(0.5), 1 - u)).toBeCloseTo(1, 5);
    }
  });

  it('gives no smaller value to a more pessimistic shape', () => {
    for (let mode = 0; mode < 20; mode++) {
      const [before, after] = [pertQuantiles(mode / 20), pertQuantiles((mode + 1) / 20)];
      for (let u = 0; u < 1; u += 0.013) expect(quantileAt(after, u)).toBeGreaterThanOrEqual(quantileAt(before, u));
    }
  });

  it('has the expected times of the General Foundry example', () => {
    // Render, Stair and Hanna, "Quantitative Analysis for Management": optimistic, most likely, pessimistic → expected weeks.
    const table = [
      [1, 2, 3, 2],
      [2, 3, 4, 3],
      [1, 2, 3, 2],
      [2, 4, 6, 4],
      [1, 4, 7, 4],
      [1, 2, 9, 3],
      [3, 4, 11, 5],
      [1, 2, 3, 2],
    ] as const;
    for (const [low, likely, high, expected] of table) {
      expect(moments(sample(low, likely, high)).mean).toBeCloseTo(expected, 1.5);
    }
  });
});

describe('random streams', () => {
  it('are uniform, and one for each name', () => {
    const stream = randomStream('M05');
    const bins = new Array<number>(20).fill(0);
    for (let i = 0; i < SAMPLES; i++) {
      const bin = Math.floor(uniform(stream) * 20);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    const expected = SAMPLES / 20;
    const chi2 = bins.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
    expect(chi2).toBeLessThan(43.8); // 0.1 % of chi-squared with 19 degrees of freedom
    const [a, b, c] = ['M05', 'M05', 'M06'].map((name) => uniform(randomStream(name)));
    expect(a).toBe(b);
    expect(a).not.toBe(c);
    expect(seedOf(['M05'])).toMatch(/^[0-9a-f]{16}$/);
    expect(seedOf(['M05'])).not.toBe(seedOf(['M06']));
  });
});
