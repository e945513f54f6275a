import { requireRead } from '../access.ts';
import { type Call, listed, ok, type Routes, repoOf } from '../call.ts';
import { HttpError, notFound } from '../errors.ts';
import { changedFiles, history, isAncestor, readCommit } from '../git/history.ts';
import { defaultBranch, listRefs, resolveCommit } from '../git/read.ts';
import { nodeId } from '../node-id.ts';
import type { Issue, Json, Pull, Repo } from '../records.ts';
import { showChange, showCommit, showGitCommit } from '../show/commit.ts';
import { pullSpan, showPullSimple } from '../show/pull.ts';
import { repoApi, repoHtml } from '../show/urls.ts';

const REPO = '/repos/{owner}/{repo}';

export const commitRoutes: Routes = {
  [`GET ${REPO}/commits`]: async (call) => {
    const repo = readable(call);
    const { sha, path, since, until, author } = call.query;
    const tip = await resolveCommit(repo.dir, sha ?? (await defaultBranch(repo.dir)));
    if (!tip && sha === undefined) throw new HttpError(409, 'Git Repository is empty.');
    if (!tip) throw notFound();
    const commits = await history(repo.dir, tip, { path, since, until, author });
    return listed(call, commits, (commit) => showCommit(call.state, call.urls, repo, commit));
  },

  [`GET ${REPO}/commits/{ref}`]: async (call) => {
    const repo = readable(call);
    const ref = call.params['ref'] ?? '';
    const sha = await resolveCommit(repo.dir, ref);
    if (!sha) throw new HttpError(422, `No commit found for SHA: ${ref}`);
    const commit = await readCommit(repo.dir, sha);
    const files = await changedFiles(repo.dir, commit.parents[0] ?? null, sha);
    const additions = files.reduce((total, file) => total + file.additions, 0);
    const deletions = files.reduce((total, file) => total + file.deletions, 0);
    return ok({
      ...showCommit(call.state, call.urls, repo, commit),
      stats: { total: additions + deletions, additions, deletions },
      files: files.map((file) => showChange(call.urls, repo, sha, file)),
    });
  },

  /**
   * "Lists the merged pull request that introduced the commit to the repository. If the commit is not present in the default
   * branch, it will return merged and open pull requests associated with the commit."
   */
  [`GET ${REPO}/commits/{commit_sha}/pulls`]: async (call) => {
    const repo = readable(call);
    requireRead(call.actor, repo, 'pull-requests');
    const sha = await resolveCommit(repo.dir, call.params['commit_sha'] ?? '');
    if (!sha) throw new HttpError(422, `No commit found for SHA: ${call.params['commit_sha']}`);
    const main = await isAncestor(repo.dir, sha, `refs/heads/${await defaultBranch(repo.dir)}`);
    const found: { issue: Issue; pull: Pull }[] = [];
    for (const issue of repo.issues) {
      const { pull } = issue;
      if (!pull || (main && !pull.merged) || (issue.state === 'closed' && !pull.merged)) continue;
      const { base, head } = await pullSpan(repo, issue.number, pull);
      const tip = pull.merged?.sha ?? head;
      if ((await isAncestor(repo.dir, sha, tip)) && !(await isAncestor(repo.dir, sha, base)))
        found.push({ issue, pull });
    }
    return listed(call, found, ({ issue, pull }) => showPullSimple(call.urls, repo, issue, pull));
  },

  [`GET ${REPO}/git/commits/{commit_sha}`]: async (call) => {
    const repo = readable(call);
    const sha = await resolveCommit(repo.dir, call.params['commit_sha'] ?? '');
    if (!sha) throw notFound();
    return ok(showGitCommit(call.urls, repo, await readCommit(repo.dir, sha)));
  },

  [`GET ${REPO}/git/ref/{ref}`]: async (call) => {
    const repo = readable(call);
    const name = `refs/${call.params['ref']}`;
    const found = (await listRefs(repo.dir, name)).find((one) => one.ref === name);
    if (!found) throw notFound();
    return ok(showRef(call, repo, found));
  },

  [`GET ${REPO}/git/matching-refs/{ref}`]: async (call) => {
    const repo = readable(call);
    const refs = await listRefs(repo.dir, `refs/${call.params['ref']}`);
    return ok(refs.map((one) => showRef(call, repo, one)));
  },

  [`GET ${REPO}/branches/{branch}`]: async (call) => {
    const repo = readable(call);
    const name = call.params['branch'] ?? '';
    const sha = await resolveCommit(repo.dir, `refs/heads/${name}`);
    if (!sha) throw new HttpError(404, 'Branch not found');
    const url = `${repoApi(call.urls, repo)}/branches/${encodeURIComponent(name)}`;
    const checks = repo.protections.get(name)?.requiredChecks ?? [];
    const enabled = repo.protections.has(name);
    const level = checks.length > 0 ? 'non_admins' : 'off';
    return ok({
      name,
      commit: showCommit(call.state, call.urls, repo, await readCommit(repo.dir, sha)),
      _links: { self: url, html: `${repoHtml(call.urls, repo)}/tree/${name}` },
      protected: enabled,
      protection: { enabled, required_status_checks: { enforcement_level: level, contexts: checks, checks: [] } },
      protection_url: `${url}/protection`,
    });
  },
};

function readable(call: Call): Repo {
  const repo = repoOf(call);
  requireRead(call.actor, repo, 'contents');
  return repo;
}

export function showRef(call: Call, repo: Repo, { ref, sha, type }: { ref: string; sha: string; type: string }): Json {
  const api = repoApi(call.urls, repo);
  return {
    ref,
    node_id: nodeId('ref', repo.id, ref),
    url: `${api}/git/${ref}`,
    object: { sha, type, url: `${api}/git/${type}s/${sha}` },
  };
}
