import { repeatedIntent } from '../change/recover.ts';
import type { CliSettings } from '../command/argv.ts';
import { actorOf } from '../io/actor.ts';
import { directoryRepository, type Place } from '../io/directory.ts';
import { finishUnfinished } from '../io/finish-unfinished.ts';
import { OFF_RECORD } from '../io/thread.ts';
import type { Answer } from '../model/answer.ts';
import type { Intent } from '../model/intent.ts';
import { terminalAnswer, yamlAnswer } from '../render/terminal-answer.ts';
import { run } from '../run.ts';
import { EXIT, failure, print, printJson, terminalOf } from './output.ts';

/** Verbs that talk to GitHub; the others work offline, and need not wait until its client is loaded. */
const GITHUB = new Set(['sync', 'import']);

/** Carries out a command that may write; returns the exit code. */
export async function write(asked: Intent, cli: CliSettings, place: Place, now: string): Promise<number> {
  if (cli.commit && place.git === null) {
    const message = `${place.root} is not in a git repository, so nothing can be committed.`;
    failure(
      [{ code: 'not-here', message, hint: 'Leave out --commit and --push.', intent: null, diagnostics: [] }],
      cli.json,
    );
    return EXIT.usage;
  }
  const origin = { actor: cli.actor ?? (await actorOf(place.git)), source: 'cli', now };
  const log = (message: string): void => void process.stderr.write(`${message}\n`);
  // A dry run writes nothing, not even what another run left undone.
  const left = asked.options['dry-run'] === true ? [] : await finishUnfinished(place, log);
  const intent = { ...asked, id: repeatedIntent(left, place.storeDir, asked) ?? asked.id };
  const { peerOfOrigin } = GITHUB.has(intent.verb) ? await import('../io/github/origin.ts') : { peerOfOrigin: null };
  const peer = await peerOfOrigin?.(place.git, process.env, log);
  const answered: Answer | null = await run(
    { id: intent.id, intents: [intent], refusals: [], origin },
    {
      repository: directoryRepository(place, cli),
      thread: {
        ...OFF_RECORD,
        settled: async () => null,
        role: async () => 'owner',
        started: async () => {},
        answer: async (text) => (cli.json ? undefined : print(text)),
        log,
      },
      ...(peer ? { peer } : {}),
      view: () => '',
      show: (answer) => (cli.format === 'yaml' ? yamlAnswer(answer) : null) ?? terminalAnswer(answer, terminalOf(cli)),
    },
  );
  if (!answered) return EXIT.done;
  const { decision, outcome, commit, state } = answered;
  const plan = decision.kind === 'planned' ? decision.plan : null;
  if (cli.json) {
    const shown = plan && {
      hash: plan.hash,
      edits: plan.edits,
      impact: plan.impact,
      checks: plan.checks,
      approvals: plan.approvals,
      skipped: plan.skipped,
      report: plan.report,
    };
    printJson({
      outcome,
      plan: shown,
      change: outcome === 'applied' || outcome === 'requested' ? (plan?.entries[0]?.id ?? null) : null,
      commit: commit?.sha ?? null,
      sync: answered.sync,
      refusals: decision.kind === 'refused' ? decision.refusals : [],
      diagnostics: state?.diagnostics ?? [],
    });
  }
  if (outcome === 'requested') return EXIT.waiting;
  return outcome === 'refused' ? EXIT.refused : EXIT.done;
}
