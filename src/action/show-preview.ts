import * as core from '@actions/core';
import type { Preview } from '../change/preview.ts';
import { reportStandingCheck } from '../io/github/standing-check.ts';
import { type StickyOutcome, stickyComment } from '../io/github/sticky-comment.ts';
import type { RepositoryError } from '../io/repository.ts';
import { compareDiagnostics } from '../model/diagnostic.ts';
import type { StoreFile } from '../model/state.ts';
import { annotationsOf } from '../render/annotations.ts';
import { elsewhereText, previewMarker, previewText, settledText, unreadText } from '../render/preview.ts';
import type { PreviewPlace } from '../render/preview-place.ts';
import { errorsOf, isOpen, verdictText } from '../render/preview-policy.ts';
import { usageText } from '../render/usage.ts';
import { readStore } from '../store/read.ts';
import { type Job, log, outputs, webUrl } from './job.ts';
import { type PullRequest, previewSince, storesOf } from './preview-of-pull.ts';
import { checkName, commentName } from './store-name.ts';
import { addSummary } from './summary.ts';

const COMMENT: Record<StickyOutcome, string> = {
  created: 'was written',
  updated: 'was brought up to date',
  unchanged: 'says so already',
  absent: 'is not needed',
  forbidden: 'was not allowed, so the preview stands in the summary only',
};

function conclusionOf(preview: Preview): 'success' | 'action_required' | 'failure' {
  if (errorsOf(preview) > 0) return 'failure';
  return preview.standings.some(isOpen) || preview.meddled.length > 0 ? 'action_required' : 'success';
}

/** The text on a preview; `off` is the branch that the pull request branched off. */
function textOf(preview: Preview, place: PreviewPlace, off: string): string {
  return touches(preview) ? previewText(preview, place) : settledText({ ...place, branch: off });
}

const touches = ({ changes, meddled }: Preview): boolean => changes.length + meddled.length > 0;

/** What a pull request would do, in the job summary, its one comment and its check. Returns the number of errors in its store. */
export async function showPreview(here: Job, pull: PullRequest): Promise<number> {
  const { client, repo, branch, storeDir } = here;
  const stores = storesOf(pull);
  const place = {
    // Leads to the newest commit, also of a fork, whatever becomes of its branch.
    storeUrl: `${webUrl()}/blob/refs/pull/${pull.number}/head/${storeDir}`,
    branch,
    emoji: stores.policy.dashboard.emoji,
  };
  const preview = await previewSince(here, pull, stores.fork, stores);
  const text = textOf(preview, place, pull.base);
  // A check stays with the commit, also when the pull request is turned to the default branch later: it always judges for that.
  const judged = stores.trunk ? await previewSince(here, pull, stores.trunk, stores) : preview;
  const summary = pull.trunk ? `${elsewhereText(pull.base, branch)}\n${textOf(judged, place, branch)}` : text;
  await addSummary(text);
  const title = verdictText(judged);
  const comment = await stickyComment(
    client,
    repo,
    pull.number,
    previewMarker(commentName(storeDir)),
    text,
    touches(preview),
  );
  log(`The comment on #${pull.number} ${COMMENT[comment]}. ${title}.`);
  const check = { name: checkName(storeDir), sha: pull.headSha, conclusion: conclusionOf(judged), title, summary };
  if (!(await reportStandingCheck(client, repo, check))) {
    log(`The token may not report checks, so ${check.name} stands in the summary only: ${title}`);
  }
  await addSummary(`\n${usageText(here.usage())}`);
  const errors = errorsOf(judged);
  outputs(errors === 0 ? 'valid' : 'invalid');
  return errors;
}

/** Says in the comment and the check that a pull request could not be looked into, and what to do. */
export async function showUnread(
  { client, repo, storeDir }: Job,
  { number, headSha, policy }: Pick<PullRequest, 'number' | 'headSha' | 'policy'>,
  { message, hint }: RepositoryError,
): Promise<void> {
  const text = unreadText(message, hint, readStore(policy).config.dashboard);
  await addSummary(text);
  const title = 'This pull request cannot be previewed';
  const comment = await stickyComment(client, repo, number, previewMarker(commentName(storeDir)), text, true);
  log(`The comment on #${number} ${COMMENT[comment]}. ${message}. ${hint}`);
  await reportStandingCheck(client, repo, {
    name: checkName(storeDir),
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
