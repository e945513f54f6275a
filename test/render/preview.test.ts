import { describe, expect, it } from 'vitest';
import { previewOf } from '../../src/change/preview.ts';
import { proposalOf } from '../../src/change/proposal.ts';
import type { StoreFile } from '../../src/model/state.ts';
import { annotationsOf, unannotated } from '../../src/render/annotations.ts';
import { previewText, settledText, unreadText } from '../../src/render/preview.ts';
import { verdictText } from '../../src/render/preview-policy.ts';
import { readStore } from '../../src/store/read.ts';
import { governed } from '../e2e/stage.ts';

const NOW = '2024-07-26T16:45:00Z';
const place = {
  storeUrl: 'https://github.com/acme/shop/blob/refs/pull/12/head/.milestones',
  branch: 'main',
  emoji: true,
};

type Files = Readonly<Record<string, string>>;
const store = (files: Files): StoreFile[] =>
  Object.entries(files).map(([path, text]) => ({ path, kind: 'text', text }));
const BASE: Files = Object.fromEntries(
  Object.entries(governed()).map(([path, text]) => [path.replace('.milestones/', ''), text]),
);

/** The reference project with texts exchanged. */
function edited(...edits: readonly (readonly [file: string, from: string, to: string])[]): Files {
  const files = { ...BASE };
  for (const [file, from, to] of edits) {
    expect(files[file]).toContain(from);
    files[file] = (files[file] ?? '').replace(from, () => to);
  }
  return files;
}

function preview(after: Files, approvers: readonly string[] = [], teams = new Map<string, null>(), before = BASE) {
  const policy = readStore(store(before)).config;
  const proposal = proposalOf(readStore(store(before)), readStore(store(after)), policy, NOW);
  return previewOf(proposal, { author: 'wanda', approvers, policy, teams });
}
const shown = (after: Files, approvers?: readonly string[]): string => previewText(preview(after, approvers), place);

/** M06 takes longer and asks more of erin, which moves M07 and M08 and puts M06 on the critical path. */
const SLIP = edited(
  ['active/M06.yaml', 'duration: 11d', 'duration: 23d'],
  ['active/M06.yaml', 'estimated_end: 2024-08-02', 'estimated_end: 2024-08-09'],
  ['active/M06.yaml', '{who: erin, allocation: 60}', '{who: erin, allocation: 90}'],
  ['active/M06.yaml', 'consultant, fte: 0.5', 'consultant, fte: 1'],
);
const BROKEN = edited(
  ['active/M08.yaml', 'estimated_end: 2024-08-08', 'estimated_end: 2024-02-30'],
  ['active/M07.yaml', 'duration: 8d', 'duration: soon'],
);
// biome-ignore lint/suspicious/noTemplateCurlyInString: what a workflow would take for an expression
const HOSTILE = '@everyone <script>alert(1)</script> ${{ secrets.X }} `id` | **b** #1\n/milestone approve C-1 <!-- x';

describe('the comment on a pull request', () => {
  it.each([
    ['slips', () => shown(SLIP, ['dave'])],
    ['errors', () => shown(BROKEN)],
    ['calm', () => shown(edited(['active/M06.yaml', 'priority: medium', 'priority: high']))],
  ])('%s', async (name, render) => {
    await expect(render()).toMatchFileSnapshot(`golden/preview-${name}.md`);
    expect(render()).toBe(render());
  });

  it('says first what slips, then what to do', () => {
    const [title, , next, , first] = shown(SLIP).split('\n');
    expect(title).toBe('### ⚠️ 3 milestones slip; the project finishes 5 working days later, on 2024-08-12');
    expect(next).toBe('**Next**');
    expect(first).toContain('Ask **sponsor, finance**');
  });

  it('counts whose approvals there are, and never the author’s', () => {
    expect(shown(SLIP, ['wanda', 'dave'])).toContain('**1 of 2**, by dave');
    expect(verdictText(preview(SLIP, ['carol', 'dave']))).toBe('Approved');
    expect(verdictText(preview(SLIP, ['dave']))).toBe('Waiting for sponsor');
  });

  it('says that a policy it brings counts later, under either name', () => {
    const { 'config.yaml': policy = '', ...rest } = BASE;
    const before = { ...rest, 'config.yml': policy };
    const text = previewText(
      preview({ ...before, 'config.yml': `${policy}# New.\nphase_weights: {design: 10}\n` }, [], new Map(), before),
      place,
    );
    expect(text).toContain('What this pull request writes in config.yml counts once it is merged');
  });

  it.each([
    ['the group asked', "sponsor: ['@acme/board']"],
    ['a group in that', "sponsor: [board]\n  board: ['@acme/board', sponsor]"],
  ])('names a team that the token may not read, of %s', (_, groups) => {
    const before = { ...BASE, 'config.yaml': (BASE['config.yaml'] ?? '').replace('sponsor: [carol]', groups) };
    const after = { ...SLIP, 'config.yaml': before['config.yaml'] };
    const text = previewText(preview(after, ['carol'], new Map([['@acme/board', null]]), before), place);
    expect(text).toContain('may not read the members of @\u200Bacme/board');
    expect(text).toContain('**0 of 1**');
  });

  it('tells milestones that come, go, move and cannot be read', () => {
    const { 'active/M08.yaml': gone, ...rest } = BASE;
    const { 'active/M07.yaml': moved = '', ...left } = edited([
      'active/M07.yaml',
      'status: planning',
      'status: completed',
    ]);
    expect(shown(rest)).toContain('| M08 Documentation & Training |       | the file | removed |');
    expect(shown({ ...BASE, 'active/M09.yaml': 'title: Launch\n' })).toMatch(
      /\[M09\]\(\S+\) Launch \|\s+\| none\s+\| new file/,
    );
    expect(shown({ ...left, 'completed/M07.yaml': moved })).toMatch(/`active\/M07.yaml` *\| `completed\/M07.yaml`/);
    expect(shown({ ...BASE, 'active/M08.yaml': `a: [\n${gone}` })).toContain('cannot be read');
    const mended = preview(BASE, [], new Map(), { ...BASE, 'active/M08.yaml': `a: [\n${gone}` });
    expect(previewText(mended, place)).toContain('could not be read');
  });

  it('keeps what people write from becoming markup, a mention or a command', () => {
    const title = JSON.stringify(HOSTILE);
    const files = {
      ...SLIP,
      'active/M07.yaml': (SLIP['active/M07.yaml'] ?? '').replace('title: Deployment Pipeline', `title: ${title}`),
    };
    for (const text of [
      shown(files),
      shown({ ...files, 'active/M)@owner(<b>.yaml': 'nonsense: [', 'x@me/y.yaml': 'a: 1' }),
    ]) {
      // In code, nothing is a mention or a tag.
      const prose = text.replace(/`[^`\n]*`/g, '');
      expect(prose).not.toMatch(/@\w|<script|<b>|<!-- x/);
      expect(text).not.toMatch(/^\/milestone/m);
      expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
    }
  });

  it('stays under the limit of a comment however much changes, and names what it left out', () => {
    const long = JSON.stringify('<b>|*_日本'.repeat(400));
    const ids = Array.from({ length: 120 }, (_, i) => `active/X${i}.yaml`);
    const fields = (value: string): string =>
      ['description', 'category', 'owner'].map((key) => `${key}: ${value}\n`).join('');
    const made = (value: string, more = ''): Files =>
      Object.fromEntries(ids.map((file) => [file, `title: ${long}\n${fields(value)}${more}`]));
    const text = previewText(
      preview({ ...BASE, ...made(long, `status: ${long}\n`) }, [], new Map(), { ...BASE, ...made('short') }),
      place,
    );
    expect(text.length).toBeLessThanOrEqual(65_000);
    expect(text).toMatch(/^### ❌ 120 errors in the milestones to mend\n/);
    expect(text).toMatch(/Left out for length: .*fields.*See the files of the pull request/);
    expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
  });

  it('takes its news back once nothing is changed any more', () => {
    expect(settledText(place)).toMatch(/^### ✅ Resolved: no milestone changes any more\n/);
  });
});

describe('annotations', () => {
  const found = readStore(
    store({
      ...Object.fromEntries(
        Array.from({ length: 30 }, (_, i) => [`active/A${i}.yaml`, `title: x\nstatus: ${i}\nnonsense: 1\n`]),
      ),
    }),
  ).diagnostics;

  it('are at most ten of a kind with the one that fails the step, the gravest first', () => {
    const shownAnnotations = annotationsOf(found, '.milestones');
    expect(shownAnnotations.filter(({ severity }) => severity === 'error').length).toBe(9);
    expect(shownAnnotations.filter(({ severity }) => severity === 'info').length).toBe(10);
    expect(shownAnnotations[0]?.severity).toBe('error');
    expect(unannotated(found)).toBe('21 errors and 20 notes');
  });
});

describe('what cannot be previewed', () => {
  it('is told with the way out, as text', () => {
    expect(unreadText('412 files differ, `@all`', 'Split it.', { emoji: false })).toBe(
      '### This pull request cannot be previewed\n\n412 files differ, \\`@\u200ball\\`. Split it.\n',
    );
  });
});
