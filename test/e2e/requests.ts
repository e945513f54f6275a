import { type BothSides, bothSides } from './both-sides.ts';

/** What one run of the built Action asks of GitHub; git's own requests are in none of GitHub's limits and not counted. */
export interface Asked {
  readonly reads: number;
  readonly writes: number;
}

export interface RequestCounts {
  /** A scheduled run that finds both sides as they were: 10 milestones, 90 issues. */
  readonly noop: Asked;
  /** There, a comment that changes a due date: GitHub's milestone is changed and the comment answered. */
  readonly comment: Asked;
  /** The first synchronisation of 100 milestones and so many issues with a store that has `CREATED` more. */
  readonly first: Asked;
}

export const CREATED = 5;

async function asked(
  at: BothSides,
  run: () => Promise<{ readonly code: number; readonly log: string }>,
): Promise<Asked> {
  at.later(20);
  const mark = at.github.requests.length;
  const { code, log } = await run();
  if (code !== 0) throw new Error(`the run failed:\n${log}`);
  const api = at.github.requests.slice(mark).filter(({ kind }) => kind !== 'git');
  const reads = api.filter(({ kind, method }) => kind === 'graphql' || method === 'GET').length;
  return { reads, writes: api.length - reads };
}

async function repository(milestones: number, issues: number, own: number): Promise<BothSides> {
  const files: Record<string, string> = { '.milestones/config.yaml': 'project: {name: Requests}\n' };
  for (let n = 1; n <= own; n++) {
    files[`.milestones/active/M0${n}.yaml`] = `id: M0${n}\ntitle: Own ${n}\ntimeline: {estimated_end: 2024-08-0${n}}\n`;
  }
  const at = await bothSides({ files });
  const { github, owner, name } = at;
  for (let n = 1; n <= milestones; n++) github.addMilestone(owner, name, { title: `Release ${n}` });
  for (let n = 0; n < issues; n++) {
    const { number } = github.addIssue(owner, name, owner, { title: `Issue ${n}` }) as { number: number };
    github.editIssue(owner, name, number, { milestone: 1 + (n % milestones) });
  }
  return at;
}

export async function requestCounts(issues = 1000): Promise<RequestCounts> {
  const [small, large] = [await repository(9, 90, 1), await repository(100, issues, CREATED)];
  try {
    const first = await asked(large, () => large.schedule());
    await asked(small, () => small.schedule());
    const noop = await asked(small, () => small.schedule());
    const comment = await asked(small, () => small.comment('wanda', '/milestone update M01 --timeline=+5days'));
    return { noop, comment, first };
  } finally {
    await small.close();
    await large.close();
  }
}
