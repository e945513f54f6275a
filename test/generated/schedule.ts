import { parse } from 'yaml';
import { workingDay } from './project.ts';

/** Another way to the same figures: day by day over the files, without graph, index or any of the sources. */

interface Stored {
  readonly status: string;
  readonly timeline: Readonly<Record<string, string | number>>;
  readonly dependencies?: { readonly requires?: readonly string[] };
  readonly tasks: readonly { readonly status: string }[];
  readonly resources: readonly { readonly role?: string; readonly who?: string; readonly fte?: number }[];
}

export function storedIn(files: Readonly<Record<string, string>>): Map<string, Stored> {
  const found = Object.entries(files).flatMap(([path, text]): [string, Stored][] => {
    const [, id] = /\/(?:active|completed)\/(\w+)\.yaml$/.exec(path) ?? [];
    return id === undefined ? [] : [[id, parse(text) as Stored]];
  });
  return new Map(found);
}

/** Working days that are left of a milestone: its duration less the share of its tasks (all of equal weight) that is done. */
export function daysLeft({ status, timeline, tasks }: Stored): number {
  if (status === 'completed') return 0;
  const done = tasks.filter((task) => task.status === 'completed').length / tasks.length;
  return Math.ceil(Number(String(timeline['duration']).replace('d', '')) * (1 - done) - 1e-9);
}

/** The projected finish of every milestone, by id: what is left begins today, after what it waits for, and not before its start. */
export function projectedFinishes(files: Readonly<Record<string, string>>, today: string): Record<string, string> {
  const all = storedIn(files);
  const finishes: Record<string, string> = {};
  const finishOf = (id: string): string => {
    const known = finishes[id];
    const stored = all.get(id);
    if (known !== undefined || stored === undefined) return known ?? '';
    const { status, timeline, dependencies } = stored;
    if (status === 'completed') {
      finishes[id] = String(timeline['actual_end']);
    } else {
      const after = (dependencies?.requires ?? []).map((other) => workingDay(finishOf(other), 2));
      const bounds = status === 'in_progress' ? [today] : [today, String(timeline['estimated_start']), ...after];
      finishes[id] = workingDay(bounds.toSorted().at(-1) ?? today, daysLeft(stored));
    }
    return finishes[id] ?? '';
  };
  for (const id of all.keys()) finishOf(id);
  return finishes;
}
