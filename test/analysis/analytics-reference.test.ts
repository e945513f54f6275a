import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { analyse } from '../../src/analysis/status.ts';
import { statusSchema } from '../../src/model/status.ts';
import { readStore } from '../../src/store/read.ts';
import { loadFixture } from '../load-fixture.ts';
import { unexplained } from './nulls.ts';

const { now, later } = parse(readFileSync(new URL('../fixtures/reference/expected.yaml', import.meta.url), 'utf8')) as {
  now: string;
  later: Record<string, unknown>;
};
const status = analyse(readStore(loadFixture('reference')), now);
const { metrics, evm, trends, resources, change_facts } = status;
if (!metrics || !evm?.hours || !evm.money || !trends || !resources || !change_facts) throw new Error('not computed');
const { velocity, efficiency, timeline, risk, quality, capacity } = metrics;
const { hours, money } = evm;

describe('the analytics of the reference project against its hand values', () => {
  it('are what the contract says, and explain every null', () => {
    expect(statusSchema.safeParse(status).error).toBeUndefined();
    expect(unexplained(status)).toEqual([]);
  });

  it('has the figures that its README counts by hand', () => {
    expect(efficiency.value).toBe(later['effort_ratio']);
    expect(efficiency.rework_percent).toBe(later['rework_percent']);
    expect(efficiency.technical_debt_percent).toBe(later['debt_percent']);
    expect(quality.satisfaction).toBe(later['satisfaction']);
    expect(timeline.value).toBe(later['on_time_percent']);
    expect(quality.value).toBe(later['first_time_percent']);
    expect(capacity.value).toBe(later['team_load_percent']);
    expect(risk.high_open).toEqual(later['high_risks_open']);
    const skills = later['skills_covered'] as { needed: number; covered: number; missing: string[] };
    expect(capacity.skills).toEqual(skills);
    const { team, count } = later['multi_skilled'] as { team: number; count: number };
    expect(capacity.cross_training_percent).toBe(Math.round((count / team) * 1000) / 10);
    const today = resources.filter((row) => row.kind === 'person' && row.window.start === status.as_of);
    expect(Object.fromEntries(today.map((row) => [row.who, row.load_percent]))).toEqual(later['load_percent']);
  });

  it('velocity: two milestones in each of the last two of four weeks, and hours by the day a task was done', () => {
    expect(velocity).toMatchObject({
      value: 1,
      n: 4,
      weeks: 4,
      rating: 'green',
      baseline: 1,
      versus_target_percent: 0,
    });
    expect(velocity.series.map((week) => week.milestones)).toEqual([0, 0, 2, 2]);
    // M01 24 · 48 · 40 + 48 + M02 48 + M03 16 + 24 + M04 32 · M03 32 + M04 88 + M05 90 + M06 28
    expect(velocity.series.map((week) => week.hours)).toEqual([24, 48, 208, 238]);
    expect(velocity.hours_per_week).toBe(129.5);
    // Of the 24 orders of four values one only rises and one only falls: 2 / 24.
    expect(velocity.trend_test).toMatchObject({ of: 'hours', s: 6, p_value: 0.083 });
    // Slopes of the pairs: 24, 30, 71.33, 92, 95, 160.
    expect(velocity.trend_test?.slope_per_week).toBe(81.67);
    expect(velocity).toMatchObject({ trend: 'increasing', variation: 0.842, sustainability: 'low' });
    expect(velocity.forecast?.milestones_per_week).toEqual({ expected: 1, low: 0, high: 3.11 });
  });

  it('efficiency', () => {
    // 100 − mean of 24/184, 2/50, 4/68, 10/130; 3 of 37 finished tasks have a defect.
    expect(efficiency).toMatchObject({ n: 4, actual_hours: 432, estimated_hours: 400, rating: 'amber' });
    expect(efficiency).toMatchObject({ estimate_accuracy_percent: 92.3, within_25_percent: 100, defect_percent: 8.1 });
  });

  it('timeline', () => {
    expect(timeline).toMatchObject({ rating: 'amber', on_baseline_percent: 75, average_slip_days: 0.25 });
    // 20 % of nine days; projected one day before the due date: 1 / 1.8 left.
    expect(timeline).toMatchObject({ buffer_days: 1.8, buffer_remaining_percent: 55.6, buffer_used_percent: 44.4 });
    expect(timeline).toMatchObject({ room_days: 1, room_percent: 2.6, critical_path_variance_days: -1 });
    expect(timeline).toMatchObject({ external_active: 5, external_resolved: 2, dependency_resolution_days: null });
  });

  it('risk', () => {
    // .3·1 + .4·2 + .2·1 + .6·3 + .3·4 + .5·2 + .4·1
    expect(risk).toMatchObject({ value: 5.7, n: 7, target: 1, rating: 'red', exposure_before_days: 0 });
    // known 07-08, occurred 07-11, settled 07-13; R-54: 07-20 to 07-22; R-61 of nine was escalated.
    expect(risk).toMatchObject({ identified_early_percent: 100, mitigation_success_percent: 50 });
    expect(risk).toMatchObject({ average_resolution_days: 3.5, escalation_percent: 11.1, trend: 'worsening' });
  });

  it('quality and capacity', () => {
    expect(quality).toMatchObject({ n: 4, rating: 'green', targets_met_percent: 75, first_time_trend: 'stable' });
    expect(quality.checks.map((check) => check.met)).toEqual([true, true, true, false]);
    expect(capacity).toMatchObject({ rating: 'amber', load_percent: 572.5, capacity_percent: 650, people: 7 });
    expect(capacity.over_allocated.map((row) => [row.who, row.load_percent, row.milestones])).toEqual([
      ['erin', 155, ['M05', 'M06']],
    ]);
    // Idle: alice 10, bob 10, frank 50 (on critical M05); grace 25, heidi 25, ivan 12.5 (on M06 only), of 650.
    expect(capacity).toMatchObject({ idle_percent: 20.4, optimisation_percent: 9.6, unassigned: ['M07', 'M08'] });
  });

  it('earned value', () => {
    // PV 400 + 120 · 6/9 + 80 · 3/9; EV 400 + 105.6 + 36; AC 432 + 114 + 39.
    expect(hours).toMatchObject({ pv: 506.67, ev: 541.6, ac: 585, bac: 736, sv: 34.93, cv: -43.4 });
    expect(hours).toMatchObject({ spi: 1.069, cpi: 0.926, eac: 794.98, etc: 209.98, vac: -58.98, left_out: [] });
    // PV 8,000 + 5,000; EV 10,560 + 6,750; AC 10,200 + 4,100.
    expect(money).toMatchObject({ currency: 'USD', pv: 13000, ev: 17310, ac: 14300, bac: 27000, cpi: 1.21 });
  });

  it('trends under the names of the reference', () => {
    expect(trends.velocity_analysis).toMatchObject({ current_velocity: 1, improvement_percentage: 0 });
    expect(trends.quality_trends).toMatchObject({ first_time_quality: 1, defect_rate: 0.081, rework_percentage: 0.04 });
    expect(trends.efficiency_indicators).toMatchObject({ estimate_accuracy: 0.923, process_maturity: 'established' });
    expect(trends.efficiency_indicators.improvement_opportunities.map((o) => o.key)).toEqual([
      'on_time_delivery',
      'resource_optimization',
      'risk_mitigation',
      'quality_targets',
      'recording',
    ]);
    expect(trends.risk_management).toMatchObject({ average_resolution_time: 3.5, escalation_rate: 0.111 });
  });

  it('what a change could use', () => {
    expect(change_facts.parallel_workstreams.map((w) => w.milestones)).toEqual([
      ['M05', 'M06'],
      ['M06', 'M07'],
    ]);
    expect(change_facts.early_starts).toEqual([
      { milestone: 'M08', rule: 'nobody-shared', days: 10, without: ['M07'] },
    ]);
    expect(change_facts.resource_sharing.map((row) => row.who)).toEqual(['erin']);
    expect(change_facts.cross_training.map((row) => [row.skill, row.known_by])).toEqual([
      ['automation', 'alice'],
      ['backend', 'bob'],
      ['database', 'grace'],
      ['devops', 'frank'],
      ['writing', 'heidi'],
    ]);
    // Accessibility was needed by finished tasks only.
    expect(change_facts.skill_gaps).toEqual([]);
  });
});
