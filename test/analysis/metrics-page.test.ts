import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/status.ts';
import { readStore } from '../../src/store/read.ts';
import { loadFixture } from '../load-fixture.ts';

const page = readFileSync(new URL('../../docs/metrics.md', import.meta.url), 'utf8');
const status = analyse(readStore(loadFixture('reference')), '2024-07-26T16:45:00Z');

const rows = page
  .slice(page.indexOf('## The reference'))
  .split('\n')
  .flatMap((line) => {
    const [, reference, key, value] = /^\| (.+?) \| `([a-z_.0-9]+)` \| `(.+?)` \|/.exec(line) ?? [];
    return reference && key && value ? [[reference, key, value] as const] : [];
  });

function at(key: string): unknown {
  return key.split('.').reduce<unknown>((value, part) => (value as Record<string, unknown>)[part], status);
}

describe('docs/metrics.md', () => {
  it('has a row for every line', () => {
    expect(rows.length).toBe(page.split('\n').filter((line) => /^\| .* \| `[a-z]+\./.test(line)).length);
    expect(rows.length).toBeGreaterThan(50);
  });

  it.each(rows)('%s: %s is %s', (_, key, value) => {
    expect(at(key)).toEqual(JSON.parse(value));
  });

  it('explains every rule of health that fires on the reference project or on a late one', () => {
    const late = analyse(readStore(loadFixture('reference')), '2024-09-02T12:00:00Z');
    for (const { health, reasons } of [...status.milestones, ...late.milestones]) {
      if (health === 'done') continue;
      for (const { rule } of reasons) if (rule !== 'on-track') expect(page).toContain(`\`${rule}\``);
    }
  });

  it('defines every metric and every figure of the trends', () => {
    for (const key of [
      ...Object.keys(status.metrics ?? {}),
      'evm',
      'resources',
      ...Object.keys(status.change_facts ?? {}),
    ]) {
      expect(page).toContain(key);
    }
    // Of the forecast and of the tasks inside a milestone what stands on a formula, not the lists that hold it.
    const { milestones: _, ...forecast } = status.forecast ?? {};
    const { tasks, ...network } = status.milestones[4]?.task_schedule ?? {};
    for (const key of [...Object.keys(forecast), ...Object.keys(network), 'on_time', 'criticality', 'spread']) {
      expect(page).toContain(key);
    }
    for (const key of ['total_float_hours', 'free_float_hours']) {
      expect(tasks?.[0]).toHaveProperty(key);
      expect(page).toContain(key);
    }
    for (const part of Object.values(status.trends ?? {})) {
      for (const key of Object.keys(part)) if (!['reasons', 'practices'].includes(key)) expect(page).toContain(key);
    }
  });
});
