import { describe, expect, it } from 'vitest';
import { baselineOf, firstDues } from '../../src/analysis/baseline.ts';
import { calendarOf } from '../../src/analysis/calendar.ts';
import { toConfig } from '../../src/model/config.ts';
import { toEntry } from '../../src/model/journal.ts';
import type { Given } from './builders.ts';
import { day, milestone } from './builders.ts';

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
const first = (...entries: Parameters<typeof firstDues>[0]) => firstDues(entries).get('A');

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
