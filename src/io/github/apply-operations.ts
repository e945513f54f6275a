import type { Operation, Remote, RemoteIssue, RemoteMilestone } from '../../model/remote.ts';
import type { Told } from '../peer.ts';
import { apiProblem, isLimit, statusOf } from './api-problem.ts';
import type { Client } from './client.ts';
import type { Patience } from './patience.ts';
import { createMilestone, updateIssue, updateMilestone } from './remote-writes.ts';
import type { Repo } from './repo.ts';

/** So many failures of the server in a row are no chance any more; what is left waits for the next run. */
const MOST_FAILURES = 3;

/**
 * Carries out operations in their order, one by one, by REST (milestones cannot be written otherwise). It stops cleanly where GitHub
 * asks for a longer wait than `patience` has left, refuses the token, or keeps failing; a single refusal or something that is gone is a
 * problem of that operation alone. GitHub's answers are what the returned `remote` holds.
 */
export async function applyOperations(
  client: Client,
  repo: Repo,
  operations: readonly Operation[],
  remote: Remote,
  patience: Patience,
): Promise<Told> {
  const milestones = new Map(remote.milestones.map((milestone) => [milestone.number, milestone]));
  const issues = new Map(remote.issues.map((issue) => [issue.number, issue]));
  const done: Operation[] = [];
  const left: Operation[] = [];
  const problems: string[] = [];
  let failures = 0;
  for (const [i, operation] of operations.entries()) {
    const rest = (): void => void left.push(...operations.slice(i));
    if (patience.left() <= 0) {
      rest();
      break;
    }
    try {
      await carryOut(client, repo, operation, milestones, issues);
      done.push(operation);
      failures = 0;
    } catch (error) {
      const outcome = judge(error);
      if (outcome === 'limit') {
        rest();
        break;
      }
      if (outcome === 'bug') throw error;
      problems.push(`${nameOf(operation)}: ${outcome === 'gone' ? 'it is gone on GitHub' : reason(error)}`);
      if (outcome === 'forbidden') {
        rest();
        break;
      }
      if (outcome === 'gone') forget(operation, milestones, issues);
      if (outcome === 'failed') {
        failures += 1;
        left.push(operation);
        if (failures < MOST_FAILURES) continue;
        left.push(...operations.slice(i + 1));
        break;
      }
    }
  }
  return {
    remote: { ...remote, milestones: [...milestones.values()], issues: [...issues.values()] },
    done,
    left,
    problems,
  };
}

type Milestones = Map<number, RemoteMilestone>;
type Issues = Map<number, RemoteIssue>;

async function carryOut(
  client: Client,
  repo: Repo,
  operation: Operation,
  milestones: Milestones,
  issues: Issues,
): Promise<void> {
  if (operation.kind === 'update-issue') {
    const issue = await updateIssue(client, repo, operation, issues.get(operation.number));
    issues.set(issue.number, issue);
    return;
  }
  const write = operation.kind === 'create-milestone' ? createMilestone : updateMilestone;
  const milestone = await write(client, repo, operation as never);
  milestones.set(milestone.number, milestone);
}

function judge(error: unknown): 'limit' | 'gone' | 'refused' | 'forbidden' | 'failed' | 'bug' {
  if (isLimit(error)) return 'limit';
  const status = statusOf(error);
  if (status === undefined) return 'bug';
  if (status === 404 || status === 410) return 'gone';
  if (status === 401 || status === 403) return 'forbidden';
  return status >= 500 ? 'failed' : 'refused';
}

function forget(operation: Operation, milestones: Milestones, issues: Issues): void {
  if (operation.kind === 'update-milestone') milestones.delete(operation.number);
  if (operation.kind === 'update-issue') issues.delete(operation.number);
}

function nameOf(operation: Operation): string {
  if (operation.kind === 'update-issue') return `Issue #${operation.number}`;
  if (operation.kind === 'update-milestone') return `${operation.id} (milestone ${operation.number})`;
  return `${operation.id} (new milestone)`;
}

function reason(error: unknown): string {
  return apiProblem(error)?.message ?? (error instanceof Error ? error.message : String(error));
}
