import type { Path } from '../yaml/place.ts';

export type Mapping = Record<string, unknown>;

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for what YAML can hold: text, numbers, booleans, null, and lists and plain objects of them. */
export function isData(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((item) => isData(item));
  if (!isMapping(value)) return value === null || ['string', 'number', 'boolean'].includes(typeof value);
  const plain = [Object.prototype, null].includes(Object.getPrototypeOf(value));
  return plain && Object.values(value).every((item) => item === undefined || isData(item));
}

/** Equality of data, whatever the order of keys; a key that is undefined counts as absent. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b || (Number.isNaN(a) && Number.isNaN(b))) return true;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => same(item, b[i]));
  if (!isMapping(a) || !isMapping(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => same(own(a, key), own(b, key)));
}

export function own(value: Mapping, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

/** A copy with one place changed, parents created as needed; undefined where the path leads through something else. */
export function changed(value: unknown, path: Path, after: unknown): { readonly value: unknown } | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return { value: after };
  if (typeof step === 'number') {
    const list = value ?? [];
    if (!Array.isArray(list) || step < 0 || step > list.length) return undefined;
    const inner = changed(list[step], rest, after);
    if (!inner) return undefined;
    return { value: list.toSpliced(step, 1, ...(inner.value === undefined ? [] : [inner.value])) };
  }
  const mapping = value ?? {};
  if (!isMapping(mapping)) return undefined;
  // Removing something below what is not there must not create its parents.
  if (after === undefined && !Object.hasOwn(mapping, step)) return { value };
  const inner = changed(own(mapping, step), rest, after);
  if (!inner) return undefined;
  const entries = Object.entries(mapping).filter(([key]) => key !== step || inner.value !== undefined);
  return { value: Object.fromEntries(inner.value === undefined ? entries : [...entries, [step, inner.value]]) };
}
