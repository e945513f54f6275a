import { describe, expect, it } from 'vitest';
import { baselineOf, earlierDue, firstDues } from '../../src/analysis/baseline.ts';
import { calendarOf } from '../../src/analysis/calendar.ts';
import { analyse } from '../../src/analysis/status.ts';
import { toConfig } from '../../src/model/config.ts';
import { toEntry } from '../../src/model/journal.ts';
import type { Given } from './builders.ts';
import { day, milestone, rowOf, state } from './builders.ts';

const entry = (
  change: { file?: string; path?: (string | number)[]; before?: unknown; after?: unknown },
  kind = 'applied',
) =>
  toEntry({
    id: 'C',
    kind: kind as 'applied',
    at: '2024-07-01T00:00:00Z',
    actor: 'ann',
    changes: [{ file: 'active/A.yaml', path: ['timeline', 'estimated_end'], before: null, after: null, ...change }],
  });
const first = (...entries: Parameters<typeof firstDues>[0]) => firstDues(entries).get('A')?.due;

describe('firstDues', () => {
  it('is what the first change replaced, else what it set', () => {
    const moved = entry({ before: '2024-07-05', after: '2024-07-08' });
    expect(first(moved, entry({ before: '2024-07-08', after: '2024-07-31' }))).toBe('2024-07-05');
    expect(first(entry({ after: '2024-07-02' }), moved)).toBe('2024-07-02');
    expect(first(entry({}), moved)).toBe('2024-07-05');
    expect(first()).toBeUndefined();
  });

  it('follows the file through folders, and sees changes of the whole timeline or file', () => {
    const timeline = { estimated_end: '2024-07-09' };
    expect(first(entry({ file: 'completed/A.yaml', path: ['timeline'], before: timeline }))).toBe('2024-07-09');
    expect(first(entry({ file: 'archive/A/milestone.yaml', path: [], after: { timeline } }))).toBe('2024-07-09');
    expect(first(entry({ file: 'active/B.yaml', before: '2024-07-05' }))).toBeUndefined();
    expect(first(entry({ path: ['timeline', 'actual_end'], before: '2024-07-05' }))).toBeUndefined();
    expect(first(entry({ path: ['estimated_end'], before: '2024-07-05' }))).toBeUndefined();
  });

  it('counts only what really happened', () => {
    const after = '2024-07-30';
    expect(first(entry({ after }, 'requested'), entry({ after: '2024-07-05' }, 'edited'))).toBe('2024-07-05');
  });
});

describe('the first due date of the journal and git together', () => {
  const journal = { due: '2024-07-31', at: '2024-07-08T10:00:00.700Z' };
  const git = (at: string) => ({ due: '2024-07-19', at });

  it('is the one that was there earlier', () => {
    // A commit of 07-01, an edit by hand that only git has seen, then a command: its `before` is not the first date.
    expect(earlierDue(journal, git('2024-07-01T10:00:00.000Z'))).toBe('2024-07-19');
    expect(earlierDue(journal, git('2024-07-09T10:00:00.000Z'))).toBe('2024-07-31');
    expect(earlierDue({ ...journal, at: '2024-07-08T09:00:00+02:00' }, git('2024-07-08T08:00:00.000Z'))).toBe(
      '2024-07-31',
    );
  });

  it('is the journal’s where the commit of the same second carries its change', () => {
    expect(earlierDue(journal, git('2024-07-08T10:00:00.000Z'))).toBe('2024-07-31');
  });

  it('is that of the one that knows', () => {
    expect(earlierDue(journal, undefined)).toBe('2024-07-31');
    expect(earlierDue(undefined, git('2024-07-01T10:00:00.000Z'))).toBe('2024-07-19');
    expect(earlierDue(undefined, undefined)).toBeUndefined();
  });

  it('does not move with a command that moves the due date; a rebaseline does', () => {
    const due = (before: string, after: string) => ({
      id: 'C',
      kind: 'applied' as const,
      at: '2024-07-08T10:00:00Z',
      actor: 'ann',
      changes: [{ file: 'active/B.yaml', path: ['timeline', 'estimated_end'], before, after }],
    });
    const firstDues = new Map([['B', git('2024-07-01T10:00:00.000Z')]]);
    const on = (timeline: NonNullable<Given['timeline']>) => {
      const given = state({ milestones: { B: { timeline } }, journal: [due('2024-07-31', '2024-08-01')] });
      return rowOf(analyse({ ...given, history: { completions: [], firstDues } }, '2024-07-08T12:00:00Z'), 'B');
    };
    const row = { baseline_due: '2024-07-19', slippage_days: 9 };
    expect(on({ duration: '6d', estimated_end: '2024-08-01' })).toMatchObject(row);
    const moved = { baseline_due: '2024-08-01', slippage_days: 0 };
    expect(on({ duration: '6d', estimated_end: '2024-08-01', baseline_end: '2024-08-01' })).toMatchObject(moved);
  });
});

describe('baselineOf', () => {
  const calendar = calendarOf(toConfig({}).calendar);
  const of = (timeline: NonNullable<Given['timeline']>, first?: string) =>
    baselineOf(milestone('A', { timeline }), first, calendar);

  it('is baseline_end, else the first due date, else the present one', () => {
    const both = { baseline_end: '2024-07-01', estimated_end: '2024-07-20' };
    expect(of(both, '2024-07-10')).toBe(day('2024-07-01'));
    expect(of({ estimated_end: '2024-07-20' }, '2024-07-10')).toBe(day('2024-07-10'));
    expect(of({ estimated_end: '2024-07-20' })).toBe(day('2024-07-20'));
    expect(of({})).toBeNull();
  });
});
