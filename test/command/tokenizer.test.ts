import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quote } from '../../src/command/print.ts';
import { tokenize } from '../../src/command/tokenizer.ts';

const words = (line: string): unknown => {
  const tokens = tokenize(line);
  return 'words' in tokens ? tokens.words : `column ${tokens.column}`;
};

describe('words as in a shell', () => {
  it.each<[string, string[]]>([
    ['', []],
    ['   ', []],
    ['update M05', ['update', 'M05']],
    ['  a\t b  ', ['a', 'b']],
    ['--scope="New objectives"', ['--scope=New objectives']],
    ['--scope=\'a "b" \\c\'', ['--scope=a "b" \\c']],
    ['"a \\"b\\" \\\\ \\n"', ['a "b" \\ \\n']],
    ['a\\ b \\"c', ['a b', '"c']],
    ['a"b c"d\'e f\'', ['ab cde f']],
    ['"" \'\'', ['', '']],
    ["'don'\\''t'", ["don't"]],
    ["a'b'c", ['abc']],
    ['"line\nbreak" x\\\ny', ['line\nbreak', 'xy']],
  ])('%j', (line, expected) => {
    expect(words(line)).toEqual(expected);
  });

  it.each(['$(rm -rf x)', '`id`', '*', '$HOME', '~', 'a;b', 'a|b', '#x', '!!', '{a,b}', '<x>', '&& x'])(
    'expands nothing: %s',
    (text) => {
      expect(words(text)).toEqual(text.split(' '));
      expect(words(`"${text.replaceAll('`', '\\`')}"`)).toEqual([text]);
    },
  );
});

describe('what phones make of it', () => {
  it.each<[string, string[]]>([
    ['--scope=“New objectives”', ['--scope=New objectives']],
    ['--scope=”New objectives”', ['--scope=New objectives']],
    ['--scope=“New objectives “ x', ['--scope=New objectives ', 'x']],
    ['--scope=„Neue Ziele“', ['--scope=Neue Ziele']],
    ['--scope=«\u00a0Nouveaux objectifs\u00a0»', ['--scope=Nouveaux objectifs']],
    ['--scope=»Nye mål«', ['--scope=Nye mål']],
    ['--scope ‘a b’', ['--scope', 'a b']],
    ['--scope=‘don’t stop’', ['--scope=don’t stop']],
    ['“say \\“hi\\” now”', ['say “hi” now']],
    ['„b”x‘', ['bx‘']],
    ['it’s 5” wide', ['it’s', '5”', 'wide']],
    ['—scope=x –dry-run', ['--scope=x', '--dry-run']],
    ['––force —-bulk', ['--force', '--bulk']],
    ['--timeline –3d', ['--timeline', '–3d']],
    ['"—scope" a—b', ['—scope', 'a—b']],
    ['update\u00a0M05\u202f--bulk', ['update', 'M05', '--bulk']],
  ])('%j', (line, expected) => {
    expect(words(line)).toEqual(expected);
  });
});

describe('a line that makes no sense', () => {
  it.each<[string, number]>([
    ["--scope=don't", 12],
    ["--scope=don't --reason=won't", 12],
    ['a "b', 3],
    ['😀 "b', 3],
    ['a “b', 3],
    ['‘b’s', 1],
    ['update M05 \\', 12],
  ])('%j is refused at its column', (line, column) => {
    expect(words(line)).toBe(`column ${column}`);
  });
});

describe('laws', () => {
  const text = fc.string({ unit: 'binary' });

  it('quoting and reading give the words back', () => {
    fc.assert(
      fc.property(fc.array(text), (list) => {
        expect(tokenize(list.map(quote).join(' '))).toEqual({ words: list });
      }),
    );
  });

  it('the hard characters survive quoting too', () => {
    const hard = fc.string({ unit: fc.constantFrom(...'"\'\\$`! a\n“”„«»‘’—–-=\u00a0😀') });
    fc.assert(
      fc.property(fc.array(hard), (list) => {
        expect(tokenize(list.map(quote).join(' '))).toEqual({ words: list });
      }),
    );
  });

  it('never throws, and a column lies within the line', () => {
    fc.assert(
      fc.property(text, (line) => {
        const tokens = tokenize(line);
        if ('column' in tokens) {
          expect(tokens.column).toBeGreaterThan(0);
          expect(tokens.column).toBeLessThanOrEqual(Array.from(line).length);
        } else {
          expect(tokens.words.every((word) => typeof word === 'string')).toBe(true);
        }
      }),
    );
  });
});
