import type { Calendar } from '../analysis/calendar.ts';
import { parseDependencyChange } from '../model/dependency-change.ts';
import { idKey } from '../model/id.ts';
import type { Intent } from '../model/intent.ts';
import type { FieldEdit } from '../model/journal.ts';
import type { Milestone } from '../model/milestone.ts';
import { parseMilestoneList, selectMilestones } from '../model/milestone-list.ts';
import { nearest } from '../model/nearest.ts';
import { parseResourceChange } from '../model/resource-change.ts';
import type { State } from '../model/state.ts';
import { parseTimelineChange } from '../model/timeline-change.ts';
import { parse } from '../store/yaml/parse.ts';
import { dependencyEdits } from './dependencies.ts';
import { sameValue } from './hash.ts';
import { done, type Outcome, refused } from './refusal.ts';
import { resourceEdits } from './resources.ts';
import { timelineEdits } from './timeline.ts';

/** Options of `update` that change something, as opposed to those that choose what is shown. */
export const CHANGING = ['scope', 'timeline', 'dependencies', 'resources', 'priority'] as const;

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
  const broken = state.diagnostics.filter((d) => d.severity === 'error' && idKey(fileId(d.file)) === idKey(id));
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

/** The id that a store path stands for: `active/M05.yaml` → `M05`, `archive/M00/milestone.yaml` → `M00`. */
function fileId(path: string): string {
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  return /^milestone\.ya?ml$/.test(name) ? (parts.at(-2) ?? '') : name.replace(/\.ya?ml$/i, '');
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
  const { ids: chosen, unknown } = selectMilestones(selectors, ids);
  if (unknown[0] !== undefined) return unknownMilestone(state, intent, unknown[0]);
  return done(chosen.flatMap((each) => state.milestones.find((m) => m.id === each) ?? []));
}

function editsOf(state: State, intent: Intent, milestone: Milestone, calendar: Calendar): Outcome<FieldEdit[]> {
  const edits: FieldEdit[] = [];
  const { file } = milestone;
  const raw = rawOf(state, milestone);
  const scope = option(intent, 'scope');
  if (scope !== undefined) {
    if (scope.trim() === '')
      return refused('bad-value', '--scope is empty', { hint: 'Say what the milestone is to achieve.' });
    edits.push({ file, path: ['description'], before: raw['description'], after: scope });
  }
  const priority = option(intent, 'priority');
  if (priority !== undefined) edits.push({ file, path: ['priority'], before: raw['priority'], after: priority });

  const parts: Outcome<FieldEdit[]>[] = [];
  const timeline = option(intent, 'timeline');
  if (timeline !== undefined) {
    const change = parseTimelineChange(timeline);
    if (typeof change === 'string') return refused('bad-value', `--timeline: ${change}`);
    parts.push(
      timelineEdits(milestone, change, {
        config: state.config,
        calendar,
        calendarDays: intent.options['calendar-days'] === true,
      }),
    );
  }
  const dependencies = option(intent, 'dependencies');
  if (dependencies !== undefined) {
    const known = new Set(state.milestones.map((m) => idKey(m.id)));
    const change = parseDependencyChange(dependencies, (id) => known.has(idKey(id)));
    if (typeof change === 'string') return refused('bad-value', `--dependencies: ${change}`);
    parts.push(dependencyEdits(milestone, state.milestones, change, raw['dependencies']));
  }
  const resources = option(intent, 'resources');
  if (resources !== undefined) {
    const changes = parseResourceChange(resources);
    if (typeof changes === 'string') return refused('bad-value', `--resources: ${changes}`);
    parts.push(resourceEdits(milestone, changes, raw['resources']));
  }
  for (const part of parts) {
    if (!part.ok) return part;
    edits.push(...part.value);
  }
  return done(edits);
}

/** True if the command asks for a change, rather than only for a view. */
export function changes(intent: Intent): boolean {
  return CHANGING.some((name) => name in intent.options);
}

/** The field edits of an `update` to one of its milestones; values that already are as wanted are left out. */
export function updateEdits(
  state: State,
  intent: Intent,
  milestone: Milestone,
  calendar: Calendar,
): Outcome<FieldEdit[]> {
  const edits = editsOf(state, intent, milestone, calendar);
  if (!edits.ok) return { ok: false, refusal: { ...edits.refusal, intent } };
  return done(edits.value.filter((edit) => !sameValue(edit.before, edit.after)));
}
