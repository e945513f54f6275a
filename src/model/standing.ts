/** How milestones, dependencies and actions stand, apart from the schemas of the status: a program that reads these words need not build those. */

export const HEALTHS = ['done', 'on_track', 'at_risk', 'late', 'blocked', 'pending'] as const;
export type Health = (typeof HEALTHS)[number];
export const EDGE_STATES = ['satisfied', 'in_progress', 'waiting', 'at_risk', 'blocked'] as const;
export const ACTION_PRIORITIES = ['urgent', 'high', 'medium', 'low'] as const;
