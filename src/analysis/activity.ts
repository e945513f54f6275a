import type { Entry } from '../model/journal.ts';
import type { Status } from '../model/status.ts';

/** As many as `dashboard.activity` may ask for; the journal itself has all of them. */
const LAST = 100;

/** The journal's last entries, newest first. Deliveries are left out: a notification sent is no news about the project. */
export function activityOf(journal: readonly Entry[]): Status['activity'] {
  const news = journal.filter((entry) => entry.kind !== 'delivered');
  return news
    .slice(-LAST)
    .reverse()
    .map((entry) => ({
      at: entry.at,
      id: entry.id,
      kind: entry.kind,
      actor: entry.actor,
      text: entry.summary ?? entry.command ?? entry.kind,
      milestones: [...entry.milestones],
    }));
}
