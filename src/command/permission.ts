import { type Config, ROLES, type Role } from '../model/config.ts';
import type { Intent } from '../model/intent.ts';
import type { Refusal } from '../model/plan.ts';
import { findVerb } from './verbs.ts';

/** Weakest role that may use a verb: the policy's, else the table's. */
function roleNeeded(verb: string, permissions: Config['permissions']): Role {
  return permissions[verb] ?? findVerb(verb)?.role ?? 'admin';
}

/** True if somebody with this role may use the verb. */
export function mayUse(verb: string, role: Role | 'none' | 'owner', permissions: Config['permissions']): boolean {
  return role === 'owner' || (role !== 'none' && ROLES.indexOf(role) >= ROLES.indexOf(roleNeeded(verb, permissions)));
}

/**
 * Why somebody with this role may not give the command; null if they may. `owner` is a person at their own files, whom
 * nobody has to let in; `none` is somebody the repository does not know.
 */
export function denied(
  intent: Intent,
  actor: string,
  role: Role | 'none' | 'owner',
  permissions: Config['permissions'],
): Refusal | null {
  if (mayUse(intent.verb, role, permissions)) return null;
  const needed = roleNeeded(intent.verb, permissions);
  return {
    code: 'not-permitted',
    message: `\`${intent.verb}\` needs the ${needed} role in this repository; ${actor} has ${role === 'none' ? 'no role here' : role}.`,
    hint: 'Ask somebody who has it to give the command, or propose the change in a pull request.',
    intent,
    diagnostics: [],
  };
}
