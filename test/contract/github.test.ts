import type { Octokit } from '@octokit/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Peer, README, refusal, startEmulate, startOurs } from './peers.ts';

const at = { owner: 'octo', repo: 'demo' };

describe.each([
  { name: 'our own server', start: startOurs },
  { name: 'emulate', start: startEmulate },
])('the GitHub API of $name', ({ start }) => {
  let peer: Peer;
  let octokit: Octokit;
  beforeAll(async () => {
    peer = await start();
    octokit = peer.octokit;
  });
  afterAll(async () => {
    await peer.close();
  });

  const milestone = async (title: string) =>
    (await octokit.request('POST /repos/{owner}/{repo}/milestones', { ...at, title })).data;
  const issue = async (title: string, values: { milestone?: number; labels?: string[] } = {}) =>
    (await octokit.request('POST /repos/{owner}/{repo}/issues', { ...at, title, ...values })).data;

  it('names the signed-in user', async () => {
    expect((await octokit.request('GET /user')).data.login).toBe('octo');
  });

  it('shows a repository, and 404 for one that is not there', async () => {
    const { data } = await octokit.request('GET /repos/{owner}/{repo}', at);
    expect(data).toMatchObject({ full_name: 'octo/demo', default_branch: 'main', private: false });
    expect(await refusal(octokit.request('GET /repos/{owner}/{repo}', { ...at, repo: 'none' }))).toBe(404);
  });

  it('creates, reads, changes and deletes a milestone', async () => {
    const made = await octokit.request('POST /repos/{owner}/{repo}/milestones', {
      ...at,
      title: 'Life of a milestone',
      description: 'first',
      state: 'open',
    });
    expect(made.status).toBe(201);
    const one = { ...at, milestone_number: made.data.number };
    const changed = await octokit.request('PATCH /repos/{owner}/{repo}/milestones/{milestone_number}', {
      ...one,
      description: 'second',
      state: 'closed',
    });
    expect(changed.data).toMatchObject({ title: 'Life of a milestone', description: 'second', state: 'closed' });
    expect(changed.data.closed_at).not.toBeNull();
    const read = await octokit.request('GET /repos/{owner}/{repo}/milestones/{milestone_number}', one);
    // emulate sets updated_at anew on each reading of a milestone.
    expect({ ...read.data, updated_at: '' }).toEqual({ ...changed.data, updated_at: '' });
    const gone = await octokit.request('DELETE /repos/{owner}/{repo}/milestones/{milestone_number}', one);
    expect(gone.status).toBe(204);
    expect(await refusal(octokit.request('GET /repos/{owner}/{repo}/milestones/{milestone_number}', one))).toBe(404);
  });

  it('pages a list with Link headers', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) await milestone(`Page ${name}`);
    const query = { ...at, state: 'all' as const, per_page: 2 };
    const all = (await octokit.request('GET /repos/{owner}/{repo}/milestones', { ...query, per_page: 100 })).data;
    const first = await octokit.request('GET /repos/{owner}/{repo}/milestones', query);
    expect(first.data).toHaveLength(2);
    expect(first.headers.link).toMatch(/[?&]page=2\b.*rel="next"/);
    expect(first.headers.link).toMatch(new RegExp(`[?&]page=${Math.ceil(all.length / 2)}\\b[^,]*rel="last"`));
    const second = await octokit.request('GET /repos/{owner}/{repo}/milestones', { ...query, page: 2 });
    expect(second.headers.link).toMatch(/rel="prev"/);
    expect([...first.data, ...second.data].map((one) => one.number)).toEqual(all.slice(0, 4).map((one) => one.number));
  });

  it('counts the open and closed issues of a milestone', async () => {
    const { number } = await milestone('Counted');
    await issue('open', { milestone: number });
    const closed = await issue('closed', { milestone: number });
    await octokit.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
      ...at,
      issue_number: closed.number,
      state: 'closed',
      state_reason: 'completed',
    });
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/milestones/{milestone_number}', {
      ...at,
      milestone_number: number,
    });
    expect(data).toMatchObject({ open_issues: 1, closed_issues: 1 });
    const inside = await octokit.request('GET /repos/{owner}/{repo}/issues', {
      ...at,
      milestone: String(number),
      state: 'all',
    });
    expect(inside.data.map((one) => one.title).sort()).toEqual(['closed', 'open']);
  });

  it('creates, closes and labels issues', async () => {
    const made = await issue('Labelled', { labels: ['bug'] });
    expect(made).toMatchObject({ state: 'open', user: { login: 'octo' }, comments: 0 });
    const one = { ...at, issue_number: made.number };
    await octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/labels', { ...one, labels: ['later'] });
    await octokit.request('DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}', { ...one, name: 'bug' });
    const labels = await octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}/labels', one);
    expect(labels.data.map((label) => label.name)).toEqual(['later']);
    const closed = await octokit.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
      ...one,
      state: 'closed',
    });
    expect(closed.data.state).toBe('closed');
    const open = await octokit.request('GET /repos/{owner}/{repo}/issues', { ...at, per_page: 100 });
    expect(open.data.map((each) => each.number)).not.toContain(made.number);
    expect(
      await refusal(octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}', { ...at, issue_number: 9999 })),
    ).toBe(404);
  });

  it('creates, lists, changes and deletes comments', async () => {
    const { number } = await issue('Discussed');
    const thread = { ...at, issue_number: number };
    const path = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
    const first = await octokit.request(path, { ...thread, body: 'first' });
    await octokit.request(path, { ...thread, body: 'second' });
    expect(first.data).toMatchObject({ body: 'first', user: { login: 'octo' } });
    const one = { ...at, comment_id: first.data.id };
    await octokit.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', { ...one, body: 'changed' });
    const list = await octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', thread);
    expect(list.data.map((comment) => comment.body)).toEqual(['changed', 'second']);
    await octokit.request('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', one);
    expect(await refusal(octokit.request('GET /repos/{owner}/{repo}/issues/comments/{comment_id}', one))).toBe(404);
  });

  it('reads a file, its raw bytes, a directory and nothing', async () => {
    const read = 'GET /repos/{owner}/{repo}/contents/{path}';
    const file = await octokit.request(read, { ...at, path: 'README.md' });
    const content = (file.data as { content: string }).content;
    expect(Buffer.from(content, 'base64').toString()).toBe(README);
    const raw = await octokit.request(read, { ...at, path: 'README.md', mediaType: { format: 'raw' } });
    const bytes = raw.data as unknown as string | ArrayBuffer;
    expect(typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString()).toBe(README);
    const folder = await octokit.request(read, { ...at, path: 'docs' });
    expect(folder.data).toMatchObject([{ name: 'guide.md', path: 'docs/guide.md', type: 'file' }]);
    expect(await refusal(octokit.request(read, { ...at, path: 'none.md' }))).toBe(404);
  });

  it('reads branches, refs and commits of one history', async () => {
    const ref = await octokit.request('GET /repos/{owner}/{repo}/git/ref/{ref}', { ...at, ref: 'heads/feature' });
    const { sha } = ref.data.object;
    const branch = await octokit.request('GET /repos/{owner}/{repo}/branches/{branch}', { ...at, branch: 'feature' });
    expect(branch.data.commit.sha).toBe(sha);
    const commit = await octokit.request('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', {
      ...at,
      commit_sha: sha,
    });
    const list = await octokit.request('GET /repos/{owner}/{repo}/commits', { ...at, sha: 'feature', per_page: 1 });
    expect(list.data[0]?.sha).toBe(sha);
    expect(list.data[0]?.parents[0]?.sha).toBe(commit.data.parents[0]?.sha);
    const whole = await octokit.request('GET /repos/{owner}/{repo}/commits/{ref}', { ...at, ref: sha });
    expect(whole.data.files).toMatchObject([{ filename: 'feature.md', status: 'added', additions: 1, deletions: 0 }]);
  });

  it('opens a pull request, reads it and finds it by its branch', async () => {
    const made = await octokit.request('POST /repos/{owner}/{repo}/pulls', {
      ...at,
      title: 'Feature',
      head: 'feature',
      base: 'main',
    });
    const one = { ...at, pull_number: made.data.number };
    const read = await octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', one);
    expect(read.data).toMatchObject({ state: 'open', head: { ref: 'feature' }, base: { ref: 'main' } });
    const list = await octokit.request('GET /repos/{owner}/{repo}/pulls', { ...at, head: 'octo:feature' });
    expect(list.data.map((pull) => pull.number)).toEqual([made.data.number]);
    expect(
      await refusal(octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', { ...at, pull_number: 9999 })),
    ).toBe(404);
  });

  it('runs a check from queued to completed', async () => {
    const ref = await octokit.request('GET /repos/{owner}/{repo}/git/ref/{ref}', { ...at, ref: 'heads/main' });
    const made = await peer.app.request('POST /repos/{owner}/{repo}/check-runs', {
      ...at,
      name: 'milestones',
      head_sha: ref.data.object.sha,
      status: 'in_progress',
    });
    await peer.app.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
      ...at,
      check_run_id: made.data.id,
      conclusion: 'failure',
      status: 'completed',
      output: { title: 'One problem', summary: 'Details' },
    });
    const list = await octokit.request('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', { ...at, ref: 'main' });
    expect(list.data.total_count).toBe(1);
    expect(list.data.check_runs[0]).toMatchObject({ name: 'milestones', status: 'completed', conclusion: 'failure' });
  });

  it('was asked nothing that the description forbids, and answered as it promises', () => {
    expect(peer.faults()).toEqual([]);
  });
});
