/** The 90 % point of Student's t with `df` degrees of freedom, i.e. the half width of a two-sided 80 % interval. */
export function t90(df: number): number {
  if (df === 1) return Math.tan(0.4 * Math.PI);
  if (df === 2) return 0.8 / Math.sqrt(2 * 0.9 * 0.1);
  // Expansion around the normal quantile (Abramowitz and Stegun, 26.7.5); right to three decimals from df = 3 on.
  const z = 1.2815515655446004;
  const z2 = z * z;
  const terms = [
    (z2 + 1) / 4,
    (5 * z2 * z2 + 16 * z2 + 3) / 96,
    (3 * z2 ** 3 + 19 * z2 * z2 + 17 * z2 - 15) / 384,
    (79 * z2 ** 4 + 776 * z2 ** 3 + 1482 * z2 * z2 - 1920 * z2 - 945) / 92160,
  ];
  return z * terms.reduce((sum, term, i) => sum + term / df ** (i + 1), 1);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, v) => sum + v, 0) / values.length;
}

/** The sample standard deviation (n − 1); 0 for fewer than two values. */
export function deviation(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const middle = mean(values);
  return Math.sqrt(values.reduce((sum, v) => sum + (v - middle) ** 2, 0) / (values.length - 1));
}

/**
 * What the next value of a series will be if it goes on as before: the mean, and the range in which it falls with a chance of
 * 80 %: mean ± t · s · √(1 + 1/n), the prediction interval for one more observation (Hahn and Meeker, "Statistical
 * Intervals", 1991). Never below zero. Needs two values at least.
 */
export function predicted(values: readonly number[]): { expected: number; low: number; high: number } {
  const n = values.length;
  const half = t90(n - 1) * deviation(values) * Math.sqrt(1 + 1 / n);
  const expected = mean(values);
  return { expected, low: Math.max(0, expected - half), high: expected + half };
}
