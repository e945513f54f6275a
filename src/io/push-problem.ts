import { RepositoryError } from './repository.ts';

/** A push that lost a race looks like one of these; anything else is a refusal that trying again cannot mend. */
const LOST_RACE =
  /non-fast-forward|fetch first|stale info|cannot lock ref|failed to update ref|incorrect old value|reference already exists/i;
const PROTECTED = /GH006|GH013|protected branch|rule violations|(pre-receive|update) hook declined/i;
const SIGNATURES = /must have verified signatures/i;
/** Other rules in the same answer, which a signature does not satisfy. */
const OTHER_RULES =
  /through a pull request|status checks?\b|through the merge queue|deployment|code scanning|approving review/i;
const FORBIDDEN = /Permission to .+ denied|returned error: 40[13]|Authentication failed|Write access .* not granted/i;

/** Nowhere to push to: no remote, or no branch there that this one follows. */
const NO_UPSTREAM = /No configured push destination|has no upstream branch|not currently on a branch/i;

/** The branch takes no commit that comes this way. */
export class BranchProtected extends RepositoryError {
  /** True if nothing but a signature is missing, which commits made through GitHub's API have. */
  readonly signature: boolean;

  constructor(branch: string, said: string) {
    super(
      `The branch ${branch} is protected and did not take the commit: ${[lineWith(PROTECTED, said), ...rulesIn(said)].join(' ')}`,
      'Let this workflow bypass the protection, give the Action a token that may push, or set `commit-mode: pull-request`.',
    );
    this.signature = SIGNATURES.test(said) && !OTHER_RULES.test(said);
  }
}

/**
 * Why a push to `branch` failed, from what git said: `moved` if somebody else was faster, an error that a person can mend, or
 * undefined for anything unknown.
 */
export function pushProblem(branch: string, stderr: string): 'moved' | RepositoryError | undefined {
  if (PROTECTED.test(stderr)) return new BranchProtected(branch, stderr);
  if (LOST_RACE.test(stderr)) return 'moved';
  if (NO_UPSTREAM.test(stderr)) {
    return new RepositoryError(
      `There is nowhere to push to, and nothing was changed: ${lineWith(NO_UPSTREAM, stderr)}`,
      'Add a remote (git remote add origin URL) and push the branch once (git push -u origin HEAD), or leave out --push.',
    );
  }
  if (FORBIDDEN.test(stderr)) {
    return new RepositoryError(
      `Pushing to ${branch} is not permitted: ${lineWith(FORBIDDEN, stderr)}`,
      'Grant the job `permissions: contents: write`, or give it a token that may push.',
    );
  }
  return undefined;
}

function lineWith(pattern: RegExp, stderr: string): string {
  const line = stderr.split('\n').find((text) => pattern.test(text));
  return (line ?? stderr).replace(/^remote:\s*/, '').trim();
}

/** The broken rules, which GitHub lists below its message, each after a dash. */
function rulesIn(said: string): string[] {
  return [...said.matchAll(/^(?:remote:\s*)?- (.+)$/gm)].map((match) => match[1]?.trim() ?? '');
}
