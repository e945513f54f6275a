import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Given } from './builders.ts';
import { day } from './builders.ts';
import { at, forecast, MONDAY, status, three } from './forecasting.ts';

/** A finished milestone of 10 planned days that took `days`, ending before the clock. */
const done = (days: number): Given => ({
  status: 'completed',
  timeline: { duration: '10d', actual_start: at(-60), actual_end: at(-60 + days - 1) },
});

const history = { A1: done(9), A2: done(10), A3: done(11), A4: done(12), A5: done(15) };

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

  it('leaves out an estimate whose best case is longer than its worst, and says so', () => {
    const given = { M1: { timeline: { ...three(20, 10, 5), estimated_end: at(9) } } };
    const found = forecast(given);
    expect(found).toMatchObject({ enough_history: false, p50: at(9), p95: at(9) });
    expect(found.milestones[0]?.spread).toBe('none');
    expect(found.reason).toMatch(/^M1 has no usable three-point estimate, /);
    expect(status(given).diagnostics).toMatchObject([
      {
        code: 'duration-mismatch',
        severity: 'warning',
        message: 'M1 would take 20 working days at best (optimistic), but 5 at worst (pessimistic)',
      },
    ]);
    expect(forecast({ ...history, ...given }).milestones[0]?.spread).toBe('history');
    expect(status({ M1: { timeline: three(10, 10, 10) } }).diagnostics).toEqual([]);
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

describe('a due date that the runs rarely keep', () => {
  /** Five finished milestones, each of which took so many days instead of ten. */
  const took = (...all: readonly number[]) => Object.fromEntries(all.map((days, n) => [`A${n}`, done(days)]));
  const next = (due: number, more: Given = {}): Given => ({
    ...more,
    timeline: { duration: '10d', estimated_end: at(due), ...more.timeline },
  });
  const standing = (given: Readonly<Record<string, Given>>) => {
    const found = status(given);
    const { health, reasons } = found.milestones.find((m) => m.id === 'M1') ?? {};
    const rules = reasons?.map((reason) => reason.rule);
    return { health, rules, actions: found.actions.filter((a) => a.milestone === 'M1') };
  };

  it('puts its milestone at risk, with what to do, although the projection keeps it', () => {
    const text = `Only 0% of the forecast's runs keep its due date ${at(9)}; half of them end by ${at(19)}`;
    expect(standing({ ...took(20, 20, 20, 20, 20), M1: next(9, { status: 'in_progress' }) })).toEqual({
      health: 'at_risk',
      rules: ['forecast-after-due'],
      actions: [{ priority: 'medium', text: 'Gain time on M1', cause: text, milestone: 'M1' }],
    });
    // A three-point estimate is enough to go by: it can only take longer.
    expect(standing({ M1: { timeline: { ...three(10, 10, 20), estimated_end: at(9) } } }).health).toBe('at_risk');
  });

  it('needs to be missed more often than kept, with enough to go by', () => {
    expect(standing({ ...took(8, 9, 10, 15, 15), M1: next(9) }).health).toBe('on_track');
    expect(standing({ ...took(20, 20, 20, 20), M1: next(9) })).toMatchObject({ health: 'on_track', actions: [] });
    expect(standing({ ...took(20, 20, 20, 20, 20), M1: next(25) }).health).toBe('on_track');
  });

  it('is not said once more where the projection misses it', () => {
    const late = standing({ ...took(20, 20, 20, 20, 20), M1: next(5) });
    expect(late).toMatchObject({ health: 'late', rules: ['projected-late'] });
  });
});
