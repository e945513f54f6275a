import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnostic } from '../../src/model/diagnostic.ts';
import { toTask } from '../../src/model/task.ts';
import { bar, percent } from '../../src/render/bar.ts';
import { focusPage } from '../../src/render/focus.ts';
import { gantt } from '../../src/render/gantt.ts';
import { outlook, standing } from '../../src/render/label.ts';
import { reportPage } from '../../src/render/page.ts';
import { statusPage } from '../../src/render/status-page.ts';
import { inDependencyOrder } from '../../src/render/tasks.ts';
import { terminalDiagnostics } from '../../src/render/terminal-diagnostics.ts';
import { terminalFocus } from '../../src/render/terminal-focus.ts';
import { terminalStatus } from '../../src/render/terminal-status.ts';
import { instant } from '../../src/render/when.ts';
import { pad, shorten, width } from '../../src/render/width.ts';
import { row, sampleState, sampleStatus } from './sample.ts';

describe('bars and percentages', () => {
  it('look finished only at 100 and untouched only at 0', () => {
    expect([bar(99.9, 10), bar(100, 10), bar(0.1, 10), bar(0, 10), bar(88, 24)]).toEqual([
      '█████████░',
      '██████████',
      '█░░░░░░░░░',
      '░░░░░░░░░░',
      '█████████████████████░░░',
    ]);
    expect([percent(99.97), percent(0.01), percent(87.54), percent(100), percent(0)]).toEqual([
      '99.9%',
      '0.1%',
      '87.5%',
      '100%',
      '0%',
    ]);
  });

  it('have as many cells as asked for', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.nat(80),
        (value, cells) => bar(value, cells).length === cells,
      ),
    );
  });
});

describe('widths', () => {
  it('count wide characters and emoji as two columns, combining marks as none', () => {
    expect([
      width('abc'),
      width('日本'),
      width('⛔'),
      width('⚠️'),
      width('e\u0301'),
      width('👩‍👩‍👧'),
      width('🇩🇪'),
      width('→ …'),
    ]).toEqual([3, 4, 2, 2, 1, 2, 2, 3]);
  });

  it('fill and cut to the exact size', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.integer({ min: 1, max: 30 }), (text, size) => {
        expect(width(shorten(text, size))).toBeLessThanOrEqual(size);
        expect(width(pad(text, size))).toBe(size);
      }),
    );
  });
});

describe('dates', () => {
  it('are UTC to the minute; what is no instant stays as it is', () => {
    expect(instant('2024-07-20T18:30:59+02:00')).toBe('2024-07-20 16:30 UTC');
    expect(instant('1969-12-31T23:59:00Z')).toBe('1969-12-31 23:59 UTC');
    expect(instant('2024-07-20')).toBe('2024-07-20');
  });
});

describe('a milestone that was given up', () => {
  it('is not called done', () => {
    const state = { ...sampleState(), milestones: [] };
    const status = {
      ...sampleStatus(),
      milestones: [row({ id: 'M1', title: 'One', status: 'cancelled', health: 'done' })],
    };
    expect(terminalFocus(status, state, 'M1')).toContain('0% complete · 🚫 Cancelled · medium priority');
    expect(focusPage(status, state, 'M1')).not.toMatch(/done/i);
  });
});

describe('what is finished on a day that nobody knows', () => {
  const chart = (planned_finish: string) => {
    const given = { id: 'M1', title: 'One', status: 'completed', planned_start: '2024-07-01', planned_finish } as const;
    const status = { ...sampleStatus(), as_of: '2024-07-08', milestones: [row(given)] };
    return gantt(reportPage(status, sampleState())).text;
  };

  it('stands in the chart where it was planned, but not in days to come', () => {
    expect(chart('2024-07-05')).toContain('done, 2024-07-01, 2024-07-05');
    expect(chart('2024-07-12')).not.toContain('M1');
  });
});

describe('how a milestone stands', () => {
  const m = { id: 'M1', title: 'One' };
  it.each([
    [{ status: 'completed', due: '2024-07-01', variance_days: 2 }, '+2 days'],
    [{ status: 'completed', due: '2024-07-01', variance_days: 0 }, 'On time'],
    [{ status: 'completed', due: '2024-07-01', variance_days: -1 }, '-1 day'],
    [{ status: 'completed', due: '2024-07-01' }, 'no data'],
    [{ status: 'completed' }, 'no due date'],
    [{ status: 'cancelled' }, '–'],
    [{ health: 'pending', blocked_by: ['M0'] }, 'Dependent'],
    [{ health: 'on_track', due: '2024-07-01', projected_finish: '2024-07-01', variance_days: 0 }, 'On track'],
    [
      { health: 'late', due: '2024-07-01', projected_finish: '2024-07-05', variance_days: 4 },
      'Late · 2024-07-05 (+4 days)',
    ],
    [{ health: 'on_track', projected_finish: '2024-07-05' }, 'On track · 2024-07-05'],
  ] as const)('%o → %s', (given, text) => {
    expect(
      outlook(
        row({ ...m, ...given, ...('blocked_by' in given ? { blocked_by: [...given.blocked_by] } : {}) } as Parameters<
          typeof row
        >[0]),
      ),
    ).toBe(text);
  });

  it('says its reason once', () => {
    const reasons = [{ rule: 'x', text: 'Blocked: no servers' }];
    expect(standing(row({ ...m, health: 'blocked', remaining_days: 3, reasons }))).toBe(
      '3 days left, blocked: no servers',
    );
    expect(standing(row({ ...m, health: 'late', reasons }))).toBe('remaining work: no data, late: Blocked: no servers');
  });
});

describe('remaining tasks', () => {
  it('come after what they depend on, each once, cycles last', () => {
    const tasks = [
      { id: 'c', depends_on: ['b'] },
      { id: 'x', depends_on: ['y'] },
      { id: 'y', depends_on: ['x'] },
      { id: 'b', depends_on: ['a', 'gone'] },
      { id: 'a', depends_on: ['a'] },
      { id: 'd', status: 'completed' as const },
    ].map(toTask);
    expect(inDependencyOrder(tasks).map((task) => task.id)).toEqual(['a', 'b', 'c', 'x', 'y']);
  });
});

describe('time left', () => {
  const at = (as_of: string): string => focusPage({ ...sampleStatus(), as_of }, sampleState(), 'M05');
  it('counts working days to the due date', () => {
    expect(at('2024-07-26')).toContain('2 days left as of 2024-07-26');
    expect(at('2024-07-28')).toContain('due today as of 2024-07-28');
    expect(at('2024-07-31')).toContain('overdue by 3 days as of 2024-07-31');
  });
});

describe('a milestone that does not exist', () => {
  it('is named, not invented', () => {
    expect(focusPage(sampleStatus(), sampleState(), 'M99')).toContain('`M99` is not a milestone of this project.');
    expect(terminalFocus(sampleStatus(), sampleState(), 'M99')).toBe('M99 is not a milestone of this project.\n');
  });
});

describe('the dashboard', () => {
  it('has the chosen sections in the chosen order', () => {
    const page = statusPage(sampleStatus(), sampleState({ sections: ['Risks', 'critical-path', 'risks'] }));
    expect([...page.matchAll(/^## (.*)$/gm)].map((match) => match[1])).toEqual(['Open risks', 'Critical path']);
  });

  it('links from wherever it lies', () => {
    expect(statusPage(sampleStatus(), sampleState({ path: 'docs/plan/STATUS.md' }))).toContain(
      '(../../.milestones/active/M05.yaml)',
    );
  });

  it('shows as many activities as configured', () => {
    expect(statusPage(sampleStatus(), sampleState({ activity: 1 }))).not.toContain('C-1b22');
    expect(statusPage(sampleStatus(), sampleState({ activity: 0 }))).not.toContain('## Recent activity');
  });

  it('warns before the figures where files have errors', () => {
    const [first] = sampleStatus().diagnostics;
    const diagnostics = first ? [{ ...first, severity: 'error' as const }] : [];
    expect(statusPage({ ...sampleStatus(), diagnostics }, sampleState())).toMatch(
      /\n❌ \*\*1 file has errors: .*\n(?:.*\n)*.*complete/,
    );
  });

  it('names the members of a cycle', () => {
    const status = sampleStatus();
    const schedule = {
      ...status.schedule,
      cycle: ['A', 'B'],
      critical: [],
      critical_paths: [],
      critical_path_count: 0,
    };
    expect(statusPage({ ...status, schedule }, sampleState())).toContain('Dependency cycle: **A → B → A**');
  });

  it('has no emoji when they are off', () => {
    const texts = [
      statusPage(sampleStatus(), sampleState({ emoji: false })),
      terminalStatus(sampleStatus(), sampleState({ emoji: false })),
    ];
    for (const text of texts) expect(text).not.toMatch(/\p{Emoji_Presentation}|\uFE0F/u);
  });
});

describe('the terminal', () => {
  it.each([72, 100, 140])('draws boxes with straight edges in %i columns', (columns) => {
    const status = sampleStatus();
    const milestones = status.milestones.map((m) =>
      m.id === 'M02' ? { ...m, title: '日本語のタイトルは幅が二倍 👩‍💻'.repeat(3) } : m,
    );
    const lines = terminalStatus({ ...status, milestones }, sampleState(), { width: columns }).split('\n');
    const box = lines.filter((line) => /^[┌│├└].*[┐│┤┘]$/.test(line));
    const boxes = box
      .join('\n')
      .split(/(?<=┘)\n/)
      .map((text) => text.split('\n'));
    expect(boxes.map((each) => each.length)).toEqual([12, 10]);
    for (const each of boxes) expect(new Set(each.map(width)).size).toBe(1);
    expect(Math.max(...lines.map(width))).toBeLessThanOrEqual(columns);
  });

  it('never cuts short ids, which would look alike', () => {
    const status = sampleStatus();
    const milestones = status.milestones.map((m, i) => ({
      ...m,
      id: `milestone-00${i}`,
      title: 'A long title '.repeat(9),
    }));
    const text = terminalStatus({ ...status, milestones }, sampleState(), { width: 80 });
    for (const { id } of milestones) expect(text).toContain(`│ ${id} │`);
  });

  it('colours only on request, and the colours change no text', () => {
    const bare = terminalStatus(sampleStatus(), sampleState());
    const coloured = terminalStatus(sampleStatus(), sampleState(), { color: true });
    expect(bare).not.toContain('\u001B');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
    expect(coloured.replace(/\u001B\[\d+m/g, '')).toBe(bare);
    expect(coloured).toContain('\u001B[32m');
  });
});

describe('carets', () => {
  const at = (line: string, column: number): string[] => {
    const found = diagnostic('wrong-value', { file: 'f.yaml', line: 1, column }, 'no');
    return terminalDiagnostics([found], new Map([['f.yaml', `${line}\r\nnext`]]), { width: 60 })
      .split('\n')
      .slice(3, 5);
  };

  it('stand below the token, also after wide characters and tabs', () => {
    expect(at('a: [x, yy]', 8)).toEqual(['1 | a: [x, yy]', '  |        ^^']);
    expect(at('名: "q r" # c', 4)).toEqual(['1 | 名: "q r" # c', '  |     ^^^^^']);
    expect(at('\tkey: v', 2)).toEqual(['1 |  key: v', '  |  ^^^']);
  });

  it('stay in sight in a long line', () => {
    const [text = '', carets = ''] = at(`${'x '.repeat(300)}HERE`, 601);
    expect(width(text)).toBeLessThanOrEqual(60);
    expect(text.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('HERE');
  });
});
