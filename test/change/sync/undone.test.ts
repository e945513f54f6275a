import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/change/decide.ts';
import { parseLine } from '../../../src/command/parse-line.ts';
import { NOW, World } from './peer.ts';

const FILES = {
  'active/M01.yaml':
    'title: One   # first\ntasks:\n  # about a\n  - id: a   # mine\n    title: A\n    issue: 1\n  - {id: b, title: B, issue: 2}   # b\n  - {id: c, title: C, issue: 3, depends_on: [b]}\n',
  'active/M02.yaml': 'title: Two\ntasks:\n- id: a\n  title: Other\n# the end\n',
};

function linked(files: Readonly<Record<string, string>> = FILES): World {
  const world = new World(files);
  for (const title of ['A', 'B', 'C']) world.github.issue({ title });
  world.run();
  world.run();
  for (const number of [1, 2, 3]) world.github.changeIssue(number, { milestone: 1 });
  world.run();
  return world;
}

function undo(world: World, id: string | undefined) {
  const parsed = parseLine(`undo ${id}`, 'c#1');
  if (!('intent' in parsed)) throw new Error('not understood');
  const hearing = { parse: () => null, onRecord: true, invalid: new Map(), teams: new Map() };
  return decide(world.state, [parsed.intent], { actor: 'octo', source: 'https://example.org/1', now: NOW }, hearing);
}

/** Every file of a milestone is what it was before. */
function backTo(before: ReadonlyMap<string, string>, world: World, id: string | undefined): void {
  const decision = undo(world, id);
  if (decision.kind !== 'planned') throw new Error(JSON.stringify(decision));
  world.write(decision.plan.writes);
  for (const path of Object.keys(FILES)) expect(world.text(path), path).toBe(before.get(path));
}

describe('undo of a synchronisation', () => {
  it('that moved a task and renamed the next one restores every byte', () => {
    const world = linked();
    const before = new Map(world.files);
    world.github.changeIssue(1, { milestone: 2 });
    world.github.changeIssue(2, { title: 'B renamed' });
    const { plan } = world.run();
    expect(world.milestone('M01').tasks.map(({ title }) => title)).toEqual(['B renamed', 'C']);
    backTo(before, world, plan.entries[0]?.id);
  });

  it('that moved several tasks both ways, and added and changed others, too', () => {
    const world = linked();
    world.github.issue({ title: 'D', milestone: 2 });
    world.run();
    const before = new Map(world.files);
    world.github.changeIssue(1, { milestone: 2, assignees: ['rita'] });
    world.github.changeIssue(3, { milestone: 2, state: 'closed' });
    world.github.changeIssue(4, { milestone: 1, blockedBy: [2] });
    world.github.issue({ title: 'E', milestone: 1 });
    world.github.issue({ title: 'F', parent: 4 });
    world.github.change(1, { title: 'Uno', due: '2024-08-02' });
    const { plan } = world.run();
    expect(plan.entries).toHaveLength(1);
    backTo(before, world, plan.entries[0]?.id);
  });

  it('says what really stands in the way', () => {
    const world = linked();
    world.github.changeIssue(1, { milestone: 2 });
    world.github.changeIssue(2, { title: 'B renamed' });
    const { plan } = world.run();
    world.edit('active/M01.yaml', { path: ['tasks', 0, 'title'], after: 'Mine' });
    const id = plan.entries[0]?.id;
    expect(undo(world, id)).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'stands-in-the-way', message: `active/M01.yaml tasks has changed since ${id}` }],
    });
  });
});
