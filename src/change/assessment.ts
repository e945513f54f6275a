import { riskOf } from '../analysis/risk.ts';
import { type ApprovalDecision, approversText } from '../model/approval.ts';
import { edgesOf } from '../model/graph.ts';
import type { Impact } from '../model/plan.ts';
import type { ReportLine } from '../model/plan-report.ts';
import type { CostChange } from './cost.ts';
import { arrow, counted, list, money, signed, signedDays } from './figures.ts';
import { daysMoved } from './impact.ts';
import { escalationsOf } from './priorities.ts';
import { scopeEstimate } from './scope-cost.ts';
import { milestoneOf, rowOf, type Sides, touches } from './sides.ts';
import { staffingOf } from './staffing.ts';

const line = (text: string): ReportLine => ({ mark: null, text });

function forecastText({ calendar, before, after }: Sides): string | null {
  const [was, now] = [before.status.forecast?.p85 ?? null, after.status.forecast?.p85 ?? null];
  if (was === null || now === null) return null;
  if (was === now) return `P85 of the forecast stays ${now}`;
  return `P85 of the forecast ${arrow(was, now)} (${signedDays(daysMoved(calendar, was, now))})`;
}

function timeline(sides: Sides, impact: Impact): ReportLine {
  const dues = impact.milestones.filter((m) => m.due !== undefined);
  const moved = impact.milestones.filter((m) => m.finishDays !== undefined && m.finishDays !== 0);
  const due = dues.slice(0, 5).map(({ id, due: dates }) => {
    const by = daysMoved(sides.calendar, dates?.before ?? null, dates?.after ?? null);
    return `${id} is due ${arrow(dates?.before, dates?.after)}${dates?.before && dates.after ? ` (${signedDays(by)})` : ''}`;
  });
  const finishes =
    moved.length === 0
      ? 'no projected finish moves'
      : `${counted(moved.length, 'projected finish', 'projected finishes')} move${moved.length === 1 ? 's' : ''}, the furthest by ${signedDays(
          moved.reduce((most, m) => (Math.abs(m.finishDays ?? 0) > Math.abs(most) ? (m.finishDays ?? 0) : most), 0),
        )}`;
  const silent = sides.edited.some((id) => touches(sides, id, 'description') && !touches(sides, id, 'timeline'));
  const parts = [
    ...due,
    dues.length > 5 ? `${dues.length - 5} more due dates move` : '',
    finishes,
    forecastText(sides) ?? '',
    silent ? scopeEstimate(sides.before.state.journal, sides.calendar) : '',
  ];
  return line(`Timeline: ${parts.filter((part) => part !== '').join('; ')}`);
}

function resources(sides: Sides, cost: CostChange): ReportLine | null {
  const { currency } = sides.before.state.config;
  const staffing = staffingOf(sides);
  const fte = staffing.map(({ milestone, name, before, after }) => `${signed(after - before)} ${name} on ${milestone}`);
  const hours = sides.edited.flatMap((id) => {
    const was = milestoneOf(sides.before, id)?.timeline.estimated_hours ?? null;
    const now = milestoneOf(sides.after, id)?.timeline.estimated_hours ?? null;
    return was === now
      ? []
      : [
          `${id} ${was === null ? 'no hours' : was} → ${now ?? 'no'} hours${was !== null && now !== null ? ` (${signed(now - was)})` : ''}`,
        ];
  });
  if (fte.length + hours.length === 0) return null;
  const price =
    cost.amount === null
      ? `cost: no data, for no rate is written down for ${list(cost.unknown)}`
      : `cost ${money(cost.amount, currency)} at the team's rates`;
  return line(`Resources: ${[...fte.slice(0, 10), ...hours.slice(0, 10), price].join('; ')}`);
}

function dependencies({ before, after, edited }: Sides): ReportLine {
  const key = (edge: { from: string; to: string }): string => `${edge.to} waits for ${edge.from}`;
  const keyed = ({ state }: Sides['before']) => new Map(edgesOf(state.milestones).map((edge) => [key(edge), edge]));
  const [was, is] = [keyed(before), keyed(after)];
  const added = [...is.keys()].filter((edge) => !was.has(edge));
  const gone = [...was.keys()].filter((edge) => !is.has(edge));
  const now = [...is.values()];
  const lags = now.filter((edge) => {
    const lag = was.get(key(edge))?.lag;
    return lag !== undefined && (lag.amount !== edge.lag.amount || lag.unit !== edge.lag.unit);
  });
  const parts = [
    ...added.slice(0, 10).map((edge) => `${edge} from now on`),
    ...gone.slice(0, 10).map((edge) => `no longer: ${edge}`),
    ...lags.slice(0, 10).map((edge) => `${key(edge)} with another lag`),
  ];
  if (parts.length > 0) return line(`Dependencies: ${parts.join('; ')}`);
  const waiting = [...new Set(now.filter((edge) => edited.includes(edge.from)).map((edge) => edge.to))];
  return line(
    `Dependencies: none change; ${waiting.length === 0 ? 'nothing waits' : `${list(waiting)} wait${waiting.length === 1 ? 's' : ''}`} for what is edited`,
  );
}

function risk({ before, after }: Sides, impact: Impact): ReportLine {
  const [was, now] = [riskOf(before.project, null).value, riskOf(after.project, null).value];
  const exposure =
    was === null && now === null
      ? 'exposure: no data, for no open risk has a probability and a delay'
      : was === now
        ? `exposure stays ${now} working days`
        : `exposure ${was ?? 'no data'} → ${now ?? 'no data'} working days`;
  const turned = impact.milestones.flatMap((m) =>
    m.health && ['late', 'at_risk', 'blocked'].includes(m.health.after)
      ? [`${m.id} turns ${m.health.after.replace('_', ' ')}`]
      : [],
  );
  const better = impact.milestones.flatMap((m) =>
    m.health && ['on_track', 'done'].includes(m.health.after)
      ? [`${m.id} turns ${m.health.after.replace('_', ' ')}`]
      : [],
  );
  const noted = [...turned, ...better];
  return line(
    `Risk: ${[exposure, ...noted.slice(0, 6), ...(noted.length > 6 ? [`${noted.length - 6} more change`] : [])].join('; ')}`,
  );
}

function stakeholders(sides: Sides, impact: Impact, approvals: readonly ApprovalDecision[]): ReportLine | null {
  const needed = approvals.filter((a) => a.outcome === 'required');
  const owners = new Map<string, string[]>();
  for (const m of impact.milestones) {
    const who = rowOf(sides.after, m.id)?.owner;
    if (who && (m.edited || m.finishDays)) owners.set(who, [...(owners.get(who) ?? []), m.id]);
  }
  const parts = [
    ...needed.map((a) => `${approversText(a)} to approve (${a.rule})`),
    ...escalationsOf(sides),
    owners.size > 0 ? `concerns ${list([...owners].map(([who, ids]) => `${who} (${list(ids)})`))}` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? null : line(`Stakeholders: ${parts.join('; ')}`);
}

/** What a change means for timeline, resources, dependencies, risk and stakeholders, a line each. */
export function assessmentOf(
  sides: Sides,
  impact: Impact,
  approvals: readonly ApprovalDecision[],
  cost: CostChange,
): ReportLine[] {
  return [
    timeline(sides, impact),
    resources(sides, cost),
    dependencies(sides),
    risk(sides, impact),
    stakeholders(sides, impact, approvals),
  ].filter((each) => each !== null);
}
