import {
  type ApprovalDecision,
  approvalFile,
  approversText,
  type GivenApproval,
  receivedOf,
} from '../model/approval.ts';
import { parseDay, parseInstant } from '../model/day.ts';
import { compareIds } from '../model/id.ts';
import type { Entry } from '../model/journal.ts';
import type { Status } from '../model/status.ts';
import { collectionLines, OWN_LAYOUT } from './yaml/print.ts';

const MS_PER_DAY = 86_400_000;

/** Epoch milliseconds of an entry's `at`; a bare date counts from its midnight in UTC. */
function instantOf(at: string): number {
  return parseInstant(at) ?? (parseDay(at, 'UTC') ?? 0) * MS_PER_DAY;
}

/** Journal order: by instant, then by place within it, then by id. */
export function compareEntries(a: Entry, b: Entry): number {
  return instantOf(a.at) - instantOf(b.at) || (a.order ?? 0) - (b.order ?? 0) || compareIds(a.id, b.id);
}

/** Where an entry is kept, relative to the store: `logs/2024/07/20240726T164500Z-C-7f3a.yaml`. */
export function entryPath(entry: Entry): string {
  const [year, month] = new Date(instantOf(entry.at)).toISOString().split('-');
  const stamp = new Date(instantOf(entry.at)).toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '');
  // Ids are ours, but a file name must not leave its folder whatever an id holds.
  const name = entry.id.replace(/[^A-Za-z0-9._-]+/g, '-').slice(0, 64);
  return `logs/${year}/${month}/${stamp}-${name}.yaml`;
}

/** An entry as YAML, keys in a fixed order; what is null or empty is left out. Reading it back gives the same entry. */
export function printEntry(entry: Entry): string {
  const { id, kind, of, at, actor, source, intent, command, commands, reason, summary, milestones } = entry;
  const brought_by = entry.broughtBy ?? null;
  const order = entry.order ?? null;
  const request = entry.request ?? null;
  const keys = {
    id,
    kind,
    of,
    request,
    at,
    order,
    actor,
    brought_by,
    source,
    intent,
    command,
    commands,
    reason,
    summary,
    milestones,
  };
  const edits = entry.changes.map(({ file, path, before, after, restore }) => ({ file, path, before, after, restore }));
  const given = Object.entries({
    ...keys,
    changes: edits,
    plan: entry.plan,
    approvals: entry.approvals.map(approvalFile),
    impact: (entry.impact ?? []).map(({ milestone, before, after }) => ({
      milestone,
      projected_finish: { before, after },
    })),
  }).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0));
  return `${collectionLines(Object.fromEntries(given), 0, OWN_LAYOUT).join('\n')}\n`;
}

type Change = Status['changes'][number];

/** The fold of the journal, while it is made: each change under every id that names it. */
class Fold {
  readonly rows = new Map<string, Change>();
  /** What an undoing change undid. */
  readonly undid = new Map<string, string>();
  readonly #names = new Map<string, string>();

  readonly #asked = new Map<string, readonly ApprovalDecision[]>();
  readonly #given = new Map<string, readonly GivenApproval[]>();

  open(entry: Entry, state: Change['state']): void {
    const { id, at, actor, command, milestones } = entry;
    if (this.rows.has(id)) return;
    const asked = entry.approvals.filter((approval) => approval.outcome === 'required');
    this.#asked.set(id, asked);
    const row: Change = {
      id,
      state,
      at,
      actor,
      command,
      milestones: [...milestones],
      waiting_for: [],
      approved_by: [],
    };
    this.rows.set(id, { ...row, waiting_for: this.#waiting(id) });
  }

  #waiting(id: string): Change['waiting_for'] {
    return (this.#asked.get(id) ?? []).map((approval) => ({
      rule: approval.rule,
      kinds: [...approval.kinds],
      from: approversText(approval),
      ...receivedOf(approval, this.#given.get(id) ?? []),
      answer_by: approval.answerBy,
      expires: approval.expires,
    }));
  }

  alias(name: string, id: string): void {
    if (!this.rows.has(name)) this.#names.set(name, id);
  }

  /** Counts what an entry gives to a change; a change made by hand is approved with the last approval it lacked. */
  approve(id: string, { actor, approvals }: Entry): void {
    const row = this.rows.get(id);
    if (!row) return;
    const given = approvals.flatMap((decision) =>
      decision.outcome === 'given' ? [{ by: decision.by ?? actor, decision }] : [],
    );
    this.#given.set(id, [...(this.#given.get(id) ?? []), ...given]);
    const by = given.length > 0 ? given.map((each) => each.by) : [actor];
    this.rows.set(id, {
      ...row,
      waiting_for: this.#waiting(id),
      approved_by: [...new Set([...row.approved_by, ...by])],
    });
    if (this.#waiting(id).every(({ received, needed }) => received >= needed)) this.move(id, 'unapproved', 'applied');
  }

  /** Moves a change to a state if it is in the state before that; undoing an undoing change brings back what it undid. */
  move(name: string, from: Change['state'], to: Change['state']): void {
    const id = this.#names.get(name) ?? name;
    const row = this.rows.get(id);
    if (row?.state !== from) return;
    this.rows.set(id, { ...row, state: to });
    const undone = this.undid.get(id);
    if (undone === undefined || undone === id) return;
    if (to === 'undone') this.move(undone, 'undone', 'applied');
    else if (from === 'undone') this.move(undone, 'applied', 'undone');
  }
}

/**
 * The changes that the journal tells of, oldest first, each in the state that its entries add up to: a request waits until it
 * is applied, rejected or expires; what is applied may be undone, by an entry that is itself a change or carries one out. An approval alone
 * leaves a request pending. Edits by hand are changes in this sense where the policy asks for an approval of them: they are
 * `unapproved` until it is given. Deliveries are none.
 */
export function changesOf(journal: readonly Entry[]): Change[] {
  const fold = new Fold();
  // Requests first: entries may share a second, and an answer must find what it answers.
  for (const entry of journal) {
    const asks = entry.approvals.some((approval) => approval.outcome === 'required');
    if (entry.kind === 'requested') fold.open(entry, 'pending');
    else if (entry.kind === 'edited' && asks) fold.open(entry, 'unapproved');
    if (entry.kind === 'edited' && entry.approvals.some(({ outcome }) => outcome === 'given'))
      fold.approve(entry.id, entry);
  }
  for (const entry of journal) {
    const { id, kind, of } = entry;
    if (kind === 'applied' || kind === 'resolved') {
      if (of !== null && fold.rows.has(of)) {
        fold.alias(id, of);
        fold.move(of, 'pending', 'applied');
      } else fold.open(entry, 'applied');
    } else if (kind === 'approved' && of !== null) fold.approve(of, entry);
    else if (kind === 'rejected' && of !== null) fold.move(of, 'pending', 'rejected');
    else if (kind === 'expired' && of !== null) fold.move(of, 'pending', 'expired');
  }
  for (const entry of journal) {
    if (entry.kind !== 'undone' || entry.of === null) continue;
    if (entry.request !== undefined && fold.rows.has(entry.request)) {
      fold.alias(entry.id, entry.request);
      fold.move(entry.request, 'pending', 'applied');
    } else fold.open(entry, 'applied');
    fold.undid.set(entry.id, entry.of);
    fold.move(entry.of, 'applied', 'undone');
    fold.move(entry.of, 'unapproved', 'undone');
  }
  const order = new Map(journal.map((entry, i) => [entry.id, i]));
  return [...fold.rows.values()].sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}
