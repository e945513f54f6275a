import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { git } from './command.ts';
import { resolveCommit } from './read.ts';

/** Paths and their new content; `null` removes the file. */
export type Files = Readonly<Record<string, string | Buffer | null>>;

export interface CommitRequest {
  readonly branch: string;
  readonly files: Files;
  readonly message: string;
  readonly author: { readonly name: string; readonly email: string };
  readonly at: Date;
}

const SETTINGS =
  '[http]\n\treceivepack = true\n[receive]\n\tautogc = false\n[uploadpack]\n\tallowAnySHA1InWant = true\n';

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
  const { branch, files, message, author, at } = request;
  const parent = (await resolveCommit(dir, `refs/heads/${branch}`)) ?? (await resolveCommit(dir, 'HEAD'));
  const who = `${author.name} <${author.email}> ${Math.floor(at.getTime() / 1000)} +0000`;
  const parts: (string | Buffer)[] = [
    `commit refs/heads/${branch}\nauthor ${who}\ncommitter ${who}\n`,
    ...data(message),
  ];
  if (parent) parts.push(`from ${parent}\n`);
  for (const [path, content] of Object.entries(files)) {
    if (content === null) parts.push(`D ${quoted(path)}\n`);
    else parts.push(`M 100644 inline ${quoted(path)}\n`, ...data(content));
  }
  await git(dir, ['fast-import', '--quiet'], Buffer.concat(parts.map((part) => Buffer.from(part))));
  return (await git(dir, ['rev-parse', `refs/heads/${branch}`])).trim();
}

function data(content: string | Buffer): (string | Buffer)[] {
  return [`data ${Buffer.byteLength(content)}\n`, content, '\n'];
}

function quoted(path: string): string {
  return `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}
