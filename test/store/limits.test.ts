import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/status.ts';
import { statusSchema } from '../../src/model/status.ts';
import { readStore } from '../../src/store/read.ts';

const read = (path: string, text: string) => readStore([{ path, kind: 'text', text }]);
const found = (path: string, text: string) => read(path, text).diagnostics.map((d) => [d.code, d.message, d.hint]);
const milestone = (yaml: string) => found('active/A.yaml', `title: A\n${yaml}\n`);

describe('limits of what a file may say', () => {
  const span = 'Write at most 9999d or 9999w.';
  it.each([
    ['timeline: {duration: 10000d}', 'timeline.duration is "10000d", which is too long'],
    ['timeline: {duration: 99999999999999d}', 'timeline.duration is "99999999999999d", which is too long'],
    ['timeline: {pessimistic: 3000000w}', 'timeline.pessimistic is "3000000w", which is too long'],
    [
      'dependencies: {requires: [{id: B, lag: 4294967297d}]}',
      'dependencies.requires[0].lag is "4294967297d", which is too long',
    ],
    [
      'dependencies: {requires: [{id: B, lag: -10000d}]}',
      'dependencies.requires[0].lag is "-10000d", which is too long',
    ],
    ['risks: [{delay: 99999999999999d}]', 'risks[0].delay is "99999999999999d", which is too long'],
  ])('%s', (yaml, message) => {
    expect(milestone(yaml)).toContainEqual(['bad-span', message, span]);
  });

  it.each([
    ['timeline: {estimated_hours: 99999999999}', 'timeline.estimated_hours', '99999999999', '1,000,000'],
    ['tasks: [{estimated_hours: 1e308}]', 'tasks[0].estimated_hours', '1e+308', '1,000,000'],
    ['budget: {planned: 1e308}', 'budget.planned', '1e+308', '1,000,000,000,000'],
    ['resources: [{role: dev, fte: 1001}]', 'resources[0].fte', '1001', '1,000'],
    ['resources: [{who: al, allocation: 1001}]', 'resources[0].allocation', '1001', '1,000'],
    ['timeline: {buffer_percentage: 1e9}', 'timeline.buffer_percentage', '1000000000', '1,000'],
    ['quality: [{name: N, value: 1e300}]', 'quality[0].value', '1e+300', '1,000,000,000,000'],
  ])('%s', (yaml, key, value, limit) => {
    expect(milestone(yaml)).toEqual([
      ['wrong-value', `${key} is ${value}, but must be at most ${limit}`, `Write a number that is at most ${limit}.`],
    ]);
  });

  it('rates, capacities and hours a day of the policy', () => {
    const key = (text: string) => found('config.yaml', text).map(([, message]) => message);
    expect(key('team: [{login: al, rate: 1e9, capacity: 1e4}]')).toEqual([
      'team[0].rate is 1000000000, but must be at most 1,000,000',
      'team[0].capacity is 10000, but must be at most 1,000',
    ]);
    expect(key('calendar: {hours_per_day: 0.000001}')).toEqual([
      'calendar.hours_per_day is 0.000001, but must be at least 0.25',
    ]);
  });

  it('dates from 1900 on, which are told from text that is no date', () => {
    const end = (date: string) => milestone(`timeline: {estimated_end: ${date}}`);
    expect(end('1899-12-31')).toEqual([
      [
        'bad-date',
        'timeline.estimated_end is "1899-12-31", which is too long ago',
        'Write a date from 1900-01-01 to 9999-12-31.',
      ],
    ]);
    expect(end('12024-07-28')[0]?.[1]).toContain('which is not a date');
    expect([end('1900-01-01'), end('9999-12-31')]).toEqual([[], []]);
  });

  it('takes the largest of each, and counts with them', () => {
    const yaml = `title: A
timeline: {duration: 9999w, optimistic: 9999d, pessimistic: 9999w, estimated_hours: 1000000, buffer_percentage: 1000}
budget: {planned: 1000000000000, actual: 1000000000000}
resources: [{role: dev, fte: 1000}, {who: al, allocation: 1000}]
risks: [{description: r, probability: 1, delay: 9999w}]
`;
    const state = read('active/A.yaml', yaml);
    expect(state.diagnostics).toEqual([]);
    const status = analyse(state, '2024-07-08T10:00:00Z');
    expect(statusSchema.safeParse(status).error).toBeUndefined();
    expect(status.milestones[0]?.projected_finish).toBe('2216-02-23');
  });
});
