import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GitHub } from '../github-server/server.ts';

/** Stands between a run and the local GitHub, REST and git, and lets chosen requests fail. */
export interface Proxy {
  /** The local GitHub as the run sees it. */
  readonly github: GitHub;
  close(): Promise<void>;
}

/**
 * What becomes of a request: it passes; it never arrives (`lost`); it arrives and its answer never comes back (`unanswered`); it
 * arrives and is answered with an error all the same (`garbled`); or it is refused with 503 (`down`).
 */
export type Fate = 'pass' | 'lost' | 'unanswered' | 'garbled' | 'down';

export async function startProxy(github: GitHub, fate: (method: string, path: string) => Fate): Promise<Proxy> {
  const server = createServer((incoming, outgoing) => {
    serve(github, fate(incoming.method ?? '', incoming.url ?? ''), incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const moved = (address: string): string => address.replace(github.url, url);
  return {
    github: {
      ...github,
      url,
      serverUrl: moved(github.serverUrl),
      apiUrl: moved(github.apiUrl),
      graphqlUrl: moved(github.graphqlUrl),
      cloneUrl: (owner, name, token) =>
        github.cloneUrl(owner, name, token).replace(new URL(github.url).host, new URL(url).host),
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function serve(github: GitHub, fate: Fate, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  if (fate === 'lost') return;
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  if (fate === 'down') return void outgoing.writeHead(503, { 'content-type': 'text/plain' }).end('Unavailable');
  const answer = await new Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }>(
    (resolve, reject) => {
      const { method = 'GET', headers, url = '/' } = incoming;
      const forwarded = request(new URL(url, github.url), { method, headers }, (response) => {
        const body: Buffer[] = [];
        response.on('data', (chunk: Buffer) => body.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 500, headers: response.headers, body: Buffer.concat(body) }),
        );
      });
      forwarded.on('error', reject);
      forwarded.end(Buffer.concat(chunks));
    },
  );
  if (fate === 'unanswered') return;
  if (fate === 'garbled') return void outgoing.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Oops</h1>');
  const { 'transfer-encoding': _, ...headers } = answer.headers;
  outgoing.writeHead(answer.status, headers).end(answer.body);
}
