import { isPolicy } from '../model/config.ts';
import type { Folder } from '../model/milestone.ts';
import type { FileKind } from './schema.ts';

/** What a path of the store stands for. `silent` files are nobody's mistake; `ignored` ones are worth a mention. */
export type Role =
  | { readonly kind: 'milestone'; readonly id: string; readonly folder: Folder }
  | { readonly kind: 'session'; readonly id: string }
  /** `certain` is false for a YAML file elsewhere in `logs/`, which may be anybody's log. */
  | { readonly kind: 'entry'; readonly certain: boolean }
  | { readonly kind: Exclude<FileKind, 'milestone' | 'session' | 'entry'> }
  | { readonly kind: 'silent' | 'ignored' };

const ROLES: readonly (readonly [pattern: RegExp, role: (match: RegExpExecArray) => Role])[] = [
  [/(^|\/)\./, () => ({ kind: 'silent' })],
  [/(^|\/)readme[^/]*$|\.(md|markdown)$/i, () => ({ kind: 'silent' })],
  [/^reports\//, () => ({ kind: 'silent' })],
  [/^active\/([^/]+)\.ya?ml$/, ([, id = '']) => ({ kind: 'milestone', id, folder: 'active' })],
  [/^completed\/([^/]+)\.ya?ml$/, ([, id = '']) => ({ kind: 'milestone', id, folder: 'completed' })],
  [/^completed\/([^/]+)\/milestone\.ya?ml$/, ([, id = '']) => ({ kind: 'milestone', id, folder: 'completed' })],
  [/^archive\/([^/]+)\/milestone\.ya?ml$/, ([, id = '']) => ({ kind: 'milestone', id, folder: 'archive' })],
  [/^(archive|completed)\/[^/]+\/metrics\.ya?ml$/, () => ({ kind: 'metrics' })],
  [/^sessions\/([^/]+)\.ya?ml$/, ([, id = '']) => ({ kind: 'session', id })],
  [/^logs\/\d{4}\/\d{2}\/[^/]+\.ya?ml$/, () => ({ kind: 'entry', certain: true })],
  [/^logs\/.+\.ya?ml$/, () => ({ kind: 'entry', certain: false })],
  [/^templates\/[^/]+\.ya?ml$/, () => ({ kind: 'template' })],
  [/^state\/github\.ya?ml$/, () => ({ kind: 'sync-base' })],
];

const OURS = /^(active|completed|archive|sessions|logs|templates|state)(\/|$)/;

/** The part that a file plays in the store, by its path alone. */
export function roleOf(path: string): Role {
  if (isPolicy(path)) return { kind: 'config' };
  for (const [pattern, role] of ROLES) {
    const match = pattern.exec(path);
    if (match) return role(match);
  }
  return { kind: 'ignored' };
}

/** True where something that is not a regular file may hide milestones, sessions or journal entries from us. */
export function isOurs(path: string): boolean {
  return isPolicy(path) || OURS.test(path);
}

/** `active/dependencies.yaml` of the original command set lists edges between milestones; it is no milestone. */
export function isDependencyMap(id: string, value: unknown): boolean {
  return (
    /(^|[-_.])dependenc(y|ies)([-_.]|$)/i.test(id) && typeof value === 'object' && value !== null && !('title' in value)
  );
}
