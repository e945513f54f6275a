import { compareDiagnostics, type Diagnostic, type Severity } from '../model/diagnostic.ts';

/** GitHub shows this many annotations of a kind for a step and drops the others. */
const MOST = 10;

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
  return (['error', 'warning', 'info'] as const).flatMap((severity) =>
    sorted
      .filter((d) => d.severity === severity)
      .slice(0, MOST)
      .map(({ file, line, column, code, message, hint }) => ({
        severity,
        message: hint ? `${message}\n${hint}` : message,
        place: { title: code, file: `${storeDir}/${file}`, startLine: line, startColumn: column },
      })),
  );
}
