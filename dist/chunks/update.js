import { a as parseMilestoneList, c as parseDependencyChange, n as parseResourceChange, o as selectMilestones, r as roleKey, u as parseTimelineChange } from "./resource-change.js";
import { d as spanDays, m as idKey, u as parseSpan } from "./scalar.js";
import { i as nearest } from "./milestone-file.js";
import { t as parse } from "./parse.js";
import { n as findCycle, t as edgesOf } from "./graph.js";
import { a as parseDay, r as formatDay, t as addMonths } from "./day.js";
import { createHash } from "node:crypto";

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

// src/change/dependencies.ts
const print = ({ id, lag }) => lag.amount === 0 ? id : {
	id,
	lag: `${lag.amount}${lag.unit}`
};
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
	const into = edgesOf(all).filter((edge) => edge.to === milestone.id);
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
		const at = own.findIndex((o) => o.id === r.id && o.lag.amount === r.lag.amount && o.lag.unit === r.lag.unit);
		return at < 0 ? print(r) : old?.[at] ?? print(r);
	});
	if (!sameValue(old ?? [], after)) edits.push({
		file: milestone.file,
		path: listPath(raw),
		before: old ?? void 0,
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

// src/change/resources.ts
const asItem = (raw) => typeof raw === "string" ? { role: raw } : raw;
function find(list, change) {
	return list.findIndex((raw) => {
		const item = asItem(raw);
		if (change.kind === "allocate") return typeof item["who"] === "string" && item["who"].toLowerCase() === change.who.toLowerCase();
		return typeof item["role"] === "string" && roleKey(item["role"]) === roleKey(change.role);
	});
}
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
/**
* The edit that `--resources` makes: roles and people that are named change, the others stay as they are. `raw` is what the
* milestone's file has under `resources`.
*/
function resourceEdits(milestone, changes, raw) {
	if (raw != null && !Array.isArray(raw)) return refused("cannot-edit", `${milestone.file} lists resources by kind, which has no place for an allocation`, { hint: "Write `resources` as a list of {role, fte} and {who, allocation}, then run the command again." });
	const list = [...raw ?? []];
	for (const change of changes) {
		const at = find(list, change);
		const item = at < 0 ? void 0 : asItem(list[at]);
		if (!item && change.kind === "adjust" && change.fte < 0) return refused("bad-value", `${milestone.id} has no ${change.role} to take off`, { hint: "See `status` for who is on it." });
		const next = apply(item, change);
		if (next && typeof next["fte"] === "number" && next["fte"] < 0) return refused("bad-value", `${milestone.id} would be left with ${next["fte"]} ${String(next["role"])}`, { hint: "Take off at most what is there." });
		if (next === null) {
			if (at >= 0) list.splice(at, 1);
		} else if (at < 0) list.push(next);
		else list[at] = next;
	}
	return done([{
		file: milestone.file,
		path: ["resources"],
		before: raw ?? void 0,
		after: list
	}]);
}

// src/change/timeline.ts
/** Where a shift takes a due date; a day that nobody works on rolls forward to the next one that somebody does. */
function shifted(due, change, { calendar, config, calendarDays }) {
	const { amount, unit } = change;
	if (unit === "month") return calendar.onOrAfter(addMonths(due, amount));
	if (calendarDays) return calendar.onOrAfter(due + amount * (unit === "w" ? 7 : 1));
	return calendar.shiftWorkingDays(due, spanDays({
		amount,
		unit
	}, config.calendar.workdays.length));
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
* working days. A time of day behind the date stays as it is.
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
	const start = timeline.actual_start ?? timeline.estimated_start ?? null;
	const startDay = start === null ? void 0 : parseDay(start, zone);
	if (startDay !== void 0 && target < startDay) return refused("due-before-start", `${id} would be due on ${formatDay(target)}, before it starts on ${formatDay(startDay)}`, { hint: "Choose a later date, or move timeline.estimated_start first." });
	const date = formatDay(target);
	const edits = [{
		file,
		path: ["timeline", "estimated_end"],
		before: written ?? void 0,
		after: written === null ? date : date + written.slice(10)
	}];
	if (due !== void 0 && timeline.duration) {
		const days = calendar.workingDaysBetween(due, target);
		const duration = lengthened(timeline.duration, days, config.calendar.workdays.length);
		if (duration === null) return refused("bad-value", `${id} lasts ${timeline.duration}; ${-days} working days less would leave less than nothing`, { hint: "Shift it by less, or edit timeline.duration." });
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
/** Options of `update` that change something, as opposed to those that choose what is shown. */
const CHANGING = [
	"scope",
	"timeline",
	"dependencies",
	"resources",
	"priority"
];
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
	const broken = state.diagnostics.filter((d) => d.severity === "error" && idKey(fileId(d.file)) === idKey(id));
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
/** The id that a store path stands for: `active/M05.yaml` → `M05`, `archive/M00/milestone.yaml` → `M00`. */
function fileId(path) {
	const parts = path.split("/");
	const name = parts.at(-1) ?? "";
	return /^milestone\.ya?ml$/.test(name) ? parts.at(-2) ?? "" : name.replace(/\.ya?ml$/i, "");
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
	const { ids: chosen, unknown } = selectMilestones(selectors, ids);
	if (unknown[0] !== void 0) return unknownMilestone(state, intent, unknown[0]);
	return done(chosen.flatMap((each) => state.milestones.find((m) => m.id === each) ?? []));
}
function editsOf(state, intent, milestone, calendar) {
	const edits = [];
	const { file } = milestone;
	const raw = rawOf(state, milestone);
	const scope = option(intent, "scope");
	if (scope !== void 0) {
		if (scope.trim() === "") return refused("bad-value", "--scope is empty", { hint: "Say what the milestone is to achieve." });
		edits.push({
			file,
			path: ["description"],
			before: raw["description"],
			after: scope
		});
	}
	const priority = option(intent, "priority");
	if (priority !== void 0) edits.push({
		file,
		path: ["priority"],
		before: raw["priority"],
		after: priority
	});
	const parts = [];
	const timeline = option(intent, "timeline");
	if (timeline !== void 0) {
		const change = parseTimelineChange(timeline);
		if (typeof change === "string") return refused("bad-value", `--timeline: ${change}`);
		parts.push(timelineEdits(milestone, change, {
			config: state.config,
			calendar,
			calendarDays: intent.options["calendar-days"] === true
		}));
	}
	const dependencies = option(intent, "dependencies");
	if (dependencies !== void 0) {
		const known = new Set(state.milestones.map((m) => idKey(m.id)));
		const change = parseDependencyChange(dependencies, (id) => known.has(idKey(id)));
		if (typeof change === "string") return refused("bad-value", `--dependencies: ${change}`);
		parts.push(dependencyEdits(milestone, state.milestones, change, raw["dependencies"]));
	}
	const resources = option(intent, "resources");
	if (resources !== void 0) {
		const changes = parseResourceChange(resources);
		if (typeof changes === "string") return refused("bad-value", `--resources: ${changes}`);
		parts.push(resourceEdits(milestone, changes, raw["resources"]));
	}
	for (const part of parts) {
		if (!part.ok) return part;
		edits.push(...part.value);
	}
	return done(edits);
}
/** True if the command asks for a change, rather than only for a view. */
function changes(intent) {
	return CHANGING.some((name) => name in intent.options);
}
/** The field edits of an `update` to one of its milestones; values that already are as wanted are left out. */
function updateEdits(state, intent, milestone, calendar) {
	const edits = editsOf(state, intent, milestone, calendar);
	if (!edits.ok) return {
		ok: false,
		refusal: {
			...edits.refusal,
			intent
		}
	};
	return done(edits.value.filter((edit) => !sameValue(edit.before, edit.after)));
}

export { done as a, changeId as c, updateEdits as i, hashOf as l, changes as n, refusal as o, targetsOf as r, refused as s, CHANGING as t, sameValue as u };