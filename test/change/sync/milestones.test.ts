import { describe, expect, it } from 'vitest';
import { syncConflictsOf } from '../../../src/analysis/sync-conflicts.ts';
import { decide } from '../../../src/change/decide.ts';
import { agreedOn, bookkeeping, syncOf } from '../../../src/change/sync/sync.ts';
import { parseLine } from '../../../src/command/parse-line.ts';
import { changesOf } from '../../../src/store/journal.ts';
import { NOW, World } from './peer.ts';

const ORIGIN = { actor: 'octo', source: 'schedule', now: NOW };

/** A store and a GitHub that agree on one milestone, M05 = #1. */
function agreed(more = '', config = ''): World {
  const world = new World({
    'config.yaml': `calendar: {timezone: America/Los_Angeles}\n${config}`,
    'active/M05.yaml': `title: Tests  # ours\ndescription: Scope\nstatus: in_progress\ntimeline:\n  estimated_end: 2024-07-28   # due\n${more}`,
  });
  world.run();
  return world;
}

const open = (world: World): string[] => world.state.syncBase.conflicts.map((c) => c.id);
const M05 = 'active/M05.yaml';

describe('the first synchronisation', () => {
  it('creates what is open and new in the store, and links it', () => {
    const world = agreed();
    expect(world.onGitHub(1)).toMatchObject({ title: 'Tests', description: 'Scope', due: '2024-07-28', state: 'open' });
    expect(world.text(M05)).toContain('github:\n  milestone: 1\n');
    expect(world.state.syncBase.milestones.get('M05')).toMatchObject({ number: 1, title: 'Tests', due: '2024-07-28' });
  });

  it('leaves finished milestones that were never on GitHub alone, and the archive', () => {
    const world = new World({
      'active/M01.yaml': 'title: Done\nstatus: completed\n',
      'active/M02.yaml': 'title: Dropped\nstatus: cancelled\n',
      'archive/M00/milestone.yaml': 'title: Old\n',
    });
    world.github.milestone({ title: 'Old', state: 'closed' });
    const { plan } = world.run();
    expect([plan.operations, plan.adopted]).toEqual([[], []]);
  });

  it('links what has exactly the same title; what differs there is a conflict, what is missing is filled in', () => {
    const world = new World({ [M05]: 'title: Tests\ntimeline: {estimated_end: 2024-07-28}\n' });
    world.github.milestone({ title: 'Tests', description: 'Written on GitHub', due: '2024-08-02' });
    world.run();
    expect(world.milestone('M05')).toMatchObject({ github: 1, description: 'Written on GitHub' });
    expect(open(world)).toEqual(['S-M05-due']);
    expect(syncConflictsOf(world.state)?.[0]?.evidence).toBe(
      'M05: the due date is "2024-07-28" in the store and "2024-08-02" on GitHub',
    );
    expect(world.onGitHub(1).due).toBe('2024-08-02');
    world.run({ prefer: 'github' });
    expect(world.text(M05)).toContain('estimated_end: 2024-08-02');
    expect(open(world)).toEqual([]);
  });

  it('adopts what GitHub has more, in the style of the ids in use; what is closed is completed', () => {
    const world = new World({ 'active/M08.yaml': 'title: Ours\n' });
    world.github.milestone({ title: 'Theirs: "x"', description: 'a\r\n\r\nb', due: '2024-02-29' });
    world.github.milestone({ title: 'Over', state: 'closed' });
    const { plan } = world.run();
    expect(plan.adopted).toEqual(['M09', 'M10']);
    expect(world.milestone('M09')).toMatchObject({ title: 'Theirs: "x"', description: 'a\n\nb', status: 'planning' });
    expect(world.milestone('M10')).toMatchObject({
      folder: 'completed',
      status: 'completed',
      completedAt: '2024-07-26',
    });
    expect(plan.entries.map((e) => e.summary)).toEqual(['M09, M10: adopted from GitHub']);
    const again = world.run();
    expect([again.plan.writes, again.plan.operations, again.books]).toEqual([[], [], []]);
  });

  it('adopts nothing where the policy says so, nor while a broken file may be what it is', () => {
    for (const files of [{ 'config.yaml': 'sync: {adopt: false}\n' }, { 'active/M01.yaml': 'title: [1]\n' }]) {
      const world = new World(files);
      world.github.milestone({ title: 'Theirs' });
      expect(world.run().plan.writes).toEqual([]);
    }
  });

  it('begins with M01 in an empty store', () => {
    const world = new World();
    world.github.milestone({ title: 'Theirs' });
    expect(world.run().plan.adopted).toEqual(['M01']);
  });
});

describe('a field', () => {
  it('that one side changed is taken over by the other; nothing else in the file moves', () => {
    const world = agreed('labels: [a,  b]  # odd\n');
    const before = world.text(M05);
    world.github.change(1, { due: '2024-08-05', title: 'System tests' });
    const { plan } = world.run();
    expect(world.text(M05)).toBe(
      before.replace('2024-07-28', '2024-08-05').replace('title: Tests', 'title: System tests'),
    );
    expect(plan.entries[0]).toMatchObject({
      kind: 'applied',
      command: 'sync',
      source: 'https://example.org/milestone/1',
    });
    world.edit(M05, { path: ['description'], after: 'More' });
    expect(world.run().plan.operations).toEqual([
      { kind: 'update-milestone', id: 'M05', number: 1, set: { description: 'More' } },
    ]);
  });

  it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC'])('that is a day stays that day in %s', (zone) => {
    const world = new World({ 'config.yaml': `calendar: {timezone: ${zone}}\n`, [M05]: 'title: A\n' });
    world.github.milestone({ title: 'A', due: '2024-08-05' });
    world.run();
    expect(world.text(M05)).toContain('estimated_end: 2024-08-05');
    world.edit(M05, { path: ['timeline', 'estimated_end'], after: '2024-08-06T23:30:00' });
    world.run();
    expect(world.onGitHub(1).due).toBe('2024-08-06');
    world.github.change(1, { due: '2024-08-07' });
    world.run();
    expect(world.text(M05)).toContain('estimated_end: 2024-08-07T23:30:00');
    world.github.change(1, { due: null });
    world.run();
    expect(world.milestone('M05').timeline.estimated_end).toBeNull();
  });

  it('that both changed differently is left alone on both sides, and shown until somebody decides', () => {
    const world = agreed();
    world.edit(M05, { path: ['timeline', 'estimated_end'], after: '2024-08-01' });
    world.github.change(1, { due: '2024-08-02', title: 'Renamed' });
    world.run();
    expect([world.milestone('M05').timeline.estimated_end, world.onGitHub(1).due]).toEqual([
      '2024-08-01',
      '2024-08-02',
    ]);
    expect(world.state.syncBase.conflicts).toEqual([
      {
        id: 'S-M05-due',
        kind: 'field',
        milestone: 'M05',
        issue: null,
        field: 'due',
        store: '2024-08-01',
        github: '2024-08-02',
        base: '2024-07-28',
      },
    ]);
    expect(world.milestone('M05').title).toBe('Renamed');
    const { plan } = world.run({ prefer: 'store' });
    expect([world.onGitHub(1).due, open(world)]).toEqual(['2024-08-01', []]);
    // What GitHub lost is said, and stands in the journal though no file was changed.
    const lost = `S-M05-due: the store's due was kept, GitHub had "2024-08-02"`;
    expect(plan.overruled).toEqual([lost]);
    expect(plan.entries).toMatchObject([
      { summary: 'M05: kept as in the store', reason: lost, milestones: ['M05'], changes: [] },
    ]);
  });

  it('that was overruled but could not be told to GitHub is journalled once', () => {
    const world = agreed('', 'sync: {prefer: store}\n');
    world.edit(M05, { path: ['title'], after: 'Ours' });
    world.github.change(1, { title: 'Theirs' });
    const entries = [1, 2].map(() => world.run({ fails: () => true }).plan.entries.length);
    expect(entries).toEqual([1, 0]);
  });

  it('that both changed to the same is agreed', () => {
    const world = agreed();
    world.edit(M05, { path: ['title'], after: 'New' });
    world.github.change(1, { title: 'New' });
    expect(world.run().plan.conflicts).toEqual([]);
    expect(world.state.syncBase.milestones.get('M05')?.title).toBe('New');
  });

  it('whose operation failed is told again: the base is never ahead of GitHub', () => {
    const world = agreed();
    world.edit(M05, { path: ['title'], after: 'New' });
    world.run({ fails: () => true });
    expect(world.state.syncBase.milestones.get('M05')?.title).toBe('Tests');
    expect(open(world)).toEqual([]);
    world.run();
    expect(world.onGitHub(1).title).toBe('New');
  });

  it('that cannot be edited is said, and the others are', () => {
    const world = agreed();
    world.files.set(M05, world.text(M05).replace('description: Scope', 'description: &d Scope\ncategory: *d'));
    world.github.change(1, { description: 'Other', title: 'New' });
    const { plan } = world.run();
    expect(plan.notices.join()).toContain('active/M05.yaml:2: description is shared');
    expect(world.milestone('M05')).toMatchObject({ title: 'New', description: 'Scope' });
  });
});

describe('a description', () => {
  it('with text that a person added on GitHub keeps it when the store writes a new one', () => {
    const world = agreed();
    world.github.change(1, { description: 'Read this first.\r\n\r\nScope\r\n\r\n- [ ] ask Bob' });
    world.edit(M05, { path: ['description'], after: 'New scope' });
    world.run({ fails: () => true });
    world.run();
    expect(world.milestone('M05').description).toBe('Read this first.\n\nNew scope\n\n- [ ] ask Bob');
    expect(world.onGitHub(1).description).toBe('Read this first.\n\nNew scope\n\n- [ ] ask Bob');
    expect(open(world)).toEqual([]);
  });

  it('is not written again because of line breaks or space around it', () => {
    const world = agreed();
    world.edit(M05, { path: ['description'], after: 'Two\nlines\n' });
    world.run();
    world.github.change(1, { description: '\r\nTwo\r\nlines  \r\n' });
    const { plan, books } = world.run();
    expect([plan.writes, plan.operations, books]).toEqual([[], [], []]);
  });

  it('that was overruled by the preferred side stands in the journal', () => {
    const world = agreed();
    world.github.change(1, { description: 'Theirs' });
    world.edit(M05, { path: ['description'], after: 'Ours' });
    const { plan } = world.run({ prefer: 'github' });
    expect(plan.entries[0]?.reason).toContain('the store had "Ours"');
    expect(plan.conflicts).toMatchObject([{ id: 'S-M05-description', solved: 'github' }]);
  });
});

describe('the state', () => {
  it('closed on GitHub completes on the closing day of the project time zone, reopened takes it back', () => {
    const world = agreed();
    world.github.change(1, { state: 'closed', closedAt: '2024-07-27T03:00:00Z' });
    const closed = world.github.milestones.get(1);
    if (closed) closed.closedAt = '2024-07-27T03:00:00Z';
    world.run();
    expect(world.milestone('M05')).toMatchObject({ status: 'completed', completedAt: '2024-07-26' });
    world.github.change(1, { state: 'open' });
    world.run();
    expect(world.milestone('M05')).toMatchObject({ status: 'in_progress', completedAt: null });
  });

  it.each(['completed', 'cancelled'])('%s in the store closes on GitHub', (status) => {
    const world = agreed();
    world.edit(M05, { path: ['status'], after: status });
    world.run();
    expect(world.onGitHub(1).state).toBe('closed');
    expect(world.milestone('M05').status).toBe(status);
  });
});

describe('titles', () => {
  it('are swapped and rotated by way of a temporary one, whatever dies in between', () => {
    const world = new World({
      'active/A.yaml': 'title: a\n',
      'active/B.yaml': 'title: b\n',
      'active/C.yaml': 'title: c\n',
    });
    world.run();
    for (const [id, title] of Object.entries({ A: 'b', B: 'c', C: 'a' }))
      world.edit(`active/${id}.yaml`, { path: ['title'], after: title });
    const { plan } = world.run({ fails: (i) => i > 1, dies: true });
    expect(plan.operations).toHaveLength(4);
    world.run();
    expect([1, 2, 3].map((n) => world.onGitHub(n).title)).toEqual(['b', 'c', 'a']);
    expect([open(world), world.run().plan.operations]).toEqual([[], []]);
  });

  it('that another milestone has are conflicts', () => {
    const world = new World({
      [M05]: 'title: a\n',
      'active/M06.yaml': 'title: b\n',
      'config.yaml': 'sync: {adopt: false}\n',
    });
    world.run();
    world.github.milestone({ title: 'theirs' });
    world.edit(M05, { path: ['title'], after: 'theirs' });
    world.files.set('active/M07.yaml', 'title: b\n');
    expect(world.run().plan.operations).toEqual([]);
    expect(world.state.syncBase.conflicts.map((c) => [c.id, c.kind])).toEqual([
      ['S-M05-title', 'title-taken'],
      ['S-M07-title', 'duplicate-title'],
    ]);
  });

  it('given up by one milestone are free for a new one', () => {
    const world = agreed();
    world.edit(M05, { path: ['title'], after: 'Other' });
    world.files.set('active/M06.yaml', 'title: Tests\n');
    world.run();
    expect([world.onGitHub(1).title, world.onGitHub(2).title]).toEqual(['Other', 'Tests']);
  });
});

describe('what is gone', () => {
  it('from GitHub is a conflict; preferring the store creates it anew', () => {
    const world = agreed();
    world.github.remove(1);
    expect(world.run().plan.operations).toEqual([]);
    expect(world.state.syncBase.conflicts).toMatchObject([{ id: 'S-M05-deleted', kind: 'deleted-on-github' }]);
    world.run({ prefer: 'store' });
    expect([world.milestone('M05').github, open(world)]).toEqual([2, []]);
  });

  it('from GitHub is nothing to decide about once it is finished', () => {
    const world = agreed();
    world.github.remove(1);
    world.edit(M05, { path: ['status'], after: 'completed' });
    const { plan } = world.run({ prefer: 'store' });
    expect([plan.operations, open(world)]).toEqual([[], []]);
  });

  it('is not concluded from a look at a part of GitHub', () => {
    const world = agreed();
    const remote = { ...world.github.remote(), milestones: [], complete: false };
    const plan = syncOf(world.state, remote, ORIGIN);
    expect([plan.operations, plan.conflicts, bookkeeping(world.state, remote)]).toEqual([[], [], []]);
  });

  it('from the store is neither adopted again nor touched on GitHub', () => {
    const world = agreed();
    world.files.delete(M05);
    const { plan, books } = world.run();
    expect([plan.writes, plan.operations, books]).toEqual([[], [], []]);
    expect(plan.notices).toEqual(['M05 was removed from the store; milestone 1 on GitHub is left alone.']);
  });

  it('of two files with one link the copy is told', () => {
    const world = agreed();
    world.files.set('active/M01.yaml', world.text(M05));
    expect(world.run().plan.conflicts).toMatchObject([{ id: 'S-M01-link', kind: 'duplicate-link', github: '1' }]);
  });
});

it('what is gone from both sides is forgotten, its conflicts too', () => {
  const world = agreed();
  world.edit(M05, { path: ['title'], after: 'Ours' });
  world.github.change(1, { title: 'Theirs' });
  world.run();
  world.files.delete(M05);
  world.github.remove(1);
  world.run();
  expect([world.state.syncBase.milestones.size, open(world), world.run().books]).toEqual([0, [], []]);
});

it('an answer of GitHub is recorded on a store that moved on meanwhile', () => {
  const world = agreed();
  world.edit(M05, { path: ['title'], after: 'New' });
  for (const operation of world.plan().operations) world.github.execute(operation);
  const agree = agreedOn(world.state, world.github.remote());
  world.edit(M05, { path: ['title'], after: 'Newer' });
  world.write(bookkeeping(agree(world.state), world.github.remote()));
  world.run();
  expect([world.onGitHub(1).title, open(world)]).toEqual(['Newer', []]);
});

it('nothing is compared once what both sides agree on can no longer be recorded, until it fits again', () => {
  const long = 'x'.repeat(600_000);
  const world = agreed();
  world.files.set('active/M06.yaml', `title: Long\ndescription: ${long}\n`);
  world.run();
  world.edit(M05, { path: ['description'], after: long });
  world.github.change(1, { description: long });
  world.run();
  world.edit('active/M06.yaml', { path: ['title'], after: 'Shorter' });
  const { plan, books } = world.run();
  expect([plan.operations, plan.writes, books]).toEqual([[], [], []]);
  expect(plan.notices).toEqual([
    'Nothing was synchronised: state/github.yaml would become larger than 1 MiB. Move finished milestones to archive/, or shorten descriptions.',
  ]);
  world.edit(M05, { path: ['description'], after: 'Short' });
  const after = world.run().plan;
  expect(after.operations).toEqual([{ kind: 'update-milestone', id: 'M06', number: 2, set: { title: 'Shorter' } }]);
  // Nobody can tell which of them is the newer.
  expect(open(world)).toEqual(['S-M05-description']);
});

describe('what GitHub changed, held against the policy', () => {
  const POLICY =
    'groups: {sponsor: [dana]}\napprovals: [{name: Late, when: {timeline_days: {gt: 5}}, from: [sponsor]}]\n';
  const changes = (world: World) => changesOf(world.state.journal).map(({ state, actor }) => `${actor}: ${state}`);

  function decided(world: World, command: string, actor: string) {
    const parsed = parseLine(command, 'c#1');
    if (!('intent' in parsed)) throw new Error(`${command} is not understood`);
    const origin = { actor, source: 'https://example.org/issues/1#c', now: NOW };
    const hearing = { parse: () => null, onRecord: true, invalid: new Map(), teams: new Map() };
    const decision = decide(world.state, [parsed.intent], origin, hearing);
    if (decision.kind !== 'planned') throw new Error(JSON.stringify(decision));
    return decision.plan;
  }

  it('is in force and unapproved where a rule asks; undone, it is taken back on GitHub too', () => {
    const world = agreed('', POLICY);
    world.github.change(1, { due: '2024-08-28' });
    const { plan } = world.run();
    expect(plan.entries).toMatchObject([
      {
        kind: 'edited',
        summary: 'M05: dates as on GitHub (unapproved, needs sponsor)',
        approvals: [{ rule: 'Late', outcome: 'required', expires: null }],
      },
    ]);
    expect(changes(world)).toEqual(['github: unapproved']);
    const undone = decided(world, `undo ${plan.entries[0]?.id}`, 'octo');
    expect(undone.edits).toMatchObject([{ file: M05, after: '2024-07-28' }]);
    expect(changesOf(undone.state.journal).map(({ state }) => state)).toEqual(['undone', 'applied']);
  });

  it('is not approved by whoever had it brought in, for they may have made it', () => {
    const world = agreed('', POLICY.replace('[dana]', '[dana, erin]'));
    world.github.change(1, { due: '2024-08-28' });
    const [entry] = world.run({ asker: 'Dana' }).plan.entries;
    const approve = `approve ${entry?.id}`;
    expect(() => decided(world, approve, 'dana')).toThrow(/self-approval.*dana brought .* in from GitHub/);
    expect(decided(world, approve, 'erin').entries).toMatchObject([{ kind: 'approved', actor: 'erin' }]);
  });

  it('counts as approved once those who are asked have approved it', () => {
    const world = agreed('', POLICY);
    world.github.change(1, { due: '2024-08-28' });
    const { plan } = world.run();
    const approved = decided(world, `approve ${plan.entries[0]?.id}`, 'dana');
    expect(changesOf(approved.state.journal).map(({ state }) => state)).toEqual(['applied']);
    expect(approved.edits).toEqual([]);
  });

  it('is simply applied where no rule asks', () => {
    const world = agreed('', POLICY);
    world.github.change(1, { due: '2024-07-30' });
    world.run();
    expect(changes(world)).toEqual(['github: applied']);
  });
});

it('a part of GitHub only can be asked for', () => {
  const world = agreed();
  world.github.milestone({ title: 'Theirs' });
  world.github.change(1, { title: 'New' });
  const plan = syncOf(world.state, world.github.remote(), ORIGIN, { only: { milestones: [1], issues: [] } });
  expect([plan.edits.length, plan.adopted]).toEqual([1, []]);
});

it('nothing is done while the policy or the base cannot be understood', () => {
  for (const file of ['config.yaml', 'config.yml', 'state/github.yaml']) {
    const world = agreed();
    world.files.set(file, file.startsWith('config') ? 'sync: {prefer: both}\n' : 'milestones: 5\n');
    world.github.change(1, { title: 'New' });
    expect(world.plan()).toMatchObject({ writes: [], operations: [], notices: [expect.stringContaining(file)] });
    expect(bookkeeping(world.state, world.github.remote())).toEqual([]);
  }
});
