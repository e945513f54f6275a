import { codeSpan } from '../model/code-span.ts';
import { nearest } from '../model/nearest.ts';
import { milestoneArgument } from './arguments.ts';
import { DRY_RUN, PLAN, REASON, UPDATE } from './update-verb.ts';
import type { Option, Problem, Verb, Where } from './verb.ts';

const PREFER: Option = {
  name: 'prefer',
  value: 'side',
  choices: ['store', 'github'],
  summary: 'The side that wins where both changed the same field: store or github',
  fallback: 'as `sync.prefer` in the policy says',
};

const ANYWHERE: readonly Where[] = ['comment', 'dispatch', 'cli'];

/** The table of verbs: what comments, the command line and dispatch inputs may say, and what help and reference tell. */
export const VERBS: readonly Verb[] = [
  UPDATE,
  {
    name: 'status',
    summary: 'Show the dashboard, or the focus view of one milestone. Changes nothing.',
    args: [milestoneArgument('The milestone to look at; all of them if left out')],
    options: [],
    role: 'triage',
    where: ANYWHERE,
    writes: false,
    examples: [
      { line: 'status', does: 'show the whole project' },
      { line: 'status M05', does: 'show one milestone' },
    ],
  },
  {
    name: 'explain',
    summary:
      'Show where a result comes from: the forecast, the critical path, the health, or the dates of one milestone.',
    args: [
      { ...milestoneArgument('`forecast`, `critical-path`, `health` or a milestone'), name: 'WHAT', required: true },
    ],
    options: [],
    role: 'triage',
    where: ANYWHERE,
    writes: false,
    examples: [
      { line: 'explain forecast', does: 'show what went into the forecast and why P85 is that date' },
      { line: 'explain M05', does: 'show what drives the dates of one milestone' },
    ],
  },
  {
    name: 'log',
    summary: 'Show what was changed, when, by whom and why: the journal.',
    args: [milestoneArgument('The milestone whose changes to show; all of them if left out')],
    options: [],
    role: 'triage',
    where: ANYWHERE,
    writes: false,
    examples: [
      { line: 'log', does: 'show the latest changes' },
      { line: 'log M05', does: 'show the changes of one milestone' },
    ],
  },
  {
    name: 'approve',
    summary: 'Approve a change request. The last approval that it waits for carries it out.',
    args: [{ name: 'CHANGE', required: true, summary: 'The change request, such as C-7f3a2b' }],
    options: [DRY_RUN, PLAN],
    role: 'read',
    where: ANYWHERE,
    writes: true,
    examples: [{ line: 'approve C-7f3a2b', does: 'approve that change' }],
  },
  {
    name: 'reject',
    summary: 'Reject a change request, or withdraw your own. Nothing of it is carried out.',
    args: [{ name: 'CHANGE', required: true, summary: 'The change request, such as C-7f3a2b' }],
    options: [REASON, DRY_RUN, PLAN],
    role: 'read',
    where: ANYWHERE,
    writes: true,
    examples: [{ line: 'reject C-7f3a2b --reason="Not this quarter"', does: 'reject that change' }],
  },
  {
    name: 'undo',
    summary: 'Take an applied change back, as a new change; refused where later changes stand on it.',
    args: [{ name: 'CHANGE', required: true, summary: 'The change, such as C-7f3a2b; `log` lists them' }],
    options: [REASON, DRY_RUN, PLAN],
    role: 'write',
    where: ANYWHERE,
    writes: true,
    examples: [{ line: 'undo C-7f3a2b', does: 'put back what that change changed' }],
  },
  {
    name: 'sync',
    summary:
      'Bring milestones and issues on GitHub and the store together, each side’s changes to the other. Deletes nothing.',
    args: [milestoneArgument('The milestone to synchronise; all of them, and their issues, if left out')],
    options: [PREFER, DRY_RUN],
    role: 'write',
    where: ANYWHERE,
    writes: true,
    examples: [
      { line: 'sync', does: 'synchronise everything' },
      { line: 'sync --prefer=store', does: 'and let the store win where both sides changed' },
    ],
  },
  {
    name: 'validate',
    summary: 'Check every file of the store and list what is wrong, with file, line and how to mend it.',
    args: [],
    options: [],
    role: 'triage',
    where: ANYWHERE,
    writes: false,
    examples: [{ line: 'validate', does: 'check the store' }],
  },
  {
    name: 'help',
    summary: 'Explain the verbs, or one of them with all its options.',
    args: [
      {
        name: 'VERB',
        required: false,
        summary: 'The verb to explain',
        check: (name) => (findVerb(name) ? null : unknownVerb(name)),
      },
    ],
    options: [],
    role: 'triage',
    where: ANYWHERE,
    writes: false,
    examples: [
      { line: 'help', does: 'list the verbs' },
      { line: 'help update', does: 'explain update and its options' },
    ],
  },
  {
    name: 'import',
    summary:
      'Adopt the repository’s GitHub milestones, with their issues as tasks, as files of the store. Writes nothing to GitHub.',
    args: [],
    options: [DRY_RUN],
    role: 'write',
    where: ['cli'],
    writes: true,
    examples: [{ line: 'import', does: 'make a file of each GitHub milestone that has none' }],
  },
  {
    name: 'init',
    summary: 'Set up an empty store with a commented policy file. Never writes over an existing file.',
    args: [],
    options: [DRY_RUN],
    role: 'write',
    where: ['cli'],
    writes: true,
    examples: [{ line: 'init', does: 'create .milestones/ here' }],
  },
];

const BY_NAME: ReadonlyMap<string, Verb> = new Map(VERBS.map((verb) => [verb.name, verb]));

/** The verb of that name, in any case; undefined if there is none. */
export function findVerb(name: string): Verb | undefined {
  return BY_NAME.get(name.toLowerCase());
}

/** How much of a word may be wrong for a guess to be helpful: one edit, two in a longer word. */
export function guess(word: string, names: Iterable<string>): string | undefined {
  return nearest(word, names, word.length >= 5 ? 2 : 1);
}

/** The answer to a word that is no verb: the nearest verb, and the list of them all. */
export function unknownVerb(word: string): Problem {
  const meant = guess(word, BY_NAME.keys());
  const list = `The verbs are ${[...BY_NAME.keys()].map((name) => `\`${name}\``).join(', ')}.`;
  return {
    code: 'unknown-verb',
    message: `There is no verb ${codeSpan(word)}.`,
    hint: meant ? `Did you mean \`${meant}\`? ${list}` : list,
  };
}
