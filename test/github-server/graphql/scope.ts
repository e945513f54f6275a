import { type Actor, canSee, mayRead } from '../access.ts';
import type { Limits } from '../limits.ts';
import type { Area, IssueRef, Repo, User } from '../records.ts';
import type { Urls } from '../show/urls.ts';
import type { State } from '../state.ts';
import type { Cost } from './cost.ts';
import { forbidden } from './problem.ts';

/** What the resolvers of one request share. */
export interface Scope {
  readonly state: State;
  readonly urls: Urls;
  readonly limits: Limits;
  readonly actor: Actor & { readonly user: User };
  readonly cost: Cost;
}

/** @throws Problem FORBIDDEN for an app that may not read this area of the repository. */
export function requireArea(scope: Scope, repo: Repo, area: Area): void {
  if (!mayRead(scope.actor, repo, area)) throw forbidden();
}

/** Those of the issues that the actor may know of: they can lie in other repositories. */
export function visible(scope: Scope, refs: readonly IssueRef[]): IssueRef[] {
  return refs.filter(({ repo }) => canSee(scope.state, scope.actor, repo) && mayRead(scope.actor, repo, 'issues'));
}
