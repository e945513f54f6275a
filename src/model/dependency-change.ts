import { codeSpan } from './code-span.ts';
import { ID_PATTERN, idKey } from './id.ts';
import type { Requirement } from './milestone.ts';
import { isBounded, LONGEST_SPAN, parseSpan } from './span.ts';

/** What `--dependencies` asks of the list of predecessors: a new list, or entries more and fewer. */
export type DependencyChange =
  | { readonly kind: 'replace'; readonly requires: readonly Requirement[] }
  | { readonly kind: 'adjust'; readonly add: readonly Requirement[]; readonly remove: readonly string[] };

export const DEPENDENCIES_ALLOWED =
  'ids such as `M03,M04` for a new list, `+M03` and `-M04` to add and remove, a lag as in `M03+2d`, or `none`';

const LAG = /^(.+?)([+\-–−] ?\d+ ?(?:d|days?|w|weeks?))$/i;
const SIGN = /^([+\-–−]) ?(.*)$/s;

interface Item {
  readonly sign: '+' | '-' | null;
  readonly requirement: Requirement;
}

function parseItem(text: string, isKnown: (id: string) => boolean): Item | string {
  const [, mark, rest] = SIGN.exec(text) ?? [];
  const name = rest ?? text;
  const [, before, lagText] = isKnown(name) ? [] : (LAG.exec(name) ?? []);
  const id = before ?? name;
  if (!ID_PATTERN.test(id)) return id === '' ? 'an entry is empty' : `${codeSpan(id)} is not an id`;
  const lag = lagText ? parseSpan(lagText.replace(/^[–−]/, '-').replace(' ', '')) : { amount: 0, unit: 'd' as const };
  if (!lag) return `${codeSpan(name)} has a lag that is no number of days or weeks`;
  if (!isBounded(lag)) return `${codeSpan(name)} has a lag that is too long: at most ${LONGEST_SPAN} days or weeks`;
  const sign = mark === undefined ? null : mark === '+' ? '+' : '-';
  if (sign === '-' && lagText) return `${codeSpan(text)}: an entry that is removed takes no lag`;
  return { sign, requirement: { id, lag } };
}

/**
 * `A,B` (the new list), `+A,-B` (more and fewer), `none` (an empty list), each with a lag in working days or weeks if wanted:
 * `M03+2d`, `M03-1w` → the change; a string says what is wrong with the text.
 *
 * An id may itself end like a lag (`sprint-2w`): where `isKnown` says so, the whole is the id.
 */
export function parseDependencyChange(
  text: string,
  isKnown: (id: string) => boolean = () => false,
): DependencyChange | string {
  if (/^none$/i.test(text.trim()) && !isKnown(text.trim())) return { kind: 'replace', requires: [] };
  const items: Item[] = [];
  const seen = new Set<string>();
  for (const part of text.split(',')) {
    const item = parseItem(part.trim(), isKnown);
    if (typeof item === 'string') return item;
    const key = idKey(item.requirement.id);
    if (seen.has(key)) return `${codeSpan(item.requirement.id)} is named twice`;
    seen.add(key);
    items.push(item);
  }
  const signed = items.filter((item) => item.sign !== null);
  if (signed.length === 0) return { kind: 'replace', requires: items.map((item) => item.requirement) };
  if (signed.length < items.length) return 'a new list and `+`/`-` entries cannot be mixed';
  return {
    kind: 'adjust',
    add: items.filter((item) => item.sign === '+').map((item) => item.requirement),
    remove: items.filter((item) => item.sign === '-').map((item) => item.requirement.id),
  };
}
