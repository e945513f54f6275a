import { describe, expect, it } from 'vitest';
import { gatheredNeeds, sharesOf } from '../../src/change/gathered.ts';
import { proposalOf } from '../../src/change/proposal.ts';
import { storeOf } from './world.ts';

const NOW = '2024-07-08T09:00:00Z';
const POLICY =
  'groups: {sponsor: [carol]}\napprovals: [{name: Late, when: {timeline_days: {gt: 2}}, from: [sponsor]}]\n';
const due = (day: string, priority = 'low'): string =>
  `title: One\npriority: ${priority}\ntimeline: {estimated_start: 2024-07-01, estimated_end: ${day}}\n`;
const entry = (id: string, kind: string, actor: string, more = ''): string =>
  `id: ${id}\nkind: ${kind}\nat: ${NOW}\nactor: ${actor}\nmilestones: [M1]\n${more}`;
const change = (after: string): string =>
  `changes: [{file: active/M1.yaml, path: [timeline, estimated_end], before: 2024-07-12, after: ${after}}]\n`;
const RULE = 'approvals: [{rule: Late, outcome: required, any: [sponsor], count: 1}]\n';

/** What is approved and what is not in a pull request that moves M1 to the 31st; `request` and `approved` tell who did. */
function shares({
  asker = 'wanda',
  approver = 'carol',
  rule = RULE,
  carried = '2024-07-31',
  invalid = [] as string[],
} = {}) {
  const before = storeOf({ 'config.yaml': POLICY, 'active/M1.yaml': due('2024-07-12') });
  const after = storeOf({
    'config.yaml': POLICY,
    'active/M1.yaml': due('2024-07-31', 'high'),
    'logs/2024/07/1.yaml': entry('C-1', 'requested', asker, `${change(carried)}${rule}`),
    'logs/2024/07/2.yaml': entry('C-2', 'approved', approver, 'of: C-1\n'),
    'logs/2024/07/3.yaml': entry('C-3', 'applied', approver, `of: C-1\n${change(carried)}`),
  });
  const proposal = proposalOf(before, after, before.config, NOW);
  const hearing = { invalid: new Map(invalid.map((id) => [id, 'edited'])), teams: new Map() };
  const [decided, open] = sharesOf(proposal, before.config, NOW, hearing);
  const fields = (edits: typeof proposal.edits = []): string[] => edits.map(({ path }) => path.join('.'));
  const needs = gatheredNeeds(before, after, before.config).approvals.map(({ id }) => id);
  return {
    decided: fields(decided?.proposal.edits),
    by: decided?.approvers,
    open: fields(open?.proposal.edits),
    needs,
  };
}

const NONE = { decided: [], open: ['priority', 'timeline.estimated_end'] };

describe('what was approved in comments before it came into our own pull request', () => {
  it('is apart from what nobody was asked about', () => {
    expect(shares()).toEqual({
      decided: ['timeline.estimated_end'],
      by: ['carol'],
      open: ['priority'],
      needs: ['C-2'],
    });
  });

  it.each([
    ['whose comment does not bear it out', { invalid: ['C-2'] }],
    ['by somebody who is not asked', { approver: 'mate' }],
    ['by the one who asked', { asker: 'carol' }],
    ['under a rule that the policy does not have', { rule: RULE.replace('Late', 'Mine') }],
    ['that asked nobody', { rule: '' }],
    ['of another value', { carried: '2024-07-19' }],
  ])('is nothing with an approval %s', (_, forged) => {
    expect(shares(forged)).toMatchObject(NONE);
  });
});
