import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Status } from '../../src/model/status.ts';
import { flowchart } from '../../src/render/flowchart.ts';
import { gantt } from '../../src/render/gantt.ts';
import { dashboardPage } from '../../src/render/page.ts';
import { largeStatus, row, sampleState, sampleStatus } from './sample.ts';

let parse: (text: string) => Promise<unknown>;

beforeAll(async () => {
  // Mermaid looks for a browser when it is imported, not when it is used.
  const { window } = new JSDOM('');
  Object.assign(globalThis, { window, document: window.document });
  const { default: mermaid } = await import('mermaid');
  parse = (text) => mermaid.parse(text);
});

/** The diagram without its fence, which must be the whole block. */
function source(block: string): string {
  expect(block).toMatch(/^```mermaid\n(?:(?!```)[^\n]*\n)+```$/);
  return block.split('\n').slice(1, -1).join('\n');
}

const draw = (status: Status): string[] => {
  const page = dashboardPage(status, sampleState());
  return [gantt(page).text, flowchart(page).text].map(source);
};

/** Two milestones with any title and id, and something from outside. */
function named(id: string, title: string): Status {
  const status = sampleStatus();
  const dates = { projected_start: '2024-07-01', projected_finish: '2024-07-05' };
  return {
    ...status,
    milestones: [row({ id, title, ...dates, critical: true }), row({ id: 'zz', title, ...dates, duration_days: 0 })],
    dependencies: [{ from: id, to: 'zz', lag_days: -2, state: 'waiting' }],
    external: [{ name: title, milestone: 'zz', status: 'ok', progress: null, owner: null, due: null, note: null }],
  };
}

describe('diagrams', () => {
  it('of the sample project parse, as gantt and flowchart', async () => {
    const [first = '', second = ''] = draw(sampleStatus());
    await expect(parse(first)).resolves.toMatchObject({ diagramType: 'gantt' });
    await expect(parse(second)).resolves.toMatchObject({ diagramType: 'flowchart-v2' });
  });

  it('parse whatever titles and ids hold', async () => {
    const word = fc.constantFrom(
      ...[
        '"',
        ';',
        '#',
        '%%',
        '%%{init}%%',
        '[',
        ']',
        '(',
        ')',
        '{',
        '}',
        '|',
        '-->',
        ':',
        '\n',
        '`',
        '<b>',
        '&lt;',
        '#35;',
        '\\',
        '\\n',
        '$$x$$',
      ],
      ...[
        'end',
        'section',
        'title',
        'click',
        'done',
        'crit',
        'gantt',
        'graph',
        'subgraph',
        'class',
        '2024-07-01',
        '日本',
        ',',
        '@',
        "'",
        ' ',
        'a',
        ':::x',
      ],
    );
    const title = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(''));
    const id = fc.constantFrom(
      'M05',
      'end',
      'title',
      'section',
      '2024-07-01',
      '1.2-rc_3',
      'click',
      'o',
      'x',
      'graph',
      'default',
      'a.b',
      'A-1',
      'todayMarker',
    );
    await fc.assert(
      fc.asyncProperty(id, title, async (given, text) => {
        for (const diagram of draw(named(given, text))) await parse(diagram);
      }),
      { numRuns: 150 },
    );
  });

  it('tell ids apart that differ in punctuation only', () => {
    const [, text = ''] = draw({
      ...named('a.b', 'A'),
      milestones: [
        row({ id: 'a.b', title: 'A' }),
        row({ id: 'a-b', title: 'B', projected_finish: '2024-07-01' }),
        row({ id: 'n_a', title: 'C' }),
      ],
      dependencies: [
        { from: 'a.b', to: 'a-b', lag_days: 0, state: 'waiting' },
        { from: 'a-b', to: 'n_a', lag_days: 0, state: 'waiting' },
      ],
      external: [],
    });
    expect(new Set([...text.matchAll(/^ {2}(\w+)\["/gm)].map((match) => match[1])).size).toBe(3);
  });

  it('stay within GitHub’s limits and say how many are missing', () => {
    const page = dashboardPage(largeStatus(3000, 'A title that takes some room in every label'), sampleState());
    for (const { text, missing } of [gantt(page), flowchart(page)]) {
      expect(text.length).toBeLessThan(50_000);
      expect(text.match(/-->|==>|-\.->/g)?.length ?? 0).toBeLessThan(500);
      expect(missing).toBeGreaterThan(2900);
    }
  });

  it('draw fewer milestones rather than too many edges', () => {
    const status = largeStatus(60);
    const dependencies = status.milestones.flatMap((to, i) =>
      status.milestones
        .slice(0, i)
        .map((from) => ({ from: from.id, to: to.id, lag_days: 0, state: 'waiting' as const })),
    );
    const { text, missing } = flowchart(dashboardPage({ ...status, dependencies }, sampleState()));
    expect(text.match(/-->|==>/g)?.length ?? 0).toBeLessThanOrEqual(200);
    expect(missing).toBeGreaterThan(0);
  });
});
