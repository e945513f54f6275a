// src/cli/output.ts
/** What the command line says, and the exit codes it ends with. */
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

export { terminalOf as a, printJson as i, failure as n, print as r, EXIT as t };