import type { Health } from '../model/standing.ts';
import { ACTION_PRIORITIES } from '../model/standing.ts';
import type { ActionItem, Reason } from '../model/status.ts';
import type { Facts } from './facts.ts';
import { isOpen } from './facts.ts';
import type { Watched } from './watch.ts';
import { overloadText } from './watch.ts';
import { listed } from './wording.ts';

/** A milestone with its health and the reasons for it, by rule. */
export interface Explained {
  readonly facts: Facts;
  readonly health: Health;
  readonly reasons: readonly Reason[];
}

interface Rule {
  readonly priority: ActionItem['priority'];
  /** What to do, naming the milestone, and why; null where there is nothing to do. */
  readonly test: (explained: Explained, project: Watched) => { text: string; cause: string } | null;
}

function name({ milestone }: Facts): string {
  return milestone.title === milestone.id ? milestone.id : `${milestone.id} ${milestone.title}`;
}

/** The sentence of one of the given health rules, if it fired. */
function reason({ reasons }: Explained, ...rules: readonly string[]): string | null {
  return reasons.find((r) => rules.includes(r.rule))?.text ?? null;
}

/** An action whose cause is that a health rule fired. */
function when(priority: Rule['priority'], rules: readonly string[], text: (facts: Facts) => string | null): Rule {
  return {
    priority,
    test: (explained) => {
      const cause = reason(explained, ...rules);
      const what = cause === null ? null : text(explained.facts);
      return cause === null || what === null ? null : { text: what, cause };
    },
  };
}

const isCritical = (facts: Facts): boolean => facts.slot?.critical === true;

/** Whoever is overloaded serves several milestones: only the one whose share does not fit is to change. */
function ease(priority: Rule['priority'], critical: boolean): Rule {
  return {
    priority,
    test: ({ facts }, { overloads, today }) => {
      const over = (overloads.get(facts.milestone.id) ?? []).filter((overload) => overload.squeezed);
      const [first] = over;
      if (first === undefined || isCritical(facts) !== critical) return null;
      const people = [...new Set(over.map(({ load }) => load.who))];
      return {
        text: `Ease the load on ${listed(people)} in ${name(facts)}`,
        cause: `Over-allocated: ${overloadText(first, today)}`,
      };
    },
  };
}

/** Of each family at most one action is proposed for a milestone: the first whose rule holds. */
const FAMILIES: readonly (readonly Rule[])[] = [
  // Time.
  [
    when('urgent', ['past-due'], (facts) => `Finish ${name(facts)} or agree on a new due date`),
    when('urgent', ['projected-late'], (facts) =>
      isCritical(facts) ? `Bring ${name(facts)} back on schedule: it is on the critical path` : null,
    ),
    when('urgent', ['due-soon'], (facts) => `Finish ${name(facts)}`),
    when('high', ['projected-late'], (facts) => `Bring ${name(facts)} back on schedule or agree on a new due date`),
    when('medium', ['projected-after-due', 'forecast-after-due'], (facts) => `Gain time on ${name(facts)}`),
    when('medium', ['behind'], (facts) => `Find out why ${name(facts)} is behind`),
    {
      priority: 'low',
      test: ({ facts }) =>
        isOpen(facts) && facts.due === null
          ? {
              text: `Set a due date for ${name(facts)}`,
              cause: 'Without timeline.estimated_end nothing tells whether it is late',
            }
          : null,
    },
  ],
  // Obstacles. A member of a cycle has no float; whoever waits for itself is stuck for good.
  [
    when('urgent', ['blocked'], (facts) => (isCritical(facts) || facts.cyclic ? `Unblock ${name(facts)}` : null)),
    when('high', ['blocked'], (facts) => `Unblock ${name(facts)}`),
    when('high', ['external-at-risk', 'external-overdue'], (facts) => `Settle what ${name(facts)} needs from outside`),
  ],
  // Risks.
  [when('medium', ['high-risk'], (facts) => `Mitigate the open risks of ${name(facts)}`)],
  // People.
  [ease('high', true), ease('medium', false)],
  // Quality: nobody expects what has not begun to meet its targets.
  [
    when('medium', ['quality-below-target'], (facts) =>
      facts.milestone.status === 'in_progress' ? `Bring ${name(facts)} to its quality targets` : null,
    ),
  ],
  // News.
  [when('medium', ['stale'], (facts) => `Find out how ${name(facts)} stands, and record it`)],
  // The network.
  [
    {
      priority: 'medium',
      test: ({ facts }) => {
        const gone = facts.requires.filter((link) => link.from.milestone.status === 'cancelled');
        if (gone.length === 0 || !isOpen(facts)) return null;
        const ids = listed(gone.map((link) => link.from.milestone.id));
        return { text: `Decide whether ${name(facts)} can do without ${ids}`, cause: 'It requires what was cancelled' };
      },
    },
    {
      priority: 'low',
      test: ({ facts, health }) => {
        const waits = facts.waitsFor;
        if (health !== 'pending' || !isCritical(facts) || waits.length === 0) return null;
        const ids = listed(waits.map((p) => p.milestone.id));
        return {
          text: `See whether part of ${name(facts)} can start before ${ids} ${waits.length === 1 ? 'is' : 'are'} finished`,
          cause: 'It is on the critical path and only waits',
        };
      },
    },
  ],
];

/** What to do next, most pressing first; of the same priority the earlier due date, then the smaller id, comes first, and `others` last. */
export function actionsOf(
  explained: readonly Explained[],
  project: Watched,
  others: readonly ActionItem[] = [],
): ActionItem[] {
  const found = explained.flatMap((each) =>
    FAMILIES.flatMap((rules) => {
      for (const { priority, test } of rules) {
        const hit = test(each, project);
        const due = each.facts.due ?? Number.POSITIVE_INFINITY;
        if (hit !== null) return [{ due, action: { priority, ...hit, milestone: each.facts.milestone.id } }];
      }
      return [];
    }),
  );
  const rank = (action: ActionItem): number => ACTION_PRIORITIES.indexOf(action.priority);
  return [...found, ...others.map((action) => ({ due: Number.POSITIVE_INFINITY, action }))]
    .sort((a, b) => rank(a.action) - rank(b.action) || (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
    .map((each) => each.action);
}
