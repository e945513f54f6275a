import { a as parseDay, i as isTimeZone } from "./day.js";
import { C as record, E as unknown, T as union$1, _ as boolean, a as percentage, b as number, c as text, f as ID_PATTERN, g as array, h as _enum, l as texts, m as idKey, n as date, p as compareIds, r as id, s as span, t as amount, u as parseSpan, w as string, y as looseObject } from "./scalar.js";
import { n as compareDiagnostics, r as diagnostic } from "./diagnostic.js";
import { i as toApproval, n as approvalSchema } from "./approval.js";
import { r as toTask } from "./task.js";
import { n as compareEntries } from "./journal.js";
import { i as nearest, r as milestoneSchema } from "./milestone-file.js";
import { i as require_dist, n as keyText, r as pairOf, t as parse } from "./parse.js";
import { n as findCycle, t as edgesOf } from "./graph.js";

// src/model/config.ts
/** The shape of `config.yaml`: the project's policy. Every key is optional and has a default. */
const WEEKDAYS = [
	"mon",
	"tue",
	"wed",
	"thu",
	"fri",
	"sat",
	"sun"
];
const people = union$1([texts, looseObject({
	any: texts.nullish(),
	all: texts.nullish(),
	count: number().int().positive().nullish()
})]);
const limits = looseObject({
	gt: number().nullish(),
	gte: number().nullish(),
	lt: number().nullish(),
	lte: number().nullish()
});
const approval = looseObject({
	name: text,
	when: record(string(), union$1([
		limits,
		text,
		texts,
		boolean(),
		number()
	])).nullish(),
	from: people,
	answer_within: span.nullish(),
	expires: span.nullish(),
	self_approval: boolean().nullish()
});
const member = looseObject({
	login: text,
	roles: texts.nullish(),
	skills: texts.nullish(),
	capacity: amount.nullish(),
	rate: amount.nullish()
});
const ROLES$1 = [
	"read",
	"triage",
	"write",
	"maintain",
	"admin"
];
const configSchema = looseObject({
	project: looseObject({
		name: text.nullish(),
		start: date.nullish(),
		stakeholder_requirements: array(unknown()).nullish()
	}).nullish(),
	calendar: looseObject({
		workdays: array(_enum(WEEKDAYS)).min(1).nullish(),
		holidays: array(date).nullish(),
		timezone: text.refine(isTimeZone, { message: "not a time zone of the IANA database, such as Europe/Berlin" }).nullish(),
		hours_per_day: number().positive().max(24).nullish()
	}).nullish(),
	currency: text.nullish(),
	team: array(member).nullish(),
	phase_weights: looseObject({
		design: amount.nullish(),
		spec: amount.nullish(),
		task: amount.nullish(),
		execute: amount.nullish()
	}).nullish(),
	targets: looseObject({
		velocity: amount.nullish(),
		efficiency: amount.nullish(),
		quality: percentage.nullish(),
		capacity: amount.nullish(),
		on_time: percentage.nullish().meta({ description: "Percent of milestones finished by their due date" }),
		window_weeks: number().int().min(1).max(52).nullish().meta({ description: "Weeks that velocity looks back" }),
		buffer: looseObject({
			green: percentage.nullish(),
			amber: percentage.nullish()
		}).nullish()
	}).nullish(),
	tolerance: looseObject({
		progress: amount.nullish(),
		near_critical: amount.nullish()
	}).nullish(),
	priorities: record(string(), looseObject({
		escalate_to: texts.nullish(),
		review: text.nullish(),
		report: text.nullish(),
		quality_gates: texts.nullish()
	})).nullish(),
	approvals: array(approval).nullish(),
	authority: looseObject({}).nullish(),
	groups: record(string(), texts).nullish(),
	permissions: record(string(), _enum(ROLES$1)).nullish(),
	sync: looseObject({
		enabled: boolean().nullish(),
		prefer: _enum([
			"ask",
			"store",
			"github"
		]).nullish(),
		adopt: boolean().nullish(),
		tasks_from_issues: boolean().nullish(),
		write_issues: boolean().nullish()
	}).nullish(),
	dashboard: looseObject({
		path: text.regex(/^(?!\/)(?!.*\.\.)(?!.*\\).+\.md$/, "a path to a Markdown file inside the repository, such as docs/STATUS.md").nullish(),
		sections: texts.nullish(),
		activity: number().int().min(0).max(100).nullish(),
		emoji: boolean().nullish()
	}).nullish(),
	stakeholders: unknown().optional()
});
/** A validated `config.yaml` (an empty one for none) → the policy in force. */
function toConfig(raw) {
	const { calendar, targets, tolerance, dashboard, phase_weights: weights } = raw;
	return {
		project: {
			name: raw.project?.name ?? null,
			start: raw.project?.start ?? null,
			requirements: raw.project?.stakeholder_requirements ?? []
		},
		calendar: {
			workdays: (calendar?.workdays ?? WEEKDAYS.slice(0, 5)).map((day) => WEEKDAYS.indexOf(day)),
			holidays: calendar?.holidays ?? [],
			timezone: calendar?.timezone ?? "UTC",
			hoursPerDay: calendar?.hours_per_day ?? 8
		},
		currency: raw.currency ?? "USD",
		team: raw.team ?? [],
		phaseWeights: {
			design: weights?.design ?? 15,
			spec: weights?.spec ?? 25,
			task: weights?.task ?? 20,
			execute: weights?.execute ?? 40
		},
		targets: {
			velocity: targets?.velocity ?? 1,
			efficiency: targets?.efficiency ?? 1,
			quality: targets?.quality ?? 95,
			capacity: targets?.capacity ?? 85,
			onTime: targets?.on_time ?? 90,
			windowWeeks: targets?.window_weeks ?? 4,
			buffer: {
				green: targets?.buffer?.green ?? 50,
				amber: targets?.buffer?.amber ?? 20
			}
		},
		tolerance: {
			progress: tolerance?.progress ?? 3,
			nearCritical: tolerance?.near_critical ?? 2
		},
		priorities: raw.priorities ?? {},
		approvals: raw.approvals ?? [],
		groups: raw.groups ?? {},
		permissions: raw.permissions ?? {},
		dashboard: {
			path: dashboard?.path ?? "STATUS.md",
			sections: dashboard?.sections ?? null,
			activity: dashboard?.activity ?? 10,
			emoji: dashboard?.emoji ?? true
		}
	};
}

// src/model/journal.ts
const ENTRY_KINDS = [
	"applied",
	"requested",
	"approved",
	"rejected",
	"expired",
	"undone",
	"edited",
	"resolved",
	"delivered"
];
const change = looseObject({
	file: text,
	path: array(union$1([string(), number()])),
	before: unknown().optional(),
	after: unknown().optional()
});
const prediction = looseObject({
	milestone: text,
	projected_finish: looseObject({
		before: date.nullish(),
		after: date.nullish()
	})
});
/** `logs/<year>/<month>/<utc>-<id>.yaml`: one entry of the append-only journal. */
const entrySchema = looseObject({
	id: text,
	kind: _enum(ENTRY_KINDS),
	of: text.nullish().meta({ description: "Id of the entry that this one answers" }),
	at: date,
	actor: text,
	source: text.nullish().meta({ description: "URL of the comment or pull request, a commit, or cli" }),
	intent: text.nullish().meta({ description: "What was asked, by a name that never changes: <comment node id>#<line>" }),
	command: text.nullish(),
	commands: array(text).nullish().meta({ description: "Of a request: the commands that its approval carries out" }),
	reason: text.nullish(),
	summary: text.nullish(),
	milestones: array(text).nullish(),
	changes: array(change).nullish(),
	plan: text.nullish().meta({ description: "Hash of the plan that was applied" }),
	approvals: array(approvalSchema).nullish(),
	impact: array(prediction).nullish().meta({ description: "Projected finishes that the plan said would move" })
});
function toPrediction({ milestone, projected_finish: finish }) {
	return {
		milestone,
		before: finish.before ?? null,
		after: finish.after ?? null
	};
}
/** A validated journal file → the entry. */
function toEntry(raw) {
	return {
		id: raw.id,
		kind: raw.kind,
		of: raw.of ?? null,
		at: raw.at,
		actor: raw.actor,
		source: raw.source ?? null,
		intent: raw.intent ?? null,
		command: raw.command ?? null,
		commands: raw.commands ?? [],
		reason: raw.reason ?? null,
		summary: raw.summary ?? null,
		milestones: raw.milestones ?? [],
		changes: (raw.changes ?? []).map((c) => ({
			file: c.file,
			path: c.path,
			before: c.before,
			after: c.after
		})),
		plan: raw.plan ?? null,
		approvals: (raw.approvals ?? []).map(toApproval),
		...raw.impact && raw.impact.length > 0 ? { impact: raw.impact.map(toPrediction) } : {}
	};
}

// src/model/milestone.ts
const NO_LAG = {
	amount: 0,
	unit: "d"
};
function status(raw, folder) {
	if (raw.status === "pending") return "planning";
	if (raw.status === "active") return "in_progress";
	return raw.status ?? (folder === "active" ? "planning" : "completed");
}
function requirements(raw) {
	return (Array.isArray(raw.dependencies) ? raw.dependencies : raw.dependencies?.requires ?? []).map((item) => typeof item === "string" ? {
		id: item,
		lag: NO_LAG
	} : {
		id: item.id,
		lag: parseSpan(item.lag ?? "0d") ?? NO_LAG
	});
}
function externals(raw) {
	return (Array.isArray(raw.dependencies) ? [] : raw.dependencies?.external ?? []).map((item) => {
		const given = typeof item === "string" ? { name: item } : item;
		return {
			name: given.name,
			status: given.status ?? "ok",
			progress: given.progress ?? null,
			owner: given.owner ?? null,
			due: given.due ?? null,
			note: given.note ?? null,
			resolvedAt: given.resolved_at ?? null
		};
	});
}
function resources(raw) {
	const none = {
		role: null,
		who: null,
		fte: null,
		skill: null,
		allocation: null
	};
	if (Array.isArray(raw.resources)) return raw.resources.map((item) => typeof item === "string" ? {
		...none,
		role: item
	} : {
		role: item.role ?? null,
		who: item.who ?? null,
		fte: item.fte ?? null,
		skill: item.skill ?? null,
		allocation: item.allocation ?? null
	});
	return (raw.resources?.team_members ?? []).map((who) => ({
		...none,
		who
	}));
}
function risks(raw) {
	if (!Array.isArray(raw.risks)) return [];
	return raw.risks.map((item) => {
		const given = typeof item === "string" ? { description: item } : item;
		return {
			id: given.id ?? null,
			description: given.description ?? given.id ?? "",
			probability: given.probability ?? null,
			impact: given.impact ?? null,
			delay: given.delay ? parseSpan(given.delay) ?? null : null,
			mitigation: given.mitigation ?? null,
			status: given.status ?? "open",
			identifiedAt: given.identified_at ?? null,
			occurredAt: given.occurred_at ?? null,
			resolvedAt: given.resolved_at ?? null,
			escalated: given.escalated ?? false
		};
	});
}
/** A validated file → the milestone it describes. */
function toMilestone(raw, id, file, folder) {
	const progress = typeof raw.progress === "number" ? raw.progress : raw.progress?.percentage ?? raw.progress?.overall_percentage;
	return {
		id,
		file,
		folder,
		title: raw.title,
		description: raw.description ?? null,
		status: status(raw, folder),
		priority: raw.priority ?? "medium",
		owner: raw.owner ?? null,
		createdAt: raw.created_at ?? null,
		completedAt: raw.completed_at ?? null,
		timeline: raw.timeline ?? {},
		recordedProgress: progress ?? null,
		tasks: (raw.tasks ?? []).map(toTask),
		phaseWeights: raw.kiro_configuration?.phase_weights ?? null,
		requires: requirements(raw),
		enables: Array.isArray(raw.dependencies) ? [] : raw.dependencies?.enables ?? [],
		external: externals(raw),
		resources: resources(raw),
		budget: raw.budget ? {
			currency: raw.budget.currency ?? null,
			planned: raw.budget.planned ?? null,
			actual: raw.budget.actual ?? null
		} : null,
		risks: risks(raw),
		quality: (raw.quality ?? []).map((q) => ({
			name: q.name,
			value: q.value ?? null,
			target: q.target ?? null,
			unit: q.unit ?? "",
			better: q.better ?? "higher"
		})),
		criteria: (raw.success_criteria ?? []).map((c) => typeof c === "string" ? {
			text: c,
			verified: null
		} : {
			text: c.text,
			verified: c.verified ?? null
		}),
		deliverables: (raw.deliverables ?? []).map((d) => typeof d === "string" ? {
			name: d,
			status: null
		} : {
			name: d.name,
			status: d.status ?? null
		}),
		acceptance: raw.acceptance ? {
			firstTime: raw.acceptance.first_time ?? null,
			satisfaction: raw.acceptance.satisfaction ?? null
		} : null,
		signOffs: (raw.sign_offs ?? []).map((s) => ({
			kind: s.kind,
			by: s.by,
			at: s.at ?? null
		})),
		labels: raw.labels ?? [],
		github: raw.github?.milestone ?? null
	};
}

// src/model/session.ts
const checkpoint = looseObject({
	at: date.nullish(),
	progress: percentage.nullish(),
	note: text.nullish(),
	next_steps: texts.nullish()
});
const body = looseObject({
	id: id.nullish(),
	milestone_focus: id.nullish(),
	milestone_id: id.nullish().meta({ description: "The same as milestone_focus" }),
	status: text.nullish(),
	purpose: text.nullish(),
	started_at: date.nullish(),
	ended_at: date.nullish(),
	by: text.nullish(),
	progress_state: percentage.nullish(),
	last_checkpoint: date.nullish(),
	checkpoints: array(checkpoint).nullish(),
	allocation: record(string(), number().min(0)).nullish()
});
/** `sessions/<id>.yaml`: a work session. The original command set puts the same keys under `session:`. */
const sessionSchema = body.extend({ session: body.nullish() });
/** A validated session file → the session; a session is over once it says so or has an end. */
function toSession(raw, id, file) {
	const given = raw.session ?? raw;
	const last = given.checkpoints?.at(-1);
	const ended = given.ended_at != null || /^(ended|completed|closed|done)$/.test(given.status ?? "");
	return {
		id,
		file,
		milestone: given.milestone_focus ?? given.milestone_id ?? null,
		status: ended ? "ended" : "active",
		by: given.by ?? null,
		startedAt: given.started_at ?? null,
		endedAt: given.ended_at ?? null,
		progress: given.progress_state ?? last?.progress ?? null,
		lastCheckpoint: given.last_checkpoint ?? last?.at ?? null,
		allocation: given.allocation ?? {}
	};
}

// src/store/layout.ts
const ROLES = [
	[/(^|\/)\./, () => ({ kind: "silent" })],
	[/(^|\/)readme[^/]*$|\.(md|markdown)$/i, () => ({ kind: "silent" })],
	[/^reports\//, () => ({ kind: "silent" })],
	[/^config\.ya?ml$/, () => ({ kind: "config" })],
	[/^active\/([^/]+)\.ya?ml$/, ([, id = ""]) => ({
		kind: "milestone",
		id,
		folder: "active"
	})],
	[/^completed\/([^/]+)\.ya?ml$/, ([, id = ""]) => ({
		kind: "milestone",
		id,
		folder: "completed"
	})],
	[/^completed\/([^/]+)\/milestone\.ya?ml$/, ([, id = ""]) => ({
		kind: "milestone",
		id,
		folder: "completed"
	})],
	[/^archive\/([^/]+)\/milestone\.ya?ml$/, ([, id = ""]) => ({
		kind: "milestone",
		id,
		folder: "archive"
	})],
	[/^(archive|completed)\/[^/]+\/metrics\.ya?ml$/, () => ({ kind: "metrics" })],
	[/^sessions\/([^/]+)\.ya?ml$/, ([, id = ""]) => ({
		kind: "session",
		id
	})],
	[/^logs\/\d{4}\/\d{2}\/[^/]+\.ya?ml$/, () => ({
		kind: "entry",
		certain: true
	})],
	[/^logs\/.+\.ya?ml$/, () => ({
		kind: "entry",
		certain: false
	})],
	[/^templates\/[^/]+\.ya?ml$/, () => ({ kind: "template" })],
	[/^state\/github\.ya?ml$/, () => ({ kind: "sync-base" })]
];
const OURS = /^(config\.ya?ml$|(active|completed|archive|sessions|logs|templates|state)(\/|$))/;
/** The part that a file plays in the store, by its path alone. */
function roleOf(path) {
	for (const [pattern, role] of ROLES) {
		const match = pattern.exec(path);
		if (match) return role(match);
	}
	return { kind: "ignored" };
}
/** True where something that is not a regular file may hide milestones, sessions or journal entries from us. */
function isOurs(path) {
	return OURS.test(path);
}
/** `active/dependencies.yaml` of the original command set lists edges between milestones; it is no milestone. */
function isDependencyMap(id, value) {
	return /(^|[-_.])dependenc(y|ies)([-_.]|$)/i.test(id) && typeof value === "object" && value !== null && !("title" in value);
}

// src/store/yaml/place.ts
var import_dist = require_dist();
/** `timeline.estimated_end`, `tasks[2].status`: items count from 0, as in the path itself. */
function pathText(path) {
	return path.map((step, i) => typeof step === "number" ? `[${step}]` : i === 0 ? step : `.${step}`).join("");
}
/** 1-based line and column (in UTF-16 units) of an offset; a byte-order mark takes no column. */
function placeAt(text, offset) {
	let line = 1;
	let start = text.startsWith("﻿") ? 1 : 0;
	for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) {
		line++;
		start = at + 1;
	}
	return {
		line,
		column: Math.max(1, offset - start + 1)
	};
}
function follow(doc, node) {
	return (0, import_dist.isAlias)(node) ? node.resolve(doc) : node;
}
function startOf(node) {
	return node?.range?.[0];
}
/** The pair under a key, also where it stands in a map that is merged in with `<<`. */
function find(doc, node, key) {
	if (!(0, import_dist.isMap)(node)) return void 0;
	const own = pairOf(node, key);
	if (own) return own;
	const merged = node.items.find((pair) => keyText(pair.key) === "<<")?.value;
	const sources = (0, import_dist.isSeq)(merged) ? merged.items : [merged];
	for (const source of sources) {
		const found = find(doc, follow(doc, source), key);
		if (found) return found;
	}
}
/**
* Offset of what stands at a path: its value, or its key where `which` says so or the value is left empty. Where the path
* does not exist, the offset of the deepest part that does.
*/
function offsetOf(doc, path, which = "value") {
	let node = follow(doc, doc.contents);
	let offset = startOf(node) ?? 0;
	for (const [depth, step] of path.entries()) {
		const last = depth === path.length - 1;
		if (typeof step === "number") {
			const item = (0, import_dist.isSeq)(node) ? node.items[step] : void 0;
			if (item === void 0) break;
			offset = startOf(item) ?? offset;
			node = follow(doc, item);
			continue;
		}
		const pair = find(doc, node, step);
		if (!pair) break;
		offset = startOf(pair.value === null || (0, import_dist.isScalar)(pair.value) && pair.value.value === null || last && which === "key" ? pair.key : pair.value) ?? offset;
		node = follow(doc, pair.value);
	}
	return offset;
}

// src/store/issue.ts
const KINDS = {
	string: "text",
	number: "a number",
	int: "a whole number",
	boolean: "true or false",
	array: "a list",
	object: "a mapping",
	record: "a mapping"
};
const REFINED = {
	"bad-date": [
		"bad-date",
		"which is not a date",
		"Write a date as YYYY-MM-DD, for example 2024-07-28."
	],
	"bad-span": [
		"bad-span",
		"which is not a length of time",
		"Write working days or weeks, for example 5d or 2w."
	],
	"bad-id": [
		"bad-id",
		"which cannot be an id",
		"Use letters, digits, dot, underscore and hyphen; start with a letter or digit; at most 64 characters."
	]
};
function shown(value) {
	if (Array.isArray(value)) return "a list";
	if (typeof value === "object" && value !== null) return "a mapping";
	if (typeof value !== "string") return value === null ? "empty" : String(value);
	return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
}
function within(value, path) {
	return path.reduce((at, step) => typeof at === "object" && at !== null ? at[step] : void 0, value);
}
function oneOf(words) {
	return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
function wrongType(name, value, expected, path) {
	const kinds = oneOf([...new Set(expected.map((kind) => KINDS[kind] ?? kind))]);
	if (value === void 0 || value === null) {
		const last = path.at(-1);
		return value === void 0 || typeof last === "string" ? {
			code: "missing-key",
			path,
			message: `${name} is ${value === void 0 ? "missing" : "empty"}`,
			hint: `Give ${last ?? name} a value: ${kinds}.`
		} : {
			code: "wrong-type",
			path,
			message: `${name} is empty`,
			hint: `Write ${kinds}, or remove the item.`
		};
	}
	const quote = (typeof value === "number" || typeof value === "boolean") && expected.includes("string");
	const bare = typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value));
	const hint = quote ? `Put it in quotes: "${value}".` : bare && (expected.includes("number") || expected.includes("int")) ? "Remove the quotes around the number." : `Write ${kinds}.`;
	return {
		code: "wrong-type",
		path,
		message: `${name} is ${shown(value)}, but must be ${kinds}`,
		hint
	};
}
function wrongValue(name, value, values, path) {
	const words = values.map(String);
	const meant = typeof value === "string" ? nearest(value, words, 2) : void 0;
	const hint = `${meant === void 0 ? "" : `Did you mean ${meant}? `}Allowed: ${words.join(", ")}.`;
	return {
		code: "wrong-value",
		path,
		message: `${name} is ${shown(value)}, which is not allowed`,
		hint
	};
}
function bound(issue, name, value, path) {
	const limit = issue.code === "too_big" ? issue.maximum : issue.minimum;
	if (issue.code === "too_small" && issue.origin === "string") return {
		code: "missing-key",
		path,
		message: `${name} is empty`,
		hint: `Write some text for ${name}.`
	};
	if (issue.code === "too_small" && issue.origin !== "number") return {
		code: "wrong-value",
		path,
		message: `${name} is empty`,
		hint: `List at least one item.`
	};
	const side = issue.code === "too_big" ? issue.inclusive ? "at most" : "less than" : issue.inclusive ? "at least" : "more than";
	return {
		code: "wrong-value",
		path,
		message: `${name} is ${shown(value)}, but must be ${side} ${limit}`,
		hint: `Write a number that is ${side} ${limit}.`
	};
}
/** True if the complaint is about the value as a whole being of another kind: this alternative was not meant. */
function isOtherKind(issue) {
	return issue !== void 0 && issue.path.length === 0 && (issue.code === "invalid_type" || issue.code === "invalid_value");
}
/** Of a union, the alternative that the value comes closest to; where it is none of them, all that it might be. */
function union(issue, root, path) {
	const meant = issue.errors.filter((issues) => !isOtherKind(issues[0])).sort((a, b) => a.length - b.length)[0];
	if (meant) return meant.flatMap((inner) => complaints(inner, root, path));
	const firsts = issue.errors.flatMap((issues) => issues.slice(0, 1));
	const name = pathText(path) || "the file";
	const value = within(root, path);
	const values = firsts.flatMap((inner) => inner.code === "invalid_value" ? inner.values : []);
	const kinds = firsts.flatMap((inner) => inner.code === "invalid_type" ? [inner.expected] : []);
	if (values.length === 0 || value === null) return [wrongType(name, value, kinds, path)];
	return [wrongValue(name, value, [...kinds.flatMap((kind) => kind === "boolean" ? ["true", "false"] : [KINDS[kind] ?? kind]), ...values], path)];
}
/** One zod issue → what to tell the person; a union yields what is wrong with the alternative that was meant. */
function complaints(issue, root, base = []) {
	const path = [...base, ...issue.path.map((step) => typeof step === "symbol" ? String(step) : step)];
	const name = pathText(path) || "the file";
	const value = within(root, path);
	if (issue.code === "invalid_union") return union(issue, root, path);
	if (issue.code === "invalid_type") return [wrongType(name, value, [issue.expected], path)];
	if (issue.code === "invalid_value") return [wrongValue(name, value, issue.values, path)];
	if (issue.code === "too_big" || issue.code === "too_small") return [bound(issue, name, value, path)];
	const refined = issue.code === "custom" ? REFINED[String(issue.params?.["code"])] : void 0;
	if (refined) return [{
		code: refined[0],
		path,
		message: `${name} is ${shown(value)}, ${refined[1]}`,
		hint: refined[2]
	}];
	const wanted = issue.message.replace(/^not /, "");
	return [{
		code: "wrong-value",
		path,
		message: `${name} is ${shown(value)}, but must be ${wanted}`,
		hint: `Write ${wanted}.`
	}];
}

// src/store/known-keys.ts
const cache = /* @__PURE__ */ new WeakMap();
function compile(schema) {
	const done = cache.get(schema);
	if (done) return done;
	const known = {};
	cache.set(schema, known);
	const { def } = schema._zod;
	if (def.type === "object") known.keys = new Map(Object.entries(def.shape ?? {}).map(([key, s]) => [key, compile(s)]));
	else if (def.type === "array" && def.element) known.items = compile(def.element);
	else if (def.type === "record" && def.valueType) known.values = compile(def.valueType);
	else if (def.type === "union") for (const option of def.options ?? []) Object.assign(known, compile(option));
	else if (def.innerType) Object.assign(known, compile(def.innerType));
	return known;
}
function walk(value, known, path, found) {
	if (known === void 0 || typeof value !== "object" || value === null) return;
	if (Array.isArray(value)) {
		if (known.items) for (const [i, item] of value.entries()) walk(item, known.items, [...path, i], found);
		return;
	}
	const { keys, values } = known;
	for (const [key, item] of Object.entries(value)) if (keys && keys.size > 0 && !keys.has(key)) found.push({
		path: [...path, key],
		meant: nearest(key, keys.keys())
	});
	else if (typeof item === "object") walk(item, values ?? keys?.get(key), [...path, key], found);
}
/** Every key of `value` that its schema does not know, in the order of the file. */
function unknownKeys(value, schema) {
	const found = [];
	walk(value, compile(schema), [], found);
	return found;
}

// src/model/records.ts
/** The store's remaining files: what other parts of the product keep there. */
/** `state/github.yaml`: values at the last synchronisation, the base of the three-way merge. */
const syncBaseSchema = looseObject({
	synchronised_at: date.nullish(),
	milestones: record(string(), looseObject({
		number: number().int().positive().nullish(),
		title: text.nullish(),
		description: text.nullish(),
		due: date.nullish(),
		state: _enum(["open", "closed"]).nullish()
	})).nullish()
});
/** `templates/*.yaml`: a milestone to start from, or the estimation model; the title may be left out. */
const templateSchema = milestoneSchema.partial().extend({ name: text.nullish() });
/** `archive/<id>/metrics.yaml`: what a finished milestone measured. */
const metricsSchema = looseObject({
	estimated_hours: amount.nullish(),
	actual_hours: amount.nullish(),
	lessons: texts.nullish()
});

// src/store/schema.ts
/** The schema of each kind of file that the store reads. */
const SCHEMAS = {
	config: configSchema,
	milestone: milestoneSchema,
	metrics: metricsSchema,
	session: sessionSchema,
	entry: entrySchema,
	template: templateSchema,
	"sync-base": syncBaseSchema
};

// src/store/validate.ts
/** Findings of a kind that are told for one file. A broken generator can make thousands, which nobody reads. */
const MAX_FINDINGS$1 = 100;
/** The place of what stands at `path` inside a file: its value, or its key. */
function placeIn(file, path, which = "value") {
	return {
		file: file.path,
		...placeAt(file.text, offsetOf(file.doc, path, which))
	};
}
/**
* The contents of a file as its schema gives them, or undefined where it breaks the schema. Findings are added to
* `diagnostics`; unknown keys are among them, whether the file is valid or not.
*/
function validate(kind, file, diagnostics) {
	const schema = SCHEMAS[kind];
	const { value } = file;
	if (typeof value !== "object" || value === null || Array.isArray(value)) {
		const is = Array.isArray(value) ? "a list" : "a single value";
		diagnostics.push(diagnostic("not-a-mapping", placeIn(file, []), `the file holds ${is}, not keys with values`, "Write `key: value` lines, for example `title: Integration tests`."));
		return;
	}
	const unknown = unknownKeys(value, schema);
	for (const { path, meant } of unknown.slice(0, MAX_FINDINGS$1)) {
		const hint = meant === void 0 ? "It is kept as it is." : `Did you mean ${meant}? It is kept as it is.`;
		diagnostics.push(diagnostic("unknown-key", placeIn(file, path, "key"), `${pathText(path)} is not a known key`, hint));
	}
	more(unknown.length, "unknown-key", file, diagnostics);
	const result = schema.safeParse(value);
	if (result.success) return result.data;
	const { issues } = result.error;
	const found = issues.slice(0, MAX_FINDINGS$1).flatMap((issue) => complaints(issue, value));
	for (const { code, path, message, hint } of found.slice(0, MAX_FINDINGS$1)) diagnostics.push(diagnostic(code, placeIn(file, path), message, hint));
	more(Math.max(issues.length, found.length), "wrong-value", file, diagnostics);
}
function more(count, code, file, diagnostics) {
	if (count <= MAX_FINDINGS$1) return;
	const message = `${count - MAX_FINDINGS$1} more findings in this file are left out`;
	diagnostics.push(diagnostic(code, { file: file.path }, message, "Mend those that are listed, then check again."));
}

// src/store/names.ts
/** Claims the id that a path gives to its file. False, with a finding, where it cannot be an id or another file has it. */
function claim(names, id, path, diagnostics) {
	if (!ID_PATTERN.test(id)) {
		const message = `the file name makes the id ${JSON.stringify(id)}, which cannot be one`;
		diagnostics.push(diagnostic("bad-id", { file: path }, message, "Use letters, digits, dot, underscore and hyphen; start with a letter or digit; at most 64 characters."));
		return false;
	}
	const first = names.get(idKey(id));
	if (first === void 0) {
		names.set(idKey(id), {
			id,
			path
		});
		return true;
	}
	const also = first.id === id ? "" : ", which differ in case only";
	const message = `the id ${id} is given twice: by ${first.path} and by ${path}${also}`;
	diagnostics.push(diagnostic("duplicate-id", { file: path }, message, "Rename or remove one of the two files."));
	return false;
}
/** True if the `id` inside a file, where there is one, is the id that its name gives; else a finding says so. */
function agrees(file, given, id, diagnostics) {
	if (given == null || given === id) return true;
	const message = `id is ${JSON.stringify(given)}, but the file name makes it ${id}`;
	diagnostics.push(diagnostic("id-mismatch", placeIn(file, ["id"]), message, `Write id: ${id}, or rename the file.`));
	return false;
}

// src/store/open.ts
const IRREGULAR = {
	"is-directory": ["this is a folder where a file is expected", "Rename the folder, or put the file in its place."],
	"is-link": ["this is a symbolic link, which is not followed", "Put the file itself here."],
	"too-large": ["the file is larger than 1 MiB", "Split it, or move attachments out of the store."],
	"not-utf8": ["the file is not UTF-8 text", "Save it as UTF-8."]
};
/** A file that the store leaves alone, said once so that nobody believes it counts. */
function ignored(path) {
	const hint = path.startsWith("logs/") ? "Journal entries are logs/<year>/<month>/*.yaml." : path.startsWith("sessions/") ? "Sessions are sessions/<id>.yaml." : "Milestones are active/<id>.yaml, completed/<id>.yaml and archive/<id>/milestone.yaml.";
	return diagnostic("ignored-file", { file: path }, "not a file of the store; left alone", hint);
}
/** What cannot be read as text at all: an error where it may hide something of ours. */
function irregular(path, kind) {
	if (roleOf(path).kind === "silent") return [];
	const [message, hint] = IRREGULAR[kind];
	return [isOurs(path) ? diagnostic(kind, { file: path }, message, hint) : ignored(path)];
}
/** One of the store's files, its YAML understood; undefined, with findings, where that fails. */
function open(path, text, diagnostics) {
	const parsed = parse(text);
	if (!parsed.ok) {
		for (const { code, message, hint, offset } of parsed.problems) diagnostics.push(diagnostic(code, {
			file: path,
			...placeAt(text, offset)
		}, message, hint));
		return;
	}
	if (parsed.value !== null || parsed.doc.contents?.range[0] !== parsed.doc.contents?.range[1]) return {
		path,
		text,
		doc: parsed.doc,
		value: parsed.value
	};
	if (roleOf(path).kind === "config" && text.trim() !== "") return {
		path,
		text,
		doc: parsed.doc,
		value: {}
	};
	const hint = roleOf(path).kind === "milestone" ? "Write at least `title: …`, or remove the file." : "Fill it, or remove it.";
	diagnostics.push(diagnostic("empty-file", { file: path }, "the file is empty", hint));
}

// src/store/references.ts
function dependenciesOf(milestone) {
	return [...milestone.requires.map(({ id }, index) => ({
		on: id,
		side: "requires",
		index
	})), ...milestone.enables.map((id, index) => ({
		on: id,
		side: "enables",
		index
	}))];
}
/** Wrong dependencies that are told for one milestone; whoever mends these sees the rest. */
const MAX_FINDINGS = 100;
/** Where the id of a dependency stands: lists and mappings, plain ids and `{id, lag}` are all written by people. */
function placeOf(file, { side, index }) {
	const { dependencies } = file.value;
	const path = Array.isArray(dependencies) ? ["dependencies", index] : [
		"dependencies",
		side,
		index
	];
	const list = Array.isArray(dependencies) ? dependencies : dependencies[side];
	return placeIn(file, typeof list?.[index] === "object" ? [...path, "id"] : path);
}
/** Dependencies on oneself and on nobody. `known` holds the ids of unreadable milestones too: those are not missing. */
function checkDependencies(milestones, known, reopen) {
	const found = [];
	for (const milestone of milestones) {
		const wrong = dependenciesOf(milestone).filter(({ on }) => on === milestone.id || !known.has(on));
		for (const dependency of wrong.slice(0, MAX_FINDINGS)) {
			const { on, side } = dependency;
			const place = placeOf(reopen(milestone.file), dependency);
			if (on === milestone.id) {
				const message = `${on} depends on itself`;
				found.push(diagnostic("self-dependency", place, message, `Remove ${on} from dependencies.${side}.`));
				continue;
			}
			const others = [...known].filter((id) => id !== milestone.id);
			const meant = nearest(on, others);
			const create = `reate active/${on}.yaml, or remove the dependency.`;
			const hint = meant === void 0 ? `C${create}` : `Did you mean ${meant}? Else c${create}`;
			found.push(diagnostic("unknown-dependency", place, `${milestone.id} ${side} ${on}, but there is no milestone ${on}`, hint));
		}
	}
	return found;
}
/** Every dependency cycle, one finding each, at the dependency that closes it. */
function checkCycles(milestones, reopen) {
	const found = [];
	const byId = new Map(milestones.map((milestone) => [milestone.id, milestone]));
	const ids = [...byId.keys()];
	let edges = edgesOf(milestones);
	for (let cycle = findCycle(ids, edges); cycle !== null && found.length < 20; cycle = findCycle(ids, edges)) {
		const [to = ""] = cycle;
		const from = cycle.at(-1) ?? to;
		edges = edges.filter((edge) => edge.from !== from || edge.to !== to);
		const by = (id, side, on) => {
			const dependency = dependenciesOf(byId.get(id)).find((d) => d.side === side && d.on === on);
			return dependency && placeOf(reopen(byId.get(id).file), dependency);
		};
		const place = by(to, "requires", from) ?? by(from, "enables", to);
		const message = `these milestones wait for each other: ${[...cycle, to].join(" → ")}`;
		if (place) found.push(diagnostic("cycle", place, message, "Remove one of these dependencies."));
	}
	return found;
}
const SPANS = [["estimated_start", "estimated_end"], ["actual_start", "actual_end"]];
/** Timelines that end before they start. */
function checkTimelines(milestones, timeZone, reopen) {
	return milestones.flatMap(({ timeline, file }) => SPANS.flatMap(([startKey, endKey]) => {
		const start = timeline[startKey];
		const end = timeline[endKey];
		if (typeof start !== "string" || typeof end !== "string") return [];
		if ((parseDay(start, timeZone) ?? 0) <= (parseDay(end, timeZone) ?? 0)) return [];
		const message = `timeline.${endKey} is ${end}, before timeline.${startKey} ${start}`;
		const place = placeIn(reopen(file), ["timeline", endKey]);
		return [diagnostic("start-after-end", place, message, "Check the two dates; an end lies on or after its start.")];
	}));
}

// src/store/read.ts
function readMilestone(id, folder, path, text, reading) {
	const { diagnostics, milestones, milestoneNames } = reading;
	const file = open(path, text, diagnostics);
	if (file && isDependencyMap(id, file.value)) {
		diagnostics.push(ignored(path));
		return;
	}
	const own = claim(milestoneNames, id, path, diagnostics);
	const contents = file && validate("milestone", file, diagnostics);
	if (file && contents && agrees(file, contents.id, id, diagnostics) && own) milestones.push(toMilestone(contents, id, path, folder));
}
function readSession(id, file, { diagnostics, sessions, sessionNames }) {
	const own = claim(sessionNames, id, file.path, diagnostics);
	const contents = validate("session", file, diagnostics);
	if (contents && agrees(file, contents.id, id, diagnostics) && own) sessions.push(toSession(contents, id, file.path));
}
function readEntry(certain, file, { diagnostics, journal }) {
	const { value } = file;
	if (!certain && !(typeof value === "object" && value !== null && "kind" in value && "at" in value)) {
		diagnostics.push(ignored(file.path));
		return;
	}
	const contents = validate("entry", file, diagnostics);
	if (contents) journal.push(toEntry(contents));
}
function readText(path, text, reading) {
	const role = roleOf(path);
	if (role.kind === "silent") return;
	if (role.kind === "ignored") {
		reading.diagnostics.push(ignored(path));
		return;
	}
	if (role.kind === "milestone") {
		readMilestone(role.id, role.folder, path, text, reading);
		return;
	}
	const file = open(path, text, reading.diagnostics);
	if (!file) return;
	if (role.kind === "session") readSession(role.id, file, reading);
	else if (role.kind === "entry") readEntry(role.certain, file, reading);
	else if (role.kind === "config") {
		const contents = validate("config", file, reading.diagnostics);
		if (contents) reading.config = toConfig(contents);
	} else validate(role.kind, file, reading.diagnostics);
}
function readIrregular(path, kind, reading) {
	reading.diagnostics.push(...irregular(path, kind));
	const role = roleOf(path);
	if (role.kind === "milestone") claim(reading.milestoneNames, role.id, path, reading.diagnostics);
}
/** Findings that need more than one file, or the calendar. Each text is parsed again only if something is wrong with it. */
function checkTogether({ milestones, milestoneNames, config, files }) {
	const opened = /* @__PURE__ */ new Map();
	const reopen = (path) => {
		const file = opened.get(path) ?? open(path, files.get(path) ?? "", []);
		if (!file) throw new Error(`${path} was readable before`);
		opened.set(path, file);
		return file;
	};
	const known = new Set([...milestoneNames.values()].map(({ id }) => id));
	return [
		...checkDependencies(milestones, known, reopen),
		...checkCycles(milestones, reopen),
		...checkTimelines(milestones, config.calendar.timezone, reopen)
	];
}
/**
* The store as its files tell it, with every finding on the way. Files may come in any order; paths are relative to the
* store. Never throws, whatever the files hold: what cannot be read is an error diagnostic and is left out.
*/
function readStore(files) {
	const reading = {
		diagnostics: [],
		files: /* @__PURE__ */ new Map(),
		milestones: [],
		sessions: [],
		journal: [],
		milestoneNames: /* @__PURE__ */ new Map(),
		sessionNames: /* @__PURE__ */ new Map(),
		config: toConfig({})
	};
	for (const file of [...files].sort((a, b) => compareIds(a.path, b.path))) if (file.kind === "text") {
		reading.files.set(file.path, file.text);
		readText(file.path, file.text, reading);
	} else readIrregular(file.path, file.kind, reading);
	reading.milestones.sort((a, b) => compareIds(a.id, b.id));
	reading.sessions.sort((a, b) => compareIds(a.id, b.id));
	reading.journal.sort(compareEntries);
	reading.diagnostics.push(...checkTogether(reading));
	const { config, milestones, sessions, journal, diagnostics } = reading;
	return {
		files: reading.files,
		config,
		milestones,
		sessions,
		journal,
		diagnostics: diagnostics.sort(compareDiagnostics)
	};
}

export { ROLES$1 as a, placeAt as i, offsetOf as n, pathText as r, readStore as t };