import { type Author, branchRepository } from '../branch.ts';
import type { Git } from '../git.ts';
import { BranchProtected } from '../push-problem.ts';
import { type Delivered, type Delivery, type Repository, RepositoryError, type Snapshot } from '../repository.ts';
import { apiRepository } from './api-repository.ts';
import type { Client } from './client.ts';
import type { Proposal } from './proposal.ts';
import { type ProposingRepository, proposingRepository } from './proposing-repository.ts';
import type { Repo } from './repo.ts';

const COMMIT_MODES = ['auto', 'git', 'api', 'pull-request', 'none'] as const;
/** How a change reaches the default branch. */
export type CommitMode = (typeof COMMIT_MODES)[number];

/** The Action's input as a mode; empty is `auto`. Throws RepositoryError for any other word. */
export function commitMode(input: string): CommitMode {
  const mode = COMMIT_MODES.find((one) => one === (input.trim() || 'auto'));
  if (mode) return mode;
  throw new RepositoryError(`The input commit-mode is ${input.trim()}`, `Give one of ${COMMIT_MODES.join(', ')}.`);
}

export interface Target {
  readonly git: Git;
  readonly client: Client;
  readonly repo: Repo;
  /** The default branch. */
  readonly branch: string;
  readonly storeDir: string;
  readonly author: Author;
  readonly proposal: Proposal;
  readonly log: (message: string) => void;
}

/** The repository that writes in the given mode. */
export function repositoryFor(mode: CommitMode, target: Target): Repository {
  const { git, client, repo, branch, storeDir, author, proposal } = target;
  const pushing = branchRepository(git, branch, storeDir, author);
  if (mode === 'git') return pushing;
  if (mode === 'none') return withholding(pushing, target.log);
  const signing = apiRepository(git, client, repo, branch, storeDir);
  if (mode === 'api') return signing;
  const proposing = proposingRepository(target, proposal);
  return mode === 'pull-request' ? proposing : choosing(target, { pushing, signing, proposing });
}

/** Plans are made and shown, and nothing is written. */
function withholding(repository: Repository, log: (message: string) => void): Repository {
  const notice = 'Nothing was committed, because `commit-mode` is `none`: this is what would have been.';
  return {
    ...repository,
    async deliver() {
      log(notice);
      return { kind: 'done', sha: null, withheld: true, notice };
    },
  };
}

interface Ways {
  readonly pushing: Repository;
  readonly signing: Repository;
  readonly proposing: ProposingRepository;
}

/** Pushes; on a protected branch it commits through the API where only a signature is missing, and else proposes. */
function choosing({ branch, storeDir, log }: Target, { pushing, signing, proposing }: Ways): Repository {
  let chosen: Repository | undefined;
  let why = '';
  const resort = (to: Repository, problem: BranchProtected, how: string): void => {
    chosen = to;
    why = `${problem.message.replace(/\.$/, '')}. ${how}`;
    log(why);
  };
  const explained = (delivered: Delivered): Delivered =>
    delivered.kind === 'moved' || why === ''
      ? delivered
      : { ...delivered, notice: [why, delivered.notice].filter(Boolean).join(' ') };
  const propose = async (snapshot: Snapshot, delivery: Delivery): Promise<Delivered> => {
    const again = await proposing.snapshot();
    return again.base === snapshot.base ? proposing.deliver(again, delivery) : { kind: 'moved' };
  };
  const sign = async (snapshot: Snapshot, delivery: Delivery): Promise<Delivered> => {
    try {
      return await signing.deliver(snapshot, delivery);
    } catch (error) {
      if (!(error instanceof BranchProtected)) throw error;
      resort(proposing, error, 'The change is proposed in a pull request instead.');
      return propose(snapshot, delivery);
    }
  };
  const push = async (snapshot: Snapshot, delivery: Delivery): Promise<Delivered> => {
    try {
      return await pushing.deliver(snapshot, delivery);
    } catch (error) {
      if (!(error instanceof BranchProtected)) throw error;
      if (!error.signature) {
        resort(proposing, error, 'The change is proposed in a pull request instead.');
        return propose(snapshot, delivery);
      }
      resort(signing, error, `It is committed to ${branch} through GitHub's API instead, which signs it.`);
      return sign(snapshot, delivery);
    }
  };
  return {
    storeDir,
    async snapshot() {
      chosen ??= (await proposing.pending()) ? proposing : pushing;
      return chosen.snapshot();
    },
    async deliver(snapshot, delivery) {
      const way = chosen === proposing ? proposing.deliver : chosen === signing ? sign : push;
      return explained(await way(snapshot, delivery));
    },
  };
}
