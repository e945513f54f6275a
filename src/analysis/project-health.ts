import { formatDay } from '../model/day.ts';
import type { Health } from '../model/standing.ts';
import type { Reason } from '../model/status.ts';
import type { Facts, Project } from './facts.ts';
import { isOpen } from './facts.ts';
import { against, listed } from './wording.ts';

/** A milestone with the health that its own rules gave it. */
interface Rated {
  readonly facts: Facts;
  readonly health: Health;
}

interface Rule {
  readonly rule: string;
  readonly health: Health;
  readonly test: (rated: readonly Rated[], project: Project) => string | null;
}

function named(rated: readonly Rated[], health: Health, which: (facts: Facts) => boolean = () => true): string[] {
  return rated.filter((r) => r.health === health && which(r.facts)).map((r) => r.facts.milestone.id);
}

/** The project's projected finish against its last due date, if it is late by more than `above` and at most `upTo` days. */
function finish(rated: readonly Rated[], { schedule, calendar }: Project, above: number, upTo: number): string | null {
  const dues = rated.map((r) => r.facts.due).filter((due) => due !== null);
  const end = schedule.projectedFinish;
  if (end === null || dues.length === 0) return null;
  const last = dues.reduce((latest, due) => Math.max(latest, due));
  const variance = calendar.workingDaysBetween(last, end);
  if (variance <= above || variance > upTo) return null;
  return `The project is projected to finish on ${formatDay(end)}, ${against(last, end, variance)}`;
}

/** `M06 is late`, `M06 and M07 are late`. */
function are(ids: readonly string[], what: string): string | null {
  if (ids.length === 0) return null;
  return `${listed(ids)} ${ids.length === 1 ? 'is' : 'are'} ${what}`;
}

/** First match wins, as for milestones. Cancelled milestones are left out before. */
const RULES: readonly Rule[] = [
  {
    rule: 'all-completed',
    health: 'done',
    test: (rated) => (rated.some((r) => isOpen(r.facts)) ? null : `All ${rated.length} milestones are completed`),
  },
  {
    // Someone is stuck, and everybody else waits: nobody can go on.
    rule: 'all-blocked',
    health: 'blocked',
    test: (rated) => {
      const open = rated.filter((r) => isOpen(r.facts));
      const free = open.filter(
        ({ facts, health }) =>
          health !== 'blocked' && (facts.milestone.status === 'in_progress' || facts.waitsFor.length === 0),
      );
      if (free.length > 0) return null;
      return are(named(open, 'blocked'), 'blocked, and nothing else can go on');
    },
  },
  {
    rule: 'projected-late',
    health: 'late',
    test: (rated, project) => finish(rated, project, project.config.tolerance.nearCritical, Number.POSITIVE_INFINITY),
  },
  {
    rule: 'projected-after-due',
    health: 'at_risk',
    test: (rated, project) => finish(rated, project, 0, project.config.tolerance.nearCritical),
  },
  { rule: 'milestones-late', health: 'at_risk', test: (rated) => are(named(rated, 'late'), 'late') },
  { rule: 'milestones-blocked', health: 'at_risk', test: (rated) => are(named(rated, 'blocked'), 'blocked') },
  {
    rule: 'critical-at-risk',
    health: 'at_risk',
    test: (rated) =>
      are(
        named(rated, 'at_risk', (f) => f.slot?.critical === true),
        'at risk on the critical path',
      ),
  },
  {
    rule: 'not-started',
    health: 'pending',
    test: (rated) => (rated.every((r) => r.facts.milestone.status === 'planning') ? 'No milestone has started' : null),
  },
];

/** The health of the project with its reasons, the deciding one first. */
export function projectHealth(all: readonly Rated[], project: Project): { health: Health; reasons: Reason[] } {
  const rated = all.filter((r) => r.facts.milestone.status !== 'cancelled');
  if (all.length === 0)
    return { health: 'pending', reasons: [{ rule: 'no-milestones', text: 'There are no milestones' }] };
  if (rated.length === 0) {
    return { health: 'done', reasons: [{ rule: 'all-cancelled', text: 'All milestones are cancelled' }] };
  }
  const hits = RULES.flatMap((rule) => {
    const text = rule.test(rated, project);
    return text === null ? [] : [{ rule, text }];
  });
  const deciding = hits[0];
  if (deciding) {
    return { health: deciding.rule.health, reasons: hits.map(({ rule, text }) => ({ rule: rule.rule, text })) };
  }
  const text =
    finish(rated, project, Number.NEGATIVE_INFINITY, 0) ??
    'No milestone is late, blocked or at risk on the critical path';
  return { health: 'on_track', reasons: [{ rule: 'on-track', text }] };
}
