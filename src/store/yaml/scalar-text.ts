/** How a string may be written. `plain` falls back to quotes where the text would read as something else. */
export type Style = 'plain' | 'single' | 'double';

// Control characters, line separators, the byte-order mark and halves of surrogate pairs: only escapes keep them safe.
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\uFEFF\uFFFE\uFFFF]|\p{Cs}/u;
const PLAIN_START = /^[\p{L}\p{N}_/.+$^(]|^-[^\s-]/u;
const PLAIN_TROUBLE = /: |:$| #| $|^\.{3}/;
const FLOW_TROUBLE = /[,[\]{}]/;
/** What YAML 1.2, or the older YAML that other tools still speak, takes for something other than text. */
const NOT_TEXT =
  /^(?:null|true|false|yes|no|on|off|y|n|[-+]?[\d_:.]+|0o[0-7]+|0x[\da-f]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)e[-+]?\d+|[-+]?\.(?:inf|nan))$/i;

function isPlain(text: string, flow: boolean): boolean {
  return (
    PLAIN_START.test(text) &&
    !PLAIN_TROUBLE.test(text) &&
    !NOT_TEXT.test(text) &&
    !UNPRINTABLE.test(text) &&
    !(flow && FLOW_TROUBLE.test(text))
  );
}

function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function stringText(text: string, style: Style, flow: boolean): string {
  if (style === 'plain' && isPlain(text, flow)) return text;
  const awkward = text.includes('"') || text.includes('\\');
  const single = style === 'single' || (style === 'plain' && awkward && !text.includes("'"));
  return single && !UNPRINTABLE.test(text) ? `'${text.replaceAll("'", "''")}'` : doubleQuoted(text);
}

/** A string, number, boolean or null on one line, so that it reads back as the same value. */
export function scalarText(value: unknown, style: Style = 'plain', flow = false): string {
  if (typeof value === 'string') return stringText(value, style, flow);
  if (typeof value !== 'number') return String(value);
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
  return Object.is(value, -0) ? '-0' : String(value);
}
