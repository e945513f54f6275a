import * as core from '@actions/core';
import { teamsNamed } from '../change/approvers.ts';
import { previewOf } from '../change/preview.ts';
import { proposalOf } from '../change/proposal.ts';
import { approversOfCommit, readTeams } from '../io/github/repo.ts';
import { reportStandingCheck } from '../io/github/standing-check.ts';
import { type StickyOutcome, stickyComment } from '../io/github/sticky-comment.ts';
import type { RepositoryError } from '../io/repository.ts';
import { compareDiagnostics } from '../model/diagnostic.ts';
import type { StoreFile } from '../model/state.ts';
import { annotationsOf } from '../render/annotations.ts';
import { PREVIEW_MARKER, previewText, settledText, unreadText } from '../render/preview.ts';
import { errorsOf, isOpen, verdictText } from '../render/preview-policy.ts';
import { usageText } from '../render/usage.ts';
import { readStore } from '../store/read.ts';
import { type Job, log, outputs, webUrl } from './job.ts';

/** A pull request as GitHub, not its author, describes it. */
export interface PullRequest {
  readonly number: number;
  readonly author: string;
  readonly headSha: string;
  /** The store as it proposes it, where it branched off, and on the default branch, whose policy is in force. */
  readonly head: readonly StoreFile[];
  readonly fork: readonly StoreFile[];
  readonly policy: readonly StoreFile[];
  /** True for the one in which this program itself gathers changes. */
  readonly own: boolean;
}

const COMMENT: Record<StickyOutcome, string> = {
  created: 'was written',
  updated: 'was brought up to date',
  unchanged: 'says so already',
  absent: 'is not needed',
  forbidden: 'was not allowed, so the preview stands in the summary only',
};

/** What a pull request would do, in the job summary, its one comment and its check. Returns the number of errors in its store. */
export async function showPreview(here: Job, pull: PullRequest): Promise<number> {
  const { client, repo, branch, storeDir } = here;
  const policy = readStore(pull.policy).config;
  const proposal = proposalOf(readStore(pull.fork), readStore(pull.head), policy, here.now);
  const asked = proposal.approvals.some((decision) => decision.outcome === 'required');
  const approvers = asked ? await approversOfCommit(client, repo, pull.number, pull.headSha) : [];
  const teams = await readTeams(client, teamsNamed(proposal.approvals, policy));
  const preview = previewOf(proposal, { author: pull.author, approvers, policy, teams, own: pull.own });
  const place = {
    // Leads to the newest commit, also of a fork, whatever becomes of its branch.
    storeUrl: `${webUrl()}/blob/refs/pull/${pull.number}/head/${storeDir}`,
    branch,
    emoji: policy.dashboard.emoji,
  };
  const errors = errorsOf(preview);
  const touches = preview.changes.length + preview.meddled.length > 0;
  const text = touches ? previewText(preview, place) : settledText(place);
  await core.summary.addRaw(text, true).write();
  const title = verdictText(preview);
  const comment = await stickyComment(client, repo, pull.number, PREVIEW_MARKER, text, touches);
  log(`The comment on #${pull.number} ${COMMENT[comment]}. ${title}.`);
  const conclusion =
    errors > 0
      ? 'failure'
      : preview.standings.some(isOpen) || preview.meddled.length > 0
        ? 'action_required'
        : 'success';
  const check = { name: 'milestones/approval', sha: pull.headSha, conclusion, title, summary: text } as const;
  if (!(await reportStandingCheck(client, repo, check))) {
    log(`The token may not report checks, so ${check.name} stands in the summary only: ${title}`);
  }
  await core.summary.addRaw(`\n${usageText(here.usage())}`, true).write();
  outputs(errors === 0 ? 'valid' : 'invalid');
  return errors;
}

/** Says in the comment and the check that a pull request could not be looked into, and what to do. */
export async function showUnread(
  { client, repo }: Job,
  { number, headSha, policy }: Pick<PullRequest, 'number' | 'headSha' | 'policy'>,
  { message, hint }: RepositoryError,
): Promise<void> {
  const text = unreadText(message, hint, readStore(policy).config.dashboard);
  await core.summary.addRaw(text, true).write();
  const title = 'This pull request cannot be previewed';
  const comment = await stickyComment(client, repo, number, PREVIEW_MARKER, text, true);
  log(`The comment on #${number} ${COMMENT[comment]}. ${message}. ${hint}`);
  await reportStandingCheck(client, repo, {
    name: 'milestones/approval',
    sha: headSha,
    conclusion: 'action_required',
    title,
    summary: text,
  });
  outputs('invalid');
}

/** The findings in the files of a store as annotations of their lines. */
export function annotate(files: readonly StoreFile[], storeDir: string): void {
  const sorted = [...readStore(files).diagnostics].sort(compareDiagnostics);
  const tell = { error: core.error, warning: core.warning, info: core.notice };
  for (const { severity, message, place } of annotationsOf(sorted, storeDir)) tell[severity](message, place);
}
