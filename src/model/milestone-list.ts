import { codeSpan } from './code-span.ts';
import { compareIds, ID_PATTERN, idKey } from './id.ts';
import { MILESTONE_STATUSES, PRIORITIES } from './milestone-file.ts';
import { nearest } from './nearest.ts';

const FILTERS = ['status', 'owner', 'priority', 'label'] as const;
/** What a filter can ask about. */
export type FilterKey = (typeof FILTERS)[number];

/** One entry of `--milestones`: a milestone, all between two (both included), all whose id fits, or all with a property. */
export type MilestoneSelector =
  | { readonly kind: 'one'; readonly id: string }
  | { readonly kind: 'range'; readonly from: string; readonly to: string }
  | { readonly kind: 'glob'; readonly pattern: string }
  | { readonly kind: 'filter'; readonly key: FilterKey; readonly value: string };

export const MILESTONES_ALLOWED =
  'ids such as `M05,M06`, a range such as `M05..M07`, a pattern such as `M0*`, or `status:…`, `owner:…`, `priority:…`, `label:…`; commas add up';

const NUMBERED = /^(.*?)(\d+)$/;
const GLOB = /^[A-Za-z0-9._*?-]{1,64}$/;

function parseFilter(text: string): MilestoneSelector | string | null {
  const [, name, value = ''] = /^([a-z]+) ?: ?(.*)$/is.exec(text) ?? [];
  if (name === undefined) return null;
  const key = FILTERS.find((known) => known === name.toLowerCase());
  if (!key) {
    const meant = nearest(name, FILTERS, 2);
    return `milestones cannot be chosen by ${codeSpan(name)}${meant ? `; \`${meant}:\` is meant?` : ''}`;
  }
  if (value === '') return `${codeSpan(text)} says no value`;
  const closed: readonly string[] | null =
    key === 'status' ? MILESTONE_STATUSES : key === 'priority' ? PRIORITIES : null;
  if (closed && !closed.includes(value.toLowerCase())) return `${codeSpan(value)} is no ${key}: ${closed.join(', ')}`;
  return { kind: 'filter', key, value: closed ? value.toLowerCase() : value };
}

function parseItem(text: string): MilestoneSelector | string {
  if (text === '') return 'an entry is empty';
  const filter = parseFilter(text);
  if (filter !== null) return filter;
  const [, from, to] = /^(.*?)\.\.(.*)$/.exec(text) ?? [];
  if (from === undefined || to === undefined) {
    if (/[*?]/.test(text) && GLOB.test(text)) return { kind: 'glob', pattern: text };
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

/** `M05,M06`, `M05..M07`, `M0*`, `status:in_progress` → the selectors in order; a string says what is wrong with the text. */
export function parseMilestoneList(text: string): readonly MilestoneSelector[] | string {
  const list: MilestoneSelector[] = [];
  for (const part of text.split(',')) {
    const item = parseItem(part.trim());
    if (typeof item === 'string') return item;
    list.push(item);
  }
  return list;
}

/** `M0*` as a test of an id key: `*` is any characters, `?` one. Walks the text once for each star; nothing backtracks further. */
function fits(pattern: string, key: string): boolean {
  let [p, k, star, mark] = [0, 0, -1, 0];
  while (k < key.length) {
    if (pattern[p] === '?' || (pattern[p] !== '*' && pattern[p] === key[k])) {
      p++;
      k++;
    } else if (pattern[p] === '*') {
      star = p++;
      mark = k;
    } else if (star >= 0) {
      p = star + 1;
      k = ++mark;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}

/** The keys (in the order of `sorted`) that one selector means, and what it names that does not exist. */
function meant(
  item: MilestoneSelector,
  sorted: readonly (readonly [key: string, id: string])[],
  has: (id: string, key: FilterKey, value: string) => boolean,
): { keys: string[]; unknown: string[] } {
  const named = item.kind === 'one' ? [item.id] : item.kind === 'range' ? [item.from, item.to] : [];
  const unknown = named.filter((id) => !sorted.some(([key]) => key === idKey(id)));
  const keys = sorted
    .filter(([key, id]) => {
      if (item.kind === 'one') return key === idKey(item.id);
      if (item.kind === 'glob') return fits(idKey(item.pattern), key);
      if (item.kind === 'filter') return has(id, item.key, item.value);
      const [, prefix = '', first] = NUMBERED.exec(idKey(item.from)) ?? [];
      const [, itsPrefix, number] = NUMBERED.exec(key) ?? [];
      const last = NUMBERED.exec(idKey(item.to))?.[2];
      return itsPrefix === prefix && Number(number) >= Number(first) && Number(number) <= Number(last);
    })
    .map(([key]) => key);
  if (keys.length === 0 && item.kind === 'glob') unknown.push(item.pattern);
  if (keys.length === 0 && item.kind === 'filter') unknown.push(`${item.key}:${item.value}`);
  return { keys, unknown };
}

/**
 * The ids that the selectors mean, each once, spelt as in `known`, in the order asked for; together they are a union. Both
 * ends of a range have to exist; a number missing in between is no mistake. What does not exist, and patterns and filters
 * that nothing fits, are returned as `unknown`, as they were asked for. `has` answers for filters.
 */
export function selectMilestones(
  list: readonly MilestoneSelector[],
  known: Iterable<string>,
  has: (id: string, key: FilterKey, value: string) => boolean = () => false,
): { readonly ids: readonly string[]; readonly unknown: readonly string[] } {
  const byKey = new Map([...known].map((id) => [idKey(id), id]));
  const sorted = [...byKey].sort(([a], [b]) => compareIds(a, b));
  const ids = new Set<string>();
  const unknown = new Set<string>();
  for (const item of list) {
    const found = meant(item, sorted, has);
    for (const key of found.keys) ids.add(byKey.get(key) ?? key);
    for (const name of found.unknown) unknown.add(name);
  }
  return { ids: [...ids], unknown: [...unknown] };
}
