import { type ApprovalDecision, leftOf } from '../model/approval.ts';
import type { Config } from '../model/config.ts';
import { isTeam, namesBehind } from '../model/groups.ts';

/** Members of the teams that a policy names, lower-case logins; null for a team whose members the token may not read. */
export type Teams = ReadonlyMap<string, ReadonlySet<string> | null>;

/** How far the approvals of one rule are. */
export interface Tally {
  readonly rule: string;
  readonly received: number;
  readonly needed: number;
  /** Names that still have to approve. */
  readonly missing: readonly string[];
}

/** Every `@org/team` that the decisions or the groups behind them name. */
export function teamsNamed(decisions: readonly ApprovalDecision[], config: Config): string[] {
  const asked = decisions.flatMap((d) => [...d.any, ...d.all]);
  return [...new Set(asked.flatMap((name) => namesBehind(name, config.groups)).filter(isTeam))];
}

/** True if the login stands behind a name: a group of the policy, a team, or the login itself. */
function standsFor(login: string, name: string, config: Config, teams: Teams): boolean {
  const wanted = login.toLowerCase();
  return namesBehind(name, config.groups).some((each) =>
    isTeam(each) ? teams.get(each)?.has(wanted) === true : each.replace(/^@/, '').toLowerCase() === wanted,
  );
}

/** True if the login may approve for this rule. */
export function mayApprove(login: string, decision: ApprovalDecision, config: Config, teams: Teams): boolean {
  return [...decision.any, ...decision.all].some((name) => standsFor(login, name, config, teams));
}

/** What one person's approval comes to: for each rule that asks them, the names among those asked that they stand for. */
export function givenBy(
  login: string,
  decisions: readonly ApprovalDecision[],
  config: Config,
  teams: Teams,
): ApprovalDecision[] {
  return decisions.flatMap(({ rule, kinds, any, all }): ApprovalDecision[] => {
    const mine = (names: readonly string[]): string[] => names.filter((name) => standsFor(login, name, config, teams));
    const own = { any: mine(any), all: mine(all) };
    if (own.any.length + own.all.length === 0) return [];
    const nothing = { reason: '', count: 1, selfApproval: false, answerBy: null, expires: null };
    return [{ rule, outcome: 'given', kinds, ...own, ...nothing }];
  });
}

/** What the approvers' logins amount to for one rule. */
export function tallyOf(decision: ApprovalDecision, approvers: readonly string[], config: Config, teams: Teams): Tally {
  const logins = [...new Set(approvers.map((login) => login.toLowerCase()))];
  const some = logins.filter((login) => decision.any.some((name) => standsFor(login, name, config, teams)));
  const given = decision.all.filter((name) => logins.some((login) => standsFor(login, name, config, teams)));
  const wanted = decision.any.length > 0 ? decision.count : 0;
  const received = Math.min(some.length, wanted);
  return {
    rule: decision.rule,
    received: received + given.length,
    needed: wanted + decision.all.length,
    missing: [
      ...decision.all.filter((name) => !given.includes(name)),
      ...(received < wanted ? leftOf(decision.any, new Set(some)) : []),
    ],
  };
}
