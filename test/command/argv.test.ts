import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArgv } from '../../src/command/argv.ts';

const NOTHING = {
  dir: null,
  now: null,
  actor: null,
  json: false,
  format: 'text',
  commit: false,
  push: false,
  color: null,
};

const code = (...argv: string[]): unknown => {
  const parsed = parseArgv(argv, 'U1');
  return 'refusal' in parsed ? parsed.refusal.code : parsed;
};

describe('the command line', () => {
  it('gives the command apart from how to run it', () => {
    const argv = ['-C', 'some dir', 'update', 'M05', '--timeline', '-3d', '--scope=a b', '--commit', '--actor=alice'];
    expect(parseArgv(argv, 'U1')).toStrictEqual({
      command: {
        id: 'U1',
        verb: 'update',
        args: ['M05'],
        options: { timeline: '-3d', scope: 'a b' },
        text: 'update M05 --timeline=-3d --scope="a b"',
        line: 1,
      },
      cli: { ...NOTHING, dir: 'some dir', commit: true, actor: 'alice' },
    });
  });

  it.each<[string[], object]>([
    [['status'], {}],
    [['-Csub', 'status'], { dir: 'sub' }],
    [['status', '--dir=sub'], { dir: 'sub' }],
    [['status', '--json'], { json: true, format: 'json' }],
    [['--json', 'status', '--format=json'], { json: true, format: 'json' }],
    [['log', '--format', 'md'], { format: 'md' }],
    [['status', '--now=2024-07-26T16:45:00Z'], { now: '2024-07-26T16:45:00Z' }],
    [['status', '--now', '2024-07-26'], { now: '2024-07-26T00:00:00Z' }],
    [['update', '--push'], { commit: true, push: true }],
    [['--no-color', 'status'], { color: false }],
    [['--color', 'status'], { color: true }],
    [['init'], {}],
  ])('%j', (argv, expected) => {
    expect(parseArgv(argv, 'U1')).toMatchObject({ cli: { ...NOTHING, ...expected } });
  });

  it.each<[string[], object]>([
    [[], { help: null }],
    [['--help'], { help: null }],
    [['-h'], { help: null }],
    [['help'], { help: null }],
    [['help', 'Update'], { help: 'update' }],
    [['--help', 'update'], { help: 'update' }],
    [['update', 'M05', '--help'], { help: 'update' }],
    [['-C', 'x', 'status', '-h'], { help: 'status' }],
    [['--version'], { version: true }],
    [['status', '--version'], { version: true }],
  ])('%j', (argv, expected) => {
    expect(parseArgv(argv, 'U1')).toStrictEqual(expected);
  });

  it.each<[string, ...string[]]>([
    ['unknown-verb', 'frob'],
    ['unknown-verb', 'help', 'frob'],
    ['unknown-option', '--frob', 'status'],
    ['unknown-option', '--timeline=+5d', 'update'],
    ['unknown-option', 'status', '--__proto__=x'],
    ['unknown-option', 'status', '-x'],
    ['missing-value', '-C'],
    ['missing-value', 'status', '--now'],
    ['bad-value', 'status', '--now=tomorrow'],
    ['bad-value', 'status', '--now=2024-07-26T16:45:00'],
    ['bad-value', 'status', '--now=2024-02-30'],
    ['bad-value', 'status', '--format=pdf'],
    ['conflicting-options', '-C', 'a', 'status', '-C', 'b'],
    ['conflicting-options', 'status', '--json', '--format=md'],
    ['conflicting-options', 'update', '--push', '--no-commit'],
    ['conflicting-options', 'status', '--commit'],
    ['conflicting-options', 'update', '--format=md'],
    ['extra-argument', 'init', 'here'],
  ])('%s: %j', (expected, ...argv) => {
    expect(code(...argv)).toBe(expected);
  });

  it('knows that a refusal is wanted as JSON', () => {
    expect(parseArgv(['update', '--frob', '--json'], 'U1')).toMatchObject({
      json: true,
      refusal: { code: 'unknown-option' },
    });
    expect(parseArgv(['update', '--frob'], 'U1')).toMatchObject({ json: false });
  });

  it('takes any words without throwing', () => {
    const word = fc.oneof(
      fc.constantFrom('-C', '--json', 'update', '--', '--now', '-h', '--scope'),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(word), (argv) => {
        expect(Object.keys(parseArgv(argv, 'U1'))[0]).toMatch(/^(command|refusal|help|version)$/);
      }),
    );
  });

  it('prints the impact of an update as YAML, and nothing else like that', () => {
    expect(parseArgv(['update', 'M05', '--timeline=+1d', '--format=yaml'], 'x')).toMatchObject({
      cli: { format: 'yaml' },
    });
    for (const words of ['status --format=yaml', 'update M05 --format=md', 'undo C-1 --format=json']) {
      expect(parseArgv(words.split(' '), 'x')).toMatchObject({ refusal: { code: 'conflicting-options' } });
    }
  });
});
