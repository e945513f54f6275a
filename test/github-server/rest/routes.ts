import type { Routes } from '../call.ts';
import { checkRoutes } from './checks.ts';
import { commentRoutes } from './comments.ts';
import { commitRoutes } from './commits.ts';
import { contentRoutes } from './contents.ts';
import { gitDataRoutes } from './git-data.ts';
import { issueRelationRoutes } from './issue-relations.ts';
import { issueRoutes } from './issues.ts';
import { labelRoutes } from './labels.ts';
import { mergeRoutes } from './merge.ts';
import { metaRoutes } from './meta.ts';
import { milestoneRoutes } from './milestones.ts';
import { pullRoutes } from './pulls.ts';
import { reactionRoutes } from './reactions.ts';
import { refRoutes } from './refs.ts';
import { teamRoutes } from './teams.ts';

/** Every REST endpoint that is served; make-openapi.ts reads the same table. */
export const routes: Routes = {
  ...metaRoutes,
  ...milestoneRoutes,
  ...issueRoutes,
  ...commentRoutes,
  ...reactionRoutes,
  ...labelRoutes,
  ...pullRoutes,
  ...contentRoutes,
  ...commitRoutes,
  ...gitDataRoutes,
  ...checkRoutes,
  ...issueRelationRoutes,
  ...mergeRoutes,
  ...refRoutes,
  ...teamRoutes,
};
