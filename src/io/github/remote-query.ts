import { graphqlErrors } from './api-problem.ts';
import type { Client } from './client.ts';
import { type IssueNode, issueFields, overflows, YOUNG_FIELDS, type YoungField } from './remote-fields.ts';
import type { Repo } from './repo.ts';

const ISSUES_AT_ONCE = 50;
const WHOLE_ISSUES_AT_ONCE = 10;
const PARENTS_AT_ONCE = 10;

interface RepositoryAnswer<T> {
  readonly repository: (T & { readonly nameWithOwner: string }) | null;
}

/** GraphQL about one repository, on servers of different ages. */
export interface RepositoryQuery {
  /** `owner/name` as GitHub spells it, once something was asked. */
  name(): string;
  /** Sends the query that `fields` complete; `declared` are its variables beyond owner and repository. */
  ask<T>(body: (issue: string) => string, declared?: string, variables?: Record<string, unknown>): Promise<T>;
  /** Issues by number; what is no issue, or gone, is left out. */
  issues(numbers: readonly number[]): Promise<IssueNode[]>;
  /** The same issues, with those read again of which a list was longer than asked for. */
  completed(issues: readonly IssueNode[]): Promise<IssueNode[]>;
  /** The issues, with those of their sub-issues, however deep, that are not among them; at most 100 of each. */
  withSubIssues(issues: readonly IssueNode[]): Promise<IssueNode[]>;
}

interface Children {
  readonly subIssues: { readonly nodes: readonly (IssueNode & Located)[] };
}

interface Located {
  readonly repository: { readonly nameWithOwner: string };
}

export function repositoryQuery(client: Client, repo: Repo, log: (message: string) => void): RepositoryQuery {
  const lacks = new Set<YoungField>();
  let name = `${repo.owner}/${repo.repo}`;

  /** What the server's validation says it does not know; undefined if the error is another one. */
  const unknownTo = (error: unknown): YoungField[] => {
    const complaints = graphqlErrors(error).filter(({ message = '' }) =>
      /doesn't exist on|doesn't accept argument|Cannot query field|Unknown argument/i.test(message),
    );
    return YOUNG_FIELDS.filter(
      (field) =>
        !lacks.has(field) && complaints.some(({ message = '' }) => new RegExp(`['"]${field}['"]`).test(message)),
    );
  };

  const send = async <T>(
    whole: boolean,
    body: (issue: string) => string,
    declared = '',
    variables: Record<string, unknown> = {},
  ): Promise<T> => {
    const query = `query ($owner: String!, $name: String!${declared && `, ${declared}`}) {
      repository(owner: $owner, name: $name) { nameWithOwner ${body(issueFields(lacks, whole))} }
    }`;
    const answer = await client
      .graphql<RepositoryAnswer<T>>(query, { owner: repo.owner, name: repo.repo, ...variables })
      .catch((error: unknown) => {
        const unknown = unknownTo(error);
        if (unknown.length > 0) {
          for (const field of unknown) lacks.add(field);
          log(`This GitHub server knows no ${unknown.join(', ')} of issues; going on without.`);
          return null;
        }
        // An issue that is gone, or is a pull request, leaves its place empty and the rest of the answer whole.
        const errors = graphqlErrors(error);
        const { data } = error as { data?: RepositoryAnswer<T> };
        if (data?.repository && errors.length > 0 && errors.every(({ type }) => type === 'NOT_FOUND')) return data;
        throw error;
      });
    if (answer === null) return send(whole, body, declared, variables);
    if (!answer.repository) throw new Error(`GitHub shows no repository ${repo.owner}/${repo.repo}`);
    name = answer.repository.nameWithOwner;
    return answer.repository;
  };

  const byNumber = async (numbers: readonly number[], whole: boolean): Promise<IssueNode[]> => {
    const found: IssueNode[] = [];
    const batch = whole ? WHOLE_ISSUES_AT_ONCE : ISSUES_AT_ONCE;
    for (let i = 0; i < numbers.length; i += batch) {
      const some = numbers.slice(i, i + batch);
      const one = (fields: string) => (number: number) => `i${number}: issue(number: ${number}) { ${fields} }`;
      const answer = await send<Record<string, IssueNode | null>>(whole, (fields) => some.map(one(fields)).join(' '));
      found.push(...some.flatMap((number) => answer[`i${number}`] ?? []));
    }
    return found;
  };

  const completed = async (issues: readonly IssueNode[]): Promise<IssueNode[]> => {
    const cut = issues.filter(overflows).map(({ number }) => number);
    if (cut.length === 0) return [...issues];
    const whole = new Map((await byNumber(cut, true)).map((issue) => [issue.number, issue]));
    for (const issue of whole.values()) {
      if (overflows(issue)) log(`#${issue.number} has a list of more than 100 entries, of which 100 are seen.`);
    }
    return issues.map((issue) => whole.get(issue.number) ?? issue);
  };

  const subIssuesOf = async (parents: readonly number[]): Promise<IssueNode[]> => {
    const found: IssueNode[] = [];
    for (let i = 0; i < parents.length; i += PARENTS_AT_ONCE) {
      const one = (fields: string) => (number: number) =>
        `i${number}: issue(number: ${number}) { subIssues(first: 100) { nodes { ${fields} repository { nameWithOwner } } } }`;
      const some = parents.slice(i, i + PARENTS_AT_ONCE);
      const answer = await send<Record<string, Children | null>>(false, (fields) => some.map(one(fields)).join(' '));
      const children = some.flatMap((number) => answer[`i${number}`]?.subIssues.nodes ?? []);
      found.push(...children.filter(({ repository }) => repository.nameWithOwner === name));
    }
    return completed(found);
  };

  const withSubIssues = async (issues: readonly IssueNode[]): Promise<IssueNode[]> => {
    const all = new Map(issues.map((issue) => [issue.number, issue]));
    for (let fresh: readonly IssueNode[] = issues; fresh.length > 0; ) {
      const known = new Map<number, number>();
      for (const { parent } of all.values()) if (parent) known.set(parent.number, (known.get(parent.number) ?? 0) + 1);
      const parents = fresh.filter((one) => (one.subIssuesSummary?.total ?? 0) > (known.get(one.number) ?? 0));
      const children = await subIssuesOf(parents.map(({ number }) => number));
      fresh = children.filter(({ number }) => !all.has(number));
      for (const issue of fresh) all.set(issue.number, issue);
    }
    return [...all.values()];
  };

  return {
    name: () => name,
    ask: (body, declared, variables) => send(false, body, declared, variables),
    issues: async (numbers) => completed(await byNumber([...new Set(numbers)], false)),
    completed,
    withSubIssues,
  };
}
