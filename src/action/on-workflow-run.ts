import { branchRepository } from '../io/branch.ts';
import { PROPOSAL_BRANCH } from '../io/github/merged-pull.ts';
import { type Head, mergeBaseOf, pullsOfHead } from '../io/github/pulls-of-head.ts';
import { storeAtCommit } from '../io/github/store-at-commit.ts';
import { RepositoryError } from '../io/repository.ts';
import { isStore, noStore } from './founded.ts';
import { AUTHOR, ignored, job, payload } from './job.ts';
import { showPreview, showUnread } from './show-preview.ts';

interface WorkflowRun {
  readonly event?: unknown;
  readonly head_sha?: unknown;
  readonly head_branch?: unknown;
  readonly head_repository?: { readonly id?: unknown; readonly owner?: { readonly login?: unknown } } | null;
  readonly repository?: { readonly id?: unknown } | null;
}

const EVENTS = ['pull_request', 'pull_request_review'];

/** What the event claims to be the head; null if it claims nothing that could be one. */
function claimed({ head_sha: sha, head_branch: branch, head_repository: repository }: WorkflowRun): Head | null {
  const [owner, repositoryId] = [repository?.owner?.login, repository?.id];
  return typeof sha === 'string' &&
    /^[0-9a-f]{40,64}$/.test(sha) &&
    typeof branch === 'string' &&
    typeof owner === 'string' &&
    typeof repositoryId === 'number'
    ? { owner, repositoryId, branch, sha }
    : null;
}

/**
 * The run for a fork's pull request has ended, whose token could write nothing: this one, of the default branch, shows what that
 * one found out, by finding it out again. The event only says where to look; what is shown is what the API says. The fork's
 * files are read as data, nothing of it is checked out or run, and nothing that its run left behind is taken.
 */
export async function onWorkflowRun(): Promise<void> {
  const run = (payload['workflow_run'] ?? {}) as WorkflowRun;
  if (payload.action !== 'completed') return ignored(`the workflow run is ${String(payload.action)}, not completed`);
  if (!EVENTS.includes(String(run.event))) return ignored('the workflow ran for something else than a pull request');
  if (run.repository?.id === undefined || run.repository.id !== payload.repository?.['id'])
    return ignored('the workflow ran in another repository');
  const head = claimed(run);
  if (!head) return ignored('the event names no commit of a branch of a repository');
  const here = job();
  const { client, repo, git, storeDir } = here;
  const { pulls, passed } = await pullsOfHead(client, repo, head);
  if (pulls.length === 0) {
    return ignored(
      passed === null
        ? `no open pull request has ${head.sha} as its head`
        : `its pull request has moved on from ${head.sha} to ${passed}, whose own run will show it`,
    );
  }
  for (const { number, author, baseRef, defaultBranch: branch } of pulls) {
    const policy = (await branchRepository(git, branch, storeDir, AUTHOR).snapshot()).files;
    const parting = async (from: string) =>
      storeAtCommit(client, repo, await mergeBaseOf(client, repo, from, head.sha), storeDir, policy);
    const read = async () => {
      const fork = await parting(baseRef);
      const trunk = baseRef === branch ? {} : { trunk: await parting(branch) };
      return { fork, ...trunk, head: await storeAtCommit(client, repo, head.sha, storeDir, [...policy, ...fork]) };
    };
    const stores = await read().catch(async (error: unknown) => {
      if (!(error instanceof RepositoryError)) throw error;
      await showUnread({ ...here, branch }, { number, headSha: head.sha, policy }, error);
      return null;
    });
    if (stores === null) continue;
    if (!isStore(policy) && !isStore(stores.head)) throw noStore(storeDir, branch);
    const own =
      baseRef === branch && head.branch === PROPOSAL_BRANCH && head.repositoryId === payload.repository?.['id'];
    await showPreview(
      { ...here, branch },
      { number, author, headSha: head.sha, base: baseRef, ...stores, policy, own },
    );
  }
}
