import { DEPENDENCIES_ALLOWED, parseDependencyChange } from '../model/dependency-change.ts';
import { EFFORT_ALLOWED, parseEffortChange } from '../model/effort-change.ts';
import { MILESTONE_STATUSES, PRIORITIES } from '../model/milestone-file.ts';
import { parseNewRisk, RISK_ALLOWED } from '../model/new-risk.ts';
import { OWNER_ALLOWED, parseOwner } from '../model/owner-change.ts';
import { PROGRESS_ALLOWED, parseProgress } from '../model/progress-change.ts';
import { parseResourceChange, RESOURCES_ALLOWED } from '../model/resource-change.ts';
import { parseTimelineChange, TIMELINE_ALLOWED } from '../model/timeline-change.ts';
import type { Option } from './verb.ts';

/** A grammar of the model as a check: its error sentence, or null. */
export function by(parse: (text: string) => unknown): (value: string) => string | null {
  return (value) => {
    const result = parse(value);
    return typeof result === 'string' ? result : null;
  };
}

/** Options that change milestones, so that they need one to be named. */
export const EDITS: readonly Option[] = [
  {
    name: 'scope',
    value: 'text',
    summary: 'New scope and objectives: replaces the description',
    fallback: 'no change',
  },
  {
    name: 'timeline',
    value: 'adjustment',
    summary: 'Move the due date (+5days, -3d, +2w, +1month; days and weeks are working time) or set it (2024-08-05)',
    fallback: 'no change',
    check: by(parseTimelineChange),
    allowed: TIMELINE_ALLOWED,
  },
  {
    name: 'dependencies',
    value: 'list',
    summary:
      'Milestones that must finish first: A,B replaces the list, +A and -A change it, M03+2d adds a lag, none empties it',
    fallback: 'no change',
    check: by((text) => parseDependencyChange(text)),
    allowed: DEPENDENCIES_ALLOWED,
  },
  {
    name: 'resources',
    value: 'allocation',
    summary:
      'Who works on it: "2.5 engineers, 1 tester" sets roles, "+0.5 engineer" adjusts, alice:50% sets a person\'s share',
    fallback: 'no change',
    check: by(parseResourceChange),
    allowed: RESOURCES_ALLOWED,
  },
  {
    name: 'priority',
    value: 'level',
    choices: PRIORITIES,
    summary: 'New priority',
    fallback: 'no change',
  },
  {
    name: 'status',
    value: 'status',
    choices: MILESTONE_STATUSES,
    summary:
      'New status; starting and completing write the day, completing a recorded progress of 100% as well, and nothing else moves',
    fallback: 'no change',
  },
  {
    name: 'progress',
    value: 'percent',
    summary: 'How far it is, 0 to 100; where a milestone has tasks, they say so instead',
    fallback: 'no change',
    check: by(parseProgress),
    allowed: PROGRESS_ALLOWED,
  },
  {
    name: 'effort',
    value: 'hours',
    summary: 'Estimated hours: +15h and -4h change them, 40h sets them',
    fallback: 'no change',
    check: by(parseEffortChange),
    allowed: EFFORT_ALLOWED,
  },
  {
    name: 'owner',
    value: 'login',
    summary: 'Who answers for it, or none',
    fallback: 'no change',
    check: by(parseOwner),
    allowed: OWNER_ALLOWED,
  },
  {
    name: 'title',
    value: 'text',
    summary: 'New title',
    fallback: 'no change',
    check: (value) =>
      value.trim() === '' ? 'a title says something' : /[\r\n]/.test(value) ? 'more than one line' : null,
    allowed: 'one line of text',
  },
  {
    name: 'add-risk',
    value: 'risk',
    summary:
      'One more risk: "description; probability=40%; impact=high; delay=3d; mitigation=text", all but the description optional',
    fallback: 'no change',
    check: by(parseNewRisk),
    allowed: RISK_ALLOWED,
  },
  {
    name: 'rebaseline',
    value: null,
    summary: 'Measure slippage from the due date as it is now, or as --timeline makes it',
    fallback: 'off',
  },
];
