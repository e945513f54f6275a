import { git, gitOrNull } from './command.ts';
import type { NewCommit } from './commit.ts';

type Message = Omit<NewCommit, 'files'>;

/** A commit with both as parents; null where they contradict each other. */
export async function mergeCommits(dir: string, base: string, head: string, commit: Message): Promise<string | null> {
  const tree = await mergedTree(dir, base, head);
  return tree && commitTree(dir, tree, [base, head], commit);
}

/** One commit on `base` with all that `head` changes. */
export async function squashed(dir: string, base: string, head: string, commit: Message): Promise<string | null> {
  const tree = await mergedTree(dir, base, head);
  return tree && commitTree(dir, tree, [base], commit);
}

async function mergedTree(dir: string, base: string, head: string): Promise<string | null> {
  const text = await gitOrNull(dir, ['merge-tree', '--write-tree', base, head]);
  return text?.split('\n')[0] ?? null;
}

async function commitTree(dir: string, tree: string, parents: readonly string[], commit: Message): Promise<string> {
  const { message, author, committer = author, at } = commit;
  const date = `${Math.floor(at.getTime() / 1000)} +0000`;
  const lines = [
    `tree ${tree}`,
    ...parents.map((parent) => `parent ${parent}`),
    `author ${author.name} <${author.email}> ${date}`,
    `committer ${committer.name} <${committer.email}> ${date}`,
  ];
  const object = `${lines.join('\n')}\n\n${message}\n`;
  return (await git(dir, ['hash-object', '-t', 'commit', '-w', '--stdin'], object)).trim();
}
