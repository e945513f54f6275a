import { parse } from 'yaml';
import { analyse } from '../../src/analysis/status.ts';
import { decide } from '../../src/change/decide.ts';
import { parseLine } from '../../src/command/parse-line.ts';
import type { StoreFile } from '../../src/model/state.ts';
import { statusPage } from '../../src/render/status-page.ts';
import { readStore } from '../../src/store/read.ts';
import type { Row } from './measure.ts';
import { inTurns, median } from './measure.ts';

type Text = Extract<StoreFile, { kind: 'text' }>;

/** One milestone of eight tasks as a person would write it. */
function file(i: number): Text {
  const tasks = Array.from({ length: 8 }, (_, t) => {
    const status = t < 3 ? 'completed' : 'pending';
    return `  - id: task-00${t + 1}\n    title: Do part ${t + 1} of milestone ${i}\n    status: ${status}\n    estimated_hours: ${4 + t}\n    assigned_to: dev${t % 5}\n`;
  });
  const needs = [...new Set(i < 3 ? [] : [i - 1 - (i % 3), (i * 7) % i])].map((n) => `M${n}`);
  const timeline = `  estimated_end: 2026-0${1 + (i % 9)}-15\n  estimated_hours: 60\n  duration: ${3 + (i % 7)}d\n  optimistic: 2d\n  pessimistic: ${12 + (i % 9)}d\n`;
  const text = `title: Milestone number ${i}\nstatus: ${i % 50 === 0 ? 'in_progress' : 'planning'}\npriority: high\nowner: dev${i % 7}\ntimeline:\n${timeline}tasks:\n${tasks.join('')}dependencies:\n  requires: [${needs.join(', ')}]\nrisks:\n  - {id: R-${i}, description: Something may happen, probability: 0.3, impact: medium, delay: 2d}\n`;
  return { path: `active/M${i}.yaml`, kind: 'text', text };
}

export function storeOf(size: number): Text[] {
  return Array.from({ length: size }, (_, i) => file(i));
}

/** Read, validate, analyse, render. */
function everything(files: readonly Text[]): void {
  const state = readStore(files);
  const errors = state.diagnostics.filter((d) => d.severity === 'error');
  if (state.milestones.length !== files.length || errors.length > 0) throw new Error('the store was not read');
  statusPage(analyse(state, '2026-01-05T12:00:00Z'), state);
}

/** Plans one bulk update of a hundred milestones and what it takes beside reading the store once: decide, edit, journal. */
function bulk(files: readonly Text[]): { plan: number; read: number } {
  let start = performance.now();
  const state = readStore(files);
  const read = performance.now() - start;
  const ids = Array.from({ length: 100 }, (_, i) => `M${900 + i}`).join(',');
  const text = `update --bulk --milestones=${ids} --timeline=+5d --force`;
  const parsed = parseLine(text, 'bench');
  if (!('intent' in parsed)) throw new Error('the command was not understood');
  const origin = { actor: 'bench', source: 'bench', now: '2026-01-05T12:00:00Z' };
  const nobody = { parse: () => null, onRecord: false, invalid: new Map(), teams: new Map() };
  start = performance.now();
  const decision = decide(state, [parsed.intent], origin, nobody);
  if (decision.kind !== 'planned' || decision.plan.entries.length !== 1) throw new Error('the update was not planned');
  return { plan: performance.now() - start, read };
}

/** The rows that concern a whole store: everything against what `yaml` alone needs for the same files. */
export function storeRows(): Row[] {
  const [some, many] = [storeOf(1_000), storeOf(10_000)];
  const parseAll = (files: readonly Text[]): void => {
    for (const { text } of files) parse(text);
  };
  inTurns(
    2,
    () => everything(some),
    () => parseAll(some),
  ); // warm-up
  const [thousand, alone] = inTurns(
    5,
    () => everything(some),
    () => parseAll(some),
  );
  const tenThousand = median(
    Array.from({ length: 3 }, () => {
      const start = performance.now();
      everything(many);
      return performance.now() - start;
    }),
  );
  const hundred = bulk(some);
  return [
    {
      name: 'bulk update of 100 in 1,000, plan / read',
      measured: hundred.plan,
      unit: ' ms',
      baseline: hundred.read,
      limit: null,
    },
    {
      name: 'store, 1,000 milestones × 8 tasks / yaml alone',
      measured: thousand,
      unit: ' ms',
      baseline: alone,
      limit: 1.5,
    },
    // Ten times the work; a tenth more for the noise of few runs.
    { name: 'store, 10,000 milestones / 1,000', measured: tenThousand, unit: ' ms', baseline: thousand, limit: 11 },
  ];
}
