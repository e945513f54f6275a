import type { Status } from '../model/status.ts';
import { capacityOf } from './capacity.ts';
import { changeFactsOf } from './change-facts.ts';
import { journalCompletions } from './completion.ts';
import { efficiencyOf } from './efficiency.ts';
import { evmOf } from './evm.ts';
import type { Project } from './facts.ts';
import { historyOf } from './history.ts';
import { maturityOf, practicesOf } from './maturity.ts';
import { qualityOf } from './quality.ts';
import type { Load } from './resources.ts';
import { resourceRow } from './resources.ts';
import { riskOf } from './risk.ts';
import { timelineOf } from './timeline.ts';
import { trendsOf } from './trends.ts';
import { velocityOf } from './velocity.ts';

/** The analytics parts of the contract. */
export function analyticsOf(
  project: Project,
  loads: readonly Load[],
): Pick<Status, 'metrics' | 'evm' | 'trends' | 'resources' | 'change_facts'> {
  const { changes } = project;
  const history = historyOf(project);
  const timeline = timelineOf(project, history, changes);
  const metrics = {
    velocity: velocityOf(project, history),
    efficiency: efficiencyOf(project, history),
    timeline,
    risk: riskOf(project, timeline.room_days),
    quality: qualityOf(project, history, changes),
    capacity: capacityOf(project, loads),
  };
  const facts = changeFactsOf(project, loads);
  const practices = practicesOf(project, new Set(journalCompletions(changes).keys()));
  const gaps = facts.skill_gaps.map((gap) => gap.skill);
  return {
    metrics,
    evm: evmOf(project),
    trends: trendsOf(metrics, gaps, practices, maturityOf(practices, history)),
    resources: loads.map(resourceRow),
    change_facts: facts,
  };
}
