import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/change/apply-edits.ts';
import { bookkeeping, syncOf } from '../../../src/change/sync/sync.ts';
import { undoStep } from '../../../src/change/undo.ts';
import { parseLine } from '../../../src/command/parse-line.ts';
import { NOW, World } from './peer.ts';

const M05 = 'active/M05.yaml';
const ORIGIN = { actor: 'octo', source: 'schedule', now: NOW };

const TASKS = `tasks:
    # the hard one
    - id: task-001   # kept
      title: First
      status: in_progress
      actual_hours: 3
      # inner remark
      issue: 1
    - {id: task-002, title: Second, issue: 2, progress: 40, assigned_to: alice}
    - id: task-003
      title: Own
      depends_on: [task-002]
`;

/** M05 = #1 with tasks of the issues 1 and 2 and one of its own; M06 = #2 with a task that has the id of another. */
function linked(config = ''): World {
  const world = new World({
    'config.yaml': config || 'currency: EUR\n',
    [M05]: `title: Tests\n${TASKS}`,
    'active/M06.yaml': 'title: Next\r\ntasks:\r\n- id: task-001\r\n  title: Other\r\n',
  });
  world.run();
  world.github.issue({ title: 'First', milestone: 1 });
  world.github.issue({ title: 'Second', milestone: 1, assignees: ['alice'] });
  world.run();
  return world;
}

const task = (world: World, id: string, milestone = 'M05') => world.milestone(milestone).tasks.find((t) => t.id === id);
const still = (world: World): void => {
  const { plan, books } = world.run();
  expect([plan.writes, plan.operations, plan.conflicts, books]).toEqual([[], [], [], []]);
};

describe('a linked task follows its issue', () => {
  it('closed as completed, and opened again', () => {
    const world = linked();
    world.github.changeIssue(2, { state: 'closed', reason: 'completed' });
    const { plan } = world.run();
    expect(task(world, 'task-002')).toMatchObject({ status: 'completed', completedAt: '2024-07-26', progress: 100 });
    expect(plan.entries).toMatchObject([
      { source: 'https://example.org/issues/2', summary: 'M05: tasks as on GitHub' },
    ]);
    world.github.changeIssue(2, { state: 'open', reason: 'reopened' });
    world.run();
    expect(task(world, 'task-002')).toMatchObject({ status: 'in_progress', completedAt: null, progress: null });
    still(world);
  });

  it.each(['not_planned', 'duplicate'] as const)('closed as %s, it is cancelled', (reason) => {
    const world = linked();
    world.github.changeIssue(1, { state: 'closed', reason });
    world.run();
    expect(task(world, 'task-001')?.status).toBe('cancelled');
  });

  it('with the label blocked, whatever its case, and without it', () => {
    const world = linked();
    world.github.changeIssue(1, { labels: ['bug', 'Blocked'] });
    world.run();
    expect(task(world, 'task-001')?.status).toBe('blocked');
    world.github.changeIssue(1, { labels: [] });
    world.run();
    expect(task(world, 'task-001')?.status).toBe('in_progress');
  });

  it('stays as it is when its milestone is deleted on GitHub, and when that is put there again', () => {
    const world = linked();
    const before = world.text(M05);
    world.github.remove(1);
    for (const number of [1, 2]) world.github.changeIssue(number, { milestone: null });
    world.run();
    world.run();
    expect(world.text(M05)).toBe(before);
    world.run({ prefer: 'store' });
    expect(world.milestone('M05').tasks).toHaveLength(3);
    expect(task(world, 'task-001')?.status).toBe('in_progress');
    still(world);
  });

  it('in conflict stays so where only milestones are looked at', () => {
    const world = linked();
    world.edit(M05, { path: ['tasks', 1, 'title'], after: 'Ours' });
    world.github.changeIssue(2, { title: 'Theirs' });
    world.run();
    expect(world.state.syncBase.conflicts.map(({ id }) => id)).toEqual(['S-issue-2-title']);
    const remote = { ...world.github.remote(), issues: [], withoutIssues: true } as const;
    expect(bookkeeping(world.state, remote)).toEqual([]);
  });

  it('in its title and assignee; of several people the known one stays', () => {
    const world = linked();
    world.github.changeIssue(1, { title: 'Renamed: "x"', assignees: ['bob'] });
    world.github.changeIssue(2, { assignees: ['carol', 'Alice'] });
    world.run();
    expect(task(world, 'task-001')).toMatchObject({ title: 'Renamed: "x"', assignedTo: 'bob' });
    expect(task(world, 'task-002')?.assignedTo).toBe('alice');
    world.github.changeIssue(1, { assignees: [] });
    world.run();
    expect(task(world, 'task-001')?.assignedTo).toBeNull();
  });

  it('into the file of another milestone, as it is written, under an id that is free there', () => {
    const world = linked();
    world.github.changeIssue(1, { milestone: 2 });
    world.run();
    expect(world.text('active/M06.yaml')).toContain(
      '# the hard one\r\n- id: task-001-2   # kept\r\n  title: First\r\n  status: in_progress\r\n  actual_hours: 3\r\n  # inner remark\r\n  issue: 1\r\n',
    );
    expect(world.milestone('M05').tasks.map((t) => t.id)).toEqual(['task-002', 'task-003']);
    expect(world.text(M05)).not.toContain('# the hard one');
    still(world);
  });

  it('the only task of a file as well, with its comments; undone, both files are what they were', () => {
    const world = linked();
    const files = {
      [M05]:
        'title: Tests\ntasks: # those of the team\n  # list them by hand\n\n  # first\n  - id: one # mine\n    issue: 1\ngithub: {milestone: 1}\n',
      'active/M06.yaml': 'title: Next\ngithub: {milestone: 2}\ntasks:\n# other\n- id: x\n- id: y\n',
    };
    for (const [path, text] of Object.entries(files)) world.files.set(path, text);
    world.run();
    const before = new Map(world.files);
    world.github.changeIssue(1, { milestone: 2 });
    const { plan } = world.run();
    expect(world.text('active/M06.yaml')).toContain('- id: y\n# first\n- id: one # mine\n');
    expect(world.text(M05)).toContain('tasks: [] # those of the team\n  # list them by hand\n');
    const [entry] = plan.entries;
    const parsed = parseLine(`undo ${entry?.id}`, 'c#1');
    if (!('intent' in parsed)) throw new Error('not understood');
    const step = undoStep(world.state, parsed.intent);
    if (!step.ok) throw new Error(step.refusal.message);
    const undone = applyEdits(world.files, step.value.edits);
    if (!undone.ok) throw new Error(undone.refusal.message);
    for (const path of Object.keys(files)) expect(undone.value.get(path)).toBe(before.get(path));
    still(world);
  });

  it('and what it waited for in the old one, and what waited for it there, is said', () => {
    const world = linked();
    world.edit(M05, { path: ['tasks', 1, 'depends_on'], after: ['task-001'] });
    world.github.changeIssue(2, { milestone: 2 });
    expect(world.run().plan.notices).toEqual([
      'task-002 went from M05 to M06 with its issue, but it waits for task-001 and task-003 waits for it in M05: that does not hold across milestones.',
    ]);
  });

  it('into a list that is written in one line: what does not fit there is said', () => {
    const world = linked();
    world.files.set('active/M06.yaml', 'title: Next\ngithub: {milestone: 2}\ntasks: [{id: x}]\n');
    world.github.changeIssue(1, { milestone: 2 });
    expect(world.run().plan.notices).toContain(
      'The comments on task-001 do not fit into active/M06.yaml; the journal has them.',
    );
    expect(task(world, 'task-001', 'M06')?.title).toBe('First');
  });

  it('out of every milestone: cancelled, and back when it is put into one again', () => {
    const world = linked();
    world.github.changeIssue(2, { milestone: null });
    world.run();
    expect(task(world, 'task-002')?.status).toBe('cancelled');
    still(world);
    world.github.changeIssue(2, { milestone: 1 });
    world.run();
    expect(task(world, 'task-002')?.status).toBe('in_progress');
    still(world);
  });

  it('what only the store changed is kept in silence where issues are not written', () => {
    const world = linked();
    world.edit(
      M05,
      { path: ['tasks', 0, 'status'], after: 'completed' },
      { path: ['tasks', 0, 'title'], after: 'Mine' },
    );
    const before = world.text(M05);
    still(world);
    expect(world.text(M05)).toBe(before);
    world.github.changeIssue(1, { title: 'Theirs' });
    world.run();
    expect(world.state.syncBase.conflicts.map((c) => c.id)).toEqual(['S-issue-1-title']);
  });

  it('a blocked task is completed with its issue all the same', () => {
    const world = linked();
    world.edit(M05, { path: ['tasks', 0, 'status'], after: 'blocked' });
    world.run();
    world.github.changeIssue(1, { state: 'closed' });
    world.run();
    expect(task(world, 'task-001')?.status).toBe('completed');
  });
});

describe('issues become tasks', () => {
  it('at the end of their milestone, sub-issues with their parent, each once', () => {
    const world = linked();
    world.github.issue({ title: 'Third', milestone: 1, assignees: ['bob'], state: 'closed', closedAt: NOW });
    world.github.issue({ title: 'Part', parent: 1 });
    world.github.issue({ title: 'Part of part', parent: 4, labels: ['blocked'] });
    world.run();
    expect(world.text(M05)).toContain(
      `    - id: issue-3\n      title: Third\n      status: completed\n      assigned_to: bob\n      issue: 3\n      completed_at: 2024-07-26\n`,
    );
    expect(task(world, 'task-001')?.dependsOn).toEqual(['issue-4']);
    expect(task(world, 'issue-4')?.dependsOn).toEqual(['issue-5']);
    expect(task(world, 'issue-5')).toMatchObject({ status: 'blocked', issue: 5 });
    still(world);
  });

  it('not again after a person removed them, nor those of the archive', () => {
    const world = linked();
    world.edit(M05, { path: ['tasks', 1], after: undefined });
    world.files.set('archive/M00/milestone.yaml', 'title: Old\ntasks: [{id: x, issue: 3}]\n');
    world.github.issue({ title: 'Old', milestone: 1 });
    still(world);
  });

  it('of the archive are remembered no longer, and not added again either', () => {
    const world = linked();
    expect([...world.state.syncBase.issues.keys()]).toEqual([1, 2]);
    world.files.set('archive/M05/milestone.yaml', world.text(M05));
    world.files.delete(M05);
    const { plan } = world.run();
    expect([plan.writes, [...world.state.syncBase.issues.keys()]]).toEqual([[], []]);
    still(world);
  });

  it('not where the policy says so', () => {
    const world = linked('sync: {tasks_from_issues: false}\n');
    world.github.issue({ title: 'Third', milestone: 1 });
    still(world);
  });

  it('hundreds of them in one go, in files that can be read again', { timeout: 60_000 }, () => {
    const world = linked();
    for (let i = 0; i < 400; i++)
      world.github.issue({ title: `Issue ${i}`, milestone: 1 + (i % 2), blockedBy: i > 2 ? [i] : [] });
    const { plan } = world.run();
    expect(plan.entries.length).toBeGreaterThan(0);
    expect(world.milestone('M05').tasks).toHaveLength(203);
    expect(world.state.diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
    still(world);
  });
});

describe('what an issue waits for', () => {
  it('is added and taken away as on GitHub; what a person wrote stays, and a circle is left out', () => {
    const world = linked();
    world.github.changeIssue(1, { blockedBy: [2] });
    world.run();
    expect(task(world, 'task-001')?.dependsOn).toEqual(['task-002']);
    world.edit(M05, { path: ['tasks', 0, 'depends_on'], after: ['task-002', 'task-003'] });
    world.github.changeIssue(2, { blockedBy: [1] });
    world.run();
    expect(task(world, 'task-002')?.dependsOn).toEqual([]);
    world.github.changeIssue(1, { blockedBy: [] });
    world.github.changeIssue(2, { blockedBy: [] });
    world.run();
    expect(task(world, 'task-001')?.dependsOn).toEqual(['task-003']);
    still(world);
  });

  it('is not put back where a person took it away', () => {
    const world = linked();
    world.github.changeIssue(1, { blockedBy: [2] });
    world.run();
    world.edit(M05, { path: ['tasks', 0, 'depends_on'], after: undefined });
    still(world);
  });

  it('is not taken away by a look at one issue that cannot tell', () => {
    const world = linked();
    world.github.issue({ title: 'Part', parent: 1 });
    world.run();
    const remote = world.github.remote();
    const one = { milestones: [], issues: remote.issues.filter((i) => i.number === 1), complete: false };
    expect(syncOf(world.state, one, ORIGIN).writes).toEqual([]);
  });
});

describe('where issues are written', () => {
  const WRITES = 'sync: {write_issues: true}\n';

  it('they are told the status, title, person and milestone of the task', () => {
    const world = linked(WRITES);
    world.edit(
      M05,
      { path: ['tasks', 0, 'status'], after: 'completed' },
      { path: ['tasks', 0, 'title'], after: 'New' },
      { path: ['tasks', 1, 'assigned_to'], after: '@bob' },
    );
    expect(world.run().plan.operations).toEqual([
      { kind: 'update-issue', number: 1, set: { title: 'New', state: 'closed', reason: 'completed' } },
      { kind: 'update-issue', number: 2, set: { assignees: ['bob'] } },
    ]);
    still(world);
    world.edit(M05, { path: ['tasks', 1], after: undefined });
    world.edit('active/M06.yaml', {
      path: ['tasks', 1],
      after: { id: 'moved', title: 'Second', issue: 2, assigned_to: 'bob' },
    });
    expect(world.run().plan.operations).toEqual([{ kind: 'update-issue', number: 2, set: { milestone: 2 } }]);
    still(world);
  });

  it('cancelled work is closed as not planned, taken up again it is reopened', () => {
    const world = linked(WRITES);
    world.edit(M05, { path: ['tasks', 0, 'status'], after: 'cancelled' });
    world.run();
    expect(world.github.issues.get(1)).toMatchObject({ state: 'closed', reason: 'not_planned' });
    world.edit(M05, { path: ['tasks', 0, 'status'], after: 'pending' });
    world.run();
    expect(world.github.issues.get(1)).toMatchObject({ state: 'open', reason: 'reopened' });
    still(world);
  });

  it('an issue that is taken out of its milestone is not closed for that, and a name that is no login is not sent', () => {
    const world = linked(WRITES);
    world.github.changeIssue(2, { milestone: null });
    world.edit(M05, { path: ['tasks', 0, 'assigned_to'], after: 'Bob from QA' });
    expect(world.run().plan.operations).toEqual([]);
    expect(world.github.issues.get(2)?.state).toBe('open');
    still(world);
  });

  it('what both changed is a conflict', () => {
    const world = linked(WRITES);
    world.edit(M05, { path: ['tasks', 0, 'title'], after: 'Mine' });
    world.github.changeIssue(1, { title: 'Theirs' });
    const { plan } = world.run();
    expect(plan.conflicts.map((c) => c.text)).toEqual([
      'issue #1 in M05: the title is "Mine" in the store and "Theirs" on GitHub; it was "First"',
    ]);
    world.run({ prefer: 'store' });
    expect(world.github.issues.get(1)?.title).toBe('Mine');
  });
});

it('an issue that two tasks name follows the first, and that is said', () => {
  const world = linked();
  world.edit('active/M06.yaml', { path: ['tasks', 0, 'issue'], after: 1 });
  world.github.changeIssue(1, { state: 'closed' });
  const { plan } = world.run();
  expect(plan.notices).toEqual(['#1 is the issue of more than one task; left alone: M06 task-001.']);
  expect(task(world, 'task-001', 'M06')?.status).toBe('pending');
});
