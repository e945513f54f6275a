import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_COMMANDS, parseComment } from '../../src/command/comment.ts';

/** The commands found, as `line verb args`. */
const found = (body: string): string[] => {
  const { intents, refusals } = parseComment(body, 'C1');
  expect(refusals).toEqual([]);
  return intents.map(({ line, verb, args }) => [line, verb, ...args].join(' '));
};

describe('lines that are commands', () => {
  it.each<[string, string[]]>([
    ['/milestone update M05', ['1 update M05']],
    ['/milestone/update M05', ['1 update M05']],
    ['/milestone', ['1 help']],
    ['/milestone   ', ['1 help']],
    ['/milestone/', ['1 help']],
    ['/Milestone UPDATE M05', ['1 update M05']],
    ['   /milestone status', ['1 status']],
    ['\uFEFF/milestone status', ['1 status']],
    ['Hello\n\n/milestone status\ntext\n/milestone log M05', ['3 status', '5 log M05']],
    ['a\r\n/milestone status\r\n/milestone log\r\n', ['2 status', '3 log']],
    ['/milestone\u00a0update\u00a0M05', ['1 update M05']],
    ['> quoted\n/milestone status', ['2 status']],
    ['`<!--` is how it starts\n/milestone status\n-->', ['2 status']],
    ['text <!-- never closed\n/milestone status', ['2 status']],
    ['<!-- note -->\n/milestone status', ['2 status']],
    ['<!-->\n/milestone status', ['2 status']],
    ['<!-- `a --> `\n/milestone status', ['2 status']],
    ['a <!-- b --> c\n/milestone status\n-->', ['2 status']],
    ['``` inline ``` text\n/milestone status', ['2 status']],
    ['```\ncode\n```\n/milestone status', ['4 status']],
    ['- ```\n  code\n  ```\n\n/milestone status', ['5 status']],
    ['- ```\n  never closed\n/milestone status', ['3 status']],
    ['<pre>code</pre>\n/milestone status', ['2 status']],
  ])('%j', (body, expected) => {
    expect(found(body)).toEqual(expected);
  });
});

describe('lines that are not', () => {
  it.each([
    '',
    'see /milestone update M05',
    '/milestones',
    '/milestone-foo',
    '/milestone:update',
    '//milestone status',
    '    /milestone status',
    '\t/milestone status',
    ' \t/milestone status',
    '> /milestone status',
    '  > /milestone status',
    '- /milestone status',
    '`/milestone status`',
    '```\n/milestone status\n```',
    '~~~\n/milestone status\n~~~',
    '```sh title="x"\n/milestone status\n```',
    '````\n```\n/milestone status\n```\n/milestone log\n````',
    '```\n~~~\n/milestone status\n',
    '```\n/milestone status',
    '  ```\n/milestone status\n  ```',
    '```\n/milestone status\n``` no end\n/milestone log\n```',
    '```\n    ```\n/milestone status\n```',
    '- ```\n  /milestone status\n  ```',
    '1. - ~~~\n     text\n     /milestone status\n     ~~~',
    '<!--\n/milestone status\n-->',
    '<!-- a\n\n/milestone status\n\nb -->',
    'text <!-- a\n/milestone status\n--> b',
    '<!-- never closed\n/milestone status',
    '<!-- a --> <!-- b\n/milestone status\n-->',
    '<pre>\n\n/milestone status\n</pre>',
    'a <!-- b --> c <!-- d\n/milestone status\n-->',
    '<details>\n\n```\n/milestone status\n```\n</details>',
  ])('%j', (body) => {
    expect(parseComment(body, 'C1')).toEqual({ intents: [], refusals: [] });
  });
});

describe('what a comment gives back', () => {
  it('names each intent by comment and line and keeps the line', () => {
    const { intents } = parseComment('Hi\n  /milestone/update M05 --timeline=+5days  \n', 'IC_9');
    expect(intents).toStrictEqual([
      {
        id: 'IC_9#2',
        verb: 'update',
        args: ['M05'],
        options: { timeline: '+5days' },
        text: '/milestone/update M05 --timeline=+5days',
        line: 2,
      },
    ]);
  });

  it('refuses what fails and still returns the rest', () => {
    const { intents, refusals } = parseComment('/milestone status\n/milestone frob\n/milestone update "M05', 'C1');
    expect(intents.map((intent) => intent.verb)).toEqual(['status']);
    expect(refusals.map(({ code, intent }) => [code, intent?.id, intent?.text])).toEqual([
      ['unknown-verb', 'C1#2', '/milestone frob'],
      ['bad-value', 'C1#3', '/milestone update "M05'],
    ]);
    expect(refusals[1]?.message).toBe('The quote " is not closed: column 19, at `"M05`.');
  });

  it('takes twenty commands and refuses twenty-one as a whole', () => {
    const lines = (count: number): string => Array.from({ length: count }, () => '/milestone status').join('\n');
    expect(parseComment(lines(MOST_COMMANDS), 'C').intents).toHaveLength(20);
    const { intents, refusals } = parseComment(lines(21), 'C');
    expect(intents).toEqual([]);
    expect(refusals.map(({ code, intent }) => ({ code, intent }))).toEqual([
      { code: 'too-many-commands', intent: null },
    ]);
  });

  it('takes an option of 4,096 characters and refuses a longer one', () => {
    const scope = (length: number) => parseComment(`/milestone update M05 --scope=${'😀'.repeat(length)}`, 'C');
    expect(scope(4096).intents).toHaveLength(1);
    expect(scope(4097).refusals.map((refusal) => refusal.code)).toEqual(['too-long']);
    const timeline = parseComment(`/milestone update M05 --timeline=${'9'.repeat(5000)}`, 'C');
    expect(timeline.refusals.map((refusal) => refusal.code)).toEqual(['too-long']);
  });
});

describe('laws', () => {
  it('no text makes it throw, and every line number is real', () => {
    const piece = fc.constantFrom(
      '/milestone',
      ' update',
      '\n',
      '```',
      '~~~',
      '<!--',
      '-->',
      '- ',
      '> ',
      '    ',
      '"',
      '=',
      '\\',
    );
    const body = fc.array(fc.oneof(piece, fc.string({ unit: 'binary' }))).map((parts) => parts.join(''));
    fc.assert(
      fc.property(body, (text) => {
        const { intents, refusals } = parseComment(text, 'C');
        const count = text.split(/\r\n|\n|\r/).length;
        for (const intent of [...intents, ...refusals.map((refusal) => refusal.intent)]) {
          if (intent) expect(intent.line).toBeLessThanOrEqual(count);
        }
      }),
    );
  });

  it('nothing in a fenced block is a command', () => {
    const line = fc.oneof(
      fc.constantFrom('/milestone status', '/milestone/update M05 --timeline=+5d', '', '<!--', '> x', '    x', '- ~~~'),
      fc.string(),
    );
    const fence = fc.record({
      char: fc.constantFrom('`', '~'),
      length: fc.integer({ min: 3, max: 7 }),
      indent: fc.integer({ min: 0, max: 3 }),
      info: fc.constantFrom('', 'sh', ' yaml {a=b}'),
      closed: fc.boolean(),
    });
    fc.assert(
      fc.property(fence, fc.array(line), ({ char, length, indent, info, closed }, content) => {
        const marks = char.repeat(length);
        const inside = content.filter((text) => !text.includes(marks));
        const open = `${' '.repeat(indent)}${marks}${info}`;
        const after = closed ? [marks, '/milestone log'] : [];
        const { intents, refusals } = parseComment([open, ...inside, ...after].join('\n'), 'C');
        expect(refusals).toEqual([]);
        expect(intents.map((intent) => intent.verb)).toEqual(closed ? ['log'] : []);
      }),
    );
  });

  // Backtracking would hang here until the test times out.
  it('gets through comments of the largest size', () => {
    for (const text of ['`a', '`', '<!--', '- ', '"', '/milestone ', '-->\n<!--', '1. ']) {
      const { intents } = parseComment(text.repeat(65_536 / text.length), 'C');
      expect(intents.length).toBeLessThanOrEqual(20);
    }
  });
});
