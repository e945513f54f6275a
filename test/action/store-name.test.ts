import { expect, it } from 'vitest';
import { isStore } from '../../src/action/founded.ts';
import { checkName, idInStore } from '../../src/action/store-name.ts';
import { markedIntents, marker } from '../../src/model/marker.ts';
import { previewMarker } from '../../src/render/preview.ts';

it('what is written for the usual store bears no name, what is for another does', () => {
  expect([idInStore('IC_1', '.milestones'), checkName('.milestones'), previewMarker('')]).toEqual([
    'IC_1',
    'milestones/approval',
    '<!-- git-milestone preview -->',
  ]);
  const other = idInStore('IC_1', 'a--b/.milestones');
  expect(markedIntents(marker([other]))).toEqual([other]);
  expect(other).not.toBe('IC_1');
  expect(checkName('b/.milestones')).toBe('milestones/approval (b/.milestones)');
  expect(previewMarker('a--b/.milestones')).toBe('<!-- git-milestone preview a%2D%2Db%2F.milestones -->');
});

it.each([
  [['config.yaml'], true],
  [['active/M01.yaml'], true],
  [['logs/2024/07/x.yaml'], true],
  [['milestones.yml', 'guide/active.yaml'], false],
  [[], false],
])('%j is the content of a store: %j', (paths, expected) => {
  expect(isStore(paths.map((path) => ({ path })))).toBe(expected);
});
