import type { Answer } from '../model/answer.ts';
import type { Entry } from '../model/journal.ts';
import type { Plan } from '../model/plan.ts';
import type { Status } from '../model/status.ts';
import { clip, code, md } from './escape.ts';

type Change = Status['changes'][number];

interface Decided {
  readonly entry: Entry;
  readonly change: Change;
  readonly complete: boolean;
  readonly dismissed: NonNullable<Plan['heard']>['dismissed'];
}

/** The request, or the change made by hand, that an answer decides about, and the decision; null for any other answer. */
export function decisionOf({ decision, status }: Answer): Decided | null {
  const entries = decision.kind === 'planned' ? decision.plan.entries : [];
  const entry = entries.find(({ kind }) => kind === 'approved' || kind === 'rejected');
  const heard = decision.kind === 'planned' ? decision.plan.heard : undefined;
  // What the reply tells of who approved has to be what was decided by.
  const change = heard?.change ?? status?.changes.find(({ id }) => id === entry?.of);
  if (!entry || !change || entries.filter(({ kind }) => kind === entry.kind).length > 1) return null;
  const complete = change.state !== 'pending' && change.state !== 'unapproved';
  return { entry, change, complete, dismissed: heard?.dismissed ?? [] };
}

const aboutOf = ({ milestones }: Change): string =>
  milestones.length === 0
    ? ''
    : ` for ${milestones.length > 3 ? `${milestones.length} milestones` : milestones.join(', ')}`;

/** The decision in a few words, with its sign; null for any other answer. */
export function decidedText(answer: Answer): { sign: string; words: string } | null {
  const decided = decisionOf(answer);
  if (decided === null) return null;
  const { entry, change, complete } = decided;
  const what = `${change.id}${aboutOf(change)}`;
  if (entry.kind === 'rejected') return { sign: '🚫', words: `Rejected: ${what}` };
  if (!complete) return { sign: '⏳', words: `Approved by ${entry.actor}, others are still asked: ${what}` };
  const applied = answer.decision.kind === 'planned' && answer.decision.plan.edits.length > 0;
  return { sign: '✅', words: `${applied ? 'Approved and applied' : 'Approved'}: ${what}` };
}

/** What became of a request by a decision about it, and who else has to decide. */
export function decidedLine({ entry, change, complete, dismissed }: Decided): string {
  const what = change.command === null ? 'made by hand' : code(clip(change.command, 300));
  const asked = `${code(change.id)} (${what}${change.command === null ? '' : `, asked for by ${md(change.actor)}`})`;
  if (entry.kind === 'rejected') return `${asked} was rejected by ${md(entry.actor)}; it will not be carried out.`;
  const by = `approved by ${change.approved_by.map(md).join(', ')}`;
  const lost = dismissed.map((each) => ` The approval by ${md(each.by)} does not count: ${md(each.why)}.`).join('');
  if (complete) return `${asked} is ${by}.${lost}`;
  const open = change.waiting_for.filter(({ received, needed }) => received < needed);
  const missing = [...new Set(open.flatMap((rule) => rule.missing))].map(md).join(', ');
  const rest = missing === '' ? 'approvals that hold: the comment of an earlier one was edited or is gone' : missing;
  const meanwhile = change.command === null ? 'It is in force meanwhile.' : 'Nothing has changed yet.';
  return `${asked} is ${by} and still waits for ${rest}.${lost} ${meanwhile}`;
}
