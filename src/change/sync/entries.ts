import { idOfFile } from '../../model/id.ts';
import type { Origin } from '../../model/intent.ts';
import type { Entry, FieldEdit } from '../../model/journal.ts';
import { changeId, hashOf } from '../hash.ts';
import type { Judged } from './comparison.ts';

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
  /** URL on GitHub where only one thing there is concerned. */
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

/** The journal entries of a synchronisation: one for what it changed in files, one for the files that it adopted. */
export function syncEntries({ edits, adopted, conflicts, source, taken, known }: Told, origin: Origin): Entry[] {
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
      actor: origin.actor,
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
  const told = intentOf(reason);
  const kept =
    edits.length > 0 || reason === null || known.has(told)
      ? []
      : [
          {
            ...entryOf([], `${named([...new Set(won)])}: kept as in the store`, reason, told),
            milestones: [...new Set(won)],
          },
        ];
  return [
    ...kept,
    ...portions(edits).map((part, i) => entryOf(part, changedText(idsOf(part), part), i === 0 ? reason : null)),
    ...portions(adopted).map((part) => entryOf(part, `${named(idsOf(part))}: adopted from GitHub`, null)),
  ];
}
