import type { Answer } from '../model/answer.ts';
import type { State } from '../model/state.ts';
import type { MilestoneStatusRow, Status } from '../model/status.ts';
import { bar, percent } from './bar.ts';
import { block, box, type Cell, hanging, tree } from './box.ts';
import { nearlyCritical } from './critical-path.ts';
import { plain } from './escape.ts';
import { label, outlook, sign, standing } from './label.ts';
import { openRisks } from './lists.ts';
import { countsText } from './overview.ts';
import { rowsById } from './page.ts';
import { colourOf, paint, type Terminal } from './paint.ts';
import { terminalAnalytics } from './terminal-analytics.ts';
import { counted, days, instant, signedDays } from './when.ts';
import { shorten, wrap } from './width.ts';

/** Where the terminal's width is not known. */
export const DEFAULT_WIDTH = 100;
const ROWS = 500;

interface View {
  readonly status: Status;
  readonly state: State;
  readonly terminal: Terminal;
  readonly emoji: boolean;
}

function head({ status, terminal, emoji }: View): string {
  const { name, progress, health, reasons, milestones } = status.project;
  const title = paint(terminal, 'bold', `${name === null ? '' : `${plain(name)}: `}milestone status`);
  const last = status.activity[0];
  const asOf = last ? `as of ${instant(last.at)} · ${plain(last.id)} by ${plain(last.actor)}` : '';
  if (milestones.total === 0) {
    return `${title}\n\nNo milestones yet. Add .milestones/active/M01.yaml; its one required line is "title: …".`;
  }
  const figure = progress === null ? '' : percent(progress);
  const word = paint(terminal, colourOf(health), label('health', health, emoji).toUpperCase());
  const finish = status.schedule.projected_finish;
  const facts = [
    figure,
    word,
    countsText(status),
    finish === null || health === 'done' ? '' : `projected finish ${finish}`,
  ];
  const why = health === 'on_track' || health === 'done' ? [] : reasons.map((r) => hanging(plain(r.text), 2, terminal));
  const line = progress === null ? '' : bar(progress, Math.min(60, terminal.width));
  const top = asOf === '' ? title : `${title}\n${paint(terminal, 'dim', asOf)}`;
  const said = [line, ...wrap(facts.filter((fact) => fact !== '').join(' · '), terminal.width), ...why];
  return `${top}\n\n${said.filter((text) => text !== '').join('\n')}`;
}

/** How much a matrix line says: the bar and the variance grow with the terminal, but a title is worth more than either. */
function room({ terminal }: View): { cells: number; detail: 'dates' | 'days' | 'word' } {
  if (terminal.width >= 130) return { cells: 24, detail: 'dates' };
  return terminal.width >= 90 ? { cells: 10, detail: 'days' } : { cells: 0, detail: 'word' };
}

function cells(row: MilestoneStatusRow, view: View): Cell[] {
  const { emoji } = view;
  const { cells: size, detail } = room(view);
  const health = row.status === 'completed' ? ((row.variance_days ?? 0) > 0 ? 'at_risk' : 'done') : row.health;
  return [
    row.id,
    plain(row.title),
    { text: `${bar(row.progress, size)} ${percent(row.progress).padStart(4)}`.trim(), colour: colourOf(row.status) },
    { text: label('status', row.status, emoji).toUpperCase(), colour: colourOf(row.status) },
    row.due ?? '–',
    { text: outlook(row, detail), colour: colourOf(health) },
  ];
}

function matrix(view: View): string {
  const { status, terminal } = view;
  if (status.milestones.length === 0) return '';
  const shown = status.milestones.slice(0, ROWS);
  const columns = [
    { title: 'ID', shrink: 24 },
    { title: 'MILESTONE', shrink: 12 },
    { title: 'PROGRESS' },
    { title: 'STATUS' },
    { title: 'DUE DATE' },
    { title: 'VARIANCE', shrink: 9 },
  ];
  const rows = shown.map((row) => cells(row, view));
  const missing = status.milestones.length - shown.length;
  return box(columns, rows, terminal) + (missing > 0 ? `\n… ${missing} more: --json lists all` : '');
}

function critical(view: View): string {
  const { schedule } = view.status;
  const rows = rowsById(view.status);
  const members = schedule.critical.flatMap((id) => rows.get(id) ?? []);
  const chains = schedule.critical_paths.slice(0, 5).map((path) => shorten(path.join(' → '), view.terminal.width));
  const missing = schedule.critical_path_count - chains.length;
  if (missing > 0) chains.push(`… ${counted(missing, 'more chain')}`);
  const open = members.length > 20 ? members.filter((row) => row.status !== 'completed') : members;
  const lines = open.slice(0, 20).map((row) => {
    const mark =
      row.status === 'completed' ? sign('status', 'completed', view.emoji) : sign('health', row.health, view.emoji);
    const figure = row.status === 'completed' || row.progress === 0 ? '' : `${percent(row.progress)}, `;
    return `${mark}${row.id} ${plain(row.title)} — ${figure}${plain(standing(row))}`;
  });
  const cycle = schedule.cycle ? [`Dependency cycle: ${[...schedule.cycle, schedule.cycle[0]].join(' → ')}`] : [];
  const near = nearlyCritical(schedule.near_critical, rows).map(
    (row) => `${row.id} (${days(row.total_float_days ?? 0)})`,
  );
  const more = near.length > 10 ? ` and ${near.length - 10} more` : '';
  const next =
    near.length === 0 ? [] : wrap(`Nearly critical: ${near.slice(0, 10).join(', ')}${more}`, view.terminal.width);
  return [...cycle, ...chains, ...tree(lines, view.terminal), ...next].join('\n');
}

function dependencies({ status, emoji, terminal }: View): string {
  const edges = status.dependencies.map((edge) => {
    const lag = edge.lag_days === 0 ? '' : ` (${signedDays(edge.lag_days)})`;
    return `${sign('edge', edge.state, emoji)}${edge.from} → ${edge.to}${lag}: ${label('edge', edge.state, false).toLowerCase()}`;
  });
  const outside = status.external.map((item) => {
    const due = item.due === null ? '' : `, due ${item.due}`;
    return `${sign('external', item.status, emoji)}${plain(item.name)} → ${item.milestone}: ${label('external', item.status, false).replace(/^(?!OK)./, (c) => c.toLowerCase())}${due}`;
  });
  const all = [...edges, ...outside];
  const shown = tree(all.slice(0, 60), terminal);
  return [...shown, ...(all.length > 60 ? [`… ${all.length - 60} more`] : [])].join('\n');
}

function lists({ status, state, emoji, terminal }: View, shown: Answer['sections']): string[] {
  const risks = openRisks(status)
    .slice(0, 20)
    .map((risk) => {
      const impact = risk.impact === null ? '' : `${label('impact', risk.impact, emoji)} · `;
      return `${impact}${risk.milestone}: ${plain(risk.description)}`;
    });
  const sessions = status.sessions.map((session) => {
    const by = session.by === null ? '' : ` by ${plain(session.by)}`;
    const health = session.health === null ? '' : `, ${session.health}`;
    const why = session.health === null || session.reason === null ? '' : ` — ${plain(session.reason)}`;
    const progress = session.progress === null ? 'progress: no data' : percent(session.progress);
    return `${session.id}: ${session.milestone ?? 'no milestone'}${by}, ${progress}${health}${why}`;
  });
  const recent = status.activity
    .slice(0, state.config.dashboard.activity)
    .map((item) =>
      hanging(`• ${instant(item.at)} · ${plain(item.id)} by ${plain(item.actor)}: ${plain(item.text)}`, 2, terminal),
    );
  const actions = status.actions.slice(0, 15).map((item, i) => {
    const cause = item.cause === '' ? '' : ` — ${plain(item.cause)}`;
    return hanging(`${i + 1}. ${label('action', item.priority, emoji)} ${plain(item.text)}${cause}`, 3, terminal);
  });
  const monitor = [
    block(terminal, 'ACTIVE SESSIONS', tree(sessions, terminal).join('\n')),
    block(terminal, 'RECENT ACTIVITY', recent.join('\n')),
  ];
  return [
    shown.dashboard ? block(terminal, 'OPEN RISKS', tree(risks, terminal).join('\n')) : '',
    ...(shown.monitor ? monitor : []),
    shown.dashboard ? block(terminal, 'NEXT ACTIONS', actions.join('\n')) : '',
  ];
}

/** The dashboard for a terminal: health, matrix, critical path, dependencies, metrics and analytics, risks, sessions, activity, actions; each where `shown` has it. */
export function terminalStatus(
  status: Status,
  state: State,
  { color = false, width = DEFAULT_WIDTH }: Partial<Terminal> = {},
  shown: Answer['sections'] = { monitor: true, dashboard: true, analytics: true },
): string {
  const terminal = { color, width };
  const view: View = { status, state, terminal, emoji: state.config.dashboard.emoji };
  const dashboard = [
    head(view),
    matrix(view),
    block(terminal, 'CRITICAL PATH', critical(view)),
    block(terminal, 'DEPENDENCIES', dependencies(view)),
  ];
  const parts = [
    ...(shown.dashboard ? dashboard : []),
    ...(shown.analytics ? terminalAnalytics(status, view.emoji, terminal) : []),
    ...lists(view, shown),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
