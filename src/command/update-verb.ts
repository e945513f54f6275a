import { DEPENDENCIES_ALLOWED, parseDependencyChange } from '../model/dependency-change.ts';
import { PRIORITIES } from '../model/milestone-file.ts';
import { MILESTONES_ALLOWED, parseMilestoneList } from '../model/milestone-list.ts';
import { parseResourceChange, RESOURCES_ALLOWED } from '../model/resource-change.ts';
import { parseTimelineChange, TIMELINE_ALLOWED } from '../model/timeline-change.ts';
import { milestoneArgument } from './arguments.ts';
import type { Given, Option, Problem, Verb } from './verb.ts';

/** A grammar of the model as a check: its error sentence, or null. */
function by(parse: (text: string) => unknown): (value: string) => string | null {
  return (value) => {
    const result = parse(value);
    return typeof result === 'string' ? result : null;
  };
}

/** Options that change milestones, so that they need one to be named. */
const EDITS: readonly Option[] = [
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
];

const TARGETS: readonly Option[] = [
  { name: 'bulk', value: null, summary: 'Update several milestones with one change', fallback: 'off' },
  {
    name: 'milestones',
    value: 'list',
    summary: 'The milestones of a bulk update: M05,M06 or M05..M07',
    fallback: 'none',
    check: by(parseMilestoneList),
    allowed: MILESTONES_ALLOWED,
  },
];

export const REASON: Option = {
  name: 'reason',
  value: 'text',
  summary: 'Why: kept in the journal and shown with the change',
  fallback: 'none',
};

export const DRY_RUN: Option = {
  name: 'dry-run',
  value: null,
  summary: 'Show the plan and change nothing',
  fallback: 'off',
};

const MANNER: readonly Option[] = [
  {
    name: 'calendar-days',
    value: null,
    summary: 'Count the days of --timeline on the calendar, weekends and holidays included',
    fallback: 'off',
  },
  REASON,
  {
    name: 'force',
    value: null,
    summary:
      'Skip the two warnings that block, over-capacity and infeasible-due; never errors, permissions or approvals',
    fallback: 'off',
  },
  DRY_RUN,
  {
    name: 'plan',
    value: 'hash',
    summary: 'Apply only if the plan is still the one with this hash, as a dry run shows it',
    fallback: 'any',
    check: (value) => (/^[0-9a-f]{12}$/.test(value) ? null : 'not the hash of a plan'),
    allowed: 'the 12 hexadecimal digits that a dry run shows',
  },
];

const SECTIONS: readonly Option[] = [
  { name: 'monitor', value: null, summary: 'Reply with activity and sessions', fallback: 'on' },
  { name: 'dashboard', value: null, summary: 'Reply with the status dashboard', fallback: 'on' },
  { name: 'analytics', value: null, summary: 'Reply with performance and trends', fallback: 'on' },
];

function rule({ args, options }: Given): Problem | null {
  const id = args[0];
  const bulk = options.get('bulk');
  if (options.has('milestones') && (id !== undefined || bulk === false)) {
    const clash = id === undefined ? '`--no-bulk`' : `the milestone \`${id}\``;
    return {
      code: 'conflicting-options',
      message: `\`--milestones\` and ${clash} exclude each other.`,
      hint: 'Name one milestone, or several with `--bulk --milestones=M05,M06`.',
    };
  }
  if (bulk === true && !options.has('milestones')) {
    return {
      code: id === undefined ? 'missing-argument' : 'conflicting-options',
      message: '`--bulk` needs to know which milestones.',
      hint: 'Name them: `--bulk --milestones=M05,M06`.',
    };
  }
  const edit = EDITS.find((option) => options.has(option.name));
  if (edit && id === undefined && !options.has('milestones')) {
    return {
      code: 'missing-argument',
      message: `\`--${edit.name}\` changes a milestone, and none is named.`,
      hint: 'Name one after the verb, as in `update M05`, or several with `--bulk --milestones=M05,M06`.',
    };
  }
  if (options.get('calendar-days') === true && !options.has('timeline')) {
    return {
      code: 'conflicting-options',
      message: '`--calendar-days` says how `--timeline` counts, and there is no `--timeline`.',
      hint: 'Add one, such as `--timeline=+5d`, or leave `--calendar-days` out.',
    };
  }
  return null;
}

export const UPDATE: Verb = {
  name: 'update',
  summary:
    'Change milestones and show what follows. With an ID and no change: its focus view; alone: the comprehensive dashboard.',
  args: [milestoneArgument('The milestone to change or to show')],
  options: [...EDITS, ...TARGETS, ...MANNER, ...SECTIONS],
  later: {
    'sync-sessions':
      'Synchronising work sessions comes with a later version. Leave the option out: the rest of the command works without it.',
  },
  role: 'write',
  where: ['comment', 'dispatch', 'cli'],
  writes: true,
  rule,
  examples: [
    { line: 'update', does: 'regenerate the comprehensive dashboard' },
    { line: 'update M05', does: 'show the focus view of M05' },
    { line: 'update M05 --timeline=+5days --reason="Vendor is late"', does: 'move the due date by five working days' },
    { line: 'update M05 --timeline=2024-08-05 --dry-run', does: 'show what that due date would mean' },
    { line: 'update M06 --resources="2.5 engineers, 1 performance specialist" --priority=high', does: 'staff it anew' },
    { line: 'update M07 --dependencies=+M03+2d,-M04', does: 'wait two days after M03, and no longer for M04' },
    { line: 'update --bulk --milestones=M05..M07 --timeline=+1w', does: 'move three milestones in one change' },
  ],
};
