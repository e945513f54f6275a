import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnostic } from '../model/diagnostic.ts';
import { ID_PATTERN, idKey } from '../model/id.ts';
import { placeIn, type ReadFile } from './validate.ts';

/** Ids in use, by their lower-case form: many file systems cannot keep two that differ in case only. */
export type Names = Map<string, { readonly id: string; readonly path: string }>;

/** Claims the id that a path gives to its file. False, with a finding, where it cannot be an id or another file has it. */
export function claim(names: Names, id: string, path: string, diagnostics: Diagnostic[]): boolean {
  if (!ID_PATTERN.test(id)) {
    const message = `the file name makes the id ${JSON.stringify(id)}, which cannot be one`;
    const hint =
      'Use letters, digits, dot, underscore and hyphen; start with a letter or digit; at most 64 characters.';
    diagnostics.push(diagnostic('bad-id', { file: path }, message, hint));
    return false;
  }
  const first = names.get(idKey(id));
  if (first === undefined) {
    names.set(idKey(id), { id, path });
    return true;
  }
  const also = first.id === id ? '' : ', which differ in case only';
  const message = `the id ${id} is given twice: by ${first.path} and by ${path}${also}`;
  diagnostics.push(diagnostic('duplicate-id', { file: path }, message, 'Rename or remove one of the two files.'));
  return false;
}

/** True if the `id` inside a file, where there is one, is the id that its name gives; else a finding says so. */
export function agrees(
  file: ReadFile,
  given: string | null | undefined,
  id: string,
  diagnostics: Diagnostic[],
): boolean {
  if (given == null || given === id) return true;
  const message = `id is ${JSON.stringify(given)}, but the file name makes it ${id}`;
  diagnostics.push(diagnostic('id-mismatch', placeIn(file, ['id']), message, `Write id: ${id}, or rename the file.`));
  return false;
}
