import { isPolicy } from '../../model/config.ts';
import type { StoreFile } from '../../model/state.ts';
import { type Author, baseOf, commitOf, fetchBranch, pushCommit, snapshotAt } from '../branch.ts';
import type { Git } from '../git.ts';
import { join } from '../merge.ts';
import { type Delivered, NOTHING_WRITTEN, type Repository, RepositoryError, type Snapshot } from '../repository.ts';
import { readTree } from '../tree.ts';
import type { Client } from './client.ts';
import { openPullRequest, type Proposal, type Standing, standingOf } from './proposal.ts';
import type { Repo } from './repo.ts';

/** A repository whose changes wait in a pull request. */
export interface ProposingRepository extends Repository {
  /** True if changes are waiting: the next one has to be made on top of them. */
  pending(): Promise<boolean>;
}

interface Found {
  /** What the branch pointed to; null if there was none. */
  readonly head: string | null;
  readonly standing: Standing;
  /** Paths that both the default branch and the proposal changed; null where all is well. */
  readonly conflicts: readonly string[] | null;
}

interface Place {
  readonly git: Git;
  readonly client: Client;
  readonly repo: Repo;
  /** The default branch. */
  readonly branch: string;
  readonly storeDir: string;
  readonly author: Author;
  readonly log: (message: string) => void;
}

/**
 * The store as one pull request into `branch` proposes it. While it is open, changes gather in it, each as a commit on what waits
 * there already joined with what has come to `branch` since: commits that people added are kept. Once it was merged or closed, the next
 * change starts from `branch` again.
 */
export function proposingRepository(place: Place, proposal: Proposal): ProposingRepository {
  const { git, client, repo, branch, storeDir, author, log } = place;
  const found = new WeakMap<Snapshot, Found>();

  const look = async (): Promise<{ head: string | null; standing: Standing }> => {
    const ref = `refs/heads/${proposal.branch}`;
    const listed = await git.try(['ls-remote', 'origin', ref]);
    if (listed.code !== 0) {
      throw new RepositoryError(
        `The branches of origin cannot be listed: ${listed.stderr.trim()}`,
        'Check that the workflow runs actions/checkout first and grants `contents: write`.',
      );
    }
    const head = listed.stdout.toString('utf8').split('\t')[0]?.trim() || null;
    if (head === null) return { head, standing: { kind: 'settled' } };
    return { head, standing: await standingOf(client, repo, proposal.branch, branch, head) };
  };

  return {
    storeDir,
    pending: async () => (await look()).standing.kind !== 'settled',
    async snapshot() {
      const { head, standing } = await look();
      const main = await fetchBranch(git, branch);
      if (standing.kind === 'settled') {
        const snapshot = await snapshotAt(git, main, storeDir);
        found.set(snapshot, { head, standing, conflicts: null });
        return snapshot;
      }
      const work = await fetchBranch(git, proposal.branch);
      const joined = await join(git, work, main, { work: proposal.branch, main: branch }, author);
      const merged = 'commit' in joined;
      const snapshot = await underPolicyOf(main, await snapshotAt(git, merged ? joined.commit : work, storeDir));
      found.set(snapshot, { head: work, standing, conflicts: merged ? null : joined.conflicts });
      return snapshot;
    },
    async deliver(snapshot, delivery): Promise<Delivered> {
      if (delivery.writes.length === 0) return NOTHING_WRITTEN;
      const { head, standing, conflicts } = found.get(snapshot) ?? {};
      if (head === undefined || !standing) throw new Error('the snapshot is not of this repository');
      const sha = await commitOf(git, baseOf(snapshot), delivery, author);
      if (!(await pushCommit(git, sha, proposal.branch, head))) return { kind: 'moved' };
      const pullRequest = standing.kind === 'open' ? standing.url : await propose(sha, head);
      const waits = `The change waits in ${pullRequest} until that is merged into ${branch}.`;
      const clash = conflicts?.length === 0 ? '' : ` (${conflicts?.join(', ')})`;
      const notice = conflicts ? `${waits} It contradicts ${branch}${clash}: resolve that there.` : waits;
      log(notice);
      return { kind: 'done', sha, pullRequest, notice };
    },
  };

  /** What may be done is for the default branch to say, and not for whoever can push to the proposal's. */
  async function underPolicyOf(main: string, snapshot: Snapshot): Promise<Snapshot> {
    const rules = ({ path }: StoreFile): boolean => isPolicy(path);
    const policy = (await readTree(git, main, storeDir)).filter(rules);
    return { ...snapshot, pending: true, files: [...snapshot.files.filter((file) => !rules(file)), ...policy] };
  }

  /** Opens the pull request; if that is not permitted, nothing of the change stays behind. */
  async function propose(sha: string, before: string | null): Promise<string> {
    try {
      return await openPullRequest(client, repo, proposal, branch);
    } catch (error) {
      if (error instanceof RepositoryError) {
        const lease = `--force-with-lease=refs/heads/${proposal.branch}:${sha}`;
        await git.try(['push', '--quiet', lease, 'origin', `${before ?? ''}:refs/heads/${proposal.branch}`]);
      }
      throw error;
    }
  }
}
