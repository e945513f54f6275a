import type { Intent } from '../model/intent.ts';

/** A word so that a POSIX shell, and `tokenize`, read it back unchanged. */
export function quote(word: string): string {
  if (/^[A-Za-z0-9_@%+=:,./-]+$/.test(word)) return word;
  if (!/["\\$`!]/.test(word)) return `"${word}"`;
  if (!word.includes("'")) return `'${word}'`;
  return `"${word.replace(/["\\$`]/g, '\\$&')}"`;
}

/** The command in its plainest form, without `/milestone`: what the journal keeps, and what can be typed again. */
export function printCommand(intent: Pick<Intent, 'verb' | 'args' | 'options'>): string {
  const options = Object.entries(intent.options).map(([name, value]) => {
    if (typeof value === 'boolean') return value ? `--${name}` : `--no-${name}`;
    return `--${name}=${quote(value)}`;
  });
  return [intent.verb, ...intent.args.map(quote), ...options].join(' ');
}
