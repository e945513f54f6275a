import { a as parseDay, o as parseInstant } from "./day.js";

// src/command/cli-options.ts
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
			"json"
		],
		summary: "How to print status and log",
		fallback: "text",
		goesWith: ({ name }) => name === "status" || name === "log",
		only: "`status` and `log`"
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

export { toInstant as n, CLI_OPTIONS as t };