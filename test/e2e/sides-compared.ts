import type { Issue, Milestone } from '../github-server/records.ts';
import type { BothSides, Filed } from './both-sides.ts';

/** Says in which ways the store and GitHub differ, from the files and the server's records alone: the program has no part in it. */

const CLOSED = ['completed', 'cancelled'];
const plain = (text: unknown): string =>
  String(text ?? '')
    .replace(/\r\n/g, '\n')
    .trim();
/** The day that GitHub shows for a due date: it keeps midnight in California. */
const dueDay = (dueOn: string | null): string =>
  dueOn === null ? '' : new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles' }).format(new Date(dueOn));

type Task = Record<string, unknown>;
const tasksOf = ({ data }: Filed): Task[] => (Array.isArray(data['tasks']) ? (data['tasks'] as Task[]) : []);

function milestoneDifferences(id: string, { data }: Filed, remote: Milestone): [string, unknown, unknown][] {
  const timeline = (data['timeline'] ?? {}) as { estimated_end?: unknown };
  const closed = CLOSED.includes(String(data['status']));
  return [
    [`${id} title`, plain(data['title']), plain(remote.title)],
    [`${id} description`, plain(data['description']), plain(remote.description)],
    [`${id} due`, plain(timeline.estimated_end).slice(0, 10), dueDay(remote.dueOn)],
    [`${id} state`, closed ? 'closed' : 'open', remote.state],
  ];
}

function statusOf({ state, stateReason, labels }: Issue): string {
  if (state === 'closed') return stateReason === 'completed' || stateReason === null ? 'completed' : 'cancelled';
  return labels.some(({ name }) => name === 'blocked') ? 'blocked' : 'open';
}

function taskDifferences(id: string, task: Task, issue: Issue, holder: string): [string, unknown, unknown][] {
  const name = `#${issue.number}`;
  const own = String(task['status']);
  const people = issue.assignees.map(({ login }) => login);
  const known = String(task['assigned_to'] ?? '');
  return [
    [`${name} milestone`, id, holder],
    [`${name} title`, plain(task['title']), plain(issue.title)],
    [`${name} status`, ['pending', 'in_progress'].includes(own) ? 'open' : own, statusOf(issue)],
    [`${name} assignee`, people.includes(known) ? people[0] : known, people[0] ?? ''],
  ];
}

/** Whose milestone an issue counts to: its own, else its parent's. */
function milestoneOf(issue: Issue): Milestone | null {
  return issue.milestone ?? (issue.parent ? milestoneOf(issue.parent.issue) : null);
}

/**
 * `what: store / GitHub` for everything that differs; what only one side has stands there as well. `Mxx title`, `#nn status` and
 * the like in `but` are known to differ.
 */
export async function differences(at: BothSides, but: readonly string[] = []): Promise<string[]> {
  const repo = at.github.state.repo(at.owner, at.name);
  const files = await at.filed();
  const found: [string, unknown, unknown][] = [];
  const holders = new Map<number, string>();
  for (const [id, { data }] of files) {
    const number = (data['github'] as { milestone?: number } | undefined)?.milestone;
    const remote = repo.milestones.find((one) => one.number === number);
    if (number !== undefined && holders.has(number)) found.push([`${id} link`, holders.get(number), id]);
    if (number !== undefined) holders.set(number, id);
    if (!remote) found.push([`${id} exists`, true, false]);
    else found.push(...milestoneDifferences(id, files.get(id) as Filed, remote));
  }
  for (const { number } of repo.milestones)
    if (!holders.has(number)) found.push([`milestone ${number} exists`, false, true]);
  const seats = new Map<unknown, [string, Task][]>();
  for (const [id, filed] of files) {
    for (const task of tasksOf(filed)) {
      if (task['issue'] !== undefined) seats.set(task['issue'], [...(seats.get(task['issue']) ?? []), [id, task]]);
    }
  }
  for (const issue of repo.issues) {
    const milestone = milestoneOf(issue);
    const holder = milestone && holders.get(milestone.number);
    const at = seats.get(issue.number) ?? [];
    if (!holder || issue.pull) continue;
    if (at.length !== 1) found.push([`#${issue.number} tasks`, at.length, 1]);
    for (const [id, task] of at) {
      found.push(...taskDifferences(id, task, issue, holder));
      const others = new Map(tasksOf(files.get(id) as Filed).map((one) => [one['issue'], one['id']]));
      const waits = [...issue.blockedBy, ...issue.subIssues].map((ref) => others.get(ref.issue.number)).filter(Boolean);
      const own = (task['depends_on'] ?? []) as unknown[];
      for (const wait of waits) if (!own.includes(wait)) found.push([`#${issue.number} waits`, own.join(' '), wait]);
    }
  }
  return found.flatMap(([what, store, github]) =>
    store === github || but.includes(what) ? [] : [`${what}: ${store} / ${github}`],
  );
}
