import { MILESTONES_ALLOWED, parseMilestoneList } from '../model/milestone-list.ts';
import { milestoneArgument } from './arguments.ts';
import { by, EDITS } from './update-options.ts';
import type { Given, Option, Problem, Verb } from './verb.ts';

const TARGETS: readonly Option[] = [
  { name: 'bulk', value: null, summary: 'Update several milestones with one change', fallback: 'off' },
  {
    name: 'milestones',
    value: 'list',
    summary:
      'The milestones of a bulk update: M05,M06 or M05..M07, patterns (M0*), or status:in_progress, owner:alice, priority:high, label:api; commas add up',
    fallback: 'none',
    check: by(parseMilestoneList),
    allowed: MILESTONES_ALLOWED,
  },
  {
    name: 'keep-going',
    value: null,
    summary: 'Of a bulk update, change what can be changed and list the rest, instead of all or nothing',
    fallback: 'off',
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

export const PLAN: Option = {
  name: 'plan',
  value: 'hash',
  summary: 'Apply only if the plan is still the one with this hash, as a dry run shows it',
  fallback: 'any',
  check: (value) => (/^[0-9a-f]{12}$/.test(value) ? null : 'not the hash of a plan'),
  allowed: 'the 12 hexadecimal digits that a dry run shows',
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
  PLAN,
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
  if (options.get('keep-going') === true && !options.has('milestones')) {
    return {
      code: 'conflicting-options',
      message: '`--keep-going` is for updates of several milestones.',
      hint: 'Name them: `--bulk --milestones=M05,M06`, or leave `--keep-going` out.',
    };
  }
  const edit = EDITS.find((option) => (options.get(option.name) ?? false) !== false);
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
    { line: 'update M05 --status=completed', does: 'complete it today' },
    {
      line: 'update M06 --add-risk="Cache misses; probability=40%; impact=high; delay=3d"',
      does: 'add an open risk',
    },
    { line: 'update M08 --timeline=+1w --rebaseline', does: 'move the due date, and the baseline with it' },
    { line: 'update --bulk --milestones=M05..M07 --timeline=+1w', does: 'move three milestones in one change' },
  ],
};
