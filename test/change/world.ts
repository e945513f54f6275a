import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decide } from '../../src/change/decide.ts';
import type { Hearing } from '../../src/change/step.ts';
import { parseLine } from '../../src/command/parse-line.ts';
import type { Intent } from '../../src/model/intent.ts';
import type { Decision, Plan, Refusal } from '../../src/model/plan.ts';
import type { State, StoreFile } from '../../src/model/state.ts';
import { readStore } from '../../src/store/read.ts';
import { loadFixture } from '../load-fixture.ts';

/** Friday afternoon of the reference's example week. */
export const NOW = '2024-07-26T16:45:00Z';

const HEARING: Hearing = {
  parse: (line, id) => {
    const parsed = parseLine(line, id);
    return 'intent' in parsed ? parsed.intent : null;
  },
  invalid: new Map(),
  teams: new Map(),
  onRecord: true,
};

/** The reference project, under its own approval rules if wanted, with files replaced or added. */
export function reference({ approvals = false, files = {} as Record<string, string> } = {}): State {
  const rules = approvals
    ? readFileSync(join(import.meta.dirname, '../fixtures/reference/approvals.yaml'), 'utf8')
    : '';
  const known = loadFixture('reference').map((file) =>
    file.kind === 'text' && file.path === 'config.yaml' ? { ...file, text: file.text + rules } : file,
  );
  return storeWith(known, files);
}

/** A store of these files, path by text. */
export function storeOf(files: Record<string, string>): State {
  return storeWith([], files);
}

function storeWith(known: readonly StoreFile[], files: Record<string, string>): State {
  const added = Object.entries(files).map(([path, text]): StoreFile => ({ path, kind: 'text', text }));
  return readStore([...known.filter(({ path }) => !(path in files)), ...added]);
}

export function intentOf(line: string, id = 'IC_1#1'): Intent {
  const parsed = parseLine(`/milestone ${line}`, id);
  if ('refusal' in parsed) throw new Error(`${line}: ${parsed.refusal.message}`);
  return parsed.intent;
}

export function decided(
  state: State,
  lines: string | readonly string[],
  more: { id?: string; now?: string; actor?: string; invalid?: Hearing['invalid'] } = {},
): Decision {
  const { id = 'IC_1', now = NOW, actor = 'wanda', invalid = HEARING.invalid } = more;
  const intents = [lines].flat().map((line, i) => intentOf(line, `${id}#${i + 1}`));
  return decide(state, intents, { actor, source: 'https://example.org/1', now }, { ...HEARING, invalid });
}

/** The plan of these commands; throws what was refused. */
export function planned(...args: Parameters<typeof decided>): Plan {
  const decision = decided(...args);
  if (decision.kind === 'planned') return decision.plan;
  const why = decision.kind === 'refused' ? decision.refusals.map((r) => `${r.code}: ${r.message}`).join('; ') : '';
  throw new Error(`${decision.kind} ${why}`);
}

/** The refusal of these commands; throws if they are not refused. */
export function refusedBy(...args: Parameters<typeof decided>): Refusal {
  const decision = decided(...args);
  const [first] = decision.kind === 'refused' ? decision.refusals : [];
  if (!first) throw new Error(`${decision.kind}, not refused`);
  return first;
}

/** The fields that a plan edits: `M05 timeline.estimated_end` → its new value. */
export function edited(plan: Plan): Record<string, unknown> {
  return Object.fromEntries(
    plan.edits.map(({ file, path, after }) => [`${file.replace(/^.*\/|\.yaml$/g, '')} ${path.join('.')}`, after]),
  );
}

/** The store as a plan's writes leave it. */
export function applied(state: State, plan: Plan): State {
  const files = new Map(state.files);
  for (const { path, after } of plan.writes) if (after !== null) files.set(path, after);
  return readStore([...files].map(([path, text]) => ({ path, kind: 'text', text })));
}
