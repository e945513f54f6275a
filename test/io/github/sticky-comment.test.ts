import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Client, githubClient } from '../../../src/io/github/client.ts';
import { stickyComment } from '../../../src/io/github/sticky-comment.ts';
import { type GitHub, startGitHub } from '../../github-server/server.ts';

const REPO = { owner: 'octo', repo: 'demo' };
const MARKER = '<!-- git-milestone preview -->';
let github: GitHub;
const ISSUES = new Map<string, number>();

beforeAll(async () => {
  github = await startGitHub();
  await github.createRepo({ owner: 'octo', name: 'demo', collaborators: { wanda: 'write', amy: 'admin' } });
  for (const name of ['job', 'person'])
    ISSUES.set(name, Number(github.addIssue('octo', 'demo', 'octo', { title: name })['number']));
});
afterAll(() => github.close());

const clientOf = (token: string): Client => githubClient({ token, apiUrl: github.apiUrl, log: () => {} });
const comments = (issue: number) => github.state.repo('octo', 'demo').comments.filter((c) => c.issue.number === issue);

it.each([
  ['job', 'the job’s own token'],
  ['person', 'the token of the person who wrote it'],
])('%s: leaves what a person wrote alone, whatever it begins with, with %s', async (name) => {
  const issue = ISSUES.get(name) ?? 0;
  const client = clientOf(name === 'job' ? github.token('octo', { app: true }) : github.token('amy'));
  const theirs = `${MARKER}\nMy own words`;
  for (const login of ['amy', 'wanda', 'passer-by']) github.addComment('octo', 'demo', issue, login, theirs);
  const keep = (text: string, create = true) => stickyComment(client, REPO, issue, MARKER, text, create);
  expect(await keep('One', false)).toBe('absent');
  expect(await keep('One')).toBe('created');
  expect(await keep('One')).toBe('unchanged');
  expect(await keep('Two')).toBe('updated');
  const [amy, wanda, other, ours, ...rest] = comments(issue).map(({ body }) => body);
  expect([amy, wanda, other, rest]).toEqual([theirs, theirs, theirs, []]);
  expect(ours?.startsWith(`${MARKER}\nTwo`)).toBe(true);
});

it('leaves our text to the person in whose name it stands once they edited it', async () => {
  const issue = ISSUES.get('person') ?? 0;
  const ours = comments(issue).at(-1);
  if (ours) ours.body = ours.body.replace('Two', 'Two, and my remark');
  const client = clientOf(github.token('amy'));
  expect(await stickyComment(client, REPO, issue, MARKER, 'Three', true)).toBe('created');
  expect(comments(issue).map(({ body }) => body.split('\n')[1])).toEqual([
    ...Array(3).fill('My own words'),
    'Two, and my remark',
    'Three',
  ]);
  expect(github.violations).toEqual([]);
});
