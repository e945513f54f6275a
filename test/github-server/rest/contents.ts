import { requireRead } from '../access.ts';
import { type Call, ok, type Routes, repoOf } from '../call.ts';
import { HttpError, notFound } from '../errors.ts';
import { defaultBranch, listTree, readBlob, resolveCommit, type TreeEntry, treeEntry } from '../git/read.ts';
import type { Json, Repo } from '../records.ts';
import { repoApi, repoHtml, urlPath } from '../show/urls.ts';

export const contentRoutes: Routes = {
  'GET /repos/{owner}/{repo}/contents/{path}': (call) => contents(call, call.params['path'] ?? ''),
};

const ROOT: TreeEntry = { mode: '040000', type: 'tree', sha: '', size: 0, name: '' };

async function contents(call: Call, path: string) {
  const repo = repoOf(call);
  requireRead(call.actor, repo, 'contents');
  const ref = call.query['ref'] ?? (await defaultBranch(repo.dir));
  const commit = await resolveCommit(repo.dir, ref);
  if (!commit) {
    if (call.query['ref'] === undefined) throw new HttpError(404, 'This repository is empty.');
    throw new HttpError(404, `No commit found for the ref ${ref}`);
  }
  const clean = path.replace(/\/+$/, '');
  const entry = clean === '' ? ROOT : await treeEntry(repo.dir, commit, clean);
  if (!entry) throw notFound();
  if (entry.type === 'tree') {
    const entries = (await listTree(repo.dir, commit, clean)) ?? [];
    const folder = clean === '' ? '' : `${clean}/`;
    return ok(entries.map((one) => showEntry(call, repo, ref, folder + one.name, one)));
  }
  if (entry.type === 'commit') return ok({ ...showEntry(call, repo, ref, clean, entry), submodule_git_url: null });
  const bytes = await readBlob(repo.dir, entry.sha);
  if (/\.raw\b/.test(call.accept)) {
    return { status: 200, body: bytes, headers: { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' } };
  }
  const content = bytes.toString('base64').replace(/.{60}/g, '$&\n');
  return ok({ ...showEntry(call, repo, ref, clean, entry), content: `${content}\n`, encoding: 'base64' });
}

function showEntry(call: Call, repo: Repo, ref: string, path: string, entry: TreeEntry): Json {
  const api = repoApi(call.urls, repo);
  const url = `${api}/contents/${urlPath(path)}?ref=${encodeURIComponent(ref)}`;
  const page = `${repoHtml(call.urls, repo)}/${entry.type === 'tree' ? 'tree' : 'blob'}/${urlPath(ref)}/${urlPath(path)}`;
  const git = `${api}/git/${entry.type === 'tree' ? 'trees' : 'blobs'}/${entry.sha}`;
  return {
    name: entry.name,
    path,
    sha: entry.sha,
    size: entry.size,
    url,
    html_url: page,
    git_url: git,
    download_url: entry.type === 'blob' ? page.replace('/blob/', '/raw/') : null,
    type: kind(entry),
    _links: { self: url, git, html: page },
  };
}

function kind(entry: TreeEntry): string {
  if (entry.type === 'tree') return 'dir';
  if (entry.type === 'commit') return 'submodule';
  return entry.mode === '120000' ? 'symlink' : 'file';
}
