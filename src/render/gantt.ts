import type { MilestoneStatusRow } from '../model/status.ts';
import { clip, mermaid } from './escape.ts';
import { label } from './label.ts';
import type { Page } from './page.ts';

/** GitHub stops drawing at 50,000 characters, readers long before. */
const BARS = 60;
const CHARACTERS = 45_000;

const SECTIONS = ['completed', 'in_progress', 'blocked', 'planning'] as const;
const TAGS: Record<(typeof SECTIONS)[number], readonly string[]> = {
  completed: ['done'],
  in_progress: ['active'],
  blocked: [],
  planning: [],
};

/**
 * Mermaid fills critical bars in alarming red; critical is not late, so only their edge is. The text inside bars is dark, since
 * all of them are light.
 */
const COLOURS = {
  critBkgColor: '#fff1e5',
  critBorderColor: '#cf222e',
  activeTaskBkgColor: '#ddf4ff',
  taskBkgColor: '#d8dee4',
  taskBorderColor: '#57606a',
  taskTextColor: '#1f2328',
};
const THEME = `%%{init: ${JSON.stringify({ themeVariables: COLOURS })}}%%`;

/** A diagram in Markdown, and how many milestones it had no room for. */
export interface Diagram {
  readonly text: string;
  readonly missing: number;
}

/** A fenced block that GitHub draws. */
export function fenced(lines: readonly string[]): string {
  return `\`\`\`mermaid\n${lines.join('\n')}\n\`\`\``;
}

/** Task names run to the first colon, and one that begins like a directive or a date would be taken for it: hence the code for its first character. */
function taskName(row: MilestoneStatusRow): string {
  const text = `${row.id} ${clip(row.title, 60)}`;
  const risky = /^(?:M\d|[A-Z]+-\d)/.test(text) ? '' : `#${text.charCodeAt(0)};`;
  return risky === '' ? mermaid(text) : risky + mermaid(text.slice(1));
}

function dates(row: MilestoneStatusRow): readonly [string, string] | null {
  const start = row.projected_start ?? row.planned_start;
  const finish = row.actual_end ?? row.projected_finish ?? row.planned_finish;
  if (finish === null) return null;
  return [start === null || start > finish ? finish : start, finish];
}

/**
 * The schedule as a Mermaid gantt with absolute, inclusive dates: Mermaid's own calendar (`excludes`) would move bars away from
 * the dates that were computed.
 */
export function gantt({ status, emoji }: Page, limit: number = BARS): Diagram {
  // What is finished on a day that nobody knows stands where it was planned, unless that is still to come.
  const lost = (row: MilestoneStatusRow): boolean =>
    row.status === 'completed' && row.projected_finish === null && (dates(row)?.[1] ?? '') > status.as_of;
  const dated = status.milestones.filter((row) => row.status !== 'cancelled' && dates(row) !== null && !lost(row));
  // What lies ahead matters more than what is done; among equals the earlier one.
  const done = (row: MilestoneStatusRow): number => (row.status === 'completed' ? 1 : 0);
  const start = (row: MilestoneStatusRow): string => dates(row)?.[0] ?? '';
  const byStart = (a: MilestoneStatusRow, b: MilestoneStatusRow): number =>
    start(a) < start(b) ? -1 : start(a) > start(b) ? 1 : 0;
  const sorted = dated.toSorted((a, b) => done(a) - done(b) || (done(a) ? byStart(b, a) : byStart(a, b)));
  const kept = sorted.slice(0, limit).toSorted(byStart);
  if (kept.length === 0) return { text: '', missing: 0 };
  const lines = [THEME, 'gantt', '  dateFormat YYYY-MM-DD', '  inclusiveEndDates', '  axisFormat %m-%d'];
  for (const section of SECTIONS) {
    const rows = kept.filter((row) => row.status === section);
    if (rows.length > 0) lines.push(`  section ${mermaid(label('status', section, emoji))}`);
    for (const row of rows) lines.push(`  ${taskName(row)} :${bar(row, TAGS[section])}`);
  }
  const text = fenced(lines);
  if (text.length > CHARACTERS) return gantt({ status, emoji } as Page, Math.floor(limit / 2));
  return { text, missing: dated.length - kept.length };
}

function bar(row: MilestoneStatusRow, tags: readonly string[]): string {
  const [start, finish] = dates(row) ?? ['', ''];
  const crit = row.critical && row.status !== 'completed' ? ['crit'] : [];
  if (row.duration_days === 0) return [...crit, ...tags, 'milestone', finish, '0d'].join(', ');
  return [...crit, ...tags, start, finish].join(', ');
}
