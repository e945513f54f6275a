import { teamsNamed } from '../change/approvers.ts';
import { gatheredNeeds, type Share, sharesOf } from '../change/gathered.ts';
import { type Preview, previewOf } from '../change/preview.ts';
import { type Proposal, proposalOf } from '../change/proposal.ts';
import { doubtsAbout } from '../io/github/comment-thread.ts';
import { approversOfCommit, readTeams } from '../io/github/repo.ts';
import type { Config } from '../model/config.ts';
import type { Entry } from '../model/journal.ts';
import type { State, StoreFile } from '../model/state.ts';
import { readStore } from '../store/read.ts';
import { type Job, log } from './job.ts';
import { approves } from './on-comment.ts';

/** A pull request as GitHub, not its author, describes it. */
export interface PullRequest {
  readonly number: number;
  readonly author: string;
  readonly headSha: string;
  /** The branch it is made for. */
  readonly base: string;
  /** The store as it proposes it, where it branched off its base, and on the default branch, whose policy is in force. */
  readonly head: readonly StoreFile[];
  readonly fork: readonly StoreFile[];
  readonly policy: readonly StoreFile[];
  /** Where it branched off the default branch, if it is made for another one. */
  readonly trunk?: readonly StoreFile[];
  /** True for the one in which this program itself gathers changes. */
  readonly own: boolean;
}

type Doubts = ReadonlyMap<string, string>;

async function doubts(here: Job, approvals: readonly Entry[]): Promise<Doubts> {
  try {
    return await doubtsAbout(here.client, { repo: here.repo, approves }, approvals);
  } catch (error) {
    if ((error as { status?: number }).status !== 403) throw error;
    log(
      'The comments in which changes were approved may not be read, so those approvals do not count: grant `issues: read`.',
    );
    return new Map(approvals.map(({ id }) => [id, 'its comment may not be read']));
  }
}

/** What was approved in comments before it came into our own pull request, apart from what was not. */
async function shares(here: Job, proposal: Proposal, policy: Config): Promise<Share[]> {
  const needs = gatheredNeeds(proposal.before.state, proposal.after.state, policy);
  const hearing = {
    invalid: await doubts(here, needs.approvals),
    teams: await readTeams(here.client, needs.teams),
  };
  return sharesOf(proposal, policy, here.now, hearing);
}

/** The stores that a pull request is judged by. They have most files in common, and each is read once. */
export interface Stores {
  readonly policy: Config;
  readonly head: State;
  readonly fork: State;
  /** Null for one that is made for the default branch. */
  readonly trunk: State | null;
}

export function storesOf(pull: PullRequest): Stores {
  const base = readStore(pull.policy);
  const fork = readStore(pull.fork, base);
  const trunk = pull.trunk ? readStore(pull.trunk, base) : null;
  return { policy: base.config, head: readStore(pull.head, fork), fork, trunk };
}

/** All that a pull request would do to the store since it branched off (`before`), and where its approvals stand. */
export async function previewSince(
  here: Job,
  pull: PullRequest,
  before: State,
  { head, policy }: Stores,
): Promise<Preview> {
  const { client, repo } = here;
  const proposal = proposalOf(before, head, policy, here.now);
  const parts = pull.own ? { shares: await shares(here, proposal, policy) } : {};
  const decisions = (parts.shares ?? [{ proposal }]).flatMap((share) => share.proposal.approvals);
  const asked = decisions.some(({ outcome }) => outcome === 'required');
  const approvers = asked ? await approversOfCommit(client, repo, pull.number, pull.headSha) : [];
  const teams = await readTeams(client, teamsNamed(decisions, policy));
  return previewOf(proposal, { author: pull.author, approvers, policy, teams, own: pull.own, ...parts });
}
