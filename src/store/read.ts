import type { Config } from '../model/config.ts';
import { isPolicy, toConfig } from '../model/config.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { compareDiagnostics, diagnostic } from '../model/diagnostic.ts';
import { type GitHistory, NO_HISTORY } from '../model/history.ts';
import { compareIds } from '../model/id.ts';
import type { Entry } from '../model/journal.ts';
import { toEntry } from '../model/journal.ts';
import type { Folder, Milestone } from '../model/milestone.ts';
import { toMilestone } from '../model/milestone.ts';
import type { Session } from '../model/session.ts';
import { toSession } from '../model/session.ts';
import type { State, StoreFile } from '../model/state.ts';
import { NO_SYNC_BASE, type SyncBase, toSyncBase } from '../model/sync-base.ts';
import { compareEntries } from './journal.ts';
import { isDependencyMap, roleOf } from './layout.ts';
import type { Names } from './names.ts';
import { agrees, claim } from './names.ts';
import { ignored, irregular, open } from './open.ts';
import { checkCycles, checkDependencies, checkTimelines } from './references.ts';
import type { ReadFile } from './validate.ts';
import { validate } from './validate.ts';

interface Reading {
  readonly diagnostics: Diagnostic[];
  readonly files: Map<string, string>;
  readonly milestones: Milestone[];
  readonly sessions: Session[];
  readonly journal: Entry[];
  readonly milestoneNames: Names;
  readonly sessionNames: Names;
  config: Config;
  syncBase: SyncBase;
}

function readMilestone(id: string, folder: Folder, path: string, text: string, reading: Reading): void {
  const { diagnostics, milestones, milestoneNames } = reading;
  const file = open(path, text, diagnostics);
  if (file && isDependencyMap(id, file.value)) {
    diagnostics.push(ignored(path));
    return;
  }
  // Also where the file is broken: what others require is there, only not in order.
  const own = claim(milestoneNames, id, path, diagnostics);
  const contents = file && validate('milestone', file, diagnostics);
  if (file && contents && agrees(file, contents.id, id, diagnostics) && own) {
    milestones.push(toMilestone(contents, id, path, folder));
  }
}

function readSession(id: string, file: ReadFile, { diagnostics, sessions, sessionNames }: Reading): void {
  const own = claim(sessionNames, id, file.path, diagnostics);
  const contents = validate('session', file, diagnostics);
  if (contents && agrees(file, contents.id, id, diagnostics) && own) sessions.push(toSession(contents, id, file.path));
}

function readEntry(certain: boolean, file: ReadFile, { diagnostics, journal }: Reading): void {
  const { value } = file;
  if (!certain && !(typeof value === 'object' && value !== null && 'kind' in value && 'at' in value)) {
    diagnostics.push(ignored(file.path));
    return;
  }
  const contents = validate('entry', file, diagnostics);
  if (contents) journal.push(toEntry(contents));
}

/** The policy, if no other file has given it: with two of them, nobody could tell which one is in force. */
function readPolicy(file: ReadFile, reading: Reading): void {
  const contents = validate('config', file, reading.diagnostics);
  const first = [...reading.files.keys()].find(isPolicy);
  if (first === file.path) {
    if (contents) reading.config = toConfig(contents);
    return;
  }
  const message = `the policy is given twice: by ${first} and by ${file.path}`;
  const hint = 'Bring both together in one of the two files, and remove the other.';
  reading.diagnostics.push(diagnostic('duplicate-id', { file: file.path }, message, hint));
}

function readText(path: string, text: string, reading: Reading): void {
  const role = roleOf(path);
  if (role.kind === 'silent') return;
  if (role.kind === 'ignored') {
    reading.diagnostics.push(ignored(path));
    return;
  }
  if (role.kind === 'milestone') {
    readMilestone(role.id, role.folder, path, text, reading);
    return;
  }
  const file = open(path, text, reading.diagnostics);
  if (!file) return;
  if (role.kind === 'session') readSession(role.id, file, reading);
  else if (role.kind === 'entry') readEntry(role.certain, file, reading);
  else if (role.kind === 'config') readPolicy(file, reading);
  else if (role.kind === 'sync-base') {
    const contents = validate('sync-base', file, reading.diagnostics);
    if (contents) reading.syncBase = toSyncBase(contents);
  } else validate(role.kind, file, reading.diagnostics);
}

function readIrregular(path: string, kind: Exclude<StoreFile['kind'], 'text'>, reading: Reading): void {
  reading.diagnostics.push(...irregular(path, kind));
  const role = roleOf(path);
  if (role.kind === 'milestone') claim(reading.milestoneNames, role.id, path, reading.diagnostics);
}

/** Findings that need more than one file, or the calendar. Each text is parsed again only if something is wrong with it. */
function checkTogether({ milestones, milestoneNames, config, files }: Reading): Diagnostic[] {
  const opened = new Map<string, ReadFile>();
  const reopen = (path: string): ReadFile => {
    const file = opened.get(path) ?? open(path, files.get(path) ?? '', []);
    if (!file) throw new Error(`${path} was readable before`);
    opened.set(path, file);
    return file;
  };
  const known = new Set([...milestoneNames.values()].map(({ id }) => id));
  return [
    ...checkDependencies(milestones, known, reopen),
    ...checkCycles(milestones, reopen),
    ...checkTimelines(milestones, config.calendar.timezone, reopen),
  ];
}

/**
 * The store as its files tell it, with every finding on the way. Files may come in any order; paths are relative to the
 * store. Never throws, whatever the files hold: what cannot be read is an error diagnostic and is left out.
 */
export function readStore(files: readonly StoreFile[], history: GitHistory = NO_HISTORY): State {
  const reading: Reading = {
    diagnostics: [],
    files: new Map(),
    milestones: [],
    sessions: [],
    journal: [],
    milestoneNames: new Map(),
    sessionNames: new Map(),
    config: toConfig({}),
    syncBase: NO_SYNC_BASE,
  };
  for (const file of [...files].sort((a, b) => compareIds(a.path, b.path))) {
    if (file.kind === 'text') {
      reading.files.set(file.path, file.text);
      readText(file.path, file.text, reading);
    } else readIrregular(file.path, file.kind, reading);
  }
  reading.milestones.sort((a, b) => compareIds(a.id, b.id));
  reading.sessions.sort((a, b) => compareIds(a.id, b.id));
  reading.journal.sort(compareEntries);
  reading.diagnostics.push(...checkTogether(reading));
  const { config, milestones, sessions, journal, syncBase, diagnostics } = reading;
  return {
    files: reading.files,
    config,
    milestones,
    sessions,
    journal,
    syncBase,
    diagnostics: diagnostics.sort(compareDiagnostics),
    history,
  };
}
