import { milestoneOfFile } from '../analysis/journal-changes.ts';
import { idKey } from '../model/id.ts';
import type { FieldEdit } from '../model/journal.ts';
import type { Milestone } from '../model/milestone.ts';
import type { State } from '../model/state.ts';
import { editsOf, hasFields } from './edited.ts';

/** What edits between two stores come to, milestone by milestone. */
export interface Comparison {
  readonly edits: readonly FieldEdit[];
  /** True if a version of an edited milestone cannot be read: nobody can tell what it says. */
  readonly unreadable: boolean;
}

const keyOf = (file: string): string | null => {
  const id = milestoneOfFile(file);
  return id === undefined ? null : idKey(id);
};

/** The fields that differ in a milestone's file, wherever it lay before; with them what the folder alone makes of its status. */
export function editsAcross(before: State, after: State, from: string, file: string): FieldEdit[] {
  const edits = editsOf(file, before.files.get(from), after.files.get(file));
  const [was, is] = [before, after].map((state, i) => state.milestones.find((m) => m.file === [from, file][i])?.status);
  if (was === undefined || is === undefined || was === is || edits.some(({ path }) => path[0] === 'status'))
    return edits;
  return [...edits, { file, path: ['status'], before: was, after: is }];
}

/** As the store reads it, a milestone that is not there any more is as good as cancelled. */
function standingEdits(file: string, was: Milestone | undefined, is: Milestone | undefined): FieldEdit[] {
  const edit = (key: string, before: unknown, after: unknown): FieldEdit => ({ file, path: [key], before, after });
  if (was && !is) return [edit('status', was.status, 'cancelled')];
  return is && !was ? [edit('status', undefined, is.status), edit('priority', undefined, is.priority)] : [];
}

/**
 * Edits as the policy is asked about them. A milestone whose file is new or gone is compared by its id, so that a file that
 * moves or is renamed hides nothing. What a milestone says of its status and priority is taken as the store reads it.
 */
export function comparisonOf(before: State, after: State, edits: readonly FieldEdit[]): Comparison {
  const whole = edits.filter(({ path }) => path.length === 0);
  const keys = new Set(whole.flatMap(({ file }) => keyOf(file) ?? []));
  const own = (state: State, key: string): { file: string | undefined; milestone: Milestone | undefined } => {
    const milestone = state.milestones.find((m) => idKey(m.id) === key);
    return { milestone, file: milestone?.file ?? [...state.files.keys()].find((file) => keyOf(file) === key) };
  };
  let unreadable = false;
  const paired = [...keys].flatMap((key): FieldEdit[] => {
    const [was, is] = [own(before, key), own(after, key)];
    const texts = [before.files.get(was.file ?? ''), after.files.get(is.file ?? '')];
    if (texts.some((text) => text !== undefined && !hasFields(text))) unreadable = true;
    if (was.file !== undefined && is.file !== undefined) return editsAcross(before, after, was.file, is.file);
    const file = is.file ?? was.file ?? '';
    return [...editsOf(file, texts[0], texts[1]), ...standingEdits(file, was.milestone, is.milestone)];
  });
  const rest = edits.filter(({ path, file }) => path.length > 0 || keyOf(file) === null);
  // What moves may be edited field by field as well: then it stands among the pairs already.
  const others = rest.filter(({ file }) => !keys.has(keyOf(file) ?? ''));
  return { edits: [...paired, ...others].map((edit) => asRead(edit, after)), unreadable };
}

/** `pending` is another word for `planning`, and what is left out is the default. */
function asRead(edit: FieldEdit, { milestones }: State): FieldEdit {
  const [key] = edit.path;
  const milestone = milestones.find(({ file }) => file === edit.file);
  return milestone && (key === 'status' || key === 'priority') ? { ...edit, after: milestone[key] } : edit;
}
