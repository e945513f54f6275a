import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Git, gitIn } from '../../src/io/git.ts';
import { ROOT } from './runner.ts';

/** The built command line in directories of its own: nothing of the machine's settings reaches it. */

export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly cwd: string;
  readonly now?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The Node to run it with; the tests' own if left out. */
  readonly node?: string;
  /** Numeric user to run it as. */
  readonly uid?: number;
  /** Closes the reading end after the first bytes, as `head` does. */
  readonly closeEarly?: boolean;
}

const CLI = join(ROOT, 'dist/cli.js');
export const FIXTURES = join(ROOT, 'test/fixtures');
export const REFERENCE_NOW = '2024-07-26T16:45:00Z';

const made: string[] = [];

/** A new directory; `removeDirectories` takes it away again. */
export async function directory(name = 'cli-'): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), name));
  made.push(dir);
  return dir;
}

export async function removeDirectories(): Promise<void> {
  for (const dir of made.splice(0)) await rm(dir, { recursive: true, force: true, maxRetries: 3 });
}

/** The fixture's store in a plain directory. */
export async function storeIn(fixture: string, dir?: string): Promise<string> {
  const into = dir ?? (await directory());
  await cp(join(FIXTURES, fixture, '.milestones'), join(into, '.milestones'), { recursive: true });
  return into;
}

/** A repository on `main` with the fixture's store in its first commit. */
export async function repositoryWith(fixture: string, dir?: string): Promise<{ dir: string; git: Git }> {
  const into = await storeIn(fixture, dir);
  const git = await repositoryIn(into);
  await git.run(['add', '--all']);
  await git.run(['commit', '--quiet', '-m', 'Start']);
  return { dir: into, git };
}

/** An empty repository on `main`, with somebody to commit as. */
export async function repositoryIn(dir: string): Promise<Git> {
  const git = gitIn(dir);
  await git.run(['init', '--quiet', '--initial-branch=main']);
  await identify(git);
  return git;
}

export async function identify(git: Git): Promise<void> {
  for (const [key, value] of [
    ['user.name', 'Alice Example'],
    ['user.email', 'alice@example.com'],
    ['core.autocrlf', 'false'],
    ['commit.gpgsign', 'false'],
  ] as const)
    await git.run(['config', key, value]);
}

export function cli(args: readonly string[], options: CliOptions): Promise<CliResult> {
  const env: Record<string, string> = {
    PATH: process.env['PATH'] ?? '',
    HOME: options.cwd,
    TMPDIR: tmpdir(),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_MILESTONE_NOW: options.now ?? REFERENCE_NOW,
    ...options.env,
  };
  return new Promise((resolve, reject) => {
    const child = spawn(options.node ?? process.execPath, [CLI, ...args], {
      cwd: options.cwd,
      env,
      ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
    });
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => {
      stdout.push(chunk);
      if (options.closeEarly) child.stdout.destroy();
    });
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({
        code: code ?? -1,
        stdout: Buffer.concat(stdout).toString('utf8'),
        stderr: Buffer.concat(stderr).toString('utf8'),
      }),
    );
  });
}

/** The one JSON document that a command printed. */
export function json(result: CliResult): Record<string, unknown> {
  return JSON.parse(result.stdout) as Record<string, unknown>;
}

/** Fingerprint of every file, link and folder below `dir` but git's own: equal before and after means nothing was written. */
export function treeHash(dir: string): string {
  const hash = createHash('sha256');
  const walk = (folder: string): void => {
    for (const name of readdirSync(join(dir, folder)).sort()) {
      if (name === '.git') continue;
      const path = folder === '' ? name : `${folder}/${name}`;
      const found = lstatSync(join(dir, path));
      hash.update(`${path}\0${found.mode}\0`);
      if (found.isDirectory()) walk(path);
      else if (found.isSymbolicLink()) hash.update(readlinkSync(join(dir, path)));
      else hash.update(readFileSync(join(dir, path)));
    }
  };
  walk('');
  return hash.digest('hex');
}
