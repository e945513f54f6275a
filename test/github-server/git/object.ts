import { git, gitBytes } from './command.ts';
import { parseTree, type TreeEntry } from './read.ts';

export interface GitObject {
  readonly sha: string;
  readonly type: 'blob' | 'tree' | 'commit' | 'tag';
  readonly bytes: Buffer;
}

/** What a git expression names (`main:a.md`, a SHA), read in one process; null when there is no such thing. */
export async function objectAt(dir: string, expression: string): Promise<GitObject | null> {
  if (/[\n\r\0]/.test(expression) || expression.startsWith('-')) return null;
  const out = await gitBytes(dir, ['cat-file', '--batch'], `${expression}\n`);
  const end = out.indexOf('\n');
  const [, sha, type, size] = /^([0-9a-f]{40}) (\w+) (\d+)$/.exec(out.toString('latin1', 0, end)) ?? [];
  if (!sha || !size) return null;
  return { sha, type: type as GitObject['type'], bytes: out.subarray(end + 1, end + 1 + Number(size)) };
}

/** The entries of a tree object; `recursive` with those of its subtrees, named by their whole path. */
export async function treeEntries(dir: string, tree: string, recursive = false): Promise<TreeEntry[]> {
  const text = await git(dir, ['ls-tree', '-z', '-l', ...(recursive ? ['-r', '-t'] : []), tree]);
  return parseTree(text, recursive);
}
