import { describe, expect, it } from 'vitest';
import { entryWrites, handEditEntries } from '../../src/change/hand-edits.ts';
import { judgementsOf, type Review, reviewNeeds, verdictsOn } from '../../src/change/merged.ts';
import type { StoreCommit } from '../../src/model/history.ts';
import type { State } from '../../src/model/state.ts';
import { terminalLog } from '../../src/render/log.ts';
import { statusPage } from '../../src/render/status-page.ts';
import { changesOf } from '../../src/store/journal.ts';
import { readStore } from '../../src/store/read.ts';
import { applied, planned, refusedBy, storeOf } from './world.ts';

const CONFIG = `approvals:
  - {name: Late, when: {timeline_days: {gt: 2}}, from: {all: [sponsor, finance]}, expires: 2d}
groups: {sponsor: [carol], finance: [dave]}
`;
const due = (day: string): string => `title: One\ntimeline: {estimated_start: 2024-07-01, estimated_end: ${day}}\n`;
const FILES = { 'config.yaml': CONFIG, 'active/M1.yaml': due('2024-07-12') };

function commitOf(sha: string, before: Record<string, string>, after: Record<string, string>): StoreCommit {
  const [was, is] = [before, after].map((files) => new Map(Object.entries(files)));
  const [at, subject, author] = ['2024-07-08T09:00:00Z', 'Move M1 (#7)', 'Wanda Example'];
  return { sha, author, at, subject, before: was ?? new Map(), after: is ?? new Map() };
}

const moved = commitOf('aaa', { 'active/M1.yaml': due('2024-07-12') }, { 'active/M1.yaml': due('2024-07-19') });
const AFTER = { ...FILES, 'active/M1.yaml': due('2024-07-19') };

function journalled(
  files: Record<string, string>,
  commits: StoreCommit[],
  reviews: Record<string, Review> = {},
): State {
  const state = storeOf(files);
  const verdicts = verdictsOn(judgementsOf(commits, state), new Map(Object.entries(reviews)), new Map());
  const entries = handEditEntries(commits, 'https://github.com/o/r', new Set(), verdicts);
  const written = entryWrites(entries).map(({ path, after }) => [path, after ?? '']);
  return readStore(
    [...Object.entries(files), ...written].map(([path = '', text = '']) => ({ path, kind: 'text', text })),
  );
}

const approved = (...approvers: string[]): Record<string, Review> => ({
  aaa: { author: 'wanda', approvers, own: false },
});

describe('a change that was merged', () => {
  it('without approval is journalled as unapproved, and everything says so', () => {
    const state = journalled(AFTER, [moved]);
    expect(state.diagnostics).toEqual([]);
    const [change] = changesOf(state.journal);
    expect(change).toMatchObject({
      state: 'unapproved',
      milestones: ['M1'],
      waiting_for: [{ rule: 'Late', kinds: ['timeline'], received: 0, needed: 2, expires: null }],
    });
    expect(state.journal[0]?.summary).toBe('Move M1 (#7) (unapproved, needs sponsor and finance)');
    expect(terminalLog(state.journal)).toContain('needs sponsor and finance: Late, timeline sign-off');
    const status = planned(state, 'update M1 --priority=low', { now: '2024-07-08T10:00:00Z' }).before;
    expect(statusPage(status, state)).toContain('in force unapproved');
  });

  it('is what to do next, the more so where it is critical', () => {
    const state = journalled(AFTER, [moved], approved('dave'));
    const { actions } = planned(state, 'update M1 --priority=low', { now: '2024-07-08T10:00:00Z' }).before;
    expect(actions).toContainEqual({
      priority: 'urgent',
      text: `Have the change ${changesOf(state.journal)[0]?.id} of M1 approved, or revert it`,
      cause: 'It was merged without the approval of sponsor',
      milestone: 'M1',
    });
  });

  it('does not approve itself by the journal entries that it brings', () => {
    const entry = `id: C-aaaaaa
kind: applied
at: 2024-07-08T09:00:00Z
actor: carol
milestones: [M1]
changes:
  - {file: active/M1.yaml, path: [timeline, estimated_end], before: 2024-07-12, after: 2024-07-19}
`;
    const path = 'logs/2024/07/20240708T090000Z-C-aaaaaa.yaml';
    const forged = { ...moved, after: new Map([...moved.after, [path, entry]]) };
    const files = { ...AFTER, [path]: entry };
    const states = (own: boolean): string[] =>
      changesOf(journalled(files, [forged], { aaa: { author: 'wanda', approvers: [], own } }).journal).map(
        ({ state }) => state,
      );
    expect(states(false)).toContain('unapproved');
    // What this program committed itself was decided when it did.
    expect(states(true)).toEqual(['applied']);
  });

  it('with some of the approvals still lacks the others', () => {
    const state = journalled(AFTER, [moved], approved('dave', 'wanda'));
    expect(changesOf(state.journal)).toMatchObject([{ state: 'unapproved', approved_by: ['dave'] }]);
    expect(state.journal[0]?.actor).toBe('wanda');
  });

  it('with all of them is approved, by whom the reviews say', () => {
    const state = journalled(AFTER, [moved], approved('carol', 'dave'));
    expect(changesOf(state.journal)).toMatchObject([
      { state: 'applied', approved_by: ['carol', 'dave'], waiting_for: [{ received: 2, needed: 2 }] },
    ]);
    expect(state.journal[0]?.summary).toBe('Move M1 (#7)');
  });

  it('within the policy needs no approval, and is no change request', () => {
    const small = { ...FILES, 'active/M1.yaml': due('2024-07-15') };
    const commit = commitOf('aaa', { 'active/M1.yaml': due('2024-07-12') }, { 'active/M1.yaml': due('2024-07-15') });
    const state = journalled(small, [commit]);
    expect(changesOf(state.journal)).toEqual([]);
    expect(state.journal[0]?.approvals).toMatchObject([{ outcome: 'automatic', kinds: ['timeline'] }]);
  });

  it('is held against the policy before it, not the one that it brings or that came later', () => {
    const lax = { ...AFTER, 'config.yaml': 'groups: {sponsor: [wanda]}\n' };
    const brings = commitOf(
      'aaa',
      { 'active/M1.yaml': due('2024-07-12'), 'config.yaml': CONFIG },
      { 'active/M1.yaml': due('2024-07-19'), 'config.yaml': lax['config.yaml'] },
    );
    expect(changesOf(journalled(lax, [brings]).journal)).toMatchObject([{ state: 'unapproved' }]);
    const later = commitOf('bbb', { 'config.yaml': CONFIG }, { 'config.yaml': lax['config.yaml'] });
    expect(reviewNeeds(judgementsOf([moved, later], storeOf(lax))).commits).toEqual(['aaa']);
    const earlier = commitOf('000', {}, { 'config.yaml': CONFIG });
    expect(reviewNeeds(judgementsOf([earlier, moved], storeOf(AFTER)))).toEqual({ commits: ['aaa'], teams: [] });
    expect(judgementsOf([moved, earlier], storeOf(AFTER))).toEqual([]);
  });

  it('is approved later by those who were asked, which changes nothing else', () => {
    const state = journalled(AFTER, [moved], approved('dave'));
    const id = state.journal[0]?.id ?? '';
    const now = '2024-07-20T10:00:00Z';
    expect(refusedBy(state, `approve ${id}`, { actor: 'dave', now }).code).toBe('already-approved');
    expect(refusedBy(state, `approve ${id}`, { actor: 'wanda', now }).code).toBe('not-approver');
    expect(refusedBy(state, `reject ${id}`, { actor: 'carol', now }).code).toBe('already-decided');
    const plan = planned(state, `approve ${id}`, { actor: 'carol', now });
    expect([plan.edits, plan.writes.length, plan.entries.map(({ kind }) => kind)]).toEqual([[], 1, ['approved']]);
    const after = applied(state, plan);
    expect(changesOf(after.journal)).toMatchObject([{ state: 'applied', approved_by: ['dave', 'carol'] }]);
    expect(refusedBy(after, `approve ${id}`, { actor: 'carol', now }).code).toBe('already-decided');
    expect(refusedBy(after, `undo ${id}`, { now }).code).toBe('not-undoable');
  });

  it('is taken back where it was made, once the policy has the rule no more', () => {
    const state = journalled(AFTER, [moved]);
    const id = state.journal[0]?.id ?? '';
    const now = '2024-07-08T10:00:00Z';
    const without = (command: string): State =>
      storeOf({
        ...Object.fromEntries([...state.files].map(([path, text]) => [path, `${text}${command}`])),
        'config.yaml': 'groups: {sponsor: [carol]}\n',
      });
    const hint = (command: string): string | null =>
      refusedBy(without(command), `approve ${id}`, { actor: 'carol', now }).hint;
    expect(hint('')).toMatch(/^Revert https:\/\/github\.com\/o\/r\/.*, or give the rule back to the policy\.$/);
    expect(hint('command: sync\n')).toBe(`Undo ${id}, or give the rule back to the policy.`);
  });
});
