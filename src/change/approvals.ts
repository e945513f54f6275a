import { type Calendar, calendarOf } from '../analysis/calendar.ts';
import { valueUnder } from '../analysis/journal-changes.ts';
import type { ApprovalDecision } from '../model/approval.ts';
import type { Config } from '../model/config.ts';
import { type Day, formatDay, parseDay } from '../model/day.ts';
import type { FieldEdit } from '../model/journal.ts';
import type { Impact } from '../model/plan.ts';
import { parseSpan, spanDays } from '../model/span.ts';
import type { State } from '../model/state.ts';
import { daysMoved } from './impact.ts';

type Rule = Config['approvals'][number];
type Condition = NonNullable<Rule['when']>[string];

/** What a policy's `when` can ask about. Numbers are signed: days in working days, FTE as a sum over the change. */
export interface ChangeFacts {
  readonly timeline_days: number;
  readonly finish_days: number;
  /** Shift of the forecast's P85; undefined where there is no forecast. */
  readonly p85_days: number | undefined;
  readonly fte: number;
  /** Change of the estimated hours, as a sum over the change. */
  readonly effort_hours: number;
  /** Change of cost in `config.currency`; undefined where a rate is not known. */
  readonly budget: number | undefined;
  readonly scope: boolean;
  readonly dependencies: boolean;
  readonly critical_path: boolean;
  readonly priority: readonly string[];
  readonly status: readonly string[];
  readonly milestone: readonly string[];
  readonly label: readonly string[];
}

/** What the approvals need to know that is not in the edits. */
export interface Measured {
  readonly timelineDays: number;
  readonly p85Days: number | null;
  /** Null where a rate is missing. */
  readonly cost: number | null;
}

const dateOf = (value: unknown): string | null => (typeof value === 'string' ? value.slice(0, 10) : null);

/** The largest signed shift of a due date among the edits, in working days; 0 if none moves. */
export function timelineDays(calendar: Calendar, edits: readonly FieldEdit[]): number {
  const due = edits.filter((edit) => edit.path.join('.') === 'timeline.estimated_end');
  const shifts = due.map((edit) => daysMoved(calendar, dateOf(edit.before), dateOf(edit.after)));
  return shifts.length === 0 ? 0 : Math.max(...shifts);
}

function touches(edits: readonly FieldEdit[], key: string): boolean {
  return edits.some((edit) => edit.path[0] === key);
}

/** Change of the estimated hours over all edits. */
function effortHours(edits: readonly FieldEdit[]): number {
  return edits.reduce((sum, edit) => {
    const value = valueUnder(edit, ['timeline', 'estimated_hours']);
    const hours = (side: unknown): number => (typeof side === 'number' ? side : 0);
    return value === null ? sum : sum + hours(value.after) - hours(value.before);
  }, 0);
}

/** The facts of a change of these edits. */
export function factsOf(state: State, edits: readonly FieldEdit[], impact: Impact, measured: Measured): ChangeFacts {
  const edited = impact.milestones.filter((m) => m.edited).map((m) => m.id);
  const milestones = state.milestones.filter((m) => edited.includes(m.id));
  const costly = touches(edits, 'resources') || effortHours(edits) !== 0;
  const news = (key: string): string[] =>
    edits.filter((edit) => edit.path[0] === key).map((edit) => String(edit.after));
  return {
    timeline_days: measured.timelineDays,
    finish_days: impact.projectFinishDays,
    p85_days: measured.p85Days ?? undefined,
    fte: impact.assigned.reduce((sum, { fte }) => sum + fte.after - fte.before, 0),
    effort_hours: effortHours(edits),
    budget: costly ? (measured.cost ?? undefined) : 0,
    scope: touches(edits, 'description'),
    dependencies: touches(edits, 'dependencies'),
    critical_path: JSON.stringify(impact.criticalPaths.before) !== JSON.stringify(impact.criticalPaths.after),
    priority: news('priority'),
    status: news('status'),
    milestone: edited,
    label: milestones.flatMap((m) => m.labels),
  };
}

function holds(condition: Condition, fact: unknown): boolean {
  // A condition on something this version cannot measure counts as met: better to ask once too often than to let it pass.
  if (fact === undefined) return true;
  if (typeof fact === 'number') {
    if (typeof condition === 'number') return fact === condition;
    if (typeof condition !== 'object' || Array.isArray(condition)) return true;
    const { gt, gte, lt, lte } = condition;
    return (
      (gt == null || fact > gt) &&
      (gte == null || fact >= gte) &&
      (lt == null || fact < lt) &&
      (lte == null || fact <= lte)
    );
  }
  if (typeof fact === 'boolean') return typeof condition === 'boolean' ? fact === condition : true;
  const wanted = Array.isArray(condition) ? condition : [String(condition)];
  return (fact as readonly string[]).some((value) => wanted.includes(value));
}

/** Whom a rule asks: a bare list means any one of them. */
function askedOf({ from }: Rule): Pick<ApprovalDecision, 'any' | 'count' | 'all'> {
  if (Array.isArray(from)) return { any: from, count: 1, all: [] };
  return { any: from.any ?? [], count: from.count ?? 1, all: from.all ?? [] };
}

function conditionText(rule: Rule): string {
  return Object.entries(rule.when ?? {})
    .map(([name, condition]) => {
      if (typeof condition !== 'object' || Array.isArray(condition)) return `${name} ${String(condition)}`;
      const signs = { gt: '>', gte: '≥', lt: '<', lte: '≤' } as const;
      const parts = Object.entries(signs).flatMap(([key, sign]) => {
        const value = condition[key];
        return value == null ? [] : [`${name} ${sign} ${String(value)}`];
      });
      return parts.join(' and ');
    })
    .join(', ');
}

/** Why a rule asks; a condition that counts as met because nobody can tell is named as such. */
function reasonOf(rule: Rule, measured: Readonly<Record<string, unknown>>): string {
  const open = Object.keys(rule.when ?? {}).filter((name) => measured[name] === undefined);
  const unknown = open.length > 0 ? ` (${open.join(', ')}: no data, so it asks)` : '';
  return conditionText(rule) + unknown || 'applies to every change';
}

/** The last day of a span of working days that begins today, as an ISO day. */
function dayAfter(span: string | null | undefined, today: Day, calendar: Calendar): string | null {
  const parsed = span ? parseSpan(span) : undefined;
  return parsed ? formatDay(calendar.shiftWorkingDays(today, spanDays(parsed, calendar.daysPerWeek))) : null;
}

/**
 * What the policy says of a change: one decision per rule that applies, or `automatic` ones that name the limits it stayed
 * within. Conditions of one rule must all hold; a rule without conditions always applies. `now` is an ISO instant.
 */
export function approvalsFor(config: Config, facts: ChangeFacts, now: string): ApprovalDecision[] {
  const measured = facts as unknown as Record<string, unknown>;
  const calendar = calendarOf(config.calendar);
  const today = parseDay(now, config.calendar.timezone) ?? 0;
  const none = { any: [], count: 1, all: [], selfApproval: false, answerBy: null, expires: null };
  const required = config.approvals.filter((rule) =>
    Object.entries(rule.when ?? {}).every(([name, condition]) => holds(condition, measured[name])),
  );
  if (required.length > 0) {
    return required.map((rule) => ({
      rule: rule.name,
      outcome: 'required',
      reason: reasonOf(rule, measured),
      ...askedOf(rule),
      selfApproval: rule.self_approval ?? false,
      answerBy: dayAfter(rule.answer_within, today, calendar),
      expires: dayAfter(rule.expires, today, calendar),
    }));
  }
  if (config.approvals.length === 0) {
    const reason = 'config.yaml has no approval rules';
    return [{ rule: 'No approval needed', outcome: 'automatic', reason, ...none }];
  }
  return config.approvals.map((rule) => ({
    rule: rule.name,
    outcome: 'automatic',
    reason: `outside ${conditionText(rule)}`,
    ...none,
  }));
}
