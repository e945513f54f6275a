import { describe, expect, it } from 'vitest';
import type { DiagnosticCode } from '../../src/model/diagnostic.ts';
import { editText } from '../../src/store/edit.ts';
import { readStore } from '../../src/store/read.ts';
import { loadFixture } from '../load-fixture.ts';

function read(name: string) {
  const files = loadFixture(name);
  expect(files.length).toBeGreaterThan(0);
  return readStore(files);
}

describe('whole stores', () => {
  it.each(['original-webshop', 'original-api', 'original-nihongo', 'oddly-formatted'])(
    '%s loads without an error',
    (name) => {
      const { diagnostics, milestones } = read(name);
      expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
      expect(milestones.length).toBeGreaterThanOrEqual(3);
    },
  );

  it('reference loads in full', () => {
    const state = read('reference');
    expect(state.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(state.milestones.map(({ id }) => id)).toEqual(['M01', 'M02', 'M03', 'M04', 'M05', 'M06', 'M07', 'M08']);
    expect(state.sessions).toHaveLength(4);
    expect(state.journal.length).toBeGreaterThan(0);
    expect(state.config.calendar.workdays).toHaveLength(7);
  });

  it('original-api: what is not ours is named and left alone', () => {
    const ignored = read('original-api').diagnostics.filter(({ code }) => code === 'ignored-file');
    expect(ignored.map(({ file }) => file)).toContain('active/dependencies.yaml');
    expect(ignored.map(({ file }) => file)).toContain('config/kiro-config.yaml');
  });
});

type Finding = [code: DiagnosticCode, file: string, line: number];

const BAD: readonly (readonly [name: string, ...findings: Finding[]])[] = [
  ['invalid-yaml', ['yaml-syntax', 'active/M05.yaml', 4]],
  ['duplicate-key', ['duplicate-key', 'active/M05.yaml', 5], ['duplicate-key', 'active/M05.yaml', 6]],
  ['alias-bomb', ['alias-limit', 'active/M05.yaml', 5]],
  ['conflict-markers', ['conflict-markers', 'active/M05.yaml', 3], ['conflict-markers', 'active/M06.yaml', 2]],
  ['not-utf8', ['not-utf8', 'active/M05.yaml', 1], ['not-utf8', 'active/M06.yaml', 1]],
  ['multiple-documents', ['multiple-documents', 'active/M05.yaml', 2]],
  [
    'empty-file',
    ['empty-file', 'active/M05.yaml', 1],
    ['empty-file', 'active/M06.yaml', 1],
    ['not-a-mapping', 'active/M07.yaml', 1],
  ],
  ['missing-title', ['missing-key', 'active/M05.yaml', 1], ['missing-key', 'active/M06.yaml', 1]],
  ['wrong-types', ...[1, 3, 4, 5, 7, 9].map((line): Finding => ['wrong-type', 'active/M05.yaml', line])],
  ['unknown-status', ...[2, 3, 5].map((line): Finding => ['wrong-value', 'active/M05.yaml', line])],
  [
    'bad-date',
    ...[3, 4, 5].map((line): Finding => ['bad-date', 'active/M05.yaml', line]),
    ['bad-span', 'active/M05.yaml', 6],
    ['bad-date', 'config.yaml', 1],
    ['bad-date', 'config.yaml', 2],
    ['wrong-value', 'config.yaml', 2],
  ],
  ['bad-id', ['bad-id', 'active/-M06.yaml', 1], ['bad-id', 'active/M 05.yaml', 1]],
  ['id-mismatch', ['id-mismatch', 'active/M06.yaml', 2]],
  ['duplicate-id', ['duplicate-id', 'completed/m05.yaml', 1]],
  ['self-dependency', ['self-dependency', 'active/M05.yaml', 3]],
  ['unknown-dependency', ...[4, 5, 6].map((line): Finding => ['unknown-dependency', 'active/M05.yaml', line])],
  ['cycle', ['cycle', 'active/M05.yaml', 4]],
  [
    'unknown-key-typo',
    ['missing-key', 'active/M06.yaml', 2],
    ...[3, 5, 6, 7, 9].map((line): Finding => ['unknown-key', 'active/M05.yaml', line]),
    ['unknown-key', 'active/M06.yaml', 2],
  ],
];

describe('oddly-formatted', () => {
  it.each([
    [
      'active/M05.yaml',
      "'2024-07-26'      # agreed with the board on 1 July",
      "'2024-08-05'      # agreed with the board on 1 July",
    ],
    [
      'active/M06.yaml',
      'estimated_end: "2024-08-14",   duration: \'6d\'',
      'estimated_end: "2024-08-05",   duration: \'15d\'',
    ],
    ['active/M07.yaml', ' estimated_end: 2024-08-23      # one space', ' estimated_end: 2024-08-05      # one space'],
  ])('%s: a new timeline touches its two values and nothing else', (path, old, replaced) => {
    const file = loadFixture('oddly-formatted').find((f) => f.path === path);
    const text = file?.kind === 'text' ? file.text : '';
    const result = editText(text, [
      { path: ['timeline', 'estimated_end'], after: '2024-08-05' },
      { path: ['timeline', 'duration'], after: '15d' },
    ]);
    const wanted = text
      .replace(old, replaced)
      .replace('duration   : 10d', 'duration   : 15d')
      .replace('duration: 6d', 'duration: 15d');
    expect(result).toEqual({ ok: true, text: wanted });
    expect(wanted).not.toBe(text);
  });

  it('an anchored owner is not changed under those who share it', () => {
    const file = loadFixture('oddly-formatted').find((f) => f.path === 'active/M05.yaml');
    const result = editText(file?.kind === 'text' ? file.text : '', [{ path: ['owner'], after: 'bob' }]);
    expect(result).toMatchObject({ ok: false, message: expect.stringContaining('&owner') });
  });
});

describe('stores with something wrong', () => {
  it.each(BAD)('%s', (name, ...findings) => {
    const { diagnostics } = read(`bad-input/${name}`);
    expect(diagnostics.map(({ code, file, line }) => [code, file, line])).toEqual(findings);
    for (const { message, hint } of diagnostics) {
      expect(message).not.toBe('');
      expect(hint).not.toBeNull();
    }
  });

  it('a cycle is told in the order of work', () => {
    expect(read('bad-input/cycle').diagnostics[0]?.message).toContain('M05 → M06 → M07 → M05');
  });
});
