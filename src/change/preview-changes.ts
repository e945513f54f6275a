import { idOfFile } from '../model/id.ts';
import type { FieldEdit } from '../model/journal.ts';
import type { Milestone } from '../model/milestone.ts';
import { editsAcross } from './paired-edits.ts';
import type { Proposal } from './proposal.ts';

/** What a pull request does to one file of the store. */
export interface FileChange {
  /** Path in the store: where the file is afterwards, or was if it is gone. */
  readonly file: string;
  /** The milestone's id; null for other files. */
  readonly milestone: string | null;
  /** Empty for what is no milestone, or has no readable title. */
  readonly title: string;
  /** `mended`: it could not be read before. */
  readonly kind: 'added' | 'removed' | 'unreadable' | 'mended' | 'edited';
  /** Where the file was, if it has moved. */
  readonly from: string | null;
  /** For `edited` only. */
  readonly edits: readonly FieldEdit[];
}

const whole = ({ path }: FieldEdit): boolean => path.length === 0;
const isMilestone = (file: string): boolean => /^(active|completed|archive)\//.test(file);

/** The edits of a proposal by file, milestones first; a milestone that moves between folders is one change. */
export function fileChanges(proposal: Proposal): FileChange[] {
  const { before, after, edits } = proposal;
  const was = new Map(before.state.milestones.map((m) => [m.id, m]));
  const is = new Map(after.state.milestones.map((m) => [m.id, m]));
  const at = (milestones: readonly Milestone[], file: string): Milestone | undefined =>
    milestones.find((m) => m.file === file);
  const files = [...new Set(edits.map((edit) => edit.file))];
  const changes = files.flatMap((file): FileChange[] => {
    const [old, now] = [at(before.state.milestones, file), at(after.state.milestones, file)];
    const id = now?.id ?? old?.id ?? (isMilestone(file) ? idOfFile(file) : null);
    const title = now?.title ?? old?.title ?? '';
    const own = edits.filter((edit) => edit.file === file);
    const base = { file, milestone: id, title, from: null, edits: own };
    const moved = id === null ? undefined : [was.get(id)?.file, is.get(id)?.file];
    if (moved?.[0] !== undefined && moved[1] !== undefined && moved[0] !== moved[1]) {
      if (file !== moved[1]) return [];
      return [
        { ...base, kind: 'edited', from: moved[0], edits: editsAcross(before.state, after.state, moved[0], file) },
      ];
    }
    const all = own.find(whole);
    if (!all) return [{ ...base, kind: 'edited' }];
    const gone = after.state.files.has(file) ? 'unreadable' : 'removed';
    const come = before.state.files.has(file) ? 'mended' : 'added';
    return [{ ...base, kind: all.after === undefined ? gone : come, edits: [] }];
  });
  return [...changes.filter((c) => c.milestone !== null), ...changes.filter((c) => c.milestone === null)];
}
