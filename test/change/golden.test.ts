import { describe, expect, it } from 'vitest';
import { answerOf } from '../../src/change/answer.ts';
import { replyText } from '../../src/render/comment.ts';
import { terminalLog } from '../../src/render/log.ts';
import { outcomesOf } from '../../src/render/predictions.ts';
import { terminalAnswer, yamlAnswer } from '../../src/render/terminal-answer.ts';
import { applied, decided, intentOf, NOW, planned, reference } from './world.ts';

/** The reference's own examples on the reference project, under the reference's approval rules. */
const EXAMPLES: Record<string, string> = {
  'm05-scope':
    'update M05 --scope="Enhanced integration testing with performance validation" --timeline=+3days --effort=+15h --dependencies=+M06',
  'm06-resources': 'update M06 --resources="2.5 engineers, 1 performance specialist" --priority=high',
  'm05-m07-bulk': 'update --bulk --milestones="M05,M06,M07" --priority=high --resources="+0.5 engineer"',
  'm01-m08-keep-going': 'update --bulk --milestones=M0* --timeline=+1d --keep-going',
};

const store = reference({ approvals: true });

function answer(line: string): ReturnType<typeof answerOf> {
  const intent = intentOf(line);
  const decision = decided(store, line);
  if (decision.kind !== 'planned') throw new Error(decision.kind);
  const { after, state } = decision.plan;
  return answerOf({
    ...{
      intents: [intent],
      asked: [intent],
      views: [],
      decision,
      state,
      status: after,
      sha: null,
      written: true,
      sync: null,
      notice: null,
      pullRequest: null,
      withheld: false,
      maySee: true,
    },
    origin: { actor: 'wanda', source: 'https://example.org/1', now: NOW },
  });
}

describe('the examples of the reference', () => {
  for (const [name, line] of Object.entries(EXAMPLES)) {
    it(`${name} in a terminal, in a reply and as YAML`, async () => {
      const made = answer(line);
      await expect(terminalAnswer(made)).toMatchFileSnapshot(`golden/${name}.txt`);
      const reply = replyText(made, { marker: '<!-- git-milestone intent=x -->', runUrl: null });
      await expect(reply.replace(/<details>\n<summary>(?!Impl|Impact)[\s\S]*$/, '')).toMatchFileSnapshot(
        `golden/${name}.md`,
      );
      await expect(yamlAnswer(made) ?? '').toMatchFileSnapshot(`golden/${name}.yaml`);
    });
  }

  it('the log compares what was predicted with what came', () => {
    const plan = planned(store, 'update M07 --timeline=+2d');
    let state = applied(store, plan);
    const log = (at: typeof state, status: typeof plan.after): string =>
      terminalLog(at.journal.slice(-2), {}, outcomesOf(at, status));
    expect(log(state, plan.after)).toContain(
      'M08 predicted 2024-08-07 → 2024-08-09; now projected 2024-08-09, as predicted',
    );
    const next = planned(state, 'update M07 --status=completed', { id: 'x', now: '2024-08-01T12:00:00Z' });
    state = applied(state, next);
    expect(log(state, next.after)).toContain('M07 predicted 2024-08-04 → 2024-08-06; finished 2024-08-01, -5 days');
    expect(state.journal.at(-1)?.impact?.map((p) => p.milestone)).toContain('M07');
  });
});
