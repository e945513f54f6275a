import { parseDay } from '../model/day.ts';
import type { Forecast } from '../model/status-metrics.ts';
import type { Explanation, Line } from './explanation.ts';
import { atMost, line } from './explanation.ts';
import type { Project } from './facts.ts';
import { isoDay } from './facts.ts';
import { pathsTo } from './percentile-path.ts';
import { roundPercent } from './progress.ts';
import type { Activity, SimulationModel } from './simulation-model.ts';
import { simulationModel } from './simulation-model.ts';
import { ENOUGH, USABLE } from './spread.ts';
import { isContradictory, rangeOf } from './three-point.ts';
import type { Watched } from './watch.ts';
import { days, percent } from './wording.ts';

const LISTED = 50;
const round = (value: number): number => Math.round(value * 100) / 100;
/** One decimal: a mean of days promises no more. */
const tenth = (value: number): number => roundPercent(value) + 0;

function result(forecast: Forecast, { hazards }: SimulationModel, { schedule }: Project): Line[] {
  const { p50, p85, p95, risk_adjusted: risky, runs, seed, reason } = forecast;
  const projected = isoDay(schedule.projectedFinish);
  if (p85 === null) return [line('none', `There is no forecast: ${reason}.`, { reason })];
  const adjusted =
    hazards.length === 0
      ? 'No open risk has a probability and a delay, so no risk adds to that.'
      : `With the risks below it is ${risky.p50}, ${risky.p85} and ${risky.p95}.`;
  const lines = [
    line('quantiles', `Half of ${runs} runs end by ${p50}, 85% by ${p85} and 95% by ${p95}.`, {
      p50,
      p85,
      p95,
      runs,
    }),
    line('risk_adjusted', adjusted, { ...risky }),
    line('projected', `The projection, where everything takes as long as is most likely, ends on ${projected}.`, {
      projected_finish: projected,
    }),
    line('seed', `The runs repeat exactly: every milestone and risk has random numbers of its own (seed ${seed}).`, {
      seed,
    }),
  ];
  return reason === null
    ? lines
    : [...lines, line('reason', `${reason}.`, { enough_history: forecast.enough_history })];
}

function source({ spread, facts }: Activity, experiences: number, { calendar }: Project): string {
  if (spread.points) {
    const [low, likely, high] = spread.points;
    return spread.width === 0
      ? `a three-point estimate without a spread (${days(likely)})`
      : `beta-PERT from its own estimate: optimistic ${low}, most likely ${likely}, pessimistic ${days(high)}`;
  }
  if (spread.source === 'history') return `${days(facts.duration)} times one of ${experiences} ratios of the history`;
  const estimate = isContradictory(rangeOf(facts.milestone, calendar))
    ? 'its three-point estimate contradicts itself and there is too little history'
    : 'there is no three-point estimate and too little history';
  return `taken as certain: ${days(facts.duration)}, for ${estimate}`;
}

function inputs({ activities, experience }: SimulationModel, project: Project): Line[] {
  const lines = activities.map((activity) => {
    const { facts, spread, projected } = activity;
    const { id } = facts.milestone;
    const left = `${percent(facts.progress)} done, ${days(projected)} of ${facts.duration} left`;
    return line(
      'input',
      `${id}: ${left}; ${source(activity, experience.length, project)}`,
      { progress: roundPercent(facts.progress), remaining_days: projected, spread: spread.source },
      id,
    );
  });
  return atMost(LISTED, lines, 'milestones');
}

function history({ experience }: SimulationModel): Line[] {
  const use =
    experience.length < USABLE
      ? `fewer than ${USABLE} are not used`
      : experience.length < ENOUGH
        ? `they are used, but ${ENOUGH} would be enough`
        : 'each is equally likely';
  const head = line(
    'history',
    `${experience.length} completed milestones say when they really started and ended; ${use}.`,
    { history: experience.length, usable: USABLE, enough: ENOUGH },
  );
  const each = experience.map(({ id, actual, planned, ratio }) =>
    line(
      'ratio',
      `${id} took ${days(actual)} instead of ${planned}: ratio ${round(ratio)}`,
      { actual_days: actual, planned_days: planned, ratio: round(ratio) },
      id,
    ),
  );
  return [head, ...atMost(LISTED, each, 'ratios')];
}

function risks({ hazards, activities }: SimulationModel): Line[] {
  const counted = hazards.map(({ node, id, description, probability, delay }) => {
    const milestone = activities[node]?.facts.milestone.id ?? null;
    const text = id === description ? id : `${id} (${description})`;
    const chance = percent(probability * 100);
    return line(
      'risk',
      `${milestone}: ${text} costs ${days(delay)} with a probability of ${chance}`,
      {
        risk: id,
        probability,
        delay_days: delay,
      },
      milestone,
    );
  });
  const open = activities.flatMap((a) => a.facts.milestone.risks.filter((risk) => risk.status === 'open'));
  const left = open.length - hazards.length;
  const note = `${left} open ${left === 1 ? 'risk has' : 'risks have'} no probability or no delay and cannot be simulated.`;
  return [...atMost(LISTED, counted, 'risks'), ...(left > 0 ? [line('risks_left_out', note, { count: left })] : [])];
}

/** Why 85% of the runs end by that day and not sooner: what took longer in the runs that end on it, where it mattered. */
function reasons(model: SimulationModel, forecast: Forecast, { calendar, schedule }: Project): Line[] {
  const day = forecast.p85 === null ? undefined : parseDay(forecast.p85, 'UTC');
  if (day === undefined || schedule.projectedFinish === null) return [];
  const beyond = calendar.workingDaysBetween(schedule.projectedFinish, day);
  const { count, on } = pathsTo(model, forecast.runs, calendar.toIndex(day));
  const share = roundPercent((count / forecast.runs) * 100);
  const apart = beyond === 0 ? 'the same day as' : `${days(Math.abs(beyond))} ${beyond > 0 ? 'after' : 'before'}`;
  const head = line(
    'p85',
    `${forecast.p85} is ${apart} the projection. ${count} runs (${percent(share)}) end on that very day. In these, on average:`,
    { p85: forecast.p85, beyond_projection_days: beyond, runs_on_day: count },
  );
  const each = on
    .filter((node) => node.critical >= 0.05)
    .map(({ node, length, critical, extra }) => {
      const { facts, projected } = model.activities[node] as Activity;
      const { id } = facts.milestone;
      const moved =
        Math.abs(tenth(extra)) < 0.1
          ? 'which moves the end by nothing'
          : `which moves the end by ${extra > 0 ? '+' : '−'}${Math.abs(tenth(extra))} working days`;
      return line(
        'driver',
        `${id} needs another ${tenth(length)} working days (projection: ${projected}) and is critical in ${percent(critical * 100)} of them, ${moved}`,
        {
          mean_days: round(length),
          projected_days: projected,
          critical_percent: roundPercent(critical * 100),
          moves_end_days: round(extra),
        },
        id,
      );
    });
  return [head, ...atMost(20, each, 'milestones')];
}

function drivers({ drivers: found }: Forecast): Line[] {
  return found.map(({ id, correlation, variance_share }) =>
    line(
      'correlation',
      `${id}: correlation ${correlation} between what it takes and when the project ends, ${percent(variance_share)} of the variance`,
      { correlation, variance_share },
      id,
    ),
  );
}

/** Where the forecast's dates come from: what went in, which history, and why P85 is that date. */
export function explainForecast(project: Watched): Explanation {
  const forecast = project.forecast();
  const model = simulationModel(project);
  const sections = [
    { title: 'Result', lines: result(forecast, model, project) },
    { title: `Why P85 is ${forecast.p85 ?? 'unknown'}`, lines: reasons(model, forecast, project) },
    { title: 'What drives the end', lines: drivers(forecast) },
    { title: 'Inputs', lines: inputs(model, project) },
    { title: 'History', lines: history(model) },
    { title: 'Risks', lines: risks(model) },
  ];
  return { what: 'forecast', title: 'The forecast', sections: sections.filter(({ lines }) => lines.length > 0) };
}
