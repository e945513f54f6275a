import type { Load } from '../analysis/resources.ts';
import type { ReportLine, ReportSection } from '../model/plan-report.ts';
import { round, signed } from './figures.ts';
import { factOf, milestoneOf, type Side, type Sides } from './sides.ts';
import { type Staffing, staffingOf } from './staffing.ts';

/** The busiest stretch of those who work on a milestone, on its days: who, and how much of what they have. */
function busiest(side: Side, id: string): Load | null {
  const fact = factOf(side, id);
  const own = side.loads.filter(
    (load) => fact && load.facts.includes(fact) && load.capacity !== null && load.capacity > 0,
  );
  const use = (load: Load): number => load.percent / (load.capacity ?? 1);
  return own.reduce<Load | null>((most, load) => (most && use(most) >= use(load) ? most : load), null);
}

function useText(load: Load | null): string {
  if (!load) return 'no data';
  return `${round((load.percent / (load.capacity ?? 1)) * 100)}% (${load.who})`;
}

const amount = (kind: Staffing['kind'], fte: number): string =>
  kind === 'role' ? `${round(fte)} FTE` : `${round(fte * 100)}%`;

function section(sides: Sides, id: string, staffing: readonly Staffing[]): ReportSection {
  const lines: ReportLine[] = staffing.map(({ kind, name, before, after }) => ({
    mark: null,
    text: `${name}: ${amount(kind, before)} → ${amount(kind, after)} (${kind === 'role' ? signed(after - before) : `${signed((after - before) * 100)} points`})`,
  }));
  const [was, now] = [milestoneOf(sides.before, id)?.priority, milestoneOf(sides.after, id)?.priority];
  if (was !== now) lines.push({ mark: null, text: `Priority: ${was} → ${now}` });
  const use = [busiest(sides.before, id), busiest(sides.after, id)] as const;
  if (use[0] !== null || use[1] !== null) {
    lines.push({ mark: null, text: `Highest utilisation among them: ${useText(use[0])} → ${useText(use[1])}` });
  }
  return { title: `Resources of ${id}`, lines };
}

/** Previous and updated allocation of every milestone whose people change. */
export function allocationSections(sides: Sides): ReportSection[] {
  const all = staffingOf(sides);
  return sides.edited.flatMap((id) => {
    const own = all.filter((each) => each.milestone === id);
    return own.length === 0 ? [] : [section(sides, id, own)];
  });
}
