import { chmod, lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Write } from '../model/plan.ts';
import type { StoreFile } from '../model/state.ts';
import { isStoreText, MAX_FILE_BYTES, mayHideFiles, toStoreFile } from './file-content.ts';
import { RepositoryError } from './repository.ts';

/** Every YAML file below `dir`, by its path relative to it. Links and directories named like files are reported, not followed. */
export async function readFiles(dir: string): Promise<StoreFile[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const named = entries.filter(
    (entry) => isStoreText(entry.name) || (entry.isSymbolicLink() && mayHideFiles(entry.name)),
  );
  const found = await Promise.all(
    named.map(async (entry): Promise<StoreFile | null> => {
      const full = join(entry.parentPath, entry.name);
      const path = full.slice(dir.length).replaceAll('\\', '/').replace(/^\/+/, '');
      if (entry.isSymbolicLink()) return { path, kind: 'is-link' };
      if (entry.isDirectory()) return { path, kind: 'is-directory' };
      if (!entry.isFile()) return null;
      if ((await lstat(full)).size > MAX_FILE_BYTES) return { path, kind: 'too-large' };
      return toStoreFile(path, await readFile(full));
    }),
  );
  return found.filter((file) => file !== null).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The text of a file, or null if there is none. */
export async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Where the new content of a file lies until it is renamed into place. */
export const stagedName = (path: string, pid: number): string => `${path}.git-milestone-${pid}.tmp`;

/**
 * Writes every file or none: all new contents are first laid beside their targets, then renamed into place.
 * Returns false, having written nothing, if a file no longer is what the plan was made from.
 */
export async function writeFiles(dir: string, writes: readonly Write[]): Promise<boolean> {
  for (const write of writes) {
    if ((await readText(join(dir, write.path))) !== write.before) return false;
  }
  const staged: { from: string; to: string }[] = [];
  try {
    for (const write of writes) {
      const to = join(dir, write.path);
      if (write.after === null) continue;
      await mkdir(dirname(to), { recursive: true });
      const from = stagedName(to, process.pid);
      staged.push({ from, to });
      await writeFile(from, write.after);
      if (write.before !== null) await chmod(from, (await lstat(to)).mode);
    }
  } catch (error) {
    await Promise.all(staged.map(({ from }) => rm(from, { force: true })));
    throw error;
  }
  for (const { from, to } of staged) await rename(from, to);
  for (const write of writes) if (write.after === null) await rm(join(dir, write.path));
  return true;
}

/** What the operating system refused, as something a person can mend; undefined for any other error. */
export function fileProblem(error: unknown): RepositoryError | undefined {
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string' || typeof syscall !== 'string' || typeof path !== 'string') return undefined;
  return new RepositoryError(
    `${path.replace(/\.git-milestone-\d+\.tmp$/, '')} cannot be read or written (${syscall}: ${code})`,
    'Check that it is there, is what it should be, and is yours to change. Nothing was changed.',
  );
}

/** Makes new files below `dir`, all or none; throws RepositoryError if one of them is there already. */
export async function createFiles(dir: string, writes: readonly Write[]): Promise<void> {
  await assertNew(dir, writes);
  await writeFiles(dir, writes);
}

/** Throws RepositoryError if one of the files is there already. */
export async function assertNew(dir: string, writes: readonly Write[]): Promise<void> {
  for (const { path } of writes) {
    if ((await readText(join(dir, path))) === null) continue;
    throw new RepositoryError(
      `${path} is there already, and nothing was written`,
      'Edit it instead, or remove it first.',
    );
  }
}
