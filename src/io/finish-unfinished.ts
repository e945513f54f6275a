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

/** True if the commit that HEAD is at has every file as the delivery wanted it. */
async function isCommitted(git: Git, { writes, base }: Unfinished): Promise<boolean> {
  const head = await git.try(['rev-parse', '--verify', '--quiet', 'HEAD']);
  if (head.code !== 0 || head.stdout.toString('utf8').trim() === base) return false;
  for (const { path, after } of writes) {
    const found = await git.try(['cat-file', 'blob', `HEAD:${path}`]);
    if ((found.code === 0 ? found.stdout.toString('utf8') : null) !== after) return false;
  }
  return true;
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
