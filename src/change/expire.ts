import { parseDay } from '../model/day.ts';
import type { Origin } from '../model/intent.ts';
import type { Entry } from '../model/journal.ts';
import type { State } from '../model/state.ts';
import { changesOf } from '../store/journal.ts';
import { changeId } from './hash.ts';

/** Journal entries for the change requests whose time has run out: one `expired` each, so that the journal says why they ended. */
export function expiredEntries(state: State, origin: Origin): Entry[] {
  const today = parseDay(origin.now, state.config.calendar.timezone) ?? 0;
  const taken = new Set(state.journal.map((entry) => entry.id));
  return changesOf(state.journal).flatMap((change) => {
    const ends = change.waiting_for.flatMap((rule) => rule.expires ?? []).toSorted()[0];
    if (change.state !== 'pending' || ends === undefined || (parseDay(ends, 'UTC') ?? today) >= today) return [];
    const intent = `expired:${change.id}`;
    const entry: Entry = {
      id: changeId(intent, taken),
      kind: 'expired',
      of: change.id,
      at: origin.now,
      actor: origin.actor,
      source: origin.source,
      intent,
      command: null,
      commands: [],
      reason: null,
      summary: `${change.milestones.join(', ')}: ${change.id} expired unanswered on ${ends}`,
      milestones: change.milestones,
      changes: [],
      plan: null,
      approvals: [],
    };
    taken.add(entry.id);
    return [entry];
  });
}
