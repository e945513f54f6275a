import type { MilestoneStatusRow } from '../model/status.ts';
import type { Task } from '../model/task.ts';
import { clip } from './escape.ts';
import type { Voice } from './voice.ts';
import { counted } from './when.ts';

const SHOWN = 10;

/** Hours with at most one decimal. */
export function hours(value: number): string {
  return `${Math.round(value * 10) / 10} h`;
}

/**
 * How far each task may slip, by id: `critical`, or its total float. Nothing for what is finished, and for a task without an
 * estimate unless something hangs on it: its float would only be the length of everything else.
 */
export function floats(row: MilestoneStatusRow, tasks: readonly Task[]): ReadonlyMap<string, string> {
  const known = new Map(row.task_schedule?.tasks.map((task) => [task.id, task]));
  const shown = new Map<string, string>();
  for (const { id, status } of tasks) {
    const task = known.get(id);
    if (!task || status === 'completed' || status === 'cancelled') continue;
    if (task.critical) shown.set(id, 'critical');
    else if (task.total_float_hours !== null && task.estimated_hours !== null)
      shown.set(id, hours(task.total_float_hours));
  }
  return shown;
}

/** What the network of a milestone's tasks says as a whole: its critical path, what is left, a cycle, what has no estimate. */
export function taskPath(row: MilestoneStatusRow, tasks: readonly Task[], voice: Voice): string[] {
  const network = row.task_schedule;
  if (network === null) return [];
  const titles = new Map(tasks.map((task) => [task.id, task.title]));
  const title = (id: string): string => voice.text(clip(titles.get(id) ?? id, 40));
  const chain = (ids: readonly string[]): string =>
    ids.length <= SHOWN
      ? ids.map(title).join(' → ')
      : [
          ...ids.slice(0, SHOWN / 2).map(title),
          `… ${ids.length - SHOWN} more …`,
          ...ids.slice(-SHOWN / 2).map(title),
        ].join(' → ');
  const lines: string[] = [];
  if (network.cycle) {
    lines.push(
      `Task cycle: ${voice.strong(chain([...network.cycle, network.cycle[0] ?? '']))}. None of these can begin until one of the dependencies goes.`,
    );
  }
  const [path] = network.critical_paths;
  const same =
    network.remaining_path.join('\n') === path?.filter((id) => network.remaining_path.includes(id)).join('\n');
  const left = network.remaining_hours === 0 ? '' : `${hours(network.remaining_hours)}`;
  if (path) {
    const facts = [
      hours(network.length_hours),
      left !== '' && same ? `${left} of it left` : '',
      network.critical_path_count > 1 ? `the first of ${counted(network.critical_path_count, 'path')} as long` : '',
    ];
    lines.push(`Critical path: ${voice.strong(chain(path))} (${facts.filter((fact) => fact !== '').join(', ')})`);
  }
  if (left !== '' && !(path && same)) {
    lines.push(`Longest chain of what is left: ${voice.strong(chain(network.remaining_path))} (${left})`);
  }
  const open = network.unestimated.filter((id) => tasks.find((task) => task.id === id)?.status !== 'completed');
  if (open.length > 0) lines.push(`No estimate, so counted as taking no time: ${listed(open.map(title))}`);
  return lines;
}

function listed(items: readonly string[]): string {
  const rest = items.length - SHOWN;
  return rest <= 0 ? items.join(', ') : `${items.slice(0, SHOWN).join(', ')} and ${rest} more`;
}
