import type { Config } from '../model/config.ts';
import type { Resource } from '../model/milestone.ts';
import { roleKey } from '../model/resource-change.ts';
import { milestoneOf, type Sides } from './sides.ts';

/** How much of a role or a person a milestone gets more (positive) or less by the change, in full-time equivalents. */
export interface Staffing {
  readonly milestone: string;
  readonly kind: 'role' | 'person';
  /** The role or the login as the file has it. */
  readonly name: string;
  readonly before: number;
  readonly after: number;
}

interface Share {
  readonly kind: Staffing['kind'];
  readonly name: string;
  readonly fte: number;
}

function sharesOf(resources: readonly Resource[]): Map<string, Share> {
  const shares = new Map<string, Share>();
  for (const { role, who, fte, allocation } of resources) {
    const name = who ?? role;
    if (name === null) continue;
    const kind = who === null ? 'role' : 'person';
    const key = kind === 'person' ? `@${name.toLowerCase()}` : roleKey(name);
    const known = shares.get(key);
    shares.set(key, { kind, name, fte: (known?.fte ?? 0) + (fte ?? (allocation ?? 0) / 100) });
  }
  return shares;
}

/** Every role and person whose share of an edited milestone changes. */
export function staffingOf({ before, after, edited }: Sides): Staffing[] {
  return edited.flatMap((id) => {
    const old = sharesOf(milestoneOf(before, id)?.resources ?? []);
    const now = sharesOf(milestoneOf(after, id)?.resources ?? []);
    return [...new Set([...old.keys(), ...now.keys()])].flatMap((key): Staffing[] => {
      const [was, is] = [old.get(key), now.get(key)];
      const share = is ?? was;
      if (!share || Math.abs((was?.fte ?? 0) - (is?.fte ?? 0)) < 1e-9) return [];
      return [{ milestone: id, kind: share.kind, name: share.name, before: was?.fte ?? 0, after: is?.fte ?? 0 }];
    });
  });
}

/** Members of the team who have a skill that is a word of the role's name: they could do it. */
export function membersSkilledIn(role: string, { team }: Config): Config['team'] {
  const words = role.toLowerCase().split(/\s+/);
  return team.filter((member) => member.skills?.some((skill) => words.includes(skill.toLowerCase())));
}

/** Members of the team who have a role, whichever way it is spelt. */
export function membersWith(role: string, { team }: Config): Config['team'] {
  return team.filter((member) => member.roles?.some((own) => roleKey(own) === roleKey(role)));
}

export function memberCalled(login: string, { team }: Config): Config['team'][number] | undefined {
  return team.find((member) => member.login.toLowerCase() === login.toLowerCase());
}
