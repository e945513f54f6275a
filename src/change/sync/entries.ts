import { type ApprovalDecision, approversText } from '../../model/approval.ts';
import { idOfFile } from '../../model/id.ts';
import type { Origin } from '../../model/intent.ts';
import type { Entry, FieldEdit } from '../../model/journal.ts';
import { changeId, hashOf } from '../hash.ts';
import type { Judged } from './comparison.ts';

/** Who changed something where GitHub does not say: a milestone there has no history, and the run is often another person's. */
const GITHUB = 'github';

/** An entry is a file, and a file may not grow beyond a size; the edits of a large import are spread over several. */
const MOST_BYTES = 400_000;

function portions(edits: readonly FieldEdit[]): FieldEdit[][] {
  const portions: FieldEdit[][] = [];
  let room = 0;
  for (const edit of edits) {
    // YAML indents, so it is longer than JSON.
    const size = 2 * JSON.stringify(edit).length;
    if (size > room || portions.length === 0) {
      portions.push([]);
      room = MOST_BYTES;
    }
    portions.at(-1)?.push(edit);
    room -= size;
  }
  return portions;
}

const named = (ids: readonly string[]): string => (ids.length > 3 ? `${ids.length} milestones` : ids.join(', '));

function changedText(milestones: readonly string[], edits: readonly FieldEdit[]): string {
  const words = edits.map(({ path: [first, , third] }) =>
    first === 'tasks'
      ? 'tasks'
      : first === 'timeline' && third === undefined
        ? 'dates'
        : String(first).replace('_', ' '),
  );
  return `${named(milestones)}: ${[...new Set(words)].join(', ')} as on GitHub`;
}

interface Told {
  readonly edits: readonly FieldEdit[];
  /** Whole new files. */
  readonly adopted: readonly FieldEdit[];
  readonly conflicts: readonly Judged[];
  /** Who changed it on GitHub, where an event says so. */
  readonly actor: string | null;
  /** Who asked for the synchronisation; null where it was nobody's doing. */
  readonly asker: string | null;
  /** What the policy says of `edits`. */
  readonly approvals: readonly ApprovalDecision[];
  /** URL on GitHub of what changed there. */
  readonly source: string | null;
  readonly taken: ReadonlySet<string>;
  /** Intents of the entries there are: what could not be told to GitHub at once is not journalled by each try. */
  readonly known: ReadonlySet<string>;
}

/** A reason that is longer stands in entries of its own, beside none of the edits. */
const LONG_REASON = 10_000;

/** Text in pieces of which each fits into a file, however many bytes its characters take. */
const pieces = (text: string): string[] => text.match(/[\s\S]{1,100000}/gu) ?? [];

/**
 * What one side lost because the other is preferred, a sentence for each: no text is to be gone for good. `whole` gives all that
 * GitHub had; what the store had is in the edits.
 */
export function overruledBy(conflicts: readonly Judged[], whole = false): string[] {
  return conflicts
    .filter((c) => c.solved !== null && c.kind === 'field')
    .map((c) =>
      c.solved === 'store'
        ? `${c.id}: the store's ${c.field} was kept, GitHub had ${JSON.stringify(whole ? c.lost : c.github)}`
        : `${c.id}: GitHub's ${c.field} was kept, the store had ${JSON.stringify(c.store)}`,
    );
}

/**
 * The journal entries of a synchronisation: one for what it changed in files, one for the files that it adopted. What needs an
 * approval that nobody was asked for is `edited`, as an edit by hand is: in force, and waiting for it.
 */
export function syncEntries(told: Told, origin: Origin): Entry[] {
  const { edits, adopted, conflicts, source, taken, known } = told;
  const ids = new Set(taken);
  const all = overruledBy(conflicts, true).join('\n');
  const beside = edits.length > 0 && all.length <= LONG_REASON;
  const reason = (beside ? all : overruledBy(conflicts).join('\n').slice(0, LONG_REASON)) || null;
  const intentOf = (...parts: unknown[]): string => `sync:${hashOf(parts).slice(0, 16)}`;
  const entryOf = (
    changes: readonly FieldEdit[],
    summary: string,
    why: string | null,
    intent = intentOf(origin.now, changes, why),
  ): Entry => {
    const id = changeId(intent, ids);
    ids.add(id);
    return {
      id,
      kind: 'applied',
      of: null,
      at: origin.now,
      actor: told.actor ?? GITHUB,
      source: source ?? origin.source,
      intent,
      command: 'sync',
      commands: [],
      reason: why,
      summary,
      milestones: [...new Set(changes.map((edit) => idOfFile(edit.file)))],
      changes: [...changes],
      plan: null,
      approvals: [],
    };
  };
  const idsOf = (changes: readonly FieldEdit[]): string[] => [...new Set(changes.map((edit) => idOfFile(edit.file)))];
  const won = conflicts.filter((c) => c.solved === 'store' && c.kind === 'field');
  const milestones = [...new Set(won.flatMap((c) => c.milestone ?? []))];
  const kept = (beside ? [] : pieces(overruledBy(won, true).join('\n'))).flatMap((part, i, { length }): Entry[] => {
    const intent = intentOf(part);
    if (known.has(intent)) return [];
    const summary = `${named(milestones)}: kept as in the store${length > 1 ? ` (${i + 1} of ${length})` : ''}`;
    return [{ ...entryOf([], summary, part, intent), actor: origin.actor, source: origin.source, milestones }];
  });
  const asked = told.approvals.filter(({ outcome }) => outcome === 'required').map(approversText);
  const lacks = asked.length === 0 ? '' : ` (unapproved, needs ${[...new Set(asked)].join('; ')})`;
  const changed = portions(edits).map((part, i): Entry => {
    const text = changedText(idsOf(part), part);
    if (i > 0) return entryOf(part, text, null);
    const entry = { ...entryOf(part, text + lacks, reason), approvals: told.approvals };
    if (asked.length === 0) return entry;
    // Whoever had it brought in may have made it as well, and is not to approve it then.
    const brought = told.actor === null && told.asker !== null ? { broughtBy: told.asker } : {};
    return { ...entry, kind: 'edited', ...brought };
  });
  return [
    ...kept,
    ...changed,
    ...portions(adopted).map((part) => entryOf(part, `${named(idsOf(part))}: adopted from GitHub`, null)),
  ];
}
