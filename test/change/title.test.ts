import { describe, expect, it } from 'vitest';
import { planned, reference } from './world.ts';

const store = reference();
const texts = (plan: ReturnType<typeof planned>): string[] => plan.checks.map((check) => check.text);

describe('a title that another milestone has', () => {
  it('is warned of, in a bulk update too', () => {
    const alone = planned(store, 'update M05 --title="Only one"');
    expect(texts(alone).filter((text) => text.includes('title'))).toEqual([]);
    const plan = planned(store, 'update --bulk --milestones=M05,M06 --title=Same');
    expect(plan.checks).toContainEqual({
      mark: 'warning',
      text: 'M05 gets the title that M06 has too; GitHub takes a title only once',
    });
  });
});
