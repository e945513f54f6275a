import type { Status } from '../model/status.ts';
import type { EarnedValue } from '../model/status-earned-value.ts';
import { figure, missing, some } from './figures.ts';
import { table } from './md-table.ts';
import { folded, type Page } from './page.ts';
import { markdownVoice, type Voice } from './voice.ts';
import { counted } from './when.ts';

type Evm = NonNullable<Status['evm']>;

const MEASURES = [
  ['pv', 'Planned value', 'PV'],
  ['ev', 'Earned value', 'EV'],
  ['ac', 'Actual cost', 'AC'],
  ['sv', 'Schedule variance', 'SV'],
  ['cv', 'Cost variance', 'CV'],
  ['spi', 'Schedule performance', 'SPI'],
  ['cpi', 'Cost performance', 'CPI'],
  ['bac', 'Budget at completion', 'BAC'],
  ['eac', 'Estimate at completion', 'EAC'],
  ['etc', 'Estimate to complete', 'ETC'],
  ['vac', 'Variance at completion', 'VAC'],
] as const;

/** Earned value in each unit that has any: `hours`, then the project's currency. */
export function accounts({ hours, money }: Evm, voice: Voice): { unit: string; value: EarnedValue }[] {
  const found = hours === null ? [] : [{ unit: 'hours', value: hours }];
  return money === null ? found : [...found, { unit: voice.text(money.currency), value: money }];
}

/** `hours: SPI 1.07, CPI 0.93, 795 expected for a budget of 736`. */
export function accountText({ unit, value }: { unit: string; value: EarnedValue }): string {
  const { spi, cpi, eac, bac } = value;
  const parts = [
    spi === null ? '' : `SPI ${figure(spi)}`,
    cpi === null ? '' : `CPI ${figure(cpi)}`,
    eac === null ? `budget ${figure(bac)}` : `${figure(eac)} expected for a budget of ${figure(bac)}`,
  ];
  return `${unit}: ${parts.filter((text) => text !== '').join(', ')}`.replace(/^./, (c) => c.toUpperCase());
}

/** Why figures are missing, and which milestones an account leaves out. */
export function accountNotes({ unit, value }: { unit: string; value: EarnedValue }, voice: Voice): string[] {
  const gone = missing(
    MEASURES.map(([key, , short]) => ({
      name: short,
      text: value[key] === null ? null : '',
      reason: value.reasons[key] === undefined ? null : voice.prose(value.reasons[key]),
    })),
  );
  const left = value.left_out.map(voice.text);
  return [
    gone === '' ? '' : `No data in ${unit}: ${gone}.`,
    left.length === 0
      ? ''
      : `In ${unit}, ${counted(value.milestones, 'milestone')}; without a budget: ${some(left, 10)}.`,
  ].filter((text) => text !== '');
}

/** Why there is no earned value in any unit; empty if there is some. */
export function withoutValue(evm: Evm, voice: Voice): string {
  if (evm.hours !== null || evm.money !== null) return '';
  const why = [evm.reasons.hours, evm.reasons.money].flatMap((text) => (text === undefined ? [] : [voice.prose(text)]));
  return `no data${why.length === 0 ? '' : `: ${why.join(', and ')}`}.`;
}

/** Earned value in hours and money; the table is folded. */
export function earnedValue(page: Page): string {
  const { evm, milestones } = page.status;
  if (evm === null || milestones.length === 0) return '';
  const voice = markdownVoice(page);
  const none = withoutValue(evm, voice);
  if (none !== '') return `**Earned value:** ${none}`;
  const all = accounts(evm, voice);
  const cell = (value: number | null): string => (value === null ? 'no data' : figure(value));
  // What no account knows is said below the table.
  const known = MEASURES.filter(([key]) => all.some(({ value }) => value[key] !== null));
  const rows = known.map(([key, name, short]) => [name, short, ...all.map(({ value }) => cell(value[key]))]);
  const units = all.map(({ unit }) => ({ title: unit === 'hours' ? 'Hours' : unit, align: 'r' as const }));
  const notes = all.flatMap((each) => accountNotes(each, voice));
  const body = [table(['Measure', '', ...units], rows), ...notes].join('\n\n');
  const said = all.map((each) => `- ${accountText(each)}`).join('\n');
  return ['## Earned value', said, folded('All measures', body)].join('\n\n');
}
