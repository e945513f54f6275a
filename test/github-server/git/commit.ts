import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { git, gitOrNull } from './command.ts';
import { resolveCommit } from './read.ts';

/** Paths and their new content; `null` removes the file. */
export type Files = Readonly<Record<string, string | Buffer | null>>;

interface Person {
  readonly name: string;
  readonly email: string;
}

export interface NewCommit {
  readonly files: Files;
  readonly message: string;
  readonly author: Person;
  /** The author, if not given. */
  readonly committer?: Person;
  readonly at: Date;
}

export interface CommitRequest extends NewCommit {
  readonly branch: string;
}

/** Refs of commits in the making, which no client is shown. */
const HIDDEN = 'in-the-making';
let lastHidden = 0;

const SETTINGS =
  '[http]\n\treceivepack = true\n[receive]\n\tautogc = false\n[uploadpack]\n\tallowAnySHA1InWant = true\n' +
  `[transfer]\n\thideRefs = refs/${HIDDEN}\n`;

/** Makes an empty bare repository that the smart-HTTP transport may read and write. */
export async function initBare(dir: string, defaultBranch: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  await git(dir, ['init', '--quiet', '--bare', `--initial-branch=${defaultBranch}`, dir]);
  await appendFile(join(dir, 'config'), SETTINGS);
}

/**
 * Commits files on top of a branch without a working tree, and gives the new commit's SHA. A branch that is not there
 * yet starts at the default branch's head.
 */
export async function commitFiles(dir: string, request: CommitRequest): Promise<string> {
  const { branch } = request;
  const parent = (await resolveCommit(dir, `refs/heads/${branch}`)) ?? (await resolveCommit(dir, 'HEAD'));
  await write(dir, `refs/heads/${branch}`, parent, request);
  return (await git(dir, ['rev-parse', `refs/heads/${branch}`])).trim();
}

/** Makes a commit on top of `parent` that no branch points to yet, and gives its SHA. */
export async function commitOnto(dir: string, parent: string, commit: NewCommit): Promise<string> {
  lastHidden += 1;
  const ref = `refs/${HIDDEN}/${process.pid}-${lastHidden}`;
  await write(dir, ref, parent, commit);
  const sha = (await git(dir, ['rev-parse', ref])).trim();
  await git(dir, ['update-ref', '-d', ref]);
  return sha;
}

/**
 * Points a branch (full ref name) to another commit if it still points to `from`; null: if it does not exist.
 * @returns false when it is elsewhere by now.
 */
export async function moveRef(dir: string, ref: string, from: string | null, to: string): Promise<boolean> {
  return (await gitOrNull(dir, ['update-ref', ref, to, from ?? '0'.repeat(40)])) !== null;
}

async function write(dir: string, ref: string, parent: string | null, commit: NewCommit): Promise<void> {
  const { files, message, author, committer = author, at } = commit;
  const signed = ({ name, email }: Person): string => `${name} <${email}> ${Math.floor(at.getTime() / 1000)} +0000`;
  const parts: (string | Buffer)[] = [
    `commit ${ref}\nauthor ${signed(author)}\ncommitter ${signed(committer)}\n`,
    ...data(message),
  ];
  if (parent) parts.push(`from ${parent}\n`);
  for (const [path, content] of Object.entries(files)) {
    if (content === null) parts.push(`D ${quoted(path)}\n`);
    else parts.push(`M 100644 inline ${quoted(path)}\n`, ...data(content));
  }
  await git(dir, ['fast-import', '--quiet'], Buffer.concat(parts.map((part) => Buffer.from(part))));
}

function data(content: string | Buffer): (string | Buffer)[] {
  return [`data ${Buffer.byteLength(content)}\n`, content, '\n'];
}

function quoted(path: string): string {
  return `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}
