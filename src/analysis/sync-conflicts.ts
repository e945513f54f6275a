import type { State } from '../model/state.ts';
import type { ActionItem, Status } from '../model/status.ts';
import type { SyncConflict } from '../model/sync-base.ts';
import { listed } from './wording.ts';

type Conflict = NonNullable<Status['conflicts']>[number];

const quoted = (value: string | null): string => (value === null || value === '' ? 'nothing' : `"${value}"`);

/** A conflict as a sentence, with what ends it. */
export function conflictText({ kind, milestone, issue, field, store, github, base }: SyncConflict): string {
  switch (kind) {
    case 'field': {
      const whose = issue === null ? `${milestone}` : `issue #${issue} in ${milestone}`;
      const was = base === null ? '' : `; it was ${quoted(base)}`;
      const name = field === 'due' ? 'due date' : field;
      return `${whose}: the ${name} is ${quoted(store)} in the store and ${quoted(github)} on GitHub${was}`;
    }
    case 'title-taken':
      return `${milestone} cannot be called ${quoted(store)} on GitHub: another milestone there has that title. Give one of them another title`;
    case 'duplicate-title':
      return `${milestone} cannot be created on GitHub: another milestone there has the title ${quoted(store)}. Give one of them another title`;
    case 'duplicate-link':
      return `${milestone} is linked to the GitHub milestone #${github}, which another file is linked to. Remove github.milestone from one of them`;
    case 'deleted-on-github':
      return `${milestone} was deleted on GitHub (#${github}). Cancel or archive it here, or synchronise with the store preferred to create it again`;
  }
}

/** What may be done; a title that another milestone has cannot be solved by saying who is right. */
function optionsOf({ kind, store, github }: SyncConflict): Conflict['options'] {
  if (kind === 'field') {
    return [
      { command: 'sync --prefer=store', value: store },
      { command: 'sync --prefer=github', value: github },
    ];
  }
  return kind === 'deleted-on-github' ? [{ command: 'sync --prefer=store', value: store }] : [];
}

/** The schedule hangs on whether and when; a title or a text does not change what is done next. */
function severityOf({ kind, field }: SyncConflict): Conflict['severity'] {
  if (kind === 'deleted-on-github' || field === 'due' || field === 'state') return 'high';
  return kind === 'field' ? 'low' : 'medium';
}

/** What the last synchronisation with GitHub left for people to decide; null if there never was one. */
export function syncConflictsOf({ syncBase }: State): Status['conflicts'] {
  if (syncBase.milestones.size + syncBase.conflicts.length === 0) return null;
  return syncBase.conflicts.map((conflict) => ({
    id: conflict.id,
    type: `sync-${conflict.kind}`,
    severity: severityOf(conflict),
    milestones: conflict.milestone === null ? [] : [conflict.milestone],
    evidence: conflictText(conflict),
    options: optionsOf(conflict),
    auto_resolved: false,
    resolution: null,
  }));
}

/** One thing to do for each milestone that the two sides disagree about. */
export function conflictActions(conflicts: Status['conflicts']): ActionItem[] {
  const byMilestone = new Map<string | null, Conflict[]>();
  for (const conflict of conflicts ?? []) {
    const id = conflict.milestones[0] ?? null;
    byMilestone.set(id, [...(byMilestone.get(id) ?? []), conflict]);
  }
  return [...byMilestone].map(([milestone, found]) => {
    const ids = found.map(({ id }) => id);
    return {
      priority: found.some(({ severity }) => severity === 'high') ? 'high' : 'medium',
      text: `Resolve the ${ids.length === 1 ? 'conflict' : 'conflicts'} ${listed(ids)} with GitHub`,
      cause: ids.length === 1 ? (found[0]?.evidence ?? '') : `The store and GitHub differ in ${ids.length} places`,
      milestone,
    };
  });
}
