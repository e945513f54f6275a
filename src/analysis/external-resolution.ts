import type { Day } from '../model/day.ts';
import type { Project } from './facts.ts';
import { isOpen, openExternals } from './facts.ts';
import type { MilestoneChange } from './journal-changes.ts';
import { valueUnder } from './journal-changes.ts';
import type { Measure } from './measure.ts';
import { average } from './measure.ts';

const WAY = ['dependencies', 'external'];

/** Names in a list of external dependencies, given as texts or as mappings with a name. */
function namesIn(list: unknown): string[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown) => {
    if (typeof item === 'string') return [item];
    const name = typeof item === 'object' && item !== null ? (item as { name?: unknown }).name : undefined;
    return typeof name === 'string' ? [name] : [];
  });
}

/** When the journal first tells of each external dependency, by milestone and name. One written with its milestone was never added. */
function firstTold(changes: readonly MilestoneChange[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { id, at, edit } of changes) {
    const [first, second, position] = edit.path;
    const single = edit.path.length === 3 && first === WAY[0] && second === WAY[1] && typeof position === 'number';
    const lists = single ? { before: [edit.before], after: [edit.after] } : valueUnder(edit, WAY);
    if (!lists) continue;
    const before = new Set(namesIn(lists.before));
    for (const name of namesIn(lists.after)) {
      const key = `${id}\n${name}`;
      if (!before.has(name) && !found.has(key)) found.set(key, at);
    }
  }
  return found;
}

export interface ExternalFigures {
  /** Of open milestones, neither done nor resolved. */
  readonly active: number;
  /** With a `resolved_at` in the last seven days, today included. */
  readonly resolvedThisWeek: number;
  /** Working days from the day the journal first tells of a dependency to its `resolved_at`. */
  readonly resolution: Measure;
}

export function externalsOf({ facts, calendar, today }: Project, changes: readonly MilestoneChange[]): ExternalFigures {
  const told = firstTold(changes);
  const spans: number[] = [];
  let resolved = 0;
  let thisWeek = 0;
  for (const { milestone } of facts) {
    for (const external of milestone.external) {
      const end: Day | null = calendar.dayOf(external.resolvedAt);
      if (end === null || end > today) continue;
      resolved++;
      if (end > today - 7) thisWeek++;
      const start = calendar.dayOf(told.get(`${milestone.id}\n${external.name}`));
      if (start !== null && start <= end) spans.push(calendar.workingDaysBetween(start, end));
    }
  }
  const reason =
    resolved === 0
      ? 'no external dependency has a resolved_at'
      : `of none of the ${resolved} resolved dependencies does the journal tell when it came up`;
  return {
    active: facts.filter(isOpen).reduce((sum, f) => sum + openExternals(f).length, 0),
    resolvedThisWeek: thisWeek,
    resolution: average(spans, reason),
  };
}
