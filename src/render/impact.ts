import type { Impact, MilestoneImpact, Shift } from '../model/plan.ts';
import { percent } from './bar.ts';
import { chain } from './critical-path.ts';
import { md } from './escape.ts';
import { label } from './label.ts';
import { table } from './md-table.ts';
import { more, title } from './page.ts';
import { days, signedDays } from './when.ts';

const ROWS = 30;

function arrow<T>(shift: Shift<T> | undefined, text: (value: NonNullable<T>) => string): string {
  if (shift === undefined) return '';
  const side = (value: T): string => (value === null || value === undefined ? 'no data' : text(value));
  return `${side(shift.before)} → ${side(shift.after)}`;
}

/** `2024-08-05 → 2024-08-10 (+5 days)`; empty if the projected finish stays. */
export function finishMove(moved: MilestoneImpact): string {
  const by = moved.finishDays === undefined ? '' : ` (${signedDays(moved.finishDays)})`;
  return moved.projectedFinish === undefined ? '' : arrow(moved.projectedFinish, String) + by;
}

/** All that moves of one milestone, as one line of plain text; empty if nothing does that is not among its fields. */
export function moveText(moved: MilestoneImpact, emoji: boolean): string {
  const { totalFloat, critical, health } = moved;
  const parts = [
    finishMove(moved),
    totalFloat ? `float ${arrow(totalFloat, days)}` : '',
    critical ? (critical.after ? 'critical from now on' : 'no longer critical') : '',
    health ? arrow(health, (value) => label('health', value, emoji)) : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function pathsText(paths: readonly (readonly string[])[], written: (id: string) => string): string {
  const shown = paths.slice(0, 3).map((path) => chain(path, written));
  return paths.length === 0 ? 'none' : shown.join('; ') + (paths.length > 3 ? '; …' : '');
}

/** The critical paths before and after, each id through `written`; empty if they stay. */
export function criticalPathText(
  { criticalPaths: { before, after } }: Impact,
  written: (id: string) => string,
): string {
  if (JSON.stringify(before) === JSON.stringify(after)) return '';
  return `Critical path: ${pathsText(before, written)} ⇒ ${pathsText(after, written)}`;
}

/** What becomes of the project's projected finish, in one sentence. */
export function finishText({ projectFinish, projectFinishDays }: Impact): string {
  const { before, after } = projectFinish;
  if (before === after) return after === null ? '' : `The project still finishes on ${after}.`;
  const by =
    before === null || after === null ? '' : ` (${signedDays(projectFinishDays).replace('day', 'working day')})`;
  return `The project's projected finish moves: ${before ?? 'no data'} → ${after ?? 'no data'}${by}.`;
}

/** Every milestone that moves, edited ones first, with dates, float, criticality and health before → after. */
export function impactTable({ milestones }: Impact, emoji: boolean): string {
  const moved = milestones.filter((m) => !m.edited || Object.keys(m).length > 3);
  if (moved.length === 0) return '';
  const sorted = [...moved.filter((m) => m.edited), ...moved.filter((m) => !m.edited)];
  const rows = sorted
    .slice(0, ROWS)
    .map((m) => [
      md(m.id),
      title(m.title),
      arrow(m.due, String),
      finishMove(m),
      arrow(m.totalFloat, days),
      arrow(m.critical, (value) => (value ? 'yes' : 'no')),
      arrow(m.health, (value) => label('health', value, emoji)),
      arrow(m.progress, percent),
    ]);
  const optional = ['Due', 'Projected finish', 'Float', 'Critical', 'Health', 'Progress'];
  const columns = ['ID', 'Milestone', ...optional.map((name) => ({ title: name, optional: true }))];
  return table(columns, rows) + more(moved.length - ROWS, 'that move');
}

/** How the critical path and the people assigned change; one line each, only if they do. */
export function impactLines(impact: Impact): string {
  const lines = impact.assigned
    .slice(0, ROWS)
    .map(({ id, fte }) => `- Assigned to ${md(id)}: ${round(fte.before)} → ${round(fte.after)} FTE`);
  const path = criticalPathText(impact, md);
  return [...lines, ...(path === '' ? [] : [`- ${path}`])].join('\n');
}

function round(value: number): number {
  // A share such as 4.975 is a hair less in binary.
  return Math.round(value * 100 + 1e-9) / 100;
}
