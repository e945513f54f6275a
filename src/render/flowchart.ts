import type { MilestoneStatusRow } from '../model/status.ts';
import { clip, mermaid } from './escape.ts';
import { type Diagram, fenced } from './gantt.ts';
import type { Page } from './page.ts';

/** GitHub stops drawing at 500 edges or 50,000 characters, readers long before. */
const NODES = 80;
const EDGES = 200;
const CHARACTERS = 45_000;

// Light enough for black text in GitHub's light and dark theme alike, so the text colour is fixed as well.
const CLASSES = {
  done: 'fill:#d1fadf,stroke:#1a7f37,color:#0b1f12',
  on_track: 'fill:#dbeafe,stroke:#0969da,color:#0b1726',
  at_risk: 'fill:#fef3c7,stroke:#bf8700,color:#241a02',
  late: 'fill:#fee2e2,stroke:#cf222e,color:#2b0a0c',
  blocked: 'fill:#f3c6cd,stroke:#82071e,color:#2b0a0c',
  pending: 'fill:#eaeef2,stroke:#57606a,color:#1f2328',
} as const;
const OUTSIDE = { ok: 'on_track', at_risk: 'at_risk', blocked: 'blocked', done: 'done' } as const;

/** A name that Mermaid cannot take for a keyword or a shape, whatever the id holds. */
function node(id: string): string {
  if (/^[A-Z]+\d+$/.test(id)) return id;
  return `n_${id.replace(/[^A-Za-z0-9]/g, (c) => `_${c.charCodeAt(0).toString(16)}`)}`;
}

/** Consecutive members of a critical path, as `from → to`. */
function criticalEdges({ status }: Page): ReadonlySet<string> {
  return new Set(
    status.schedule.critical_paths.flatMap((path) => path.slice(1).map((to, i) => `${path[i] ?? ''} → ${to}`)),
  );
}

/** The milestones with dependencies: those that are not finished first, as many as can be drawn. */
function drawn({ status }: Page, limit: number): { rows: MilestoneStatusRow[]; missing: number } {
  const tied = new Set([
    ...status.dependencies.flatMap((edge) => [edge.from, edge.to]),
    ...status.external.map((item) => item.milestone),
  ]);
  const rows = status.milestones.filter((row) => tied.has(row.id) && row.status !== 'cancelled');
  const open = rows.filter((row) => row.status !== 'completed');
  const kept = new Set([...open, ...rows.filter((row) => row.status === 'completed')].slice(0, limit));
  return { rows: rows.filter((row) => kept.has(row)), missing: rows.length - kept.size };
}

/** The dependencies as a Mermaid flowchart: colours by health, thick arrows along the critical path, dotted ones from outside. */
export function flowchart(page: Page, limit: number = NODES): Diagram {
  const { rows, missing } = drawn(page, limit);
  const ids = new Set(rows.map((row) => row.id));
  const edges = page.status.dependencies.filter((edge) => ids.has(edge.from) && ids.has(edge.to));
  const outside = page.status.external.filter((item) => ids.has(item.milestone));
  if (edges.length + outside.length === 0) return { text: '', missing: 0 };
  const critical = criticalEdges(page);
  const used = new Set<string>(rows.map((row) => row.health));
  const lines = ['flowchart LR'];
  for (const row of rows)
    lines.push(`  ${node(row.id)}["${mermaid(row.id)} ${mermaid(clip(row.title, 50))}"]:::${row.health}`);
  for (const edge of edges) {
    const arrow = critical.has(`${edge.from} → ${edge.to}`) ? '==>' : '-->';
    // In words: Mermaid takes a label that begins with a sign for a list and swallows the sign.
    const lag = edge.lag_days === 0 ? '' : `|"${edge.lag_days > 0 ? 'lag' : 'lead'} ${Math.abs(edge.lag_days)}d"|`;
    lines.push(`  ${node(edge.from)} ${arrow}${lag} ${node(edge.to)}`);
  }
  outside.forEach((item, i) => {
    const look = OUTSIDE[item.status];
    used.add(look);
    lines.push(`  out_${i + 1}(["${mermaid(clip(item.name, 50)) || '–'}"]):::${look} -.-> ${node(item.milestone)}`);
  });
  for (const [name, style] of Object.entries(CLASSES)) if (used.has(name)) lines.push(`  classDef ${name} ${style}`);
  const text = fenced(lines);
  const fits = text.length <= CHARACTERS && edges.length + outside.length <= EDGES;
  return fits || limit < 2
    ? { text: fits ? text : '', missing: fits ? missing : rows.length }
    : flowchart(page, Math.floor(limit / 2));
}
