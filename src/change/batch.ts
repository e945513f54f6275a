import { isOver } from '../analysis/resources.ts';
import type { ApprovalDecision } from '../model/approval.ts';
import type { Refusal } from '../model/plan.ts';
import type { ReportLine, ReportSection } from '../model/plan-report.ts';
import { counted, days, list } from './figures.ts';
import { milestoneOf, rowOf, type Sides } from './sides.ts';
import { staffingOf } from './staffing.ts';

/** Beyond this many milestones a reply only sums up. */
const LISTED = 25;

const overloaded = (loads: Sides['after']['loads'], ids: ReadonlySet<string>): Set<string> =>
  new Set(
    loads
      .filter((load) => load.kind === 'person' && isOver(load) && load.facts.some((f) => ids.has(f.milestone.id)))
      .map((load) => load.who),
  );

function fieldsOf({ edits, after }: Sides, id: string): string[] {
  const file = milestoneOf(after, id)?.file;
  return edits.filter((edit) => edit.file === file).map((edit) => edit.path.join('.'));
}

function result(sides: Sides, id: string): ReportSection {
  const { before, after } = sides;
  const [was, now] = [rowOf(before, id), rowOf(after, id)];
  const title = `${id} - ${now?.title ?? ''}`;
  if (!now) return { title, lines: [] };
  const fields = fieldsOf(sides, id);
  const edges = after.status.dependencies.filter((edge) => edge.to === id);
  const over = [...overloaded(after.loads, new Set([id]))];
  const people = milestoneOf(after, id)?.resources.length ?? 0;
  const lines: ReportLine[] = [
    fields.length === 0
      ? { mark: null, text: 'Already as wanted, nothing to change' }
      : { mark: 'ok', text: `Changed: ${list(fields)}` },
    edges.length === 0
      ? { mark: 'ok', text: 'Dependencies: waits for nothing' }
      : now.blocked_by.length === 0
        ? { mark: 'ok', text: `Dependencies validated (${list(edges.map((e) => e.from))} satisfied)` }
        : { mark: 'warning', text: `Dependencies: waiting for ${list(now.blocked_by)}` },
    people === 0
      ? { mark: 'no-data', text: 'Resources: nobody is assigned' }
      : over.length === 0
        ? { mark: 'ok', text: 'Resource allocation within the capacity of everybody on it' }
        : { mark: 'warning', text: `Resource allocation: more is asked of ${list(over)} than there is` },
    {
      mark: null,
      text: `Progress: ${was && was.progress !== now.progress ? `${was.progress}% → ` : ''}${now.progress}%`,
    },
    { mark: null, text: `Status: ${now.health.replace('_', ' ')}${standing(now)}` },
  ];
  return { title, lines };
}

function standing({
  status,
  remaining_days: left,
  due,
  projected_finish: finish,
}: NonNullable<ReturnType<typeof rowOf>>): string {
  if (status === 'completed' || status === 'cancelled') return '';
  const to = left === null ? '' : `, ${days(left)} of work left`;
  return `${to}, due ${due ?? 'on no date'}, projected ${finish ?? 'on no date'}`;
}

function skippedSection(skipped: readonly Refusal[]): ReportSection[] {
  if (skipped.length === 0) return [];
  const lines = skipped.map((refusal): ReportLine => {
    const hint = refusal.hint === null ? '' : ` ${refusal.hint}`;
    return { mark: 'error', text: `${refusal.message}.${hint}` };
  });
  return [{ title: 'Left as they are', lines }];
}

function summary(sides: Sides, approvals: readonly ApprovalDecision[], skipped: readonly Refusal[]): ReportSection {
  const { before, after, edited } = sides;
  const ids = new Set(edited);
  const changed = edited.filter((id) => fieldsOf(sides, id).length > 0).length;
  const edges = after.status.dependencies.filter((edge) => ids.has(edge.from) || ids.has(edge.to));
  const met = edges.filter((edge) => edge.state === 'satisfied').length;
  const conflicts = [overloaded(before.loads, ids).size, overloaded(after.loads, ids).size] as const;
  const staffing = staffingOf(sides).length;
  const needed = approvals.filter((a) => a.outcome === 'required').length;
  const sessions = after.status.sessions.filter((s) => s.milestone !== null && ids.has(s.milestone)).length;
  const parts = [
    `${changed} changed`,
    `${edited.length - changed} already as wanted`,
    `${skipped.length} left as they are`,
  ];
  const lines: ReportLine[] = [
    { mark: null, text: `Milestones: ${parts.filter((part) => !part.startsWith('0 ')).join(', ')}` },
    { mark: null, text: `Cross-milestone dependencies validated: ${edges.length}, ${met} satisfied` },
    { mark: null, text: `Resource reallocations: ${staffing}` },
    {
      mark: conflicts[1] > conflicts[0] ? 'warning' : null,
      text: `People asked for more than they have: ${conflicts[0] === conflicts[1] ? conflicts[1] : `${conflicts[0]} → ${conflicts[1]}`}`,
    },
    { mark: null, text: `Approvals to obtain: ${needed}` },
    { mark: null, text: `Active work sessions on them: ${sessions}` },
  ];
  return { title: 'Coordination summary', lines };
}

/** The results of a bulk update, one section for each milestone, and how they go together. */
export function batchOf(
  sides: Sides,
  approvals: readonly ApprovalDecision[],
  skipped: readonly Refusal[],
): ReportSection[] {
  const listed = sides.edited.slice(0, LISTED).map((id) => result(sides, id));
  const missing = sides.edited.length - listed.length;
  const rest: ReportSection[] =
    missing > 0
      ? [{ title: `${counted(missing, 'more milestone')}`, lines: [{ mark: null, text: 'See the table of changes.' }] }]
      : [];
  return [...listed, ...rest, ...skippedSection(skipped), summary(sides, approvals, skipped)];
}
