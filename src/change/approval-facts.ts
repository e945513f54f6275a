import type { Calendar } from '../analysis/calendar.ts';
import { milestoneOfFile, valueUnder } from '../analysis/journal-changes.ts';
import type { SignOffKind } from '../model/approval.ts';
import type { FieldEdit } from '../model/journal.ts';
import { SIGN_OFF_KINDS } from '../model/milestone-file.ts';
import type { Impact } from '../model/plan.ts';
import type { State } from '../model/state.ts';
import { kindsOfChange } from './change-kinds.ts';
import { counted, money, signed } from './figures.ts';
import { sameValue } from './hash.ts';
import { netUnder } from './net-edits.ts';

/**
 * What a policy's `when` can ask about; undefined is what nobody can tell. Numbers are signed: days in working days, FTE as a
 * sum over the change.
 */
export interface ChangeFacts {
  /** Undefined also where a due date is taken away. */
  readonly timeline_days: number | undefined;
  readonly finish_days: number | undefined;
  /** Shift of the forecast's P85; undefined where there is no forecast. */
  readonly p85_days: number | undefined;
  readonly fte: number | undefined;
  /** Change of the estimated hours, as a sum over the change. */
  readonly effort_hours: number | undefined;
  /** Change of cost in `config.currency`; undefined where a rate is not known. */
  readonly budget: number | undefined;
  readonly scope: boolean | undefined;
  readonly dependencies: boolean | undefined;
  readonly critical_path: boolean | undefined;
  readonly priority: readonly string[] | undefined;
  readonly status: readonly string[] | undefined;
  readonly milestone: readonly string[];
  readonly label: readonly string[] | undefined;
  /** What kinds of sign-off the change is about. */
  readonly kind: readonly SignOffKind[];
}

const KINDS = new Map<string, SignOffKind>([
  ['timeline_days', 'timeline'],
  ['finish_days', 'timeline'],
  ['p85_days', 'timeline'],
  ['fte', 'resource'],
  ['budget', 'resource'],
  ['scope', 'scope'],
  ['effort_hours', 'technical'],
  ['dependencies', 'technical'],
  ['critical_path', 'technical'],
]);

/** The kind of sign-off that a question about a fact is; undefined for one that may be about any. */
export function kindOfFact(name: string): SignOffKind | undefined {
  return KINDS.get(name);
}

/** A fact by the name that a policy gives it, which anybody may have chosen; undefined is what nobody can tell. */
export function factOf(facts: ChangeFacts, name: string): unknown {
  return Object.hasOwn(facts, name) ? facts[name as keyof ChangeFacts] : undefined;
}

/** What the approvals need to know that is not in the edits. */
export interface Measured {
  /** Null where a due date is taken away. */
  readonly timelineDays: number | null;
  readonly p85Days: number | null;
  /** Null where a rate is missing. */
  readonly cost: number | null;
}

/**
 * The largest signed shift of a due date by all the edits together, in working days; 0 if none moves. Null where a due date is taken away
 * or is no date: set again later, it may be any, and by how far it moved could not be told then.
 */
export function timelineDays(calendar: Calendar, edits: readonly FieldEdit[]): number | null {
  const moved = netUnder(edits, ['timeline', 'estimated_end']).filter(({ before }) => before != null);
  // A date with a time is the day that it falls on in the project's time zone.
  const dayOf = (value: unknown): number | null => (typeof value === 'string' ? calendar.dayOf(value) : null);
  const shifts = moved.map(({ before, after }) => {
    const [from, to] = [dayOf(before), dayOf(after)];
    return from === null || to === null ? null : calendar.workingDaysBetween(from, to);
  });
  const known = shifts.filter((days) => days !== null);
  if (known.length < shifts.length) return null;
  return known.length === 0 ? 0 : Math.max(...known);
}

const isWholeMilestone = ({ path, file }: FieldEdit): boolean =>
  path.length === 0 && milestoneOfFile(file) !== undefined;

/** True if the edit is of a field of the file's top level, whole files included. */
function isOf(edit: FieldEdit, key: string): boolean {
  if (!isWholeMilestone(edit)) return edit.path[0] === key;
  const value = valueUnder(edit, [key]);
  return value !== null && !sameValue(value.before, value.after);
}

/** Change of the estimated hours over all edits. */
function effortHours(edits: readonly FieldEdit[]): number {
  const hours = (side: unknown): number => (typeof side === 'number' ? side : 0);
  const net = netUnder(edits, ['timeline', 'estimated_hours']);
  return net.reduce((sum, { before, after }) => sum + hours(after) - hours(before), 0);
}

/** The facts of a change of these edits. A milestone that is added or taken away is scope; its labels are those in `milestones`. */
export function factsOf(
  { milestones: known }: Pick<State, 'milestones'>,
  edits: readonly FieldEdit[],
  impact: Impact,
  measured: Measured,
): ChangeFacts {
  const touched = edits.flatMap((edit) => milestoneOfFile(edit.file) ?? []);
  const edited = [...new Set([...impact.milestones.filter((m) => m.edited).map((m) => m.id), ...touched])];
  const milestones = known.filter((m) => edited.includes(m.id));
  const touches = (key: string): boolean => edits.some((edit) => isOf(edit, key));
  const costly = touches('resources') || effortHours(edits) !== 0;
  const news = (key: string): string[] => {
    const net = netUnder(
      edits.filter((edit) => isOf(edit, key)),
      [key],
    );
    return [...new Set(net.flatMap(({ after }) => (after === undefined ? [] : [String(after)])))];
  };
  return {
    timeline_days: measured.timelineDays ?? undefined,
    finish_days: impact.projectFinishDays,
    p85_days: measured.p85Days ?? undefined,
    fte: impact.assigned.reduce((sum, { fte }) => sum + fte.after - fte.before, 0),
    effort_hours: effortHours(edits),
    budget: costly ? (measured.cost ?? undefined) : 0,
    scope: edits.some(isWholeMilestone) || touches('description'),
    dependencies: touches('dependencies'),
    critical_path: JSON.stringify(impact.criticalPaths.before) !== JSON.stringify(impact.criticalPaths.after),
    priority: news('priority'),
    status: news('status'),
    milestone: edited,
    label: [...new Set(milestones.flatMap((m) => m.labels))],
    kind: kindsOfChange(edits),
  };
}

/** The facts of a change of milestones that cannot be read: which they are is known, and nothing else. */
export function unknownFacts({ milestone }: ChangeFacts): ChangeFacts {
  return {
    timeline_days: undefined,
    finish_days: undefined,
    p85_days: undefined,
    fte: undefined,
    effort_hours: undefined,
    budget: undefined,
    scope: undefined,
    dependencies: undefined,
    critical_path: undefined,
    priority: undefined,
    status: undefined,
    milestone,
    label: undefined,
    kind: SIGN_OFF_KINDS,
  };
}

const shift = (count: number): string =>
  count === 0 ? 'stays' : `${count > 0 ? '+' : '-'}${counted(Math.abs(count), 'working day')}`;

/** What a change measures, for people: `due date +3 working days`, `cost +1,296 USD`; null for what it does not touch. */
export function factText(name: string, facts: ChangeFacts, currency: string): string | null {
  const fact = factOf(facts, name);
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
