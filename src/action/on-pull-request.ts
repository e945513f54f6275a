import * as core from '@actions/core';
import { teamsNamed } from '../change/approvers.ts';
import { proposalOf, proposalTallies } from '../change/proposal.ts';
import { pullRequestStores } from '../io/github/pull-request.ts';
import { approversOfCommit, readTeams, reportCheck } from '../io/github/repo.ts';
import { compareDiagnostics } from '../model/diagnostic.ts';
import { annotationsOf } from '../render/annotations.ts';
import { proposalText, proposalTitle } from '../render/proposal.ts';
import { diagnosticSummary } from '../render/view.ts';
import { readStore } from '../store/read.ts';
import { job, log, outputs, payload } from './job.ts';

/** A pull request that touches the store: checked, and shown with what it would do. Nothing in the repository is written. */
export async function onPullRequest(): Promise<void> {
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
