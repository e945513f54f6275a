import { n as EDGE_STATES, t as analyse } from "./status.js";
import { s as calendarOf } from "./progress.js";
import { r as approversText } from "./approval.js";
import { t as UNREADABLE } from "./diagnostic.js";
import { a as blockHeader, c as entryLines, d as itemLines, f as scalarText, i as printEntry, l as flowText, n as compareEntries, o as blockLines, r as entryPath, s as collectionLines, t as changesOf, u as inlineText } from "./journal.js";
import { a as parseDay, r as formatDay } from "./day.js";
import { d as spanDays, u as parseSpan } from "./scalar.js";
import { a as done, c as changeId, i as updateEdits, l as hashOf, n as changes, o as refusal, r as targetsOf, s as refused$1, u as sameValue } from "./update.js";
import { a as ROLES, i as placeAt, n as offsetOf, r as pathText, t as readStore } from "./read.js";
import { i as require_dist, n as keyText, t as parse } from "./parse.js";
import { i as nearest } from "./milestone-file.js";
import { t as codeSpan } from "./code-span.js";
import { n as refuse, t as parseCommand } from "./parse2.js";
import { n as findVerb } from "./verbs.js";
import { t as RepositoryError } from "./repository2.js";
import { n as finishText, o as changeSubject } from "./impact.js";
import { B as signedDays, G as commitText, U as clip, i as value, n as field, o as statusPage, r as subject } from "./edits.js";
import { setTimeout } from "node:timers/promises";

// src/change/approvers.ts
const isTeam = (name) => /^@[^/]+\/.+$/.test(name);
/** Every `@org/team` that the decisions or the groups behind them name. */
function teamsNamed(decisions, config) {
	const names = decisions.flatMap((d) => [...d.any, ...d.all]).flatMap((name) => [name, ...config.groups[name] ?? []]);
	return [...new Set(names.filter(isTeam))];
}
/** True if the login stands behind a name: a group of the policy, a team, or the login itself. */
function standsFor(login, name, config, teams) {
	const group = config.groups[name];
	if (group) return group.some((member) => member !== name && standsFor(login, member, config, teams));
	if (isTeam(name)) return teams.get(name)?.has(login.toLowerCase()) === true;
	return name.replace(/^@/, "").toLowerCase() === login.toLowerCase();
}
/** True if the login may approve for this rule. */
function mayApprove(login, decision, config, teams) {
	return [...decision.any, ...decision.all].some((name) => standsFor(login, name, config, teams));
}
/** What the approvers' logins amount to for one rule. */
function tallyOf(decision, approvers, config, teams) {
	const logins = [...new Set(approvers.map((login) => login.toLowerCase()))];
	const some = logins.filter((login) => decision.any.some((name) => standsFor(login, name, config, teams)));
	const given = decision.all.filter((name) => logins.some((login) => standsFor(login, name, config, teams)));
	const wanted = decision.any.length > 0 ? decision.count : 0;
	const received = Math.min(some.length, wanted);
	return {
		rule: decision.rule,
		received: received + given.length,
		needed: wanted + decision.all.length,
		missing: [...decision.all.filter((name) => !given.includes(name)), ...received < wanted ? decision.any : []]
	};
}

// src/change/edited.ts
var import_dist = require_dist();
function isMap$4(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function differences(file, path, before, after) {
	if (sameValue(before, after)) return [];
	if (isMap$4(before) && isMap$4(after)) return [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => differences(file, [...path, key], before[key], after[key]));
	if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) return before.flatMap((item, i) => differences(file, [...path, i], item, after[i]));
	return [{
		file,
		path,
		before,
		after
	}];
}
function data(text) {
	const parsed = text === void 0 ? void 0 : parse(text);
	return parsed?.ok ? parsed.value ?? void 0 : void 0;
}
/**
* What a person changed by hand between two versions of the store's files, field by field. A file that is new, gone or not
* readable on either side is one edit of the whole (an empty path). Comments and formatting are no change.
*/
function handEdits(before, after) {
	return [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].sort().flatMap((file) => {
		const old = before.get(file);
		const now = after.get(file);
		if (old === now) return [];
		return differences(file, [], data(old), data(now));
	});
}

// src/change/hand-edits.ts
/** What people write, as opposed to what this program does. */
function byPeople(files) {
	return new Map([...files].filter(([path]) => !/^(logs|state|reports)\//.test(path)));
}
/** Journal entries that the commit itself brought: it accounts for what they say. */
function entriesIn({ before, after }) {
	const brought = [...after].filter(([path]) => path.startsWith("logs/") && !before.has(path));
	return readStore(brought.map(([path, text]) => ({
		path,
		kind: "text",
		text
	}))).journal;
}
/** Where the commit can be read: the pull request that its subject names, else the commit. */
function sourceOf({ sha, subject }, repository) {
	const [, squashed, merged] = /\(#(\d+)\)$|^Merge pull request #(\d+)/.exec(subject) ?? [];
	const number = squashed ?? merged;
	return number ? `${repository}/pull/${number}` : `${repository}/commit/${sha}`;
}
function covers(recorded, edit) {
	if (recorded.file !== edit.file) return false;
	const length = Math.min(recorded.path.length, edit.path.length);
	return length > 0 && recorded.path.slice(0, length).every((key, i) => key === edit.path[i]);
}
function idOf(file) {
	const parts = file.split("/");
	const name = parts.at(-1) ?? "";
	return /^milestone\.ya?ml$/.test(name) ? parts.at(-2) ?? "" : name.replace(/\.ya?ml$/i, "");
}
/**
* One `edited` entry for each commit that changed the store in a way no journal entry of its own accounts for. The commit's
* word on who and when is taken as git has it. `repository` is the address of its pages.
*/
function handEditEntries(commits, repository, taken) {
	const ids = new Set(taken);
	return commits.flatMap((commit) => {
		const recorded = entriesIn(commit).flatMap((entry) => entry.changes);
		const edits = handEdits(byPeople(commit.before), byPeople(commit.after)).filter((edit) => !recorded.some((r) => covers(r, edit)));
		if (edits.length === 0) return [];
		const id = changeId(`commit:${commit.sha}`, ids);
		ids.add(id);
		const milestones = [...new Set(edits.map((edit) => edit.file))].filter((file) => /^(active|completed|archive)\//.test(file)).map(idOf);
		return [{
			id,
			kind: "edited",
			of: null,
			at: commit.at,
			actor: commit.author,
			source: sourceOf(commit, repository),
			intent: `commit:${commit.sha}`,
			command: null,
			commands: [],
			reason: null,
			summary: commit.subject,
			milestones: [...new Set(milestones)],
			changes: edits,
			plan: null,
			approvals: []
		}];
	});
}
/** The files of journal entries. */
function entryWrites(entries) {
	return entries.map((entry) => ({
		path: entryPath(entry),
		before: null,
		after: printEntry(entry)
	}));
}

// src/change/impact.ts
function shift(before, after) {
	return sameValue(before, after) ? void 0 : {
		before,
		after
	};
}
/** Signed working days from one ISO day to another, positive = later; 0 if either is missing. */
function daysMoved(calendar, before, after) {
	const from = before === null ? void 0 : parseDay(before, "UTC");
	const to = after === null ? void 0 : parseDay(after, "UTC");
	return from === void 0 || to === void 0 ? 0 : calendar.workingDaysBetween(from, to);
}
function milestoneImpact(calendar, before, after, edited) {
	const parts = {
		due: shift(before.due, after.due),
		projectedStart: shift(before.projected_start, after.projected_start),
		projectedFinish: shift(before.projected_finish, after.projected_finish),
		totalFloat: shift(before.total_float_days, after.total_float_days),
		critical: shift(before.critical, after.critical),
		health: shift(before.health, after.health),
		progress: shift(before.progress, after.progress)
	};
	const moved = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== void 0));
	if (!edited && Object.keys(moved).length === 0) return null;
	const finishDays = daysMoved(calendar, before.projected_finish, after.projected_finish);
	return {
		id: after.id,
		title: after.title,
		edited,
		...moved,
		...parts.projectedFinish ? { finishDays } : {}
	};
}
function assignedFte(state, id) {
	return (state.milestones.find((m) => m.id === id)?.resources ?? []).reduce((sum, r) => sum + (r.fte ?? (r.allocation ?? 0) / 100), 0);
}
/** What changes between two analyses of the store: every milestone that moves, and the project as a whole. */
function impactOf(calendar, before, after, edited) {
	const rows = new Map(before.status.milestones.map((row) => [row.id, row]));
	const milestones = after.status.milestones.flatMap((row) => {
		const old = rows.get(row.id);
		const impact = old && milestoneImpact(calendar, old, row, edited.has(row.id));
		return impact ? [impact] : [];
	});
	const finish = {
		before: before.status.schedule.projected_finish,
		after: after.status.schedule.projected_finish
	};
	const assigned = [...edited].flatMap((id) => {
		const fte = shift(assignedFte(before.state, id), assignedFte(after.state, id));
		return fte ? [{
			id,
			fte
		}] : [];
	});
	return {
		milestones,
		projectFinish: finish,
		projectFinishDays: daysMoved(calendar, finish.before, finish.after),
		criticalPaths: {
			before: before.status.schedule.critical_paths,
			after: after.status.schedule.critical_paths
		},
		assigned
	};
}

// src/change/approvals.ts
const dateOf = (value) => typeof value === "string" ? value.slice(0, 10) : null;
/** The largest signed shift of a due date among the edits, in working days; 0 if none moves. */
function timelineDays(calendar, edits) {
	const shifts = edits.filter((edit) => edit.path.join(".") === "timeline.estimated_end").map((edit) => daysMoved(calendar, dateOf(edit.before), dateOf(edit.after)));
	return shifts.length === 0 ? 0 : Math.max(...shifts);
}
function touches(edits, key) {
	return edits.some((edit) => edit.path[0] === key);
}
/** The facts of a change; `timelineDays` is the largest signed shift of a due date among the milestones it edits. */
function factsOf(state, edits, impact, timelineDays) {
	const edited = impact.milestones.filter((m) => m.edited).map((m) => m.id);
	const milestones = state.milestones.filter((m) => edited.includes(m.id));
	return {
		timeline_days: timelineDays,
		finish_days: impact.projectFinishDays,
		fte: impact.assigned.reduce((sum, { fte }) => sum + fte.after - fte.before, 0),
		budget: touches(edits, "resources") ? void 0 : 0,
		scope: touches(edits, "description"),
		dependencies: touches(edits, "dependencies"),
		critical_path: JSON.stringify(impact.criticalPaths.before) !== JSON.stringify(impact.criticalPaths.after),
		priority: edits.filter((edit) => edit.path[0] === "priority").map((edit) => String(edit.after)),
		milestone: edited,
		label: milestones.flatMap((m) => m.labels)
	};
}
function holds(condition, fact) {
	if (fact === void 0) return true;
	if (typeof fact === "number") {
		if (typeof condition === "number") return fact === condition;
		if (typeof condition !== "object" || Array.isArray(condition)) return true;
		const { gt, gte, lt, lte } = condition;
		return (gt == null || fact > gt) && (gte == null || fact >= gte) && (lt == null || fact < lt) && (lte == null || fact <= lte);
	}
	if (typeof fact === "boolean") return typeof condition === "boolean" ? fact === condition : true;
	const wanted = Array.isArray(condition) ? condition : [String(condition)];
	return fact.some((value) => wanted.includes(value));
}
/** Whom a rule asks: a bare list means any one of them. */
function askedOf({ from }) {
	if (Array.isArray(from)) return {
		any: from,
		count: 1,
		all: []
	};
	return {
		any: from.any ?? [],
		count: from.count ?? 1,
		all: from.all ?? []
	};
}
function conditionText(rule) {
	return Object.entries(rule.when ?? {}).map(([name, condition]) => {
		if (typeof condition !== "object" || Array.isArray(condition)) return `${name} ${String(condition)}`;
		return Object.entries({
			gt: ">",
			gte: "≥",
			lt: "<",
			lte: "≤"
		}).flatMap(([key, sign]) => {
			const value = condition[key];
			return value == null ? [] : [`${name} ${sign} ${String(value)}`];
		}).join(" and ");
	}).join(", ");
}
/** The last day of a span of working days that begins today, as an ISO day. */
function dayAfter(span, today, calendar) {
	const parsed = span ? parseSpan(span) : void 0;
	return parsed ? formatDay(calendar.shiftWorkingDays(today, spanDays(parsed, calendar.daysPerWeek))) : null;
}
/**
* What the policy says of a change: one decision per rule that applies, or `automatic` ones that name the limits it stayed
* within. Conditions of one rule must all hold; a rule without conditions always applies. `now` is an ISO instant.
*/
function approvalsFor(config, facts, now) {
	const measured = facts;
	const calendar = calendarOf(config.calendar);
	const today = parseDay(now, config.calendar.timezone) ?? 0;
	const none = {
		any: [],
		count: 1,
		all: [],
		selfApproval: false,
		answerBy: null,
		expires: null
	};
	const required = config.approvals.filter((rule) => Object.entries(rule.when ?? {}).every(([name, condition]) => holds(condition, measured[name])));
	if (required.length > 0) return required.map((rule) => ({
		rule: rule.name,
		outcome: "required",
		reason: conditionText(rule) || "applies to every change",
		...askedOf(rule),
		selfApproval: rule.self_approval ?? false,
		answerBy: dayAfter(rule.answer_within, today, calendar),
		expires: dayAfter(rule.expires, today, calendar)
	}));
	if (config.approvals.length === 0) return [{
		rule: "no approval rules",
		outcome: "automatic",
		reason: "config.yaml asks for no approvals",
		...none
	}];
	return config.approvals.map((rule) => ({
		rule: rule.name,
		outcome: "automatic",
		reason: `outside ${conditionText(rule)}`,
		...none
	}));
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
function columnOf$1(line, index) {
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
				column: columnOf$1(line, i),
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
				column: columnOf$1(line, i),
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
const PREFIX$1 = /^\s*\/milestone(?=[\s/]|$)\/?/i;
/** A whole line, with or without `/milestone` → the intent or the refusal. Columns in messages count from the line's start. */
function parseText(request) {
	const rest = request.text.replace(PREFIX$1, (prefix) => " ".repeat(prefix.length));
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

// src/io/pause.ts
/**
* Waits before the next try of a push that lost a race: longer each time up to two seconds, and by a random share, so that
* many runs which collided once do not collide again.
*/
async function pause(attempt) {
	const longest = Math.min(2e3, 100 * 2 ** attempt);
	await setTimeout(longest * (.25 + .75 * Math.random()));
}

// src/change/phases.ts
const ok = (text) => ({
	mark: "ok",
	text
});
const warn = (text) => ({
	mark: "warning",
	text
});
const fail = (text) => ({
	mark: "error",
	text
});
const none = (text) => ({
	mark: "no-data",
	text
});
function count(n, one, many = `${one}s`) {
	return `${n} ${n === 1 ? one : many}`;
}
function collection({ state, status }) {
	const active = state.milestones.filter((m) => m.folder === "active").length;
	const ids = new Set(state.milestones.map((m) => m.id));
	const lost = state.sessions.filter((s) => s.status === "active" && (s.milestone === null || !ids.has(s.milestone)));
	const errors = state.diagnostics.filter((d) => d.severity === "error").length;
	const warnings = status.diagnostics.filter((d) => d.severity === "warning").length;
	const unknown = state.diagnostics.filter((d) => d.code === "unknown-dependency").length;
	const criteria = state.milestones.flatMap((m) => m.criteria);
	const verified = criteria.filter((c) => c.verified === true).length;
	return [
		ok(`Status collected: ${count(active, "active milestone")}, ${state.milestones.length - active} finished, ${count(state.journal.length, "journal entry", "journal entries")}`),
		state.sessions.length === 0 ? none("Session context: no sessions are recorded") : lost.length === 0 ? ok(`Session context: ${count(status.sessions.length, "active session")}, each on a known milestone`) : warn(`Session context: ${lost.map((s) => s.id).join(", ")} focus on no known milestone`),
		unknown === 0 ? ok(`Dependency mappings: ${count(status.dependencies.length, "edge")} between milestones, ${status.external.length} external`) : fail(`Dependency mappings: ${count(unknown, "dependency", "dependencies")} on unknown milestones`),
		errors > 0 ? fail(`Data consistency: ${count(errors, "error")} in the store`) : warnings > 0 ? warn(`Data consistency: no errors, ${count(warnings, "warning")}`) : ok(`Data consistency: ${count(state.files.size, "file")} read, no errors`),
		criteria.length + state.config.project.requirements.length === 0 ? none("Requirements and success criteria: none are recorded") : ok(`Requirements and success criteria: ${state.config.project.requirements.length} and ${criteria.length}, ${verified} verified`),
		status.metrics === null ? none("Performance metrics: not computed by this version") : ok("Performance metrics: computed")
	];
}
function dashboards({ state, status }) {
	const active = status.milestones.filter((m) => m.status === "in_progress").length;
	const inState = (name) => status.dependencies.filter((d) => d.state === name).length;
	const states = EDGE_STATES.filter((name) => inState(name) > 0).map((name) => `${inState(name)} ${name.replace("_", " ")}`).join(", ");
	const open = status.risks.filter((r) => r.status === "open").length;
	const recorded = state.milestones.some((m) => m.risks.length > 0);
	const { progress, health } = status.project;
	return [
		progress === null ? none("Project status: there are no milestones") : ok(`Project status: ${progress}% complete, ${health.replace("_", " ")}`),
		active === 0 ? none("Focus dashboards: no milestone is in progress") : ok(`Focus dashboards: ${count(active, "milestone")} in progress`),
		status.dependencies.length === 0 ? none("Dependency matrix: there are no dependencies") : ok(`Dependency matrix: ${states}`),
		status.trends === null ? none("Performance trends: not computed by this version") : ok("Performance trends: computed"),
		recorded ? ok(`Risk assessment: ${count(open, "open risk")}`) : none("Risk assessment: no risks are recorded"),
		none("Stakeholder reports: no stakeholders are configured")
	];
}
function modification({ status, plan, written }) {
	const done = written ? "applied" : "planned";
	const edits = plan?.edits ?? [];
	const files = new Set(edits.map((edit) => edit.file)).size;
	const edges = edits.filter((edit) => edit.path[0] === "dependencies").length;
	const moved = plan?.impact.milestones.filter((m) => m.finishDays).length ?? 0;
	const finish = plan?.impact.projectFinish;
	return [
		plan ? ok(`Modifications: ${count(edits.length, "field")} in ${count(files, "file")} ${done}`) : none("Modifications: none were asked for"),
		status.sessions.length === 0 ? none("Sessions: none to synchronise") : ok(`Sessions: ${count(status.sessions.length, "active session")} read, none changed`),
		edges === 0 ? none("Cross-milestone dependencies: none were changed") : ok(`Cross-milestone dependencies: ${count(edges, "list")} ${done}`),
		plan ? ok(`Schedule recalculated: ${moved === 0 ? "no projected finish moves" : `${count(moved, "projected finish", "projected finishes")} move`}`) : ok("Schedule recalculated"),
		none("Stakeholder notification: no channel is configured"),
		finish && finish.before !== finish.after ? warn(`Projection: the project finishes on ${finish.after} instead of ${finish.before}`) : status.schedule.projected_finish === null ? none("Projection: nothing is scheduled") : ok(`Projection: the project finishes on ${status.schedule.projected_finish}`)
	];
}
function validation({ state, status, plan, written }) {
	const bad = plan?.checks.filter((c) => c.mark === "error").length ?? 0;
	const cautions = plan?.checks.filter((c) => c.mark === "warning").length ?? 0;
	const mismatches = status.diagnostics.filter((d) => d.code === "progress-mismatch").length;
	return [
		plan === null ? none("Constraints: nothing was changed") : bad > 0 ? fail(`Constraints: ${count(bad, "check")} failed`) : cautions > 0 ? warn(`Constraints: ${plan.checks.length} checked, ${count(cautions, "warning")}`) : ok(`Constraints: ${count(plan.checks.length, "check")} passed`),
		status.schedule.cycle ? fail(`Dependency integrity: ${status.schedule.cycle.join(" → ")} wait for each other`) : ok("Dependency integrity: no cycle"),
		mismatches === 0 ? ok("Metric consistency: recorded progress agrees with the tasks") : warn(`Metric consistency: recorded progress of ${count(mismatches, "milestone")} differs from the tasks`),
		state.sessions.length === 0 ? none("Session state: no sessions are recorded") : ok("Session state: nothing to synchronise"),
		none("Notification delivery: no channel is configured"),
		plan === null ? none("Update confirmation: nothing to confirm") : written ? ok(`Update confirmation: journal entry ${plan.entries.map((e) => e.id).join(", ")}`) : none(`Update confirmation: nothing was written (plan ${plan.hash})`)
	];
}
/** The four phases of a run as the reference names them, each line computed from what was found and done. */
function phasesOf(facts) {
	return [
		{
			title: "Status data collection and validation",
			lines: collection(facts)
		},
		{
			title: "Dashboard generation",
			lines: dashboards(facts)
		},
		{
			title: "Modification and synchronisation",
			lines: modification(facts)
		},
		{
			title: "Validation and consistency",
			lines: validation(facts)
		}
	];
}

// src/change/answer.ts
function outcomeOf({ decision, asked }, dryRun) {
	if (decision.kind === "refused") return "refused";
	if (decision.kind === "planned") {
		if (dryRun) return "planned";
		return decision.plan.mode === "request" ? "requested" : "applied";
	}
	return asked.length > 0 ? "unchanged" : "shown";
}
/** The answer to a finished request. */
function answerOf(finished) {
	const { intents, asked, views, origin, decision, state, status, sha, written } = finished;
	const dryRun = asked.some((intent) => intent.options["dry-run"] === true);
	const plan = decision.kind === "planned" ? decision.plan : null;
	const on = (name) => asked.every((intent) => intent.options[name] !== false);
	const looked = intents.filter((intent) => intent.verb === "status" || intent.verb === "update");
	const ids = new Set(looked.flatMap((intent) => intent.args));
	return {
		intents,
		decision,
		outcome: outcomeOf(finished, dryRun),
		actor: origin.actor,
		state,
		status,
		commit: sha === null ? null : {
			sha,
			url: null
		},
		phases: phasesOf({
			state,
			status,
			plan,
			written: written && !dryRun
		}),
		focus: state.milestones.map((m) => m.id).filter((id) => [...ids].some((named) => named.toLowerCase() === id.toLowerCase())),
		views,
		sections: {
			monitor: on("monitor"),
			dashboard: on("dashboard"),
			analytics: on("analytics")
		}
	};
}

// src/change/checks.ts
/** Milestones the change edits whose due date now lies before their projected finish, though it did not, or by more than it did. */
function infeasible({ before, after }, edited) {
	const old = new Map(before.milestones.map((row) => [row.id, row]));
	return after.milestones.filter((row) => {
		if (!edited.has(row.id) || row.status === "completed" || row.status === "cancelled") return false;
		const late = row.variance_days ?? 0;
		return late > 0 && late > Math.max(0, old.get(row.id)?.variance_days ?? 0);
	});
}
function plural(count, one) {
	return `${count} ${one}${count === 1 ? "" : "s"}`;
}
/** The change validation of a plan: every check that was made, with what it found. */
function checksOf({ state, before, after }, edited, impact, approvals) {
	const errors = state.diagnostics.filter((d) => d.severity === "error").length;
	const checks = [errors === 0 ? {
		mark: "ok",
		text: `The store is valid after the change (${plural(state.milestones.length, "milestone")} read)`
	} : {
		mark: "warning",
		text: `${plural(errors, "error")} elsewhere in the store; the change does not touch them`
	}, {
		mark: after.schedule.cycle === null ? "ok" : "warning",
		text: after.schedule.cycle === null ? `Dependencies are consistent (${plural(after.dependencies.length, "edge")}, no cycle)` : `A dependency cycle elsewhere: ${after.schedule.cycle.join(" → ")}`
	}];
	const worse = infeasible({
		before,
		after
	}, edited);
	for (const row of worse) checks.push({
		mark: "warning",
		text: `${row.id} is due on ${row.due}, ${plural(row.variance_days ?? 0, "working day")} before its projected finish on ${row.projected_finish}`
	});
	if (worse.length === 0) checks.push({
		mark: "ok",
		text: "Every due date that was changed can be met by the projected schedule"
	});
	const others = impact.milestones.filter((m) => !m.edited && m.finishDays !== void 0 && m.finishDays !== 0);
	checks.push(others.length === 0 ? {
		mark: "ok",
		text: "No other milestone moves"
	} : {
		mark: "warning",
		text: `${plural(others.length, "other milestone")} move${others.length === 1 ? "s" : ""}: ${others.map((m) => m.id).join(", ")}`
	});
	const asked = approvals.filter((a) => a.outcome === "required");
	checks.push(asked.length === 0 ? {
		mark: "ok",
		text: "Within what the policy applies without approval"
	} : {
		mark: "warning",
		text: `Approval required: ${asked.map((a) => a.rule).join(", ")}`
	});
	return checks;
}

// src/store/edit/data.ts
function isMapping(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** True for what YAML can hold: text, numbers, booleans, null, and lists and plain objects of them. */
function isData(value) {
	if (Array.isArray(value)) return value.every((item) => isData(item));
	if (!isMapping(value)) return value === null || [
		"string",
		"number",
		"boolean"
	].includes(typeof value);
	return [Object.prototype, null].includes(Object.getPrototypeOf(value)) && Object.values(value).every((item) => item === void 0 || isData(item));
}
/** Equality of data, whatever the order of keys; a key that is undefined counts as absent. */
function same(a, b) {
	if (a === b || Number.isNaN(a) && Number.isNaN(b)) return true;
	if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => same(item, b[i]));
	if (!isMapping(a) || !isMapping(b)) return false;
	return [.../* @__PURE__ */ new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => same(own(a, key), own(b, key)));
}
function own(value, key) {
	return Object.hasOwn(value, key) ? value[key] : void 0;
}
/** A copy with one place changed, parents created as needed; undefined where the path leads through something else. */
function changed(value, path, after) {
	const [step, ...rest] = path;
	if (step === void 0) return { value: after };
	if (typeof step === "number") {
		const list = value ?? [];
		if (!Array.isArray(list) || step < 0 || step > list.length) return void 0;
		const inner = changed(list[step], rest, after);
		if (!inner) return void 0;
		return { value: list.toSpliced(step, 1, ...inner.value === void 0 ? [] : [inner.value]) };
	}
	const mapping = value ?? {};
	if (!isMapping(mapping)) return void 0;
	if (after === void 0 && !Object.hasOwn(mapping, step)) return { value };
	const inner = changed(own(mapping, step), rest, after);
	if (!inner) return void 0;
	const entries = Object.entries(mapping).filter(([key]) => key !== step || inner.value !== void 0);
	return { value: Object.fromEntries(inner.value === void 0 ? entries : [...entries, [step, inner.value]]) };
}

// src/store/edit/entries.ts
function isFlow(node) {
	return (0, import_dist.isCollection)(node) && node.flow === true;
}
function isBlockCollection(node) {
	return ((0, import_dist.isMap)(node) || (0, import_dist.isSeq)(node)) && node.flow !== true;
}
function isBlockScalar(node) {
	return (0, import_dist.isScalar)(node) && (node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED");
}
/** True for a value of which nothing is written: `owner:`. */
function isEmpty(node) {
	return node === null || (0, import_dist.isScalar)(node) && node.range?.[0] === node.range?.[1];
}
function rangeOf(node) {
	return [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
}
/** Behind the last character of a value; `from` stands for values of which nothing is written. */
function contentEnd(text, node, from) {
	if (node === null || isEmpty(node)) return from;
	const [start, end] = rangeOf(node);
	if (isBlockCollection(node)) return entriesOf(text, node).at(-1)?.end ?? end;
	if (!isBlockScalar(node) || (0, import_dist.isAlias)(node)) return end;
	const keeps = /^[|>]\d?\+/.test(text.slice(start, start + 3));
	return start + text.slice(start, end).replace(keeps ? /\r?\n$/ : /\s+$/, "").length;
}
function indicator(tokens, type) {
	const token = tokens?.find((t) => t.type === type);
	return token && token.offset + token.source.length;
}
function pairEntry(text, pair) {
	const key = pair.key;
	const value = pair.value;
	const [start, keyEnd] = rangeOf(key);
	const { srcToken } = pair;
	const colon = indicator(srcToken?.sep, "map-value-ind");
	return {
		key: keyText(key),
		value,
		start,
		indicator: colon,
		end: contentEnd(text, value, colon ?? keyEnd)
	};
}
/** The entries of a collection, which must come from a document parsed with its source tokens. */
function entriesOf(text, collection) {
	if ((0, import_dist.isMap)(collection)) return collection.items.map((pair) => pairEntry(text, pair));
	const items = collection.items;
	if (isFlow(collection)) return items.map((value) => {
		const [start, end] = value ? rangeOf(value) : [0, 0];
		return {
			key: void 0,
			value,
			start,
			indicator: void 0,
			end
		};
	});
	const dashes = (collection.srcToken?.items ?? []).flatMap((item) => indicator(item.start, "seq-item-ind") ?? []);
	return items.map((value, i) => {
		const dash = dashes[i] ?? 0;
		return {
			key: void 0,
			value,
			start: dash - 1,
			indicator: dash,
			end: contentEnd(text, value, dash)
		};
	});
}

// src/store/edit/lines.ts
function splice(text, splices) {
	let result = "";
	let at = 0;
	for (const { start, end, text: piece } of [...splices].sort((a, b) => a.start - b.start || a.end - b.end)) {
		result += text.slice(at, start) + piece;
		at = Math.max(at, end);
	}
	return result + text.slice(at);
}
/** Offset of the first character of the line; a byte-order mark is not part of it. */
function lineStart(text, offset) {
	const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
	return start === 0 && text.startsWith("﻿") ? 1 : start;
}
/** Offset of the line's break, or the end of the text. */
function lineEnd(text, offset) {
	const newline = text.indexOf("\n", offset);
	if (newline < 0) return text.length;
	return newline > offset && text[newline - 1] === "\r" ? newline - 1 : newline;
}
/** Offset behind the line's break, or the end of the text. */
function nextLine(text, offset) {
	const newline = text.indexOf("\n", offset);
	return newline < 0 ? text.length : newline + 1;
}
function columnOf(text, offset) {
	return offset - lineStart(text, offset);
}
/** True if only spaces stand before the offset on its line. */
function startsLine(text, offset) {
	return text.slice(lineStart(text, offset), offset).trim() === "";
}
/** The line break in use at a place: that of its line, else of the text before it. */
function breakAt(text, offset) {
	const end = lineEnd(text, offset);
	const newline = end < text.length ? text.indexOf("\n", end) : text.lastIndexOf("\n");
	return newline > 0 && text[newline - 1] === "\r" ? "\r\n" : "\n";
}
/**
* Where a block ends whose last content ends at `end`: behind that line, and behind the comment lines below it that are
* indented by at least `indent` columns, since those belong to the block.
*/
function blockEnd(text, end, indent) {
	let result = nextLine(text, end);
	for (let at = result; at < text.length; at = nextLine(text, at)) {
		const line = text.slice(at, lineEnd(text, at));
		const content = line.trimStart();
		if (content.startsWith("#") && line.length - content.length >= indent) result = nextLine(text, at);
		else if (content !== "") break;
	}
	return result;
}
/** New lines at the start of a line, or at the end of a text that may lack its final line break (and then still does). */
function insertLines(text, at, lines) {
	const eol = breakAt(text, at === 0 ? 0 : at - 1);
	return {
		start: at,
		end: at,
		text: at === text.length && !text.endsWith("\n") ? eol + lines.join(eol) : lines.join(eol) + eol
	};
}
/** Takes out whole lines; at the end of a text without final line break, the breaks before them go instead. */
function deleteLines(text, start, end) {
	if (end < text.length || text.endsWith("\n")) return {
		start,
		end,
		text: ""
	};
	return {
		start: text.slice(0, start).trimEnd().length,
		end,
		text: ""
	};
}

// src/store/edit/layout.ts
/** How a file is laid out, learnt from what it holds: what is added should look as if the same person wrote it. */
function layoutOf(text, doc) {
	let step;
	let indentItems;
	const lists = {
		flow: 0,
		block: 0
	};
	(0, import_dist.visit)(doc, {
		Pair(_, { key, value }) {
			if (!(0, import_dist.isScalar)(key) || !isBlockCollection(value)) return;
			const offset = columnOf(text, rangeOf(value)[0]) - columnOf(text, rangeOf(key)[0]);
			if ((0, import_dist.isSeq)(value)) indentItems ??= offset > 0;
			if ((0, import_dist.isMap)(value) && offset > 0 && offset <= 8) step ??= offset;
		},
		Seq(_, list) {
			if (list.items.length > 0 && list.items.every((item) => (0, import_dist.isScalar)(item))) lists[list.flow ? "flow" : "block"]++;
		}
	});
	return {
		step: step ?? 2,
		indentItems: indentItems ?? true,
		flowLists: lists.block <= lists.flow,
		compact: false
	};
}
/** Names of the anchors that an alias repeats. */
function sharedAnchors(doc) {
	const names = /* @__PURE__ */ new Set();
	(0, import_dist.visit)(doc, { Alias: (_, { source }) => void names.add(source) });
	return names;
}

// src/store/edit/block.ts
/** Indentation from which on comments below the entries are theirs: `parent` is the column of what holds them. */
function ownComments(column, parent) {
	return parent !== void 0 && parent < column ? column : column + 1;
}
/** Adds a key or item as lines of its own, at the end or before a list's item; undefined where the place does not allow it. */
function insertBlock(text, entries, added, parent, layout) {
	const [first] = entries;
	const before = entries[added.index - 1];
	if (!first) return void 0;
	const column = columnOf(text, first.start);
	const valueStart = first.value?.range?.[0] ?? 0;
	const gap = first.indicator !== void 0 && valueStart > first.indicator ? valueStart - first.indicator : 1;
	const lines = added.key === void 0 ? itemLines(added.value, column, layout, lineStart(text, valueStart) === lineStart(text, first.start) ? gap : 1) : entryLines(added.key, added.value, column, layout);
	if (before) {
		const comments = added.index === entries.length ? ownComments(column, parent) : column + 1;
		return [insertLines(text, blockEnd(text, before.end, comments), lines)];
	}
	return startsLine(text, first.start) ? [insertLines(text, lineStart(text, first.start), lines)] : void 0;
}
/** Takes one of several entries out with its lines. Comments before it, and after it at its own indentation, stay. */
function removeBlock(text, entries, index) {
	const entry = entries[index];
	if (!entry) return [];
	const column = columnOf(text, entry.start);
	if (startsLine(text, entry.start)) return [deleteLines(text, lineStart(text, entry.start), blockEnd(text, entry.end, column + 1))];
	const next = entries[index + 1];
	const between = next ? text.slice(lineEnd(text, entry.end), next.start) : "\n#";
	if (next && between.trim() === "") return [{
		start: entry.start,
		end: next.start,
		text: ""
	}];
	return [{
		start: text.slice(0, entry.start).trimEnd().length,
		end: lineEnd(text, entry.end),
		text: ""
	}];
}

// src/store/edit/flow.ts
/** The comma between two offsets, not one inside a comment. */
function commaBetween(text, from, to) {
	for (let at = from; at < to; at++) {
		if (text[at] === ",") return at;
		if (text[at] === "#") at = lineEnd(text, at);
	}
}
/** Adds an entry inside `[ ]` or `{ }` that has some already, on a line of its own where the others have theirs. */
function insertFlow(text, close, entries, index, piece) {
	const next = entries[index];
	if (next) {
		const gap = startsLine(text, next.start) ? breakAt(text, next.start) + " ".repeat(columnOf(text, next.start)) : " ";
		return [{
			start: next.start,
			end: next.start,
			text: `${piece},${gap}`
		}];
	}
	const last = entries.at(-1);
	if (!last) return [];
	const comma = commaBetween(text, last.end, close);
	const separator = comma === void 0 ? [{
		start: last.end,
		end: last.end,
		text: ","
	}] : [];
	if (!(startsLine(text, last.start) && lineStart(text, close) > lineStart(text, last.end))) {
		const at = comma === void 0 ? last.end : comma + 1;
		return [...separator, {
			start: at,
			end: at,
			text: ` ${piece}`
		}];
	}
	const at = lineEnd(text, comma ?? last.end);
	const indent = " ".repeat(columnOf(text, last.start));
	const line = breakAt(text, last.end) + indent + piece + (comma === void 0 ? "" : ",");
	return [...separator, {
		start: at,
		end: at,
		text: line
	}];
}
/** Takes one of several entries out of `[ ]` or `{ }`, with its comma; comments between entries stay. */
function removeFlow(text, entries, index) {
	const entry = entries[index];
	if (!entry) return [];
	const next = entries[index + 1];
	const previous = entries[index - 1];
	if (next) {
		if (/^\s*,\s*$/.test(text.slice(entry.end, next.start))) return [{
			start: entry.start,
			end: next.start,
			text: ""
		}];
		const comma = commaBetween(text, entry.end, next.start) ?? entry.end;
		const spaces = /^ */.exec(text.slice(comma + 1))?.[0].length ?? 0;
		return [withoutBlankLine(text, entry.start, comma + 1 + spaces)];
	}
	if (!previous) return [];
	if (/^\s*,\s*$/.test(text.slice(previous.end, entry.start))) return [{
		start: previous.end,
		end: entry.end,
		text: ""
	}];
	const comma = commaBetween(text, previous.end, entry.start) ?? previous.end;
	return [{
		start: comma,
		end: comma + 1,
		text: ""
	}, withoutBlankLine(text, entry.start, entry.end)];
}
/** The splice that removes a range, and its line where nothing else is left on it. */
function withoutBlankLine(text, start, end) {
	return startsLine(text, start) && text.slice(end, lineEnd(text, end)).trim() === "" ? {
		start: lineStart(text, start),
		end: nextLine(text, end),
		text: ""
	} : {
		start,
		end,
		text: ""
	};
}

// src/store/edit/set.ts
function isNested(value) {
	return typeof value === "object" && value !== null && Object.keys(value).length > 0;
}
/** The quotes that a value has now stay, as far as the new one can be written with them. */
function styleOf(node) {
	if (!(0, import_dist.isScalar)(node)) return "plain";
	return node.type === "QUOTE_DOUBLE" ? "double" : node.type === "QUOTE_SINGLE" ? "single" : "plain";
}
/** Puts text without line breaks in the place of a value; comments beside it stay. */
function replaceInline(text, entry, piece) {
	const { value: node, indicator, end } = entry;
	if (node === null || isEmpty(node)) return indicator === void 0 ? [{
		start: end,
		end,
		text: `: ${piece}`
	}] : [{
		start: indicator,
		end: indicator,
		text: ` ${piece}`
	}];
	const [start, stop] = rangeOf(node);
	if (isBlockScalar(node)) {
		const header = /^[|>][-+\d]*/.exec(text.slice(start))?.[0].length ?? 1;
		const rest = lineEnd(text, start);
		return [{
			start,
			end: start + header,
			text: piece
		}, {
			start: rest,
			end: Math.max(rest, end),
			text: ""
		}];
	}
	if (!isBlockCollection(node)) return [{
		start,
		end: stop,
		text: piece
	}];
	if (indicator === void 0 || lineStart(text, indicator) === lineStart(text, start)) return [{
		start,
		end,
		text: piece
	}];
	const column = columnOf(text, start);
	return [{
		start: indicator,
		end: indicator,
		text: ` ${piece}`
	}, deleteLines(text, lineStart(text, start), blockEnd(text, end, Math.max(column, 1)))];
}
/** A block scalar with another text: its header's style and comment, and its indentation, stay. */
function replaceBlockScalar(text, entry, node, value, layout) {
	const [start] = rangeOf(node);
	const header = /^[|>][-+\d]*/.exec(text.slice(start))?.[0] ?? "|";
	const rest = lineEnd(text, start);
	const eol = breakAt(text, start);
	const old = text.slice(rest, Math.max(rest, entry.end));
	const indent = /\n( +)\S/.exec(old)?.[1]?.length ?? columnOf(text, entry.start) + layout.step;
	const folded = header.startsWith(">") && !/\n\s/.test(value.replace(/\n+$/, ""));
	const ending = /\n*$/.exec(value)?.[0] ?? "";
	const body = folded ? value.slice(0, value.length - ending.length).replaceAll("\n", "\n\n") + ending : value;
	const lines = blockLines(body, indent);
	return [{
		start,
		end: start + header.length,
		text: blockHeader(value, folded ? ">" : "|")
	}, {
		start: rest,
		end: rest + old.length,
		text: eol + lines.join(eol)
	}];
}
/** Gives a value lines of its own, below its key or from its dash on; undefined where the place does not allow it. */
function replaceWithLines(text, entry, value, layout) {
	const { value: node, indicator, end, start: entryStart } = entry;
	if (indicator === void 0) return void 0;
	const eol = breakAt(text, indicator);
	const column = columnOf(text, entryStart);
	const [start, stop] = node === null || isEmpty(node) ? [indicator, indicator] : rangeOf(node);
	const sameLine = lineStart(text, start) === lineStart(text, indicator);
	if (entry.key === void 0) {
		if (!sameLine) return void 0;
		const piece = itemLines(value, column, layout, Math.max(1, start - indicator)).join(eol).slice(column + 1).trimStart();
		return [start === indicator ? {
			start,
			end: stop,
			text: ` ${piece}`
		} : {
			start,
			end,
			text: piece
		}];
	}
	const header = typeof value === "string" ? blockHeader(value) : "";
	const indent = column + (Array.isArray(value) && !layout.indentItems ? 0 : layout.step);
	const lines = typeof value === "string" ? blockLines(value, indent) : collectionLines(value, indent, layout);
	if (isBlockCollection(node)) {
		if (sameLine || header !== "") return void 0;
		const from = lineStart(text, start);
		const to = blockEnd(text, end, Math.max(columnOf(text, start), 1));
		const closing = to === text.length && !text.endsWith("\n") ? "" : eol;
		return [{
			start: from,
			end: to,
			text: lines.join(eol) + closing
		}];
	}
	if (!sameLine) return void 0;
	const content = isBlockScalar(node) ? [] : [{
		start: indicator,
		end: stop,
		text: header === "" ? "" : ` ${header}`
	}];
	const removed = isBlockScalar(node) ? replaceInline(text, entry, header) : content;
	const rest = isBlockScalar(node) ? end : lineEnd(text, stop);
	return [...removed, {
		start: rest,
		end: rest,
		text: eol + lines.join(eol)
	}];
}
/** Splices that give an entry another value, in the style of the old one; undefined where no form fits. */
function setValue(text, entry, value, inFlow, layout) {
	const node = entry.value;
	const style = layout.compact ? "double" : styleOf(node);
	if (inFlow || isNested(value) && isFlow(node)) return replaceInline(text, entry, flowText(value, style));
	if (typeof value === "string") {
		if (node !== null && isBlockScalar(node) && !layout.compact && value.trim() !== "") return replaceBlockScalar(text, entry, node, value, layout);
		if (style !== "plain") return replaceInline(text, entry, scalarText(value, style));
	}
	const piece = inlineText(value, layout);
	return piece === void 0 ? replaceWithLines(text, entry, value, layout) : replaceInline(text, entry, piece);
}

// src/store/edit/step.ts
function indexOf(entries, step) {
	if (typeof step === "number") return step;
	const index = entries.findIndex((entry) => entry.key === step);
	return index < 0 ? entries.length : index;
}
function targetOf(text, doc, path) {
	let node = doc.contents;
	let holder;
	let holderInFlow = false;
	for (const [depth, step] of path.entries()) {
		if (!(0, import_dist.isMap)(node) && !(0, import_dist.isSeq)(node)) return void 0;
		const entries = entriesOf(text, node);
		const index = indexOf(entries, step);
		if (depth === path.length - 1) return {
			collection: node,
			entries,
			index,
			holder,
			holderInFlow
		};
		holder = entries[index];
		holderInFlow = isFlow(node);
		node = holder?.value;
	}
}
/** Why an edit at a path would also change something else: a value on the way, or inside, is repeated by an alias. */
function sharedWith(doc, path) {
	const shared = sharedAnchors(doc);
	if (shared.size === 0) return void 0;
	const names = [];
	const note = (node) => {
		if ((0, import_dist.isNode)(node) && !(0, import_dist.isAlias)(node) && node.anchor !== void 0 && shared.has(node.anchor)) names.push(node.anchor);
	};
	let node = doc.contents;
	for (const step of path) {
		note(node);
		node = (0, import_dist.isCollection)(node) ? node.get(step, true) : void 0;
	}
	if ((0, import_dist.isNode)(node) && !(0, import_dist.isAlias)(node)) (0, import_dist.visit)(node, { Node: (_, inner) => note(inner) });
	const [found] = names;
	if (found === void 0) return void 0;
	return `${pathText(path)} is shared: *${found} repeats a value marked &${found}, so an edit here would change other places too`;
}
/** The splices of one step; undefined where no form of it fits its place. */
function splicesFor(text, doc, step, layout) {
	const target = targetOf(text, doc, step.path);
	if (!target) return void 0;
	const { collection, entries, index, holder, holderInFlow } = target;
	const flow = isFlow(collection);
	const entry = entries[index];
	if (step.kind === "set") return entry && setValue(text, entry, step.value, flow, layout);
	if (step.kind === "remove") {
		if (entries.length > 1) return flow ? removeFlow(text, entries, index) : removeBlock(text, entries, index);
		return holder && setValue(text, holder, (0, import_dist.isMap)(collection) ? {} : [], holderInFlow, layout);
	}
	const last = step.path.at(-1);
	const key = typeof last === "string" ? last : void 0;
	if (!flow) {
		const parent = holder && columnOf(text, holder.start);
		return insertBlock(text, entries, {
			key,
			index,
			value: step.value
		}, parent, layout);
	}
	const piece = flowText(step.value, layout.compact ? "double" : "plain");
	const close = rangeOf(collection)[1] - 1;
	return insertFlow(text, close, entries, index, key === void 0 ? piece : `${scalarText(key, "plain", true)}: ${piece}`);
}

// src/store/edit/steps.ts
/**
* The steps, in order, that turn what a node says into `after`, leaving alone everything that stays the same. Order is such
* that no collection is empty in between, and that a step does not move what later steps name.
*/
function stepsTo(node, before, after, path = []) {
	if (same(before, after)) return [];
	if ((0, import_dist.isMap)(node) && isMapping(before) && isMapping(after) && node.items.length > 0 && Object.keys(after).length > 0) return mappingSteps(new Map(node.items.map((pair) => [keyText(pair.key) ?? "", pair.value])), before, after, path);
	if ((0, import_dist.isSeq)(node) && Array.isArray(before) && Array.isArray(after) && before.length > 0 && after.length > 0) return listSteps(node.items, before, after, path);
	return [{
		kind: "set",
		path,
		value: after
	}];
}
function mappingSteps(values, before, after, path) {
	const keys = Object.keys(after).filter((key) => after[key] !== void 0);
	const kept = keys.filter((key) => values.has(key));
	const added = keys.filter((key) => !values.has(key) && !same(own(before, key), after[key]));
	const gone = [...values.keys()].filter((key) => key !== "<<" && own(after, key) === void 0);
	return [
		...kept.flatMap((key) => stepsTo(values.get(key), before[key], after[key], [...path, key])),
		...added.map((key) => ({
			kind: "insert",
			path: [...path, key],
			value: after[key]
		})),
		...gone.map((key) => ({
			kind: "remove",
			path: [...path, key]
		}))
	];
}
/** Pairs of equal items, in order: the longest common subsequence, after equal ends are matched directly. */
function alignment(before, after) {
	let head = 0;
	while (head < before.length && head < after.length && same(before[head], after[head])) head++;
	let tail = 0;
	const most = Math.min(before.length, after.length) - head;
	while (tail < most && same(before.at(-1 - tail), after.at(-1 - tail))) tail++;
	const a = before.slice(head, before.length - tail);
	const b = after.slice(head, after.length - tail);
	const lengths = Array.from({ length: a.length + 1 }, () => new Array(b.length + 1).fill(0));
	const at = (i, j) => lengths[i]?.[j] ?? 0;
	for (let i = a.length - 1; i >= 0; i--) for (let j = b.length - 1; j >= 0; j--) {
		const row = lengths[i];
		if (row) row[j] = same(a[i], b[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
	}
	const pairs = Array.from({ length: head }, (_, i) => [i, i]);
	for (let i = 0, j = 0; i < a.length && j < b.length;) if (same(a[i], b[j])) pairs.push([head + i++, head + j++]);
	else if (at(i + 1, j) >= at(i, j + 1)) i++;
	else j++;
	for (let k = tail; k > 0; k--) pairs.push([before.length - k, after.length - k]);
	return pairs;
}
function listSteps(nodes, before, after, path) {
	const steps = [];
	const pairs = [...alignment(before, after), [before.length, after.length]];
	let [i, j] = [0, 0];
	for (const [nextI, nextJ] of pairs) {
		const common = Math.min(nextI - i, nextJ - j);
		const gap = [];
		for (let k = nextJ - 1; k >= j + common; k--) gap.push({
			kind: "insert",
			path: [...path, i + common],
			value: after[k]
		});
		for (let k = nextI - 1; k >= i + common; k--) gap.push({
			kind: "remove",
			path: [...path, k]
		});
		for (let k = common - 1; k >= 0; k--) gap.push(...stepsTo(nodes[i + k], before[i + k], after[j + k], [...path, i + k]));
		steps.unshift(...gap);
		[i, j] = [nextI + 1, nextJ + 1];
	}
	return steps;
}

// src/store/edit.ts
function refused(text, message, offset = 0) {
	return {
		ok: false,
		message,
		line: placeAt(text, offset).line
	};
}
function inserted(value, { path, value: item }) {
	const index = path.at(-1);
	const list = path.slice(0, -1).reduce((at, step) => at?.[step], value);
	if (typeof index !== "number" || !Array.isArray(list)) return changed(value, path, item)?.value;
	return changed(value, path.slice(0, -1), list.toSpliced(index, 0, item))?.value;
}
/** What the data must be after a step. */
function expected(value, step) {
	if (step.kind === "insert") return inserted(value, step);
	return changed(value, step.path, step.kind === "remove" ? void 0 : step.value)?.value;
}
function applyStep(text, step) {
	const parsed = parse(text, { tokens: true });
	if (!parsed.ok) return refused(text, parsed.problems[0]?.message ?? "not readable", parsed.problems[0]?.offset);
	const { doc, value } = parsed;
	const shared = sharedWith(doc, step.path);
	if (shared !== void 0) return refused(text, shared, offsetOf(doc, step.path));
	const wanted = expected(value, step);
	const layout = layoutOf(text, doc);
	for (const compact of [false, true]) {
		const splices = splicesFor(text, doc, step, {
			...layout,
			compact
		});
		if (!splices) continue;
		const next = splice(text, splices);
		const again = parse(next);
		if (again.ok && same(again.value, wanted)) return {
			ok: true,
			text: next
		};
	}
	return refused(text, `${pathText(step.path)} is written in a way that cannot be edited safely`, offsetOf(doc, step.path));
}
function applyEdit(text, { path, after }) {
	const parsed = parse(text);
	if (!parsed.ok) return refused(text, parsed.problems[0]?.message ?? "not readable", parsed.problems[0]?.offset);
	const { doc, value } = parsed;
	if (!isMapping(value)) return refused(text, value === null ? "the file is empty" : "the file holds no keys");
	const name = pathText(path);
	if (path.length === 0) return refused(text, "an edit must name a key");
	if (after !== void 0 && !isData(after)) return refused(text, `${name} would become something that YAML cannot hold`);
	const wanted = changed(value, path, after);
	if (!wanted) return refused(text, `${name} leads through a value that has no such part`, offsetOf(doc, path));
	let current = text;
	for (const step of stepsTo(doc.contents, value, wanted.value)) {
		const result = applyStep(current, step);
		if (!result.ok) return {
			...result,
			line: placeAt(text, offsetOf(doc, path)).line
		};
		current = result.text;
	}
	const result = parse(current);
	if (result.ok && same(result.value, wanted.value)) return {
		ok: true,
		text: current
	};
	return refused(text, `${name} cannot be edited without changing other parts of the file`, offsetOf(doc, path));
}
/**
* A YAML mapping's text with edits made, in order. Only what has to change does: comments, order, quotes, indentation, line
* breaks and every other byte stay. The result is read back, so a text that would not say exactly what was asked is refused,
* with the 1-based line of the trouble, and nothing is changed.
*/
function editText(text, edits) {
	let current = text;
	for (const edit of edits) {
		const result = applyEdit(current, edit);
		if (!result.ok) return result;
		current = result.text;
	}
	return {
		ok: true,
		text: current
	};
}

// src/change/apply-edits.ts
/** The files with the edits made in their text; comments, order and every other byte stay. */
function applyEdits(files, edits) {
	const next = new Map(files);
	for (const file of new Set(edits.map((edit) => edit.file))) {
		const own = edits.filter((edit) => edit.file === file);
		const result = editText(next.get(file) ?? "", own);
		if (!result.ok) return refused$1("cannot-edit", `${file}:${result.line}: ${result.message}`, { hint: "Edit this place by hand; nothing was changed." });
		next.set(file, result.text);
	}
	return done(next);
}

// src/change/plan-hash.ts
/** Options that choose how a command is carried out or shown, and so are no part of what a plan does. */
const NOT_PLANNED = /* @__PURE__ */ new Set([
	"dry-run",
	"plan",
	"monitor",
	"dashboard",
	"analytics",
	"force",
	"bulk",
	"reason",
	"format"
]);
/**
* The name of a plan: 12 hex digits over the commands, their edits and the rules that have to approve. The same command on
* the same fields gives the same name, whoever gives it, whenever, and whatever else is in the store.
*/
function planHash(steps, requiredRules) {
	const commands = steps.map(({ intent: { verb, args, options } }) => [
		verb,
		args,
		Object.fromEntries(Object.entries(options).filter(([name]) => !NOT_PLANNED.has(name)))
	]);
	return hashOf([
		commands,
		steps.flatMap((step) => step.edits),
		requiredRules
	]).slice(0, 12);
}

// src/change/undo.ts
function valueAt(data, path) {
	let at = data;
	for (const key of path) {
		if (typeof at !== "object" || at === null) return void 0;
		at = at[key];
	}
	return at;
}
const overlaps = (a, b) => a.file === b.file && a.path.slice(0, b.path.length).every((key, i) => key === b.path[i]);
/** The refusal for a change id that the journal does not have. */
function unknownChange(state, id) {
	const ids = changesOf(state.journal).map((change) => change.id);
	const close = nearest(id, ids, 2);
	return refused$1("unknown-change", `There is no change ${id}`, { hint: close ? `Did you mean ${close}?` : "See `log` for the changes and their ids." });
}
function why(entry, state, id) {
	if (entry?.kind === "undone") return refused$1("not-undoable", `${id} itself undid a change`, { hint: `Give the command again: ${entry.command ?? "see log"}.` });
	if (entry?.kind === "edited") return refused$1("not-undoable", `${id} was made by hand, in ${entry.source ?? "a commit"}`, { hint: "Revert that commit." });
	return refused$1("not-undoable", `${id} is ${state}`, { hint: {
		pending: "It was never applied; reject it instead.",
		rejected: "It was never applied; there is nothing to undo.",
		expired: "It was never applied; there is nothing to undo.",
		undone: "It has been undone already."
	}[state] ?? "See `log`." });
}
/** The step that takes an applied change back, field by field; refused where a later change stands on it. */
function undoStep(state, intent) {
	const asked = intent.args[0] ?? "";
	const change = changesOf(state.journal).find((c) => c.id.toLowerCase() === asked.toLowerCase());
	const named = state.journal.find((entry) => entry.id.toLowerCase() === asked.toLowerCase());
	if (!change && !named) return unknownChange(state, asked);
	const id = change?.id ?? named?.id ?? asked;
	const applied = state.journal.find((e) => (e.kind === "applied" || e.kind === "resolved") && (e.id === id || e.of === id));
	if (change?.state !== "applied" || !applied) return why(named, change?.state ?? named?.kind ?? "unknown", id);
	const edits = [];
	for (const recorded of applied.changes.toReversed()) {
		const text = state.files.get(recorded.file);
		const parsed = text === void 0 ? void 0 : parse(text);
		const now = parsed?.ok ? valueAt(parsed.value, recorded.path) : void 0;
		const expected = edits.find((edit) => overlaps(edit, recorded) && overlaps(recorded, edit))?.after ?? now;
		if (!sameValue(expected ?? null, recorded.after ?? null)) {
			const culprit = state.journal.slice(state.journal.indexOf(applied) + 1).find((e) => e.changes.some((c) => overlaps(c, recorded) || overlaps(recorded, c)));
			const what = `${recorded.file} ${recorded.path.join(".")}`;
			return refused$1("stands-in-the-way", `${what} has changed since ${id}${culprit ? `, by ${culprit.id}` : ""}`, { hint: culprit?.kind === "applied" ? `Undo ${culprit.of ?? culprit.id} first.` : "Change the field to what it should be instead." });
		}
		edits.push({
			file: recorded.file,
			path: recorded.path,
			before: recorded.after,
			after: recorded.before
		});
	}
	return done({
		intent,
		kind: "undone",
		of: id,
		edits,
		milestones: applied.milestones,
		granted: false
	});
}

// src/change/settle.ts
/** The request that a decision names, if it still waits for one. */
function pendingRequest(state, asked, now) {
	const change = changesOf(state.journal).find((c) => c.id.toLowerCase() === asked.toLowerCase());
	if (!change) return unknownChange(state, asked);
	const request = state.journal.find((entry) => entry.id === change.id && entry.kind === "requested");
	if (change.state !== "pending" || !request) return refused$1("already-decided", `${change.id} is ${change.state} and waits for nothing`, { hint: change.state === "applied" ? `To take it back: undo ${change.id}.` : "Give the command again to ask anew." });
	const today = parseDay(now, state.config.calendar.timezone) ?? 0;
	const over = request.approvals.find((a) => a.expires !== null && (parseDay(a.expires, "UTC") ?? today) < today);
	if (over) return refused$1("expired-change", `${change.id} expired on ${over.expires}`, { hint: "Give the command again to ask anew." });
	return done(request);
}
/** Approvals of a request that count, as logins, in the order in which they were given. */
function approversOf(state, request, hearing) {
	return state.journal.filter((e) => e.kind === "approved" && e.of === request.id && !hearing.invalid.has(e.id)).map((entry) => entry.actor);
}
const required = (request) => request.approvals.filter((a) => a.outcome === "required");
/** Where every rule of a request stands. */
function talliesOf(state, request, approvers, hearing) {
	return required(request).map((decision) => {
		const counted = approvers.filter((login) => decision.selfApproval || login.toLowerCase() !== request.actor.toLowerCase());
		return tallyOf(decision, counted, state.config, hearing.teams);
	});
}
function entitled(state, request, actor, hearing) {
	const rules = required(request);
	if (rules.some((rule) => mayApprove(actor, rule, state.config, hearing.teams))) return done(true);
	const closed = teamsNamed(rules, state.config).filter((team) => hearing.teams.get(team) == null);
	if (closed.length > 0) return refused$1("unreadable-team", `The members of ${closed.join(", ")} cannot be read, so nobody can be taken for one of them`, { hint: "Give the Action a token with `members: read` in that organisation, or list the approvers by login in `groups`." });
	return refused$1("not-approver", `${actor} is not asked about ${request.id}: ${rules.map((r) => `${r.rule} needs ${approversText(r)}`).join("; ")}`, { hint: "Ask them to comment." });
}
/** The step of `approve`, and whether it is the last approval that the request waited for. */
function approveStep(state, intent, origin, hearing) {
	const pending = pendingRequest(state, intent.args[0] ?? "", origin.now);
	if (!pending.ok) return pending;
	const request = pending.value;
	if (!hearing.onRecord) return refused$1("no-evidence", "An approval counts only where others can read it", { hint: `Comment \`/milestone approve ${request.id}\` on an issue or pull request of the repository.` });
	const may = entitled(state, request, origin.actor, hearing);
	if (!may.ok) return may;
	if (request.actor.toLowerCase() === origin.actor.toLowerCase() && !required(request).some((rule) => rule.selfApproval && mayApprove(origin.actor, rule, state.config, hearing.teams))) return refused$1("self-approval", `${origin.actor} asked for ${request.id}, and nobody approves their own request`, { hint: "Ask another approver." });
	const before = approversOf(state, request, hearing);
	if (before.some((login) => login.toLowerCase() === origin.actor.toLowerCase())) return refused$1("already-approved", `${origin.actor} has approved ${request.id} before`, { hint: "Others still have to." });
	const complete = talliesOf(state, request, [...before, origin.actor], hearing).every((tally) => tally.received >= tally.needed);
	const step = {
		intent,
		kind: "approved",
		of: request.id,
		edits: [],
		milestones: request.milestones,
		granted: true
	};
	return done({
		step,
		request,
		complete
	});
}
/** The step of `reject`: by an approver, or by the person who asked. */
function rejectStep(state, intent, origin, hearing) {
	const pending = pendingRequest(state, intent.args[0] ?? "", origin.now);
	if (!pending.ok) return pending;
	const request = pending.value;
	if (request.actor.toLowerCase() !== origin.actor.toLowerCase()) {
		const may = entitled(state, request, origin.actor, hearing);
		if (!may.ok) return may;
	}
	return done({
		intent,
		kind: "rejected",
		of: request.id,
		edits: [],
		milestones: request.milestones,
		granted: true
	});
}
/** What has to be looked up before decisions about change requests can be heard: approvals to re-read, teams to resolve. */
function hearingNeeds(state, intents) {
	const named = intents.filter(({ verb }) => verb === "approve" || verb === "reject").map(({ args }) => args[0]?.toLowerCase());
	const requests = state.journal.filter((e) => e.kind === "requested" && named.includes(e.id.toLowerCase()));
	const ids = new Set(requests.map((entry) => entry.id));
	return {
		approvals: state.journal.filter((e) => e.kind === "approved" && e.of !== null && ids.has(e.of)),
		teams: [...new Set(requests.flatMap((request) => teamsNamed(required(request), state.config)))]
	};
}

// src/change/draft.ts
/** The store made of these files, all of which are known to be readable text. */
function storeOf(files) {
	return readStore([...files].map(([path, text]) => ({
		path,
		kind: "text",
		text
	})));
}
function withStep(draft, step) {
	const applied = applyEdits(draft.files, step.edits);
	if (!applied.ok) return {
		ok: false,
		refusal: {
			...applied.refusal,
			intent: step.intent
		}
	};
	const files = applied.value;
	return done({
		files,
		state: step.edits.length > 0 ? storeOf(files) : draft.state,
		steps: [...draft.steps, step]
	});
}
/** Carries out an `update` on each of its milestones; no step where everything is as wanted already. */
function updated(draft, intent) {
	const targets = targetsOf(draft.state, intent);
	if (!targets.ok) return targets;
	if (targets.value.length === 0) return refused$1("missing-argument", "the change names no milestone", {
		hint: "Name one (update M05 …), or several with --bulk --milestones=M05,M06.",
		intent
	});
	let { state, files } = draft;
	const edits = [];
	for (const { id } of targets.value) {
		const milestone = state.milestones.find((m) => m.id === id);
		if (!milestone) continue;
		const own = updateEdits(state, intent, milestone, calendarOf(state.config.calendar));
		if (!own.ok) return own;
		const applied = applyEdits(files, own.value);
		if (!applied.ok) return {
			ok: false,
			refusal: {
				...applied.refusal,
				intent
			}
		};
		files = applied.value;
		edits.push(...own.value);
		if (own.value.some((edit) => edit.path[0] === "dependencies")) state = storeOf(files);
	}
	if (edits.length === 0) return done(draft);
	const step = {
		intent,
		kind: "applied",
		of: null,
		edits,
		milestones: targets.value.map((m) => m.id),
		granted: false
	};
	return done({
		files,
		state: storeOf(files),
		steps: [...draft.steps, step]
	});
}
/** Records an approval and, if it was the last one missing, carries the request out as it was recorded. */
function approved(draft, intent, origin, hearing) {
	const found = approveStep(draft.state, intent, origin, hearing);
	if (!found.ok) return found;
	const { step, request, complete } = found.value;
	const recorded = withStep(draft, step);
	if (!recorded.ok || !complete) return recorded;
	const intents = request.commands.flatMap((line, i) => hearing.parse(line, `${request.intent ?? request.id}/${i}`) ?? []);
	const rules = request.approvals.filter((a) => a.outcome === "required").map((a) => a.rule);
	const again = draftOf(draft.state, intents, origin, hearing);
	const steps = again.ok ? again.value.steps : [];
	if (!again.ok || intents.length !== request.commands.length || planHash(steps, rules) !== request.plan) {
		const why = again.ok ? "it would do something else now" : again.refusal.message;
		return refused$1("stale-plan", `the store has changed since ${request.id} was asked for: ${why}`, {
			hint: "Approvals hold for exactly what was shown. Give the command again, and have that approved.",
			intent
		});
	}
	const edits = steps.flatMap((s) => s.edits);
	const milestones = [...new Set(steps.flatMap((s) => s.milestones))];
	const kind = steps.every((s) => s.kind === "undone") ? "undone" : "applied";
	const of = kind === "undone" ? steps[0]?.of ?? null : request.id;
	return withStep(recorded.value, {
		intent,
		kind,
		of,
		edits,
		milestones,
		granted: true
	});
}
/** Carries the commands of a request out in memory, one after another, each on what the ones before it left. */
function draftOf(start, intents, origin, hearing) {
	let draft = {
		state: start,
		files: start.files,
		steps: []
	};
	for (const intent of intents) {
		const next = stepOf(draft, intent, origin, hearing);
		if (!next.ok) return {
			ok: false,
			refusal: {
				...next.refusal,
				intent: next.refusal.intent ?? intent
			}
		};
		draft = next.value;
	}
	return done(draft);
}
function stepOf(draft, intent, origin, hearing) {
	switch (intent.verb) {
		case "approve": return approved(draft, intent, origin, hearing);
		case "reject": {
			const step = rejectStep(draft.state, intent, origin, hearing);
			return step.ok ? withStep(draft, step.value) : step;
		}
		case "undo": {
			const step = undoStep(draft.state, intent);
			return step.ok ? withStep(draft, step.value) : step;
		}
		default: return changes(intent) ? updated(draft, intent) : done(draft);
	}
}

// src/change/entry.ts
const LABELS = {
	description: "scope",
	"timeline.estimated_end": "due date",
	"timeline.duration": "duration",
	"dependencies.requires": "dependencies",
	"dependencies.enables": "dependencies"
};
function short(value) {
	const text = typeof value === "string" ? value : value === void 0 || value === null ? "none" : JSON.stringify(value);
	return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
const listed = (ids) => ids.length > 3 ? `${ids.length} milestones` : ids.join(", ");
/** What edits come to, for "recent activity": `M05: due date 2024-07-28 → 2024-08-02`. */
function editsText(milestones, edits) {
	const fields = [...new Set(edits.map(({ path }) => LABELS[path.join(".")] ?? path.join(".")))];
	const [first] = edits;
	const one = edits.length === 1 && first ? ` ${short(first.before)} → ${short(first.after)}` : "";
	return `${listed(milestones)}: ${fields.join(", ")}${one}`;
}
function summaryOf({ kind, of, edits, milestones }) {
	if (kind === "approved") return `${listed(milestones)}: ${of} approved`;
	if (kind === "rejected") return `${listed(milestones)}: ${of} rejected`;
	if (kind === "undone") return `${listed(milestones)}: ${of} undone`;
	return editsText(milestones, edits);
}
/** The command without its `/milestone`: what a person would type again. */
function commandOf(intent) {
	return intent.text.trim().replace(/^\/milestone[\s/]+/i, "");
}
const reasonOf = ({ options }) => typeof options["reason"] === "string" ? options["reason"] : null;
/** The journal entry of one step. */
function stepEntry(step, { origin, hash, approvals, taken }) {
	const { intent, kind, of, edits, milestones, granted } = step;
	return {
		id: changeId(kind === "applied" && of !== null ? `${intent.id}/applied` : intent.id, taken),
		kind,
		of,
		at: origin.now,
		actor: origin.actor,
		source: origin.source,
		intent: intent.id,
		command: commandOf(intent),
		commands: [],
		reason: reasonOf(intent),
		summary: summaryOf(step),
		milestones: [...milestones],
		changes: [...edits],
		plan: edits.length > 0 ? hash : null,
		approvals: granted ? [] : approvals.filter((decision) => decision.outcome === "automatic")
	};
}
/** The journal entry of a request: everything its approval will carry out, and whose approvals it waits for. */
function requestEntry(steps, { origin, hash, approvals, taken }) {
	const [first] = steps;
	const edits = steps.flatMap((step) => step.edits);
	const milestones = [...new Set(steps.flatMap((step) => step.milestones))];
	const intentId = first?.intent.id ?? "";
	return {
		id: changeId(intentId, taken),
		kind: "requested",
		of: null,
		at: origin.now,
		actor: origin.actor,
		source: origin.source,
		intent: intentId,
		command: first ? commandOf(first.intent) : null,
		commands: steps.map((step) => commandOf(step.intent)),
		reason: first ? reasonOf(first.intent) : null,
		summary: `${editsText(milestones, edits)} (asked for)`,
		milestones,
		changes: edits,
		plan: hash,
		approvals: approvals.filter((decision) => decision.outcome === "required")
	};
}

// src/change/decide.ts
/** Errors in the policy or in files that the change touches stop it; those elsewhere do not. */
function brokenBy(draft) {
	const touched = new Set(draft.steps.flatMap((step) => step.edits.map((edit) => edit.file)));
	const broken = draft.state.diagnostics.filter((d) => d.severity === "error" && touched.has(d.file));
	if (broken.length === 0) return null;
	return refusal("invalid-store", "the change touches files that have errors", {
		hint: "Mend these places first, or change them in the same command.",
		diagnostics: broken
	});
}
/** Why nothing may be written while the store is as it is; null if it is readable. */
function unreadableStore(state) {
	const unreadable = state.diagnostics.filter((d) => UNREADABLE.has(d.code));
	if (unreadable.length === 0) return null;
	return refusal("unreadable-store", "the store has files that cannot be read", {
		hint: "Mend these files first; until then nothing is written, so that nothing is lost.",
		diagnostics: unreadable
	});
}
function writesOf(before, after, entries) {
	return [...[...after].filter(([path, text]) => before.get(path) !== text).map(([path, text]) => ({
		path,
		before: before.get(path) ?? null,
		after: text
	})), ...entryWrites(entries)];
}
function entriesFor(state, steps, mode, common) {
	const taken = new Set(state.journal.map((entry) => entry.id));
	if (mode === "request") return [requestEntry(steps, {
		...common,
		taken
	})];
	return steps.map((step) => {
		const entry = stepEntry(step, {
			...common,
			taken
		});
		taken.add(entry.id);
		return entry;
	});
}
/** The store with the new journal entries: reading it all again would tell nothing new. */
function withEntries(state, entries, writes) {
	const files = new Map(state.files);
	for (const { path, after } of writes) if (after !== null) files.set(path, after);
	return {
		...state,
		files,
		journal: [...state.journal, ...entries].sort(compareEntries)
	};
}
function planOf(state, draft, origin, before) {
	const { steps } = draft;
	const edits = steps.flatMap((step) => step.edits);
	const edited = new Set(steps.filter((step) => step.edits.length > 0).flatMap((step) => step.milestones));
	const calendar = calendarOf(state.config.calendar);
	const changed = analyse(draft.state, origin.now, changesOf(draft.state.journal));
	const impact = impactOf(calendar, {
		state,
		status: before
	}, {
		state: draft.state,
		status: changed
	}, edited);
	const asking = steps.filter((step) => !step.granted);
	const facts = factsOf(state, asking.flatMap((step) => step.edits), impact, timelineDays(calendar, asking.flatMap((step) => step.edits)));
	const approvals = asking.length > 0 ? approvalsFor(state.config, facts, origin.now) : [];
	const required = approvals.filter((a) => a.outcome === "required").map((a) => a.rule);
	const mode = required.length > 0 ? "request" : "apply";
	const hash = planHash(steps, required);
	const entries = entriesFor(state, steps, mode, {
		origin,
		hash,
		approvals
	});
	const writes = writesOf(state.files, mode === "request" ? state.files : draft.files, entries);
	const checks = checksOf({
		state: draft.state,
		before,
		after: changed
	}, edited, impact, approvals);
	const final = withEntries(mode === "request" ? state : draft.state, entries, writes);
	const after = analyse(final, origin.now, changesOf(final.journal));
	return {
		hash,
		mode,
		intents: [...new Set(steps.map((step) => step.intent))],
		edits,
		entries,
		writes,
		impact,
		checks,
		approvals,
		before,
		after,
		state: final
	};
}
/**
* What is to be done about the intents of one request, all together or not at all: a plan, nothing, or a refusal.
* Pure: the same store, intents, origin and hearing give the same decision.
*/
function decide(state, intents, origin, hearing) {
	const refuse = (...refusals) => ({
		kind: "refused",
		refusals
	});
	const unreadable = unreadableStore(state);
	if (unreadable) return refuse(unreadable);
	const policy = state.diagnostics.filter((d) => d.severity === "error" && d.file === "config.yaml");
	if (policy.length > 0) return refuse(refusal("invalid-store", "the policy has errors", {
		hint: "Mend config.yaml first: what it allows cannot be known while it has errors.",
		diagnostics: policy
	}));
	const deciding = intents.filter(({ verb }) => verb === "approve" || verb === "reject");
	if (deciding.length > 0 && deciding.length < intents.length) return refuse(refusal("conflicting-options", "decisions about changes and changes do not go together", { hint: "Approve or reject in a comment of its own." }));
	const drafted = draftOf(state, intents, origin, hearing);
	if (!drafted.ok) return refuse(drafted.refusal);
	const draft = drafted.value;
	const before = analyse(state, origin.now, changesOf(state.journal));
	if (draft.steps.length === 0) return {
		kind: "unchanged",
		status: before,
		intents
	};
	const broken = brokenBy(draft);
	if (broken) return refuse(broken);
	const plan = planOf(state, draft, origin, before);
	const objection = objectionTo(state, plan, intents);
	return objection ? refuse(objection) : {
		kind: "planned",
		plan
	};
}
/** What keeps a plan from being carried out, or asked for, as it stands. */
function objectionTo(state, plan, intents) {
	const expected = intents.map((intent) => intent.options["plan"]).find((hash) => typeof hash === "string");
	if (expected !== void 0 && expected !== plan.hash) return refusal("stale-plan", `the plan is ${plan.hash} now, not ${expected}: the store or the command changed since`, { hint: "Look at the new plan with --dry-run, then apply that one." });
	if (intents.some((intent) => intent.options["dry-run"] === true)) return null;
	const waiting = new Set(changesOf(state.journal).filter((c) => c.state === "pending").map((c) => c.id));
	const twin = state.journal.find((entry) => waiting.has(entry.id) && entry.plan === plan.hash);
	if (plan.mode === "request" && twin) return refusal("already-requested", `${twin.id} asks for exactly this and waits for ${twin.approvals.map(approversText).join("; ")}`, { hint: `They answer with: approve ${twin.id}` });
	const late = plan.intents.every((intent) => intent.options["force"] === true || intent.verb !== "update") ? [] : infeasible(plan, new Set(plan.impact.milestones.filter((m) => m.edited).map((m) => m.id)));
	if (late.length === 0 || plan.mode === "request") return null;
	const what = late.map((row) => `${row.id} would be due on ${row.due} but is projected to finish on ${row.projected_finish}`);
	return refusal("infeasible-due", what.join("; "), { hint: "Choose a later date, or add --force to commit to it all the same." });
}

// src/change/recover.ts
/**
* The plan of a request that was applied by an earlier run which did not live to answer: what the journal says of it.
* Its impact then is not known any more, so none is shown.
*/
function recoveredPlan(entries, intents, state, status) {
	return {
		hash: entries[0]?.plan ?? "",
		mode: entries.some((entry) => entry.kind === "requested") ? "request" : "apply",
		intents,
		edits: entries.flatMap((entry) => entry.changes),
		entries,
		writes: [],
		impact: {
			milestones: [],
			projectFinish: {
				before: status.schedule.projected_finish,
				after: status.schedule.projected_finish
			},
			projectFinishDays: 0,
			criticalPaths: {
				before: status.schedule.critical_paths,
				after: status.schedule.critical_paths
			},
			assigned: []
		},
		checks: [{
			mark: "ok",
			text: "Applied by an earlier run that ended before it could answer; not applied again"
		}],
		approvals: [],
		skipped: [],
		report: null,
		before: status,
		after: status,
		state
	};
}

// src/change/substance.ts
/**
* A fingerprint of what a reader would call news: statuses, healths, projected dates and the forecast. A scheduled run
* writes the dashboard only if this changed, so that days passing by make no commits.
*/
function substanceOf(status) {
	const rows = status.milestones.map((row) => [
		row.id,
		row.status,
		row.health,
		row.projected_start,
		row.projected_finish
	]);
	return hashOf([
		rows,
		status.project.health,
		status.forecast?.p85 ?? null
	]).slice(0, 16);
}

// src/command/permission.ts
/** Weakest role that may use a verb: the policy's, else the table's. */
function roleNeeded(verb, permissions) {
	return permissions[verb] ?? findVerb(verb)?.role ?? "admin";
}
/**
* Why somebody with this role may not give the command; null if they may. `owner` is a person at their own files, whom
* nobody has to let in; `none` is somebody the repository does not know.
*/
function denied(intent, actor, role, permissions) {
	if (role === "owner") return null;
	const needed = roleNeeded(intent.verb, permissions);
	if (role !== "none" && ROLES.indexOf(role) >= ROLES.indexOf(needed)) return null;
	return {
		code: "not-permitted",
		message: `\`${intent.verb}\` needs the ${needed} role in this repository; ${actor} has ${role === "none" ? "no role here" : role}.`,
		hint: "Ask somebody who has it to give the command, or propose the change in a pull request.",
		intent,
		diagnostics: []
	};
}

// src/io/await-answer.ts
/** A run that lives answers well within this after its push. */
const LONGEST_ANSWER_MS = 6e4;
const EVERY_MS = 2e3;
/**
* A request that stands in the journal without an answer: its run died, or is only about to answer. `since` is when the change
* was made, `now` the present (ISO 8601 instants). True once the answer is there; false if nobody else will give it.
*/
async function answeredMeanwhile(thread, intentIds, since, now) {
	if (!thread.onRecord) return false;
	const until = Math.min(LONGEST_ANSWER_MS, LONGEST_ANSWER_MS - (Date.parse(now) - Date.parse(since))) / 2 * (1 + Math.random());
	for (let waited = 0;; waited += EVERY_MS) {
		if (await thread.answered(intentIds)) return true;
		if (waited >= until) return false;
		await setTimeout(EVERY_MS);
	}
}

// src/render/commit-message.ts
const PREFIX = "milestone: ";
const LINES = 40;
function limited(lines) {
	return lines.length <= LINES ? [...lines] : [...lines.slice(0, LINES), `  … ${lines.length - LINES} more`];
}
function edits(plan) {
	return limited(plan.edits.map((edit) => {
		const text = (given) => commitText(clip(value(given), 60));
		return `  ${commitText(subject(edit.file))} ${commitText(field(edit.path))}: ${text(edit.before)} -> ${text(edit.after)}`;
	}));
}
function moves(plan) {
	return limited(plan.impact.milestones.filter((m) => m.projectedFinish !== void 0).map((m) => {
		const { before, after } = m.projectedFinish ?? {
			before: null,
			after: null
		};
		const by = m.finishDays === void 0 ? "" : ` (${signedDays(m.finishDays)})`;
		return `  ${commitText(m.id)} ${before ?? "no data"} -> ${after ?? "no data"}${by}`;
	}));
}
/**
* Message of the commit that carries out a plan: subject of at most 72 characters with the change's id, the edited fields, every
* projected finish that moves (working days), then the trailers. Text of people in it mentions nobody and closes no issue.
*/
function commitMessage(plan, trailers = []) {
	const id = plan.entries.length === 1 ? ` (${plan.entries[0]?.id ?? ""})` : "";
	const line = PREFIX + commitText(changeSubject(plan.intents, 61 - id.length)) + id;
	const finishes = moves(plan);
	return `${[line, ...[
		plan.edits.length > 0 ? ["Changed:", ...edits(plan)].join("\n") : "",
		finishes.length > 0 ? ["Projected finish, in working days:", ...finishes].join("\n") : "",
		finishes.length > 0 ? finishText(plan.impact) : "",
		trailerLines(trailers)
	]].filter((text) => text !== "").join("\n\n")}\n`;
}
/** Message of a commit that only brings generated files up to date. */
function generatedCommitMessage(paths, trailers = []) {
	const what = paths.length === 1 ? paths[0] ?? "" : `${paths.length} generated files`;
	return `${[PREFIX + clip(`regenerate ${what}`, 61), trailerLines(trailers)].filter((text) => text !== "").join("\n\n")}\n`;
}
function trailerLines(trailers) {
	return trailers.map(([key, given]) => `${key}: ${given.replace(/\s+/g, " ").trim()}`).join("\n");
}

// src/render/generated.ts
const mark = (substance) => `<!-- substance ${substance} -->`;
/** Path of the dashboard relative to the repository. */
function dashboardPath({ state, storeDir }) {
	return storeDir.slice(0, storeDir.lastIndexOf("/") + 1) + state.config.dashboard.path;
}
/**
* The write that brings the dashboard up to date; none if it is. The page ends with a hidden line that holds the fingerprint of
* its news; a `quiet` run leaves a page alone whose fingerprint still holds.
*/
function dashboardWrites(dashboard, before, quiet) {
	const { state, status, substance } = dashboard;
	if (quiet && before?.trimEnd().endsWith(mark(substance))) return [];
	const after = `${statusPage(status, state).trimEnd()}\n\n${mark(substance)}\n`;
	return before === after ? [] : [{
		path: dashboardPath(dashboard),
		before,
		after
	}];
}
/** Message of the commit that carries out a plan, or that only brings journal and pages up to date. */
function messageFor(plan, writes, trailers) {
	if (plan === null) return generatedCommitMessage(writes.map((write) => write.path), trailers);
	return commitMessage(plan, plan.entries.map((entry) => ["Milestone-Change", entry.id]));
}

// src/run.ts
const ATTEMPTS = 40;
const writes = (intent) => findVerb(intent.verb)?.writes === true;
/** The ids by which a request and its answer know each other. */
function idsOf({ id, intents, refusals }) {
	const named = [...intents, ...refusals.flatMap((refusal) => refusal.intent ?? [])].map((intent) => intent.id);
	return named.length > 0 ? [...new Set(named)] : [id];
}
/** Read, understand, decide, apply, show: the way of every request. Null if it had been answered before. */
async function run(request, world) {
	const { repository, thread } = world;
	if (await thread.answered(idsOf(request))) {
		thread.log("This request was answered before; nothing to do.");
		return null;
	}
	const role = await thread.role();
	await thread.started();
	for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
		const snapshot = await repository.snapshot();
		const state = readStore(snapshot.files);
		const decision = await decideOn(request, state, role, thread);
		const [earlier] = decision.kind === "planned" && decision.plan.writes.length === 0 ? decision.plan.entries : [];
		if (earlier && await answeredMeanwhile(thread, idsOf(request), earlier.at, request.origin.now)) {
			thread.log("Another run applied this request and answered it; nothing to do.");
			return null;
		}
		const delivery = await deliver(request, world, snapshot, state, decision);
		if (delivery === "moved") {
			thread.log("Somebody else pushed first; planning again on what is there now.");
			await pause(attempt);
			continue;
		}
		const views = request.intents.flatMap((i) => writes(i) ? [] : world.view(i, delivery.state, delivery.status) ?? []);
		const answer = answerOf({
			...request,
			asked: request.intents.filter(writes),
			views,
			decision,
			...delivery
		});
		await thread.answer(world.show(answer), answer.outcome !== "refused");
		return answer;
	}
	throw new RepositoryError(`The branch moved during each of ${ATTEMPTS} attempts to push`, "Nothing was changed. Run the job again when the repository is quieter.");
}
async function decideOn({ intents, refusals, origin }, state, role, thread) {
	const barred = intents.flatMap((intent) => denied(intent, origin.actor, role, state.config.permissions) ?? []);
	if (refusals.length + barred.length > 0) return {
		kind: "refused",
		refusals: [...refusals, ...barred]
	};
	const asked = intents.filter(writes);
	const applied = state.journal.filter((entry) => asked.some((intent) => intent.id === entry.intent));
	if (applied.length > 0 || asked.length === 0) {
		const status = analyse(state, origin.now, changesOf(state.journal));
		const unreadable = intents.length === 0 ? unreadableStore(state) : null;
		if (unreadable) return {
			kind: "refused",
			refusals: [unreadable]
		};
		if (asked.length === 0) return {
			kind: "unchanged",
			status,
			intents: []
		};
		return {
			kind: "planned",
			plan: recoveredPlan(applied, asked, state, status)
		};
	}
	const needs = hearingNeeds(state, asked);
	return decide(state, asked, origin, {
		parse: understood,
		onRecord: thread.onRecord,
		invalid: await thread.evidence(needs.approvals),
		teams: await thread.teams(needs.teams)
	});
}
/** A command line as the journal has it → its intent; null if it is not understood any more. */
function understood(line, id) {
	const parsed = parseLine(line, id);
	return "intent" in parsed ? parsed.intent : null;
}
/** Writes what was decided, with the journal and the regenerated dashboard, in one step; or nothing at all. */
async function deliver(request, { repository }, snapshot, state, decision) {
	const { origin, intents, handEdits, quiet = false } = request;
	const dryRun = intents.some((intent) => intent.options["dry-run"] === true);
	const plan = decision.kind === "planned" && !dryRun ? decision.plan : null;
	const byHand = handEdits && decision.kind !== "refused" ? await handEdits(snapshot, state) : {
		entries: [],
		trailers: []
	};
	const stored = [...plan?.writes ?? [], ...entryWrites(byHand.entries)];
	const planned = plan?.state ?? state;
	const next = byHand.entries.length > 0 ? readStore(withWrites(snapshot.files, stored)) : planned;
	const status = plan && next === planned ? plan.after : analyse(next, origin.now, changesOf(next.journal));
	const { storeDir } = repository;
	const refresh = intents.length === 0 || intents.some(writes);
	const dashboard = {
		state: next,
		status,
		storeDir,
		substance: substanceOf(status)
	};
	const pages = snapshot.generated && refresh && !dryRun && decision.kind !== "refused" ? dashboardWrites(dashboard, await snapshot.readText(dashboardPath(dashboard)), quiet && stored.length === 0) : [];
	const all = [...stored.map((write) => ({
		...write,
		path: `${storeDir}/${write.path}`
	})), ...pages];
	if (all.length === 0) return {
		state: next,
		status,
		sha: null,
		written: false
	};
	const message = messageFor(plan?.writes.length === 0 ? null : plan, all, byHand.trailers);
	const delivered = await repository.deliver(snapshot, {
		writes: all,
		message,
		at: origin.now
	});
	return delivered.kind === "moved" ? "moved" : {
		state: next,
		status,
		sha: delivered.sha,
		written: true
	};
}
function withWrites(files, changed) {
	const byPath = new Map(files.map((file) => [file.path, file]));
	for (const { path, after } of changed) if (after !== null) byPath.set(path, {
		path,
		kind: "text",
		text: after
	});
	return [...byPath.values()];
}

export { parseLine as a, factsOf as c, byPeople as d, handEditEntries as f, teamsNamed as h, PREFIX$1 as i, timelineDays as l, tallyOf as m, run as n, parseText as o, handEdits as p, pause as r, approvalsFor as s, idsOf as t, impactOf as u };