import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/status.ts';
import type { State } from '../../src/model/state.ts';
import { mdLog, terminalLog } from '../../src/render/log.ts';
import { outcomesOf } from '../../src/render/predictions.ts';
import { changesOf } from '../../src/store/journal.ts';
import { generatedProject, workingDay } from '../generated/project.ts';
import { projectedFinishes } from '../generated/schedule.ts';
import { applied, planned, storeOf } from './world.ts';

const project = generatedProject(4);

function start(): State {
  const files = Object.entries(project.files).map(([path, text]) => [path.replace('.milestones/', ''), text]);
  const { ['config.yaml']: config = '', ...rest } = Object.fromEntries(files) as Record<string, string>;
  // Without its approval rules: the history is what is looked at here.
  return storeOf({ ...rest, 'config.yaml': config.replace(/^authority[\s\S]*?(?=groups)/m, '') });
}

const filesOf = (state: State): Record<string, string> =>
  Object.fromEntries([...state.files].map(([path, text]) => [`.milestones/${path}`, text]));

/** Signed working days from one day to another, counted one by one. */
function daysBetween(from: string, to: string): number {
  if (to < from) return -daysBetween(to, from);
  let count = 0;
  while (workingDay(from, 1 + count) < to) count += 1;
  return count;
}

describe('a history of changes, as the log tells it', () => {
  const day = (n: number): string => workingDay(project.now.slice(0, 10), n);
  const at = (n: number): string => `${day(n)}T12:00:00Z`;
  let state = start();
  const run = (line: string, n: number): void => {
    state = applied(state, planned(state, line, { id: `${line}@${n}`, now: at(n) }));
  };
  const predicted: Record<string, string>[] = [];
  /** Runs a change and keeps what the other way of counting says it will come to. */
  const change = (line: string, n: number): void => {
    run(line, n);
    predicted.push(projectedFinishes(filesOf(state), day(n)));
  };
  change('update H06 --timeline=+3d', 1);
  run('update H05 --status=completed --force', 3);
  run('update H06 --status=completed --force', 7);
  change('update H08 --timeline=+2d --force', 8);
  run('update H08 --status=in_progress', 9);
  run('update H08 --status=completed --force', 12);
  change('update H10 --timeline=+1d --force', 12);
  const undone = state.journal.at(-1)?.id ?? '';
  run(`undo ${undone}`, 13);
  const now = at(14);
  const log = terminalLog(
    state.journal,
    { width: 400 },
    outcomesOf(state, analyse(state, now, changesOf(state.journal))),
  );
  const [first = {}, second = {}] = predicted;

  it('holds each prediction against the day on which the milestone was finished', () => {
    const off = (from: string, to: string): string => {
      const by = daysBetween(from, to);
      const text = `${by > 0 ? '+' : ''}${by} day${Math.abs(by) === 1 ? '' : 's'}`;
      return by === 0 ? 'as predicted' : text;
    };
    expect(log).toContain(`→ ${first['H06']}; finished ${day(7)}, ${off(first['H06'] ?? '', day(7))}`);
    expect(log).toContain(`→ ${second['H08']}; finished ${day(12)}, ${off(second['H08'] ?? '', day(12))}`);
  });

  it('holds it against the projection as it is now, where the milestone is not finished', () => {
    const projected = projectedFinishes(filesOf(state), day(14));
    const by = daysBetween(second['H11'] ?? '', projected['H11'] ?? '');
    expect(log).toMatch(
      new RegExp(
        `H11 predicted \\S+ → ${second['H11']}; now projected ${projected['H11']}, [+]?${by === 0 ? 'as' : by} `,
      ),
    );
  });

  it('takes no completion for a prediction of itself', () => {
    expect(log.match(/H06 predicted/g)).toHaveLength(1);
  });

  it('says nothing of what was undone, and the same in Markdown', () => {
    const entries = log.split('\n\n');
    const of = (text: string): string => entries.find((entry) => entry.includes(text)) ?? '';
    expect(of(`applied\n    update H10`)).not.toContain('predicted');
    expect(of(`undone ${undone}`)).not.toContain('predicted');
    const lines = mdLog(state.journal, outcomesOf(state, analyse(state, now, changesOf(state.journal))));
    expect(lines.match(/ predicted /g)?.length).toBe(log.match(/ predicted /g)?.length);
  });
});
