import { compareDiagnostics, type Diagnostic, type Severity } from '../model/diagnostic.ts';
import { counted } from './when.ts';

/** GitHub shows ten annotations of a kind for a step and drops the others; a step that fails says so in one more error. */
const MOST: Record<Severity, number> = { error: 9, warning: 10, info: 10 };
const KINDS = ['error', 'warning', 'info'] as const;

export interface Annotation {
  readonly severity: Severity;
  readonly message: string;
  readonly place: {
    readonly title: string;
    readonly file: string;
    readonly startLine: number;
    readonly startColumn: number;
  };
}

/** Findings as line annotations, the gravest first, within what GitHub shows. Paths become relative to the repository. */
export function annotationsOf(diagnostics: readonly Diagnostic[], storeDir: string): Annotation[] {
  const sorted = diagnostics.toSorted(compareDiagnostics);
  return KINDS.flatMap((severity) =>
    sorted
      .filter((d) => d.severity === severity)
      .slice(0, MOST[severity])
      .map(({ file, line, column, code, message, hint }) => ({
        severity,
        message: hint ? `${message}\n${hint}` : message,
        place: { title: code, file: `${storeDir}/${file}`, startLine: line, startColumn: column },
      })),
  );
}

/** How many findings are not on their lines for want of room: `3 errors and 1 warning`; empty if all are. */
export function unannotated(diagnostics: readonly Diagnostic[]): string {
  const counts = KINDS.map((severity) => {
    const left = diagnostics.filter((d) => d.severity === severity).length - MOST[severity];
    return left > 0 ? counted(left, severity === 'info' ? 'note' : severity) : '';
  });
  return counts.filter((text) => text !== '').join(' and ');
}
