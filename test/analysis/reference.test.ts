import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type * as z from 'zod';
import { analyse } from '../../src/analysis/status.ts';
import { configSchema } from '../../src/model/config.ts';
import { entrySchema } from '../../src/model/journal.ts';
import { sessionSchema, toSession } from '../../src/model/session.ts';
import { statusSchema } from '../../src/model/status.ts';
import { milestone, rowOf, state } from './builders.ts';

const ROOT = new URL('../fixtures/reference/', import.meta.url);
const STORE = new URL('.milestones/', ROOT);

function read(url: URL): unknown {
  return parse(readFileSync(url, 'utf8'));
}

function list(folder: string): string[] {
  return readdirSync(new URL(folder, STORE), { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.yaml'));
}

function referenceState() {
  const found = (['active', 'completed'] as const).flatMap((folder) =>
    list(`${folder}/`).map((name) =>
      milestone(name.replace('.yaml', ''), read(new URL(`${folder}/${name}`, STORE)) as object, folder),
    ),
  );
  const journal = list('logs/').map((name) => entrySchema.parse(read(new URL(`logs/${name}`, STORE))));
  return state({
    config: configSchema.parse(read(new URL('config.yaml', STORE))),
    milestones: found.sort((a, b) => (a.id < b.id ? -1 : 1)),
    journal: journal.sort((a, b) => (a.at < b.at ? -1 : 1)) as z.input<typeof entrySchema>[],
    sessions: list('sessions/').map((name) =>
      toSession(
        sessionSchema.parse(read(new URL(`sessions/${name}`, STORE))),
        name.replace('.yaml', ''),
        `sessions/${name}`,
      ),
    ),
  });
}

interface Expected {
  now: string;
  project: Record<string, unknown>;
  milestones: Record<string, Record<string, unknown>>;
  dependencies: unknown[];
  external: Record<string, unknown>[];
}

const expected = read(new URL('expected.yaml', ROOT)) as Expected;
const status = analyse(referenceState(), expected.now);

/** What the reference's matrix prints in words, as a health. */
const WORDS: Record<string, string> = { 'On track': 'on_track', 'At risk': 'at_risk', Dependent: 'pending' };

describe('the reference project against its hand values', () => {
  it('is a valid status', () => {
    expect(statusSchema.safeParse(status).error).toBeUndefined();
  });

  it.each(Object.keys(expected.milestones))('%s', (id) => {
    const { reference_status, reference_variance, health, requires, ...values } = expected.milestones[id] ?? {};
    const row = rowOf(status, id);
    expect(row).toMatchObject(values);
    expect(row.requires.map((r) => r.id)).toEqual(requires);
    if (health !== null) expect(row.health).toBe(health);
    const said = WORDS[String(reference_variance)];
    if (said) expect(row.health).toBe(said);
    expect(reference_status === 'DONE').toBe(row.health === 'done');
  });

  it('project and schedule', () => {
    const { progress, start, milestones, variance_days, ...schedule } = expected.project;
    expect(status.project).toMatchObject({ progress, milestones, health: 'on_track' });
    expect(status.schedule).toMatchObject({ start, ...schedule, cycle: null });
    expect(variance_days).toBe(-1);
    expect(status.project.reasons[0]?.text).toContain('1 working day before its due date 2024-08-08');
  });

  it('dependencies and external ones', () => {
    expect(status.dependencies).toEqual(expected.dependencies);
    expect(status.external).toHaveLength(expected.external.length);
    for (const [i, external] of expected.external.entries()) expect(status.external[i]).toMatchObject(external);
  });

  it('says why M06 is at risk and what M07 waits for', () => {
    expect(
      rowOf(status, 'M06')
        .reasons.map((r) => r.text)
        .join(),
    ).toContain('R-61 and R-62');
    const reasons = rowOf(status, 'M07').reasons.map((r) => r.text);
    expect(reasons[0]).toBe('Waits for M05 (88%) and M06 (45%)');
    expect(reasons).toContain('Infrastructure (external) is at risk');
    expect(rowOf(status, 'M07').blocked_by).toEqual(['M05', 'M06']);
  });

  it('ranks the four action items as the reference does', () => {
    const ranked = status.actions.map((a) => [a.priority, a.milestone]);
    expect(ranked[0]).toEqual(['urgent', 'M05']);
    expect(ranked).toContainEqual(['high', 'M07']);
    expect(ranked).toContainEqual(['medium', 'M06']);
    expect(ranked.at(-1)).toEqual(['low', 'M08']);
  });

  it('shows the last activity first, and three active sessions', () => {
    expect(status.activity.slice(0, 4).map((a) => a.at.slice(11, 16))).toEqual(['16:30', '15:45', '15:15', '14:30']);
    expect(status.sessions.map((s) => [s.milestone, s.progress, s.health])).toEqual([
      ['M07', 15, 'blocked'],
      ['M05', 88, 'healthy'],
      ['M06', 45, 'constrained'],
    ]);
  });
});
