import {
  type DocumentNode,
  type ExecutionArgs,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  OperationTypeNode,
  parse,
  print,
  validate,
} from 'graphql';
import type { Actor } from '../access.ts';
import { HttpError } from '../errors.ts';
import type { Json, User } from '../records.ts';
import type { Reply, Rest } from '../rest.ts';
import { costOf } from './cost.ts';
import { inGitHubsWords, Problem, showError } from './problem.ts';
import { root } from './root.ts';
import { githubSchema } from './schema.ts';
import type { Scope } from './scope.ts';

/**
 * Answers a GraphQL request: checked against GitHub's whole schema, counted, executed on the server's state. Errors come
 * with the status 200, as from GitHub; what GitHub would refuse as malformed is recorded as a violation too.
 */
export async function answerGraphql(rest: Rest, actor: Actor & { readonly user: User }, body: Json): Promise<Reply> {
  const { limits } = rest;
  const reply = (content: Json): Reply => ({
    status: 200,
    bytes: Buffer.from(JSON.stringify(content)),
    headers: { 'content-type': 'application/json; charset=utf-8', ...limits.headers(actor, 'graphql') },
  });
  const refused = (errors: readonly GraphQLError[], ours = true): Reply => {
    if (ours) for (const { message } of errors) violation(rest, message);
    limits.spend(actor, 'graphql');
    return reply({ errors: errors.map(showError) });
  };
  if (limits.isSpent(actor, 'graphql')) {
    const problem = new Problem('RATE_LIMITED', limits.spentMessage(actor));
    return reply({ errors: [showError(new GraphQLError(problem.message, { originalError: problem }))] });
  }
  const checked = await check(rest, body);
  if ('errors' in checked) return refused(checked.errors, checked.violation);
  const { schema, document, operation, variables } = checked;
  const cost = costOf(schema, document, operation, variables);
  if (cost.errors.length > 0) return refused(cost.errors);
  if (operation.operation === OperationTypeNode.MUTATION) limits.checkContent(actor);
  limits.spend(actor, 'graphql', cost.points);
  const scope: Scope = { ...rest, actor, cost };
  const result = await execute({
    schema,
    document,
    rootValue: root(scope, operation.operation),
    variableValues: body['variables'] as Record<string, unknown>,
    operationName: (body['operationName'] as string | undefined) ?? null,
    fieldResolver: resolveField(rest),
  } satisfies ExecutionArgs);
  const errors = result.errors?.map((error) => showError(error)) ?? [];
  for (const { originalError, message } of result.errors ?? []) {
    const known = originalError instanceof Problem || originalError instanceof HttpError;
    if (!known) rest.responseFaults.push(`POST /graphql: ${message}`);
  }
  return reply({ data: result.data ?? null, ...(errors.length > 0 && { errors }) });
}

interface Checked {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: NonNullable<ReturnType<typeof getOperationAST>>;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface Faults {
  readonly errors: readonly GraphQLError[];
  /** False where the request is right and only this server is too old for it. */
  readonly violation: boolean;
}

async function check(rest: Rest, body: Json): Promise<Checked | Faults> {
  const { query, variables: given = {}, operationName } = body;
  const faults = (...errors: GraphQLError[]): Faults => ({ errors, violation: true });
  if (typeof query !== 'string') {
    return faults(new GraphQLError('A query attribute must be specified and must be a string.'));
  }
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch (error) {
    return faults(error as GraphQLError);
  }
  const schema = await githubSchema(rest.lacks);
  const errors = validate(schema, document).map(inGitHubsWords);
  if (errors.length > 0) {
    const elsewhere = rest.lacks.length > 0 && validate(await githubSchema(), document).length === 0;
    return { errors, violation: !elsewhere };
  }
  const operation = getOperationAST(document, operationName as string | undefined);
  if (!operation) return faults(new GraphQLError('An operation name is required'));
  const declared = operation.variableDefinitions ?? [];
  for (const name of Object.keys((given ?? {}) as Json)) {
    // GitHub ignores it, as it does unknown properties in REST.
    if (!declared.some((one) => one.variable.name.value === name)) violation(rest, `unknown variable ${name}`, false);
  }
  const values = getVariableValues(schema, declared, (given ?? {}) as Record<string, unknown>);
  if (values.errors) return { errors: values.errors.map(variableError), violation: true };
  return { schema, document, operation, variables: values.coerced ?? {} };
}

/**
 * avitorio/outstatic#17 shows the sentence, with the path of what is wrong in it; `problems` is the part of graphql-ruby's
 * answer that explains.
 */
function variableError(error: GraphQLError): GraphQLError {
  const node = error.nodes?.[0];
  const of = node?.kind === Kind.VARIABLE_DEFINITION ? `$${node.variable.name.value} of type ${print(node.type)} ` : '';
  const extensions = { problems: [{ path: [], explanation: error.message }] };
  return new GraphQLError(`Variable ${of}was provided invalid value (${error.message})`, {
    nodes: error.nodes ?? null,
    extensions,
  });
}

/** A field that the views do not have is not null: a test must not take the gap for an answer. */
function resolveField(rest: Rest): NonNullable<ExecutionArgs['fieldResolver']> {
  return (source: unknown, args, context, info) => {
    const value = (source as Record<string, unknown>)[info.fieldName];
    if (value === undefined) {
      const message = `The local GitHub does not serve ${info.parentType.name}.${info.fieldName}`;
      violation(rest, message);
      throw new Problem('NOT_IMPLEMENTED', message);
    }
    return typeof value === 'function' ? value(args, context, info) : value;
  };
}

function violation(rest: Rest, problem: string, refused = true): void {
  rest.violations.push({ operation: 'POST /graphql', problem, refused });
}
