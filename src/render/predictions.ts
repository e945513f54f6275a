import { calendarOf } from '../analysis/calendar.ts';
import { idOfFile } from '../model/id.ts';
import type { Entry } from '../model/journal.ts';
import type { State } from '../model/state.ts';
import type { Status } from '../model/status.ts';
import { more } from './page.ts';
import { signedDays } from './when.ts';

const LISTED = 10;
/** Kinds whose changes took place, so that there is something to compare. */
const REAL: ReadonlySet<Entry['kind']> = new Set(['applied', 'undone', 'resolved']);

/** What became of an entry's predictions, a sentence each. */
export type Outcomes = (entry: Entry) => string[];

/** True if the entry itself finishes the milestone: that is no prediction. */
function finishes({ changes }: Entry, milestone: string): boolean {
  return changes.some(
    ({ file, path, after }) => idOfFile(file) === milestone && path.join('.') === 'status' && after === 'completed',
  );
}

/**
 * Predicted against actual impact: for each projected finish that an entry said would move, where it went, and the actual
 * end, or the projection as it is now, with the working days between (positive = later than predicted).
 */
export function outcomesOf(state: State, status: Status): Outcomes {
  const calendar = calendarOf(state.config.calendar);
  const rows = new Map(status.milestones.map((row) => [row.id, row]));
  const undone = new Set(status.changes.filter((change) => change.state === 'undone').map((change) => change.id));
  return (entry) => {
    const { id, of, kind } = entry;
    if (!REAL.has(kind) || undone.has(id) || undone.has(of ?? '')) return [];
    const impact = (entry.impact ?? []).filter(({ milestone }) => !finishes(entry, milestone));
    const lines = impact.slice(0, LISTED).map(({ milestone, before, after }) => {
      const row = rows.get(milestone);
      const predicted = `${milestone} predicted ${before ?? 'no date'} → ${after ?? 'no date'}`;
      const finish = row?.actual_end ?? row?.projected_finish ?? null;
      if (finish === null) return `${predicted}; now: no data`;
      const [from, to] = [calendar.dayOf(after), calendar.dayOf(finish)];
      const off = from === null || to === null ? null : calendar.workingDaysBetween(from, to);
      const by = off === null ? '' : off === 0 ? ', as predicted' : `, ${signedDays(off)}`;
      return `${predicted}; ${row?.actual_end ? 'finished' : 'now projected'} ${finish}${by}`;
    });
    const missing = more(impact.length - lines.length, 'predictions').trim();
    return missing === '' ? lines : [...lines, missing];
  };
}
