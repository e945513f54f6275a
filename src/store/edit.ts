import { changed, isData, isMapping, same } from './edit/data.ts';
import { layoutOf } from './edit/layout.ts';
import { splice } from './edit/lines.ts';
import { sharedWith, splicesFor } from './edit/step.ts';
import { type Step, stepsTo } from './edit/steps.ts';
import { parse } from './yaml/parse.ts';
import { offsetOf, type Path, pathText, placeAt } from './yaml/place.ts';

export interface TextEdit {
  readonly path: Path;
  /** Plain data; `undefined` removes the key or item. The index behind a list's last item appends. */
  readonly after: unknown;
}

type Edited =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string; readonly line: number };

function refused(text: string, message: string, offset = 0): Edited {
  return { ok: false, message, line: placeAt(text, offset).line };
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

function applyStep(text: string, step: Step): Edited {
  const parsed = parse(text, { tokens: true });
  if (!parsed.ok) return refused(text, parsed.problems[0]?.message ?? 'not readable', parsed.problems[0]?.offset);
  const { doc, value } = parsed;
  const shared = sharedWith(doc, step.path);
  if (shared !== undefined) return refused(text, shared, offsetOf(doc, step.path));
  const wanted = expected(value, step);
  const layout = layoutOf(text, doc);
  // What does not read back as wanted is not written; text that fits anywhere gets a second chance.
  for (const compact of [false, true]) {
    const splices = splicesFor(text, doc, step, { ...layout, compact });
    if (!splices) continue;
    const next = splice(text, splices);
    const again = parse(next);
    if (again.ok && same(again.value, wanted)) return { ok: true, text: next };
  }
  return refused(
    text,
    `${pathText(step.path)} is written in a way that cannot be edited safely`,
    offsetOf(doc, step.path),
  );
}

function applyEdit(text: string, { path, after }: TextEdit): Edited {
  const parsed = parse(text);
  if (!parsed.ok) return refused(text, parsed.problems[0]?.message ?? 'not readable', parsed.problems[0]?.offset);
  const { doc, value } = parsed;
  if (!isMapping(value)) return refused(text, value === null ? 'the file is empty' : 'the file holds no keys');
  const name = pathText(path);
  if (path.length === 0) return refused(text, 'an edit must name a key');
  if (after !== undefined && !isData(after))
    return refused(text, `${name} would become something that YAML cannot hold`);
  const wanted = changed(value, path, after);
  if (!wanted) return refused(text, `${name} leads through a value that has no such part`, offsetOf(doc, path));
  let current = text;
  for (const step of stepsTo(doc.contents, value, wanted.value)) {
    const result = applyStep(current, step);
    if (!result.ok) return { ...result, line: placeAt(text, offsetOf(doc, path)).line };
    current = result.text;
  }
  const result = parse(current);
  if (result.ok && same(result.value, wanted.value)) return { ok: true, text: current };
  return refused(text, `${name} cannot be edited without changing other parts of the file`, offsetOf(doc, path));
}

/**
 * A YAML mapping's text with edits made, in order. Only what has to change does: comments, order, quotes, indentation, line
 * breaks and every other byte stay. The result is read back, so a text that would not say exactly what was asked is refused,
 * with the 1-based line of the trouble, and nothing is changed.
 */
export function editText(text: string, edits: readonly TextEdit[]): Edited {
  let current = text;
  for (const edit of edits) {
    const result = applyEdit(current, edit);
    if (!result.ok) return result;
    current = result.text;
  }
  return { ok: true, text: current };
}
