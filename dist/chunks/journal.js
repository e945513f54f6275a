import { r as approversText, t as approvalFile } from "./approval.js";
import { a as parseDay, o as parseInstant } from "./day.js";
import { p as compareIds } from "./scalar.js";

// src/store/yaml/scalar-text.ts
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\uFEFF\uFFFE\uFFFF]|\p{Cs}/u;
const PLAIN_START = /^[\p{L}\p{N}_/.+$^(]|^-[^\s-]/u;
const PLAIN_TROUBLE = /: |:$| #| $|^\.{3}/;
const FLOW_TROUBLE = /[,[\]{}]/;
/** What YAML 1.2, or the older YAML that other tools still speak, takes for something other than text. */
const NOT_TEXT = /^(?:null|true|false|yes|no|on|off|y|n|[-+]?[\d_:.]+|0o[0-7]+|0x[\da-f]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)e[-+]?\d+|[-+]?\.(?:inf|nan))$/i;
function isPlain(text, flow) {
	return PLAIN_START.test(text) && !PLAIN_TROUBLE.test(text) && !NOT_TEXT.test(text) && !UNPRINTABLE.test(text) && !(flow && FLOW_TROUBLE.test(text));
}
function doubleQuoted(text) {
	return JSON.stringify(text).replace(/[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
function stringText(text, style, flow) {
	if (style === "plain" && isPlain(text, flow)) return text;
	const awkward = text.includes("\"") || text.includes("\\");
	return (style === "single" || style === "plain" && awkward && !text.includes("'")) && !UNPRINTABLE.test(text) ? `'${text.replaceAll("'", "''")}'` : doubleQuoted(text);
}
/** A string, number, boolean or null on one line, so that it reads back as the same value. */
function scalarText(value, style = "plain", flow = false) {
	if (typeof value === "string") return stringText(value, style, flow);
	if (typeof value !== "number") return String(value);
	if (Number.isNaN(value)) return ".nan";
	if (!Number.isFinite(value)) return value > 0 ? ".inf" : "-.inf";
	return Object.is(value, -0) ? "-0" : String(value);
}

// src/store/yaml/print.ts
const MAX_FLOW_WIDTH = 100;
function isMapping(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function entriesOf(value) {
	return Object.entries(value).filter(([, item]) => item !== void 0);
}
/** True for text over several lines that a `|` block can hold without escapes or tricks. */
function suitsBlock(text) {
	return /\n./.test(text) && !/^[\s]|[^\S\n ]|[\p{Cc}\u2028\u2029\uFEFF]/u.test(text.replaceAll("\n", "")) && !/^\n|^ +$| $/m.test(text);
}
/** `|`, with the mark that says how the text ends. */
function blockHeader(text, style = "|") {
	if (!text.endsWith("\n")) return `${style}-`;
	return text.endsWith("\n\n") ? `${style}+` : style;
}
/** The lines of a `|` block, indented; its last line break is the one after the last line. */
function blockLines(text, indent) {
	const pad = " ".repeat(indent);
	return (text.endsWith("\n") ? text.slice(0, -1) : text).split("\n").map((line) => line === "" ? "" : pad + line);
}
/** Any value on one line, as it stands inside `[ ]` or `{ }`. */
function flowText(value, style = "plain") {
	if (Array.isArray(value)) return `[${value.map((item) => flowText(item, style)).join(", ")}]`;
	if (!isMapping(value)) return scalarText(value, style, true);
	return `{${entriesOf(value).map(([key, item]) => `${scalarText(key, "plain", true)}: ${flowText(item, style)}`).join(", ")}}`;
}
/** A value on the line of its key or dash; undefined where it needs lines of its own. */
function inlineText(value, layout) {
	const style = layout.compact ? "double" : "plain";
	if (typeof value === "string" && !layout.compact && suitsBlock(value)) return void 0;
	if (typeof value !== "object" || value === null) return scalarText(value, style);
	const parts = Array.isArray(value) ? value : entriesOf(value);
	if (layout.compact || parts.length === 0) return flowText(value, style);
	const flat = Array.isArray(value) && layout.flowLists && parts.every((item) => typeof item !== "object" || item === null);
	const text = flat ? flowText(value) : "";
	return flat && text.length <= MAX_FLOW_WIDTH ? text : void 0;
}
/** What follows a key or dash: the rest of its line, and the lines below it. */
function valueLines(value, indent, items, layout) {
	const inline = inlineText(value, layout);
	if (inline !== void 0) return [` ${inline}`, []];
	if (typeof value === "string") return [` ${blockHeader(value)}`, blockLines(value, indent + layout.step)];
	return ["", collectionLines(value, Array.isArray(value) ? items : indent + layout.step, layout)];
}
/** `key: value` in the given column. */
function entryLines(key, value, indent, layout) {
	const [rest, below] = valueLines(value, indent, layout.indentItems ? indent + layout.step : indent, layout);
	return [`${" ".repeat(indent)}${scalarText(key)}:${rest}`, ...below];
}
/** `- value` with the dash in the given column and its value `gap` columns further. */
function itemLines(value, indent, layout, gap = 1) {
	const dash = `${" ".repeat(indent)}-`;
	const space = " ".repeat(gap);
	if (Array.isArray(value)) return [`${dash}${space}${flowText(value)}`];
	if (isMapping(value) && inlineText(value, layout) === void 0) {
		const [first = "", ...rest] = collectionLines(value, indent + 1 + gap, layout);
		return [dash + space + first.trimStart(), ...rest];
	}
	const [rest, below] = valueLines(value, indent, indent, layout);
	return [dash + space + rest.trimStart(), ...below];
}
/** The lines of a block mapping or list that is not empty. */
function collectionLines(value, indent, layout) {
	if (Array.isArray(value)) return value.flatMap((item) => itemLines(item, indent, layout));
	return entriesOf(value).flatMap(([key, item]) => entryLines(key, item, indent, layout));
}

// src/store/journal.ts
const LAYOUT = {
	step: 2,
	indentItems: true,
	flowLists: true,
	compact: false
};
const MS_PER_DAY = 864e5;
/** Epoch milliseconds of an entry's `at`; a bare date counts from its midnight in UTC. */
function instantOf(at) {
	return parseInstant(at) ?? (parseDay(at, "UTC") ?? 0) * MS_PER_DAY;
}
/** Journal order: by instant, then by id. */
function compareEntries(a, b) {
	return instantOf(a.at) - instantOf(b.at) || compareIds(a.id, b.id);
}
/** Where an entry is kept, relative to the store: `logs/2024/07/20240726T164500Z-C-7f3a.yaml`. */
function entryPath(entry) {
	const [year, month] = new Date(instantOf(entry.at)).toISOString().split("-");
	return `logs/${year}/${month}/${new Date(instantOf(entry.at)).toISOString().replace(/\.\d+/, "").replace(/[-:]/g, "")}-${entry.id.replace(/[^A-Za-z0-9._-]+/g, "-").slice(0, 64)}.yaml`;
}
/** An entry as YAML, keys in a fixed order; what is null or empty is left out. Reading it back gives the same entry. */
function printEntry(entry) {
	const { id, kind, of, at, actor, source, intent, command, commands, reason, summary, milestones } = entry;
	const keys = {
		id,
		kind,
		of,
		at,
		actor,
		source,
		intent,
		command,
		commands,
		reason,
		summary,
		milestones
	};
	const edits = entry.changes.map(({ file, path, before, after }) => ({
		file,
		path,
		before,
		after
	}));
	const given = Object.entries({
		...keys,
		changes: edits,
		plan: entry.plan,
		approvals: entry.approvals.map(approvalFile),
		impact: (entry.impact ?? []).map(({ milestone, before, after }) => ({
			milestone,
			projected_finish: {
				before,
				after
			}
		}))
	}).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0));
	return `${collectionLines(Object.fromEntries(given), 0, LAYOUT).join("\n")}\n`;
}
/** The fold of the journal, while it is made: each change under every id that names it. */
var Fold = class {
	rows = /* @__PURE__ */ new Map();
	/** What an undoing change undid. */
	undid = /* @__PURE__ */ new Map();
	#names = /* @__PURE__ */ new Map();
	open(entry, state) {
		const { id, at, actor, command, milestones } = entry;
		if (this.rows.has(id)) return;
		const waiting_for = entry.approvals.filter((approval) => approval.outcome === "required").map((approval) => ({
			rule: approval.rule,
			from: approversText(approval),
			answer_by: approval.answerBy,
			expires: approval.expires
		}));
		this.rows.set(id, {
			id,
			state,
			at,
			actor,
			command,
			milestones: [...milestones],
			waiting_for,
			approved_by: []
		});
	}
	alias(name, id) {
		if (!this.rows.has(name)) this.#names.set(name, id);
	}
	approve(id, actor) {
		const row = this.rows.get(id);
		if (row) this.rows.set(id, {
			...row,
			approved_by: [...row.approved_by, actor]
		});
	}
	/** Moves a change to a state if it is in the state before that; undoing an undoing change brings back what it undid. */
	move(name, from, to) {
		const id = this.#names.get(name) ?? name;
		const row = this.rows.get(id);
		if (row?.state !== from) return;
		this.rows.set(id, {
			...row,
			state: to
		});
		const undone = this.undid.get(id);
		if (undone === void 0 || undone === id) return;
		if (to === "undone") this.move(undone, "undone", "applied");
		else if (from === "undone") this.move(undone, "applied", "undone");
	}
};
/**
* The changes that the journal tells of, oldest first, each in the state that its entries add up to: a request waits until it
* is applied, rejected or expires; what is applied may be undone, by an entry that is itself a change. An approval alone
* leaves a request pending. Edits by hand and deliveries are no changes in this sense.
*/
function changesOf(journal) {
	const fold = new Fold();
	for (const entry of journal) if (entry.kind === "requested") fold.open(entry, "pending");
	for (const entry of journal) {
		const { id, kind, of } = entry;
		if (kind === "applied" || kind === "resolved") {
			if (of !== null && fold.rows.has(of)) {
				fold.alias(id, of);
				fold.move(of, "pending", "applied");
			} else fold.open(entry, "applied");
		} else if (kind === "approved" && of !== null) fold.approve(of, entry.actor);
		else if (kind === "rejected" && of !== null) fold.move(of, "pending", "rejected");
		else if (kind === "expired" && of !== null) fold.move(of, "pending", "expired");
	}
	for (const entry of journal) {
		if (entry.kind !== "undone" || entry.of === null) continue;
		fold.open(entry, "applied");
		fold.undid.set(entry.id, entry.of);
		fold.move(entry.of, "applied", "undone");
	}
	const order = new Map(journal.map((entry, i) => [entry.id, i]));
	return [...fold.rows.values()].sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}

export { blockHeader as a, entryLines as c, itemLines as d, scalarText as f, printEntry as i, flowText as l, compareEntries as n, blockLines as o, entryPath as r, collectionLines as s, changesOf as t, inlineText as u };