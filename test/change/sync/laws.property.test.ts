import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { remoteView, viewOf } from '../../../src/change/sync/comparison.ts';
import { standingOfIssue, standingOfTask } from '../../../src/change/sync/standing.ts';
import { World } from './peer.ts';

const RUNS = Number(process.env['SYNC_RUNS'] ?? 8);

const small = fc.nat({ max: 7 });
const title = fc.constantFrom('Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon: x', "O'Neil #5");
const text = fc.constantFrom('', 'Scope', 'Scope\nand more', 'Other', 'x: y', '- a\n- b');
const due = fc.constantFrom(null, '2024-07-28', '2024-08-02', '2024-12-31');
const status = fc.constantFrom('planning', 'in_progress', 'blocked', 'completed', 'cancelled');
const taskStatus = fc.constantFrom('pending', 'in_progress', 'blocked', 'completed', 'cancelled');

type Step = (world: World, seen: Seen) => void;

/** What people wrote and must find again. */
interface Seen {
  tasks: Set<string>;
  files: Set<string>;
  deleted: Set<number>;
}

const pick = <T>(items: readonly T[], index: number): T | undefined => items[index % Math.max(1, items.length)];
const filesOf = (world: World): string[] =>
  [...world.files.keys()].filter((path) => /^(active|completed)\//.test(path)).sort();
const numbersOf = (world: World): number[] => [...world.github.milestones.keys()];
const issuesOf = (world: World): number[] => [...world.github.issues.keys()];

const onFile =
  (index: number, change: (world: World, path: string, seen: Seen) => void): Step =>
  (world, seen) => {
    const path = pick(filesOf(world), index);
    if (path) change(world, path, seen);
  };
const onNumber =
  (index: number, change: (world: World, number: number, seen: Seen) => void): Step =>
  (world, seen) => {
    const number = pick(numbersOf(world), index);
    if (number !== undefined) change(world, number, seen);
  };
const onIssue =
  (index: number, change: (world: World, number: number) => void): Step =>
  (world) => {
    const number = pick(issuesOf(world), index);
    if (number !== undefined) change(world, number);
  };
const onTask =
  (index: number, change: (world: World, path: string, at: number) => void): Step =>
  (world) => {
    const tasks = world.state.milestones.flatMap((m) => m.tasks.map((_, i) => [m.file, i] as const));
    const task = pick(tasks, index);
    if (task) change(world, ...task);
  };

let serial = 0;
function created(world: World, seen: Seen, name: string): void {
  const used = new Set(world.state.milestones.map((m) => m.id));
  do serial++;
  while (used.has(`M${serial + 50}`));
  const id = `M${serial + 50}`;
  const path = `active/${id}.yaml`;
  const task = `uid-${serial}`;
  seen.tasks.add(task);
  seen.files.add(path);
  world.files.set(
    path,
    `# keep ${id}\ntitle: ${JSON.stringify(name)}   # said so\ntasks:\n  # first\n  - id: ${task}   # its comment\n    title: Task ${task}\n`,
  );
}

const step: fc.Arbitrary<Step> = fc.oneof(
  title.map(
    (t): Step =>
      (world, seen) =>
        created(world, seen, t),
  ),
  fc.tuple(small, title).map(([i, t]) => onFile(i, (w, path) => w.edit(path, { path: ['title'], after: t }))),
  fc.tuple(small, text).map(([i, t]) => onFile(i, (w, path) => w.edit(path, { path: ['description'], after: t }))),
  fc
    .tuple(small, due)
    .map(([i, d]) => onFile(i, (w, path) => w.edit(path, { path: ['timeline'], after: { estimated_end: d } }))),
  fc.tuple(small, status).map(([i, s]) => onFile(i, (w, path) => w.edit(path, { path: ['status'], after: s }))),
  fc.tuple(small, small).map(([i, j]) =>
    onFile(i, (w, a) => {
      const b = pick(filesOf(w), j) ?? a;
      const [x, y] = [a, b].map((path) => w.state.milestones.find((m) => m.file === path)?.title);
      w.edit(a, { path: ['title'], after: y });
      w.edit(b, { path: ['title'], after: x });
    }),
  ),
  fc.tuple(small).map(([i]) =>
    onFile(i, (w, path, seen) => {
      for (const task of w.state.milestones.find((m) => m.file === path)?.tasks ?? []) seen.tasks.delete(task.id);
      seen.files.delete(path);
      w.files.delete(path);
    }),
  ),
  title.map(
    (t): Step =>
      (w) =>
        void w.github.milestone({ title: t, description: 'Scope', due: '2024-08-02' }),
  ),
  fc.tuple(small, title).map(([i, t]) => onNumber(i, (w, n) => void w.github.change(n, { title: t }))),
  fc.tuple(small, text).map(([i, t]) => onNumber(i, (w, n) => void w.github.change(n, { description: t }))),
  fc.tuple(small, fc.boolean()).map(([i, first]) =>
    onNumber(i, (w, n) => {
      const { description } = w.onGitHub(n);
      const added = first ? `Note\r\n\r\n${description}` : `${description}\r\n\r\nNote`;
      if (description.length < 60) w.github.change(n, { description: added });
    }),
  ),
  fc.tuple(small, due).map(([i, d]) => onNumber(i, (w, n) => void w.github.change(n, { due: d }))),
  fc
    .tuple(small, fc.constantFrom('open' as const, 'closed' as const))
    .map(([i, state]) => onNumber(i, (w, n) => void w.github.change(n, { state }))),
  small.map((i) =>
    onNumber(i, (w, n, seen) => {
      seen.deleted.add(n);
      w.github.remove(n);
    }),
  ),
  fc.tuple(small, fc.boolean()).map(
    ([i, sub]): Step =>
      (w) => {
        const milestone = sub ? null : (pick(numbersOf(w), i) ?? null);
        const parent = sub ? (pick(issuesOf(w), i) ?? null) : null;
        w.github.issue({ title: `Issue ${i}`, milestone, parent });
      },
  ),
  fc
    .tuple(small, fc.constantFrom('completed' as const, 'not_planned' as const, null))
    .map(([i, reason]) =>
      onIssue(
        i,
        (w, n) =>
          void w.github.changeIssue(n, reason ? { state: 'closed', reason } : { state: 'open', reason: 'reopened' }),
      ),
    ),
  fc
    .tuple(small, fc.constantFrom([], ['alice'], ['bob', 'alice']))
    .map(([i, assignees]) => onIssue(i, (w, n) => void w.github.changeIssue(n, { assignees }))),
  fc
    .tuple(small, fc.boolean())
    .map(([i, blocked]) => onIssue(i, (w, n) => void w.github.changeIssue(n, { labels: blocked ? ['Blocked'] : [] }))),
  fc
    .tuple(small, small)
    .map(([i, j]) =>
      onIssue(
        i,
        (w, n) => void w.github.changeIssue(n, { milestone: j === 0 ? null : (pick(numbersOf(w), j) ?? null) }),
      ),
    ),
  fc.tuple(small, small).map(([i, j]) =>
    onIssue(i, (w, n) => {
      const other = pick(issuesOf(w), j) ?? n;
      w.github.changeIssue(n, { blockedBy: other < n ? [other] : [] });
    }),
  ),
  fc.tuple(small, title).map(([i, t]) => onIssue(i, (w, n) => void w.github.changeIssue(n, { title: t }))),
  fc
    .tuple(small, taskStatus)
    .map(([i, s]) => onTask(i, (w, path, at) => w.edit(path, { path: ['tasks', at, 'status'], after: s }))),
  fc
    .tuple(small, fc.constantFrom('alice', 'bob', null))
    .map(([i, who]) => onTask(i, (w, path, at) => w.edit(path, { path: ['tasks', at, 'assigned_to'], after: who }))),
  fc
    .tuple(small, title)
    .map(([i, t]) => onTask(i, (w, path, at) => w.edit(path, { path: ['tasks', at, 'title'], after: t }))),
  fc.tuple(small, small).map(([i, j]) =>
    onTask(i, (w, path, at) => {
      const issue = pick(issuesOf(w), j);
      const used = w.state.milestones.some((m) => m.tasks.some((task) => task.issue === issue));
      if (issue !== undefined && !used) w.edit(path, { path: ['tasks', at, 'issue'], after: issue });
    }),
  ),
);

type Run = { fails: number; dies: boolean; meanwhile: Step | null };
const sync: fc.Arbitrary<Run> = fc.record({
  fails: fc.nat({ max: 15 }),
  dies: fc.boolean(),
  meanwhile: fc.option(step, { freq: 3 }),
});
const history = fc.array(fc.oneof({ weight: 4, arbitrary: step }, { weight: 1, arbitrary: sync }), {
  minLength: 8,
  maxLength: 40,
  size: 'max',
});

/** One run among others, with what must hold of every single one. */
function carryOut(world: World, seen: Seen, { fails, dies, meanwhile }: Run, prefer?: 'store' | 'github'): void {
  const before = world.state;
  const remote = world.github.remote();
  const { plan } = world.run({
    fails: (i) => ((fails >> (i % 4)) & 1) === 1,
    dies,
    meanwhile: () => meanwhile?.(world, seen),
    ...(prefer ? { prefer } : {}),
  });
  const after = world.state;
  for (const { number } of remote.milestones)
    expect(world.github.milestones.has(number) || seen.deleted.has(number)).toBe(true);
  for (const { solved, kind, milestone, issue, field } of meanwhile ? [] : plan.conflicts) {
    if (
      solved !== null ||
      kind !== 'field' ||
      issue !== null ||
      !field ||
      !milestone ||
      plan.conflicts.some((c) => c.kind !== 'field')
    )
      continue;
    const [was, is] = [before, after].map((s) => s.milestones.find((m) => m.id === milestone));
    if (field === 'title') expect(is?.title).toBe(was?.title);
    if (field === 'description') expect(is?.description).toBe(was?.description);
    if (field === 'due') expect(is?.timeline.estimated_end).toBe(was?.timeline.estimated_end);
  }
  expect(after.diagnostics.filter((d) => d.severity === 'error')).toEqual(
    before.diagnostics.filter((d) => d.severity === 'error'),
  );
  kept(world, seen);
}

/** Nothing that a person wrote is gone. */
function kept(world: World, seen: Seen): void {
  const ids = new Set(world.state.milestones.flatMap((m) => m.tasks.map((task) => task.id)));
  for (const task of seen.tasks) expect(ids, task).toContain(task);
  for (const path of seen.files) {
    const text = world.text(path);
    expect(text).toContain('# keep ');
    expect(text).toContain('# said so');
  }
  const comments = filesOf(world).flatMap((path) => world.text(path).match(/# its comment/g) ?? []).length;
  expect(comments).toBe(seen.tasks.size);
}

const CONFIG = (writes: boolean): string => `sync: {write_issues: ${writes}}\n`;

describe.each(['store', 'github'] as const)('with %s preferred', (prefer) => {
  it.each([false, true])('both sides come to agree, and then rest; issues written: %s', (writes) => {
    fc.assert(
      fc.property(history, (steps) => {
        serial = 0;
        const world = new World({ 'config.yaml': CONFIG(writes) });
        const seen: Seen = { tasks: new Set(), files: new Set(), deleted: new Set() };
        for (const each of steps) {
          if (typeof each === 'function') each(world, seen);
          else carryOut(world, seen, each);
        }
        let rounds = 0;
        for (; rounds < 8; rounds++) {
          const plan = world.plan(prefer);
          carryOut(world, seen, { fails: 0, dies: false, meanwhile: null }, prefer);
          if (plan.writes.length + plan.operations.length === 0) break;
        }
        expect(rounds).toBeLessThan(8);
        const { plan, books } = world.run({ prefer });
        expect([plan.writes, plan.operations, plan.entries, books]).toEqual([[], [], [], []]);

        const { state } = world;
        const stuck = new Set(plan.conflicts.filter((c) => c.kind !== 'field').map((c) => c.milestone));
        for (const m of state.milestones) {
          const remote = m.github === null ? undefined : world.github.milestones.get(m.github);
          if (!remote || stuck.has(m.id)) continue;
          expect(viewOf(m, state)).toEqual(remoteView(remote));
        }
        for (const { tasks } of writes ? state.milestones : []) {
          for (const task of tasks) {
            const issue = task.issue === null ? undefined : world.github.issues.get(task.issue);
            if (!issue || task.status === 'cancelled') continue;
            const over = (s: string): boolean => s === 'completed';
            expect(over(standingOfTask(task.status))).toBe(over(standingOfIssue(issue, false)));
          }
        }
      }),
      { numRuns: RUNS },
    );
  });
});

describe('with nobody preferred', () => {
  it('what both changed stays as it is, everything else agrees, and a second run does nothing', () => {
    fc.assert(
      fc.property(history, (steps) => {
        serial = 0;
        const world = new World();
        const seen: Seen = { tasks: new Set(), files: new Set(), deleted: new Set() };
        for (const each of steps) {
          if (typeof each === 'function') each(world, seen);
          else carryOut(world, seen, each);
        }
        const contested = (): string[] =>
          world
            .plan()
            .conflicts.filter((c) => c.kind === 'field' && c.field !== 'title' && c.field !== 'milestone')
            .map((c) => `${c.id}: ${c.store} / ${c.github}`);
        const first = contested();
        for (let i = 0; i < 6; i++) carryOut(world, seen, { fails: 0, dies: false, meanwhile: null });
        expect(contested()).toEqual(expect.arrayContaining(first));
        const { plan, books } = world.run();
        expect([plan.writes, plan.operations, books]).toEqual([[], [], []]);
        expect(world.state.syncBase.conflicts.map((c) => c.id)).toEqual(
          plan.conflicts.map((c) => c.id).sort((a, b) => (a < b ? -1 : 1)),
        );
      }),
      { numRuns: RUNS },
    );
  });
});
