import type { Operation, RemoteIssue, RemoteMilestone } from '../../model/remote.ts';
import { pause } from '../pause.ts';
import { statusOf } from './api-problem.ts';
import type { Client } from './client.ts';
import { reasonOf } from './remote-fields.ts';
import type { Repo } from './repo.ts';

type Create = Extract<Operation, { kind: 'create-milestone' }>;
type Update = Extract<Operation, { kind: 'update-milestone' }>;
type UpdateIssue = Extract<Operation, { kind: 'update-issue' }>;

const CREATE_TRIES = 3;

/** GitHub floors a due date to midnight in California; from noon in UTC on, that is still the same day. */
const dueOn = (day: string | null): string | null => (day === null ? null : `${day}T12:00:00Z`);

interface MilestoneAnswer {
  readonly number: number;
  readonly title: string;
  readonly description: string | null;
  readonly due_on: string | null;
  readonly state: string;
  readonly created_at: string;
  readonly closed_at: string | null;
  readonly html_url: string;
}

function milestoneOf(answer: MilestoneAnswer): RemoteMilestone {
  return {
    number: answer.number,
    title: answer.title,
    description: answer.description ?? '',
    due: answer.due_on?.slice(0, 10) ?? null,
    state: answer.state === 'closed' ? 'closed' : 'open',
    createdAt: answer.created_at,
    closedAt: answer.closed_at,
    url: answer.html_url,
  };
}

/** The milestone of exactly this title, else of the same letters in another case. */
async function findByTitle(client: Client, repo: Repo, title: string): Promise<RemoteMilestone | undefined> {
  const every = { ...repo, state: 'all', per_page: 100 } as const;
  const milestones = await client.paginate(client.rest.issues.listMilestones, every);
  const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
  const found = milestones.find((one) => one.title === title) ?? milestones.find((one) => same(one.title, title));
  return found && milestoneOf(found as MilestoneAnswer);
}

function titleTaken(error: unknown): boolean {
  const { response } = error as { response?: { data?: { errors?: readonly { code?: string }[] } } };
  return statusOf(error) === 422 && (response?.data?.errors ?? []).some(({ code }) => code === 'already_exists');
}

/**
 * Creates a milestone, or adopts the one that has its title: another run may have been faster. A creation whose answer was lost may
 * have arrived, so it is looked for before it is sent again.
 */
export async function createMilestone(client: Client, repo: Repo, { set }: Create): Promise<RemoteMilestone> {
  const { due, ...rest } = set;
  for (let attempt = 1; ; attempt++) {
    try {
      const due_on = dueOn(due);
      const request = { retries: 0 };
      const { data } = await client.rest.issues.createMilestone({
        ...repo,
        ...rest,
        ...(due_on !== null && { due_on }),
        request,
      });
      return milestoneOf(data as MilestoneAnswer);
    } catch (error) {
      const lost = (statusOf(error) ?? 0) >= 500;
      if (!lost && !titleTaken(error)) throw error;
      if (lost) await pause(attempt + 2);
      const found = await findByTitle(client, repo, set.title);
      if (found) return found;
      if (!lost || attempt === CREATE_TRIES) throw error;
    }
  }
}

export async function updateMilestone(client: Client, repo: Repo, { number, set }: Update): Promise<RemoteMilestone> {
  const { due, ...rest } = set;
  const { data } = await client.request('PATCH /repos/{owner}/{repo}/milestones/{milestone_number}', {
    ...repo,
    ...rest,
    milestone_number: number,
    // The description of the API leaves out that null removes the date.
    ...(due !== undefined && { due_on: dueOn(due) as string }),
  });
  return milestoneOf(data as MilestoneAnswer);
}

/** Changes an issue; `before` supplies what the answer does not tell. */
export async function updateIssue(
  client: Client,
  repo: Repo,
  { number, set }: UpdateIssue,
  before: RemoteIssue | undefined,
): Promise<RemoteIssue> {
  const { reason, assignees, ...rest } = set;
  const { data } = await client.rest.issues.update({
    ...repo,
    ...rest,
    issue_number: number,
    ...(assignees !== undefined && { assignees: [...assignees] }),
    ...(reason !== undefined && { state_reason: reason }),
  });
  return {
    number,
    title: data.title,
    state: data.state === 'closed' ? 'closed' : 'open',
    reason: reasonOf(data.state_reason),
    assignees: (data.assignees ?? []).map(({ login }) => login),
    labels: data.labels.map((label) => (typeof label === 'string' ? label : (label.name ?? ''))),
    milestone: data.milestone?.number ?? null,
    closedAt: data.closed_at,
    parent: before?.parent ?? null,
    blockedBy: before?.blockedBy ?? [],
    url: data.html_url,
  };
}
