import type { Calendar } from '../analysis/calendar.ts';
import { completionsOf } from '../analysis/completion.ts';
import { milestoneChanges } from '../analysis/journal-changes.ts';
import { codeSpan } from '../model/code-span.ts';
import { parseDependencyChange } from '../model/dependency-change.ts';
import { parseEffortChange } from '../model/effort-change.ts';
import { idKey, idOfFile } from '../model/id.ts';
import type { Intent } from '../model/intent.ts';
import type { FieldEdit } from '../model/journal.ts';
import type { Milestone } from '../model/milestone.ts';
import type { MilestoneStatus } from '../model/milestone-file.ts';
import { type FilterKey, parseMilestoneList, selectMilestones } from '../model/milestone-list.ts';
import { nearest } from '../model/nearest.ts';
import { parseNewRisk } from '../model/new-risk.ts';
import { parseOwner } from '../model/owner-change.ts';
import { parseProgress } from '../model/progress-change.ts';
import { parseResourceChange } from '../model/resource-change.ts';
import type { State } from '../model/state.ts';
import { parseTimelineChange } from '../model/timeline-change.ts';
import { valueAt } from '../model/value-at.ts';
import { parse } from '../store/yaml/parse.ts';
import { addRiskEdits } from './add-risk.ts';
import { dependencyEdits } from './dependencies.ts';
import { effortEdits } from './effort.ts';
import { sameValue } from './hash.ts';
import { withNewParents } from './new-parents.ts';
import { rebaselineEdits } from './rebaseline.ts';
import { done, type Outcome, refused } from './refusal.ts';
import { resourceEdits } from './resources.ts';
import { completionProgress, progressEdits, statusEdits } from './status-edits.ts';
import { timelineEdits } from './timeline.ts';

const option = (intent: Intent, name: string): string | undefined => {
  const value = intent.options[name];
  return typeof value === 'string' ? value : undefined;
};

/** Raw content of a milestone's file, for edits of lists that must keep what this program does not know. */
function rawOf(state: State, milestone: Milestone): Record<string, unknown> {
  const parsed = parse(state.files.get(milestone.file) ?? '');
  return (parsed.ok ? (parsed.value ?? {}) : {}) as Record<string, unknown>;
}

function unknownMilestone(state: State, intent: Intent, id: string): Outcome<never> {
  const broken = state.diagnostics.filter((d) => d.severity === 'error' && idKey(idOfFile(d.file)) === idKey(id));
  if (broken.length > 0) {
    return refused('invalid-store', `${id} cannot be changed while its file has errors`, {
      hint: 'Mend the file first.',
      intent,
      diagnostics: broken,
    });
  }
  const ids = state.milestones.map((m) => m.id);
  const close = nearest(id, ids, 2);
  const some =
    ids.length > 0
      ? `There are ${ids.slice(0, 10).join(', ')}${ids.length > 10 ? ', …' : ''}.`
      : 'The store has no milestones yet.';
  return refused('unknown-milestone', `There is no milestone ${id}`, {
    hint: close ? `Did you mean ${close}?` : some,
    intent,
  });
}

/** What a filter compares with; `owner:none` finds those that nobody owns. */
function valuesOf({ status, owner, priority, labels }: Milestone, key: FilterKey): readonly string[] {
  if (key === 'label') return labels;
  return [key === 'status' ? status : key === 'priority' ? priority : (owner ?? 'none')];
}

/** The milestones that an `update` names: its argument, or the list of a bulk update. None for the whole project. */
export function targetsOf(state: State, intent: Intent): Outcome<Milestone[]> {
  const ids = state.milestones.map((m) => m.id);
  const list = option(intent, 'milestones');
  const [id] = intent.args;
  if (list === undefined) {
    if (intent.options['bulk'] === true) {
      return refused('missing-value', '--bulk needs the milestones it is for', {
        hint: 'Add --milestones=M05,M06.',
        intent,
      });
    }
    if (id === undefined) return done([]);
    const found = state.milestones.find((m) => idKey(m.id) === idKey(id));
    return found ? done([found]) : unknownMilestone(state, intent, id);
  }
  if (id !== undefined) {
    return refused('conflicting-options', 'a milestone and --milestones name the target twice', {
      hint: `Put ${id} into --milestones.`,
      intent,
    });
  }
  const selectors = parseMilestoneList(list);
  if (typeof selectors === 'string') return refused('bad-value', `--milestones: ${selectors}`, { intent });
  const byId = new Map(state.milestones.map((m) => [m.id, m]));
  const fits = (each: string, key: FilterKey, value: string): boolean => {
    const milestone = byId.get(each);
    return milestone !== undefined && valuesOf(milestone, key).some((v) => v.toLowerCase() === value.toLowerCase());
  };
  const { ids: chosen, unknown } = selectMilestones(selectors, ids, fits);
  const [first] = unknown;
  if (first !== undefined && /[:*?]/.test(first)) {
    return refused('unknown-milestone', `No milestone fits ${codeSpan(first)}`, {
      hint: 'See `status` for the milestones with their status, owner and priority.',
      intent,
    });
  }
  if (first !== undefined) return unknownMilestone(state, intent, first);
  return done(chosen.flatMap((each) => byId.get(each) ?? []));
}

interface Context {
  readonly state: State;
  readonly intent: Intent;
  readonly calendar: Calendar;
  /** ISO day. */
  readonly today: string;
  readonly raw: Record<string, unknown>;
}

/** One option's part of the edits; `so` are those that options before it in the table make. */
type Part = (milestone: Milestone, text: string, context: Context, so: readonly FieldEdit[]) => Outcome<FieldEdit[]>;

const one = (milestone: Milestone, key: string, raw: Context['raw'], after: unknown): Outcome<FieldEdit[]> =>
  done([{ file: milestone.file, path: [key], before: raw[key], after }]);

/** A value that the grammar of its option refuses: the command's parser says so first, a recorded command may be older. */
function parsed<T>(name: string, value: T | string, then: (value: T) => Outcome<FieldEdit[]>): Outcome<FieldEdit[]> {
  return typeof value === 'string' ? refused('bad-value', `--${name}: ${value}`) : then(value);
}

function text(key: string, name: string, empty: string): Part {
  return (milestone, value, { raw }) =>
    value.trim() === ''
      ? refused('bad-value', `--${name} is empty`, { hint: empty })
      : one(milestone, key, raw, name === 'title' ? value.trim() : value);
}

/** What each option that changes something does, in the order in which they build on each other. */
const PARTS: Readonly<Record<string, Part>> = {
  title: text('title', 'title', 'Say what the milestone is called.'),
  scope: text('description', 'scope', 'Say what the milestone is to achieve.'),
  priority: (milestone, value, { raw }) => one(milestone, 'priority', raw, value),
  owner: (milestone, value, { raw }) =>
    parsed('owner', parseOwner(value), ({ login }) => one(milestone, 'owner', raw, login)),
  status: (milestone, value, { raw, today, intent }) => {
    const edits = statusEdits(milestone, value as MilestoneStatus, raw, today);
    // Where the command names the progress itself, that decides.
    const alone = edits.length > 0 && value === 'completed' && intent.options['progress'] === undefined;
    return done(alone ? [...edits, ...completionProgress(milestone, raw, today)] : edits);
  },
  timeline: (milestone, value, { state, calendar, intent }) =>
    parsed('timeline', parseTimelineChange(value), (change) =>
      timelineEdits(milestone, change, {
        config: state.config,
        calendar,
        calendarDays: intent.options['calendar-days'] === true,
        all: state.milestones,
        ended: () => completionsOf(state, milestoneChanges(state.journal), calendar),
      }),
    ),
  rebaseline: (milestone, _, { state }, so) => rebaselineEdits(milestone, so, state.config.calendar.timezone),
  effort: (milestone, value) => parsed('effort', parseEffortChange(value), (change) => effortEdits(milestone, change)),
  progress: (milestone, value, { raw, today }) =>
    parsed('progress', parseProgress(value), (percent) => progressEdits(milestone, percent, raw, today)),
  dependencies: (milestone, value, { state, raw }) => {
    const known = new Set(state.milestones.map((m) => idKey(m.id)));
    return parsed(
      'dependencies',
      parseDependencyChange(value, (id) => known.has(idKey(id))),
      (change) => dependencyEdits(milestone, state.milestones, change, raw['dependencies']),
    );
  },
  resources: (milestone, value, { raw, state }) =>
    parsed('resources', parseResourceChange(value), (list) =>
      resourceEdits(milestone, list, raw['resources'], state.config),
    ),
  'add-risk': (milestone, value, { state, raw, today }) =>
    parsed('add-risk', parseNewRisk(value), (risk) =>
      addRiskEdits(milestone, state.milestones, risk, raw['risks'], today),
    ),
};

function editsOf(context: Context, milestone: Milestone): Outcome<FieldEdit[]> {
  const { intent } = context;
  const wanted = option(intent, 'status') as MilestoneStatus | undefined;
  // Opening a finished milestone again and moving its due date go together in one command.
  const opened = wanted === undefined ? milestone : { ...milestone, status: wanted };
  const edits: FieldEdit[] = [];
  for (const [name, part] of Object.entries(PARTS)) {
    const given = intent.options[name];
    if (given === undefined || given === false) continue;
    const made = part(name === 'status' ? milestone : opened, String(given), context, edits);
    if (!made.ok) return made;
    edits.push(...made.value);
  }
  return done(edits);
}

/** True if the command asks for a change, rather than only for a view. */
export function changes(intent: Intent): boolean {
  return Object.keys(PARTS).some((name) => (intent.options[name] ?? false) !== false);
}

/**
 * The field edits of an `update` to one of its milestones on the day `today` (ISO); values that already are as wanted are
 * left out.
 */
export function updateEdits(
  state: State,
  intent: Intent,
  milestone: Milestone,
  { calendar, today }: Pick<Context, 'calendar' | 'today'>,
): Outcome<FieldEdit[]> {
  const raw = rawOf(state, milestone);
  const edits = editsOf({ state, intent, calendar, today, raw }, milestone);
  if (!edits.ok) return { ok: false, refusal: { ...edits.refusal, intent } };
  // What is recorded is what stands there: a key left empty is not a key that is missing, and undo brings back which it was.
  const recorded = edits.value.map((edit) =>
    edit.file === milestone.file ? { ...edit, before: valueAt(raw, edit.path) } : edit,
  );
  const real = recorded.filter((edit) => !sameValue(edit.before, edit.after));
  return done(withNewParents(real, milestone.file, raw));
}
