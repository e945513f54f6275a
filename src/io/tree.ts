import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Write } from '../model/plan.ts';
import type { StoreFile } from '../model/state.ts';
import { isStoreText, MAX_FILE_BYTES, mayHideFiles, toStoreFile } from './file-content.ts';
import type { Git } from './git.ts';
import { RepositoryError } from './repository.ts';

/**
 * Reading and writing commits without a work tree: the Action never touches the files that were checked out, so it cannot
 * disturb other steps and never runs or reads anything that a pull request put there.
 */

interface TreeEntry {
  readonly mode: string;
  readonly oid: string;
  readonly size: number;
  readonly path: string;
}

async function listTree(git: Git, commit: string, dir: string): Promise<TreeEntry[]> {
  const prefix = dir === '' ? '' : `${dir}/`;
  const result = await git.run(['ls-tree', '-r', '-l', '-z', '--full-tree', commit, '--', ...(prefix ? [prefix] : [])]);
  return result
    .split('\0')
    .filter((line) => line !== '')
    .map((line) => {
      const tab = line.indexOf('\t');
      const [mode = '', , oid = '', size = '0'] = line.slice(0, tab).split(/ +/);
      return { mode, oid, size: Number(size) || 0, path: line.slice(tab + 1 + prefix.length) };
    });
}

/** Contents of blobs, in the order asked for, in one git process. */
async function readBlobs(git: Git, oids: readonly string[]): Promise<Buffer[]> {
  if (oids.length === 0) return [];
  const result = await git.try(['cat-file', '--batch'], { input: `${oids.join('\n')}\n` });
  const blobs: Buffer[] = [];
  let at = 0;
  while (blobs.length < oids.length) {
    const end = result.stdout.indexOf(10, at);
    const size = Number(result.stdout.subarray(at, end).toString('latin1').split(' ')[2]);
    if (end < 0 || Number.isNaN(size)) throw new Error(`git cat-file gave no content for ${oids[blobs.length]}`);
    blobs.push(result.stdout.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return blobs;
}

/** Every YAML file of the store in `dir` (relative to the repository) as of `commit`. Links and submodules are reported, not followed. */
export async function readTree(git: Git, commit: string, dir: string): Promise<StoreFile[]> {
  const all = await listTree(git, commit, dir);
  const entries = all.filter(({ mode, path }) => isStoreText(path) || (!mode.startsWith('100') && mayHideFiles(path)));
  const readable = entries.filter((entry) => entry.mode.startsWith('100') && entry.size <= MAX_FILE_BYTES);
  const blobs = await readBlobs(
    git,
    readable.map((entry) => entry.oid),
  );
  const content = new Map(readable.map((entry, i) => [entry.path, blobs[i]]));
  const files = entries.map(({ mode, path }): StoreFile => {
    const bytes = content.get(path);
    if (bytes) return toStoreFile(path, bytes);
    if (mode === '120000') return { path, kind: 'is-link' };
    return { path, kind: mode.startsWith('100') ? 'too-large' : 'is-directory' };
  });
  const folders = new Set(all.flatMap(({ path }) => foldersOf(path)).filter(isStoreText));
  return [...files, ...[...folders].map((path): StoreFile => ({ path, kind: 'is-directory' }))];
}

/** The folders above a path: `a/b/c` → `a`, `a/b`. */
function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}

/** Text of one file at `commit`, or null. `path` is relative to the repository. */
export async function readTextAt(git: Git, commit: string, path: string): Promise<string | null> {
  const result = await git.try(['cat-file', 'blob', `${commit}:${path}`]);
  return result.code === 0 ? result.stdout.toString('utf8') : null;
}

export interface CommitRequest {
  readonly parent: string;
  /** Paths are relative to the repository. */
  readonly writes: readonly Write[];
  readonly message: string;
  readonly author: { readonly name: string; readonly email: string };
  /** ISO 8601 instant. */
  readonly date: string;
}

interface Obstacle {
  readonly path: string;
  readonly is: string;
}

/** What `commit` has where the path or a folder above it has to be; undefined where nothing is in the way. */
function obstacleAt(path: string, modes: ReadonlyMap<string, string>): Obstacle | undefined {
  const above = foldersOf(path).map((at): readonly [string, boolean] => [at, true]);
  for (const [at, folder] of [...above, [path, false] as const]) {
    const mode = modes.get(at);
    if (mode === undefined) continue;
    if (/^1[26]0000$/.test(mode))
      return { path: at, is: 'a symbolic link or a submodule, and nothing is written through it' };
    if (mode.startsWith('100') && folder) return { path: at, is: 'a file, and no folder is put in its place' };
    if (mode === '040000' && !folder) return { path: at, is: 'a folder, and no file is put in its place' };
  }
  return undefined;
}

/**
 * Throws RepositoryError if one of the paths is, or lies below, something of `commit` that the write would take away: a symbolic
 * link, a submodule, a file where a folder has to be, or a folder where the file has to be.
 */
export async function assertFree(git: Git, commit: string, paths: readonly string[]): Promise<void> {
  const all = new Set(paths.flatMap((path) => [...foldersOf(path), path]));
  // A folder that is named together with something in it is listed with all that it holds, not by itself.
  const listed = await git.run(['ls-tree', '-z', '--full-tree', commit, '--', ...all]);
  const lines = listed.split('\0').filter((line) => line !== '');
  const modes = new Map(lines.map((line) => [line.slice(line.indexOf('\t') + 1), line.slice(0, line.indexOf(' '))]));
  for (const path of paths) {
    const found = obstacleAt(path, modes);
    if (!found) continue;
    const hint = 'Put a regular file or folder in its place, or change `dashboard.path` in config.yaml.';
    throw new RepositoryError(`${found.path} is ${found.is}`, hint);
  }
}

/** Makes a commit of the writes on top of `parent` in an index of its own; returns its id. No branch moves. */
export async function commitTree(git: Git, request: CommitRequest): Promise<string> {
  const scratch = await mkdtemp(join(tmpdir(), 'git-milestone-'));
  const { name, email } = request.author;
  const env = {
    GIT_INDEX_FILE: join(scratch, 'index'),
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: request.date,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
    GIT_COMMITTER_DATE: request.date,
  };
  try {
    await git.run(['read-tree', request.parent], { env });
    const lines: string[] = [];
    for (const { path, after } of request.writes) {
      if (after === null) {
        lines.push(`0 ${'0'.repeat(40)}\t${path}\0`);
      } else {
        const oid = await git.run(['hash-object', '-w', '--stdin'], { input: after });
        lines.push(`100644 ${oid}\t${path}\0`);
      }
    }
    await git.run(['update-index', '-z', '--index-info'], { env, input: lines.join('') });
    const tree = await git.run(['write-tree'], { env });
    return await git.run(['commit-tree', tree, '-p', request.parent, '-F', '-'], { env, input: request.message });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
