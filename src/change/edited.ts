import type { FieldEdit, Path } from '../model/journal.ts';
import { isMapping } from '../store/edit/data.ts';
import { parse } from '../store/yaml/parse.ts';
import { sameValue } from './hash.ts';

function differences(file: string, path: Path, before: unknown, after: unknown): FieldEdit[] {
  if (sameValue(before, after)) return [];
  if (isMapping(before) && isMapping(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => differences(file, [...path, key], before[key], after[key]));
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return before.flatMap((item, i) => differences(file, [...path, i], item, after[i]));
  }
  return [{ file, path, before, after }];
}

function data(text: string | undefined): unknown {
  const parsed = text === undefined ? undefined : parse(text);
  return parsed?.ok ? (parsed.value ?? undefined) : undefined;
}

/** Whether a text holds fields at all: what cannot be read, or is no map, says nothing about itself. */
export function hasFields(text: string): boolean {
  return isMapping(data(text));
}

/** The fields that differ between two versions of one thing, called by its later path; undefined for a version there is not. */
export function editsOf(file: string, before: string | undefined, after: string | undefined): FieldEdit[] {
  return before === after ? [] : differences(file, [], data(before), data(after));
}

/**
 * What a person changed by hand between two versions of the store's files, field by field. A file that is new, gone or not
 * readable on either side is one edit of the whole (an empty path). Comments and formatting are no change.
 */
export function handEdits(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): FieldEdit[] {
  const files = [...new Set([...before.keys(), ...after.keys()])].sort();
  return files.flatMap((file) => editsOf(file, before.get(file), after.get(file)));
}
