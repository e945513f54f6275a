import { type Call, ok, type Routes, repoOf, text, writer } from '../call.ts';
import { setState } from '../change-issue.ts';
import { HttpError, validationFailed } from '../errors.ts';
import { moveRef } from '../git/commit.ts';
import { mergeCommits, squashed } from '../git/merge.ts';
import { refusal } from '../git/protection.ts';
import { resolveCommit } from '../git/read.ts';
import type { Issue, Pull, Repo, User } from '../records.ts';
import { GITHUB_COMMITTER, noreplyEmail } from '../show/commit.ts';
import { pullSpan, showPull } from '../show/pull.ts';
import { findPull } from './pulls.ts';

const ONE = '/repos/{owner}/{repo}/pulls/{pull_number}';

export const mergeRoutes: Routes = {
  [`PATCH ${ONE}`]: async (call) => {
    const repo = repoOf(call);
    const { issue, pull } = findPull(repo, call);
    const author = call.actor.user?.id === issue.user.id;
    writer(call, repo, 'pull-requests', author ? 'read' : 'write');
    await update(call, repo, issue, pull);
    return ok(await showPull(call.urls, repo, issue, pull));
  },

  [`PUT ${ONE}/merge`]: async (call) => {
    const repo = repoOf(call);
    // docs.github.com, "Permissions required for GitHub Apps": merging needs `contents: write`.
    const user = writer(call, repo, 'contents', 'write');
    const { issue, pull } = findPull(repo, call);
    const { head, base } = await pullSpan(repo, issue.number, pull);
    const wanted = text(call.body['sha']);
    if (wanted !== undefined && wanted !== head) {
      throw new HttpError(409, 'Head branch was modified. Review and try the merge again.');
    }
    if (issue.state === 'closed' || pull.draft) throw notMergeable();
    const why = refusal(repo, pull.baseRef, user, head, true);
    if (why) throw new HttpError(405, why);
    const sha = await merged(call, repo, issue, pull, { head, base }, user);
    if (!sha) throw notMergeable();
    if (!(await moveRef(repo.dir, `refs/heads/${pull.baseRef}`, base, sha))) {
      throw new HttpError(405, 'Base branch was modified. Review and try the merge again.');
    }
    repo.signed.add(sha);
    const at = call.state.stamp();
    pull.merged = { sha, by: user, at, base };
    setState(issue, 'closed', null, at);
    issue.stateReason = null;
    issue.updatedAt = at;
    repo.pushedAt = at;
    return ok({ sha, merged: true, message: 'Pull Request successfully merged' });
  },
};

function notMergeable(): HttpError {
  return new HttpError(405, 'Pull Request is not mergeable');
}

/** The commit that a merge makes, by GitHub and so signed; null where the two sides contradict each other. */
function merged(
  call: Call,
  repo: Repo,
  issue: Issue,
  pull: Pull,
  { head, base }: { head: string; base: string },
  user: User,
): Promise<string | null> {
  const method = text(call.body['merge_method']) ?? 'merge';
  // A repository can allow only some of the three.
  if (method === 'rebase') throw new HttpError(405, 'Rebase merges are not allowed on this repository.');
  const from = `${pull.headRepo.owner.login}/${pull.headRef}`;
  const title =
    method === 'squash' ? `${issue.title} (#${issue.number})` : `Merge pull request #${issue.number} from ${from}`;
  const body = text(call.body['commit_message']) ?? (method === 'squash' ? (issue.body ?? '') : issue.title);
  const headline = text(call.body['commit_title']) ?? title;
  const commit = {
    message: body === '' ? headline : `${headline}\n\n${body}`,
    author: { name: user.name ?? user.login, email: noreplyEmail(user) },
    committer: GITHUB_COMMITTER,
    at: call.state.now(),
  };
  return (method === 'squash' ? squashed : mergeCommits)(repo.dir, base, head, commit);
}

async function update(call: Call, repo: Repo, issue: Issue, pull: Pull): Promise<void> {
  const { body, state } = call;
  const invalid = (field: string) => validationFailed({ resource: 'PullRequest', field, code: 'invalid' });
  const base = text(body['base']);
  if (base !== undefined && base !== pull.baseRef) {
    if (!(await resolveCommit(repo.dir, `refs/heads/${base}`))) throw invalid('base');
    pull.baseRef = base;
  }
  if (body['state'] === 'open' && issue.state === 'closed') {
    const gone = !(await resolveCommit(pull.headRepo.dir, `refs/heads/${pull.headRef}`));
    if (pull.merged || gone) throw invalid('state');
  }
  issue.title = text(body['title']) ?? issue.title;
  if ('body' in body) issue.body = text(body['body']) ?? null;
  if (body['state'] === 'closed' || body['state'] === 'open') setState(issue, body['state'], null, state.stamp());
  issue.stateReason = null;
  issue.updatedAt = state.stamp();
}
