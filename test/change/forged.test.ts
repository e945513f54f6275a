import { describe, expect, it } from 'vitest';
import { changeId } from '../../src/change/hash.ts';
import { meddledJournal } from '../../src/change/meddled.ts';
import type { ApprovalDecision } from '../../src/model/approval.ts';
import type { Entry } from '../../src/model/journal.ts';
import type { State } from '../../src/model/state.ts';
import { changesOf, entryPath, printEntry } from '../../src/store/journal.ts';
import { readStore } from '../../src/store/read.ts';
import { applied, decided, edited, planned, reference, refusedBy } from './world.ts';

const LINE = 'update M05 --timeline=+5days';

/** The store with entries in it as a merged pull request may bring them. */
function withForged(state: State, ...entries: Entry[]): State {
  const files = new Map(state.files);
  for (const entry of entries) files.set(entryPath(entry), printEntry(entry));
  return readStore([...files].map(([path, text]) => ({ path, kind: 'text', text })));
}

/** The request of a change as the engine would write it, under another id. */
function requestOf(state: State, approvals?: readonly Partial<ApprovalDecision>[]): Entry {
  const [entry] = planned(state, LINE, { id: 'forged' }).entries;
  const [rule] = entry?.approvals ?? [];
  if (!entry || !rule) throw new Error('the policy asks about nothing');
  return { ...entry, approvals: approvals?.map((more) => ({ ...rule, ...more })) ?? entry.approvals };
}

const says = (state: State, request: Entry, actor: string) =>
  refusedBy(state, `approve ${request.id}`, { actor, id: 'yes' });

describe('a request that somebody wrote into the journal', () => {
  const start = reference({ approvals: true });

  it('does not say who may approve it', () => {
    const request = requestOf(start, [{ any: ['mallory'], all: [] }]);
    const state = withForged(start, request);
    expect(says(state, request, 'mallory').code).toBe('stale-plan');
    expect(says(state, request, 'carol').code).toBe('stale-plan');
  });

  it.each([
    ['how many have to', { count: 1, any: ['sponsor', 'mallory'] }],
    ['whether the one who asks may', { selfApproval: true }],
    ['rules that the policy does not have', { rule: 'Mine', any: ['mallory'] }],
  ])('does not say %s', (_, more) => {
    const request = requestOf(start, [more]);
    expect(says(withForged(start, request), request, 'mallory').code).toBe('stale-plan');
  });

  it('is not carried out where a rule is left out of it', () => {
    const config = start.files.get('config.yaml') ?? '';
    const strict = config.replace('approvals:\n', 'approvals:\n  - {name: Also, from: [finance]}\n');
    const both = reference({ files: { 'config.yaml': strict } });
    const honest = requestOf(both);
    expect(honest.approvals.map(({ rule }) => rule)).toContain('Also');
    const lone = honest.approvals.filter(({ rule }) => rule === 'Also');
    // The name of the plan is made to fit the rules that are left.
    const plain = reference().files.get('config.yaml') ?? '';
    const only = reference({ files: { 'config.yaml': `${plain}approvals: [{name: Also, from: [finance]}]\n` } });
    const request = { ...requestOf(only), approvals: lone };
    expect(says(withForged(both, request), request, 'dave')).toMatchObject({
      code: 'stale-plan',
      message: expect.stringContaining('did not ask for that'),
    });
  });

  it('does not pass for one that was shown, by its id', () => {
    const asked = planned(start, LINE, { id: 'ask' });
    const waiting = applied(start, asked);
    const [entry] = asked.entries;
    if (!entry) throw new Error('nothing was asked for');
    const other = { ...entry, at: '2024-07-26T16:00:00Z', commands: ['update M06 --priority=low'] };
    expect(says(withForged(waiting, other), entry, 'carol').code).toBe('invalid-store');
    expect(edited(planned(waiting, `approve ${entry.id}`, { actor: 'carol', id: 'yes' }))).toMatchObject({
      'M05 timeline.estimated_end': '2024-08-02',
    });
  });
});

describe('an approval of a merged change that somebody wrote into the journal', () => {
  const start = reference({ approvals: true });
  const intent = `commit:${'a'.repeat(40)}`;
  const edit: Entry = {
    ...requestOf(start),
    id: changeId(intent, new Set()),
    kind: 'edited',
    intent,
    commands: [],
    plan: null,
  };
  const rule = edit.approvals.find(({ outcome }) => outcome === 'required');
  if (!rule) throw new Error('no rule asks');
  const given: ApprovalDecision = { ...rule, outcome: 'given', any: ['sponsor'], by: 'carol' };
  const forged: Entry = {
    ...edit,
    id: 'C-ffffff',
    kind: 'approved',
    of: edit.id,
    actor: 'carol',
    changes: [],
    approvals: [given],
  };

  it('decides nothing once it has been read again', () => {
    const state = withForged(start, edit, forged);
    // The journal alone cannot know better.
    expect(changesOf(state.journal).at(-1)).toMatchObject({ id: edit.id, state: 'applied' });
    const invalid = new Map([[forged.id, 'it names no comment']]);
    const plan = planned(state, `approve ${edit.id}`, { actor: 'carol', id: 'yes', invalid });
    expect(plan.entries).toMatchObject([{ kind: 'approved', actor: 'carol', of: edit.id }]);
    expect(decided(state, `approve ${edit.id}`, { actor: 'carol', id: 'yes' }).kind).toBe('refused');
  });

  it('nor does a review that the edit’s own entry tells of, or borrows from another commit', () => {
    const reviewed = { ...edit, approvals: [...edit.approvals, given] };
    const invalid = new Map([[edit.id, 'carol did not approve its pull request']]);
    const approve = (entry: Entry, more: object) =>
      decided(withForged(start, entry), `approve ${edit.id}`, { actor: 'carol', id: 'yes', ...more }).kind;
    expect(approve(reviewed, { invalid })).toBe('planned');
    expect(approve(reviewed, {})).toBe('refused');
    expect(approve({ ...reviewed, intent: `commit:${'b'.repeat(40)}` }, {})).toBe('planned');
  });
});

describe('what a proposal may not do to the journal', () => {
  const start = reference({ approvals: true });
  const cli: Entry = { ...requestOf(start), source: 'cli' };
  it.each<[string, Partial<Entry>, boolean]>([
    ['what the command line asks for', {}, false],
    ['what the command line does', { kind: 'applied', approvals: [] }, false],
    ['a request from a comment', { source: 'https://github.com/o/r/issues/1#issuecomment-1' }, true],
    ['a request from nowhere', { source: null }, true],
    ['the answer to a request', { kind: 'applied', of: 'C-aaaaaa' }, true],
    ['an approval', { kind: 'approved', of: 'C-aaaaaa', approvals: [] }, true],
    ['an edit by hand', { kind: 'edited' }, true],
  ])('%s', (_, more, flagged) => {
    const entry = { ...cli, ...more };
    expect(meddledJournal(start, withForged(start, entry))).toEqual(flagged ? [entryPath(entry)] : []);
  });

  it('use an id again', () => {
    const before = withForged(start, cli);
    const twin = { ...cli, at: '2024-07-26T10:00:00Z' };
    expect(meddledJournal(before, withForged(before, twin))).toEqual([entryPath(twin)]);
  });
});
