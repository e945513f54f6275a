import { nearest } from '../model/nearest.ts';
import type { Path } from './yaml/place.ts';

/** What is walked of a schema: the parts of zod's definition that say which keys are known. */
interface SchemaLike {
  readonly _zod: {
    readonly def: {
      readonly type: string;
      readonly shape?: Readonly<Record<string, SchemaLike>>;
      readonly innerType?: SchemaLike;
      readonly element?: SchemaLike;
      readonly options?: readonly SchemaLike[];
      readonly valueType?: SchemaLike;
    };
  };
}

/** The known keys of a mapping (`keys`, none listed = any), the values of a record, the items of a list. */
interface Known {
  keys?: Map<string, Known | undefined>;
  values?: Known;
  items?: Known;
}

interface UnknownKey {
  readonly path: Path;
  /** A known key that is one edit away. */
  readonly meant: string | undefined;
}

const cache = new WeakMap<object, Known>();

function compile(schema: SchemaLike): Known {
  const done = cache.get(schema);
  if (done) return done;
  const known: Known = {};
  cache.set(schema, known);
  const { def } = schema._zod;
  if (def.type === 'object') known.keys = new Map(Object.entries(def.shape ?? {}).map(([key, s]) => [key, compile(s)]));
  else if (def.type === 'array' && def.element) known.items = compile(def.element);
  else if (def.type === 'record' && def.valueType) known.values = compile(def.valueType);
  else if (def.type === 'union') for (const option of def.options ?? []) Object.assign(known, compile(option));
  else if (def.innerType) Object.assign(known, compile(def.innerType));
  return known;
}

function walk(value: unknown, known: Known | undefined, path: Path, found: UnknownKey[]): void {
  if (known === undefined || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    if (known.items) for (const [i, item] of value.entries()) walk(item, known.items, [...path, i], found);
    return;
  }
  const { keys, values } = known;
  for (const [key, item] of Object.entries(value)) {
    if (keys && keys.size > 0 && !keys.has(key)) found.push({ path: [...path, key], meant: nearest(key, keys.keys()) });
    else if (typeof item === 'object') walk(item, values ?? keys?.get(key), [...path, key], found);
  }
}

/** Every key of `value` that its schema does not know, in the order of the file. */
export function unknownKeys(value: unknown, schema: SchemaLike): UnknownKey[] {
  const found: UnknownKey[] = [];
  walk(value, compile(schema), [], found);
  return found;
}
