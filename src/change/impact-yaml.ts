import { buffersOf } from '../analysis/buffer.ts';
import { changeFactsOf } from '../analysis/change-facts.ts';
import { isOver } from '../analysis/resources.ts';
import { riskOf } from '../analysis/risk.ts';
import type { Impact } from '../model/plan.ts';
import { collectionLines, OWN_LAYOUT } from '../store/yaml/print.ts';
import { round, signed } from './figures.ts';
import { daysMoved } from './impact.ts';
import type { Sides } from './sides.ts';
import { staffingOf } from './staffing.ts';

type Data = Record<string, unknown>;

const orNone = (items: readonly string[]): unknown => (items.length > 0 ? items : 'none');

/** `delayed_3_days`, `accelerated_1_day`; null for no move. */
function movedBy(days: number): string | null {
  const length = `${Math.abs(days)}_day${Math.abs(days) === 1 ? '' : 's'}`;
  return days === 0 ? null : days > 0 ? `delayed_${length}` : `accelerated_${length}`;
}

/**
 * How the projected finish moves of every milestone that is edited or moves; where that stays and the due date does not,
 * `due_delayed_5_days`.
 */
function timelineAdjustments({ edited, calendar }: Sides, impact: Impact): Data {
  const byId = new Map(impact.milestones.map((m) => [m.id, m]));
  const ids = [...edited, ...impact.milestones.filter((m) => m.finishDays && !edited.includes(m.id)).map((m) => m.id)];
  return Object.fromEntries(
    ids.map((id) => {
      const { finishDays = 0, due } = byId.get(id) ?? {};
      const dueBy = due?.before && due.after ? movedBy(daysMoved(calendar, due.before, due.after)) : null;
      return [id, movedBy(finishDays) ?? (dueBy === null ? 'no_change' : `due_${dueBy}`)];
    }),
  );
}

function rebalancing(
  sides: Sides,
  facts: ReturnType<typeof changeFactsOf>,
  own: (ids: readonly string[]) => boolean,
): Data {
  const groups = new Map<string, string[]>();
  for (const { name, kind, milestone, before, after } of staffingOf(sides)) {
    const share = kind === 'role' ? `${signed(after - before)} FTE` : `${signed((after - before) * 100)}%`;
    groups.set(name, [...(groups.get(name) ?? []), `${share} to ${milestone}`]);
  }
  const training = facts.cross_training.filter(({ milestones }) => own(milestones));
  return {
    ...Object.fromEntries([...groups].map(([name, shares]) => [name, shares.join(', ')])),
    cross_training_opportunities: orNone(
      training.map(
        ({ skill, known_by, candidates }) =>
          `${skill}: only ${known_by} knows it${candidates.length > 0 ? `, ${candidates.join(' or ')} could learn it` : ''}`,
      ),
    ),
  };
}

function optimizations(facts: ReturnType<typeof changeFactsOf>, own: (ids: readonly string[]) => boolean): Data {
  return {
    parallel_workstreams: orNone(
      facts.parallel_workstreams
        .filter(({ milestones }) => own(milestones))
        .map(({ milestones, window }) => `${milestones.join(', ')} from ${window.start} to ${window.end}`),
    ),
    early_starts: orNone(
      facts.early_starts
        .filter(({ milestone }) => own([milestone]))
        .map(({ milestone, days, rule }) => `${milestone} up to ${days} day${days === 1 ? '' : 's'} earlier (${rule})`),
    ),
    resource_sharing: orNone(
      facts.resource_sharing
        .filter(({ milestones }) => own(milestones))
        .map(({ who, milestones, load_percent: load }) => `${who} across ${milestones.join(', ')} (${round(load)}%)`),
    ),
  };
}

function mitigation(
  { before, after }: Sides,
  facts: ReturnType<typeof changeFactsOf>,
  own: (ids: readonly string[]) => boolean,
): Data {
  const conflicts = (side: Sides['after']): string[] => [
    ...new Set(
      side.loads
        .filter((load) => load.kind === 'person' && isOver(load) && own(load.facts.map((f) => f.milestone.id)))
        .map((load) => load.who),
    ),
  ];
  const [was, now] = [conflicts(before), conflicts(after)];
  const buffers = [buffersOf(before.project).remaining.value, buffersOf(after.project).remaining.value] as const;
  const exposure = [riskOf(before.project, null).value, riskOf(after.project, null).value] as const;
  const text = (value: number | null, unit: string): string => (value === null ? 'no data' : `${round(value)}${unit}`);
  return {
    resource_conflicts: was.length === 0 && now.length === 0 ? 'none' : { before: orNone(was), after: orNone(now) },
    timeline_buffers: { before: text(buffers[0], '% left'), after: text(buffers[1], '% left') },
    risk_exposure: { before: text(exposure[0], ' working days'), after: text(exposure[1], ' working days') },
    skill_gaps: orNone(facts.skill_gaps.filter(({ milestones }) => own(milestones)).map(({ skill }) => skill)),
  };
}

/**
 * The impact of a change as YAML: timeline adjustments, resource rebalancing, dependency optimisations and risk mitigation,
 * of what concerns the edited milestones. `none` is a finding; what cannot be computed reads `no data`.
 */
export function impactYaml(sides: Sides, impact: Impact, bulk: boolean): string {
  const facts = changeFactsOf(sides.after.project, sides.after.loads);
  const own = (ids: readonly string[]): boolean => ids.some((id) => sides.edited.includes(id));
  const document = {
    [bulk ? 'bulk_update_impact' : 'update_impact']: {
      timeline_adjustments: timelineAdjustments(sides, impact),
      resource_rebalancing: rebalancing(sides, facts, own),
      dependency_optimizations: optimizations(facts, own),
      risk_mitigation: mitigation(sides, facts, own),
    },
  };
  return `${collectionLines(document, 0, OWN_LAYOUT).join('\n')}\n`;
}
