import { requireRead } from '../access.ts';
import { type Call, ok, type Routes, repoOf } from '../call.ts';
import { notFound } from '../errors.ts';
import { gitOrNull } from '../git/command.ts';
import { changedFiles, history, mergeBase, readCommit } from '../git/history.ts';
import { readBlob, resolveCommit } from '../git/read.ts';
import { nodeId } from '../node-id.ts';
import type { Json, Repo } from '../records.ts';
import { showChange, showCommit } from '../show/commit.ts';
import { repoApi, repoHtml } from '../show/urls.ts';

const REPO = '/repos/{owner}/{repo}';

/** Git's objects as they are, and two commits compared. Commits of forks are there once a pull request brought them. */
export const gitDataRoutes: Routes = {
  [`GET ${REPO}/git/trees/{tree_sha}`]: async (call) => {
    const repo = readable(call);
    const rev = call.params['tree_sha'] ?? '';
    const sha =
      /^[\w./-]+$/.test(rev) && !rev.startsWith('-')
        ? await gitOrNull(repo.dir, ['rev-parse', '--verify', '--quiet', `${rev}^{tree}`])
        : null;
    if (!sha) throw notFound();
    // "If set to anything, the tree is listed recursively", its directories included.
    const flags = call.query['recursive'] === undefined ? [] : ['-r', '-t'];
    const rows = (await gitOrNull(repo.dir, ['ls-tree', '-z', '-l', ...flags, sha.trim()])) ?? '';
    const tree = rows
      .split('\0')
      .filter((row) => row !== '')
      .map((row) => showEntry(call, repo, row));
    return ok({ sha: sha.trim(), url: `${repoApi(call.urls, repo)}/git/trees/${sha.trim()}`, tree, truncated: false });
  },

  [`GET ${REPO}/git/blobs/{file_sha}`]: async (call) => {
    const repo = readable(call);
    const sha = call.params['file_sha'] ?? '';
    const type = /^[0-9a-f]{40}$/.test(sha) ? await gitOrNull(repo.dir, ['cat-file', '-t', sha]) : null;
    if (type?.trim() !== 'blob') throw notFound();
    const bytes = await readBlob(repo.dir, sha);
    return ok({
      sha,
      node_id: nodeId('blob', repo.id, sha),
      size: bytes.length,
      url: `${repoApi(call.urls, repo)}/git/blobs/${sha}`,
      // GitHub breaks the lines after 60 characters.
      content: bytes.toString('base64').replace(/.{60}/g, '$&\n'),
      encoding: 'base64',
    });
  },

  [`GET ${REPO}/compare/{basehead}`]: async (call) => {
    const repo = readable(call);
    const basehead = call.params['basehead'] ?? '';
    const [base, head] = await Promise.all(basehead.split('...').map((rev) => resolveCommit(repo.dir, rev)));
    const parted = base && head ? await mergeBase(repo.dir, base, head) : null;
    if (!base || !head || !parted) throw notFound();
    const commits = (await history(repo.dir, `${base}..${head}`)).reverse();
    const behind = (await history(repo.dir, `${head}..${base}`)).length;
    const show = async (sha: string): Promise<Json> =>
      showCommit(call.state, call.urls, repo, await readCommit(repo.dir, sha));
    const page = `${repoHtml(call.urls, repo)}/compare/${basehead}`;
    const files = await changedFiles(repo.dir, parted, head);
    return ok({
      url: `${repoApi(call.urls, repo)}/compare/${basehead}`,
      html_url: page,
      permalink_url: `${repoHtml(call.urls, repo)}/compare/${base}...${head}`,
      diff_url: `${page}.diff`,
      patch_url: `${page}.patch`,
      base_commit: await show(base),
      merge_base_commit: await show(parted),
      status: commits.length === 0 ? (behind === 0 ? 'identical' : 'behind') : behind === 0 ? 'ahead' : 'diverged',
      ahead_by: commits.length,
      behind_by: behind,
      total_commits: commits.length,
      commits: commits
        .slice(0, Number(call.query['per_page'] ?? 250))
        .map((commit) => showCommit(call.state, call.urls, repo, commit)),
      files: files.slice(0, 300).map((file) => showChange(call.urls, repo, head, file)),
    });
  },
};

function readable(call: Call): Repo {
  const repo = repoOf(call);
  requireRead(call.actor, repo, 'contents');
  return repo;
}

function showEntry(call: Call, repo: Repo, row: string): Json {
  const tab = row.indexOf('\t');
  const [mode = '', type = '', sha = '', size = ''] = row.slice(0, tab).split(/ +/);
  const url = `${repoApi(call.urls, repo)}/git/${type}s/${sha}`;
  return { path: row.slice(tab + 1), mode, type, sha, ...(type === 'blob' && { size: Number(size) }), url };
}
