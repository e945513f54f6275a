import { spawn } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Actor } from '../access.ts';
import { canSee, mayRead, mayWrite } from '../access.ts';
import type { Repo, User } from '../records.ts';
import type { Urls } from '../show/urls.ts';
import type { State } from '../state.ts';
import { gitEnvironment } from './command.ts';
import { protectionEnvironment } from './protection.ts';

/** A smart-HTTP request: `/<owner>/<repo>.git/info/refs`, `…/git-upload-pack` or `…/git-receive-pack`. */
const GIT_PATH = /^\/([^/]+)\/([^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/;

export function isGitRequest(path: string): boolean {
  return GIT_PATH.test(path);
}

export interface GitHttp {
  readonly state: State;
  readonly urls: Urls;
  /** Folder of the push hook. */
  readonly hooks: string;
}

/**
 * Serves one git request; the refusals carry GitHub's words, which git shows after `remote:`.
 * @param done told the status before the answer ends, so that a client which has it finds the request logged.
 */
export async function serveGit(
  at: GitHttp,
  actor: Actor | null,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
  done: (status: number) => void,
): Promise<void> {
  const refuse = (status: number, text: string): void => {
    const challenge = status === 401 ? { 'www-authenticate': 'Basic realm="GitHub"' } : {};
    done(status);
    // The rest of a large push is not read: the connection cannot be used again.
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close', ...challenge });
    response.end(text);
  };
  const [, owner = '', name = '', service = ''] = GIT_PATH.exec(url.pathname) ?? [];
  const push = [service, url.searchParams.get('service')].includes('git-receive-pack');
  if (!actor) return refuse(401, 'Invalid username or token.');
  const repo = at.state.repos.get(`${owner}/${name}`.toLowerCase());
  const visible = repo !== undefined && canSee(at.state, actor, repo) && mayRead(actor, repo, 'contents');
  if (!actor.user && (push || !visible)) return refuse(401, 'Authentication required.');
  if (!visible) return refuse(404, 'Repository not found.');
  if (push && !(actor.user && mayWrite(at.state, actor, repo, 'contents', 'write'))) {
    return refuse(403, `Permission to ${owner}/${name}.git denied to ${actor.user?.login}.`);
  }
  const cgi = environment(at, repo, actor.user, push, service, url, request);
  await runBackend(cgi, request, response, () => {
    if (service === 'git-receive-pack') repo.pushedAt = at.state.stamp();
    done(response.statusCode);
  });
}

function environment(
  at: GitHttp,
  repo: Repo,
  user: User | null,
  push: boolean,
  service: string,
  url: URL,
  request: IncomingMessage,
): NodeJS.ProcessEnv {
  const header = (name: string): string => String(request.headers[name] ?? '');
  return gitEnvironment({
    GIT_PROJECT_ROOT: repo.dir,
    GIT_HTTP_EXPORT_ALL: '1',
    PATH_INFO: `/${service}`,
    QUERY_STRING: url.search.slice(1),
    REQUEST_METHOD: request.method ?? 'GET',
    REMOTE_USER: user?.login ?? '',
    REMOTE_ADDR: '127.0.0.1',
    CONTENT_TYPE: header('content-type'),
    // A chunked body has no length: git then reads to the end of its input. It unpacks gzip itself.
    ...(header('content-length') !== '' && { CONTENT_LENGTH: header('content-length') }),
    HTTP_CONTENT_ENCODING: header('content-encoding'),
    GIT_PROTOCOL: header('git-protocol'),
    ...(push && user ? protectionEnvironment(at.hooks, at.urls, repo, user) : {}),
  });
}

/** Runs `git http-backend` as a CGI program: request body in, headers and body out. */
function runBackend(
  env: NodeJS.ProcessEnv,
  request: IncomingMessage,
  response: ServerResponse,
  beforeEnd: () => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['http-backend'], { env, windowsHide: true });
    let head: Buffer | null = Buffer.alloc(0);
    child.on('error', reject);
    child.stdin.on('error', () => request.resume()); // the backend may answer without reading everything
    request.pipe(child.stdin);
    response.on('close', () => child.kill());
    child.stdout.on('data', (chunk: Buffer) => {
      if (head === null) {
        if (!response.write(chunk)) pauseUntilDrained(child.stdout, response);
        return;
      }
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      writeHead(head.toString('latin1', 0, end), response);
      response.write(head.subarray(end + 4));
      head = null;
    });
    child.on('close', () => {
      if (head !== null) response.statusCode = 500;
      beforeEnd();
      response.end();
      resolve();
    });
  });
}

function pauseUntilDrained(source: NodeJS.ReadableStream, response: ServerResponse): void {
  source.pause();
  response.once('drain', () => source.resume());
}

function writeHead(text: string, response: ServerResponse): void {
  for (const line of text.split('\r\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (name === 'status') response.statusCode = Number.parseInt(value, 10);
    else response.setHeader(name, value);
  }
}
