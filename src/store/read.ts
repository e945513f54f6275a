import type { Config } from '../model/config.ts';
import { isPolicy, toConfig } from '../model/config.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { compareDiagnostics, diagnostic } from '../model/diagnostic.ts';
import { NO_HISTORY } from '../model/history.ts';
import { compareIds } from '../model/id.ts';
import type { Entry } from '../model/journal.ts';
import type { Milestone } from '../model/milestone.ts';
import type { Session } from '../model/session.ts';
import type { State, StoreFile } from '../model/state.ts';
import { NO_SYNC_BASE, type SyncBase } from '../model/sync-base.ts';
import { type FileReading, type Found, readingOf } from './file-reading.ts';
import { compareEntries } from './journal.ts';
import { roleOf } from './layout.ts';
import type { Names } from './names.ts';
import { claim } from './names.ts';
import { irregular, open } from './open.ts';
import { checkPolicy } from './policy-rules.ts';
import { checkCycles, checkDependencies, checkTimelines } from './references.ts';
import type { ReadFile } from './validate.ts';

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

/** How the files of a store that was read are understood: a later version of it shares most of them. */
const readings = new WeakMap<State['files'], ReadonlyMap<string, FileReading>>();

/** The policy, if no other file has given it: with two of them, nobody could tell which one is in force. */
function readPolicy(path: string, { config, place }: Extract<Found, { kind: 'config' }>, reading: Reading): void {
  const first = [...reading.files.keys()].find(isPolicy);
  if (first === path) {
    if (config) reading.config = config;
    return;
  }
  const message = `the policy is given twice: by ${first} and by ${path}`;
  const hint = 'Bring both together in one of the two files, and remove the other.';
  reading.diagnostics.push(diagnostic('duplicate-id', place, message, hint));
}

function take(path: string, found: Found, reading: Reading): void {
  const { diagnostics } = reading;
  if (found.kind === 'milestone') {
    // Also where the file is broken: what others require is there, only not in order.
    const own = claim(reading.milestoneNames, found.id, path, diagnostics);
    if (own && found.milestone) reading.milestones.push(found.milestone);
  } else if (found.kind === 'session') {
    const own = claim(reading.sessionNames, found.id, path, diagnostics);
    if (own && found.session) reading.sessions.push(found.session);
  } else if (found.kind === 'entry') reading.journal.push(found.entry);
  else if (found.kind === 'config') readPolicy(path, found, reading);
  else reading.syncBase = found.base;
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
  const policy = [...files.keys()].find(isPolicy);
  return [
    ...(policy === undefined ? [] : checkPolicy(config, [...known], () => reopen(policy))),
    ...checkDependencies(milestones, known, reopen),
    ...checkCycles(milestones, reopen),
    ...checkTimelines(milestones, config.calendar.timezone, reopen),
  ];
}

/**
 * The store as its files tell it, with every finding on the way. Files may come in any order; paths are relative to the
 * store. Never throws, whatever the files hold: what cannot be read is an error diagnostic and is left out. `earlier` is the store
 * as it was before some of its files changed: git tells the same past of both, and what did not change is not read again.
 */
export function readStore(files: readonly StoreFile[], earlier?: Pick<State, 'files' | 'history'>): State {
  const known = earlier && readings.get(earlier.files);
  const own = new Map<string, FileReading>();
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
      const { path, text } = file;
      const before = known?.get(path);
      const understood = before?.text === text ? before : readingOf(path, text);
      own.set(path, understood);
      reading.files.set(path, text);
      reading.diagnostics.push(...understood.diagnostics);
      if (understood.found) take(path, understood.found, reading);
    } else readIrregular(file.path, file.kind, reading);
  }
  reading.milestones.sort((a, b) => compareIds(a.id, b.id));
  reading.sessions.sort((a, b) => compareIds(a.id, b.id));
  reading.journal.sort(compareEntries);
  reading.diagnostics.push(...checkTogether(reading));
  const { config, milestones, sessions, journal, syncBase, diagnostics } = reading;
  readings.set(reading.files, own);
  return {
    files: reading.files,
    config,
    milestones,
    sessions,
    journal,
    syncBase,
    diagnostics: diagnostics.sort(compareDiagnostics),
    history: earlier?.history ?? NO_HISTORY,
  };
}
