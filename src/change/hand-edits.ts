import { type ApprovalDecision, approversText } from '../model/approval.ts';
import type { StoreCommit } from '../model/history.ts';
import { idOfFile } from '../model/id.ts';
import type { Entry, FieldEdit } from '../model/journal.ts';
import type { Write } from '../model/plan.ts';
import { entryPath, printEntry } from '../store/journal.ts';
import { readStore } from '../store/read.ts';
import { handEdits } from './edited.ts';
import { changeId } from './hash.ts';

/** What people write, as opposed to what this program does. */
export function byPeople(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...files].filter(([path]) => !/^(logs|state|reports)\//.test(path)));
}

/** Journal entries that the commit itself brought: it accounts for what they say. */
function entriesIn({ before, after }: StoreCommit): readonly Entry[] {
  const brought = [...after].filter(([path]) => path.startsWith('logs/') && !before.has(path));
  return readStore(brought.map(([path, text]) => ({ path, kind: 'text', text }))).journal;
}

/** Where the commit can be read: the pull request that its subject names, else the commit. */
function sourceOf({ sha, subject }: StoreCommit, repository: string): string {
  const [, squashed, merged] = /\(#(\d+)\)$|^Merge pull request #(\d+)/.exec(subject) ?? [];
  const number = squashed ?? merged;
  return number ? `${repository}/pull/${number}` : `${repository}/commit/${sha}`;
}

function covers(recorded: FieldEdit, edit: FieldEdit): boolean {
  if (recorded.file !== edit.file) return false;
  // Recorded as a whole, as a file that was adopted from GitHub is.
  if (recorded.path.length === 0) return true;
  const length = Math.min(recorded.path.length, edit.path.length);
  return length > 0 && recorded.path.slice(0, length).every((key, i) => key === edit.path[i]);
}

/** What a commit changed in the store. The link to GitHub is bookkeeping, and recorded without an entry. */
export function editsIn({ before, after }: StoreCommit): FieldEdit[] {
  return handEdits(byPeople(before), byPeople(after)).filter((edit) => edit.path[0] !== 'github');
}

/** What of it no journal entry of the commit's own accounts for. */
export function unaccounted(commit: StoreCommit): FieldEdit[] {
  const recorded = entriesIn(commit).flatMap((entry) => entry.changes);
  return editsIn(commit).filter((edit) => !recorded.some((r) => covers(r, edit)));
}

/** What the policy says of a commit that changed the store by hand, and who has approved it. */
export interface Verdict {
  /** Required and automatic decisions, and one `given` for each rule that somebody has approved it for. */
  readonly approvals: readonly ApprovalDecision[];
  /** Login of whom the commit is to be put down to, where GitHub knows one; git has only a name, of the author's choice. */
  readonly author: string | null;
  /** False where an approval is missing. */
  readonly approved: boolean;
  /** True where the commit's own journal entries account for nothing: whoever proposed it wrote them. */
  readonly distrusted: boolean;
}

function summaryOf({ subject }: StoreCommit, verdict: Verdict | undefined): string {
  if (!verdict || verdict.approved) return subject;
  const asked = verdict.approvals.filter((a) => a.outcome === 'required').map(approversText);
  return `${subject} (unapproved, needs ${[...new Set(asked)].join('; ')})`;
}

/**
 * One `edited` entry for each commit that changed the store in a way no journal entry of its own (that may be believed) accounts for. The commit's
 * word on who and when is taken as git has it, unless the verdict knows the login. `repository` is the address of its pages;
 * `verdicts` are by commit.
 */
export function handEditEntries(
  commits: readonly StoreCommit[],
  repository: string,
  taken: ReadonlySet<string>,
  verdicts: ReadonlyMap<string, Verdict> = new Map(),
): Entry[] {
  const ids = new Set(taken);
  return commits.flatMap((commit) => {
    const verdict = verdicts.get(commit.sha);
    const edits = verdict?.distrusted ? editsIn(commit) : unaccounted(commit);
    if (edits.length === 0) return [];
    const id = changeId(`commit:${commit.sha}`, ids);
    ids.add(id);
    const files = [...new Set(edits.map((edit) => edit.file))];
    const milestones = files.filter((file) => /^(active|completed|archive)\//.test(file)).map(idOfFile);
    const entry: Entry = {
      id,
      kind: 'edited',
      of: null,
      at: commit.at,
      actor: verdict?.author ?? commit.author,
      source: sourceOf(commit, repository),
      intent: `commit:${commit.sha}`,
      command: null,
      commands: [],
      reason: null,
      summary: summaryOf(commit, verdict),
      milestones: [...new Set(milestones)],
      changes: edits,
      plan: null,
      approvals: verdict?.approvals ?? [],
    };
    return [entry];
  });
}

/** The files of journal entries. */
export function entryWrites(entries: readonly Entry[]): Write[] {
  return entries.map((entry) => ({ path: entryPath(entry), before: null, after: printEntry(entry) }));
}
