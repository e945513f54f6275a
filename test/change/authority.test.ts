import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import { planned, reference } from './world.ts';

/** The reference project under an authority and rules of our own. */
function under(authority: string, approvals = '[]'): ReturnType<typeof reference> {
  const config = reference().files.get('config.yaml') ?? '';
  return reference({ files: { 'config.yaml': `${config}authority: ${authority}\napprovals: ${approvals}\n` } });
}

const said = (plan: Plan): string[] => plan.approvals.map((a) => `${a.outcome} ${a.rule} — ${a.reason}`);

describe('what is applied on one’s own authority', () => {
  it.each<[string, string, string]>([
    [
      '{timeline_days: 2}',
      'update M05 --timeline=+1d',
      'automatic Due date within authority — due date +1 working day, within the authority limit of 2 working days',
    ],
    [
      '{timeline_days: 2}',
      'update M05 --timeline=-4d --force',
      'automatic Due date within authority — due date -4 working days, within the authority limit of 2 working days',
    ],
    [
      '{budget: 2000}',
      'update M05 --effort=+15h',
      'automatic Budget within authority — cost +1,296 USD, within the authority limit of 2,000 USD',
    ],
    [
      '{fte: 0.5}',
      'update M06 --resources="+0.5 engineer"',
      'automatic People within authority — +0.5 FTE, within the authority limit of 0.5 FTE',
    ],
    [
      '{scope: true}',
      'update M05 --scope="More of it"',
      'automatic Scope within authority — the scope changes, as authority allows (scope: true)',
    ],
    ['{budget: 2000}', 'update M05 --effort=+15h', 'automatic Technical change — no rule asks about it'],
  ])('%s: %s', (authority, line, expected) => {
    const plan = planned(under(authority), line);
    expect([plan.mode, said(plan)]).toEqual(['apply', expect.arrayContaining([expected])]);
    expect(plan.entries[0]?.approvals.map(({ rule }) => rule)).toEqual(plan.approvals.map(({ rule }) => rule));
  });

  it('is told even where nobody is asked beyond it', () => {
    expect(said(planned(under('{timeline_days: 2}'), 'update M05 --timeline=+3d'))).toEqual([
      'automatic Due date beyond authority — due date +3 working days, beyond the authority limit of 2 working days; no rule asks about it',
    ]);
  });

  it('asks whom the policy names beyond it, also where nobody knows the figure', () => {
    const late = planned(under('{timeline_days: 2, beyond: [sponsor]}'), 'update M05 --timeline=+3d');
    expect([late.mode, said(late)]).toEqual([
      'request',
      ['required Beyond authority — due date +3 working days, beyond the authority limit of 2 working days'],
    ]);
    expect(late.approvals[0]).toMatchObject({ any: ['sponsor'], count: 1, kinds: ['timeline'] });
    const dear = planned(
      under('{budget: 99, beyond: {all: [finance]}}'),
      'update M06 --resources="1 performance specialist"',
    );
    expect(said(dear)).toEqual([
      'required Beyond authority — budget: no data, so it counts as beyond the authority limit of 99 USD',
    ]);
    expect(dear.approvals[0]?.all).toEqual(['finance']);
  });

  it('leaves a question to the rule that asks it', () => {
    const rules = '[{name: Late, when: {timeline_days: {gt: 2}}, from: [carol]}]';
    const state = under('{timeline_days: 2, effort_hours: 5, beyond: [sponsor]}', rules);
    expect(planned(state, 'update M05 --timeline=+3d').approvals.map(({ rule }) => rule)).toEqual(['Late']);
    const both = planned(state, 'update M05 --timeline=+3d --effort=+6h');
    expect(both.approvals.map(({ rule, kinds }) => [rule, kinds])).toEqual([
      ['Late', ['timeline']],
      ['Beyond authority', ['technical']],
    ]);
  });

  it('keeps keys of its own, and refuses limits that are none', () => {
    expect(under('{our_note: 3}').diagnostics.map(({ severity }) => severity)).toEqual(['info']);
    expect(under('{timeline_days: soon}').diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
  });
});
