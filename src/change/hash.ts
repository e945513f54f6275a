import { createHash } from 'node:crypto';

/** JSON with object keys in order, so that equal values give equal text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, v]) => v !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, v]) => `${JSON.stringify(key)}:${canonical(v)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** SHA-256 of a JSON-like value, in hex. Independent of the order of keys. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

/** True if two JSON-like values are equal, whatever the order of their keys. */
export function sameValue(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

/**
 * Id of a change, such as `C-7f3a2b`: from the intent's id, so that planning the same command again names it the same.
 * Longer where a shorter one is taken.
 */
export function changeId(intentId: string, taken: ReadonlySet<string>): string {
  const digest = hashOf(intentId);
  for (let length = 6; length < digest.length; length++) {
    const id = `C-${digest.slice(0, length)}`;
    if (!taken.has(id)) return id;
  }
  return `C-${digest}`;
}

/** True if the id may be the one that `changeId` gave to this intent. */
export function isIdOf(id: string, intentId: string): boolean {
  return /^C-[0-9a-f]{6,}$/.test(id) && hashOf(intentId).startsWith(id.slice(2));
}
