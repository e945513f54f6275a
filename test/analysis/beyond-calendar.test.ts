import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/status.ts';
import { formatDay, parseDay } from '../../src/model/day.ts';
import { statusSchema } from '../../src/model/status.ts';
import type { Given } from './builders.ts';
import { rowOf, state } from './builders.ts';

const NOW = '2024-07-08T10:00:00Z';

function chain(length: number, given: Given, lag = '0d') {
  const id = (i: number) => `M${String(i).padStart(5, '0')}`;
  const entries = Array.from({ length }, (_, i): [string, Given] => [
    id(i),
    { ...given, ...(i > 0 && { dependencies: [{ id: id(i - 1), lag }] }) },
  ]);
  return analyse(state({ milestones: Object.fromEntries(entries) }), NOW);
}

describe('a chain that leads beyond the calendar', () => {
  it('of 10,000 milestones of 9999 days: dates stop at its end, and an error says where that begins', () => {
    const status = chain(10_000, { timeline: { duration: '9999d' } });
    expect(status.schedule).toMatchObject({ length_days: 99_990_000, projected_finish: '9999-12-31' });
    expect(status.forecast).toMatchObject({ p50: '9999-12-31', p95: '9999-12-31' });
    // 208 times 9,999 working days end on the 2,911,708th day; so many more would lead beyond the end.
    expect(rowOf(status, 'M00207').planned_finish).toBe('9996-07-02');
    expect(status.diagnostics.filter((d) => d.severity === 'error')).toMatchObject([
      {
        code: 'beyond-calendar',
        file: 'active/M00208.yaml',
        message:
          'M00208 finishes after 9999-12-31, where the calendar ends, and what waits for it has no true date either',
        hint: 'Shorten the durations, estimated hours and lags that lead there.',
      },
    ]);
    expect(statusSchema.safeParse(status).error).toBeUndefined();
  });

  it('with the longest lags, risks and ranges all at once', () => {
    const given: Given = {
      timeline: { duration: '9999w', optimistic: '1d', pessimistic: '9999w' },
      risks: [{ description: 'r', probability: 0.5, delay: '9999w' }],
    };
    const status = chain(60_000 / 100, given, '9999w');
    expect(statusSchema.safeParse(status).error).toBeUndefined();
    expect(status.forecast).toMatchObject({ p95: '9999-12-31', risk_adjusted: { p95: '9999-12-31' } });
  });

  it('no error for a due date on the last day of all', () => {
    const far = state({ milestones: { A: { timeline: { duration: '1d', estimated_end: '9999-12-31' } } } });
    expect(analyse(far, NOW).diagnostics).toEqual([]);
  });
});

describe('days at the ends of the calendar', () => {
  it('keep the form of a date', () => {
    const last = parseDay('9999-12-31', 'UTC') ?? 0;
    expect([formatDay(last), formatDay(last + 1), formatDay(4e6 + last)]).toEqual(Array(3).fill('9999-12-31'));
    expect(formatDay(-1e9)).toBe('1900-01-01');
    expect(formatDay(parseDay('9999-12-31T23:30:00-05:00', 'UTC') ?? 0)).toBe('9999-12-31');
  });
});
