export const PROGRESS_ALLOWED = 'a percentage from 0 to 100, such as `45` or `45%`';

/** `45`, `45%` or `62.5` → the percentage; a string says what is wrong with the text. */
export function parseProgress(text: string): number | string {
  const [, digits] = /^(\d{1,3}(?:\.\d)?) ?%?$/.exec(text.trim()) ?? [];
  if (digits === undefined) return 'not a percentage with at most one decimal';
  return Number(digits) > 100 ? 'more than 100' : Number(digits);
}
