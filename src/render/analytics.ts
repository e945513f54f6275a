import { type Topic, topics, withoutData } from './analytics-facts.ts';
import { development, improvements, weekBars } from './development.ts';
import { missing } from './figures.ts';
import { folded, type Page } from './page.ts';
import { markdownVoice } from './voice.ts';

const known = (topic: Topic): boolean => topic.facts.some((fact) => fact.text !== null);

function topicText(topic: Topic): string {
  const lines = topic.facts.flatMap(({ name, text }) => (text === null ? [] : [`- ${name}: ${text}`]));
  const gone = missing(topic.facts);
  if (lines.length === 0) return '';
  return [`**${topic.title}**\n`, ...lines, ...(gone === '' ? [] : [`- No data: ${gone}`])].join('\n');
}

/** Velocity week by week, and the figures behind the metrics, folded below how the project develops. */
export function analytics(page: Page): string {
  const { status } = page;
  if (status.metrics === null || status.milestones.length === 0) return '';
  const voice = markdownVoice(page);
  const all = topics(status, voice);
  const bars = weekBars(status, 24);
  const better = improvements(status, voice);
  if (!all.some(known) && bars.length === 0)
    return '**Analytics:** no data yet; the metrics above say what is missing.';
  const chart = bars.length === 0 ? '' : `**Velocity, week by week**\n\n\`\`\`text\n${bars.join('\n')}\n\`\`\``;
  const advice =
    better.length === 0 ? '' : `**What could be better**\n\n${better.map((text) => `- ${text}`).join('\n')}`;
  const unknown = withoutData(all);
  const content = [chart, ...all.map(topicText), advice, unknown === '' ? '' : `No data yet: ${unknown}.`]
    .filter((text) => text !== '')
    .join('\n\n');
  const names = all
    .filter((topic) => known(topic) || (topic.title === 'Velocity' && chart !== ''))
    .map(({ title }) => title.toLowerCase());
  const summary = names.join(', ').replace(/^./, (c) => c.toUpperCase());
  const head = development(status);
  return ['## Analytics', head === '' ? '' : `${head}.`, folded(summary, content)]
    .filter((text) => text !== '')
    .join('\n\n');
}
