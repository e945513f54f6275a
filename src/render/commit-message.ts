import type { SyncPlan } from '../change/sync/plan.ts';
import type { Plan } from '../model/plan.ts';
import { changeSubject } from './change-subject.ts';
import { field, subject, value } from './edits.ts';
import { clip, commitText } from './escape.ts';
import { finishText } from './impact.ts';
import { counted, signedDays } from './when.ts';

const SUBJECT = 72;
const PREFIX = 'milestone: ';
const LINES = 40;

/** A trailer of a commit message: `['Milestone-Change', 'C-7f3a2b']`. */
export type Trailer = readonly [key: string, value: string];

function limited(lines: readonly string[]): string[] {
  return lines.length <= LINES ? [...lines] : [...lines.slice(0, LINES), `  … ${lines.length - LINES} more`];
}

function editLines(changed: Plan['edits']): string[] {
  return limited(
    changed.map((edit) => {
      const text = (given: unknown): string => commitText(clip(value(given), 60));
      return `  ${commitText(subject(edit.file))} ${commitText(field(edit.path))}: ${text(edit.before)} -> ${text(edit.after)}`;
    }),
  );
}

function moves(plan: Plan): string[] {
  const moved = plan.impact.milestones.filter((m) => m.projectedFinish !== undefined);
  const lines = moved.map((m) => {
    const { before, after } = m.projectedFinish ?? { before: null, after: null };
    const by = m.finishDays === undefined ? '' : ` (${signedDays(m.finishDays)})`;
    return `  ${commitText(m.id)} ${before ?? 'no data'} -> ${after ?? 'no data'}${by}`;
  });
  return limited(lines);
}

/**
 * Message of the commit that carries out a plan: subject of at most 72 characters with the change's id, the edited fields, every
 * projected finish that moves (working days), then the trailers. Text of people in it mentions nobody and closes no issue.
 */
export function commitMessage(plan: Plan, trailers: readonly Trailer[] = []): string {
  const id = plan.entries.length === 1 ? ` (${plan.entries[0]?.id ?? ''})` : '';
  const line = PREFIX + commitText(changeSubject(plan.intents, SUBJECT - PREFIX.length - id.length)) + id;
  const finishes = moves(plan);
  const body = [
    plan.edits.length > 0 ? ['Changed:', ...editLines(plan.edits)].join('\n') : '',
    finishes.length > 0 ? ['Projected finish, in working days:', ...finishes].join('\n') : '',
    finishes.length > 0 ? finishText(plan.impact) : '',
    trailerLines(trailers),
  ];
  return `${[line, ...body].filter((text) => text !== '').join('\n\n')}\n`;
}

/** Message of a commit that brings into the store what was changed on GitHub. */
export function syncCommitMessage(
  { edits: changed, adopted, overruled }: Pick<SyncPlan, 'edits' | 'adopted' | 'overruled'>,
  trailers: readonly Trailer[],
): string {
  const ids = [...new Set([...changed.map(({ file }) => subject(file)), ...adopted])];
  const named = ids.length <= 3 ? ids.join(', ') : `${ids.length} milestones`;
  const parts = [
    changed.length === 0 ? '' : ['Changed on GitHub:', ...editLines(changed)].join('\n'),
    overruled.length === 0
      ? ''
      : ['Overruled:', ...limited(overruled.map((text) => `  ${commitText(text)}`))].join('\n'),
    adopted.length === 0 ? '' : `Adopted from GitHub: ${clip(adopted.join(', '), 500)}`,
    trailerLines(trailers),
  ];
  const what =
    ids.length > 0
      ? `follow GitHub in ${commitText(named)}`
      : `settle ${counted(overruled.length, 'conflict')} with GitHub as the store has it`;
  const line = PREFIX + clip(what, SUBJECT - PREFIX.length);
  return `${[line, ...parts].filter((text) => text !== '').join('\n\n')}\n`;
}

/** Message of the commit that records links to GitHub and what both sides agree on. */
export function recordMessage(): string {
  return `${PREFIX}record what GitHub has\n`;
}

/** Message of a commit that only brings generated files up to date. */
export function generatedCommitMessage(paths: readonly string[], trailers: readonly Trailer[] = []): string {
  const entries = paths.filter((path) => /(^|\/)logs\//.test(path)).length;
  const named = paths.length === 1 ? (paths[0] ?? '') : `${paths.length} generated files`;
  const what = entries > 0 ? `journal ${counted(entries, 'change')} made elsewhere` : `regenerate ${named}`;
  return `${[PREFIX + clip(what, SUBJECT - PREFIX.length), trailerLines(trailers)].filter((text) => text !== '').join('\n\n')}\n`;
}

function trailerLines(trailers: readonly Trailer[]): string {
  return trailers.map(([key, given]) => `${key}: ${given.replace(/\s+/g, ' ').trim()}`).join('\n');
}
