import type { State } from '../model/state.ts';
import type { MilestoneStatusRow, Status } from '../model/status.ts';
import { clip, md, pathUrl } from './escape.ts';

/** What every section is made from. `href` turns a path inside the store into a link; null where there is nothing to link to. */
export interface Page {
  readonly status: Status;
  readonly state: State;
  readonly emoji: boolean;
  readonly href: ((path: string) => string) | null;
}

/** The page as the dashboard file: links lead from its folder to the store, which stands where the dashboard's path begins. */
export function dashboardPage(status: Status, state: State): Page {
  const { path, emoji } = state.config.dashboard;
  const up = '../'.repeat(path.split('/').length - 1);
  return { status, state, emoji, href: (file) => `${up}.milestones/${pathUrl(file)}` };
}

/** The page as a file in the store's `reports/`. */
export function reportPage(status: Status, state: State): Page {
  return { status, state, emoji: state.config.dashboard.emoji, href: (file) => `../${pathUrl(file)}` };
}

/** The page inside a comment or a job summary, where only whole addresses lead anywhere; `store` is the store's, without a slash. */
export function elsewherePage(status: Status, state: State, store: string | null): Page {
  const emoji = state.config.dashboard.emoji;
  return { status, state, emoji, href: store === null ? null : (path) => `${store}/${pathUrl(path)}` };
}

/** A milestone's id, linked to its file where that is possible. */
export function link(page: Page, row: MilestoneStatusRow): string {
  return page.href === null ? md(row.id) : `[${md(row.id)}](${page.href(row.file)})`;
}

/** Titles are cut in tables and lists: the whole one is in the file that the id links to. */
export function title(text: string): string {
  return md(clip(text, 100));
}

/** `M05 Integration Testing Framework`, the id linked. */
export function named(page: Page, row: MilestoneStatusRow): string {
  return `${link(page, row)} ${title(row.title)}`;
}

/** The rows by id, for sections that name milestones they did not list. */
export function rowsById(status: Status): ReadonlyMap<string, MilestoneStatusRow> {
  return new Map(status.milestones.map((row) => [row.id, row]));
}

/** A folded part of a page. Blank lines inside make GitHub read its content as Markdown again. */
export function folded(summary: string, content: string): string {
  return `<details>\n<summary>${summary}</summary>\n\n${content}\n\n</details>`;
}

/** `… 12 more in …`, or nothing if none are missing. */
export function more(missing: number, where: string): string {
  return missing > 0 ? `\n\n… ${missing} more ${where}` : '';
}
