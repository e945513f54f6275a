import { calendarOf } from '../../analysis/calendar.ts';
import { formatDay, parseDay } from '../../model/day.ts';
import type { FieldEdit } from '../../model/journal.ts';
import type { Milestone } from '../../model/milestone.ts';
import type { MilestoneStatus } from '../../model/milestone-file.ts';
import type { RemoteMilestone } from '../../model/remote.ts';
import type { State } from '../../model/state.ts';
import { type Raw, statusEdits } from '../status-edits.ts';
import { timelineEdits } from '../timeline.ts';
import type { FieldVerdict } from './comparison.ts';

/** The day on which something was closed, in the project's time zone; `now` where GitHub does not say. */
export function closingDay({ config }: State, closedAt: string | null, now: string): string {
  const zone = config.calendar.timezone;
  return formatDay(parseDay(closedAt ?? now, zone) ?? parseDay(now, zone) ?? 0);
}

/** A due date moves as `--timeline` moves it, the duration with it; where that would refuse, the date alone is what GitHub says. */
function dueEdits(milestone: Milestone, due: string | null, { config }: State): FieldEdit[] {
  const { file, timeline } = milestone;
  const zone = config.calendar.timezone;
  const written = timeline.estimated_end ?? null;
  const path = ['timeline', 'estimated_end'];
  const lands = (text: unknown): boolean => formatDay(parseDay(String(text), zone) ?? 0) === due;
  if (due === null) return [{ file, path, before: written ?? undefined, after: null }];
  if (written !== null && timeline.duration) {
    const calendar = calendarOf(config.calendar);
    const context = { config, calendar, calendarDays: false, all: [] };
    const moved = timelineEdits(milestone, { kind: 'date', date: due }, context);
    if (moved.ok && lands(moved.value[0]?.after)) return moved.value.filter(({ before, after }) => before !== after);
  }
  const timed = written === null ? due : due + written.slice(10);
  // A time of day with an offset may belong to another day here.
  return [{ file, path, before: written ?? undefined, after: lands(timed) ? timed : due }];
}

const MADE: ReadonlySet<string> = new Set(['applied', 'edited', 'resolved', 'undone']);

/** What a closed milestone was before, where the journal knows it: a file without a status was `planning`. */
function statusBefore({ file, status }: Milestone, { journal }: State): MilestoneStatus {
  for (const { kind, changes } of journal.toReversed()) {
    const closed = changes.find((c) => c.file === file && c.path.join('.') === 'status' && c.after === status);
    if (!closed || !MADE.has(kind)) continue;
    const before = closed.before ?? 'planning';
    if (before === 'planning' || before === 'pending') return 'planning';
    return before === 'blocked' ? before : 'in_progress';
  }
  return 'in_progress';
}

/** The edits that bring one field of the milestone's file to what GitHub says; `raw` is the file's data. */
export function fieldEdits(
  { field, value }: FieldVerdict,
  milestone: Milestone,
  remote: RemoteMilestone,
  state: State,
  raw: Raw,
  now: string,
): FieldEdit[] {
  const { file } = milestone;
  switch (field) {
    case 'title':
      return [{ file, path: ['title'], before: raw['title'], after: value }];
    case 'description':
      return [{ file, path: ['description'], before: raw['description'], after: value === '' ? null : value }];
    case 'due':
      return dueEdits(milestone, value, state);
    case 'state':
      return value === 'closed'
        ? statusEdits(milestone, 'completed', raw, closingDay(state, remote.closedAt, now))
        : // When it began is not what GitHub said.
          statusEdits(milestone, statusBefore(milestone, state), raw, '').filter(
            ({ path }) => path[1] !== 'actual_start',
          );
  }
}
