import type { Status } from '../model/status.ts';
import { percent } from './bar.ts';
import { clip, md } from './escape.ts';
import { table } from './md-table.ts';
import { folded, link, more, type Page, rowsById } from './page.ts';
import { capacityFacts, loadText, overAllocated } from './resource-facts.ts';
import { markdownVoice } from './voice.ts';
import { counted } from './when.ts';

const ROWS = 60;

function loads(page: Page, all: NonNullable<Status['resources']>): string {
  const milestones = rowsById(page.status);
  const name = (id: string): string => {
    const row = milestones.get(id);
    return row ? link(page, row) : md(id);
  };
  const rows = all.slice(0, ROWS).map((load) => {
    const over = overAllocated(load);
    const used = load.utilisation_percent === null ? '–' : percent(load.utilisation_percent);
    return [
      md(clip(load.who, 60)),
      load.window.start,
      load.window.end,
      loadText(load.kind, load.load_percent).replaceAll(' ', '\u00A0'),
      load.capacity_percent === null ? 'none' : loadText(load.kind, load.capacity_percent).replaceAll(' ', '\u00A0'),
      over ? `${page.emoji ? '🔴\u00A0' : ''}**${used}**${page.emoji ? '' : '\u00A0over'}` : used,
      load.milestones.map(name).join(', '),
    ];
  });
  const columns = ['Who', 'From', 'To', 'Load', 'Capacity', 'Used', 'Milestones'];
  return table(columns, rows) + more(all.length - rows.length, 'in `git milestone status --json`');
}

/** Who has how much to do and when; the loads themselves are folded. */
export function resources(page: Page): string {
  const { status } = page;
  if (status.metrics === null || status.resources === null || status.milestones.length === 0) return '';
  const voice = markdownVoice(page);
  const facts = capacityFacts(status, page.emoji, voice);
  const all = status.resources;
  if (facts.length === 0 && all.length === 0) {
    const { reason } = status.metrics.capacity;
    return `**Resources:** no data${reason === null ? '' : `: ${voice.prose(reason)}`}.`;
  }
  const people = new Set(all.map((load) => `${load.kind} ${load.who}`)).size;
  const list = facts.map((fact) => `- ${fact}`).join('\n');
  const rest =
    all.length === 0
      ? ''
      : folded(`Load of ${counted(people, 'person or role', 'people and roles')}`, loads(page, all));
  return ['## Resources', list, rest].filter((text) => text !== '').join('\n\n');
}
