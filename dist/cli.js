#!/usr/bin/env node
import nodeModule from "node:module";
import { randomUUID } from "node:crypto";

// src/cli.ts
/**
* The command line. Everything is loaded when it is needed, so that `status` does not wait for what only `update` uses, and
* compiled code is kept between runs.
*/
nodeModule.enableCompileCache?.();
const EXIT = {
	done: 0,
	refused: 1,
	usage: 2,
	waiting: 3,
	bug: 70
};
function print(text) {
	process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
}
function printJson(value) {
	process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
function terminalOf({ color }) {
	return {
		color: color ?? (process.stdout.isTTY === true && !process.env["NO_COLOR"]),
		width: Math.max(60, Math.min(process.stdout.columns ?? 100, 160))
	};
}
function failure(refusals, json) {
	if (json) printJson({
		outcome: "refused",
		plan: null,
		change: null,
		commit: null,
		refusals,
		diagnostics: []
	});
	else for (const { code, message, hint } of refusals) process.stderr.write(`error[${code}]: ${message}\n${hint ? `  help: ${hint}\n` : ""}`);
}
async function show(intent, cli, place, now) {
	const [{ readFiles }, { versionsOf }, { readStore }, { gitHistoryOf }, { analyse }, { changesOf }, view, { join }] = await Promise.all([
		import("./chunks/files.js"),
		import("./chunks/directory.js"),
		import("./chunks/read.js"),
		import("./chunks/history.js"),
		import("./chunks/status.js"),
		import("./chunks/journal.js"),
		import("./chunks/view.js"),
		import("node:path")
	]);
	const [files, versions] = await Promise.all([readFiles(join(place.root, place.storeDir)), versionsOf(place)]);
	const state = readStore(files, gitHistoryOf(versions));
	const status = analyse(state, now, changesOf(state.journal));
	const errors = state.diagnostics.some((d) => d.severity === "error");
	const [id] = intent.args;
	const row = id === void 0 ? void 0 : status.milestones.find((m) => m.id.toLowerCase() === id.toLowerCase());
	const explanation = intent.verb === "explain" ? view.explanationOf(intent, state, status) : null;
	if (id !== void 0 && !row && !explanation) {
		const { targetsOf } = await import("./chunks/update.js");
		const target = targetsOf(state, intent);
		failure(target.ok ? [] : [target.refusal], cli.json);
		return EXIT.refused;
	}
	if (cli.format === "json") {
		if (explanation) printJson(explanation);
		else if (intent.verb === "log") printJson({ entries: view.entriesOf(state, row?.id ?? null) });
		else if (intent.verb === "validate") printJson({
			valid: !errors,
			diagnostics: state.diagnostics
		});
		else printJson(row ? {
			...status,
			milestones: [row]
		} : status);
	} else if (cli.format === "md") print(view.viewMarkdown(intent, state, status));
	else {
		print(view.viewTerminal(intent, state, status, terminalOf(cli)));
		if (errors && intent.verb === "status") process.stderr.write("The store has errors; `git milestone validate` lists them.\n");
	}
	return intent.verb === "validate" && errors ? EXIT.refused : EXIT.done;
}
async function change(intent, cli, place, now) {
	const [{ run }, { directoryRepository }, { terminalAnswer, yamlAnswer }, { actorOf }, { OFF_RECORD }] = await Promise.all([
		import("./chunks/run.js"),
		import("./chunks/directory.js"),
		import("./chunks/terminal-answer.js"),
		import("./chunks/actor.js"),
		import("./chunks/thread.js")
	]);
	if (cli.commit && place.git === null) {
		failure([{
			code: "not-here",
			message: `${place.root} is not in a git repository, so nothing can be committed.`,
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
	const answered = await run({
		id: intent.id,
		intents: [intent],
		refusals: [],
		origin
	}, {
		repository: directoryRepository(place, cli),
		thread: {
			...OFF_RECORD,
			answered: async () => false,
			role: async () => "owner",
			started: async () => {},
			answer: async (text) => cli.json ? void 0 : print(text),
			log
		},
		view: () => "",
		show: (answer) => (cli.format === "yaml" ? yamlAnswer(answer) : null) ?? terminalAnswer(answer, terminalOf(cli))
	});
	if (!answered) return EXIT.done;
	const { decision, outcome, commit, state } = answered;
	const plan = decision.kind === "planned" ? decision.plan : null;
	if (cli.json) printJson({
		outcome,
		plan: plan && {
			hash: plan.hash,
			edits: plan.edits,
			impact: plan.impact,
			checks: plan.checks,
			approvals: plan.approvals,
			skipped: plan.skipped,
			report: plan.report
		},
		change: outcome === "applied" || outcome === "requested" ? plan?.entries[0]?.id ?? null : null,
		commit: commit?.sha ?? null,
		refusals: decision.kind === "refused" ? decision.refusals : [],
		diagnostics: state?.diagnostics ?? []
	});
	if (outcome === "requested") return EXIT.waiting;
	return outcome === "refused" ? EXIT.refused : EXIT.done;
}
async function init(cli, now) {
	const [{ initialFiles }, { createFiles }, { basename, resolve }, days] = await Promise.all([
		import("./chunks/init.js"),
		import("./chunks/files.js"),
		import("node:path"),
		import("./chunks/day.js")
	]);
	const dir = resolve(cli.dir ?? ".");
	const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
	const today = days.dayOfInstant(Date.parse(now), zone);
	const files = initialFiles(basename(dir), days.formatDay(today), days.formatDay(today + 28), zone);
	await createFiles(dir, files);
	const written = files.map((file) => file.path);
	if (cli.json) printJson({
		outcome: "applied",
		files: written,
		diagnostics: []
	});
	else print(`Wrote ${written.join(" and ")}.\nEdit them, then look: git milestone status`);
	return EXIT.done;
}
async function main(argv) {
	const [{ parseArgv }, { findVerb }, { clock }, { findStore }] = await Promise.all([
		import("./chunks/argv.js"),
		import("./chunks/verbs.js"),
		import("./chunks/clock.js"),
		import("./chunks/directory.js")
	]);
	const parsed = parseArgv(argv, `cli:${randomUUID()}`);
	if ("help" in parsed) {
		const { helpText } = await import("./chunks/help.js");
		const text = helpText(parsed.help ?? void 0, "text");
		if (argv.includes("--json")) printJson({ help: text });
		else print(text);
		return EXIT.done;
	}
	if ("version" in parsed) {
		const { default: manifest } = await import("./chunks/package.js");
		if (argv.includes("--json")) printJson({ version: manifest.version });
		else print(manifest.version);
		return EXIT.done;
	}
	if ("refusal" in parsed) {
		failure([parsed.refusal], parsed.json);
		return EXIT.usage;
	}
	const { command, cli } = parsed;
	const json = cli.json;
	try {
		const now = clock(cli.now ?? process.env["GIT_MILESTONE_NOW"]);
		if (command.verb === "init") return await init(cli, now);
		const place = await findStore(cli.dir ?? ".");
		return await (findVerb(command.verb)?.writes ? change(command, cli, place, now) : show(command, cli, place, now));
	} catch (error) {
		if (error instanceof RangeError && /is not a time/.test(error.message)) {
			failure([{
				code: "bad-value",
				message: error.message,
				hint: "Mend GIT_MILESTONE_NOW, or leave it out.",
				intent: null,
				diagnostics: []
			}], json);
			return EXIT.usage;
		}
		const [{ RepositoryError }, { fileProblem }] = await Promise.all([import("./chunks/repository.js"), import("./chunks/files.js")]);
		const problem = error instanceof RepositoryError ? error : fileProblem(error);
		if (!problem) throw error;
		const { message, hint } = problem;
		failure([{
			code: "not-here",
			message,
			hint,
			intent: null,
			diagnostics: []
		}], json);
		return EXIT.refused;
	}
}
process.stdout.on("error", (error) => {
	if (error.code !== "EPIPE") throw error;
});
try {
	process.exitCode = await main(process.argv.slice(2));
} catch (error) {
	process.exitCode = EXIT.bug;
	const detail = error instanceof Error ? error.stack ?? error.message : String(error);
	process.stderr.write(`git-milestone failed; this is a bug. Please report it with these lines:\n${detail}\n`);
}

export {  };