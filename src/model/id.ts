/** Milestone, session and task ids double as file names, so they hold nothing a file system or a shell could misread. */
export const ID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** Two ids are the same if they differ in case only: many file systems cannot keep both. */
export function idKey(id: string): string {
  return id.toLowerCase();
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** The end of the run of digits that begins at `from`. */
function digitsEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && isDigit(text.charCodeAt(end))) end++;
  return end;
}

/**
 * Natural order: `M2` before `M10`. Locale-independent, so every machine writes the same bytes. Compares in place: stores of
 * thousands of files are sorted by it.
 */
export function compareIds(a: string, b: string): number {
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(j);
    if (isDigit(x) && isDigit(y)) {
      const [endX, endY] = [digitsEnd(a, i), digitsEnd(b, j)];
      const [left, right] = [a.slice(i, endX), b.slice(j, endY)];
      if (left !== right) return Number(left) - Number(right) || (left < right ? -1 : 1);
      i = endX;
      j = endY;
    } else if (x !== y) {
      // A word that ends where digits begin is a prefix of the other, and prefixes come first.
      const inWord = i > 0 && !isDigit(a.charCodeAt(i - 1));
      if (inWord && isDigit(x) !== isDigit(y)) return isDigit(x) ? -1 : 1;
      return x - y;
    } else {
      i++;
      j++;
    }
  }
  return a.length - i - (b.length - j);
}

/** The id that a file of the store stands for: `active/M05.yaml` → `M05`, `archive/M00/milestone.yaml` → `M00`. */
export function idOfFile(file: string): string {
  const parts = file.split('/');
  const name = parts.at(-1) ?? '';
  return /^milestone\.ya?ml$/.test(name) ? (parts.at(-2) ?? '') : name.replace(/\.ya?ml$/i, '');
}
