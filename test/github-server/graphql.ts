import type { Json } from './records.ts';

/**
 * Answers a GraphQL request. Nothing is built yet: the answer is an error in GraphQL's shape that names the document's
 * first field, so a test that needs one fails with the reason.
 */
export function answerGraphql(body: Json): Json {
  const field = /\{\s*(\w+)/.exec(String(body['query'] ?? ''))?.[1] ?? 'query';
  const message = `The local GitHub does not implement the GraphQL field '${field}'.`;
  return { data: null, errors: [{ type: 'NOT_IMPLEMENTED', path: [field], message }] };
}
