import { type ApprovalDecision, approversText } from '../model/approval.ts';
import { idOfFile } from '../model/id.ts';
import type { FieldEdit } from '../model/journal.ts';
import type { Impact } from '../model/plan.ts';
import { counted, list } from './figures.ts';
import { rowOf, type Sides } from './sides.ts';

/** What an edit of each top key is called, in the order in which the steps name them. */
const STEPS: readonly (readonly [key: string, step: string])[] = [
  ['title', 'Rename'],
  ['description', 'Update the scope of'],
  ['status', 'Set the status of'],
  ['timeline', 'Update the dates and hours of'],
  ['dependencies', 'Update the dependencies of'],
  ['resources', 'Adjust the resource allocation of'],
  ['priority', 'Set the priority of'],
  ['owner', 'Hand over'],
  ['progress', 'Record the progress of'],
  ['risks', 'Add the risk to'],
];

function value(edit: FieldEdit): string {
  return typeof edit.after === 'string' || typeof edit.after === 'number'
    ? ` to ${String(edit.after).slice(0, 60)}`
    : '';
}

/** What applying a change comes to, step by step, from the edits it makes and what follows from them. */
export function implementationOf(
  { edits, after }: Sides,
  impact: Impact,
  approvals: readonly ApprovalDecision[],
): string[] {
  const needed = approvals.filter((a) => a.outcome === 'required');
  const fields = STEPS.flatMap(([key, step]) => {
    const own = edits.filter((edit) => edit.path[0] === key);
    const ids = [...new Set(own.map((edit) => idOfFile(edit.file)))];
    const same = new Set(own.map((edit) => JSON.stringify(edit.after))).size === 1 && own[0]?.path.length === 1;
    return ids.length === 0 ? [] : [`${step} ${list(ids)}${same && own[0] ? value(own[0]) : ''}`];
  });
  // The day of completion comes with the status.
  const named = new Set(['completed_at', ...STEPS.map(([key]) => key)]);
  const other = edits.filter((edit) => !named.has(String(edit.path[0])));
  if (other.length > 0)
    fields.push(
      `Update ${counted(other.length, 'other field')} of ${list([...new Set(other.map((edit) => idOfFile(edit.file)))])}`,
    );
  const moved = impact.milestones.filter((m) => m.finishDays !== undefined && m.finishDays !== 0);
  const owners = new Map<string, string[]>();
  for (const m of moved.filter(({ edited }) => !edited)) {
    const who = rowOf(after, m.id)?.owner;
    if (who) owners.set(who, [...(owners.get(who) ?? []), m.id]);
  }
  const paths = JSON.stringify(impact.criticalPaths.before) !== JSON.stringify(impact.criticalPaths.after);
  return [
    ...needed.map((a) => `Obtain the approval of ${approversText(a)} (${a.rule})`),
    ...fields,
    `Recalculate the schedule: ${moved.length === 0 ? 'no projected finish moves' : `${counted(moved.length, 'projected finish moves', 'projected finishes move')}`}${paths ? ', the critical path changes' : ''}`,
    ...(owners.size > 0
      ? [`Tell those whose milestones move: ${list([...owners].map(([who, ids]) => `${who} (${list(ids)})`))}`]
      : []),
    'Record the change, its reason and its approvals in the journal',
  ];
}
