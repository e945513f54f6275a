import type { View } from './connection.ts';
import { repoNamed } from './create-commit.ts';
import { mutations } from './mutations.ts';
import { nodeView } from './node.ts';
import { userView } from './people.ts';
import { repositoryView } from './repository.ts';
import type { Scope } from './scope.ts';

/** The fields of Query or Mutation. */
export function root(scope: Scope, operation: string): View {
  return operation === 'mutation' ? mutations(scope) : queries(scope);
}

function queries(scope: Scope): View {
  const { state, actor, limits, cost } = scope;
  return {
    viewer: () => userView(scope, actor.user, true),
    repository: ({ owner, name }: { owner: string; name: string }) =>
      repositoryView(scope, repoNamed(scope, owner, name)),
    user: ({ login }: { login: string }) => {
      const user = state.users.get(login.toLowerCase());
      return user?.type === 'User' ? userView(scope, user, true) : null;
    },
    node: ({ id }: { id: string }) => nodeView(scope, id),
    // Each id that leads nowhere is null, with an error of its own.
    nodes: ({ ids }: { ids: readonly string[] }) => ids.map((id) => Promise.resolve().then(() => nodeView(scope, id))),
    rateLimit: () => {
      const { limit, remaining, used, reset } = limits.standing(actor, 'graphql');
      return {
        __typename: 'RateLimit',
        cost: cost.points,
        nodeCount: cost.nodes,
        limit,
        remaining,
        used,
        resetAt: new Date(reset * 1000).toISOString().replace('.000Z', 'Z'),
      };
    },
  };
}
