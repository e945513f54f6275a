import { describe, expect, it } from 'vitest';
import { World } from './peer.ts';

const M01 = 'active/M01.yaml';

function agreed(description: string, config = 'currency: EUR\n'): World {
  const world = new World({ 'config.yaml': config, [M01]: 'title: One\n' });
  world.edit(M01, { path: ['description'], after: description });
  world.run();
  return world;
}

/** What comes of a new text in the store, with GitHub's changed meanwhile; null for a conflict. */
function merged(was: string, github: string, store: string): string | null {
  const world = agreed(was);
  world.github.change(1, { description: github });
  world.edit(M01, { path: ['description'], after: store });
  world.run();
  if (world.state.syncBase.conflicts.length > 0) {
    expect([world.milestone('M01').description, world.onGitHub(1).description]).toEqual([store, github]);
    return null;
  }
  expect(world.milestone('M01').description).toBe(world.onGitHub(1).description);
  return world.onGitHub(1).description;
}

describe('text that was added on GitHub', () => {
  it('as lines of its own stays around what the store writes anew', () => {
    expect(merged('TBD', 'Read this:\r\n\r\nTBD  \r\n- ask Bob', 'Ship v3')).toBe('Read this:\n\nShip v3  \n- ask Bob');
    expect(merged('a\nb', 'a\nb\nc', 'A\nB')).toBe('A\nB\nc');
    expect(merged('Scope', 'Scope\n\nMore of the Scope', 'New')).toBe('New\n\nMore of the Scope');
  });

  it.each([
    ['TBD', 'Not TBD anymore, Ann wrote this: ship v2'],
    ['TBD', 'TBD, says Ann'],
    ['TBD', 'Still TBD'],
    ['We test.', '> We test.'],
    ['TBD', 'TBD\nor\nTBD'],
  ])('as a part of a sentence makes it another text: %j became %j', (was, github) => {
    expect(merged(was, github, 'Ship v3')).toBeNull();
  });
});

describe('what is overruled', () => {
  const LONG = `${'An important paragraph with "quotes" and 🚀.\n'.repeat(40)}THE END`;

  it('on GitHub stands in the journal as a whole; the reply is short', () => {
    const world = agreed('old', 'sync: {prefer: store}\n');
    world.github.change(1, { description: LONG });
    world.edit(M01, { path: ['description'], after: 'new' });
    const { plan } = world.run();
    expect(world.onGitHub(1).description).toBe('new');
    expect(plan.entries[0]?.reason).toContain(JSON.stringify(LONG));
    expect(plan.overruled.join().length).toBeLessThan(400);
    const [entry] = world.state.journal;
    expect(entry?.reason).toContain(JSON.stringify(LONG));
    expect(world.state.diagnostics).toEqual([]);
    expect(world.run().plan.entries).toEqual([]);
  });

  it('of an issue as well', () => {
    const world = new World({
      'config.yaml': 'sync: {prefer: store, write_issues: true}\n',
      [M01]: 'title: One\ntasks: [{id: a, title: A, issue: 1}]\n',
    });
    world.github.issue({ title: 'A' });
    world.run();
    world.github.changeIssue(1, { title: `${'long '.repeat(45)}END` });
    world.edit(M01, { path: ['tasks', 0, 'title'], after: 'B' });
    expect(world.run().plan.entries[0]?.reason).toContain('long END');
  });

  it('beside changes that are followed, and however long, in files that can be read again', () => {
    const world = agreed('old', 'sync: {prefer: store}\n');
    const huge = '"🚀\n'.repeat(100_000);
    world.github.change(1, { description: huge, due: '2024-08-02' });
    world.edit(M01, { path: ['description'], after: 'new' });
    const { plan } = world.run();
    expect(world.milestone('M01').timeline.estimated_end).toBe('2024-08-02');
    expect(plan.entries.filter(({ changes }) => changes.length > 0)).toHaveLength(1);
    for (const [path, text] of world.files) expect(Buffer.byteLength(text), path).toBeLessThan(1024 * 1024);
    const whole = world.state.journal
      .toSorted((a, b) => plan.entries.findIndex((e) => e.id === a.id) - plan.entries.findIndex((e) => e.id === b.id))
      .filter(({ changes }) => changes.length === 0)
      .map(({ reason }) => reason)
      .join('');
    expect(whole).toContain(JSON.stringify(huge.trim()));
    expect(world.run().plan.entries).toEqual([]);
  });
});
