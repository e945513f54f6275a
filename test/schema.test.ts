import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { analyse } from '../src/analysis/status.ts';
import { jsonSchemas } from '../src/model/json-schema.ts';
import type { StoreFile } from '../src/model/state.ts';
import { changesOf } from '../src/store/journal.ts';
import { isDependencyMap, roleOf } from '../src/store/layout.ts';
import { readStore } from '../src/store/read.ts';
import { loadFixture } from './load-fixture.ts';

const SCHEMAS = join(import.meta.dirname, '../dist/schema');
const FIXTURES = join(import.meta.dirname, 'fixtures');
const NOW = '2024-07-26T16:45:00Z';

const published = (name: string): string => readFileSync(join(SCHEMAS, `${name}.schema.json`), 'utf8');

/** Every fixture repository with a store, those with bad input included. */
const fixtures = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.milestones'))
  .map((path) => path.replace(/[\\/]\.milestones$/, '').replaceAll('\\', '/'))
  .sort();
const good = fixtures.filter((name) => !name.startsWith('bad-input/'));

const KINDS: Readonly<Record<string, string>> = {
  milestone: 'milestone',
  config: 'config',
  session: 'session',
  entry: 'journal',
  template: 'template',
  metrics: 'metrics',
  'sync-base': 'state-github',
};

/** The schema that an editor would hold a file of the store against; null for files that are none of ours. */
function schemaOf(file: StoreFile): string | null {
  const role = roleOf(file.path);
  // Elsewhere in `logs/` anybody's log may lie.
  if (role.kind === 'entry' && !role.certain) return null;
  if (role.kind === 'milestone' && file.kind === 'text' && isDependencyMap(role.id, parse(file.text))) return null;
  return KINDS[role.kind] ?? null;
}

describe('the published schemas', () => {
  const validators = new Map<string, ValidateFunction>();
  beforeAll(() => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    for (const file of readdirSync(SCHEMAS)) {
      const name = file.replace('.schema.json', '');
      validators.set(name, ajv.compile(JSON.parse(published(name)) as object));
    }
  });

  function faults(name: string, value: unknown): string[] {
    const validate = validators.get(name);
    if (!validate) throw new Error(`no schema ${name}`);
    // What a program reads is JSON: an undefined property would not be there.
    validate(JSON.parse(JSON.stringify(value)));
    return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
  }

  it('are those that the model makes', () => {
    const made = jsonSchemas();
    expect(readdirSync(SCHEMAS).sort()).toEqual(Object.keys(made).sort());
    for (const [file, text] of Object.entries(made)) expect(published(file.replace('.schema.json', ''))).toBe(text);
  });

  it('are of draft 2020-12, and only a milestone’s title is required', () => {
    for (const name of validators.keys()) {
      expect(JSON.parse(published(name))).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
    }
    expect(faults('milestone', { title: 'x' })).toEqual([]);
    expect(faults('milestone', {})).toEqual([" must have required property 'title'"]);
    expect(faults('config', {})).toEqual([]);
  });

  it.each(fixtures)('fit what status --json prints for %s', (name) => {
    const state = readStore(loadFixture(name));
    const status = analyse(state, NOW, changesOf(state.journal));
    expect(status.schema).toBe('git-milestone/status@1');
    expect(faults('status', status)).toEqual([]);
  });

  it('fit what status --json prints for an empty store', () => {
    const state = readStore([]);
    expect(faults('status', analyse(state, NOW, []))).toEqual([]);
  });

  it('close the contract: an unknown key or a value outside a list is a fault', () => {
    const state = readStore(loadFixture('reference'));
    const status = analyse(state, NOW, changesOf(state.journal));
    expect(faults('status', { ...status, project: { ...status.project, health: 'splendid' } })).not.toEqual([]);
    const { as_of: _, ...rest } = status;
    expect(faults('status', rest)).toEqual([" must have required property 'as_of'"]);
  });

  it.each(good)('accept every file of %s', (name) => {
    const files = loadFixture(name).flatMap((file) => {
      const schema = schemaOf(file);
      return schema && file.kind === 'text' ? [{ path: file.path, schema, text: file.text }] : [];
    });
    expect(files.length).toBeGreaterThan(0);
    const found = files.flatMap(({ path, schema, text }) =>
      faults(schema, parse(text)).map((why) => `${path}: ${why}`),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ['bad-input/wrong-types', 'active/M05.yaml'],
    ['bad-input/missing-title', 'active/M05.yaml'],
    ['bad-input/unknown-status', 'active/M05.yaml'],
  ])('let an editor underline the fault of %s', (name, path) => {
    const texts = loadFixture(name).flatMap((file) => (file.path === path && file.kind === 'text' ? [file.text] : []));
    expect(texts.flatMap((text) => faults('milestone', parse(text)))).not.toEqual([]);
  });
});
