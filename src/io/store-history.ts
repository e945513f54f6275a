import type { Version } from '../model/history.ts';
import { MAX_FILE_BYTES, toStoreFile } from './file-content.ts';
import type { Git } from './git.ts';

const MAX_COMMITS = 1000;
const MAX_BLOBS = 5000;
const FOLDERS = ['active', 'completed', 'archive'];
const COMMIT = '\u0001';
/** What is not in a partial clone must not be fetched one by one; older gits ignore the variable. */
const ENV = { GIT_NO_LAZY_FETCH: '1' };

interface Touched {
  /** Relative to the repository. */
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

interface Commit {
  readonly at: string;
  readonly by: string;
  readonly root: boolean;
  readonly files: readonly Touched[];
}

/** Object ids of regular files; links, submodules and what is not there are null. */
const blob = (mode: string, oid: string): string | null => (mode.startsWith('100') ? oid : null);

/** `git log --raw -z` → commits in the order given. Each begins with a mark, then come pairs of a raw line and its path. */
function parseLog(log: string): Commit[] {
  const commits: (Commit & { files: Touched[] })[] = [];
  const tokens = log.split('\0');
  for (let i = 0; i < tokens.length; i++) {
    const token = (tokens[i] ?? '').replace(/^\n+/, '');
    if (token.startsWith(COMMIT)) {
      const [parents = '', by = '', at = ''] = tokens.slice(i + 1, i + 4);
      commits.push({ at: new Date(at).toISOString(), by, root: parents === '', files: [] });
      i += 3;
    } else if (token.startsWith(':')) {
      const [oldMode = '', newMode = '', before = '', after = ''] = token.slice(1).split(' ');
      i += 1;
      const path = tokens[i] ?? '';
      commits.at(-1)?.files.push({ path, before: blob(oldMode, before), after: blob(newMode, after) });
    }
  }
  return commits;
}

/** Drops the oldest commits once their files add up to too many. `commits` come newest first. */
function bounded(commits: readonly Commit[]): Commit[] {
  let count = 0;
  const kept: Commit[] = [];
  for (const commit of commits) {
    count += 2 * commit.files.length;
    if (count > MAX_BLOBS) break;
    kept.push(commit);
  }
  return kept;
}

/** Texts by object id; what is missing, too large or no UTF-8 is left out. */
async function readTexts(git: Git, oids: readonly string[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  if (oids.length === 0) return texts;
  const list = (wanted: readonly string[]) => ({ input: `${wanted.join('\n')}\n`, env: ENV });
  const sizes = await git.run(['cat-file', '--batch-check=%(objectname) %(objecttype) %(objectsize)'], list(oids));
  const wanted = sizes.split('\n').flatMap((line) => {
    const [oid = '', type, size] = line.split(' ');
    return type === 'blob' && Number(size) <= MAX_FILE_BYTES ? [oid] : [];
  });
  if (wanted.length === 0) return texts;
  const { stdout } = await git.try(['cat-file', '--batch'], list(wanted));
  for (let at = 0; at < stdout.length; ) {
    const end = stdout.indexOf(10, at);
    const [oid = '', , size = ''] = stdout.subarray(at, end).toString('latin1').split(' ');
    const length = Number(size);
    if (end < 0 || Number.isNaN(length)) throw new Error(`git cat-file gave no content for ${oid}`);
    const file = toStoreFile(oid, stdout.subarray(end + 1, end + 1 + length));
    if (file.kind === 'text') texts.set(oid, file.text);
    at = end + 1 + length + 1;
  }
  return texts;
}

/**
 * The milestone files of the store in `storeDir` as the commits on the first-parent line of `head` left them, oldest first:
 * at most 1,000 commits and 5,000 file contents, the newest ones. Where older history is not there (a shallow clone) or not
 * read, the state before the first commit that is comes as a version that is not dated. Throws GitError for an unknown `head`.
 */
export async function storeVersions(git: Git, head: string, storeDir: string): Promise<Version[]> {
  const prefix = storeDir === '' ? '' : `${storeDir}/`;
  const format = '--format=%x01%x00%P%x00%an%x00%cI';
  const options = ['--first-parent', '-m', '--raw', '-z', '--no-renames', '--no-abbrev', `--max-count=${MAX_COMMITS}`];
  const folders = FOLDERS.map((folder) => `${prefix}${folder}/`);
  const [log, shallow] = await Promise.all([
    git.run(['--literal-pathspecs', 'log', ...options, format, head, '--', ...folders], { env: ENV }),
    git.run(['rev-parse', '--is-shallow-repository']),
  ]);
  const commits = bounded(parseLog(log)).reverse();
  const oids = commits.flatMap(({ files }) => files.flatMap(({ before, after }) => [before, after]));
  const texts = await readTexts(git, [...new Set(oids.filter((oid) => oid !== null))]);

  const seen = new Set<string>();
  return commits.flatMap(({ at, by, root, files }): Version[] => {
    const short = (path: string): string => path.slice(prefix.length);
    const fresh = files.filter(({ path }) => !seen.has(path));
    for (const { path } of files) seen.add(path);
    const old = fresh.flatMap(({ path, before }): Version[] => {
      const text = before === null ? undefined : texts.get(before);
      return text === undefined ? [] : [{ file: short(path), at, by, text, dated: false }];
    });
    const now = files.flatMap(({ path, after }): Version[] => {
      const text = after === null ? null : texts.get(after);
      // The oldest commit of a shallow clone seems to add everything that was there.
      return text === undefined ? [] : [{ file: short(path), at, by, text, dated: !(root && shallow === 'true') }];
    });
    return [...old, ...now];
  });
}
