import type { Session } from '../model/session.ts';
import type { Status } from '../model/status.ts';
import type { Explained } from './actions.ts';
import { isOpen } from './facts.ts';
import { roundPercent } from './progress.ts';
import type { Watched } from './watch.ts';
import { overloadText } from './watch.ts';

type Standing = Pick<Status['sessions'][number], 'health' | 'reason'>;

const unknown = (reason: string): Standing => ({ health: null, reason });

/**
 * How a session stands, which is how its milestone's work can go on today:
 *
 * - `blocked`: the milestone is stuck, or still waits for its predecessors;
 * - `constrained`: somebody it needs is over-allocated today, and its share is the one that does not fit;
 * - `healthy`: neither, where the milestone says who works on it.
 */
function standingOf({ milestone: id }: Session, explained: ReadonlyMap<string, Explained>, project: Watched): Standing {
  const found = id === null ? undefined : explained.get(id);
  if (found === undefined) return unknown('it names no milestone of the store');
  const { facts, health, reasons } = found;
  if (!isOpen(facts)) return unknown(`${id} is over`);
  if (health === 'blocked' || (facts.milestone.status === 'planning' && facts.waitsFor.length > 0)) {
    const why = reasons.find((r) => ['blocked', 'blocked-predecessor', 'waits-for'].includes(r.rule));
    return { health: 'blocked', reason: why?.text ?? null };
  }
  const day = project.calendar.onOrAfter(project.today);
  const squeeze = project.overloads
    .get(facts.milestone.id)
    ?.find(({ squeezed, load }) => squeezed && load.start <= day && day <= load.end);
  if (squeeze) return { health: 'constrained', reason: `Over-allocated: ${overloadText(squeeze, project.today)}` };
  const staffed = facts.milestone.resources.some(({ who, role, allocation, fte }) =>
    who === null ? role !== null && fte !== null : allocation !== null,
  );
  return staffed ? { health: 'healthy', reason: null } : unknown(`${id} does not say who works on it, and how much`);
}

/** The active sessions as the contract writes them. */
export function sessionsOf(
  sessions: readonly Session[],
  explained: readonly Explained[],
  project: Watched,
): Status['sessions'] {
  const byId = new Map(explained.map((each) => [each.facts.milestone.id, each]));
  return sessions
    .filter((session) => session.status === 'active')
    .map((session) => ({
      id: session.id,
      milestone: session.milestone,
      by: session.by,
      progress: session.progress === null ? null : roundPercent(session.progress),
      last_checkpoint: session.lastCheckpoint,
      ...standingOf(session, byId, project),
    }));
}
