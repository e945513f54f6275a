import type { Document, ParsedNode } from 'yaml';
import { parseDocument, Schema } from 'yaml';
import type { Problem } from './problem.ts';
import { SYNTAX } from './syntax.ts';
import { toValue } from './to-value.ts';

export interface Understood {
  readonly doc: Document.Parsed<ParsedNode>;
  /** The file as plain data; null for an empty one. Aliased parts are shared: never change it. */
  readonly value: unknown;
}

export type Parsed =
  | ({ readonly ok: true } & Understood)
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** YAML 1.2, for every file alike: dates stay text, `yes` is a word. Made once, since it takes as long as a small file. */
const CORE = new Schema({ schema: 'core', merge: false });
const MARKER = /^(?:<{7}|={7}|>{7}|\|{7})(?=[ \r\n]|$)/m;

function unreadable(code: Problem['code'], message: string, hint: string, offset: number): Parsed {
  return { ok: false, problems: [{ code, message, hint, offset }] };
}

/** The first marker of an unfinished merge, which YAML would report as nonsense a line or two later, or not at all. */
function conflictMarker(text: string): number | undefined {
  if (!text.includes('<<<<<<<') && !text.includes('>>>>>>>') && !text.includes('=======')) return undefined;
  return MARKER.exec(text)?.index;
}

/**
 * One YAML 1.2 file → its document and its data, or everything that keeps it from being read. Never throws, whatever the text.
 * `tokens` keeps the source tokens that an edit needs.
 */
export function parse(text: string, { tokens = false } = {}): Parsed {
  const marker = conflictMarker(text);
  if (marker !== undefined) {
    const hint = 'Finish the merge: keep what is right of both sides and remove the marker lines.';
    return unreadable('conflict-markers', 'the file holds an unfinished merge', hint, marker);
  }
  try {
    // Duplicate keys are looked for in `toValue`: the library compares every key of a map with every other.
    const doc = parseDocument(text, {
      prettyErrors: false,
      uniqueKeys: false,
      schema: CORE,
      logLevel: 'error',
      keepSourceTokens: tokens,
    });
    const [error] = doc.errors;
    if (error) {
      const [message, hint] = SYNTAX[error.code];
      return unreadable(
        error.code === 'MULTIPLE_DOCS' ? 'multiple-documents' : 'yaml-syntax',
        message,
        hint,
        error.pos[0],
      );
    }
    const { value, problems } = toValue(doc);
    return problems.length > 0 ? { ok: false, problems } : { ok: true, doc, value };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const [message, hint] = SYNTAX.RESOURCE_EXHAUSTION;
    return unreadable('yaml-syntax', message, hint, 0);
  }
}
