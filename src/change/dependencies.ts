import type { DependencyChange } from '../model/dependency-change.ts';
import { edgesInto, edgesOf, findCycle } from '../model/graph.ts';
import { idKey } from '../model/id.ts';
import type { FieldEdit, Path } from '../model/journal.ts';
import type { Milestone, Requirement } from '../model/milestone.ts';
import { nearest } from '../model/nearest.ts';
import { sameValue } from './hash.ts';
import { done, type Outcome, refused } from './refusal.ts';

const print = ({ id, lag }: Requirement): unknown => (lag.amount === 0 ? id : { id, lag: `${lag.amount}${lag.unit}` });

/** An entry with another lag; whatever else a person noted on it stays. */
function withLag(entry: unknown, required: Requirement): unknown {
  if (typeof entry !== 'object' || entry === null) return print(required);
  const { lag: _, ...noted } = entry as Record<string, unknown>;
  if (Object.keys(noted).length <= 1) return print(required);
  return required.lag.amount === 0 ? noted : { ...noted, lag: `${required.lag.amount}${required.lag.unit}` };
}

/** The requirement spelt as the milestone it names is; or why it cannot be required. */
function resolve(of: Milestone, all: readonly Milestone[], wanted: Requirement): Outcome<Requirement> {
  const found = all.find((m) => idKey(m.id) === idKey(wanted.id));
  if (!found) {
    const close = nearest(
      wanted.id,
      all.map((m) => m.id),
      2,
    );
    return refused('unknown-dependency', `${of.id} cannot depend on ${wanted.id}: there is no such milestone`, {
      hint: close ? `Did you mean ${close}?` : 'Name a milestone by its id, or list external ones in the file.',
    });
  }
  if (found.id === of.id) {
    return refused('self-dependency', `${of.id} cannot depend on itself`, { hint: 'Name another milestone.' });
  }
  return done({ id: found.id, lag: wanted.lag });
}

/** The new list of `requires`, in the order people will read it: kept ones first as they stand, then the new ones. */
function nextList(
  current: readonly Requirement[],
  change: DependencyChange,
  resolved: readonly Requirement[],
): Requirement[] {
  if (change.kind === 'replace') return [...resolved];
  const gone = new Set([...change.remove, ...resolved.map((r) => r.id)].map(idKey));
  const added = new Map(resolved.map((r) => [idKey(r.id), r]));
  const kept = current.flatMap((r) => {
    const again = added.get(idKey(r.id));
    if (again) added.delete(idKey(r.id));
    return again ? [again] : gone.has(idKey(r.id)) ? [] : [r];
  });
  return [...kept, ...added.values()];
}

function listPath(raw: unknown): Path {
  // The original command set writes the list directly under `dependencies`.
  return Array.isArray(raw) ? ['dependencies'] : ['dependencies', 'requires'];
}

/**
 * The edits that `--dependencies` makes: to the milestone's own `requires`, and to the `enables` of others that say the same
 * edge from the other end. `raw` is what the milestone's file has under `dependencies`.
 */
export function dependencyEdits(
  milestone: Milestone,
  all: readonly Milestone[],
  change: DependencyChange,
  raw: unknown,
): Outcome<FieldEdit[]> {
  const wanted = change.kind === 'replace' ? change.requires : change.add;
  const resolved: Requirement[] = [];
  for (const item of wanted) {
    const result = resolve(milestone, all, item);
    if (!result.ok) return result;
    resolved.push(result.value);
  }
  const into = edgesInto(milestone.id, all);
  const absent =
    change.kind === 'adjust' ? change.remove.find((id) => !into.some((e) => idKey(e.from) === idKey(id))) : undefined;
  if (absent !== undefined) {
    return refused('unknown-dependency', `${milestone.id} does not depend on ${absent}`, {
      hint: into.length > 0 ? `It depends on ${into.map((e) => e.from).join(', ')}.` : 'It depends on nothing.',
    });
  }
  const enabledBy = all.filter((m) => m.enables.includes(milestone.id));
  const own = milestone.requires;
  const isOwn = (id: string): boolean => own.some((r) => r.id === id);
  // An edge that another file already states with `enables` needs no second entry here, unless it carries a lag.
  const list = nextList(own, change, resolved).filter(
    (r) => isOwn(r.id) || r.lag.amount !== 0 || !enabledBy.some((m) => m.id === r.id),
  );
  const keeps = (id: string): boolean =>
    change.kind === 'replace'
      ? resolved.some((r) => r.id === id)
      : !change.remove.some((gone) => idKey(gone) === idKey(id));
  const edits: FieldEdit[] = [];
  const old = Array.isArray(raw) ? raw : (raw as { requires?: unknown[] | null } | null | undefined)?.requires;
  // What stays is written back as it stood, with whatever else a person noted on it.
  const after = list.map((r) => {
    const at = own.findIndex((o) => o.id === r.id);
    const { lag } = own[at] ?? r;
    return lag.amount === r.lag.amount && lag.unit === r.lag.unit ? (old?.[at] ?? print(r)) : withLag(old?.[at], r);
  });
  if (!sameValue(old ?? [], after)) edits.push({ file: milestone.file, path: listPath(raw), before: old, after });
  for (const m of enabledBy.filter((other) => !keeps(other.id))) {
    edits.push({
      file: m.file,
      path: ['dependencies', 'enables'],
      before: [...m.enables],
      after: m.enables.filter((id) => id !== milestone.id),
    });
  }
  const cycle = cycleWith(
    all,
    milestone,
    list,
    enabledBy.filter((m) => keeps(m.id)),
  );
  if (cycle) {
    return refused('cycle', `the milestones would wait for each other: ${[...cycle, cycle[0]].join(' → ')}`, {
      hint: 'Remove one of these dependencies first.',
    });
  }
  return done(edits);
}

function cycleWith(
  all: readonly Milestone[],
  milestone: Milestone,
  requires: readonly Requirement[],
  enabledBy: readonly Milestone[],
): string[] | null {
  const others = edgesOf(all).filter((edge) => edge.to !== milestone.id);
  const into = [...requires.map((r) => r.id), ...enabledBy.map((m) => m.id)].map((from) => ({
    from,
    to: milestone.id,
  }));
  const cycle = findCycle(
    all.map((m) => m.id),
    [...others, ...into],
  );
  // A cycle elsewhere in the store is not this command's doing.
  return cycle?.includes(milestone.id) ? cycle : null;
}
