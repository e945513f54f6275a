import type { FieldEdit } from '../model/journal.ts';
import type { Milestone } from '../model/milestone.ts';
import type { NewRisk } from '../model/new-risk.ts';
import { done, type Outcome, refused } from './refusal.ts';

const NUMBERED = /^(.*?)(\d+)$/;

/** The id after the milestone's last numbered one (`R-54` → `R-55`) that no risk of the project has; null where there is none to go by. */
function nextId(milestone: Milestone, all: readonly Milestone[]): string | null {
  const taken = new Set(all.flatMap((m) => m.risks.map((risk) => risk.id)));
  const last = milestone.risks.flatMap((risk) => NUMBERED.exec(risk.id ?? '') ?? []).slice(-3);
  const [, prefix, digits] = last;
  if (prefix === undefined || digits === undefined) return null;
  for (let n = Number(digits) + 1; ; n++) {
    const id = prefix + String(n).padStart(digits.length, '0');
    if (!taken.has(id)) return id;
  }
}

/** The edit that `--add-risk` makes: one more open risk, known since `today` (ISO day). `raw` is what stands under `risks`. */
export function addRiskEdits(
  milestone: Milestone,
  all: readonly Milestone[],
  risk: NewRisk,
  raw: unknown,
  today: string,
): Outcome<FieldEdit[]> {
  const { id, file, risks } = milestone;
  if (raw != null && !Array.isArray(raw)) {
    return refused('cannot-edit', `${file} does not list its risks one by one`, {
      hint: 'Write `risks` as a list of {id, description, …}, then run the command again.',
    });
  }
  const twin = risks.find((r) => r.status === 'open' && r.description.toLowerCase() === risk.description.toLowerCase());
  if (twin) {
    return refused('bad-value', `${id} has this open risk already${twin.id === null ? '' : `, as ${twin.id}`}`, {
      hint: `Change it in ${file}.`,
    });
  }
  const own = nextId(milestone, all);
  const added = { ...(own === null ? {} : { id: own }), ...risk, status: 'open', identified_at: today };
  if (!Array.isArray(raw)) return done([{ file, path: ['risks'], before: raw, after: [added] }]);
  return done([{ file, path: ['risks', raw.length], before: undefined, after: added }]);
}
