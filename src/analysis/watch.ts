import type { Day } from '../model/day.ts';
import { formatDay } from '../model/day.ts';
import type { Session } from '../model/session.ts';
import type { Forecast } from '../model/status-metrics.ts';
import type { Facts, Project } from './facts.ts';
import { isOpen } from './facts.ts';
import { forecastOf } from './forecast.ts';
import type { Load } from './resources.ts';
import { isOver, loadsOf } from './resources.ts';
import { listed, percent } from './wording.ts';

/** Somebody of whom more is asked than there is, as one of the milestones that need them sees it. */
export interface Overload {
  readonly load: Load;
  /** True where its own share does not fit any more once those with less float have theirs: this one has to give way. */
  readonly squeezed: boolean;
}

/** The project with what only shows across milestones, or outside their files. */
export interface Watched extends Project {
  readonly loads: readonly Load[];
  /** By the id of each open milestone whose people, roles or owner are overloaded while its work remains; by name, then day. */
  readonly overloads: ReadonlyMap<string, readonly Overload[]>;
  /** The last day on which anything was recorded of a milestone in progress, by id; nothing where nothing ever was. */
  readonly heardOf: ReadonlyMap<string, Day>;
  /** Made when it is first asked for, and once. */
  readonly forecast: () => Forecast;
  /** The forecast of one open milestone. */
  readonly forecastFor: (id: string) => Forecast['milestones'][number] | undefined;
}

/** How much of the person or role a milestone asks for, in percent of one full-time person. */
function askedBy({ milestone }: Facts, { who, kind }: Load): number {
  return milestone.resources.reduce((sum, { who: person, role, allocation, fte }) => {
    if (kind === 'person') return person === who ? sum + (allocation ?? 0) : sum;
    return person === null && role === who ? sum + (fte ?? 0) * 100 : sum;
  }, 0);
}

const last = Number.POSITIVE_INFINITY;

/** Who is served first: least float, then the earlier due date; equals in order of their ids. */
function byClaim(a: Facts, b: Facts): number {
  const float = (a.slot?.totalFloat ?? last) - (b.slot?.totalFloat ?? last);
  return float || (a.due ?? last) - (b.due ?? last) || 0;
}

function overloadsOf({ facts, today }: Project, loads: readonly Load[]): Map<string, Overload[]> {
  const owned = new Map<string, Facts[]>();
  for (const each of facts) {
    const { owner } = each.milestone;
    if (owner !== null && isOpen(each) && each.slot) owned.set(owner, [...(owned.get(owner) ?? []), each]);
  }
  const found = new Map<string, Overload[]>();
  const add = ({ milestone: { id } }: Facts, overload: Overload): void => {
    found.set(id, [...(found.get(id) ?? []), overload]);
  };
  for (const load of loads.filter(isOver)) {
    let given = 0;
    for (const each of load.facts.toSorted(byClaim)) {
      given += askedBy(each, load);
      add(each, { load, squeezed: given > (load.capacity ?? last) + 1e-9 });
    }
    if (load.kind !== 'person') continue;
    for (const each of owned.get(load.who) ?? []) {
      const { start = last, finish = 0 } = each.slot?.projected ?? {};
      const meets = Math.max(start, today) <= load.end && load.start <= finish;
      if (meets && !load.facts.includes(each)) add(each, { load, squeezed: false });
    }
  }
  return found;
}

/**
 * A milestone was heard of when its `progress.last_update` says so, when the journal changed it, when a task of it was finished,
 * and when a session on it began or left a checkpoint. Its own start alone is no news, but nothing before it is missing either.
 */
function heardOf({ facts, changes, calendar, today }: Project, sessions: readonly Session[]): Map<string, Day> {
  const journal = new Map(changes.map(({ id, at }) => [id, at]));
  const found = new Map<string, Day>();
  for (const { milestone } of facts) {
    if (milestone.status !== 'in_progress') continue;
    const { id, tasks, timeline, progressUpdated } = milestone;
    const own = sessions.filter((session) => session.milestone === id);
    const told = [
      progressUpdated,
      journal.get(id),
      ...tasks.map((task) => task.completedAt),
      ...own.flatMap((session) => [session.startedAt, session.lastCheckpoint]),
    ];
    const days = told.map((at) => calendar.dayOf(at)).filter((day) => day !== null && day <= today) as Day[];
    const start = calendar.dayOf(timeline.actual_start);
    if (days.length === 0) continue;
    const latest = days.reduce((a, b) => Math.max(a, b));
    found.set(id, start !== null && start <= today ? Math.max(latest, start) : latest);
  }
  return found;
}

/** Adds what health, actions and sessions look at besides the milestones' own facts. */
export function watch(project: Project, sessions: readonly Session[]): Watched {
  const loads = loadsOf(project);
  let made: Forecast | undefined;
  let rows: ReadonlyMap<string, Forecast['milestones'][number]> | undefined;
  const forecast = (): Forecast => {
    made ??= forecastOf(project);
    return made;
  };
  return {
    ...project,
    loads,
    overloads: overloadsOf(project, loads),
    heardOf: heardOf(project, sessions),
    forecast,
    forecastFor: (id) => {
      rows ??= new Map(forecast().milestones.map((row) => [row.id, row]));
      return rows.get(id);
    },
  };
}

/** `erin at 155% of 100% until 2024-07-27 (M05 and M06)`, `engineer at 4 of 3 FTE from 2024-08-01 to 2024-08-02 (M06)`. */
export function overloadText({ load }: Overload, today: Day): string {
  const { who, kind, percent: asked, capacity, start, end, facts } = load;
  const share =
    kind === 'person'
      ? `${percent(asked)} of ${percent(capacity ?? 0)}`
      : `${asked / 100} of ${(capacity ?? 0) / 100} FTE`;
  // What is so already is not said to begin today: the page must not change because a day went by.
  const when = start <= today ? `until ${formatDay(end)}` : `from ${formatDay(start)} to ${formatDay(end)}`;
  return `${who} at ${share} ${when} (${listed(facts.map((f) => f.milestone.id))})`;
}
