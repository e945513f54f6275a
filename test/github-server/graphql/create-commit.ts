import { mayWrite, visibleRepo } from '../access.ts';
import { HttpError } from '../errors.ts';
import { commitOnto, type Files, moveRef } from '../git/commit.ts';
import { bypasses, reasons } from '../git/protection.ts';
import { listRefs, resolveCommit, treeEntry } from '../git/read.ts';
import { nodeId } from '../node-id.ts';
import type { Repo } from '../records.ts';
import { GITHUB_COMMITTER, noreplyEmail } from '../show/commit.ts';
import type { View } from './connection.ts';
import { commitView, refView } from './git-object.ts';
import { forbidden, Problem } from './problem.ts';
import type { Scope } from './scope.ts';

interface CommitInput {
  readonly branch: { readonly id?: string; readonly repositoryNameWithOwner?: string; readonly branchName?: string };
  readonly expectedHeadOid: string;
  readonly message: { readonly headline: string; readonly body?: string | null };
  readonly fileChanges?: {
    readonly additions?: readonly { readonly path: string; readonly contents: string }[] | null;
    readonly deletions?: readonly { readonly path: string }[] | null;
  } | null;
  readonly clientMutationId?: string | null;
}

/**
 * `createCommitOnBranch`: one commit by the token's user, made and signed by GitHub, on a branch that must exist and still
 * point to `expectedHeadOid`. Files get the mode 100644 (github/gh-aw#31869 lists what it cannot represent).
 */
export async function createCommitOnBranch(scope: Scope, input: CommitInput): Promise<View> {
  const { state, actor } = scope;
  const [repo, branch] = await branchOf(scope, input.branch);
  if (!mayWrite(state, actor, repo, 'contents', 'write')) throw denied(scope, 'CreateCommitOnBranch');
  const ref = `refs/heads/${branch}`;
  const head = await resolveCommit(repo.dir, ref);
  // It does not make branches (github/gh-aw#22564).
  if (!head) throw new Problem('NOT_FOUND', 'Branch not found');
  const stale = (): Problem => {
    // ministryofjustice/modernisation-platform#11985 shows the answer, two spaces included.
    const message = `Expected branch to point to "${input.expectedHeadOid}" but it did not.  Pull and try again.`;
    return new Problem('STALE_DATA', message);
  };
  if (head !== input.expectedHeadOid) throw stale();
  const files = await filesOf(repo, head, input);
  refuseProtected(scope, repo, branch);
  const { headline, body } = input.message;
  const { user } = actor;
  const sha = await commitOnto(repo.dir, head, {
    files,
    message: body ? `${headline}\n\n${body}` : headline,
    author: { name: user.name ?? user.login, email: noreplyEmail(user) },
    committer: GITHUB_COMMITTER,
    at: state.now(),
  });
  if (!(await moveRef(repo.dir, ref, head, sha))) throw stale();
  repo.signed.add(sha);
  repo.pushedAt = state.stamp();
  return {
    __typename: 'CreateCommitOnBranchPayload',
    clientMutationId: input.clientMutationId ?? null,
    commit: () => commitView(scope, repo, sha),
    ref: refView(scope, repo, ref, sha),
  };
}

/** A person without the right gets these words from GitHub's mutations, an app its usual ones. */
export function denied({ actor }: Scope, mutation: string): Problem {
  if (actor.permissions) return forbidden();
  const message = `${actor.user.login} does not have the correct permissions to execute \`${mutation}\``;
  return new Problem('FORBIDDEN', message);
}

/** By id, or by the names that the schema's CommittableBranch explains. */
async function branchOf(scope: Scope, branch: CommitInput['branch']): Promise<[Repo, string]> {
  const { id, repositoryNameWithOwner: full, branchName } = branch;
  if (id !== undefined) {
    for (const repo of scope.state.repos.values()) {
      const refs = await listRefs(repo.dir, 'refs/heads/');
      const found = refs.find((one) => nodeId('ref', repo.id, one.ref) === id);
      if (found) return [repo, found.ref.replace('refs/heads/', '')];
    }
    throw new Problem('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`);
  }
  const [owner = '', name = ''] = (full ?? '').split('/');
  if (!full || !branchName)
    throw new Problem('UNPROCESSABLE', 'A branch must be given by id, or by repository and name.');
  return [repoNamed(scope, owner, name), branchName.replace(/^refs\/heads\//, '')];
}

export function repoNamed({ state, actor }: Scope, owner: string, name: string): Repo {
  try {
    return visibleRepo(state, actor, owner, name);
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    throw new Problem('NOT_FOUND', `Could not resolve to a Repository with the name '${owner}/${name}'.`);
  }
}

async function filesOf(repo: Repo, head: string, { fileChanges }: CommitInput): Promise<Files> {
  const files: Record<string, Buffer | null> = {};
  for (const { path } of fileChanges?.deletions ?? []) {
    if (!(await treeEntry(repo.dir, head, path))) {
      // The words: keystatic users met them often; no recording of the type is known.
      const message = `A path was requested for deletion which does not exist as of commit oid \`${head}\``;
      throw new Problem('UNPROCESSABLE', message);
    }
    files[path] = null;
  }
  for (const { path, contents } of fileChanges?.additions ?? []) files[path] = Buffer.from(contents, 'base64');
  return files;
}

/**
 * Classic protection has a type of its own (Thinkmill/keystatic#1559), its message starts as in
 * microsoft/vscode-remote-repositories-github#252; a ruleset has not, and speaks as in REST ("Repository rule violations
 * found", a blank line, the rules). Signatures are no obstacle here: GitHub signs.
 */
function refuseProtected({ actor }: Scope, repo: Repo, branch: string): void {
  const rules = repo.protections.get(branch);
  if (!rules || bypasses(rules, actor.user)) return;
  const broken = reasons(rules);
  if (broken.length === 0) return;
  if (rules.ruleset) {
    throw new Problem('UNPROCESSABLE', `Repository rule violations found\n\n${broken.join('\n\n')}\n\n`);
  }
  throw new Problem(
    'BRANCH_PROTECTION_RULE_VIOLATION',
    `protected branch '${branch}' check failed:\n${broken.join('\n')}`,
  );
}
