import { spawn } from 'node:child_process';

/** The environment of every git process here: the machine's own configuration must not change a test. */
export function gitEnvironment(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  const { PATH = '', HOME = '', TMPDIR = '', SYSTEMROOT = '' } = process.env;
  return {
    PATH,
    HOME,
    TMPDIR,
    SYSTEMROOT,
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    // Repositories of a test are gone before housekeeping would pay.
    GIT_CONFIG_COUNT: '2',
    GIT_CONFIG_KEY_0: 'receive.autogc',
    GIT_CONFIG_VALUE_0: 'false',
    GIT_CONFIG_KEY_1: 'maintenance.auto',
    GIT_CONFIG_VALUE_1: 'false',
    ...extra,
  };
}

/**
 * Runs git in a bare repository and gives its standard output.
 * @throws Error with git's own words when it exits with another status than 0.
 */
export function gitBytes(dir: string, args: readonly string[], input?: string | Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['--git-dir', dir, ...args], { env: gitEnvironment(), windowsHide: true });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(out));
      else reject(new Error(`git ${args.join(' ')} exited with ${code}: ${Buffer.concat(err).toString().trim()}`));
    });
    child.stdin.on('error', () => undefined); // git may exit before it has read everything; its status tells why
    child.stdin.end(input ?? '');
  });
}

export async function git(dir: string, args: readonly string[], input?: string | Buffer): Promise<string> {
  return (await gitBytes(dir, args, input)).toString();
}

/** As `git`, but `null` where git says no: for questions whose answer may be "there is none". */
export async function gitOrNull(dir: string, args: readonly string[]): Promise<string | null> {
  try {
    return await git(dir, args);
  } catch {
    return null;
  }
}
