import type { SyncReport } from '../model/answer.ts';
import type { Operation } from '../model/remote.ts';
import { field, subject, value } from './edits.ts';
import { clip } from './escape.ts';
import { counted } from './when.ts';

const ROWS = 30;

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

/** What a synchronisation found and did, worst first; empty where both sides agreed. */
export function syncLines(report: SyncReport): SyncLine[] {
  const adopted = new Set(report.adopted);
  const own = report.edits.filter((edit) => !adopted.has(subject(edit.file)));
  const lines: SyncLine[] = [
    ...report.problems.map((text): SyncLine => ({ mark: 'error', text })),
    ...report.conflicts.map(({ id, text }): SyncLine => ({ mark: 'warning', text: `Conflict ${id}: ${text}` })),
    ...(report.left > 0
      ? [
          {
            mark: 'warning',
            text: `${counted(report.left, 'change')} not processed: a limit of GitHub was reached; the next run will resume`,
          } as const,
        ]
      : []),
    ...report.adopted.map((id): SyncLine => ({ mark: 'ok', text: `Store: ${id} adopted from GitHub` })),
    ...own.map(
      (edit): SyncLine => ({
        mark: 'ok',
        text: `Store: ${subject(edit.file)} ${field(edit.path)}: ${clip(value(edit.before), 80)} → ${clip(value(edit.after), 80)}`,
      }),
    ),
    ...report.told.map((operation): SyncLine => ({ mark: 'ok', text: told(operation) })),
    ...report.notices.map((text): SyncLine => ({ mark: 'ok', text })),
  ];
  const more = lines.length - ROWS;
  return more <= 0 ? lines : [...lines.slice(0, ROWS), { mark: 'ok', text: `… ${more} more` }];
}
