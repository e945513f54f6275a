import type { Git } from '../git.ts';
import type { Peer } from '../peer.ts';
import { RepositoryError } from '../repository.ts';
import { githubClient } from './client.ts';
import { patience } from './patience.ts';
import { githubPeer } from './peer.ts';

interface Origin {
  readonly host: string;
  readonly owner: string;
  readonly repo: string;
}

/** A clone's remote as `https://host/owner/repo.git`, `ssh://git@host/owner/repo` or `git@host:owner/repo.git`; null for any other. */
export function originOf(url: string): Origin | null {
  const [, host = '', owner = '', repo = ''] =
    /^(?:https?:\/\/(?:[^@/]*@)?|ssh:\/\/(?:[^@/]*@)?|git:\/\/)([^/]+)\/([^/]+)\/([^/]+?)(?:\.git)?\/?$/.exec(url) ??
    /^(?:[^@/]+@)?([^:/]+):([^/]+)\/([^/]+?)(?:\.git)?\/?$/.exec(url) ??
    [];
  return repo === '' ? null : { host, owner, repo };
}

/** GitHub as the command line reaches it: the repository that `origin` names, with the token of the environment. */
export async function peerOfOrigin(
  git: Git | null,
  environment: Readonly<Record<string, string | undefined>>,
  log: (message: string) => void,
): Promise<Peer> {
  const found = await git?.try(['remote', 'get-url', 'origin']);
  const origin = found?.code === 0 ? originOf(found.stdout.toString('utf8').trim()) : null;
  if (!origin) {
    throw new RepositoryError(
      'There is no remote `origin` that names a repository on GitHub',
      'Add one: git remote add origin https://github.com/OWNER/REPOSITORY.git',
    );
  }
  const token = environment['GITHUB_TOKEN'] || environment['GH_TOKEN'];
  if (!token) {
    throw new RepositoryError(
      'No token for GitHub is set',
      'Set GITHUB_TOKEN to one that may read and write issues, for example: export GITHUB_TOKEN="$(gh auth token)".',
    );
  }
  const { host, owner, repo } = origin;
  const apiUrl =
    environment['GITHUB_API_URL'] || (host === 'github.com' ? 'https://api.github.com' : `https://${host}/api/v3`);
  const graphqlUrl = environment['GITHUB_GRAPHQL_URL'];
  const waits = patience();
  const client = githubClient({ token, apiUrl, log, patience: waits, ...(graphqlUrl ? { graphqlUrl } : {}) });
  return githubPeer(client, { owner, repo }, waits, log);
}
