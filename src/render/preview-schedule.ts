import type { Moved, Preview } from '../change/preview.ts';
import type { Shift } from '../model/plan.ts';
import { md, prose } from './escape.ts';
import { table } from './md-table.ts';
import { folded, more, title } from './page.ts';
import { type PreviewPlace, toFile } from './preview-place.ts';
import { counted, days, signedDays } from './when.ts';

const SHOWN = 10;
const ROWS = 60;
const CHAINS = 3;
const MEMBERS = 30;
/** A blank that no line is broken at: cells are narrow. */
const HARD = '\u00A0';

const same = <T>({ before, after }: Shift<T>): boolean => JSON.stringify(before) === JSON.stringify(after);
const said = (text: string | null): string => text ?? 'no data';

/** `a →` above `b`, for dates would be broken at their hyphens; or only the value where it stays. */
function arrow<T>(shift: Shift<T>, text: (value: T) => string): string {
  return same(shift) ? text(shift.after) : `${text(shift.before)}${HARD}→<br>${text(shift.after)}`;
}

const moves = (by: number): string => `**${signedDays(by).replace(' ', HARD)}**`;

/** How a finish lies to the due date: `on time`, `🔴 2 days late`. */
function lateness(variance: number | null, emoji: boolean): string {
  if (variance === null) return 'no data';
  const mark = emoji && variance > 0 ? `🔴${HARD}` : '';
  if (variance === 0) return 'on time';
  return mark + `${days(Math.abs(variance))} ${variance > 0 ? 'late' : 'early'}`.replaceAll(' ', HARD);
}

function movedRow(place: PreviewPlace, moved: Moved): string[] {
  const { projectedFinish: finish, finishDays = 0, due, dueAfter, variance } = moved;
  const pencil = place.emoji ? ' ✏️' : ' (edited)';
  return [
    `${toFile(place, md(moved.id), moved.file)} ${title(moved.title)}${moved.edited ? pencil : ''}`,
    finishDays === 0 ? '–' : moves(finishDays),
    finish ? arrow(finish, said) : 'stays',
    due ? arrow(due, said) : (dueAfter ?? 'none'),
    dueAfter === null && due === undefined ? '–' : arrow(variance, (value) => lateness(value, place.emoji)),
  ];
}

/** Every milestone whose due date or projected finish moves, the latest first; those beyond the first ten folded. */
export function movedTable(place: PreviewPlace, { moved }: Preview): string {
  if (moved.length === 0) return '';
  const columns = ['Milestone', 'Moves', 'Projected finish', 'Due', 'Against due'];
  const rows = moved.slice(0, ROWS).map((each) => movedRow(place, each));
  const note = `${place.emoji ? '✏️ marks what' : 'What is marked (edited)'} this pull request edits itself; the others follow. Days are working days.`;
  const first = `${table(columns, rows.slice(0, SHOWN))}\n\n<sub>${note}</sub>`;
  if (moved.length <= SHOWN) return first;
  const rest = table(columns, rows.slice(SHOWN)) + more(moved.length - ROWS, 'that move');
  return `${first}\n\n${folded(`${counted(moved.length - SHOWN, 'more milestone')} that move`, rest)}`;
}

/** Chains of ids; those that are not on the other side's in bold. */
function paths(all: readonly (readonly string[])[], others: readonly (readonly string[])[]): string {
  const old = new Set(others.flat());
  const bold = (id: string): string => (old.has(id) || others.length === 0 ? md(id) : `**${md(id)}**`);
  const chain = (ids: readonly string[]): string =>
    ids.length <= MEMBERS
      ? ids.map(bold).join(' → ')
      : [
          ...ids.slice(0, MEMBERS / 2).map(bold),
          `… ${ids.length - MEMBERS} more …`,
          ...ids.slice(-MEMBERS / 2).map(bold),
        ].join(' → ');
  if (all.length === 0) return 'none';
  const shown = all.slice(0, CHAINS).map(chain);
  return [...shown, ...(all.length > CHAINS ? [`… ${all.length - CHAINS} more`] : [])].join('<br>');
}

function movement(shift: Shift<string | null>, by: number): string {
  if (same(shift)) return shift.after === null ? '–' : 'stays';
  return by === 0 ? 'changes' : moves(by);
}

/** The project's finish, the forecast's P85 and the critical path, before and after; then how far the forecast can be trusted. */
export function projectText({ finish, finishDays, p85, p85Days, p85Reason, criticalPaths, cycle }: Preview): string {
  const { before, after } = criticalPaths;
  const rows = [
    ['Finish', said(finish.before), said(finish.after), movement(finish, finishDays)],
    ['Forecast (P85)', said(p85.before), said(p85.after), movement(p85, p85Days)],
    ['Critical path', paths(before, after), paths(after, before), same(criticalPaths) ? 'stays' : '**changes**'],
  ];
  const calm = same(finish) && same(p85) && same(criticalPaths);
  const parts = [
    calm
      ? `The project's finish, its forecast (P85: ${said(p85.after)}) and the critical path stay.`
      : table(['Project', 'Before', 'After', 'Moves'], rows),
    cycle ? `The dependencies run in a circle: ${[...cycle, cycle[0] ?? ''].map(md).join(' → ')}.` : '',
    calm || p85Reason === null ? '' : `<sub>About the forecast: ${md(p85Reason)}.</sub>`,
  ];
  return parts.filter((text) => text !== '').join('\n\n');
}

/** Who is newly asked for more than they have, a line each. */
export function overloadList({ overloads }: Preview, emoji: boolean): string {
  if (overloads.length === 0) return '';
  const lines = overloads.slice(0, SHOWN).map((text) => `- ${prose(text)}`);
  const head = `**${emoji ? '⚠️ ' : ''}${counted(overloads.length, 'new overload')}**`;
  return `${head}\n\n${lines.join('\n')}${more(overloads.length - SHOWN, 'people')}`;
}
