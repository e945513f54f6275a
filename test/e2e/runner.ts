import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gitIn } from '../../src/io/git.ts';
import type { GitHub } from '../github-server/server.ts';

/** Starts the built Action as GitHub's runner starts it: an empty environment but for what the runner sets. */

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

export interface Workspace {
  readonly dir: string;
  remove(): Promise<void>;
}

/** A checkout of the default branch as `actions/checkout` leaves it: one commit deep, no credentials kept. */
export async function checkout(github: GitHub, owner: string, name: string, token: string): Promise<Workspace> {
  const parent = await mkdtemp(join(tmpdir(), 'runner-'));
  const dir = join(parent, name);
  await gitIn(parent).run(['clone', '--quiet', '--depth=1', github.cloneUrl(owner, name, token), dir]);
  await gitIn(dir).run(['remote', 'set-url', 'origin', github.cloneUrl(owner, name)]);
  return { dir, remove: () => rm(parent, { recursive: true, force: true, maxRetries: 3 }) };
}

export interface Event {
  readonly name: string;
  readonly payload: unknown;
  readonly owner: string;
  readonly repo: string;
  readonly token: string;
  readonly actor: string;
  readonly ref?: string;
  readonly sha?: string;
  readonly runId?: number;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Present time for the run; the machine's if left out. */
  readonly now?: string;
  /** Where programs are looked for; this process's own if left out. */
  readonly path?: string;
  /** What else the runner has in its environment, such as a proxy. */
  readonly env?: Readonly<Record<string, string>>;
  /** Settles when the run is to die on the spot. */
  readonly kill?: Promise<unknown>;
}

export interface RunResult {
  readonly code: number;
  readonly log: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** `name<<delimiter` blocks of GITHUB_OUTPUT, as the runner reads them. */
function readOutputs(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/^(.+?)<<(.+)\r?\n([\s\S]*?)\r?\n?\2$/gm)].map((match) => [match[1] ?? '', match[3] ?? '']),
  );
}

/** Defaults of the inputs, as the runner takes them from action.yml. */
const INPUT_DEFAULTS = { command: '', path: '.milestones' };

export async function runAction(github: GitHub, workspace: Workspace, event: Event): Promise<RunResult> {
  const scratch = await mkdtemp(join(tmpdir(), 'runner-files-'));
  const file = async (name: string, content = ''): Promise<string> => {
    await writeFile(join(scratch, name), content);
    return join(scratch, name);
  };
  await mkdir(join(scratch, 'tmp'));
  const inputs = { ...INPUT_DEFAULTS, token: event.token, ...event.inputs };
  const [output, summary] = [await file('output'), await file('summary')];
  const env: Record<string, string> = {
    PATH: event.path ?? process.env['PATH'] ?? '',
    HOME: scratch,
    RUNNER_TEMP: join(scratch, 'tmp'),
    // A runner starts the Action once a job, these tests some hundred times.
    NODE_COMPILE_CACHE: join(tmpdir(), 'git-milestone-compile-cache'),
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: await file('event.json', JSON.stringify(event.payload)),
    GITHUB_REPOSITORY: `${event.owner}/${event.repo}`,
    GITHUB_WORKSPACE: workspace.dir,
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_ENV: await file('env'),
    GITHUB_API_URL: github.apiUrl,
    GITHUB_GRAPHQL_URL: github.graphqlUrl,
    GITHUB_SERVER_URL: github.serverUrl,
    GITHUB_SHA: event.sha ?? '0'.repeat(40),
    GITHUB_REF: event.ref ?? 'refs/heads/main',
    GITHUB_ACTOR: event.actor,
    GITHUB_RUN_ID: String(event.runId ?? 1),
    GITHUB_RUN_NUMBER: '1',
    ...(event.now ? { GIT_MILESTONE_NOW: event.now } : {}),
    ...event.env,
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  };
  try {
    const { code, log } = await new Promise<{ code: number; log: string }>((done, fail) => {
      const child = spawn(process.execPath, [join(ROOT, 'dist/action.js')], { cwd: workspace.dir, env });
      const chunks: Buffer[] = [];
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      child.on('error', fail);
      void event.kill?.then(() => child.kill('SIGKILL'));
      child.on('close', (exit) => done({ code: exit ?? 1, log: Buffer.concat(chunks).toString('utf8') }));
    });
    return {
      code,
      log,
      summary: await readFile(summary, 'utf8'),
      outputs: readOutputs(await readFile(output, 'utf8')),
    };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
