import type { Day } from '../model/day.ts';
import type { Entry, FieldEdit } from '../model/journal.ts';
import type { Milestone } from '../model/milestone.ts';
import type { Calendar } from './calendar.ts';

/** Entries whose changes really happened; a request's did not (yet). */
const EFFECTIVE: ReadonlySet<Entry['kind']> = new Set(['applied', 'edited', 'undone', 'resolved']);
const MILESTONE_FILE = /^(?:(?:active|completed)\/([^/]+)\.ya?ml|archive\/([^/]+)\/milestone\.ya?ml)$/;

function child(value: unknown, key: string | number | undefined): unknown {
  if (typeof value !== 'object' || value === null || key === undefined) return undefined;
  return (value as Record<string | number, unknown>)[key];
}

/** `timeline.estimated_end` as a change had it before or after; the change may be of that key, its timeline or the whole file. */
function estimatedEnd({ path }: FieldEdit, value: unknown): string | null {
  const way = ['timeline', 'estimated_end'];
  if (path.length > way.length || path.some((key, i) => key !== way[i])) return null;
  const found = way.slice(path.length).reduce<unknown>(child, value);
  return typeof found === 'string' ? found : null;
}

/**
 * The first due date that the journal knows of each milestone, as written, by id: what the first change of it replaced, or
 * set where there was none. The journal is given oldest first. Due dates found in git history belong into the same map.
 */
export function firstDues(journal: readonly Entry[]): Map<string, string> {
  const dues = new Map<string, string>();
  for (const { kind, changes } of journal) {
    if (!EFFECTIVE.has(kind)) continue;
    for (const change of changes) {
      const match = MILESTONE_FILE.exec(change.file);
      const id = match?.[1] ?? match?.[2];
      if (id === undefined || dues.has(id)) continue;
      const due = estimatedEnd(change, change.before) ?? estimatedEnd(change, change.after);
      if (due !== null) dues.set(id, due);
    }
  }
  return dues;
}

/** The baseline of a milestone: `baseline_end` where it is set (by hand or by a rebaseline), else its first due date. */
export function baselineOf(milestone: Milestone, firstDue: string | undefined, calendar: Calendar): Day | null {
  const { baseline_end, estimated_end } = milestone.timeline;
  return calendar.dayOf(baseline_end) ?? calendar.dayOf(firstDue) ?? calendar.dayOf(estimated_end);
}
