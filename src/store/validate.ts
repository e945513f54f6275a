import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnostic } from '../model/diagnostic.ts';
import { complaints, pathText } from './issue.ts';
import { unknownKeys } from './known-keys.ts';
import type { Contents, FileKind } from './schema.ts';
import { SCHEMAS } from './schema.ts';
import type { Understood } from './yaml/parse.ts';
import { offsetOf, type Path, placeAt } from './yaml/place.ts';

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
  for (const { path, meant } of unknownKeys(value, schema)) {
    const hint = meant === undefined ? 'It is kept as it is.' : `Did you mean ${meant}? It is kept as it is.`;
    diagnostics.push(
      diagnostic('unknown-key', placeIn(file, path, 'key'), `${pathText(path)} is not a known key`, hint),
    );
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data as Contents[Kind];
  for (const issue of result.error.issues) {
    for (const { code, path, message, hint } of complaints(issue, value)) {
      diagnostics.push(diagnostic(code, placeIn(file, path), message, hint));
    }
  }
  return undefined;
}
