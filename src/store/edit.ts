import { changed, isData, isMapping, same } from './edit/data.ts';
import { layoutOf } from './edit/layout.ts';
import { splice } from './edit/lines.ts';
import { sharedWith, splicesFor } from './edit/step.ts';
import { type Step, stepsTo } from './edit/steps.ts';
import { parse, type Understood } from './yaml/parse.ts';
import { offsetOf, type Path, pathText, placeAt } from './yaml/place.ts';

export interface TextEdit {
  readonly path: Path;
  /** Plain data; `undefined` removes the key or item. The index behind a list's last item appends. */
  readonly after: unknown;
}

/** A text that edits can be made in, understood once. */
export interface Editable {
  readonly ok: true;
  readonly text: string;
  readonly doc: Understood['doc'];
  /** Aliased parts are shared: never change it. */
  readonly value: unknown;
}

interface Refused {
  readonly ok: false;
  readonly message: string;
  /** 1-based. */
  readonly line: number;
}

function refused(text: string, message: string, offset = 0): Refused {
  return { ok: false, message, line: placeAt(text, offset).line };
}

/** A text for edits; refused where it cannot be read. */
export function editable(text: string): Editable | Refused {
  const parsed = parse(text, { tokens: true });
  if (parsed.ok) return { ok: true, text, doc: parsed.doc, value: parsed.value };
  const [problem] = parsed.problems;
  return refused(text, problem?.message ?? 'not readable', problem?.offset);
}

function inserted(value: unknown, { path, value: item }: Step & { kind: 'insert' | 'set' }): unknown {
  const index = path.at(-1);
  const list = path.slice(0, -1).reduce<unknown>((at, step) => (at as Record<string | number, unknown>)?.[step], value);
  if (typeof index !== 'number' || !Array.isArray(list)) return changed(value, path, item)?.value;
  return changed(value, path.slice(0, -1), list.toSpliced(index, 0, item))?.value;
}

/** What the data must be after a step. */
function expected(value: unknown, step: Step): unknown {
  if (step.kind === 'insert') return inserted(value, step);
  return changed(value, step.path, step.kind === 'remove' ? undefined : step.value)?.value;
}

function applyStep({ text, doc, value }: Editable, step: Step): Editable | Refused {
  const shared = sharedWith(doc, step.path);
  if (shared !== undefined) return refused(text, shared, offsetOf(doc, step.path));
  const wanted = expected(value, step);
  const layout = layoutOf(text, doc);
  // What does not read back as wanted is not written; text that fits anywhere gets a second chance.
  for (const compact of [false, true]) {
    const splices = splicesFor(text, doc, step, { ...layout, compact });
    if (!splices) continue;
    const next = editable(splice(text, splices));
    if (next.ok && same(next.value, wanted)) return next;
  }
  return refused(
    text,
    `${pathText(step.path)} is written in a way that cannot be edited safely`,
    offsetOf(doc, step.path),
  );
}

/** One edit of a text, as `editText` makes it. */
export function edited(from: Editable, { path, after }: TextEdit): Editable | Refused {
  const { text, doc, value } = from;
  if (!isMapping(value)) return refused(text, value === null ? 'the file is empty' : 'the file holds no keys');
  const name = pathText(path);
  if (path.length === 0) return refused(text, 'an edit must name a key');
  if (after !== undefined && !isData(after))
    return refused(text, `${name} would become something that YAML cannot hold`);
  const wanted = changed(value, path, after);
  if (!wanted) return refused(text, `${name} leads through a value that has no such part`, offsetOf(doc, path));
  let current = from;
  for (const step of stepsTo(doc.contents, value, wanted.value)) {
    const result = applyStep(current, step);
    if (!result.ok) return { ...result, line: placeAt(text, offsetOf(doc, path)).line };
    current = result;
  }
  if (same(current.value, wanted.value)) return current;
  return refused(text, `${name} cannot be edited without changing other parts of the file`, offsetOf(doc, path));
}

/**
 * A YAML mapping's text with edits made, in order. Only what has to change does: comments, order, quotes, indentation, line
 * breaks and every other byte stay. The result is read back, so a text that would not say exactly what was asked is refused,
 * with the 1-based line of the trouble, and nothing is changed.
 */
export function editText(
  text: string,
  edits: readonly TextEdit[],
): { readonly ok: true; readonly text: string } | Refused {
  let current = editable(text);
  for (const edit of edits) {
    if (!current.ok) return current;
    current = edited(current, edit);
  }
  if (!current.ok && edits.length > 0) return current;
  return { ok: true, text: current.ok ? current.text : text };
}
