import { type Call, created, NO_CONTENT, ok, type Routes, repoOf, writer } from '../call.ts';
import { HttpError } from '../errors.ts';
import { git, gitOrNull } from '../git/command.ts';
import { moveRef } from '../git/commit.ts';
import { isAncestor } from '../git/history.ts';
import { refusal } from '../git/protection.ts';
import { listRefs, resolveCommit } from '../git/read.ts';
import type { Repo } from '../records.ts';
import { showRef } from './commits.ts';

const REFS = '/repos/{owner}/{repo}/git/refs';
const ONE = `${REFS}/{ref}`;

/** Refs as git has them. The texts of the refusals are those that clients of the API quote; all are 422. */
export const refRoutes: Routes = {
  [`POST ${REFS}`]: async (call) => {
    const repo = writable(call);
    const ref = String(call.body['ref']);
    const valid = (await gitOrNull(repo.dir, ['check-ref-format', ref])) !== null;
    if (!valid || !/^refs\/\w+\/./.test(ref)) throw new HttpError(422, 'Reference name is not valid');
    const sha = await existing(repo, call);
    if (!(await moveRef(repo.dir, ref, null, sha))) throw new HttpError(422, 'Reference already exists');
    repo.pushedAt = call.state.stamp();
    return created(showRef(call, repo, { ref, sha, type: 'commit' }));
  },

  [`PATCH ${ONE}`]: async (call) => {
    const repo = writable(call);
    const { ref, sha: old } = await named(repo, call);
    const sha = await existing(repo, call);
    const forward = await isAncestor(repo.dir, old, sha);
    if (!forward && call.body['force'] !== true) throw new HttpError(422, 'Update is not a fast forward');
    refuseProtected(call, repo, ref, sha);
    if (!(await moveRef(repo.dir, ref, old, sha))) throw new HttpError(422, 'Reference cannot be updated');
    repo.pushedAt = call.state.stamp();
    return ok(showRef(call, repo, { ref, sha, type: 'commit' }));
  },

  [`DELETE ${ONE}`]: async (call) => {
    const repo = writable(call);
    const { ref, sha } = await named(repo, call);
    refuseProtected(call, repo, ref, sha);
    await git(repo.dir, ['update-ref', '-d', ref, sha]);
    return NO_CONTENT;
  },
};

function writable(call: Call): Repo {
  const repo = repoOf(call);
  writer(call, repo, 'contents', 'write');
  return repo;
}

async function named(repo: Repo, call: Call): Promise<{ ref: string; sha: string }> {
  const name = `refs/${call.params['ref']}`;
  const found = (await listRefs(repo.dir, name)).find((one) => one.ref === name);
  if (!found) throw new HttpError(422, 'Reference does not exist');
  return found;
}

async function existing(repo: Repo, call: Call): Promise<string> {
  const wanted = String(call.body['sha']);
  const sha = /^[0-9a-f]{40}$/.test(wanted) ? await resolveCommit(repo.dir, wanted) : null;
  if (!sha) throw new HttpError(422, 'Object does not exist');
  return sha;
}

function refuseProtected(call: Call, repo: Repo, ref: string, sha: string): void {
  const { user } = call.actor;
  const why = user && refusal(repo, ref.replace(/^refs\/heads\//, ''), user, sha);
  if (why) throw new HttpError(422, why);
}
