import { bufferOf } from '../analysis/buffer.ts';
import { isOpen } from '../analysis/facts.ts';
import { countedTasks } from '../analysis/progress.ts';
import type { Check } from '../model/plan.ts';
import { counted, days, list, round } from './figures.ts';
import { overloadsBy, overloadText } from './overload.ts';
import { factOf, milestoneOf, type Sides, touches } from './sides.ts';
import { memberCalled } from './staffing.ts';

const titleKey = (title: string): string => title.trim().replace(/\s+/g, ' ');

/** At most so many milestones get lines of their own; a bulk update lists them one by one elsewhere. */
const LISTED = 10;

function completing(sides: Sides, id: string): Check[] {
  const now = factOf(sides.after, id);
  if (now?.milestone.status !== 'completed' || milestoneOf(sides.before, id)?.status === 'completed') return [];
  const waiting = now.requires.filter(({ from }) => isOpen(from)).map(({ from }) => from.milestone.id);
  const tasks = countedTasks(now.milestone);
  const open = tasks.filter((task) => task.status !== 'completed');
  return [
    waiting.length === 0
      ? { mark: 'ok', text: `Everything that ${id} waits for is finished` }
      : { mark: 'warning', text: `${id} is completed before what it waits for: ${list(waiting)}` },
    ...(open.length > 0
      ? [
          {
            mark: 'warning' as const,
            text: `${id} is completed with ${open.length} of ${counted(tasks.length, 'task')} open`,
          },
        ]
      : []),
  ];
}

/** Opened again, a milestone keeps the 100% that completing it recorded: only a person knows what is left. */
function reopened(sides: Sides, id: string): Check[] {
  const now = milestoneOf(sides.after, id);
  if (milestoneOf(sides.before, id)?.status !== 'completed' || !now) return [];
  if (now.status === 'completed' || now.status === 'cancelled' || now.recordedProgress !== 100) return [];
  if (countedTasks(now).length > 0) return [];
  return [
    { mark: 'warning', text: `${id} is open again and still records 100% progress; --progress says what is done` },
  ];
}

/** Milestones are told apart by their titles on GitHub. */
function sameTitle(sides: Sides, id: string): Check[] {
  const now = milestoneOf(sides.after, id);
  if (!now || !touches(sides, id, 'title')) return [];
  const key = titleKey(now.title);
  const others = sides.after.state.milestones.filter((m) => m.id !== id && titleKey(m.title) === key);
  return others.length === 0
    ? []
    : [
        {
          mark: 'warning',
          text: `${id} gets the title that ${list(others.slice(0, LISTED).map((m) => m.id))} ${others.length === 1 ? 'has' : 'have'} too; GitHub takes a title only once`,
        },
      ];
}

function reserves(sides: Sides, id: string): Check[] {
  const [was, now] = [factOf(sides.before, id), factOf(sides.after, id)];
  if (!now || !isOpen(now) || !touches(sides, id, 'description', 'timeline', 'resources', 'dependencies', 'status'))
    return [];
  const checks: Check[] = [];
  const [old, left] = [was ? bufferOf(was) : null, bufferOf(now)];
  if (left) {
    const before = old && round(old.left) !== round(left.left) ? `, ${round(old.left)} before` : '';
    const text = `Buffer of ${id}: ${round(left.left)} of ${round(left.size)} days left${before}`;
    checks.push({ mark: left.left > 0 && !(old && left.left < old.left) ? 'ok' : 'warning', text });
  }
  const [oldFloat, float] = [was?.slot?.totalFloat ?? null, now.slot?.totalFloat ?? null];
  if (float !== null && oldFloat !== null && float !== oldFloat) {
    checks.push({
      mark: float < oldFloat ? 'warning' : 'ok',
      text: `Float of ${id}: ${days(float)} left, ${oldFloat} before`,
    });
  }
  return checks;
}

function owner({ before, after }: Sides, id: string): Check[] {
  const now = milestoneOf(after, id)?.owner ?? null;
  if (now === null || now === milestoneOf(before, id)?.owner || after.state.config.team.length === 0) return [];
  return memberCalled(now, after.state.config)
    ? []
    : [{ mark: 'warning', text: `${now}, who is to own ${id}, is not in the team of config.yaml` }];
}

/** Checks of what a change does to statuses, buffers and people, beyond those that every plan gets. */
export function fieldChecks(sides: Sides): Check[] {
  const some = sides.edited.slice(0, LISTED);
  const over = overloadsBy(sides.before.loads, sides.after.loads);
  return [
    ...some.flatMap((id) => [
      ...completing(sides, id),
      ...reopened(sides, id),
      ...sameTitle(sides, id),
      ...reserves(sides, id),
      ...owner(sides, id),
    ]),
    ...over.slice(0, LISTED).map((load): Check => ({ mark: 'warning', text: `Over capacity: ${overloadText(load)}` })),
  ];
}
