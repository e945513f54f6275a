import type { IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { HttpError } from './errors.ts';

/**
 * The JSON of a request, unpacked if it came gzipped; undefined when there is no body.
 * @throws HttpError 400 for what is no JSON.
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  if (bytes.length === 0) return undefined;
  try {
    const plain = request.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes;
    return JSON.parse(plain.toString()) as unknown;
  } catch {
    throw new HttpError(400, 'Problems parsing JSON');
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
