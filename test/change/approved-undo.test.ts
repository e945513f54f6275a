import { describe, expect, it } from 'vitest';
import { decidedText } from '../../src/render/decided.ts';
import { terminalLog } from '../../src/render/log.ts';
import { changesOf } from '../../src/store/journal.ts';
import { applied, planned, reference, refusedBy } from './world.ts';

const config = reference().files.get('config.yaml') ?? '';
const start = reference({ files: { 'config.yaml': `${config}approvals: [{name: Any, from: [carol, dave]}]\n` } });

/** A world in which time goes on from command to command. */
function world() {
  let state = start;
  let minute = 0;
  return {
    say(lines: string | string[], actor = 'wanda') {
      const now = `2024-07-26T17:${String(minute++).padStart(2, '0')}:00Z`;
      const plan = planned(state, lines, { id: `c${minute}`, actor, now });
      state = applied(state, plan);
      return plan;
    },
    states: () => Object.fromEntries(changesOf(state.journal).map(({ id, state: is }) => [id, is])),
    get state() {
      return state;
    },
  };
}

const idOf = ({ entries }: ReturnType<typeof planned>): string => entries[0]?.id ?? '';

describe('an undo that has to be approved', () => {
  const its = world();
  const change = idOf(its.say('update M08 --owner=alice'));
  its.say(`approve ${change}`, 'carol');
  const request = idOf(its.say(`undo ${change}`));
  const before = its.states();
  const yes = its.say(`approve ${request}`, 'carol');

  it('waits, and is applied by its approval', () => {
    expect([before[change], before[request]]).toEqual(['applied', 'pending']);
    expect(its.states()).toMatchObject({ [change]: 'undone', [request]: 'applied' });
    expect(Object.keys(its.states())).toHaveLength(changesOf(start.journal).length + 2);
    expect(its.state.files.get('active/M08.yaml')).toBe(start.files.get('active/M08.yaml'));
  });

  it('is answered as applied, counted as signed off, and told by the log', () => {
    const answer = { decision: { kind: 'planned', plan: yes }, status: yes.after } as Parameters<typeof decidedText>[0];
    expect(decidedText(answer)?.words).toBe(`Approved and applied: ${request} for M08`);
    const tracking = yes.report?.signOffs.flatMap(({ lines }) => lines.map(({ text }) => text));
    expect(tracking).toContain('Requests pending: 0');
    expect(terminalLog(its.state.journal)).toContain(`undone ${change} as ${request} asked`);
  });

  it('is over: it is not approved, rejected or undone again', () => {
    expect(refusedBy(its.state, `approve ${request}`, { id: 'n', actor: 'dave' }).code).toBe('already-decided');
    expect(refusedBy(its.state, `reject ${request}`, { id: 'n', actor: 'dave' }).code).toBe('already-decided');
    const again = refusedBy(its.state, `undo ${request}`, { id: 'n' });
    expect([again.message, again.hint]).toEqual([
      `${request} itself undid a change`,
      'Give the first command again: update M08 --owner=alice.',
    ]);
  });
});

it('one approval takes back every change that the request names', () => {
  const its = world();
  const changes = ['M07', 'M08'].map((id) => idOf(its.say(`update ${id} --owner=alice`)));
  for (const id of changes) its.say(`approve ${id}`, 'carol');
  const request = idOf(its.say(changes.map((id) => `undo ${id}`)));
  its.say(`approve ${request}`, 'carol');
  expect(changes.map((id) => its.states()[id])).toEqual(['undone', 'undone']);
  expect(its.states()[request]).toBe('applied');
});
