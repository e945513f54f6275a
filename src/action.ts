import * as core from '@actions/core';
import { context } from '@actions/github';
import { mendable } from './action/carry-out.ts';
import { ignored } from './action/job.ts';
import { onComment } from './action/on-comment.ts';
import { onDispatch } from './action/on-dispatch.ts';
import { onIssue, onMilestone } from './action/on-github.ts';
import { onPullRequest } from './action/on-pull-request.ts';
import { onPush } from './action/on-push.ts';
import { onSchedule } from './action/on-schedule.ts';
import { onWorkflowRun } from './action/on-workflow-run.ts';

/** The Action: an event becomes a request, a request goes through `run`. */

const EVENTS: Readonly<Record<string, () => Promise<void>>> = {
  issue_comment: onComment,
  push: onPush,
  schedule: onSchedule,
  workflow_dispatch: onDispatch,
  pull_request: onPullRequest,
  pull_request_review: onPullRequest,
  workflow_run: onWorkflowRun,
  milestone: onMilestone,
  issues: onIssue,
};

try {
  const handler = EVENTS[context.eventName];
  if (handler) await handler();
  else ignored(`the event ${context.eventName} is none of ${Object.keys(EVENTS).join(', ')}`);
} catch (error) {
  const problem = mendable(error);
  if (problem) core.setFailed(`${problem.message}\n${problem.hint}`);
  else {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    core.setFailed(`git-milestone failed. If this looks like a mistake of ours, please report it.\n${detail}`);
  }
}
