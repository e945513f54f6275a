import { readCommit } from '../git/history.ts';
import { objectAt, treeEntries } from '../git/object.ts';
import { nodeId } from '../node-id.ts';
import type { Repo, User } from '../records.ts';
import { noreplyEmail } from '../show/commit.ts';
import { repoHtml } from '../show/urls.ts';
import { connection, type PageArguments, type View } from './connection.ts';
import { userView } from './people.ts';
import { repositoryView } from './repository.ts';
import type { Scope } from './scope.ts';

/** The object that a git expression names (`main:docs/a.md`, a SHA, `main`); null when there is none. */
export async function objectView(scope: Scope, repo: Repo, expression: string): Promise<View | null> {
  const found = await objectAt(repo.dir, expression);
  if (!found) return null;
  const colon = expression.indexOf(':');
  const path = colon < 0 ? '' : expression.slice(colon + 1);
  if (found.type === 'commit') return commitView(scope, repo, found.sha);
  const common = {
    id: nodeId(found.type === 'blob' ? 'blob' : 'tree', repo.id, found.sha),
    oid: found.sha,
    abbreviatedOid: found.sha.slice(0, 7),
    repository: () => repositoryView(scope, repo),
  };
  if (found.type === 'tree') {
    return { ...common, __typename: 'Tree', entries: () => entries(scope, repo, found.sha, path) };
  }
  if (found.type !== 'blob') return null;
  // git's own test of the first 8,000 bytes.
  const binary = found.bytes.subarray(0, 8000).includes(0);
  return {
    ...common,
    __typename: 'Blob',
    byteSize: found.bytes.length,
    isBinary: binary,
    isTruncated: false,
    text: binary ? null : found.bytes.toString(),
  };
}

async function entries(scope: Scope, repo: Repo, tree: string, path: string): Promise<View[]> {
  const folder = path === '' || path.endsWith('/') ? path : `${path}/`;
  return (await treeEntries(repo.dir, tree)).map((entry) => ({
    __typename: 'TreeEntry',
    name: entry.name,
    path: folder + entry.name,
    mode: Number.parseInt(entry.mode, 8),
    type: entry.type,
    oid: entry.sha,
    size: entry.size,
    extension: /\.[^.]*$/.exec(entry.name)?.[0] ?? '',
    object: () => (entry.type === 'commit' ? null : objectView(scope, repo, entry.sha)),
    repository: () => repositoryView(scope, repo),
  }));
}

export async function commitView(scope: Scope, repo: Repo, sha: string): Promise<View> {
  const commit = await readCommit(repo.dir, sha);
  const [headline = '', ...rest] = commit.message.split('\n');
  const person = ({ name, email, date }: { name: string; email: string; date: string }): View => {
    const user: User | undefined = [...scope.state.users.values()].find((one) => noreplyEmail(one) === email);
    return { __typename: 'GitActor', name, email, date, user: () => (user ? userView(scope, user, true) : null) };
  };
  return {
    __typename: 'Commit',
    id: nodeId('commit', repo.id, sha),
    oid: sha,
    abbreviatedOid: sha.slice(0, 7),
    url: `${repoHtml(scope.urls, repo)}/commit/${sha}`,
    commitUrl: `${repoHtml(scope.urls, repo)}/commit/${sha}`,
    message: commit.message,
    messageHeadline: headline,
    messageBody: rest.join('\n').trim(),
    authoredDate: commit.author.date,
    committedDate: commit.committer.date,
    author: person(commit.author),
    committer: person(commit.committer),
    repository: () => repositoryView(scope, repo),
    tree: () => objectView(scope, repo, `${sha}^{tree}`),
    parents: (args: PageArguments) =>
      connection(
        'Commit',
        commit.parents,
        args,
        (one) => one,
        (one) => commitView(scope, repo, one) as never,
      ),
    signature: repo.signed.has(sha)
      ? { __typename: 'GpgSignature', isValid: true, state: 'VALID', wasSignedByGitHub: true, signer: null }
      : null,
  };
}

export function refView(scope: Scope, repo: Repo, ref: string, sha: string): View {
  const prefix = /^refs\/\w+\//.exec(ref)?.[0] ?? 'refs/';
  return {
    __typename: 'Ref',
    id: nodeId('ref', repo.id, ref),
    name: ref.slice(prefix.length),
    prefix,
    repository: () => repositoryView(scope, repo),
    target: () => objectView(scope, repo, sha),
  };
}
