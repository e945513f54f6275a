import type { Entry } from '../model/journal.ts';
import type { Plan } from '../model/plan.ts';
import type { Status } from '../model/status.ts';

/** The journal without the approvals that do not hold: their comments are gone, edited or somebody else's. */
export function heardOf(journal: readonly Entry[], invalid: ReadonlyMap<string, string>): Entry[] {
  return journal.flatMap((entry) => {
    if (!invalid.has(entry.id)) return [entry];
    // A change made by hand is there all the same; only its reviews do not count.
    const approvals = entry.approvals.filter(({ outcome }) => outcome !== 'given');
    return entry.kind === 'edited' ? [{ ...entry, approvals }] : [];
  });
}

/** How a change stands by the approvals that hold, and whose do not; null where all of them do. `changes` are of what is heard. */
export function standingOf(
  about: string,
  changes: Status['changes'],
  journal: readonly Entry[],
  invalid: ReadonlyMap<string, string>,
): NonNullable<Plan['heard']> | null {
  const change = changes.find(({ id }) => id === about);
  const dismissed = journal.flatMap(({ id, of, actor, approvals }) => {
    const why = id === about || of === about ? invalid.get(id) : undefined;
    if (why === undefined) return [];
    const by = approvals.flatMap((each) => (each.outcome === 'given' ? [each.by ?? actor] : []));
    // Who approved once more since is approved by.
    const lost = [...new Set(by.length > 0 ? by : [actor])].filter((login) => !change?.approved_by.includes(login));
    return lost.map((login) => ({ by: login, why }));
  });
  return change && dismissed.length > 0 ? { change, dismissed } : null;
}
