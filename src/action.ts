import * as core from '@actions/core';
import { context } from '@actions/github';
import { teamsNamed } from './change/approvers.ts';
import { expiredEntries } from './change/expire.ts';
import { handEditEntries } from './change/hand-edits.ts';
import { proposalOf, proposalTallies } from './change/proposal.ts';
import { parseComment } from './command/comment.ts';
import { helpText } from './command/help.ts';
import { parseLine } from './command/parse-line.ts';
import { branchRepository } from './io/branch.ts';
import { clock } from './io/clock.ts';
import { type Git, gitIn, tokenEnvironment } from './io/git.ts';
import { apiProblem } from './io/github/api-problem.ts';
import { type Client, githubClient } from './io/github/client.ts';
import { commentThread } from './io/github/comment-thread.ts';
import { jobThread } from './io/github/job-thread.ts';
import { pullRequestStores } from './io/github/pull-request.ts';
import { approversOfCommit, readTeams, reportCheck } from './io/github/repo.ts';
import { JOURNALLED, journalledUpTo, storeCommits } from './io/history.ts';
import { type Repository, RepositoryError } from './io/repository.ts';
import type { Thread } from './io/thread.ts';
import type { Answer } from './model/answer.ts';
import { compareDiagnostics } from './model/diagnostic.ts';
import type { Intent } from './model/intent.ts';
import { marker } from './model/marker.ts';
import type { State } from './model/state.ts';
import type { Status } from './model/status.ts';
import { annotationsOf } from './render/annotations.ts';
import { replyText } from './render/comment.ts';
import { failureText } from './render/failure.ts';
import { proposalText, proposalTitle } from './render/proposal.ts';
import { summaryText } from './render/summary.ts';
import { diagnosticSummary, replyView } from './render/view.ts';
import { idsOf, type Request, run } from './run.ts';
import { readStore } from './store/read.ts';

/** The Action: an event becomes a request, a request goes through `run`. */

const AUTHOR = { name: 'github-actions[bot]', email: '41898282+github-actions[bot]@users.noreply.github.com' };

interface Job {
  readonly client: Client;
  readonly git: Git;
  readonly repo: { readonly owner: string; readonly repo: string };
  readonly branch: string;
  readonly storeDir: string;
  readonly now: string;
}

const payload = context.payload;
const log = (message: string): void => core.info(message);
const webUrl = (): string => `${context.serverUrl}/${context.repo.owner}/${context.repo.repo}`;
const runUrl = (): string => `${webUrl()}/actions/runs/${context.runId}`;

function job(): Job {
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

function view(intent: Intent, state: State, status: Status): string | null {
  return intent.verb === 'help' ? helpText(intent.args[0], 'md') : replyView(intent, state, status);
}

async function carryOut(request: Request, thread: Thread, { git, branch, storeDir }: Job): Promise<void> {
  const repository: Repository = branchRepository(git, branch, storeDir, AUTHOR);
  const linked = (answer: Answer): Answer =>
    answer.commit
      ? { ...answer, commit: { ...answer.commit, url: `${webUrl()}/commit/${answer.commit.sha}` } }
      : answer;
  const extras = {
    marker: marker(idsOf(request)),
    runUrl: runUrl(),
    storeUrl: `${webUrl()}/blob/${branch}/${storeDir}`,
  };
  const show = (answer: Answer): string => replyText(linked(answer), extras);
  const answer = await run(request, { repository, thread, view, show }).catch(async (error: unknown) => {
    const { message, hint } = mendable(error) ?? {
      message: 'The run ended in an error that looks like a mistake of ours.',
      hint: 'The job log has the details; please report it.',
    };
    await thread.failed(failureText(message, hint, extras.runUrl));
    throw error;
  });
  if (answer === null) return outputs('ignored');
  const plan = answer.decision.kind === 'planned' ? answer.decision.plan : null;
  const change =
    answer.outcome === 'applied' || answer.outcome === 'requested'
      ? (plan?.entries ?? []).map((entry) => entry.id).join(',')
      : '';
  outputs(answer.outcome, { change, plan: plan?.hash ?? '', commit: answer.commit?.sha ?? '' });
  if (answer.decision.kind === 'refused') {
    for (const refusal of answer.decision.refusals) log(`refused (${refusal.code}): ${refusal.message}`);
  }
  await core.summary.addRaw(summaryText(linked(answer), extras), true).write();
  const unreadable =
    answer.decision.kind === 'refused' && answer.decision.refusals.some((r) => r.code === 'unreadable-store');
  if (unreadable) core.setFailed('The store has files that cannot be read; see the summary.');
}

function mendable(error: unknown): RepositoryError | undefined {
  return error instanceof RepositoryError ? error : apiProblem(error);
}

function outputs(outcome: string, more: { change?: string; plan?: string; commit?: string } = {}): void {
  core.setOutput('outcome', outcome);
  for (const name of ['change', 'plan', 'commit'] as const) core.setOutput(name, more[name] ?? '');
}

async function onComment(): Promise<void> {
  const { comment, issue, action, sender } = payload;
  const ignore = (why: string): void => {
    log(`Ignored: ${why}.`);
    outputs('ignored');
  };
  if (!comment || !issue) return ignore('the event has no comment');
  // An edited comment could be made to say something that nobody was asked to approve.
  if (action !== 'created') return ignore(`the comment was ${String(action)}, and only new ones count`);
  if (comment['user']?.type === 'Bot' || sender?.['type'] === 'Bot') return ignore('the comment is by a bot');
  const id = String(comment['node_id']);
  const { intents, refusals } = parseComment(String(comment['body'] ?? ''), id);
  if (intents.length + refusals.length === 0) return ignore('the comment holds no command');
  const actor = String(comment['user']?.login);
  const here = job();
  const thread = commentThread(
    here.client,
    {
      repo: here.repo,
      issue: issue.number,
      commentId: comment.id,
      createdAt: String(comment['created_at']),
      author: actor,
    },
    log,
  );
  const source = String(comment['html_url']);
  await carryOut({ id, intents, refusals, origin: { actor, source, now: here.now } }, thread, here);
}

async function onDispatch(): Promise<void> {
  const here = job();
  const id = `dispatch:${context.runId}`;
  const origin = { actor: context.actor, source: runUrl(), now: here.now };
  const text = core.getInput('command').trim();
  const parsed = text === '' ? null : parseLine(text, id);
  const intents = parsed && 'intent' in parsed ? [parsed.intent] : [];
  const refusals = parsed && 'refusal' in parsed ? [parsed.refusal] : [];
  await carryOut({ id, intents, refusals, origin }, jobThread(here.client, here.repo, context.actor, log), here);
}

async function onPush(): Promise<void> {
  const here = job();
  if (context.ref !== `refs/heads/${here.branch}`) {
    log(`Ignored: a push to ${context.ref}, and only ${here.branch} is written.`);
    return outputs('ignored');
  }
  const { git, branch, storeDir } = here;
  const before = /^0*$/.test(String(payload['before'] ?? '')) ? null : String(payload['before']);
  const unjournalled: Request['unjournalled'] = async ({ base }, state) => {
    const since = base === null ? null : await journalledUpTo(git, branch, base, before);
    if (base === null || since === null) return { entries: [], trailers: [] };
    const commits = await storeCommits(git, since, base, storeDir);
    const entries = handEditEntries(commits, webUrl(), new Set(state.journal.map((entry) => entry.id)));
    return { entries, trailers: entries.length > 0 ? [[JOURNALLED, base]] : [] };
  };
  const origin = { actor: context.actor, source: `${webUrl()}/commit/${context.sha}`, now: here.now };
  const request = { id: `push:${context.sha}`, intents: [], refusals: [], origin, unjournalled };
  await carryOut(request, jobThread(here.client, here.repo, null, log), here);
}

async function onSchedule(): Promise<void> {
  const here = job();
  const origin = { actor: AUTHOR.name, source: runUrl(), now: here.now };
  const unjournalled: Request['unjournalled'] = async (_, state) => ({
    entries: expiredEntries(state, origin),
    trailers: [],
  });
  const request = { id: `schedule:${context.runId}`, intents: [], refusals: [], origin, unjournalled, quiet: true };
  await carryOut(request, jobThread(here.client, here.repo, null, log), here);
}

async function onPullRequest(): Promise<void> {
  const here = job();
  const { number, base, user } = (payload.pull_request ?? {}) as Record<
    string,
    { ref?: string; login?: string } | undefined
  >;
  const stores = await pullRequestStores(here.git, Number(number), String(base?.ref), here.storeDir);
  const head = readStore(stores.head);
  const sorted = [...head.diagnostics].sort(compareDiagnostics);
  const tell = { error: core.error, warning: core.warning, info: core.notice };
  for (const { severity, message, place } of annotationsOf(sorted, here.storeDir)) tell[severity](message, place);
  const errors = sorted.filter((d) => d.severity === 'error').length;
  const policy = readStore(stores.base).config;
  const proposal = proposalOf(readStore(stores.fork), head, policy, here.now);
  const teams = await readTeams(here.client, teamsNamed(proposal.approvals, policy));
  const asked = proposal.approvals.some((decision) => decision.outcome === 'required');
  const approvers = asked ? await approversOfCommit(here.client, here.repo, Number(number), stores.headSha) : [];
  const view = { ...proposal, tallies: proposalTallies(proposal, String(user?.login), approvers, policy, teams) };
  const [title, text] = [proposalTitle(view), proposalText(view)];
  await core.summary
    .addRaw(`${diagnosticSummary(sorted, stores.head.length)}\n### ${title}\n\n${text}\n`, true)
    .write();
  outputs(errors === 0 ? 'valid' : 'invalid');
  const open = view.tallies.some((tally) => tally.received < tally.needed);
  const conclusion = errors > 0 ? 'failure' : open ? 'action_required' : 'success';
  const check = { name: 'milestones/approval', sha: stores.headSha, conclusion, title, summary: text } as const;
  if (proposal.edits.length > 0 && !(await reportCheck(here.client, here.repo, check))) {
    log(`The token may not report checks, so ${check.name} stands in the summary only: ${title}`);
  }
  if (errors > 0) core.setFailed(`${errors} error${errors === 1 ? '' : 's'} in ${here.storeDir}; see the annotations.`);
}

const EVENTS: Readonly<Record<string, () => Promise<void>>> = {
  issue_comment: onComment,
  push: onPush,
  schedule: onSchedule,
  workflow_dispatch: onDispatch,
  pull_request: onPullRequest,
  pull_request_review: onPullRequest,
};

try {
  const handler = EVENTS[context.eventName];
  if (handler) await handler();
  else {
    log(`Ignored: the event ${context.eventName} is none of ${Object.keys(EVENTS).join(', ')}.`);
    outputs('ignored');
  }
} catch (error) {
  const problem = mendable(error);
  if (problem) core.setFailed(`${problem.message}\n${problem.hint}`);
  else {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    core.setFailed(`git-milestone failed. If this looks like a mistake of ours, please report it.\n${detail}`);
  }
}
