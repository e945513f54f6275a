import { parse } from './yaml/parse.ts';

/** A YAML text as plain data: null for an empty one, undefined for one that cannot be read. Never throws. */
export function parseYaml(text: string): { readonly data: unknown } {
  const parsed = parse(text);
  return { data: parsed.ok ? parsed.value : undefined };
}
