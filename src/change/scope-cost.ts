import type { Calendar } from '../analysis/calendar.ts';
import { milestoneOfFile, valueUnder } from '../analysis/journal-changes.ts';
import type { Entry, FieldEdit } from '../model/journal.ts';
import { signed, signedDays } from './figures.ts';

/** What scope changes of the past came with: signed hours and working days of the due date, each where it was changed. */
interface ScopeHistory {
  readonly hours: readonly number[];
  readonly days: readonly number[];
}

const REAL: ReadonlySet<Entry['kind']> = new Set(['applied', 'edited', 'resolved']);
const DUE = ['timeline', 'estimated_end'] as const;
const HOURS = ['timeline', 'estimated_hours'] as const;
const SCOPE = ['description'] as const;

/** Working days between two dates of the project's time zone; null where one is no date. */
function workingDays(calendar: Calendar, before: string, after: string): number | null {
  const [from, to] = [calendar.dayOf(before), calendar.dayOf(after)];
  return from === null || to === null ? null : calendar.workingDaysBetween(from, to);
}

/** One milestone's scope change in an entry, if its hours or its due date changed with it. */
function together(
  edits: readonly FieldEdit[],
  calendar: Calendar,
): { hours: number | null; days: number | null } | null {
  const sides = (way: readonly string[]): { before: unknown; after: unknown } | null =>
    edits.map((edit) => valueUnder(edit, way)).find((value) => value !== null && value.before !== value.after) ?? null;
  const [scope, hours, due] = [sides(SCOPE), sides(HOURS), sides(DUE)];
  // A description where there was none, or a whole new file, is no change of scope.
  if (typeof scope?.before !== 'string' || typeof scope.after !== 'string') return null;
  const moved =
    typeof due?.before === 'string' && typeof due.after === 'string'
      ? workingDays(calendar, due.before, due.after)
      : null;
  const more = typeof hours?.before === 'number' && typeof hours.after === 'number' ? hours.after - hours.before : null;
  return moved === null && more === null ? null : { hours: more, days: moved };
}

function historyOf(journal: readonly Entry[], calendar: Calendar): ScopeHistory {
  const undone = new Set(journal.flatMap((entry) => (entry.kind === 'undone' && entry.of !== null ? [entry.of] : [])));
  const found = journal
    .filter((entry) => REAL.has(entry.kind) && !undone.has(entry.id) && !undone.has(entry.of ?? ''))
    .flatMap(({ changes }) => {
      const files = new Set(changes.map((edit) => edit.file).filter((file) => milestoneOfFile(file) !== undefined));
      return [...files].flatMap(
        (file) =>
          together(
            changes.filter((edit) => edit.file === file),
            calendar,
          ) ?? [],
      );
    });
  return {
    hours: found.flatMap((each) => each.hours ?? []),
    days: found.flatMap((each) => each.days ?? []),
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/**
 * What a new scope may cost, where the command says nothing of hours or dates: the median of what scope changes in the
 * journal came with, and how many there were.
 */
export function scopeEstimate(journal: readonly Entry[], calendar: Calendar): string {
  const { hours, days: shifts } = historyOf(journal, calendar);
  const parts = [
    hours.length > 0 ? `${signed(median(hours))} hours (median of ${hours.length})` : '',
    shifts.length > 0 ? `${signedDays(median(shifts))} (median of ${shifts.length})` : '',
  ].filter((part) => part !== '');
  return parts.length === 0
    ? 'no data on what scope changes cost: no earlier one came with new hours or a new date'
    : `earlier scope changes came with ${parts.join(' and ')}; none of it is counted here`;
}
