import { t as analyse } from "./analysis.js";
import { c as leftBehind, l as recordPath, p as readFiles, s as versionsOf } from "./io.js";
import { D as plain, _ as entriesOf, b as viewMarkdown, v as explanationOf, x as viewTerminal } from "./render.js";
import { m as changesOf, t as gitHistoryOf, u as readStore } from "./model.js";
import { a as terminalOf, i as printJson, n as failure, r as print, t as EXIT } from "./output.js";
import { join } from "node:path";

// src/cli/show.ts
/** Carries out a command that only reads; returns the exit code. */
async function show(intent, cli, place, now) {
	const [files, versions, left] = await Promise.all([
		readFiles(join(place.root, place.storeDir)),
		versionsOf(place),
		recordPath(place.root, place.storeDir, place.git).then(leftBehind)
	]);
	if (typeof left === "object") {
		const what = left.message.split("\n")[0] ?? "";
		process.stderr.write(`An earlier run was ended in the middle of "${plain(what)}"; the next command that writes finishes it.\n`);
	}
	const read = readStore(files);
	const state = {
		...read,
		history: gitHistoryOf(versions, read)
	};
	const status = analyse(state, now, changesOf(state.journal));
	const errors = status.diagnostics.some((d) => d.severity === "error");
	const [id] = intent.args;
	const row = id === void 0 ? void 0 : status.milestones.find((m) => m.id.toLowerCase() === id.toLowerCase());
	const explanation = intent.verb === "explain" ? explanationOf(intent, state, status) : null;
	if (id !== void 0 && !row && !explanation) {
		const { targetsOf } = await import("./update.js");
		const target = targetsOf(state, intent);
		failure(target.ok ? [] : [target.refusal], cli.json);
		return EXIT.refused;
	}
	if (cli.format === "json") {
		if (explanation) printJson(explanation);
		else if (intent.verb === "log") printJson({ entries: entriesOf(state, row?.id ?? null) });
		else if (intent.verb === "validate") printJson({
			valid: !errors,
			diagnostics: status.diagnostics
		});
		else printJson(row ? {
			...status,
			milestones: [row]
		} : status);
	} else if (cli.format === "md") print(viewMarkdown(intent, state, status));
	else {
		print(viewTerminal(intent, state, status, terminalOf(cli)));
		if (errors && intent.verb === "status") process.stderr.write("The store has errors; `git milestone validate` lists them.\n");
	}
	return intent.verb === "validate" && errors ? EXIT.refused : EXIT.done;
}

export { show };