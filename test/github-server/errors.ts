import type { Json } from './records.ts';

/** A refusal in GitHub's shape. `documentation_url` and `status` are added where it is sent. */
export class HttpError extends Error {
  readonly status: number;
  readonly extra: Json;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, extra: Json = {}, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.extra = extra;
    this.headers = headers;
  }
}

export function notFound(): HttpError {
  return new HttpError(404, 'Not Found');
}

/** One entry of `errors` in a 422, for example `{resource: 'Milestone', field: 'title', code: 'already_exists'}`. */
export interface FieldError {
  readonly resource: string;
  readonly field: string;
  readonly code: 'missing_field' | 'invalid' | 'already_exists' | 'custom' | 'unprocessable';
  readonly value?: unknown;
  readonly message?: string;
}

export function validationFailed(...errors: FieldError[]): HttpError {
  return new HttpError(422, 'Validation Failed', { errors });
}
