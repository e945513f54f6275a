import type { RemoteIssue, RemoteMilestone } from '../../model/remote.ts';

/** Parts of the GraphQL schema that older Enterprise Servers lack, as their validation errors name them. */
export const YOUNG_FIELDS = ['parent', 'blockedBy', 'enableDuplicate'] as const;
export type YoungField = (typeof YOUNG_FIELDS)[number];

export const MILESTONE_FIELDS = 'number title description dueOn state createdAt closedAt url';

export interface MilestoneNode {
  readonly number: number;
  readonly title: string;
  readonly description: string | null;
  readonly dueOn: string | null;
  readonly state: string;
  readonly createdAt: string;
  readonly closedAt: string | null;
  readonly url: string;
}

interface Connection<T> {
  readonly nodes: readonly (T | null)[] | null;
  readonly pageInfo: { readonly hasNextPage: boolean };
}

interface Elsewhere {
  readonly number: number;
  readonly repository: { readonly nameWithOwner: string };
}

export interface IssueNode {
  readonly number: number;
  readonly title: string;
  readonly state: string;
  readonly stateReason: string | null;
  readonly closedAt: string | null;
  readonly url: string;
  readonly milestone: { readonly number: number } | null;
  readonly assignees: Connection<{ readonly login: string }>;
  readonly labels: Connection<{ readonly name: string }> | null;
  readonly parent?: Elsewhere | null;
  /** How many sub-issues it has, in whatever repository. */
  readonly subIssuesSummary?: { readonly total: number };
  readonly blockedBy?: Connection<Elsewhere>;
}

/**
 * The fields of an issue without those that the server lacks. A page of a hundred issues asks for few entries of each list, because
 * GitHub counts every one that could come; `whole` asks for more than GitHub lets an issue have.
 */
export function issueFields(lacks: ReadonlySet<YoungField>, whole: boolean): string {
  const many = (few: number): number => (whole ? 100 : few);
  const other = 'number repository { nameWithOwner }';
  const list = (name: string, few: number, fields: string): string =>
    `${name}(first: ${many(few)}) { nodes { ${fields} } pageInfo { hasNextPage } }`;
  return [
    'number title state closedAt url milestone { number }',
    lacks.has('enableDuplicate') ? 'stateReason' : 'stateReason(enableDuplicate: true)',
    list('assignees', 10, 'login'),
    list('labels', 20, 'name'),
    ...(lacks.has('parent') ? [] : [`parent { ${other} } subIssuesSummary { total }`]),
    ...(lacks.has('blockedBy') ? [] : [list('blockedBy', 20, other)]),
  ].join(' ');
}

const day = (instant: string | null): string | null => instant?.slice(0, 10) ?? null;
const state = (text: string): 'open' | 'closed' => (text.toLowerCase() === 'open' ? 'open' : 'closed');

export function milestoneOf(node: MilestoneNode): RemoteMilestone {
  const { number, title, createdAt, closedAt, url } = node;
  return {
    number,
    title,
    description: node.description ?? '',
    due: day(node.dueOn),
    state: state(node.state),
    createdAt,
    closedAt,
    url,
  };
}

const REASONS = ['completed', 'not_planned', 'duplicate', 'reopened'] as const;

/** GitHub's word for why an issue is closed, in either case; null for words that are not known here. */
export function reasonOf(word: string | null | undefined): RemoteIssue['reason'] {
  return REASONS.find((reason) => reason === word?.toLowerCase()) ?? null;
}

const all = <T>(list: Connection<T> | null | undefined): T[] => (list?.nodes ?? []).flatMap((node) => node ?? []);

/** `repository` is `owner/name`: what lies in another one is left out. */
export function issueOf(node: IssueNode, repository: string): RemoteIssue {
  const here = (other: Elsewhere): boolean => other.repository.nameWithOwner.toLowerCase() === repository.toLowerCase();
  return {
    number: node.number,
    title: node.title,
    state: state(node.state),
    reason: reasonOf(node.stateReason),
    assignees: all(node.assignees).map(({ login }) => login),
    labels: all(node.labels).map(({ name }) => name),
    milestone: node.milestone?.number ?? null,
    closedAt: node.closedAt,
    parent: node.parent && here(node.parent) ? node.parent.number : null,
    blockedBy: all(node.blockedBy)
      .filter(here)
      .map(({ number }) => number),
    url: node.url,
  };
}

/** True if one of the issue's lists has more entries than were asked for. */
export function overflows(node: IssueNode): boolean {
  return [node.assignees, node.labels, node.blockedBy].some((list) => list?.pageInfo.hasNextPage === true);
}
