import { type ApprovalDecision, approversText, type SignOffKind } from '../model/approval.ts';
import { changeText, trackingOf } from '../model/approval-tracking.ts';
import { SIGN_OFF_KINDS } from '../model/milestone-file.ts';
import type { ReportLine, ReportSection } from '../model/plan-report.ts';
import type { Status } from '../model/status.ts';
import { list } from './figures.ts';
import { milestoneOf, type Sides } from './sides.ts';

type Change = Status['changes'][number];

const TITLES: Readonly<Record<SignOffKind, string>> = {
  technical: 'Technical changes',
  resource: 'Resource changes',
  timeline: 'Timeline changes',
  scope: 'Scope changes',
};

/** One rule's approvals of a change, as far as they have come. */
interface Asked {
  readonly rule: string;
  readonly kinds: readonly SignOffKind[];
  readonly from: string;
  readonly received: number;
  readonly needed: number;
  /** Logins of those who approved. */
  readonly by: readonly string[];
  /** Names that still have to approve. */
  readonly missing: readonly string[];
}

const LISTED = 8;
const UNNAMED = 'a change request';

function askedText({ rule, from, received, needed, by, missing }: Asked): string {
  const who = received > 0 && by.length > 0 ? `, by ${list(by)}` : '';
  const open = received === needed ? '' : received === 0 ? `, needs ${from}` : `, still needs ${missing.join(', ')}`;
  return `${received} of ${needed} received${who}${open} (${rule})`;
}

/** Sign-offs that the edited milestones' files record, as `alice for M05`. */
function recorded(sides: Sides, kind: SignOffKind): string[] {
  return sides.edited.flatMap((id) =>
    (milestoneOf(sides.after, id)?.signOffs ?? [])
      .filter((signOff) => signOff.kind === kind)
      .map(({ by, at }) => `${by} for ${id}${at === null ? '' : ` on ${at.slice(0, 10)}`}`),
  );
}

/** What stands behind a change, kind by kind: an approval received or still missing, the limit that allows it, or a recorded sign-off. */
function byKind(sides: Sides, approvals: readonly ApprovalDecision[], asked: readonly Asked[]): ReportLine[] {
  return SIGN_OFF_KINDS.flatMap((kind): ReportLine[] => {
    const rules = asked.filter((each) => each.kinds.includes(kind));
    const allowed = approvals.filter((a) => a.outcome === 'automatic' && a.kinds.includes(kind));
    const files = recorded(sides, kind);
    if (rules.length + allowed.length === 0) return [];
    const parts = [
      ...rules.map(askedText),
      ...(rules.length === 0 && allowed.length > 0 ? ['automatic, nobody has to sign'] : []),
      ...(files.length === 0 ? [] : [`earlier ones on file: ${list(files)}`]),
    ];
    const open = rules.some(({ received, needed }) => received < needed);
    return [{ mark: open ? 'warning' : 'ok', text: `${TITLES[kind]}: ${parts.join('; ')}` }];
  });
}

function listed(changes: readonly Change[]): string {
  const more = changes.length > LISTED ? ` and ${changes.length - LISTED} more` : '';
  return changes.slice(0, LISTED).map(changeText).join('; ') + more;
}

/** How approvals stand in the whole project: requests, automatic changes, sign-offs, and what waits for them. */
function trackingLines(changes: readonly Change[]): ReportLine[] {
  const { pending, unapproved, automatic, received, needed } = trackingOf(changes);
  const texts = [
    `Requests pending: ${pending.length}${pending.length === 0 ? '' : ` (${listed(pending)})`}`,
    `Auto-approved: ${automatic} so far`,
    needed === 0 ? 'Sign-offs: none are asked for' : `Sign-offs: ${received} of ${needed} received`,
    `Implementation blocked: ${pending.length === 0 ? 'nothing' : listed(pending)}`,
    ...(unapproved.length === 0 ? [] : [`In force without approval: ${listed(unapproved)}`]),
  ];
  return texts.map((text) => ({ mark: null, text }));
}

/**
 * The sign-offs of a plan by kind, and the approval tracking of the project once the plan is carried out. `about` is the change
 * that the plan makes or decides about; `named`: false while it is only looked at, for then its id is nobody's.
 */
export function signOffSections(
  sides: Sides,
  approvals: readonly ApprovalDecision[],
  changes: readonly Change[],
  about: string | null,
  named: boolean,
): ReportSection[] {
  const { config } = sides.before.state;
  const governed = config.approvals.length > 0 || Object.keys(config.authority).length > 0;
  if (!governed && !changes.some(({ waiting_for }) => waiting_for.length > 0)) return [];
  const change = about === null ? undefined : changes.find(({ id }) => id === about);
  const planned = approvals
    .filter((a) => a.outcome === 'required')
    .map(({ rule, kinds, any, count, all }): Asked => {
      const needed = (any.length > 0 ? count : 0) + all.length;
      return { rule, kinds, from: approversText({ any, count, all }), received: 0, needed, by: [], missing: [] };
    });
  const signed = byKind(sides, approvals, change?.waiting_for ?? planned);
  const tracked = trackingLines(
    named ? changes : changes.map((each) => (each.id === about ? { ...each, id: UNNAMED } : each)),
  );
  return [
    ...(signed.length > 0 ? [{ title: 'Stakeholder sign-offs', lines: signed }] : []),
    { title: 'Approval tracking', lines: tracked },
  ];
}
