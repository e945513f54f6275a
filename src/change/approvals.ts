import { type Calendar, calendarOf } from '../analysis/calendar.ts';
import type { ApprovalDecision, SignOffKind } from '../model/approval.ts';
import type { Config } from '../model/config.ts';
import { type Day, formatDay, parseDay } from '../model/day.ts';
import { idKey } from '../model/id.ts';
import { SIGN_OFF_KINDS } from '../model/milestone-file.ts';
import { parseSpan, spanDays } from '../model/span.ts';
import { type ChangeFacts, factOf, factText, kindOfFact } from './approval-facts.ts';
import { type AuthorityFinding, authorityFindings } from './authority.ts';
import { sameValue } from './hash.ts';

type Rule = Config['approvals'][number];
type Condition = NonNullable<NonNullable<Rule['when']>[string]>;

function holds(condition: Condition, fact: unknown): boolean {
  // A condition on something this version cannot measure counts as met: better to ask once too often than to let it pass.
  if (fact === undefined) return true;
  if (typeof fact === 'number') {
    if (typeof condition === 'number') return fact === condition;
    if (typeof condition !== 'object' || Array.isArray(condition)) return true;
    const { gt, gte, lt, lte } = condition;
    return (
      (gt == null || fact > gt) &&
      (gte == null || fact >= gte) &&
      (lt == null || fact < lt) &&
      (lte == null || fact <= lte)
    );
  }
  if (typeof fact === 'boolean') return typeof condition === 'boolean' ? fact === condition : true;
  // A limit on words: nobody can tell whether it is passed.
  if (typeof condition === 'object' && !Array.isArray(condition)) return true;
  const wanted = Array.isArray(condition) ? condition : [String(condition)];
  // Ids and labels that differ in case only are the same.
  return (fact as readonly string[]).some((value) => wanted.some((each) => idKey(each) === idKey(value)));
}

/** Whom a rule asks: a bare list means any one of them. */
function askedOf(from: Rule['from']): Pick<ApprovalDecision, 'any' | 'count' | 'all'> {
  if (Array.isArray(from)) return { any: from, count: 1, all: [] };
  return { any: from.any ?? [], count: from.count ?? 1, all: from.all ?? [] };
}

/** Whom the policy asks under this name; of several rules that share it, the one that asks as `like` does. Null if it has none. */
export function peopleOf({ approvals, authority }: Config, like: ApprovalDecision): People | null {
  const rules = approvals.map((rule) => ({
    rule: rule.name,
    people: { ...askedOf(rule.from), selfApproval: rule.self_approval ?? false },
  }));
  const beyond =
    authority.beyond == null ? [] : [{ rule: BEYOND, people: { ...askedOf(authority.beyond), selfApproval: false } }];
  const named = [...rules, ...beyond].filter(({ rule }) => rule === like.rule).map(({ people }) => people);
  return named.find((people) => samePeople(people, like)) ?? named[0] ?? null;
}

/** Who has to approve, and whether that may be the person who asked. */
type People = Pick<ApprovalDecision, 'any' | 'count' | 'all' | 'selfApproval'>;

/** True if both ask the same of the same people. */
export function samePeople(a: People, b: People): boolean {
  const key = ({ any, count, all, selfApproval }: People): unknown => [
    any,
    any.length > 0 ? count : 0,
    all,
    selfApproval,
  ];
  return sameValue(key(a), key(b));
}

const BEYOND = 'Beyond authority';

function conditionsOf({ when }: Rule): [name: string, condition: Condition][] {
  return Object.entries(when ?? {}).flatMap(([name, condition]) =>
    condition === undefined ? [] : [[name, condition]],
  );
}

function conditionText(rule: Rule): string {
  return conditionsOf(rule)
    .map(([name, condition]) => {
      if (typeof condition !== 'object' || Array.isArray(condition)) return `${name} ${String(condition)}`;
      const signs = { gt: '>', gte: '≥', lt: '<', lte: '≤' } as const;
      const parts = Object.entries(signs).flatMap(([key, sign]) => {
        const value = condition[key];
        return value == null ? [] : [`${name} ${sign} ${String(value)}`];
      });
      return parts.join(' and ');
    })
    .join(', ');
}

/** Why a rule asks, with the figures; a condition that counts as met because nobody can tell is named as such. */
function reasonOf(rule: Rule, facts: ChangeFacts, currency: string): string {
  const names = conditionsOf(rule).map(([name]) => name);
  if (names.length === 0) return 'applies to every change';
  const figures = names.map((name) => factText(name, facts, currency) ?? `${name}: no data, so it asks`);
  return `${figures.join(', ')} (rule: ${conditionText(rule)})`;
}

/** The kinds of sign-off that a rule's own words name: its `kind`, else what its conditions are about. */
function namedKinds(rule: Rule): SignOffKind[] {
  const given = rule.kind == null ? [] : [rule.kind].flat();
  const asked = given.length > 0 ? [] : conditionsOf(rule);
  const found = new Set<string>([
    ...given,
    ...asked
      .flatMap(([name, condition]) => kindOfFact(name) ?? (name === 'kind' ? [condition].flat() : []))
      .map(String),
  ]);
  return SIGN_OFF_KINDS.filter((each) => found.has(each));
}

/** The last day of a span of working days that begins today, as an ISO day. */
function dayAfter(span: string | null | undefined, today: Day, calendar: Calendar): string | null {
  const parsed = span ? parseSpan(span) : undefined;
  return parsed ? formatDay(calendar.shiftWorkingDays(today, spanDays(parsed, calendar.daysPerWeek))) : null;
}

const NOBODY = { any: [], count: 1, all: [], selfApproval: false, answerBy: null, expires: null };
const TITLES: Readonly<Record<SignOffKind, string>> = {
  technical: 'Technical change',
  resource: 'Resource change',
  timeline: 'Timeline change',
  scope: 'Scope change',
};

function automatic(rule: string, reason: string, kinds: readonly SignOffKind[]): ApprovalDecision {
  return { rule, outcome: 'automatic', kinds, reason, ...NOBODY };
}

/** Why nobody is asked about a kind of change: what the rules that look at it would ask at, or that none does. */
function unaskedBy(rules: readonly Rule[], kind: SignOffKind, facts: ChangeFacts, currency: string): string {
  const looking = rules.filter((rule) => {
    const kinds = namedKinds(rule);
    return kinds.length === 0 || kinds.includes(kind);
  });
  const texts = looking.map((rule) => {
    const figures = conditionsOf(rule).flatMap(([name]) => factText(name, facts, currency) ?? []);
    return `${figures.length > 0 ? `${figures.join(', ')}; ` : ''}${rule.name} does not ask (rule: ${conditionText(rule)})`;
  });
  return texts.length === 0 ? 'no rule asks about it' : texts.join('; ');
}

/**
 * What the policy says of a change: one decision per rule that asks, one for what lies beyond `authority` where that names
 * whom to ask, and for every kind of change that nobody is asked about an `automatic` one, which names the limit or rule that
 * allows it. Conditions of one rule must all hold; a rule without conditions always applies. `now` is an ISO instant.
 */
export function approvalsFor(config: Config, facts: ChangeFacts, now: string): ApprovalDecision[] {
  const { approvals: rules, authority, currency } = config;
  const calendar = calendarOf(config.calendar);
  const today = parseDay(now, config.calendar.timezone) ?? 0;
  const asking = rules.filter((rule) =>
    conditionsOf(rule).every(([name, condition]) => holds(condition, factOf(facts, name))),
  );
  const kindsOf = (name: string): SignOffKind[] => facts.kind.filter((kind) => kind === kindOfFact(name));
  const required = asking.map((rule): ApprovalDecision => {
    const kinds = namedKinds(rule);
    return {
      rule: rule.name,
      outcome: 'required',
      kinds: kinds.length > 0 ? kinds : facts.kind,
      reason: reasonOf(rule, facts, currency),
      ...askedOf(rule.from),
      selfApproval: rule.self_approval ?? false,
      answerBy: dayAfter(rule.answer_within, today, calendar),
      expires: dayAfter(rule.expires, today, calendar),
    };
  });
  const findings = authorityFindings(config, facts);
  const asked = (name: string): boolean =>
    asking.some(({ when }) => Object.keys(when ?? {}).length === 0 || Object.hasOwn(when ?? {}, name));
  const beyond = findings.filter((finding) => !finding.within && !asked(finding.name));
  if (beyond.length > 0 && authority.beyond != null) {
    const kinds = [...new Set(beyond.flatMap(({ name }) => kindOfFact(name) ?? []))];
    const reason = beyond.map(({ text }) => text).join('; ');
    required.push({
      ...{ rule: BEYOND, outcome: 'required', kinds, reason },
      ...NOBODY,
      ...askedOf(authority.beyond),
    });
  }
  const limits = findings.filter(({ within, name }) => within || (authority.beyond == null && !asked(name)));
  const listed = limits.map((finding) => automatic(titleOf(finding), textOf(finding), kindsOf(finding.name)));
  const covered = new Set([...required, ...listed].flatMap(({ kinds }) => kinds));
  const rest = facts.kind.filter((kind) => !covered.has(kind));
  if (rules.length === 0 && required.length + listed.length === 0) {
    return [automatic('No approval needed', 'config.yaml has no approval rules', facts.kind)];
  }
  return [
    ...required,
    ...listed,
    ...rest.map((kind) => automatic(TITLES[kind], unaskedBy(rules, kind, facts, currency), [kind])),
  ];
}

const LIMIT_TITLES: Readonly<Record<AuthorityFinding['name'], string>> = {
  scope: 'Scope',
  timeline_days: 'Due date',
  finish_days: "Project's finish",
  p85_days: 'Forecast',
  budget: 'Budget',
  fte: 'People',
  effort_hours: 'Effort',
  dependencies: 'Dependencies',
  critical_path: 'Critical path',
};
const titleOf = ({ name, within }: AuthorityFinding): string =>
  `${LIMIT_TITLES[name]} ${within ? 'within' : 'beyond'} authority`;
const textOf = ({ text, within }: AuthorityFinding): string => (within ? text : `${text}; no rule asks about it`);
