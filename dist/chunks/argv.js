import { n as toInstant, t as CLI_OPTIONS } from "./cli-options.js";
import { n as refuse, r as scan, t as parseCommand } from "./parse2.js";
import { n as findVerb } from "./verbs.js";

// src/command/print.ts
/** A word so that a POSIX shell, and `tokenize`, read it back unchanged. */
function quote(word) {
	if (/^[A-Za-z0-9_@%+=:,./-]+$/.test(word)) return word;
	if (!/["\\$`!]/.test(word)) return `"${word}"`;
	if (!word.includes("'")) return `'${word}'`;
	return `"${word.replace(/["\\$`]/g, "\\$&")}"`;
}
/** The command in its plainest form, without `/milestone`: what the journal keeps, and what can be typed again. */
function printCommand(intent) {
	const options = Object.entries(intent.options).map(([name, value]) => {
		if (typeof value === "boolean") return value ? `--${name}` : `--no-${name}`;
		return `--${name}=${quote(value)}`;
	});
	return [
		intent.verb,
		...intent.args.map(quote),
		...options
	].join(" ");
}

// src/command/argv.ts
function settings(values) {
	const text = (name) => {
		const value = values.get(name);
		return typeof value === "string" ? value : null;
	};
	const given = text("format");
	const format = values.get("json") === true || given === "json" ? "json" : given === "md" ? "md" : "text";
	const color = values.get("color");
	return {
		dir: text("dir"),
		now: toInstant(text("now") ?? "") ?? null,
		actor: text("actor"),
		json: format === "json",
		format,
		commit: values.get("commit") === true || values.get("push") === true,
		push: values.get("push") === true,
		color: typeof color === "boolean" ? color : null
	};
}
function clash(before, after, verbName) {
	const twice = [...before.keys()].find((name) => after.has(name));
	if (twice !== void 0) return {
		code: "conflicting-options",
		message: `\`--${twice}\` is given twice.`,
		hint: "Give each option once."
	};
	const given = new Map([...before, ...after]);
	if (given.get("json") === true && given.has("format") && given.get("format") !== "json") return {
		code: "conflicting-options",
		message: "`--json` and another `--format` exclude each other.",
		hint: "Give one of them."
	};
	if (given.get("push") === true && given.get("commit") === false) return {
		code: "conflicting-options",
		message: "`--push` pushes a commit, and `--no-commit` makes none.",
		hint: "Leave one of them out."
	};
	const verb = findVerb(verbName);
	const stray = CLI_OPTIONS.find(({ name, goesWith }) => verb && given.has(name) && goesWith?.(verb) === false);
	if (!stray) return null;
	return {
		code: "conflicting-options",
		message: `\`--${stray.name}\` does not go with \`${verbName}\`.`,
		hint: `It goes with ${stray.only}.`
	};
}
/**
* The words after the program's name → the command and how to run it, a refusal (the caller exits with 2), or a wish for help or
* the version. The command line's own options may stand before the verb or after it; the intent's text holds none of them.
*/
function parseArgv(argv, id) {
	const lead = scan(argv, CLI_OPTIONS, {
		owner: "What stands before the verb",
		longest: Number.POSITIVE_INFINITY,
		stopEarly: true
	});
	const words = lead.positionals;
	const request = {
		id,
		text: words.map(quote).join(" "),
		line: 1,
		where: "cli"
	};
	const json = argv.includes("--json") || argv.includes("--format=json");
	if (lead.problem) return {
		refusal: refuse(lead.problem, {
			...request,
			text: argv.map(quote).join(" ")
		}),
		json
	};
	if (lead.options.get("version") === true) return { version: true };
	const parsed = parseCommand(lead.options.get("help") === true ? ["help", ...words] : words, request, CLI_OPTIONS);
	if ("refusal" in parsed) return {
		refusal: parsed.refusal,
		json
	};
	const { intent, beside } = parsed;
	if (beside.get("version") === true) return { version: true };
	if (intent.verb === "help") return { help: intent.args[0]?.toLowerCase() ?? null };
	const problem = clash(lead.options, beside, intent.verb);
	if (problem) return {
		refusal: refuse(problem, request, intent),
		json
	};
	return {
		command: {
			...intent,
			text: printCommand(intent)
		},
		cli: settings(new Map([...lead.options, ...beside]))
	};
}

export { parseArgv };