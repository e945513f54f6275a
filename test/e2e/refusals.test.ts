import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gitIn } from '../../src/io/git.ts';
import { code } from '../../src/render/escape.ts';
import { issueCommentPayload, pushPayload } from '../github-server/payloads.ts';
import type { Json } from '../github-server/records.ts';
import { propose } from './proposal.ts';
import type { RunResult } from './runner.ts';
import { governed, type Stage, stage, storeFiles } from './stage.ts';

const M07 = '.milestones/active/M07.yaml';
const LOWER = '/milestone update M07 --priority=low';
/** Every run of this file, for what none of them may show. */
const runs: { readonly at: Stage; readonly result: RunResult }[] = [];

const serverGit = (at: Stage) => gitIn(at.github.state.repo(at.owner, at.name).dir);
const head = (at: Stage): Promise<string> => serverGit(at).run(['rev-parse', 'main']);
const show = (at: Stage, path: string): Promise<string> => serverGit(at).run(['show', `main:${path}`]);

/** What the runner would carry out if it stood in a log (actions/runner, ActionCommand.cs); the mask is our own. */
function runnerCommands(log: string): string[] {
  const lines = log.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '').split(/[\r\n]+/);
  return lines.filter((line) => /^\s*::|##\[/.test(line) && !/^::(add-mask|error|warning|notice)( |::)/.test(line));
}

/** Delivers a payload that a test makes from a comment's own. */
async function deliver(
  at: Stage,
  login: string,
  body: string,
  forge: (payload: Json, comment: { id: number; updatedAt: string }) => void = () => {},
): Promise<RunResult & { readonly id: number }> {
  const { github, owner, name: repo, issue: number } = at;
  const comment = github.addComment(owner, repo, number, login, body) as Json & { body: string; id: number };
  const payload = issueCommentPayload({
    ...{ owner, repo, urls: github, comment, repository: await github.show.repo(owner, repo) },
    issue: github.show.issue(owner, repo, number) as Json & { number: number },
  });
  const record = github.state.repo(owner, repo).comments.find(({ id }) => id === comment.id);
  forge(payload, record ?? { id: 0, updatedAt: '' });
  const result = await at.deliver({ name: 'issue_comment', payload, actor: login });
  runs.push({ at, result });
  return { ...result, id: comment.id };
}

/** That a run changed nothing and told nobody anything, beside at most one reply. */
async function refused(
  at: Stage,
  run: () => Promise<RunResult & { id: number }>,
  { replies }: { replies: 0 | 1 } = { replies: 1 },
): Promise<RunResult> {
  const commit = await head(at);
  const [told, sent] = [at.replies().length, at.github.requests.length];
  const result = await run();
  expect(await head(at)).toBe(commit);
  expect(at.replies().length - told).toBe(replies);
  const written = at.github.requests.slice(sent).filter(({ kind, method }) => kind !== 'git' && method !== 'GET');
  // The reply, and a reaction before and after it.
  expect(written.length).toBe(replies * 3);
  expect(at.replies().every(({ body }) => body.length <= 65_536)).toBe(true);
  expect(runnerCommands(result.log)).toEqual([]);
  return result;
}

describe('nothing is written, and the log says why', () => {
  let at: Stage;
  beforeAll(async () => {
    at = await stage();
  });
  afterAll(() => at.close());

  it.each([
    ['a stranger, who may read what is public', 'mallory', 'mallory has read'],
    ['somebody who may read', 'rita', 'rita has read'],
  ])('for %s', async (_, login, why) => {
    const result = await refused(at, () => deliver(at, login, LOWER));
    expect([result.code, result.outputs['outcome']]).toEqual([0, 'refused']);
    expect(result.log).toMatch(/refused \(not-permitted\)/);
    expect(result.log).toContain(why);
  });

  it.each([
    ['what is refused', '/milestone status'],
    ['what is refused among others', '/milestone help\n/milestone log M07\n/milestone status M07'],
    ['more by mistyping', '/milestone staus'],
    ['more by asking for what there is not', '/milestone approve C-000000'],
  ])('and a reader is not given %s', async (_, body) => {
    const result = await refused(at, () => deliver(at, 'mallory', body));
    expect(result.outputs['outcome']).toBe('refused');
    const reply = at.replies().at(-1)?.body ?? '';
    expect(reply).toContain('Refused');
    expect(reply).not.toMatch(/<details>|Deployment Pipeline|complete|Recent activity|alice/);
  });

  const SILENT: [string, string, (payload: Json, comment: { id: number; updatedAt: string }) => void, string][] = [
    [
      'another program',
      'renovate[bot]',
      ({ comment }) => Object.assign((comment as Json)['user'] as Json, { type: 'Bot' }),
      'by a bot',
    ],
    [
      'a program in a person’s name',
      'wanda',
      (payload) => Object.assign(payload, { sender: { login: 'x[bot]', type: 'Bot' } }),
      'by a bot',
    ],
    [
      'a locked conversation',
      'wanda',
      (payload) => Object.assign(payload['issue'] as Json, { locked: true }),
      'is locked',
    ],
    ['an edited comment', 'wanda', (payload) => Object.assign(payload, { action: 'edited' }), 'was edited'],
    [
      'a comment that was edited before its run',
      'wanda',
      (_, comment) => Object.assign(comment, { updatedAt: '2030-01-01T00:00:00Z' }),
      'edited after it was written',
    ],
  ];
  it.each(SILENT)('for %s', async (_, login, forge, why) => {
    const result = await refused(at, () => deliver(at, login, LOWER, forge), { replies: 0 });
    expect([result.code, result.outputs['outcome']]).toEqual([0, 'ignored']);
    expect(result.log).toContain(why);
  });

  it('for a comment that was deleted before its run', async () => {
    const { comments } = at.github.state.repo(at.owner, at.name);
    const remove = (_: Json, { id }: { id: number }): void => {
      const place = comments.findIndex((comment) => comment.id === id);
      comments.splice(place, 1);
    };
    const result = await refused(at, () => deliver(at, 'wanda', LOWER, remove), { replies: 0 });
    expect(result.log).toContain('The comment was deleted');
  });

  it('for an event of another repository', async () => {
    const forge = (payload: Json) => Object.assign(payload['repository'] as Json, { full_name: 'mallory/project' });
    const result = await refused(at, () => deliver(at, 'wanda', LOWER, forge), { replies: 0 });
    expect(result.code).toBe(1);
    expect(result.log).toContain('The event is of mallory/project');
  });

  it.each([
    ['1,000 commands', Array(1000).fill(LOWER).join('\n'), 'too-many-commands'],
    ['an option of 64 KiB', `${LOWER} --scope="${'x'.repeat(65_536)}"`, 'too-long'],
    ['a comment of 70,000 characters', `/milestone update ${'M07 '.repeat(17_500)}`, 'extra-argument'],
  ])('for %s', async (_, body, reason) => {
    const result = await refused(at, () => deliver(at, 'wanda', body));
    expect(result.log).toContain(`refused (${reason})`);
    expect(result.log.length).toBeLessThan(2000);
    expect(result.summary.length).toBeLessThan(65_536);
  });

  it.each(['../elsewhere', '/etc', 'a/../../b', '.git', 'a/.GIT/x', '..\\x', '-x', '.milestones\n::error::x'])(
    'with the store in %j',
    async (path) => {
      const commit = await head(at);
      const payload = { repository: await at.github.show.repo(at.owner, at.name) };
      const dispatch = { name: 'workflow_dispatch', payload, actor: 'wanda' };
      const result = await at.deliver({ ...dispatch, inputs: { path, command: 'update M07 --priority=low' } });
      runs.push({ at, result });
      expect([result.code, await head(at)]).toEqual([1, commit]);
      expect(result.log).toContain('is no directory inside the repository');
    },
  );
});

describe('a dashboard', () => {
  let at: Stage;
  const CONFIG = '.milestones/config.yaml';
  beforeAll(async () => {
    at = await stage();
  });
  afterAll(() => at.close());

  it.each([
    ['../STATUS.md', 0],
    ['/etc/STATUS.md', 0],
    ['.Git/hooks/x.md', 0],
    ['docs/../../x.md', 0],
    // A page that a person wrote.
    ['README.md', 1],
  ])('is not written to %s', async (path, code) => {
    const files = { [CONFIG]: `sync: {enabled: false}\ndashboard: {path: ${path}}\n` };
    await at.github.commit(at.owner, at.name, { branch: 'main', files, author: 'wanda', message: 'Move the page' });
    const result = await refused(at, () => deliver(at, 'wanda', LOWER));
    expect(result.code).toBe(code);
    expect(at.replies().at(-1)?.body).toMatch(code === 0 ? /policy has errors/ : /README\.md was not written by/);
  });
});

/** All that people may write which means something somewhere. */
const HOSTILE =
  '@everyone <script>alert(1)</script> \u0024{{ github.token }} `id` Closes #1 ](javascript:alert(1)) "]; click M07 call x() %% --> \u202Eabc \u200B ::error::x ##[set-output name=outcome]x';

/** Markdown without its code, in which nothing means anything. */
function outsideCode(markdown: string): string {
  return markdown.replaceAll(/^```[\s\S]*?^```/gm, '').replaceAll(/(?<!`)(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '');
}

function harmless(markdown: string): void {
  const text = outsideCode(markdown);
  expect(text).not.toMatch(/@\w|<script|#\d|^\/milestone/m);
  expect(text).not.toMatch(/(?<!\\)\]\(javascript/);
  expect(markdown).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
  for (const [diagram] of markdown.matchAll(/^```mermaid[\s\S]*?^```/gm)) {
    expect(diagram).not.toMatch(/^\s*click|javascript:|<script|"\];/m);
  }
}

describe('what people write', () => {
  let at: Stage;
  const line = JSON.stringify(`${HOSTILE}\nCloses #1\n::set-output name=outcome::x`);
  beforeAll(async () => {
    const store = storeFiles('reference');
    const titled = store[M07]?.replace('title: Deployment Pipeline', `title: ${line}`) ?? '';
    expect(titled).toContain('everyone');
    at = await stage({ files: { ...store, [M07]: titled } });
  });
  afterAll(() => at.close());

  async function examined(result: RunResult): Promise<void> {
    runs.push({ at, result });
    expect(runnerCommands(result.log)).toEqual([]);
    expect(Object.keys(result.outputs).sort()).toEqual(['change', 'commit', 'outcome', 'plan', 'pull-request']);
    expect(Object.values(result.outputs).join()).toMatch(/^[\w,-]*$/);
    harmless(result.summary);
    for (const { body } of at.replies()) harmless(body);
    harmless(await show(at, 'STATUS.md'));
    const message = await serverGit(at).run(['log', '-1', '--format=%B', 'main']);
    expect(message).not.toMatch(/@\w|#\d|\[skip|[\u202A-\u202E]/);
    expect(at.github.state.issue(at.github.state.repo(at.owner, at.name), at.issue).state).toBe('open');
  }

  it('in a title is shown and means nothing', async () => {
    const result = await at.comment('wanda', LOWER);
    expect(result.outputs['outcome']).toBe('applied');
    await examined(result);
    expect(await show(at, 'STATUS.md')).toContain('@\u200Beveryone');
    await examined(await at.comment('wanda', '/milestone status M07\n/milestone explain M07'));
  });

  it('in an option is kept as it was written and means nothing', async () => {
    const value = HOSTILE.replaceAll('"', "'");
    const result = await at.comment('wanda', `/milestone update M08 --scope="${value}" --title="${value}"`);
    expect(result.log).not.toContain('refused');
    expect(result.outputs['outcome']).toBe('applied');
    await examined(result);
    expect(await show(at, '.milestones/active/M08.yaml')).toContain('@everyone <script>');
    await examined(await at.comment('wanda', `/milestone update M08 --priority=high --reason="${value}"`));
  });

  it('in the input of a dispatch, with line breaks, means nothing', async () => {
    const command = 'update M08 --scope="one\n::set-output name=outcome::x\nchange=x\nCloses #1"';
    const payload = { repository: await at.github.show.repo(at.owner, at.name) };
    const result = await at.deliver({ name: 'workflow_dispatch', payload, actor: 'wanda', inputs: { command } });
    expect(result.outputs['outcome']).toBe('applied');
    await examined(result);
  });

  it('in a word that is not understood is named in log and reply, and means nothing', async () => {
    const word = HOSTILE.replaceAll(/[ "`']/g, '');
    const lines = [word, `::error::x`, `##[add-mask]x`, `#\u200B#[error]x`].map((each) => `/milestone ${each}`);
    const result = await at.comment('wanda', `${lines.join('\n')}\n/milestone update M07 --status=${word}`);
    expect(result.outputs['outcome']).toBe('refused');
    await examined(result);
  });

  it('in a file of a pull request means nothing in annotations, check and comment', async () => {
    const broken = `id: X\ntitle: ${line}\nstatus: ${line}\npriority: ${line}\n${line}: 1\ndependencies: {requires: [${line}]}\n`;
    const files = { '.milestones/active/X.yaml': broken, '.milestones/active/@everyone::error ](x).yaml': 'title: [' };
    const pull = await propose(at, files, { author: 'wanda', branch: 'odd' });
    const result = await pull.run();
    runs.push({ at, result });
    expect([result.code, runnerCommands(result.log)]).toEqual([1, []]);
    expect(result.log).toMatch(/::error title=[\w-]+,file=\.milestones\/active\/X\.yaml/);
    harmless(result.summary);
    harmless(pull.previews()[0]?.body ?? '@none');
    expect(JSON.stringify(pull.checks())).not.toMatch(/@\w|<script/);
  });
});

/** Journal entries as the engine writes them, by somebody who would like it to have. */
function forgedJournal(): Record<string, string> {
  const entry = (name: string, text: string) => [`.milestones/logs/2024/07/20240726T1600${name}.yaml`, text];
  const change = `changes:
  - {file: active/M07.yaml, path: [timeline, estimated_end], before: 2024-08-05, after: 2024-08-30}
`;
  const given = `approvals:
  - {outcome: given, rule: Timeline impact over 2 days, any: [sponsor], count: 1, by: carol}
`;
  const base = (id: string, kind: string) => `id: ${id}
kind: ${kind}
at: 2024-07-26T16:00:00Z
actor: carol
milestones: [M07]
`;
  return Object.fromEntries([
    entry('00Z-C-aaaaaa', `${base('C-aaaaaa', 'requested')}${change}`),
    entry('01Z-C-bbbbbb', `${base('C-bbbbbb', 'approved')}of: C-aaaaaa\n${given}`),
    entry('02Z-C-cccccc', `${base('C-cccccc', 'applied')}of: C-aaaaaa\n${change}${given}`),
  ]);
}

describe('journal entries that a pull request brings', () => {
  let at: Stage;
  beforeAll(async () => {
    at = await stage({ files: governed() });
  });
  afterAll(() => at.close());

  it('approve nothing, neither before it is merged nor after', async () => {
    const later = (governed()[M07] ?? '').replace('estimated_end: 2024-08-05', 'estimated_end: 2024-08-30');
    const pull = await propose(
      at,
      { [M07]: later, ...forgedJournal() },
      { author: 'mallory', branch: 'x', fork: true },
    );
    await pull.follow();
    const preview = (): string => pull.previews()[0]?.body ?? '';
    expect(pull.checks().at(-1)).toMatchObject({
      conclusion: 'action_required',
      title: '3 files of the journal to leave alone',
    });
    expect(preview()).toContain('Ask **sponsor** for an approving review');
    expect(preview()).toContain('`logs/2024/07/20240726T160001Z-C-bbbbbb.yaml`');
    expect(preview()).toContain('C-aaaaaa');

    const { owner, name: repo, github } = at;
    const before = await head(at);
    const merged = await fetch(`${github.apiUrl}/repos/${owner}/${repo}/pulls/${pull.number}/merge`, {
      method: 'PUT',
      headers: { authorization: `token ${github.token('wanda')}`, 'content-type': 'application/json' },
      body: JSON.stringify({ merge_method: 'squash' }),
    });
    expect(merged.status).toBe(200);
    const after = await head(at);
    const repository = await github.show.repo(owner, repo);
    const payload = pushPayload({ owner, repo, repository, ref: 'refs/heads/main', before, after, urls: github });
    const result = await at.deliver({ name: 'push', payload, actor: 'wanda', sha: after });
    runs.push({ at, result });
    expect(result.code).toBe(0);
    expect(await show(at, 'STATUS.md')).toContain('in force unapproved');
    expect(github.violations).toEqual([]);
  });

  it('do not stand for an approval that a request lacks, though they point to a comment that names it', async () => {
    const asked = await at.comment('wanda', '/milestone update M06 --resources="9 engineers"');
    expect(asked.outputs['outcome']).toBe('requested');
    const change = asked.outputs['change'] ?? '';
    const talk = at.github.addComment(
      at.owner,
      at.name,
      at.issue,
      'carol',
      `${change} will not do: ${code('approve')}`,
    );
    const forged = `id: C-dddddd
kind: approved
of: ${change}
at: 2024-07-26T16:50:00Z
actor: carol
source: ${String(talk['html_url'])}
`;
    const files = { '.milestones/logs/2024/07/20240726T165000Z-C-dddddd.yaml': forged };
    await at.github.commit(at.owner, at.name, { branch: 'main', files, author: 'wanda', message: 'Tidy up' });
    await at.comment('dave', `/milestone approve ${change}`);
    expect(await show(at, '.milestones/active/M06.yaml')).not.toContain('fte: 9');
  });
});

describe('the token', () => {
  it('stands nowhere but in the line that masks it', async () => {
    expect(runs.length).toBeGreaterThan(20);
    for (const { at, result } of runs) {
      const secrets = [at.token, Buffer.from(`x-access-token:${at.token}`).toString('base64')];
      const log = result.log.replace(`::add-mask::${at.token}`, '');
      for (const text of [log, result.summary, ...Object.values(result.outputs)]) {
        for (const secret of secrets) expect(text).not.toContain(secret);
      }
      const told = JSON.stringify(at.github.requests.map(({ path, query, body }) => [path, query, body]));
      expect(told).not.toContain(at.token);
    }
  });
});
