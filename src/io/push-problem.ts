import { RepositoryError } from './repository.ts';

/** A push that lost a race looks like one of these; anything else is a refusal that trying again cannot mend. */
const LOST_RACE =
  /non-fast-forward|fetch first|stale info|cannot lock ref|failed to update ref|incorrect old value|reference already exists/i;
const PROTECTED = /GH006|GH013|protected branch|rule violations|(pre-receive|update) hook declined/i;
const FORBIDDEN = /Permission to .+ denied|returned error: 40[13]|Authentication failed|Write access .* not granted/i;

/**
 * Why a push to `branch` failed, from what git said: `moved` if somebody else was faster, an error that a person can mend, or
 * undefined for anything unknown.
 */
export function pushProblem(branch: string, stderr: string): 'moved' | RepositoryError | undefined {
  if (PROTECTED.test(stderr)) {
    return new RepositoryError(
      `The branch ${branch} is protected and did not take the commit: ${lineWith(PROTECTED, stderr)}`,
      'Let this workflow bypass the protection, or give the Action a token that may push.',
    );
  }
  if (LOST_RACE.test(stderr)) return 'moved';
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
