import type { RemoteMilestone } from '../../model/remote.ts';
import { temporaryTitle } from './links.ts';

/** A title that a milestone on GitHub is to get. */
export interface Rename {
  readonly number: number;
  readonly title: string;
}

export interface Renames {
  /** In an order in which no title is taken when it is needed; a milestone may be among them twice. */
  readonly steps: readonly Rename[];
  /** Renames that cannot be, by number, with the number that holds the title. */
  readonly blocked: ReadonlyMap<number, number>;
  /** New titles that cannot be created, with the number that holds them. */
  readonly taken: ReadonlyMap<string, number>;
}

/** The renames that can be, which is all but those onto a title that its holder keeps; each blocked one blocks others in turn. */
function possible(wanted: readonly Rename[], held: ReadonlyMap<string, number>) {
  const active = new Map<number, string>();
  const claims = new Map<string, number>();
  const blocked = new Map<number, number>();
  for (const { number, title } of wanted) {
    const first = claims.get(title);
    if (first !== undefined) blocked.set(number, first);
    else {
      claims.set(title, number);
      active.set(number, title);
    }
  }
  const titles = new Map([...held].map(([title, number]) => [number, title]));
  const stuck = [...new Set([...held.values()])].filter((number) => !active.has(number));
  for (let number = stuck.pop(); number !== undefined; number = stuck.pop()) {
    const kept = titles.get(number);
    const claimant = kept === undefined ? undefined : claims.get(kept);
    if (claimant === undefined || claimant === number || !active.delete(claimant)) continue;
    blocked.set(claimant, number);
    stuck.push(claimant);
  }
  return { active, blocked };
}

/**
 * Orders renames on GitHub, where titles are unique: whoever holds a wanted title moves on first; in a circle one of them gets
 * a temporary title. `milestones` are those that GitHub has, `created` are titles of milestones that are to be new, after all renames.
 */
export function renamesOf(
  milestones: readonly RemoteMilestone[],
  wanted: readonly Rename[],
  created: readonly string[],
): Renames {
  const held = new Map(milestones.map(({ number, title }) => [title, number]));
  const { active, blocked } = possible(wanted, held);
  const steps: Rename[] = [];
  const free = new Set<number>();
  for (const { number: first } of wanted) {
    const trail: number[] = [];
    for (let number: number | undefined = first; number !== undefined; ) {
      const title = active.get(number);
      if (title === undefined || free.has(number)) break;
      free.add(number);
      trail.push(number);
      const holder = held.get(title);
      if (holder !== undefined && trail.includes(holder) && holder !== number) {
        steps.push({ number: holder, title: temporaryTitle(holder) });
        break;
      }
      number = holder;
    }
    for (const number of trail.toReversed()) steps.push({ number, title: active.get(number) ?? '' });
  }
  const after = new Map([...held].filter(([, number]) => !active.has(number)));
  for (const [number, title] of active) after.set(title, number);
  const taken = new Map(
    created.flatMap((title) => {
      const holder = after.get(title);
      return holder === undefined ? [] : [[title, holder] as const];
    }),
  );
  return { steps, blocked, taken };
}
