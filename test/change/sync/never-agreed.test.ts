import { describe, expect, it } from 'vitest';
import { World } from './peer.ts';

const M01 = 'active/M01.yaml';
const M02 = 'active/M02.yaml';

/** M01 = #1 and M02 = #2; task a differs from issue 1 in title and person, task b from issue 2 in nothing; both issues are in no milestone. */
function firstSeen(config = 'currency: EUR\n'): World {
  const world = new World({
    'config.yaml': config,
    [M01]:
      'title: One\ntasks:\n  - {id: a, title: Mine, issue: 1, assigned_to: wanda}\n  - {id: b, title: B, issue: 2}   # kept\n',
    [M02]: 'title: Two\n',
  });
  world.github.issue({ title: 'Theirs', assignees: ['rita'] });
  world.github.issue({ title: 'B' });
  world.run();
  world.run();
  return world;
}

const open = (world: World): string[] => world.state.syncBase.conflicts.map((c) => c.id);
const tasks = (world: World, id: string): string[] => world.milestone(id).tasks.map((task) => task.id);
function still(world: World): void {
  const { plan, books } = world.run();
  expect([plan.writes, plan.operations, books]).toEqual([[], [], []]);
}

describe('an issue in which both sides never agreed', () => {
  it('is left alone as long as GitHub says what it said', () => {
    const world = firstSeen();
    world.edit(M01, { path: ['tasks', 0, 'title'], after: 'Still mine' });
    still(world);
    expect([open(world), world.state.diagnostics]).toEqual([[], []]);
  });

  it('is a conflict in what GitHub says anew, until both say the same', () => {
    const world = firstSeen();
    world.github.changeIssue(1, { title: 'Theirs, renamed', assignees: ['tristan'] });
    const { plan } = world.run();
    expect(plan.conflicts.map((c) => c.text)).toEqual([
      'issue #1 in M01: the title is "Mine" in the store and "Theirs, renamed" on GitHub',
      'issue #1 in M01: the assignee is "wanda" in the store and "tristan" on GitHub',
    ]);
    still(world);
    expect(open(world)).toEqual(['S-issue-1-assignee', 'S-issue-1-title']);
    world.github.changeIssue(1, { title: 'Mine' });
    world.run({ prefer: 'github' });
    expect(world.milestone('M01').tasks[0]).toMatchObject({ title: 'Mine', assignedTo: 'tristan' });
    expect(open(world)).toEqual([]);
    world.github.changeIssue(1, { title: 'Followed' });
    world.run();
    expect(world.milestone('M01').tasks[0]?.title).toBe('Followed');
    expect(world.text('state/github.yaml')).not.toMatch(/seen: \{.*title/);
  });

  it('that is opened again while the task is finished is no longer passed over', () => {
    const world = firstSeen();
    world.edit(M01, { path: ['tasks', 1, 'status'], after: 'cancelled' });
    world.github.changeIssue(2, { state: 'closed', reason: 'completed' });
    world.files.delete('state/github.yaml');
    world.run();
    expect(open(world)).toEqual([]);
    world.github.changeIssue(2, { state: 'open' });
    world.run();
    expect(open(world)).toEqual(['S-issue-2-status']);
  });

  it.each([false, true])('goes to the milestone that it is put into; issues written: %s', (writes) => {
    const world = firstSeen(`sync: {write_issues: ${writes}}\n`);
    expect(world.github.issues.get(2)?.milestone).toBe(writes ? 1 : null);
    world.github.changeIssue(2, { milestone: 2 });
    const { plan } = world.run();
    expect([tasks(world, 'M01'), tasks(world, 'M02')]).toEqual([['a'], ['b']]);
    expect(plan.conflicts.filter(({ field }) => field === 'milestone')).toEqual([]);
    expect(world.text(M02)).toContain('# kept');
    still(world);
    world.github.changeIssue(2, { milestone: 1 });
    world.run();
    expect(tasks(world, 'M01')).toEqual(['a', 'b']);
  });

  it('and whose task went elsewhere meanwhile is a conflict, told in the names of the store', () => {
    const world = firstSeen();
    world.files.set('active/M03.yaml', 'title: Three\n');
    world.run();
    world.edit(M01, { path: ['tasks', 1], after: undefined });
    world.edit('active/M03.yaml', { path: ['tasks'], after: [{ id: 'b', title: 'B', issue: 2 }] });
    world.github.changeIssue(2, { milestone: 2 });
    const { plan } = world.run();
    expect(plan.conflicts.map((c) => c.text)).toEqual([
      'issue #2 in M03: the milestone is "M03" in the store and "M02" on GitHub',
    ]);
  });

  it('that was in another milestone from the start stays so, and moved on it is a conflict', () => {
    const world = firstSeen();
    world.github.issue({ title: 'C', milestone: 2 });
    world.edit(M01, { path: ['tasks', 2], after: { id: 'c', title: 'C', issue: 3 } });
    world.run();
    expect(open(world)).toEqual([]);
    const third = world.github.milestone({ title: 'Three' });
    world.github.changeIssue(3, { milestone: third });
    world.run();
    const [conflict] = world.state.syncBase.conflicts;
    expect(conflict).toMatchObject({ id: 'S-issue-3-milestone', store: 'M01', github: 'M03' });
  });
});

it('an issue that was taken out of every milestone goes to the next one that it is put into', () => {
  const world = firstSeen();
  world.github.changeIssue(2, { milestone: 1 });
  world.run();
  world.github.changeIssue(2, { milestone: null });
  world.run();
  expect(world.milestone('M01').tasks[1]?.status).toBe('cancelled');
  world.github.changeIssue(2, { milestone: 2 });
  world.run();
  expect([tasks(world, 'M02'), world.milestone('M02').tasks[0]?.status]).toEqual([['b'], 'pending']);
  expect(open(world)).toEqual([]);
  still(world);
});

it('work that was cancelled with its issue stays so where that is put into another milestone, and may then go elsewhere', () => {
  const world = firstSeen();
  world.github.changeIssue(2, { milestone: 1 });
  world.run();
  world.github.changeIssue(2, { milestone: null, state: 'closed', reason: 'not_planned' });
  world.run();
  world.github.changeIssue(2, { milestone: 2 });
  world.run();
  expect([tasks(world, 'M02'), world.milestone('M02').tasks[0]?.status]).toEqual([['b'], 'cancelled']);
  world.edit(M02, { path: ['tasks'], after: [] });
  world.edit(M01, { path: ['tasks', 1], after: { id: 'b', issue: 2, title: 'B', status: 'cancelled' } });
  still(world);
});

it('an issue in a milestone of GitHub that takes no tasks leaves its task where it is, which is said', () => {
  const world = firstSeen('sync: {adopt: false}\n');
  world.github.changeIssue(2, { milestone: world.github.milestone({ title: 'Elsewhere' }) });
  const { plan } = world.run();
  expect(plan.notices).toEqual(['#2 is in "Elsewhere" on GitHub, of which no file takes tasks; b stays in M01.']);
  expect(tasks(world, 'M01')).toEqual(['a', 'b']);
  still(world);
});

describe('where issues are written', () => {
  const WRITES = 'sync: {write_issues: true}\n';

  it('one that is in no milestone is put into that of its task, but not for cancelled work', () => {
    const world = firstSeen(WRITES);
    expect(world.github.issues.get(2)?.milestone).toBe(1);
    world.github.issue({ title: 'C' });
    world.edit(M01, { path: ['tasks', 2], after: { id: 'c', title: 'C', issue: 3, status: 'cancelled' } });
    world.run();
    world.run();
    expect(world.github.issues.get(3)?.milestone).toBeNull();
  });

  it('what differed at the first look is a conflict, whoever says something new', () => {
    const world = firstSeen(WRITES);
    expect(open(world)).toEqual(['S-issue-1-assignee', 'S-issue-1-title']);
    world.github.changeIssue(1, { title: 'Newer' });
    world.edit(M01, { path: ['tasks', 0, 'assigned_to'], after: 'walter' });
    world.run();
    expect(open(world)).toEqual(['S-issue-1-assignee', 'S-issue-1-title']);
    expect(world.github.issues.get(1)).toMatchObject({ title: 'Newer', assignees: ['rita'] });
  });
});

it('a base that was written before GitHub was remembered is read, and goes on from now', () => {
  const world = firstSeen();
  world.files.set('state/github.yaml', world.text('state/github.yaml').replace(/, seen: \{.*?\}/g, ''));
  expect(world.text('state/github.yaml')).not.toContain('seen');
  world.run();
  world.github.changeIssue(2, { milestone: 2 });
  world.run();
  expect(tasks(world, 'M02')).toEqual(['b']);
});

describe('a file that comes in the place of one that was removed', () => {
  /** "Beta" = #1 was adopted as M10, and M10 was removed. */
  function removed(): World {
    const world = new World({ 'active/M09.yaml': 'title: Nine\n' });
    world.github.milestone({ title: 'Beta', description: 'Three paragraphs by Ann', due: '2024-09-30' });
    world.run();
    world.files.delete('active/M10.yaml');
    world.run();
    return world;
  }

  it.each(['', 'github: {milestone: 1}\n'])('and says nothing but the title is filled in from GitHub (%j)', (link) => {
    const world = removed();
    world.files.set('active/B01.yaml', `title: Beta\n${link}`);
    const { plan } = world.run();
    expect(plan.operations).toEqual([]);
    expect(world.milestone('B01')).toMatchObject({ description: 'Three paragraphs by Ann', github: 1 });
    expect(world.milestone('B01').timeline.estimated_end).toBe('2024-09-30');
    expect(open(world)).toEqual([]);
    still(world);
  });

  it.each(['', 'github: {milestone: 1}\n'])('and says something else is in conflict with GitHub (%j)', (link) => {
    const world = removed();
    world.github.change(1, { state: 'closed' });
    world.files.set('active/B01.yaml', `title: Beta\ndescription: Mine\n${link}`);
    for (let i = 0; i < 3; i++) expect(world.run().plan.operations).toEqual([]);
    expect(open(world)).toEqual(['S-B01-description']);
    expect(world.milestone('B01').status).toBe('completed');
    expect(world.onGitHub(1).description).toBe('Three paragraphs by Ann');
  });

  it('and is the same under a new id goes on as before, its new title included', () => {
    const world = new World({
      'active/M01.yaml': 'title: One\ndescription: Scope\ntimeline: {estimated_end: 2024-09-30}\n',
    });
    world.run();
    world.files.set('active/M05.yaml', world.text('active/M01.yaml').replace('One', 'Five'));
    world.files.delete('active/M01.yaml');
    world.github.change(1, { description: 'Wider scope' });
    world.run();
    expect(world.onGitHub(1).title).toBe('Five');
    expect(world.milestone('M05').description).toBe('Wider scope');
    expect(open(world)).toEqual([]);
    still(world);
  });
});
