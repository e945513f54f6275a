export type Severity = 'error' | 'warning' | 'info';

/** Every code a diagnostic can carry. The set is closed: tools may match on it. */
export const DIAGNOSTIC_CODES = {
  // The file cannot be read at all: every write stops until it is mended.
  'yaml-syntax': 'error',
  'conflict-markers': 'error',
  'duplicate-key': 'error',
  'alias-limit': 'error',
  'not-utf8': 'error',
  'is-directory': 'error',
  'is-link': 'error',
  'too-large': 'error',
  'multiple-documents': 'error',
  // The file is readable but says something that cannot be: stops the commands that touch it.
  'not-a-mapping': 'error',
  'empty-file': 'error',
  'missing-key': 'error',
  'wrong-type': 'error',
  'wrong-value': 'error',
  'bad-date': 'error',
  'bad-span': 'error',
  'bad-id': 'error',
  'id-mismatch': 'error',
  'duplicate-id': 'error',
  'self-dependency': 'error',
  'unknown-dependency': 'error',
  cycle: 'error',
  'beyond-calendar': 'error',
  // Worth a look; nothing stops.
  'start-after-end': 'warning',
  'duration-mismatch': 'warning',
  'progress-mismatch': 'warning',
  'non-working-day': 'warning',
  'doubtful-rule': 'warning',
  'unknown-key': 'info',
  'ignored-file': 'info',
  'default-duration': 'info',
} as const satisfies Record<string, Severity>;

export type DiagnosticCode = keyof typeof DIAGNOSTIC_CODES;
export const DIAGNOSTIC_NAMES = Object.keys(DIAGNOSTIC_CODES) as DiagnosticCode[];

/** Codes after which nothing may be written: the file's content is unknown, so any write could lose it. */
export const UNREADABLE: ReadonlySet<DiagnosticCode> = new Set([
  'yaml-syntax',
  'conflict-markers',
  'duplicate-key',
  'alias-limit',
  'not-utf8',
  'is-directory',
  'is-link',
  'too-large',
  'multiple-documents',
]);

/** One finding in a user's files: what is wrong, where (1-based line and column), and how to mend it. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string | null;
  /** Path relative to the store, forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** A diagnostic of the severity that its code has. */
export function diagnostic(
  code: DiagnosticCode,
  place: Place,
  message: string,
  hint: string | null = null,
): Diagnostic {
  return {
    code,
    severity: DIAGNOSTIC_CODES[code],
    message,
    hint,
    file: place.file,
    line: place.line ?? 1,
    column: place.column ?? 1,
  };
}

const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Most severe first, then by place: the order in which people and annotation limits want them. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  if (a.severity !== b.severity) return RANK[a.severity] - RANK[b.severity];
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
