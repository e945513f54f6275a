import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIAGNOSTIC_CODES } from '../../src/model/diagnostic.ts';
import { editText } from '../../src/store/edit.ts';
import { readStore } from '../../src/store/read.ts';
import { loadFixture } from '../load-fixture.ts';

const PATHS = [
  'config.yaml',
  'active/M05.yaml',
  'completed/M01.yaml',
  'archive/M00/milestone.yaml',
  'archive/M00/metrics.yaml',
  'sessions/s-1.yaml',
  'logs/2024/07/x.yaml',
  'templates/t.yaml',
  'state/github.yaml',
];

const GRAPH = new Set<string>(['self-dependency', 'unknown-dependency', 'cycle']);

/** Every file of the store with the same text: none may throw, and each unreadable one must be reported with its place. */
function survives(text: string): void {
  const lines = text.split('\n').length;
  const { diagnostics, milestones } = readStore(PATHS.map((path) => ({ path, kind: 'text', text })));
  for (const { code, line, column, message, file } of diagnostics) {
    expect(DIAGNOSTIC_CODES).toHaveProperty(code);
    expect(PATHS).toContain(file);
    expect(message).not.toBe('');
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines);
    expect(column).toBeGreaterThanOrEqual(1);
  }
  // Broken files give no milestone; wrong dependencies are said, but the milestone is there.
  const wrong = diagnostics.some(
    ({ file, code, severity }) => file === 'active/M05.yaml' && severity === 'error' && !GRAPH.has(code),
  );
  expect(milestones.some(({ id }) => id === 'M05')).toBe(!wrong);
  const result = editText(text, [{ path: ['timeline', 'estimated_end'], after: '2024-08-01' }]);
  if (!result.ok) expect(result.line).toBeLessThanOrEqual(lines);
}

const token = fc.constantFrom(
  ...[
    'a',
    'title',
    ': ',
    ':',
    '- ',
    '\n',
    '\n  ',
    '\r\n',
    '[',
    ']',
    '{',
    '}',
    ', ',
    '&a ',
    '*a',
    '!x ',
    '"',
    "'",
    '|',
    '>-',
    '#',
    ' # c',
    '? ',
  ],
  ...[
    '<<: ',
    '---\n',
    '...\n',
    '%YAML 1.1\n',
    '\t',
    '\uFEFF',
    '=======\n',
    '<<<<<<< x\n',
    '__proto__',
    'null',
    '1',
    '\ud800',
    '\0',
  ],
);

describe('whatever a file holds', () => {
  it('random text is a finding, not an exception', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), survives), { numRuns: 100 });
    fc.assert(
      fc.property(
        fc.array(token, { maxLength: 30 }).map((t) => t.join('')),
        survives,
      ),
      { numRuns: 300 },
    );
  });

  it('so is a file with something cut out, put in or moved', () => {
    const texts = ['reference', 'oddly-formatted', 'original-webshop'].flatMap((name) =>
      loadFixture(name).flatMap((file) => (file.kind === 'text' ? [file.text] : [])),
    );
    const mutated = fc
      .tuple(
        fc.constantFrom(...texts),
        fc.array(fc.tuple(fc.nat(), fc.nat(12), fc.oneof(token, fc.constant(''))), { minLength: 1, maxLength: 4 }),
      )
      .map(([text, cuts]) =>
        cuts.reduce((t, [at, length, piece]) => {
          const start = at % (t.length + 1);
          return t.slice(0, start) + piece + t.slice(start + length);
        }, text),
      );
    fc.assert(fc.property(mutated, survives), { numRuns: 100 });
  });

  it('deep nesting and endless aliases end in time', () => {
    for (const text of ['['.repeat(1e4), 'a: {'.repeat(1e4), '- '.repeat(1e4), 'a: &a [*a]\n', `a: ${'"'.repeat(1e4)}`])
      survives(text);
  });
});
