import type { Status } from '../model/status.ts';
import { percent } from './bar.ts';
import { figure, some } from './figures.ts';
import { openRisks } from './lists.ts';
import { table } from './md-table.ts';
import { link, more, type Page, rowsById } from './page.ts';
import { markdownVoice, type Voice } from './voice.ts';
import { counted } from './when.ts';

type Forecast = NonNullable<Status['forecast']>;

/** So many milestones are listed. */
export const FORECAST_ROWS = 25;

/** True if no length and no risk spreads the dates: the runs then only repeat the projection. */
function certain({ p50, p95, risk_adjusted: risky, milestones }: Forecast): boolean {
  return milestones.every((m) => m.spread === 'none') && p50 === p95 && risky.p50 === p50 && risky.p95 === p95;
}

/** The milestones whose dates differ between the runs: of the others a chance would only repeat the projection. */
export function spreading({ milestones }: Forecast): Forecast['milestones'] {
  return milestones.filter((m) => m.spread !== 'none' || m.p50 !== m.p95);
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
  const strongest = drivers.map((driver) => `${name(driver.id)} ${percent(driver.variance_share)}`);
  const basis =
    reason === null
      ? `The spread comes from ${history === 0 ? 'three-point estimates' : `three-point estimates and ${counted(history, 'completed milestone')}`}`
      : `${enough_history ? 'History' : 'Not enough history'}: ${voice.prose(reason)}`;
  const shares =
    spreading(forecast).length === 0
      ? ''
      : ' On time: the share that meets the due date; critical: the share in which the milestone decides the end.';
  return [
    `Of ${figure(runs)} simulated runs half end by P50, 85% by P85 and 95% by P95.${shares}`,
    `${basis}.`,
    strongest.length === 0 ? '' : `Whose length decides the end, in shares of its variance: ${some(strongest)}.`,
  ].filter((text) => text !== '');
}

/** The rows of the forecast: the project, the same with its open risks, then milestone by milestone. */
export function forecastRows(
  status: Status,
  forecast: Forecast,
  name: (id: string) => string,
  strong: (text: string) => string,
): string[][] {
  const rows = rowsById(status);
  const date = (day: string | null): string => day ?? 'no data';
  const share = (value: number | null): string => (value === null ? '' : percent(value));
  const dates = (of: Pick<Forecast, 'p50' | 'p85' | 'p95'>): string[] => [date(of.p50), date(of.p85), date(of.p95)];
  // The last due date that health measures the project's finish by.
  const dues = status.milestones.flatMap((row) => (row.status === 'cancelled' || row.due === null ? [] : [row.due]));
  const last = dues.sort().at(-1) ?? '–';
  const project = [strong('Project'), last, ...dates(forecast), '', ''];
  const risky = [strong('With open risks'), last, ...dates(forecast.risk_adjusted), '', ''];
  const each = spreading(forecast)
    .slice(0, FORECAST_ROWS)
    .map((m) => [name(m.id), rows.get(m.id)?.due ?? '–', ...dates(m), share(m.on_time), share(m.criticality)]);
  return openRisks(status).length === 0 ? [project, ...each] : [project, risky, ...each];
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
  const cells = forecastRows(page.status, found, name, (text) => `**${text.replaceAll(' ', '\u00A0')}**`);
  const columns = [
    '',
    'Due',
    'P50',
    'P85',
    'P95',
    ...['On\u00A0time', 'Critical'].map((title) => ({ title, optional: true })),
  ];
  const body =
    table(columns, cells) + more(spreading(found).length - FORECAST_ROWS, 'in `git milestone status --json`');
  return [body, ...forecastNotes(found, voice, name)].join('\n\n');
}
