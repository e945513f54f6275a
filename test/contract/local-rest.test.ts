import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { git } from '../github-server/git/command.ts';
import type { Json, Role } from '../github-server/records.ts';
import { type GitHub, type GitHubOptions, startGitHub } from '../github-server/server.ts';
import type { TokenOptions } from '../github-server/setup.ts';
import { quiet, refusal } from './peers.ts';

const at = { owner: 'octo', repo: 'demo' };
const MILESTONES = 'POST /repos/{owner}/{repo}/milestones';
const COMMENT = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
const REACT = 'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions';

let github: GitHub;

async function start(options: GitHubOptions = {}): Promise<void> {
  github = await startGitHub(options);
  const collaborators: Record<string, Role> = { tina: 'triage', wanda: 'write', mo: 'maintain' };
  await github.createRepo({ owner: 'octo', name: 'demo', files: { 'a.md': 'a\n' }, collaborators });
  github.addIssue('octo', 'demo', 'octo', { title: 'First' });
}

beforeEach(() => start());
afterEach(async () => {
  await github.close();
  expect(github.responseFaults).toEqual([]);
});

function as(login: string, options?: TokenOptions) {
  return quiet(github.apiUrl, github.token(login, options));
}

/** The whole refusal: status, GitHub's body and headers. */
async function refused(request: Promise<unknown>): Promise<{ status: number; body: Json; headers: Json }> {
  const error = await request.then(
    () => new Error('the request was not refused'),
    (failure: { status: number; response: { data: Json; headers: Json } }) => failure,
  );
  if (error instanceof Error && !('response' in error)) throw error;
  const { status, response } = error as { status: number; response: { data: Json; headers: Json } };
  return { status, body: response.data, headers: response.headers };
}

async function openPull(): Promise<number> {
  await github.commit('octo', 'demo', { branch: 'topic', files: { 'a.md': 'other\n' } });
  const pull = await as('octo').request('POST /repos/{owner}/{repo}/pulls', {
    ...at,
    title: 'Topic',
    head: 'topic',
    base: 'main',
  });
  return pull.data.number;
}

describe('permission', () => {
  const ask = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission';

  it.each([
    ['octo', 'admin', 'admin'],
    ['mo', 'write', 'maintain'],
    ['wanda', 'write', 'write'],
    ['tina', 'read', 'triage'],
    ['visitor', 'read', 'read'],
  ])('says of %s: %s, with the role %s', async (username, permission, role) => {
    github.addUser('visitor');
    const { data } = await as('octo').request(ask, { ...at, username });
    expect(data).toMatchObject({ permission, role_name: role, user: { login: username } });
  });

  it('answers 404 for a user who does not exist', async () => {
    expect(await refusal(as('octo').request(ask, { ...at, username: 'nobody-here' }))).toBe(404);
  });

  it('lets milestones be written by those who may write', async () => {
    const write = (login: string) => as(login).request(MILESTONES, { ...at, title: `By ${login}` });
    expect(await refusal(write('wanda'))).toBe(0);
    expect(await refusal(write('tina'))).toBe(403);
    expect(await refusal(write('visitor'))).toBe(403);
    expect(await refusal(quiet(github.apiUrl).request(MILESTONES, { ...at, title: 'By nobody' }))).toBe(401);
  });

  it('hides a private repository from those outside', async () => {
    await github.createRepo({ owner: 'octo', name: 'secret', private: true, collaborators: { tina: 'read' } });
    const read = (login: string) => as(login).request('GET /repos/{owner}/{repo}', { owner: 'octo', repo: 'secret' });
    expect(await refusal(read('tina'))).toBe(0);
    expect(await refusal(read('wanda'))).toBe(404);
  });
});

describe("a workflow's token", () => {
  it('comments on issues with issues: write, on pull requests only with pull-requests: write', async () => {
    const pull = await openPull();
    const issues = as('octo', { permissions: { issues: 'write' } });
    const pulls = as('octo', { permissions: { 'pull-requests': 'write' } });
    const made = await issues.request(COMMENT, { ...at, issue_number: 1, body: 'Hello' });
    expect(made.data.user).toMatchObject({ login: 'github-actions[bot]', type: 'Bot' });
    expect(await refusal(pulls.request(COMMENT, { ...at, issue_number: pull, body: 'Hello' }))).toBe(0);
    const wrong = await refused(issues.request(COMMENT, { ...at, issue_number: pull, body: 'Hello' }));
    expect(wrong).toMatchObject({ status: 403, body: { message: 'Resource not accessible by integration' } });
    expect(await refusal(pulls.request(COMMENT, { ...at, issue_number: 1, body: 'Hello' }))).toBe(403);
  });

  it('reacts under the same rule', async () => {
    const pull = await openPull();
    const { id } = github.addComment('octo', 'demo', pull, 'wanda', '/milestone status') as { id: number };
    const request = { ...at, comment_id: id, content: 'eyes' as const };
    expect(await refusal(as('octo', { permissions: { issues: 'write' } }).request(REACT, request))).toBe(403);
    expect(await refusal(as('octo', { app: true }).request(REACT, request))).toBe(0);
  });
});

describe('reactions', () => {
  it('are made once, counted, listed by content and taken back', async () => {
    const { id } = github.addComment('octo', 'demo', 1, 'wanda', 'Hi') as { id: number };
    const one = { ...at, comment_id: id };
    const bot = as('octo', { app: true });
    const first = await bot.request(REACT, { ...one, content: 'eyes' });
    const again = await bot.request(REACT, { ...one, content: 'eyes' });
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.data.id).toBe(first.data.id);
    await as('wanda').request(REACT, { ...one, content: 'rocket' });
    const comment = await bot.request('GET /repos/{owner}/{repo}/issues/comments/{comment_id}', one);
    expect(comment.data.reactions).toMatchObject({ total_count: 2, eyes: 1, rocket: 1, confused: 0 });
    await bot.request('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions/{reaction_id}', {
      ...one,
      reaction_id: first.data.id,
    });
    const list = 'GET /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions';
    expect((await bot.request(list, one)).data.map((reaction) => reaction.content)).toEqual(['rocket']);
    expect((await bot.request(list, { ...one, content: 'eyes' })).data).toEqual([]);
  });
});

describe('milestones', () => {
  it('refuse a title that is taken, open or closed', async () => {
    github.addMilestone('octo', 'demo', { title: 'M05', state: 'closed' });
    const { status, body } = await refused(as('octo').request(MILESTONES, { ...at, title: 'M05' }));
    expect(status).toBe(422);
    expect(body).toMatchObject({
      message: 'Validation Failed',
      errors: [{ resource: 'Milestone', code: 'already_exists', field: 'title' }],
      documentation_url: expect.stringContaining('https://docs.github.com/rest/issues/milestones'),
    });
  });

  it.each([
    ['2026-07-28T12:00:00Z', '2026-07-28T07:00:00Z'],
    ['2026-12-28T12:00:00Z', '2026-12-28T08:00:00Z'],
    ['2026-07-28T00:00:00Z', '2026-07-27T07:00:00Z'],
    ['2026-07-28T23:59:59+02:00', '2026-07-28T07:00:00Z'],
  ])('floor a due date of %s to %s', async (sent, kept) => {
    const { data } = await as('octo').request(MILESTONES, { ...at, title: 'Due', due_on: sent });
    expect(data.due_on).toBe(kept);
  });

  it('lose their due date by null, and come in the order of due dates', async () => {
    for (const day of ['03', '01', '02']) {
      github.addMilestone('octo', 'demo', { title: `Day ${day}`, dueOn: `2026-07-${day}T07:00:00Z` });
    }
    github.addMilestone('octo', 'demo', { title: 'Some day' });
    const octokit = as('octo');
    const titles = async (direction: 'asc' | 'desc') =>
      (await octokit.request('GET /repos/{owner}/{repo}/milestones', { ...at, direction })).data.map(
        (one) => one.title,
      );
    expect(await titles('asc')).toEqual(['Day 01', 'Day 02', 'Day 03', 'Some day']);
    expect(await titles('desc')).toEqual(['Day 03', 'Day 02', 'Day 01', 'Some day']);
    const path = 'PATCH /repos/{owner}/{repo}/milestones/{milestone_number}';
    const { data } = await octokit.request(path, { ...at, milestone_number: 1, due_on: null as unknown as string });
    expect(data.due_on).toBeNull();
    expect(github.violations).toEqual([]);
  });
});

describe('pull requests', () => {
  it('are issues too, and show what their branch changed since it left the base', async () => {
    const number = await openPull();
    await github.commit('octo', 'demo', { files: { 'b.md': 'b\n' }, message: 'Meanwhile on main' });
    const octokit = as('octo');
    const one = { ...at, pull_number: number };
    const pull = (await octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', one)).data;
    expect(pull).toMatchObject({ commits: 1, changed_files: 1, additions: 1, deletions: 1, merged: false });
    const files = await octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', one);
    expect(files.data).toMatchObject([{ filename: 'a.md', status: 'modified', patch: '@@ -1 +1 @@\n-a\n+other' }]);
    const issue = await octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}', {
      ...at,
      issue_number: number,
    });
    expect(issue.data.pull_request?.url).toBe(pull.url);
  });

  it('come from a fork as well, whose commits the base repository then has', async () => {
    const fork = await github.createRepo({ owner: 'wanda', name: 'demo' });
    await git(fork.dir, ['fetch', '--quiet', github.state.repo('octo', 'demo').dir, 'main:main']);
    const sha = await github.commit('wanda', 'demo', { branch: 'fix', files: { 'a.md': 'fixed\n' } });
    const proposal = { ...at, title: 'Fix', head: 'wanda:fix', base: 'main' };
    const pull = (await as('wanda').request('POST /repos/{owner}/{repo}/pulls', proposal)).data;
    expect(pull.head).toMatchObject({ label: 'wanda:fix', sha, repo: { full_name: 'wanda/demo' } });
    const ref = `pull/${pull.number}/head`;
    const kept = await as('octo').request('GET /repos/{owner}/{repo}/git/ref/{ref}', { ...at, ref });
    expect(kept.data.object.sha).toBe(sha);
    const again = await refused(as('wanda').request('POST /repos/{owner}/{repo}/pulls', proposal));
    expect(again.body).toMatchObject({ errors: [{ message: 'A pull request already exists for wanda:fix.' }] });
  });
});

describe('the comments of a whole repository', () => {
  it('are those changed since an instant', async () => {
    await github.close();
    let now = new Date('2026-07-26T16:00:00Z');
    await start({ now: () => now });
    github.addComment('octo', 'demo', 1, 'wanda', 'early');
    now = new Date('2026-07-26T17:00:00Z');
    github.addComment('octo', 'demo', 1, 'wanda', 'late');
    const list = await as('octo').request('GET /repos/{owner}/{repo}/issues/comments', {
      ...at,
      since: '2026-07-26T16:30:00Z',
      sort: 'updated',
      direction: 'desc',
    });
    expect(list.data.map((comment) => [comment.body, comment.created_at])).toEqual([['late', '2026-07-26T17:00:00Z']]);
  });
});
