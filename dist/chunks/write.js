import { l as run, u as repeatedIntent } from "./change.js";
import { a as directoryRepository, b as OFF_RECORD, n as actorOf, t as finishUnfinished } from "./io.js";
import { n as yamlAnswer, t as terminalAnswer } from "./render.js";
import { a as terminalOf, i as printJson, n as failure, r as print, t as EXIT } from "./output.js";

// src/cli/write.ts
/** Verbs that talk to GitHub; the others work offline, and need not wait until its client is loaded. */
const GITHUB = /* @__PURE__ */ new Set(["sync", "import"]);
/** Carries out a command that may write; returns the exit code. */
async function write(asked, cli, place, now) {
	if (cli.commit && place.git === null) {
		const message = `${place.root} is not in a git repository, so nothing can be committed.`;
		failure([{
			code: "not-here",
			message,
			hint: "Leave out --commit and --push.",
			intent: null,
			diagnostics: []
		}], cli.json);
		return EXIT.usage;
	}
	const origin = {
		actor: cli.actor ?? await actorOf(place.git),
		source: "cli",
		now
	};
	const log = (message) => void process.stderr.write(`${message}\n`);
	const left = asked.options["dry-run"] === true ? [] : await finishUnfinished(place, log);
	const intent = {
		...asked,
		id: repeatedIntent(left, place.storeDir, asked) ?? asked.id
	};
	const { peerOfOrigin } = GITHUB.has(intent.verb) ? await import("./origin.js") : { peerOfOrigin: null };
	const peer = await peerOfOrigin?.(place.git, process.env, log);
	const answered = await run({
		id: intent.id,
		intents: [intent],
		refusals: [],
		origin
	}, {
		repository: directoryRepository(place, cli),
		thread: {
			...OFF_RECORD,
			settled: async () => null,
			role: async () => "owner",
			started: async () => {},
			answer: async (text) => cli.json ? void 0 : print(text),
			log
		},
		...peer ? { peer } : {},
		view: () => "",
		show: (answer) => (cli.format === "yaml" ? yamlAnswer(answer) : null) ?? terminalAnswer(answer, terminalOf(cli))
	});
	if (!answered) return EXIT.done;
	const { decision, outcome, commit, state } = answered;
	const plan = decision.kind === "planned" ? decision.plan : null;
	if (cli.json) {
		const shown = plan && {
			hash: plan.hash,
			edits: plan.edits,
			impact: plan.impact,
			checks: plan.checks,
			approvals: plan.approvals,
			skipped: plan.skipped,
			report: plan.report
		};
		printJson({
			outcome,
			plan: shown,
			change: outcome === "applied" || outcome === "requested" ? plan?.entries[0]?.id ?? null : null,
			commit: commit?.sha ?? null,
			sync: answered.sync,
			refusals: decision.kind === "refused" ? decision.refusals : [],
			diagnostics: state?.diagnostics ?? []
		});
	}
	if (outcome === "requested") return EXIT.waiting;
	return outcome === "refused" ? EXIT.refused : EXIT.done;
}

export { write };