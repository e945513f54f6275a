import type { Pair, YAMLMap } from 'yaml';
import { isScalar } from 'yaml';

/** A map key as the text that stands in the file, so `2024:` and `"2024":` are the same key; undefined if it is no scalar. */
export function keyText(key: unknown): string | undefined {
  if (typeof key === 'string') return key;
  if (!isScalar(key)) return undefined;
  if (typeof key.value === 'string') return key.value;
  return key.source ?? (key.value === null ? '' : String(key.value));
}

/** The pair that a map itself has under a key; keys that come in by `<<` are not among them. */
export function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => keyText(pair.key) === key);
}
