import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { factsOf } from '../../src/change/approval-facts.ts';
import { planned, reference } from './world.ts';

it('docs/approvals.md tells of every key that `when` can have, and of no other', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/approvals.md'), 'utf8');
  const section = page.slice(page.indexOf('### What `when`'), page.indexOf('**Budget.**'));
  const told = [...section.matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1]);
  const state = reference();
  const { edits, impact } = planned(state, 'update M05 --scope=New');
  const facts = factsOf(state, edits, impact, { timelineDays: 0, p85Days: 0, cost: 0 });
  expect(told.toSorted()).toEqual(Object.keys(facts).toSorted());
});
