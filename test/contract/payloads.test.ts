import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  issuesPayload,
  milestonePayload,
  schedulePayload,
  workflowRunPayload,
} from '../github-server/event-payloads.ts';
import { issueCommentPayload, pullRequestPayload, pushPayload } from '../github-server/payloads.ts';
import type { Json } from '../github-server/records.ts';
import { type GitHub, startGitHub } from '../github-server/server.ts';

const at = { owner: 'octo', repo: 'demo' };
let github: GitHub;
beforeEach(async () => {
  github = await startGitHub();
  await github.createRepo({ owner: 'octo', name: 'demo', collaborators: { wanda: 'write' } });
});
afterEach(() => github.close());

describe('the payload of a comment', () => {
  it("carries the server's own issue and comment", async () => {
    const issue = github.addIssue('octo', 'demo', 'octo', { title: 'First' }) as Json & { number: number };
    const comment = github.addComment('octo', 'demo', issue.number, 'wanda', '/milestone status');
    const repository = await github.show.repo('octo', 'demo');
    const body = String(comment['body']);
    const payload = issueCommentPayload({ ...at, repository, urls: github, issue, comment: { ...comment, body } });
    expect(payload).toMatchObject({
      action: 'created',
      issue,
      comment,
      repository: { full_name: 'octo/demo', url: `${github.apiUrl}/repos/octo/demo`, default_branch: 'main' },
      sender: { login: 'wanda' },
    });
    expect(payload['issue']).not.toHaveProperty('pull_request');
  });

  it('makes up what it is not given, each time anew, and names nobody of the example', () => {
    const values = { ...at, issue: { number: 7 }, comment: { body: 'Hi', user: 'wanda' }, onPullRequest: true };
    const [one, other] = [issueCommentPayload(values), issueCommentPayload(values)] as [
      Record<string, Json>,
      Record<string, Json>,
    ];
    const [comment, issue] = [one['comment'] ?? {}, one['issue'] ?? {}];
    expect(comment['node_id']).toMatch(/^IC_kwDO/);
    expect([comment['id'], comment['node_id']]).not.toEqual([other['comment']?.['id'], other['comment']?.['node_id']]);
    expect(comment['user']).toMatchObject({ login: 'wanda', type: 'User' });
    expect(comment['issue_url']).toBe('https://api.github.com/repos/octo/demo/issues/7');
    expect(comment['url']).toBe(`https://api.github.com/repos/octo/demo/issues/comments/${comment['id']}`);
    expect(issue['pull_request']).toMatchObject({ url: 'https://api.github.com/repos/octo/demo/pulls/7' });
    expect(JSON.stringify(one)).not.toMatch(/Codertocat|Hello-World/);
  });
});

describe('the payloads of pushes and pull requests', () => {
  it('carry the given refs, commits and pull request', () => {
    const [before, after] = ['a'.repeat(40), 'b'.repeat(40)];
    const push = pushPayload({ ...at, ref: 'refs/heads/main', before, after, sender: 'wanda' });
    expect(push).toMatchObject({ ref: 'refs/heads/main', before, after, created: false, pusher: { name: 'wanda' } });
    expect(push['head_commit']).toMatchObject({ id: after });
    const pull = pullRequestPayload({ ...at, action: 'synchronize', pullRequest: { number: 4, title: 'Topic' } });
    expect(pull).toMatchObject({ action: 'synchronize', number: 4, pull_request: { number: 4, title: 'Topic' } });
    expect((pull['pull_request'] as Json)['url']).toBe('https://api.github.com/repos/octo/demo/pulls/4');
    for (const payload of [push, pull]) expect(JSON.stringify(payload)).not.toMatch(/Codertocat|Hello-World/);
  });
});

describe('the payloads of milestones, issues, runs and schedules', () => {
  it("carry the server's own records and nothing of the examples", async () => {
    const milestone = github.addMilestone('octo', 'demo', { title: 'One' }) as Json & { number: number };
    const issue = github.addIssue('octo', 'demo', 'wanda', { title: 'First' }) as Json & { number: number };
    const repository = await github.show.repo('octo', 'demo');
    const base = { ...at, repository, urls: github };
    const changes = { title: { from: 'Zero' } };
    const edited = milestonePayload({ ...base, action: 'edited', milestone, changes, sender: 'wanda' });
    expect(edited).toMatchObject({ action: 'edited', milestone, changes, sender: { login: 'wanda' } });
    const moved = issuesPayload({ ...base, action: 'milestoned', issue, about: { milestone } });
    expect(moved).toMatchObject({ action: 'milestoned', issue, milestone, sender: { login: 'wanda' }, repository });
    const run = workflowRunPayload({
      ...base,
      event: 'pull_request',
      headSha: 'a'.repeat(40),
      headBranch: 'topic',
      headRepository: { full_name: 'mallet/demo' },
    });
    expect(run['workflow_run']).toMatchObject({
      event: 'pull_request',
      status: 'completed',
      conclusion: 'success',
      head_sha: 'a'.repeat(40),
      head_branch: 'topic',
      pull_requests: [],
      repository: { full_name: 'octo/demo' },
      head_repository: { full_name: 'mallet/demo' },
    });
    expect(schedulePayload({ ...base, cron: '0 6 * * *' })).toEqual({ schedule: '0 6 * * *', repository });
    for (const payload of [edited, moved, run])
      expect(JSON.stringify(payload)).not.toMatch(/Codertocat|Hello-World|octo-/);
  });
});
