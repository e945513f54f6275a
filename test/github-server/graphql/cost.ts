import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { Problem } from './problem.ts';

/** What a request may cause at most, by GitHub's formula. */
export interface Cost {
  readonly points: number;
  readonly nodes: number;
  /** Connections asked without `first` or `last`, or for more than 100. */
  readonly errors: readonly GraphQLError[];
}

const MOST = 100;
const MOST_NODES = 500_000;

/**
 * Points and nodes of an operation (docs.github.com, "Rate limits and query limits for the GraphQL API"): every connection
 * counts the requests needed to fill it, assuming that each one above it is as long as asked; a hundred of them are a point.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Cost {
  const fragments = new Map(
    document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );
  const errors: GraphQLError[] = [];
  let [requests, nodes] = [0, 0];
  const visit = (set: SelectionSetNode, type: GraphQLNamedType, times: number, path: readonly string[]): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const name = selection.typeCondition?.name.value;
        visit(selection.selectionSet, (name && schema.getType(name)) || type, times, path);
      } else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        const condition = fragment && schema.getType(fragment.typeCondition.name.value);
        if (fragment && condition) visit(fragment.selectionSet, condition, times, path);
      } else {
        enter(selection, type, times, path);
      }
    }
  };
  const enter = (node: FieldNode, type: GraphQLNamedType, times: number, path: readonly string[]): void => {
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
    if (!field) return; // __typename, and the fields of introspection
    const here = [...path, node.alias?.value ?? node.name.value];
    let inside = times;
    if (isConnection(field)) {
      const { first, last } = getArgumentValues(field, node, variables) as {
        first?: number | null;
        last?: number | null;
      };
      const many = first ?? last ?? null;
      const error = boundary(field.name, first ?? null, last ?? null);
      if (error) errors.push(new GraphQLError(error.message, { nodes: node, path: here, originalError: error }));
      requests += times;
      inside = times * (many ?? 0);
      nodes += inside;
    }
    if (node.selectionSet) visit(node.selectionSet, getNamedType(field.type), inside, here);
  };
  const root = schema.getRootType(operation.operation);
  if (root) visit(operation.selectionSet, root, 1, []);
  if (nodes > MOST_NODES) {
    const asked = `This query requests up to ${nodes.toLocaleString('en-US')} possible nodes`;
    const problem = new Problem('MAX_NODE_LIMIT_EXCEEDED', `${asked} which exceeds the maximum limit of 500,000.`);
    errors.push(new GraphQLError(problem.message, { originalError: problem }));
  }
  return { points: Math.max(1, Math.round(requests / 100)), nodes, errors };
}

function isConnection(field: GraphQLField<unknown, unknown>): boolean {
  return getNamedType(field.type).name.endsWith('Connection') && field.args.some(({ name }) => name === 'first');
}

/** GitHub documents the rule ("Clients must supply a first or last argument on any connection", 1 to 100). */
function boundary(name: string, first: number | null, last: number | null): Problem | null {
  if (first === null && last === null) {
    const message = `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`;
    return new Problem('MISSING_PAGINATION_BOUNDARIES', message);
  }
  const [word, many] = first === null ? ['last', last ?? 0] : ['first', first];
  if (many >= 0 && many <= MOST) return null;
  const asked = `Requesting ${many} records on the \`${name}\` connection`;
  return new Problem('EXCESSIVE_PAGINATION', `${asked} exceeds the \`${word}\` limit of ${MOST} records.`);
}
