import { n as EDGE_STATES, t as analyse } from "./status.js";
import { s as calendarOf } from "./progress.js";
import { t as UNREADABLE } from "./diagnostic.js";
import { a as blockHeader, c as entryLines, d as itemLines, f as scalarText, i as printEntry, l as flowText, o as blockLines, r as entryPath, s as collectionLines, t as changesOf, u as inlineText } from "./journal.js";
import { a as ROLES, i as pathText, n as offsetOf, r as placeAt, t as readStore } from "./read.js";
import { i as require_dist, n as keyText, t as parse } from "./parse.js";
import { a as done, c as changeId, i as updateEdits, l as hashOf, n as changes, o as refusal, r as targetsOf, s as refused$1, u as sameValue } from "./update.js";
import { a as parseDay } from "./day.js";
import { n as findVerb } from "./verbs.js";
import { t as RepositoryError } from "./repository2.js";
import { n as finishText, o as changeSubject } from "./impact.js";
import { B as signedDays, G as commitText, U as clip, i as value, n as field, o as statusPage, r as subject } from "./edits.js";
import { setTimeout } from "node:timers/promises";

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
	if (decision.kind === "planned") return dryRun ? "planned" : "applied";
	return asked.length > 0 ? "unchanged" : "shown";
}
/** The answer to a finished request. */
function answerOf(finished) {
	const { intents, asked, views, origin, decision, state, status, sha, written } = finished;
	const dryRun = asked.some((intent) => intent.options["dry-run"] === true);
	const plan = decision.kind === "planned" ? decision.plan : null;
	const on = (name) => asked.every((intent) => intent.options[name] !== false);
	const ids = new Set(asked.flatMap((intent) => intent.args));
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
var import_dist = require_dist();
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
		if (node && isBlockScalar(node) && !layout.compact) return replaceBlockScalar(text, entry, node, value, layout);
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

// src/change/approvals.ts
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
function approvers(rule) {
	return Array.isArray(rule.from) ? rule.from : [...rule.from.any ?? [], ...rule.from.all ?? []];
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
/**
* What the policy says of a change: one decision per rule that applies, or a single `automatic` one that names the rules it
* stayed within. Conditions of one rule must all hold; a rule without conditions always applies.
*/
function approvalsFor(config, facts) {
	const measured = facts;
	const required = config.approvals.filter((rule) => Object.entries(rule.when ?? {}).every(([name, condition]) => holds(condition, measured[name])));
	if (required.length > 0) return required.map((rule) => ({
		rule: rule.name,
		outcome: "required",
		from: approvers(rule),
		reason: conditionText(rule) || "applies to every change"
	}));
	if (config.approvals.length === 0) return [{
		rule: "no approval rules",
		outcome: "automatic",
		from: [],
		reason: "config.yaml asks for no approvals"
	}];
	return config.approvals.map((rule) => ({
		rule: rule.name,
		outcome: "automatic",
		from: [],
		reason: `outside ${conditionText(rule)}`
	}));
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

// src/change/entry.ts
const LABELS = {
	description: "scope",
	"timeline.estimated_end": "due date",
	"timeline.duration": "duration",
	"dependencies.requires": "dependencies",
	"dependencies.enables": "dependencies"
};
/** What people call a field: `timeline.estimated_end` → `due date`. */
function fieldLabel(path) {
	const key = path.join(".");
	return LABELS[key] ?? key;
}
function short(value) {
	const text = typeof value === "string" ? value : value === void 0 || value === null ? "none" : JSON.stringify(value);
	return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
function summaryOf(intent, milestones, edits) {
	const fields = [...new Set(edits.map((edit) => fieldLabel(edit.path)))];
	const [first] = edits;
	const one = fields.length === 1 && edits.length === 1 && first ? ` ${short(first.before)} → ${short(first.after)}` : "";
	return `${milestones.length > 3 ? `${milestones.length} milestones` : milestones.join(", ")}: ${fields.join(", ")}${one}${typeof intent.options["reason"] === "string" ? ` (${short(intent.options["reason"])})` : ""}`;
}
/** The journal entry of one applied command. */
function appliedEntry({ intent, origin, milestones, edits, hash, approvals, taken }) {
	const reason = intent.options["reason"];
	return {
		id: changeId(intent.id, taken),
		kind: "applied",
		of: null,
		at: origin.now,
		actor: origin.actor,
		source: origin.source,
		intent: intent.id,
		command: intent.text.trim().replace(/^\/milestone[\s/]+/i, ""),
		reason: typeof reason === "string" ? reason : null,
		summary: summaryOf(intent, milestones, edits),
		milestones: [...milestones],
		changes: [...edits],
		plan: hash,
		approvals: approvals.map(({ rule, outcome, reason: why }) => ({
			rule,
			outcome,
			reason: why
		}))
	};
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

// src/change/decide.ts
/** Options that choose how a command is carried out or shown, and so are no part of what a plan does. */
const NOT_PLANNED = /* @__PURE__ */ new Set([
	"dry-run",
	"plan",
	"monitor",
	"dashboard",
	"analytics",
	"force",
	"bulk"
]);
function withFiles(files) {
	return readStore([...files].map(([path, text]) => ({
		path,
		kind: "text",
		text
	})));
}
/** Carries the intents out in memory, one after another, each on what the ones before it left. */
function draftOf(start, intents) {
	let state = start;
	let files = start.files;
	const steps = [];
	for (const intent of intents.filter(changes)) {
		const edits = [];
		const targets = targetsOf(state, intent);
		if (!targets.ok) return targets;
		if (targets.value.length === 0) return {
			ok: false,
			refusal: refusal("missing-argument", "the change names no milestone", {
				hint: "Name one (update M05 …), or several with --bulk --milestones=M05,M06.",
				intent
			})
		};
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
			if (own.value.some((edit) => edit.path[0] === "dependencies")) state = withFiles(files);
		}
		if (edits.length === 0) continue;
		state = withFiles(files);
		steps.push({
			intent,
			edits,
			milestones: targets.value.map((m) => m.id)
		});
	}
	return {
		ok: true,
		draft: {
			state,
			files,
			steps
		}
	};
}
/** Errors in the files that the change touches stop it; those elsewhere do not. */
function brokenBy(draft) {
	const touched = new Set(draft.steps.flatMap((step) => step.edits.map((edit) => edit.file)));
	const broken = draft.state.diagnostics.filter((d) => d.severity === "error" && touched.has(d.file));
	if (broken.length === 0) return null;
	return refusal("invalid-store", "the change touches files that have errors", {
		hint: "Mend these places first, or change them in the same command.",
		diagnostics: broken
	});
}
function timelineDays(state, steps) {
	const calendar = calendarOf(state.config.calendar);
	const shifts = steps.flatMap((s) => s.edits).filter((e) => e.path.join(".") === "timeline.estimated_end").map((e) => daysMoved(calendar, dateOf(e.before), dateOf(e.after)));
	return shifts.length === 0 ? 0 : Math.max(...shifts);
}
const dateOf = (value) => typeof value === "string" ? value.slice(0, 10) : null;
function writesOf(before, after, entries) {
	return [...[...after].filter(([path, text]) => before.get(path) !== text).map(([path, text]) => ({
		path,
		before: before.get(path) ?? null,
		after: text
	})), ...entries.map((entry) => ({
		path: entryPath(entry),
		before: null,
		after: printEntry(entry)
	}))];
}
function planOf(state, draft, origin, before) {
	const { steps } = draft;
	const edits = steps.flatMap((step) => step.edits);
	const edited = new Set(steps.flatMap((step) => step.milestones));
	const calendar = calendarOf(state.config.calendar);
	const bare = analyse(draft.state, origin.now, changesOf(draft.state.journal));
	const impact = impactOf(calendar, {
		state,
		status: before
	}, {
		state: draft.state,
		status: bare
	}, edited);
	const approvals = approvalsFor(state.config, factsOf(state, edits, impact, timelineDays(state, steps)));
	const planned = steps.map(({ intent: { verb, args, options } }) => [
		verb,
		args,
		Object.fromEntries(Object.entries(options).filter(([name]) => !NOT_PLANNED.has(name)))
	]);
	const required = approvals.filter((a) => a.outcome === "required").map((a) => a.rule);
	const hash = hashOf([
		planned,
		edits,
		required
	]).slice(0, 12);
	const taken = new Set(state.journal.map((entry) => entry.id));
	const entries = steps.map((step) => {
		const entry = appliedEntry({
			...step,
			origin,
			hash,
			approvals,
			taken
		});
		taken.add(entry.id);
		return entry;
	});
	const writes = writesOf(state.files, draft.files, entries);
	const final = withFiles(new Map([...draft.files, ...writes.map((w) => [w.path, w.after ?? ""])]));
	const after = analyse(final, origin.now, changesOf(final.journal));
	const checks = checksOf({
		state: final,
		before,
		after
	}, edited, impact, approvals);
	return {
		hash,
		intents: steps.map((step) => step.intent),
		edits,
		entries,
		writes,
		impact,
		checks,
		approvals,
		before,
		after
	};
}
/**
* What is to be done about the intents of one request, all together or not at all: a plan, nothing, or a refusal.
* Pure: the same store, intents and origin give the same decision.
*/
function decide(state, intents, origin) {
	const refuse = (...refusals) => ({
		kind: "refused",
		refusals
	});
	const unreadable = state.diagnostics.filter((d) => UNREADABLE.has(d.code));
	if (unreadable.length > 0) return refuse(refusal("unreadable-store", "the store has files that cannot be read", {
		hint: "Mend these files first; until then nothing is written, so that nothing is lost.",
		diagnostics: unreadable
	}));
	const drafted = draftOf(state, intents);
	if (!drafted.ok) return refuse(drafted.refusal);
	const { draft } = drafted;
	const before = analyse(state, origin.now, changesOf(state.journal));
	if (draft.steps.length === 0) return {
		kind: "unchanged",
		status: before,
		intents
	};
	const broken = brokenBy(draft);
	if (broken) return refuse(broken);
	const plan = planOf(state, draft, origin, before);
	const objection = objectionTo(plan, intents);
	return objection ? refuse(objection) : {
		kind: "planned",
		plan
	};
}
function objectionTo(plan, intents) {
	const expected = intents.map((intent) => intent.options["plan"]).find((hash) => typeof hash === "string");
	if (expected !== void 0 && expected !== plan.hash) return refusal("stale-plan", `the plan is ${plan.hash} now, not ${expected}: the store or the command changed since`, { hint: "Look at the new plan with --dry-run, then apply that one." });
	if (intents.some((intent) => intent.options["dry-run"] === true)) return null;
	const required = plan.approvals.filter((a) => a.outcome === "required");
	if (required.length > 0) {
		const rules = required.map((a) => `${a.rule} (${a.reason}) needs ${a.from.join(" or ") || "an approver"}`);
		return refusal("needs-approval", `the policy does not let this change through: ${rules.join("; ")}`, { hint: "Make the change in a pull request, where they can approve it, or keep within the limit." });
	}
	const late = plan.intents.every((intent) => intent.options["force"] === true) ? [] : infeasible(plan, new Set(plan.impact.milestones.filter((m) => m.edited).map((m) => m.id)));
	if (late.length === 0) return null;
	const what = late.map((row) => `${row.id} would be due on ${row.due} but is projected to finish on ${row.projected_finish}`);
	return refusal("infeasible-due", what.join("; "), { hint: "Choose a later date, or add --force to commit to it all the same." });
}

// src/change/recover.ts
/**
* The plan of a request that was applied by an earlier run which did not live to answer: what the journal says of it.
* Its impact then is not known any more, so none is shown.
*/
function recoveredPlan(entries, intents, status) {
	return {
		hash: entries[0]?.plan ?? "",
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
		before: status,
		after: status
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

// src/io/pause.ts
/**
* Waits before the next try of a push that lost a race: longer each time up to two seconds, and by a random share, so that
* many runs which collided once do not collide again.
*/
async function pause(attempt) {
	const longest = Math.min(2e3, 100 * 2 ** attempt);
	await setTimeout(longest * (.25 + .75 * Math.random()));
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

// src/render/dashboard-file.ts
const mark = (substance) => `<!-- substance ${substance} -->`;
/**
* The whole content of the dashboard file: the page, and a hidden last line with the fingerprint of its news. Given the
* `previous` content, that is returned unchanged while its fingerprint still holds.
*/
function dashboardFile(status, state, substance, previous) {
	if (previous?.trimEnd().endsWith(mark(substance))) return previous;
	return `${statusPage(status, state).trimEnd()}\n\n${mark(substance)}\n`;
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
		const decision = decideOn(request, state, role);
		const delivery = await deliver(request, world, snapshot, state, decision);
		if (delivery === "moved") {
			thread.log("Somebody else pushed first; planning again on what is there now.");
			await pause(attempt);
			continue;
		}
		const views = request.intents.filter((i) => !writes(i)).map((i) => world.view(i, delivery.state, delivery.status));
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
function decideOn({ intents, refusals, origin }, state, role) {
	const barred = intents.flatMap((intent) => denied(intent, origin.actor, role, state.config.permissions) ?? []);
	if (refusals.length + barred.length > 0) return {
		kind: "refused",
		refusals: [...refusals, ...barred]
	};
	const asked = intents.filter(writes);
	const applied = state.journal.filter((entry) => asked.some((intent) => intent.id === entry.intent));
	if (applied.length > 0) {
		const status = analyse(state, origin.now, changesOf(state.journal));
		return {
			kind: "planned",
			plan: recoveredPlan(applied, asked, status)
		};
	}
	if (asked.length > 0) return decide(state, asked, origin);
	return {
		kind: "unchanged",
		status: analyse(state, origin.now, changesOf(state.journal)),
		intents: []
	};
}
/** Writes what was decided, with the journal and the regenerated dashboard, in one step; or nothing at all. */
async function deliver(request, { repository }, snapshot, state, decision) {
	const { origin, intents } = request;
	const dryRun = intents.some((intent) => intent.options["dry-run"] === true);
	const plan = decision.kind === "planned" && !dryRun ? decision.plan : null;
	const byHand = request.handEdits ? await request.handEdits(snapshot, state) : {
		entries: [],
		trailers: []
	};
	const stored = [...plan?.writes ?? [], ...byHand.entries.map((entry) => ({
		path: entryPath(entry),
		before: null,
		after: printEntry(entry)
	}))];
	const files = new Map(snapshot.files.map((file) => [file.path, file]));
	for (const { path, after } of stored) if (after !== null) files.set(path, {
		path,
		kind: "text",
		text: after
	});
	const next = stored.length > 0 ? readStore([...files.values()]) : state;
	const status = analyse(next, origin.now, changesOf(next.journal));
	const refresh = snapshot.generated && !dryRun && decision.kind !== "refused" && (intents.length === 0 || intents.some(writes));
	const prefix = repository.storeDir;
	const pages = refresh ? await pageWrites(snapshot, next, status, prefix, request.quiet === true && stored.length === 0) : [];
	const all = [...stored.map((write) => ({
		...write,
		path: `${prefix}/${write.path}`
	})), ...pages];
	if (all.length === 0) return {
		state: next,
		status,
		sha: null,
		written: false
	};
	const named = byHand.entries.length > 0 ? byHand.entries.map((entry) => entry.id) : all.map((write) => write.path);
	const message = plan ? commitMessage(plan, trailersOf(plan)) : generatedCommitMessage(named, byHand.trailers);
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
/** What lets the next run, and a person with `git log --grep`, find the commit of a change. */
function trailersOf(plan) {
	return plan.entries.map((entry) => ["Milestone-Change", entry.id]);
}
async function pageWrites(snapshot, state, status, storeDir, quiet) {
	const path = (storeDir.includes("/") ? storeDir.slice(0, storeDir.lastIndexOf("/") + 1) : "") + state.config.dashboard.path;
	const before = await snapshot.readText(path);
	const after = dashboardFile(status, state, substanceOf(status), quiet ? before : null);
	return before === after ? [] : [{
		path,
		before,
		after
	}];
}

export { run as n, idsOf as t };