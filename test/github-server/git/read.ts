import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { git, gitBytes, gitOrNull } from './command.ts';

export interface TreeEntry {
  readonly mode: string;
  readonly type: 'blob' | 'tree' | 'commit';
  readonly sha: string;
  /** In bytes; 0 for anything that is not a file. */
  readonly size: number;
  readonly name: string;
}

/** The branch that HEAD names: it exists as a name even while the repository has no commit. */
export async function defaultBranch(dir: string): Promise<string> {
  return (await readFile(join(dir, 'HEAD'), 'utf8')).trim().replace(/^ref: refs\/heads\//, '');
}

/** The commit a SHA, `heads/x`, `tags/x`, branch or tag stands for, or null. A leading `-` is never an option to git. */
export async function resolveCommit(dir: string, rev: string): Promise<string | null> {
  if (rev.startsWith('-') || /[\s~^:?*[\\]/.test(rev)) return null;
  const found = await gitOrNull(dir, ['rev-parse', '--verify', '--quiet', `${rev}^{commit}`]);
  return found?.trim() ?? null;
}

/** Full ref names below a prefix, each with the object it points to. */
export async function listRefs(dir: string, prefix: string): Promise<{ ref: string; sha: string; type: string }[]> {
  const text = await git(dir, ['for-each-ref', '--format=%(refname) %(objectname) %(objecttype)']);
  const rows = text.split('\n').filter((line) => line !== '');
  return rows
    .map((row) => {
      const [ref = '', sha = '', type = ''] = row.split(' ');
      return { ref, sha, type };
    })
    .filter((row) => row.ref.startsWith(prefix));
}

/** The entries of the directory at `path` (`''`: the root), or null when it is no directory of that commit. */
export async function listTree(dir: string, commit: string, path: string): Promise<TreeEntry[] | null> {
  const text = await gitOrNull(dir, ['ls-tree', '-z', '-l', `${commit}:${path}`]);
  return text === null ? null : parseTree(text);
}

/** What stands at `path` in the commit: a file, a directory or a submodule; null when nothing does. */
export async function treeEntry(dir: string, commit: string, path: string): Promise<TreeEntry | null> {
  const text = await gitOrNull(dir, ['ls-tree', '-z', '-l', commit, '--', path]);
  return text === null ? null : (parseTree(text)[0] ?? null);
}

export function readBlob(dir: string, sha: string): Promise<Buffer> {
  return gitBytes(dir, ['cat-file', 'blob', sha]);
}

/** The rows of `ls-tree -z -l`; `whole`: named by their path instead of its last part. */
export function parseTree(text: string, whole = false): TreeEntry[] {
  return text
    .split('\0')
    .filter((row) => row !== '')
    .map((row) => {
      const tab = row.indexOf('\t');
      const [mode = '', type = '', sha = '', size = ''] = row.slice(0, tab).split(/ +/);
      const path = row.slice(tab + 1);
      return {
        mode,
        type: type as TreeEntry['type'],
        sha,
        size: Number.parseInt(size, 10) || 0,
        name: whole ? path : path.slice(path.lastIndexOf('/') + 1),
      };
    });
}
