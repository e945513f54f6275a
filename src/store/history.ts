import type { Completion, FirstDue, GitHistory, Version } from '../model/history.ts';
import type { State } from '../model/state.ts';
import { roleOf } from './layout.ts';
import { parse } from './yaml/parse.ts';

/** What a version of a milestone says that its past is told by. */
interface Reading {
  readonly completed: boolean;
  readonly due: string | null;
}

/** Lines that may say it. A value on a line of its own or behind an alias is not on them, so such a file is read as a whole. */
const LINES = /^.*(?:status|estimated_end|timeline).*$/gm;
const ELSEWHERE = /[:,] *[&*]|<<|(?:status|estimated_end)['"]? *: *(?:#.*)?$/m;

function fingerprint(text: string): string {
  return ELSEWHERE.test(text) ? text : (text.match(LINES) ?? []).join('\n');
}

function read(text: string, folder: string): Reading | null {
  const parsed = parse(text);
  if (!parsed.ok || typeof parsed.value !== 'object' || parsed.value === null) return null;
  const { status, timeline } = parsed.value as { status?: unknown; timeline?: { estimated_end?: unknown } | null };
  const end = timeline?.estimated_end;
  return {
    // As in the store of today: a file in `completed/` or `archive/` needs no status to be a finished one.
    completed: typeof status === 'string' ? status === 'completed' : folder !== 'active',
    due: typeof end === 'string' ? end : null,
  };
}

interface Remembered {
  readonly fingerprint: string;
  readonly reading: Reading | null;
}

const keyOf = (folder: string, text: string): string => `${folder}\n${fingerprint(text)}`;

/** What the files of today say, which has been read already; most versions say the same. */
function readingsOf({ files, milestones }: Pick<State, 'files' | 'milestones'>): Map<string, Remembered> {
  return new Map(
    milestones.map(({ id, file, folder, status, timeline }) => {
      const reading = { completed: status === 'completed', due: timeline.estimated_end ?? null };
      return [id, { fingerprint: keyOf(folder, files.get(file) ?? ''), reading }];
    }),
  );
}

/**
 * What versions of milestone files (oldest first) tell of finished work and first due dates. A milestone counts as finished
 * by the version that turned it from something else into a completed one; one that was completed when it first appears was
 * finished at a time that nobody knows. A version that cannot be read tells nothing, as if it were not there. `today` is the store
 * as its files are now, where it was read.
 */
export function gitHistoryOf(
  versions: readonly Version[],
  today: Pick<State, 'files' | 'milestones'> = { files: new Map(), milestones: [] },
): GitHistory {
  const completions: Completion[] = [];
  const firstDues = new Map<string, FirstDue>();
  const completed = new Map<string, boolean>();
  const early = new Set<string>();
  const now = versions.length === 0 ? new Map<string, Remembered>() : readingsOf(today);
  const readings = new Map<string, Remembered>();
  for (const { file, at, by, text, dated } of versions) {
    const role = roleOf(file);
    // A file that goes away is moved, mostly: the milestone lives on in another folder.
    if (role.kind !== 'milestone' || text === null) continue;
    const { id, folder } = role;
    const key = keyOf(folder, text);
    const alike = [readings.get(id), now.get(id)].find((known) => known?.fingerprint === key);
    const reading = alike ? alike.reading : read(text, folder);
    readings.set(id, { fingerprint: key, reading });
    if (reading === null) continue;
    if (reading.completed && completed.get(id) === false) completions.push({ id, at, by });
    completed.set(id, reading.completed);
    // What a milestone was due when the readable history begins need not be the first date it ever had.
    if (!dated && !firstDues.has(id)) early.add(id);
    if (reading.due !== null && !firstDues.has(id) && !early.has(id)) firstDues.set(id, { due: reading.due, at });
  }
  return { completions, firstDues };
}
