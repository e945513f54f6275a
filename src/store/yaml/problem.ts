import type { DiagnosticCode } from '../../model/diagnostic.ts';

/** What keeps a text from being understood, and the offset at which it is found. */
export interface Problem {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint: string;
  readonly offset: number;
}
