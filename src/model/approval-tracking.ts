import type { Status } from './status.ts';

type Change = Status['changes'][number];

/** How approvals stand in the whole project, by the journal's word. */
export interface ApprovalTracking {
  /** Requests that wait, each with the milestones whose change is held up. */
  readonly pending: readonly Change[];
  /** Made by hand and in force, though an approval is missing. */
  readonly unapproved: readonly Change[];
  /** How many changes were applied without asking anybody, and stand. What was taken over from GitHub is none: no policy was asked. */
  readonly automatic: number;
  /** Approvals that the pending and the unapproved have, and those they need. */
  readonly received: number;
  readonly needed: number;
}

/** Counts requests, automatic changes and sign-offs. */
export function trackingOf(changes: readonly Change[]): ApprovalTracking {
  const inState = (wanted: Change['state']): Change[] => changes.filter(({ state }) => state === wanted);
  const [pending, unapproved] = [inState('pending'), inState('unapproved')];
  const asked = [...pending, ...unapproved].flatMap(({ waiting_for }) => waiting_for);
  return {
    pending,
    unapproved,
    automatic: inState('applied').filter(({ waiting_for, command }) => waiting_for.length === 0 && command !== 'sync')
      .length,
    received: asked.reduce((sum, rule) => sum + rule.received, 0),
    needed: asked.reduce((sum, rule) => sum + rule.needed, 0),
  };
}

/** `C-7f3a for M06`: what a change holds up. */
export function changeText({ id, milestones }: Change): string {
  if (milestones.length === 0) return id;
  return `${id} for ${milestones.length > 3 ? `${milestones.length} milestones` : milestones.join(', ')}`;
}
