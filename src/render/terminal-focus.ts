import type { Milestone } from '../model/milestone.ts';
import type { State } from '../model/state.ts';
import type { MilestoneStatusRow, Status } from '../model/status.ts';
import { bar, percent } from './bar.ts';
import { type BoxColumn, block, box, type Cell, hanging, tree } from './box.ts';
import { plain } from './escape.ts';
import { headline, reasons, timeline } from './focus-facts.ts';
import { blockers, criteria, quality, resources, riskList } from './focus-lists.ts';
import { label } from './label.ts';
import { elsewherePage } from './page.ts';
import { colourOf, paint, type Terminal } from './paint.ts';
import { floats, hours, taskPath } from './task-path.ts';
import { progressOf, type Step, steps } from './tasks.ts';
import { DEFAULT_WIDTH } from './terminal-status.ts';
import { terminalVoice } from './voice.ts';
import { shorten, wrap } from './width.ts';

const TASKS = 100;

function tasks(milestone: Milestone, row: MilestoneStatusRow, state: State, terminal: Terminal): string {
  if (milestone.tasks.length === 0) return '';
  const slack = floats(row, milestone.tasks);
  const emoji = state.config.dashboard.emoji;
  const rows = milestone.tasks
    .slice(0, TASKS)
    .map((task): Cell[] => [
      plain(task.title),
      { text: label('task', task.status, emoji).toUpperCase(), colour: colourOf(task.status) },
      task.status === 'cancelled' ? '–' : percent(progressOf(task, milestone, state.config)),
      plain(task.assignedTo ?? ''),
      slack.get(task.id) ?? '',
    ]);
  const all: BoxColumn[] = [
    { title: 'TASK', shrink: 12 },
    { title: 'STATUS' },
    { title: 'PROGRESS', right: true },
    { title: 'ASSIGNEE', shrink: 8 },
    { title: 'FLOAT', right: true },
  ];
  // Nobody assigned anywhere, nothing estimated: no empty column.
  const kept = all.map((_, i) => rows.some((cells) => cells[i] !== ''));
  const of = <T>(items: readonly T[]): T[] => items.filter((_, i) => kept[i]);
  const missing = milestone.tasks.length - rows.length;
  const lines = taskPath(row, milestone.tasks, terminalVoice(terminal));
  return [
    box(of(all), rows.map(of), terminal),
    ...(missing > 0 ? [`… ${missing} more`] : []),
    ...tree(lines, terminal),
  ].join('\n');
}

function stepLine({ task, hoursLeft, after }: Step, i: number): string {
  const facts = [
    hoursLeft === null ? 'no estimate' : `${hours(hoursLeft)} left`,
    task.assignedTo === null ? null : plain(task.assignedTo),
    task.status === 'blocked' ? 'blocked' : null,
    after.length > 0 ? `after ${after.map(plain).join(', ')}` : null,
  ];
  return `${i + 1}. ${plain(task.title)} (${plain(task.id)}) — ${facts.filter((fact) => fact !== null).join(', ')}`;
}

function details(milestone: Milestone, row: MilestoneStatusRow, state: State, terminal: Terminal): string[] {
  const emoji = state.config.dashboard.emoji;
  const voice = terminalVoice(terminal);
  const measured = quality(milestone, emoji, voice).map(
    ([name, found, target, result]) => `${name}: ${found} (target ${target})${result ? ` ${result}` : ''}`,
  );
  const branches = (lines: readonly string[]): string => tree(lines, terminal).join('\n');
  const next = steps(milestone, state.config).slice(0, 30).map(stepLine);
  return [
    block(terminal, 'TASKS', tasks(milestone, row, state, terminal)),
    block(terminal, 'QUALITY', branches(measured.map((line) => line.replace('(target no target)', '(no target)')))),
    block(terminal, 'SUCCESS CRITERIA', branches(criteria(milestone, emoji, voice))),
    block(terminal, 'RISKS', branches(riskList(milestone, emoji, voice))),
    block(terminal, 'RESOURCES', branches(resources(milestone, voice))),
    block(terminal, 'NEXT STEPS', next.map((line) => hanging(line, 3, terminal)).join('\n')),
  ];
}

/** The focus view of one milestone for a terminal. */
export function terminalFocus(
  status: Status,
  state: State,
  id: string,
  { color = false, width = DEFAULT_WIDTH }: Partial<Terminal> = {},
): string {
  const terminal = { color, width };
  const row = status.milestones.find((m) => m.id === id);
  if (!row) return `${plain(id)} is not a milestone of this project.\n`;
  const voice = terminalVoice(terminal);
  const milestone = state.milestones.find((m) => m.id === id);
  const page = elsewherePage(status, state, null);
  const head = [
    paint(terminal, 'bold', shorten(`${row.id} ${plain(row.title)}`, width)),
    '',
    bar(row.progress, Math.min(50, width)),
    ...wrap(headline(row, page.emoji, voice), width),
    ...wrap(timeline(row, status, state, voice), width),
    ...reasons(row, voice).map((reason) => hanging(reason, 2, terminal)),
    ...(milestone?.description ? ['', ...wrap(plain(milestone.description), width)] : []),
  ].join('\n');
  const [tasksBlock = '', ...rest] = milestone ? details(milestone, row, state, terminal) : [];
  const needs = tree(blockers(row, page, voice), terminal).join('\n');
  const parts = [head, tasksBlock, block(terminal, 'DEPENDENCIES', needs), ...rest];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
