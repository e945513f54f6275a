import * as core from '@actions/core';
import { branchRepository } from '../io/branch.ts';
import { PROPOSAL_BRANCH } from '../io/github/merged-pull.ts';
import { pullRequestStores } from '../io/github/pull-request.ts';
import { isStore, noStore } from './founded.ts';
import { AUTHOR, job, payload } from './job.ts';
import { annotate, showPreview } from './show-preview.ts';

/** A pull request: what it would do to the store is checked and shown. Nothing in the repository is written. */
export async function onPullRequest(): Promise<void> {
  const here = job();
  const { git, branch, storeDir } = here;
  const {
    number,
    base,
    user,
    head: from,
  } = (payload.pull_request ?? {}) as Record<
    string,
    { ref?: string; login?: string; repo?: { id?: number } | null } | undefined
  >;
  const into = String(base?.ref);
  const { head, fork, headSha } = await pullRequestStores(git, Number(number), into, storeDir);
  // A branch that somebody may push to as they like has no say in who approves, though the pull request be made for it.
  const policy = (await branchRepository(git, branch, storeDir, AUTHOR).snapshot()).files;
  if (!isStore(policy) && !isStore(head)) throw noStore(storeDir, branch);
  const trunk = into === branch ? {} : { trunk: (await pullRequestStores(git, Number(number), branch, storeDir)).fork };
  annotate(head, storeDir);
  const own = into === branch && from?.ref === PROPOSAL_BRANCH && from.repo != null && from.repo.id === base?.repo?.id;
  const read = { headSha, base: into, head, fork, policy, ...trunk, own };
  const pull = { number: Number(number), author: String(user?.login), ...read };
  const errors = await showPreview(here, pull);
  if (errors > 0) core.setFailed(`${errors} error${errors === 1 ? '' : 's'} in ${storeDir}; see the annotations.`);
}
