import type { CliSettings } from '../command/argv.ts';
import { actorOf } from '../io/actor.ts';
import { directoryRepository, type Place } from '../io/directory.ts';
import { OFF_RECORD } from '../io/thread.ts';
import type { Answer } from '../model/answer.ts';
import type { Intent } from '../model/intent.ts';
import { terminalAnswer, yamlAnswer } from '../render/terminal-answer.ts';
import { run } from '../run.ts';
import { EXIT, failure, print, printJson, terminalOf } from './output.ts';

/** Carries out a command that may write; returns the exit code. */
export async function write(intent: Intent, cli: CliSettings, place: Place, now: string): Promise<number> {
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
      refusals: decision.kind === 'refused' ? decision.refusals : [],
      diagnostics: state?.diagnostics ?? [],
    });
  }
  if (outcome === 'requested') return EXIT.waiting;
  return outcome === 'refused' ? EXIT.refused : EXIT.done;
}
