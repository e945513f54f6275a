import { describe, expect, it } from 'vitest';
import { forecastRows } from '../../src/render/forecast.ts';
import { openRisks } from '../../src/render/lists.ts';
import { row, sampleStatus } from './sample.ts';

const status = sampleStatus();
const forecast = status.forecast;
if (!forecast) throw new Error('the sample has a forecast');
const same = (text: string): string => text;

describe('the rows of the forecast', () => {
  it('hold the project against the last due date, not against its planned finish', () => {
    const late = { ...status, schedule: { ...status.schedule, planned_finish: '2024-05-10' } };
    expect(forecastRows(late, forecast, same, same)[0]?.[1]).toBe('2024-08-08');
    const cancelled = row({ id: 'Z', title: 'Z', status: 'cancelled', due: '2030-01-01' });
    const more = { ...status, milestones: [...status.milestones, cancelled] };
    expect(forecastRows(more, forecast, same, same)[0]?.[1]).toBe('2024-08-08');
    const none = { ...status, milestones: status.milestones.map((each) => ({ ...each, due: null })) };
    expect(forecastRows(none, forecast, same, same)[0]?.[1]).toBe('–');
  });
});

describe('open risks', () => {
  it('are those of open milestones, as the metric counts them', () => {
    const [risk] = status.risks;
    if (!risk) throw new Error('the sample has a risk');
    const of = (milestone: string) => openRisks({ ...status, risks: [{ ...risk, status: 'open', milestone }] }).length;
    expect([of('M01'), of('M05')]).toEqual([0, 1]);
  });
});
