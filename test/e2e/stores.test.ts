import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schedulePayload } from '../github-server/event-payloads.ts';
import { issueCommentPayload } from '../github-server/payloads.ts';
import { propose } from './proposal.ts';
import { governed, type Stage, stage } from './stage.ts';

const [A, B] = ['a/.milestones', 'b/.milestones'];
const M07 = `${B}/active/M07.yaml`;

describe('two stores in one repository', () => {
  let at: Stage;
  const files = {
    ...Object.fromEntries(Object.entries(governed()).map(([path, text]) => [`b/${path}`, text])),
    [`${A}/config.yaml`]: 'sync: {enabled: false}\ndashboard: {path: a/STATUS.md}\n',
    [`${A}/active/A1.yaml`]: 'title: In A\n',
  };
  beforeAll(async () => {
    at = await stage({ files });
  });
  afterAll(() => at.close());

  it('each answer a comment, and each once', async () => {
    const first = await at.comment('wanda', '/milestone update M07 --priority=low', { inputs: { path: A } });
    expect([first.outputs['outcome'], first.log]).toEqual(['refused', expect.stringContaining('no milestone M07')]);
    const { github, owner, name } = at;
    const payload = issueCommentPayload({
      ...{ owner, repo: name, repository: await github.show.repo(owner, name), urls: github },
      issue: github.show.issue(owner, name, at.issue) as Parameters<typeof issueCommentPayload>[0]['issue'],
      comment: first.comment as unknown as Parameters<typeof issueCommentPayload>[0]['comment'],
    });
    const run = (path: string) => at.deliver({ name: 'issue_comment', payload, actor: 'wanda', inputs: { path } });
    expect((await run(B)).outputs['outcome']).toBe('applied');
    for (const path of [A, B]) expect((await run(path)).log).toContain('answered before');
    expect(at.replies()).toHaveLength(2);
  });

  it('each keep their own comment and check on a pull request', async () => {
    const later = (files[M07] ?? '').replace('estimated_end: 2024-08-05', 'estimated_end: 2024-09-30');
    const pull = await propose(at, { [M07]: later }, { author: 'wanda', branch: 'x' });
    for (const path of [B, A, B]) expect((await pull.run('pull_request', { inputs: { path } })).code).toBe(0);
    const checks = at.github.state.repo(at.owner, at.name).checkRuns.map(({ name, conclusion }) => [name, conclusion]);
    expect(checks).toEqual([
      [`milestones/approval (${B})`, 'action_required'],
      [`milestones/approval (${A})`, 'success'],
    ]);
    const comments = at.replies().filter(({ body }) => body.includes('git-milestone preview'));
    expect(comments).toMatchObject([
      { body: expect.stringMatching(/^<!-- git-milestone preview b%2F\.milestones -->\n/) },
    ]);
  });
});

describe('a path that leads to no store', () => {
  it.each([
    ['milestones', 'There is no store in `milestones` on main'],
    ['README.md', 'There is no store in `README.md` on main'],
    ['docs', 'There is no store in `docs` on main'],
    ['.', 'is no directory inside the repository'],
    ['a/./b', 'is no directory inside the repository'],
    ['/srv/.milestones', 'is no directory inside the repository'],
    ['../.milestones', 'is no directory inside the repository'],
    [' ', 'The input path is empty'],
  ])('%s is refused, and founds none', async (path, message) => {
    const at = await stage({ files: { ...governed(), 'docs/mkdocs.yml': 'site_name: x\n' }, sync: true });
    try {
      const payload = schedulePayload({ owner: at.owner, repo: at.name, urls: at.github, cron: '17 3 * * *' });
      const result = await at.deliver({ name: 'schedule', payload, inputs: { path } });
      expect([result.code, result.log]).toEqual([1, expect.stringContaining(message)]);
      expect(at.github.requests.filter(({ path: to }) => to.endsWith('receive-pack'))).toEqual([]);
    } finally {
      await at.close();
    }
  });
});
