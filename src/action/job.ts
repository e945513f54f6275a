import * as core from '@actions/core';
import { context } from '@actions/github';
import { clock } from '../io/clock.ts';
import { type Git, gitIn, tokenEnvironment } from '../io/git.ts';
import { type Client, githubClient } from '../io/github/client.ts';
import { type CommitMode, commitMode } from '../io/github/delivery.ts';
import { patience } from '../io/github/patience.ts';
import { githubPeer } from '../io/github/peer.ts';
import { transport, type Usage } from '../io/github/transport.ts';
import type { Peer } from '../io/peer.ts';
import { RepositoryError } from '../io/repository.ts';
import { codeSpan } from '../model/code-span.ts';
import { logLine } from '../render/escape.ts';

/** What one run of the Action has at hand, from its inputs and the runner's environment. */

export const AUTHOR = { name: 'github-actions[bot]', email: '41898282+github-actions[bot]@users.noreply.github.com' };

export interface Job {
  readonly client: Client;
  readonly peer: Peer;
  /** What the run has asked of GitHub so far. */
  readonly usage: () => Usage;
  readonly git: Git;
  readonly repo: { readonly owner: string; readonly repo: string };
  readonly branch: string;
  readonly storeDir: string;
  readonly mode: CommitMode;
  readonly now: string;
}

export const payload = context.payload;
/** What people wrote stands in messages as well, and none of it may become a command to the runner. */
export const log = (message: string): void => core.info(logLine(message));
export const webUrl = (): string => `${context.serverUrl}/${context.repo.owner}/${context.repo.repo}`;
export const runUrl = (): string => `${webUrl()}/actions/runs/${context.runId}`;

/** The input `path` as a directory relative to the repository. Throws RepositoryError for what is none, or the repository itself. */
function storePath(input: string): string {
  const path = input.trim();
  const storeDir = path.replace(/^(?:\.\/+)+|\/+$/g, '').replace(/\/+/g, '/');
  // `git` is also what `.GIT` is on some file systems; a leading hyphen would be an option to git.
  const outside = /^[/-]|(^|\/)(\.\.?|\.git)(\/|$)|[\\:]|\p{Cc}/iu.test(path.startsWith('/') ? path : storeDir);
  if (storeDir !== '' && !outside) return storeDir;
  throw new RepositoryError(
    path === '' ? 'The input path is empty' : `The input path ${codeSpan(path)} is no directory inside the repository`,
    'Give the store’s own directory as it is written there, such as .milestones or services/api/.milestones; leave the input out for .milestones.',
  );
}

export function job(): Job {
  const token = core.getInput('token', { required: true });
  core.setSecret(token);
  const event = String(payload.repository?.full_name ?? '');
  const own = `${context.repo.owner}/${context.repo.repo}`;
  if (event !== '' && event.toLowerCase() !== own.toLowerCase()) {
    throw new RepositoryError(
      `The event is of ${event}, and this job is of ${own}`,
      'Only the event’s own repository is written.',
    );
  }
  const storeDir = storePath(core.getInput('path'));
  // Scheduled runs bring no repository, and run on the default branch.
  const branch = String(payload.repository?.['default_branch'] ?? context.ref.replace(/^refs\/heads\//, ''));
  const [way, waits] = [transport(), patience()];
  const { apiUrl, graphqlUrl, repo } = context;
  const client = githubClient({ token, apiUrl, graphqlUrl, log, transport: way, patience: waits });
  return {
    client,
    peer: githubPeer(client, repo, waits, log),
    usage: way.usage,
    git: gitIn(process.env['GITHUB_WORKSPACE'] ?? process.cwd(), tokenEnvironment(context.serverUrl, token)),
    repo,
    branch,
    storeDir,
    mode: commitMode(core.getInput('commit-mode')),
    now: clock(process.env['GIT_MILESTONE_NOW']),
  };
}

const OUTPUTS = ['change', 'plan', 'commit', 'pull-request'] as const;

export function outputs(outcome: string, more: Partial<Record<(typeof OUTPUTS)[number], string>> = {}): void {
  core.setOutput('outcome', outcome);
  for (const name of OUTPUTS) core.setOutput(name, more[name] ?? '');
}

/** Ends the run without doing anything, saying why. */
export function ignored(why: string): void {
  log(`Ignored: ${why}.`);
  outputs('ignored');
}
