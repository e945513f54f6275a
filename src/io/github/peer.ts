import type { Peer } from '../peer.ts';
import { applyOperations } from './apply-operations.ts';
import type { Client } from './client.ts';
import type { Patience } from './patience.ts';
import { readRemote } from './read-remote.ts';
import { repositoryQuery } from './remote-query.ts';
import type { Repo } from './repo.ts';

/** GitHub as the other side of the synchronisation. `patience` is the client's own, so that every wait of the run counts. */
export function githubPeer(client: Client, repo: Repo, patience: Patience, log: (message: string) => void): Peer {
  const query = repositoryQuery(client, repo, log);
  return {
    read: (scope, linked) => readRemote(query, scope, linked),
    write: (operations, remote) => applyOperations(client, repo, operations, remote, patience),
  };
}
