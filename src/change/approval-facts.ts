import type { Calendar } from '../analysis/calendar.ts';
import { valueUnder } from '../analysis/journal-changes.ts';
import type { SignOffKind } from '../model/approval.ts';
import type { FieldEdit } from '../model/journal.ts';
import type { Impact } from '../model/plan.ts';
import type { State } from '../model/state.ts';
import { kindsOfChange } from './change-kinds.ts';
import { counted, money, signed } from './figures.ts';
import { daysMoved } from './impact.ts';

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
  /** What kinds of sign-off the change is about. */
  readonly kind: readonly SignOffKind[];
}

/** The kind of sign-off that a question about each fact is; what is absent may be any. */
export const KIND_OF_FACT: Readonly<Record<string, SignOffKind>> = {
  timeline_days: 'timeline',
  finish_days: 'timeline',
  p85_days: 'timeline',
  fte: 'resource',
  budget: 'resource',
  scope: 'scope',
  effort_hours: 'technical',
  dependencies: 'technical',
  critical_path: 'technical',
};

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
    kind: kindsOfChange(edits),
  };
}

const shift = (count: number): string =>
  count === 0 ? 'stays' : `${count > 0 ? '+' : '-'}${counted(Math.abs(count), 'working day')}`;

/** What a change measures, for people: `due date +3 working days`, `cost +1,296 USD`; null for what it does not touch. */
export function factText(name: string, facts: ChangeFacts, currency: string): string | null {
  const fact: unknown = (facts as unknown as Record<string, unknown>)[name];
  if (fact === undefined) return null;
  const days: Readonly<Record<string, string>> = {
    timeline_days: 'due date',
    finish_days: "the project's finish",
    p85_days: 'P85 of the forecast',
  };
  if (typeof fact === 'number' && days[name]) return `${days[name]} ${shift(fact)}`;
  if (typeof fact === 'number') {
    if (name === 'budget') return `cost ${fact === 0 ? 'stays' : money(fact, currency)}`;
    return `${signed(fact)} ${name === 'fte' ? 'FTE' : 'hours'}`;
  }
  if (typeof fact === 'boolean') {
    const words = name === 'scope' ? 'the scope' : name === 'critical_path' ? 'the critical path' : 'what it waits for';
    return `${words} ${fact ? 'changes' : 'stays'}`;
  }
  const values = fact as readonly string[];
  return values.length === 0 ? null : `${name} ${values.join(', ')}`;
}
