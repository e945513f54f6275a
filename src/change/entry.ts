import type { Intent, Origin } from '../model/intent.ts';
import type { Entry, FieldEdit } from '../model/journal.ts';
import type { ApprovalDecision } from '../model/plan.ts';
import { changeId } from './hash.ts';

const LABELS: Readonly<Record<string, string>> = {
  description: 'scope',
  'timeline.estimated_end': 'due date',
  'timeline.duration': 'duration',
  'dependencies.requires': 'dependencies',
  'dependencies.enables': 'dependencies',
};

/** What people call a field: `timeline.estimated_end` → `due date`. */
export function fieldLabel(path: FieldEdit['path']): string {
  const key = path.join('.');
  return LABELS[key] ?? key;
}

function short(value: unknown): string {
  const text =
    typeof value === 'string' ? value : value === undefined || value === null ? 'none' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function summaryOf(intent: Intent, milestones: readonly string[], edits: readonly FieldEdit[]): string {
  const fields = [...new Set(edits.map((edit) => fieldLabel(edit.path)))];
  const [first] = edits;
  const one =
    fields.length === 1 && edits.length === 1 && first ? ` ${short(first.before)} → ${short(first.after)}` : '';
  const who = milestones.length > 3 ? `${milestones.length} milestones` : milestones.join(', ');
  return `${who}: ${fields.join(', ')}${one}${typeof intent.options['reason'] === 'string' ? ` (${short(intent.options['reason'])})` : ''}`;
}

export interface EntryParts {
  readonly intent: Intent;
  readonly origin: Origin;
  readonly milestones: readonly string[];
  readonly edits: readonly FieldEdit[];
  readonly hash: string;
  readonly approvals: readonly ApprovalDecision[];
  /** Ids that other entries have. */
  readonly taken: ReadonlySet<string>;
}

/** The journal entry of one applied command. */
export function appliedEntry({ intent, origin, milestones, edits, hash, approvals, taken }: EntryParts): Entry {
  const reason = intent.options['reason'];
  return {
    id: changeId(intent.id, taken),
    kind: 'applied',
    of: null,
    at: origin.now,
    actor: origin.actor,
    source: origin.source,
    intent: intent.id,
    command: intent.text.trim().replace(/^\/milestone[\s/]+/i, ''),
    reason: typeof reason === 'string' ? reason : null,
    summary: summaryOf(intent, milestones, edits),
    milestones: [...milestones],
    changes: [...edits],
    plan: hash,
    approvals: approvals.map(({ rule, outcome, reason: why }) => ({ rule, outcome, reason: why })),
  };
}
