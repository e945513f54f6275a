import { describe, expect, it } from 'vitest';
import { mayApprove, tallyOf, teamsNamed } from '../../src/change/approvers.ts';
import { type ApprovalDecision, toApproval } from '../../src/model/approval.ts';
import { applied, planned, reference, refusedBy, storeOf } from './world.ts';

const asking = (...any: string[]): ApprovalDecision => toApproval({ rule: 'Rule', outcome: 'required', any });
const policy = (groups: string): ReturnType<typeof storeOf>['config'] =>
  storeOf({ 'config.yaml': `groups: ${groups}\n` }).config;

describe('whom a name stands for', () => {
  it('is everybody in a group of groups, and in the teams of it', () => {
    const config = policy("{board: [leads, erin], leads: [carol, staff], staff: ['@acme/staff', '@dave']}");
    const decision = asking('board');
    expect(teamsNamed([decision], config)).toEqual(['@acme/staff']);
    const teams = new Map([['@acme/staff', new Set(['frank'])]]);
    const may = ['erin', 'Carol', 'dave', 'Frank', 'leads', 'wanda'].map((l) => mayApprove(l, decision, config, teams));
    expect(may).toEqual([true, true, true, true, false, false]);
    expect(tallyOf(decision, ['frank'], config, teams)).toMatchObject({ received: 1, missing: [] });
  });

  it('is no more where groups go round in a circle', () => {
    const circle = '{a: [b], b: [a, carol], sponsor: [a]}';
    expect(teamsNamed([asking('a')], policy(circle))).toEqual([]);
    const config = (reference().files.get('config.yaml') ?? '').replace(/^groups:.*(\n .*)*\n/m, '');
    const rule = 'approvals: [{name: Rule, when: {priority: low}, from: [sponsor]}]\n';
    const start = reference({ files: { 'config.yaml': `${config}${rule}groups: ${circle}\n` } });
    const asked = planned(start, 'update M05 --priority=low');
    const waiting = applied(start, asked);
    const approve = `approve ${asked.entries[0]?.id}`;
    expect(refusedBy(waiting, approve, { id: 'no', actor: 'dave' }).code).toBe('not-approver');
    expect(planned(waiting, approve, { id: 'yes', actor: 'carol' }).mode).toBe('apply');
  });

  it('is a login where no group has that name, whatever it is called', () => {
    for (const name of ['constructor', 'toString']) {
      expect(teamsNamed([asking(name)], policy('{}'))).toEqual([]);
      expect(mayApprove(name, asking(name), policy('{}'), new Map())).toBe(true);
    }
  });
});
