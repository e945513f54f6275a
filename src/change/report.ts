import type { ApprovalDecision } from '../model/approval.ts';
import type { Intent } from '../model/intent.ts';
import type { Impact, Refusal } from '../model/plan.ts';
import type { PlanReport } from '../model/plan-report.ts';
import type { Status } from '../model/status.ts';
import { allocationSections } from './allocation.ts';
import { assessmentOf } from './assessment.ts';
import { availabilityOf } from './availability.ts';
import { batchOf } from './batch.ts';
import type { CostChange } from './cost.ts';
import { impactYaml } from './impact-yaml.ts';
import { implementationOf } from './implementation.ts';
import { prioritySections } from './priorities.ts';
import type { Sides } from './sides.ts';
import { signOffSections } from './sign-offs.ts';

interface Found {
  readonly impact: Impact;
  readonly approvals: readonly ApprovalDecision[];
  readonly skipped: readonly Refusal[];
  readonly intents: readonly Intent[];
  readonly cost: CostChange;
  /** The changes that the journal tells of once the plan is carried out. */
  readonly changes: Status['changes'];
  /** Id of the change that this is about, where the journal has it. */
  readonly about: string | null;
  /** False where nothing is written, so that no change has that id yet. */
  readonly named: boolean;
}

/** Everything a reply tells of a plan beyond its edits, moved dates, checks and approvals. */
export function reportOf(
  sides: Sides,
  { impact, approvals, skipped, intents, cost, changes, about, named }: Found,
): PlanReport {
  const signOffs = signOffSections(sides, approvals, changes, about, named);
  // An approval that others still have to follow moves nothing.
  if (sides.edits.length === 0) return { impact: [], details: [], steps: [], batch: [], signOffs, yaml: '' };
  const bulk = intents.some((intent) => typeof intent.options['milestones'] === 'string');
  const available = availabilityOf(sides);
  return {
    impact: assessmentOf(sides, impact, approvals, cost),
    details: [
      ...allocationSections(sides),
      ...(available.length > 0 ? [{ title: 'Resource availability', lines: available }] : []),
      ...prioritySections(sides),
    ],
    steps: implementationOf(sides, impact, approvals),
    batch: bulk ? batchOf(sides, approvals, skipped) : [],
    signOffs,
    yaml: impactYaml(sides, impact, bulk),
  };
}
