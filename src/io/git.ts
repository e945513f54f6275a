import { spawn } from 'node:child_process';
import { RepositoryError } from './repository.ts';

export interface GitResult {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** A git command that had to work and did not. */
export class GitError extends Error {
  readonly stderr: string;

  constructor(args: readonly string[], result: GitResult) {
    super(`git ${args[0] ?? ''} failed: ${result.stderr.trim() || `exit ${result.code}`}`);
    this.name = 'GitError';
    this.stderr = result.stderr;
  }
}

/** A git that works in one directory. Arguments go to the process as they are: no shell ever sees them. */
export interface Git {
  readonly dir: string;
  /** Runs git and reports how it ended. */
  try(args: readonly string[], options?: GitOptions): Promise<GitResult>;
  /** Runs git and returns its output without the final newline; throws GitError if it fails. */
  run(args: readonly string[], options?: GitOptions): Promise<string>;
}

export interface GitOptions {
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
}

export function gitIn(dir: string, environment: Readonly<Record<string, string>> = {}): Git {
  const attempt = (args: readonly string[], options: GitOptions = {}): Promise<GitResult> =>
    new Promise((resolve, reject) => {
      const child = spawn('git', args, {
        cwd: dir,
        // Messages are matched in English, a prompt for a password would hang a job for ever, and a path is never a pattern.
        env: {
          ...process.env,
          LC_ALL: 'C',
          GIT_TERMINAL_PROMPT: '0',
          GIT_LITERAL_PATHSPECS: '1',
          ...environment,
          ...options.env,
        },
        stdio: 'pipe',
      });
      const stdout: Buffer[] = [];
      const stderr: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
      child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
      child.on('error', (error: NodeJS.ErrnoException) =>
        reject(
          error.code === 'ENOENT'
            ? new RepositoryError('git is not installed, or not on the PATH', 'Install it.')
            : error,
        ),
      );
      child.on('close', (code) =>
        resolve({ code: code ?? 1, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString('utf8') }),
      );
      // git may close its input early (a refused push); that is its answer, not our failure.
      child.stdin.on('error', () => {});
      child.stdin.end(options.input ?? '');
    });
  return {
    dir,
    try: attempt,
    async run(args, options) {
      const result = await attempt(args, options);
      if (result.code !== 0) throw new GitError(args, result);
      return result.stdout.toString('utf8').replace(/\n$/, '');
    },
  };
}

/**
 * Environment that makes git send `token` to `serverUrl` and nowhere else, without the token standing in a command line or
 * a file. The empty first value drops headers that the checkout step may have left: two would be refused.
 */
export function tokenEnvironment(serverUrl: string, token: string): Record<string, string> {
  const key = `http.${serverUrl.replace(/\/$/, '')}/.extraheader`;
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  return {
    GIT_CONFIG_COUNT: '2',
    GIT_CONFIG_KEY_0: key,
    GIT_CONFIG_VALUE_0: '',
    GIT_CONFIG_KEY_1: key,
    GIT_CONFIG_VALUE_1: `AUTHORIZATION: basic ${basic}`,
  };
}
