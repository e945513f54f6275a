/** One part of a text with a size limit. Parts with a `drop` rank may be left out, the highest rank first. */
export interface Part {
  readonly text: string;
  readonly drop?: number;
  /** What the part is called in the line that says it is missing. */
  readonly name?: string;
}

const NOTE_ROOM = 400;

/**
 * The parts one below the other, within `limit` by the given measure. Whatever has to go is named at the end together with
 * `instead` (where to read on); a text that is still too long after that is cut at a line's end, visibly.
 */
export function budgeted(
  parts: readonly Part[],
  limit: number,
  instead: string,
  measure: (text: string) => number = (text) => text.length,
): string {
  const kept = parts.filter((part) => part.text !== '');
  const gone: Part[] = [];
  const whole = (): string => kept.map((part) => part.text).join('\n\n');
  let size = measure(whole());
  while (size > limit - (gone.length > 0 ? NOTE_ROOM : 0)) {
    const rank = Math.max(...kept.map((part) => part.drop ?? -1));
    const victim = rank < 0 ? undefined : kept.findLast((part) => part.drop === rank);
    if (!victim) break;
    kept.splice(kept.indexOf(victim), 1);
    gone.unshift(victim);
    size = measure(whole());
  }
  const names = gone.map((part) => part.name ?? 'a section');
  const note = gone.length > 0 ? `Left out for length: ${names.join(', ')}. ${instead}` : '';
  if (size <= limit - NOTE_ROOM || gone.length === 0) {
    if (size <= limit) return `${[whole(), note].filter((text) => text !== '').join('\n\n')}\n`;
  }
  return `${cut(whole(), limit - NOTE_ROOM * 2, measure)}\n\n… cut here for length. ${[note, gone.length > 0 ? '' : instead].join('').trim()}\n`;
}

/** As many whole lines from the start as fit. */
function cut(text: string, limit: number, measure: (text: string) => number): string {
  let used = 0;
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    used += measure(line) + 1;
    if (used > limit) break;
    lines.push(line);
  }
  return lines.join('\n');
}

/** Size in bytes of UTF-8, what limits on files and job summaries count. */
export function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
