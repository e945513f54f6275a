import type { Status } from '../model/status.ts';
import { percent } from './bar.ts';
import { figure, some } from './figures.ts';
import { table } from './md-table.ts';
import { link, more, named, type Page, rowsById } from './page.ts';
import { markdownVoice, type Voice } from './voice.ts';

type Forecast = NonNullable<Status['forecast']>;

const ROWS = 25;

/** True if no length and no risk spreads the dates: the runs then only repeat the projection. */
function certain({ p50, p95, risk_adjusted: risky, milestones }: Forecast): boolean {
  return milestones.every((m) => m.spread === 'none') && p50 === p95 && risky.p50 === p50 && risky.p95 === p95;
}

/** The one sentence that stands for a forecast without dates or without a spread; empty if there is one to show. */
export function withoutForecast(forecast: Forecast, voice: Voice): string {
  const why = forecast.reason === null ? 'no data' : voice.prose(forecast.reason);
  if (forecast.p50 === null) return `No forecast: ${why}.`;
  return certain(forecast) ? `No forecast beyond the projected finish ${forecast.p50}: ${why}.` : '';
}

/** What the dates stand on: number of runs, the history, and whose length decides the end. */
export function forecastNotes(forecast: Forecast, voice: Voice, name: (id: string) => string): string[] {
  const { runs, history, enough_history, reason, drivers } = forecast;
  const basis = enough_history ? 'enough history' : 'not enough history';
  const strongest = drivers.map((driver) => `${name(driver.id)} (${percent(driver.variance_share)} of the variance)`);
  return [
    `${figure(runs)} simulated runs; ${basis}: ${reason === null ? `${history} completed milestones` : voice.prose(reason)}.`,
    strongest.length === 0 ? '' : `What decides the end: ${some(strongest)}.`,
  ].filter((text) => text !== '');
}

/** The rows of the forecast: the project, the same with its open risks, then milestone by milestone. */
export function forecastRows(status: Status, forecast: Forecast, name: (id: string) => string): string[][] {
  const rows = rowsById(status);
  const date = (day: string | null): string => day ?? 'no data';
  const share = (value: number | null): string => (value === null ? '' : percent(value));
  const dates = (of: Pick<Forecast, 'p50' | 'p85' | 'p95'>): string[] => [date(of.p50), date(of.p85), date(of.p95)];
  const last = status.schedule.planned_finish ?? '–';
  const project = ['Project', last, ...dates(forecast), '', ''];
  const risky = ['With open risks', last, ...dates(forecast.risk_adjusted), '', ''];
  const each = forecast.milestones
    .slice(0, ROWS)
    .map((m) => [name(m.id), rows.get(m.id)?.due ?? '–', ...dates(m), share(m.on_time), share(m.criticality)]);
  return [project, risky, ...each];
}

/** When the project and its milestones end in half, 85 % and 95 % of the simulated runs. */
export function forecast(page: Page): string {
  const found = page.status.forecast;
  const live = page.status.milestones.some((row) => row.status !== 'completed' && row.status !== 'cancelled');
  if (found === null || !live) return '';
  const voice = markdownVoice(page);
  const none = withoutForecast(found, voice);
  if (none !== '') return none;
  const rows = rowsById(page.status);
  const name = (id: string): string => {
    const row = rows.get(id);
    return row ? link(page, row) : voice.text(id);
  };
  const titled = (id: string): string => {
    const row = rows.get(id);
    return row ? named(page, row) : voice.text(id);
  };
  const [project = [], risky = [], ...each] = forecastRows(page.status, found, titled);
  const strong = [project, risky].map(([first = '', ...rest]) => [`**${first.replaceAll(' ', '\u00A0')}**`, ...rest]);
  const columns = [
    '',
    'Due',
    'P50',
    'P85',
    'P95',
    ...['On\u00A0time', 'Critical'].map((title) => ({ title, optional: true })),
  ];
  const left = found.milestones.length - each.length;
  const body = table(columns, [...strong, ...each]) + more(left, 'in `git milestone status --json`');
  return [body, ...forecastNotes(found, voice, name)].join('\n\n');
}
