import { userInfo } from 'node:os';
import type { Git } from './git.ts';

/** Who acts at this machine: git's `github.user`, else its `user.name`, else the account's name. */
export async function actorOf(git: Git | null): Promise<string> {
  for (const key of ['github.user', 'user.name']) {
    const found = await git?.try(['config', '--get', key]);
    const name = found?.code === 0 ? found.stdout.toString('utf8').trim() : '';
    if (name !== '') return name;
  }
  try {
    return userInfo().username;
  } catch {
    // A container may run under a number that no account has.
    return process.env['USER'] || 'unknown';
  }
}
