/** Text as both sides are compared: line breaks of one kind, nothing around it. Null is the empty text. */
export function plainText(text: string | null): string {
  return (text ?? '').replace(/\r\n?/g, '\n').trim();
}

/** A title as GitHub can hold it: one line, nothing around it. */
export function plainTitle(title: string): string {
  return title.replace(/\s*[\r\n]+\s*/g, ' ').trim();
}

/** True if a word boundary of sorts stands at the offset: additions are lines or words, not parts of one. */
function apart(text: string, at: number): boolean {
  return at === 0 || at === text.length || /\s/.test(text[at - 1] ?? '') || /\s/.test(text[at] ?? '');
}

/**
 * The store's new text in the place that the base has in GitHub's text, with what a person wrote before or after it; null if
 * GitHub's text does not hold the base as a whole. Additions that the store has already are not doubled.
 */
export function withAdditions(base: string | undefined, store: string, github: string): string | null {
  if (base === undefined || base === '' || base === github) return null;
  const start = github.indexOf(base);
  const end = start + base.length;
  if (start < 0 || !apart(github, start) || !apart(github, end)) return null;
  const [before, after] = [github.slice(0, start), github.slice(end)];
  let own = store;
  if (before !== '' && own.startsWith(before)) own = own.slice(before.length);
  if (after !== '' && own.endsWith(after)) own = own.slice(0, own.length - after.length);
  return (before + own + after).trim();
}

const LONGEST = 200;

/** A value as a conflict shows it. */
export function shortText(value: string | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  return value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value;
}
