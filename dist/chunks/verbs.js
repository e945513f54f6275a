import { t as codeSpan } from "./code-span.js";
import { i as nearest, n as PRIORITIES } from "./milestone-file.js";
import { f as ID_PATTERN } from "./scalar.js";
import { a as parseMilestoneList, c as parseDependencyChange, i as MILESTONES_ALLOWED, l as TIMELINE_ALLOWED, n as parseResourceChange, s as DEPENDENCIES_ALLOWED, t as RESOURCES_ALLOWED, u as parseTimelineChange } from "./resource-change.js";

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

// src/command/update-verb.ts
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
	}
];
const TARGETS = [{
	name: "bulk",
	value: null,
	summary: "Update several milestones with one change",
	fallback: "off"
}, {
	name: "milestones",
	value: "list",
	summary: "The milestones of a bulk update: M05,M06 or M05..M07",
	fallback: "none",
	check: by(parseMilestoneList),
	allowed: MILESTONES_ALLOWED
}];
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
	{
		name: "plan",
		value: "hash",
		summary: "Apply only if the plan is still the one with this hash, as a dry run shows it",
		fallback: "any",
		check: (value) => /^[0-9a-f]{12}$/.test(value) ? null : "not the hash of a plan",
		allowed: "the 12 hexadecimal digits that a dry run shows"
	}
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
	const edit = EDITS.find((option) => options.has(option.name));
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
			line: "update --bulk --milestones=M05..M07 --timeline=+1w",
			does: "move three milestones in one change"
		}
	]
};

// src/command/verbs.ts
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
		options: [],
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
		options: [REASON],
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
		options: [REASON, DRY_RUN],
		role: "write",
		where: ANYWHERE,
		writes: true,
		examples: [{
			line: "undo C-7f3a2b",
			does: "put back what that change changed"
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
		name: "init",
		summary: "Set up an empty store with a commented policy file. Never writes over an existing file.",
		args: [],
		options: [],
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

export { checkArguments as a, unknownVerb as i, findVerb as n, guess as r, VERBS as t };