import type { Status } from '../model/status.ts';
import { percent } from './bar.ts';
import { clip } from './escape.ts';
import { figure, some } from './figures.ts';
import type { Voice } from './voice.ts';
import { counted } from './when.ts';

type Load = NonNullable<Status['resources']>[number];

const named = (text: string, voice: Voice): string => voice.text(clip(text, 40));

/** People are counted in percent of a full-time person, roles in full-time equivalents. */
export function loadText(kind: Load['kind'], value: number): string {
  return kind === 'person' ? percent(value) : `${figure(value / 100)} FTE`;
}

export function overAllocated(load: Load): boolean {
  return load.capacity_percent !== null && load.load_percent > load.capacity_percent;
}

/** `2024-07-26 – 2024-08-01`, or the one day. */
function windowText({ start, end }: Load['window']): string {
  return start === end ? start : `${start} – ${end}`;
}

/** What is asked of the team as a whole, who is over-allocated and when, which skills are missing. Empty without any data. */
export function capacityFacts({ metrics, change_facts }: Status, emoji: boolean, voice: Voice): string[] {
  if (metrics === null) return [];
  const m = metrics.capacity;
  const spare = m.optimisation_percent ? ` (${percent(m.optimisation_percent)} could move to the critical path)` : '';
  const idle = m.idle_percent ? `, while ${percent(m.idle_percent)} is idle${spare}` : '';
  const used =
    m.value === null
      ? ''
      : `${percent(m.value)} of the capacity of ${counted(m.people, 'person', 'people')} is asked for${idle}`;
  const over = m.over_allocated.map(
    (each) =>
      `${named(each.who, voice)} ${percent(each.load_percent)} of ${percent(each.capacity_percent ?? 0)} on ${windowText(each.window)} (${some(each.milestones.map(voice.text))})`,
  );
  const lacking = (m.skills?.missing ?? []).map((skill) => named(skill, voice));
  const skills =
    m.skills === null
      ? ''
      : `${m.skills.covered} of ${counted(m.skills.needed, 'needed skill')} covered${lacking.length === 0 ? '' : `, missing: ${some(lacking)}`}${m.cross_training_percent === null ? '' : `; ${percent(m.cross_training_percent)} of the team have more than one`}`;
  const single = (change_facts?.cross_training ?? []).map(
    (each) => `${named(each.skill, voice)} (${named(each.known_by, voice)})`,
  );
  const nobody = m.value === null ? [] : m.unassigned.map(voice.text);
  return [
    used,
    over.length === 0 ? '' : `${emoji ? '🔴 ' : ''}Over-allocated: ${some(over)}`,
    skills,
    single.length === 0 ? '' : `Known by one person only: ${some(single)}`,
    nobody.length === 0 ? '' : `Nobody’s share is given for ${some(nobody)}`,
  ].filter((text) => text !== '');
}
