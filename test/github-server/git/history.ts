import { git, gitOrNull } from './command.ts';

export interface Signature {
  readonly name: string;
  readonly email: string;
  /** `2026-11-22T22:00:00Z`: GitHub gives every commit's time in UTC. */
  readonly date: string;
}

export interface Commit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
}

export interface FileChange {
  readonly filename: string;
  readonly previous: string | null;
  readonly sha: string;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed';
  readonly additions: number;
  readonly deletions: number;
  /** The hunks without git's file header; null for a binary file. */
  readonly patch: string | null;
}

export interface HistoryFilter {
  readonly path?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly author?: string | undefined;
  readonly max?: number | undefined;
}

const FORMAT = '%H%x00%T%x00%P%x00%an%x00%ae%x00%at%x00%cn%x00%ce%x00%ct%x00%B%x00%x01';

/** Commits reachable from `commit` (a SHA, or a range of two), newest first. */
export async function history(dir: string, commit: string, filter: HistoryFilter = {}): Promise<Commit[]> {
  const args = ['log', `--format=${FORMAT}`];
  if (filter.max !== undefined) args.push(`--max-count=${filter.max}`);
  if (filter.since) args.push(`--since=${filter.since}`);
  if (filter.until) args.push(`--until=${filter.until}`);
  if (filter.author) args.push(`--author=${filter.author}`);
  args.push(commit, '--');
  if (filter.path) args.push(filter.path);
  const text = await git(dir, args);
  return text
    .split('\x01')
    .map((row) => row.replace(/^\n/, ''))
    .filter((row) => row !== '')
    .map(parseCommit);
}

/** @throws Error when the object is no commit. */
export async function readCommit(dir: string, sha: string): Promise<Commit> {
  const [commit] = await history(dir, sha, { max: 1 });
  if (!commit) throw new Error(`${sha} is no commit of ${dir}`);
  return commit;
}

/** The commit where two lines of history parted, or null when they have nothing in common. */
export async function mergeBase(dir: string, one: string, other: string): Promise<string | null> {
  return (await gitOrNull(dir, ['merge-base', one, other]))?.trim() ?? null;
}

/** Whether the first commit is the second, or one that it stands on. */
export async function isAncestor(dir: string, one: string, other: string): Promise<boolean> {
  return (await gitOrNull(dir, ['merge-base', '--is-ancestor', one, other])) !== null;
}

/** The files that differ between two commits, renames found; `from` null: everything in `to` is new. */
export async function changedFiles(dir: string, from: string | null, to: string): Promise<FileChange[]> {
  const range = from ? [from, to] : ['--root', to];
  const common = ['diff-tree', '-r', '-M', '--no-commit-id', '-z'];
  const [raw, stat, patch] = await Promise.all([
    git(dir, [...common, '--raw', '--no-abbrev', ...range]),
    git(dir, [...common, '--numstat', ...range]),
    git(dir, ['diff-tree', '-r', '-M', '--no-commit-id', '-p', ...range]),
  ]);
  const counts = lineCounts(stat);
  const patches = patch.split(/^diff --git .*\n/m).slice(1);
  return rawRows(raw).map((row, index) => {
    const hunks = patches[index]?.indexOf('@@') ?? -1;
    const [additions, deletions] = counts[index] ?? [0, 0];
    const text = hunks < 0 ? null : (patches[index] ?? '').slice(hunks).replace(/\n$/, '');
    return { ...row, additions, deletions, patch: text };
  });
}

function rawRows(text: string): Pick<FileChange, 'filename' | 'previous' | 'sha' | 'status'>[] {
  const fields = text.split('\0');
  const rows: Pick<FileChange, 'filename' | 'previous' | 'sha' | 'status'>[] = [];
  for (let at = 0; fields[at]?.startsWith(':'); ) {
    const [, , before = '', after = '', letter = 'M'] = (fields[at] ?? '').split(' ');
    const renamed = letter.startsWith('R');
    const first = fields[at + 1] ?? '';
    const status = letter === 'A' ? 'added' : letter === 'D' ? 'removed' : renamed ? 'renamed' : 'modified';
    const filename = renamed ? (fields[at + 2] ?? '') : first;
    rows.push({ filename, previous: renamed ? first : null, sha: letter === 'D' ? before : after, status });
    at += renamed ? 3 : 2;
  }
  return rows;
}

/** `--numstat -z`: `adds TAB deletes TAB path NUL`, or for a rename `adds TAB deletes TAB NUL old NUL new NUL`. */
function lineCounts(text: string): [number, number][] {
  const counts: [number, number][] = [];
  for (const field of text.split('\0')) {
    const match = /^(\d+|-)\t(\d+|-)\t/.exec(field);
    if (match) counts.push([Number.parseInt(match[1] ?? '', 10) || 0, Number.parseInt(match[2] ?? '', 10) || 0]);
  }
  return counts;
}

function parseCommit(row: string): Commit {
  const [sha = '', tree = '', parents = '', an = '', ae = '', at = '', cn = '', ce = '', ct = '', body = ''] =
    row.split('\0');
  return {
    sha,
    tree,
    parents: parents.split(' ').filter((parent) => parent !== ''),
    author: { name: an, email: ae, date: utc(at) },
    committer: { name: cn, email: ce, date: utc(ct) },
    message: body.trimEnd(),
  };
}

function utc(seconds: string): string {
  return new Date(Number(seconds) * 1000).toISOString().replace('.000Z', 'Z');
}
