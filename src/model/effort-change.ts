import { codeSpan } from './code-span.ts';

/** What `--effort` asks of the estimated hours: more or fewer, or a new figure. `hours` is signed in a shift. */
export type EffortChange =
  | { readonly kind: 'shift'; readonly hours: number }
  | { readonly kind: 'set'; readonly hours: number };

export const EFFORT_ALLOWED = 'hours to add or take off, such as `+15h` or `-4h`, or a new figure such as `40h`';

const EFFORT = /^([+\-–−]?) ?(\d{1,6}(?:\.\d{1,2})?) ?(?:h|hrs?|hours?)$/i;

/** `+15h`, `-4 hours` or `40h` → the change; a string says what is wrong with the text. */
export function parseEffortChange(text: string): EffortChange | string {
  const [, sign, digits] = EFFORT.exec(text.trim()) ?? [];
  if (digits === undefined) {
    return /^[+\-–−]? ?[\d.]+$/.test(text.trim())
      ? 'hours need their unit, `h`'
      : `${codeSpan(text)} is no number of hours`;
  }
  const hours = Number(digits);
  if (!sign) return { kind: 'set', hours };
  return { kind: 'shift', hours: sign === '+' ? hours : 0 - hours };
}
