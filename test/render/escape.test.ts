import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { clip, code, commitText, html, logLine, md, mermaid, pathUrl, plain, prose } from '../../src/render/escape.ts';
import { table } from '../../src/render/md-table.ts';

const ZERO_WIDTH_SPACE = /\u200B/g;

/** Text of the kind that breaks renderers: markup, mentions, references, controls, several scripts. */
const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '|',
          '\\',
          '`',
          '``',
          '*',
          '_',
          '__',
          '~',
          '[x](y)',
          '![i](u)',
          '<script>',
          '</details>',
          '<!--',
          '-->',
          '&copy;',
        ],
        ...[
          '#',
          '# ',
          '#12',
          'GH-7',
          'acme/shop#3',
          '@alice',
          '@org/team',
          '\n',
          '\n\n',
          '---',
          '===',
          '> ',
          '- ',
          '1. ',
          '+ ',
        ],
        ...[
          ':tada:',
          '$x$',
          '"',
          "'",
          ';',
          '%%',
          ':',
          '{',
          '}',
          '(',
          ')',
          '[',
          ']',
          '\u001B[31m',
          '\u0000',
          '\u202E',
          ' ',
          '日本',
          'é',
        ],
        ...[
          'end',
          'section',
          'title',
          'www.x.org',
          'mailto:a@b.c',
          '[^1]',
          '[ ]',
          '    ',
          '\t',
          '&',
          '<a href=x>',
          '~~~',
          '```',
        ],
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

function visible(rendered: string): string {
  const text = rendered.replace(/<[^>]+>/g, '');
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(ZERO_WIDTH_SPACE, '')
    .trim();
}

/** What must be seen: the text on one line; zero-width spaces of its own cannot be told from ours. */
const expected = (text: string): string => plain(text).replace(ZERO_WIDTH_SPACE, '').trim();

const renderers = [
  ['html off', new MarkdownIt({ html: false, linkify: true })],
  ['html on', new MarkdownIt({ html: true, linkify: true })],
] as const;

// Guessing links from bare names is not GitHub's rule, and the guess takes a zero-width space for a letter.
for (const [, markdown] of renderers) markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

describe.each(renderers)('people’s text in Markdown, %s', (_, markdown) => {
  it('reads as written in a paragraph, makes no markup and mentions nobody', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const rendered = markdown.render(md(text));
        expect(visible(rendered)).toBe(expected(text));
        expect(rendered.replace(/^<p>|<\/p>$/gm, '')).not.toMatch(/<[a-z!/]/i);
        expect(rendered).not.toMatch(/@[\w]/);
        expect(rendered).not.toMatch(/(?<!&)#\d|GH-\d/i);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads as written in a table cell, and in the next one too', () => {
    fc.assert(
      fc.property(nasty, nasty, (left, right) => {
        const rendered = markdown.render(table(['A', 'B'], [[md(left), md(right)]]));
        const cells = [...rendered.matchAll(/<td>(.*?)<\/td>/g)].map((match) => visible(match[1] ?? ''));
        expect(cells).toEqual([expected(left), expected(right)]);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads as written as inline code, inside and outside of a table', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(visible(markdown.renderInline(code(text)))).toBe(expected(text));
        const cell = /<td>(.*?)<\/td>/.exec(markdown.render(table(['A', 'B'], [[code(text), 'x']])))?.[1] ?? '';
        expect(visible(cell)).toBe(expected(text));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('Markdown', () => {
  const markdown = new MarkdownIt({ html: true });

  it('keeps plain text readable in the source', () => {
    expect(md('Database Schema & Migration (v2.0), snake_case — 50% done!')).toBe(
      'Database Schema & Migration (v2.0), snake_case — 50% done!',
    );
  });

  it('shows web addresses as code, which is no link and can be copied, without the punctuation behind them', () => {
    expect(md('see https://example.com/a_b?c=*d*.')).toBe('see `https://example.com/a_b?c=*d`\\*.');
    expect(prose('`x` is at https://example.com/x')).toBe('`x` is at `https://example.com/x`');
    const linking = new MarkdownIt({ html: true, linkify: true });
    for (const text of [
      'https://evil.example/login',
      '(HTTP://evil.example)',
      'xhttps://evil.example',
      '<https://e.io>',
    ])
      expect(linking.render(md(text)) + linking.render(`<b>${html(text)}</b>`)).not.toContain('<a');
  });

  it('breaks what GitHub takes for a commit or for an issue of a repository', () => {
    const sha = 'deadbeef'.repeat(5);
    for (const text of [md(`${sha} a1b2c3d octo/shop#1 octo@${sha}`), html(sha)])
      expect(text).not.toMatch(/[0-9a-f]{7}|#\d|@\w/);
    expect(md('on 20240726, 1234567 hours')).toBe('on 20240726, 1234567 hours');
  });

  it('breaks what GitHub would link without a scheme, or with a scheme that is no web page', () => {
    expect(md('www.example.com bob@example.com mailto:a ftp://x')).toBe(
      'www.\u200Bexample.com bob@\u200Bexample.com mailto:\u200Ba `ftp://x`',
    );
  });

  it('makes no link of other schemes', () => {
    expect(markdown.renderInline(md('<javascript:alert(1)> [a](javascript:alert(1))'))).not.toContain('<a');
  });

  it('turns the engine’s backticks into code and nothing else', () => {
    expect(prose('`M9` is none of *ours*, see `a|b`')).toBe('`M9` is none of \\*ours\\*, see `a`\\|`b`');
    expect(prose('- one ` only')).toBe('\\- one \\` only');
  });
});

describe('other places', () => {
  it('makes no tag inside HTML', () => {
    expect(html('<b> & "@alice" #5')).toBe('&lt;b&gt; &amp; &quot;@\u200Balice&quot; #\u200B5');
  });

  it('strips ANSI sequences and controls for a terminal', () => {
    expect(plain('\u001B[31mred\u001B[0m \u001B]8;;http://x\u0007link\u0007\r\nnext\u0000\u009B2J')).toBe(
      'red link next',
    );
    fc.assert(
      fc.property(nasty, (text) => {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be left
        expect(plain(text)).not.toMatch(/[\u0000-\u001F\u007F-\u009F]/);
      }),
    );
  });

  it('closes no issue, mentions nobody and skips no workflow in a commit message', () => {
    const text = commitText('fixes #12, closes https://github.com/a/b/issues/3 @alice [skip ci] GH-4');
    expect(text).not.toMatch(/#\d|@\w|GH-\d|\[skip|https:\/\//);
    expect(text.replace(ZERO_WIDTH_SPACE, '')).toBe(
      'fixes #12, closes https://github.com/a/b/issues/3 @alice [skip ci] GH-4',
    );
  });

  it('cuts between code points', () => {
    expect(clip('ab😀😀😀', 4)).toBe('ab😀…');
    expect(clip('ab😀😀', 4)).toBe('ab😀😀');
  });

  it('keeps letters of any language in a Mermaid label', () => {
    expect(mermaid('Größe "日本"; 50%')).toBe('Größe #34;日本#34;#59; 50#37;');
  });
});

describe('a path in an address', () => {
  it('ends no link, mentions nobody and leads to the file', () => {
    const path = 'active/@everyone a)b](x)<y>*_~#?%é.yaml';
    const url = pathUrl(path);
    expect(url).not.toMatch(/[@()[\]<>*_~#? ]/);
    expect(decodeURIComponent(url)).toBe(path);
    expect(new MarkdownIt().renderInline(`[x](../${url})`)).toBe(`<a href="../${url}">x</a>`);
    expect(pathUrl('lone \ud800.yaml')).toBe('lone%20%EF%BF%BD.yaml');
  });
});

describe('a line of a log', () => {
  // As the runner reads it: `::name` after blanks, `##[name]` anywhere, characters without width overlooked.
  const command = /^\s*::|##\[/;
  const seen = (line: string): string => line.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '');

  it.each([
    '::set-output name=x::y',
    '  \u200B::error::x',
    'a\n::add-mask::x',
    'a ##[error]x',
    '#\u200D#[error]x',
    ':\u00AD:error::x',
    '\u001B[0m::error::x',
    '###[x]',
  ])('%j is no command to the runner', (text) => {
    expect(seen(logLine(text))).not.toMatch(command);
    expect(logLine(text)).not.toContain('\n');
  });

  it('is none whatever it is made of', () => {
    const part = fc.oneof(nasty, fc.constantFrom('::', ':', '##[', '#', '[', '\u200B', '\uFEFF', '\r'));
    fc.assert(fc.property(fc.array(part), (parts) => !command.test(seen(logLine(parts.join(''))))));
  });

  it('is otherwise as it was', () => {
    expect(logLine('refused (x): `a::b` of Größe #1')).toBe('refused (x): `a::b` of Größe #1');
  });
});
