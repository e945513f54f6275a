import { createHash } from 'node:crypto';
import type { StoreFile } from '../../model/state.ts';
import { isStoreText, MAX_FILE_BYTES, mayHideFiles, toStoreFile } from '../file-content.ts';
import { RepositoryError } from '../repository.ts';
import type { Client } from './client.ts';
import type { Repo } from './repo.ts';

/** Files asked for at the same time: GitHub counts many at once against its secondary limit. */
const AT_ONCE = 8;

/** Each costs a request, and the repository has a thousand an hour for all of its workflows. */
const MOST_REQUESTED = 300;

interface TreeEntry {
  readonly path: string;
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
  readonly size?: number;
}

async function entriesOf(client: Client, repo: Repo, tree: string, recursive: boolean): Promise<TreeEntry[]> {
  const { data } = await client.rest.git.getTree({
    ...repo,
    tree_sha: tree,
    ...(recursive ? { recursive: '1' } : {}),
  });
  if (data.truncated) {
    throw new RepositoryError(
      'GitHub lists only a part of the files: there are too many of them',
      'Archive what is finished, or make the change on a branch of this repository.',
    );
  }
  return data.tree;
}

/** The tree of a directory of a commit; null if there is none. */
async function treeOf(client: Client, repo: Repo, sha: string, dir: string): Promise<string | null> {
  const { data } = await client.rest.git.getCommit({ ...repo, commit_sha: sha });
  let tree = data.tree.sha;
  for (const name of dir.split('/').filter((part) => part !== '' && part !== '.')) {
    const entry = (await entriesOf(client, repo, tree, false)).find((one) => one.path === name && one.type === 'tree');
    if (!entry) return null;
    tree = entry.sha;
  }
  return tree;
}

async function blob(client: Client, repo: Repo, sha: string): Promise<Buffer> {
  const { data } = await client.rest.git.getBlob({ ...repo, file_sha: sha });
  return Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8');
}

/** The name that git gives to a text. */
function blobId(text: string): string {
  const bytes = Buffer.from(text, 'utf8');
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

function irregular({ mode, type, path }: TreeEntry): StoreFile | null {
  if (type === 'tree') return isStoreText(path) ? { path, kind: 'is-directory' } : null;
  if (!isStoreText(path) && !mayHideFiles(path)) return null;
  return { path, kind: mode === '120000' ? 'is-link' : 'is-directory' };
}

/**
 * The store of a commit, read through the API: nothing of the commit is checked out. A commit of a fork can be read in the
 * repository that it has a pull request in. Texts among `known` are not asked for again.
 */
export async function storeAtCommit(
  client: Client,
  repo: Repo,
  sha: string,
  storeDir: string,
  known: readonly StoreFile[] = [],
): Promise<StoreFile[]> {
  const tree = await treeOf(client, repo, sha, storeDir);
  if (tree === null) return [];
  const entries = await entriesOf(client, repo, tree, true);
  const odd = entries.filter(({ mode }) => !mode.startsWith('100')).flatMap((entry) => irregular(entry) ?? []);
  const texts = new Map(known.flatMap((file) => (file.kind === 'text' ? [[blobId(file.text), file.text]] : [])));
  const wanted = entries.filter(({ mode, path }) => mode.startsWith('100') && isStoreText(path));
  const requested = wanted.filter(({ sha: id, size = 0 }) => size <= MAX_FILE_BYTES && !texts.has(id));
  if (requested.length > MOST_REQUESTED) {
    throw new RepositoryError(
      `${requested.length} files of the store differ from those of the default branch; at most ${MOST_REQUESTED} are read from GitHub one by one`,
      'Bring the branch up to date with the default branch and split the pull request, or make it from a branch of this repository.',
    );
  }
  const read = async (entry: TreeEntry): Promise<StoreFile> => {
    const { path, size = 0 } = entry;
    if (size > MAX_FILE_BYTES) return { path, kind: 'too-large' };
    const text = texts.get(entry.sha);
    return text === undefined ? toStoreFile(path, await blob(client, repo, entry.sha)) : { path, kind: 'text', text };
  };
  const files: StoreFile[] = [];
  for (let i = 0; i < wanted.length; i += AT_ONCE) {
    files.push(...(await Promise.all(wanted.slice(i, i + AT_ONCE).map(read))));
  }
  return [...files, ...odd];
}
