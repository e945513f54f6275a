import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Write } from '../model/plan.ts';
import { assertInside, commitWrites, type Place } from './directory.ts';
import { readText, stagedName, writeFiles } from './files.ts';
import type { Git } from './git.ts';
import { RepositoryError } from './repository.ts';
import { end, leftBehind, recordPath, type Unfinished } from './unfinished.ts';

const WAIT_MS = 100;
const WAITS = 50;

/** Lines of a commit message that name the changes it carries out. */
const changesIn = (message: string): string[] =>
  message.split('\n').filter((line) => /^Milestone-Change: \S/.test(line));

/**
 * True if a commit made since delivers the record: it names the same changes, or has every file as it was to be. HEAD alone does
 * not tell: a later commit or a pull may have changed the files again.
 */
async function isCommitted(git: Git, { writes, base, message }: Unfinished): Promise<boolean> {
  const known = base !== null && (await git.try(['cat-file', '-e', `${base}^{commit}`])).code === 0;
  const log = await git.try(['log', '-z', '--no-show-signature', '--format=%H%n%B', known ? `${base}..HEAD` : 'HEAD']);
  if (log.code !== 0) return false;
  const commits = log.stdout.toString('utf8').split('\0').filter(Boolean);
  const named = changesIn(message);
  if (named.length > 0 && commits.some((text) => named.every((line) => changesIn(text).includes(line)))) return true;
  const wanted = await Promise.all(writes.map(({ path, after }) => blobId(git, path, after)));
  const asked = commits.flatMap((text) => writes.map(({ path }) => `${text.split('\n')[0]}:${path}\n`));
  const found = await git.run(['cat-file', '--batch-check=%(objectname)'], { input: asked.join('') });
  const ids = found.split('\n').map((line) => (line.endsWith(' missing') ? null : line));
  return commits.some((_, i) => wanted.every((id, j) => ids[i * writes.length + j] === id));
}

/** The object that git makes of a text at this path; null for no file. */
async function blobId(git: Git, path: string, text: string | null): Promise<string | null> {
  return text === null ? null : git.run(['hash-object', '--stdin', '--path', path], { input: text });
}

/** Writes what is not written yet. False, with everything taken back, if somebody has changed one of the files since. */
async function completeFiles(root: string, writes: readonly Write[]): Promise<boolean> {
  const texts = await Promise.all(writes.map(({ path }) => readText(join(root, path))));
  const open = writes.filter(({ before }, i) => texts[i] === before);
  const made = writes.filter(({ before, after }, i) => texts[i] === after && after !== before);
  if (open.length + made.length === writes.length) return writeFiles(root, open);
  await writeFiles(
    root,
    made.map(({ path, before, after }) => ({ path, before: after, after: before })),
  );
  return false;
}

async function complete({ root, git }: Place, record: Unfinished): Promise<string> {
  const changed = 'a file has been changed since, so what it had written was taken back';
  if (git === null || !record.commit) {
    return (await completeFiles(root, record.writes)) ? 'its files are written now' : changed;
  }
  if (!(await isCommitted(git, record))) {
    if (!(await completeFiles(root, record.writes))) return changed;
    await commitWrites(git, record);
  }
  if (!record.push) return 'its commit is made now';
  const pushed = await git.try(['push', '--quiet']);
  return pushed.code === 0
    ? 'its commit is pushed now'
    : `its commit is made but could not be pushed; push it with git (${pushed.stderr.trim().split('\n')[0]})`;
}

/**
 * Finishes what a run began and was killed in the middle of, and says so; waits while such a run still lives. Returns the files
 * of the change that it finished. Throws RepositoryError if another run does not come to an end, or the record leads elsewhere.
 */
export async function finishUnfinished(place: Place, log: (message: string) => void): Promise<readonly Write[]> {
  const path = await recordPath(place.root, place.storeDir, place.git);
  let record = await leftBehind(path);
  for (let waited = 0; record === 'busy' && waited < WAITS; waited++) {
    await setTimeout(WAIT_MS);
    record = await leftBehind(path);
  }
  if (record === 'busy') {
    throw new RepositoryError(
      'Another run is writing to this store and does not come to an end',
      `Wait for it. If there is none any more, remove ${path}.`,
    );
  }
  if (record === 'none') return [];
  if (record === 'empty') {
    await end(path);
    return [];
  }
  for (const write of record.writes) assertInside(place.root, write.path);
  for (const write of record.writes) await rm(join(place.root, stagedName(write.path, record.pid)), { force: true });
  const outcome = await complete(place, record);
  await end(path);
  log(`An earlier run was ended in the middle of "${record.message.split('\n')[0]}": ${outcome}.`);
  return record.writes;
}
