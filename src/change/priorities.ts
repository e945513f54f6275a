import type { Config } from '../model/config.ts';
import type { ReportLine, ReportSection } from '../model/plan-report.ts';
import { arrow, list } from './figures.ts';
import { milestoneOf, type Sides } from './sides.ts';

/** A group of the policy with its people: `management (judy)`. */
function named(name: string, { groups }: Config): string {
  const people = groups[name];
  return people && people.length > 0 ? `${name} (${list(people)})` : name;
}

interface Raised {
  readonly id: string;
  readonly before: string;
  readonly after: string;
}

function changedPriorities(sides: Sides): Raised[] {
  return sides.edited.flatMap((id) => {
    const [was, now] = [milestoneOf(sides.before, id)?.priority, milestoneOf(sides.after, id)?.priority];
    return was && now && was !== now ? [{ id, before: was, after: now }] : [];
  });
}

/** Who is escalated to from now on, where a change of priority brings that. */
export function escalationsOf(sides: Sides): string[] {
  const { config } = sides.after.state;
  return changedPriorities(sides).flatMap(({ id, before, after }) => {
    const was = config.priorities[before]?.escalate_to ?? [];
    const now = (config.priorities[after]?.escalate_to ?? []).filter((name) => !was.includes(name));
    return now.length === 0 ? [] : [`${id} is escalated to ${list(now.map((name) => named(name, config)))}`];
  });
}

function consequences(before: string, after: string, config: Config): ReportLine[] {
  const [was, now] = [config.priorities[before], config.priorities[after]];
  const lines: readonly (readonly [label: string, was: string | null, now: string | null])[] = [
    ['Escalation path', ...both(was?.escalate_to, now?.escalate_to, (name) => named(name, config))],
    ['Review', was?.review ?? null, now?.review ?? null],
    ['Status report', was?.report ?? null, now?.report ?? null],
    ['Quality gates', ...both(was?.quality_gates, now?.quality_gates, (name) => name)],
  ];
  const said = lines.filter(([, a, b]) => a !== null || b !== null);
  if (said.length === 0) {
    return [{ mark: 'no-data', text: `config.yaml says nothing of the priorities ${before} and ${after}` }];
  }
  return said.map(([label, a, b]) => ({ mark: null, text: `${label}: ${a === b ? `${b} as before` : arrow(a, b)}` }));
}

function both(
  was: readonly string[] | null | undefined,
  now: readonly string[] | null | undefined,
  text: (name: string) => string,
): [string | null, string | null] {
  const side = (names: typeof was): string | null => (names && names.length > 0 ? list(names.map(text)) : null);
  return [side(was), side(now)];
}

/** What the policy ties to a priority, before and after: one section for each change of priority that occurs. */
export function prioritySections(sides: Sides): ReportSection[] {
  const groups = new Map<string, Raised[]>();
  for (const each of changedPriorities(sides)) {
    const key = arrow(each.before, each.after);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups].flatMap(([key, raised]) => {
    const [first] = raised;
    if (!first) return [];
    const title = `Priority of ${list(raised.map(({ id }) => id))}: ${key}`;
    return [{ title, lines: consequences(first.before, first.after, sides.after.state.config) }];
  });
}
