import type { ApprovalDecision } from '../model/approval.ts';
import type { Config } from '../model/config.ts';
import type { StoreCommit } from '../model/history.ts';
import type { State } from '../model/state.ts';
import { readStore } from '../store/read.ts';
import { givenBy, type Teams, tallyOf, teamsNamed } from './approvers.ts';
import { editsIn, unaccounted, type Verdict } from './hand-edits.ts';
import { proposalOfEdits } from './proposal.ts';

/** What the policy before a commit says of the edits that people made in it. */
export interface Judgement {
  readonly sha: string;
  readonly policy: Config;
  readonly decisions: readonly ApprovalDecision[];
  /** The same of everything that it changed, as if it had brought no journal entries; null if it brought none that matter. */
  readonly whole: readonly ApprovalDecision[] | null;
}

/** What GitHub knows of a commit: who wrote it, and who approved the head of the pull request that brought it. */
export interface Review {
  /** Login; null where GitHub does not know the author. */
  readonly author: string | null;
  readonly approvers: readonly string[];
  /** True for a commit of this program's own: only then are the journal entries in it more than somebody's word. */
  readonly own: boolean;
}

function stateOf(files: ReadonlyMap<string, string>): State {
  return readStore([...files].map(([path, text]) => ({ path, kind: 'text', text })));
}

/** The files before a commit, from those after it. */
function rewound(files: ReadonlyMap<string, string>, { before, after }: StoreCommit): Map<string, string> {
  const earlier = new Map(files);
  for (const path of after.keys()) if (!before.has(path)) earlier.delete(path);
  for (const [path, text] of before) earlier.set(path, text);
  return earlier;
}

/**
 * Holds edits by hand against the policy as it was before each of them, as a pull request is held. `commits` are all that
 * touched the store up to `state`, oldest first. A commit under a policy that asks about nothing is left out. Edits that journal
 * entries of the same commit account for are judged too: such entries count only where the program itself brought them.
 */
export function judgementsOf(commits: readonly StoreCommit[], state: State): Judgement[] {
  const found: Judgement[] = [];
  let files: ReadonlyMap<string, string> = state.files;
  for (const commit of commits.toReversed()) {
    const earlier = rewound(files, commit);
    const [all, open] = [editsIn(commit), unaccounted(commit)];
    if (all.length > 0) {
      const before = stateOf(earlier);
      const { config } = before;
      if (config.approvals.length > 0 || config.authority.beyond != null) {
        const after = stateOf(files);
        const decided = (edits: typeof all): ApprovalDecision[] =>
          proposalOfEdits(before, after, edits, config, commit.at).approvals.map((decision) => ({
            ...decision,
            // What stands already does not expire.
            expires: null,
          }));
        const decisions = open.length > 0 ? decided(open) : [];
        const whole = open.length < all.length ? decided(all) : null;
        if (open.length > 0 || whole?.some(isRequired))
          found.push({ sha: commit.sha, policy: config, decisions, whole });
      }
    }
    files = earlier;
  }
  return found.reverse();
}

const isRequired = ({ outcome }: ApprovalDecision): boolean => outcome === 'required';

/** What has to be looked up before a verdict: commits whose pull requests may have been approved, and teams. */
export function reviewNeeds(judgements: readonly Judgement[]): { commits: string[]; teams: string[] } {
  const required = ({ decisions, whole }: Judgement): ApprovalDecision[] => (whole ?? decisions).filter(isRequired);
  const asking = judgements.filter((judgement) => required(judgement).length > 0);
  const teams = asking.flatMap((judgement) => teamsNamed(required(judgement), judgement.policy));
  return { commits: asking.map(({ sha }) => sha), teams: [...new Set(teams)] };
}

/** The verdict on each commit, by its id, given the reviews (by commit) that approved what was merged. */
export function verdictsOn(
  judgements: readonly Judgement[],
  reviews: ReadonlyMap<string, Review>,
  teams: Teams,
): Map<string, Verdict> {
  return new Map(
    judgements.map((judgement): [string, Verdict] => {
      const { sha, policy, whole } = judgement;
      // What nobody has to approve is not looked up; whoever wrote its entries, they hide nothing.
      const { author, approvers, own } = reviews.get(sha) ?? { author: null, approvers: [], own: true };
      const distrusted = !own && whole !== null;
      const decisions = distrusted ? whole : judgement.decisions;
      const countedFor = (rule: ApprovalDecision): string[] =>
        approvers.filter((login) => rule.selfApproval || login.toLowerCase() !== author?.toLowerCase());
      const rules = decisions.filter(isRequired);
      const given = rules.flatMap((rule) =>
        countedFor(rule).flatMap((by) => givenBy(by, [rule], policy, teams).map((decision) => ({ ...decision, by }))),
      );
      const tallies = rules.map((rule) => tallyOf(rule, countedFor(rule), policy, teams));
      const approved = tallies.every(({ received, needed }) => received >= needed);
      return [sha, { approvals: [...decisions, ...given], author, approved, distrusted }];
    }),
  );
}
