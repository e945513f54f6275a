import { decide } from '../../src/change/decide.ts';
import type { Hearing } from '../../src/change/step.ts';
import { parseLine } from '../../src/command/parse-line.ts';
import type { Intent, Origin } from '../../src/model/intent.ts';
import type { Decision, Plan, Write } from '../../src/model/plan.ts';
import type { State } from '../../src/model/state.ts';
import { readStore } from '../../src/store/read.ts';

/** From text to text, without disk or clock: a store's files, a command line, and the files that the plan leaves. */

export type Files = Readonly<Record<string, string>>;

export const NOW = '2024-07-22T09:00:00Z';

/** Monday to Friday; 2024-07-31, a Wednesday, is a holiday. */
export const WORKING_WEEK = 'calendar: {workdays: [mon, tue, wed, thu, fri], holidays: [2024-07-31], timezone: UTC}\n';

export function storeOf(files: Files): State {
  return readStore(Object.entries(files).map(([path, text]) => ({ path, kind: 'text', text })));
}

export interface Asked {
  readonly id?: string;
  readonly actor?: string;
  readonly now?: string;
}

export function intentOf(line: string, id = 'test:1'): Intent {
  const parsed = parseLine(line, id);
  if ('refusal' in parsed) throw new TypeError(`${line}: ${parsed.refusal.message}`);
  return parsed.intent;
}

/** At a terminal: nothing is on record there, and no team can be looked up. */
const HEARING: Hearing = {
  parse: (command, id) => intentOf(command, id),
  onRecord: false,
  invalid: new Map(),
  teams: new Map(),
};

/** What becomes of the command lines of one request. */
export function decided(files: Files, lines: string | readonly string[], asked: Asked = {}): Decision {
  const { id = 'test', actor = 'alice', now = NOW } = asked;
  const origin: Origin = { actor, source: 'cli', now };
  const intents = [lines].flat().map((line, i) => intentOf(line, `${id}:${i + 1}`));
  return decide(storeOf(files), intents, origin, HEARING);
}

export function planned(files: Files, lines: string | readonly string[], asked: Asked = {}): Plan {
  const decision = decided(files, lines, asked);
  if (decision.kind === 'planned') return decision.plan;
  const why = decision.kind === 'refused' ? decision.refusals.map((r) => `${r.code}: ${r.message}`).join('; ') : '';
  throw new TypeError(`${[lines].flat().join('; ')} was ${decision.kind} ${why}`);
}

/** The reason code of a refusal; what else became of the request otherwise. */
export function refusalOf(files: Files, lines: string | readonly string[], asked: Asked = {}): string {
  const decision = decided(files, lines, asked);
  return decision.kind === 'refused' ? (decision.refusals[0]?.code ?? '') : decision.kind;
}

export function after(files: Files, { writes }: { readonly writes: readonly Write[] }): Record<string, string> {
  const next: Record<string, string> = { ...files };
  for (const { path, after: text } of writes) {
    if (text === null) delete next[path];
    else next[path] = text;
  }
  return next;
}

/** The files that a command leaves. */
export function applied(files: Files, lines: string | readonly string[], asked: Asked = {}): Record<string, string> {
  return after(files, planned(files, lines, asked));
}
