import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/status.ts';
import type { Given } from './builders.ts';
import { EVERY_DAY, state } from './builders.ts';

/** A milestone in figures: progress makes it under way, three points make it uncertain. */
interface Sample {
  readonly duration: number;
  readonly before: number;
  readonly after: number;
  readonly estimated: boolean;
  readonly progress: number;
  readonly lag: number;
  readonly delay: number;
  readonly needs: readonly number[];
}

const milestone: fc.Arbitrary<Sample> = fc.record({
  duration: fc.integer({ min: 0, max: 12 }),
  before: fc.nat(4),
  after: fc.nat(9),
  estimated: fc.boolean(),
  progress: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 99 })),
  lag: fc.integer({ min: -2, max: 3 }),
  delay: fc.integer({ min: 1, max: 5 }),
  needs: fc.array(fc.nat(7), { maxLength: 3 }),
});

const project = fc.record({
  milestones: fc.array(milestone, { minLength: 1, maxLength: 8 }),
  ratios: fc.array(fc.integer({ min: 4, max: 18 }), { maxLength: 6 }),
  pick: fc.nat(7),
});
type Project = typeof project extends fc.Arbitrary<infer T> ? T : never;

function forecast({ milestones, ratios }: Project) {
  const store: Record<string, Given> = {};
  for (const [i, days] of ratios.entries()) {
    const actual_end = `2024-05-${String(days).padStart(2, '0')}`;
    store[`A${i}`] = { status: 'completed', timeline: { duration: '10d', actual_start: '2024-05-01', actual_end } };
  }
  for (const [i, m] of milestones.entries()) {
    // The estimate was made for the duration of the sample as generated, which the law may change: `estimate` keeps it.
    const base = (m as Sample & { estimate?: number }).estimate ?? m.duration;
    const points = m.estimated
      ? { optimistic: `${Math.max(0, base - m.before)}d`, pessimistic: `${base + m.after}d` }
      : {};
    store[`M${i}`] = {
      status: m.progress > 0 ? 'in_progress' : 'planning',
      progress: m.progress,
      timeline: { duration: `${m.duration}d`, ...points },
      dependencies: [...new Set(m.needs.filter((n) => n < i))].map((n) => ({ id: `M${n}`, lag: `${m.lag}d` })),
      risks: [{ id: 'R', probability: 0.4, delay: `${m.delay}d` }],
    };
  }
  const found = analyse(state({ config: EVERY_DAY, milestones: store }), '2024-07-01T09:00:00Z').forecast;
  if (!found?.p50 || !found.p85 || !found.p95) throw new TypeError('no forecast');
  const risky = found.risk_adjusted;
  const rows = found.milestones.flatMap((row) => [row.p50, row.p85, row.p95]);
  return { dates: [found.p50, found.p85, found.p95, ...rows], risky: [risky.p50, risky.p85, risky.p95] };
}

function changed(given: Project, change: (m: Sample) => Partial<Sample>): Project {
  const pick = given.pick % given.milestones.length;
  const milestones = given.milestones.map((m, i) => (i === pick ? { ...m, estimate: m.duration, ...change(m) } : m));
  return { ...given, milestones };
}

function neverEarlier(sooner: Project, later: Project): void {
  const [a, b] = [forecast(sooner), forecast(later)];
  const [first, second] = [
    [...a.dates, ...a.risky],
    [...b.dates, ...b.risky],
  ];
  for (const [i, date] of first.entries()) expect((second[i] ?? '') >= (date ?? '')).toBe(true);
}

const LAW = { numRuns: 40 };

describe('the laws of the forecast', () => {
  it('is never earlier with more work', () => {
    fc.assert(
      fc.property(project, fc.integer({ min: 1, max: 8 }), (given, more) => {
        neverEarlier(
          given,
          changed(given, (m) => ({ duration: m.duration + more })),
        );
      }),
      LAW,
    );
  });

  it('is never earlier with a longer lag, or a risk of a longer delay', () => {
    fc.assert(
      fc.property(project, fc.integer({ min: 1, max: 8 }), (given, more) => {
        neverEarlier(
          given,
          changed(given, (m) => ({ lag: m.lag + more })),
        );
        neverEarlier(
          given,
          changed(given, (m) => ({ delay: m.delay + more })),
        );
      }),
      LAW,
    );
  });

  it('is never later with more progress', () => {
    fc.assert(
      fc.property(project, fc.integer({ min: 1, max: 99 }), (given, more) => {
        const under = changed(given, (m) => ({ progress: Math.max(1, m.progress) }));
        neverEarlier(
          changed(under, (m) => ({ progress: Math.min(99, m.progress + more) })),
          under,
        );
      }),
      LAW,
    );
  });

  it('has percentiles in order, and risks only make them later', () => {
    fc.assert(
      fc.property(project, (given) => {
        const { dates, risky } = forecast(given);
        for (const list of [dates.slice(0, 3), risky]) expect(list.toSorted()).toEqual(list);
        for (const [i, date] of risky.entries()) expect((date ?? '') >= (dates[i] ?? '')).toBe(true);
      }),
      LAW,
    );
  });
});
