/** The outcome of the test: the statistic S, and the chance of so large a |S| in a series without any trend. */
export interface MannKendall {
  readonly s: number;
  /** Two-sided. */
  readonly p: number;
}

/** Up to this length the distribution of S is enumerated; the normal approximation is good beyond (Kendall: from 10 on). */
const EXACT_UP_TO = 10;

function sizesOfTies(series: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const value of series) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a - b).map(([, count]) => count);
}

/**
 * How many of the distinct orders of a series with these groups of equal values (smallest value first) have which S. Values
 * are dropped in group by group: of `placed` smaller ones and `size` equal new ones every interleaving counts once, and its
 * S grows by `placed · size − 2 · inversions`. The inversions are counted by the Gaussian binomial coefficient.
 */
function distribution(groups: readonly number[]): Map<number, number> {
  let found = new Map<number, number>([[0, 1]]);
  let placed = 0;
  for (const size of groups) {
    const inversions = gaussianBinomial(placed + size, size);
    const next = new Map<number, number>();
    for (const [s, ways] of found) {
      for (const [i, more] of inversions.entries()) {
        const key = s + placed * size - 2 * i;
        next.set(key, (next.get(key) ?? 0) + ways * more);
      }
    }
    found = next;
    placed += size;
  }
  return found;
}

/** Coefficients of the q-binomial [n choose k]: at index i the number of 0/1 words of k ones among n with i inversions. */
function gaussianBinomial(n: number, k: number): number[] {
  // [n, k] = [n−1, k−1] + q^k [n−1, k]
  let row: number[][] = [[1]];
  for (let m = 1; m <= n; m++) {
    const next: number[][] = [];
    for (let j = 0; j <= Math.min(m, k); j++) {
      const without = row[j - 1] ?? [];
      const shifted = [...new Array<number>(j).fill(0), ...(row[j] ?? [])];
      const length = Math.max(without.length, row[j] ? shifted.length : 0);
      next.push(Array.from({ length }, (_, i) => (without[i] ?? 0) + (row[j] ? (shifted[i] ?? 0) : 0)));
    }
    row = next;
  }
  return row[k] ?? [1];
}

/** The upper tail of the standard normal distribution (Abramowitz and Stegun, "Handbook of Mathematical Functions", 26.2.17). */
function normalTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const poly = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * poly;
}

/**
 * The Mann–Kendall test for a trend (Mann, "Nonparametric tests against trend", 1945; Kendall, "Rank Correlation Methods",
 * 1948): S = number of pairs that rise minus number that fall. Exact, ties included, up to ten values; beyond with the normal
 * approximation, its tie-corrected variance and continuity correction.
 */
export function mannKendall(series: readonly number[]): MannKendall {
  let s = 0;
  for (const [i, a] of series.entries()) for (const b of series.slice(i + 1)) s += Math.sign(b - a);
  const ties = sizesOfTies(series);
  const n = series.length;
  if (n <= EXACT_UP_TO) {
    let all = 0;
    let extreme = 0;
    for (const [value, ways] of distribution(ties)) {
      all += ways;
      if (Math.abs(value) >= Math.abs(s)) extreme += ways;
    }
    return { s, p: extreme / all };
  }
  const spread = (m: number): number => m * (m - 1) * (2 * m + 5);
  const variance = (spread(n) - ties.reduce((sum, t) => sum + spread(t), 0)) / 18;
  if (s === 0 || variance === 0) return { s, p: 1 };
  return { s, p: Math.min(1, 2 * normalTail((Math.abs(s) - 1) / Math.sqrt(variance))) };
}

/** The Theil–Sen slope: the median of the slopes of all pairs (Sen, "Estimates of the regression coefficient", 1968); 0 for one value. */
export function theilSen(series: readonly number[]): number {
  const slopes = series.flatMap((a, i) => series.slice(i + 1).map((b, d) => (b - a) / (d + 1)));
  slopes.sort((a, b) => a - b);
  if (slopes.length === 0) return 0;
  const middle = slopes.length >> 1;
  const upper = slopes[middle] ?? 0;
  return slopes.length % 2 === 1 ? upper : (upper + (slopes[middle - 1] ?? 0)) / 2;
}
