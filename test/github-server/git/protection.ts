import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Protection, Repo, User } from '../records.ts';

/** What the hook needs to refuse a push: by full ref name, GitHub's reasons and the commits it lets through. */
export type Refusals = Record<string, { reasons: string[]; passed: string[] }>;

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
export function protectionEnvironment(hooks: string, repo: Repo, user: User): Record<string, string> {
  const refusals: Refusals = {};
  for (const [branch, rules] of repo.protections) {
    if (rules.bypass.some((login) => login.toLowerCase() === user.login.toLowerCase())) continue;
    refusals[`refs/heads/${branch}`] = { reasons: reasons(rules), passed: passedCommits(repo, rules) };
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

function reasons(rules: Protection): string[] {
  const checks = rules.requiredChecks;
  const list = rules.requirePullRequest ? ['Changes must be made through a pull request.'] : [];
  if (checks.length === 1) list.push(`Required status check "${checks[0]}" is expected.`);
  if (checks.length > 1) list.push(`${checks.length} of ${checks.length} required status checks are expected.`);
  return list;
}

/** Commits whose required checks have all succeeded may be pushed, unless a pull request is asked for as well. */
function passedCommits(repo: Repo, rules: Protection): string[] {
  if (rules.requirePullRequest) return [];
  const shas = new Set(repo.checkRuns.map((run) => run.headSha));
  const passes = (sha: string, name: string): boolean =>
    repo.checkRuns.some((run) => run.headSha === sha && run.name === name && run.conclusion === 'success');
  return [...shas].filter((sha) => rules.requiredChecks.every((name) => passes(sha, name)));
}
