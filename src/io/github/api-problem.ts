import { RepositoryError } from '../repository.ts';

interface Failed {
  readonly status?: unknown;
  readonly message?: unknown;
  readonly request?: { readonly method?: string; readonly url?: string };
}

/** A failed GitHub request as something a person can mend; undefined for any other error. */
export function apiProblem(error: unknown): RepositoryError | undefined {
  const { status, message, request } = (error ?? {}) as Failed;
  if (typeof status !== 'number' || request === undefined) return undefined;
  const what = `GitHub answered ${status} to ${request.method ?? ''} ${(request.url ?? '').split('?')[0] ?? ''}: ${String(message)}`;
  if (status === 401) return new RepositoryError(what, 'Give the Action a token that is still valid.');
  if (status === 403) {
    return new RepositoryError(
      what,
      'Grant the job `permissions:` of `contents: write`, `issues: write` and `pull-requests: write`.',
    );
  }
  if (status === 429 || status >= 500) {
    return new RepositoryError(what, 'Wait until GitHub is well again.');
  }
  return undefined;
}
