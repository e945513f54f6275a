import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnostic } from '../model/diagnostic.ts';
import type { StoreFile } from '../model/state.ts';
import { isOurs, roleOf } from './layout.ts';
import type { ReadFile } from './validate.ts';
import { parse } from './yaml/parse.ts';
import { placeAt } from './yaml/place.ts';

type Irregular = Exclude<StoreFile['kind'], 'text'>;

const IRREGULAR: Record<Irregular, readonly [message: string, hint: string]> = {
  'is-directory': ['this is a folder where a file is expected', 'Rename the folder, or put the file in its place.'],
  'is-link': ['this is a symbolic link, which is not followed', 'Put the file itself here.'],
  'too-large': ['the file is larger than 1 MiB', 'Split it, or move attachments out of the store.'],
  'not-utf8': ['the file is not UTF-8 text', 'Save it as UTF-8.'],
};

/** A file that the store leaves alone, said once so that nobody believes it counts. */
export function ignored(path: string): Diagnostic {
  const hint = path.startsWith('logs/')
    ? 'Journal entries are logs/<year>/<month>/*.yaml.'
    : path.startsWith('sessions/')
      ? 'Sessions are sessions/<id>.yaml.'
      : 'Milestones are active/<id>.yaml, completed/<id>.yaml and archive/<id>/milestone.yaml.';
  return diagnostic('ignored-file', { file: path }, 'not a file of the store; left alone', hint);
}

/** What cannot be read as text at all: an error where it may hide something of ours. */
export function irregular(path: string, kind: Irregular): Diagnostic[] {
  if (roleOf(path).kind === 'silent') return [];
  const [message, hint] = IRREGULAR[kind];
  return [isOurs(path) ? diagnostic(kind, { file: path }, message, hint) : ignored(path)];
}

/** One of the store's files, its YAML understood; undefined, with findings, where that fails. */
export function open(path: string, text: string, diagnostics: Diagnostic[]): ReadFile | undefined {
  const parsed = parse(text);
  if (!parsed.ok) {
    for (const { code, message, hint, offset } of parsed.problems) {
      diagnostics.push(diagnostic(code, { file: path, ...placeAt(text, offset) }, message, hint));
    }
    return undefined;
  }
  if (parsed.value !== null || parsed.doc.contents?.range[0] !== parsed.doc.contents?.range[1]) {
    return { path, text, doc: parsed.doc, value: parsed.value };
  }
  // A config whose every line is commented out asks for the defaults; an empty one looks like a write that failed.
  if (roleOf(path).kind === 'config' && text.trim() !== '') return { path, text, doc: parsed.doc, value: {} };
  const hint =
    roleOf(path).kind === 'milestone' ? 'Write at least `title: …`, or remove the file.' : 'Fill it, or remove it.';
  diagnostics.push(diagnostic('empty-file', { file: path }, 'the file is empty', hint));
  return undefined;
}
