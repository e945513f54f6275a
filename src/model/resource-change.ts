import { codeSpan } from './code-span.ts';
import { MOST } from './scalar.ts';

/** One thing that `--resources` asks: people in full-time equivalents for a role, or a person's share of the day in percent. */
export type ResourceChange =
  | { readonly kind: 'set'; readonly role: string; readonly fte: number }
  | { readonly kind: 'adjust'; readonly role: string; readonly fte: number }
  | { readonly kind: 'allocate'; readonly who: string; readonly allocation: number };

export const RESOURCES_ALLOWED =
  'a comma separated list of `2.5 engineers` (sets), `+0.5 engineer` or `-1 engineer` (adjusts) and `alice:50%`';

const NUMBER = String.raw`\d{1,6}(?:\.\d{1,4})?|\.\d{1,4}`;
const ROLE = new RegExp(String.raw`^([+\-–−]?) ?(${NUMBER})(?: ?FTE)? (?:of )?(\p{L}[^,:%]*)$`, 'iu');
const PERSON = new RegExp(String.raw`^@?([^\s,:%@]+) ?: ?(${NUMBER}) ?%$`, 'u');

/** Words whose final s is no plural: DevOps, analytics, sales, business, status, analysis. */
const NO_PLURAL = /(?:ss|us|is|ops|ics|sales|news|series)$/i;

/** `engineers` → `engineer`, `QA specialists` → `QA specialist`: only the last word is folded, the case stays. */
function singular(role: string): string {
  if (NO_PLURAL.test(role)) return role;
  if (/[^aeiou\s]ies$/i.test(role)) return role.replace(/ies$/i, 'y');
  if (/(?:ss|sh|ch|x)es$/i.test(role)) return role.replace(/es$/i, '');
  return role.replace(/(?<=\p{L}{2})s$/u, '');
}

/** What two spellings of one role have in common: `Engineers` and `engineer` are the same. For comparing, not for showing. */
export function roleKey(role: string): string {
  return singular(role.trim().replace(/\s+/g, ' ')).toLowerCase();
}

function parseItem(text: string): ResourceChange | string {
  const person = PERSON.exec(text);
  if (person) {
    const allocation = Number(person[2]);
    if (allocation > 100) return `${codeSpan(text)}: nobody has more than 100%`;
    return { kind: 'allocate', who: person[1] ?? '', allocation };
  }
  const [, sign, digits, words = ''] = ROLE.exec(text) ?? [];
  if (digits === undefined) return text === '' ? 'an entry is empty' : `${codeSpan(text)} is not an allocation`;
  const amount = Number(digits);
  if (/^fte$/i.test(words)) return `${codeSpan(text)} names no role`;
  if (amount > MOST.people) return `${codeSpan(text)}: at most ${MOST.people} people`;
  const role = singular(words.trim().replace(/\s+/g, ' '));
  if (!sign) return { kind: 'set', role, fte: amount };
  return { kind: 'adjust', role, fte: sign === '+' ? amount : 0 - amount };
}

/**
 * `2.5 engineers, 1 performance specialist`, `+0.5 engineer`, `2 FTE QA`, `alice:50%` → the changes in order; a string says what
 * is wrong with the text. Roles come back in the singular; compare them by `roleKey`. 0 takes a role or a person off.
 */
export function parseResourceChange(text: string): readonly ResourceChange[] | string {
  const changes: ResourceChange[] = [];
  const seen = new Set<string>();
  for (const part of text.split(',')) {
    const change = parseItem(part.trim());
    if (typeof change === 'string') return change;
    const key = change.kind === 'allocate' ? `@${change.who.toLowerCase()}` : roleKey(change.role);
    if (seen.has(key)) return `${codeSpan(change.kind === 'allocate' ? change.who : change.role)} is named twice`;
    seen.add(key);
    changes.push(change);
  }
  return changes;
}
