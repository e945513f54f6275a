import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOf } from '../../src/store/journal.ts';
import { parse } from '../../src/store/yaml/parse.ts';
import { applied, decided, planned, reference, storeOf } from './world.ts';

const OPTIONS: Record<string, fc.Arbitrary<string>> = {
  scope: fc.constantFrom('"New scope"', '"It\'s: a # test"', 'x'),
  title: fc.constantFrom('"New title"', 'T'),
  timeline: fc.constantFrom('+1d', '+2w', '-1d', '2024-09-30'),
  priority: fc.constantFrom('low', 'critical'),
  owner: fc.constantFrom('alice', 'none'),
  status: fc.constantFrom('in_progress', 'blocked', 'completed', 'planning', 'cancelled'),
  effort: fc.constantFrom('+15h', '-4h', '40h'),
  progress: fc.constantFrom('10', '55%'),
  resources: fc.constantFrom('"+0.5 engineer"', 'alice:50%', '"1 tester"', 'grace:0%'),
  dependencies: fc.constantFrom('+M04', '-M03', 'none', 'M02+1d'),
  'add-risk': fc.constantFrom('"Late; probability=20%; delay=2d"', 'X'),
  rebaseline: fc.constant(''),
};
/** Every plan simulates the forecast three times, so that a law costs a tenth of a second a try. */
const RUNS = 9;
const PATIENCE = 120_000;
const MILESTONES = ['M01', 'M04', 'M05', 'M06', 'M07', 'M08', 'P', 'E'];

const command = (ids: readonly string[] = MILESTONES): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(...ids),
      fc
        .subarray(Object.keys(OPTIONS), { minLength: 1, maxLength: 3 })
        .chain((names) =>
          fc.tuple(
            ...names.map((name) =>
              (OPTIONS[name] ?? fc.constant('')).map((v) => `--${name}${v === '' ? '' : `=${v}`}`),
            ),
          ),
        ),
    )
    .map(([id, options]) => `update ${id} ${options.join(' ')} --force`);

/** The reference project, with a milestone that says almost nothing and one with keys left empty. */
const store = reference({
  files: {
    'active/P.yaml': '# plain\ntitle: Plain   # and short\n',
    'active/E.yaml':
      'title: Empty\nowner:\nrisks: []\nresources: # none yet\ntimeline:\n  estimated_end: 2024-08-20 # keep\n  estimated_hours: ~ # ask\n  baseline_end: null\nprogress:\n  percentage: 5\n',
  },
});

const nothing = fc
  .constantFrom('', ' ~', ' null', ' Null')
  .chain((none) => fc.constantFrom('', ' # none yet', '   # ask: Jo').map((comment) => `${none}${comment}`));
const emptyList = fc.oneof(nothing, fc.constantFrom(' []', ' [] # none', ' [ ]'));

/** A milestone whose keys stand there with nothing in them, in any of the ways to write that. */
const emptyFile: fc.Arbitrary<string> = fc
  .tuple(
    fc.subarray(['owner', 'description', 'progress', 'completed_at'], { minLength: 0 }),
    fc.subarray(['estimated_end', 'estimated_hours', 'baseline_end', 'actual_start', 'actual_end']),
    fc.subarray(['resources', 'risks']),
    fc.boolean(),
    fc.array(nothing, { minLength: 9, maxLength: 9 }),
    fc.array(emptyList, { minLength: 4, maxLength: 4 }),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([keys, times, lists, requires, none, empty, eol]) => {
    const lines = [
      'title: N # new',
      ...keys.map((key, i) => `${key}:${none[i]}`),
      ...(times.length === 0 ? [] : ['timeline:', ...times.map((key, i) => `  ${key}:${none[i + 4]}`)]),
      '# below',
      ...lists.map((key, i) => `${key}:${empty[i]}`),
      ...(requires ? ['dependencies:', `  requires:${empty[2]}`, `  enables:${empty[3]}`] : []),
      'labels: [x]',
    ];
    return lines.join(eol) + eol;
  });

const FILLING = [
  '--effort=40h',
  '--timeline=2024-09-02 --rebaseline',
  '--timeline=2024-09-02 --effort=5h',
  '--owner=alice --scope=x',
  '--status=in_progress --progress=10',
  '--status=completed',
  '--resources="1 tester,alice:50%" --add-risk=Late',
  '--dependencies=+M',
  '--dependencies=M+2d --add-risk="Late; delay=2d"',
];

const value = (text: string | undefined, path: readonly (string | number)[]): unknown => {
  const parsed = parse(text ?? '');
  const data = parsed.ok ? parsed.value : undefined;
  return path.reduce<unknown>((at, key) => (at as Record<string | number, unknown> | undefined)?.[key], data);
};

describe('laws of plans', () => {
  it(
    'applying a plan comes to what the plan said, and touches no file that it does not list',
    () => {
      let tried = 0;
      fc.assert(
        fc.property(command(), (line) => {
          const decision = decided(store, line);
          if (decision.kind !== 'planned') return;
          tried += 1;
          const { plan } = decision;
          const after = applied(store, plan);
          for (const { file, path, after: said } of plan.edits) {
            expect(value(after.files.get(file), path) ?? null).toEqual(said ?? null);
          }
          const listed = new Set([
            ...plan.edits.map((e) => e.file),
            ...plan.writes.filter((w) => w.before === null).map((w) => w.path),
          ]);
          expect(plan.writes.filter((w) => !listed.has(w.path))).toEqual([]);
          for (const [path, text] of store.files) if (!listed.has(path)) expect(after.files.get(path)).toBe(text);
          expect(after.diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
          const rows = new Map(
            decided(after, 'update').kind === 'unchanged' ? plan.after.milestones.map((r) => [r.id, r]) : [],
          );
          for (const { milestone, after: finish } of plan.entries[0]?.impact ?? []) {
            expect(rows.get(milestone)?.projected_finish).toBe(finish);
          }
        }),
        { numRuns: RUNS },
      );
      expect(tried).toBeGreaterThan(RUNS / 3);
    },
    PATIENCE,
  );

  it(
    'apply then undo restores every byte',
    () => {
      fc.assert(
        fc.property(command(), (line) => {
          const decision = decided(store, line, { id: 'do' });
          if (decision.kind !== 'planned') return;
          const after = applied(store, decision.plan);
          const [change] = changesOf(after.journal).slice(-1);
          const back = applied(after, planned(after, `undo ${change?.id}`, { id: 'undo' }));
          for (const { file } of decision.plan.edits) expect(back.files.get(file), line).toBe(store.files.get(file));
        }),
        { numRuns: RUNS },
      );
    },
    PATIENCE,
  );

  it(
    'apply then undo restores every byte of what was left empty, with its comments',
    () => {
      fc.assert(
        fc.property(emptyFile, fc.constantFrom(...FILLING), (text, options) => {
          const empty = storeOf({ 'active/N.yaml': text, 'active/M.yaml': 'title: M\n' });
          const decision = decided(empty, `update N ${options} --force`, { id: 'do' });
          if (decision.kind !== 'planned') return;
          const after = applied(empty, decision.plan);
          const [change] = changesOf(after.journal).slice(-1);
          const back = applied(after, planned(after, `undo ${change?.id}`, { id: 'undo' }));
          expect(back.files.get('active/N.yaml'), options).toBe(text);
        }),
        { numRuns: 10 * RUNS },
      );
    },
    PATIENCE,
  );

  it(
    'plans of different milestones commute',
    () => {
      fc.assert(
        fc.property(command(['M05', 'M06']), command(['P', 'M08']), (one, two) => {
          const text = (first: string, second: string, ids: [string, string]): Map<string, string> | null => {
            const a = decided(store, first, { id: ids[0] });
            if (a.kind !== 'planned') return null;
            const middle = applied(store, a.plan);
            const b = decided(middle, second, { id: ids[1] });
            return b.kind === 'planned' ? new Map(applied(middle, b.plan).files) : null;
          };
          const [there, back] = [text(one, two, ['a', 'b']), text(two, one, ['b', 'a'])];
          if (!there || !back) return;
          for (const [path, content] of there) if (!path.startsWith('logs/')) expect(back.get(path)).toBe(content);
        }),
        { numRuns: RUNS / 3 },
      );
    },
    PATIENCE,
  );

  it(
    'the same command gives the same plan',
    () => {
      fc.assert(
        fc.property(command(), (line) => {
          expect(decided(store, line)).toEqual(decided(store, line));
        }),
        { numRuns: RUNS / 3 },
      );
    },
    PATIENCE,
  );
});
