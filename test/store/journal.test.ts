import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENTRY_KINDS, type Entry } from '../../src/model/journal.ts';
import { changesOf, entryPath, printEntry } from '../../src/store/journal.ts';
import { readStore } from '../../src/store/read.ts';

const NONE: Entry = {
  id: 'C-1',
  kind: 'applied',
  of: null,
  at: '2024-07-26T16:45:00Z',
  actor: 'alice',
  source: null,
  intent: null,
  command: null,
  commands: [],
  reason: null,
  summary: null,
  milestones: [],
  changes: [],
  plan: null,
  approvals: [],
};

const json = fc.jsonValue({ maxDepth: 2, stringUnit: 'binary' });
const words = fc.string({ unit: 'binary', maxLength: 20 });
const text = fc.oneof(
  words,
  fc.constantFrom('update M05 --timeline=+5days', 'line one\nline two\n', '  indented\n', 'yes', '#1', "it's", '-'),
);
const maybe = fc.option(text);
const entry: fc.Arbitrary<Entry> = fc.record({
  id: fc.stringMatching(/^C-[0-9a-f]{4,6}$/),
  kind: fc.constantFrom(...ENTRY_KINDS),
  of: maybe,
  at: fc
    .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((d) => `${d.toISOString().slice(0, 19)}Z`),
  actor: text,
  source: maybe,
  intent: maybe,
  command: maybe,
  commands: fc.array(text, { maxLength: 2 }),
  reason: maybe,
  summary: maybe,
  milestones: fc.array(text, { maxLength: 3 }),
  changes: fc.array(
    fc.record({
      file: text,
      path: fc.array(fc.oneof(text, fc.nat(20)), { maxLength: 3 }),
      before: fc.oneof(json, fc.constant(undefined)),
      after: fc.oneof(json, fc.constant(undefined)),
    }),
    { maxLength: 3 },
  ),
  plan: maybe,
  approvals: fc.array(
    fc
      .record({
        rule: text,
        outcome: fc.constantFrom('automatic', 'required', 'given'),
        kinds: fc.constantFrom([], ['scope', 'technical']),
        reason: text,
        any: fc.array(text, { maxLength: 2 }),
        count: fc.integer({ min: 1, max: 3 }),
        all: fc.array(text, { maxLength: 2 }),
        selfApproval: fc.boolean(),
        answerBy: fc.constantFrom(null, '2024-08-01'),
        expires: fc.constantFrom(null, '2024-08-14'),
      })
      // A count of nobody means nothing, and is not kept.
      .map((decision) => (decision.any.length > 0 ? decision : { ...decision, count: 1 })),
    { maxLength: 2 },
  ),
});

function readBack(written: Entry) {
  return readStore([{ path: entryPath(written), kind: 'text', text: printEntry(written) }]);
}

describe('entries of one second', () => {
  it('stand in the order that they were made in, whatever their ids', () => {
    const entries = ['C-9', 'C-1', 'C-5'].map((id, i): Entry => ({ ...NONE, id, ...(i > 0 ? { order: i } : {}) }));
    const files = entries.map((e) => ({ path: entryPath(e), kind: 'text' as const, text: printEntry(e) }));
    expect(readStore(files).journal.map(({ id }) => id)).toEqual(['C-9', 'C-1', 'C-5']);
  });
});

describe('entries', () => {
  it('are kept by month, named by their instant in UTC and their id', () => {
    expect(entryPath(NONE)).toBe('logs/2024/07/20240726T164500Z-C-1.yaml');
    expect(entryPath({ ...NONE, at: '2024-08-01T01:30:00.250+02:00' })).toBe('logs/2024/07/20240731T233000Z-C-1.yaml');
    expect(entryPath({ ...NONE, id: '../../x' })).toBe('logs/2024/07/20240726T164500Z-..-..-x.yaml');
  });

  it('leave out what is not given, in a fixed order', () => {
    const changes = [
      { file: 'active/M05.yaml', path: ['timeline', 'estimated_end'], before: '2024-07-28', after: undefined },
    ];
    expect(printEntry({ ...NONE, command: 'update M05', milestones: ['M05'], changes })).toBe(
      [
        'id: C-1',
        'kind: applied',
        'at: 2024-07-26T16:45:00Z',
        'actor: alice',
        'command: update M05',
        'milestones: [M05]',
        'changes:',
        '  - file: active/M05.yaml',
        '    path: [timeline, estimated_end]',
        '    before: 2024-07-28',
        '',
      ].join('\n'),
    );
  });

  it('read back as they were', () => {
    const property = fc.property(entry, (written) => {
      const state = readBack(written);
      expect(state.diagnostics).toEqual([]);
      expect(state.journal).toEqual([written]);
    });
    fc.assert(property, { numRuns: 500 });
  });

  it('come in order of their instants, whatever their offsets, then of their ids', () => {
    const at = ['2024-07-26T18:00:00+03:00', '2024-07-26T16:00:00Z', '2024-07-26T16:00:00Z'];
    const entries = ['C-9', 'C-10', 'C-2'].map((id, i): Entry => ({ ...NONE, id, at: at[i] ?? '' }));
    const files = entries.map((e) => ({ path: entryPath(e), kind: 'text' as const, text: printEntry(e) }));
    expect(readStore(files).journal.map(({ id }) => id)).toEqual(['C-9', 'C-2', 'C-10']);
  });
});

describe('changes', () => {
  const states = (...entries: Partial<Entry>[]) =>
    changesOf(entries.map((e) => ({ ...NONE, ...e }))).map(({ id, state }) => `${id} ${state}`);

  it('are applied at once, or wait for a decision', () => {
    expect(states({ id: 'a', kind: 'applied' }, { id: 'b', kind: 'requested' })).toEqual(['a applied', 'b pending']);
    expect(states({ id: 'b', kind: 'requested' }, { id: 'c', kind: 'approved', of: 'b' })).toEqual(['b pending']);
    expect(states({ id: 'b', kind: 'requested' }, { id: 'c', kind: 'applied', of: 'b' })).toEqual(['b applied']);
    expect(states({ id: 'b', kind: 'requested' }, { id: 'c', kind: 'rejected', of: 'b' })).toEqual(['b rejected']);
    expect(states({ id: 'b', kind: 'requested' }, { id: 'c', kind: 'expired', of: 'b' })).toEqual(['b expired']);
  });

  it('that are decided stay so', () => {
    const request = { id: 'b', kind: 'requested' } as const;
    expect(states(request, { id: 'c', kind: 'rejected', of: 'b' }, { id: 'd', kind: 'applied', of: 'b' })).toEqual([
      'b rejected',
    ]);
    expect(states(request, { id: 'c', kind: 'applied', of: 'b' }, { id: 'd', kind: 'expired', of: 'b' })).toEqual([
      'b applied',
    ]);
  });

  it('are undone by a change that can be undone itself', () => {
    const entries: Partial<Entry>[] = [{ id: 'a' }, { id: 'u', kind: 'undone', of: 'a' }];
    expect(states(...entries)).toEqual(['a undone', 'u applied']);
    expect(states(...entries, { id: 'v', kind: 'undone', of: 'u' })).toEqual(['a applied', 'u undone', 'v applied']);
    expect(states({ id: 'r', kind: 'requested' }, { id: 'c', of: 'r' }, { id: 'u', kind: 'undone', of: 'c' })).toEqual([
      'r undone',
      'u applied',
    ]);
  });

  it('are not hand edits, deliveries, or answers to nothing', () => {
    expect(
      states({ id: 'e', kind: 'edited' }, { id: 'd', kind: 'delivered' }, { id: 'x', kind: 'rejected', of: 'zz' }),
    ).toEqual([]);
  });

  it('carry who asked, when, and for which milestones', () => {
    const [change] = changesOf([{ ...NONE, command: 'update M05', milestones: ['M05'] }]);
    expect(change).toEqual({
      ...{ id: 'C-1', state: 'applied', at: NONE.at, actor: 'alice', command: 'update M05', milestones: ['M05'] },
      ...{ waiting_for: [], approved_by: [] },
    });
  });
});
