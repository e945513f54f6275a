import type { Remote } from '../../model/remote.ts';
import type { Scope } from '../peer.ts';
import { type IssueNode, issueOf, MILESTONE_FIELDS, type MilestoneNode, milestoneOf } from './remote-fields.ts';
import type { RepositoryQuery } from './remote-query.ts';

interface Page<T> {
  readonly nodes: readonly T[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const PAGE = 'pageInfo { hasNextPage endCursor }';
const MILESTONES = `milestones(first: 100, after: $milestone, orderBy: {field: NUMBER, direction: ASC}) {
  nodes { ${MILESTONE_FIELDS} } ${PAGE} }`;
/** `*` stands for any milestone (`IssueFilters.milestone` in GitHub's schema). */
const issuesOf = (fields: string): string =>
  `issues(first: 100, after: $issue, filterBy: {milestone: "*"}, orderBy: {field: CREATED_AT, direction: ASC}) {
  nodes { ${fields} } ${PAGE} }`;

/** Milestones and, unless `milestonesOnly`, the issues in them, a hundred of each in one request. */
async function readAll(
  query: RepositoryQuery,
  milestonesOnly: boolean,
): Promise<{ milestones: MilestoneNode[]; issues: IssueNode[] }> {
  const milestones: MilestoneNode[] = [];
  const issues: IssueNode[] = [];
  // Null stands for the first page, undefined for no further one.
  let [milestone, issue]: (string | null | undefined)[] = [null, milestonesOnly ? undefined : null];
  while (milestone !== undefined || issue !== undefined) {
    const [more, others] = [milestone !== undefined, issue !== undefined];
    const answer = await query.ask<{ milestones?: Page<MilestoneNode>; issues?: Page<IssueNode> }>(
      (fields) => `${more ? MILESTONES : ''} ${others ? issuesOf(fields) : ''}`,
      [...(more ? ['$milestone: String'] : []), ...(others ? ['$issue: String'] : [])].join(', '),
      { ...(more && { milestone }), ...(others && { issue }) },
    );
    milestones.push(...(answer.milestones?.nodes ?? []));
    issues.push(...(answer.issues?.nodes ?? []));
    milestone = following(answer.milestones);
    issue = following(answer.issues);
  }
  return { milestones, issues: await query.completed(issues) };
}

function following(page: Page<unknown> | undefined): string | undefined {
  return page?.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? undefined) : undefined;
}

/** One milestone with its issues; nothing if it is gone. */
async function readMilestone(
  query: RepositoryQuery,
  number: number,
): Promise<{ milestones: MilestoneNode[]; issues: IssueNode[] }> {
  const issues: IssueNode[] = [];
  let milestone: MilestoneNode | undefined;
  let after: string | null | undefined = null;
  while (after !== undefined) {
    const answer: { milestone: (MilestoneNode & { issues: Page<IssueNode> }) | null } = await query.ask(
      (fields) => `milestone(number: $number) { ${MILESTONE_FIELDS}
        issues(first: 100, after: $after, orderBy: {field: CREATED_AT, direction: ASC}) { nodes { ${fields} } ${PAGE} } }`,
      '$number: Int!, $after: String',
      { number, after },
    );
    milestone = answer.milestone ?? undefined;
    issues.push(...(milestone ? (answer.milestone?.issues.nodes ?? []) : []));
    after = following(answer.milestone?.issues);
  }
  return { milestones: milestone ? [milestone] : [], issues: await query.completed(issues) };
}

/** One issue with its milestone, or the one that it was in before: that one may be there still, or gone. */
async function readIssue(
  query: RepositoryQuery,
  number: number,
  before: number | undefined,
): Promise<{ milestones: MilestoneNode[]; issues: IssueNode[] }> {
  const [issue] = await query.issues([number]);
  if (!issue) return { milestones: [], issues: [] };
  const holder = issue.milestone?.number ?? before;
  if (holder === undefined) return { milestones: [], issues: [issue] };
  const answer = await query.ask<{ milestone: MilestoneNode | null }>(
    () => `milestone(number: $number) { ${MILESTONE_FIELDS} }`,
    '$number: Int!',
    { number: holder },
  );
  return { milestones: answer.milestone ? [answer.milestone] : [], issues: [issue] };
}

/**
 * GitHub's milestones and issues as they are now, by GraphQL: for everything, one request per 100 milestones or issues, whichever are
 * more, one per 50 of the `linked` issues that no milestone holds, and one per 10 issues with sub-issues outside of every milestone.
 */
export async function readRemote(query: RepositoryQuery, scope: Scope, linked: readonly number[]): Promise<Remote> {
  const whole = scope === 'all' || scope === 'milestones';
  const { milestones, issues } = whole
    ? await readAll(query, scope === 'milestones')
    : 'issue' in scope
      ? await readIssue(query, scope.issue, scope.milestone)
      : await readMilestone(query, scope.milestone);
  const known = new Set(issues.map(({ number }) => number));
  const others = scope === 'all' ? await query.issues(linked.filter((number) => !known.has(number))) : [];
  const some = [...issues, ...others];
  // Of one issue alone its event tells; its sub-issues have events of their own.
  const all = whole || !('issue' in scope) ? await query.withSubIssues(some) : some;
  return {
    milestones: milestones.map(milestoneOf),
    issues: all.map((issue) => issueOf(issue, query.name())),
    complete: whole,
    ...(scope === 'milestones' ? { withoutIssues: true } : {}),
  };
}
