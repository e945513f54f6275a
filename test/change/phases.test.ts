import { describe, expect, it } from 'vitest';
import { phasesOf } from '../../src/change/phases.ts';
import type { Check } from '../../src/model/plan.ts';
import type { Status } from '../../src/model/status.ts';
import { sampleState, sampleStatus } from '../render/sample.ts';

const status = sampleStatus();
const metrics = status.metrics as NonNullable<Status['metrics']>;

/** The check of a run without a change that begins with these words. */
function check(words: string, change: Partial<Status>): Check | undefined {
  const phases = phasesOf({ state: sampleState(), status: { ...status, ...change }, plan: null, written: false });
  return phases.flatMap((phase) => phase.lines).find((line) => line.text.startsWith(words));
}

describe('the account of the metrics', () => {
  it('counts those with data and names those off target', () => {
    expect(check('Performance metrics', {})).toEqual({
      mark: 'warning',
      text: 'Performance metrics: 6 of 6 have data; off target: risk, capacity',
    });
  });

  it('says why one has none', () => {
    const risk = { ...metrics.risk, rating: 'green' as const };
    const capacity = { ...metrics.capacity, rating: 'amber' as const };
    const quality = { ...metrics.quality, value: null, rating: null, reason: 'nothing is finished yet' };
    expect(check('Performance metrics', { metrics: { ...metrics, risk, capacity, quality } })).toEqual({
      mark: 'ok',
      text: 'Performance metrics: 5 of 6 have data; quality: nothing is finished yet',
    });
  });

  it('has no data where none was computed', () => {
    expect(check('Performance metrics', { metrics: null })?.mark).toBe('no-data');
    expect(check('Performance trends', { metrics: null })?.mark).toBe('no-data');
  });
});

describe('the account of the trends', () => {
  it('names each, and warns of one that points down', () => {
    expect(check('Performance trends', {})).toEqual({
      mark: 'warning',
      text: 'Performance trends: 4 of 4 have data; velocity: increasing; quality: stable; satisfaction: stable; risks: worsening',
    });
  });

  it('says why one is not known', () => {
    const velocity = { ...metrics.velocity, trend: null, reasons: { trend: '1 week so far; the test needs 4' } };
    const risk = { ...metrics.risk, trend: 'improving' as const };
    expect(check('Performance trends', { metrics: { ...metrics, velocity, risk } })).toEqual({
      mark: 'ok',
      text: 'Performance trends: 3 of 4 have data; velocity: 1 week so far; the test needs 4; quality: stable; satisfaction: stable; risks: improving',
    });
  });
});
