import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Write } from '../model/plan.ts';
import type { Git } from './git.ts';

/**
 * A delivery on disk takes several steps: files, commit, push. Before the first one stands a record of them all, and it goes
 * with the last; whoever finds the record of a run that is no more can finish what it began. While its run lives, the record
 * keeps others out.
 */
export interface Unfinished {
  readonly pid: number;
  /** Commit that it was planned on; null without git or before the first commit. */
  readonly base: string | null;
  readonly commit: boolean;
  readonly push: boolean;
  readonly message: string;
  /** Paths are relative to the repository. */
  readonly writes: readonly Write[];
}

/** A run needs milliseconds to write its record; one that still cannot be read after this was cut off. */
const WRITING_MS = 2000;

/** In git's own directory, where no checkout can bring one along; in the store where there is no git. */
export async function recordPath(root: string, storeDir: string, git: Git | null): Promise<string> {
  if (git === null) return join(root, storeDir, '.unfinished.json');
  return join(root, await git.run(['rev-parse', '--git-path', 'git-milestone-unfinished.json']));
}

/** Writes the record; false if there is one already. */
export async function begin(path: string, record: Unfinished): Promise<boolean> {
  try {
    await writeFile(path, JSON.stringify(record), { flag: 'wx' });
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    // Where not even this may be written, the files themselves say better what is wrong.
    if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return true;
    throw error;
  }
}

/** Takes the record away: everything it tells of is done, or taken back. */
export async function end(path: string): Promise<void> {
  await rm(path, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The record that a run left behind when it ended: `none`, `busy` while the run lives, `empty` if it ended before it began. */
export async function leftBehind(path: string): Promise<Unfinished | 'none' | 'busy' | 'empty'> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return 'none';
  try {
    const record = JSON.parse(text) as Unfinished;
    return record.pid !== process.pid && isAlive(record.pid) ? 'busy' : record;
  } catch {
    const found = await stat(path).catch(() => null);
    // The record comes first: where it is cut off, nothing else was written.
    return found !== null && Date.now() - found.mtimeMs < WRITING_MS ? 'busy' : 'empty';
  }
}
