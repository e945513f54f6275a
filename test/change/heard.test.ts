import { describe, expect, it } from 'vitest';
import { decidedLine, decisionOf } from '../../src/render/decided.ts';
import { changesOf } from '../../src/store/journal.ts';
import { applied, planned, reference } from './world.ts';

const RULES = `approvals:
  - {name: two, when: {priority: [low, critical]}, from: {any: [alice, bob, carol], count: 2}}
  - {name: both, when: {scope: true}, from: {all: [sponsor, finance]}}
`;
const config = reference().files.get('config.yaml') ?? '';
const start = reference({ files: { 'config.yaml': config + RULES } });

type Planned = ReturnType<typeof planned>;
const told = (plan: Planned): string[] =>
  (plan.report?.signOffs ?? []).flatMap(({ lines }) => lines.map(({ text }) => text));
const answered = (plan: Planned): string => {
  const decision = decisionOf({ decision: { kind: 'planned', plan }, status: plan.after } as Parameters<
    typeof decisionOf
  >[0]);
  return decision === null ? '' : decidedLine(decision);
};

describe('approvals of a request that two rules ask about', () => {
  const asked = planned(start, 'update M07 --priority=low --scope="New scope"');
  const id = asked.entries[0]?.id ?? '';
  const waiting = applied(start, asked);
  const one = planned(waiting, `approve ${id}`, { id: 'a', actor: 'alice', now: '2024-07-26T17:01:00Z' });
  const after1 = applied(waiting, one);
  const two = planned(after1, `approve ${id}`, { id: 'c', actor: 'carol', now: '2024-07-26T17:02:00Z' });
  const after2 = applied(after1, two);

  it('name under each rule those who approved for it, and who is still asked', () => {
    expect(told(one)[0]).toBe('Technical changes: 1 of 2 received, by alice, still needs bob, carol (two)');
    expect(told(one)[1]).toContain('; 0 of 2 received, needs sponsor and finance (both)');
    expect(answered(one)).toContain('still waits for bob, carol, sponsor, finance.');
    expect(told(two)[0]).toBe('Technical changes: 2 of 2 received, by alice and carol (two)');
    expect(told(two)[1]).toContain('; 1 of 2 received, by carol, still needs finance (both)');
    expect(
      changesOf(after2.journal)
        .at(-1)
        ?.waiting_for.map(({ rule, by }) => [rule, by]),
    ).toEqual([
      ['two', ['alice', 'carol']],
      ['both', ['carol']],
    ]);
  });

  it('name whose approval does not hold any more, and count without it', () => {
    const edited = new Map([[two.entries[0]?.id ?? '', 'its comment was edited']]);
    const last = planned(after2, `approve ${id}`, {
      ...{ id: 'd', actor: 'dave', now: '2024-07-26T17:03:00Z' },
      invalid: edited,
    });
    expect(told(last)[0]).toBe('Technical changes: 1 of 2 received, by alice, still needs bob, carol (two)');
    expect(told(last)).toContain('Sign-offs: 2 of 4 received');
    expect(answered(last)).toContain(
      'is approved by alice, dave and still waits for bob, carol, sponsor. The approval by carol does not count: its comment was edited. Nothing has changed yet.',
    );
    const again = planned(applied(after2, last), `approve ${id}`, {
      ...{ id: 'e', actor: 'carol', now: '2024-07-26T17:04:00Z' },
      invalid: edited,
    });
    expect(answered(again)).toMatch(/is approved by [a-z, ]+\.$/);
  });
});

describe('a dry run', () => {
  it('names no change that does not exist', () => {
    const look = planned(start, 'update M07 --priority=low --dry-run');
    expect(told(look)).toContain('Requests pending: 1 (a change request for M07)');
    expect(told(look)).toContain('Implementation blocked: a change request for M07');
    expect(JSON.stringify(look.report)).not.toContain(look.entries[0]?.id);
  });

  it('of an approval names the request', () => {
    const asked = planned(start, 'update M07 --scope=New');
    const look = planned(applied(start, asked), `approve ${asked.entries[0]?.id} --dry-run`, {
      id: 'l',
      actor: 'dave',
    });
    expect(told(look)).toContain(`Requests pending: 1 (${asked.entries[0]?.id} for M07)`);
  });
});
