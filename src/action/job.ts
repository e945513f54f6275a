import * as core from '@actions/core';
import { context } from '@actions/github';
import { clock } from '../io/clock.ts';
import { type Git, gitIn, tokenEnvironment } from '../io/git.ts';
import { type Client, githubClient } from '../io/github/client.ts';
import { RepositoryError } from '../io/repository.ts';

/** What one run of the Action has at hand, from its inputs and the runner's environment. */

export const AUTHOR = { name: 'github-actions[bot]', email: '41898282+github-actions[bot]@users.noreply.github.com' };

export interface Job {
  readonly client: Client;
  readonly git: Git;
  readonly repo: { readonly owner: string; readonly repo: string };
  readonly branch: string;
  readonly storeDir: string;
  readonly now: string;
}

export const payload = context.payload;
export const log = (message: string): void => core.info(message);
export const webUrl = (): string => `${context.serverUrl}/${context.repo.owner}/${context.repo.repo}`;
export const runUrl = (): string => `${webUrl()}/actions/runs/${context.runId}`;

export function job(): Job {
  const token = core.getInput('token', { required: true });
  core.setSecret(token);
  const storeDir = core.getInput('path').replace(/^\.\/|\/+$/g, '') || '.milestones';
  if (/(^\/|(^|\/)\.\.(\/|$))/.test(storeDir)) {
    throw new RepositoryError(`The input path ${storeDir} leads outside the repository`, 'Give a directory inside it.');
  }
  // Scheduled runs bring no repository, and run on the default branch.
  const branch = String(payload.repository?.['default_branch'] ?? context.ref.replace(/^refs\/heads\//, ''));
  return {
    client: githubClient({ token, apiUrl: context.apiUrl, log }),
    git: gitIn(process.env['GITHUB_WORKSPACE'] ?? process.cwd(), tokenEnvironment(context.serverUrl, token)),
    repo: context.repo,
    branch,
    storeDir,
    now: clock(process.env['GIT_MILESTONE_NOW']),
  };
}

export function outputs(outcome: string, more: { change?: string; plan?: string; commit?: string } = {}): void {
  core.setOutput('outcome', outcome);
  for (const name of ['change', 'plan', 'commit'] as const) core.setOutput(name, more[name] ?? '');
}

/** Ends the run without doing anything, saying why. */
export function ignored(why: string): void {
  log(`Ignored: ${why}.`);
  outputs('ignored');
}
