import { GraphQLError } from 'graphql';
import type { Json } from '../records.ts';

/** The `type` of an error in a GraphQL answer, as GitHub's own answers carry it. */
export type ProblemType =
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'UNPROCESSABLE'
  | 'STALE_DATA'
  | 'BRANCH_PROTECTION_RULE_VIOLATION'
  | 'RATE_LIMITED'
  | 'MISSING_PAGINATION_BOUNDARIES'
  | 'EXCESSIVE_PAGINATION'
  | 'MAX_NODE_LIMIT_EXCEEDED'
  | 'NOT_IMPLEMENTED';

/** A refusal of one field: it is null in the answer, and `errors` says why. */
export class Problem extends Error {
  readonly type: ProblemType;

  constructor(type: ProblemType, message: string) {
    super(message);
    this.type = type;
  }
}

/** Where the shape comes from: fpicalausa/remove-stale-branches#49 shows it in full. */
export function forbidden(): Problem {
  return new Problem('FORBIDDEN', 'Resource not accessible by integration');
}

/** An error as GitHub writes it: `type` beside `message`, not in `extensions`. */
export function showError(error: GraphQLError): Json {
  const { originalError, path, locations, message } = error;
  const problem = originalError instanceof Problem ? originalError : null;
  return {
    ...(problem && { type: problem.type }),
    ...(path && { path }),
    ...(problem?.type === 'FORBIDDEN' && { extensions: { saml_failure: false } }),
    ...(Object.keys(error.extensions).length > 0 && { extensions: error.extensions }),
    ...(locations && { locations: locations.map(({ line, column }) => ({ line, column })) }),
    message,
  };
}

const WORDINGS: readonly {
  readonly pattern: RegExp;
  readonly message: (words: readonly string[]) => string;
  readonly extensions: (words: readonly string[]) => Json;
}[] = [
  {
    // vig-os/sync-issues-action#15: Field 'parentIssue' doesn't exist on type 'Issue'
    pattern: /^Cannot query field "(\w+)" on type "(\w+)"/,
    message: ([field, type]) => `Field '${field}' doesn't exist on type '${type}'`,
    extensions: ([fieldName, typeName]) => ({ code: 'undefinedField', typeName, fieldName }),
  },
  {
    // graphql-ruby, which GitHub runs: raycast/extensions#29995 shows the same words of another server of its kind.
    pattern: /^Unknown argument "(\w+)" on field "\w+\.(\w+)"/,
    message: ([argument, field]) => `Field '${field}' doesn't accept argument '${argument}'`,
    extensions: ([argumentName, name]) => ({ code: 'argumentNotAccepted', name, typeName: 'Field', argumentName }),
  },
  {
    pattern: /^Field "(\w+)" argument "(\w+)" of type .* is required/,
    message: ([field, argument]) => `Field '${field}' is missing required arguments: ${argument}`,
    extensions: ([name, args]) => ({ code: 'missingRequiredArguments', className: 'Field', name, arguments: args }),
  },
];

/** An error of validation in GitHub's words, where they are known. */
export function inGitHubsWords(error: GraphQLError): GraphQLError {
  for (const { pattern, message, extensions } of WORDINGS) {
    const [, ...words] = pattern.exec(error.message) ?? [];
    if (words.length > 0)
      return new GraphQLError(message(words), { nodes: error.nodes ?? null, extensions: extensions(words) });
  }
  return error;
}
