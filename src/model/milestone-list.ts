import { codeSpan } from './code-span.ts';
import { compareIds, ID_PATTERN, idKey } from './id.ts';

/** One entry of `--milestones`: a milestone, or all that exist between two (both included). */
export type MilestoneSelector =
  | { readonly kind: 'one'; readonly id: string }
  | { readonly kind: 'range'; readonly from: string; readonly to: string };

export const MILESTONES_ALLOWED = 'ids such as `M05,M06`, or a range such as `M05..M07`';

const NUMBERED = /^(.*?)(\d+)$/;

function parseItem(text: string): MilestoneSelector | string {
  if (text === '') return 'an entry is empty';
  const [, from, to] = /^(.*?)\.\.(.*)$/.exec(text) ?? [];
  if (from === undefined || to === undefined) {
    return ID_PATTERN.test(text) ? { kind: 'one', id: text } : `${codeSpan(text)} is not an id`;
  }
  if (!ID_PATTERN.test(from) || !ID_PATTERN.test(to)) return `${codeSpan(text)} is not a range of ids`;
  const [, prefix, first] = NUMBERED.exec(from) ?? [];
  const [, otherPrefix, last] = NUMBERED.exec(to) ?? [];
  if (prefix === undefined || otherPrefix === undefined || idKey(prefix) !== idKey(otherPrefix)) {
    return `${codeSpan(text)}: the ends of a range differ in their last number only`;
  }
  if (Number(first) > Number(last)) return `${codeSpan(text)} runs backwards`;
  return { kind: 'range', from, to };
}

/** `M05,M06` and `M05..M07` → the selectors in order; a string says what is wrong with the text. */
export function parseMilestoneList(text: string): readonly MilestoneSelector[] | string {
  const list: MilestoneSelector[] = [];
  for (const part of text.split(',')) {
    const item = parseItem(part.trim());
    if (typeof item === 'string') return item;
    list.push(item);
  }
  return list;
}

/**
 * The ids that the selectors mean, each once, spelt as in `known`, in the order asked for. Both ends of a range have to exist;
 * a number missing in between is no mistake. What does not exist is returned as `unknown`, as it was asked for.
 */
export function selectMilestones(
  list: readonly MilestoneSelector[],
  known: Iterable<string>,
): { readonly ids: readonly string[]; readonly unknown: readonly string[] } {
  const byKey = new Map([...known].map((id) => [idKey(id), id]));
  const sorted = [...byKey].sort(([a], [b]) => compareIds(a, b));
  const ids = new Set<string>();
  const unknown = new Set<string>();
  for (const item of list) {
    for (const asked of item.kind === 'one' ? [item.id] : [item.from, item.to]) {
      if (!byKey.has(idKey(asked))) unknown.add(asked);
    }
    if (item.kind === 'one') {
      const id = byKey.get(idKey(item.id));
      if (id !== undefined) ids.add(id);
      continue;
    }
    const [, prefix = '', first] = NUMBERED.exec(idKey(item.from)) ?? [];
    const last = NUMBERED.exec(idKey(item.to))?.[2];
    for (const [key, id] of sorted) {
      const [, itsPrefix, number] = NUMBERED.exec(key) ?? [];
      const inside = itsPrefix === prefix && Number(number) >= Number(first) && Number(number) <= Number(last);
      if (inside) ids.add(id);
    }
  }
  return { ids: [...ids], unknown: [...unknown] };
}
