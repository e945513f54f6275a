#!/usr/bin/env node
import { i as printJson, n as failure, r as print, t as EXIT } from "./chunks/output.js";
import nodeModule from "node:module";
import { randomUUID } from "node:crypto";

// src/cli.ts
/**
* The command line. Everything is loaded when it is needed, so that `status` does not wait for what only `update` uses, and
* compiled code is kept between runs.
*/
nodeModule.enableCompileCache?.();
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
		if (command.verb === "init") {
			const { init } = await import("./chunks/init.js");
			return await init(command, cli, now);
		}
		const finding = findStore(cli.dir ?? ".");
		if (findVerb(command.verb)?.writes) {
			const [{ write }, place] = await Promise.all([import("./chunks/write.js"), finding]);
			return await write(command, cli, place, now);
		}
		const [{ show }, place] = await Promise.all([import("./chunks/show.js"), finding]);
		return await show(command, cli, place, now);
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
		const [{ RepositoryError }, { fileProblem }, { apiProblem }] = await Promise.all([
			import("./chunks/repository.js"),
			import("./chunks/files.js"),
			import("./chunks/api-problem.js")
		]);
		const problem = error instanceof RepositoryError ? error : fileProblem(error) ?? apiProblem(error);
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