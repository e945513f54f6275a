import { type Config, toConfig } from '../model/config.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type Entry, toEntry } from '../model/journal.ts';
import type { Folder, Milestone } from '../model/milestone.ts';
import { toMilestone } from '../model/milestone.ts';
import { type Session, toSession } from '../model/session.ts';
import { type SyncBase, toSyncBase } from '../model/sync-base.ts';
import { isDependencyMap, roleOf } from './layout.ts';
import { agrees } from './names.ts';
import { ignored, open } from './open.ts';
import type { ReadFile } from './validate.ts';
import { placeIn, validate } from './validate.ts';

/** What a file gives to the store; null for a milestone or a session that cannot be read, whose id is taken all the same. */
export type Found =
  | { readonly kind: 'milestone'; readonly id: string; readonly milestone: Milestone | null }
  | { readonly kind: 'session'; readonly id: string; readonly session: Session | null }
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'config'; readonly config: Config | null; readonly place: ReturnType<typeof placeIn> }
  | { readonly kind: 'sync-base'; readonly base: SyncBase };

/** One file understood by itself: the same path and text always come to the same. */
export interface FileReading {
  readonly text: string;
  readonly found: Found | null;
  readonly diagnostics: readonly Diagnostic[];
}

function milestoneIn(id: string, folder: Folder, path: string, text: string, diagnostics: Diagnostic[]): Found | null {
  const file = open(path, text, diagnostics);
  if (file && isDependencyMap(id, file.value)) {
    diagnostics.push(ignored(path));
    return null;
  }
  const contents = file && validate('milestone', file, diagnostics);
  const sound = file && contents && agrees(file, contents.id, id, diagnostics);
  return { kind: 'milestone', id, milestone: sound ? toMilestone(contents, id, path, folder) : null };
}

function sessionIn(id: string, file: ReadFile, diagnostics: Diagnostic[]): Found {
  const contents = validate('session', file, diagnostics);
  const sound = contents && agrees(file, contents.id, id, diagnostics);
  return { kind: 'session', id, session: sound ? toSession(contents, id, file.path) : null };
}

function entryIn(certain: boolean, file: ReadFile, diagnostics: Diagnostic[]): Found | null {
  const { value } = file;
  if (!certain && !(typeof value === 'object' && value !== null && 'kind' in value && 'at' in value)) {
    diagnostics.push(ignored(file.path));
    return null;
  }
  const contents = validate('entry', file, diagnostics);
  return contents ? { kind: 'entry', entry: toEntry(contents) } : null;
}

function foundIn(path: string, text: string, diagnostics: Diagnostic[]): Found | null {
  const role = roleOf(path);
  if (role.kind === 'silent') return null;
  if (role.kind === 'ignored') {
    diagnostics.push(ignored(path));
    return null;
  }
  if (role.kind === 'milestone') return milestoneIn(role.id, role.folder, path, text, diagnostics);
  const file = open(path, text, diagnostics);
  if (!file) return null;
  if (role.kind === 'session') return sessionIn(role.id, file, diagnostics);
  if (role.kind === 'entry') return entryIn(role.certain, file, diagnostics);
  if (role.kind === 'config') {
    const contents = validate('config', file, diagnostics);
    return { kind: 'config', config: contents ? toConfig(contents) : null, place: placeIn(file, []) };
  }
  if (role.kind === 'sync-base') {
    const contents = validate('sync-base', file, diagnostics);
    return contents ? { kind: 'sync-base', base: toSyncBase(contents) } : null;
  }
  validate(role.kind, file, diagnostics);
  return null;
}

/** Understands one text file of the store, by its path relative to it. Never throws, whatever the text. */
export function readingOf(path: string, text: string): FileReading {
  const diagnostics: Diagnostic[] = [];
  return { text, found: foundIn(path, text, diagnostics), diagnostics };
}
