import { counted } from './when.ts';

/** One budget of the GitHub API: how much of it is left, and when it is full again (ISO 8601 instant). */
interface Limit {
  readonly resource: string;
  readonly limit: number;
  readonly remaining: number;
  readonly resetAt: string;
}

/** What a run has asked of the GitHub API, and what that leaves, as a line of Markdown. */
export function usageText({ requests, limits }: { requests: number; limits: readonly Limit[] }): string {
  const left = limits.map(
    ({ resource, limit, remaining, resetAt }) =>
      `${remaining} of ${limit} left (${resource}, until ${resetAt.slice(11, 16)} UTC)`,
  );
  return `<sub>${[`${counted(requests, 'request')} to GitHub`, ...left].join(' · ')}</sub>\n`;
}
