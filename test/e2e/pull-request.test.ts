import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pullRequestPayload } from '../github-server/payloads.ts';
import type { RunResult } from './runner.ts';
import { governed, type Stage, stage } from './stage.ts';

describe('a pull request that edits milestones', () => {
  let at: Stage;
  let number = 0;
  const review = async (event: 'pull_request' | 'pull_request_review'): Promise<RunResult> => {
    const pull = await api(`/repos/${at.owner}/${at.name}/pulls/${number}`);
    const payload = pullRequestPayload({
      owner: at.owner,
      repo: at.name,
      repository: await at.github.show.repo(at.owner, at.name),
      urls: at.github,
      pullRequest: pull as Parameters<typeof pullRequestPayload>[0]['pullRequest'],
    });
    return at.deliver({ name: event, payload, actor: 'wanda', ref: `refs/pull/${number}/merge` });
  };
  const api = async (path: string, body?: unknown): Promise<Record<string, unknown>> => {
    const response = await fetch(at.github.apiUrl + path, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `token ${at.github.token('wanda')}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return (await response.json()) as Record<string, unknown>;
  };
  const checks = () => at.github.state.repo(at.owner, at.name).checkRuns.map((c) => [c.name, c.conclusion]);
  const propose = async (files: Record<string, string>): Promise<void> => {
    await at.github.commit(at.owner, at.name, { branch: 'later', files, author: 'wanda', message: 'Later' });
  };
  const changed = (path: string, from: string, to: string): Record<string, string> => {
    const text = governed()[path] ?? '';
    expect(text).toContain(from);
    return { [path]: text.replace(from, to) };
  };

  beforeAll(async () => {
    at = await stage({ files: governed() });
    // The proposal also gives its author a say in the matter: the policy of the base must hold all the same.
    await propose({
      ...changed('.milestones/active/M07.yaml', 'estimated_end: 2024-08-05', 'estimated_end: 2024-08-12'),
      ...changed('.milestones/config.yaml', 'sponsor: [carol]', 'sponsor: [carol, wanda]'),
    });
    const pull = await api(`/repos/${at.owner}/${at.name}/pulls`, { title: 'Later', head: 'later', base: 'main' });
    number = Number(pull['number']);
  });
  afterAll(() => at.close());

  it('waits for the approvers that the base names, and shows what slips', async () => {
    const result = await review('pull_request');
    expect([result.code, result.outputs['outcome']]).toEqual([0, 'valid']);
    expect(checks()).toEqual([['milestones/approval', 'action_required']]);
    expect(result.summary).toContain('Waiting for sponsor');
    expect(result.summary).toContain('2024-08-05 → 2024-08-12');
  });

  it('is not approved by its author, nor by a review of an older commit', async () => {
    await at.github.addReview(at.owner, at.name, number, 'wanda', 'APPROVED');
    await at.github.addReview(at.owner, at.name, number, 'carol', 'APPROVED');
    await propose(changed('.milestones/active/M08.yaml', 'estimated_end: 2024-08-08', 'estimated_end: 2024-08-15'));
    const result = await review('pull_request_review');
    expect(checks().at(-1)).toEqual(['milestones/approval', 'action_required']);
    expect(result.summary).toContain('Waiting for sponsor');
  });

  it('is approved by the sponsor’s review of the newest commit', async () => {
    await at.github.addReview(at.owner, at.name, number, 'carol', 'APPROVED');
    const result = await review('pull_request_review');
    expect(result.code).toBe(0);
    expect(checks().at(-1)).toEqual(['milestones/approval', 'success']);
    expect(at.github.violations).toEqual([]);
  });

  it('fails on errors, each annotated on its line, and writes nothing', async () => {
    await propose(changed('.milestones/active/M08.yaml', 'estimated_end: 2024-08-08', 'estimated_end: 2024-02-30'));
    const result = await review('pull_request');
    expect([result.code, result.outputs['outcome']]).toEqual([1, 'invalid']);
    expect(result.log).toMatch(/::error title=bad-date,file=\.milestones\/active\/M08\.yaml,line=\d+/);
    expect(at.replies()).toEqual([]);
  });
});
