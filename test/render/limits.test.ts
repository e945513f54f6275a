import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import { budgeted } from '../../src/render/budget.ts';
import { replyText } from '../../src/render/comment.ts';
import { commitMessage } from '../../src/render/commit-message.ts';
import { statusPage } from '../../src/render/status-page.ts';
import { summaryText } from '../../src/render/summary.ts';
import { answer, intent, plan, refusal } from './answers.ts';
import { largeStatus, sampleState } from './sample.ts';

const extras = { marker: '<!-- git-milestone intent=x -->', runUrl: 'https://github.com/acme/shop/actions/runs/7' };
const longest = '<b>|*_日本'.repeat(500);
const bytes = (text: string): number => new TextEncoder().encode(text).length;

/** A plan that edits and moves `count` milestones, each with the longest values that a comment can bring. */
function bulk(count: number): Plan {
  const base = plan();
  const [moved] = base.impact.milestones;
  const ids = Array.from({ length: count }, (_, i) => `M${i}`);
  return {
    ...base,
    intents: [intent('/milestone update …', [], { milestones: ids.join(','), scope: longest })],
    edits: ids.map((id) => ({ file: `active/${id}.yaml`, path: ['description'], before: longest, after: longest })),
    impact: { ...base.impact, milestones: ids.flatMap((id) => (moved ? [{ ...moved, id, title: longest }] : [])) },
    checks: Array.from({ length: 100 }, () => ({ mark: 'warning' as const, text: longest })),
  };
}

describe('size limits', () => {
  it('a dashboard of 10,000 milestones with the longest titles stays under 400 KB and says what is missing', () => {
    const page = statusPage(largeStatus(10_000, longest), sampleState());
    expect(bytes(page)).toBeLessThanOrEqual(400_000);
    expect(page).toMatch(/more in \[`\.milestones\/completed\/`\]|Left out for length/);
    expect(page.match(/<details>/g)?.length).toBe(page.match(/<\/details>/g)?.length);
  });

  it('a reply stays under 65,536 characters, keeps the outcome and names what it left out', () => {
    const status = largeStatus(1000, longest);
    const text = replyText(
      answer({ intents: bulk(500).intents, decision: { kind: 'planned', plan: bulk(500) }, status }),
      extras,
    );
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(text).toMatch(/^<!-- git-milestone intent=x -->\n### ✅ Applied: update 500 milestones scope\n/);
    expect(text).toContain('… 450 more in the commit');
    expect(text).toMatch(/Left out for length: .*dashboard.*STATUS\.md/);
    expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
  });

  it('drops the dashboard first', () => {
    const views = ['x'.repeat(58_500)];
    const text = replyText(answer({ views }), extras);
    expect(text).toContain('Left out for length: dashboard.');
    expect(text).toContain('Focus: M05');
  });

  it('a summary stays under 1 MiB with thousands of findings', () => {
    const found = Array.from({ length: 5000 }, (_, i) => ({
      ...({
        code: 'bad-date',
        severity: 'error',
        hint: longest,
        file: 'active/M01.yaml',
        line: i + 1,
        column: 1,
      } as const),
      message: longest,
    }));
    const text = summaryText(answer({ state: { ...sampleState(), diagnostics: found } }), extras);
    expect(bytes(text)).toBeLessThan(1_048_576);
    expect(text).toMatch(/4500 more|Left out for length: findings/);
  });

  it('a hundred refusals are one readable reply', () => {
    const one = refusal();
    const refusals = one.decision.kind === 'refused' ? one.decision.refusals : [];
    const many = Array.from({ length: 50 }, () => refusals).flat();
    const text = replyText({ ...one, decision: { kind: 'refused', refusals: many } }, extras);
    expect(text).toContain('… 80 more refusals');
    expect(text.length).toBeLessThan(20_000);
  });

  it('a text of which nothing may go is cut at a line, visibly', () => {
    const text = budgeted([{ text: 'line of text\n'.repeat(1000) }], 3000, 'See the file.');
    expect(text.length).toBeLessThanOrEqual(3000);
    expect(text).toMatch(/line of text\n\n… cut here for length\. See the file\.\n$/);
  });

  it('a text that fits is left alone', () => {
    expect(budgeted([{ text: 'a' }, { text: '' }, { text: 'b', drop: 1 }], 4, 'x')).toBe('a\n\nb\n');
  });
});

describe('commit messages', () => {
  it('have a subject of one line and at most 72 characters, whatever the command', () => {
    for (const [ids, options] of [
      [['M05'], { scope: longest, timeline: '+1w', dependencies: 'A,B', resources: '2 engineers', priority: 'high' }],
      [['a'.repeat(64), 'b'.repeat(64)], { timeline: '2024-08-02' }],
      [[], { milestones: 'M1,M2,M3,M4', priority: 'high\nEvil: trailer' }],
    ] as const) {
      const text = commitMessage({ ...bulk(100), intents: [intent('x', [...ids], options)] });
      const [subject = '', blank] = text.split('\n');
      expect(subject.length).toBeLessThanOrEqual(72);
      expect(subject).toMatch(/^milestone: update .*\(C-7f3a2b\)$/);
      expect(blank).toBe('');
    }
  });

  it('keep a trailer on one line', () => {
    expect(commitMessage(plan(), [['Milestone-Change', 'C-1\nEvil: yes']])).toMatch(
      /\n\nMilestone-Change: C-1 Evil: yes\n$/,
    );
  });
});

describe('the marker', () => {
  it('cannot end its comment early', () => {
    const text = replyText(answer(), { ...extras, marker: '<!-- git-milestone intent=a-->b --><script>' });
    expect(text.split('\n')[0]).toBe('<!-- git-milestone intent=a%2D%2D%3Eb %2D%2D%3E<script%3E -->');
  });
});
