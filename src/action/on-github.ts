import { context } from '@actions/github';
import { jobThread } from '../io/github/job-thread.ts';
import type { Scope } from '../io/peer.ts';
import { carryOut } from './carry-out.ts';
import { ignored, job, log, payload } from './job.ts';

/** Something was changed on GitHub itself: the store follows, for what the event is about and nothing else. */
async function follow(scope: Scope, source: string): Promise<void> {
  const here = job();
  const origin = { actor: context.actor, source, now: here.now };
  const id = `${context.eventName}:${context.runId}`;
  const request = { id, intents: [], refusals: [], origin, quiet: true, sync: scope };
  await carryOut(request, jobThread(here.client, here.repo, null, log), here);
}

export async function onMilestone(): Promise<void> {
  const { milestone, action } = payload as { milestone?: { number: number; html_url: string }; action?: string };
  if (!milestone) return ignored('the event has no milestone');
  // Only a look at all of them tells that one is gone.
  await follow(action === 'deleted' ? 'milestones' : { milestone: milestone.number }, milestone.html_url);
}

export async function onIssue(): Promise<void> {
  const { issue, action } = payload;
  if (!issue || issue['pull_request']) return ignored('the event has no issue');
  // What is gone cannot be read; its task stays as it is.
  if (action === 'deleted' || action === 'transferred') return ignored(`issue #${issue.number} was ${action}`);
  await follow({ issue: issue.number }, String(issue['html_url']));
}
