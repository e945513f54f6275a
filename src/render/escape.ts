/**
 * People's text inside generated text. Whatever stands in a title, a scope or a note is shown as it was written and never
 * becomes markup, a mention, an issue link or a terminal command.
 */

const ZERO_WIDTH_SPACE = '\u200B';
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const ANSI = /[\u001B\u009B](?:\][^\u0007\u001B]*(?:\u0007|\u001B\\)?|[[\]()#;?]*[0-9;?]*[ -/]*[@-~])?/g;
// Direction overrides without an end would turn the rest of the line around, so they go as well.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const CONTROL = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;
const ADDRESS = /\b(?:https?|ftp):\/\/[^\s<>]+/gi;

/** Text on one line of a terminal or a log: no control characters, no ANSI sequences, white space folded to one blank. */
export function plain(text: string): string {
  return text.replace(ANSI, '').replace(/\s+/g, ' ').replace(CONTROL, '').trim();
}

/** The first `limit` characters (code points) of a text that is longer, ending in `…`. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const points = [...text];
  return points.length <= limit
    ? text
    : `${points
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`;
}

/** Mentions notify people and references write into other issues' timelines; GitHub makes both after Markdown, so a backslash would not stop them. */
function unlinked(text: string): string {
  return (
    text
      .replaceAll('@', `@${ZERO_WIDTH_SPACE}`)
      .replace(/#(?=\d)/g, `#${ZERO_WIDTH_SPACE}`)
      .replace(/(GH-)(?=\d)/gi, `$1${ZERO_WIDTH_SPACE}`)
      .replace(/:(?=(?:[a-z+-][a-z0-9_+-]*|100|1234|8ball):)/gi, `:${ZERO_WIDTH_SPACE}`)
      .replace(/(?:mailto|xmpp):(?=\S)/gi, (scheme) => scheme + ZERO_WIDTH_SPACE)
      .replace(/www\.(?=\S)/gi, (www) => www + ZERO_WIDTH_SPACE)
      .replace(/(?:https?|ftp):(?=\/\/)/gi, (scheme) => scheme + ZERO_WIDTH_SPACE)
      // GitHub links what looks like a commit from seven digits on; a number or a date stays as it is.
      .replace(/\b(?=[0-9]*[a-f])[0-9a-f]{7,64}\b/gi, (sha) => sha.replace(/.{6}(?=.)/g, `$&${ZERO_WIDTH_SPACE}`))
  );
}

function escaped(text: string): string {
  return unlinked(text)
    .replace(/[\\`*[\]|~$]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll('<', '&lt;');
}

/** A web address as code, which can be copied as it is and which GitHub makes no link of; punctuation behind it is not part of it. */
function address(found: string): string {
  const end = found.replace(/[.,:;!?'")\]*_~]+$/, '');
  return code(end) + escaped(found.slice(end.length));
}

/** One line of text as inline Markdown. */
function inline(line: string): string {
  let out = '';
  let at = 0;
  for (const match of line.matchAll(ADDRESS)) {
    out += escaped(line.slice(at, match.index)) + address(match[0]);
    at = match.index + match[0].length;
  }
  return out + escaped(line.slice(at));
}

/** Escapes what would open a heading, a quote, a list or a rule at the start of a line. */
function atStart(out: string): string {
  return out.replace(/^(?:>|#(?=#*(?:\s|$))|[+=-](?=[\s=-]|$)|:(?=-))/, '\\$&').replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/**
 * Text as inline Markdown that reads exactly as written, also at the start of a line and inside a table cell. Line breaks become
 * blanks, web addresses code: whoever may write a title does not choose where our comments lead.
 */
export function md(text: string): string {
  return atStart(inline(plain(text)));
}

/** A sentence of the engine as Markdown: what it put between backticks becomes code, all else reads as written. */
export function prose(sentence: string): string {
  return plain(sentence)
    .split(/(`[^`]+`)/)
    .map((piece, i) => (i % 2 === 1 ? code(piece.slice(1, -1)) : i === 0 ? atStart(inline(piece)) : inline(piece)))
    .join('');
}

/**
 * Inline code that reads exactly as written, with as many backticks as it takes. A vertical bar stands outside the code, escaped:
 * inside, a table would need a backslash that would show everywhere else.
 */
export function code(text: string): string {
  const pieces = plain(text).split('|');
  return pieces.map((piece) => (piece === '' ? '' : span(piece))).join('\\|');
}

function span(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .*[^ ].* $/.test(text) ? ' ' : '';
  return fence + pad + text + pad + fence;
}

/**
 * A path as part of a link's address. A file's name may be anybody's invention: no character of it may end the link, mention
 * somebody or be read as markup.
 */
export function pathUrl(path: string): string {
  const safe = (part: string): string =>
    encodeURIComponent(part.toWellFormed()).replace(
      /[!'()*_~]/g,
      (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  return path.split('/').map(safe).join('/');
}

/** Text inside an HTML tag such as `<summary>`, where Markdown is not read. */
export function html(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return unlinked(plain(text)).replace(/[&<>"]/g, (c) => entities[c] ?? c);
}

/** Text as (part of) a Mermaid label, by Mermaid's own character codes; letters of any language stay as they are. */
export function mermaid(text: string): string {
  return plain(text).replace(/[#;"`:%<>\\$]|&(?=#?\w+;)/g, (c) => `#${c.charCodeAt(0)};`);
}

/**
 * Text inside a commit message: GitHub reads mentions, closing keywords (`fixes #12`, also with an issue's address) and
 * `[skip ci]` there, and none of them may come from a milestone's title.
 */
export function commitText(text: string): string {
  return unlinked(plain(text)).replace(/\[(?=\s*(?:skip|no|ci|actions)\b)/gi, `[${ZERO_WIDTH_SPACE}`);
}

/**
 * Text as one line of a job's log. The runner carries out a line that begins with `::name` and `##[name]` wherever it stands
 * (actions/runner, ActionCommand.cs), comparing by culture, which overlooks characters that have no width: those go first.
 */
export function logLine(text: string): string {
  return plain(text.replace(/\p{Default_Ignorable_Code_Point}/gu, ''))
    .replace(/##(?=\[)/g, '## ')
    .replace(/^::/, ': :');
}
