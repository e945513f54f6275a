import { RepositoryError } from '../repository.ts';

interface Failed {
  readonly status?: unknown;
  readonly message?: unknown;
  readonly request?: { readonly method?: string; readonly url?: string };
  readonly errors?: unknown;
}

interface GraphqlError {
  readonly type?: string;
  readonly message?: string;
}

/** What GraphQL answered instead of data; empty for any other error. */
export function graphqlErrors(error: unknown): readonly GraphqlError[] {
  const { errors, status } = (error ?? {}) as Failed;
  return Array.isArray(errors) && status === undefined ? (errors as GraphqlError[]) : [];
}

/** The HTTP status of a failed request; 500 also where no answer came. Undefined for any other error. */
export function statusOf(error: unknown): number | undefined {
  const { status } = (error ?? {}) as Failed;
  return typeof status === 'number' ? status : undefined;
}

/** True if GitHub asks to come back later. */
export function isLimit(error: unknown): boolean {
  if (graphqlErrors(error).some(({ type }) => type === 'RATE_LIMITED')) return true;
  const status = statusOf(error);
  const { message } = (error ?? {}) as Failed;
  return status === 429 || ((status === 403 || status === undefined) && /\brate limit/i.test(String(message)));
}

const PERMISSIONS = 'Grant the job `permissions:` of `contents: write`, `issues: write` and `pull-requests: write`.';

/** A failed GitHub request as something a person can mend; undefined for any other error. */
export function apiProblem(error: unknown): RepositoryError | undefined {
  const { status, message, request } = (error ?? {}) as Failed;
  const refused = graphqlErrors(error);
  if (refused.length > 0) {
    const what = `GitHub answered a GraphQL query: ${refused.map((one) => one.message).join('; ')}`;
    if (isLimit(error)) return new RepositoryError(what, 'Wait until the limit has been reset, and run the job again.');
    return refused.some(({ type }) => type === 'FORBIDDEN') ? new RepositoryError(what, PERMISSIONS) : undefined;
  }
  if (typeof status !== 'number' || request === undefined) return undefined;
  const what = `GitHub answered ${status} to ${request.method ?? ''} ${(request.url ?? '').split('?')[0] ?? ''}: ${String(message)}`;
  if (isLimit(error)) return new RepositoryError(what, 'Wait until the limit has been reset, and run the job again.');
  if (status === 401) return new RepositoryError(what, 'Give a token that is still valid.');
  if (status === 403) return new RepositoryError(what, PERMISSIONS);
  if (status >= 500) return new RepositoryError(what, 'Wait until GitHub is well again.');
  return undefined;
}
