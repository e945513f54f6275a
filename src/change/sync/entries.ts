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
  /** What the policy says of `edits`. */
  readonly approvals: readonly ApprovalDecision[];
  /** URL on GitHub of what changed there. */
  readonly source: string | null;
  readonly taken: ReadonlySet<string>;
  /** Intents of the entries there are: what could not be told to GitHub at once is not journalled by each try. */
  readonly known: ReadonlySet<string>;
}

/** What one side lost because the other is preferred, a sentence for each: no text is to be gone for good. */
export function overruledBy(conflicts: readonly Judged[]): string[] {
  return conflicts
    .filter((c) => c.solved !== null && c.kind === 'field')
    .map((c) =>
      c.solved === 'store'
        ? `${c.id}: the store's ${c.field} was kept, GitHub had ${JSON.stringify(c.github)}`
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
  const reason = overruledBy(conflicts).join('\n').slice(0, 10_000) || null;
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
  const won = conflicts.filter((c) => c.solved === 'store' && c.kind === 'field').flatMap((c) => c.milestone ?? []);
  const settled = intentOf(reason);
  const kept =
    edits.length > 0 || reason === null || known.has(settled)
      ? []
      : [
          {
            ...entryOf([], `${named([...new Set(won)])}: kept as in the store`, reason, settled),
            actor: origin.actor,
            source: origin.source,
            milestones: [...new Set(won)],
          },
        ];
  const asked = told.approvals.filter(({ outcome }) => outcome === 'required').map(approversText);
  const lacks = asked.length === 0 ? '' : ` (unapproved, needs ${[...new Set(asked)].join('; ')})`;
  const changed = portions(edits).map((part, i): Entry => {
    const text = changedText(idsOf(part), part);
    if (i > 0) return entryOf(part, text, null);
    const kind = asked.length > 0 ? 'edited' : 'applied';
    return { ...entryOf(part, text + lacks, reason), kind, approvals: told.approvals };
  });
  return [
    ...kept,
    ...changed,
    ...portions(adopted).map((part) => entryOf(part, `${named(idsOf(part))}: adopted from GitHub`, null)),
  ];
}
