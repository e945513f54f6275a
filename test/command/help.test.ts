import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { parseArgv } from '../../src/command/argv.ts';
import { CLI_OPTIONS } from '../../src/command/cli-options.ts';
import { parseComment } from '../../src/command/comment.ts';
import { helpText } from '../../src/command/help.ts';
import { commandReference } from '../../src/command/help-page.ts';
import { parseLine } from '../../src/command/parse-line.ts';
import { printCommand } from '../../src/command/print.ts';
import { tokenize } from '../../src/command/tokenizer.ts';
import { optionUsage } from '../../src/command/usage.ts';
import { VERBS } from '../../src/command/verbs.ts';

const names = VERBS.map((verb) => verb.name);

describe('the table', () => {
  it('holds the verbs of this version', () => {
    const writing = ['update', 'approve', 'reject', 'undo', 'sync', 'import', 'init'];
    expect(names.toSorted()).toEqual([...writing, 'status', 'explain', 'log', 'validate', 'help'].toSorted());
    expect(VERBS.filter((verb) => verb.writes).map((verb) => verb.name)).toEqual(writing);
  });

  it('has every option of the reference and of the design', () => {
    const own = VERBS[0]?.options.map((option) => option.name).sort();
    expect(own).toEqual([
      'add-risk',
      'analytics',
      'bulk',
      'calendar-days',
      'dashboard',
      'dependencies',
      'dry-run',
      'effort',
      'force',
      'keep-going',
      'milestones',
      'monitor',
      'owner',
      'plan',
      'priority',
      'progress',
      'reason',
      'rebaseline',
      'resources',
      'scope',
      'status',
      'timeline',
      'title',
    ]);
  });

  it('gives no option two meanings', () => {
    for (const verb of VERBS) {
      const all = [...verb.options, ...CLI_OPTIONS].flatMap(({ name, value }) =>
        value === null ? [name, `no-${name}`] : [name],
      );
      expect(new Set(all).size).toBe(all.length);
    }
  });

  it.each(VERBS.flatMap((verb) => verb.examples.map(({ line }) => [line, verb] as const)))(
    '%s is an example that works',
    (line, verb) => {
      const tokens = tokenize(line);
      const argv = 'words' in tokens ? tokens.words : [];
      expect(parseArgv(argv, 'x')).not.toHaveProperty('refusal');
      if (verb.where.includes('comment')) {
        const parsed = parseLine(`/milestone ${line}`, 'x');
        expect('intent' in parsed && printCommand(parsed.intent)).toBe(line);
      }
    },
  );
});

describe('help in a terminal', () => {
  it.each([undefined, ...names])('%s fits into 96 columns', (name) => {
    for (const line of helpText(name, 'text').split('\n')) expect(line.length).toBeLessThanOrEqual(96);
  });

  it('lists verbs and the options of the command line', () => {
    const text = helpText(undefined, 'text');
    for (const name of names) expect(text).toMatch(new RegExp(`^ {2}${name}\\b`, 'm'));
    for (const option of CLI_OPTIONS) expect(text).toContain(`  ${optionUsage(option)}`);
    expect(helpText('frob', 'text')).toBe(text);
  });

  it('explains a verb with its options, defaults and examples', () => {
    const text = helpText('Update', 'text');
    expect(text).toMatch(/^git milestone update \[ID\] \[options\]\n/);
    for (const option of VERBS[0]?.options ?? []) expect(text).toContain(`  ${optionUsage(option)}`);
    expect(text).toMatch(/--\[no-\]monitor .* \[on\]/);
    expect(text).toContain('git milestone update M05 --timeline=+5days --reason="Vendor is late"');
  });
});

describe('help in Markdown', () => {
  const markdown = new MarkdownIt('default');

  it.each([undefined, ...names])('%s holds no line that is a command itself', (name) => {
    expect(parseComment(helpText(name, 'md'), 'C')).toEqual({ intents: [], refusals: [] });
  });

  it('leaves out what comments cannot say', () => {
    expect(helpText(undefined, 'md')).not.toContain('init');
    expect(helpText('update', 'md')).toContain('/milestone update M05 --timeline=+5days');
  });

  it('renders as tables with every option in a row of its own', () => {
    const html = markdown.render(commandReference());
    const cells = [...html.matchAll(/<tr>\s*<td[^>]*><code>([^<]*)<\/code>/g)].map((match) =>
      (match[1] ?? '').replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
    );
    for (const option of [...VERBS.flatMap((verb) => verb.options), ...CLI_OPTIONS])
      expect(cells).toContain(optionUsage(option));
    expect(html).toContain('<h3><code>update</code></h3>');
  });
});
