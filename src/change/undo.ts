import type { Intent } from '../model/intent.ts';
import type { Entry, FieldEdit } from '../model/journal.ts';
import { nearest } from '../model/nearest.ts';
import type { State } from '../model/state.ts';
import { valueAt } from '../model/value-at.ts';
import { changed } from '../store/edit/data.ts';
import { changesOf } from '../store/journal.ts';
import { parse } from '../store/yaml/parse.ts';
import { sameValue } from './hash.ts';
import { done, type Outcome, refused } from './refusal.ts';
import type { Step } from './step.ts';

const overlaps = (a: FieldEdit, b: FieldEdit): boolean =>
  a.file === b.file && a.path.slice(0, b.path.length).every((key, i) => key === b.path[i]);

/** The refusal for a change id that the journal does not have. */
export function unknownChange(state: State, id: string): Outcome<never> {
  const ids = changesOf(state.journal).map((change) => change.id);
  const close = nearest(id, ids, 2);
  return refused('unknown-change', `There is no change ${id}`, {
    hint: close ? `Did you mean ${close}?` : 'See `log` for the changes and their ids.',
  });
}

function why(entry: Entry | undefined, state: string, id: string): Outcome<never> {
  if (entry?.kind === 'edited' && entry.command === null) {
    return refused('not-undoable', `${id} was made by hand, in ${entry.source ?? 'a commit'}`, {
      hint: 'Revert that commit.',
    });
  }
  const hints: Readonly<Record<string, string>> = {
    pending: 'It was never applied; reject it instead.',
    rejected: 'It was never applied; there is nothing to undo.',
    expired: 'It was never applied; there is nothing to undo.',
    undone: 'It has been undone already.',
  };
  return refused('not-undoable', `${id} is ${state}`, { hint: hints[state] ?? 'See `log`.' });
}

/** True for what a synchronisation took over from GitHub though the policy asks for an approval. */
const isFollowed = ({ kind, command }: Entry): boolean => kind === 'edited' && command === 'sync';

/** The step that takes an applied change back, field by field; refused where a later change stands on it. */
export function undoStep(state: State, intent: Intent): Outcome<Step> {
  const asked = intent.args[0] ?? '';
  const change = changesOf(state.journal).find((c) => c.id.toLowerCase() === asked.toLowerCase());
  const named = state.journal.find((entry) => entry.id.toLowerCase() === asked.toLowerCase());
  if (!change && !named) return unknownChange(state, asked);
  const id = change?.id ?? named?.id ?? asked;
  const applied = state.journal.find(
    (e) => (e.kind === 'applied' || e.kind === 'resolved' || isFollowed(e)) && (e.id === id || e.of === id),
  );
  // An undo that had to be approved is known by its request.
  const undoing = state.journal.find((e) => e.kind === 'undone' && (e.id === id || e.request === id));
  if (undoing) {
    const first = state.journal.find((e) => e.id === undoing.of)?.command ?? 'see log';
    return refused('not-undoable', `${id} itself undid a change`, { hint: `Give the first command again: ${first}.` });
  }
  if ((change?.state !== 'applied' && change?.state !== 'unapproved') || !applied)
    return why(named, change?.state ?? named?.kind ?? 'unknown', id);
  const edits: FieldEdit[] = [];
  const files = new Map(applied.changes.map(({ file }) => [file, parse(state.files.get(file) ?? '')]));
  const unwound = new Map([...files].map(([file, parsed]) => [file, parsed.ok ? parsed.value : undefined]));
  for (const recorded of applied.changes.toReversed()) {
    // Later edits of the same change may have moved what this one wrote.
    const data = unwound.get(recorded.file);
    if (!sameValue(valueAt(data, recorded.path) ?? null, recorded.after ?? null)) {
      const later = state.journal.slice(state.journal.indexOf(applied) + 1);
      const culprit = later.find((e) => e.changes.some((c) => overlaps(c, recorded) || overlaps(recorded, c)));
      const what = `${recorded.file} ${recorded.path.join('.')}`;
      return refused('stands-in-the-way', `${what} has changed since ${id}${culprit ? `, by ${culprit.id}` : ''}`, {
        hint:
          culprit?.kind === 'applied'
            ? `Undo ${culprit.of ?? culprit.id} first.`
            : 'Change the field to what it should be instead.',
      });
    }
    const { file, path, before, after, restore } = recorded;
    unwound.set(file, changed(data, path, before)?.value);
    edits.push({ file, path, before: after, after: before, ...(restore ? { restore } : {}) });
  }
  return done({ intent, kind: 'undone', of: id, edits, milestones: applied.milestones, granted: false });
}
