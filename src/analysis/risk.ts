import type { Day } from '../model/day.ts';
import type { Risk } from '../model/milestone.ts';
import { spanDays } from '../model/span.ts';
import type { RiskMetric } from '../model/status-delivery.ts';
import type { Calendar } from './calendar.ts';
import type { Facts, Project } from './facts.ts';
import { isOpen } from './facts.ts';
import type { Measure } from './measure.ts';
import { average, beside, known, rounded, rounding, share, unknown } from './measure.ts';
import { listed } from './wording.ts';

/** Exposure may grow or shrink by this share of the larger one before it counts as a change. */
const BAND = 0.1;

const label = (risk: Risk): string => risk.id ?? risk.description;

/** Probability × delay in working days; null where either is missing. */
function exposure({ probability, delay }: Risk, calendar: Calendar): number | null {
  return probability === null || delay === null ? null : probability * spanDays(delay, calendar.daysPerWeek);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * What the risks known on `day` and not settled by then would have been expected to cost. A risk ends with its milestone.
 * Unknown where no risk says since when it is known, or one that counts today does not: the two days would be compared
 * over different risks.
 */
function exposureOn(day: Day, live: readonly Facts[], calendar: Calendar): Measure {
  const all = live.flatMap((facts) => facts.milestone.risks.map((risk) => ({ facts, risk })));
  const dated = all.filter(({ risk }) => calendar.dayOf(risk.identifiedAt) !== null);
  if (dated.length === 0) return unknown('no risk has an identified_at');
  const timeless = all
    .filter(({ facts, risk }) => isOpen(facts) && risk.status === 'open' && exposure(risk, calendar) !== null)
    .filter(({ risk }) => calendar.dayOf(risk.identifiedAt) === null);
  if (timeless.length > 0) {
    const [is, its] = timeless.length === 1 ? ['is', 'its'] : ['are', 'their'];
    const names = timeless.map(({ risk }) => label(risk));
    return unknown(`${listed(names)} ${is} open, and nobody knows since when (${its} identified_at)`);
  }
  const then = dated.filter(({ facts, risk }) => {
    const known = calendar.dayOf(risk.identifiedAt) ?? day;
    const settled = calendar.dayOf(risk.occurredAt) ?? calendar.dayOf(risk.resolvedAt);
    if (known > day || (settled === null ? risk.status !== 'open' : settled <= day)) return false;
    return isOpen(facts) || (facts.actualEnd !== null && facts.actualEnd > day);
  });
  return known(sum(then.map(({ risk }) => exposure(risk, calendar) ?? 0)), then.length);
}

function trendOf(before: number | null, now: number): RiskMetric['trend'] {
  if (before === null) return null;
  if (Math.abs(now - before) <= BAND * Math.max(now, before) + 1e-9) return 'stable';
  return now < before ? 'improving' : 'worsening';
}

/** Of the risks that occurred: known before, by their dates. */
function identifiedEarly(risks: readonly Risk[], calendar: Calendar): Measure {
  const dated = risks.flatMap((risk) => {
    const seen = calendar.dayOf(risk.identifiedAt);
    const came = calendar.dayOf(risk.occurredAt);
    return seen === null || came === null ? [] : [seen < came];
  });
  return share(dated.filter(Boolean).length, dated.length, 'no risk has both identified_at and occurred_at');
}

/** Mitigated, of those that were mitigated or occurred although a mitigation was planned. Closed ones never came to the test. */
function mitigationSuccess(risks: readonly Risk[]): Measure {
  const tested = risks.filter(
    ({ status, mitigation, occurredAt }) =>
      status === 'mitigated' || ((status === 'occurred' || occurredAt !== null) && mitigation !== null),
  );
  const held = tested.filter((risk) => risk.status === 'mitigated' && risk.occurredAt === null);
  return share(held.length, tested.length, 'no risk was mitigated, and none occurred in spite of a mitigation');
}

/** Working days from identified to resolved. */
function resolutionDays(risks: readonly Risk[], calendar: Calendar): Measure {
  const spans = risks.flatMap((risk) => {
    const from = calendar.dayOf(risk.identifiedAt);
    const to = calendar.dayOf(risk.resolvedAt);
    return from === null || to === null || to < from ? [] : [calendar.workingDaysBetween(from, to)];
  });
  return average(spans, 'no risk has both identified_at and resolved_at');
}

/**
 * Risk exposure in working days: Σ probability × delay of the open risks (Boehm, "Software Risk Management: Principles and
 * Practices", 1991). Its target is the room: what the project can lose without missing its last due date. Green up to the
 * room, amber up to twice as much, else red.
 */
export function riskOf(project: Project, roomDays: number | null): RiskMetric {
  const { facts, calendar, today, config } = project;
  const live = facts.filter((f) => f.milestone.status !== 'cancelled');
  const risks = live.flatMap((f) => f.milestone.risks);
  const none = 'no risk is recorded';
  const open = live.filter(isOpen).flatMap((f) => f.milestone.risks.filter((risk) => risk.status === 'open'));
  const costs = open.map((risk) => exposure(risk, calendar)).filter((cost) => cost !== null);
  const value = risks.length === 0 || (open.length > 0 && costs.length === 0) ? null : sum(costs);
  const reason = risks.length === 0 ? none : 'no open risk has both a probability and a delay';
  const before =
    risks.length === 0 ? unknown(none) : exposureOn(today - 7 * config.targets.windowWeeks, live, calendar);
  const trend = value === null ? null : trendOf(before.value, value);
  const room = roomDays === null ? null : Math.max(0, roomDays);
  const rating = value === null || room === null ? null : value <= room ? 'green' : value <= 2 * room ? 'amber' : 'red';
  const { values, reasons } = beside({
    exposure_before_days: rounding(before),
    identified_early_percent: rounding(identifiedEarly(risks, calendar)),
    mitigation_success_percent: rounding(mitigationSuccess(risks)),
    average_resolution_days: rounding(resolutionDays(risks, calendar)),
    escalation_percent: rounding(share(risks.filter((risk) => risk.escalated).length, risks.length, none)),
  });
  return {
    value: value === null ? null : rounded(value, 1),
    unit: 'working days',
    target: room,
    rating,
    n: costs.length,
    reason: value === null ? reason : null,
    open: open.length,
    high_open: open.filter((risk) => risk.impact === 'high' || risk.impact === 'critical').map(label),
    unquantified: open.filter((risk) => exposure(risk, calendar) === null).map(label),
    ...values,
    trend,
    reasons: {
      ...reasons,
      ...(room === null && { target: 'no milestone has a due date to measure the room by' }),
      ...(rating === null && {
        rating: value === null ? reason : 'no milestone has a due date to measure the room by',
      }),
      ...(trend === null && { trend: value === null ? reason : (reasons.exposure_before_days ?? reason) }),
    },
  };
}
