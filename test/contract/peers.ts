import { Octokit } from '@octokit/core';
import { createEmulator } from 'emulate';
import { startGitHub } from '../github-server/server.ts';

/**
 * A running GitHub double with the repository `octo/demo`: `README.md` and `docs/guide.md` on `main`, and a branch
 * `feature` that adds `feature.md`.
 */
export interface Peer {
  /** As octo, the owner. */
  readonly octokit: Octokit;
  /** As an app, for check runs. */
  readonly app: Octokit;
  /** What the server found wrong with the requests or with its own answers. */
  faults(): unknown[];
  close(): Promise<void>;
}

export const README = '# Demo\n\nA line.\n';

export async function startOurs(): Promise<Peer> {
  const github = await startGitHub();
  await github.createRepo({ owner: 'octo', name: 'demo', files: { 'README.md': README, 'docs/guide.md': 'Guide\n' } });
  await github.commit('octo', 'demo', {
    branch: 'feature',
    files: { 'feature.md': 'New\n' },
    message: 'Add a feature',
  });
  const client = (auth: string): Octokit => quiet(github.apiUrl, auth);
  return {
    octokit: client(github.token('octo')),
    app: client(github.token('octo', { app: true })),
    faults: () => [...github.violations, ...github.responseFaults],
    close: () => github.close(),
  };
}

/** The peer that we did not write. The pinned version answers REST only, and is not asked what it gets wrong. */
export async function startEmulate(): Promise<Peer> {
  const emulator = await createEmulator({
    service: 'github',
    port: 0,
    seed: {
      tokens: { octo_token: { login: 'octo', scopes: ['repo', 'user'] } },
      github: { users: [{ login: 'octo' }], repos: [{ owner: 'octo', name: 'demo', auto_init: true }] },
    },
  });
  const octokit = quiet(emulator.url, 'octo_token');
  await write(octokit, 'main', 'README.md', README);
  await write(octokit, 'main', 'docs/guide.md', 'Guide\n');
  const repo = { owner: 'octo', repo: 'demo' };
  const main = await octokit.request('GET /repos/{owner}/{repo}/git/ref/{ref}', { ...repo, ref: 'heads/main' });
  await octokit.request('POST /repos/{owner}/{repo}/git/refs', {
    ...repo,
    ref: 'refs/heads/feature',
    sha: main.data.object.sha,
  });
  await write(octokit, 'feature', 'feature.md', 'New\n');
  return { octokit, app: octokit, faults: () => [], close: () => emulator.close() };
}

/** An Octokit that does not print the failures that a test asks for. */
export function quiet(baseUrl: string, auth?: string): Octokit {
  const silent = (): void => undefined;
  const log = { debug: silent, info: silent, warn: silent, error: silent };
  return new Octokit({ baseUrl, log, ...(auth !== undefined && { auth }) });
}

/** The status a request is refused with; 0 when it is not. */
export function refusal(request: Promise<unknown>): Promise<number> {
  return request.then(
    () => 0,
    (error: { status: number }) => error.status,
  );
}

async function write(octokit: Octokit, branch: string, path: string, text: string): Promise<void> {
  const at = { owner: 'octo', repo: 'demo', path };
  const old = await octokit
    .request('GET /repos/{owner}/{repo}/contents/{path}', { ...at, ref: branch })
    .then((answer) => (answer.data as { sha: string }).sha)
    .catch(() => undefined);
  const content = Buffer.from(text).toString('base64');
  const message = `Add ${path}`;
  await octokit.request('PUT /repos/{owner}/{repo}/contents/{path}', {
    ...at,
    branch,
    message,
    content,
    ...(old !== undefined && { sha: old }),
  });
}
