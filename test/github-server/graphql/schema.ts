import { buildSchema, type GraphQLSchema, isObjectType, isScalarType, valueFromASTUntyped } from 'graphql';

/** What an Enterprise Server from before sub-issues and dependencies does not know. */
export const OLD_SERVER_LACKS = [
  'Issue.parent',
  'Issue.subIssues',
  'Issue.subIssuesSummary',
  'Issue.blockedBy',
  'Issue.blocking',
  'Issue.issueDependenciesSummary',
  'Issue.stateReason(enableDuplicate)',
] as const;

/**
 * GitHub's changelog of its GraphQL schema has these since 2025-07-30; the pinned package does not. Arguments and defaults
 * as in docs.github.com/graphql/reference/objects#issue.
 */
const SINCE = `
enum IssueDependencyOrderField { CREATED_AT DEPENDENCY_ADDED_AT }
input IssueDependencyOrder { field: IssueDependencyOrderField! direction: OrderDirection! }
type IssueDependenciesSummary { blockedBy: Int! blocking: Int! totalBlockedBy: Int! totalBlocking: Int! }
extend type Issue {
  blockedBy(after: String, before: String, first: Int, last: Int,
    orderBy: IssueDependencyOrder = {field: DEPENDENCY_ADDED_AT, direction: DESC}): IssueConnection!
  blocking(after: String, before: String, first: Int, last: Int,
    orderBy: IssueDependencyOrder = {field: DEPENDENCY_ADDED_AT, direction: DESC}): IssueConnection!
  issueDependenciesSummary: IssueDependenciesSummary!
}
`;

/** What GitHub's scalars take as input: the schema says it in prose only. */
const SCALARS: Readonly<Record<string, RegExp>> = {
  GitObjectID: /^[0-9a-f]{40}$/i,
  DateTime: /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/,
  Base64String: /^[A-Za-z0-9+/\s]*={0,2}\s*$/,
};

const built = new Map<string, Promise<GraphQLSchema>>();

/**
 * GitHub's whole schema, without the given fields (`Type.field`) and arguments (`Type.field(argument)`). Built on first use:
 * it takes a third of a second.
 */
export function githubSchema(lacks: readonly string[] = []): Promise<GraphQLSchema> {
  const key = [...lacks].sort().join();
  const known = built.get(key) ?? build(lacks);
  built.set(key, known);
  return known;
}

async function build(lacks: readonly string[]): Promise<GraphQLSchema> {
  // Loading the package reads megabytes: only those pay who ask.
  const { schema: github } = await import('@octokit/graphql-schema');
  const schema = buildSchema(github.idl + SINCE, { assumeValidSDL: true, noLocation: true });
  for (const name of lacks) remove(schema, name);
  for (const [name, pattern] of Object.entries(SCALARS)) restrict(schema, name, pattern);
  return schema;
}

function remove(schema: GraphQLSchema, name: string): void {
  const [, typeName = '', fieldName = '', argument] = /^(\w+)\.(\w+)(?:\((\w+)\))?$/.exec(name) ?? [];
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  if (!isObjectType(type) || !field) throw new Error(`GitHub's schema has no ${name}`);
  if (argument === undefined) delete type.getFields()[fieldName];
  else field.args = field.args.filter((one) => one.name !== argument);
}

function restrict(schema: GraphQLSchema, name: string, pattern: RegExp): void {
  const type = schema.getType(name);
  if (!isScalarType(type)) throw new Error(`GitHub's schema has no scalar ${name}`);
  type.parseValue = (value) => {
    if (typeof value === 'string' && pattern.test(value)) return value;
    throw new TypeError(`${JSON.stringify(value)} is no ${name}`);
  };
  type.parseLiteral = (node, variables) => type.parseValue(valueFromASTUntyped(node, variables));
}
