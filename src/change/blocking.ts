import type { Plan, Refusal } from '../model/plan.ts';
import { infeasible } from './checks.ts';
import { list } from './figures.ts';
import { overloadsBy, overloadText } from './overload.ts';
import { refusal } from './refusal.ts';
import type { Sides } from './sides.ts';

/** A warning that keeps a plan from being applied unless it is forced, and the edited milestones that it is about. */
export interface Blocking {
  readonly milestones: readonly string[];
  readonly refusal: Refusal;
}

/**
 * The blocking warnings of a plan, where the change causes or worsens them: due dates before the projected finish, people
 * above their capacity. None for what was forced, for requests and for what approvers saw before they approved it.
 */
export function blockingOf(plan: Pick<Plan, 'intents' | 'mode' | 'before' | 'after'>, sides: Sides): Blocking[] {
  const forced = plan.intents.every((intent) => intent.options['force'] === true || intent.verb !== 'update');
  if (forced || plan.mode === 'request') return [];
  const edited = new Set(sides.edited);
  const late = infeasible(plan, edited).map((row): Blocking => {
    const message = `${row.id} would be due on ${row.due} but is projected to finish on ${row.projected_finish}`;
    const hint = 'Choose a later date, or add --force to commit to it all the same.';
    return { milestones: [row.id], refusal: refusal('infeasible-due', message, { hint }) };
  });
  const over = overloadsBy(sides.before.loads, sides.after.loads).map((load): Blocking => {
    const own = load.facts.map((f) => f.milestone.id).filter((id) => edited.has(id));
    const hint = 'Ask less of them, move one of the milestones, or add --force to plan it all the same.';
    // What only moves because of the change is held up by all of it.
    return {
      milestones: own.length > 0 ? own : sides.edited,
      refusal: refusal('over-capacity', overloadText(load), { hint }),
    };
  });
  return [...late, ...over];
}

/** All of them in one refusal: there is one answer, and it has to name everything that stands in the way. */
export function blockedBy(found: readonly Blocking[]): Refusal | null {
  const [first] = found;
  if (!first) return null;
  const hints = [...new Set(found.map((each) => each.refusal.hint ?? ''))];
  const shown = found.slice(0, 20).map((each) => each.refusal.message);
  const missing = found.length - shown.length;
  return {
    ...first.refusal,
    message: [...shown, ...(missing > 0 ? [`${missing} more`] : [])].join('; '),
    hint: hints.join(' '),
  };
}

/** The first reason for each milestone that has to be left out. */
export function barredBy(found: readonly Blocking[]): Map<string, Refusal> {
  const barred = new Map<string, Refusal>();
  for (const { milestones, refusal: why } of found) {
    for (const id of milestones) {
      const message = milestones.length > 1 ? `${why.message} (so ${list(milestones)} stay as they are)` : why.message;
      if (!barred.has(id))
        barred.set(id, { ...why, message: why.message.startsWith(id) ? message : `${id}: ${message}` });
    }
  }
  return barred;
}
