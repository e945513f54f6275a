import { dayOfInstant, formatDay, parseInstant } from '../model/day.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { compareDiagnostics } from '../model/diagnostic.ts';
import { spanDays } from '../model/span.ts';
import type { State } from '../model/state.ts';
import type { MilestoneStatusRow, Status } from '../model/status.ts';
import type { Explained } from './actions.ts';
import { actionsOf } from './actions.ts';
import { activityOf } from './activity.ts';
import { analyticsOf } from './analytics.ts';
import { approvalActions } from './approval-actions.ts';
import { beyondCalendar } from './beyond-calendar.ts';
import { calendarOf } from './calendar.ts';
import { edgeState } from './dependencies.ts';
import type { Project } from './facts.ts';
import { factsOf, isNearCritical, isoDay } from './facts.ts';
import { healthOf } from './health.ts';
import { countedTasks, projectProgress, roundPercent } from './progress.ts';
import { projectHealth } from './project-health.ts';
import { sessionsOf } from './session-health.ts';
import { conflictActions, syncConflictsOf } from './sync-conflicts.ts';
import { taskScheduleOf } from './task-schedule.ts';
import { watch } from './watch.ts';

function row({ facts, health, reasons }: Explained, { config, calendar }: Project): MilestoneStatusRow {
  const { milestone, slot, undated } = facts;
  const begun = slot && calendar.dayOf(milestone.timeline.actual_start);
  const projected = undated ? { start: begun, finish: null } : slot?.projected;
  const tasks = countedTasks(milestone);
  const network = taskScheduleOf(milestone, config);
  return {
    id: milestone.id,
    title: milestone.title,
    status: milestone.status,
    progress: roundPercent(facts.progress),
    priority: milestone.priority,
    owner: milestone.owner,
    due: isoDay(facts.due),
    baseline_due: isoDay(facts.baseline),
    planned_start: isoDay(slot?.planned.start ?? null),
    planned_finish: isoDay(slot?.planned.finish ?? null),
    projected_start: isoDay(projected?.start ?? null),
    projected_finish: isoDay(projected?.finish ?? null),
    actual_end: isoDay(facts.actualEnd),
    variance_days: facts.variance,
    slippage_days: facts.slippage,
    health,
    reasons: [...reasons],
    critical: slot?.critical ?? false,
    near_critical: isNearCritical(facts, config),
    total_float_days: slot?.totalFloat ?? null,
    free_float_days: slot?.freeFloat ?? null,
    duration_days: facts.duration,
    remaining_days: facts.remaining,
    early_start_day: slot?.earlyStart ?? null,
    early_finish_day: slot?.earlyFinish ?? null,
    late_start_day: slot?.lateStart ?? null,
    late_finish_day: slot?.lateFinish ?? null,
    tasks: { total: tasks.length, completed: tasks.filter((task) => task.status === 'completed').length },
    task_schedule: network.schedule,
    task_schedule_reason: network.reason,
    requires: facts.requires.map((link) => ({ id: link.from.milestone.id, lag_days: link.lag })),
    blocked_by: facts.waitsFor.map((p) => p.milestone.id),
    file: milestone.file,
  };
}

function projectPart(state: State, project: Project, explained: readonly Explained[]): Status['project'] {
  const progress = projectProgress(project.facts);
  const count = (status: MilestoneStatusRow['status']): number =>
    state.milestones.filter((m) => m.status === status).length;
  return {
    name: state.config.project.name,
    progress: progress === null ? null : roundPercent(progress),
    ...projectHealth(explained, project),
    milestones: {
      total: state.milestones.length,
      completed: count('completed'),
      active: count('in_progress'),
      blocked: count('blocked'),
      pending: count('planning'),
      cancelled: count('cancelled'),
    },
  };
}

function schedulePart({ schedule, facts, config }: Project): Status['schedule'] {
  return {
    start: formatDay(schedule.start),
    length_days: schedule.length,
    planned_finish: isoDay(schedule.plannedFinish),
    projected_finish: isoDay(schedule.projectedFinish),
    critical: facts.filter((f) => f.slot?.critical === true).map((f) => f.milestone.id),
    near_critical: facts.filter((f) => isNearCritical(f, config)).map((f) => f.milestone.id),
    critical_paths: schedule.criticalPaths.map((path) => [...path]),
    critical_path_count: schedule.criticalPathCount,
    cycle: schedule.cycle === null ? null : [...schedule.cycle],
  };
}

function externalPart({ facts, calendar }: Project): Status['external'] {
  return facts.flatMap(({ milestone }) =>
    milestone.external.map((external) => ({
      name: external.name,
      milestone: milestone.id,
      // A day on which it was resolved says as much as the word.
      status: external.resolvedAt === null ? external.status : 'done',
      progress: external.progress === null ? null : roundPercent(external.progress),
      owner: external.owner,
      due: isoDay(calendar.dayOf(external.due)),
      note: external.note,
    })),
  );
}

function riskPart({ facts, calendar }: Project): Status['risks'] {
  return facts.flatMap(({ milestone }) =>
    milestone.risks.map((risk) => ({
      milestone: milestone.id,
      id: risk.id,
      description: risk.description,
      probability: risk.probability,
      impact: risk.impact,
      delay_days: risk.delay === null ? null : spanDays(risk.delay, calendar.daysPerWeek),
      status: risk.status,
      mitigation: risk.mitigation,
    })),
  );
}

/**
 * Everything that can be said of the project at the instant `now` (ISO 8601 with offset), as the published contract has it.
 * Parts that need an analysis which does not exist yet are null. `changes` is the fold of the journal's change requests;
 * where neither the files nor the journal tell of finished work or first due dates, `state.history` does.
 * Throws on a `now` that is no instant: the clock is the caller's, so that is a bug.
 */
export function analyse(state: State, now: string, changes: Status['changes'] = []): Status {
  const instant = parseInstant(now);
  if (instant === undefined) throw new TypeError(`not an ISO 8601 instant: ${now}`);
  const calendar = calendarOf(state.config.calendar);
  const today = dayOfInstant(instant, state.config.calendar.timezone);
  const project = watch(factsOf(state, calendar, today), state.sessions);
  const explained = project.facts.map((facts) => ({ facts, ...healthOf(facts, project) }));
  const links = project.facts.flatMap((facts) => facts.requires);
  const conflicts = syncConflictsOf(state);
  const schedule = schedulePart(project);
  const critical = new Set(schedule.critical);
  const diagnostics: Diagnostic[] = [...state.diagnostics, ...project.diagnostics, ...beyondCalendar(project)].sort(
    compareDiagnostics,
  );
  return {
    schema: 'git-milestone/status@1',
    as_of: formatDay(today),
    project: projectPart(state, project, explained),
    milestones: explained.map((each) => row(each, project)),
    schedule,
    dependencies: links.map((link) => ({
      from: link.from.milestone.id,
      to: link.to.milestone.id,
      lag_days: link.lag,
      state: edgeState(link),
    })),
    external: externalPart(project),
    ...analyticsOf(project, project.loads),
    forecast: project.forecast(),
    sessions: sessionsOf(state.sessions, explained, project),
    conflicts,
    risks: riskPart(project),
    actions: actionsOf(explained, project, [...approvalActions(changes, critical), ...conflictActions(conflicts)]),
    changes: [...changes],
    activity: activityOf(state.journal),
    diagnostics,
  };
}
