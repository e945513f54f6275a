import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { analyse } from '../src/analysis/status.ts';
import { commandReference } from '../src/command/help-page.ts';
import { viewTerminal } from '../src/render/view.ts';
import { changesOf } from '../src/store/journal.ts';
import { readStore } from '../src/store/read.ts';
import { loadFixture } from './load-fixture.ts';

/** What the documentation says of the product is made from the product; `npx vitest run test/readme.test.ts -u` writes it anew. */

const ROOT = join(import.meta.dirname, '..');
const NOTE = 'generated, `npx vitest run test/readme.test.ts -u` brings it up to date';
const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'docs/analyses.md',
  'docs/architecture.md',
];

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** The text with what stands between two markers replaced. */
function withRegion(text: string, name: string, content: string): string {
  const region = new RegExp(`<!-- begin ${name}: [^\\n]*-->\\n[\\s\\S]*?<!-- end ${name} -->`);
  if (!region.test(text)) throw new Error(`no region ${name}`);
  return text.replace(region, () => `<!-- begin ${name}: ${NOTE} -->\n\n${content.trim()}\n\n<!-- end ${name} -->`);
}

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function actionTables(): string {
  const { inputs, outputs } = parse(read('action.yml')) as {
    inputs: Record<string, { description: string; default?: string }>;
    outputs: Record<string, { description: string }>;
  };
  const shown = (value: string | undefined): string => (value ? `\`${value}\`` : 'none');
  return [
    row('Input', 'What it is', 'Default'),
    row('---', '---', '---'),
    ...Object.entries(inputs).map(([name, input]) => row(`\`${name}\``, input.description, shown(input.default))),
    '',
    row('Output', 'What it is'),
    row('---', '---'),
    ...Object.entries(outputs).map(([name, output]) => row(`\`${name}\``, output.description)),
  ].join('\n');
}

/** The terminal's view of the reference project, down to the dependencies. */
function statusExcerpt(): string {
  const state = readStore(loadFixture('reference'));
  const status = analyse(state, '2024-07-26T16:45:00Z', changesOf(state.journal));
  const intent = { id: 'readme', verb: 'status', args: [], options: {}, text: 'status', line: 1 };
  const lines = viewTerminal(intent, state, status, { color: false, width: 100 }).split('\n');
  const end = lines.indexOf('DEPENDENCIES');
  expect(end).toBeGreaterThan(10);
  return ['```', ...lines.slice(0, end), '```'].join('\n').replace(/\n+```$/, '\n```');
}

describe('the README', () => {
  it('shows the commands, the inputs and a dashboard as they are', async () => {
    const [commands = ''] = commandReference().split('\n\n');
    const text = [
      ['status', statusExcerpt()],
      ['commands', commands],
      ['action', actionTables()],
    ].reduce((all, [name = '', content = '']) => withRegion(all, name, content), read('README.md'));
    await expect(text).toMatchFileSnapshot('../README.md');
  });

  it('names the commands that this package has', () => {
    const { scripts, version } = JSON.parse(read('package.json')) as {
      scripts: Record<string, string>;
      version: string;
    };
    for (const [, script] of read('README.md').matchAll(/npm (start|test)\b/g))
      expect(scripts).toHaveProperty(script ?? '');
    expect(read('CHANGELOG.md')).toContain(`## [${version}]`);
  });

  it('gives examples of milestones that the store takes without a finding', () => {
    const blocks = [...read('README.md').matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
    expect(blocks.length).toBe(2);
    for (const text of blocks) {
      const { diagnostics, milestones } = readStore([{ path: 'active/M01.yaml', kind: 'text', text }]);
      expect(diagnostics).toEqual([]);
      expect(milestones[0]?.title).toBe('Public beta');
    }
  });
});

describe('docs/commands.md', () => {
  it('is what the table of verbs says', async () => {
    const intro =
      'Every verb and option, in comments on GitHub (`/milestone <verb>`), as input of the workflow, and on the command line (`git milestone <verb>`).';
    const head =
      '<!-- Generated from the table of verbs in src/command/: `npx vitest run test/readme.test.ts -u` writes it. -->';
    const text = `${head}\n\n# Commands\n\n${intro}\n\n## Verbs\n\n${commandReference()}`;
    await expect(text).toMatchFileSnapshot('../docs/commands.md');
  });
});

describe.each([...PAGES, 'docs/commands.md'])('%s', (page) => {
  it('links only to what is there', () => {
    const targets = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '');
    const local = targets
      .filter((target) => !/^(https?:|mailto:|#)/.test(target))
      .map((target) => target.replace(/#.*/, ''));
    expect(local.filter((target) => !existsSync(join(ROOT, dirname(page), target)))).toEqual([]);
  });
});
