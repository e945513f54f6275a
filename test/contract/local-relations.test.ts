import type { Octokit } from '@octokit/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type GitHub, startGitHub } from '../github-server/server.ts';
import { quiet, refusal } from './peers.ts';

const repo = { owner: 'octo', repo: 'demo' };
const ISSUE = '/repos/{owner}/{repo}/issues/{issue_number}' as const;

let github: GitHub;
let octo: Octokit;

beforeEach(async () => {
  github = await startGitHub();
  await github.createRepo({
    ...repo,
    name: 'demo',
    files: { 'a.md': 'a\n' },
    collaborators: { wanda: 'write', tina: 'triage' },
  });
  octo = quiet(github.apiUrl, github.token('octo'));
});
afterEach(async () => {
  await github.close();
  expect([github.violations, github.responseFaults]).toEqual([[], []]);
});

const addIssue = (title: string): number => Number(github.addIssue('octo', 'demo', 'octo', { title })['id']);

describe('issues', () => {
  it('have sub-issues, one parent and blockers, named by id', async () => {
    const [, child, blocker] = ['Epic', 'Part', 'Blocker'].map(addIssue) as [number, number, number];
    const epic = { ...repo, issue_number: 1 };
    const part = { ...repo, issue_number: 2 };
    const { data } = await octo.request(`POST ${ISSUE}/sub_issues`, { ...epic, sub_issue_id: child });
    expect(data).toMatchObject({ number: 1, sub_issues_summary: { total: 1, completed: 0 } });
    expect((await octo.request(`GET ${ISSUE}/sub_issues`, epic)).data).toMatchObject([{ number: 2 }]);
    expect((await octo.request(`GET ${ISSUE}/parent`, part)).data.number).toBe(1);
    const again = { ...repo, issue_number: 3, sub_issue_id: child };
    expect(await refusal(octo.request(`POST ${ISSUE}/sub_issues`, again))).toBe(422);
    await octo.request(`POST ${ISSUE}/dependencies/blocked_by`, { ...part, issue_id: blocker });
    expect((await octo.request(`GET ${ISSUE}/dependencies/blocked_by`, part)).data).toMatchObject([{ number: 3 }]);
    expect((await octo.request(`GET ${ISSUE}/dependencies/blocking`, { ...repo, issue_number: 3 })).data).toMatchObject(
      [
        {
          number: 2,
          parent_issue_url: `${github.apiUrl}/repos/octo/demo/issues/1`,
          issue_dependencies_summary: { blocked_by: 1 },
        },
      ],
    );
    await octo.request(`DELETE ${ISSUE}/dependencies/blocked_by/{issue_id}`, { ...part, issue_id: blocker });
    await octo.request(`DELETE ${ISSUE}/sub_issue`, { ...epic, sub_issue_id: child });
    expect(await refusal(octo.request(`GET ${ISSUE}/parent`, part))).toBe(404);
  });

  it('that are locked take comments of those with write access only, and of no app', async () => {
    addIssue('First');
    const first = { ...repo, issue_number: 1 };
    await octo.request(`PUT ${ISSUE}/lock`, { ...first, lock_reason: 'resolved' });
    const { data } = await octo.request(`GET ${ISSUE}`, first);
    expect([data.locked, data.active_lock_reason]).toEqual([true, 'resolved']);
    const say = (token: string) =>
      quiet(github.apiUrl, token).request(`POST ${ISSUE}/comments`, { ...first, body: 'Hi' });
    expect((await say(github.token('wanda'))).status).toBe(201);
    for (const token of [github.token('tina'), github.token('stranger'), github.token('octo', { app: true })]) {
      await expect(say(token)).rejects.toThrow('Unable to create comment because issue is locked.');
    }
    await octo.request(`DELETE ${ISSUE}/lock`, first);
    expect((await say(github.token('stranger'))).status).toBe(201);
  });

  it('and milestones change at people’s hands as through the API', async () => {
    github.addMilestone('octo', 'demo', { title: 'One' });
    addIssue('First');
    github.editMilestone('octo', 'demo', 1, { title: 'Uno', dueOn: '2026-07-28T12:00:00Z', state: 'closed' });
    github.editIssue('octo', 'demo', 1, {
      milestone: 1,
      state: 'closed',
      stateReason: 'not_planned',
      assignees: ['wanda'],
    });
    const shown = github.show.issue('octo', 'demo', 1);
    expect(shown).toMatchObject({ state: 'closed', state_reason: 'not_planned', assignee: { login: 'wanda' } });
    expect(shown['milestone']).toMatchObject({
      title: 'Uno',
      due_on: '2026-07-28T07:00:00Z',
      state: 'closed',
      closed_issues: 1,
    });
    github.deleteMilestone('octo', 'demo', 1);
    expect(github.show.issue('octo', 'demo', 1)['milestone']).toBeNull();
    expect(github.addMilestone('octo', 'demo', { title: 'Next' })['number']).toBe(2);
  });
});

describe('a team', () => {
  it('is shown to its organization’s people and to apps with the permission, not to a GITHUB_TOKEN', async () => {
    github.addTeam('acme', 'sponsors', ['carol', 'dave']);
    const members = (token: string) =>
      quiet(github.apiUrl, token).request('GET /orgs/{org}/teams/{team_slug}/members', {
        org: 'acme',
        team_slug: 'sponsors',
      });
    expect((await members(github.token('carol'))).data.map(({ login }) => login)).toEqual(['carol', 'dave']);
    const granted = github.token('octo', { permissions: { members: 'read' } });
    expect((await members(granted)).data.length).toBe(2);
    expect(await refusal(members(github.token('stranger')))).toBe(404);
    await expect(members(github.token('octo', { app: true }))).rejects.toThrow(
      'Resource not accessible by integration',
    );
  });
});

describe('pull requests', () => {
  const PULL = '/repos/{owner}/{repo}/pulls/{pull_number}' as const;
  const PULLS_OF = 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls' as const;
  const open = (head: string) =>
    octo.request('POST /repos/{owner}/{repo}/pulls', { ...repo, title: 'Topic', head, base: 'main' });

  it('are edited, merged once, and found by their commits', async () => {
    const sha = await github.commit('octo', 'demo', { branch: 'topic', files: { 'b.md': 'b\n' } });
    const one = { ...repo, pull_number: (await open('topic')).data.number };
    expect((await octo.request(`PATCH ${PULL}`, { ...one, title: 'Better' })).data.title).toBe('Better');
    expect((await octo.request(PULLS_OF, { ...repo, commit_sha: sha })).data).toMatchObject([
      { number: 1, state: 'open' },
    ]);
    expect(await refusal(octo.request(`PUT ${PULL}/merge`, { ...one, sha: 'a'.repeat(40) }))).toBe(409);
    github.protect('octo', 'demo', 'main', { requirePullRequest: true });
    const { data: merge } = await octo.request(`PUT ${PULL}/merge`, { ...one, merge_method: 'squash' });
    const { data: pull } = await octo.request(`GET ${PULL}`, one);
    expect(pull).toMatchObject({
      merged: true,
      state: 'closed',
      merge_commit_sha: merge.sha,
      merged_by: { login: 'octo' },
    });
    expect((await octo.request(`GET ${PULL}/files`, one)).data).toMatchObject([{ filename: 'b.md', status: 'added' }]);
    expect((await octo.request(PULLS_OF, { ...repo, commit_sha: merge.sha })).data).toMatchObject([{ number: 1 }]);
    expect(await refusal(octo.request(`PUT ${PULL}/merge`, one))).toBe(405);
    expect(await refusal(octo.request(`PATCH ${PULL}`, { ...one, state: 'open' }))).toBe(422);
  });

  it('that contradict the base are not merged', async () => {
    await github.commit('octo', 'demo', { branch: 'topic', files: { 'a.md': 'topic\n' } });
    const { data } = await open('topic');
    await github.commit('octo', 'demo', { files: { 'a.md': 'main\n' } });
    const merge = octo.request(`PUT ${PULL}/merge`, { ...repo, pull_number: data.number });
    await expect(merge).rejects.toThrow('Pull Request is not mergeable');
  });

  it('come from forks, whose objects can be read by SHA through either repository', async () => {
    await github.fork('octo', 'demo', { owner: 'mallet', name: 'my-demo' });
    const sha = await github.commit('mallet', 'my-demo', { branch: 'topic', files: { 'b.md': 'fork\n' } });
    const { data: tree } = await octo.request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', {
      ...repo,
      tree_sha: sha,
    });
    const file_sha = tree.tree.find(({ path }) => path === 'b.md')?.sha ?? '';
    for (const at of [repo, { owner: 'mallet', repo: 'my-demo' }]) {
      const { data } = await octo.request('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', { ...at, file_sha });
      expect(Buffer.from(data.content, 'base64').toString()).toBe('fork\n');
    }
    const { data: pull } = await open('mallet:topic');
    expect(pull).toMatchObject({
      head: { sha, repo: { full_name: 'mallet/my-demo', fork: true } },
      base: { repo: { fork: false } },
    });
    const { data: ref } = await octo.request('GET /repos/{owner}/{repo}/git/ref/{ref}', {
      ...repo,
      ref: `pull/${pull.number}/head`,
    });
    expect(ref.object.sha).toBe(sha);
  });
});
