import { describe, expect, it } from 'vitest';
import { apiProblem } from '../../src/io/github/api-problem.ts';
import { BranchProtected, pushProblem } from '../../src/io/push-problem.ts';
import { RepositoryError } from '../../src/io/repository.ts';

const ref = 'abc:refs/heads/main';

describe('a push that failed', () => {
  // As git 2.39 to 2.47 and GitHub word them.
  it.each([
    `!\t${ref}\t[rejected] (fetch first)`,
    `!\t${ref}\t[rejected] (non-fast-forward)`,
    `!\t${ref}\t[remote rejected] (cannot lock ref 'refs/heads/main': is at 1 but expected 2)`,
    `!\t${ref}\t[remote rejected] (failed to update ref)`,
    `!\t${ref}\t[remote rejected] (incorrect old value provided)`,
    `!\t${ref}\t[rejected] (stale info)`,
  ])('lost a race: %s', (text) => {
    expect(pushProblem('main', text)).toBe('moved');
  });

  it.each([
    [
      `remote: error: GH006: Protected branch update failed for refs/heads/main.\nremote: - Changes must be made through a pull request.\n!\t${ref}\t[remote rejected] (protected branch hook declined)`,
      'GH006: Protected branch update failed',
      'bypass',
    ],
    [
      `remote: error: GH013: Repository rule violations found for refs/heads/main.\n!\t${ref}\t[remote rejected] (push declined due to repository rule violations)`,
      'GH013',
      'bypass',
    ],
    [`!\t${ref}\t[remote rejected] (pre-receive hook declined)`, 'pre-receive', 'bypass'],
    [
      "remote: Permission to o/r.git denied to github-actions[bot].\nfatal: unable to access 'https://github.com/o/r/': The requested URL returned error: 403",
      'Permission to o/r.git denied',
      'contents: write',
    ],
    [
      'fatal: No configured push destination.\nEither specify the URL from the command-line',
      'nowhere to push to',
      'git remote add',
    ],
    ['fatal: The current branch main has no upstream branch.\nTo push', 'no upstream branch', 'push -u'],
    ['fatal: You are not currently on a branch.\nTo push', 'not currently on a branch', '--push'],
    ["fatal: Authentication failed for 'https://github.com/o/r/'", 'Authentication failed', 'contents: write'],
  ])('is refused for a reason that trying again cannot mend: %#', (text, message, hint) => {
    const problem = pushProblem('main', text) as RepositoryError;
    expect(problem).toBeInstanceOf(RepositoryError);
    expect(problem.message).toContain(message);
    expect(problem.message).not.toContain('\n');
    expect(problem.hint).toContain(hint);
  });

  const rules = (...said: string[]) =>
    ['GH013: Repository rule violations found for refs/heads/main.', ...said.map((rule) => `- ${rule}`)]
      .map((line) => `remote: ${line}`)
      .join('\n');
  it.each([
    [rules('Commits must have verified signatures.'), true],
    [rules('Commits must have verified signatures.', 'Changes must be made through a pull request.'), false],
    [rules('Commits must have verified signatures.', 'Required status check "ci" is expected.'), false],
    [rules('Cannot update this protected ref.'), false],
  ])('tells whether a signature is all that a protected branch asks for: %#', (text, signature) => {
    const problem = pushProblem('main', text);
    expect(problem).toBeInstanceOf(BranchProtected);
    expect((problem as BranchProtected).signature).toBe(signature);
    for (const [, rule = ''] of text.matchAll(/- (.+)/g)) expect((problem as BranchProtected).message).toContain(rule);
  });

  it.each(['fatal: the remote end hung up unexpectedly', 'error: RPC failed; HTTP 502'])('is unknown: %s', (text) => {
    expect(pushProblem('main', text)).toBeUndefined();
  });
});

describe('a request that GitHub refused', () => {
  const failed = (status: number) =>
    Object.assign(new Error('Why'), { status, request: { method: 'POST', url: 'https://api.github.com/x?page=1' } });

  it.each([
    [401, 'token'],
    [403, 'issues: write'],
    [503, 'Wait'],
    [429, 'Wait'],
  ])('with %i has a hint', (status, hint) => {
    const problem = apiProblem(failed(status));
    expect(problem?.message).toBe(`GitHub answered ${status} to POST https://api.github.com/x: Why`);
    expect(problem?.hint).toContain(hint);
  });

  it('in a way that no person can mend is a mistake of ours', () => {
    expect([apiProblem(failed(422)), apiProblem(new Error('x')), apiProblem(null)]).toEqual(Array(3).fill(undefined));
  });
});
