import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  breaches,
  cycleIn,
  directoryOf,
  folderOf,
  graphOf,
  MEDIAN_LINES,
  median,
  TABLE,
} from './architecture/rules.ts';
import { readSource, type Source } from './architecture/source.ts';

const SRC = join(import.meta.dirname, '../src');

const sources: Source[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readSource(path.split(sep).join('/'), readFileSync(join(SRC, path), 'utf8')));

/** The tree with one more file in it. */
const planted = (path: string, text: string): string[] => breaches([...sources, readSource(path, text)]);

describe('the sources', () => {
  it('keep to the folder table, to purity, to names and to the size of a file', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(breaches(sources)).toEqual([]);
  });

  it('fill every folder of the table, and no other', () => {
    expect(new Set(sources.map(({ path }) => folderOf(path)))).toEqual(new Set(Object.keys(TABLE)));
  });

  it('have no cycle between nested folders either', () => {
    expect(cycleIn(graphOf(sources, directoryOf))).toBeNull();
  });

  it('are small: half of the files at most 80 lines', () => {
    expect(median(sources.map(({ lines }) => lines))).toBeLessThanOrEqual(MEDIAN_LINES);
  });
});

describe('a breach would be seen', () => {
  it.each([
    ['model/x.ts', "import { readStore } from '../store/read.ts';", 'model may not import store'],
    ['model/x.ts', "import type { State } from '../store/read.ts';", 'model may not import store'],
    ['analysis/x.ts', "export * from '../io/files.ts';", 'analysis may not import io'],
    ['analysis/x.ts', "export { readFiles } from '../io/files.ts';", 'analysis may not import io'],
    ['command/x.ts', "export const x = () => import('../run.ts');", 'command may not import run'],
    [
      'store/x.ts',
      "type T = import('../change/decide.ts').Decision; export type U = T;",
      'store may not import change',
    ],
    ['render/x.ts', "import { decide } from '../change/decide.ts';", 'render may import only types of change'],
    ['io/x.ts', "import { analyse } from '../analysis/status.ts';", 'io may not import analysis'],
    ['io/x.ts', "import * as core from '@actions/core';", 'io may not import @actions/core'],
    ['cli.ts', "import * as core from '@actions/core';", 'cli may not import @actions/core'],
    ['store/x.ts', "import 'lodash/fp';", 'store may not import lodash'],
    ['store/x.ts', "import { readFileSync } from 'node:fs';", 'store may not import node:fs'],
    ['change/x.ts', "import { randomUUID } from 'node:crypto';", 'change may not take randomUUID'],
    ['command/x.ts', "import { inspect } from 'node:util';", 'command may not take inspect'],
    ['model/x.ts', "import { z } from 'zod';", 'zod is imported as a whole'],
    ['model/x.ts', "import { a } from './day';", 'lacks the .ts extension'],
    ['model/x.ts', 'export const at = (): number => Date.now();', 'Date.now in a pure folder'],
    ['model/x.ts', 'export const at = (): Date => new Date();', 'new Date() in a pure folder'],
    ['render/x.ts', 'export const at = (): number => Math.random();', 'Math.random in a pure folder'],
    ['analysis/x.ts', "export const at = (): unknown => process.env['TZ'];", 'process in a pure folder'],
    ['analysis/x.ts', 'const { env } = process; export const at = env;', 'process in a pure folder'],
    [
      'render/x.ts',
      'export const at = (d: Date): string => d.toLocaleDateString();',
      'toLocaleDateString in a pure folder',
    ],
    ['model/utils.ts', '', 'utils is a drawer'],
    ['helpers/x.ts', '', 'helpers is a drawer'],
    ['model/camelCase.ts', '', 'camelCase is not kebab-case'],
    ['model/x.ts', '\n'.repeat(251), '251 lines'],
  ])('%s: %s', (path, text, breach) => {
    expect(planted(path, text).join('\n')).toContain(breach);
  });

  it('a date made from a value is no breach, nor is a library by its path', () => {
    const alone = (text: string): string[] => breaches([readSource('model/x.ts', text)]);
    expect(alone('export const at = (n: number): Date => new Date(n);')).toEqual([]);
    expect(alone("import * as z from 'zod/mini'; export const s = z;")).toEqual([]);
  });

  it('cycles: between folders and between files', () => {
    const pair = [
      readSource('model/a.ts', "import './b.ts';"),
      readSource('model/b.ts', "import type { A } from './a.ts'; export type B = A;"),
    ];
    expect(breaches(pair)).toEqual(['a cycle: model/a.ts → model/b.ts → model/a.ts']);
    expect(planted('model/x.ts', "import type { S } from '../store/read.ts'; export type T = S;").join()).toContain(
      'a cycle: ',
    );
  });
});
