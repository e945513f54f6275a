import { readFileSync } from 'node:fs';
import type { ValidateFunction } from 'ajv';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { Json } from './records.ts';

/** The cut-down description that make-openapi.ts writes: our operations only, `nullable` already rewritten. */
export interface Description {
  readonly source: string;
  readonly operations: Readonly<Record<string, Operation>>;
  readonly components: { readonly schemas: Readonly<Record<string, Json>> };
}

interface Operation {
  readonly docs: string;
  readonly parameters: readonly { name: string; in: 'path' | 'query'; required: boolean; schema: Json }[];
  readonly body?: { readonly required: boolean; readonly schema: Json };
  readonly responses: Readonly<Record<string, Json>>;
}

/** A request that GitHub's description does not allow. */
export interface Violation {
  /** `POST /repos/{owner}/{repo}/milestones`, or the path itself when no such endpoint is served. */
  readonly operation: string;
  readonly problem: string;
  /** False for what GitHub would ignore, such as an unknown property: the request is served all the same. */
  readonly refused: boolean;
}

export const description = JSON.parse(readFileSync(new URL('./openapi.json', import.meta.url), 'utf8')) as Description;

const bodies = compiler(false);
const parameters = compiler(true); // a query or path value arrives as text
const cache = new Map<string, ValidateFunction>();

function compiler(coerceTypes: boolean): Ajv {
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false, coerceTypes });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'github', components: description.components });
  return ajv;
}

/** Compiled on first use: a test pays for the endpoints it calls. */
function problems(name: string, ajv: Ajv, schema: Json, value: unknown): string[] {
  let check = cache.get(name);
  if (!check) {
    check = ajv.compile(schema);
    cache.set(name, check);
  }
  if (check(value)) return [];
  return (check.errors ?? []).map((error) => `${error.instancePath || 'request'} ${error.message ?? ''}`.trim());
}

/** Everything in the request that the description does not allow. */
export function checkRequest(
  key: string,
  params: Readonly<Record<string, string>>,
  query: Readonly<Record<string, string>>,
  body: unknown,
): Violation[] {
  const operation = description.operations[key];
  if (!operation) return [{ operation: key, problem: 'not in openapi.json: run make-openapi.ts', refused: true }];
  const refused = (problem: string): Violation => ({ operation: key, problem, refused: true });
  const ignored = (problem: string): Violation => ({ operation: key, problem, refused: false });
  const found: Violation[] = [];
  for (const [place, values] of [
    ['path', params],
    ['query', query],
  ] as const) {
    const declared = operation.parameters.filter((parameter) => parameter.in === place);
    const schema = {
      type: 'object',
      properties: Object.fromEntries(declared.map((parameter) => [parameter.name, parameter.schema])),
      required: declared.filter((parameter) => parameter.required).map((parameter) => parameter.name),
    };
    found.push(
      ...problems(`${key} ${place}`, parameters, schema, { ...values }).map((text) => refused(`${place}${text}`)),
    );
    const unknown = Object.keys(values).filter((name) => !declared.some((parameter) => parameter.name === name));
    found.push(...unknown.map((name) => ignored(`unknown ${place} parameter ${name}`)));
  }
  if (body === undefined) {
    if (operation.body?.required) found.push(refused('a body is required'));
  } else if (operation.body) {
    found.push(...problems(`${key} body`, bodies, operation.body.schema, body).map((text) => refused(`body${text}`)));
    found.push(
      ...unknownProperties(operation.body.schema, body).map((name) => ignored(`unknown body property ${name}`)),
    );
  } else if (JSON.stringify(body) !== '{}') {
    found.push(ignored('a body where none is described'));
  }
  return found;
}

/** How an answer differs from what the description promises; empty for statuses it does not describe. */
export function checkResponse(key: string, status: number, body: unknown): string[] {
  const schema = description.operations[key]?.responses[String(status)];
  return schema ? problems(`${key} ${status}`, bodies, schema, body) : [];
}

/** The description allows any extra property; a misspelt one is still worth knowing. */
function unknownProperties(schema: Json, body: unknown): string[] {
  const known = schema['properties'];
  if (typeof known !== 'object' || known === null || schema['additionalProperties']) return [];
  if (typeof body !== 'object' || body === null || schema['oneOf'] || schema['anyOf']) return [];
  return Object.keys(body).filter((name) => !(name in known));
}
