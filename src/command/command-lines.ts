import { PREFIX } from './parse-line.ts';

/** A line of a comment that is a command. */
export interface CommandLine {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
}

interface Fence {
  readonly char: string;
  readonly length: number;
  /** Column of the list item that the block is in; 0 outside lists. A line that starts before it ends list item and block. */
  readonly inside: number;
}

const OPENING_FENCE = /^( {0,3}(?:(?:[-*+]|\d{1,9}[.)]) {1,4})*)(`{3,}(?!.*`)|~{3,})/;
const CLOSING_FENCE = /^( *)(`{3,}|~{3,})[ \t]*$/;
/** HTML whose content is not Markdown, code above all; it goes on to its closing tag, over blank lines. */
const RAW_HTML = /^ {0,3}<(?:pre|script|style|textarea)(?=[\s>]|$)/i;
const RAW_HTML_END = /<\/(?:pre|script|style|textarea)>/i;
const CODE_SPAN = /(?<!`)(`+)(?!`)(?:.*?[^`])\1(?!`)/g;
/** Four columns make indented code. */
const COMMAND_INDENT = /^[ \u00a0]{0,3}\//;

function openingFence(line: string): Fence | null {
  const [, before = '', marks] = OPENING_FENCE.exec(line) ?? [];
  if (marks === undefined) return null;
  return { char: marks.charAt(0), length: marks.length, inside: before.trim() === '' ? 0 : before.length };
}

function closes(line: string, fence: Fence): boolean {
  const [, indent = '', marks = ''] = CLOSING_FENCE.exec(line) ?? [];
  return marks.startsWith(fence.char) && marks.length >= fence.length && indent.length - fence.inside <= 3;
}

function leaves(line: string, fence: Fence): boolean {
  return line.trim() !== '' && line.length - line.trimStart().length < fence.inside;
}

/** Whether an HTML comment that opens on the line is still open at its end. Inside a paragraph, one that no later line closes is text. */
function opensComment(line: string, closedLater: boolean): boolean {
  // A comment that starts the line makes the whole line HTML, in which backticks mean nothing.
  const isHtml = /^ {0,3}<!--/.test(line);
  if (!isHtml && !closedLater) return false;
  const text = isHtml ? line : line.replace(CODE_SPAN, '');
  let open = text.indexOf('<!--');
  while (open >= 0) {
    // `<!-->` is a whole comment: the hyphens count for both ends.
    const close = text.indexOf('-->', open + 2);
    if (close < 0) return true;
    open = text.indexOf('<!--', close + 3);
  }
  return false;
}

/**
 * The lines of a Markdown text that are commands: those that start with `/milestone`, after at most three spaces. Lines in fenced
 * code, indented code, block quotes, HTML comments and `<pre>` are not; an unclosed block goes on to the end. Follows CommonMark 0.31
 * (sections 4.4–4.6, 5.1 and 6.6) as far as whole lines go; a line right below a quote is its author's own word, not the quote's.
 */
export function commandLines(body: string): CommandLine[] {
  const lines = body.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const lastEnd = lines.findLastIndex((line) => line.includes('-->'));
  const found: CommandLine[] = [];
  let fence: Fence | null = null;
  let until: RegExp | null = null;
  for (const [index, text] of lines.entries()) {
    if (fence && !leaves(text, fence)) {
      if (closes(text, fence)) fence = null;
      continue;
    }
    fence = null;
    if (until) {
      if (until.test(text)) until = null;
      continue;
    }
    fence = openingFence(text);
    if (fence) continue;
    if (RAW_HTML.test(text)) until = RAW_HTML_END.test(text) ? null : RAW_HTML_END;
    else if (opensComment(text, lastEnd > index)) until = /-->/;
    if (COMMAND_INDENT.test(text) && PREFIX.test(text)) found.push({ line: index + 1, text: text.trim() });
  }
  return found;
}
