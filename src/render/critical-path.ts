import type { MilestoneStatusRow } from '../model/status.ts';
import { percent } from './bar.ts';
import { md, prose } from './escape.ts';
import { sign, standing } from './label.ts';
import { table } from './md-table.ts';
import { folded, link, more, named, type Page, rowsById } from './page.ts';
import { counted, days } from './when.ts';

const CHAINS = 5;
const MEMBERS = 25;
const FLOAT_ROWS = 100;

function chains({ status: { schedule } }: Page): string {
  const shown = schedule.critical_paths.slice(0, CHAINS);
  const text = shown.map((path) => `**${chain(path)}**`);
  const missing = schedule.critical_path_count - shown.length;
  const rest = missing > 0 ? [`… and ${counted(missing, 'more chain')}`] : [];
  return [...text, ...rest].join('<br>\n');
}

/** `M01 → M02 → M05`; a chain of hundreds keeps its two ends. */
export function chain(ids: readonly string[], shown: (id: string) => string = md): string {
  if (ids.length <= 30) return ids.map(shown).join(' → ');
  return [...ids.slice(0, 15), `… ${ids.length - 30} more …`, ...ids.slice(-15)].map(shown).join(' → ');
}

/** Who is next to become critical: open milestones with some float, but no more than the tolerance. */
function nearly({ status, state }: Page, rows: ReadonlyMap<string, MilestoneStatusRow>): string {
  const near = nearlyCritical(status.schedule.near_critical, rows).map((row) => `${md(row.id)} (${float(row)})`);
  if (near.length === 0) return '';
  const limit = days(state.config.tolerance.nearCritical);
  const shown = near.length <= MEMBERS ? near : [...near.slice(0, MEMBERS), `${near.length - MEMBERS} more`];
  return `Nearly critical, with at most ${limit} of float: ${shown.join(', ')}.`;
}

function float(row: MilestoneStatusRow): string {
  return days(row.total_float_days ?? 0);
}

/** The nearly critical milestones that are not over, the least float first. */
export function nearlyCritical(
  ids: readonly string[],
  rows: ReadonlyMap<string, MilestoneStatusRow>,
): MilestoneStatusRow[] {
  const open = ids
    .flatMap((id) => rows.get(id) ?? [])
    .filter((row) => row.status !== 'completed' && row.status !== 'cancelled');
  return open.sort((a, b) => (a.total_float_days ?? 0) - (b.total_float_days ?? 0));
}

/** The critical path as chains of ids, then every unfinished or finished member with what is left of it and why it stands so. */
export function criticalPath(page: Page): string {
  const { schedule } = page.status;
  const rows = rowsById(page.status);
  const cycle = schedule.cycle
    ? `${page.emoji ? '⛔ ' : ''}Dependency cycle: **${chain([...schedule.cycle, schedule.cycle[0] ?? ''])}**. Its members have no schedule until one of these edges goes.`
    : '';
  if (schedule.critical_paths.length === 0) return cycle;
  const members = schedule.critical.flatMap((id) => rows.get(id) ?? []);
  // Where only some fit, what is done can no longer hold anything up.
  const wanted = members.length <= MEMBERS ? members : members.filter((row) => row.status !== 'completed');
  const list = wanted.slice(0, MEMBERS).map((row) => {
    const mark =
      row.health === 'done' ? sign('status', row.status, page.emoji) : sign('health', row.health, page.emoji);
    const progress = row.status === 'completed' || row.progress === 0 ? '' : `${percent(row.progress)}, `;
    return `- ${mark}${named(page, row)} — ${progress}${prose(standing(row))}`;
  });
  const hidden = members.length - list.length;
  const length = `Planned length: ${schedule.length_days} working days from ${schedule.start}${schedule.planned_finish === null ? '' : ` to ${schedule.planned_finish}`}.`;
  const rest = hidden > 0 ? more(hidden, `on the critical path`) : '';
  return [cycle, chains(page), length, list.join('\n') + rest, nearly(page, rows)]
    .filter((part) => part.trim() !== '')
    .join('\n\n');
}

/** How many working days each unfinished milestone can slip: without moving the project (total), without moving anyone (free). */
export function floats(page: Page): string {
  const known = page.status.milestones.filter(
    (row) => row.total_float_days !== null && row.status !== 'cancelled' && row.status !== 'completed',
  );
  if (known.length === 0) return '';
  const sorted = known.toSorted((a, b) => (a.total_float_days ?? 0) - (b.total_float_days ?? 0));
  const rows = sorted
    .slice(0, FLOAT_ROWS)
    .map((row) => [
      link(page, row),
      row.planned_start === null ? '–' : `${row.planned_start} → ${row.planned_finish ?? 'no data'}`,
      row.projected_start === null ? '–' : `${row.projected_start} → ${row.projected_finish ?? 'no data'}`,
      row.duration_days === null ? 'no data' : days(row.duration_days),
      row.total_float_days === null ? 'no data' : days(row.total_float_days),
      row.free_float_days === null ? 'no data' : days(row.free_float_days),
      row.critical ? 'yes' : '',
    ]);
  const columns = [
    'ID',
    'Planned',
    'Projected',
    'Duration',
    'Total float',
    'Free float',
    { title: 'Critical', optional: true },
  ];
  const note = more(known.length - rows.length, 'with more float');
  return folded('Schedule and float of open milestones, in working days', table(columns, rows) + note);
}
