import { baseOf, fetchBranch, snapshotAt } from '../branch.ts';
import type { Git } from '../git.ts';
import { pause } from '../pause.ts';
import { BranchProtected } from '../push-problem.ts';
import { type Delivered, type Delivery, NOTHING_WRITTEN, type Repository, RepositoryError } from '../repository.ts';
import { assertFree, readTextAt } from '../tree.ts';
import { graphqlErrors, statusOf } from './api-problem.ts';
import type { Client } from './client.ts';
import type { Repo } from './repo.ts';

const COMMIT = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;
const TRIES = 4;

/**
 * The store on a branch that is read with git and written through GitHub's API: its commits are signed by GitHub and shown as
 * verified. Their author is the owner of the token, and files get the mode 100644.
 */
export function apiRepository(git: Git, client: Client, repo: Repo, branch: string, storeDir: string): Repository {
  return {
    storeDir,
    snapshot: async () => snapshotAt(git, await fetchBranch(git, branch), storeDir),
    async deliver(snapshot, delivery): Promise<Delivered> {
      if (delivery.writes.length === 0) return NOTHING_WRITTEN;
      const base = baseOf(snapshot);
      await assertFree(
        git,
        base,
        delivery.writes.map((write) => write.path),
      );
      for (let attempt = 1; ; attempt++) {
        try {
          const sha = await commit(client, repo, branch, base, delivery);
          return sha === 'moved' ? { kind: 'moved' } : { kind: 'done', sha };
        } catch (error) {
          if ((statusOf(error) ?? 0) < 500) throw error;
          // The answer was lost, and perhaps only that.
          await pause(attempt + 2);
          const head = await fetchBranch(git, branch);
          if (head !== base)
            return (await isIt(git, head, base, delivery)) ? { kind: 'done', sha: head } : { kind: 'moved' };
          if (attempt === TRIES) throw error;
        }
      }
    },
  };
}

/** The new commit's id, or `moved` if the branch does not point to `base` any more. */
async function commit(
  client: Client,
  repo: Repo,
  branch: string,
  base: string,
  { writes, message }: Delivery,
): Promise<string> {
  const [headline = '', ...body] = message.split('\n');
  const input = {
    branch: { repositoryNameWithOwner: `${repo.owner}/${repo.repo}`, branchName: branch },
    expectedHeadOid: base,
    message: { headline, body: body.join('\n').trim() },
    fileChanges: {
      additions: writes.flatMap(({ path, after }) =>
        after === null ? [] : [{ path, contents: Buffer.from(after).toString('base64') }],
      ),
      deletions: writes.flatMap(({ path, after }) => (after === null ? [{ path }] : [])),
    },
  };
  try {
    const answer = await client.graphql<{ createCommitOnBranch: { commit: { oid: string } } }>(COMMIT, {
      input,
      request: { retries: 0 },
    });
    return answer.createCommitOnBranch.commit.oid;
  } catch (error) {
    return refusal(branch, error);
  }
}

/** `moved`, or throws what a person can mend. Types of errors as GitHub's clients report them; rulesets have no type of their own. */
function refusal(branch: string, error: unknown): 'moved' {
  const errors = graphqlErrors(error);
  const said = errors.map(({ message }) => message ?? '').join('\n');
  if (errors.some(({ type }) => type === 'STALE_DATA') || /Expected branch to point to/i.test(said)) return 'moved';
  if (
    errors.some(({ type }) => type === 'BRANCH_PROTECTION_RULE_VIOLATION') ||
    /GH006|GH013|rule violations|protected branch|must have verified signatures|through a pull request/i.test(said)
  ) {
    throw new BranchProtected(branch, said.replace(/\s*\n\s*/g, ' '));
  }
  if (errors.some(({ type }) => type === 'FORBIDDEN') || /not accessible by/i.test(said)) {
    throw new RepositoryError(
      `Committing to ${branch} through the API is not permitted: ${said}`,
      'Grant the job `permissions: contents: write`, or give it a token that may write.',
    );
  }
  throw error;
}

/** True if `head` is the commit that the delivery asked for on top of `base`. */
async function isIt(git: Git, head: string, base: string, { writes, message }: Delivery): Promise<boolean> {
  const raw = await git.run(['cat-file', 'commit', head]);
  const parents = [...raw.slice(0, raw.indexOf('\n\n')).matchAll(/^parent (\w+)$/gm)].map((match) => match[1]);
  const body = raw.slice(raw.indexOf('\n\n') + 2);
  if (parents.join() !== base || body.trim() !== message.trim()) return false;
  const same = writes.map(async ({ path, after }) => (await readTextAt(git, head, path)) === after);
  return (await Promise.all(same)).every(Boolean);
}
