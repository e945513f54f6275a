import type { Entry, FieldEdit } from '../../model/journal.ts';
import type { Write } from '../../model/plan.ts';
import type { Operation } from '../../model/remote.ts';
import type { State } from '../../model/state.ts';
import type { SyncConflict } from '../../model/sync-base.ts';
import type { Judged } from './comparison.ts';

/** A part of GitHub: numbers of milestones and of issues. Everything else is left alone. */
export interface Scope {
  readonly milestones: readonly number[];
  readonly issues: readonly number[];
}

/** Everything one synchronisation will do, as data. */
export interface SyncPlan {
  /** Milestone files, edited and adopted; the files of the journal entries are not among them. */
  readonly writes: readonly Write[];
  /** What GitHub changed in files that were there before. */
  readonly edits: readonly FieldEdit[];
  /** Ids of milestones that GitHub had and the store had not. */
  readonly adopted: readonly string[];
  readonly entries: readonly Entry[];
  /** What GitHub has to be told, one by one in this order; one that fails is planned again by the next run. */
  readonly operations: readonly Operation[];
  /** Both the solved and the open ones (`solved: null`), each with a sentence for people. */
  readonly conflicts: readonly (Judged & { readonly text: string })[];
  /** Sentences about what was left alone. */
  readonly notices: readonly string[];
  /** The store after the writes. */
  readonly state: State;
}

const quoted = (value: string | null): string => (value === null || value === '' ? 'nothing' : `"${value}"`);

/** A conflict as a sentence, with what ends it. */
export function conflictText({ kind, milestone, issue, field, store, github, base }: SyncConflict): string {
  switch (kind) {
    case 'field': {
      const whose = issue === null ? `${milestone}` : `issue #${issue} in ${milestone}`;
      const was = base === null ? '' : `; it was ${quoted(base)}`;
      return `${whose}: the ${field} is ${quoted(store)} in the store and ${quoted(github)} on GitHub${was}`;
    }
    case 'title-taken':
      return `${milestone} cannot be called ${quoted(store)} on GitHub: another milestone there has that title`;
    case 'duplicate-title':
      return `${milestone} cannot be created on GitHub: another milestone there has the title ${quoted(store)}. Give one of them another title`;
    case 'duplicate-link':
      return `${milestone} is linked to the GitHub milestone #${github}, which another file is linked to. Remove github.milestone from one of them`;
    case 'deleted-on-github':
      return `${milestone} was deleted on GitHub (#${github}). Cancel or archive it here, or synchronise with the store preferred to create it again`;
  }
}

/** The conflicts that the last synchronisation left open, as `state/github.yaml` keeps them. */
export function syncConflictsOf(state: State): (SyncConflict & { readonly text: string })[] {
  return state.syncBase.conflicts.map((conflict) => ({ ...conflict, text: conflictText(conflict) }));
}
