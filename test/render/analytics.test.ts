import { describe, expect, it } from 'vitest';
import type { Status } from '../../src/model/status.ts';
import { figure, missing, some } from '../../src/render/figures.ts';
import { statusPage } from '../../src/render/status-page.ts';
import { terminalStatus } from '../../src/render/terminal-status.ts';
import { emptyStatus, sampleState, sampleStatus } from './sample.ts';

type Metrics = NonNullable<Status['metrics']>;
type Forecast = NonNullable<Status['forecast']>;

const base = sampleStatus();
const metrics = base.metrics as Metrics;
const forecast = base.forecast as Forecast;

/** The sample whose metrics know nothing. */
function withoutData(): Status {
  const why = 'nothing is finished yet';
  const none = { value: null, rating: null, reason: why };
  return {
    ...base,
    metrics: {
      velocity: {
        ...metrics.velocity,
        ...none,
        ...{ series: [], trend: null, trend_test: null, sustainability: null, forecast: null },
        reasons: { trend: why },
      },
      efficiency: {
        ...metrics.efficiency,
        ...none,
        ...{ actual_hours: null, estimate_accuracy_percent: null, within_25_percent: null, rework_percent: null },
        ...{ defect_percent: null, technical_debt_percent: null },
      },
      timeline: {
        ...metrics.timeline,
        ...none,
        ...{ on_baseline_percent: null, average_slip_days: null, buffer_used_percent: null, external_active: 0 },
        ...{ external_resolved: 0, critical_path_variance_days: null },
      },
      risk: {
        ...metrics.risk,
        ...none,
        ...{ identified_early_percent: null, mitigation_success_percent: null, average_resolution_days: null },
        ...{ escalation_percent: null, trend: null },
      },
      quality: {
        ...metrics.quality,
        ...none,
        ...{ checks: [], satisfaction: null, targets_met_percent: null, first_time_trend: null },
      },
      capacity: { ...metrics.capacity, ...none, over_allocated: [], skills: null, reason: 'config.yaml names no team' },
    },
    trends: null,
    evm: { hours: null, money: null, reasons: { hours: 'no milestone has estimated hours' } },
    forecast: {
      ...forecast,
      ...{ p85: forecast.p50, p95: forecast.p50, drivers: [], reason: 'no history' },
      risk_adjusted: { p50: forecast.p50, p85: forecast.p50, p95: forecast.p50 },
      milestones: forecast.milestones.map((m) => ({ ...m, p85: m.p50, p95: m.p50, spread: 'none' as const })),
    },
    resources: [],
    change_facts: null,
  };
}

/** Text from one heading to the next. */
function section(page: string, title: string): string {
  return page.split(`## ${title}\n`)[1]?.split('\n## ')[0]?.trim() ?? '';
}

describe('figures', () => {
  it('are as exact as people read them', () => {
    expect([1.069, 99.999, 506.67, 22305.03, 1234567, -43.4, -0.001, 0].map(figure)).toEqual([
      ...['1.07', '100', '506.7', '22,305', '1,234,567', '-43.4', '0', '0'],
    ]);
  });

  it('that are missing are gathered by reason, in lower case unless abbreviated', () => {
    const gone = (name: string, reason: string) => ({ name, text: null, reason });
    const facts = [
      gone('Rework', 'no hours'),
      { name: 'Debt', text: '2%' },
      gone('SPI', 'too early'),
      gone('Defects', 'no hours'),
    ];
    expect(missing(facts)).toBe('rework, defects (no hours); SPI (too early)');
  });

  it('are counted where there are too many to list', () => {
    expect([some(['a', 'b'], 2), some(['a', 'b', 'c', 'd'], 2)]).toEqual(['a, b', 'a, b and 2 more']);
  });
});

describe('sections without any data', () => {
  const page = statusPage(withoutData(), sampleState());

  it('are one line with the reason', () => {
    expect(section(page, 'Performance metrics')).toBe(
      'No data yet: velocity, efficiency, timeline, risks, quality (nothing is finished yet); capacity (config.yaml names no team).',
    );
    expect(section(page, 'Forecast')).toBe('No forecast beyond the projected finish 2024-08-10: no history.');
    expect(page).toContain('\n**Analytics:** no data yet; the metrics above say what is missing.\n');
    expect(page).toContain('\n**Resources:** no data: config.yaml names no team.\n');
    expect(page).toContain('\n**Earned value:** no data: no milestone has estimated hours.\n');
  });

  it('leave the terminal the same lines, and no empty titles', () => {
    const text = terminalStatus(withoutData(), sampleState());
    expect(text).toContain('PERFORMANCE METRICS\nNo data yet: velocity,');
    expect(text).toContain('FORECAST\nNo forecast beyond the projected finish 2024-08-10: no history.');
    expect(text).not.toMatch(/^(ANALYTICS|RESOURCES|EARNED VALUE)$/m);
  });

  it('are not there at all without milestones', () => {
    expect(statusPage(emptyStatus(), sampleState())).not.toMatch(/Performance|Forecast|Analytics|Resources|Earned/);
  });
});

describe('the metrics', () => {
  it('say why a single one has no data, beside those that have', () => {
    const quality = {
      ...metrics.quality,
      value: null,
      rating: null,
      reason: 'no milestone says `first_time`',
      checks: [],
    };
    const page = statusPage({ ...base, metrics: { ...metrics, quality } }, sampleState());
    expect(page).toMatch(/\| ➖\u00A0Quality +\| no\u00A0data +\| ≥\u00A095% +\| no milestone says `first_time`; /);
    expect(page).toContain('🟢\u00A0Velocity');
  });

  it('give the rating in words where signs are off', () => {
    const plain = statusPage(base, sampleState({ emoji: false, sections: ['metrics', 'resources'] }));
    expect(plain).toMatch(/\| Velocity +\| on\u00A0target +\|/);
    expect(plain).toMatch(/\| Capacity +\| off\u00A0target +\|/);
    expect(plain).toContain('**155%**\u00A0over');
    expect(plain).not.toMatch(/\p{Emoji_Presentation}/u);
  });
});

describe('the forecast', () => {
  it('gives no chances for milestones whose dates are taken as certain', () => {
    const milestones = forecast.milestones.map((m) =>
      m.id === 'M05' ? { ...m, spread: 'none' as const, p85: m.p50, p95: m.p50 } : m,
    );
    const text = section(statusPage({ ...base, forecast: { ...forecast, milestones } }, sampleState()), 'Forecast');
    expect(text).not.toContain('| [M05]');
    expect(text).toMatch(/\| \[M06\].*75\.4%/);
  });

  it('says when it has no date at all', () => {
    const none = { ...forecast, p50: null, p85: null, p95: null, reason: 'M01 waits for itself' };
    expect(statusPage({ ...base, forecast: none }, sampleState())).toContain('No forecast: M01 waits for itself.');
  });
});

describe('people’s text in analytics', () => {
  it('reads as written and mentions nobody', () => {
    const page = statusPage(base, sampleState());
    expect(page).toContain('Infrastructure \\| @\u200Bops');
    expect(page).toContain('consultant \\| &lt;b>@\u200Bacme&lt;/b>');
    expect(page).toContain('missing: a\\*11y\\*');
  });
});

describe('days that pass without news', () => {
  it('do not change the page', () => {
    expect(statusPage({ ...base, as_of: '2024-07-27' }, sampleState())).toBe(statusPage(base, sampleState()));
  });
});
