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

type Environment = Readonly<Record<string, string | undefined>>;

interface Access {
  readonly token: string;
  readonly apiUrl: string;
  /** Where GraphQL answers, if that does not follow from `apiUrl`. */
  readonly graphqlUrl?: string;
}

const hostOf = (url: string | undefined): string | null => (url && URL.canParse(url) ? new URL(url).host : null);

/**
 * The API of a host and the token meant for it. Whoever has somebody clone a repository chooses the host that `origin` names, so a
 * token goes only to github.com, or where the environment itself names that host.
 */
function accessTo(host: string, environment: Environment): Access {
  const { GITHUB_API_URL: api, GITHUB_GRAPHQL_URL: graphqlUrl, GITHUB_SERVER_URL: server } = environment;
  const named = [host, `api.${host}`].includes(hostOf(api) ?? '') || hostOf(server) === host;
  const enterprise = host !== 'github.com' && !named;
  if (enterprise && environment['GH_HOST']?.toLowerCase() !== host) {
    throw new RepositoryError(
      `The remote \`origin\` leads to ${host}, and no token in the environment is said to be for it`,
      `If that is your GitHub Enterprise Server, set GH_HOST=${host} and GH_ENTERPRISE_TOKEN to a token of it. GITHUB_TOKEN is for github.com.`,
    );
  }
  const token = enterprise
    ? environment['GH_ENTERPRISE_TOKEN'] || environment['GITHUB_ENTERPRISE_TOKEN']
    : environment['GITHUB_TOKEN'] || environment['GH_TOKEN'];
  if (!token) {
    const of = host === 'github.com' ? '' : ` --hostname ${host}`;
    const name = enterprise ? 'GH_ENTERPRISE_TOKEN' : 'GITHUB_TOKEN';
    throw new RepositoryError(
      'No token for GitHub is set',
      `Set ${name} to one that may read and write issues, for example: export ${name}="$(gh auth token${of})".`,
    );
  }
  if (named && api) return { token, apiUrl: api, ...(graphqlUrl ? { graphqlUrl } : {}) };
  return { token, apiUrl: host === 'github.com' ? 'https://api.github.com' : `https://${host}/api/v3` };
}

/**
 * GitHub as the command line reaches it: the repository that `origin` names, with the token of the environment. Throws
 * RepositoryError where there is no such remote, or no token that is meant for its host.
 */
export async function peerOfOrigin(
  git: Git | null,
  environment: Environment,
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
  const { host, owner, repo } = origin;
  const waits = patience();
  const client = githubClient({ ...accessTo(host.toLowerCase(), environment), log, patience: waits });
  return githubPeer(client, { owner, repo }, waits, log);
}
