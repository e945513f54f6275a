import type { ApprovalDecision } from '../model/approval.ts';
import type { Intent, Origin } from '../model/intent.ts';
import type { Entry, FieldEdit } from '../model/journal.ts';
import type { Impact } from '../model/plan.ts';
import { changeId } from './hash.ts';
import type { Step } from './step.ts';

const LABELS: Readonly<Record<string, string>> = {
  'timeline.estimated_hours': 'estimated hours',
  'timeline.baseline_end': 'baseline',
  'timeline.actual_start': 'start',
  'timeline.actual_end': 'end',
  'progress.percentage': 'progress',
  description: 'scope',
  'timeline.estimated_end': 'due date',
  'timeline.duration': 'duration',
  'dependencies.requires': 'dependencies',
  'dependencies.enables': 'dependencies',
};

function short(value: unknown): string {
  const text =
    typeof value === 'string' ? value : value === undefined || value === null ? 'none' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

const listed = (ids: readonly string[]): string => (ids.length > 3 ? `${ids.length} milestones` : ids.join(', '));

/** What edits come to, for "recent activity": `M05: due date 2024-07-28 → 2024-08-02`. */
function editsText(milestones: readonly string[], edits: readonly FieldEdit[]): string {
  const fields = [
    ...new Set(edits.map(({ path }) => LABELS[path.join('.')] ?? (path[0] === 'risks' ? 'risks' : path.join('.')))),
  ];
  const [first] = edits;
  const one = edits.length === 1 && first ? ` ${short(first.before)} → ${short(first.after)}` : '';
  return `${listed(milestones)}: ${fields.join(', ')}${one}`;
}

function summaryOf({ kind, of, edits, milestones }: Step): string {
  if (kind === 'approved') return `${listed(milestones)}: ${of} approved`;
  if (kind === 'rejected') return `${listed(milestones)}: ${of} rejected`;
  if (kind === 'undone') return `${listed(milestones)}: ${of} undone`;
  return editsText(milestones, edits);
}

/** The command without its `/milestone`: what a person would type again. */
export function commandOf(intent: Intent): string {
  return intent.text.trim().replace(/^\/milestone[\s/]+/i, '');
}

const reasonOf = ({ options }: Intent): string | null =>
  typeof options['reason'] === 'string' ? options['reason'] : null;

interface Common {
  readonly origin: Origin;
  readonly hash: string;
  readonly approvals: readonly ApprovalDecision[];
  readonly impact: Impact;
  /** Ids that other entries have. */
  readonly taken: ReadonlySet<string>;
}

/** The projected finishes that are to move, for comparing them with what comes; none for what changes nothing. */
function predicted({ milestones }: Impact, edits: readonly FieldEdit[]): Pick<Entry, 'impact'> {
  const moved =
    edits.length === 0
      ? []
      : milestones.flatMap(({ id, projectedFinish }) =>
          projectedFinish ? [{ milestone: id, ...projectedFinish }] : [],
        );
  return moved.length > 0 ? { impact: moved } : {};
}

/** The journal entry of one step. */
export function stepEntry(step: Step, { origin, hash, approvals, impact, taken }: Common): Entry {
  const { intent, kind, of, request, edits, milestones, granted } = step;
  // An approval that completes a request brings two entries of one intent; each needs a name of its own.
  return {
    id: changeId(kind === 'applied' && of !== null ? `${intent.id}/applied` : intent.id, taken),
    kind,
    of,
    ...(request === undefined ? {} : { request }),
    at: origin.now,
    actor: origin.actor,
    source: origin.source,
    intent: intent.id,
    command: commandOf(intent),
    commands: [],
    reason: reasonOf(intent),
    summary: summaryOf(step),
    milestones: [...milestones],
    changes: [...edits],
    plan: edits.length > 0 ? hash : null,
    approvals: granted ? [...(step.given ?? [])] : approvals.filter((decision) => decision.outcome === 'automatic'),
    ...predicted(impact, edits),
  };
}

/** The journal entry of a request: everything its approval will carry out, and whose approvals it waits for. */
export function requestEntry(steps: readonly Step[], { origin, hash, approvals, impact, taken }: Common): Entry {
  const [first] = steps;
  const edits = steps.flatMap((step) => step.edits);
  const milestones = [...new Set(steps.flatMap((step) => step.milestones))];
  const intentId = first?.intent.id ?? '';
  return {
    id: changeId(intentId, taken),
    kind: 'requested',
    of: null,
    at: origin.now,
    actor: origin.actor,
    source: origin.source,
    intent: intentId,
    command: first ? commandOf(first.intent) : null,
    commands: steps.map((step) => commandOf(step.intent)),
    reason: first ? reasonOf(first.intent) : null,
    summary: `${editsText(milestones, edits)} (asked for)`,
    milestones,
    changes: edits,
    plan: hash,
    approvals: approvals.filter((decision) => decision.outcome === 'required'),
    ...predicted(impact, edits),
  };
}
