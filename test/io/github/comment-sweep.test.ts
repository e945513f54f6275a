import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { githubClient } from '../../../src/io/github/client.ts';
import { commentsOfRepository } from '../../../src/io/github/comment-sweep.ts';
import { type GitHub, startGitHub } from '../../github-server/server.ts';

const repo = { owner: 'octo', repo: 'demo' };
let github: GitHub;
let clock: number;

beforeEach(async () => {
  clock = Date.parse('2024-07-20T08:00:00Z');
  github = await startGitHub({ now: () => new Date(clock) });
  await github.createRepo({ owner: 'octo', name: 'demo', files: { 'README.md': '# Demo\n' } });
});
afterEach(async () => {
  await github.close();
  expect([github.violations, github.responseFaults]).toEqual([[], []]);
});

describe('a sweep of comments', () => {
  it('finds those of every issue since an instant, oldest first, with who wrote them and whether they were edited', async () => {
    const client = githubClient({ token: github.token('octo', { app: true }), apiUrl: github.apiUrl, log: () => {} });
    const issues = ['One', 'Two'].map((title) => Number(github.addIssue('octo', 'demo', 'octo', { title })['number']));
    const [first = 0, second = 0] = issues;
    github.addComment('octo', 'demo', first, 'wanda', 'too old');
    for (let i = 0; i < 130; i++) {
      clock += 60_000;
      github.addComment('octo', 'demo', i % 2 === 0 ? first : second, 'wanda', `number ${i}`);
    }
    clock += 60_000;
    await client.rest.issues.createComment({ ...repo, issue_number: second, body: 'a reply' });
    const [edited] = github.state.repo('octo', 'demo').comments.filter(({ body }) => body === 'number 0');
    await client.rest.issues.updateComment({ ...repo, comment_id: edited?.id ?? 0, body: 'number 0, better' });
    const { comments, complete } = await commentsOfRepository(client, repo, '2024-07-20T08:01:00Z');
    expect([complete, comments.length, comments.some(({ body }) => body === 'too old')]).toEqual([true, 131, false]);
    expect(comments[0]).toMatchObject({ body: 'number 1', issue: second, author: 'wanda', bot: false, edited: false });
    expect(comments.find(({ body }) => body === 'a reply')).toMatchObject({ bot: true, author: 'github-actions[bot]' });
    expect(comments.find(({ body }) => body === 'number 0, better')).toMatchObject({ edited: true, issue: first });
    expect(github.requests.filter(({ method }) => method === 'GET')).toHaveLength(2);
  });
});
