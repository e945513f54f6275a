import { describe, expect, it } from 'vitest';
import type { Intent } from '../../src/model/intent.ts';
import { type Extent, planSync } from '../../src/run/synchronise.ts';
import { NOW, World } from '../change/sync/peer.ts';

const ORIGIN = { actor: 'alice', source: 'https://example.org/issues/9#c', now: NOW };
const REQUEST = { id: 'r', intents: [] as Intent[], refusals: [], origin: ORIGIN };
const only = (...ids: string[]): Extent => ({ scope: 'milestones', only: ids, inward: false });
const ALL: Extent = { scope: 'all', only: null, inward: false };

/** M05 = #1 and M06 = #2, synchronised. */
function linked(): World {
  const world = new World({ 'active/M05.yaml': 'title: Tests\n', 'active/M06.yaml': 'title: Next\n' });
  world.run();
  return world;
}

const plan = (world: World, extent: Extent, more: object = {}) =>
  planSync(world.state, world.github.remote(), { ...REQUEST, ...more }, extent);

describe('a look at named milestones', () => {
  it('neither creates nor renames one onto the title of another that is linked', () => {
    const world = linked();
    world.files.set('active/M07.yaml', 'title: Tests\n');
    expect(plan(world, only('M07'))).toMatchObject({ operations: [], conflicts: [{ id: 'S-M07-title' }] });
    world.edit('active/M06.yaml', { path: ['title'], after: 'Tests' });
    expect(plan(world, only('M06'))).toMatchObject({
      operations: [],
      conflicts: [{ id: 'S-M06-title', kind: 'title-taken' }],
    });
  });

  it('does not tell of others that were removed from the store; a full one does', () => {
    const world = linked();
    world.files.delete('active/M05.yaml');
    expect(plan(world, only('M06')).notices).toEqual([]);
    expect(plan(world, ALL).notices).toHaveLength(1);
  });
});

describe('who changed what is found changed on GitHub', () => {
  function changed(): World {
    const world = linked();
    world.github.change(1, { description: 'By Bob' });
    return world;
  }

  it.each([
    ['of a push, a schedule or a dispatch', ALL, { sync: 'all' }],
    ["of somebody's command", only('M05'), {}],
    ['of the deletion of another milestone', { ...ALL, scope: 'milestones' } as Extent, { sync: 'milestones' }],
  ])('is not known by a run %s', (_, extent, more) => {
    expect(plan(changed(), extent, more).entries).toMatchObject([
      { actor: 'github', source: 'https://example.org/milestone/1' },
    ]);
  });

  it('may be who had it brought in, where the policy asks: that stands beside it, and a scheduled run asks for nothing', () => {
    const world = linked();
    world.files.set('config.yaml', 'groups: {sponsor: [dana]}\napprovals: [{name: All, from: [sponsor]}]\n');
    world.github.change(1, { due: '2024-09-28' });
    expect(plan(world, ALL, { sync: 'all' }).entries).toMatchObject([{ actor: 'github', broughtBy: 'alice' }]);
    expect(plan(world, only('M05')).entries).toMatchObject([{ actor: 'github', broughtBy: 'alice' }]);
    const scheduled = { sync: 'all', origin: { ...ORIGIN, actor: 'github-actions[bot]' } };
    for (const more of [scheduled, { sync: { milestone: 1 } }])
      expect(plan(world, ALL, more).entries[0]).not.toHaveProperty('broughtBy');
  });

  it.each([{ milestone: 1 }, { issue: 4 }])('is who an event about it names: %j', (sync) => {
    const [entry] = plan(changed(), { scope: sync, only: null, inward: false }, { sync }).entries;
    expect(entry?.actor).toBe('alice');
  });

  it('with several changes the page of all milestones is named', () => {
    const world = changed();
    world.github.change(2, { description: 'By Eve' });
    expect(plan(world, ALL).entries).toMatchObject([{ actor: 'github', source: 'https://example.org/milestones' }]);
  });
});
