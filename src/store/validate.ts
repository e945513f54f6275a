import type { Diagnostic, DiagnosticCode } from '../model/diagnostic.ts';
import { diagnostic } from '../model/diagnostic.ts';
import { complaints } from './issue.ts';
import { unknownKeys } from './known-keys.ts';
import type { Contents, FileKind } from './schema.ts';
import { SCHEMAS } from './schema.ts';
import type { Understood } from './yaml/parse.ts';
import { offsetOf, type Path, pathText, placeAt } from './yaml/place.ts';

/** Findings of a kind that are told for one file. A broken generator can make thousands, which nobody reads. */
const MAX_FINDINGS = 100;

/** A file whose YAML is sound, with what is needed to point into it. */
export interface ReadFile extends Understood {
  readonly path: string;
  readonly text: string;
}

/** The place of what stands at `path` inside a file: its value, or its key. */
export function placeIn(file: ReadFile, path: Path, which: 'key' | 'value' = 'value') {
  return { file: file.path, ...placeAt(file.text, offsetOf(file.doc, path, which)) };
}

/**
 * The contents of a file as its schema gives them, or undefined where it breaks the schema. Findings are added to
 * `diagnostics`; unknown keys are among them, whether the file is valid or not.
 */
export function validate<Kind extends FileKind>(
  kind: Kind,
  file: ReadFile,
  diagnostics: Diagnostic[],
): Contents[Kind] | undefined {
  const schema = SCHEMAS[kind];
  const { value } = file;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const is = Array.isArray(value) ? 'a list' : 'a single value';
    const hint = 'Write `key: value` lines, for example `title: Integration tests`.';
    diagnostics.push(
      diagnostic('not-a-mapping', placeIn(file, []), `the file holds ${is}, not keys with values`, hint),
    );
    return undefined;
  }
  const unknown = unknownKeys(value, schema);
  for (const { path, meant } of unknown.slice(0, MAX_FINDINGS)) {
    const hint = meant === undefined ? 'It is kept as it is.' : `Did you mean ${meant}? It is kept as it is.`;
    diagnostics.push(
      diagnostic('unknown-key', placeIn(file, path, 'key'), `${pathText(path)} is not a known key`, hint),
    );
  }
  more(unknown.length, 'unknown-key', file, diagnostics);
  const result = schema.safeParse(value);
  if (result.success) return result.data as Contents[Kind];
  const { issues } = result.error;
  const found = issues.slice(0, MAX_FINDINGS).flatMap((issue) => complaints(issue, value));
  for (const { code, path, message, hint } of found.slice(0, MAX_FINDINGS)) {
    diagnostics.push(diagnostic(code, placeIn(file, path), message, hint));
  }
  more(Math.max(issues.length, found.length), 'wrong-value', file, diagnostics);
  return undefined;
}

function more(count: number, code: DiagnosticCode, file: ReadFile, diagnostics: Diagnostic[]): void {
  if (count <= MAX_FINDINGS) return;
  const message = `${count - MAX_FINDINGS} more findings in this file are left out`;
  diagnostics.push(diagnostic(code, { file: file.path }, message, 'Mend those that are listed, then check again.'));
}
