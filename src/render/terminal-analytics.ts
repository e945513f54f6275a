import type { Status } from '../model/status.ts';
import { topics, withoutData } from './analytics-facts.ts';
import { block, box, hanging, tree } from './box.ts';
import { development, improvements, weekBars } from './development.ts';
import { accountNotes, accounts, accountText, withoutValue } from './earned-value.ts';
import { missing } from './figures.ts';
import { FORECAST_ROWS, forecastNotes, forecastRows, spreading, withoutForecast } from './forecast.ts';
import { label, sign } from './label.ts';
import { metricLines, withoutMetrics } from './metrics.ts';
import { type Colour, paint, type Terminal } from './paint.ts';
import { capacityFacts } from './resource-facts.ts';
import { terminalVoice } from './voice.ts';
import { wrap } from './width.ts';

const COLOURS = { green: 'green', amber: 'yellow', red: 'red' } as const satisfies Record<string, Colour>;

function filled(text: string, { width }: Terminal): string {
  return text === '' ? '' : wrap(text, width).join('\n');
}

function metricText({ metrics }: Status, emoji: boolean, terminal: Terminal): string {
  if (metrics === null) return '';
  const voice = terminalVoice(terminal);
  const none = withoutMetrics(metrics, voice);
  if (none !== '') return filled(none, terminal);
  const lines = metricLines(metrics, voice).map((line) => {
    const rating = emoji || line.rating === null ? '' : `, ${label('rating', line.rating, false)}`;
    const target = line.target === '–' ? rating.slice(2) : `target ${line.target}${rating}`;
    const goal = target === '' ? '' : ` (${target})`;
    const name = `${sign('rating', line.rating ?? 'none', emoji)}${line.name.toUpperCase()}:`;
    const text = hanging(
      `${name} ${line.value ?? 'no data'}${line.value === null ? '' : goal}${line.detail === '' ? '' : ` — ${line.detail}`}`,
      emoji ? 3 : 2,
      terminal,
    );
    return text.replace(name, paint(terminal, line.rating === null ? null : COLOURS[line.rating], name));
  });
  return lines.join('\n');
}

function forecastText(status: Status, terminal: Terminal): string {
  const { forecast } = status;
  const open = status.milestones.some((row) => row.status !== 'completed' && row.status !== 'cancelled');
  if (forecast === null || !open) return '';
  const voice = terminalVoice(terminal);
  const none = withoutForecast(forecast, voice);
  if (none !== '') return filled(none, terminal);
  const id = (name: string): string => name;
  // Due dates stand in the matrix, too.
  const narrow = terminal.width < 90;
  const shares = spreading(forecast).length > 0;
  const columns = [
    { title: '', shrink: 10, shown: true },
    { title: 'DUE', shown: !narrow },
    ...['P50', 'P85', 'P95'].map((title) => ({ title, shown: true })),
    { title: 'ON TIME', right: true, shown: shares },
    { title: 'CRITICAL', right: true, shown: shares && !narrow },
  ];
  const rows = forecastRows(status, forecast, id, id).map((row) => row.filter((_, i) => columns[i]?.shown));
  const left = spreading(forecast).length - FORECAST_ROWS;
  const table =
    box(
      columns.filter((column) => column.shown),
      rows,
      terminal,
    ) + (left > 0 ? `\n… ${left} more: --json lists all` : '');
  return [table, ...forecastNotes(forecast, voice, id).map((text) => filled(text, terminal))].join('\n');
}

function analyticsText(status: Status, terminal: Terminal): string {
  const all = topics(status, terminalVoice(terminal));
  const bars = weekBars(status, Math.min(40, Math.max(8, terminal.width - 52)));
  const known = all.filter((topic) => topic.facts.some((fact) => fact.text !== null));
  if (known.length === 0 && bars.length === 0) return '';
  const parts = known.map((topic) => {
    const lines = topic.facts.flatMap(({ name, text }) => (text === null ? [] : [`${name}: ${text}`]));
    const gone = missing(topic.facts);
    return [topic.title, ...tree([...lines, ...(gone === '' ? [] : [`No data: ${gone}`])], terminal)].join('\n');
  });
  const better = improvements(status, terminalVoice(terminal));
  const advice = better.length === 0 ? '' : ['What could be better', ...tree(better, terminal)].join('\n');
  const head = filled(development(status), terminal);
  const unknown = withoutData(all);
  const rest = unknown === '' ? '' : filled(`No data yet: ${unknown}.`, terminal);
  return [head, bars.join('\n'), ...parts, advice, rest].filter((text) => text !== '').join('\n');
}

function valueText({ evm }: Status, terminal: Terminal): string {
  const voice = terminalVoice(terminal);
  if (evm === null || withoutValue(evm, voice) !== '') return '';
  const all = accounts(evm, voice);
  return tree(
    all.flatMap((each) => [accountText(each), ...accountNotes(each, voice)]),
    terminal,
  ).join('\n');
}

/** Performance metrics, forecast, analytics, resources and earned value for a terminal; the last three only where there is data. */
export function terminalAnalytics(status: Status, emoji: boolean, terminal: Terminal): string[] {
  if (status.milestones.length === 0) return [];
  const capacity = tree(capacityFacts(status, emoji, terminalVoice(terminal)), terminal).join('\n');
  return [
    block(terminal, 'PERFORMANCE METRICS', metricText(status, emoji, terminal)),
    block(terminal, 'FORECAST', forecastText(status, terminal)),
    block(terminal, 'ANALYTICS', analyticsText(status, terminal)),
    block(terminal, 'RESOURCES', capacity),
    block(terminal, 'EARNED VALUE', valueText(status, terminal)),
  ];
}
