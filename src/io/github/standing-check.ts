import type { Client } from './client.ts';
import { type Repo, reportCheck } from './repo.ts';

type Check = Parameters<typeof reportCheck>[2];

/** True if the newest check of this name on the commit says just this. */
async function stands(client: Client, repo: Repo, { name, sha, conclusion, title, summary }: Check): Promise<boolean> {
  try {
    const { data } = await client.rest.checks.listForRef({ ...repo, ref: sha, check_name: name, per_page: 1 });
    const [last] = data.check_runs;
    const said = (text: string | null | undefined): string => (text ?? '').replaceAll('\r\n', '\n').trimEnd();
    return (
      last?.conclusion === conclusion &&
      said(last.output.title) === said(title) &&
      said(last.output.summary) === said(summary)
    );
  } catch (error) {
    // Who may not read checks finds out about writing them below.
    if ((error as { status?: number }).status === 403) return false;
    throw error;
  }
}

/** Reports a check unless it stands there already; false if the token may not, as it may not for forks. */
export async function reportStandingCheck(client: Client, repo: Repo, check: Check): Promise<boolean> {
  return (await stands(client, repo, check)) || reportCheck(client, repo, check);
}
