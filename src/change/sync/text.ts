/** Text as both sides are compared: line breaks of one kind, nothing around it. Null is the empty text. */
export function plainText(text: string | null): string {
  return (text ?? '').replace(/\r\n?/g, '\n').trim();
}

/** A title as GitHub can hold it: one line, nothing around it. */
export function plainTitle(title: string): string {
  return title.replace(/\s*[\r\n]+\s*/g, ' ').trim();
}

/** Where whole lines of a text are `part`; null if nowhere, or in several places. */
function linesAt(text: string, part: string): number | null {
  const places: number[] = [];
  for (let at = text.indexOf(part); at >= 0 && places.length < 2; at = text.indexOf(part, at + 1)) {
    const begins = at === 0 || text[at - 1] === '\n';
    // Space at the end of a line is nothing that anybody reads.
    if (begins && /^[ \t]*(\n|$)/.test(text.slice(at + part.length))) places.push(at);
  }
  return places.length === 1 ? (places[0] ?? null) : null;
}

/**
 * The store's new text in the place that the base has in GitHub's text, with the lines that a person wrote before or after it; null
 * if GitHub's text does not hold the base as lines of its own: then it is another text. Additions that the store has already are not doubled.
 */
export function withAdditions(base: string | undefined, store: string, github: string): string | null {
  if (base === undefined || base === '' || base === github) return null;
  const start = linesAt(github, base);
  if (start === null) return null;
  const end = start + base.length;
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
