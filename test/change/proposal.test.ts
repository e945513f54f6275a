import { describe, expect, it } from 'vitest';
import { previewOf } from '../../src/change/preview.ts';
import { type Proposal, proposalOf } from '../../src/change/proposal.ts';
import { storeOf } from './world.ts';

const due = (day: string, more = ''): string =>
  `title: One\nstatus: in_progress\nlabels: [core]\ntimeline: {estimated_start: 2024-07-01, estimated_end: ${day}}\n${more}`;
const OLD = due('2024-07-12');
const LATER = due('2024-11-08');

/** What a pull request between these milestone files is, under one rule. */
function proposed(when: string, before: Record<string, string>, after: Record<string, string>): Proposal {
  const config = `approvals: [{name: Rule, when: ${when}, from: [sponsor]}]\n`;
  const [was, is] = [before, after].map((files) => storeOf({ 'config.yaml': config, ...files }));
  if (!was || !is) throw new Error('two stores are needed');
  return proposalOf(was, is, was.config, '2024-07-08T09:00:00Z');
}

const asks = (...args: Parameters<typeof proposed>): string | undefined =>
  proposed(...args).approvals.find(({ outcome }) => outcome === 'required')?.reason;

const M1 = { 'active/M1.yaml': OLD };

describe('a milestone whose file moves with its due date', () => {
  it.each(['active/M1.yml', 'completed/M1.yaml', 'completed/M1/milestone.yaml', 'active/m1.yaml'])('%s', (file) => {
    expect(asks('{timeline_days: {gt: 2}}', M1, { [file]: LATER })).toContain('due date +85 working days');
    expect(asks('{timeline_days: {lt: 0}}', M1, { [file]: LATER })).toBeUndefined();
  });

  it('asks about nothing but what differs', () => {
    const after = { 'active/M1.yml': OLD };
    for (const when of ['{timeline_days: {gt: 2}}', '{scope: true}', '{status: completed}', '{dependencies: true}'])
      expect(asks(when, M1, after)).toBeUndefined();
    expect(asks('{milestone: M1}', M1, after)).toContain('milestone M1');
  });

  it('takes over the status that its folder gives it, and says so', () => {
    const open = OLD.replace('status: in_progress\n', '');
    const done = proposed('{status: completed}', { 'active/M1.yaml': open }, { 'completed/M1.yaml': open });
    expect(done.approvals[0]).toMatchObject({
      outcome: 'required',
      reason: expect.stringContaining('status completed'),
    });
    const approving = { author: 'wanda', approvers: [], policy: done.before.state.config, teams: new Map() };
    expect(previewOf(done, approving).changes).toMatchObject([
      { from: 'active/M1.yaml', edits: [{ path: ['status'], before: 'planning', after: 'completed' }] },
    ]);
  });
});

describe('a version of a milestone that cannot be read', () => {
  const broken = { 'active/M1.yaml': 'title: [' };
  it.each(['{timeline_days: {gt: 2}}', '{budget: {gt: 9}}', '{scope: true}', '{status: completed}', '{label: core}'])(
    'asks, before and after it is mended: %s',
    (when) => {
      expect(asks(when, M1, broken)).toContain('no data, so it asks');
      expect(asks(when, broken, { 'active/M1.yaml': LATER })).toContain('no data, so it asks');
      expect(asks(when, broken, { 'active/M1.yml': LATER })).toContain('no data, so it asks');
    },
  );
  it('is nobody else’s', () => {
    expect(asks('{milestone: M2}', M1, broken)).toBeUndefined();
  });
});

describe('a milestone that is taken away', () => {
  it.each([
    ['{timeline_days: {gt: 2}}', true],
    ['{status: cancelled}', true],
    ['{scope: true}', true],
    ['{milestone: M1}', true],
    ['{label: core}', true],
    ['{effort_hours: {gt: 0}}', false],
    ['{priority: critical}', false],
  ])('%s: %s', (when, expected) => {
    expect(asks(when, M1, {}) !== undefined).toBe(expected);
  });
});

describe('a milestone that is new', () => {
  const added = { ...M1, 'active/M2.yaml': due('2024-08-02', 'dependencies: {requires: [M1]}\n') };
  it.each([
    ['{timeline_days: {gt: 0}}', false],
    ['{status: in_progress}', true],
    ['{priority: medium}', true],
    ['{scope: true}', true],
    ['{dependencies: true}', true],
    ['{milestone: M2}', true],
    ['{milestone: M1}', false],
  ])('%s: %s', (when, expected) => {
    expect(asks(when, M1, added) !== undefined).toBe(expected);
  });
});

describe('fields that hide what they say', () => {
  it('asks about a due date that goes, or is none', () => {
    for (const text of [OLD.replace(', estimated_end: 2024-07-12', ''), due('soon')])
      expect(asks('{timeline_days: {gt: 2}}', M1, { 'active/M1.yaml': text })).toContain('no data, so it asks');
  });

  it('knows a status by its other name, and a label that was taken away with the change', () => {
    const planned = { 'active/M1.yaml': OLD.replace('in_progress', 'planning') };
    expect(
      asks('{status: in_progress}', planned, { 'active/M1.yaml': OLD.replace('in_progress', 'active') }),
    ).toContain('status in_progress');
    expect(asks('{label: core}', M1, { 'active/M1.yaml': LATER.replace('[core]', '[]') })).toContain('label core');
  });
});
