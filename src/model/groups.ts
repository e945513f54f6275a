/** Names of people in the policy: groups (which may name further groups), teams as `@org/team`, and logins. */
type Groups = Readonly<Record<string, readonly string[]>>;

/** True for a team of an organisation, whose members GitHub knows and the policy does not. */
export function isTeam(name: string): boolean {
  return /^@[^/]+\/.+$/.test(name);
}

/** The teams and logins behind a name: itself, or those of the group that it is and of the groups in that one, at any depth. */
export function namesBehind(name: string, groups: Groups, seen: Set<string> = new Set()): string[] {
  if (seen.has(name)) return [];
  seen.add(name);
  return Object.hasOwn(groups, name) ? (groups[name] ?? []).flatMap((each) => namesBehind(each, groups, seen)) : [name];
}
