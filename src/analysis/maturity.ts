import type { PRACTICES, Trends } from '../model/status-trends.ts';
import type { Project } from './facts.ts';
import type { History } from './history.ts';
import { actualHours, estimatedHours } from './history.ts';
import { rounded } from './measure.ts';

type Indicators = Trends['efficiency_indicators'];
type Practice = (typeof PRACTICES)[number];

/** A practice is kept if it is in at least this share of the places where it could be. */
const KEPT = 0.8;

/**
 * What the project keeps records of, each as the share of the places where it could: estimated hours of milestones that are
 * not cancelled; actual hours and acceptance of completed ones; probability, delay and mitigation of risks; a quality metric
 * with a target in milestones that are under way or done; the completion in the journal of completed ones.
 */
export function practicesOf({ facts }: Project, journalled: ReadonlySet<string>): Indicators['practices'] {
  const live = facts.filter((f) => f.milestone.status !== 'cancelled');
  const done = live.filter((f) => f.milestone.status === 'completed');
  const running = live.filter((f) => f.milestone.status === 'in_progress');
  const risks = live.flatMap((f) => f.milestone.risks);
  const rows: [Practice, boolean[]][] = [
    ['estimates', live.map((f) => estimatedHours(f) !== null)],
    ['actuals', done.map((f) => actualHours(f) !== null)],
    ['acceptance', done.map((f) => (f.milestone.acceptance?.firstTime ?? null) !== null)],
    ['risks', risks.map((r) => r.probability !== null && r.delay !== null && r.mitigation !== null)],
    ['quality_targets', running.map((f) => f.milestone.quality.some((q) => q.target !== null))],
    ['journal', done.map((f) => journalled.has(f.milestone.id))],
  ];
  return rows.map(([practice, places]) => {
    const share = places.length === 0 ? null : places.filter(Boolean).length / places.length;
    return { practice, share: share === null ? null : rounded(share, 3), met: share !== null && share >= KEPT - 1e-9 };
  });
}

/**
 * Process maturity by the number of practices kept, of six: initial (0, 1), developing (2, 3), established (4, 5), advanced
 * (6). Null as long as nothing is completed, since half of the practices cannot be kept before.
 */
export function maturityOf(
  practices: Indicators['practices'],
  { finished, undated }: History,
): Indicators['process_maturity'] {
  if (finished.length + undated.length === 0) return null;
  const kept = practices.filter((p) => p.met).length;
  return kept === practices.length ? 'advanced' : kept >= 4 ? 'established' : kept >= 2 ? 'developing' : 'initial';
}
