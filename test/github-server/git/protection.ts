import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Protection, Repo, User } from '../records.ts';
import { repoHtml, type Urls } from '../show/urls.ts';

/** What the hook needs to refuse a push to one ref. */
export interface Refusal {
  readonly ruleset: boolean;
  /** GitHub's reasons, whatever the commit. */
  readonly reasons: readonly string[];
  /** Commits that these reasons let through. */
  readonly passed: readonly string[];
  /** Where signatures are asked for: the commits that have one. */
  readonly signed: readonly string[] | null;
  /** The page that shows the rules of a ruleset. */
  readonly page: string;
}

/** By full ref name. */
export type Refusals = Record<string, Refusal>;

/**
 * Writes git's `proc-receive` hook. That hook alone can word the refusal of a single ref, and GitHub's reads
 * `(protected branch hook declined)` where a `pre-receive` or `update` hook would show another text.
 */
export async function writePushHook(folder: string): Promise<void> {
  const script = fileURLToPath(new URL('./refuse-push.ts', import.meta.url));
  const hook = join(folder, 'proc-receive');
  await writeFile(hook, `#!/bin/sh\nexec "${process.execPath}" --no-warnings "${script}"\n`);
  await chmod(hook, 0o755);
}

/** The environment that puts the hook between this user's push and the branches protected from it. */
export function protectionEnvironment(hooks: string, urls: Urls, repo: Repo, user: User): Record<string, string> {
  const refusals: Refusals = {};
  for (const [branch, rules] of repo.protections) {
    if (bypasses(rules, user)) continue;
    const ref = `refs/heads/${branch}`;
    refusals[ref] = {
      ruleset: rules.ruleset,
      reasons: reasons(rules),
      passed: passedCommits(repo, rules),
      signed: rules.requireSignatures ? [...repo.signed] : null,
      page: `${repoHtml(urls, repo)}/rules?ref=${encodeURIComponent(ref)}`,
    };
  }
  const refs = Object.keys(refusals);
  if (refs.length === 0) return {};
  const settings = [['core.hooksPath', hooks], ...refs.map((ref) => ['receive.procReceiveRefs', ref])];
  const environment: Record<string, string> = {
    GIT_CONFIG_COUNT: String(settings.length),
    LOCAL_GITHUB_REFUSALS: JSON.stringify(refusals),
  };
  settings.forEach(([key = '', value = ''], index) => {
    environment[`GIT_CONFIG_KEY_${index}`] = key;
    environment[`GIT_CONFIG_VALUE_${index}`] = value;
  });
  return environment;
}

/** Whether the rules do not hold for this user. */
export function bypasses(rules: Protection, user: User): boolean {
  return rules.bypass.some((login) => login.toLowerCase() === user.login.toLowerCase());
}

/** GitHub's reasons for not taking a commit, whatever it is; the signatures of commits are looked at elsewhere. */
export function reasons(rules: Protection): string[] {
  const checks = rules.requiredChecks;
  const list = rules.requirePullRequest ? ['Changes must be made through a pull request.'] : [];
  if (checks.length === 1) list.push(`Required status check "${checks[0]}" is expected.`);
  if (checks.length > 1) list.push(`${checks.length} of ${checks.length} required status checks are expected.`);
  return list;
}

/**
 * Why GitHub would not put `sha` on the branch at the user's request, in its words; null: it would.
 * @param merging a pull request's merge, which satisfies the demand for one.
 */
export function refusal(repo: Repo, branch: string, user: User, sha: string, merging = false): string | null {
  const rules = repo.protections.get(branch);
  if (!rules || bypasses(rules, user)) return null;
  const held = merging ? { ...rules, requirePullRequest: false } : rules;
  const broken = passedCommits(repo, held).includes(sha) ? [] : reasons(held);
  if (rules.requireSignatures && !repo.signed.has(sha) && !merging)
    broken.push('Commits must have verified signatures.');
  if (broken.length === 0) return null;
  // The form of both is in googleapis/repo-automation-bots#5551 and satisfactory-factories/application#67.
  return rules.ruleset ? `Repository rule violations found\n\n${broken.join('\n\n')}\n\n` : broken.join(' ');
}

/** Commits whose required checks have all succeeded may be pushed, unless a pull request is asked for as well. */
function passedCommits(repo: Repo, rules: Protection): string[] {
  if (rules.requirePullRequest) return [];
  const shas = new Set(repo.checkRuns.map((run) => run.headSha));
  const passes = (sha: string, name: string): boolean =>
    repo.checkRuns.some((run) => run.headSha === sha && run.name === name && run.conclusion === 'success');
  return [...shas].filter((sha) => rules.requiredChecks.every((name) => passes(sha, name)));
}
