import { describe, expect, it } from 'vitest';
import { refusedBy, storeOf } from './world.ts';

const bare = (more: string) => storeOf({ 'active/A.yaml': `title: A\n${more}\n`, 'active/B.yaml': 'title: B\n' });

describe('a command writes nothing that the store would then refuse', () => {
  it.each([
    ['timeline: {estimated_hours: 999999}', '--effort=+2h', 'A would be estimated at 1000001 hours; at most 1000000'],
    ['resources: [{role: dev, fte: 999}]', '--resources="+2 dev"', 'A would have 1001 dev'],
    [
      'timeline: {estimated_end: 2024-08-30, duration: 9998d}',
      '--timeline=+5d',
      'A would last 10003d; a duration is at most 9999d',
    ],
    ['timeline: {estimated_end: 9999-12-01}', '--timeline=+9999d', 'A would be due at the end of the calendar'],
    ['timeline: {estimated_end: 9999-12-01}', '--timeline=+9999months', 'A would be due at the end of the calendar'],
  ])('%s by %s', (yaml, option, message) => {
    const refusal = refusedBy(bare(yaml), `update A ${option} --force`);
    expect(refusal.code).toBe('bad-value');
    expect(refusal.message).toContain(message);
    expect(refusal.hint).not.toBeNull();
  });

  it.each(['--dependencies=B+99999999d', '--add-risk="Rain; delay=99999999d"'])('%s', (option) => {
    expect(() => refusedBy(bare(''), `update A ${option}`)).toThrow(/at most 9999 days or weeks/);
  });
});
