import type { Config } from '../model/config.ts';
import { type ChangeFacts, factText } from './approval-facts.ts';
import { counted, money } from './figures.ts';

/** The limits that `authority` may set, in the order in which replies name them. */
const LIMITS = [
  'scope',
  'timeline_days',
  'finish_days',
  'p85_days',
  'budget',
  'fte',
  'effort_hours',
  'dependencies',
  'critical_path',
] as const;

/** One limit of the policy's `authority` that a change comes up against. */
export interface AuthorityFinding {
  readonly name: (typeof LIMITS)[number];
  readonly within: boolean;
  /** `due date +1 working day, within the authority limit of 2 working days`. */
  readonly text: string;
}

function limitText(name: string, limit: number, currency: string): string {
  if (name.endsWith('_days')) return counted(limit, 'working day');
  if (name === 'budget') return money(limit, currency).replace(/^\+/, '');
  return name === 'fte' ? `${limit} FTE` : counted(limit, 'hour');
}

/**
 * What a change is measured against: a limit for each fact that the policy names and the change touches. A limit is on more
 * (later, dearer, more people); less is within it. A figure that nobody can tell counts as beyond.
 */
export function authorityFindings({ authority, currency }: Config, facts: ChangeFacts): AuthorityFinding[] {
  return LIMITS.flatMap((name): AuthorityFinding[] => {
    const [limit, fact] = [authority[name], facts[name]];
    if (limit == null || fact === 0 || fact === false) return [];
    if (typeof limit === 'boolean') {
      if (fact === undefined)
        return limit ? [] : [{ name, within: false, text: `${name}: no data, so it counts as beyond authority` }];
      const text = `${factText(name, facts, currency)}, ${limit ? 'as authority allows' : 'beyond authority'} (${name}: ${limit})`;
      return [{ name, within: limit, text }];
    }
    const bound = `the authority limit of ${limitText(name, limit, currency)}`;
    if (fact === undefined) return [{ name, within: false, text: `${name}: no data, so it counts as beyond ${bound}` }];
    // A share such as 0.30000000000000004 is a hair more in binary.
    const within = Number(fact) <= limit + 1e-9;
    return [{ name, within, text: `${factText(name, facts, currency)}, ${within ? 'within' : 'beyond'} ${bound}` }];
  });
}
