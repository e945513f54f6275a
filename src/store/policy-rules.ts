import type { Config } from '../model/config.ts';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { isTeam, namesBehind } from '../model/groups.ts';
import { idKey } from '../model/id.ts';
import { MILESTONE_STATUSES, PRIORITIES, SIGN_OFF_KINDS } from '../model/milestone-file.ts';
import { nearest } from '../model/nearest.ts';
import { placeIn, type ReadFile } from './validate.ts';
import type { Path } from './yaml/place.ts';

type Rule = Config['approvals'][number];
interface Finding {
  readonly path: Path;
  readonly message: string;
  readonly hint: string;
}

/** Findings that are told; whoever mends these sees the rest. */
const MAX_FINDINGS = 100;

/** Words that a condition can be about, where the policy itself does not choose them. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  priority: PRIORITIES,
  status: MILESTONE_STATUSES,
  kind: SIGN_OFF_KINDS,
};

/** The words of a condition with their places; limits and flags are none. */
function wordsAt(condition: unknown, path: Path): [word: string, path: Path][] {
  if (Array.isArray(condition)) return condition.flatMap((each, i) => wordsAt(each, [...path, i]));
  return typeof condition === 'string' || typeof condition === 'number' ? [[String(condition), path]] : [];
}

function otherWords({ name, when }: Rule, at: Path, ids: readonly string[]): Finding[] {
  return Object.entries(when ?? {}).flatMap(([key, condition]) =>
    wordsAt(condition, [...at, 'when', key]).flatMap(([word, path]): Finding[] => {
      const allowed = key === 'milestone' ? ids : Object.hasOwn(WORDS, key) ? WORDS[key] : undefined;
      if (allowed === undefined || allowed.some((each) => idKey(each) === idKey(word))) return [];
      const near = nearest(word, allowed);
      const meant = near === undefined ? '' : `Did you mean ${near}? `;
      if (key !== 'milestone') {
        const message = `${name} asks about ${key} ${word}, which there is not, so it never asks about that`;
        return [{ path, message, hint: `${meant}Use one of ${allowed.join(', ')}.` }];
      }
      const message = `${name} asks about milestone ${word}, and there is no milestone ${word}`;
      const list = 'List the ids as they are; to ask about several at once, give them a label and ask about that.';
      return [{ path, message, hint: /[*?]/.test(word) ? list : `${meant}Until there is one, it never asks.` }];
    }),
  );
}

/** What is wrong with whom a rule, or `authority`, asks: names that may be misspelled groups, and more approvals than people. */
function askedWrongly(name: string, from: Rule['from'], at: Path, { groups, team }: Config): Finding[] {
  const listed = Array.isArray(from);
  const sides = { any: listed ? from : (from.any ?? []), all: listed ? [] : (from.all ?? []) };
  const count = listed ? 1 : (from.count ?? 1);
  const placeOf = (side: 'any' | 'all', i: number): Path => (listed ? [...at, i] : [...at, side, i]);
  const isMember = (who: string): boolean => team.some(({ login }) => login.toLowerCase() === who.toLowerCase());
  const misspelled = (['any', 'all'] as const).flatMap((side) =>
    sides[side].flatMap((who, i): Finding[] => {
      if (Object.hasOwn(groups, who) || isTeam(who) || isMember(who.replace(/^@/, ''))) return [];
      const meant = nearest(who, Object.keys(groups));
      const message = `${name} asks ${who}, which is no group and no login of the team`;
      const hint = `Did you mean ${meant}? Else name ${who} in \`team\` or in a group.`;
      return meant === undefined ? [] : [{ path: placeOf(side, i), message, hint }];
    }),
  );
  const empty = sides.all.flatMap((who, i): Finding[] => {
    const message = `${name} needs the approval of ${who}, and nobody is in that group`;
    return namesBehind(who, groups).length > 0
      ? []
      : [{ path: placeOf('all', i), message, hint: 'Name somebody in it.' }];
  });
  const behind = sides.any.flatMap((who) => namesBehind(who, groups));
  const people = [...new Set(behind.map((who) => who.replace(/^@/, '').toLowerCase()))];
  const none = sides.any.length + sides.all.length === 0;
  if (behind.some(isTeam) || (sides.any.length === 0 && !none) || people.length >= count)
    return [...misspelled, ...empty];
  const found = people.length === 0 ? 'nobody is' : `only ${people.join(', ')} ${people.length === 1 ? 'is' : 'are'}`;
  const message = `${name} needs ${count} ${count === 1 ? 'approval' : 'approvals'}, and ${found} asked: it can never be met`;
  return [...misspelled, ...empty, { path: at, message, hint: 'Name more people, or ask for fewer approvals.' }];
}

/** Approval rules that can never ask, or that nobody can satisfy. `ids` are the milestones that there are, broken ones included. */
export function checkPolicy(config: Config, ids: readonly string[], reopen: () => ReadFile): Diagnostic[] {
  const { approvals, authority } = config;
  const found = [
    ...approvals.flatMap((rule, i) => [
      ...otherWords(rule, ['approvals', i], ids),
      ...askedWrongly(rule.name, rule.from, ['approvals', i, 'from'], config),
    ]),
    ...(authority.beyond ? askedWrongly('authority', authority.beyond, ['authority', 'beyond'], config) : []),
  ];
  return found
    .slice(0, MAX_FINDINGS)
    .map(({ path, message, hint }) => diagnostic('doubtful-rule', placeIn(reopen(), path), message, hint));
}
