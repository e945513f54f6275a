import type { EarnedValue, Evm } from '../model/status-earned-value.ts';
import type { Dates } from './dates.ts';
import type { Facts, Project } from './facts.ts';
import { actualHours, estimatedHours } from './history.ts';
import { rounded } from './measure.ts';

/** One milestone's part: its budget, and what it has cost so far; `cost` is null where that is not recorded. */
interface Account {
  readonly facts: Facts;
  readonly budget: number;
  readonly cost: number | null;
}

/**
 * From when to when a milestone was to last. Where neither it nor the project states a start, the plan counts from another
 * milestone's start or from today, and would move on with every day: then what began earlier was to start when it did.
 */
function plannedDates({ milestone, duration }: Facts, planned: Dates, { calendar, config }: Project): Dates {
  const { estimated_start, actual_start } = milestone.timeline;
  const stated = calendar.dayOf(estimated_start) ?? calendar.dayOf(config.project.start);
  const begun = calendar.dayOf(actual_start);
  if (stated !== null || begun === null || begun >= planned.start) return planned;
  return { start: begun, finish: calendar.toDay(calendar.toIndex(begun) + Math.max(1, duration) - 1) };
}

/**
 * The share (0–1) of the working days that should be over by now: of those from the planned start to the baseline (else the
 * planned finish), the ones before today. Today does not count, as its work is still to be done.
 */
export function plannedShare(facts: Facts, project: Project): number {
  const { slot, baseline } = facts;
  const { calendar, today } = project;
  if (slot === null) return 0;
  const planned = plannedDates(facts, slot.planned, project);
  const finish = baseline ?? planned.finish;
  const start = Math.min(planned.start, finish);
  const all = calendar.countWorkingDays(start, finish);
  if (all === 0) return finish < today ? 1 : 0;
  return Math.min(1, calendar.countWorkingDays(start, today - 1) / all);
}

/** What is completed has earned its whole budget, whatever its tasks still say. */
function earned({ budget, facts }: Account): number {
  return facts.milestone.status === 'completed' ? budget : (budget * facts.progress) / 100;
}

/**
 * Earned value after the PMI "Practice Standard for Earned Value Management": PV = Σ budget × planned share, EV = Σ budget ×
 * progress (all of it where completed), AC = Σ actual cost, BAC = Σ budget; SV = EV − PV, CV = EV − AC, SPI = EV / PV,
 * CPI = EV / AC, EAC = BAC / CPI (what remains costs what the work so far has cost), ETC = EAC − AC, VAC = BAC − EAC.
 *
 * AC and what follows from it are null while any milestone with progress does not record its cost: the sum would be too low.
 */
function earnedValue(accounts: readonly Account[], leftOut: readonly string[], project: Project): EarnedValue {
  const sum = (part: (account: Account) => number): number => accounts.reduce((total, a) => total + part(a), 0);
  const bac = sum((a) => a.budget);
  const pv = sum((a) => a.budget * plannedShare(a.facts, project));
  const ev = sum(earned);
  const silent = accounts.filter((a) => a.cost === null && earned(a) > 0).map((a) => a.facts.milestone.id);
  const ac = silent.length > 0 ? null : sum((a) => a.cost ?? 0);
  const cpi = ac === null || ac === 0 ? null : ev / ac;
  const eac = cpi === null || cpi === 0 ? null : bac / cpi;

  const named =
    silent.length > 5 ? `${silent.slice(0, 5).join(', ')} and ${silent.length - 5} more` : silent.join(', ');
  const noAc = `no actual cost is recorded for ${named}`;
  const noCpi = ac === null ? noAc : 'nothing has been spent yet';
  const noEac = cpi === null ? noCpi : 'nothing has been earned yet';
  const money = (value: number | null): number | null => (value === null ? null : rounded(value, 2));
  const index = (value: number | null): number | null => (value === null ? null : rounded(value, 3));
  return {
    pv: rounded(pv, 2),
    ev: rounded(ev, 2),
    ac: money(ac),
    bac: rounded(bac, 2),
    sv: rounded(ev - pv, 2),
    cv: ac === null ? null : rounded(ev - ac, 2),
    spi: pv === 0 ? null : index(ev / pv),
    cpi: index(cpi),
    eac: money(eac),
    etc: eac === null || ac === null ? null : rounded(eac - ac, 2),
    vac: eac === null ? null : rounded(bac - eac, 2),
    milestones: accounts.length,
    left_out: [...leftOut],
    reasons: {
      ...(ac === null && { ac: noAc, cv: noAc }),
      ...(pv === 0 && { spi: 'nothing was planned to be done yet' }),
      ...(cpi === null && { cpi: noCpi }),
      ...(eac === null && { eac: noEac, etc: noEac, vac: noEac }),
    },
  };
}

function accountsOf(facts: readonly Facts[], budget: (f: Facts) => number | null, cost: (f: Facts) => number | null) {
  const accounts: Account[] = [];
  const leftOut: string[] = [];
  for (const each of facts) {
    const planned = budget(each);
    if (planned === null || planned === 0) leftOut.push(each.milestone.id);
    else accounts.push({ facts: each, budget: planned, cost: cost(each) });
  }
  return { accounts, leftOut };
}

/** Earned value in hours (estimated and actual) and in money (`budget`); milestones that are cancelled or in a cycle take no part. */
export function evmOf(project: Project): Evm {
  const { currency } = project.config;
  const live = project.facts.filter((f) => f.slot !== null);
  const hours = accountsOf(live, estimatedHours, actualHours);
  // Sums over several currencies mean nothing; rates of exchange are not ours to make up.
  const own = ({ milestone }: Facts) =>
    (milestone.budget?.currency ?? currency) === currency ? milestone.budget : null;
  const money = accountsOf(
    live,
    (f) => own(f)?.planned ?? null,
    (f) => own(f)?.actual ?? null,
  );
  return {
    hours: hours.accounts.length === 0 ? null : earnedValue(hours.accounts, hours.leftOut, project),
    money: money.accounts.length === 0 ? null : { ...earnedValue(money.accounts, money.leftOut, project), currency },
    reasons: {
      ...(hours.accounts.length === 0 && { hours: 'no scheduled milestone has estimated hours' }),
      ...(money.accounts.length === 0 && { money: `no scheduled milestone has a budget in ${currency}` }),
    },
  };
}
