import { t as CLI_OPTIONS } from "./cli-options.js";
import { n as findVerb, t as VERBS } from "./verbs.js";

// src/command/usage.ts
/** An option as it is written: `--timeline=<adjustment>`, `--priority=<critical|high|medium|low>`, `--[no-]monitor`, `-C <DIR>`. */
function optionUsage({ name, short, value, choices, fallback }) {
	const long = value === null ? `--${fallback === "off" ? "" : "[no-]"}${name}` : `--${name}=<${choices?.join("|") ?? value}>`;
	if (!short) return long;
	return value === null ? `-${short}, ${long}` : `-${short} <${value}>, ${long}`;
}
/** `update [ID] [options]`. */
function verbUsage({ name, args, options }) {
	return [
		name,
		...args.map((arg) => arg.required ? arg.name : `[${arg.name}]`),
		...options.length > 0 ? ["[options]"] : []
	].join(" ");
}

// src/command/help-page.ts
/** A bar would end the cell, in code as well; an angle bracket would start a tag. */
const cell = (text) => text.replaceAll("|", "\\|").replaceAll("<", "&lt;");
const codeCell = (text) => `\`${text.replaceAll("|", "\\|")}\``;
function table(head, rows) {
	return [
		head,
		head.map(() => "---"),
		...rows
	].map((row) => `| ${row.join(" | ")} |`).join("\n");
}
function optionTable(options) {
	return table([
		"Option",
		"What it does",
		"Default"
	], options.map((option) => [
		codeCell(optionUsage(option)),
		cell(option.summary),
		cell(option.fallback)
	]));
}
function examples(verb) {
	const prefix = verb.where.includes("comment") ? "/milestone" : "git milestone";
	return [
		"```",
		...verb.examples.map(({ line, does }) => `# ${does}\n${prefix} ${line}`),
		"```"
	].join("\n");
}
function section(verb) {
	const parts = [verb.summary];
	if (verb.args.length > 0) parts.push(table([
		"Argument",
		"What it is",
		"Required"
	], verb.args.map((arg) => [
		codeCell(arg.name),
		cell(arg.summary),
		arg.required ? "yes" : "no"
	])));
	if (verb.options.length > 0) parts.push(optionTable(verb.options));
	return [...parts, examples(verb)];
}
function verbTable(verbs) {
	return table([
		"Verb",
		"What it does",
		"Needs"
	], verbs.map((verb) => {
		const place = verb.where.includes("comment") ? verb.role : "command line only";
		return [
			codeCell(verbUsage(verb)),
			cell(verb.summary),
			place
		];
	}));
}
const SYNTAX = "A line of a comment that starts with `/milestone` is a command; lines in code blocks and quotes are not. Options are `--key=value` or `--key value`; text with spaces goes in double quotes. All commands of a comment apply together or not at all.";
/** The answer to `/milestone help` in a comment: the verbs that comments take, or one verb in full. */
function helpPage(verb) {
	if (verb) return [`**\`${verb.where.includes("comment") ? "/milestone" : "git milestone"} ${verbUsage(verb)}\`**`, ...section(verb)].join("\n\n").concat("\n");
	return [
		verbTable(VERBS.filter(({ where }) => where.includes("comment"))),
		SYNTAX,
		"Write `/milestone help <verb>` in a comment to see the options of a verb."
	].join("\n\n").concat("\n");
}

// src/command/wrap.ts
/** Text in lines of at most `width` characters, broken at spaces; a longer word keeps a line of its own. */
function wrap(text, width) {
	const lines = [];
	let line = "";
	for (const word of text.split(" ")) if (line !== "" && line.length + 1 + word.length > width) {
		lines.push(line);
		line = word;
	} else line = line === "" ? word : `${line} ${word}`;
	return line === "" ? lines : [...lines, line];
}
/** Two columns, the right one wrapped so that no line is wider than `width`. */
function columns(rows, width, most) {
	const left = Math.min(most, Math.max(0, ...rows.map(([term]) => term.length)));
	const gap = " ".repeat(left + 4);
	return rows.map(([term, text]) => {
		const [first = "", ...more] = wrap(text, width - gap.length);
		return [(term.length > left ? `  ${term}\n${gap}${first}` : `  ${term.padEnd(left)}  ${first}`).trimEnd(), ...more.map((line) => gap + line)].join("\n");
	}).join("\n");
}

// src/command/help.ts
const WIDTH = 96;
const TERM = 30;
/** Defaults that go without saying. */
const SILENT = /* @__PURE__ */ new Set([
	"off",
	"no change",
	"none"
]);
function optionList(options) {
	const rows = options.map((option) => {
		const note = SILENT.has(option.fallback) ? "" : ` [${option.fallback}]`;
		return [optionUsage(option), option.summary + note];
	});
	return columns(rows, WIDTH, TERM);
}
function allVerbs() {
	return [
		"git milestone <verb> [ID] [options]",
		"",
		"Keeps milestones as YAML in .milestones/ and shows what every change of them means.",
		"",
		"Verbs",
		columns(VERBS.map((verb) => [verbUsage(verb).replace(" [options]", ""), verb.summary]), WIDTH, TERM),
		"",
		"Options of the command line [default]",
		optionList(CLI_OPTIONS),
		"",
		"Exit codes: 0 done, 1 refused or invalid, 2 wrong usage, 3 waiting for approval, 70 a bug.",
		"`git milestone help <verb>` explains a verb with all its options.",
		"Comments on GitHub take the same verbs: `/milestone update M05 …`.",
		""
	].join("\n");
}
function oneVerb(verb) {
	const width = Math.max(...verb.examples.map(({ line }) => line.length)) + 14;
	const examples = verb.examples.map(({ line, does }) => {
		const command = `  git milestone ${line}`;
		return width + does.length + 6 <= WIDTH ? `${command.padEnd(width + 4)}${does}` : `${command}\n      ${does}`;
	});
	const parts = [
		`git milestone ${verbUsage(verb)}`,
		"",
		...wrap(verb.summary, WIDTH)
	];
	if (verb.args.length > 0) {
		const rows = verb.args.map((arg) => [arg.name, arg.summary]);
		parts.push("", "Arguments", columns(rows, WIDTH, TERM));
	}
	if (verb.options.length > 0) parts.push("", "Options (what is not given does not change, a switch is off; else the default is in brackets)", optionList(verb.options));
	const place = verb.where.includes("comment") ? `In comments it needs the role \`${verb.role}\`.` : "Command line only.";
	return [
		...parts,
		"",
		"Examples",
		...examples,
		"",
		place,
		""
	].join("\n");
}
/**
* What `help` answers: the list of verbs, or one verb with its arguments, options, defaults and examples. `text` is for a terminal,
* at most 96 columns wide, and speaks of `git milestone`; `md` is for a comment and speaks of `/milestone`. An unknown verb gets the list.
*/
function helpText(verbName, form) {
	const verb = verbName === void 0 ? void 0 : findVerb(verbName);
	if (form === "md") return helpPage(verb);
	return verb ? oneVerb(verb) : allVerbs();
}

export { helpText as t };