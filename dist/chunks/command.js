import { $ as parseNewRisk, At as parseInstant, Ct as codeSpan, G as RESOURCES_ALLOWED, J as PROGRESS_ALLOWED, K as parseResourceChange, Q as RISK_ALLOWED, St as nearest, U as ROLES, X as OWNER_ALLOWED, Y as parseProgress, Z as parseOwner, at as parseMilestoneList, ct as PRIORITIES, et as EFFORT_ALLOWED, ft as TIMELINE_ALLOWED, it as MILESTONES_ALLOWED, kt as parseDay, nt as DEPENDENCIES_ALLOWED, pt as parseTimelineChange, rt as parseDependencyChange, st as MILESTONE_STATUSES, tt as parseEffortChange, vt as ID_PATTERN } from "./model.js";

// src/command/cli-options.ts
const PAGED = /* @__PURE__ */ new Set([
	"status",
	"explain",
	"log"
]);
const FORMATTED = /* @__PURE__ */ new Set([...PAGED, "update"]);
/** The command line's own table, beside the verbs'. Comments and dispatch inputs do not take these. */
const CLI_OPTIONS = [
	{
		name: "dir",
		short: "C",
		value: "DIR",
		summary: "Work on the repository there",
		fallback: "the current one"
	},
	{
		name: "now",
		value: "ISO",
		summary: "Take this as the present time: 2024-07-26T16:45:00Z, or a date for its midnight UTC",
		fallback: "the clock",
		check: (value) => toInstant(value) === void 0 ? "neither a date-time with an offset nor a date" : null,
		allowed: "`2024-07-26T16:45:00Z`, `2024-07-26T18:45:00+02:00` or `2024-07-26`"
	},
	{
		name: "actor",
		value: "LOGIN",
		summary: "Who acts",
		fallback: "github.user, else user.name of git"
	},
	{
		name: "json",
		value: null,
		summary: "Print one JSON document on standard output",
		fallback: "off"
	},
	{
		name: "format",
		value: "format",
		choices: [
			"md",
			"text",
			"json",
			"yaml"
		],
		summary: "How to print status, explain and log (md, text, json), or what update would change (text, json, yaml)",
		fallback: "text",
		goesWith: ({ name }, value) => value === "md" ? PAGED.has(name) : value === "yaml" ? name === "update" : FORMATTED.has(name),
		only: "`status`, `explain` and `log`; `yaml` with `update`"
	},
	{
		name: "commit",
		value: null,
		summary: "Commit what was changed",
		fallback: "off",
		goesWith: ({ writes }) => writes,
		only: "verbs that change the store"
	},
	{
		name: "push",
		value: null,
		summary: "Commit, and push the commit",
		fallback: "off",
		goesWith: ({ writes }) => writes,
		only: "verbs that change the store"
	},
	{
		name: "color",
		value: null,
		summary: "Colours",
		fallback: "on in a terminal"
	},
	{
		name: "help",
		short: "h",
		value: null,
		summary: "Explain the verb, or list the verbs",
		fallback: "off"
	},
	{
		name: "version",
		value: null,
		summary: "Print the version",
		fallback: "off"
	}
];
/** An ISO 8601 date-time with an offset, or a date as its midnight in UTC → the instant as ISO text; undefined for other text. */
function toInstant(text) {
	const trimmed = text.trim();
	if (/^\d{4}-\d{2}-\d{2}$/.test(trimmed)) return parseDay(trimmed, "UTC") === void 0 ? void 0 : `${trimmed}T00:00:00Z`;
	return parseInstant(trimmed) === void 0 ? void 0 : trimmed;
}

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

// src/command/arguments.ts
/** The optional milestone id that several verbs take. Whether it exists is for the store to say. */
function milestoneArgument(summary) {
	return {
		name: "ID",
		required: false,
		summary,
		check: (value) => ID_PATTERN.test(value) ? null : {
			code: "bad-value",
			message: `${codeSpan(value)} is not a milestone id.`,
			hint: "An id is letters, digits, dots, underscores and hyphens, at most 64, such as `M05`."
		}
	};
}
/** What is wrong with the positional words of a command: a missing one, a bad one or one too many; null if nothing is. */
function checkArguments(verb, args) {
	const extra = args[verb.args.length];
	if (extra !== void 0) return tooMany(verb, extra);
	for (const [index, argument] of verb.args.entries()) {
		const value = args[index];
		const problem = value === void 0 ? null : argument.check?.(value);
		if (problem) return problem;
		if (value === void 0 && argument.required) return {
			code: "missing-argument",
			message: `\`${verb.name}\` needs ${argument.name}.`,
			hint: `${argument.name}: ${argument.summary}.`
		};
	}
	return null;
}
function tooMany(verb, extra) {
	const names = verb.args.map(({ name }) => name).join(" ");
	const isShift = verb.options.some(({ name }) => name === "timeline") && typeof parseTimelineChange(extra) === "object";
	return {
		code: "extra-argument",
		message: `${codeSpan(extra)} is one word too many: \`${verb.name}\` takes ${names === "" ? "no argument" : `only ${names}`}.`,
		hint: isShift ? `Did you mean ${codeSpan(`--timeline=${extra}`)}?` : "Text with spaces goes in double quotes, as in `--scope=\"New objectives\"`."
	};
}

// src/command/update-options.ts
/** A grammar of the model as a check: its error sentence, or null. */
function by(parse) {
	return (value) => {
		const result = parse(value);
		return typeof result === "string" ? result : null;
	};
}
/** Options that change milestones, so that they need one to be named. */
const EDITS = [
	{
		name: "scope",
		value: "text",
		summary: "New scope and objectives: replaces the description",
		fallback: "no change"
	},
	{
		name: "timeline",
		value: "adjustment",
		summary: "Move the due date (+5days, -3d, +2w, +1month; days and weeks are working time) or set it (2024-08-05)",
		fallback: "no change",
		check: by(parseTimelineChange),
		allowed: TIMELINE_ALLOWED
	},
	{
		name: "dependencies",
		value: "list",
		summary: "Milestones that must finish first: A,B replaces the list, +A and -A change it, M03+2d adds a lag, none empties it",
		fallback: "no change",
		check: by((text) => parseDependencyChange(text)),
		allowed: DEPENDENCIES_ALLOWED
	},
	{
		name: "resources",
		value: "allocation",
		summary: "Who works on it: \"2.5 engineers, 1 tester\" sets roles, \"+0.5 engineer\" adjusts, alice:50% sets a person's share",
		fallback: "no change",
		check: by(parseResourceChange),
		allowed: RESOURCES_ALLOWED
	},
	{
		name: "priority",
		value: "level",
		choices: PRIORITIES,
		summary: "New priority",
		fallback: "no change"
	},
	{
		name: "status",
		value: "status",
		choices: MILESTONE_STATUSES,
		summary: "New status; starting and completing write the day, completing a recorded progress of 100% as well, and nothing else moves",
		fallback: "no change"
	},
	{
		name: "progress",
		value: "percent",
		summary: "How far it is, 0 to 100; where a milestone has tasks, they say so instead",
		fallback: "no change",
		check: by(parseProgress),
		allowed: PROGRESS_ALLOWED
	},
	{
		name: "effort",
		value: "hours",
		summary: "Estimated hours: +15h and -4h change them, 40h sets them",
		fallback: "no change",
		check: by(parseEffortChange),
		allowed: EFFORT_ALLOWED
	},
	{
		name: "owner",
		value: "login",
		summary: "Who answers for it, or none",
		fallback: "no change",
		check: by(parseOwner),
		allowed: OWNER_ALLOWED
	},
	{
		name: "title",
		value: "text",
		summary: "New title",
		fallback: "no change",
		check: (value) => value.trim() === "" ? "a title says something" : /[\r\n]/.test(value) ? "more than one line" : null,
		allowed: "one line of text"
	},
	{
		name: "add-risk",
		value: "risk",
		summary: "One more risk: \"description; probability=40%; impact=high; delay=3d; mitigation=text\", all but the description optional",
		fallback: "no change",
		check: by(parseNewRisk),
		allowed: RISK_ALLOWED
	},
	{
		name: "rebaseline",
		value: null,
		summary: "Measure slippage from the due date as it is now, or as --timeline makes it",
		fallback: "off"
	}
];

// src/command/update-verb.ts
const TARGETS = [
	{
		name: "bulk",
		value: null,
		summary: "Update several milestones with one change",
		fallback: "off"
	},
	{
		name: "milestones",
		value: "list",
		summary: "The milestones of a bulk update: M05,M06 or M05..M07, patterns (M0*), or status:in_progress, owner:alice, priority:high, label:api; commas add up",
		fallback: "none",
		check: by(parseMilestoneList),
		allowed: MILESTONES_ALLOWED
	},
	{
		name: "keep-going",
		value: null,
		summary: "Of a bulk update, change what can be changed and list the rest, instead of all or nothing",
		fallback: "off"
	}
];
const REASON = {
	name: "reason",
	value: "text",
	summary: "Why: kept in the journal and shown with the change",
	fallback: "none"
};
const DRY_RUN = {
	name: "dry-run",
	value: null,
	summary: "Show the plan and change nothing",
	fallback: "off"
};
const PLAN = {
	name: "plan",
	value: "hash",
	summary: "Apply only if the plan is still the one with this hash, as a dry run shows it",
	fallback: "any",
	check: (value) => /^[0-9a-f]{12}$/.test(value) ? null : "not the hash of a plan",
	allowed: "the 12 hexadecimal digits that a dry run shows"
};
const MANNER = [
	{
		name: "calendar-days",
		value: null,
		summary: "Count the days of --timeline on the calendar, weekends and holidays included",
		fallback: "off"
	},
	REASON,
	{
		name: "force",
		value: null,
		summary: "Skip the two warnings that block, over-capacity and infeasible-due; never errors, permissions or approvals",
		fallback: "off"
	},
	DRY_RUN,
	PLAN
];
const SECTIONS = [
	{
		name: "monitor",
		value: null,
		summary: "Reply with activity and sessions",
		fallback: "on"
	},
	{
		name: "dashboard",
		value: null,
		summary: "Reply with the status dashboard",
		fallback: "on"
	},
	{
		name: "analytics",
		value: null,
		summary: "Reply with performance and trends",
		fallback: "on"
	}
];
function rule({ args, options }) {
	const id = args[0];
	const bulk = options.get("bulk");
	if (options.has("milestones") && (id !== void 0 || bulk === false)) return {
		code: "conflicting-options",
		message: `\`--milestones\` and ${id === void 0 ? "`--no-bulk`" : `the milestone \`${id}\``} exclude each other.`,
		hint: "Name one milestone, or several with `--bulk --milestones=M05,M06`."
	};
	if (bulk === true && !options.has("milestones")) return {
		code: id === void 0 ? "missing-argument" : "conflicting-options",
		message: "`--bulk` needs to know which milestones.",
		hint: "Name them: `--bulk --milestones=M05,M06`."
	};
	if (options.get("keep-going") === true && !options.has("milestones")) return {
		code: "conflicting-options",
		message: "`--keep-going` is for updates of several milestones.",
		hint: "Name them: `--bulk --milestones=M05,M06`, or leave `--keep-going` out."
	};
	const edit = EDITS.find((option) => (options.get(option.name) ?? false) !== false);
	if (edit && id === void 0 && !options.has("milestones")) return {
		code: "missing-argument",
		message: `\`--${edit.name}\` changes a milestone, and none is named.`,
		hint: "Name one after the verb, as in `update M05`, or several with `--bulk --milestones=M05,M06`."
	};
	if (options.get("calendar-days") === true && !options.has("timeline")) return {
		code: "conflicting-options",
		message: "`--calendar-days` says how `--timeline` counts, and there is no `--timeline`.",
		hint: "Add one, such as `--timeline=+5d`, or leave `--calendar-days` out."
	};
	return null;
}
const UPDATE = {
	name: "update",
	summary: "Change milestones and show what follows. With an ID and no change: its focus view; alone: the comprehensive dashboard.",
	args: [milestoneArgument("The milestone to change or to show")],
	options: [
		...EDITS,
		...TARGETS,
		...MANNER,
		...SECTIONS
	],
	later: { "sync-sessions": "Synchronising work sessions comes with a later version. Leave the option out: the rest of the command works without it." },
	role: "write",
	where: [
		"comment",
		"dispatch",
		"cli"
	],
	writes: true,
	rule,
	examples: [
		{
			line: "update",
			does: "regenerate the comprehensive dashboard"
		},
		{
			line: "update M05",
			does: "show the focus view of M05"
		},
		{
			line: "update M05 --timeline=+5days --reason=\"Vendor is late\"",
			does: "move the due date by five working days"
		},
		{
			line: "update M05 --timeline=2024-08-05 --dry-run",
			does: "show what that due date would mean"
		},
		{
			line: "update M06 --resources=\"2.5 engineers, 1 performance specialist\" --priority=high",
			does: "staff it anew"
		},
		{
			line: "update M07 --dependencies=+M03+2d,-M04",
			does: "wait two days after M03, and no longer for M04"
		},
		{
			line: "update M05 --status=completed",
			does: "complete it today"
		},
		{
			line: "update M06 --add-risk=\"Cache misses; probability=40%; impact=high; delay=3d\"",
			does: "add an open risk"
		},
		{
			line: "update M08 --timeline=+1w --rebaseline",
			does: "move the due date, and the baseline with it"
		},
		{
			line: "update --bulk --milestones=M05..M07 --timeline=+1w",
			does: "move three milestones in one change"
		}
	]
};

// src/command/verbs.ts
const PREFER = {
	name: "prefer",
	value: "side",
	choices: ["store", "github"],
	summary: "The side that wins where both changed the same field: store or github",
	fallback: "as `sync.prefer` in the policy says"
};
const ANYWHERE = [
	"comment",
	"dispatch",
	"cli"
];
/** The table of verbs: what comments, the command line and dispatch inputs may say, and what help and reference tell. */
const VERBS = [
	UPDATE,
	{
		name: "status",
		summary: "Show the dashboard, or the focus view of one milestone. Changes nothing.",
		args: [milestoneArgument("The milestone to look at; all of them if left out")],
		options: [],
		role: "triage",
		where: ANYWHERE,
		writes: false,
		examples: [{
			line: "status",
			does: "show the whole project"
		}, {
			line: "status M05",
			does: "show one milestone"
		}]
	},
	{
		name: "explain",
		summary: "Show where a result comes from: the forecast, the critical path, the health, or the dates of one milestone.",
		args: [{
			...milestoneArgument("`forecast`, `critical-path`, `health` or a milestone"),
			name: "WHAT",
			required: true
		}],
		options: [],
		role: "triage",
		where: ANYWHERE,
		writes: false,
		examples: [{
			line: "explain forecast",
			does: "show what went into the forecast and why P85 is that date"
		}, {
			line: "explain M05",
			does: "show what drives the dates of one milestone"
		}]
	},
	{
		name: "log",
		summary: "Show what was changed, when, by whom and why: the journal.",
		args: [milestoneArgument("The milestone whose changes to show; all of them if left out")],
		options: [],
		role: "triage",
		where: ANYWHERE,
		writes: false,
		examples: [{
			line: "log",
			does: "show the latest changes"
		}, {
			line: "log M05",
			does: "show the changes of one milestone"
		}]
	},
	{
		name: "approve",
		summary: "Approve a change request. The last approval that it waits for carries it out.",
		args: [{
			name: "CHANGE",
			required: true,
			summary: "The change request, such as C-7f3a2b"
		}],
		options: [DRY_RUN, PLAN],
		role: "read",
		where: ANYWHERE,
		writes: true,
		examples: [{
			line: "approve C-7f3a2b",
			does: "approve that change"
		}]
	},
	{
		name: "reject",
		summary: "Reject a change request, or withdraw your own. Nothing of it is carried out.",
		args: [{
			name: "CHANGE",
			required: true,
			summary: "The change request, such as C-7f3a2b"
		}],
		options: [
			REASON,
			DRY_RUN,
			PLAN
		],
		role: "read",
		where: ANYWHERE,
		writes: true,
		examples: [{
			line: "reject C-7f3a2b --reason=\"Not this quarter\"",
			does: "reject that change"
		}]
	},
	{
		name: "undo",
		summary: "Take an applied change back, as a new change; refused where later changes stand on it.",
		args: [{
			name: "CHANGE",
			required: true,
			summary: "The change, such as C-7f3a2b; `log` lists them"
		}],
		options: [
			REASON,
			DRY_RUN,
			PLAN
		],
		role: "write",
		where: ANYWHERE,
		writes: true,
		examples: [{
			line: "undo C-7f3a2b",
			does: "put back what that change changed"
		}]
	},
	{
		name: "sync",
		summary: "Bring milestones and issues on GitHub and the store together, each side’s changes to the other. Deletes nothing.",
		args: [milestoneArgument("The milestone to synchronise; all of them, and their issues, if left out")],
		options: [PREFER, DRY_RUN],
		role: "write",
		where: ANYWHERE,
		writes: true,
		examples: [{
			line: "sync",
			does: "synchronise everything"
		}, {
			line: "sync --prefer=store",
			does: "and let the store win where both sides changed"
		}]
	},
	{
		name: "validate",
		summary: "Check every file of the store and list what is wrong, with file, line and how to mend it.",
		args: [],
		options: [],
		role: "triage",
		where: ANYWHERE,
		writes: false,
		examples: [{
			line: "validate",
			does: "check the store"
		}]
	},
	{
		name: "help",
		summary: "Explain the verbs, or one of them with all its options.",
		args: [{
			name: "VERB",
			required: false,
			summary: "The verb to explain",
			check: (name) => findVerb(name) ? null : unknownVerb(name)
		}],
		options: [],
		role: "triage",
		where: ANYWHERE,
		writes: false,
		examples: [{
			line: "help",
			does: "list the verbs"
		}, {
			line: "help update",
			does: "explain update and its options"
		}]
	},
	{
		name: "import",
		summary: "Adopt the repository’s GitHub milestones, with their issues as tasks, as files of the store. Writes nothing to GitHub.",
		args: [],
		options: [DRY_RUN],
		role: "write",
		where: ["cli"],
		writes: true,
		examples: [{
			line: "import",
			does: "make a file of each GitHub milestone that has none"
		}]
	},
	{
		name: "init",
		summary: "Set up an empty store with a commented policy file. Never writes over an existing file.",
		args: [],
		options: [DRY_RUN],
		role: "write",
		where: ["cli"],
		writes: true,
		examples: [{
			line: "init",
			does: "create .milestones/ here"
		}]
	}
];
const BY_NAME = new Map(VERBS.map((verb) => [verb.name, verb]));
/** The verb of that name, in any case; undefined if there is none. */
function findVerb(name) {
	return BY_NAME.get(name.toLowerCase());
}
/** How much of a word may be wrong for a guess to be helpful: one edit, two in a longer word. */
function guess(word, names) {
	return nearest(word, names, word.length >= 5 ? 2 : 1);
}
/** The answer to a word that is no verb: the nearest verb, and the list of them all. */
function unknownVerb(word) {
	const meant = guess(word, BY_NAME.keys());
	const list = `The verbs are ${[...BY_NAME.keys()].map((name) => `\`${name}\``).join(", ")}.`;
	return {
		code: "unknown-verb",
		message: `There is no verb ${codeSpan(word)}.`,
		hint: meant ? `Did you mean \`${meant}\`? ${list}` : list
	};
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

// src/command/permission.ts
/** Weakest role that may use a verb: the policy's, else the table's. */
function roleNeeded(verb, permissions) {
	return permissions[verb] ?? findVerb(verb)?.role ?? "admin";
}
/** True if somebody with this role may use the verb. */
function mayUse(verb, role, permissions) {
	return role === "owner" || role !== "none" && ROLES.indexOf(role) >= ROLES.indexOf(roleNeeded(verb, permissions));
}
/**
* Why somebody with this role may not give the command; null if they may. `owner` is a person at their own files, whom
* nobody has to let in; `none` is somebody the repository does not know.
*/
function denied(intent, actor, role, permissions) {
	if (mayUse(intent.verb, role, permissions)) return null;
	const needed = roleNeeded(intent.verb, permissions);
	return {
		code: "not-permitted",
		message: `\`${intent.verb}\` needs the ${needed} role in this repository; ${actor} has ${role === "none" ? "no role here" : role}.`,
		hint: "Ask somebody who has it to give the command, or propose the change in a pull request.",
		intent,
		diagnostics: []
	};
}

// src/command/scan.ts
const YES = [
	"true",
	"yes",
	"on"
];
const NO = [
	"false",
	"no",
	"off"
];
function find(word, table) {
	if (!word.startsWith("--")) {
		const option = table.find((candidate) => candidate.short === word.charAt(1));
		const attached = word.length > 2 ? word.slice(2) : void 0;
		if (!option || option.value === null && attached !== void 0) return word;
		return {
			option,
			positive: true,
			written: word.slice(0, 2),
			attached
		};
	}
	const equals = word.indexOf("=");
	const written = equals < 0 ? word : word.slice(0, equals);
	const attached = equals < 0 ? void 0 : word.slice(equals + 1);
	const name = written.slice(2).toLowerCase();
	const option = table.find((candidate) => candidate.name === name);
	if (option) return {
		option,
		positive: true,
		written,
		attached
	};
	const negated = table.find((candidate) => candidate.value === null && `no-${candidate.name}` === name);
	return negated ? {
		option: negated,
		positive: false,
		written,
		attached
	} : written;
}
function unknownOption(written, table, { owner, absent }) {
	const known = written.startsWith("--") ? absent?.(written.slice(2).toLowerCase()) : null;
	if (known) return known;
	const names = table.flatMap(({ name, value }) => value === null ? [name, `no-${name}`] : [name]);
	const meant = written.startsWith("--") ? guess(written.slice(2), names) : void 0;
	const list = names.filter((name) => !name.startsWith("no-")).map((name) => `\`--${name}\``);
	const all = list.length > 0 ? `${owner} takes ${list.join(", ")}.` : `${owner} takes no options.`;
	return {
		code: "unknown-option",
		message: `There is no option ${codeSpan(written)}.`,
		hint: meant ? `Did you mean \`--${meant}\`? ${all}` : all
	};
}
function missingValue({ option }) {
	const value = option.choices?.join("|") ?? option.value ?? "";
	return {
		code: "missing-value",
		message: `\`--${option.name}\` needs a value.`,
		hint: `Write \`--${option.name}=<${value}>\`${option.choices ? "" : "; put text with spaces in double quotes"}.`
	};
}
function badValue({ option }, value, what, allowed) {
	return {
		code: "bad-value",
		message: `\`--${option.name}\` does not understand ${codeSpan(value)}: ${what}.`,
		hint: `Allowed: ${allowed}.`
	};
}
/** Line breaks and tabs may come from a shell; other control characters would harm a terminal or the file they end up in. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
/** The value as the intent keeps it, or what is wrong with it. */
function readValue(found, value, longest) {
	const { option } = found;
	if (value.trim() === "") return missingValue(found);
	const length = value.length > longest ? Array.from(value).length : 0;
	if (length > longest) return {
		code: "too-long",
		message: `The value of \`--${option.name}\` has ${length} characters.`,
		hint: `At most ${longest} are taken here; put longer text into the milestone's file.`
	};
	if (CONTROL.test(value) || !value.isWellFormed()) return badValue(found, value, "it contains a control character", "text");
	if (option.choices) {
		const choice = value.trim().toLowerCase();
		const list = option.choices.map((name) => `\`${name}\``).join(", ");
		return option.choices.includes(choice) ? choice : badValue(found, value, "not one of its values", list);
	}
	const wrong = option.check?.(value);
	return wrong ? badValue(found, value, wrong, option.allowed ?? `a ${option.value}`) : value;
}
function readSwitch({ attached, option, positive, written }) {
	if (attached === void 0) return positive;
	const word = attached.toLowerCase();
	if (positive && YES.includes(word)) return true;
	if (positive && NO.includes(word)) return false;
	return {
		code: "bad-value",
		message: `${codeSpan(written)} is a switch: it takes no value such as ${codeSpan(attached)}.`,
		hint: `Write \`--${option.name}\` to switch it on and \`--no-${option.name}\` to switch it off.`
	};
}
/**
* Sorts words into positional ones and options of `table`. Values stand after `=` or are the next word, which may start with one
* hyphen (`--timeline -3d`) but not with two. After `--` everything is positional. An option may be given once.
*/
function scan(words, table, rules) {
	const positionals = [];
	const options = /* @__PURE__ */ new Map();
	const failed = (problem) => ({
		positionals,
		options,
		problem
	});
	for (let i = 0; i < words.length; i++) {
		const word = words[i] ?? "";
		if (word === "--") return {
			positionals: [...positionals, ...words.slice(i + 1)],
			options,
			problem: null
		};
		if (!word.startsWith("-") || word === "-") {
			if (rules.stopEarly) return {
				positionals: words.slice(i),
				options,
				problem: null
			};
			positionals.push(word);
			continue;
		}
		const found = find(word, table);
		if (typeof found === "string") return failed(unknownOption(found, table, rules));
		const { option } = found;
		if (options.has(option.name)) return failed({
			code: "conflicting-options",
			message: `\`--${option.name}\` is given twice.`,
			hint: "Give each option once."
		});
		let value;
		if (option.value === null) value = readSwitch(found);
		else {
			const next = words[i + 1];
			const separate = found.attached === void 0 && next !== void 0 && !next.startsWith("--");
			if (separate) i++;
			value = readValue(found, found.attached ?? (separate ? next : ""), rules.longest);
		}
		if (typeof value === "object") return failed(value);
		options.set(option.name, value);
	}
	return {
		positionals,
		options,
		problem: null
	};
}

// src/command/parse.ts
/** Longest value that a comment or a dispatch input may give an option, in characters. */
const LONGEST_VALUE = 4096;
const NOTHING = {
	verb: "",
	args: [],
	options: {}
};
/** The refusal of a command of which that much was understood: its intent carries id, text and line in any case. */
function refuse(problem, request, understood = NOTHING) {
	const { id, text, line } = request;
	return {
		...problem,
		intent: {
			id,
			...understood,
			text,
			line
		},
		diagnostics: []
	};
}
function unknownHere(word) {
	const problem = unknownVerb(word);
	if (!word.startsWith("-")) return problem;
	return {
		...problem,
		hint: `A verb comes first, as in \`update M05 --timeline=+5d\`. ${problem.hint}`
	};
}
function absentOption(name, verb) {
	const later = new Map(Object.entries(verb.later ?? {})).get(name);
	if (later) return {
		code: "unknown-option",
		message: `\`--${name}\` is not available yet.`,
		hint: later
	};
	if (!CLI_OPTIONS.some((option) => option.name === name)) return null;
	return {
		code: "not-here",
		message: `\`--${name}\` works on the command line only.`,
		hint: "Leave it out here."
	};
}
function notHere(verb, where) {
	if (verb.where.includes(where)) return null;
	return {
		code: "not-here",
		message: `\`${verb.name}\` works on the command line only.`,
		hint: `Run \`git milestone ${verb.name}\` in a clone of the repository.`
	};
}
/**
* The words after `/milestone` (or `git milestone`) → the intent, or the first thing that is wrong. No words, and `--help` anywhere,
* ask for help. Options of `also` are taken as well but are no part of the intent.
*/
function parseCommand(words, request, also = []) {
	const { id, text, line, where } = request;
	const [first = "help", ...rest] = words;
	const isHelp = (word) => word === "--help" || word === "-h";
	if (isHelp(first)) return parseCommand(["help", ...rest], request, also);
	const verb = findVerb(first);
	if (!verb) return { refusal: refuse(unknownHere(first), request, {
		...NOTHING,
		verb: first
	}) };
	if (rest.some(isHelp)) return parseCommand(["help", verb.name], request, also);
	const scanned = scan(rest, [...verb.options, ...also], {
		owner: `\`${verb.name}\``,
		longest: where === "cli" ? Number.POSITIVE_INFINITY : LONGEST_VALUE,
		absent: (name) => absentOption(name, verb)
	});
	const own = new Map([...scanned.options].filter(([key]) => verb.options.some(({ name }) => name === key)));
	const understood = {
		verb: verb.name,
		args: scanned.positionals,
		options: Object.fromEntries(own)
	};
	const problem = notHere(verb, where) ?? scanned.problem ?? checkArguments(verb, scanned.positionals) ?? verb.rule?.({
		args: scanned.positionals,
		options: own
	});
	if (problem) return { refusal: refuse(problem, request, understood) };
	return {
		intent: {
			id,
			...understood,
			text,
			line
		},
		beside: new Map([...scanned.options].filter(([key]) => !own.has(key)))
	};
}

// src/command/tokenizer.ts
/** Typographic quotes: what may close each that opens. Germans write „…“, Swedes ”…”, the French «…», Danes »…«. */
const CLOSERS = /* @__PURE__ */ new Map([
	["“", "”"],
	["”", "”"],
	["„", "“”"],
	["‟", "”"],
	["«", "»"],
	["»", "«»"],
	["‘", ""],
	["’", ""],
	["‚", ""],
	["‛", ""]
]);
const DOUBLE = "“”„‟";
const SINGLE = "‘’‚‛";
const SPACE = /\s/;
/** Phones turn the two hyphens of an option into one dash. */
const DASH = /[–—―]{1,2}-?(?=\p{L})/uy;
/** What a backslash keeps literal between double quotes; before anything else it stands for itself. */
const ESCAPABLE = "\"\\$`\n“”„‟«»";
/** The text from after the quote at `start` to where it closes; undefined if it never does. */
function readQuoted(line, start) {
	const opener = line.charAt(start);
	const group = DOUBLE.includes(opener) ? DOUBLE : SINGLE.includes(opener) ? SINGLE : "";
	const escapes = opener !== "'" && !SINGLE.includes(opener);
	let text = "";
	for (let i = start + 1; i < line.length; i++) {
		const char = line.charAt(i);
		const after = line.charAt(i + 1);
		if (escapes && char === "\\" && after !== "" && ESCAPABLE.includes(after)) {
			if (after !== "\n") text += after;
			i++;
			continue;
		}
		const atEnd = group.includes(char) && (after === "" || SPACE.test(after));
		if (CLOSERS.has(opener) ? atEnd || CLOSERS.get(opener)?.includes(char) : char === opener) return {
			text: opener === "«" || opener === "»" ? text.trim() : text,
			next: i + 1
		};
		text += char;
	}
}
function columnOf(line, index) {
	return Array.from(line.slice(0, index)).length + 1;
}
const isWordChar = (char) => /[\p{L}\p{N}]/u.test(char);
/**
* A line as a POSIX shell would split it into words: single quotes, double quotes, backslash. Nothing is expanded or run: `$x`,
* `$(x)`, backticks, `*`, `;`, `|` and `#` stay as they are. Beyond a shell: every kind of space separates, typographic quotes
* quote where they open a word or a value after `=`, and a dash that opens a word stands for `--`.
*
* An apostrophe opens a quotation in a shell. In `--scope=don't --reason=won't` that would swallow an option unseen, so a quotation
* that starts and ends inside words and spans several is refused, as an unclosed one is.
*/
function tokenize(line) {
	const words = [];
	let word = null;
	let i = 0;
	while (i < line.length) {
		const char = line.charAt(i);
		if (SPACE.test(char)) {
			if (word !== null) words.push(word);
			word = null;
			i++;
		} else if (char === "\\") {
			if (i + 1 === line.length) return {
				column: columnOf(line, i),
				message: "A backslash stands at the end of the line",
				hint: "A command is one line: continue on the same one. For a backslash itself write `\\\\`."
			};
			const escaped = line.charAt(i + 1);
			if (escaped !== "\n") word = (word ?? "") + escaped;
			i += 2;
		} else if (char === "\"" || char === "'" || CLOSERS.has(char) && (word === null || line.charAt(i - 1) === "=")) {
			const quoted = readQuoted(line, i);
			const swallows = quoted && char === "'" && isWordChar(line.charAt(i - 1)) && isWordChar(line.charAt(quoted.next)) && SPACE.test(quoted.text);
			if (!quoted || swallows) return {
				column: columnOf(line, i),
				message: `The quote ${char} is not closed`,
				hint: char === "'" ? "Put text with an apostrophe in double quotes: `--scope=\"don't stop\"`." : "Close it, or put a backslash before a quote that belongs to the text: `\\\"`."
			};
			word = (word ?? "") + quoted.text;
			i = quoted.next;
		} else {
			DASH.lastIndex = i;
			const dash = word === null ? DASH.exec(line) : null;
			word = (word ?? "") + (dash ? "--" : char);
			i += dash ? dash[0].length : 1;
		}
	}
	if (word !== null) words.push(word);
	return { words };
}

// src/command/parse-line.ts
/** What makes a line a command: `/milestone` as a word of its own, or with the verb after a slash. */
const PREFIX = /^\s*\/milestone(?=[\s/]|$)\/?/i;
/** A whole line, with or without `/milestone` → the intent or the refusal. Columns in messages count from the line's start. */
function parseText(request) {
	const rest = request.text.replace(PREFIX, (prefix) => " ".repeat(prefix.length));
	const tokens = tokenize(rest);
	if ("words" in tokens) return parseCommand(tokens.words, request);
	const place = codeSpan(Array.from(request.text).slice(tokens.column - 1).join(""));
	const message = `${tokens.message}: column ${tokens.column}, at ${place}.`;
	return { refusal: refuse({
		code: "bad-value",
		message,
		hint: tokens.hint
	}, request) };
}
/** The `command` input of a `workflow_dispatch` run: `update M05 --timeline=+5d`, with or without `/milestone` before it. */
function parseLine(text, id) {
	return parseText({
		id,
		text: text.trim(),
		line: 1,
		where: "dispatch"
	});
}

// src/command/command-lines.ts
const OPENING_FENCE = /^( {0,3}(?:(?:[-*+]|\d{1,9}[.)]) {1,4})*)(`{3,}(?!.*`)|~{3,})/;
const CLOSING_FENCE = /^( *)(`{3,}|~{3,})[ \t]*$/;
/** HTML whose content is not Markdown, code above all; it goes on to its closing tag, over blank lines. */
const RAW_HTML = /^ {0,3}<(?:pre|script|style|textarea)(?=[\s>]|$)/i;
const RAW_HTML_END = /<\/(?:pre|script|style|textarea)>/i;
const CODE_SPAN = /(?<!`)(`+)(?!`)(?:.*?[^`])\1(?!`)/g;
/** Four columns make indented code. */
const COMMAND_INDENT = /^[ \u00a0]{0,3}\//;
function openingFence(line) {
	const [, before = "", marks] = OPENING_FENCE.exec(line) ?? [];
	if (marks === void 0) return null;
	return {
		char: marks.charAt(0),
		length: marks.length,
		inside: before.trim() === "" ? 0 : before.length
	};
}
function closes(line, fence) {
	const [, indent = "", marks = ""] = CLOSING_FENCE.exec(line) ?? [];
	return marks.startsWith(fence.char) && marks.length >= fence.length && indent.length - fence.inside <= 3;
}
function leaves(line, fence) {
	return line.trim() !== "" && line.length - line.trimStart().length < fence.inside;
}
/** Whether an HTML comment that opens on the line is still open at its end. Inside a paragraph, one that no later line closes is text. */
function opensComment(line, closedLater) {
	const isHtml = /^ {0,3}<!--/.test(line);
	if (!isHtml && !closedLater) return false;
	const text = isHtml ? line : line.replace(CODE_SPAN, "");
	let open = text.indexOf("<!--");
	while (open >= 0) {
		const close = text.indexOf("-->", open + 2);
		if (close < 0) return true;
		open = text.indexOf("<!--", close + 3);
	}
	return false;
}
/**
* The lines of a Markdown text that are commands: those that start with `/milestone`, after at most three spaces. Lines in fenced
* code, indented code, block quotes, HTML comments and `<pre>` are not; an unclosed block goes on to the end. Follows CommonMark 0.31
* (sections 4.4–4.6, 5.1 and 6.6) as far as whole lines go; a line right below a quote is its author's own word, not the quote's.
*/
function commandLines(body) {
	const lines = body.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
	const lastEnd = lines.findLastIndex((line) => line.includes("-->"));
	const found = [];
	let fence = null;
	let until = null;
	for (const [index, text] of lines.entries()) {
		if (fence && !leaves(text, fence)) {
			if (closes(text, fence)) fence = null;
			continue;
		}
		fence = null;
		if (until) {
			if (until.test(text)) until = null;
			continue;
		}
		fence = openingFence(text);
		if (fence) continue;
		if (RAW_HTML.test(text)) until = RAW_HTML_END.test(text) ? null : RAW_HTML_END;
		else if (opensComment(text, lastEnd > index)) until = /-->/;
		if (COMMAND_INDENT.test(text) && PREFIX.test(text)) found.push({
			line: index + 1,
			text: text.trim()
		});
	}
	return found;
}

// src/command/comment.ts
/** Most commands that one comment may hold. */
const MOST_COMMANDS = 20;
/**
* Every command of a comment, in order. An intent's id is `<commentId>#<line>`. Commands that fail are refused one by one and the
* others still returned: that none may be applied then is for the caller to see to. Too many commands are refused as a whole.
*/
function parseComment(body, commentId) {
	const lines = commandLines(body);
	if (lines.length > 20) return {
		intents: [],
		refusals: [{
			code: "too-many-commands",
			message: `This comment has ${lines.length} commands.`,
			hint: `At most ${20} are taken at once; many milestones change together with \`--bulk --milestones=M05..M07\`.`,
			intent: null,
			diagnostics: []
		}]
	};
	const intents = [];
	const refusals = [];
	for (const { line, text } of lines) {
		const parsed = parseText({
			id: `${commentId}#${line}`,
			text,
			line,
			where: "comment"
		});
		if ("intent" in parsed) intents.push(parsed.intent);
		else refusals.push(parsed.refusal);
	}
	return {
		intents,
		refusals
	};
}

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
const FORMATS = [
	"md",
	"json",
	"yaml"
];
function settings(values) {
	const text = (name) => {
		const value = values.get(name);
		return typeof value === "string" ? value : null;
	};
	const given = text("format");
	const format = values.get("json") === true ? "json" : FORMATS.find((known) => known === given) ?? "text";
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
	const stray = CLI_OPTIONS.find(({ name, goesWith }) => verb && given.has(name) && goesWith?.(verb, given.get(name) ?? false) === false);
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

export { mayUse as a, findVerb as c, denied as i, guess as l, parseComment as n, helpText as o, parseLine as r, VERBS as s, parseArgv as t, unknownVerb as u };