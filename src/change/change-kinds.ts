import type { SignOffKind } from '../model/approval.ts';
import type { FieldEdit } from '../model/journal.ts';
import { SIGN_OFF_KINDS } from '../model/milestone-file.ts';

const SCOPE = new Set(['title', 'description', 'success_criteria', 'deliverables']);
const RESOURCE = new Set(['resources', 'budget', 'owner']);
/** Of `timeline`: what is agreed. Hours are an estimate, and actual dates are a record of what happened. */
const DATES = new Set([
  'estimated_start',
  'estimated_end',
  'duration',
  'optimistic',
  'pessimistic',
  'buffer_percentage',
  'baseline_end',
]);

const keysOf = (value: unknown): string[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];

function kindsOfPath(path: readonly (string | number)[], { before, after }: FieldEdit): SignOffKind[] {
  const [top, under] = path.map(String);
  // A whole file or block at once (as when a file is added by hand) is each of the things in it.
  const below = [...new Set([...keysOf(before), ...keysOf(after)])];
  if (top === undefined) {
    const child = (side: unknown, key: string): unknown => (side as Record<string, unknown> | null | undefined)?.[key];
    return below.flatMap((key) => {
      const inner = { file: '', path: [], before: child(before, key), after: child(after, key) };
      return kindsOfPath([key], inner);
    });
  }
  if (top === 'timeline') {
    const parts = under === undefined ? below : [under];
    return parts.map((key) => (DATES.has(key) ? 'timeline' : 'technical'));
  }
  if (SCOPE.has(top)) return ['scope'];
  return [RESOURCE.has(top) ? 'resource' : 'technical'];
}

/**
 * What kinds of sign-off a change is about, from its edits: scope (title, description, criteria, deliverables), timeline
 * (agreed dates and durations), resource (people, budget, owner), technical (all else: effort, dependencies, risks, tasks …).
 */
export function kindsOfChange(edits: readonly FieldEdit[]): SignOffKind[] {
  const found = new Set(edits.flatMap((edit) => kindsOfPath(edit.path, edit)));
  return SIGN_OFF_KINDS.filter((kind) => found.has(kind));
}
