import { describe, expect, it } from 'vitest';
import { changeSubject } from '../../src/render/change-subject.ts';
import { planned, reference } from './world.ts';

/** The reference project with more policy. */
function under(policy: string): ReturnType<typeof reference> {
  const config = reference().files.get('config.yaml') ?? '';
  return reference({ files: { 'config.yaml': `${config}${policy}\n` } });
}

const rule = (when: string): ReturnType<typeof reference> =>
  under(`approvals: [{name: Rule, when: ${when}, from: [carol]}]`);

describe('several commands in one comment are judged by what they come to together', () => {
  const twice = ['update M05 --timeline=+2d', 'update M05 --timeline=+2d'];

  it('as the shift of a due date', () => {
    const plan = planned(rule('{timeline_days: {gt: 2}}'), twice);
    expect(plan.mode).toBe('request');
    expect(plan.approvals.map(({ reason }) => reason)).toEqual(['due date +4 working days (rule: timeline_days > 2)']);
  });

  it('and titled without a figure that is true of one of them only', () => {
    const title = (lines: string[]): string => changeSubject(planned(reference(), lines).intents, 80);
    expect(title(twice)).toBe('update M05 timeline');
    expect(title(['update M05 --timeline=+2d', 'update M06 --timeline=+2d'])).toBe('update M05, M06 timeline +2 days');
  });

  it('against the limits of authority', () => {
    const plan = planned(under('authority: {timeline_days: 2, beyond: [carol]}'), twice);
    expect(plan.mode).toBe('request');
    expect(plan.approvals[0]?.reason).toBe('due date +4 working days, beyond the authority limit of 2 working days');
  });

  it.each<[string, string[], string]>([
    ['{timeline_days: {gt: 2}}', ['update M05 --timeline=+5d', 'update M05 --timeline=-4d'], 'apply'],
    ['{timeline_days: {gt: 2}}', ['update M05 --timeline=+2d', 'update M06 --timeline=+2d'], 'apply'],
    [
      '{timeline_days: {lt: -2}}',
      ['update M05 --timeline=-2d --force', 'update M05 --timeline=-1d --force'],
      'request',
    ],
    ['{effort_hours: {gt: 15}}', ['update M05 --effort=+10h', 'update M05 --effort=+10h'], 'request'],
    [
      '{fte: {gt: 0.5}}',
      ['update M06 --resources="+0.5 engineer"', 'update M06 --resources="+0.5 engineer"'],
      'request',
    ],
    [
      '{budget: {gt: 3000}}',
      ['update M06 --resources="+0.5 engineer"', 'update M06 --resources="+0.5 engineer"'],
      'request',
    ],
    ['{priority: critical}', ['update M05 --priority=critical', 'update M05 --priority=low'], 'apply'],
    ['{priority: low}', ['update M05 --priority=critical', 'update M05 --priority=low'], 'request'],
  ])('%s: %s is a %s', (when, lines, expected) => {
    expect(planned(rule(when), lines).mode).toBe(expected);
  });
});
