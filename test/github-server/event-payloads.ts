import { isObject } from './body.ts';
import { example, type PayloadBase, randomId, renumbered, siteOf, user } from './payloads.ts';
import type { Json } from './records.ts';

export interface MilestonePayload extends PayloadBase {
  readonly action: 'created' | 'edited' | 'opened' | 'closed' | 'deleted';
  /** As the API shows it. */
  readonly milestone: Json & { readonly number: number };
  /** For `edited`: what was there before, as `{title: {from: …}}`. */
  readonly changes?: Json;
}

/** The payload of a `milestone` event, from GitHub's example of a creation. */
export function milestonePayload(values: MilestonePayload): Json {
  const payload = example(values, 'milestone', (one) => one['action'] === 'created');
  const { milestone, action } = values;
  return {
    ...payload,
    action,
    milestone: { ...(payload['milestone'] as Json), ...milestone },
    ...(action === 'edited' && { changes: values.changes ?? {} }),
    sender: user(payload, values.sender ?? values.owner),
  };
}

export interface IssuesPayload extends PayloadBase {
  readonly action:
    | 'opened'
    | 'edited'
    | 'closed'
    | 'reopened'
    | 'deleted'
    | 'assigned'
    | 'unassigned'
    | 'labeled'
    | 'unlabeled'
    | 'milestoned'
    | 'demilestoned'
    | 'locked'
    | 'unlocked';
  /** As the API shows it now. */
  readonly issue: Json & { readonly number: number };
  /** What the action is about: `milestone`, `label`, `assignee` as the API shows them, or `changes`. */
  readonly about?: Json;
}

/** The payload of an `issues` event, from GitHub's example of an opened issue. */
export function issuesPayload(values: IssuesPayload): Json {
  const payload = example(values, 'issues', (one) => one['action'] === 'opened' && !('changes' in one));
  const { issue, action, about } = values;
  const shown = {
    ...renumbered(payload['issue'] as Json, issue.number),
    ...{ milestone: null, labels: [], assignee: null, assignees: [] },
    ...issue,
  };
  const author = isObject(issue['user']) ? issue['user'] : values.owner;
  return { ...payload, action, issue: shown, ...about, sender: user(payload, values.sender ?? author) };
}

export interface WorkflowRunPayload extends PayloadBase {
  readonly action?: 'completed' | 'requested' | 'in_progress';
  /** The event of the run that this one follows. */
  readonly event: string;
  readonly headSha: string;
  readonly headBranch: string;
  /** The repository of the head as the API shows it; default: the one of the payload. */
  readonly headRepository?: Json;
  readonly conclusion?: 'success' | 'failure' | 'cancelled' | 'skipped' | null;
  readonly workflowName?: string;
  /** Empty for a fork's run, as from GitHub. */
  readonly pullRequests?: readonly Json[];
}

/** The payload of a `workflow_run` event, from GitHub's example of a completed run. */
export function workflowRunPayload(values: WorkflowRunPayload): Json {
  // The example's run belongs to another repository than the example.
  const told = JSON.stringify(example(values, 'workflow_run', (one) => one['action'] === 'completed'));
  const { organization: _, ...payload } = JSON.parse(
    told.replaceAll('octo-org/octo-repo', `${values.owner}/${values.repo}`),
  ) as Json;
  const { action = 'completed', headSha, headBranch, conclusion = 'success' } = values;
  const old = payload['workflow_run'] as Json;
  const repository = payload['repository'];
  const name = values.workflowName ?? String(old['name']);
  const id = randomId();
  return {
    ...payload,
    action,
    workflow: { ...(payload['workflow'] as Json), name },
    workflow_run: {
      ...(JSON.parse(JSON.stringify(old).replaceAll(String(old['id']), String(id))) as Json),
      id,
      name,
      event: values.event,
      status: action === 'completed' ? 'completed' : 'in_progress',
      conclusion: action === 'completed' ? conclusion : null,
      head_sha: headSha,
      head_branch: headBranch,
      head_commit: { ...(old['head_commit'] as Json), id: headSha },
      pull_requests: values.pullRequests ?? [],
      repository,
      head_repository: values.headRepository ?? repository,
    },
    sender: user(payload, values.sender ?? values.owner),
  };
}

/**
 * What a workflow gets of a schedule. It is no webhook, so GitHub gives no example: documented is `github.event.schedule`
 * only ("Events that trigger workflows").
 */
export function schedulePayload(values: PayloadBase & { readonly cron: string }): Json {
  const { owner, repo } = values;
  const repository = values.repository ?? {
    name: repo,
    full_name: `${owner}/${repo}`,
    html_url: `${siteOf(values)}/${owner}/${repo}`,
  };
  return { schedule: values.cron, repository };
}
