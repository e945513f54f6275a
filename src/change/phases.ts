import type { Phase } from '../model/answer.ts';
import type { Check, Plan } from '../model/plan.ts';
import { EDGE_STATES } from '../model/standing.ts';
import type { State } from '../model/state.ts';
import type { Status } from '../model/status.ts';

/** What a run found and did, for its account in the reply. */
export interface RunFacts {
  readonly state: State;
  readonly status: Status;
  /** The plan that was applied or shown; null where nothing was to be changed. */
  readonly plan: Plan | null;
  /** True once the change stands in a commit or on the disk. */
  readonly written: boolean;
}

const ok = (text: string): Check => ({ mark: 'ok', text });
const warn = (text: string): Check => ({ mark: 'warning', text });
const fail = (text: string): Check => ({ mark: 'error', text });
const none = (text: string): Check => ({ mark: 'no-data', text });

function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

const METRICS = ['velocity', 'efficiency', 'timeline', 'risk', 'quality', 'capacity'] as const;

/** How many of the six metrics have data, those without and why, and those off their target. */
function metricsCheck({ metrics }: Status): Check {
  if (metrics === null) return none('Performance metrics: not computed');
  const known = METRICS.filter((name) => metrics[name].value !== null);
  const missing = METRICS.filter((name) => metrics[name].value === null).map(
    (name) => `${name}: ${metrics[name].reason}`,
  );
  const off = METRICS.filter((name) => metrics[name].rating === 'red');
  const parts = [
    `Performance metrics: ${known.length} of ${METRICS.length} have data`,
    off.length === 0 ? '' : `off target: ${off.join(', ')}`,
    ...missing,
  ];
  const text = parts.filter((part) => part !== '').join('; ');
  return off.length > 0 ? warn(text) : known.length === 0 ? none(text) : ok(text);
}

/** How many of the four trends the history is long enough for, and how they point. */
function trendsCheck({ metrics, trends }: Status): Check {
  if (metrics === null || trends === null) return none('Performance trends: not computed');
  const all = [
    ['velocity', metrics.velocity.trend, metrics.velocity.reasons.trend],
    ['quality', metrics.quality.first_time_trend, metrics.quality.reasons.first_time_trend],
    ['satisfaction', metrics.quality.satisfaction_trend, metrics.quality.reasons.satisfaction_trend],
    ['risks', metrics.risk.trend, metrics.risk.reasons.trend],
  ] as const;
  const known = all.filter(([, trend]) => trend !== null);
  const words = all.map(([name, trend, why]) => `${name}: ${trend?.replace('_', ' ') ?? why ?? 'no data'}`);
  const text = `Performance trends: ${known.length} of ${all.length} have data; ${words.join('; ')}`;
  const bad = known.some(([, trend]) => trend === 'decreasing' || trend === 'declining' || trend === 'worsening');
  return bad ? warn(text) : known.length === 0 ? none(text) : ok(text);
}

function collection({ state, status }: RunFacts): Check[] {
  const active = state.milestones.filter((m) => m.folder === 'active').length;
  const ids = new Set(state.milestones.map((m) => m.id));
  const lost = state.sessions.filter((s) => s.status === 'active' && (s.milestone === null || !ids.has(s.milestone)));
  const errors = state.diagnostics.filter((d) => d.severity === 'error').length;
  const warnings = status.diagnostics.filter((d) => d.severity === 'warning').length;
  const unknown = state.diagnostics.filter((d) => d.code === 'unknown-dependency').length;
  const criteria = state.milestones.flatMap((m) => m.criteria);
  const verified = criteria.filter((c) => c.verified === true).length;
  return [
    ok(
      `Status collected: ${count(active, 'active milestone')}, ${state.milestones.length - active} finished, ${count(state.journal.length, 'journal entry', 'journal entries')}`,
    ),
    state.sessions.length === 0
      ? none('Session context: no sessions are recorded')
      : lost.length === 0
        ? ok(`Session context: ${count(status.sessions.length, 'active session')}, each on a known milestone`)
        : warn(`Session context: ${lost.map((s) => s.id).join(', ')} focus on no known milestone`),
    unknown === 0
      ? ok(
          `Dependency mappings: ${count(status.dependencies.length, 'edge')} between milestones, ${status.external.length} external`,
        )
      : fail(`Dependency mappings: ${count(unknown, 'dependency', 'dependencies')} on unknown milestones`),
    errors > 0
      ? fail(`Data consistency: ${count(errors, 'error')} in the store`)
      : warnings > 0
        ? warn(`Data consistency: no errors, ${count(warnings, 'warning')}`)
        : ok(`Data consistency: ${count(state.files.size, 'file')} read, no errors`),
    criteria.length + state.config.project.requirements.length === 0
      ? none('Requirements and success criteria: none are recorded')
      : ok(
          `Requirements and success criteria: ${state.config.project.requirements.length} and ${criteria.length}, ${verified} verified`,
        ),
    metricsCheck(status),
  ];
}

function dashboards({ state, status }: RunFacts): Check[] {
  const active = status.milestones.filter((m) => m.status === 'in_progress').length;
  const inState = (name: string): number => status.dependencies.filter((d) => d.state === name).length;
  const present = EDGE_STATES.filter((name) => inState(name) > 0);
  const states = present.map((name) => `${inState(name)} ${name.replace('_', ' ')}`).join(', ');
  const open = status.risks.filter((r) => r.status === 'open').length;
  const recorded = state.milestones.some((m) => m.risks.length > 0);
  const { progress, health } = status.project;
  return [
    progress === null
      ? none('Project status: there are no milestones')
      : ok(`Project status: ${progress}% complete, ${health.replace('_', ' ')}`),
    active === 0
      ? none('Focus dashboards: no milestone is in progress')
      : ok(`Focus dashboards: ${count(active, 'milestone')} in progress`),
    status.dependencies.length === 0
      ? none('Dependency matrix: there are no dependencies')
      : ok(`Dependency matrix: ${states}`),
    trendsCheck(status),
    recorded ? ok(`Risk assessment: ${count(open, 'open risk')}`) : none('Risk assessment: no risks are recorded'),
    none('Stakeholder reports: no stakeholders are configured'),
  ];
}

function modification({ status, plan, written }: RunFacts): Check[] {
  const done = written ? 'applied' : 'planned';
  const edits = plan?.edits ?? [];
  const files = new Set(edits.map((edit) => edit.file)).size;
  const edges = edits.filter((edit) => edit.path[0] === 'dependencies').length;
  const moved = plan?.impact.milestones.filter((m) => m.finishDays).length ?? 0;
  const finish = plan?.impact.projectFinish;
  return [
    plan
      ? ok(`Modifications: ${count(edits.length, 'field')} in ${count(files, 'file')} ${done}`)
      : ok('Modifications: none were asked for'),
    status.sessions.length === 0
      ? none('Sessions: none to synchronise')
      : ok(`Sessions: ${count(status.sessions.length, 'active session')} read, none changed`),
    edges === 0
      ? ok('Cross-milestone dependencies: none were changed')
      : ok(`Cross-milestone dependencies: ${count(edges, 'list')} ${done}`),
    plan
      ? ok(
          `Schedule recalculated: ${moved === 0 ? 'no projected finish moves' : `${count(moved, 'projected finish', 'projected finishes')} move`}`,
        )
      : ok('Schedule recalculated'),
    none('Stakeholder notification: no channel is configured'),
    finish && finish.before !== finish.after
      ? warn(`Projection: the project finishes on ${finish.after} instead of ${finish.before}`)
      : status.schedule.projected_finish === null
        ? none('Projection: nothing is scheduled')
        : ok(`Projection: the project finishes on ${status.schedule.projected_finish}`),
  ];
}

function validation({ state, status, plan, written }: RunFacts): Check[] {
  const bad = plan?.checks.filter((c) => c.mark === 'error').length ?? 0;
  const cautions = plan?.checks.filter((c) => c.mark === 'warning').length ?? 0;
  const mismatches = status.diagnostics.filter((d) => d.code === 'progress-mismatch').length;
  return [
    plan === null
      ? ok('Constraints: nothing was changed')
      : bad > 0
        ? fail(`Constraints: ${count(bad, 'check')} failed`)
        : cautions > 0
          ? warn(`Constraints: ${plan.checks.length} checked, ${count(cautions, 'warning')}`)
          : ok(`Constraints: ${count(plan.checks.length, 'check')} passed`),
    status.schedule.cycle
      ? fail(`Dependency integrity: ${status.schedule.cycle.join(' → ')} wait for each other`)
      : ok('Dependency integrity: no cycle'),
    mismatches === 0
      ? ok('Metric consistency: recorded progress agrees with the tasks')
      : warn(`Metric consistency: recorded progress of ${count(mismatches, 'milestone')} differs from the tasks`),
    state.sessions.length === 0
      ? none('Session state: no sessions are recorded')
      : ok('Session state: nothing to synchronise'),
    none('Notification delivery: no channel is configured'),
    plan === null
      ? ok('Update confirmation: nothing to confirm')
      : written
        ? ok(`Update confirmation: journal entry ${plan.entries.map((e) => e.id).join(', ')}`)
        : ok(`Update confirmation: nothing was written (plan ${plan.hash})`),
  ];
}

/** The four phases of a run as the reference names them, each line computed from what was found and done. */
export function phasesOf(facts: RunFacts): Phase[] {
  return [
    { title: 'Status data collection and validation', lines: collection(facts) },
    { title: 'Dashboard generation', lines: dashboards(facts) },
    { title: 'Modification and synchronisation', lines: modification(facts) },
    { title: 'Validation and consistency', lines: validation(facts) },
  ];
}
