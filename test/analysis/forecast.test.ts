import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/status.ts';
import { formatDay } from '../../src/model/day.ts';
import { statusSchema } from '../../src/model/status.ts';
import type { Given } from './builders.ts';
import { day, EVERY_DAY, state } from './builders.ts';

const MONDAY = '2024-07-01';
const at = (days: number): string => formatDay(day(MONDAY) + days);

function status(milestones: Readonly<Record<string, Given>>, config = EVERY_DAY, now = MONDAY) {
  const found = analyse(state({ config, milestones }), `${now}T09:00:00Z`);
  expect(statusSchema.safeParse(found).error).toBeUndefined();
  return found;
}

function forecast(milestones: Readonly<Record<string, Given>>, config = EVERY_DAY, now = MONDAY) {
  const found = status(milestones, config, now).forecast;
  if (found === null) throw new TypeError('no forecast');
  return found;
}

const three = (optimistic: number, duration: number, pessimistic: number): NonNullable<Given['timeline']> => ({
  optimistic: `${optimistic}d`,
  duration: `${duration}d`,
  pessimistic: `${pessimistic}d`,
});

/** A finished milestone of 10 planned days that took `days`, ending before the clock. */
const done = (days: number): Given => ({
  status: 'completed',
  timeline: { duration: '10d', actual_start: at(-60), actual_end: at(-60 + days - 1) },
});

const history = { A1: done(9), A2: done(10), A3: done(11), A4: done(12), A5: done(15) };

/** Density of beta-PERT on a grid of `step` days, from its definition; the beta function only scales it. */
function density(low: number, likely: number, high: number, step: number): number[] {
  const [a, b] = [(4 * (likely - low)) / (high - low), (4 * (high - likely)) / (high - low)];
  const values = Array.from({ length: Math.round((high - low) / step) }, (_, i) => {
    const x = ((i + 0.5) * step) / (high - low);
    return x ** a * (1 - x) ** b;
  });
  const total = values.reduce((sum, v) => sum + v, 0);
  return values.map((v) => v / total);
}

function convolve(a: readonly number[], b: readonly number[]): number[] {
  const out = new Array<number>(a.length + b.length - 1).fill(0);
  for (const [i, x] of a.entries()) for (const [j, y] of b.entries()) out[i + j] = (out[i + j] ?? 0) + x * y;
  return out;
}

describe('the forecast of a serial chain', () => {
  const links = [
    [2, 4, 9],
    [3, 5, 6],
    [1, 2, 8],
    [4, 4, 12],
    [5, 8, 9],
  ] as const;
  const chain = (due: string | null) =>
    Object.fromEntries(
      links.map(([low, likely, high], n): [string, Given] => [
        `M${n + 1}`,
        {
          timeline: { ...three(low, likely, high), estimated_end: n === links.length - 1 ? due : null },
          dependencies: n === 0 ? [] : [`M${n}`],
        },
      ]),
    );
  const step = 0.02;
  const whole = links.map(([low, likely, high]) => density(low, likely, high, step)).reduce(convolve);
  const offset = links.reduce((sum, [low]) => sum + low, 0) + (links.length * step) / 2;
  const share = (days: number): number =>
    whole.reduce((sum, p, i) => (offset + (i - 0.5) * step < days ? sum + p : sum), 0);

  it('has the percentiles of the numeric convolution', () => {
    const { p50, p85, p95, runs, enough_history, reason } = forecast(chain(null));
    const quantile = (p: number): string => {
      let days = 0;
      while (share(days) < p) days++;
      return at(days - 1);
    };
    expect([p50, p85, p95]).toEqual([quantile(0.5), quantile(0.85), quantile(0.95)]);
    expect([runs, enough_history, reason]).toEqual([10_000, true, null]);
  });

  it('keeps each due date as often as the convolution says', () => {
    for (let days = 19; days < 38; days++) {
      const row = forecast(chain(at(days - 1))).milestones.at(-1);
      // Four standard errors of a share of 10,000 runs, at most 2 points.
      expect(Math.abs((row?.on_time ?? -100) - share(days) * 100)).toBeLessThan(2);
    }
  });

  it('makes the widest link the first driver, and every link critical', () => {
    const { drivers, milestones } = forecast(chain(null));
    const variance = ([low, likely, high]: (typeof links)[number]): number => {
      const mean = (low + 4 * likely + high) / 6;
      return ((mean - low) * (high - mean)) / 7;
    };
    const total = links.reduce((sum, link) => sum + variance(link), 0);
    const byVariance = links.map((link, n) => ({ id: `M${n + 1}`, v: variance(link) })).sort((a, b) => b.v - a.v);
    expect(drivers[0]?.id).toBe(byVariance[0]?.id);
    for (const { id, v } of byVariance) {
      // In a chain of independent links the squared correlation is the link's share of the variance.
      const found = drivers.find((driver) => driver.id === id)?.variance_share ?? 0;
      expect(Math.abs(found - (100 * v) / total)).toBeLessThan(3);
    }
    for (const row of milestones) expect(row.criticality).toBe(100);
  });
});

describe('the General Foundry example', () => {
  // Render, Stair and Hanna, "Quantitative Analysis for Management"; a week is five working days here.
  const foundry = (due: string | null): Record<string, Given> => {
    const needs = { A: [], B: [], C: ['A'], D: ['B'], E: ['C'], F: ['C'], G: ['D', 'E'], H: ['F', 'G'] };
    const weeks = {
      A: [1, 2, 3],
      B: [2, 3, 4],
      C: [1, 2, 3],
      D: [2, 4, 6],
      E: [1, 4, 7],
      F: [1, 2, 9],
      G: [3, 4, 11],
      H: [1, 2, 3],
    };
    return Object.fromEntries(
      (Object.keys(needs) as (keyof typeof needs)[]).map((id) => {
        const [low = 0, likely = 0, high = 0] = weeks[id].map((w) => w * 5);
        const timeline = { ...three(low, likely, high), estimated_end: id === 'H' ? due : null };
        return [id, { timeline, dependencies: [...needs[id]] }];
      }),
    );
  };

  it('has the published length, path and slack with the expected times', () => {
    const expected = { A: 2, B: 3, C: 2, D: 4, E: 4, F: 3, G: 5, H: 2 };
    const given = foundry(null);
    const weeks = Object.fromEntries(
      Object.entries(expected).map(([id, w]) => [id, { ...given[id], timeline: { duration: `${w}d` } }]),
    );
    const { schedule, milestones } = status(weeks);
    expect(schedule.length_days).toBe(15);
    expect(schedule.critical_paths).toEqual([['A', 'C', 'E', 'G', 'H']]);
    expect(milestones.map((row) => row.total_float_days)).toEqual([0, 1, 0, 1, 0, 6, 0, 0]);
  });

  it('comes close to its chance of 71.6 % for sixteen weeks', () => {
    // The book adds up variances along one path and takes the sum for normal; the simulation sees the second path (B, D) as well,
    // so its chance is a little smaller, but not by much.
    const found = forecast(foundry(at(16 * 5 - 1)));
    const last = found.milestones.find((row) => row.id === 'H');
    expect(last?.on_time).toBeGreaterThan(60);
    expect(last?.on_time).toBeLessThan(75);
    const critical = Object.fromEntries(found.milestones.map((row) => [row.id, row.criticality ?? 0]));
    expect(critical['G']).toBeGreaterThan(90);
    expect(critical['E']).toBeGreaterThan(critical['D'] ?? 100);
    expect(critical['F']).toBeLessThan(10);
    expect((critical['A'] ?? 0) + (critical['B'] ?? 0)).toBeGreaterThanOrEqual(99.8);
    expect(found.drivers[0]?.id).toBe('G');
  });
});

describe('where the spread comes from', () => {
  it('takes the ratios of finished milestones where there is no three-point estimate', () => {
    const found = forecast({ ...history, M1: { timeline: { duration: '10d', estimated_end: at(9) } } });
    // Five equally likely ratios: 0.9, 1, 1.1, 1.2, 1.5.
    expect(found).toMatchObject({
      history: 5,
      enough_history: true,
      reason: null,
      p50: at(10),
      p85: at(14),
      p95: at(14),
    });
    expect(found.milestones).toHaveLength(1);
    expect(found.milestones[0]?.spread).toBe('history');
    expect(Math.abs((found.milestones[0]?.on_time ?? 0) - 40)).toBeLessThan(2);
  });

  it('says so where the history is thin, and does not use a handful', () => {
    const { A1, A2, A3 } = history;
    const thin = forecast({ A1, A2, A3, M1: { timeline: { duration: '10d' } } });
    expect(thin).toMatchObject({ history: 3, enough_history: false, p95: at(10) });
    expect(thin.reason).toMatch(/M1 has no three-point estimate, and only 3 completed milestones .* thin/);
    const none = forecast({ A1, A2, M1: { timeline: { duration: '10d' } } });
    expect(none).toMatchObject({ history: 2, enough_history: false, p50: at(9), p95: at(9) });
    expect(none.milestones[0]?.spread).toBe('none');
    expect(none.reason).toMatch(/taken as certain/);
  });

  it('counts no finished milestone that does not say when it started', () => {
    const vague: Given = { status: 'completed', timeline: { duration: '10d', actual_end: at(-5) } };
    expect(forecast({ ...history, A6: vague, M1: {} }).history).toBe(5);
  });

  it('stretches an estimate that the duration has outgrown', () => {
    const { p50, p95 } = forecast({ M1: { timeline: three(4, 20, 12) } });
    expect((p95 ?? '') <= at(19)).toBe(true);
    expect((p50 ?? '') > at(11)).toBe(true);
  });

  it('scales what is left of work under way, in whole days', () => {
    const half = forecast({ M1: { status: 'in_progress', progress: 50, timeline: three(8, 10, 11) } });
    expect(half).toMatchObject({ p50: at(4), p95: at(5) });
    const all = forecast({ M1: { status: 'in_progress', progress: 100, timeline: three(8, 10, 12) } });
    expect(all.p95).toBe(MONDAY);
  });
});

describe('risks', () => {
  const risky = (probability: number, risk: object = {}): Given => ({
    timeline: { duration: '10d' },
    risks: [{ id: 'R1', probability, delay: '5d', ...risk }],
  });

  it('delay their milestone as often as they are likely', () => {
    expect(forecast({ M1: risky(0.4) }).risk_adjusted).toEqual({ p50: at(9), p85: at(14), p95: at(14) });
    expect(forecast({ M1: risky(0.1) }).risk_adjusted).toEqual({ p50: at(9), p85: at(9), p95: at(14) });
    expect(forecast({ M1: risky(1) }).risk_adjusted.p50).toBe(at(14));
    expect(forecast({ M1: risky(1) }).p95).toBe(at(9));
  });

  it('do nothing once they are settled, or where they have no figures', () => {
    for (const risk of [
      { status: 'closed' },
      { status: 'mitigated' },
      { delay: null },
      { probability: null },
    ] as const) {
      const found = forecast({ M1: risky(1, risk) });
      expect(found.risk_adjusted.p95).toBe(found.p95);
    }
  });
});

describe('degenerate projects', () => {
  it.each([
    ['nothing', {}, /no milestones/],
    ['all complete', { M1: done(10) }, /unfinished/],
    ['all cancelled', { M1: { status: 'cancelled' } }, /unfinished/],
    ['only a cycle', { M1: { dependencies: ['M2'] }, M2: { dependencies: ['M1'] } }, /cycle/],
  ] as const)('has dates for none: %s', (_, milestones, reason) => {
    const found = forecast(milestones as Record<string, Given>);
    expect(found).toMatchObject({ p50: null, p85: null, p95: null, runs: 0, drivers: [] });
    expect(found.reason).toMatch(reason);
  });

  it('leaves a cycle out and forecasts the rest', () => {
    const found = forecast({
      M1: { dependencies: ['M2'] },
      M2: { dependencies: ['M1'] },
      M3: { timeline: three(1, 2, 3) },
    });
    expect(found.p50).toBe(at(1));
    expect(found.milestones.map((row) => row.p50)).toEqual([null, null, at(1)]);
    expect(found.reason).toMatch(/cycle/);
  });

  it('ends on the projected finish where nothing is uncertain', () => {
    const week = { calendar: { holidays: ['2024-07-04'] } };
    const milestones: Record<string, Given> = {
      M1: { status: 'completed', timeline: { duration: '3d', actual_end: at(-3) } },
      M2: { status: 'in_progress', progress: 30, timeline: { duration: '3d' }, dependencies: ['M1'] },
      M3: { timeline: { duration: '0d' }, dependencies: ['M2'] },
      M4: {
        timeline: { duration: '2d' },
        dependencies: { requires: [{ id: 'M3', lag: '1d' }], external: [{ name: 'X', due: at(3) }] },
      },
      M5: { timeline: { duration: '0d', estimated_start: at(6) } },
    };
    const { forecast: found, schedule, milestones: rows } = status(milestones, week);
    expect(found).toMatchObject({ p50: schedule.projected_finish, p95: schedule.projected_finish });
    for (const row of found?.milestones ?? []) {
      expect([row.id, row.p50, row.p95]).toEqual([
        row.id,
        ...new Array(2).fill(rows.find((r) => r.id === row.id)?.projected_finish),
      ]);
    }
  });

  it('makes fewer runs for many milestones, and walks a long chain', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 3000 }, (_, n): [string, Given] => [
        `M${n}`,
        { timeline: three(1, 2, 3), dependencies: n === 0 ? [] : [`M${n - 1}`] },
      ]),
    );
    const found = forecast(chain);
    expect(found.runs).toBe(1000);
    // 3,000 links with a mean of 2 and a variance of 1/7: 6,000 days, give or take 21.
    expect(Math.abs(day(found.p50 ?? '') - day(at(5999)))).toBeLessThan(3);
    expect(Math.abs(day(found.p85 ?? '') - day(found.p50 ?? '') - 21.5)).toBeLessThan(3);
  });
});

describe('the same store', () => {
  const cli = join(import.meta.dirname, '../../src/cli.ts');
  const fixture = join(import.meta.dirname, '../fixtures/reference');
  const run = (env: Record<string, string>): string =>
    execFileSync(process.execPath, [cli, '-C', fixture, '--now=2024-07-26T16:45:00Z', '--json', 'status'], {
      encoding: 'utf8',
      env: { ...process.env, ...env },
    });

  it('gives the same bytes in two processes, wherever they run', () => {
    const first = run({ TZ: 'UTC', LANG: 'C' });
    expect(run({ TZ: 'Asia/Tokyo', LANG: 'de_DE.UTF-8' })).toBe(first);
    expect(JSON.parse(first).forecast.runs).toBe(10_000);
  });
});
