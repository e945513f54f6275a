import type { MilestoneStatusRow } from '../model/status.ts';
import { bar, percent } from './bar.ts';
import { label, outlook } from './label.ts';
import { table } from './md-table.ts';
import { folded, link, more, type Page, title } from './page.ts';
import { counted } from './when.ts';

/** Up to this many milestones stand in one table; beyond, finished ones are folded away. */
const ONE_TABLE = 50;
const OPEN_ROWS = 200;
const FINISHED_ROWS = 100;

const URGENCY: Record<MilestoneStatusRow['health'], number> = {
  late: 0,
  blocked: 1,
  at_risk: 2,
  on_track: 3,
  pending: 4,
  done: 5,
};

/** Late ones first, then by due date; the sort is stable, so ties stay in order of their ids. */
function mostUrgent(rows: readonly MilestoneStatusRow[], limit: number): MilestoneStatusRow[] {
  const due = (row: MilestoneStatusRow): string => row.due ?? '9999';
  const sorted = rows.toSorted(
    (a, b) => URGENCY[a.health] - URGENCY[b.health] || (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0),
  );
  const kept = new Set(sorted.slice(0, limit));
  return rows.filter((row) => kept.has(row));
}

function lines(page: Page, rows: readonly MilestoneStatusRow[]): string {
  const cells = rows.map((row) => [
    link(page, row),
    title(row.title),
    // No-break spaces: a narrow table should not tear a figure from its bar, or a word from its sign.
    `${bar(row.progress, 6)}\u00A0${percent(row.progress)}`,
    label('status', row.status, page.emoji).replaceAll(' ', '\u00A0'),
    row.due ?? '–',
    outlook(row, 'days'),
  ]);
  return table(['ID', 'Milestone', 'Progress', 'Status', 'Due', 'Variance'], cells);
}

/** Where to find what a table had no room for. */
function inFolder(page: Page, folder: string): string {
  const path = `\`.milestones/${folder}/\``;
  return `in ${page.href === null ? path : `[${path}](${page.href(`${folder}/`)})`}`;
}

/** The status matrix: every milestone with progress, status, due date and how it stands against it. */
export function matrix(page: Page): string {
  const all = page.status.milestones;
  if (all.length === 0) return '';
  if (all.length <= ONE_TABLE) return lines(page, all);
  const open = all.filter((row) => row.status !== 'completed' && row.status !== 'cancelled');
  const closed = all.filter((row) => row.status === 'completed' || row.status === 'cancelled');
  const shown = mostUrgent(open, OPEN_ROWS);
  const note =
    shown.length < open.length
      ? `The ${shown.length} most urgent of ${counted(open.length, 'open milestone')}:\n\n`
      : '';
  const parts = [note + lines(page, shown) + more(open.length - shown.length, inFolder(page, 'active'))];
  if (closed.length > 0) {
    const last = closed.toSorted((a, b) =>
      (a.actual_end ?? '') < (b.actual_end ?? '') ? 1 : a.actual_end === b.actual_end ? 0 : -1,
    );
    const rows = last.slice(0, FINISHED_ROWS);
    const rest = more(closed.length - rows.length, inFolder(page, 'completed'));
    parts.push(folded(`${counted(closed.length, 'finished milestone')}, latest first`, lines(page, rows) + rest));
  }
  return (open.length === 0 ? parts.slice(1) : parts).join('\n\n');
}
