import * as core from '@actions/core';
import { helpText } from '../command/help.ts';
import { apiProblem } from '../io/github/api-problem.ts';
import { repositoryFor } from '../io/github/delivery.ts';
import { PROPOSAL_BRANCH } from '../io/github/merged-pull.ts';
import { RepositoryError } from '../io/repository.ts';
import type { Thread } from '../io/thread.ts';
import type { Answer } from '../model/answer.ts';
import type { Intent } from '../model/intent.ts';
import { marker } from '../model/marker.ts';
import type { State } from '../model/state.ts';
import type { Status } from '../model/status.ts';
import { replyText } from '../render/comment.ts';
import { failureText } from '../render/failure.ts';
import { summaryText } from '../render/summary.ts';
import { usageText } from '../render/usage.ts';
import { replyView } from '../render/view.ts';
import { idsOf, type Request } from '../run/request.ts';
import { run } from '../run.ts';
import { founded } from './founded.ts';
import { AUTHOR, type Job, log, outputs, runUrl, webUrl } from './job.ts';
import { addSummary } from './summary.ts';

/** The pull request in which changes wait where the default branch takes none. */
const PROPOSAL = {
  branch: PROPOSAL_BRANCH,
  title: 'Update the milestones',
  body: 'Changes of the milestones that were asked for, with the dashboard as it will be. More may be added until this is merged.\n',
};

function view(intent: Intent, state: State, status: Status): string | null {
  return intent.verb === 'help' ? helpText(intent.args[0], 'md') : replyView(intent, state, status);
}

/** Sends a request through `run`, and shows what came of it in the reply, the job summary and the outputs. */
export async function carryOut(request: Request, thread: Thread, here: Job): Promise<void> {
  const { branch, storeDir, mode, peer } = here;
  const repository = founded(repositoryFor(mode, { ...here, author: AUTHOR, proposal: PROPOSAL, log }), branch);
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
  const answer = await run(request, { repository, thread, view, show, peer, readOnly: mode === 'none' }).catch(
    async (error: unknown) => {
      const { message, hint } = mendable(error) ?? {
        message: 'The run ended in an error that looks like a mistake of ours.',
        hint: 'The job log has the details; please report it.',
      };
      await thread.failed(failureText(message, hint, extras.runUrl));
      throw error;
    },
  );
  if (answer === null) return outputs('ignored');
  const plan = answer.decision.kind === 'planned' ? answer.decision.plan : null;
  const change =
    answer.outcome === 'applied' || answer.outcome === 'proposed' || answer.outcome === 'requested'
      ? (plan?.entries ?? []).map((entry) => entry.id).join(',')
      : '';
  outputs(answer.outcome, {
    change,
    plan: plan?.hash ?? '',
    commit: answer.commit?.sha ?? '',
    'pull-request': answer.pullRequest ?? '',
  });
  if (answer.decision.kind === 'refused') {
    for (const refusal of answer.decision.refusals) log(`refused (${refusal.code}): ${refusal.message}`);
  }
  await addSummary(`${summaryText(linked(answer), extras)}\n${usageText(here.usage())}`);
  const unreadable =
    answer.decision.kind === 'refused' && answer.decision.refusals.some((r) => r.code === 'unreadable-store');
  if (unreadable) core.setFailed('The store has files that cannot be read; see the summary.');
}

/** The error as something a person can mend; undefined for a bug. */
export function mendable(error: unknown): RepositoryError | undefined {
  return error instanceof RepositoryError ? error : apiProblem(error);
}
