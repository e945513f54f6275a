import { $ as parseNewRisk, A as edgesOf, C as changed, Ct as codeSpan, D as EDGE_STATES, Et as addMonths, I as changeText, K as parseResourceChange, L as trackingOf, N as UNREADABLE, O as valueAt, Ot as formatDay, P as compareDiagnostics, R as approversText, S as itemLines, St as nearest, T as parse, Tt as LAST_DAY, W as isPolicy, Y as parseProgress, Z as parseOwner, _ as printEntry, _t as spanDays, a as edited, at as parseMilestoneList, b as entryLines, bt as idKey, c as takenBack, d as isTeam, dt as MOST, f as namesBehind, g as entryPath, gt as parseSpan, h as compareEntries, ht as isBounded, i as editable, j as findCycle, k as edgesInto, kt as parseDay, l as takenBackNear, lt as SIGN_OFF_KINDS, m as changesOf, mt as LONGEST_SPAN, n as itemLinesOf, o as parseYaml, ot as selectMilestones, p as roleOf, pt as parseTimelineChange, q as roleKey, r as editText, rt as parseDependencyChange, s as hunkOf, t as gitHistoryOf, tt as parseEffortChange, u as readStore, v as OWN_LAYOUT, w as isMapping, wt as FIRST_DAY, x as flowText, xt as idOfFile, y as collectionLines, yt as compareIds, z as leftOf } from "./model.js";
import { a as mayUse, c as findVerb, i as denied, r as parseLine } from "./command.js";
import { E as pause, S as answeredMeanwhile, U as NOTHING_WRITTEN, W as RepositoryError } from "./io.js";
import { f as dashboardPath, g as recordMessage, h as messageFor, m as isGenerated, p as dashboardWrites } from "./render.js";
import { _ as countedTasks, a as riskOf, c as isOver, d as isOpen, f as assignedFte, g as valueUnder, h as milestoneOfFile, i as buffersOf, l as loadsOf, m as milestoneChanges, n as conflictText, o as changeFactsOf, p as completionsOf, r as bufferOf, t as analyse, u as factsOf$1, y as calendarOf } from "./analysis.js";
import { createHash } from "node:crypto";

// src/run/request.ts
/** The ids by which a request and its answer know each other. */
function idsOf({ id, intents, refusals }) {
	const named = [...intents, ...refusals.flatMap((refusal) => refusal.intent ?? [])].map((intent) => intent.id);
	return named.length > 0 ? [...new Set(named)] : [id];
}
/** True for a command that may change the store. */
const writes = (intent) => findVerb(intent.verb)?.writes === true;

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
const METRICS = [
	"velocity",
	"efficiency",
	"timeline",
	"risk",
	"quality",
	"capacity"
];
/** How many of the six metrics have data, those without and why, and those off their target. */
function metricsCheck({ metrics }) {
	if (metrics === null) return none("Performance metrics: not computed");
	const known = METRICS.filter((name) => metrics[name].value !== null);
	const missing = METRICS.filter((name) => metrics[name].value === null).map((name) => `${name}: ${metrics[name].reason}`);
	const off = METRICS.filter((name) => metrics[name].rating === "red");
	const text = [
		`Performance metrics: ${known.length} of ${METRICS.length} have data`,
		off.length === 0 ? "" : `off target: ${off.join(", ")}`,
		...missing
	].filter((part) => part !== "").join("; ");
	return off.length > 0 ? warn(text) : known.length === 0 ? none(text) : ok(text);
}
/** How many of the four trends the history is long enough for, and how they point. */
function trendsCheck({ metrics, trends }) {
	if (metrics === null || trends === null) return none("Performance trends: not computed");
	const all = [
		[
			"velocity",
			metrics.velocity.trend,
			metrics.velocity.reasons.trend
		],
		[
			"quality",
			metrics.quality.first_time_trend,
			metrics.quality.reasons.first_time_trend
		],
		[
			"satisfaction",
			metrics.quality.satisfaction_trend,
			metrics.quality.reasons.satisfaction_trend
		],
		[
			"risks",
			metrics.risk.trend,
			metrics.risk.reasons.trend
		]
	];
	const known = all.filter(([, trend]) => trend !== null);
	const words = all.map(([name, trend, why]) => `${name}: ${trend?.replace("_", " ") ?? why ?? "no data"}`);
	const text = `Performance trends: ${known.length} of ${all.length} have data; ${words.join("; ")}`;
	return known.some(([, trend]) => trend === "decreasing" || trend === "declining" || trend === "worsening") ? warn(text) : known.length === 0 ? none(text) : ok(text);
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
		metricsCheck(status)
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
		trendsCheck(status),
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
		plan ? ok(`Modifications: ${count(edits.length, "field")} in ${count(files, "file")} ${done}`) : ok("Modifications: none were asked for"),
		status.sessions.length === 0 ? none("Sessions: none to synchronise") : ok(`Sessions: ${count(status.sessions.length, "active session")} read, none changed`),
		edges === 0 ? ok("Cross-milestone dependencies: none were changed") : ok(`Cross-milestone dependencies: ${count(edges, "list")} ${done}`),
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
		plan === null ? ok("Constraints: nothing was changed") : bad > 0 ? fail(`Constraints: ${count(bad, "check")} failed`) : cautions > 0 ? warn(`Constraints: ${plan.checks.length} checked, ${count(cautions, "warning")}`) : ok(`Constraints: ${count(plan.checks.length, "check")} passed`),
		status.schedule.cycle ? fail(`Dependency integrity: ${status.schedule.cycle.join(" → ")} wait for each other`) : ok("Dependency integrity: no cycle"),
		mismatches === 0 ? ok("Metric consistency: recorded progress agrees with the tasks") : warn(`Metric consistency: recorded progress of ${count(mismatches, "milestone")} differs from the tasks`),
		state.sessions.length === 0 ? none("Session state: no sessions are recorded") : ok("Session state: nothing to synchronise"),
		none("Notification delivery: no channel is configured"),
		plan === null ? ok("Update confirmation: nothing to confirm") : written ? ok(`Update confirmation: journal entry ${plan.entries.map((e) => e.id).join(", ")}`) : ok(`Update confirmation: nothing was written (plan ${plan.hash})`)
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

// src/change/refusal.ts
/** A refusal with everything beside code and message optional. */
function refusal(code, message, more = {}) {
	return {
		code,
		message,
		hint: more.hint ?? null,
		intent: more.intent ?? null,
		diagnostics: more.diagnostics ?? []
	};
}
const done = (value) => ({
	ok: true,
	value
});
const refused = (...args) => ({
	ok: false,
	refusal: refusal(...args)
});

// src/change/add-risk.ts
const NUMBERED = /^(.*?)(\d+)$/;
/** The id after the milestone's last numbered one (`R-54` → `R-55`) that no risk of the project has; null where there is none to go by. */
function nextId(milestone, all) {
	const taken = new Set(all.flatMap((m) => m.risks.map((risk) => risk.id)));
	const [, prefix, digits] = milestone.risks.flatMap((risk) => NUMBERED.exec(risk.id ?? "") ?? []).slice(-3);
	if (prefix === void 0 || digits === void 0) return null;
	for (let n = Number(digits) + 1;; n++) {
		const id = prefix + String(n).padStart(digits.length, "0");
		if (!taken.has(id)) return id;
	}
}
/** The edit that `--add-risk` makes: one more open risk, known since `today` (ISO day). `raw` is what stands under `risks`. */
function addRiskEdits(milestone, all, risk, raw, today) {
	const { id, file, risks } = milestone;
	if (raw != null && !Array.isArray(raw)) return refused("cannot-edit", `${file} does not list its risks one by one`, { hint: "Write `risks` as a list of {id, description, …}, then run the command again." });
	const twin = risks.find((r) => r.status === "open" && r.description.toLowerCase() === risk.description.toLowerCase());
	if (twin) return refused("bad-value", `${id} has this open risk already${twin.id === null ? "" : `, as ${twin.id}`}`, { hint: `Change it in ${file}.` });
	const own = nextId(milestone, all);
	const added = {
		...own === null ? {} : { id: own },
		...risk,
		status: "open",
		identified_at: today
	};
	if (!Array.isArray(raw)) return done([{
		file,
		path: ["risks"],
		before: raw,
		after: [added]
	}]);
	return done([{
		file,
		path: ["risks", raw.length],
		before: void 0,
		after: added
	}]);
}

// src/change/hash.ts
/** JSON with object keys in order, so that equal values give equal text. */
function canonical(value) {
	if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
	if (typeof value === "object" && value !== null) {
		const entries = Object.entries(value).filter(([, v]) => v !== void 0);
		entries.sort(([a], [b]) => a < b ? -1 : 1);
		return `{${entries.map(([key, v]) => `${JSON.stringify(key)}:${canonical(v)}`).join(",")}}`;
	}
	return JSON.stringify(value) ?? "null";
}
/** SHA-256 of a JSON-like value, in hex. Independent of the order of keys. */
function hashOf(value) {
	return createHash("sha256").update(canonical(value)).digest("hex");
}
/** True if two JSON-like values are equal, whatever the order of their keys. */
function sameValue(a, b) {
	return canonical(a) === canonical(b);
}
/**
* Id of a change, such as `C-7f3a2b`: from the intent's id, so that planning the same command again names it the same.
* Longer where a shorter one is taken.
*/
function changeId(intentId, taken) {
	const digest = hashOf(intentId);
	for (let length = 6; length < digest.length; length++) {
		const id = `C-${digest.slice(0, length)}`;
		if (!taken.has(id)) return id;
	}
	return `C-${digest}`;
}
/** True if the id may be the one that `changeId` gave to this intent. */
function isIdOf(id, intentId) {
	return /^C-[0-9a-f]{6,}$/.test(id) && hashOf(intentId).startsWith(id.slice(2));
}

// src/change/dependencies.ts
const print = ({ id, lag }) => lag.amount === 0 ? id : {
	id,
	lag: `${lag.amount}${lag.unit}`
};
/** An entry with another lag; whatever else a person noted on it stays. */
function withLag(entry, required) {
	if (typeof entry !== "object" || entry === null) return print(required);
	const { lag: _, ...noted } = entry;
	if (Object.keys(noted).length <= 1) return print(required);
	return required.lag.amount === 0 ? noted : {
		...noted,
		lag: `${required.lag.amount}${required.lag.unit}`
	};
}
/** The requirement spelt as the milestone it names is; or why it cannot be required. */
function resolve(of, all, wanted) {
	const found = all.find((m) => idKey(m.id) === idKey(wanted.id));
	if (!found) {
		const close = nearest(wanted.id, all.map((m) => m.id), 2);
		return refused("unknown-dependency", `${of.id} cannot depend on ${wanted.id}: there is no such milestone`, { hint: close ? `Did you mean ${close}?` : "Name a milestone by its id, or list external ones in the file." });
	}
	if (found.id === of.id) return refused("self-dependency", `${of.id} cannot depend on itself`, { hint: "Name another milestone." });
	return done({
		id: found.id,
		lag: wanted.lag
	});
}
/** The new list of `requires`, in the order people will read it: kept ones first as they stand, then the new ones. */
function nextList(current, change, resolved) {
	if (change.kind === "replace") return [...resolved];
	const gone = new Set([...change.remove, ...resolved.map((r) => r.id)].map(idKey));
	const added = new Map(resolved.map((r) => [idKey(r.id), r]));
	return [...current.flatMap((r) => {
		const again = added.get(idKey(r.id));
		if (again) added.delete(idKey(r.id));
		return again ? [again] : gone.has(idKey(r.id)) ? [] : [r];
	}), ...added.values()];
}
function listPath(raw) {
	return Array.isArray(raw) ? ["dependencies"] : ["dependencies", "requires"];
}
/**
* The edits that `--dependencies` makes: to the milestone's own `requires`, and to the `enables` of others that say the same
* edge from the other end. `raw` is what the milestone's file has under `dependencies`.
*/
function dependencyEdits(milestone, all, change, raw) {
	const wanted = change.kind === "replace" ? change.requires : change.add;
	const resolved = [];
	for (const item of wanted) {
		const result = resolve(milestone, all, item);
		if (!result.ok) return result;
		resolved.push(result.value);
	}
	const into = edgesInto(milestone.id, all);
	const absent = change.kind === "adjust" ? change.remove.find((id) => !into.some((e) => idKey(e.from) === idKey(id))) : void 0;
	if (absent !== void 0) return refused("unknown-dependency", `${milestone.id} does not depend on ${absent}`, { hint: into.length > 0 ? `It depends on ${into.map((e) => e.from).join(", ")}.` : "It depends on nothing." });
	const enabledBy = all.filter((m) => m.enables.includes(milestone.id));
	const own = milestone.requires;
	const isOwn = (id) => own.some((r) => r.id === id);
	const list = nextList(own, change, resolved).filter((r) => isOwn(r.id) || r.lag.amount !== 0 || !enabledBy.some((m) => m.id === r.id));
	const keeps = (id) => change.kind === "replace" ? resolved.some((r) => r.id === id) : !change.remove.some((gone) => idKey(gone) === idKey(id));
	const edits = [];
	const old = Array.isArray(raw) ? raw : raw?.requires;
	const after = list.map((r) => {
		const at = own.findIndex((o) => o.id === r.id);
		const { lag } = own[at] ?? r;
		return lag.amount === r.lag.amount && lag.unit === r.lag.unit ? old?.[at] ?? print(r) : withLag(old?.[at], r);
	});
	if (!sameValue(old ?? [], after)) edits.push({
		file: milestone.file,
		path: listPath(raw),
		before: old,
		after
	});
	for (const m of enabledBy.filter((other) => !keeps(other.id))) edits.push({
		file: m.file,
		path: ["dependencies", "enables"],
		before: [...m.enables],
		after: m.enables.filter((id) => id !== milestone.id)
	});
	const cycle = cycleWith(all, milestone, list, enabledBy.filter((m) => keeps(m.id)));
	if (cycle) return refused("cycle", `the milestones would wait for each other: ${[...cycle, cycle[0]].join(" → ")}`, { hint: "Remove one of these dependencies first." });
	return done(edits);
}
function cycleWith(all, milestone, requires, enabledBy) {
	const others = edgesOf(all).filter((edge) => edge.to !== milestone.id);
	const into = [...requires.map((r) => r.id), ...enabledBy.map((m) => m.id)].map((from) => ({
		from,
		to: milestone.id
	}));
	const cycle = findCycle(all.map((m) => m.id), [...others, ...into]);
	return cycle?.includes(milestone.id) ? cycle : null;
}

// src/change/effort.ts
/** The edit that `--effort` makes to the estimated hours. */
function effortEdits(milestone, change) {
	const { id, file, timeline, status } = milestone;
	if (status === "completed" || status === "cancelled") return refused("finished-milestone", `${id} is ${status}; what it was estimated at is history`, { hint: "Plan further work as a milestone of its own, or set its status back first." });
	const written = timeline.estimated_hours;
	const before = written ?? null;
	if (change.kind === "shift" && before === null) return refused("bad-value", `${id} has no estimated hours that could be changed by ${change.hours}`, { hint: "Give it a figure: --effort=40h." });
	const hours = change.kind === "set" ? change.hours : Math.round(((before ?? 0) + change.hours) * 100) / 100;
	if (hours < 0) return refused("bad-value", `${id} is estimated at ${before} hours; ${-change.hours} less is less than nothing`, { hint: `Take off at most ${before}h.` });
	if (hours > MOST.amount) return refused("bad-value", `${id} would be estimated at ${hours} hours; at most ${MOST.amount} can be planned`, { hint: "Split the work into several milestones." });
	return done([{
		file,
		path: ["timeline", "estimated_hours"],
		before: written,
		after: hours
	}]);
}

// src/change/new-parents.ts
/** The shortest part of a path that is not there yet. */
function missing(path, raw) {
	for (let length = 1; length < path.length; length++) if ((valueAt(raw, path.slice(0, length)) ?? null) === null) return path.slice(0, length);
	return path;
}
/**
* Edits of keys whose mapping does not exist yet become one edit of that mapping, so that taking the change back takes the
* whole mapping away again and leaves no empty one behind.
*/
function withNewParents(edits, file, raw) {
	const whole = /* @__PURE__ */ new Map();
	return edits.flatMap((edit) => {
		const head = edit.file === file ? missing(edit.path, raw) : edit.path;
		if (head.length === edit.path.length) return [edit];
		const key = JSON.stringify(head);
		const value = edit.path.slice(head.length).reduceRight((inner, part) => ({ [part]: inner }), edit.after);
		const known = whole.get(key);
		if (known) {
			Object.assign(known.after, value);
			return [];
		}
		const made = {
			file,
			path: head,
			before: valueAt(raw, head),
			after: value
		};
		whole.set(key, made);
		return [made];
	});
}

// src/change/rebaseline.ts
/**
* The edit that `--rebaseline` makes: the due date becomes what the milestone is measured against from now on; with
* `--timeline` (whose edits are `moved`) the new one. A due date with a time counts as the day it falls on in `timeZone`.
*/
function rebaselineEdits(milestone, moved, timeZone) {
	const { id, file, timeline } = milestone;
	const due = moved.find((edit) => edit.path.at(-1) === "estimated_end")?.after ?? timeline.estimated_end ?? null;
	const day = typeof due === "string" ? parseDay(due, timeZone) : void 0;
	if (day === void 0) return refused("no-due-date", `${id} has no due date that could become its baseline`, { hint: "Give it one in the same command: --timeline=<date>." });
	return done([{
		file,
		path: ["timeline", "baseline_end"],
		before: timeline.baseline_end,
		after: formatDay(day)
	}]);
}

// src/change/figures.ts
/** How computed figures stand in the sentences of a plan. */
/** `1 day`, `3 days`. */
function days(count) {
	return `${count} day${Math.abs(count) === 1 ? "" : "s"}`;
}
/** `+3 days`, `-1 day`, `0 days`. */
function signedDays(count) {
	return count > 0 ? `+${days(count)}` : days(count);
}
/** At most two decimals. */
function round(value) {
	return Math.round(value * 100) / 100 + 0;
}
/** `+0.5`, `-2`, `0`. */
function signed(value) {
	const shown = round(value);
	return shown > 0 ? `+${shown}` : String(shown);
}
/** `+9,100 USD`. */
function money(amount, currency) {
	const digits = String(Math.abs(Math.round(amount))).replace(/\B(?=(?:\d{3})+$)/g, ",");
	return `${amount < 0 ? "-" : "+"}${digits} ${currency}`;
}
/** `a`, `a and b`, `a, b and c`; beyond ten `and n more`. */
function list(items) {
	const shown = items.length > 10 ? [...items.slice(0, 9), `${items.length - 9} more`] : items;
	return shown.length < 2 ? shown[0] ?? "" : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
/** `3 milestones`. */
function counted(count, one, many = `${one}s`) {
	return `${count} ${count === 1 ? one : many}`;
}
/** `a → b`; `none` for what is not there. */
function arrow(before, after) {
	return `${before ?? "none"} → ${after ?? "none"}`;
}

// src/change/sides.ts
/** A side on the day of `now` (ISO instant). */
function sideOf(state, status, calendar, now) {
	const project = factsOf$1(state, calendar, parseDay(now, state.config.calendar.timezone) ?? 0);
	return {
		state,
		status,
		project,
		loads: loadsOf(project)
	};
}
function milestoneOf({ state }, id) {
	return state.milestones.find((m) => m.id === id);
}
function factOf$1({ project }, id) {
	return project.facts.find((f) => f.milestone.id === id);
}
function rowOf({ status }, id) {
	return status.milestones.find((row) => row.id === id);
}
/** True if the change edits something under one of these top keys of the milestone's file. */
function touches({ edits, after }, id, ...keys) {
	const file = milestoneOf(after, id)?.file;
	return edits.some((edit) => edit.file === file && keys.includes(String(edit.path[0])));
}

// src/change/staffing.ts
function sharesOf$1(resources) {
	const shares = /* @__PURE__ */ new Map();
	for (const { role, who, fte, allocation } of resources) {
		const name = who ?? role;
		if (name === null) continue;
		const kind = who === null ? "role" : "person";
		const key = kind === "person" ? `@${name.toLowerCase()}` : roleKey(name);
		const known = shares.get(key);
		shares.set(key, {
			kind,
			name,
			fte: (known?.fte ?? 0) + (fte ?? (allocation ?? 0) / 100)
		});
	}
	return shares;
}
/** Every role and person whose share of an edited milestone changes. */
function staffingOf({ before, after, edited }) {
	return edited.flatMap((id) => {
		const old = sharesOf$1(milestoneOf(before, id)?.resources ?? []);
		const now = sharesOf$1(milestoneOf(after, id)?.resources ?? []);
		return [.../* @__PURE__ */ new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
			const [was, is] = [old.get(key), now.get(key)];
			const share = is ?? was;
			if (!share || Math.abs((was?.fte ?? 0) - (is?.fte ?? 0)) < 1e-9) return [];
			return [{
				milestone: id,
				kind: share.kind,
				name: share.name,
				before: was?.fte ?? 0,
				after: is?.fte ?? 0
			}];
		});
	});
}
/** Members of the team who have a skill that is a word of the role's name: they could do it. */
function membersSkilledIn(role, { team }) {
	const words = role.toLowerCase().split(/\s+/);
	return team.filter((member) => member.skills?.some((skill) => words.includes(skill.toLowerCase())));
}
/** Members of the team who have a role, whichever way it is spelt. */
function membersWith(role, { team }) {
	return team.filter((member) => member.roles?.some((own) => roleKey(own) === roleKey(role)));
}
function memberCalled(login, { team }) {
	return team.find((member) => member.login.toLowerCase() === login.toLowerCase());
}

// src/change/resources.ts
const asItem = (raw) => typeof raw === "string" ? { role: raw } : raw;
/** The entries that a change speaks of. A role on the entry of a person says what that person does, not how many there are. */
function find(list, change) {
	return [...list.keys()].filter((i) => {
		const { who, role } = asItem(list[i]);
		if (change.kind === "allocate") return typeof who === "string" && who.toLowerCase() === change.who.toLowerCase();
		return (who ?? null) === null && typeof role === "string" && roleKey(role) === roleKey(change.role);
	});
}
const isNone = (change) => change.kind === "allocate" ? change.allocation === 0 : change.kind === "set" && change.fte === 0;
/** One entry of the list after a change; null takes it off. */
function apply(item, change) {
	if (change.kind === "allocate") return change.allocation === 0 ? null : {
		...item ?? { who: change.who },
		allocation: change.allocation
	};
	const before = typeof item?.["fte"] === "number" ? item["fte"] : 0;
	const fte = change.kind === "set" ? change.fte : Math.round((before + change.fte) * 100) / 100;
	return fte === 0 ? null : {
		...item ?? { role: change.role },
		fte
	};
}
/** Why nobody can be meant by a role or login that the milestone does not have yet; null without a team to look in. */
function unknown(change, config) {
	const { team } = config;
	const name = change.kind === "allocate" ? change.who : change.role;
	const nobody = change.kind === "allocate" ? memberCalled(name, config) === void 0 : membersWith(name, config).length + membersSkilledIn(name, config).length === 0;
	if (team.length === 0 || !nobody) return null;
	const roles = [...new Set(team.flatMap((member) => member.roles ?? []))];
	const known = change.kind === "allocate" ? team.map(({ login }) => login) : roles;
	const close = nearest(name, known, 2);
	const hint = close ? `Did you mean ${close}?` : `Known: ${list(known)}. Or add ${name} to \`team\` in config.yaml first.`;
	const what = change.kind === "allocate" ? `is called ${name}` : `is ${name}, or skilled in it`;
	return refused("unknown-resource", `nobody in the team ${what}`, { hint });
}
/**
* The edit that `--resources` makes: roles and people that are named change, the others stay as they are. `raw` is what the
* milestone's file has under `resources`.
*/
function resourceEdits(milestone, changes, raw, config) {
	if (raw != null && !Array.isArray(raw)) return refused("cannot-edit", `${milestone.file} lists resources by kind, which has no place for an allocation`, { hint: "Write `resources` as a list of {role, fte} and {who, allocation}, then run the command again." });
	const old = raw ?? [];
	let items = [...old];
	for (const change of changes) {
		const places = find(items, change);
		if (isNone(change) && places.length > 0) {
			items = items.filter((_, i) => !places.includes(i));
			continue;
		}
		const name = change.kind === "allocate" ? change.who : change.role;
		if (places.length > 1) return refused("cannot-edit", `${milestone.id} lists ${name} ${places.length} times, and only one can be meant`, { hint: `Make them one entry of \`resources\` in ${milestone.file}, or change there the one that you mean.` });
		const [at = -1] = places;
		const item = at < 0 ? void 0 : asItem(items[at]);
		if (!item && change.kind === "adjust" && change.fte < 0) return refused("bad-value", `${milestone.id} has no ${change.role} to take off`, { hint: "See `status` for who is on it; a person is taken off by name, as in alice:0%." });
		const stranger = item ? null : unknown(change, config);
		if (stranger) return stranger;
		const next = apply(item, change);
		if (next && typeof next["fte"] === "number" && next["fte"] < 0) return refused("bad-value", `${milestone.id} would be left with ${next["fte"]} ${String(next["role"])}`, { hint: "Take off at most what is there." });
		if (next && typeof next["fte"] === "number" && next["fte"] > MOST.people) return refused("bad-value", `${milestone.id} would have ${next["fte"]} ${String(next["role"])}`, { hint: `At most ${MOST.people} full-time people of a role.` });
		if (next === null) {
			if (at >= 0) items.splice(at, 1);
		} else if (at < 0) items.push(next);
		else items[at] = next;
	}
	if (sameValue(old, items)) return done([]);
	return done([{
		file: milestone.file,
		path: ["resources"],
		before: raw,
		after: items
	}]);
}

// src/change/status-edits.ts
/**
* The edits that `--status` makes. Starting dates the start, completing the end, each with `today` (ISO day) unless the file
* has a day already; opening a finished milestone again takes its end back. Nothing else moves, the file neither.
*/
function statusEdits(milestone, wanted, raw, today) {
	if (milestone.status === wanted) return [];
	const { file } = milestone;
	const edits = [{
		file,
		path: ["status"],
		before: raw["status"],
		after: wanted
	}];
	const set = (path, after) => void edits.push({
		file,
		path,
		before: valueAt(raw, path),
		after
	});
	const has = (path) => (valueAt(raw, path) ?? null) !== null;
	const ends = [["completed_at"], ["timeline", "actual_end"]];
	if (wanted === "in_progress" && !has(["timeline", "actual_start"])) set(["timeline", "actual_start"], today);
	if (wanted === "completed") {
		for (const path of ends) if (!has(path)) set(path, today);
	}
	if (milestone.status === "completed") {
		for (const path of ends) if (has(path)) set(path, null);
	}
	return edits;
}
/** The edits that make a recorded percentage say what completing does; none where tasks say how far it is, or nothing is recorded. */
function completionProgress(milestone, raw, today) {
	const { recordedProgress } = milestone;
	if (recordedProgress === null || recordedProgress === 100 || countedTasks(milestone).length > 0) return [];
	const made = progressEdits(milestone, 100, raw, today);
	return made.ok ? made.value : [];
}
/** The edit that `--progress` makes: only where no tasks say better how far it is. */
function progressEdits(milestone, percent, raw, today) {
	const { id, file } = milestone;
	const tasks = countedTasks(milestone).length;
	if (tasks > 0) {
		const open = countedTasks(milestone).find((task) => task.status !== "completed");
		return refused("progress-from-tasks", `${id} has ${tasks} task${tasks === 1 ? "" : "s"}, and they decide how far it is`, { hint: `Set the progress or status of its tasks in ${file} instead${open ? `, for example of ${open.id}` : ""}.` });
	}
	if (milestone.status === "completed" && percent !== 100) return refused("finished-milestone", `${id} is completed, and so it is done to 100%, not to ${percent}%`, { hint: `If work is left, open it again in the same command: --status=in_progress --progress=${percent}.` });
	const recorded = raw["progress"];
	if (!isMapping(recorded)) return done([{
		file,
		path: ["progress"],
		before: recorded,
		after: typeof recorded === "number" ? percent : {
			percentage: percent,
			last_update: today
		}
	}]);
	const key = "percentage" in recorded || !("overall_percentage" in recorded) ? "percentage" : "overall_percentage";
	if (recorded[key] === percent) return done([]);
	return done([{
		file,
		path: ["progress", key],
		before: recorded[key],
		after: percent
	}, {
		file,
		path: ["progress", "last_update"],
		before: recorded["last_update"],
		after: today
	}]);
}

// src/change/timeline.ts
/** The predecessor that finished last, with the day from which the milestone could have been done: its end, plus any lag. */
function lastFinished({ id }, { all, calendar, ended }) {
	const into = edgesInto(id, all);
	const completions = into.length === 0 ? void 0 : ended?.();
	return into.flatMap((edge) => {
		const end = completions?.get(edge.from)?.day;
		return end === void 0 ? [] : [{
			id: edge.from,
			day: calendar.shiftWorkingDays(end, spanDays(edge.lag, calendar.daysPerWeek))
		}];
	}).reduce((last, end) => last && last.day >= end.day ? last : end, null);
}
/**
* Where a shift takes a due date; a day that nobody works on rolls forward to the next one that somebody does. Working days
* count from the last one up to the due date, so that a duration loses or gains as many.
*/
function shifted(due, change, { calendar, config, calendarDays }) {
	const { amount, unit } = change;
	if (unit === "month") return calendar.onOrAfter(addMonths(due, amount));
	if (calendarDays) return calendar.onOrAfter(due + amount * (unit === "w" ? 7 : 1));
	const days = spanDays({
		amount,
		unit
	}, config.calendar.workdays.length);
	return days === 0 ? due : calendar.shiftWorkingDays(calendar.onOrBefore(due), days);
}
/**
* The text for a due date that moves to `target`: a time of day stays, with the day before it moved as far. Where the clocks
* change in between, that may name the day beside; where no day before that time falls on the target, the date alone does.
*/
function moved$1(written, due, target, zone) {
	const day = parseDay(written.slice(0, 10), zone);
	const rest = written.slice(10);
	if (day === void 0) return formatDay(target);
	return [
		0,
		-1,
		1
	].map((more) => formatDay(day + target - due + more) + rest).find((text) => parseDay(text, zone) === target) ?? formatDay(target);
}
/** `8d` by 5 → `13d`; `2w` stays in weeks where it can. */
function lengthened(duration, days, perWeek) {
	const span = parseSpan(duration);
	if (!span) return null;
	const total = spanDays(span, perWeek) + days;
	if (total < 0) return null;
	return span.unit === "w" && total % perWeek === 0 ? `${total / perWeek}w` : `${total}d`;
}
/**
* The edits that `--timeline` makes to one milestone: its due date and, where one is written, its duration by the same
* working days. A time of day behind the date stays as it is, and says a day in the project's time zone.
*/
function timelineEdits(milestone, change, context) {
	const { config, calendar } = context;
	const { id, file, timeline } = milestone;
	const zone = config.calendar.timezone;
	if (milestone.status === "completed" || milestone.status === "cancelled") return refused("finished-milestone", `${id} is ${milestone.status}; its due date is history and cannot be moved`, { hint: "Plan further work as a milestone of its own, or set its status back first." });
	const written = timeline.estimated_end ?? null;
	const due = written === null ? void 0 : parseDay(written, zone);
	if (change.kind === "shift" && due === void 0) return refused("no-due-date", `${id} has no due date that could be moved`, { hint: `Give it one: --timeline=<date>, for example --timeline=2026-03-31.` });
	const target = change.kind === "date" ? parseDay(change.date, zone) : shifted(due ?? 0, change, context);
	if (target === void 0) return refused("bad-value", "the date does not exist");
	if (target >= LAST_DAY || target <= FIRST_DAY) return refused("bad-value", `${id} would be due at the end of the calendar, ${formatDay(target)} or beyond`, { hint: "Shift it by less." });
	const start = timeline.actual_start ?? timeline.estimated_start ?? null;
	const startDay = start === null ? void 0 : parseDay(start, zone);
	if (startDay !== void 0 && target < startDay) return refused("due-before-start", `${id} would be due on ${formatDay(target)}, before it starts on ${formatDay(startDay)}`, { hint: "Choose a later date, or move timeline.estimated_start first." });
	const finished = lastFinished(milestone, context);
	if (finished && target < finished.day) return refused("due-before-predecessor", `${id} would be due on ${formatDay(target)}, but it waits for ${finished.id}, which allows it from ${formatDay(finished.day)} on`, { hint: `Choose a date from ${formatDay(finished.day)} on, or take the dependency off: --dependencies=-${finished.id}.` });
	const edits = [{
		file,
		path: ["timeline", "estimated_end"],
		before: timeline.estimated_end,
		after: written === null || due === void 0 ? formatDay(target) : moved$1(written, due, target, zone)
	}];
	if (due !== void 0 && timeline.duration) {
		const days = calendar.workingDaysBetween(due, target);
		const duration = lengthened(timeline.duration, days, config.calendar.workdays.length);
		if (duration === null) return refused("bad-value", `${id} lasts ${timeline.duration}; ${-days} working days less would leave less than nothing`, { hint: "Shift it by less, or edit timeline.duration." });
		const span = parseSpan(duration);
		if (span && !isBounded(span)) return refused("bad-value", `${id} would last ${duration}; a duration is at most ${LONGEST_SPAN}d`, { hint: "Shift it by less, or split it into several milestones." });
		edits.push({
			file,
			path: ["timeline", "duration"],
			before: timeline.duration,
			after: duration
		});
	}
	return done(edits);
}

// src/change/update.ts
const option = (intent, name) => {
	const value = intent.options[name];
	return typeof value === "string" ? value : void 0;
};
/** Raw content of a milestone's file, for edits of lists that must keep what this program does not know. */
function rawOf(state, milestone) {
	const parsed = parse(state.files.get(milestone.file) ?? "");
	return parsed.ok ? parsed.value ?? {} : {};
}
function unknownMilestone(state, intent, id) {
	const broken = state.diagnostics.filter((d) => d.severity === "error" && idKey(idOfFile(d.file)) === idKey(id));
	if (broken.length > 0) return refused("invalid-store", `${id} cannot be changed while its file has errors`, {
		hint: "Mend the file first.",
		intent,
		diagnostics: broken
	});
	const ids = state.milestones.map((m) => m.id);
	const close = nearest(id, ids, 2);
	const some = ids.length > 0 ? `There are ${ids.slice(0, 10).join(", ")}${ids.length > 10 ? ", …" : ""}.` : "The store has no milestones yet.";
	return refused("unknown-milestone", `There is no milestone ${id}`, {
		hint: close ? `Did you mean ${close}?` : some,
		intent
	});
}
/** What a filter compares with; `owner:none` finds those that nobody owns. */
function valuesOf({ status, owner, priority, labels }, key) {
	if (key === "label") return labels;
	return [key === "status" ? status : key === "priority" ? priority : owner ?? "none"];
}
/** The milestones that an `update` names: its argument, or the list of a bulk update. None for the whole project. */
function targetsOf(state, intent) {
	const ids = state.milestones.map((m) => m.id);
	const list = option(intent, "milestones");
	const [id] = intent.args;
	if (list === void 0) {
		if (intent.options["bulk"] === true) return refused("missing-value", "--bulk needs the milestones it is for", {
			hint: "Add --milestones=M05,M06.",
			intent
		});
		if (id === void 0) return done([]);
		const found = state.milestones.find((m) => idKey(m.id) === idKey(id));
		return found ? done([found]) : unknownMilestone(state, intent, id);
	}
	if (id !== void 0) return refused("conflicting-options", "a milestone and --milestones name the target twice", {
		hint: `Put ${id} into --milestones.`,
		intent
	});
	const selectors = parseMilestoneList(list);
	if (typeof selectors === "string") return refused("bad-value", `--milestones: ${selectors}`, { intent });
	const byId = new Map(state.milestones.map((m) => [m.id, m]));
	const fits = (each, key, value) => {
		const milestone = byId.get(each);
		return milestone !== void 0 && valuesOf(milestone, key).some((v) => v.toLowerCase() === value.toLowerCase());
	};
	const { ids: chosen, unknown } = selectMilestones(selectors, ids, fits);
	const [first] = unknown;
	if (first !== void 0 && /[:*?]/.test(first)) return refused("unknown-milestone", `No milestone fits ${codeSpan(first)}`, {
		hint: "See `status` for the milestones with their status, owner and priority.",
		intent
	});
	if (first !== void 0) return unknownMilestone(state, intent, first);
	return done(chosen.flatMap((each) => byId.get(each) ?? []));
}
const one = (milestone, key, raw, after) => done([{
	file: milestone.file,
	path: [key],
	before: raw[key],
	after
}]);
/** A value that the grammar of its option refuses: the command's parser says so first, a recorded command may be older. */
function parsed(name, value, then) {
	return typeof value === "string" ? refused("bad-value", `--${name}: ${value}`) : then(value);
}
function text(key, name, empty) {
	return (milestone, value, { raw }) => value.trim() === "" ? refused("bad-value", `--${name} is empty`, { hint: empty }) : one(milestone, key, raw, name === "title" ? value.trim() : value);
}
/** What each option that changes something does, in the order in which they build on each other. */
const PARTS = {
	title: text("title", "title", "Say what the milestone is called."),
	scope: text("description", "scope", "Say what the milestone is to achieve."),
	priority: (milestone, value, { raw }) => one(milestone, "priority", raw, value),
	owner: (milestone, value, { raw }) => parsed("owner", parseOwner(value), ({ login }) => one(milestone, "owner", raw, login)),
	status: (milestone, value, { raw, today, intent }) => {
		const edits = statusEdits(milestone, value, raw, today);
		const alone = edits.length > 0 && value === "completed" && intent.options["progress"] === void 0;
		return done(alone ? [...edits, ...completionProgress(milestone, raw, today)] : edits);
	},
	timeline: (milestone, value, { state, calendar, intent }) => parsed("timeline", parseTimelineChange(value), (change) => timelineEdits(milestone, change, {
		config: state.config,
		calendar,
		calendarDays: intent.options["calendar-days"] === true,
		all: state.milestones,
		ended: () => completionsOf(state, milestoneChanges(state.journal), calendar)
	})),
	rebaseline: (milestone, _, { state }, so) => rebaselineEdits(milestone, so, state.config.calendar.timezone),
	effort: (milestone, value) => parsed("effort", parseEffortChange(value), (change) => effortEdits(milestone, change)),
	progress: (milestone, value, { raw, today }) => parsed("progress", parseProgress(value), (percent) => progressEdits(milestone, percent, raw, today)),
	dependencies: (milestone, value, { state, raw }) => {
		const known = new Set(state.milestones.map((m) => idKey(m.id)));
		return parsed("dependencies", parseDependencyChange(value, (id) => known.has(idKey(id))), (change) => dependencyEdits(milestone, state.milestones, change, raw["dependencies"]));
	},
	resources: (milestone, value, { raw, state }) => parsed("resources", parseResourceChange(value), (list) => resourceEdits(milestone, list, raw["resources"], state.config)),
	"add-risk": (milestone, value, { state, raw, today }) => parsed("add-risk", parseNewRisk(value), (risk) => addRiskEdits(milestone, state.milestones, risk, raw["risks"], today))
};
function editsOf$1(context, milestone) {
	const { intent } = context;
	const wanted = option(intent, "status");
	const opened = wanted === void 0 ? milestone : {
		...milestone,
		status: wanted
	};
	const edits = [];
	for (const [name, part] of Object.entries(PARTS)) {
		const given = intent.options[name];
		if (given === void 0 || given === false) continue;
		const made = part(name === "status" ? milestone : opened, String(given), context, edits);
		if (!made.ok) return made;
		edits.push(...made.value);
	}
	return done(edits);
}
/** True if the command asks for a change, rather than only for a view. */
function changes(intent) {
	return Object.keys(PARTS).some((name) => (intent.options[name] ?? false) !== false);
}
/**
* The field edits of an `update` to one of its milestones on the day `today` (ISO); values that already are as wanted are
* left out.
*/
function updateEdits(state, intent, milestone, { calendar, today }) {
	const raw = rawOf(state, milestone);
	const edits = editsOf$1({
		state,
		intent,
		calendar,
		today,
		raw
	}, milestone);
	if (!edits.ok) return {
		ok: false,
		refusal: {
			...edits.refusal,
			intent
		}
	};
	const real = edits.value.map((edit) => edit.file === milestone.file ? {
		...edit,
		before: valueAt(raw, edit.path)
	} : edit).filter((edit) => !sameValue(edit.before, edit.after));
	return done(withNewParents(real, milestone.file, raw));
}

// src/change/answer.ts
function outcomeOf({ decision, asked, sync, pullRequest, withheld }, dryRun) {
	if (decision.kind === "refused") return "refused";
	if (decision.kind === "planned") {
		if (dryRun) return "planned";
		if (decision.plan.mode === "request") return "requested";
		return pullRequest === null ? "applied" : "proposed";
	}
	if (sync !== null && asked.some(({ verb }) => verb === "sync" || verb === "import")) {
		if (!(sync.edits.length + sync.adopted.length + sync.told.length > 0)) return "unchanged";
		return dryRun ? "planned" : pullRequest === null ? "applied" : "proposed";
	}
	if (withheld && sync !== null && sync.edits.length + sync.adopted.length + sync.told.length > 0) return "planned";
	return asked.length > 0 ? "unchanged" : "shown";
}
/** True if a refusal is all there is to tell: who may not have what they asked for does not get it, or more, beside the refusal. */
function isBare({ decision, maySee }) {
	if (decision.kind !== "refused") return false;
	return !maySee || decision.refusals.some(({ code }) => code === "not-permitted");
}
/** The milestones of a bulk command that only looks at them. */
function listed$2(state, intent) {
	if (typeof intent.options["milestones"] !== "string" || changes(intent)) return [];
	const targets = targetsOf(state, intent);
	return targets.ok ? targets.value.map((milestone) => milestone.id) : [];
}
/** The answer to a finished request. */
function answerOf(finished) {
	const { intents, asked, views, origin, decision, state, status, sha, written, sync, notice, pullRequest } = finished;
	const dryRun = finished.withheld || asked.some((intent) => intent.options["dry-run"] === true);
	const plan = decision.kind === "planned" ? decision.plan : null;
	const bare = isBare(finished);
	const on = (name) => !bare && asked.every((intent) => intent.options[name] !== false);
	const looked = intents.filter((intent) => intent.verb === "status" || intent.verb === "update");
	const ids = new Set(looked.flatMap((intent) => [...intent.args, ...listed$2(state, intent)]));
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
		phases: bare ? [] : phasesOf({
			state,
			status,
			plan,
			written: written && !dryRun
		}),
		sync,
		notice,
		pullRequest,
		focus: state.milestones.map((m) => m.id).filter((id) => !bare && [...ids].some((named) => named.toLowerCase() === id.toLowerCase())),
		views: bare ? [] : views,
		sections: {
			monitor: on("monitor"),
			dashboard: on("dashboard"),
			analytics: on("analytics")
		}
	};
}

// src/change/edited.ts
function differences(file, path, before, after) {
	if (sameValue(before, after)) return [];
	if (isMapping(before) && isMapping(after)) return [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => differences(file, [...path, key], before[key], after[key]));
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
/** Whether a text holds fields at all: what cannot be read, or is no map, says nothing about itself. */
function hasFields(text) {
	return isMapping(data(text));
}
/** The fields that differ between two versions of one thing, called by its later path; undefined for a version there is not. */
function editsOf(file, before, after) {
	return before === after ? [] : differences(file, [], data(before), data(after));
}
/**
* What a person changed by hand between two versions of the store's files, field by field. A file that is new, gone or not
* readable on either side is one edit of the whole (an empty path). Comments and formatting are no change.
*/
function handEdits(before, after) {
	return [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].sort().flatMap((file) => editsOf(file, before.get(file), after.get(file)));
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
function sourceOf$1({ sha, subject }, repository) {
	const [, squashed, merged] = /\(#(\d+)\)$|^Merge pull request #(\d+)/.exec(subject) ?? [];
	const number = squashed ?? merged;
	return number ? `${repository}/pull/${number}` : `${repository}/commit/${sha}`;
}
function covers(recorded, edit) {
	if (recorded.file !== edit.file) return false;
	if (recorded.path.length === 0) return true;
	const length = Math.min(recorded.path.length, edit.path.length);
	return length > 0 && recorded.path.slice(0, length).every((key, i) => key === edit.path[i]);
}
/** What a commit changed in the store. The link to GitHub is bookkeeping, and recorded without an entry. */
function editsIn({ before, after }) {
	return handEdits(byPeople(before), byPeople(after)).filter((edit) => edit.path[0] !== "github");
}
/** What of it no journal entry of the commit's own accounts for. */
function unaccounted(commit) {
	const recorded = entriesIn(commit).flatMap((entry) => entry.changes);
	return editsIn(commit).filter((edit) => !recorded.some((r) => covers(r, edit)));
}
function summaryOf$1({ subject }, verdict) {
	if (!verdict || verdict.approved) return subject;
	const asked = verdict.approvals.filter((a) => a.outcome === "required").map(approversText);
	return `${subject} (unapproved, needs ${[...new Set(asked)].join("; ")})`;
}
/**
* One `edited` entry for each commit that changed the store in a way no journal entry of its own (that may be believed) accounts for. The commit's
* word on who and when is taken as git has it, unless the verdict knows the login. `repository` is the address of its pages;
* `verdicts` are by commit.
*/
function handEditEntries(commits, repository, taken, verdicts = /* @__PURE__ */ new Map()) {
	const ids = new Set(taken);
	return commits.flatMap((commit) => {
		const verdict = verdicts.get(commit.sha);
		const edits = verdict?.distrusted ? editsIn(commit) : unaccounted(commit);
		if (edits.length === 0) return [];
		const id = changeId(`commit:${commit.sha}`, ids);
		ids.add(id);
		const milestones = [...new Set(edits.map((edit) => edit.file))].filter((file) => /^(active|completed|archive)\//.test(file)).map(idOfFile);
		return [{
			id,
			kind: "edited",
			of: null,
			at: commit.at,
			actor: verdict?.author ?? commit.author,
			source: sourceOf$1(commit, repository),
			intent: `commit:${commit.sha}`,
			command: null,
			commands: [],
			reason: null,
			summary: summaryOf$1(commit, verdict),
			milestones: [...new Set(milestones)],
			changes: edits,
			plan: null,
			approvals: verdict?.approvals ?? []
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

// src/change/substance.ts
/**
* A fingerprint of what a reader would call news: statuses, healths, projected dates, the forecast, and what the
* store and GitHub disagree about. A scheduled run
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
	const open = (status.conflicts ?? []).map(({ id, evidence }) => [id, evidence]);
	const news = [
		rows,
		status.project.health,
		status.forecast?.p85 ?? null,
		...open.length > 0 ? [open] : []
	];
	return hashOf(news).slice(0, 16);
}

// src/change/sync/store-ids.ts
const MILESTONE = /^(active|completed)\/[^/]+\.ya?ml$|^(completed|archive)\/[^/]+\/milestone\.ya?ml$/;
/** Ids of the store's milestone files, lower case; also of those that break their schema. */
function filedIds({ files }) {
	return new Set([...files.keys()].filter((path) => MILESTONE.test(path)).map((path) => idKey(idOfFile(path))));
}
/** Milestone files that break their schema: what they are linked to is not known. */
function brokenFiles({ files, milestones, diagnostics }) {
	const read = new Set(milestones.map((m) => m.file));
	const broken = new Set(diagnostics.filter((d) => d.severity === "error").map((d) => d.file));
	return [...files.keys()].filter((path) => MILESTONE.test(path) && !read.has(path) && broken.has(path));
}
/**
* A generator of new ids in the style of those in use: `M08` → `M09`, `S1` → `S2`; `M01` in an empty store. An id that was in
* use once is not given again.
*/
function newIds(state) {
	const used = /* @__PURE__ */ new Set([...filedIds(state), ...[...state.syncBase.milestones.keys()].map(idKey)]);
	const known = [.../* @__PURE__ */ new Set([...state.milestones.map((m) => m.id), ...state.syncBase.milestones.keys()])];
	const styles = /* @__PURE__ */ new Map();
	for (const id of known.sort(compareIds)) {
		const [, prefix, digits] = /^(.*?)(\d{1,9})$/.exec(id) ?? [];
		if (prefix === void 0 || digits === void 0) continue;
		styles.set(prefix, {
			count: (styles.get(prefix)?.count ?? 0) + 1,
			last: digits
		});
	}
	const [common] = [...styles].sort(([, a], [, b]) => b.count - a.count);
	const [prefix, { last }] = common ?? ["M", { last: "00" }];
	let number = Number(last);
	return () => {
		for (;;) {
			number++;
			const id = `${prefix}${String(number).padStart(last.length, "0")}`;
			if (used.has(idKey(id))) continue;
			used.add(idKey(id));
			return id;
		}
	};
}

// src/change/sync/text.ts
/** Text as both sides are compared: line breaks of one kind, nothing around it. Null is the empty text. */
function plainText(text) {
	return (text ?? "").replace(/\r\n?/g, "\n").trim();
}
/** A title as GitHub can hold it: one line, nothing around it. */
function plainTitle(title) {
	return title.replace(/\s*[\r\n]+\s*/g, " ").trim();
}
/** Where whole lines of a text are `part`; null if nowhere, or in several places. */
function linesAt(text, part) {
	const places = [];
	for (let at = text.indexOf(part); at >= 0 && places.length < 2; at = text.indexOf(part, at + 1)) if ((at === 0 || text[at - 1] === "\n") && /^[ \t]*(\n|$)/.test(text.slice(at + part.length))) places.push(at);
	return places.length === 1 ? places[0] ?? null : null;
}
/**
* The store's new text in the place that the base has in GitHub's text, with the lines that a person wrote before or after it; null
* if GitHub's text does not hold the base as lines of its own: then it is another text. Additions that the store has already are not doubled.
*/
function withAdditions(base, store, github) {
	if (base === void 0 || base === "" || base === github) return null;
	const start = linesAt(github, base);
	if (start === null) return null;
	const end = start + base.length;
	const [before, after] = [github.slice(0, start), github.slice(end)];
	let own = store;
	if (before !== "" && own.startsWith(before)) own = own.slice(before.length);
	if (after !== "" && own.endsWith(after)) own = own.slice(0, own.length - after.length);
	return (before + own + after).trim();
}
const LONGEST = 200;
/** A value as a conflict shows it. */
function shortText(value) {
	if (value === null || value === void 0) return null;
	return value.length > LONGEST ? `${value.slice(0, 199)}…` : value;
}

// src/change/sync/links.ts
const TEMPORARY = /^Renaming #(\d+)$/;
/** The title that a milestone carries while others take and give up the ones that are wanted. */
const temporaryTitle = (number) => `Renaming #${number}`;
const hasTemporaryTitle = ({ title, number }) => Number(TEMPORARY.exec(title)?.[1] ?? 0) === number;
/** Links that are written down: in the milestone's file, else in the base. */
function claimsOf({ milestones, syncBase }) {
	const claims = {
		numbers: /* @__PURE__ */ new Map(),
		owners: /* @__PURE__ */ new Map(),
		doubled: []
	};
	const known = (m) => syncBase.milestones.get(m.id)?.number ?? null;
	const claim = (m, number) => {
		const first = claims.owners.get(number);
		if (first === void 0) {
			claims.owners.set(number, m.id);
			claims.numbers.set(m.id, number);
		} else if (m.github !== null) claims.doubled.push({
			milestone: m,
			number,
			first
		});
	};
	for (const m of milestones) if (m.github !== null && m.github === known(m)) claim(m, m.github);
	for (const m of milestones) if (m.github !== null && m.github !== known(m)) claim(m, m.github);
	for (const m of milestones) {
		const number = known(m);
		if (m.github === null && number !== null) claim(m, number);
	}
	return claims;
}
/** Links the store's milestones to GitHub's: by number, else by exactly the same title, each one at most once. */
function linksOf(state, remote) {
	const { milestones, syncBase } = state;
	const { numbers, owners, doubled } = claimsOf(state);
	const byNumber = new Map(remote.milestones.map((m) => [m.number, m]));
	const free = /* @__PURE__ */ new Map();
	for (const m of remote.milestones) if (!owners.has(m.number) && !free.has(plainTitle(m.title))) free.set(plainTitle(m.title), m);
	const bases = new Map([...syncBase.milestones].flatMap(([id, base]) => base.number === null ? [] : [[base.number, {
		id,
		base
	}]]));
	const paired = (milestone, remote) => {
		const { id = milestone.id, base } = bases.get(remote.number) ?? {};
		return {
			milestone,
			remote,
			base,
			inherited: idKey(id) !== idKey(milestone.id)
		};
	};
	const pairs = [];
	const deleted = [];
	const unlinked = [];
	const taken = new Set(owners.keys());
	const copies = new Set(doubled.map(({ milestone }) => milestone.id));
	for (const m of milestones) {
		const match = m.folder === "archive" && !numbers.has(m.id) ? free.get(plainTitle(m.title)) : void 0;
		if (match) taken.add(match.number);
	}
	for (const milestone of milestones) {
		if (milestone.folder === "archive" || copies.has(milestone.id)) continue;
		const number = numbers.get(milestone.id);
		const linked = number === void 0 ? void 0 : byNumber.get(number);
		const match = free.get(plainTitle(milestone.title));
		if (linked) pairs.push(paired(milestone, linked));
		else if (number !== void 0 && !remote.complete) continue;
		else if (match && !taken.has(match.number)) {
			taken.add(match.number);
			numbers.set(milestone.id, match.number);
			pairs.push(paired(milestone, match));
		} else if (number === void 0) unlinked.push(milestone);
		else {
			numbers.delete(milestone.id);
			deleted.push({
				milestone,
				number
			});
		}
	}
	for (const m of milestones) if (m.folder === "archive") numbers.delete(m.id);
	const rest = remote.milestones.filter((m) => !taken.has(m.number)).toSorted((a, b) => a.number - b.number);
	const files = filedIds(state);
	const before = new Map([...syncBase.milestones].flatMap(([id, { number }]) => number ? [[number, id]] : []));
	return {
		pairs,
		deleted,
		unlinked,
		doubled,
		numbers,
		strangers: rest.filter((m) => !before.has(m.number) && !hasTemporaryTitle(m)),
		removed: rest.flatMap(({ number }) => {
			const id = before.get(number);
			return id === void 0 || files.has(idKey(id)) ? [] : [{
				id,
				number
			}];
		})
	};
}

// src/change/sync/three-way.ts
/**
* The three-way rule for one field. The side that changed against the base wins; a field that both changed differently is a
* conflict. Without a base every difference is one, except that a side which says nothing loses nothing by being filled in.
*/
function threeWay(base, store, github, says = (value) => value !== null && value !== "") {
	if (store === github) return "agreed";
	if (base === void 0) return !says(store) ? "github" : !says(github) ? "store" : "conflict";
	if (store === base) return "github";
	return github === base ? "store" : "conflict";
}
/** What becomes of a conflict under the policy. */
function solved(winner, prefer) {
	return winner === "conflict" && prefer !== "ask" ? prefer : winner;
}

// src/change/sync/titles.ts
/** The renames that can be, which is all but those onto a title that its holder keeps; each blocked one blocks others in turn. */
function possible(wanted, held) {
	const active = /* @__PURE__ */ new Map();
	const claims = /* @__PURE__ */ new Map();
	const blocked = /* @__PURE__ */ new Map();
	for (const { number, title } of wanted) {
		const first = claims.get(title);
		if (first !== void 0) blocked.set(number, first);
		else {
			claims.set(title, number);
			active.set(number, title);
		}
	}
	const titles = new Map([...held].map(([title, number]) => [number, title]));
	const stuck = [.../* @__PURE__ */ new Set([...held.values()])].filter((number) => !active.has(number));
	for (let number = stuck.pop(); number !== void 0; number = stuck.pop()) {
		const kept = titles.get(number);
		const claimant = kept === void 0 ? void 0 : claims.get(kept);
		if (claimant === void 0 || claimant === number || !active.delete(claimant)) continue;
		blocked.set(claimant, number);
		stuck.push(claimant);
	}
	return {
		active,
		blocked
	};
}
/**
* Orders renames on GitHub, where titles are unique: whoever holds a wanted title moves on first; in a circle one of them gets
* a temporary title. `milestones` are those that GitHub has, `created` are titles of milestones that are to be new, after all renames.
*/
function renamesOf(milestones, wanted, created) {
	const held = new Map(milestones.map(({ number, title }) => [title, number]));
	const { active, blocked } = possible(wanted, held);
	const steps = [];
	const free = /* @__PURE__ */ new Set();
	for (const { number: first } of wanted) {
		const trail = [];
		for (let number = first; number !== void 0;) {
			const title = active.get(number);
			if (title === void 0 || free.has(number)) break;
			free.add(number);
			trail.push(number);
			const holder = held.get(title);
			if (holder !== void 0 && trail.includes(holder) && holder !== number) {
				steps.push({
					number: holder,
					title: temporaryTitle(holder)
				});
				break;
			}
			number = holder;
		}
		for (const number of trail.toReversed()) steps.push({
			number,
			title: active.get(number) ?? ""
		});
	}
	const after = new Map([...held].filter(([, number]) => !active.has(number)));
	for (const [number, title] of active) after.set(title, number);
	return {
		steps,
		blocked,
		taken: new Map(created.flatMap((title) => {
			const holder = after.get(title);
			return holder === void 0 ? [] : [[title, holder]];
		}))
	};
}

// src/change/sync/comparison.ts
const FIELDS = [
	"title",
	"description",
	"due",
	"state"
];
const isClosed = ({ status }) => status === "completed" || status === "cancelled";
/** The store's milestone as GitHub would hold it. Its due date is the day in the project's time zone. */
function viewOf(milestone, { config }) {
	const end = milestone.timeline.estimated_end;
	const due = end ? parseDay(end, config.calendar.timezone) : void 0;
	return {
		title: plainTitle(milestone.title),
		description: plainText(milestone.description),
		due: due === void 0 ? null : formatDay(due),
		state: isClosed(milestone) ? "closed" : "open"
	};
}
function remoteView({ title, description, due, state }) {
	return {
		title: plainTitle(title),
		description: plainText(description),
		due,
		state
	};
}
function verdictOn(field, store, github, base, prefer) {
	const [own, theirs] = [store[field], github[field]];
	const first = threeWay(base?.[field], own, theirs);
	const merged = field === "description" && first === "conflict" ? withAdditions(base?.description, store.description, github.description) : null;
	if (merged !== null) return {
		field,
		winner: "store",
		contested: false,
		store: own,
		github: theirs,
		value: merged
	};
	const winner = solved(first, prefer);
	return {
		field,
		winner,
		contested: first === "conflict",
		store: own,
		github: theirs,
		value: winner === "github" ? theirs : own
	};
}
/** Who won a conflict, and what the other side loses by it. */
function settled(winner, store, github) {
	if (winner === "store") return {
		solved: winner,
		lost: github
	};
	return winner === "github" ? {
		solved: winner,
		lost: store
	} : {
		solved: null,
		lost: null
	};
}
/**
* The base that a milestone of the store is compared with. That of a file which is gone holds only for what this file still says:
* it may be the same under another id, or a new one whose author knew nothing of the old. A title counts as changed where the file
* itself names the milestone on GitHub.
*/
function baseOf({ milestone, remote, base, inherited }, store) {
	if (!inherited || !base) return base;
	const { number, title, description, due, state } = base;
	return {
		number,
		title: store.title === title || milestone.github === remote.number ? title : void 0,
		description: store.description === description ? description : void 0,
		due: store.due === due ? due : void 0,
		state: store.state === state ? state : void 0
	};
}
function compare(found, state, prefer) {
	const store = viewOf(found.milestone, state);
	const pair = {
		...found,
		base: baseOf(found, store)
	};
	const github = remoteView(pair.remote);
	const fields = FIELDS.map((field) => verdictOn(field, store, github, pair.base, prefer));
	if (!hasTemporaryTitle(pair.remote)) return {
		pair,
		fields
	};
	return {
		pair,
		fields: fields.map((f) => f.field === "title" ? {
			...f,
			winner: "store",
			contested: false,
			value: store.title
		} : f)
	};
}
/** A rename that cannot be: the title stays as it is on both sides, unless GitHub's is preferred. */
function held({ pair, fields }, prefer) {
	const winner = prefer === "github" && !hasTemporaryTitle(pair.remote) ? "github" : "conflict";
	return {
		pair,
		fields: fields.map((f) => f.field === "title" ? {
			...f,
			winner,
			contested: true,
			value: winner === "github" ? f.github : f.store
		} : f)
	};
}
function conflictsOf({ pair, fields }, blocked) {
	const { milestone, remote, base } = pair;
	return fields.flatMap(({ field, winner, contested, store, github }) => {
		if (!contested) return [];
		const kind = field === "title" && blocked.has(remote.number) ? "title-taken" : "field";
		const values = {
			store: shortText(store),
			github: shortText(github),
			base: shortText(base?.[field])
		};
		return [{
			id: `S-${milestone.id}-${field}`,
			kind,
			milestone: milestone.id,
			issue: null,
			field,
			...values,
			...settled(winner, store, github)
		}];
	});
}
function oneSided(kind, { id, title }, github) {
	const name = kind === "deleted-on-github" ? "deleted" : kind === "duplicate-link" ? "link" : "title";
	const field = name === "title" ? name : null;
	return {
		id: `S-${id}-${name}`,
		kind,
		milestone: id,
		issue: null,
		field,
		store: shortText(plainTitle(title)),
		github,
		base: null,
		solved: null,
		lost: null
	};
}
/**
* Sets both sides beside each other; nothing is decided twice, so a plan and its bookkeeping agree. `others` are milestones of
* GitHub that are not to be compared, but have their titles.
*/
function compareAll(state, remote, prefer, others = []) {
	const links = linksOf(state, remote);
	const first = links.pairs.map((pair) => compare(pair, state, prefer));
	const wanted = first.flatMap(({ pair, fields }) => {
		const title = fields.find((f) => f.field === "title" && f.winner === "store")?.value;
		return title ? [{
			number: pair.remote.number,
			title
		}] : [];
	});
	const again = links.deleted.filter(() => prefer === "store").map((d) => d.milestone);
	const missing = remote.complete ? [...links.unlinked, ...again].filter((m) => !isClosed(m)) : [];
	const titles = /* @__PURE__ */ new Set();
	const twice = /* @__PURE__ */ new Set();
	for (const m of missing) {
		if (titles.has(plainTitle(m.title))) twice.add(m);
		titles.add(plainTitle(m.title));
	}
	const renames = renamesOf([...remote.milestones, ...others], wanted, [...titles]);
	const compared = first.map((c) => renames.blocked.has(c.pair.remote.number) ? held(c, prefer) : c);
	const stuck = new Set(missing.filter((m) => twice.has(m) || renames.taken.has(plainTitle(m.title))));
	return {
		links,
		compared,
		created: missing.filter((m) => !stuck.has(m)),
		renames: renames.steps,
		conflicts: [
			...compared.flatMap((c) => conflictsOf(c, renames.blocked)),
			...[...stuck].map((m) => oneSided("duplicate-title", m, plainTitle(m.title))),
			...links.doubled.map(({ milestone, number }) => oneSided("duplicate-link", milestone, String(number))),
			...links.deleted.filter(({ milestone }) => prefer !== "store" && !isClosed(milestone)).map(({ milestone, number }) => oneSided("deleted-on-github", milestone, String(number)))
		]
	};
}

// src/change/sync/milestone-edits.ts
/** The day on which something was closed, in the project's time zone; `now` where GitHub does not say. */
function closingDay({ config }, closedAt, now) {
	const zone = config.calendar.timezone;
	return formatDay(parseDay(closedAt ?? now, zone) ?? parseDay(now, zone) ?? 0);
}
/** A due date moves as `--timeline` moves it, the duration with it; where that would refuse, the date alone is what GitHub says. */
function dueEdits(milestone, due, { config }) {
	const { file, timeline } = milestone;
	const zone = config.calendar.timezone;
	const written = timeline.estimated_end ?? null;
	const path = ["timeline", "estimated_end"];
	const lands = (text) => formatDay(parseDay(String(text), zone) ?? 0) === due;
	if (due === null) return [{
		file,
		path,
		before: written ?? void 0,
		after: null
	}];
	if (written !== null && timeline.duration) {
		const context = {
			config,
			calendar: calendarOf(config.calendar),
			calendarDays: false,
			all: []
		};
		const moved = timelineEdits(milestone, {
			kind: "date",
			date: due
		}, context);
		if (moved.ok && lands(moved.value[0]?.after)) return moved.value.filter(({ before, after }) => before !== after);
	}
	const timed = written === null ? due : due + written.slice(10);
	return [{
		file,
		path,
		before: written ?? void 0,
		after: lands(timed) ? timed : due
	}];
}
const MADE = /* @__PURE__ */ new Set([
	"applied",
	"edited",
	"resolved",
	"undone"
]);
/** What a closed milestone was before, where the journal knows it: a file without a status was `planning`. */
function statusBefore({ file, status }, { journal }) {
	for (const { kind, changes } of journal.toReversed()) {
		const closed = changes.find((c) => c.file === file && c.path.join(".") === "status" && c.after === status);
		if (!closed || !MADE.has(kind)) continue;
		const before = closed.before ?? "planning";
		if (before === "planning" || before === "pending") return "planning";
		return before === "blocked" ? before : "in_progress";
	}
	return "in_progress";
}
/** The edits that bring one field of the milestone's file to what GitHub says; `raw` is the file's data. */
function fieldEdits({ field, value }, milestone, remote, state, raw, now) {
	const { file } = milestone;
	switch (field) {
		case "title": return [{
			file,
			path: ["title"],
			before: raw["title"],
			after: value
		}];
		case "description": return [{
			file,
			path: ["description"],
			before: raw["description"],
			after: value === "" ? null : value
		}];
		case "due": return dueEdits(milestone, value, state);
		case "state": return value === "closed" ? statusEdits(milestone, "completed", raw, closingDay(state, remote.closedAt, now)) : statusEdits(milestone, statusBefore(milestone, state), raw, "").filter(({ path }) => path[1] !== "actual_start");
	}
}

// src/change/sync/adopt.ts
/** The file of a milestone that was on GitHub only. A closed one is completed, on the day that it was closed. */
function adoptedFile(remote, id, state, now) {
	const { title, description, due } = remoteView(remote);
	const closed = remote.state === "closed";
	const day = closed ? closingDay(state, remote.closedAt, now) : null;
	const timeline = {
		...due ? { estimated_end: due } : {},
		...day ? { actual_end: day } : {}
	};
	const contents = {
		id,
		title: title || id,
		...description === "" ? {} : { description },
		status: closed ? "completed" : "planning",
		created_at: remote.createdAt,
		...day ? { completed_at: day } : {},
		...Object.keys(timeline).length > 0 ? { timeline } : {},
		github: { milestone: remote.number }
	};
	return {
		path: `${closed ? "completed" : "active"}/${id}.yaml`,
		text: `${collectionLines(contents, 0, OWN_LAYOUT).join("\n")}\n`
	};
}

// src/change/sync/issue-sides.ts
/** `numbers` are the links of the store's milestones. */
function issueSides(state, remote, numbers) {
	const seats = /* @__PURE__ */ new Map();
	const archived = /* @__PURE__ */ new Set();
	const doubled = /* @__PURE__ */ new Map();
	const milestones = /* @__PURE__ */ new Map();
	for (const milestone of state.milestones) {
		const number = numbers.get(milestone.id);
		if (number !== void 0) milestones.set(number, milestone);
		for (const [index, task] of milestone.tasks.entries()) {
			if (task.issue === null) continue;
			if (milestone.folder === "archive") archived.add(task.issue);
			else if (!seats.has(task.issue)) seats.set(task.issue, {
				milestone,
				index,
				task
			});
			else doubled.set(task.issue, [...doubled.get(task.issue) ?? [], `${milestone.id} ${task.id}`]);
		}
	}
	const children = /* @__PURE__ */ new Map();
	for (const { number, parent } of remote.issues) {
		if (parent === null || parent === number) continue;
		const known = children.get(parent);
		if (known) known.push(number);
		else children.set(parent, [number]);
	}
	const issues = new Map(remote.issues.map((issue) => [issue.number, issue]));
	const { issues: bases } = state.syncBase;
	const alive = new Map(remote.milestones.map(({ number, title }) => [number, title]));
	const { complete } = remote;
	return {
		seats,
		archived,
		doubled,
		issues,
		children,
		bases,
		numbers,
		milestones,
		alive,
		complete
	};
}
/**
* Number of the GitHub milestone that an issue belongs to: its own, else its parent's. A parent that is in none, and never
* was, passes on the milestone in which its task stands. Null for none.
*/
function placeOf(sides, start) {
	const seen = /* @__PURE__ */ new Set();
	for (let issue = start; issue && !seen.has(issue.number);) {
		if (issue.milestone !== null) return issue.milestone;
		seen.add(issue.number);
		const { parent } = issue;
		if (parent === null) return null;
		const next = sides.issues.get(parent);
		const seat = sides.seats.get(parent);
		if ((!next || next.milestone === null && next.parent === null) && seat && sides.bases.get(parent)?.milestone === void 0) return sides.numbers.get(seat.milestone.id) ?? null;
		if (!next) return seat && !sides.complete ? sides.numbers.get(seat.milestone.id) ?? null : null;
		issue = next;
	}
	return null;
}

// src/change/sync/standing.ts
/** A task's status as an issue could show it. */
function standingOfTask(status) {
	return status === "pending" || status === "in_progress" ? "open" : status;
}
/** `out`: taken out of every milestone, which cancels what is not finished. */
function standingOfIssue({ state, reason, labels }, out) {
	if (state === "closed") return reason === "not_planned" || reason === "duplicate" ? "cancelled" : "completed";
	if (out) return "cancelled";
	return labels.some((label) => label.toLowerCase() === "blocked") ? "blocked" : "open";
}
/** Blocked work is open work: closing an issue ends both. */
const ended = (standing) => standing === "blocked" ? "open" : standing;
/**
* Who is right about how far the work is. Whether it is over is decided first, whether it is blocked only where both say that
* it is not over: a label says nothing about finished work. Work that the store has as open gives way to an issue that was
* closed before both were ever compared.
*/
function standingWinner(base, store, github) {
	const over = threeWay(base && ended(base), ended(store), ended(github), (value) => value !== "open");
	if (over !== "agreed" || ended(store) !== "open") return over;
	const open = base !== void 0 && ended(base) === "open" ? base : void 0;
	return threeWay(open, store, github, (value) => value === "blocked");
}
/** The base after both sides were looked at: it moves where they agree, about the end of the work at least. */
function standingBase(base, store, github) {
	if (store === github) return store;
	if (ended(store) !== ended(github)) return base;
	return base !== void 0 && ended(base) === "open" ? base : "open";
}

// src/change/sync/issue-verdict.ts
const login = (name) => name?.trim().replace(/^@/, "") || null;
const sameLogin = (a, b) => a?.toLowerCase() === b?.toLowerCase();
/** The one of an issue's people who counts as the task's: who is known already, else the first. */
function assigneeOf({ assignees }, store, base) {
	for (const known of [store, base ?? null]) if (known !== null && assignees.some((name) => sameLogin(name, known))) return known;
	return assignees[0] ?? null;
}
/** Where issues are not written, what the store alone says is kept in silence, whatever the reason. */
function sided(first, values, policy, based) {
	const kept = !policy.writeIssues && !based && first === "conflict";
	const winner = kept ? "store" : solved(first, policy.prefer);
	return {
		winner,
		contested: !kept && first === "conflict" && (policy.writeIssues || winner !== "store"),
		...values
	};
}
/**
* Where the issue was when both sides last agreed. Whoever deletes a milestone takes no issue out of it: an issue is out only of a
* milestone that is there still.
*/
function placeBase({ alive }, where, base) {
	const last = base?.milestone;
	return where === null && typeof last === "number" && !alive.has(last) ? void 0 : last;
}
/**
* What a field is compared with. Where both sides never agreed that is what GitHub said when it was first seen to differ, as soon
* as it says something else: the old difference is known, and only what is new is looked at.
*/
function basisOf(agreed, seen, github) {
	return agreed !== void 0 || seen === github ? agreed : seen;
}
/** Where a task belongs. Its issue may be in no milestone, which says nothing until somebody takes it out of one. */
function placed(sides, { issue, seat, base, where, last }, policy) {
	const cancelled = seat.task.status === "cancelled";
	const number = sides.numbers.get(seat.milestone.id) ?? null;
	const stands = cancelled && (last === null || where === null && last !== void 0) && number !== where ? null : number;
	const none = {
		winner: "agreed",
		contested: false,
		store: stands,
		github: where
	};
	if (last === void 0 && where === null) return policy.writeIssues && !cancelled && stands !== null && sides.alive.has(stands) ? {
		...none,
		winner: "store"
	} : none;
	if (last === void 0 && stands === null) return none;
	const basis = basisOf(last, issue.milestone === null ? void 0 : base?.seen?.milestone, where);
	return sided(threeWay(basis, stands, where, () => true), {
		store: stands,
		github: where
	}, policy, basis !== void 0);
}
/** Compares an issue with its task, field by field. */
function judge(sides, issue, seat, policy) {
	const { task } = seat;
	const base = sides.bases.get(issue.number);
	const seen = base?.seen;
	const field = (store, github, was, says) => sided(threeWay(was, store, github, says), {
		store,
		github
	}, policy, was !== void 0);
	const where = placeOf(sides, issue);
	const from = placeBase(sides, where, base);
	const out = where === null && from !== void 0;
	const place = placed(sides, {
		issue,
		seat,
		base,
		where,
		last: from
	}, policy);
	const title = plainTitle(issue.title);
	const own = standingOfTask(task.status);
	const cancels = out && own !== "completed" && place.winner !== "store" && place.winner !== "conflict";
	const theirs = standingOfIssue(issue, cancels);
	const status = basisOf(base?.status, seen?.status, theirs);
	const values = {
		store: own,
		github: theirs
	};
	const standing = sided(standingWinner(status, own, theirs), values, policy, status !== void 0);
	const person = login(task.assignedTo);
	const assigned = assigneeOf(issue, person, base?.assignee === void 0 ? seen?.assignee : base.assignee);
	const last = basisOf(base?.assignee, seen?.assignee, assigned);
	const was = last && sameLogin(last, person) ? person : last;
	return {
		issue,
		seat,
		base,
		out,
		title: field(plainTitle(task.title), title, basisOf(base?.title, seen?.title, title), (value) => value !== task.id),
		standing,
		assignee: field(person, assigned, was, (value) => value !== null),
		place
	};
}
/** The fields that both sides changed differently; milestones by the names that people know. */
function issueConflicts(verdict, { milestones, alive }) {
	const { issue, seat, base, title, standing, assignee, place } = verdict;
	const named = (number) => number == null ? null : milestones.get(number)?.id ?? alive.get(number) ?? `#${number}`;
	const fields = {
		title,
		status: standing,
		assignee,
		milestone: {
			...place,
			store: seat.milestone.id,
			github: named(place.github)
		}
	};
	const bases = {
		title: base?.title,
		status: base?.status,
		assignee: base?.assignee,
		milestone: named(base?.milestone)
	};
	return Object.entries(fields).flatMap(([field, { contested, winner, store, github }]) => {
		if (!contested) return [];
		return [{
			id: `S-issue-${issue.number}-${field}`,
			kind: "field",
			milestone: seat.milestone.id,
			issue: issue.number,
			field,
			store: shortText(store),
			github: shortText(github),
			base: shortText(bases[field]),
			...settled(winner, store, github)
		}];
	});
}

// src/change/sync/waits.ts
/** Numbers of the issues that GitHub has an issue wait for, as far as their tasks stand in the same milestone. */
function waitsOf(sides, issue, placed) {
	const here = placed.get(issue.number)?.milestone;
	const all = /* @__PURE__ */ new Set([...issue.blockedBy, ...sides.children.get(issue.number) ?? []]);
	all.delete(issue.number);
	return [...all].filter((number) => placed.get(number)?.milestone === here).sort((a, b) => a - b);
}
/** True if it is known that an issue does not wait for another any more, which a look at a part of GitHub may not tell. */
function waitsNoMore(sides, issue, number) {
	const other = sides.issues.get(number);
	return sides.complete || other !== void 0 && other.parent !== issue.number;
}
/** Who waits for whom among the tasks of one milestone, by task id. */
var Waiting = class {
	#next = /* @__PURE__ */ new Map();
	add(task, waitsFor) {
		const known = this.#next.get(task);
		if (known) known.add(waitsFor);
		else this.#next.set(task, /* @__PURE__ */ new Set([waitsFor]));
	}
	/** True if `task` waits for `other`, however indirectly. */
	reaches(task, other) {
		const seen = /* @__PURE__ */ new Set([task]);
		const open = [task];
		for (let at = open.pop(); at !== void 0; at = open.pop()) {
			if (at === other) return true;
			for (const next of this.#next.get(at) ?? []) {
				if (seen.has(next)) continue;
				seen.add(next);
				open.push(next);
			}
		}
		return false;
	}
};
/**
* A task's `depends_on` after what GitHub added and took away since the base; what a person wrote stays. An edge that would
* close a circle is left out. Null if nothing changes.
*/
function mergedWaits(own, task, added, gone, waiting) {
	const kept = own.filter((id) => !gone.has(id));
	const fresh = added.filter((id) => {
		if (kept.includes(id) || id === task || waiting.reaches(id, task)) return false;
		waiting.add(task, id);
		return true;
	});
	return kept.length === own.length && fresh.length === 0 ? null : [...kept, ...fresh];
}

// src/change/sync/agreement.ts
function milestoneBase({ pair, fields }) {
	const { remote, base } = pair;
	const agreed = (name, old) => {
		const field = fields.find((f) => f.field === name);
		const passing = name === "title" && hasTemporaryTitle(remote);
		return field && !passing && field.store === field.github ? field.store : old;
	};
	return {
		number: remote.number,
		title: agreed("title", base?.title),
		description: agreed("description", base?.description),
		due: agreed("due", base?.due),
		state: agreed("state", base?.state)
	};
}
/** What GitHub lets an issue wait for stays in the base while GitHub says it, and until the store has let go of it. */
function waitsBase(sides, { issue, seat, base }, placed) {
	const now = new Set(waitsOf(sides, issue, placed));
	const was = new Set(base?.blockedBy ?? []);
	const own = new Set(seat.task.dependsOn);
	const waits = (number) => own.has(placed.get(number)?.task ?? "");
	return [.../* @__PURE__ */ new Set([...was, ...now])].filter((number) => now.has(number) ? was.has(number) || waits(number) : waits(number)).sort((a, b) => a - b);
}
/** What is to be remembered of GitHub where both sides never agreed, so that what it says anew is noticed; it stays until they agree. */
function seenNow({ issue, base, title, standing, assignee, place }, agreed) {
	const was = base?.seen;
	const first = (known, old, now) => known !== void 0 ? void 0 : old === void 0 ? now : old;
	const milestone = issue.milestone ?? place.store ?? was?.milestone;
	const seen = {
		title: first(agreed.title, was?.title, title.github),
		status: first(agreed.status, was?.status, standing.github),
		assignee: first(agreed.assignee, was?.assignee, assignee.github),
		milestone: first(agreed.milestone, issue.milestone === null ? void 0 : was?.milestone, milestone)
	};
	return Object.values(seen).some((value) => value !== void 0) ? seen : void 0;
}
function issueBase(sides, verdict, placed) {
	const { base, out, title, standing, assignee, place } = verdict;
	const agreed = ({ store, github }, old) => store === github ? store : old;
	const nowhere = place.store === null && place.github === null && !out;
	const next = {
		title: agreed(title, base?.title),
		status: standingBase(base?.status, standing.store, standing.github),
		assignee: agreed(assignee, base?.assignee),
		milestone: nowhere ? base?.milestone : agreed(place, base?.milestone),
		blockedBy: waitsBase(sides, verdict, placed)
	};
	return {
		...next,
		seen: seenNow(verdict, next)
	};
}
const open = (conflicts) => conflicts.flatMap(({ solved, lost: _, ...conflict }) => solved === null ? [conflict] : []);
/** Open conflicts now: those of what was looked at, and of the rest those that were open before. */
function conflictsNow(state, remote, found, seen) {
	const { complete, withoutIssues = false } = remote;
	const rest = state.syncBase.conflicts.filter(({ milestone, issue }) => issue === null ? !complete && (milestone === null || !seen.has(milestone)) : (!complete || withoutIssues) && !remote.issues.some(({ number }) => number === issue));
	const known = new Set(rest.map(({ id }) => id));
	return [...rest, ...open(found).filter(({ id }) => !known.has(id))].sort((a, b) => a.id < b.id ? -1 : 1);
}
/**
* The base after the store and GitHub were looked at: a field's moves only where both say the same, so that nothing is taken
* for synchronised that is not. What was not looked at, and milestones that were removed from the store, stay as they are.
*/
function agreementOf(state, remote) {
	const { prefer, writeIssues } = state.config.sync;
	const { links, compared, conflicts } = compareAll(state, remote, prefer);
	const linked = new Map(compared.map(({ pair }) => [pair.milestone.id, pair.remote.number]));
	const numbers = new Set(linked.values());
	const seen = new Map(compared.map((one) => [one.pair.milestone.id, milestoneBase(one)]));
	const here = new Set(remote.milestones.map(({ number }) => number));
	const ids = new Set(state.milestones.map(({ id }) => id));
	const kept = [...state.syncBase.milestones].filter(([id, { number }]) => {
		if (seen.has(id) || number !== null && numbers.has(number)) return false;
		return ids.has(id) || !remote.complete || number !== null && here.has(number);
	});
	const sides = issueSides(state, remote, links.numbers);
	const verdicts = remote.issues.flatMap((issue) => {
		const seat = sides.seats.get(issue.number);
		return seat ? [judge(sides, issue, seat, {
			prefer,
			writeIssues
		})] : [];
	});
	const placed = new Map([...sides.seats].map(([number, { milestone, task }]) => [number, {
		milestone: milestone.id,
		task: task.id
	}]));
	const issues = new Map([...state.syncBase.issues].filter(([number]) => sides.seats.has(number) || !sides.archived.has(number)));
	for (const verdict of verdicts) issues.set(verdict.issue.number, issueBase(sides, verdict, placed));
	const found = [...conflicts, ...verdicts.flatMap((verdict) => issueConflicts(verdict, sides))];
	return {
		base: {
			milestones: new Map([...kept, ...seen]),
			issues,
			conflicts: conflictsNow(state, remote, found, new Set(seen.keys()))
		},
		links: linked
	};
}

// src/change/restorable.ts
/**
* Makes edits one after another. Data alone does not bring everything back: an empty value may be written in several ways,
* and an item that was taken off may have had a comment. Where it does not, the edit keeps the lines it changed.
*/
function makeEdits(files, edits) {
	const open = /* @__PURE__ */ new Map();
	const made = [];
	for (const edit of edits) {
		const was = open.get(edit.file)?.text ?? files.get(edit.file) ?? "";
		const start = open.get(edit.file) ?? editable(was);
		const result = start.ok ? edited(start, edit) : start;
		if (!result.ok) return refused("cannot-edit", `${edit.file}:${result.line}: ${result.message}`, { hint: "Edit this place by hand; nothing was changed." });
		const back = edited(result, {
			path: edit.path,
			after: edit.before
		});
		made.push(back.ok && back.text === was ? edit : {
			...edit,
			restore: hunkOf(was, result.text)
		});
		open.set(edit.file, result);
	}
	const texts = [...open].map(([file, { text }]) => [file, text]);
	return done({
		files: new Map([...files, ...texts]),
		edits: made
	});
}

// src/change/sync/append-tasks.ts
/** The lines in which two texts differ. */
function changeOf(before, after) {
	const [old, now] = [before.split("\n"), after.split("\n")];
	const most = Math.min(old.length, now.length);
	let from = 0;
	while (from < most && old[from] === now[from]) from++;
	let tail = 0;
	while (tail < most - from && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
	return {
		from,
		old: old.slice(from, old.length - tail),
		now: now.slice(from, now.length - tail)
	};
}
const DASH = /^( *)-( +)\S/;
function indented(lines, column) {
	const own = DASH.exec(lines.find((line) => DASH.test(line)) ?? "")?.[1]?.length ?? 0;
	return lines.map((line) => line.trim() === "" ? "" : " ".repeat(column) + line.slice(Math.min(own, line.search(/\S/))));
}
/** The texts with one task more each, written after the pattern of the first, which stands in the text already; null if that does not fit. */
function likeTheFirst(before, withFirst, tasks, wanted) {
	const { from, now } = changeOf(before, withFirst);
	const start = now.findIndex((line) => DASH.test(line));
	const [, indent = "", gap = " "] = DASH.exec(now[start] ?? "") ?? [];
	const end = now.length - [...now].reverse().findIndex((line) => line.trim() !== "");
	if (start < 0) return null;
	const eol = now[start]?.endsWith("\r") ? "\r" : "";
	for (const verbatim of [true, false]) {
		const lines = tasks.map(({ value, lines: own = [] }) => verbatim && own.length > 0 ? indented(own, indent.length) : itemLines(value, indent.length, OWN_LAYOUT, gap.length));
		const first = (count) => {
			const all = withFirst.split("\n");
			const added = lines.slice(0, count).flat();
			return all.toSpliced(from + start, end - start, ...added.map((line) => line + eol)).join("\n");
		};
		if (sameValue(parseYaml(first(tasks.length)).data, wanted)) return first;
	}
	return null;
}
/** A milestone's text with tasks added at the end of its list, and the edits that this comes to. */
function appendTasks(file, text, tasks) {
	const { data } = parseYaml(text);
	const list = isMapping(data) ? data["tasks"] : void 0;
	const known = Array.isArray(list) ? list : [];
	const values = tasks.map(({ value }) => value);
	const all = [...known, ...values];
	const first = known.length === 0 ? {
		file,
		path: ["tasks"],
		before: list,
		after: values.slice(0, 1)
	} : {
		file,
		path: ["tasks", known.length],
		before: void 0,
		after: values[0]
	};
	const started = editText(text, [first]);
	if (!started.ok) return refused("cannot-edit", `${file}:${started.line}: ${started.message}`);
	const edits = known.length === 0 ? [{
		...first,
		after: values
	}] : values.map((after, i) => ({
		file,
		path: ["tasks", known.length + i],
		before: void 0,
		after
	}));
	const wanted = isMapping(data) ? {
		...data,
		tasks: all
	} : { tasks: all };
	const whole = likeTheFirst(text, started.text, tasks, wanted);
	if (whole !== null) {
		const commented = (task) => task?.lines?.[0]?.trimStart().startsWith("#") === true;
		const restorable = edits.map((edit, i) => {
			if (!(edits.length < tasks.length ? tasks : [tasks[i]]).some(commented)) return edit;
			const upTo = edits.length < tasks.length ? tasks.length : i + 1;
			return {
				...edit,
				restore: hunkOf(i === 0 ? text : whole(i), whole(upTo))
			};
		});
		return done({
			text: whole(tasks.length),
			edits: restorable
		});
	}
	const rest = values.slice(1).map((after, i) => ({
		path: ["tasks", known.length + 1 + i],
		after
	}));
	const finished = editText(started.text, rest);
	if (!finished.ok) return refused("cannot-edit", `${file}:${finished.line}: ${finished.message}`);
	return done({
		text: finished.text,
		edits
	});
}

// src/change/sync/desk.ts
const LARGEST = 1048576;
/** True for a text that could not be read again as a file of the store. */
function isTooLarge(text) {
	return text.length > LARGEST / 4 && new TextEncoder().encode(text).length > LARGEST;
}
/** Files while a synchronisation edits them: every edit is made at once, and what cannot be made is said and left out. */
var Desk = class {
	files;
	#changed = /* @__PURE__ */ new Set();
	#edits = [];
	notices = [];
	constructor(files) {
		this.files = new Map(files);
	}
	get edits() {
		return this.#edits;
	}
	/** Paths of files that are not what they were, in order. */
	get changed() {
		return [...this.#changed].sort();
	}
	raw(file) {
		const { data } = parseYaml(this.files.get(file) ?? "");
		return isMapping(data) ? data : {};
	}
	/** A file of its own, which is no edit of a field. */
	create(file, text) {
		this.files.set(file, text);
		this.#changed.add(file);
	}
	/** Makes edits of one file, all or none; false, with a notice, where they cannot be made. */
	edit(file, edits) {
		if (edits.length === 0) return true;
		const made = makeEdits(/* @__PURE__ */ new Map([[file, this.files.get(file) ?? ""]]), edits);
		return this.#keep(file, made);
	}
	/** Makes groups of edits of one file, each whole or not at all; at one go where that can be, for each go reads the file anew. */
	editAll(file, groups) {
		const before = this.notices.length;
		if (this.edit(file, groups.flat())) return;
		this.notices.length = before;
		for (const group of groups) this.edit(file, group);
	}
	/** Makes one edit, and takes lines that are comments (numbers from 0) out of the text with it. */
	cut(file, edit, comments) {
		const was = this.files.get(file) ?? "";
		const lines = was.split("\n").filter((_, i) => !comments.has(i));
		const made = makeEdits(/* @__PURE__ */ new Map([[file, lines.join("\n")]]), [edit]);
		if (!made.ok || comments.size === 0) return this.#keep(file, made);
		const { files } = made.value;
		const restore = hunkOf(was, files.get(file) ?? "");
		return this.#keep(file, {
			ok: true,
			value: {
				files,
				edits: [{
					...edit,
					restore
				}]
			}
		});
	}
	/** Adds tasks at the end of a milestone's; false, with a notice, where that cannot be. */
	append(file, tasks) {
		if (tasks.length === 0) return true;
		const made = appendTasks(file, this.files.get(file) ?? "", tasks);
		return this.#keep(file, made.ok ? {
			ok: true,
			value: {
				files: /* @__PURE__ */ new Map([[file, made.value.text]]),
				edits: made.value.edits
			}
		} : refused("cannot-edit", made.refusal.message));
	}
	/** Does several things, or takes them all back if one of them returns false. */
	together(work) {
		const files = new Map(this.files);
		const [edits, changed] = [this.#edits.length, new Set(this.#changed)];
		if (work()) return true;
		this.#edits.length = edits;
		for (const path of this.#changed) if (!changed.has(path)) this.#changed.delete(path);
		for (const [path, text] of files) this.files.set(path, text);
		return false;
	}
	#keep(file, made) {
		if (!made.ok) {
			this.notices.push(`${made.refusal.message}. Change it there by hand.`);
			return false;
		}
		const text = made.value.files.get(file) ?? "";
		if (isTooLarge(text)) {
			this.notices.push(`${file} would become larger than 1 MiB, so it is left as it is.`);
			return false;
		}
		this.files.set(file, text);
		this.#changed.add(file);
		this.#edits.push(...made.value.edits);
		return true;
	}
};

// src/change/change-kinds.ts
const SCOPE$1 = /* @__PURE__ */ new Set([
	"title",
	"description",
	"success_criteria",
	"deliverables"
]);
const RESOURCE = /* @__PURE__ */ new Set([
	"resources",
	"budget",
	"owner"
]);
/** Of `timeline`: what is agreed. Hours are an estimate, and actual dates are a record of what happened. */
const DATES = /* @__PURE__ */ new Set([
	"estimated_start",
	"estimated_end",
	"duration",
	"optimistic",
	"pessimistic",
	"buffer_percentage",
	"baseline_end"
]);
const keysOf = (value) => typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
function kindsOfPath(path, { before, after }) {
	const [top, under] = path.map(String);
	const below = [.../* @__PURE__ */ new Set([...keysOf(before), ...keysOf(after)])];
	if (top === void 0) {
		const child = (side, key) => side?.[key];
		return below.flatMap((key) => {
			const inner = {
				file: "",
				path: [],
				before: child(before, key),
				after: child(after, key)
			};
			return kindsOfPath([key], inner);
		});
	}
	if (top === "timeline") return (under === void 0 ? below : [under]).map((key) => DATES.has(key) ? "timeline" : "technical");
	if (SCOPE$1.has(top)) return ["scope"];
	return [RESOURCE.has(top) ? "resource" : "technical"];
}
/**
* What kinds of sign-off a change is about, from its edits: scope (title, description, criteria, deliverables), timeline
* (agreed dates and durations), resource (people, budget, owner), technical (all else: effort, dependencies, risks, tasks …).
*/
function kindsOfChange(edits) {
	const found = new Set(edits.flatMap((edit) => kindsOfPath(edit.path, edit)));
	return SIGN_OFF_KINDS.filter((kind) => found.has(kind));
}

// src/change/net-edits.ts
/**
* What all the edits together make of the value at `way`, file by file: from before the first of them to after the last. Several
* commands may move one field, and a policy asks how far it moves in the end. What ends as it began is left out.
*/
function netUnder(edits, way) {
	const net = /* @__PURE__ */ new Map();
	for (const edit of edits) {
		const value = valueUnder(edit, way);
		if (value === null) continue;
		const first = net.get(edit.file);
		net.set(edit.file, first ? {
			before: first.before,
			after: value.after
		} : value);
	}
	return [...net.values()].filter(({ before, after }) => !sameValue(before, after));
}

// src/change/approval-facts.ts
const KINDS = /* @__PURE__ */ new Map([
	["timeline_days", "timeline"],
	["finish_days", "timeline"],
	["p85_days", "timeline"],
	["fte", "resource"],
	["budget", "resource"],
	["scope", "scope"],
	["effort_hours", "technical"],
	["dependencies", "technical"],
	["critical_path", "technical"]
]);
/** The kind of sign-off that a question about a fact is; undefined for one that may be about any. */
function kindOfFact(name) {
	return KINDS.get(name);
}
/** A fact by the name that a policy gives it, which anybody may have chosen; undefined is what nobody can tell. */
function factOf(facts, name) {
	return Object.hasOwn(facts, name) ? facts[name] : void 0;
}
/**
* The largest signed shift of a due date by all the edits together, in working days; 0 if none moves. Null where a due date is taken away
* or is no date: set again later, it may be any, and by how far it moved could not be told then.
*/
function timelineDays(calendar, edits) {
	const moved = netUnder(edits, ["timeline", "estimated_end"]).filter(({ before }) => before != null);
	const dayOf = (value) => typeof value === "string" ? calendar.dayOf(value) : null;
	const shifts = moved.map(({ before, after }) => {
		const [from, to] = [dayOf(before), dayOf(after)];
		return from === null || to === null ? null : calendar.workingDaysBetween(from, to);
	});
	const known = shifts.filter((days) => days !== null);
	if (known.length < shifts.length) return null;
	return known.length === 0 ? 0 : Math.max(...known);
}
const isWholeMilestone = ({ path, file }) => path.length === 0 && milestoneOfFile(file) !== void 0;
/** True if the edit is of a field of the file's top level, whole files included. */
function isOf$1(edit, key) {
	if (!isWholeMilestone(edit)) return edit.path[0] === key;
	const value = valueUnder(edit, [key]);
	return value !== null && !sameValue(value.before, value.after);
}
/** Change of the estimated hours over all edits. */
function effortHours(edits) {
	const hours = (side) => typeof side === "number" ? side : 0;
	return netUnder(edits, ["timeline", "estimated_hours"]).reduce((sum, { before, after }) => sum + hours(after) - hours(before), 0);
}
/** The facts of a change of these edits. A milestone that is added or taken away is scope; its labels are those in `milestones`. */
function factsOf({ milestones: known }, edits, impact, measured) {
	const touched = edits.flatMap((edit) => milestoneOfFile(edit.file) ?? []);
	const edited = [.../* @__PURE__ */ new Set([...impact.milestones.filter((m) => m.edited).map((m) => m.id), ...touched])];
	const milestones = known.filter((m) => edited.includes(m.id));
	const touches = (key) => edits.some((edit) => isOf$1(edit, key));
	const costly = touches("resources") || effortHours(edits) !== 0;
	const news = (key) => {
		const net = netUnder(edits.filter((edit) => isOf$1(edit, key)), [key]);
		return [...new Set(net.flatMap(({ after }) => after === void 0 ? [] : [String(after)]))];
	};
	return {
		timeline_days: measured.timelineDays ?? void 0,
		finish_days: impact.projectFinishDays,
		p85_days: measured.p85Days ?? void 0,
		fte: impact.assigned.reduce((sum, { fte }) => sum + fte.after - fte.before, 0),
		effort_hours: effortHours(edits),
		budget: costly ? measured.cost ?? void 0 : 0,
		scope: edits.some(isWholeMilestone) || touches("description"),
		dependencies: touches("dependencies"),
		critical_path: JSON.stringify(impact.criticalPaths.before) !== JSON.stringify(impact.criticalPaths.after),
		priority: news("priority"),
		status: news("status"),
		milestone: edited,
		label: [...new Set(milestones.flatMap((m) => m.labels))],
		kind: kindsOfChange(edits)
	};
}
/** The facts of a change of milestones that cannot be read: which they are is known, and nothing else. */
function unknownFacts({ milestone }) {
	return {
		timeline_days: void 0,
		finish_days: void 0,
		p85_days: void 0,
		fte: void 0,
		effort_hours: void 0,
		budget: void 0,
		scope: void 0,
		dependencies: void 0,
		critical_path: void 0,
		priority: void 0,
		status: void 0,
		milestone,
		label: void 0,
		kind: SIGN_OFF_KINDS
	};
}
const shift$1 = (count) => count === 0 ? "stays" : `${count > 0 ? "+" : "-"}${counted(Math.abs(count), "working day")}`;
/** What a change measures, for people: `due date +3 working days`, `cost +1,296 USD`; null for what it does not touch. */
function factText(name, facts, currency) {
	const fact = factOf(facts, name);
	if (fact === void 0) return null;
	const days = {
		timeline_days: "due date",
		finish_days: "the project's finish",
		p85_days: "P85 of the forecast"
	};
	if (typeof fact === "number" && days[name]) return `${days[name]} ${shift$1(fact)}`;
	if (typeof fact === "number") {
		if (name === "budget") return `cost ${fact === 0 ? "stays" : money(fact, currency)}`;
		return `${signed(fact)} ${name === "fte" ? "FTE" : "hours"}`;
	}
	if (typeof fact === "boolean") return `${name === "scope" ? "the scope" : name === "critical_path" ? "the critical path" : "what it waits for"} ${fact ? "changes" : "stays"}`;
	const values = fact;
	return values.length === 0 ? null : `${name} ${values.join(", ")}`;
}

// src/change/authority.ts
/** The limits that `authority` may set, in the order in which replies name them. */
const LIMITS = [
	"scope",
	"timeline_days",
	"finish_days",
	"p85_days",
	"budget",
	"fte",
	"effort_hours",
	"dependencies",
	"critical_path"
];
function limitText(name, limit, currency) {
	if (name.endsWith("_days")) return counted(limit, "working day");
	if (name === "budget") return money(limit, currency).replace(/^\+/, "");
	return name === "fte" ? `${limit} FTE` : counted(limit, "hour");
}
/**
* What a change is measured against: a limit for each fact that the policy names and the change touches. A limit is on more
* (later, dearer, more people); less is within it. A figure that nobody can tell counts as beyond.
*/
function authorityFindings({ authority, currency }, facts) {
	return LIMITS.flatMap((name) => {
		const [limit, fact] = [authority[name], facts[name]];
		if (limit == null || fact === 0 || fact === false) return [];
		if (typeof limit === "boolean") {
			if (fact === void 0) return limit ? [] : [{
				name,
				within: false,
				text: `${name}: no data, so it counts as beyond authority`
			}];
			return [{
				name,
				within: limit,
				text: `${factText(name, facts, currency)}, ${limit ? "as authority allows" : "beyond authority"} (${name}: ${limit})`
			}];
		}
		const bound = `the authority limit of ${limitText(name, limit, currency)}`;
		if (fact === void 0) return [{
			name,
			within: false,
			text: `${name}: no data, so it counts as beyond ${bound}`
		}];
		const within = Number(fact) <= limit + 1e-9;
		return [{
			name,
			within,
			text: `${factText(name, facts, currency)}, ${within ? "within" : "beyond"} ${bound}`
		}];
	});
}

// src/change/approvals.ts
function holds(condition, fact) {
	if (fact === void 0) return true;
	if (typeof fact === "number") {
		if (typeof condition === "number") return fact === condition;
		if (typeof condition !== "object" || Array.isArray(condition)) return true;
		const { gt, gte, lt, lte } = condition;
		return (gt == null || fact > gt) && (gte == null || fact >= gte) && (lt == null || fact < lt) && (lte == null || fact <= lte);
	}
	if (typeof fact === "boolean") return typeof condition === "boolean" ? fact === condition : true;
	if (typeof condition === "object" && !Array.isArray(condition)) return true;
	const wanted = Array.isArray(condition) ? condition : [String(condition)];
	return fact.some((value) => wanted.some((each) => idKey(each) === idKey(value)));
}
/** Whom a rule asks: a bare list means any one of them. */
function askedOf(from) {
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
/** Whom the policy asks under this name; of several rules that share it, the one that asks as `like` does. Null if it has none. */
function peopleOf({ approvals, authority }, like) {
	const rules = approvals.map((rule) => ({
		rule: rule.name,
		people: {
			...askedOf(rule.from),
			selfApproval: rule.self_approval ?? false
		}
	}));
	const beyond = authority.beyond == null ? [] : [{
		rule: BEYOND,
		people: {
			...askedOf(authority.beyond),
			selfApproval: false
		}
	}];
	const named = [...rules, ...beyond].filter(({ rule }) => rule === like.rule).map(({ people }) => people);
	return named.find((people) => samePeople(people, like)) ?? named[0] ?? null;
}
/** True if both ask the same of the same people. */
function samePeople(a, b) {
	const key = ({ any, count, all, selfApproval }) => [
		any,
		any.length > 0 ? count : 0,
		all,
		selfApproval
	];
	return sameValue(key(a), key(b));
}
const BEYOND = "Beyond authority";
function conditionsOf({ when }) {
	return Object.entries(when ?? {}).flatMap(([name, condition]) => condition === void 0 ? [] : [[name, condition]]);
}
function conditionText(rule) {
	return conditionsOf(rule).map(([name, condition]) => {
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
/** Why a rule asks, with the figures; a condition that counts as met because nobody can tell is named as such. */
function reasonOf$1(rule, facts, currency) {
	const names = conditionsOf(rule).map(([name]) => name);
	if (names.length === 0) return "applies to every change";
	return `${names.map((name) => factText(name, facts, currency) ?? `${name}: no data, so it asks`).join(", ")} (rule: ${conditionText(rule)})`;
}
/** The kinds of sign-off that a rule's own words name: its `kind`, else what its conditions are about. */
function namedKinds(rule) {
	const given = rule.kind == null ? [] : [rule.kind].flat();
	const asked = given.length > 0 ? [] : conditionsOf(rule);
	const found = /* @__PURE__ */ new Set([...given, ...asked.flatMap(([name, condition]) => kindOfFact(name) ?? (name === "kind" ? [condition].flat() : [])).map(String)]);
	return SIGN_OFF_KINDS.filter((each) => found.has(each));
}
/** The last day of a span of working days that begins today, as an ISO day. */
function dayAfter(span, today, calendar) {
	const parsed = span ? parseSpan(span) : void 0;
	return parsed ? formatDay(calendar.shiftWorkingDays(today, spanDays(parsed, calendar.daysPerWeek))) : null;
}
const NOBODY = {
	any: [],
	count: 1,
	all: [],
	selfApproval: false,
	answerBy: null,
	expires: null
};
const TITLES$1 = {
	technical: "Technical change",
	resource: "Resource change",
	timeline: "Timeline change",
	scope: "Scope change"
};
function automatic(rule, reason, kinds) {
	return {
		rule,
		outcome: "automatic",
		kinds,
		reason,
		...NOBODY
	};
}
/** Why nobody is asked about a kind of change: what the rules that look at it would ask at, or that none does. */
function unaskedBy(rules, kind, facts, currency) {
	const texts = rules.filter((rule) => {
		const kinds = namedKinds(rule);
		return kinds.length === 0 || kinds.includes(kind);
	}).map((rule) => {
		const figures = conditionsOf(rule).flatMap(([name]) => factText(name, facts, currency) ?? []);
		return `${figures.length > 0 ? `${figures.join(", ")}; ` : ""}${rule.name} does not ask (rule: ${conditionText(rule)})`;
	});
	return texts.length === 0 ? "no rule asks about it" : texts.join("; ");
}
/**
* What the policy says of a change: one decision per rule that asks, one for what lies beyond `authority` where that names
* whom to ask, and for every kind of change that nobody is asked about an `automatic` one, which names the limit or rule that
* allows it. Conditions of one rule must all hold; a rule without conditions always applies. `now` is an ISO instant.
*/
function approvalsFor(config, facts, now) {
	const { approvals: rules, authority, currency } = config;
	const calendar = calendarOf(config.calendar);
	const today = parseDay(now, config.calendar.timezone) ?? 0;
	const asking = rules.filter((rule) => conditionsOf(rule).every(([name, condition]) => holds(condition, factOf(facts, name))));
	const kindsOf = (name) => facts.kind.filter((kind) => kind === kindOfFact(name));
	const required = asking.map((rule) => {
		const kinds = namedKinds(rule);
		return {
			rule: rule.name,
			outcome: "required",
			kinds: kinds.length > 0 ? kinds : facts.kind,
			reason: reasonOf$1(rule, facts, currency),
			...askedOf(rule.from),
			selfApproval: rule.self_approval ?? false,
			answerBy: dayAfter(rule.answer_within, today, calendar),
			expires: dayAfter(rule.expires, today, calendar)
		};
	});
	const findings = authorityFindings(config, facts);
	const asked = (name) => asking.some(({ when }) => Object.keys(when ?? {}).length === 0 || Object.hasOwn(when ?? {}, name));
	const beyond = findings.filter((finding) => !finding.within && !asked(finding.name));
	if (beyond.length > 0 && authority.beyond != null) {
		const kinds = [...new Set(beyond.flatMap(({ name }) => kindOfFact(name) ?? []))];
		const reason = beyond.map(({ text }) => text).join("; ");
		required.push({
			rule: BEYOND,
			outcome: "required",
			kinds,
			reason,
			...NOBODY,
			...askedOf(authority.beyond)
		});
	}
	const listed = findings.filter(({ within, name }) => within || authority.beyond == null && !asked(name)).map((finding) => automatic(titleOf(finding), textOf(finding), kindsOf(finding.name)));
	const covered = new Set([...required, ...listed].flatMap(({ kinds }) => kinds));
	const rest = facts.kind.filter((kind) => !covered.has(kind));
	if (rules.length === 0 && required.length + listed.length === 0) return [automatic("No approval needed", "config.yaml has no approval rules", facts.kind)];
	return [
		...required,
		...listed,
		...rest.map((kind) => automatic(TITLES$1[kind], unaskedBy(rules, kind, facts, currency), [kind]))
	];
}
const LIMIT_TITLES = {
	scope: "Scope",
	timeline_days: "Due date",
	finish_days: "Project's finish",
	p85_days: "Forecast",
	budget: "Budget",
	fte: "People",
	effort_hours: "Effort",
	dependencies: "Dependencies",
	critical_path: "Critical path"
};
const titleOf = ({ name, within }) => `${LIMIT_TITLES[name]} ${within ? "within" : "beyond"} authority`;
const textOf = ({ text, within }) => within ? text : `${text}; no rule asks about it`;

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
		text: approvals.length === 0 ? "Every approval that the policy asks for has been given" : "Within what the policy applies without approval"
	} : {
		mark: "warning",
		text: `Approval required: ${asked.map((a) => a.rule).join(", ")}`
	});
	return checks;
}

// src/change/overload.ts
const ids = ({ facts }) => facts.map((f) => f.milestone.id);
const excess = ({ percent, capacity }) => percent - (capacity ?? percent);
/**
* Stretches of days on which somebody is asked for more than they have, and it is the change's doing: no stretch before the
* change held the same milestones together at as much. An overload that only lasts longer is none of these. One for each
* person, the worst.
*/
function overloadsBy(before, after) {
	const people = (loads) => loads.filter((load) => load.kind === "person" && isOver(load));
	const old = people(before);
	const worse = people(after).filter((load) => {
		return old.filter((was) => was.who === load.who && ids(load).every((id) => ids(was).includes(id))).every((was) => excess(load) > excess(was) + 1e-9);
	});
	const worst = /* @__PURE__ */ new Map();
	for (const load of worse) if (excess(load) > excess(worst.get(load.who) ?? {
		...load,
		percent: 0
	})) worst.set(load.who, load);
	return [...worst.values()];
}
/** `erin is asked for 155% from 2024-07-26 to 2024-07-27 (M05 and M06), and has 100%`. */
function overloadText(load) {
	const span = load.start === load.end ? `on ${formatDay(load.start)}` : `from ${formatDay(load.start)} to ${formatDay(load.end)}`;
	return `${load.who} is asked for ${round(load.percent)}% ${span} (${list(ids(load))}), and has ${load.capacity}%`;
}

// src/change/blocking.ts
/**
* The blocking warnings of a plan, where the change causes or worsens them: due dates before the projected finish, people
* above their capacity. None for what was forced, for requests and for what approvers saw before they approved it.
*/
function blockingOf(plan, sides) {
	if (plan.intents.every((intent) => intent.options["force"] === true || intent.verb !== "update") || plan.mode === "request") return [];
	const edited = new Set(sides.edited);
	const late = infeasible(plan, edited).map((row) => {
		const message = `${row.id} would be due on ${row.due} but is projected to finish on ${row.projected_finish}`;
		return {
			milestones: [row.id],
			refusal: refusal("infeasible-due", message, { hint: "Choose a later date, or add --force to commit to it all the same." })
		};
	});
	const over = overloadsBy(sides.before.loads, sides.after.loads).map((load) => {
		const own = load.facts.map((f) => f.milestone.id).filter((id) => edited.has(id));
		return {
			milestones: own.length > 0 ? own : sides.edited,
			refusal: refusal("over-capacity", overloadText(load), { hint: "Ask less of them, move one of the milestones, or add --force to plan it all the same." })
		};
	});
	return [...late, ...over];
}
/** All of them in one refusal: there is one answer, and it has to name everything that stands in the way. */
function blockedBy(found) {
	const [first] = found;
	if (!first) return null;
	const hints = [...new Set(found.map((each) => each.refusal.hint ?? ""))];
	const shown = found.slice(0, 20).map((each) => each.refusal.message);
	const missing = found.length - shown.length;
	return {
		...first.refusal,
		message: [...shown, ...missing > 0 ? [`${missing} more`] : []].join("; "),
		hint: hints.join(" ")
	};
}
/** The first reason for each milestone that has to be left out. */
function barredBy(found) {
	const barred = /* @__PURE__ */ new Map();
	for (const { milestones, refusal: why } of found) for (const id of milestones) {
		const message = milestones.length > 1 ? `${why.message} (so ${list(milestones)} stay as they are)` : why.message;
		if (!barred.has(id)) barred.set(id, {
			...why,
			message: why.message.startsWith(id) ? message : `${id}: ${message}`
		});
	}
	return barred;
}

// src/change/cost.ts
const mean = (values) => values.length === 0 ? null : values.reduce((sum, v) => sum + v, 0) / values.length;
/** Rate per hour of a role (the mean of the members who have it) or a person; null where none is written down. */
function rateOf(kind, name, config) {
	const members = kind === "person" ? [memberCalled(name, config)] : membersWith(name, config);
	return mean(members.flatMap((member) => member?.rate ?? []));
}
/** Mean rate per hour of those who work on a milestone, weighted by their share: its people, else its roles. */
function ownRate({ resources }, config) {
	const people = resources.flatMap(({ who, allocation }) => who === null ? [] : [{
		kind: "person",
		name: who,
		share: allocation ?? 0
	}]);
	const roles = resources.flatMap(({ who, role, fte }) => who === null && role !== null ? [{
		kind: "role",
		name: role,
		share: fte ?? 0
	}] : []);
	for (const shares of [people, roles]) {
		const rated = shares.flatMap(({ kind, name, share }) => {
			const rate = rateOf(kind, name, config);
			return rate === null || share === 0 ? [] : [{
				rate,
				share
			}];
		});
		const all = rated.reduce((sum, { share }) => sum + share, 0);
		if (all > 0) return rated.reduce((sum, { rate, share }) => sum + rate * share, 0) / all;
	}
	return null;
}
/**
* The cost of a change of people or effort:
*
* - Where the people on a milestone change: change of FTE × its remaining working days after the change × hours per day ×
*   rate of that person, or mean rate of the team members with that role.
* - Else where its estimated hours change: that many hours × the mean rate of those who work on it.
*
* A longer timeline alone costs nothing here: nobody can tell from it how much more work is done.
*/
function costOf(sides) {
	const { before, after, edited, calendar } = sides;
	const { config } = before.state;
	const staffing = staffingOf(sides);
	const unknown = /* @__PURE__ */ new Set();
	let amount = 0;
	for (const { milestone, kind, name, before: was, after: is } of staffing) {
		const rate = rateOf(kind, name, config);
		if (rate === null) unknown.add(name);
		else amount += (is - was) * (factOf$1(after, milestone)?.remaining ?? 0) * calendar.hoursPerDay * rate;
	}
	for (const id of edited.filter((each) => !staffing.some((s) => s.milestone === each))) {
		const now = milestoneOf(after, id);
		const more = (now?.timeline.estimated_hours ?? 0) - (milestoneOf(before, id)?.timeline.estimated_hours ?? 0);
		if (more === 0 || !now) continue;
		const rate = ownRate(now, config);
		if (rate === null) unknown.add(id);
		else amount += more * rate;
	}
	return {
		amount: unknown.size > 0 ? null : Math.round(amount * 100) / 100,
		unknown: [...unknown]
	};
}

// src/change/apply-edits.ts
/**
* The text with an edit's own lines put back, if that says the same as the edit; null where it has none, or they changed since.
* Lines around them may have changed.
*/
function asItWas(text, edited, { restore, path, after }) {
	if (!restore) return null;
	const wanted = parse(edited);
	if (!wanted.ok) return null;
	const empty = after == null && typeof path.at(-1) === "string";
	const without = (value) => empty ? changed(value, path, void 0)?.value ?? value : value;
	const says = (candidate) => {
		const parsed = parse(candidate);
		return parsed.ok && sameValue(without(parsed.value), without(wanted.value));
	};
	const whole = takenBack(text, restore);
	if (whole !== null && says(whole)) return whole;
	return takenBackNear(text, restore, edited).find(says) ?? null;
}
/** The files with the edits made in their text; comments, order and every other byte stay. */
function applyEdits(files, edits) {
	const next = new Map(files);
	for (const file of new Set(edits.map((edit) => edit.file))) {
		const own = edits.filter((edit) => edit.file === file);
		for (const edit of own) {
			const text = next.get(file) ?? "";
			const result = editText(text, [edit]);
			if (!result.ok) return refused("cannot-edit", `${file}:${result.line}: ${result.message}`, { hint: "Edit this place by hand; nothing was changed." });
			next.set(file, asItWas(text, result.text, edit) ?? result.text);
		}
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
/** Options whose values can be written in several ways that say the same. */
const READ = {
	timeline: parseTimelineChange,
	effort: parseEffortChange
};
/** An option's value as it is understood: `+1day`, `+1days` and `+1d` are one. What is not understood stays as it is written. */
function understood$1(name, value) {
	const read = typeof value === "string" && Object.hasOwn(READ, name) ? READ[name]?.(value) : value;
	return typeof read === "object" ? read : value;
}
function hashFrom(steps, requiredRules, commandOf) {
	const edits = steps.flatMap((step) => step.edits.map(({ file, path, before, after }) => ({
		file,
		path,
		before,
		after
	})));
	return hashOf([
		steps.map(commandOf),
		edits,
		requiredRules
	]).slice(0, 12);
}
const planned = (options) => Object.entries(options).filter(([name]) => !NOT_PLANNED.has(name));
/**
* The name of a plan: 12 hex digits over the commands, their edits and the rules that have to approve. The same command on
* the same fields gives the same name, whoever gives it, whenever, however it is spelled, and whatever else is in the store.
*/
function planHash(steps, requiredRules) {
	return hashFrom(steps, requiredRules, ({ intent: { verb, args, options } }) => [
		verb,
		args.map(idKey),
		Object.fromEntries(planned(options).map(([name, value]) => [name, understood$1(name, value)]))
	]);
}
/** True if the plan has this name. Requests of earlier versions, which may still wait, named it by the commands as they were written. */
function isPlan(hash, steps, requiredRules) {
	const asWritten = () => hashFrom(steps, requiredRules, ({ intent: { verb, args, options } }) => [
		verb,
		args,
		Object.fromEntries(planned(options))
	]);
	return hash === planHash(steps, requiredRules) || hash === asWritten();
}

// src/change/approvers.ts
/** Every `@org/team` that the decisions or the groups behind them name. */
function teamsNamed(decisions, config) {
	const asked = decisions.flatMap((d) => [...d.any, ...d.all]);
	return [...new Set(asked.flatMap((name) => namesBehind(name, config.groups)).filter(isTeam))];
}
/** True if the login stands behind a name: a group of the policy, a team, or the login itself. */
function standsFor(login, name, config, teams) {
	const wanted = login.toLowerCase();
	return namesBehind(name, config.groups).some((each) => isTeam(each) ? teams.get(each)?.has(wanted) === true : each.replace(/^@/, "").toLowerCase() === wanted);
}
/** True if the login may approve for this rule. */
function mayApprove(login, decision, config, teams) {
	return [...decision.any, ...decision.all].some((name) => standsFor(login, name, config, teams));
}
/** What one person's approval comes to: for each rule that asks them, the names among those asked that they stand for. */
function givenBy(login, decisions, config, teams) {
	return decisions.flatMap(({ rule, kinds, any, all }) => {
		const mine = (names) => names.filter((name) => standsFor(login, name, config, teams));
		const own = {
			any: mine(any),
			all: mine(all)
		};
		if (own.any.length + own.all.length === 0) return [];
		const nothing = {
			reason: "",
			count: 1,
			selfApproval: false,
			answerBy: null,
			expires: null
		};
		return [{
			rule,
			outcome: "given",
			kinds,
			...own,
			...nothing
		}];
	});
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
		missing: [...decision.all.filter((name) => !given.includes(name)), ...received < wanted ? leftOf(decision.any, new Set(some)) : []]
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
	const settled = after.status === "completed" || after.status === "cancelled";
	if (!edited && (settled || Object.keys(moved).length === 0)) return null;
	const finishDays = daysMoved(calendar, before.projected_finish, after.projected_finish);
	return {
		id: after.id,
		title: after.title,
		edited,
		...moved,
		...parts.projectedFinish ? { finishDays } : {}
	};
}
function fteOn(state, id) {
	return assignedFte(state.milestones.find((m) => m.id === id)?.resources ?? []);
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
		const fte = shift(fteOn(before.state, id), fteOn(after.state, id));
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

// src/change/measured.ts
/** What approvals ask about that has to be worked out: due dates of the edits that ask, forecast and cost of the whole change. */
function measuredOf({ calendar, before, after }, asking, cost) {
	const [was, now] = [before.status.forecast?.p85 ?? null, after.status.forecast?.p85 ?? null];
	return {
		timelineDays: timelineDays(calendar, asking),
		p85Days: was === null || now === null ? null : daysMoved(calendar, was, now),
		cost: cost.amount
	};
}

// src/change/paired-edits.ts
const keyOf = (file) => {
	const id = milestoneOfFile(file);
	return id === void 0 ? null : idKey(id);
};
/** The fields that differ in a milestone's file, wherever it lay before; with them what the folder alone makes of its status. */
function editsAcross(before, after, from, file) {
	const edits = editsOf(file, before.files.get(from), after.files.get(file));
	const [was, is] = [before, after].map((state, i) => state.milestones.find((m) => m.file === [from, file][i])?.status);
	if (was === void 0 || is === void 0 || was === is || edits.some(({ path }) => path[0] === "status")) return edits;
	return [...edits, {
		file,
		path: ["status"],
		before: was,
		after: is
	}];
}
/** As the store reads it, a milestone that is not there any more is as good as cancelled. */
function standingEdits$1(file, was, is) {
	const edit = (key, before, after) => ({
		file,
		path: [key],
		before,
		after
	});
	if (was && !is) return [edit("status", was.status, "cancelled")];
	return is && !was ? [edit("status", void 0, is.status), edit("priority", void 0, is.priority)] : [];
}
/**
* Edits as the policy is asked about them. A milestone whose file is new or gone is compared by its id, so that a file that
* moves or is renamed hides nothing. What a milestone says of its status and priority is taken as the store reads it.
*/
function comparisonOf(before, after, edits) {
	const whole = edits.filter(({ path }) => path.length === 0);
	const keys = new Set(whole.flatMap(({ file }) => keyOf(file) ?? []));
	const own = (state, key) => {
		const milestone = state.milestones.find((m) => idKey(m.id) === key);
		return {
			milestone,
			file: milestone?.file ?? [...state.files.keys()].find((file) => keyOf(file) === key)
		};
	};
	let unreadable = false;
	const paired = [...keys].flatMap((key) => {
		const [was, is] = [own(before, key), own(after, key)];
		const texts = [before.files.get(was.file ?? ""), after.files.get(is.file ?? "")];
		if (texts.some((text) => text !== void 0 && !hasFields(text))) unreadable = true;
		if (was.file !== void 0 && is.file !== void 0) return editsAcross(before, after, was.file, is.file);
		const file = is.file ?? was.file ?? "";
		return [...editsOf(file, texts[0], texts[1]), ...standingEdits$1(file, was.milestone, is.milestone)];
	});
	const others = edits.filter(({ path, file }) => path.length > 0 || keyOf(file) === null).filter(({ file }) => !keys.has(keyOf(file) ?? ""));
	return {
		edits: [...paired, ...others].map((edit) => asRead(edit, after)),
		unreadable
	};
}
/** `pending` is another word for `planning`, and what is left out is the default. */
function asRead(edit, { milestones }) {
	const [key] = edit.path;
	const milestone = milestones.find(({ file }) => file === edit.file);
	return milestone && (key === "status" || key === "priority") ? {
		...edit,
		after: milestone[key]
	} : edit;
}

// src/change/proposal.ts
/**
* A pull request as a plan: the store where it branched off, the store it proposes, and the policy in force, which is never
* the one it brings along. `now` is an ISO instant.
*/
function proposalOf(before, after, policy, now) {
	return proposalOfEdits(before, after, handEdits(byPeople(before.files), byPeople(after.files)), policy, now);
}
/** The same for some of the edits between two stores: those that nobody has decided about yet. */
function proposalOfEdits(before, after, edits, policy, now) {
	const files = new Set(edits.map((edit) => edit.file));
	const edited = new Set([...before.milestones, ...after.milestones].filter((m) => files.has(m.file)).map((m) => m.id));
	const calendar = calendarOf(policy.calendar);
	const [from, to] = [before, after].map((state) => ({
		state,
		status: analyse(state, now, changesOf(state.journal))
	}));
	const impact = impactOf(calendar, from, to, edited);
	const [was, is] = [sideOf(before, from.status, calendar, now), sideOf(after, to.status, calendar, now)];
	const change = {
		calendar,
		before: was,
		after: is,
		edits,
		edited: [...edited]
	};
	const compared = comparisonOf(before, after, edits);
	const known = factsOf({ milestones: [...before.milestones, ...after.milestones] }, compared.edits, impact, measuredOf(change, compared.edits, costOf(change)));
	const facts = compared.unreadable ? unknownFacts(known) : known;
	return {
		edits,
		impact,
		approvals: edits.length > 0 ? approvalsFor(policy, facts, now) : [],
		before: was,
		after: is
	};
}
/** Where each rule stands, given who approved the proposal as it is now. The author's own approval counts only if a rule says so. */
function proposalTallies(proposal, author, approvers, policy, teams) {
	return proposal.approvals.filter((decision) => decision.outcome === "required").map((decision) => {
		const counted = approvers.filter((login) => decision.selfApproval || login.toLowerCase() !== author.toLowerCase());
		return tallyOf(decision, counted, policy, teams);
	});
}

// src/change/request-approvals.ts
/** Where the approvals of a change request stand: what it waits for, who asked, and whose word counts. */
/** The rules that a request was held against and that ask about it. */
const requiredOf = (request) => request.approvals.filter((a) => a.outcome === "required");
/**
* The rules that a request waits for, with the people whom the policy in force asks under that name. An entry is a file, and so
* has no say in who may approve; a rule that the policy does not have is left out.
*/
function rulesInForce(request, { config }) {
	return requiredOf(request).flatMap((decision) => {
		const people = peopleOf(config, decision);
		return people === null ? [] : [{
			...decision,
			...people
		}];
	});
}
/** Who answers for a change, and so does not approve it: whoever made it, and whoever brought it in where nobody knows who made it. */
function isAuthor({ actor, broughtBy }, login) {
	return [actor, broughtBy].some((author) => author?.toLowerCase() === login.toLowerCase());
}
/** Approvals of a request that count, as logins, in the order in which they were given. */
function approversOf(state, request, { invalid }) {
	const given = state.journal.filter((e) => e.kind === "approved" && e.of === request.id && !invalid.has(e.id));
	const counts = isReviewed(request) && !invalid.has(request.id) && isIdOf(request.id, request.intent ?? "");
	const reviewed = request.approvals.flatMap((a) => counts && a.outcome === "given" && a.by !== void 0 ? [a.by] : []);
	return [.../* @__PURE__ */ new Set([...reviewed, ...given.map((entry) => entry.actor)])];
}
/** True for an edit by hand that reviews of its pull request approved. */
const isReviewed = ({ kind, approvals }) => kind === "edited" && approvals.some(({ outcome }) => outcome === "given");
/** Where every rule of a request stands. */
function talliesOf(state, request, approvers, hearing) {
	return rulesInForce(request, state).map((decision) => {
		const counted = approvers.filter((login) => decision.selfApproval || !isAuthor(request, login));
		return tallyOf(decision, counted, state.config, hearing.teams);
	});
}
/** True if a change has every approval that the policy wants of it, each of them borne out. */
function isApproved(state, request, hearing) {
	return talliesOf(state, request, approversOf(state, request, hearing), hearing).every((tally) => tally.received >= tally.needed);
}

// src/change/undo.ts
const overlaps = (a, b) => a.file === b.file && a.path.slice(0, b.path.length).every((key, i) => key === b.path[i]);
/** The refusal for a change id that the journal does not have. */
function unknownChange(state, id) {
	const ids = changesOf(state.journal).map((change) => change.id);
	const close = nearest(id, ids, 2);
	return refused("unknown-change", `There is no change ${id}`, { hint: close ? `Did you mean ${close}?` : "See `log` for the changes and their ids." });
}
function why(entry, state, id) {
	if (entry?.kind === "edited" && entry.command === null) return refused("not-undoable", `${id} was made by hand, in ${entry.source ?? "a commit"}`, { hint: "Revert that commit." });
	return refused("not-undoable", `${id} is ${state}`, { hint: {
		pending: "It was never applied; reject it instead.",
		rejected: "It was never applied; there is nothing to undo.",
		expired: "It was never applied; there is nothing to undo.",
		undone: "It has been undone already."
	}[state] ?? "See `log`." });
}
/** True for what a synchronisation took over from GitHub though the policy asks for an approval. */
const isFollowed$1 = ({ kind, command }) => kind === "edited" && command === "sync";
/** The step that takes an applied change back, field by field; refused where a later change stands on it. */
function undoStep(state, intent) {
	const asked = intent.args[0] ?? "";
	const change = changesOf(state.journal).find((c) => c.id.toLowerCase() === asked.toLowerCase());
	const named = state.journal.find((entry) => entry.id.toLowerCase() === asked.toLowerCase());
	if (!change && !named) return unknownChange(state, asked);
	const id = change?.id ?? named?.id ?? asked;
	const applied = state.journal.find((e) => (e.kind === "applied" || e.kind === "resolved" || isFollowed$1(e)) && (e.id === id || e.of === id));
	const undoing = state.journal.find((e) => e.kind === "undone" && (e.id === id || e.request === id));
	if (undoing) {
		const first = state.journal.find((e) => e.id === undoing.of)?.command ?? "see log";
		return refused("not-undoable", `${id} itself undid a change`, { hint: `Give the first command again: ${first}.` });
	}
	if (change?.state !== "applied" && change?.state !== "unapproved" || !applied) return why(named, change?.state ?? named?.kind ?? "unknown", id);
	const edits = [];
	const files = new Map(applied.changes.map(({ file }) => [file, parse(state.files.get(file) ?? "")]));
	const unwound = new Map([...files].map(([file, parsed]) => [file, parsed.ok ? parsed.value : void 0]));
	for (const recorded of applied.changes.toReversed()) {
		const data = unwound.get(recorded.file);
		if (!sameValue(valueAt(data, recorded.path) ?? null, recorded.after ?? null)) {
			const culprit = state.journal.slice(state.journal.indexOf(applied) + 1).find((e) => e.changes.some((c) => overlaps(c, recorded) || overlaps(recorded, c)));
			const what = `${recorded.file} ${recorded.path.join(".")}`;
			return refused("stands-in-the-way", `${what} has changed since ${id}${culprit ? `, by ${culprit.id}` : ""}`, { hint: culprit?.kind === "applied" ? `Undo ${culprit.of ?? culprit.id} first.` : "Change the field to what it should be instead." });
		}
		const { file, path, before, after, restore } = recorded;
		unwound.set(file, changed(data, path, before)?.value);
		edits.push({
			file,
			path,
			before: after,
			after: before,
			...restore ? { restore } : {}
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
/** True for what may be approved: a request, or an edit by hand that the policy wants approved. */
const isAsked = ({ kind, approvals }) => kind === "requested" || kind === "edited" && approvals.some((a) => a.outcome === "required");
/** True for a change that was made on GitHub and that the store followed. */
function isFollowed({ command }) {
	return command === "sync";
}
/** How a change that stands already is taken back. */
function takeBack(request) {
	return isFollowed(request) ? `Undo ${request.id}` : `Revert ${request.source ?? "its commit"}`;
}
/** Refuses a request that does not ask whom the policy in force would have it ask. What stands already is held to the people of today. */
function asPolicyAsks(request, state) {
	const rules = rulesInForce(request, state);
	const differs = requiredOf(request).find((decision) => {
		return !rules.find((each) => each.rule === decision.rule) || request.kind === "requested" && !rules.some((each) => each.rule === decision.rule && samePeople(each, decision));
	});
	if (!differs) return done(rules);
	return refused("stale-plan", `${request.id} asks ${approversText(differs)} for ${differs.rule}, and the policy does not`, { hint: request.kind === "requested" ? "Give the command again, and have that approved." : `${takeBack(request)}, or give the rule back to the policy.` });
}
/**
* The request that a decision names, if it still waits for one. Whether an edit by hand has been approved is for the evidence to
* say, not for the journal.
*/
function pendingRequest(state, asked, now, hearing) {
	const change = changesOf(state.journal).find((c) => c.id.toLowerCase() === asked.toLowerCase());
	if (!change) return unknownChange(state, asked);
	const named = state.journal.filter(({ id }) => id === change.id);
	if (named.length > 1) return refused("invalid-store", `${named.length} journal entries are called ${change.id}: which was asked for is not clear`, { hint: "Remove those that were written by hand, or give the command again." });
	const request = named.find(isAsked);
	const claimed = change.state === "applied" && request?.kind === "edited" && !isApproved(state, request, hearing);
	if (change.state !== "pending" && change.state !== "unapproved" && !claimed || !request) return refused("already-decided", `${change.id} is ${change.state} and waits for nothing`, { hint: change.state === "applied" ? `To take it back: undo ${change.id}.` : "Give the command again to ask anew." });
	const today = parseDay(now, state.config.calendar.timezone) ?? 0;
	const over = request.approvals.find((a) => a.expires !== null && (parseDay(a.expires, "UTC") ?? today) < today);
	if (over) return refused("expired-change", `${change.id} expired on ${over.expires}`, { hint: "Give the command again to ask anew." });
	return done(request);
}
function entitled(state, request, actor, hearing) {
	const rules = rulesInForce(request, state);
	if (rules.some((rule) => mayApprove(actor, rule, state.config, hearing.teams))) return done(true);
	const closed = teamsNamed(rules, state.config).filter((team) => hearing.teams.get(team) == null);
	if (closed.length > 0) return refused("unreadable-team", `The members of ${closed.join(", ")} cannot be read, so nobody can be taken for one of them`, { hint: "Give the Action a token with `members: read` in that organisation, or list the approvers by login in `groups`." });
	return refused("not-approver", `${actor} is not asked about ${request.id}: ${rules.map((r) => `${r.rule} needs ${approversText(r)}`).join("; ")}`, { hint: "Ask them to comment." });
}
/** The step of `approve`, and whether it is the last approval that the request waited for. */
function approveStep(state, intent, origin, hearing) {
	const pending = pendingRequest(state, intent.args[0] ?? "", origin.now, hearing);
	if (!pending.ok) return pending;
	const request = pending.value;
	if (!hearing.onRecord) return refused("no-evidence", "An approval counts only where others can read it", { hint: `Comment \`/milestone approve ${request.id}\` on an issue or pull request of the repository.` });
	const asked = asPolicyAsks(request, state);
	if (!asked.ok) return asked;
	const rules = asked.value;
	const may = entitled(state, request, origin.actor, hearing);
	if (!may.ok) return may;
	const self = isAuthor(request, origin.actor);
	if (self && !rules.some((rule) => rule.selfApproval && mayApprove(origin.actor, rule, state.config, hearing.teams))) {
		const brought = request.broughtBy?.toLowerCase() === origin.actor.toLowerCase();
		return refused("self-approval", brought ? `${origin.actor} brought ${request.id} in from GitHub, where nobody can tell who made it, and so does not approve it` : `${origin.actor} asked for ${request.id}, and nobody approves their own request`, { hint: "Ask another approver." });
	}
	const before = approversOf(state, request, hearing);
	if (before.some((login) => login.toLowerCase() === origin.actor.toLowerCase())) return refused("already-approved", `${origin.actor} has approved ${request.id} before`, { hint: "Others still have to." });
	const complete = talliesOf(state, request, [...before, origin.actor], hearing).every((tally) => tally.received >= tally.needed);
	const step = {
		intent,
		kind: "approved",
		of: request.id,
		edits: [],
		milestones: request.milestones,
		granted: true,
		given: givenBy(origin.actor, rules.filter((rule) => rule.selfApproval || !self), state.config, hearing.teams)
	};
	return done({
		step,
		request,
		complete
	});
}
/** The step of `reject`: by an approver, or by the person who asked. */
function rejectStep(state, intent, origin, hearing) {
	const pending = pendingRequest(state, intent.args[0] ?? "", origin.now, hearing);
	if (!pending.ok) return pending;
	const request = pending.value;
	if (request.kind === "edited") {
		const made = isFollowed(request) ? "on GitHub" : "by hand";
		return refused("already-decided", `${request.id} was made ${made} and stands; a rejection would not take it back`, { hint: `${takeBack(request)}, or leave it unapproved.` });
	}
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
	const requests = state.journal.filter((e) => isAsked(e) && named.includes(e.id.toLowerCase()));
	const ids = new Set(requests.map((entry) => entry.id));
	return {
		approvals: state.journal.filter((e) => e.kind === "approved" && e.of !== null && ids.has(e.of) || ids.has(e.id) && isReviewed(e)),
		teams: [...new Set(requests.flatMap((request) => teamsNamed(rulesInForce(request, state), state.config)))]
	};
}

// src/change/draft.ts
const NONE = /* @__PURE__ */ new Map();
/** The store made of these files, all of which are known to be readable text. */
function storeOf(files, earlier) {
	return readStore([...files].map(([path, text]) => ({
		path,
		kind: "text",
		text
	})), earlier);
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
		state: step.edits.length > 0 ? storeOf(files, draft.state) : draft.state,
		steps: [...draft.steps, step]
	});
}
/**
* Carries out an `update` on each of its milestones; no step where everything is as wanted already. With `--keep-going` a
* milestone that cannot be changed is left out, as are those that `barred` names; else one such refuses the whole.
*/
function updated(draft, intent, origin, barred) {
	const targets = targetsOf(draft.state, intent);
	if (!targets.ok) return targets;
	if (targets.value.length === 0) return refused("missing-argument", "the change names no milestone", {
		hint: "Name one (update M05 …), or several with --bulk --milestones=M05,M06.",
		intent
	});
	const keepGoing = intent.options["keep-going"] === true;
	const { config } = draft.state;
	const calendar = calendarOf(config.calendar);
	const today = formatDay(parseDay(origin.now, config.calendar.timezone) ?? 0);
	let { state, files } = draft;
	const edits = [];
	const skipped = [];
	const milestones = [];
	for (const { id } of targets.value) {
		const milestone = state.milestones.find((m) => m.id === id);
		if (!milestone) continue;
		const out = keepGoing ? barred.get(id) : void 0;
		const own = out ? {
			ok: false,
			refusal: out
		} : updateEdits(state, intent, milestone, {
			calendar,
			today
		});
		const made = own.ok ? makeEdits(files, own.value) : own;
		if (!made.ok) {
			if (!keepGoing) return {
				ok: false,
				refusal: {
					...made.refusal,
					intent
				}
			};
			skipped.push({
				...made.refusal,
				intent
			});
			continue;
		}
		files = made.value.files;
		edits.push(...made.value.edits);
		milestones.push(id);
		if (made.value.edits.some((edit) => edit.path[0] === "dependencies" || edit.path[0] === "risks")) state = storeOf(files, state);
	}
	if (edits.length === 0 && skipped[0]) return {
		ok: false,
		refusal: skipped[0]
	};
	if (edits.length === 0) return done(draft);
	const step = {
		intent,
		kind: "applied",
		of: null,
		edits,
		milestones,
		granted: false,
		skipped
	};
	return done({
		files,
		state: storeOf(files, state),
		steps: [...draft.steps, step]
	});
}
/** Records an approval and, if it was the last one missing, carries the request out as it was recorded. */
function approved(draft, intent, origin, hearing) {
	const found = approveStep(draft.state, intent, origin, hearing);
	if (!found.ok) return found;
	const { step, request, complete } = found.value;
	const recorded = withStep(draft, step);
	if (!recorded.ok || !complete || request.kind === "edited") return recorded;
	const intents = request.commands.flatMap((line, i) => hearing.parse(line, `${request.intent ?? request.id}/${i}`) ?? []);
	const asked = request.approvals.filter((a) => a.outcome === "required");
	const rules = asked.map((a) => a.rule);
	const again = draftOf(draft.state, intents, {
		...origin,
		now: request.at
	}, hearing);
	const steps = again.ok ? again.value.steps : [];
	if (!again.ok || intents.length !== request.commands.length || !isPlan(request.plan, steps, rules)) {
		const why = again.ok ? "it would do something else now" : again.refusal.message;
		return refused("stale-plan", `the store has changed since ${request.id} was asked for: ${why}`, {
			hint: "Approvals hold for exactly what was shown. Give the command again, and have that approved.",
			intent
		});
	}
	const edits = steps.flatMap((s) => s.edits);
	const { config } = draft.state;
	const { approvals } = proposalOfEdits(draft.state, again.value.state, edits, config, origin.now);
	const unasked = approvals.find((rule) => rule.outcome === "required" && !asked.some((a) => a.rule === rule.rule && samePeople(a, rule)));
	if (unasked) return refused("stale-plan", `${unasked.rule} wants ${approversText(unasked)}, and ${request.id} did not ask for that`, {
		hint: "Give the command again, and have that approved.",
		intent
	});
	const milestones = [...new Set(steps.flatMap((s) => s.milestones))];
	if (!steps.every((s) => s.kind === "undone")) return withStep(recorded.value, {
		intent,
		kind: "applied",
		of: request.id,
		edits,
		milestones,
		granted: true
	});
	let carried = recorded;
	for (const undone of steps) {
		if (!carried.ok) return carried;
		carried = withStep(carried.value, {
			...undone,
			intent,
			request: request.id,
			granted: true
		});
	}
	return carried;
}
/** Carries the commands of a request out in memory, one after another, each on what the ones before it left. */
function draftOf(start, intents, origin, hearing, barred = NONE) {
	let draft = {
		state: start,
		files: start.files,
		steps: []
	};
	for (const intent of intents) {
		const next = stepOf(draft, intent, origin, hearing, barred);
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
function stepOf(draft, intent, origin, hearing, barred) {
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
		default: return changes(intent) ? updated(draft, intent, origin, barred) : done(draft);
	}
}

// src/change/entry.ts
const LABELS = {
	"timeline.estimated_hours": "estimated hours",
	"timeline.baseline_end": "baseline",
	"timeline.actual_start": "start",
	"timeline.actual_end": "end",
	"progress.percentage": "progress",
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
const listed$1 = (ids) => ids.length > 3 ? `${ids.length} milestones` : ids.join(", ");
/** What edits come to, for "recent activity": `M05: due date 2024-07-28 → 2024-08-02`. */
function editsText(milestones, edits) {
	const fields = [...new Set(edits.map(({ path }) => LABELS[path.join(".")] ?? (path[0] === "risks" ? "risks" : path.join("."))))];
	const [first] = edits;
	const one = edits.length === 1 && first ? ` ${short(first.before)} → ${short(first.after)}` : "";
	return `${listed$1(milestones)}: ${fields.join(", ")}${one}`;
}
function summaryOf({ kind, of, edits, milestones }) {
	if (kind === "approved") return `${listed$1(milestones)}: ${of} approved`;
	if (kind === "rejected") return `${listed$1(milestones)}: ${of} rejected`;
	if (kind === "undone") return `${listed$1(milestones)}: ${of} undone`;
	return editsText(milestones, edits);
}
/** The command without its `/milestone`: what a person would type again. */
function commandOf(intent) {
	return intent.text.trim().replace(/^\/milestone[\s/]+/i, "");
}
const reasonOf = ({ options }) => typeof options["reason"] === "string" ? options["reason"] : null;
/** The projected finishes that are to move, for comparing them with what comes; none for what changes nothing. */
function predicted({ milestones }, edits) {
	const moved = edits.length === 0 ? [] : milestones.flatMap(({ id, projectedFinish }) => projectedFinish ? [{
		milestone: id,
		...projectedFinish
	}] : []);
	return moved.length > 0 ? { impact: moved } : {};
}
/** The journal entry of one step. */
function stepEntry(step, { origin, hash, approvals, impact, taken }) {
	const { intent, kind, of, request, edits, milestones, granted } = step;
	return {
		id: changeId(kind === "applied" && of !== null ? `${intent.id}/applied` : intent.id, taken),
		kind,
		of,
		...request === void 0 ? {} : { request },
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
		approvals: granted ? [...step.given ?? []] : approvals.filter((decision) => decision.outcome === "automatic"),
		...predicted(impact, edits)
	};
}
/** The journal entry of a request: everything its approval will carry out, and whose approvals it waits for. */
function requestEntry(steps, { origin, hash, approvals, impact, taken }) {
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
		approvals: approvals.filter((decision) => decision.outcome === "required"),
		...predicted(impact, edits)
	};
}

// src/change/field-checks.ts
const titleKey = (title) => title.trim().replace(/\s+/g, " ");
/** At most so many milestones get lines of their own; a bulk update lists them one by one elsewhere. */
const LISTED$2 = 10;
function completing(sides, id) {
	const now = factOf$1(sides.after, id);
	if (now?.milestone.status !== "completed" || milestoneOf(sides.before, id)?.status === "completed") return [];
	const waiting = now.requires.filter(({ from }) => isOpen(from)).map(({ from }) => from.milestone.id);
	const tasks = countedTasks(now.milestone);
	const open = tasks.filter((task) => task.status !== "completed");
	return [waiting.length === 0 ? {
		mark: "ok",
		text: `Everything that ${id} waits for is finished`
	} : {
		mark: "warning",
		text: `${id} is completed before what it waits for: ${list(waiting)}`
	}, ...open.length > 0 ? [{
		mark: "warning",
		text: `${id} is completed with ${open.length} of ${counted(tasks.length, "task")} open`
	}] : []];
}
/** Opened again, a milestone keeps the 100% that completing it recorded: only a person knows what is left. */
function reopened(sides, id) {
	const now = milestoneOf(sides.after, id);
	if (milestoneOf(sides.before, id)?.status !== "completed" || !now) return [];
	if (now.status === "completed" || now.status === "cancelled" || now.recordedProgress !== 100) return [];
	if (countedTasks(now).length > 0) return [];
	return [{
		mark: "warning",
		text: `${id} is open again and still records 100% progress; --progress says what is done`
	}];
}
/** Milestones are told apart by their titles on GitHub. */
function sameTitle(sides, id) {
	const now = milestoneOf(sides.after, id);
	if (!now || !touches(sides, id, "title")) return [];
	const key = titleKey(now.title);
	const others = sides.after.state.milestones.filter((m) => m.id !== id && titleKey(m.title) === key);
	return others.length === 0 ? [] : [{
		mark: "warning",
		text: `${id} gets the title that ${list(others.slice(0, LISTED$2).map((m) => m.id))} ${others.length === 1 ? "has" : "have"} too; GitHub takes a title only once`
	}];
}
function reserves(sides, id) {
	const [was, now] = [factOf$1(sides.before, id), factOf$1(sides.after, id)];
	if (!now || !isOpen(now) || !touches(sides, id, "description", "timeline", "resources", "dependencies", "status")) return [];
	const checks = [];
	const [old, left] = [was ? bufferOf(was) : null, bufferOf(now)];
	if (left) {
		const before = old && round(old.left) !== round(left.left) ? `, ${round(old.left)} before` : "";
		const text = `Buffer of ${id}: ${round(left.left)} of ${round(left.size)} days left${before}`;
		checks.push({
			mark: left.left > 0 && !(old && left.left < old.left) ? "ok" : "warning",
			text
		});
	}
	const [oldFloat, float] = [was?.slot?.totalFloat ?? null, now.slot?.totalFloat ?? null];
	if (float !== null && oldFloat !== null && float !== oldFloat) checks.push({
		mark: float < oldFloat ? "warning" : "ok",
		text: `Float of ${id}: ${days(float)} left, ${oldFloat} before`
	});
	return checks;
}
function owner({ before, after }, id) {
	const now = milestoneOf(after, id)?.owner ?? null;
	if (now === null || now === milestoneOf(before, id)?.owner || after.state.config.team.length === 0) return [];
	return memberCalled(now, after.state.config) ? [] : [{
		mark: "warning",
		text: `${now}, who is to own ${id}, is not in the team of config.yaml`
	}];
}
/** Checks of what a change does to statuses, buffers and people, beyond those that every plan gets. */
function fieldChecks(sides) {
	const some = sides.edited.slice(0, LISTED$2);
	const over = overloadsBy(sides.before.loads, sides.after.loads);
	return [...some.flatMap((id) => [
		...completing(sides, id),
		...reopened(sides, id),
		...sameTitle(sides, id),
		...reserves(sides, id),
		...owner(sides, id)
	]), ...over.slice(0, LISTED$2).map((load) => ({
		mark: "warning",
		text: `Over capacity: ${overloadText(load)}`
	}))];
}

// src/change/heard.ts
/** The journal without the approvals that do not hold: their comments are gone, edited or somebody else's. */
function heardOf(journal, invalid) {
	return journal.flatMap((entry) => {
		if (!invalid.has(entry.id)) return [entry];
		const approvals = entry.approvals.filter(({ outcome }) => outcome !== "given");
		return entry.kind === "edited" ? [{
			...entry,
			approvals
		}] : [];
	});
}
/** How a change stands by the approvals that hold, and whose do not; null where all of them do. `changes` are of what is heard. */
function standingOf(about, changes, journal, invalid) {
	const change = changes.find(({ id }) => id === about);
	const dismissed = journal.flatMap(({ id, of, actor, approvals }) => {
		const why = id === about || of === about ? invalid.get(id) : void 0;
		if (why === void 0) return [];
		const by = approvals.flatMap((each) => each.outcome === "given" ? [each.by ?? actor] : []);
		return [...new Set(by.length > 0 ? by : [actor])].filter((login) => !change?.approved_by.includes(login)).map((login) => ({
			by: login,
			why
		}));
	});
	return change && dismissed.length > 0 ? {
		change,
		dismissed
	} : null;
}

// src/change/allocation.ts
/** The busiest stretch of those who work on a milestone, on its days: who, and how much of what they have. */
function busiest(side, id) {
	const fact = factOf$1(side, id);
	const own = side.loads.filter((load) => fact && load.facts.includes(fact) && load.capacity !== null && load.capacity > 0);
	const use = (load) => load.percent / (load.capacity ?? 1);
	return own.reduce((most, load) => most && use(most) >= use(load) ? most : load, null);
}
function useText(load) {
	if (!load) return "no data";
	return `${round(load.percent / (load.capacity ?? 1) * 100)}% (${load.who})`;
}
const amount = (kind, fte) => kind === "role" ? `${round(fte)} FTE` : `${round(fte * 100)}%`;
function section(sides, id, staffing) {
	const lines = staffing.map(({ kind, name, before, after }) => ({
		mark: null,
		text: `${name}: ${amount(kind, before)} → ${amount(kind, after)} (${kind === "role" ? signed(after - before) : `${signed((after - before) * 100)} points`})`
	}));
	const [was, now] = [milestoneOf(sides.before, id)?.priority, milestoneOf(sides.after, id)?.priority];
	if (was !== now) lines.push({
		mark: null,
		text: `Priority: ${was} → ${now}`
	});
	const use = [busiest(sides.before, id), busiest(sides.after, id)];
	if (use[0] !== null || use[1] !== null) lines.push({
		mark: null,
		text: `Highest utilisation among them: ${useText(use[0])} → ${useText(use[1])}`
	});
	return {
		title: `Resources of ${id}`,
		lines
	};
}
/** Previous and updated allocation of every milestone whose people change. */
function allocationSections(sides) {
	const all = staffingOf(sides);
	return sides.edited.flatMap((id) => {
		const own = all.filter((each) => each.milestone === id);
		return own.length === 0 ? [] : [section(sides, id, own)];
	});
}

// src/change/priorities.ts
/** A group of the policy with its people: `management (judy)`. */
function named$1(name, { groups }) {
	const people = groups[name];
	return people && people.length > 0 ? `${name} (${list(people)})` : name;
}
function changedPriorities(sides) {
	return sides.edited.flatMap((id) => {
		const [was, now] = [milestoneOf(sides.before, id)?.priority, milestoneOf(sides.after, id)?.priority];
		return was && now && was !== now ? [{
			id,
			before: was,
			after: now
		}] : [];
	});
}
/** Who is escalated to from now on, where a change of priority brings that. */
function escalationsOf(sides) {
	const { config } = sides.after.state;
	return changedPriorities(sides).flatMap(({ id, before, after }) => {
		const was = config.priorities[before]?.escalate_to ?? [];
		const now = (config.priorities[after]?.escalate_to ?? []).filter((name) => !was.includes(name));
		return now.length === 0 ? [] : [`${id} is escalated to ${list(now.map((name) => named$1(name, config)))}`];
	});
}
function consequences(before, after, config) {
	const [was, now] = [config.priorities[before], config.priorities[after]];
	const said = [
		["Escalation path", ...both(was?.escalate_to, now?.escalate_to, (name) => named$1(name, config))],
		[
			"Review",
			was?.review ?? null,
			now?.review ?? null
		],
		[
			"Status report",
			was?.report ?? null,
			now?.report ?? null
		],
		["Quality gates", ...both(was?.quality_gates, now?.quality_gates, (name) => name)]
	].filter(([, a, b]) => a !== null || b !== null);
	if (said.length === 0) return [{
		mark: "no-data",
		text: `config.yaml says nothing of the priorities ${before} and ${after}`
	}];
	return said.map(([label, a, b]) => ({
		mark: null,
		text: `${label}: ${a === b ? `${b} as before` : arrow(a, b)}`
	}));
}
function both(was, now, text) {
	const side = (names) => names && names.length > 0 ? list(names.map(text)) : null;
	return [side(was), side(now)];
}
/** What the policy ties to a priority, before and after: one section for each change of priority that occurs. */
function prioritySections(sides) {
	const groups = /* @__PURE__ */ new Map();
	for (const each of changedPriorities(sides)) {
		const key = arrow(each.before, each.after);
		groups.set(key, [...groups.get(key) ?? [], each]);
	}
	return [...groups].flatMap(([key, raised]) => {
		const [first] = raised;
		if (!first) return [];
		return [{
			title: `Priority of ${list(raised.map(({ id }) => id))}: ${key}`,
			lines: consequences(first.before, first.after, sides.after.state.config)
		}];
	});
}

// src/change/scope-cost.ts
const REAL = /* @__PURE__ */ new Set([
	"applied",
	"edited",
	"resolved"
]);
const DUE = ["timeline", "estimated_end"];
const HOURS = ["timeline", "estimated_hours"];
const SCOPE = ["description"];
/** Working days between two dates of the project's time zone; null where one is no date. */
function workingDays(calendar, before, after) {
	const [from, to] = [calendar.dayOf(before), calendar.dayOf(after)];
	return from === null || to === null ? null : calendar.workingDaysBetween(from, to);
}
/** One milestone's scope change in an entry, if its hours or its due date changed with it. */
function together(edits, calendar) {
	const sides = (way) => edits.map((edit) => valueUnder(edit, way)).find((value) => value !== null && value.before !== value.after) ?? null;
	const [scope, hours, due] = [
		sides(SCOPE),
		sides(HOURS),
		sides(DUE)
	];
	if (typeof scope?.before !== "string" || typeof scope.after !== "string") return null;
	const moved = typeof due?.before === "string" && typeof due.after === "string" ? workingDays(calendar, due.before, due.after) : null;
	const more = typeof hours?.before === "number" && typeof hours.after === "number" ? hours.after - hours.before : null;
	return moved === null && more === null ? null : {
		hours: more,
		days: moved
	};
}
function historyOf(journal, calendar) {
	const undone = new Set(journal.flatMap((entry) => entry.kind === "undone" && entry.of !== null ? [entry.of] : []));
	const found = journal.filter((entry) => REAL.has(entry.kind) && !undone.has(entry.id) && !undone.has(entry.of ?? "")).flatMap(({ changes }) => {
		return [...new Set(changes.map((edit) => edit.file).filter((file) => milestoneOfFile(file) !== void 0))].flatMap((file) => together(changes.filter((edit) => edit.file === file), calendar) ?? []);
	});
	return {
		hours: found.flatMap((each) => each.hours ?? []),
		days: found.flatMap((each) => each.days ?? [])
	};
}
function median(values) {
	const sorted = values.toSorted((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 === 1 ? sorted[middle] ?? 0 : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
/**
* What a new scope may cost, where the command says nothing of hours or dates: the median of what scope changes in the
* journal came with, and how many there were.
*/
function scopeEstimate(journal, calendar) {
	const { hours, days: shifts } = historyOf(journal, calendar);
	const parts = [hours.length > 0 ? `${signed(median(hours))} hours (median of ${hours.length})` : "", shifts.length > 0 ? `${signedDays(median(shifts))} (median of ${shifts.length})` : ""].filter((part) => part !== "");
	return parts.length === 0 ? "no data on what scope changes cost: no earlier one came with new hours or a new date" : `earlier scope changes came with ${parts.join(" and ")}; none of it is counted here`;
}

// src/change/assessment.ts
const line = (text) => ({
	mark: null,
	text
});
function forecastText({ calendar, before, after }) {
	const [was, now] = [before.status.forecast?.p85 ?? null, after.status.forecast?.p85 ?? null];
	if (was === null || now === null) return null;
	if (was === now) return `P85 of the forecast stays ${now}`;
	return `P85 of the forecast ${arrow(was, now)} (${signedDays(daysMoved(calendar, was, now))})`;
}
function timeline(sides, impact) {
	const dues = impact.milestones.filter((m) => m.due !== void 0);
	const moved = impact.milestones.filter((m) => m.finishDays !== void 0 && m.finishDays !== 0);
	const due = dues.slice(0, 5).map(({ id, due: dates }) => {
		const by = daysMoved(sides.calendar, dates?.before ?? null, dates?.after ?? null);
		return `${id} is due ${arrow(dates?.before, dates?.after)}${dates?.before && dates.after ? ` (${signedDays(by)})` : ""}`;
	});
	const finishes = moved.length === 0 ? "no projected finish moves" : `${counted(moved.length, "projected finish", "projected finishes")} move${moved.length === 1 ? "s" : ""}, the furthest by ${signedDays(moved.reduce((most, m) => Math.abs(m.finishDays ?? 0) > Math.abs(most) ? m.finishDays ?? 0 : most, 0))}`;
	const silent = sides.edited.some((id) => touches(sides, id, "description") && !touches(sides, id, "timeline"));
	const parts = [
		...due,
		dues.length > 5 ? `${dues.length - 5} more due dates move` : "",
		finishes,
		forecastText(sides) ?? "",
		silent ? scopeEstimate(sides.before.state.journal, sides.calendar) : ""
	];
	return line(`Timeline: ${parts.filter((part) => part !== "").join("; ")}`);
}
function resources(sides, cost) {
	const { currency } = sides.before.state.config;
	const fte = staffingOf(sides).map(({ milestone, name, before, after }) => `${signed(after - before)} ${name} on ${milestone}`);
	const hours = sides.edited.flatMap((id) => {
		const was = milestoneOf(sides.before, id)?.timeline.estimated_hours ?? null;
		const now = milestoneOf(sides.after, id)?.timeline.estimated_hours ?? null;
		return was === now ? [] : [`${id} ${was === null ? "no hours" : was} → ${now ?? "no"} hours${was !== null && now !== null ? ` (${signed(now - was)})` : ""}`];
	});
	if (fte.length + hours.length === 0) return null;
	const price = cost.amount === null ? `cost: no data, for no rate is written down for ${list(cost.unknown)}` : `cost ${money(cost.amount, currency)} at the team's rates`;
	return line(`Resources: ${[
		...fte.slice(0, 10),
		...hours.slice(0, 10),
		price
	].join("; ")}`);
}
function dependencies({ before, after, edited }) {
	const key = (edge) => `${edge.to} waits for ${edge.from}`;
	const keyed = ({ state }) => new Map(edgesOf(state.milestones).map((edge) => [key(edge), edge]));
	const [was, is] = [keyed(before), keyed(after)];
	const added = [...is.keys()].filter((edge) => !was.has(edge));
	const gone = [...was.keys()].filter((edge) => !is.has(edge));
	const now = [...is.values()];
	const lags = now.filter((edge) => {
		const lag = was.get(key(edge))?.lag;
		return lag !== void 0 && (lag.amount !== edge.lag.amount || lag.unit !== edge.lag.unit);
	});
	const parts = [
		...added.slice(0, 10).map((edge) => `${edge} from now on`),
		...gone.slice(0, 10).map((edge) => `no longer: ${edge}`),
		...lags.slice(0, 10).map((edge) => `${key(edge)} with another lag`)
	];
	if (parts.length > 0) return line(`Dependencies: ${parts.join("; ")}`);
	const waiting = [...new Set(now.filter((edge) => edited.includes(edge.from)).map((edge) => edge.to))];
	return line(`Dependencies: none change; ${waiting.length === 0 ? "nothing waits" : `${list(waiting)} wait${waiting.length === 1 ? "s" : ""}`} for what is edited`);
}
function risk({ before, after }, impact) {
	const [was, now] = [riskOf(before.project, null).value, riskOf(after.project, null).value];
	const exposure = was === null && now === null ? "exposure: no data, for no open risk has a probability and a delay" : was === now ? `exposure stays ${now} working days` : `exposure ${was ?? "no data"} → ${now ?? "no data"} working days`;
	const turned = impact.milestones.flatMap((m) => m.health && [
		"late",
		"at_risk",
		"blocked"
	].includes(m.health.after) ? [`${m.id} turns ${m.health.after.replace("_", " ")}`] : []);
	const better = impact.milestones.flatMap((m) => m.health && ["on_track", "done"].includes(m.health.after) ? [`${m.id} turns ${m.health.after.replace("_", " ")}`] : []);
	const noted = [...turned, ...better];
	return line(`Risk: ${[
		exposure,
		...noted.slice(0, 6),
		...noted.length > 6 ? [`${noted.length - 6} more change`] : []
	].join("; ")}`);
}
function stakeholders(sides, impact, approvals) {
	const needed = approvals.filter((a) => a.outcome === "required");
	const owners = /* @__PURE__ */ new Map();
	for (const m of impact.milestones) {
		const who = rowOf(sides.after, m.id)?.owner;
		if (who && (m.edited || m.finishDays)) owners.set(who, [...owners.get(who) ?? [], m.id]);
	}
	const parts = [
		...needed.map((a) => `${approversText(a)} to approve (${a.rule})`),
		...escalationsOf(sides),
		owners.size > 0 ? `concerns ${list([...owners].map(([who, ids]) => `${who} (${list(ids)})`))}` : ""
	].filter((part) => part !== "");
	return parts.length === 0 ? null : line(`Stakeholders: ${parts.join("; ")}`);
}
/** What a change means for timeline, resources, dependencies, risk and stakeholders, a line each. */
function assessmentOf(sides, impact, approvals, cost) {
	return [
		timeline(sides, impact),
		resources(sides, cost),
		dependencies(sides),
		risk(sides, impact),
		stakeholders(sides, impact, approvals)
	].filter((each) => each !== null);
}

// src/change/availability.ts
/** Whoever a milestone freed longer ago than this has found other work since. */
const RECENT_DAYS = 28;
function windowOf({ after }, id) {
	const dates = factOf$1(after, id)?.slot?.projected;
	return dates ? {
		start: Math.max(dates.start, after.project.today),
		end: dates.finish
	} : null;
}
/** The stretch of the window on which most is asked for. */
function peak(loads, names, window) {
	return loads.filter((load) => names(load.who) && load.start <= window.end && load.end >= window.start).reduce((most, load) => most && most.percent >= load.percent ? most : load, void 0);
}
/** Other milestones that free people of a role before the window or in it, latest first. */
function freeing({ after }, own, role, window) {
	return after.project.facts.flatMap(({ milestone, slot, actualEnd }) => {
		const fte = milestone.resources.filter((r) => r.role !== null && roleKey(r.role) === roleKey(role)).reduce((sum, r) => sum + (r.fte ?? 0), 0);
		const done = milestone.status === "completed";
		const end = done ? actualEnd : slot?.projected.finish ?? null;
		if (milestone.id === own || milestone.status === "cancelled" || fte === 0 || end === null) return [];
		if (end >= window.end || end < window.start - RECENT_DAYS) return [];
		return [{
			end,
			text: `${milestone.id} ${done ? "freed" : "frees"} ${round(fte)} after ${formatDay(end)}`
		}];
	}).sort((a, b) => b.end - a.end).slice(0, 3).map(({ text }) => text);
}
function roleLine(sides, { milestone, name, before, after }) {
	const more = `${round(after - before)} ${name} more for ${milestone}`;
	const { config } = sides.after.state;
	const window = windowOf(sides, milestone);
	const free = window ? freeing(sides, milestone, name, window) : [];
	const from = free.length > 0 ? `; ${list(free)}` : "";
	const members = membersWith(name, config);
	if (members.length === 0) {
		const skilled = membersSkilledIn(name, config);
		const able = skilled.length > 0 ? `; by their skills ${list(skilled.map((member) => member.login))} could` : "";
		const text = config.team.length === 0 ? `${more}: config.yaml names no team to look in` : `${more}: nobody in the team is ${name}${able}${from}`;
		return {
			mark: config.team.length === 0 ? "no-data" : "warning",
			text
		};
	}
	const capacity = members.reduce((sum, member) => sum + (member.capacity ?? 1), 0);
	const most = window ? peak(sides.after.loads, (who) => roleKey(who) === roleKey(name), window) : void 0;
	if (!most) return {
		mark: "no-data",
		text: `${more}: it is projected on no days in the next twelve weeks`
	};
	const asked = round(most.percent / 100);
	const when = `from ${formatDay(most.start)} to ${formatDay(most.end)}`;
	const holders = list(most.facts.map((f) => f.milestone.id));
	return asked > capacity ? {
		mark: "warning",
		text: `${more}: ${asked} are asked for ${when} (${holders}), and the team has ${round(capacity)}${from}`
	} : {
		mark: "ok",
		text: `${more}: at most ${asked} of the team's ${round(capacity)} are asked for, ${when}${from}`
	};
}
function personLine(sides, { milestone, name, before, after }) {
	const more = `${name} ${round((after - before) * 100)}% more for ${milestone}`;
	const { config } = sides.after.state;
	if (!memberCalled(name, config)) return config.team.length === 0 ? {
		mark: "no-data",
		text: `${more}: config.yaml names no team to look in`
	} : {
		mark: "warning",
		text: `${more}: ${name} is not in the team of config.yaml`
	};
	const window = windowOf(sides, milestone);
	const most = window ? peak(sides.after.loads, (who) => who === name, window) : void 0;
	if (!most) return {
		mark: "no-data",
		text: `${more}: it is projected on no days in the next twelve weeks`
	};
	const text = `${more}: at most ${round(most.percent)}% of ${most.capacity}% in those days`;
	return {
		mark: isOver(most) ? "warning" : "ok",
		text
	};
}
/** Whether the people that a change asks for are there: from the team's load on the milestone's projected days. */
function availabilityOf(sides) {
	return staffingOf(sides).filter(({ before, after }) => after > before).map((each) => each.kind === "role" ? roleLine(sides, each) : personLine(sides, each));
}

// src/change/batch.ts
/** Beyond this many milestones a reply only sums up. */
const LISTED$1 = 25;
const overloaded = (loads, ids) => new Set(loads.filter((load) => load.kind === "person" && isOver(load) && load.facts.some((f) => ids.has(f.milestone.id))).map((load) => load.who));
function fieldsOf({ edits, after }, id) {
	const file = milestoneOf(after, id)?.file;
	return edits.filter((edit) => edit.file === file).map((edit) => edit.path.join("."));
}
function result(sides, id) {
	const { before, after } = sides;
	const [was, now] = [rowOf(before, id), rowOf(after, id)];
	const title = `${id} - ${now?.title ?? ""}`;
	if (!now) return {
		title,
		lines: []
	};
	const fields = fieldsOf(sides, id);
	const edges = after.status.dependencies.filter((edge) => edge.to === id);
	const over = [...overloaded(after.loads, /* @__PURE__ */ new Set([id]))];
	const people = milestoneOf(after, id)?.resources.length ?? 0;
	return {
		title,
		lines: [
			fields.length === 0 ? {
				mark: null,
				text: "Already as wanted, nothing to change"
			} : {
				mark: "ok",
				text: `Changed: ${list(fields)}`
			},
			edges.length === 0 ? {
				mark: "ok",
				text: "Dependencies: waits for nothing"
			} : now.blocked_by.length === 0 ? {
				mark: "ok",
				text: `Dependencies validated (${list(edges.map((e) => e.from))} satisfied)`
			} : {
				mark: "warning",
				text: `Dependencies: waiting for ${list(now.blocked_by)}`
			},
			people === 0 ? {
				mark: "no-data",
				text: "Resources: nobody is assigned"
			} : over.length === 0 ? {
				mark: "ok",
				text: "Resource allocation within the capacity of everybody on it"
			} : {
				mark: "warning",
				text: `Resource allocation: more is asked of ${list(over)} than there is`
			},
			{
				mark: null,
				text: `Progress: ${was && was.progress !== now.progress ? `${was.progress}% → ` : ""}${now.progress}%`
			},
			{
				mark: null,
				text: `Status: ${now.health.replace("_", " ")}${standing(now)}`
			}
		]
	};
}
function standing({ status, remaining_days: left, due, projected_finish: finish }) {
	if (status === "completed" || status === "cancelled") return "";
	return `${left === null ? "" : `, ${days(left)} of work left`}, due ${due ?? "on no date"}, projected ${finish ?? "on no date"}`;
}
function skippedSection(skipped) {
	if (skipped.length === 0) return [];
	return [{
		title: "Left as they are",
		lines: skipped.map((refusal) => {
			const hint = refusal.hint === null ? "" : ` ${refusal.hint}`;
			return {
				mark: "error",
				text: `${refusal.message}.${hint}`
			};
		})
	}];
}
function summary(sides, approvals, skipped) {
	const { before, after, edited } = sides;
	const ids = new Set(edited);
	const changed = edited.filter((id) => fieldsOf(sides, id).length > 0).length;
	const edges = after.status.dependencies.filter((edge) => ids.has(edge.from) || ids.has(edge.to));
	const met = edges.filter((edge) => edge.state === "satisfied").length;
	const conflicts = [overloaded(before.loads, ids).size, overloaded(after.loads, ids).size];
	const staffing = staffingOf(sides).length;
	const needed = approvals.filter((a) => a.outcome === "required").length;
	const sessions = after.status.sessions.filter((s) => s.milestone !== null && ids.has(s.milestone)).length;
	return {
		title: "Coordination summary",
		lines: [
			{
				mark: null,
				text: `Milestones: ${[
					`${changed} changed`,
					`${edited.length - changed} already as wanted`,
					`${skipped.length} left as they are`
				].filter((part) => !part.startsWith("0 ")).join(", ")}`
			},
			{
				mark: null,
				text: `Cross-milestone dependencies validated: ${edges.length}, ${met} satisfied`
			},
			{
				mark: null,
				text: `Resource reallocations: ${staffing}`
			},
			{
				mark: conflicts[1] > conflicts[0] ? "warning" : null,
				text: `People asked for more than they have: ${conflicts[0] === conflicts[1] ? conflicts[1] : `${conflicts[0]} → ${conflicts[1]}`}`
			},
			{
				mark: null,
				text: `Approvals to obtain: ${needed}`
			},
			{
				mark: null,
				text: `Active work sessions on them: ${sessions}`
			}
		]
	};
}
/** The results of a bulk update, one section for each milestone, and how they go together. */
function batchOf(sides, approvals, skipped) {
	const listed = sides.edited.slice(0, LISTED$1).map((id) => result(sides, id));
	const missing = sides.edited.length - listed.length;
	const rest = missing > 0 ? [{
		title: `${counted(missing, "more milestone")}`,
		lines: [{
			mark: null,
			text: "See the table of changes."
		}]
	}] : [];
	return [
		...listed,
		...rest,
		...skippedSection(skipped),
		summary(sides, approvals, skipped)
	];
}

// src/change/impact-yaml.ts
const orNone = (items) => items.length > 0 ? items : "none";
/** `delayed_3_days`, `accelerated_1_day`; null for no move. */
function movedBy(days) {
	const length = `${Math.abs(days)}_day${Math.abs(days) === 1 ? "" : "s"}`;
	return days === 0 ? null : days > 0 ? `delayed_${length}` : `accelerated_${length}`;
}
/**
* How the projected finish moves of every milestone that is edited or moves; where that stays and the due date does not,
* `due_delayed_5_days`.
*/
function timelineAdjustments({ edited, calendar }, impact) {
	const byId = new Map(impact.milestones.map((m) => [m.id, m]));
	const ids = [...edited, ...impact.milestones.filter((m) => m.finishDays && !edited.includes(m.id)).map((m) => m.id)];
	return Object.fromEntries(ids.map((id) => {
		const { finishDays = 0, due } = byId.get(id) ?? {};
		const dueBy = due?.before && due.after ? movedBy(daysMoved(calendar, due.before, due.after)) : null;
		return [id, movedBy(finishDays) ?? (dueBy === null ? "no_change" : `due_${dueBy}`)];
	}));
}
function rebalancing(sides, facts, own) {
	const groups = /* @__PURE__ */ new Map();
	for (const { name, kind, milestone, before, after } of staffingOf(sides)) {
		const share = kind === "role" ? `${signed(after - before)} FTE` : `${signed((after - before) * 100)}%`;
		groups.set(name, [...groups.get(name) ?? [], `${share} to ${milestone}`]);
	}
	const training = facts.cross_training.filter(({ milestones }) => own(milestones));
	return {
		...Object.fromEntries([...groups].map(([name, shares]) => [name, shares.join(", ")])),
		cross_training_opportunities: orNone(training.map(({ skill, known_by, candidates }) => `${skill}: only ${known_by} knows it${candidates.length > 0 ? `, ${candidates.join(" or ")} could learn it` : ""}`))
	};
}
function optimizations(facts, own) {
	return {
		parallel_workstreams: orNone(facts.parallel_workstreams.filter(({ milestones }) => own(milestones)).map(({ milestones, window }) => `${milestones.join(", ")} from ${window.start} to ${window.end}`)),
		early_starts: orNone(facts.early_starts.filter(({ milestone }) => own([milestone])).map(({ milestone, days, rule }) => `${milestone} up to ${days} day${days === 1 ? "" : "s"} earlier (${rule})`)),
		resource_sharing: orNone(facts.resource_sharing.filter(({ milestones }) => own(milestones)).map(({ who, milestones, load_percent: load }) => `${who} across ${milestones.join(", ")} (${round(load)}%)`))
	};
}
function mitigation({ before, after }, facts, own) {
	const conflicts = (side) => [...new Set(side.loads.filter((load) => load.kind === "person" && isOver(load) && own(load.facts.map((f) => f.milestone.id))).map((load) => load.who))];
	const [was, now] = [conflicts(before), conflicts(after)];
	const buffers = [buffersOf(before.project).remaining.value, buffersOf(after.project).remaining.value];
	const exposure = [riskOf(before.project, null).value, riskOf(after.project, null).value];
	const text = (value, unit) => value === null ? "no data" : `${round(value)}${unit}`;
	return {
		resource_conflicts: was.length === 0 && now.length === 0 ? "none" : {
			before: orNone(was),
			after: orNone(now)
		},
		timeline_buffers: {
			before: text(buffers[0], "% left"),
			after: text(buffers[1], "% left")
		},
		risk_exposure: {
			before: text(exposure[0], " working days"),
			after: text(exposure[1], " working days")
		},
		skill_gaps: orNone(facts.skill_gaps.filter(({ milestones }) => own(milestones)).map(({ skill }) => skill))
	};
}
/**
* The impact of a change as YAML: timeline adjustments, resource rebalancing, dependency optimisations and risk mitigation,
* of what concerns the edited milestones. `none` is a finding; what cannot be computed reads `no data`.
*/
function impactYaml(sides, impact, bulk) {
	const facts = changeFactsOf(sides.after.project, sides.after.loads);
	const own = (ids) => ids.some((id) => sides.edited.includes(id));
	const document = { [bulk ? "bulk_update_impact" : "update_impact"]: {
		timeline_adjustments: timelineAdjustments(sides, impact),
		resource_rebalancing: rebalancing(sides, facts, own),
		dependency_optimizations: optimizations(facts, own),
		risk_mitigation: mitigation(sides, facts, own)
	} };
	return `${collectionLines(document, 0, OWN_LAYOUT).join("\n")}\n`;
}

// src/change/implementation.ts
/** What an edit of each top key is called, in the order in which the steps name them. */
const STEPS = [
	["title", "Rename"],
	["description", "Update the scope of"],
	["status", "Set the status of"],
	["timeline", "Update the dates and hours of"],
	["dependencies", "Update the dependencies of"],
	["resources", "Adjust the resource allocation of"],
	["priority", "Set the priority of"],
	["owner", "Hand over"],
	["progress", "Record the progress of"],
	["risks", "Add the risk to"]
];
function value(edit) {
	return typeof edit.after === "string" || typeof edit.after === "number" ? ` to ${String(edit.after).slice(0, 60)}` : "";
}
/** What applying a change comes to, step by step, from the edits it makes and what follows from them. */
function implementationOf({ edits, after }, impact, approvals) {
	const needed = approvals.filter((a) => a.outcome === "required");
	const fields = STEPS.flatMap(([key, step]) => {
		const own = edits.filter((edit) => edit.path[0] === key);
		const ids = [...new Set(own.map((edit) => idOfFile(edit.file)))];
		const same = new Set(own.map((edit) => JSON.stringify(edit.after))).size === 1 && own[0]?.path.length === 1;
		return ids.length === 0 ? [] : [`${step} ${list(ids)}${same && own[0] ? value(own[0]) : ""}`];
	});
	const named = /* @__PURE__ */ new Set(["completed_at", ...STEPS.map(([key]) => key)]);
	const other = edits.filter((edit) => !named.has(String(edit.path[0])));
	if (other.length > 0) fields.push(`Update ${counted(other.length, "other field")} of ${list([...new Set(other.map((edit) => idOfFile(edit.file)))])}`);
	const moved = impact.milestones.filter((m) => m.finishDays !== void 0 && m.finishDays !== 0);
	const owners = /* @__PURE__ */ new Map();
	for (const m of moved.filter(({ edited }) => !edited)) {
		const who = rowOf(after, m.id)?.owner;
		if (who) owners.set(who, [...owners.get(who) ?? [], m.id]);
	}
	const paths = JSON.stringify(impact.criticalPaths.before) !== JSON.stringify(impact.criticalPaths.after);
	return [
		...needed.map((a) => `Obtain the approval of ${approversText(a)} (${a.rule})`),
		...fields,
		`Recalculate the schedule: ${moved.length === 0 ? "no projected finish moves" : `${counted(moved.length, "projected finish moves", "projected finishes move")}`}${paths ? ", the critical path changes" : ""}`,
		...owners.size > 0 ? [`Tell those whose milestones move: ${list([...owners].map(([who, ids]) => `${who} (${list(ids)})`))}`] : [],
		"Record the change, its reason and its approvals in the journal"
	];
}

// src/change/sign-offs.ts
const TITLES = {
	technical: "Technical changes",
	resource: "Resource changes",
	timeline: "Timeline changes",
	scope: "Scope changes"
};
const LISTED = 8;
const UNNAMED = "a change request";
function askedText({ rule, from, received, needed, by, missing }) {
	return `${received} of ${needed} received${received > 0 && by.length > 0 ? `, by ${list(by)}` : ""}${received === needed ? "" : received === 0 ? `, needs ${from}` : `, still needs ${missing.join(", ")}`} (${rule})`;
}
/** Sign-offs that the edited milestones' files record, as `alice for M05`. */
function recorded(sides, kind) {
	return sides.edited.flatMap((id) => (milestoneOf(sides.after, id)?.signOffs ?? []).filter((signOff) => signOff.kind === kind).map(({ by, at }) => `${by} for ${id}${at === null ? "" : ` on ${at.slice(0, 10)}`}`));
}
/** What stands behind a change, kind by kind: an approval received or still missing, the limit that allows it, or a recorded sign-off. */
function byKind(sides, approvals, asked) {
	return SIGN_OFF_KINDS.flatMap((kind) => {
		const rules = asked.filter((each) => each.kinds.includes(kind));
		const allowed = approvals.filter((a) => a.outcome === "automatic" && a.kinds.includes(kind));
		const files = recorded(sides, kind);
		if (rules.length + allowed.length === 0) return [];
		const parts = [
			...rules.map(askedText),
			...rules.length === 0 && allowed.length > 0 ? ["automatic, nobody has to sign"] : [],
			...files.length === 0 ? [] : [`earlier ones on file: ${list(files)}`]
		];
		return [{
			mark: rules.some(({ received, needed }) => received < needed) ? "warning" : "ok",
			text: `${TITLES[kind]}: ${parts.join("; ")}`
		}];
	});
}
function listed(changes) {
	const more = changes.length > LISTED ? ` and ${changes.length - LISTED} more` : "";
	return changes.slice(0, LISTED).map(changeText).join("; ") + more;
}
/** How approvals stand in the whole project: requests, automatic changes, sign-offs, and what waits for them. */
function trackingLines(changes) {
	const { pending, unapproved, automatic, received, needed } = trackingOf(changes);
	return [
		`Requests pending: ${pending.length}${pending.length === 0 ? "" : ` (${listed(pending)})`}`,
		`Auto-approved: ${automatic} so far`,
		needed === 0 ? "Sign-offs: none are asked for" : `Sign-offs: ${received} of ${needed} received`,
		`Implementation blocked: ${pending.length === 0 ? "nothing" : listed(pending)}`,
		...unapproved.length === 0 ? [] : [`In force without approval: ${listed(unapproved)}`]
	].map((text) => ({
		mark: null,
		text
	}));
}
/**
* The sign-offs of a plan by kind, and the approval tracking of the project once the plan is carried out. `about` is the change
* that the plan makes or decides about; `named`: false while it is only looked at, for then its id is nobody's.
*/
function signOffSections(sides, approvals, changes, about, named) {
	const { config } = sides.before.state;
	if (!(config.approvals.length > 0 || Object.keys(config.authority).length > 0) && !changes.some(({ waiting_for }) => waiting_for.length > 0)) return [];
	const change = about === null ? void 0 : changes.find(({ id }) => id === about);
	const planned = approvals.filter((a) => a.outcome === "required").map(({ rule, kinds, any, count, all }) => {
		const needed = (any.length > 0 ? count : 0) + all.length;
		return {
			rule,
			kinds,
			from: approversText({
				any,
				count,
				all
			}),
			received: 0,
			needed,
			by: [],
			missing: []
		};
	});
	const signed = byKind(sides, approvals, change?.waiting_for ?? planned);
	const tracked = trackingLines(named ? changes : changes.map((each) => each.id === about ? {
		...each,
		id: UNNAMED
	} : each));
	return [...signed.length > 0 ? [{
		title: "Stakeholder sign-offs",
		lines: signed
	}] : [], {
		title: "Approval tracking",
		lines: tracked
	}];
}

// src/change/report.ts
/** Everything a reply tells of a plan beyond its edits, moved dates, checks and approvals. */
function reportOf(sides, { impact, approvals, skipped, intents, cost, changes, about, named }) {
	const signOffs = signOffSections(sides, approvals, changes, about, named);
	if (sides.edits.length === 0) return {
		impact: [],
		details: [],
		steps: [],
		batch: [],
		signOffs,
		yaml: ""
	};
	const bulk = intents.some((intent) => typeof intent.options["milestones"] === "string");
	const available = availabilityOf(sides);
	return {
		impact: assessmentOf(sides, impact, approvals, cost),
		details: [
			...allocationSections(sides),
			...available.length > 0 ? [{
				title: "Resource availability",
				lines: available
			}] : [],
			...prioritySections(sides)
		],
		steps: implementationOf(sides, impact, approvals),
		batch: bulk ? batchOf(sides, approvals, skipped) : [],
		signOffs,
		yaml: impactYaml(sides, impact, bulk)
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
function writesOf$1(before, after, entries) {
	return [...[...after].filter(([path, text]) => before.get(path) !== text).map(([path, text]) => ({
		path,
		before: before.get(path) ?? null,
		after: text
	})), ...entryWrites(entries)];
}
function entriesFor(state, steps, mode, common) {
	const taken = new Set(state.journal.map((entry) => entry.id));
	const first = state.journal.filter((entry) => entry.at === common.origin.now).reduce((next, { order = 0 }) => Math.max(next, order + 1), 0);
	const inOrder = (entry, place) => place > 0 ? {
		...entry,
		order: place
	} : entry;
	if (mode === "request") return [inOrder(requestEntry(steps, {
		...common,
		taken
	}), first)];
	return steps.map((step, i) => {
		const entry = stepEntry(step, {
			...common,
			taken
		});
		taken.add(entry.id);
		return inOrder(entry, first + i);
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
const isDryRun = (intents) => intents.some(({ options }) => options["dry-run"] === true);
function planOf(state, draft, origin, before, { invalid }) {
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
	const sides = {
		calendar,
		before: sideOf(state, before, calendar, origin.now),
		after: sideOf(draft.state, changed, calendar, origin.now),
		edits,
		edited: [...edited]
	};
	const cost = costOf(sides);
	const asking = steps.filter((step) => !step.granted).flatMap((step) => step.edits);
	const facts = factsOf(state, asking, impact, measuredOf(sides, asking, cost));
	const approvals = steps.some((step) => !step.granted) ? approvalsFor(state.config, facts, origin.now) : [];
	const required = approvals.filter((a) => a.outcome === "required").map((a) => a.rule);
	const mode = required.length > 0 ? "request" : "apply";
	const hash = planHash(steps, required);
	const entries = entriesFor(state, steps, mode, {
		origin,
		hash,
		approvals,
		impact
	});
	const writes = writesOf$1(state.files, mode === "request" ? state.files : draft.files, entries);
	const checks = [...checksOf({
		state: draft.state,
		before,
		after: changed
	}, edited, impact, approvals), ...fieldChecks(sides)];
	const final = withEntries(mode === "request" ? state : draft.state, entries, writes);
	const after = analyse(final, origin.now, changesOf(final.journal));
	const intents = [...new Set(steps.map((step) => step.intent))];
	const skipped = steps.flatMap((step) => step.skipped ?? []);
	const granted = steps[0]?.granted === true;
	const about = granted ? steps[0]?.of ?? null : entries[0]?.id ?? null;
	const changes = invalid.size === 0 ? after.changes : changesOf(heardOf(final.journal, invalid));
	const named = granted || !isDryRun(intents);
	const report = reportOf(sides, {
		impact,
		approvals,
		skipped,
		intents,
		cost,
		changes,
		about,
		named
	});
	const heard = about === null ? null : standingOf(about, changes, final.journal, invalid);
	return {
		plan: {
			hash,
			mode,
			intents,
			edits,
			entries,
			writes,
			impact,
			checks,
			approvals,
			skipped,
			report,
			...heard ? { heard } : {},
			before,
			after,
			state: final
		},
		sides
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
	const policy = state.diagnostics.filter((d) => d.severity === "error" && isPolicy(d.file));
	if (policy[0]) {
		const hint = `Mend ${policy[0].file} first: what it allows cannot be known while it has errors.`;
		return refuse(refusal("invalid-store", "the policy has errors", {
			hint,
			diagnostics: policy
		}));
	}
	const deciding = intents.filter(({ verb }) => verb === "approve" || verb === "reject");
	if (deciding.length > 0 && deciding.length < intents.length) return refuse(refusal("conflicting-options", "decisions about changes and changes do not go together", { hint: "Approve or reject in a comment of its own." }));
	const before = analyse(state, origin.now, changesOf(state.journal));
	const barred = /* @__PURE__ */ new Map();
	for (;;) {
		const drafted = draftOf(state, intents, origin, hearing, barred);
		if (!drafted.ok) return refuse(drafted.refusal);
		const draft = drafted.value;
		if (draft.steps.length === 0) return {
			kind: "unchanged",
			status: before,
			intents
		};
		const broken = brokenBy(draft);
		if (broken) return refuse(broken);
		const { plan, sides } = planOf(state, draft, origin, before, hearing);
		const blocking = blockingOf(plan, sides);
		const more = [...intents.some((intent) => intent.options["keep-going"] === true) ? barredBy(blocking) : /* @__PURE__ */ new Map()].filter(([id]) => !barred.has(id));
		if (more.length === 0) {
			const objection = objectionTo(state, plan, intents, blockedBy(blocking));
			return objection ? refuse(objection) : {
				kind: "planned",
				plan
			};
		}
		for (const [id, why] of more) barred.set(id, why);
	}
}
/** What keeps a plan from being carried out, or asked for, as it stands. */
function objectionTo(state, plan, intents, blocked) {
	const expected = intents.map((intent) => intent.options["plan"]).find((hash) => typeof hash === "string");
	if (expected !== void 0 && expected !== plan.hash) return refusal("stale-plan", `the plan is ${plan.hash} now, not ${expected}: the store or the command changed since`, { hint: "Look at the new plan with --dry-run, then apply that one." });
	if (isDryRun(intents)) return null;
	const waiting = new Set(changesOf(state.journal).filter((c) => c.state === "pending").map((c) => c.id));
	const twin = state.journal.find((entry) => waiting.has(entry.id) && entry.plan === plan.hash);
	if (plan.mode === "request" && twin) return refusal("already-requested", `${twin.id} asks for exactly this and waits for ${twin.approvals.map(approversText).join("; ")}`, { hint: `They answer with: approve ${twin.id}` });
	return blocked;
}

// src/change/sync/obstacle.ts
/** Why nothing can be compared: a part of the store that decides it is not understood. */
function obstacle(state) {
	const unreadable = unreadableStore(state);
	if (unreadable) return `Nothing was synchronised: ${unreadable.message}. ${unreadable.hint ?? ""}`.trim();
	const decisive = (path) => isPolicy(path) || roleOf(path).kind === "sync-base";
	const broken = state.diagnostics.find(({ severity, file }) => severity === "error" && decisive(file));
	return broken === void 0 ? null : `Nothing was synchronised: ${broken.file} has errors. Mend it first.`;
}

// src/change/sync/print-base.ts
const HEADER = ["# Generated by git-milestone: what the store and GitHub agreed on at the last synchronisation. Do not edit.", "# It tells which side changed something since; without it every difference is a conflict."];
const given = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== void 0));
function milestoneLines(id, { number, title, description, due, state }) {
	return entryLines(id, given({
		number,
		title,
		description,
		due,
		state
	}), 2, OWN_LAYOUT);
}
/** Issues are many, so each is one line. */
function issueLine(number, { title, status, assignee, milestone, blockedBy, seen }) {
	const waits = blockedBy.length > 0 ? blockedBy : void 0;
	return `  ${number}: ${flowText(given({
		title,
		status,
		assignee,
		milestone,
		blocked_by: waits,
		seen: seen && given({ ...seen })
	}))}`;
}
function conflictLines(conflicts) {
	if (conflicts.length === 0) return [];
	const rows = conflicts.map(({ id, kind, milestone, issue, field, store, github, base }) => {
		return given({
			id,
			kind,
			milestone,
			issue: issue ?? void 0,
			field: field ?? void 0,
			store,
			github,
			base
		});
	});
	return entryLines("conflicts", rows, 0, OWN_LAYOUT);
}
/** The text of `state/github.yaml`: the same base gives the same bytes. */
function printBase({ milestones, issues, conflicts }) {
	const ids = [...milestones].sort(([a], [b]) => compareIds(a, b));
	const numbers = [...issues].sort(([a], [b]) => a - b);
	return `${[
		...HEADER,
		...ids.length === 0 ? ["milestones: {}"] : ["milestones:", ...ids.flatMap(([id, base]) => milestoneLines(id, base))],
		...numbers.length === 0 ? [] : ["issues:", ...numbers.map(([number, base]) => issueLine(number, base))],
		...conflictLines(conflicts)
	].join("\n")}\n`;
}

// src/change/sync/bookkeeping.ts
const BASE = "state/github.yaml";
/** Every issue of a large repository fits without its title; then only a changed title is not noticed. */
function baseText(base) {
	const full = printBase(base);
	if (!isTooLarge(full)) return full;
	const issues = new Map([...base.issues].map(([number, { seen, ...issue }]) => {
		return [number, {
			...issue,
			title: void 0,
			seen: seen && {
				...seen,
				title: void 0
			}
		}];
	}));
	const short = printBase({
		...base,
		issues
	});
	return isTooLarge(short) ? null : short;
}
/**
* Why nothing may be compared: what both sides agree on now cannot be recorded, and an older base would take the older value for
* the one that was changed. Null where it can.
*/
function unrecordable(state, remote) {
	if (baseText(agreementOf(state, remote).base) !== null) return null;
	return `Nothing was synchronised: ${basePath(state)} would become larger than 1 MiB. Move finished milestones to archive/, or shorten descriptions.`;
}
/** Where the base is kept; a store that names it `.yml` keeps that. */
function basePath({ files }) {
	return files.has(BASE) || !files.has("state/github.yml") ? BASE : "state/github.yml";
}
/**
* What has to be recorded about the store and GitHub as both are after everything was carried out: the links, in the
* milestones' files, and the base of the next three-way merge. Empty if nothing differs from what is recorded.
*/
function bookkeeping(state, remote) {
	if (obstacle(state) !== null) return [];
	const { base, links } = agreementOf(state, remote);
	const desk = new Desk(state.files);
	for (const { id, file, github } of state.milestones) {
		const number = links.get(id);
		if (number === void 0 || number === github) continue;
		const raw = desk.raw(file);
		const edit = {
			file,
			path: ["github", "milestone"],
			before: github ?? void 0,
			after: number
		};
		desk.edit(file, withNewParents([edit], file, raw));
	}
	const path = basePath(state);
	const before = state.files.get(path) ?? null;
	const text = baseText(base);
	const own = before === null && base.milestones.size + base.issues.size + base.conflicts.length === 0 || text === null || text === before ? [] : [{
		path,
		before,
		after: text
	}];
	return [...desk.changed.map((file) => ({
		path: file,
		before: state.files.get(file) ?? null,
		after: desk.files.get(file) ?? ""
	})), ...own];
}
/** Of each record the values that moved, on what somebody else may have recorded since. */
function moved(was, now, fresh) {
	const result = new Map(fresh);
	for (const [key, value] of now) {
		const old = was.get(key) ?? {};
		const changes = Object.entries(value).filter(([name, item]) => {
			const before = old[name];
			return typeof item === "object" && item !== null ? !sameValue(item, before) : item !== before;
		});
		if (changes.length > 0) result.set(key, {
			...fresh.get(key) ?? value,
			...Object.fromEntries(changes)
		});
	}
	return result;
}
/**
* Takes what the store and GitHub agreed on over to a newer state of the store: somebody may commit between GitHub's answer and
* the record of it, and their change then counts as made after the agreement, as it was.
*/
function agreedOn(state, remote) {
	if (obstacle(state) !== null) return (fresh) => fresh;
	const { base } = agreementOf(state, remote);
	return (fresh) => {
		const syncBase = {
			milestones: moved(state.syncBase.milestones, base.milestones, fresh.syncBase.milestones),
			issues: moved(state.syncBase.issues, base.issues, fresh.syncBase.issues),
			conflicts: fresh.syncBase.conflicts
		};
		return {
			...fresh,
			syncBase
		};
	};
}

// src/change/sync/entries.ts
/** Who changed something where GitHub does not say: a milestone there has no history, and the run is often another person's. */
const GITHUB = "github";
/** An entry is a file, and a file may not grow beyond a size; the edits of a large import are spread over several. */
const MOST_BYTES = 4e5;
function portions(edits) {
	const portions = [];
	let room = 0;
	for (const edit of edits) {
		const size = 2 * JSON.stringify(edit).length;
		if (size > room || portions.length === 0) {
			portions.push([]);
			room = MOST_BYTES;
		}
		portions.at(-1)?.push(edit);
		room -= size;
	}
	return portions;
}
const named = (ids) => ids.length > 3 ? `${ids.length} milestones` : ids.join(", ");
function changedText(milestones, edits) {
	const words = edits.map(({ path: [first, , third] }) => first === "tasks" ? "tasks" : first === "timeline" && third === void 0 ? "dates" : String(first).replace("_", " "));
	return `${named(milestones)}: ${[...new Set(words)].join(", ")} as on GitHub`;
}
/** A reason that is longer stands in entries of its own, beside none of the edits. */
const LONG_REASON = 1e4;
/** Text in pieces of which each fits into a file, however many bytes its characters take. */
const pieces = (text) => text.match(/[\s\S]{1,100000}/gu) ?? [];
/**
* What one side lost because the other is preferred, a sentence for each: no text is to be gone for good. `whole` gives all that
* GitHub had; what the store had is in the edits.
*/
function overruledBy(conflicts, whole = false) {
	return conflicts.filter((c) => c.solved !== null && c.kind === "field").map((c) => c.solved === "store" ? `${c.id}: the store's ${c.field} was kept, GitHub had ${JSON.stringify(whole ? c.lost : c.github)}` : `${c.id}: GitHub's ${c.field} was kept, the store had ${JSON.stringify(c.store)}`);
}
/**
* The journal entries of a synchronisation: one for what it changed in files, one for the files that it adopted. What needs an
* approval that nobody was asked for is `edited`, as an edit by hand is: in force, and waiting for it.
*/
function syncEntries(told, origin) {
	const { edits, adopted, conflicts, source, taken, known } = told;
	const ids = new Set(taken);
	const all = overruledBy(conflicts, true).join("\n");
	const beside = edits.length > 0 && all.length <= LONG_REASON;
	const reason = (beside ? all : overruledBy(conflicts).join("\n").slice(0, LONG_REASON)) || null;
	const intentOf = (...parts) => `sync:${hashOf(parts).slice(0, 16)}`;
	const entryOf = (changes, summary, why, intent = intentOf(origin.now, changes, why)) => {
		const id = changeId(intent, ids);
		ids.add(id);
		return {
			id,
			kind: "applied",
			of: null,
			at: origin.now,
			actor: told.actor ?? GITHUB,
			source: source ?? origin.source,
			intent,
			command: "sync",
			commands: [],
			reason: why,
			summary,
			milestones: [...new Set(changes.map((edit) => idOfFile(edit.file)))],
			changes: [...changes],
			plan: null,
			approvals: []
		};
	};
	const idsOf = (changes) => [...new Set(changes.map((edit) => idOfFile(edit.file)))];
	const won = conflicts.filter((c) => c.solved === "store" && c.kind === "field");
	const milestones = [...new Set(won.flatMap((c) => c.milestone ?? []))];
	const kept = (beside ? [] : pieces(overruledBy(won, true).join("\n"))).flatMap((part, i, { length }) => {
		const intent = intentOf(part);
		if (known.has(intent)) return [];
		const summary = `${named(milestones)}: kept as in the store${length > 1 ? ` (${i + 1} of ${length})` : ""}`;
		return [{
			...entryOf([], summary, part, intent),
			actor: origin.actor,
			source: origin.source,
			milestones
		}];
	});
	const asked = told.approvals.filter(({ outcome }) => outcome === "required").map(approversText);
	const lacks = asked.length === 0 ? "" : ` (unapproved, needs ${[...new Set(asked)].join("; ")})`;
	const changed = portions(edits).map((part, i) => {
		const text = changedText(idsOf(part), part);
		if (i > 0) return entryOf(part, text, null);
		const entry = {
			...entryOf(part, text + lacks, reason),
			approvals: told.approvals
		};
		if (asked.length === 0) return entry;
		const brought = told.actor === null && told.asker !== null ? { broughtBy: told.asker } : {};
		return {
			...entry,
			kind: "edited",
			...brought
		};
	});
	return [
		...kept,
		...changed,
		...portions(adopted).map((part) => entryOf(part, `${named(idsOf(part))}: adopted from GitHub`, null))
	];
}

// src/change/sync/task-edits.ts
/** A task as it is written in its file; empty where there is none at the place. */
function rawTask(raw, index) {
	const { tasks } = raw;
	const found = Array.isArray(tasks) ? tasks[index] : void 0;
	return isMapping(found) ? found : {};
}
/** True if somebody has worked on it: what is opened again goes on rather than begins. */
function begun({ progress, actualHours, phases }) {
	const worked = Object.values(phases ?? {}).some((status) => status !== "pending");
	return (progress ?? 0) > 0 || (actualHours ?? 0) > 0 || worked;
}
/** The edits that bring a task to where its issue is. What it recorded as done goes to 100 with the issue, and back from it. */
function standingEdits(wanted, task, own, day) {
	if (wanted === "completed") {
		const dated = (own["completed_at"] ?? null) !== null;
		const partly = task.progress !== null && task.progress < 100;
		return [
			["status", "completed"],
			...dated ? [] : [["completed_at", day]],
			...partly ? [["progress", 100]] : []
		];
	}
	const status = wanted !== "open" ? wanted : begun(task) ? "in_progress" : "pending";
	const finished = task.status === "completed";
	return [
		["status", status],
		...finished && (own["completed_at"] ?? null) !== null ? [["completed_at", null]] : [],
		...finished && task.progress === 100 ? [["progress", null]] : []
	];
}
/** The edits of a task's own keys that GitHub asks for. `day` (ISO) is when the issue was closed, in the project's time zone. */
function taskEdits(verdict, raw, day) {
	const { seat, title, standing, assignee } = verdict;
	const { milestone, index, task } = seat;
	const own = rawTask(raw, index);
	const changes = [];
	if (title.winner === "github") changes.push(["title", title.github]);
	if (standing.winner === "github") changes.push(...standingEdits(standing.github, task, own, day));
	if (assignee.winner === "github") changes.push(["assigned_to", assignee.github]);
	return changes.flatMap(([key, after]) => own[key] === after ? [] : [{
		file: milestone.file,
		path: [
			"tasks",
			index,
			key
		],
		before: own[key],
		after
	}]);
}
/** A new task for an issue: what GitHub knows of it, and nothing else. */
function newTask(issue, id, standing, day) {
	return {
		id,
		title: issue.title.trim() || id,
		status: standing === "open" ? "pending" : standing,
		...issue.assignees[0] === void 0 ? {} : { assigned_to: issue.assignees[0] },
		issue: issue.number,
		...standing === "completed" ? { completed_at: day } : {}
	};
}

// src/change/sync/move-tasks.ts
const waitsFor$1 = (task) => [task["depends_on"] ?? task["dependencies"]].flat();
/** What no longer holds once tasks have left the others of their milestone: ids name a task of the same milestone only. */
function cutText(from, to, moved, rest) {
	const left = new Set(rest.map((task) => task["id"]));
	return moved.flatMap((task) => {
		const own = waitsFor$1(task).filter((id) => left.has(id));
		const others = rest.filter((other) => waitsFor$1(other).includes(task["id"])).map((other) => other["id"]);
		if (own.length + others.length === 0) return [];
		const cut = [...own.length > 0 ? [`it waits for ${own.join(", ")}`] : [], ...others.length > 0 ? [`${others.join(", ")} ${others.length > 1 ? "wait" : "waits"} for it`] : []];
		return [`${task["id"]} went from ${from.id} to ${to.id} with its issue, but ${cut.join(" and ")} in ${from.id}: that does not hold across milestones.`];
	});
}
/** Takes tasks from one file to another, each as it is written there, with the comments above it; all of them or none. */
function moveTasks(desk, from, to, moves) {
	const raw = desk.raw(from.file);
	const lines = itemLinesOf(desk.files.get(from.file) ?? "", "tasks");
	const list = Array.isArray(raw["tasks"]) ? raw["tasks"] : [];
	const places = new Map(list.map((_, index) => [rawTask(raw, index)["issue"], index]).reverse());
	const indexes = moves.map(({ issue }) => places.get(issue) ?? -1);
	const appended = indexes.map((index) => {
		const { above = [], own = [] } = lines[index] ?? {};
		return {
			value: rawTask(raw, index),
			lines: [...above, ...own]
		};
	});
	const comments = new Set(indexes.flatMap((index) => {
		const { above = [], from: start = 0 } = lines[index] ?? {};
		return above.map((_, i) => start + i);
	}));
	const gone = new Set(indexes);
	const rest = list.filter((_, index) => !gone.has(index));
	if (!desk.together(() => {
		const { tasks } = desk.raw(to.file);
		const start = Array.isArray(tasks) ? tasks.length : 0;
		const renamed = moves.flatMap(({ id }, i) => {
			const before = appended[i]?.value["id"];
			return before === id ? [] : [{
				file: to.file,
				path: [
					"tasks",
					start + i,
					"id"
				],
				before,
				after: id
			}];
		});
		const left = {
			file: from.file,
			path: ["tasks"],
			before: list,
			after: rest
		};
		return desk.append(to.file, appended) && desk.edit(to.file, renamed) && desk.cut(from.file, left, comments);
	})) return;
	const there = desk.files.get(to.file) ?? "";
	for (const { value, lines: own = [] } of appended) if (own.some((line) => line.trimStart().startsWith("#") && !there.includes(line.trim()))) desk.notices.push(`The comments on ${value["id"]} do not fit into ${to.file}; the journal has them.`);
	const kept = list.flatMap((_, index) => gone.has(index) ? [] : [rawTask(raw, index)]);
	desk.notices.push(...cutText(from, to, appended.map(({ value }) => value), kept));
}

// src/change/sync/follow-issues.ts
/** The milestone whose file a task has to move to; undefined where it stays. */
function destinationOf({ place, seat, issue }, sides) {
	if (place.winner !== "github" || place.github === null) return void 0;
	const to = sides.milestones.get(place.github);
	return to && to.id !== seat.milestone.id && sides.issues.has(issue.number) ? to : void 0;
}
/** What is said of tasks that cannot go where their issues went; a look at a part of GitHub does not know all milestones. */
function strandedText({ place, seat, issue }, sides) {
	if (!sides.complete || place.winner !== "github" || place.github === null) return [];
	if (sides.milestones.has(place.github)) return [];
	const where = JSON.stringify(sides.alive.get(place.github) ?? `#${place.github}`);
	return [`#${issue.number} is in ${where} on GitHub, of which no file takes tasks; ${seat.task.id} stays in ${seat.milestone.id}.`];
}
/** Issues that are to become tasks, with the milestone they go to: neither known as a task now nor ever before. */
function newcomers(sides, wanted) {
	if (!wanted) return [];
	const out = [];
	for (const issue of sides.issues.values()) {
		const { number } = issue;
		if (sides.seats.has(number) || sides.archived.has(number) || sides.bases.has(number)) continue;
		const milestone = sides.milestones.get(placeOf(sides, issue) ?? 0);
		if (milestone) out.push({
			issue,
			milestone
		});
	}
	return out.sort((a, b) => a.issue.number - b.issue.number);
}
/** Free task ids of each milestone, so that a task that comes in does not take another's. */
var TaskIds = class {
	#used = /* @__PURE__ */ new Map();
	take({ id, tasks }, wanted) {
		const used = this.#used.get(id) ?? new Set(tasks.map((task) => task.id));
		this.#used.set(id, used);
		let free = wanted;
		for (let n = 2; used.has(free); n++) free = `${wanted}-${n}`;
		used.add(free);
		return free;
	}
};
function waitsBefore(sides, state, placed) {
	const needed = new Set([...placed.values()].map(({ milestone }) => milestone));
	const waiting = /* @__PURE__ */ new Map();
	for (const { id, tasks } of state.milestones) {
		if (!needed.has(id)) continue;
		const edges = new Waiting();
		for (const task of tasks) for (const other of task.dependsOn) edges.add(task.id, other);
		waiting.set(id, edges);
	}
	for (const [number, { milestone, task }] of placed) {
		const seat = sides.seats.get(number);
		if (!seat || seat.milestone.id === milestone) continue;
		for (const other of seat.task.dependsOn) waiting.get(milestone)?.add(task, other);
	}
	return {
		placed,
		waiting
	};
}
function waitsFor(sides, issue, own, waits) {
	const here = waits.placed.get(issue.number);
	if (!here) return null;
	const was = sides.bases.get(issue.number)?.blockedBy ?? [];
	const now = waitsOf(sides, issue, waits.placed);
	const current = new Set(now);
	const ended = was.filter((number) => !current.has(number) && waitsNoMore(sides, issue, number));
	const idOf = (number) => {
		const task = waits.placed.get(number)?.task;
		return task === void 0 ? [] : [task];
	};
	const added = now.filter((number) => !was.includes(number)).flatMap(idOf);
	const waiting = waits.waiting.get(here.milestone) ?? new Waiting();
	return mergedWaits(own, here.task, added, new Set(ended.flatMap(idOf)), waiting);
}
const grouped = (items, key) => {
	const groups = /* @__PURE__ */ new Map();
	for (const item of items) {
		const group = groups.get(key(item));
		if (group) group.push(item);
		else groups.set(key(item), [item]);
	}
	return groups;
};
/**
* Brings the tasks to where GitHub has their issues: their own fields, what they wait for, the milestone they are in, and tasks
* for issues that are new.
*/
function followIssues(desk, state, sides, verdicts, now) {
	const ids = new TaskIds();
	const placed = /* @__PURE__ */ new Map();
	for (const [number, { milestone, task }] of sides.seats) placed.set(number, {
		milestone: milestone.id,
		task: task.id
	});
	const moves = verdicts.flatMap((verdict) => {
		const to = destinationOf(verdict, sides);
		if (!to) return [];
		const id = ids.take(to, verdict.seat.task.id);
		placed.set(verdict.issue.number, {
			milestone: to.id,
			task: id
		});
		return [{
			issue: verdict.issue.number,
			from: verdict.seat.milestone,
			to,
			id
		}];
	});
	const fresh = newcomers(sides, state.config.sync.tasksFromIssues).map(({ issue, milestone }) => {
		const id = ids.take(milestone, `issue-${issue.number}`);
		placed.set(issue.number, {
			milestone: milestone.id,
			task: id
		});
		return {
			issue,
			milestone,
			id
		};
	});
	const waits = waitsBefore(sides, state, placed);
	const raws = /* @__PURE__ */ new Map();
	const rawOf = ({ file }) => {
		const known = raws.get(file) ?? desk.raw(file);
		raws.set(file, known);
		return known;
	};
	const due = verdicts.map((verdict) => {
		const { milestone, index, task } = verdict.seat;
		const raw = rawOf(milestone);
		const own = rawTask(raw, index);
		const merged = waitsFor(sides, verdict.issue, task.dependsOn, waits);
		const key = own["depends_on"] === void 0 && own["dependencies"] !== void 0 ? "dependencies" : "depends_on";
		const edits = [...taskEdits(verdict, raw, closingDay(state, verdict.issue.closedAt, now)), ...merged ? [{
			file: milestone.file,
			path: [
				"tasks",
				index,
				key
			],
			before: own[key],
			after: merged
		}] : []];
		return {
			file: milestone.file,
			edits
		};
	});
	for (const [file, group] of grouped(due, (each) => each.file)) desk.editAll(file, group.map(({ edits }) => edits));
	desk.notices.push(...verdicts.flatMap((verdict) => strandedText(verdict, sides)));
	for (const group of grouped(moves, ({ from, to }) => `${from.id}/${to.id}`).values()) {
		const [first] = group;
		if (first) moveTasks(desk, first.from, first.to, group);
	}
	for (const group of grouped(fresh, ({ milestone }) => milestone.file).values()) {
		const tasks = group.map(({ issue, id }) => {
			const day = closingDay(state, issue.closedAt, now);
			const waitsOn = waitsFor(sides, issue, [], waits);
			const task = newTask(issue, id, standingOfIssue(issue, false), day);
			return { value: waitsOn ? {
				...task,
				depends_on: waitsOn
			} : task };
		});
		if (group[0]) desk.append(group[0].milestone.file, tasks);
	}
}

// src/change/sync/judge-edits.ts
/**
* What the policy says of edits that GitHub brought: they are judged like edits by hand, for whoever may edit a milestone there
* need not be who may approve it. `now` is an ISO instant. Empty where the policy asks about nothing.
*/
function judgedEdits(before, after, edits, now) {
	const { config } = before;
	if (edits.length === 0 || config.approvals.length === 0 && config.authority.beyond == null) return [];
	const { approvals } = proposalOfEdits(before, after, edits, config, now);
	return approvals.map((decision) => ({
		...decision,
		expires: null
	}));
}

// src/change/sync/tell-issues.ts
/** What GitHub allows as a login: `assigned_to` may name somebody by another name. */
const LOGIN = /^[a-z\d](?:[a-z\d-]{0,38})$/i;
/** The task's person in the place of the one that GitHub has for it; others on the issue stay. Nobody means nobody. */
function assignees({ issue, assignee }) {
	const person = assignee.store;
	if (person === null) return [];
	if (!LOGIN.test(person)) return null;
	const before = assignee.github?.toLowerCase();
	return [person, ...issue.assignees.filter((name) => name.toLowerCase() !== before)];
}
/**
* What an issue has to be told, where the policy lets issues be written. Whether a task is blocked is not among it: a label is
* the repository's own affair.
*/
function issueOperation(verdict) {
	const { issue, title, standing, place, assignee } = verdict;
	const set = {};
	if (title.winner === "store" && title.store !== "") set.title = title.store;
	if (standing.winner === "store") {
		if (standing.store === "completed" || standing.store === "cancelled") {
			set.state = "closed";
			set.reason = standing.store === "completed" ? "completed" : "not_planned";
		} else if (issue.state === "closed") {
			set.state = "open";
			set.reason = "reopened";
		}
	}
	if (assignee.winner === "store") {
		const people = assignees(verdict);
		if (people) set.assignees = people;
	}
	if (place.winner === "store" && place.store !== null) set.milestone = place.store;
	return Object.keys(set).length === 0 ? [] : [{
		kind: "update-issue",
		number: issue.number,
		set
	}];
}

// src/change/sync/tell-milestones.ts
/** What GitHub's milestone has to become; the title goes by the order of renames. */
function toldOf({ fields }) {
	const set = {};
	for (const { field, winner, github, value } of fields) {
		if (winner === "agreed" || winner === "conflict" || value === github) continue;
		if (field === "description") set.description = value ?? "";
		else if (field === "due") set.due = value;
		else if (field === "state") set.state = value === "closed" ? "closed" : "open";
	}
	return set;
}
/** What GitHub's milestones have to be told: renames in an order that works, the other fields along with them, new ones last. */
function milestoneOperations(comparison, state) {
	const { compared, renames, created } = comparison;
	const byNumber = new Map(compared.map((c) => [c.pair.remote.number, c]));
	const lasts = new Map(renames.map(({ number }, i) => [number, i]));
	const told = /* @__PURE__ */ new Set();
	const operations = [];
	for (const [i, { number, title }] of renames.entries()) {
		const one = byNumber.get(number);
		if (!one) continue;
		const last = lasts.get(number) === i;
		if (last) told.add(number);
		const set = last ? {
			title,
			...toldOf(one)
		} : { title };
		operations.push({
			kind: "update-milestone",
			id: one.pair.milestone.id,
			number,
			set
		});
	}
	for (const one of compared) {
		const { number } = one.pair.remote;
		const set = toldOf(one);
		if (told.has(number) || Object.keys(set).length === 0) continue;
		operations.push({
			kind: "update-milestone",
			id: one.pair.milestone.id,
			number,
			set
		});
	}
	for (const milestone of created) operations.push({
		kind: "create-milestone",
		id: milestone.id,
		set: viewOf(milestone, state)
	});
	return operations;
}

// src/change/sync/sync.ts
function unchanged(state, notice) {
	return {
		writes: [],
		edits: [],
		adopted: [],
		entries: [],
		operations: [],
		conflicts: [],
		overruled: [],
		notices: [notice],
		state
	};
}
function within(remote, only) {
	if (!only) return remote;
	const [milestones, issues] = [new Set(only.milestones), new Set(only.issues)];
	return {
		milestones: remote.milestones.filter((m) => milestones.has(m.number)),
		issues: remote.issues.filter((i) => issues.has(i.number)),
		complete: false
	};
}
/** Brings one milestone's file to what GitHub says, all fields at once or, where that fails, each that can be. */
function follow(desk, { pair, fields }, state, now) {
	const { milestone, remote } = pair;
	const due = fields.filter((f) => f.winner !== "agreed" && f.winner !== "conflict" && f.value !== f.store);
	if (due.length === 0) return;
	const editsOf = (verdicts) => {
		const raw = desk.raw(milestone.file);
		const edits = verdicts.flatMap((verdict) => fieldEdits(verdict, milestone, remote, state, raw, now));
		return withNewParents(edits, milestone.file, raw);
	};
	const before = desk.notices.length;
	if (desk.edit(milestone.file, editsOf(due)) || due.length === 1) return;
	desk.notices.length = before;
	for (const verdict of due) desk.edit(milestone.file, editsOf([verdict]));
}
/** The store as the desk has it, as far as milestones go: only what changed is read again. */
function reread(state, desk) {
	const changed = new Set(desk.changed);
	if (changed.size === 0) return state;
	const files = [...changed].map((path) => ({
		path,
		kind: "text",
		text: desk.files.get(path) ?? ""
	}));
	const fresh = new Map(readStore(files).milestones.map((m) => [m.file, m]));
	const kept = state.milestones.map((m) => changed.has(m.file) ? fresh.get(m.file) ?? m : m);
	const known = new Set(state.milestones.map((m) => m.file));
	return {
		...state,
		files: desk.files,
		milestones: [...kept, ...[...fresh.values()].filter((m) => !known.has(m.file))]
	};
}
function adopt(desk, comparison, state, now) {
	const adopted = /* @__PURE__ */ new Map();
	const { strangers } = comparison.links;
	if (!state.config.sync.adopt || strangers.length === 0) return adopted;
	const broken = brokenFiles(state);
	if (broken.length > 0) {
		desk.notices.push(`No milestone of GitHub is adopted while ${broken.join(", ")} has errors: it may be one of them.`);
		return adopted;
	}
	const next = newIds(state);
	for (const remote of strangers) {
		const id = next();
		const { path, text } = adoptedFile(remote, id, state, now);
		desk.create(path, text);
		adopted.set(id, remote.number);
	}
	return adopted;
}
function writesOf(before, desk) {
	return desk.changed.flatMap((path) => {
		const after = desk.files.get(path) ?? "";
		return before.get(path) === after ? [] : [{
			path,
			before: before.get(path) ?? null,
			after
		}];
	});
}
function written(state, writes, desk) {
	if (writes.length === 0) return state;
	const files = [...desk.files].map(([path, text]) => ({
		path,
		kind: "text",
		text
	}));
	return readStore(files, state);
}
/** The page on GitHub that a plan comes from: that of what changed, if it is one thing, else that of all milestones. */
function sourceOf({ milestones }, compared, verdicts, adopted) {
	const moved = compared.filter(({ fields }) => fields.some((f) => f.winner === "github"));
	const issues = verdicts.filter((v) => [
		v.title,
		v.standing,
		v.assignee,
		v.place
	].some((f) => f.winner === "github"));
	const fresh = new Set(adopted.values());
	const urls = [
		...moved.map(({ pair }) => pair.remote.url),
		...issues.map(({ issue }) => issue.url),
		...milestones.filter(({ number }) => fresh.has(number)).map(({ url }) => url)
	];
	if (urls.length === 1) return urls[0] ?? null;
	return milestones[0]?.url.replace(/milestone\/\d+$/, "milestones") ?? null;
}
/**
* What one synchronisation of the store with GitHub has to do on both sides, field by field by the three-way rule. `now` of the
* origin dates what GitHub has no date for. Pure and total: what cannot be done is a conflict or a notice. The base moves by
* `bookkeeping` only, once everything was carried out.
*/
function syncOf(state, github, origin, options = {}) {
	const remote = within(github, options.only);
	const stop = obstacle(state) ?? unrecordable(state, remote);
	if (stop !== null) return unchanged(state, stop);
	const prefer = options.prefer ?? state.config.sync.prefer;
	const comparison = compareAll(state, remote, prefer, options.others);
	const desk = new Desk(state.files);
	for (const one of comparison.compared) follow(desk, one, state, origin.now);
	const adopted = adopt(desk, comparison, state, origin.now);
	const first = reread(state, desk);
	const sides = issueSides(first, remote, new Map([...comparison.links.numbers, ...adopted]));
	const policy = {
		prefer,
		writeIssues: state.config.sync.writeIssues
	};
	const verdicts = remote.issues.flatMap((issue) => {
		const seat = sides.seats.get(issue.number);
		return seat ? [judge(sides, issue, seat, policy)] : [];
	});
	followIssues(desk, first, sides, verdicts, origin.now);
	const files = new Set([...adopted.keys()].flatMap((id) => first.milestones.find((m) => m.id === id)?.file ?? []));
	const edits = desk.edits.filter((edit) => !files.has(edit.file));
	const whole = [...files].sort().map((file) => ({
		file,
		path: [],
		before: void 0,
		after: desk.raw(file)
	}));
	const conflicts = [...comparison.conflicts, ...verdicts.flatMap((verdict) => issueConflicts(verdict, sides))];
	const taken = new Set(state.journal.map((entry) => entry.id));
	const known = new Set(state.journal.map((entry) => entry.intent ?? ""));
	const source = sourceOf(github, comparison.compared, verdicts, adopted);
	const writes = writesOf(state.files, desk);
	const after = written(state, writes, desk);
	const approvals = judgedEdits(state, after, edits, origin.now);
	const by = {
		actor: options.actor ?? null,
		asker: options.asker ?? null
	};
	const entries = syncEntries({
		edits,
		adopted: whole,
		conflicts,
		...by,
		approvals,
		source,
		taken,
		known
	}, origin);
	const told = policy.writeIssues ? verdicts.flatMap(issueOperation) : [];
	return {
		writes,
		edits,
		adopted: [...adopted.keys()],
		entries,
		operations: [...milestoneOperations(comparison, state), ...told],
		conflicts: conflicts.map((conflict) => ({
			...conflict,
			text: conflictText(conflict)
		})),
		overruled: overruledBy(conflicts),
		notices: [
			...desk.notices,
			...(options.others || remote.withoutIssues ? [] : comparison.links.removed).map(({ id, number }) => `${id} was removed from the store; milestone ${number} on GitHub is left alone.`),
			...[...sides.doubled].map(([issue, tasks]) => `#${issue} is the issue of more than one task; left alone: ${tasks.join(", ")}.`)
		],
		state: after
	};
}

// src/run/synchronise.ts
const SYNC_VERBS = /* @__PURE__ */ new Set(["sync", "import"]);
/** The fields that both sides keep. */
const COMMON = /* @__PURE__ */ new Set([
	"title",
	"description",
	"status",
	"timeline.estimated_end"
]);
/** True for a command that is about the synchronisation and nothing else. */
const synchronises = ({ verb }) => SYNC_VERBS.has(verb);
/** What a request has to synchronise: what it asks for, else the milestones that it changes in a field that GitHub has too. */
function extentOf({ sync, intents }, plan) {
	const asked = intents.find(synchronises);
	if (asked) {
		const { prefer } = asked.options;
		const [id] = asked.args;
		return {
			scope: id === void 0 ? "all" : "milestones",
			only: id === void 0 ? null : [id],
			...prefer === "store" || prefer === "github" ? { prefer } : {},
			inward: asked.verb === "import"
		};
	}
	if (sync !== void 0) return {
		scope: sync,
		only: null,
		inward: false
	};
	if (plan?.mode !== "apply") return null;
	const touched = plan.edits.filter((edit) => COMMON.has(edit.path.join(".")) || edit.path.length === 0);
	const files = new Set(touched.map((edit) => edit.file));
	const only = plan.state.milestones.filter((m) => files.has(m.file)).map((m) => m.id);
	return only.length === 0 ? null : {
		scope: "milestones",
		only,
		inward: false
	};
}
/**
* What is compared of the two sides: for named milestones only these, so that a command about one of them neither creates nor
* adopts any other.
*/
function planSync(state, remote, { origin, sync }, extent) {
	const { only, inward } = extent;
	const options = {
		...extent.prefer ? { prefer: extent.prefer } : {},
		...typeof sync === "object" ? { actor: origin.actor } : {},
		...origin.actor.endsWith("[bot]") ? {} : { asker: origin.actor }
	};
	if (only === null) {
		const plan = syncOf(state, remote, origin, options);
		return inward ? {
			...plan,
			operations: []
		} : plan;
	}
	const named = (id) => only.some((one) => one.toLowerCase() === id.toLowerCase());
	const others = state.milestones.filter(({ id }) => !named(id));
	const taken = new Set(others.flatMap(({ id, github }) => github ?? state.syncBase.milestones.get(id)?.number ?? []));
	const few = {
		...state,
		milestones: state.milestones.filter(({ id }) => named(id)),
		config: {
			...state.config,
			sync: {
				...state.config.sync,
				adopt: false
			}
		}
	};
	const free = {
		...remote,
		milestones: remote.milestones.filter(({ number }) => !taken.has(number))
	};
	const rest = remote.milestones.filter(({ number }) => taken.has(number));
	return syncOf(few, free, origin, {
		...options,
		others: rest
	});
}
/** An issue that is in no milestone any more was taken out of one, or its milestone was deleted: that has to be looked at. */
function withPlace(scope, { syncBase }) {
	const before = typeof scope === "object" && "issue" in scope ? syncBase.issues.get(scope.issue)?.milestone : null;
	return typeof scope === "object" && "issue" in scope && before ? {
		...scope,
		milestone: before
	} : scope;
}
/**
* Looks at GitHub and plans what both sides need; null where there is nothing to look at. A command that only changes something is
* carried out even if GitHub cannot be read just now: the next synchronisation catches up. `before` is the store before a command
* changed it: where GitHub said the same, only one side changed, though another run has not recorded yet that they agree.
*/
async function synchronise({ peer, thread }, request, state, extent, before) {
	if (!peer || !extent || !state.config.sync.enabled) return null;
	const linked = state.milestones.flatMap((m) => m.tasks.flatMap((task) => task.issue ?? []));
	const remote = await peer.read(withPlace(extent.scope, state), linked).catch((error) => {
		if (extent.only === null || request.intents.some(synchronises)) throw error;
		thread.log(`GitHub's milestones could not be read, so they follow later: ${error.message}`);
		return null;
	});
	if (remote === null) return null;
	const agreed = before === null ? (same) => same : agreedOn(before, remote);
	const plan = planSync(agreed(state), remote, request, extent);
	return {
		extent,
		remote,
		plan,
		agreed,
		writes: [...plan.writes, ...entryWrites(plan.entries)]
	};
}

// src/run/compose.ts
/** Puts together what was decided, what people changed by hand, and the regenerated dashboard. Nothing is written yet. */
async function compose(request, world, snapshot, state, decision) {
	const { origin, intents, unjournalled, quiet = false } = request;
	const dryRun = intents.some((intent) => intent.options["dry-run"] === true);
	const plan = decision.kind === "planned" && !dryRun ? decision.plan : null;
	const byHand = unjournalled && decision.kind !== "refused" ? await unjournalled(snapshot, state) : {
		entries: [],
		trailers: []
	};
	const own = [...plan?.writes ?? [], ...entryWrites(byHand.entries)];
	const planned = plan?.state ?? state;
	const settled = byHand.entries.length > 0 ? readStore(withWrites(snapshot.files, own), planned) : planned;
	if (!snapshot.generated && intents.some(synchronises)) throw new RepositoryError("GitHub is synchronised with the default branch only, and another one is checked out", "Check out the default branch and give the command again.");
	const extent = decision.kind !== "refused" && snapshot.generated ? extentOf(request, plan) : null;
	const sync = await synchronise(world, request, settled, extent, plan === null ? null : state);
	const followed = dryRun ? own : joined([...own, ...sync?.writes ?? []]);
	const after = followed.length > own.length ? readStore(withWrites(snapshot.files, followed), settled) : settled;
	const record = sync === null || dryRun ? [] : bookkeeping(sync.agreed(after), sync.remote);
	const stored = joined([...followed, ...record]);
	const next = record.length > 0 ? readStore(withWrites(snapshot.files, stored), after) : after;
	const status = plan && next === planned ? plan.after : analyse(next, origin.now, changesOf(next.journal));
	const { storeDir } = world.repository;
	const refresh = intents.length === 0 || intents.some(writes);
	const dashboard = {
		state: next,
		status,
		storeDir,
		substance: substanceOf(status)
	};
	const pages = snapshot.generated && refresh && !dryRun && decision.kind !== "refused" ? dashboardWrites(dashboard, await snapshot.readText(dashboardPath(dashboard)), quiet && stored.length === 0) : [];
	assertGenerated(pages);
	const all = [...stored.map((write) => ({
		...write,
		path: `${storeDir}/${write.path}`
	})), ...pages];
	return {
		state: next,
		status,
		writes: all,
		message: messageFor(plan?.writes.length === 0 ? null : plan, all, byHand.trailers, dryRun ? null : sync?.plan ?? null),
		sync
	};
}
/** Two writes of one file as one: from what the first found to what the last leaves. */
function joined(all) {
	const byPath = /* @__PURE__ */ new Map();
	for (const write of all) {
		const first = byPath.get(write.path);
		byPath.set(write.path, first ? {
			...write,
			before: first.before
		} : write);
	}
	return [...byPath.values()].filter(({ before, after }) => before !== after);
}
function assertGenerated(pages) {
	const foreign = pages.find(({ before }) => before !== null && !isGenerated(before));
	if (!foreign) return;
	throw new RepositoryError(`${foreign.path} was not written by git-milestone, so it is not written over`, "Move or remove it, or choose another `dashboard.path` in config.yaml.");
}
/** Files of the store after writes, whose paths are relative to it. */
function withWrites(files, changed) {
	const byPath = new Map(files.map((file) => [file.path, file]));
	for (const { path, after } of changed) if (after === null) byPath.delete(path);
	else byPath.set(path, {
		path,
		kind: "text",
		text: after
	});
	return [...byPath.values()];
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
/**
* The id of the very same command in the files of a change that an earlier run was killed in the middle of; null if they
* are another command's. Whoever gives it again wants it done, not done twice. `writes` are relative to the repository.
*/
function repeatedIntent(writes, storeDir, intent) {
	const files = writes.flatMap(({ path, after }) => path.startsWith(`${storeDir}/logs/`) && after !== null ? [{
		path: path.slice(storeDir.length + 1),
		kind: "text",
		text: after
	}] : []);
	return readStore(files).journal.find((entry) => entry.command === commandOf(intent))?.intent ?? null;
}

// src/run/decide-on.ts
/** What is to be done about a request, on the store as it is: permissions first, then what was done before, then the plan. */
async function decideOn({ intents, refusals, origin }, state, role, thread) {
	const barred = intents.flatMap((intent) => denied(intent, origin.actor, role, state.config.permissions) ?? []);
	const off = intents.filter(synchronises).flatMap((intent) => switchedOff(intent, state));
	const refused = [
		...refusals,
		...barred,
		...off
	];
	if (refused.length > 0) return {
		kind: "refused",
		refusals: refused
	};
	const asked = intents.filter((intent) => writes(intent) && !synchronises(intent));
	const applied = state.journal.filter((entry) => asked.some((intent) => intent.id === entry.intent));
	if (applied.length > 0 || asked.length === 0) {
		const status = analyse(state, origin.now, changesOf(state.journal));
		const unreadable = intents.length === 0 || intents.some(synchronises) ? unreadableStore(state) : null;
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
function switchedOff(intent, { config, milestones }) {
	const refuse = (code, message, hint) => [{
		code,
		message,
		hint,
		intent,
		diagnostics: []
	}];
	if (!config.sync.enabled) return refuse("not-here", "The synchronisation with GitHub is switched off.", "Set `sync.enabled: true` in config.yaml.");
	const [id] = intent.args;
	if (id === void 0 || milestones.some((m) => m.id.toLowerCase() === id.toLowerCase())) return [];
	return refuse("unknown-milestone", `There is no milestone ${codeSpan(id)}.`, "Leave the id out to synchronise everything.");
}
/** A command line as the journal has it → its intent; null if it is not understood any more. */
function understood(line, id) {
	const parsed = parseLine(line, id);
	return "intent" in parsed ? parsed.intent : null;
}

// src/run/state-of.ts
/** Who has to approve what, by the default branch where the snapshot names its policy: what is broken there is no policy. */
function underPolicy(state, policy) {
	const { config, diagnostics } = readStore([policy]);
	if (diagnostics.some(({ severity }) => severity === "error")) return state;
	const { approvals, authority, groups, permissions } = config;
	return {
		...state,
		config: {
			...state.config,
			approvals,
			authority,
			groups,
			permissions
		}
	};
}
/** The store of a snapshot as understood, with what git tells of its past. */
async function stateOf$1(snapshot) {
	const versions = snapshot.versions();
	const state = readStore(snapshot.files);
	const whole = {
		...state,
		history: gitHistoryOf(await versions, state)
	};
	return snapshot.policy ? underPolicy(whole, snapshot.policy) : whole;
}

// src/run/tell.ts
/** Rounds of writing to GitHub: another run may have moved on in between, and then this one says the newest once more. */
const ROUNDS = 3;
/** Somebody else's commit may come in between; what is not recorded now is recorded by the next synchronisation. */
const RECORDINGS = 5;
/** What a synchronisation comes to without telling GitHub anything: of a dry run, and of a change that still waits for its merge. */
function reported({ plan }, told, more = {}) {
	return {
		edits: plan.edits,
		adopted: plan.adopted,
		told,
		left: 0,
		waiting: 0,
		conflicts: plan.conflicts.filter((c) => c.solved === null).map(({ id, kind, text }) => ({
			id,
			kind,
			text
		})),
		overruled: plan.overruled,
		notices: plan.notices,
		problems: [],
		...more
	};
}
/**
* Tells GitHub what follows from a commit, and says what came of it. A change that waits in a pull request, or was not made at all,
* is nothing to tell anybody yet.
*/
async function reportOn(request, world, committed, sync, delivered, { pending }) {
	const dryRun = request.intents.some((intent) => intent.options["dry-run"] === true);
	const waits = delivered.pullRequest !== void 0 || delivered.withheld || pending;
	const { operations } = sync.plan;
	if (dryRun || world.readOnly) return reported(sync, operations);
	if (waits) return reported(sync, [], { waiting: operations.length });
	if (!world.peer || operations.length === 0) return reported(sync, []);
	return tell(request, world, world.peer, committed, sync);
}
/**
* Tells GitHub what the store says now, after that was committed, and records on what both sides agree in one more commit. The base
* of the three-way merge is never written ahead: it follows what GitHub answered.
*/
async function tell(request, world, peer, committed, sync) {
	let { remote } = sync;
	let state = committed;
	let pending = sync.plan.operations;
	const done = [];
	const problems = [];
	let left = 0;
	for (let round = 0; round < ROUNDS && pending.length > 0; round++) {
		const told = await peer.write(pending, remote);
		remote = told.remote;
		done.push(...told.done);
		problems.push(...told.problems);
		left = told.left.length;
		state = agreedOn(state, remote)(await stateOf$1(await world.repository.snapshot()));
		if (left > 0 || told.problems.length > 0) break;
		pending = planSync(state, remote, request, sync.extent).operations;
	}
	if (done.length > 0) await record(request, world, state, remote);
	for (const problem of problems) world.thread.log(problem);
	return reported(sync, done, {
		left,
		problems
	});
}
/** Records the links and what both sides agree on; left to the next synchronisation where others keep committing. */
async function record({ origin }, { repository, thread }, known, remote) {
	const agreed = agreedOn(known, remote);
	const { storeDir } = repository;
	for (let attempt = 0; attempt < RECORDINGS; attempt++) {
		const snapshot = await repository.snapshot();
		const state = agreed(await stateOf$1(snapshot));
		const books = bookkeeping(state, remote);
		if (books.length === 0) return;
		const stored = books.map((write) => ({
			...write,
			path: `${storeDir}/${write.path}`
		}));
		const next = readStore(withWrites(snapshot.files, books), state);
		const status = analyse(next, origin.now, changesOf(next.journal));
		const dashboard = {
			state: next,
			status,
			storeDir,
			substance: substanceOf(status)
		};
		const pages = dashboardWrites(dashboard, await snapshot.readText(dashboardPath(dashboard)), true);
		const writes = [...stored, ...pages];
		if ((await repository.deliver(snapshot, {
			writes,
			message: recordMessage(),
			at: origin.now
		})).kind === "done") return;
		await pause(attempt);
	}
	thread.log("Others kept committing, so the next synchronisation records what this one agreed on with GitHub.");
}

// src/run.ts
const ATTEMPTS = 40;
/** Read, understand, decide, apply, show: the way of every request. Null if it had been answered before. */
async function run(request, world) {
	const { repository, thread } = world;
	const settled = await thread.settled(idsOf(request));
	if (settled !== null) {
		thread.log(`${settled}; nothing to do.`);
		return null;
	}
	const role = await thread.role();
	await thread.started();
	for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
		const snapshot = await repository.snapshot();
		const state = await stateOf$1(snapshot);
		const decision = await decideOn(request, state, role, thread);
		const [earlier] = decision.kind === "planned" && decision.plan.writes.length === 0 ? decision.plan.entries : [];
		if (earlier && await answeredMeanwhile(thread, idsOf(request), earlier.at, request.origin.now)) {
			thread.log("Another run applied this request and answered it; nothing to do.");
			return null;
		}
		const composed = await compose(request, world, snapshot, state, decision);
		const { writes: changed, message, sync } = composed;
		const delivered = changed.length === 0 ? NOTHING_WRITTEN : await repository.deliver(snapshot, {
			writes: changed,
			message,
			at: request.origin.now
		});
		if (delivered.kind === "moved") {
			thread.log("Somebody else pushed first; planning again on what is there now.");
			await pause(attempt);
			continue;
		}
		const views = request.intents.flatMap((i) => writes(i) ? [] : world.view(i, composed.state, composed.status) ?? []);
		const { state: after, status } = composed;
		const synced = sync === null ? null : await reportOn(request, world, after, sync, delivered, snapshot);
		const done = {
			state: after,
			status,
			sha: delivered.sha,
			written: changed.length > 0,
			sync: synced,
			notice: delivered.notice ?? null,
			pullRequest: delivered.pullRequest ?? null,
			withheld: delivered.withheld === true || world.readOnly === true,
			maySee: mayUse("status", role, after.config.permissions)
		};
		const answer = answerOf({
			...request,
			asked: request.intents.filter(writes),
			views,
			decision,
			...done
		});
		await thread.answer(world.show(answer), answer.outcome !== "refused");
		return answer;
	}
	throw new RepositoryError(`The branch moved during each of ${ATTEMPTS} attempts to push`, "Nothing was changed. Run the job again when the repository is quieter.");
}

// src/change/gathered.ts
/**
* The pull request in which this program gathers changes for a protected branch. Some of them were approved in comments before they
* came into it, and its journal says so; each such approval is borne out by its comment, or does not count.
*/
/** Requests that the proposal carries out, each with what was carried out. */
function carriedOut(before, after) {
	const known = new Set(before.journal.map(({ id }) => id));
	return after.journal.flatMap((entry) => {
		const asked = entry.kind === "applied" ? entry.of : entry.kind === "undone" ? entry.request ?? null : null;
		if (asked === null || known.has(entry.id)) return [];
		const named = after.journal.filter(({ id }) => id === asked);
		const [request] = named;
		return request?.kind === "requested" && named.length === 1 ? [{
			request,
			changes: entry.changes
		}] : [];
	});
}
/** What has to be looked up before approvals of the changes in it can count. */
function gatheredNeeds(before, after, policy) {
	const requests = carriedOut(before, after).map(({ request }) => request);
	const ids = new Set(requests.map(({ id }) => id));
	const inForce = {
		...after,
		config: policy
	};
	return {
		approvals: after.journal.filter(({ kind, of }) => kind === "approved" && of !== null && ids.has(of)),
		teams: [...new Set(requests.flatMap((request) => teamsNamed(rulesInForce(request, inForce), policy)))]
	};
}
/** True if what an edit comes to is what the change made of that field. */
function isOf(edit, { file, path, after }) {
	return file === edit.file && path.length <= edit.path.length && path.every((key, i) => key === edit.path[i]) && sameValue(valueAt(after, edit.path.slice(path.length)), edit.after);
}
/**
* The proposal in two shares: what approved requests account for, with those who approved them, and the rest, which nobody has
* approved yet. A field that was changed once more since counts as the rest.
*/
function sharesOf({ before: from, after: to, edits }, policy, now, hearing) {
	const [before, after] = [from.state, to.state];
	const inForce = {
		...after,
		config: policy
	};
	const approved = carriedOut(before, after).filter(({ request }) => rulesInForce(request, inForce).length > 0 && isApproved(inForce, request, hearing));
	const isDecided = (edit) => approved.some(({ changes }) => changes.some((change) => isOf(edit, change)));
	const share = (part, approvers) => ({
		proposal: proposalOfEdits(before, after, part, policy, now),
		approvers
	});
	const by = approved.flatMap(({ request }) => approversOf(inForce, request, hearing));
	return [share(edits.filter(isDecided), [...new Set(by)]), share(edits.filter((edit) => !isDecided(edit)), [])];
}

// src/change/meddled.ts
/** What a command line writes; everything else is written by this program on GitHub alone. */
const BY_COMMAND = /* @__PURE__ */ new Set([
	"applied",
	"requested",
	"undone"
]);
/** True for what a command line cannot have written: a decision, an edit by hand, the answer to a request, what names another source. */
function isForged({ id, kind, of, request, source, approvals }, known) {
	const answers = of !== null && kind !== "undone" || request !== void 0;
	const given = approvals.some(({ outcome }) => outcome === "given");
	return !BY_COMMAND.has(kind) || answers || given || source !== "cli" || known.has(id);
}
/**
* Journal files with which a proposal says what only this program can know: entries that it alters or takes away, new ones under
* the id of another, and new ones that tell of more than a command on the command line does. Decisions are given in comments and
* reviews, and journalled where they are. Paths are relative to the store.
*/
function meddledJournal(before, after) {
	const isLog = (path) => path.startsWith("logs/");
	const known = new Set(before.journal.map(({ id }) => id));
	const altered = [...before.files].filter(([path, text]) => isLog(path) && after.files.get(path) !== text);
	const told = [...after.files].filter(([path]) => isLog(path) && !before.files.has(path)).filter(([path, text]) => readStore([{
		path,
		kind: "text",
		text
	}]).journal.some((entry) => isForged(entry, known)));
	return [...altered, ...told].map(([path]) => path).sort();
}

// src/change/preview-changes.ts
const whole = ({ path }) => path.length === 0;
const isMilestone = (file) => /^(active|completed|archive)\//.test(file);
/** The edits of a proposal by file, milestones first; a milestone that moves between folders is one change. */
function fileChanges(proposal) {
	const { before, after, edits } = proposal;
	const was = new Map(before.state.milestones.map((m) => [m.id, m]));
	const is = new Map(after.state.milestones.map((m) => [m.id, m]));
	const at = (milestones, file) => milestones.find((m) => m.file === file);
	const changes = [...new Set(edits.map((edit) => edit.file))].flatMap((file) => {
		const [old, now] = [at(before.state.milestones, file), at(after.state.milestones, file)];
		const id = now?.id ?? old?.id ?? (isMilestone(file) ? idOfFile(file) : null);
		const title = now?.title ?? old?.title ?? "";
		const own = edits.filter((edit) => edit.file === file);
		const base = {
			file,
			milestone: id,
			title,
			from: null,
			edits: own
		};
		const moved = id === null ? void 0 : [was.get(id)?.file, is.get(id)?.file];
		if (moved?.[0] !== void 0 && moved[1] !== void 0 && moved[0] !== moved[1]) {
			if (file !== moved[1]) return [];
			return [{
				...base,
				kind: "edited",
				from: moved[0],
				edits: editsAcross(before.state, after.state, moved[0], file)
			}];
		}
		const all = own.find(whole);
		if (!all) return [{
			...base,
			kind: "edited"
		}];
		const gone = after.state.files.has(file) ? "unreadable" : "removed";
		const come = before.state.files.has(file) ? "mended" : "added";
		return [{
			...base,
			kind: all.after === void 0 ? gone : come,
			edits: []
		}];
	});
	return [...changes.filter((c) => c.milestone !== null), ...changes.filter((c) => c.milestone === null)];
}

// src/change/preview.ts
function movedOf({ impact, before, after }) {
	const moved = impact.milestones.filter((m) => m.due !== void 0 || m.projectedFinish !== void 0).map((m) => {
		const [was, is] = [rowOf(before, m.id), rowOf(after, m.id)];
		const variance = {
			before: was?.variance_days ?? null,
			after: is?.variance_days ?? null
		};
		return {
			...m,
			file: is?.file ?? "",
			dueAfter: is?.due ?? null,
			variance
		};
	});
	const by = ({ finishDays }) => finishDays ?? 0;
	return moved.toSorted((a, b) => by(b) - by(a) || Number(b.edited) - Number(a.edited));
}
function findingsOf(before, after) {
	const key = ({ code, file, message }) => `${code}\n${file}\n${message}`;
	const old = new Set(before.status.diagnostics.map(key));
	return after.status.diagnostics.toSorted(compareDiagnostics).map((diagnostic) => ({
		diagnostic,
		fresh: !old.has(key(diagnostic))
	}));
}
function standingsOf(proposal, { author, approvers, policy, teams }) {
	const tallies = proposalTallies(proposal, author, approvers, policy, teams);
	return proposal.approvals.filter((decision) => decision.outcome === "required").flatMap((decision, i) => {
		const tally = tallies[i];
		if (!tally) return [];
		const counts = (login) => (decision.selfApproval || login.toLowerCase() !== author.toLowerCase()) && mayApprove(login, decision, policy, teams);
		const unreadable = teamsNamed([decision], policy).filter((name) => teams.get(name) === null);
		return [{
			...tally,
			decision,
			by: approvers.filter(counts).toSorted(),
			unreadable
		}];
	});
}
/** A proposal with everything that is worked out from it, and where its approvals stand. */
function previewOf(proposal, approving) {
	const { impact, before, after } = proposal;
	const shares = approving.shares ?? [{
		proposal,
		approvers: []
	}];
	const { approvers } = approving;
	const p85 = (forecast) => forecast?.p85 ?? null;
	const shift = {
		before: p85(before.status.forecast),
		after: p85(after.status.forecast)
	};
	return {
		changes: fileChanges(proposal),
		moved: movedOf(proposal),
		finish: impact.projectFinish,
		finishDays: impact.projectFinishDays,
		p85: shift,
		p85Days: daysMoved(after.project.calendar, shift.before, shift.after),
		p85Reason: after.status.forecast === null ? "there is no forecast" : after.status.forecast.reason,
		criticalPaths: impact.criticalPaths,
		cycle: after.status.schedule.cycle,
		overloads: overloadsBy(before.loads, after.loads).map(overloadText),
		findings: findingsOf(before, after),
		standings: shares.flatMap((share) => standingsOf(share.proposal, {
			...approving,
			approvers: [.../* @__PURE__ */ new Set([...approvers, ...share.approvers])]
		})),
		meddled: approving.own ? [] : meddledJournal(before.state, after.state),
		automatic: shares.flatMap((share) => share.proposal.approvals.filter(({ outcome }) => outcome === "automatic"))
	};
}

// src/change/merged.ts
function stateOf(files) {
	return readStore([...files].map(([path, text]) => ({
		path,
		kind: "text",
		text
	})));
}
/** The files before a commit, from those after it. */
function rewound(files, { before, after }) {
	const earlier = new Map(files);
	for (const path of after.keys()) if (!before.has(path)) earlier.delete(path);
	for (const [path, text] of before) earlier.set(path, text);
	return earlier;
}
/**
* Holds edits by hand against the policy as it was before each of them, as a pull request is held. `commits` are all that
* touched the store up to `state`, oldest first. A commit under a policy that asks about nothing is left out. Edits that journal
* entries of the same commit account for are judged too: such entries count only where the program itself brought them.
*/
function judgementsOf(commits, state) {
	const found = [];
	let files = state.files;
	for (const commit of commits.toReversed()) {
		const earlier = rewound(files, commit);
		const [all, open] = [editsIn(commit), unaccounted(commit)];
		if (all.length > 0) {
			const before = stateOf(earlier);
			const { config } = before;
			if (config.approvals.length > 0 || config.authority.beyond != null) {
				const after = stateOf(files);
				const decided = (edits) => proposalOfEdits(before, after, edits, config, commit.at).approvals.map((decision) => ({
					...decision,
					expires: null
				}));
				const decisions = open.length > 0 ? decided(open) : [];
				const whole = open.length < all.length ? decided(all) : null;
				if (open.length > 0 || whole?.some(isRequired)) found.push({
					sha: commit.sha,
					policy: config,
					decisions,
					whole
				});
			}
		}
		files = earlier;
	}
	return found.reverse();
}
const isRequired = ({ outcome }) => outcome === "required";
/** What has to be looked up before a verdict: commits whose pull requests may have been approved, and teams. */
function reviewNeeds(judgements) {
	const required = ({ decisions, whole }) => (whole ?? decisions).filter(isRequired);
	const asking = judgements.filter((judgement) => required(judgement).length > 0);
	const teams = asking.flatMap((judgement) => teamsNamed(required(judgement), judgement.policy));
	return {
		commits: asking.map(({ sha }) => sha),
		teams: [...new Set(teams)]
	};
}
/** The verdict on each commit, by its id, given the reviews (by commit) that approved what was merged. */
function verdictsOn(judgements, reviews, teams) {
	return new Map(judgements.map((judgement) => {
		const { sha, policy, whole } = judgement;
		const { author, approvers, own } = reviews.get(sha) ?? {
			author: null,
			approvers: [],
			own: true
		};
		const distrusted = !own && whole !== null;
		const decisions = distrusted ? whole : judgement.decisions;
		const countedFor = (rule) => approvers.filter((login) => rule.selfApproval || login.toLowerCase() !== author?.toLowerCase());
		const rules = decisions.filter(isRequired);
		const given = rules.flatMap((rule) => countedFor(rule).flatMap((by) => givenBy(by, [rule], policy, teams).map((decision) => ({
			...decision,
			by
		}))));
		const approved = rules.map((rule) => tallyOf(rule, countedFor(rule), policy, teams)).every(({ received, needed }) => received >= needed);
		return [sha, {
			approvals: [...decisions, ...given],
			author,
			approved,
			distrusted
		}];
	}));
}

// src/change/expire.ts
/** Journal entries for the change requests whose time has run out: one `expired` each, so that the journal says why they ended. */
function expiredEntries(state, origin) {
	const today = parseDay(origin.now, state.config.calendar.timezone) ?? 0;
	const taken = new Set(state.journal.map((entry) => entry.id));
	return changesOf(state.journal).flatMap((change) => {
		const ends = change.waiting_for.flatMap((rule) => rule.expires ?? []).toSorted()[0];
		if (change.state !== "pending" || ends === void 0 || (parseDay(ends, "UTC") ?? today) >= today) return [];
		const intent = `expired:${change.id}`;
		const entry = {
			id: changeId(intent, taken),
			kind: "expired",
			of: change.id,
			at: origin.now,
			actor: origin.actor,
			source: origin.source,
			intent,
			command: null,
			commands: [],
			reason: null,
			summary: `${change.milestones.join(", ")}: ${change.id} expired unanswered on ${ends}`,
			milestones: change.milestones,
			changes: [],
			plan: null,
			approvals: []
		};
		taken.add(entry.id);
		return [entry];
	});
}

// src/change/init.ts
const CONFIG = (name, start, timezone) => `# yaml-language-server: $schema=https://raw.githubusercontent.com/git-milestone/git-milestone/main/dist/schema/config.schema.json
# The policy of this store. Every key is optional; \`git milestone help\` explains the commands.
project:
  name: ${JSON.stringify(name)}
  start: ${start}
calendar:
  workdays: [mon, tue, wed, thu, fri]
  timezone: ${timezone}
  hours_per_day: 8
  # holidays: [2026-12-25]
# team:
#   - { login: alice, roles: [engineer], skills: [testing], capacity: 1.0 }
# permissions:          # GitHub role that a verb needs in comments: read, triage, write, maintain, admin
#   update: write
#   status: triage
# dashboard: { path: STATUS.md, activity: 10, emoji: true }
`;
const FIRST = (start, due) => `# yaml-language-server: $schema=https://raw.githubusercontent.com/git-milestone/git-milestone/main/dist/schema/milestone.schema.json
id: M01
title: First milestone
description: Say here what it is to achieve
status: planning
timeline:
  estimated_start: ${start}
  estimated_end: ${due}     # the due date; --timeline moves it
tasks:
  - { id: task-001, title: First task, status: pending, estimated_hours: 8 }
dependencies:
  requires: []              # ids of milestones that have to finish first
`;
/**
* The files of a new store, by path relative to the directory it goes into. `start` and `due` are ISO days.
*/
function initialFiles(name, start, due, timezone) {
	return [{
		path: ".milestones/config.yaml",
		before: null,
		after: CONFIG(name, start, timezone)
	}, {
		path: ".milestones/active/M01.yaml",
		before: null,
		after: FIRST(start, due)
	}];
}

export { idsOf as _, verdictsOn as a, sharesOf as c, proposalOf as d, teamsNamed as f, updateEdits as g, targetsOf as h, reviewNeeds as i, run as l, changes as m, expiredEntries as n, previewOf as o, handEditEntries as p, judgementsOf as r, gatheredNeeds as s, initialFiles as t, repeatedIntent as u };