import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgesInto, edgesOf } from '../../src/model/graph.ts';
import type { StoreFile } from '../../src/model/state.ts';
import { readStore } from '../../src/store/read.ts';

/** Texts of one path, among them broken ones, and ones whose meaning depends on other files. */
const TEXTS = [
  'title: A\n',
  'title: B\ndependencies:\n  requires: [M1, {id: M2, lag: 2d}]\n',
  'title: C\ndependencies:\n  requires: [M3]\n  enables: [M1, M9]\n',
  'title: D\nid: M1\ntimeline: {estimated_start: 2024-07-09, estimated_end: 2024-07-05}\n',
  'title: [\n',
  '<<<<<<< ours\n',
  'titel: E\n',
  '',
];
const PATHS = [
  ...[
    'active/M1.yaml',
    'active/m1.yaml',
    'active/M2.yaml',
    'completed/M1.yaml',
    'active/M3.yml',
    'archive/M4/milestone.yaml',
  ],
  ...['config.yaml', 'config.yml', 'sessions/S1.yaml', 'logs/2024/07/1.yaml', 'state/github.yaml', 'notes.yaml'],
];
const file = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...TEXTS).map((text) => ({ kind: 'text' as const, text })) },
  { weight: 1, arbitrary: fc.constantFrom('is-link', 'not-utf8').map((kind) => ({ kind }) as { kind: 'is-link' }) },
);
const store = fc
  .dictionary(fc.constantFrom(...PATHS), file)
  .map((files): StoreFile[] => Object.entries(files).map(([path, found]) => ({ path, ...found })));

describe('a store that was read before', () => {
  it('reads as if it had not been, whatever changed since', () => {
    fc.assert(
      fc.property(store, store, store, (first, second, third) => {
        const once = readStore(first);
        const twice = readStore(second, once);
        const thrice = readStore(third, { ...twice });
        expect(twice).toEqual(readStore(second));
        expect(thrice).toEqual(readStore(third));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps what git tells of its past', () => {
    const history = { completions: [{ id: 'M1', at: '2024-07-01T00:00:00Z', by: 'ann' }], firstDues: new Map() };
    expect(readStore([], { files: new Map(), history }).history).toBe(history);
  });
});

describe('the edges into one milestone', () => {
  it('are those among all edges that lead to it', () => {
    fc.assert(
      fc.property(store, (files) => {
        const { milestones } = readStore(files);
        for (const { id } of milestones) {
          expect(edgesInto(id, milestones)).toEqual(edgesOf(milestones).filter((edge) => edge.to === id));
        }
      }),
    );
  });
});
