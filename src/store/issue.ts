import type { DiagnosticCode } from '../model/diagnostic.ts';
import { nearest } from '../model/nearest.ts';
import { LONGEST_SPAN } from '../model/span.ts';
import { valueAt } from '../model/value-at.ts';
import type { Issue } from './schema.ts';
import { type Path, pathText } from './yaml/place.ts';

/** A schema's complaint in plain words, and the path at which to point. */
interface Complaint {
  readonly code: DiagnosticCode;
  readonly path: Path;
  readonly message: string;
  readonly hint: string;
}

const KINDS: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
};

const REFINED: Record<string, readonly [code: DiagnosticCode, is: string, hint: string]> = {
  'bad-date': ['bad-date', 'which is not a date', 'Write a date as YYYY-MM-DD, for example 2024-07-28.'],
  'far-date': ['bad-date', 'which is too long ago', 'Write a date from 1900-01-01 to 9999-12-31.'],
  'bad-span': ['bad-span', 'which is not a length of time', 'Write working days or weeks, for example 5d or 2w.'],
  'long-span': ['bad-span', 'which is too long', `Write at most ${LONGEST_SPAN}d or ${LONGEST_SPAN}w.`],
  'bad-id': [
    'bad-id',
    'which cannot be an id',
    'Use letters, digits, dot, underscore and hyphen; start with a letter or digit; at most 64 characters.',
  ],
};

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a mapping';
  if (typeof value !== 'string') return value === null ? 'empty' : String(value);
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
}

function oneOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function wrongType(name: string, value: unknown, expected: readonly string[], path: Path): Complaint {
  const kinds = oneOf([...new Set(expected.map((kind) => KINDS[kind] ?? kind))]);
  if (value === undefined || value === null) {
    const last = path.at(-1);
    const state = value === undefined ? 'missing' : 'empty';
    return value === undefined || typeof last === 'string'
      ? { code: 'missing-key', path, message: `${name} is ${state}`, hint: `Give ${last ?? name} a value: ${kinds}.` }
      : { code: 'wrong-type', path, message: `${name} is empty`, hint: `Write ${kinds}, or remove the item.` };
  }
  const scalar = typeof value === 'number' || typeof value === 'boolean';
  const quote = scalar && expected.includes('string');
  const bare = typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value));
  const hint = quote
    ? `Put it in quotes: "${value}".`
    : bare && (expected.includes('number') || expected.includes('int'))
      ? 'Remove the quotes around the number.'
      : `Write ${kinds}.`;
  return { code: 'wrong-type', path, message: `${name} is ${shown(value)}, but must be ${kinds}`, hint };
}

function wrongValue(name: string, value: unknown, values: readonly unknown[], path: Path): Complaint {
  const words = values.map(String);
  const meant = typeof value === 'string' ? nearest(value, words, 2) : undefined;
  const hint = `${meant === undefined ? '' : `Did you mean ${meant}? `}Allowed: ${words.join(', ')}.`;
  return { code: 'wrong-value', path, message: `${name} is ${shown(value)}, which is not allowed`, hint };
}

/** `1000000` → `1,000,000`: so many zeros are not read otherwise. */
function grouped(limit: number | bigint): string {
  return String(limit).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

function bound(issue: Issue & { code: 'too_big' | 'too_small' }, name: string, value: unknown, path: Path): Complaint {
  const limit = grouped(issue.code === 'too_big' ? issue.maximum : issue.minimum);
  if (issue.code === 'too_small' && issue.origin === 'string') {
    return { code: 'missing-key', path, message: `${name} is empty`, hint: `Write some text for ${name}.` };
  }
  if (issue.code === 'too_small' && issue.origin !== 'number') {
    return { code: 'wrong-value', path, message: `${name} is empty`, hint: `List at least one item.` };
  }
  const side =
    issue.code === 'too_big' ? (issue.inclusive ? 'at most' : 'less than') : issue.inclusive ? 'at least' : 'more than';
  return {
    code: 'wrong-value',
    path,
    message: `${name} is ${shown(value)}, but must be ${side} ${limit}`,
    hint: `Write a number that is ${side} ${limit}.`,
  };
}

/** True if the complaint is about the value as a whole being of another kind: this alternative was not meant. */
function isOtherKind(issue: Issue | undefined): boolean {
  return (
    issue !== undefined && issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value')
  );
}

/** Of a union, the alternative that the value comes closest to; where it is none of them, all that it might be. */
function union(issue: Issue & { code: 'invalid_union' }, root: unknown, path: Path): Complaint[] {
  const meant = issue.errors.filter((issues) => !isOtherKind(issues[0])).sort((a, b) => a.length - b.length)[0];
  if (meant) return meant.flatMap((inner) => complaints(inner, root, path));
  const firsts = issue.errors.flatMap((issues) => issues.slice(0, 1));
  const name = pathText(path) || 'the file';
  const value = valueAt(root, path);
  const values = firsts.flatMap((inner) => (inner.code === 'invalid_value' ? inner.values : []));
  const kinds = firsts.flatMap((inner) => (inner.code === 'invalid_type' ? [inner.expected] : []));
  if (values.length === 0 || value === null) return [wrongType(name, value, kinds, path)];
  return [
    wrongValue(
      name,
      value,
      [...kinds.flatMap((kind) => (kind === 'boolean' ? ['true', 'false'] : [KINDS[kind] ?? kind])), ...values],
      path,
    ),
  ];
}

/** One zod issue → what to tell the person; a union yields what is wrong with the alternative that was meant. */
export function complaints(issue: Issue, root: unknown, base: Path = []): Complaint[] {
  const path: Path = [...base, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  const name = pathText(path) || 'the file';
  const value = valueAt(root, path);
  if (issue.code === 'invalid_union') return union(issue, root, path);
  if (issue.code === 'invalid_type') return [wrongType(name, value, [issue.expected], path)];
  if (issue.code === 'invalid_value') return [wrongValue(name, value, issue.values, path)];
  if (issue.code === 'too_big' || issue.code === 'too_small') return [bound(issue, name, value, path)];
  const refined = issue.code === 'custom' ? REFINED[String(issue.params?.['code'])] : undefined;
  if (refined)
    return [{ code: refined[0], path, message: `${name} is ${shown(value)}, ${refined[1]}`, hint: refined[2] }];
  // The schema's own words, for the few rules that are spelled out there.
  const wanted = issue.message.replace(/^not /, '');
  return [
    {
      code: 'wrong-value',
      path,
      message: `${name} is ${shown(value)}, but must be ${wanted}`,
      hint: `Write ${wanted}.`,
    },
  ];
}
