import type { Config } from '../model/config.ts';
import { findCycle } from '../model/graph.ts';
import type { Milestone } from '../model/milestone.ts';
import type { TaskRow, TaskSchedule } from '../model/status-tasks.ts';
import type { Task } from '../model/task.ts';
import { criticalChains } from './critical-chains.ts';
import { earlyDates, floatsOf } from './critical-path.ts';
import { rounded } from './measure.ts';
import type { Network } from './network.ts';
import { networkOf } from './network.ts';
import { countedTasks, taskProgress } from './progress.ts';

/** How many critical paths of a milestone's tasks are listed; the count is of all. */
const LISTED_PATHS = 10;
/**
 * The network counts in whole millionths of an hour: sums of such numbers are exact, so "no float" is exactly 0. In hours,
 * 0.1 + 0.2 on one chain and 0.3 on another would leave neither or only one of them critical.
 */
const UNITS = 1e6;

const units = (hours: number): number => Math.round(hours * UNITS);
const hours = (amount: number): number => rounded(amount / UNITS, 2);

interface TaskNetwork {
  readonly network: Network;
  /** Finish-to-start, each pair once, without those from tasks that are not given. */
  readonly edges: readonly { readonly from: string; readonly to: string }[];
  /** Estimated length of each task, in units. */
  readonly lengths: Float64Array;
}

function taskNetwork(tasks: readonly Task[]): TaskNetwork {
  const place = new Map(tasks.map((task, i) => [task.id, i]));
  const from: number[] = [];
  const to: number[] = [];
  const edges: { from: string; to: string }[] = [];
  for (const [i, task] of tasks.entries()) {
    for (const id of new Set(task.dependsOn)) {
      const p = place.get(id);
      if (p === undefined) continue;
      from.push(p);
      to.push(i);
      edges.push({ from: id, to: task.id });
    }
  }
  const network = networkOf(tasks.length, { from, to, lag: new Int32Array(from.length) });
  return { network, edges, lengths: Float64Array.from(tasks, (task) => units(task.estimatedHours ?? 0)) };
}

function forward(network: Network, duration: Float64Array) {
  return earlyDates(network, { duration, earliest: new Float64Array(network.size) });
}

/** Tasks that wait for each other in a circle have no place in a chain, but each still takes its own time. */
function longest(finish: Float64Array, lengths: Float64Array): number {
  return lengths.reduce((most, own, n) => Math.max(most, own, finish[n] as number), 0);
}

/** Length of the longest chain of tasks, in estimated hours: tasks that do not wait for each other run side by side. */
export function taskNetworkHours(tasks: readonly Task[]): number {
  const { network, lengths } = taskNetwork(tasks);
  return longest(forward(network, lengths).finish, lengths) / UNITS;
}

/** What is left of the chain that takes longest to finish: its length in units, and its unfinished tasks in order. */
function remainingChain(network: Network, rest: Float64Array): { length: number; path: number[] } {
  const early = forward(network, rest);
  const [chain = []] = criticalChains(network, early, floatsOf(network, early), 1).chains;
  return { length: longest(early.finish, rest), path: chain.filter((n) => (rest[n] as number) > 0) };
}

function scheduled(tasks: readonly Task[], remaining: Float64Array): TaskSchedule {
  const { network, edges, lengths } = taskNetwork(tasks);
  const early = forward(network, lengths);
  const floats = floatsOf(network, early);
  const { chains, count } = criticalChains(network, early, floats, LISTED_PATHS);
  const left = remainingChain(network, remaining);
  const ids = tasks.map((task) => task.id);
  const named = (nodes: readonly number[]): string[] => nodes.map((n) => ids[n] as string);
  const rows = tasks.map((task, n): TaskRow => {
    const at = (boundaries: Float64Array): number | null =>
      network.cyclic[n] === 1 ? null : hours(boundaries[n] as number);
    return {
      id: task.id,
      estimated_hours: task.estimatedHours,
      remaining_hours: hours(remaining[n] as number),
      early_start_hour: at(early.start),
      early_finish_hour: at(early.finish),
      late_start_hour: at(floats.lateStart),
      late_finish_hour: at(floats.lateFinish),
      total_float_hours: at(floats.total),
      free_float_hours: at(floats.free),
      critical: network.cyclic[n] === 0 && floats.total[n] === 0,
    };
  });
  return {
    length_hours: hours(longest(early.finish, lengths)),
    remaining_hours: hours(left.length),
    remaining_path: named(left.path),
    critical: rows.filter((row) => row.critical).map((row) => row.id),
    critical_paths: chains.map(named),
    critical_path_count: count,
    cycle: network.order.length === tasks.length ? null : findCycle(ids, edges),
    unestimated: tasks.filter((task) => task.estimatedHours === null).map((task) => task.id),
    tasks: rows,
  };
}

/**
 * The critical path method over the tasks of a milestone, as over milestones, in hours of estimated effort: a task starts when
 * those it depends on are finished, and no two tasks wait for the same person. Floats count against the milestone's own longest
 * chain. What remains runs through the same network with each task's estimate × (1 − progress).
 *
 * Cancelled tasks take no part, and hold nobody. A task without an estimate takes no time and is named. Null, with the reason,
 * where no task has an estimate.
 */
export function taskScheduleOf(
  milestone: Milestone,
  config: Config,
): { schedule: TaskSchedule; reason: null } | { schedule: null; reason: string } {
  const tasks = countedTasks(milestone);
  if (tasks.length === 0) return { schedule: null, reason: 'it has no tasks' };
  if (tasks.every((task) => task.estimatedHours === null)) {
    return { schedule: null, reason: 'none of its tasks has estimated_hours' };
  }
  const weights = milestone.phaseWeights ?? config.phaseWeights;
  const over = milestone.status === 'completed' || milestone.status === 'cancelled';
  const remaining = Float64Array.from(tasks, (task) =>
    over ? 0 : units(((task.estimatedHours ?? 0) * (100 - taskProgress(task, weights))) / 100),
  );
  return { schedule: scheduled(tasks, remaining), reason: null };
}
