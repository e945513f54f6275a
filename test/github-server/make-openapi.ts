/**
 * Writes openapi.json: GitHub's own description, cut down to the endpoints that routes.ts serves.
 *
 *   npm pack @octokit/openapi          (somewhere else: 385 MB unpacked, only one file of it matters)
 *   tar xzf octokit-openapi-*.tgz package/generated/api.github.com.json
 *   node test/github-server/make-openapi.ts package/generated/api.github.com.json
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Json } from './records.ts';
import { routes } from './rest/routes.ts';

type Source = {
  info: { version: string };
  paths: Record<string, Json>;
  components: Record<string, Record<string, Json>>;
};

/** Where the description is known to be wrong; each with its witness. */
const CORRECTIONS: Record<string, (operation: { body?: { schema: Json } }) => void> = {
  // `null` clears a due date in an update (harvester/harvester#11739, octokit/octokit.js#1404) and is refused in a creation.
  'PATCH /repos/{owner}/{repo}/milestones/{milestone_number}': (operation) => {
    const properties = operation.body?.schema['properties'] as Record<string, Json>;
    properties['due_on'] = { type: ['string', 'null'], format: 'date-time' };
  },
};

const DROPPED = new Set(['description', 'example', 'examples', 'title', 'externalDocs', 'deprecated', 'discriminator']);
const MAPS = new Set(['properties', 'patternProperties']);

/** A schema without prose, and with `nullable` (OpenAPI 3.0) as JSON Schema says it. */
function clean(schema: Json): Json {
  const out: Json = {};
  for (const [name, value] of Object.entries(schema)) {
    if (DROPPED.has(name) || name.startsWith('x-') || name === 'nullable') continue;
    if (MAPS.has(name)) out[name] = mapValues(value as Record<string, Json>, clean);
    else if (Array.isArray(value)) out[name] = value.map((item) => (isObject(item) ? clean(item) : item));
    else out[name] = isObject(value) ? clean(value) : value;
  }
  return schema['nullable'] === true ? withNull(out) : out;
}

function withNull(schema: Json): Json {
  if (typeof schema['type'] !== 'string') return { anyOf: [schema, { type: 'null' }] };
  const values = schema['enum'];
  return {
    ...schema,
    type: [schema['type'], 'null'],
    ...(Array.isArray(values) && { enum: [...new Set([...values, null])] }),
  };
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mapValues(map: Record<string, Json>, change: (value: Json) => Json): Record<string, Json> {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, change(value)]));
}

/** Parameters, responses and bodies are looked up; schemas keep their references. */
function resolved(source: Source, value: Json): Json {
  const match = /^#\/components\/(\w+)\/(.+)$/.exec(String(value['$ref'] ?? ''));
  return match ? (source.components[match[1] ?? '']?.[match[2] ?? ''] ?? {}) : value;
}

/** The schema of a JSON content, whatever its exact media type. */
function jsonSchema(content: unknown): Json | undefined {
  if (!isObject(content)) return undefined;
  const media = content['application/json'] ?? Object.entries(content).find(([type]) => type.includes('json'))?.[1];
  const schema = isObject(media) ? media['schema'] : undefined;
  return isObject(schema) ? clean(schema) : undefined;
}

function operationOf(source: Source, key: string): Json {
  const [method = '', path = ''] = key.split(' ');
  const operation = source.paths[path]?.[method.toLowerCase()];
  if (!isObject(operation)) throw new Error(`GitHub's description has no ${key}`);
  const parameters = [
    ...((source.paths[path]?.['parameters'] ?? []) as Json[]),
    ...((operation['parameters'] ?? []) as Json[]),
  ]
    .map((parameter) => resolved(source, parameter))
    .filter((parameter) => parameter['in'] === 'path' || parameter['in'] === 'query')
    .map(({ name, in: place, required, schema }) => ({
      name,
      in: place,
      required: required === true,
      schema: clean(schema as Json),
    }));
  const responses: Record<string, Json> = {};
  for (const [status, response] of Object.entries(operation['responses'] as Record<string, Json>)) {
    const schema = status.startsWith('2') ? jsonSchema(resolved(source, response)['content']) : undefined;
    if (schema) responses[status] = schema;
  }
  const request = operation['requestBody'];
  const schema = isObject(request) ? jsonSchema(resolved(source, request)['content']) : undefined;
  const body = schema && { required: isObject(request) && request['required'] === true, schema };
  const docs = isObject(operation['externalDocs']) ? operation['externalDocs']['url'] : '';
  const result = { docs, parameters, ...(body && { body }), responses };
  CORRECTIONS[key]?.(result);
  return result;
}

/** Every component schema that the operations reach. */
function reachable(source: Source, operations: Json): Record<string, Json> {
  const schemas: Record<string, Json> = {};
  const visit = (value: unknown): void => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)) {
      if (schemas[name]) continue;
      schemas[name] = clean(source.components['schemas']?.[name] ?? {});
      visit(schemas[name]);
    }
  };
  visit(operations);
  return schemas;
}

const [path] = process.argv.slice(2);
if (!path) throw new Error('usage: node test/github-server/make-openapi.ts <api.github.com.json>');
const source = JSON.parse(readFileSync(path, 'utf8')) as Source;
const operations = Object.fromEntries(Object.keys(routes).map((key) => [key, operationOf(source, key)]));
const cut = {
  source: `@octokit/openapi ${source.info.version}`,
  operations,
  components: { schemas: reachable(source, operations) },
};
// References are made absolute, so that any part of the file can be compiled alone.
const json = JSON.stringify(cut, null, 1).replaceAll('"#/components/', '"github#/components/');
writeFileSync(new URL('./openapi.json', import.meta.url), `${json}\n`);
