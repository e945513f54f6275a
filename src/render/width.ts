/** How many columns of a terminal a text takes: East Asian wide characters and emoji take two, combining marks none. */

// East Asian Width W and F (Unicode Standard Annex #11), as coarse blocks. Emoji are told apart by their own property.
const WIDE =
  /[\u1100-\u115F\u2329\u232A\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1B000}-\u{1B2FF}\u{1F200}-\u{1F265}\u{20000}-\u{3FFFD}]/u;
const EMOJI = /\p{Emoji_Presentation}|\p{Emoji}\uFE0F|\p{Emoji_Modifier}/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
const COLOUR = /\u001B\[[0-9;]*m/g;
const INVISIBLE = /^[\p{M}\p{Cf}\p{Cc}]+$/u;

/** Where a character on the screen may be more than one code point. */
const JOINED = /\p{M}|\u200D|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\u1100-\u11FF]/u;
let segmenter: Intl.Segmenter | undefined;

/** The text character by character as a reader sees them. The segmenter takes long to start, and plain text needs none. */
function graphemes(text: string): readonly string[] {
  if (!JOINED.test(text)) return Array.from(text);
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function columns(grapheme: string): number {
  if (INVISIBLE.test(grapheme)) return 0;
  return EMOJI.test(grapheme) || WIDE.test(grapheme) ? 2 : 1;
}

/** Columns that `text` takes; colours take none. */
export function width(text: string): number {
  if (/^[\x20-\x7E█░│─]*$/.test(text)) return text.length;
  let sum = 0;
  for (const segment of graphemes(text.replace(COLOUR, ''))) sum += columns(segment);
  return sum;
}

/** `text`, without colours, cut to at most `limit` columns, the last of them `…` if anything is missing. */
export function shorten(text: string, limit: number): string {
  if (width(text) <= limit) return text;
  let out = '';
  let used = 0;
  for (const segment of graphemes(text)) {
    used += columns(segment);
    if (used > limit - 1) break;
    out += segment;
  }
  return limit > 0 ? `${out.trimEnd()}…` : '';
}

/** `text` cut or filled with blanks to exactly `size` columns. */
export function pad(text: string, size: number): string {
  const cut = shorten(text, size);
  return cut + ' '.repeat(size - width(cut));
}

/** `text` broken between words into lines of at most `limit` columns; a longer word stands alone. */
export function wrap(text: string, limit: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && width(line) + 1 + width(word) > limit) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
