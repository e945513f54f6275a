import type { Answer, SyncReport } from '../model/answer.ts';
import type { FieldEdit } from '../model/journal.ts';
import type { Operation } from '../model/remote.ts';
import { field, subject, value } from './edits.ts';
import { clip } from './escape.ts';
import { counted } from './when.ts';

const ROWS = 30;
const HOW = 'To settle it: make both sides the same, or synchronise with --prefer=store or --prefer=github';
/** What is settled by saying which side is right; anything else says itself what to do. */
const PREFERABLE: ReadonlySet<string> = new Set(['field', 'deleted-on-github']);

/** A line of the account of a synchronisation, as plain text: the caller escapes it for where it goes. */
export interface SyncLine {
  readonly mark: 'ok' | 'warning' | 'error';
  readonly text: string;
}

const SHOWN: Readonly<Record<string, string>> = { due: 'due date', reason: 'reason' };

function told(operation: Operation): string {
  const { kind, set } = operation;
  const where = kind === 'update-issue' ? `issue #${operation.number}` : `milestone ${operation.id}`;
  if (kind === 'create-milestone') return `GitHub: ${where} created`;
  const fields = Object.entries(set).map(
    ([name, given]) =>
      `${SHOWN[name] ?? name} → ${given === null ? 'none' : clip(Array.isArray(given) ? given.join(', ') : String(given), 80)}`,
  );
  return `GitHub: ${where}: ${fields.join(', ')}`;
}

/** True if a synchronisation changed anything on either side. */
export function syncChanged({ edits, adopted, told: written }: SyncReport): boolean {
  return edits.length + adopted.length + written.length > 0;
}

/** The outcome of what only synchronises, as a heading; null for anything else. */
export function syncTitle({ intents, outcome, sync }: Answer): string | null {
  const [first] = intents;
  if (!first) {
    if (sync === null || !syncChanged(sync)) return null;
    return outcome === 'shown'
      ? 'Synchronised with GitHub'
      : outcome === 'planned'
        ? 'Would synchronise with GitHub'
        : null;
  }
  if (sync === null || intents.some(({ verb }) => verb !== 'sync' && verb !== 'import')) return null;
  const what = first.args[0] ?? 'the milestones';
  const [done, could] = first.verb === 'import' ? ['Imported', 'import'] : ['Synchronised', 'synchronise'];
  const where = first.verb === 'import' ? 'from' : 'with';
  if (outcome === 'applied') return `${done} ${what} ${where} GitHub`;
  if (outcome === 'planned') return `Would ${could} ${what} ${where} GitHub (dry run)`;
  if (outcome !== 'unchanged') return null;
  const open = sync.conflicts.length;
  return open > 0 ? `${counted(open, 'conflict')} with GitHub to decide` : `Nothing to ${could} ${where} GitHub`;
}

/** `due: a → b`; a task that came with its issue by its id and title. */
function changed({ path, before, after }: FieldEdit): string {
  const added =
    Array.isArray(after) && before === undefined ? after : path.length === 2 && before === undefined ? [after] : [];
  const tasks = path[0] === 'tasks' ? added.map((task) => task as { id?: unknown; title?: unknown } | null) : [];
  const names = tasks.map((task) => `${String(task?.id)} (${clip(String(task?.title), 60)})`);
  if (path[0] === 'tasks' && path.length <= 2 && names.length > 0) {
    return `${names.length === 1 ? 'task' : `${names.length} tasks`} added: ${clip(names.join(', '), 300)}`;
  }
  return `${field(path)}: ${clip(value(before), 80)} → ${clip(value(after), 80)}`;
}

function left({ left: count, problems }: SyncReport): SyncLine[] {
  if (count === 0) return [];
  const why = problems.length > 0 ? '' : ': a limit of GitHub was reached';
  return [{ mark: 'warning', text: `${counted(count, 'change')} not processed${why}; the next run will resume` }];
}

function waiting({ waiting: count }: SyncReport): SyncLine[] {
  if (count === 0) return [];
  return [{ mark: 'warning', text: `GitHub is told of ${counted(count, 'change')} once the pull request is merged` }];
}

/** An import brings in many at once, of which nobody reads a line each. */
function adoptedLines(ids: readonly string[]): SyncLine[] {
  if (ids.length <= 3) return ids.map((id) => ({ mark: 'ok', text: `Store: ${id} adopted from GitHub` }));
  return [{ mark: 'ok', text: `Store: ${ids.length} milestones adopted from GitHub: ${clip(ids.join(', '), 300)}` }];
}

/** What a synchronisation found and did, worst first; empty where both sides agreed. */
export function syncLines(report: SyncReport): SyncLine[] {
  const adopted = new Set(report.adopted);
  const own = report.edits.filter((edit) => !adopted.has(subject(edit.file)));
  const lines: SyncLine[] = [
    ...report.problems.map((text): SyncLine => ({ mark: 'error', text })),
    ...report.conflicts.map(({ id, text }): SyncLine => ({ mark: 'warning', text: `Conflict ${id}: ${text}` })),
    ...(report.conflicts.some(({ kind }) => PREFERABLE.has(kind)) ? [{ mark: 'warning', text: HOW } as const] : []),
    ...left(report),
    ...waiting(report),
    ...report.overruled.map((text): SyncLine => ({ mark: 'warning', text: `Overruled ${text}` })),
    ...adoptedLines(report.adopted),
    ...own.map((edit): SyncLine => ({ mark: 'ok', text: `Store: ${subject(edit.file)} ${changed(edit)}` })),
    ...report.told.map((operation): SyncLine => ({ mark: 'ok', text: told(operation) })),
    ...report.notices.map((text): SyncLine => ({ mark: 'ok', text })),
  ];
  const more = lines.length - ROWS;
  return more <= 0 ? lines : [...lines.slice(0, ROWS), { mark: 'ok', text: `… ${more} more` }];
}
