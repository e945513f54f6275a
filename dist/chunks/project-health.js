import { d as spanDays, u as parseSpan } from "./scalar.js";
import { r as formatDay } from "./day.js";
import { r as diagnostic } from "./diagnostic.js";
import { n as findCycle, t as edgesOf } from "./graph.js";
import { a as roundPercent, n as milestoneProgress, r as progressMismatch, t as countedTasks } from "./progress.js";
import { createHash } from "node:crypto";

// src/analysis/baseline.ts
/** Entries whose changes really happened; a request's did not (yet). */
const EFFECTIVE = /* @__PURE__ */ new Set([
	"applied",
	"edited",
	"undone",
	"resolved"
]);
const MILESTONE_FILE = /^(?:(?:active|completed)\/([^/]+)\.ya?ml|archive\/([^/]+)\/milestone\.ya?ml)$/;
function child(value, key) {
	if (typeof value !== "object" || value === null || key === void 0) return void 0;
	return value[key];
}
/** `timeline.estimated_end` as a change had it before or after; the change may be of that key, its timeline or the whole file. */
function estimatedEnd({ path }, value) {
	const way = ["timeline", "estimated_end"];
	if (path.length > way.length || path.some((key, i) => key !== way[i])) return null;
	const found = way.slice(path.length).reduce(child, value);
	return typeof found === "string" ? found : null;
}
/**
* The first due date that the journal knows of each milestone, as written, by id: what the first change of it replaced, or
* set where there was none. The journal is given oldest first. Due dates found in git history belong into the same map.
*/
function firstDues(journal) {
	const dues = /* @__PURE__ */ new Map();
	for (const { kind, changes } of journal) {
		if (!EFFECTIVE.has(kind)) continue;
		for (const change of changes) {
			const match = MILESTONE_FILE.exec(change.file);
			const id = match?.[1] ?? match?.[2];
			if (id === void 0 || dues.has(id)) continue;
			const due = estimatedEnd(change, change.before) ?? estimatedEnd(change, change.after);
			if (due !== null) dues.set(id, due);
		}
	}
	return dues;
}
/** The baseline of a milestone: `baseline_end` where it is set (by hand or by a rebaseline), else its first due date. */
function baselineOf(milestone, firstDue, calendar) {
	const { baseline_end, estimated_end } = milestone.timeline;
	return calendar.dayOf(baseline_end) ?? calendar.dayOf(firstDue) ?? calendar.dayOf(estimated_end);
}

// src/analysis/dates.ts
/** Boundaries of node `n` as days. Work that takes no time falls on its last day, which may be the day before its boundary. */
function datesAt(calendar, early, n) {
	const finish = calendar.toDay(early.lastDay[n]);
	return {
		start: early.finish[n] > early.start[n] ? calendar.toDay(early.start[n]) : finish,
		finish
	};
}
/** The day a milestone was finished: `actual_end`, else the day of `completed_at`; null unless it is completed and says when. */
function actualEnd(milestone, calendar) {
	if (milestone.status !== "completed") return null;
	return calendar.dayOf(milestone.timeline.actual_end) ?? calendar.dayOf(milestone.completedAt);
}

// src/analysis/critical-path.ts
/** Forward pass: everything starts as early as its own earliest boundary and its predecessors (plus lag) let it. */
function earlyDates({ size, order, predecessors }, { duration, earliest, pinned }) {
	const start = new Float64Array(size);
	const finish = new Float64Array(size);
	const lastDay = new Float64Array(size);
	const { offset, target, lag } = predecessors;
	for (let i = 0; i < order.length; i++) {
		const n = order[i];
		let begin = earliest[n];
		let day = begin;
		const end = pinned?.[n] ? 0 : offset[n + 1];
		for (let e = offset[n]; e < end; e++) {
			const p = target[e];
			const bound = finish[p] + lag[e];
			const driven = lastDay[p] + lag[e];
			if (bound > begin) {
				begin = bound;
				day = driven;
			} else if (bound === begin && begin > earliest[n] && driven > day) day = driven;
		}
		const length = duration[n];
		start[n] = begin;
		finish[n] = begin + length;
		lastDay[n] = length > 0 ? begin + length - 1 : day;
	}
	return {
		start,
		finish,
		lastDay
	};
}
/** Backward pass from the network's own end, and the floats. */
function floatsOf({ size, order, successors }, early) {
	const lateStart = new Float64Array(size);
	const lateFinish = new Float64Array(size);
	const total = new Float64Array(size);
	const free = new Float64Array(size);
	const { offset, target, lag } = successors;
	let end = order.length > 0 ? Number.NEGATIVE_INFINITY : 0;
	for (let i = 0; i < order.length; i++) end = Math.max(end, early.finish[order[i]]);
	for (let i = order.length - 1; i >= 0; i--) {
		const n = order[i];
		let latest = end;
		let soonest = Number.POSITIVE_INFINITY;
		for (let e = offset[n]; e < offset[n + 1]; e++) {
			const s = target[e];
			latest = Math.min(latest, lateStart[s] - lag[e]);
			soonest = Math.min(soonest, early.start[s] - lag[e]);
		}
		const finish = early.finish[n];
		lateFinish[n] = latest;
		lateStart[n] = latest - (finish - early.start[n]);
		total[n] = latest - finish;
		free[n] = Math.min(soonest, latest) - finish;
	}
	return {
		lateStart,
		lateFinish,
		total,
		free,
		end
	};
}

// src/analysis/cycles.ts
/**
* Marks (1) every node that lies on a cycle, and no node that merely follows or leads to one. Tarjan's strongly connected
* components ("Depth-first search and linear graph algorithms", 1972) with an explicit stack: O(V+E), any depth.
*/
function onCycle({ offset, target }) {
	const size = offset.length - 1;
	const marked = new Uint8Array(size);
	const order = new Int32Array(size);
	const low = new Int32Array(size);
	const onStack = new Uint8Array(size);
	const next = offset.slice(0, size);
	const stack = [];
	const walk = [];
	let visited = 0;
	const enter = (node) => {
		visited++;
		order[node] = visited;
		low[node] = visited;
		stack.push(node);
		onStack[node] = 1;
		walk.push(node);
	};
	const lower = (node, value) => {
		if (value < low[node]) low[node] = value;
	};
	const leave = (node) => {
		walk.pop();
		const parent = walk.at(-1);
		if (parent !== void 0) lower(parent, low[node]);
		if (low[node] !== order[node]) return;
		const several = stack.at(-1) !== node;
		for (let member = stack.pop(); member !== void 0; member = stack.pop()) {
			onStack[member] = 0;
			if (several) marked[member] = 1;
			if (member === node) return;
		}
	};
	for (let root = 0; root < size; root++) {
		if (order[root] !== 0) continue;
		enter(root);
		for (let node = walk.at(-1); node !== void 0; node = walk.at(-1)) {
			const edge = next[node];
			if (edge === offset[node + 1]) {
				leave(node);
				continue;
			}
			next[node] = edge + 1;
			const to = target[edge];
			if (to === node) marked[node] = 1;
			else if (order[to] === 0) enter(to);
			else if (onStack[to] === 1) lower(node, order[to]);
		}
	}
	return marked;
}

// src/analysis/network.ts
/** Groups edges by one of their ends, leaving out those that touch an excluded node. */
function link(size, near, far, lag, out) {
	const kept = (e) => out[near[e]] === 0 && out[far[e]] === 0;
	const offset = new Int32Array(size + 1);
	for (let e = 0; e < near.length; e++) if (kept(e)) offset[near[e] + 1]++;
	for (let n = 0; n < size; n++) offset[n + 1] = offset[n + 1] + offset[n];
	const next = offset.slice(0, size);
	const total = offset[size];
	const links = {
		offset,
		target: new Int32Array(total),
		lag: new Int32Array(total)
	};
	for (let e = 0; e < near.length; e++) {
		if (!kept(e)) continue;
		const n = near[e];
		const place = next[n];
		next[n] = place + 1;
		links.target[place] = far[e];
		links.lag[place] = lag[e];
	}
	return links;
}
/** Kahn's topological order (1962); shorter than `size` if there are cycles. */
function topologicalOrder(size, successors, predecessors) {
	const waiting = new Int32Array(size);
	const order = new Int32Array(size);
	let filled = 0;
	for (let n = 0; n < size; n++) {
		waiting[n] = predecessors.offset[n + 1] - predecessors.offset[n];
		if (waiting[n] === 0) order[filled++] = n;
	}
	for (let done = 0; done < filled; done++) {
		const n = order[done];
		for (let e = successors.offset[n]; e < successors.offset[n + 1]; e++) {
			const to = successors.target[e];
			waiting[to] = waiting[to] - 1;
			if (waiting[to] === 0) order[filled++] = to;
		}
	}
	return order.subarray(0, filled);
}
/** Orders a network of `size` nodes. O(V+E), without recursion. */
function networkOf(size, { from, to, lag }) {
	const build = (cyclic) => {
		const successors = link(size, from, to, lag, cyclic);
		const predecessors = link(size, to, from, lag, cyclic);
		return {
			size,
			cyclic,
			successors,
			predecessors,
			order: topologicalOrder(size, successors, predecessors)
		};
	};
	const whole = build(new Uint8Array(size));
	if (whole.order.length === size) return whole;
	const cyclic = onCycle(whole.successors);
	const rest = build(cyclic);
	return {
		...rest,
		order: rest.order.filter((n) => cyclic[n] === 0)
	};
}

// src/analysis/duration.ts
/** Rounded up to whole days (0 or more); a rounding error such as that of 0.1 + 0.2 must not cost a day. */
function wholeDays(days) {
	return Math.max(0, Math.ceil(days - 1e-9));
}
/** Full-time equivalents assigned: `fte` of roles, `allocation` / 100 of people; entries without a figure add nothing. */
function assignedFte(resources) {
	return resources.reduce((sum, { fte, allocation }) => sum + (fte ?? (allocation ?? 0) / 100), 0);
}
/**
* Working days from `estimated_start` to `estimated_end` inclusive. Null unless both exist in that order; 0 where only days
* off lie between them.
*/
function daysBetweenDates(timeline, calendar) {
	const start = calendar.dayOf(timeline.estimated_start);
	const end = calendar.dayOf(timeline.estimated_end);
	return start === null || end === null || end < start ? null : calendar.countWorkingDays(start, end);
}
/** Length of the longest chain of tasks, in estimated hours: tasks that do not wait for each other run side by side. */
function taskNetworkHours(tasks) {
	const place = new Map(tasks.map((task, i) => [task.id, i]));
	const from = [];
	const to = [];
	for (const [i, task] of tasks.entries()) for (const id of task.dependsOn) {
		const p = place.get(id);
		if (p === void 0) continue;
		from.push(p);
		to.push(i);
	}
	const hours = tasks.map((task) => task.estimatedHours ?? 0);
	const none = new Float64Array(tasks.length);
	const network = networkOf(tasks.length, {
		from,
		to,
		lag: new Int32Array(from.length)
	});
	const { finish } = earlyDates(network, {
		duration: hours,
		earliest: none
	});
	return hours.reduce((longest, own, i) => Math.max(longest, own, finish[i]), 0);
}
/**
* How many working days a milestone takes: its `duration`; else the working days between its dates (if there are any); else
* its estimated hours over hours per day and assigned full-time equivalents (at least one); else the length of its task
* network; else one day, which is said.
*/
function durationOf(milestone, calendar) {
	const { timeline, file, id } = milestone;
	const stated = timeline.duration == null ? void 0 : parseSpan(timeline.duration);
	const dated = daysBetweenDates(timeline, calendar);
	if (stated) {
		const days = spanDays(stated, calendar.daysPerWeek);
		if (dated === null || dated === days) return {
			days,
			diagnostics: []
		};
		return {
			days,
			diagnostics: [diagnostic("duration-mismatch", { file }, `${id} has a duration of ${days} working days, but ${dated} lie between its estimated start and end`, "The duration counts. Correct it or the dates, or leave the duration out.")]
		};
	}
	if (dated) return {
		days: dated,
		diagnostics: []
	};
	if (timeline.estimated_hours != null) {
		const perDay = calendar.hoursPerDay * Math.max(1, assignedFte(milestone.resources));
		return {
			days: wholeDays(timeline.estimated_hours / perDay),
			diagnostics: []
		};
	}
	const tasks = wholeDays(taskNetworkHours(countedTasks(milestone)) / calendar.hoursPerDay);
	if (tasks > 0) return {
		days: tasks,
		diagnostics: []
	};
	return {
		days: 1,
		diagnostics: [diagnostic("default-duration", { file }, `${id} says nothing about its length, so the schedule counts one working day`, "Give timeline.duration, an estimated start and end, or estimated hours.")]
	};
}

// src/analysis/critical-chains.ts
/** Critical successors of each critical node, smallest number first, and the critical nodes that nothing critical drives. */
function criticalGraph({ order, successors }, early, floats) {
	const { offset, target, lag } = successors;
	const next = /* @__PURE__ */ new Map();
	const driven = /* @__PURE__ */ new Set();
	for (let i = 0; i < order.length; i++) {
		const n = order[i];
		if (floats.total[n] !== 0) continue;
		const after = [];
		for (let e = offset[n]; e < offset[n + 1]; e++) {
			const s = target[e];
			if (floats.total[s] !== 0 || early.start[s] !== early.finish[n] + lag[e]) continue;
			after.push(s);
			driven.add(s);
		}
		next.set(n, after.sort((a, b) => a - b));
	}
	return {
		next,
		heads: [...next.keys()].filter((n) => !driven.has(n)).sort((a, b) => a - b)
	};
}
/**
* Counts all critical chains without walking them (there may be exponentially many) and lists the first `limit`. Every step
* down leads to the end of some chain, so a listed chain costs no more than its length.
*/
function criticalChains(network, early, floats, limit) {
	const { next, heads } = criticalGraph(network, early, floats);
	const counts = /* @__PURE__ */ new Map();
	const sum = (nodes) => Math.min(Number.MAX_SAFE_INTEGER, nodes.reduce((total, n) => total + (counts.get(n) ?? 0), 0));
	for (const n of network.order.toReversed()) {
		const after = next.get(n);
		if (after) counts.set(n, after.length === 0 ? 1 : sum(after));
	}
	const chains = [];
	const path = [];
	/** For each place on the path, the choices not tried yet, last one first. */
	const choices = [heads.toReversed()];
	while (choices.length > 0 && chains.length < limit) {
		const n = choices.at(-1)?.pop();
		if (n === void 0) {
			choices.pop();
			path.pop();
			continue;
		}
		path.push(n);
		const after = next.get(n) ?? [];
		if (after.length === 0) chains.push([...path]);
		choices.push(after.toReversed());
	}
	return {
		chains,
		count: sum(heads)
	};
}

// src/analysis/projection.ts
/**
* The day after the last unresolved external dependency is due, as an index: it arrives in the course of that day, as a
* predecessor finishes in the course of its last one.
*/
function externalHold({ external }, calendar) {
	return external.filter(({ status, resolvedAt }) => status !== "done" && resolvedAt === null).map(({ due }) => calendar.dayOf(due)).filter((due) => due !== null).reduce((hold, due) => Math.max(hold, calendar.toIndex(due + 1)), Number.NEGATIVE_INFINITY);
}
/**
* What the projected network computes with, by node:
*
* - Completed: `actual_start` (else as planned; work of no time starts when it finishes) to `actual_end` (else the day of
*   `completed_at`, else as planned).
* - In progress: since `actual_start` (else as planned); what remains is done from today on, whatever its predecessors do,
*   for it has evidently started without them. Today counts if it is a working day.
* - Planning or blocked: what remains starts today at the earliest, after its predecessors, its `estimated_start` and the
*   due dates of its external dependencies. An `actual_start` that it already has stays its start.
*
* Only unfinished work is scheduled, so nothing unfinished lies before today.
*/
function projectedWork(work, calendar) {
	const { milestones, network, planned, remaining } = work;
	const now = calendar.toIndex(work.today);
	const earliest = new Float64Array(network.size);
	const duration = Float64Array.from(remaining);
	const pinned = new Uint8Array(network.size);
	for (const [n, milestone] of milestones.entries()) if (milestone.status === "completed") {
		pinned[n] = 1;
		const step = planned.finish[n] - planned.lastDay[n];
		const end = actualEnd(milestone, calendar);
		earliest[n] = end === null ? planned.lastDay[n] : calendar.toIndex(end + step) - step;
		duration[n] = step;
	} else if (milestone.status === "in_progress") {
		pinned[n] = 1;
		earliest[n] = now;
	} else earliest[n] = Math.max(now, work.earliest[n], externalHold(milestone, calendar));
	return {
		duration,
		earliest,
		pinned
	};
}
/** Runs the planned network on from what has happened up to today. */
function projectionOf(progressed, calendar) {
	const { milestones, network, planned } = progressed;
	const work = projectedWork(progressed, calendar);
	const early = earlyDates(network, work);
	return {
		milestones,
		network,
		work,
		early,
		dates: milestones.map((milestone, n) => {
			const rest = datesAt(calendar, early, n);
			const begun = calendar.dayOf(milestone.timeline.actual_start);
			if (milestone.status === "completed") {
				const was = datesAt(calendar, planned, n);
				const finish = actualEnd(milestone, calendar) ?? was.finish;
				const takesTime = planned.finish[n] > planned.start[n];
				return {
					start: Math.min(begun ?? (takesTime ? was.start : finish), finish),
					finish
				};
			}
			if (milestone.status === "in_progress") return {
				start: Math.min(begun ?? datesAt(calendar, planned, n).start, rest.start),
				finish: rest.finish
			};
			return {
				start: begun === null ? rest.start : Math.min(begun, rest.start),
				finish: rest.finish
			};
		})
	};
}

// src/analysis/schedule.ts
/** How many critical paths are listed; the count is of all. */
const LISTED_PATHS = 20;
/** `project.start`, else the earliest estimated start, else today. */
function startOf(milestones, calendar, projectStart, today) {
	const stated = calendar.dayOf(projectStart);
	if (stated !== null) return stated;
	const starts = milestones.map((m) => calendar.dayOf(m.timeline.estimated_start)).filter((day) => day !== null);
	return starts.reduce((earliest, day) => Math.min(earliest, day), starts[0] ?? today);
}
function latestFinish(slots, pick) {
	let latest = null;
	for (const slot of slots) latest = Math.max(latest ?? Number.NEGATIVE_INFINITY, pick(slot).finish);
	return latest;
}
/**
* Planned and projected dates, floats and critical paths of all milestones (in order of their ids).
*
* - `estimated_start` on a day off means the next working day, and is never before the start of the project.
* - Cancelled milestones take no part: an edge from or to one holds nobody.
* - Members of a cycle get no dates, since none would be true; edges from them hold nobody, and the rest is scheduled.
*/
function scheduleOf(milestones, efforts, calendar, projectStart, today) {
	const live = milestones.filter((m) => m.status !== "cancelled");
	const ids = live.map((m) => m.id);
	const place = new Map(ids.map((id, i) => [id, i]));
	const at = (id) => place.get(id);
	const edges = edgesOf(live);
	const network = networkOf(live.length, {
		from: Int32Array.from(edges, (edge) => at(edge.from)),
		to: Int32Array.from(edges, (edge) => at(edge.to)),
		lag: Int32Array.from(edges, (edge) => spanDays(edge.lag, calendar.daysPerWeek))
	});
	const start = startOf(live, calendar, projectStart, today);
	const base = calendar.toIndex(start);
	const earliest = Float64Array.from(live, (m) => {
		const day = calendar.dayOf(m.timeline.estimated_start);
		return day === null ? base : Math.max(base, calendar.toIndex(day));
	});
	const duration = Float64Array.from(live, (m) => efforts.get(m.id)?.duration ?? 0);
	const planned = earlyDates(network, {
		duration,
		earliest
	});
	const floats = floatsOf(network, planned);
	const progressed = {
		milestones: live,
		network,
		planned,
		earliest,
		remaining: Float64Array.from(live, (m) => efforts.get(m.id)?.remaining ?? 0),
		today
	};
	const projection = projectionOf(progressed, calendar);
	const slots = /* @__PURE__ */ new Map();
	for (const [n, id] of ids.entries()) {
		if (network.cyclic[n] === 1) continue;
		slots.set(id, {
			planned: datesAt(calendar, planned, n),
			projected: projection.dates[n],
			earlyStart: planned.start[n] - base,
			earlyFinish: planned.finish[n] - base,
			lateStart: floats.lateStart[n] - base,
			lateFinish: floats.lateFinish[n] - base,
			totalFloat: floats.total[n],
			freeFloat: floats.free[n],
			critical: floats.total[n] === 0
		});
	}
	const { chains, count } = criticalChains(network, planned, floats, LISTED_PATHS);
	return {
		start,
		length: slots.size === 0 ? 0 : floats.end - base,
		plannedFinish: latestFinish(slots.values(), (slot) => slot.planned),
		projectedFinish: latestFinish(slots.values(), (slot) => slot.projected),
		slots,
		criticalPaths: chains.map((chain) => chain.map((n) => ids[n])),
		criticalPathCount: count,
		cycle: slots.size === ids.length ? null : findCycle(ids, edges),
		cyclic: new Set(ids.filter((_, n) => network.cyclic[n] === 1)),
		projection
	};
}

// src/analysis/facts.ts
/** True while there is something left to do: neither completed nor cancelled. */
function isOpen({ milestone }) {
	return milestone.status !== "completed" && milestone.status !== "cancelled";
}
/** External dependencies that are neither done nor resolved. */
function openExternals({ milestone }) {
	return milestone.external.filter((external) => external.status !== "done" && external.resolvedAt === null);
}
function remainingDays(milestone, duration, progress) {
	if (milestone.status === "completed" || milestone.status === "cancelled") return 0;
	return wholeDays(duration * (100 - progress) / 100);
}
/** Works out the project's facts on the day `today`. `found` are first due dates by id for milestones the journal has none of. */
function factsOf(state, calendar, today, found = /* @__PURE__ */ new Map()) {
	const { config, milestones, journal } = state;
	const diagnostics = [];
	const efforts = /* @__PURE__ */ new Map();
	for (const milestone of milestones) {
		const { days, diagnostics: found } = durationOf(milestone, calendar);
		const progress = milestoneProgress(milestone, config);
		const mismatch = progressMismatch(milestone, progress, config);
		if (milestone.status !== "cancelled") diagnostics.push(...found, ...mismatch ? [mismatch] : []);
		efforts.set(milestone.id, {
			duration: days,
			progress,
			remaining: remainingDays(milestone, days, progress)
		});
	}
	const schedule = scheduleOf(milestones, efforts, calendar, config.project.start, today);
	const dues = firstDues(journal);
	const links = new Map(milestones.map((m) => [m.id, []]));
	const waits = new Map(milestones.map((m) => [m.id, []]));
	const facts = milestones.map((milestone) => {
		const { id } = milestone;
		const slot = schedule.slots.get(id) ?? null;
		const due = calendar.dayOf(milestone.timeline.estimated_end);
		const baseline = baselineOf(milestone, dues.get(id) ?? found.get(id), calendar);
		const ended = actualEnd(milestone, calendar);
		const end = ended ?? slot?.projected.finish ?? null;
		return {
			milestone,
			progress: efforts.get(id)?.progress ?? 0,
			duration: efforts.get(id)?.duration ?? 0,
			remaining: efforts.get(id)?.remaining ?? 0,
			slot,
			cyclic: schedule.cyclic.has(id),
			due,
			baseline,
			actualEnd: ended,
			variance: due === null || end === null ? null : calendar.workingDaysBetween(due, end),
			slippage: due === null || baseline === null ? null : calendar.workingDaysBetween(baseline, due),
			requires: links.get(id) ?? [],
			waitsFor: waits.get(id) ?? []
		};
	});
	const byId = new Map(facts.map((f) => [f.milestone.id, f]));
	for (const edge of edgesOf(milestones)) {
		const from = byId.get(edge.from);
		const to = byId.get(edge.to);
		if (!from || !to) continue;
		links.get(edge.to)?.push({
			from,
			to,
			lag: spanDays(edge.lag, calendar.daysPerWeek)
		});
		if (isOpen(from) && isOpen(to)) waits.get(edge.to)?.push(from);
	}
	return {
		config,
		calendar,
		today,
		facts,
		schedule,
		diagnostics
	};
}
/** A day, or null, as the contract writes it. */
function isoDay(day) {
	return day === null ? null : formatDay(day);
}

// src/analysis/wording.ts
/** How reasons put figures into words. */
function days(n) {
	return n === 1 ? "1 working day" : `${n} working days`;
}
/** How a finish stands against a due date: `2 working days after its due date 2024-07-15`. `variance` is in working days. */
function against(due, finish, variance) {
	const date = `its due date ${formatDay(due)}`;
	if (variance !== 0) return `${days(Math.abs(variance))} ${variance > 0 ? "after" : "before"} ${date}`;
	if (finish === due) return `on ${date}`;
	return finish < due ? `in time for ${date}` : `no working day after ${date}`;
}
function percent(value) {
	return `${roundPercent(value)} %`;
}
/** `M05, M06 and M07`; beyond six the rest is counted. */
function listed(items) {
	const shown = items.length > 6 ? [...items.slice(0, 5), `${items.length - 5} more`] : items;
	return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

// src/analysis/dependencies.ts
/** Why a milestone is stuck by itself, whatever its predecessors do; null if it is not. */
function ownBlock(facts) {
	if (facts.milestone.status === "blocked") return "it is marked as blocked";
	const names = openExternals(facts).filter((external) => external.status === "blocked").map((external) => external.name);
	if (names.length > 0) return `${names.join(", ")} (external) ${names.length === 1 ? "is" : "are"} blocked`;
	return facts.cyclic ? "it waits for itself in a dependency cycle" : null;
}
/**
* How far a dependency has come, seen from its predecessor:
*
* - `satisfied`: completed; or cancelled, for then there is nothing to wait for any more (the schedule ignores it, too);
* - `blocked`: the predecessor is stuck by itself: marked as blocked, an external dependency of it is, or it is in a cycle;
* - `at_risk`: its projected finish is after its own due date;
* - `in_progress`: under way and in time;
* - `waiting`: not started.
*/
function edgeState({ from }) {
	const { status } = from.milestone;
	if (status === "completed" || status === "cancelled") return "satisfied";
	if (ownBlock(from) !== null) return "blocked";
	if ((from.variance ?? 0) > 0) return "at_risk";
	return status === "in_progress" ? "in_progress" : "waiting";
}

// node_modules/pure-rand/lib/esm/generator/xoroshiro128plus.js
const jumps = [
	3639956645,
	3750757012,
	1261568508,
	386426335
];
var XoroShiro128Plus = class XoroShiro128Plus {
	constructor(s01, s00, s11, s10) {
		this.s01 = s01;
		this.s00 = s00;
		this.s11 = s11;
		this.s10 = s10;
	}
	clone() {
		return new XoroShiro128Plus(this.s01, this.s00, this.s11, this.s10);
	}
	next() {
		const out = this.s00 + this.s10 | 0;
		const a0 = this.s10 ^ this.s00;
		const a1 = this.s11 ^ this.s01;
		const s00 = this.s00;
		const s01 = this.s01;
		this.s00 = s00 << 24 ^ s01 >>> 8 ^ a0 ^ a0 << 16;
		this.s01 = s01 << 24 ^ s00 >>> 8 ^ a1 ^ (a1 << 16 | a0 >>> 16);
		this.s10 = a1 << 5 ^ a0 >>> 27;
		this.s11 = a0 << 5 ^ a1 >>> 27;
		return out;
	}
	jump() {
		let ns01 = 0;
		let ns00 = 0;
		let ns11 = 0;
		let ns10 = 0;
		let s01 = this.s01;
		let s00 = this.s00;
		let s11 = this.s11;
		let s10 = this.s10;
		for (let i = 0; i !== 4; ++i) {
			const ji = jumps[i];
			for (let mask = 1; mask; mask <<= 1) {
				if (ji & mask) {
					ns01 ^= s01;
					ns00 ^= s00;
					ns11 ^= s11;
					ns10 ^= s10;
				}
				const a0 = s10 ^ s00;
				const a1 = s11 ^ s01;
				const s00_ = s00;
				const s01_ = s01;
				s00 = s00_ << 24 ^ s01_ >>> 8 ^ a0 ^ a0 << 16;
				s01 = s01_ << 24 ^ s00_ >>> 8 ^ a1 ^ (a1 << 16 | a0 >>> 16);
				s10 = a1 << 5 ^ a0 >>> 27;
				s11 = a0 << 5 ^ a1 >>> 27;
			}
		}
		this.s01 = ns01;
		this.s00 = ns00;
		this.s11 = ns11;
		this.s10 = ns10;
	}
	getState() {
		return [
			this.s01,
			this.s00,
			this.s11,
			this.s10
		];
	}
};
function xoroshiro128plusFromState(state) {
	if (!(state.length === 4)) throw new Error("The state must have been produced by a xoroshiro128plus RandomGenerator");
	return new XoroShiro128Plus(state[0], state[1], state[2], state[3]);
}

// src/analysis/random-stream.ts
/**
* A stream of random numbers of its own for every uncertain quantity, seeded by a hash of the quantity's name alone (128 bits of
* SHA-256). So the same store gives the same bytes everywhere, and a change elsewhere in the project leaves the stream as it
* is: two forecasts, before and after a change, differ by the change and not by the luck of the draw ("common random numbers",
* Glasserman and Yao, "Some Guidelines and Guarantees for Common Random Numbers", Management Science 38, 1992).
*/
function randomStream(name) {
	const digest = createHash("sha256").update(name).digest();
	return xoroshiro128plusFromState([
		0,
		4,
		8,
		12
	].map((at) => digest.readInt32LE(at)));
}
/** Names all streams of a simulation in 16 hexadecimal digits: the seed that the forecast reports. */
function seedOf(names) {
	return createHash("sha256").update(JSON.stringify(names)).digest("hex").slice(0, 16);
}
const STEP = 2 ** -32;
/** The next number of the stream, uniform from 0 to below 1, in steps of 2⁻³². */
function uniform(stream) {
	return (stream.next() >>> 0) * STEP;
}

// src/analysis/beta-pert.ts
/** Steps of the quantile table, and of the numerical integral below it. */
const STEPS = 1024;
const LAMBDA = 4;
const known = /* @__PURE__ */ new Map();
/**
* The quantile function of X, where `mode` = (m − a)/(b − a), from 0 to 1. Numbers are drawn by inverting the distribution
* function (Devroye, "Non-Uniform Random Variate Generation", 1986, chapter II.2), tabulated once per shape by Simpson's rule.
* Inversion, unlike rejection, draws a later value for a more pessimistic shape from the same uniform number, so that a forecast
* never gets better by more work.
*/
function pertQuantiles(mode) {
	const found = known.get(mode);
	if (found) return found;
	const a = LAMBDA * mode;
	const b = LAMBDA * (1 - mode);
	const density = (x) => x ** a * (1 - x) ** b;
	const cumulative = /* @__PURE__ */ new Float64Array(1025);
	for (let i = 0, left = density(0); i < STEPS; i++) {
		const right = density((i + 1) / STEPS);
		cumulative[i + 1] = cumulative[i] + left + 4 * density((i + .5) / STEPS) + right;
		left = right;
	}
	const total = cumulative[STEPS];
	const values = /* @__PURE__ */ new Float64Array(1025);
	let cell = 0;
	for (let k = 1; k < STEPS; k++) {
		const wanted = total * k / STEPS;
		while (cumulative[cell + 1] < wanted) cell++;
		const low = cumulative[cell];
		values[k] = (cell + (wanted - low) / (cumulative[cell + 1] - low)) / STEPS;
	}
	values[STEPS] = 1;
	const quantiles = {
		values,
		stepwise: false
	};
	known.set(mode, quantiles);
	return quantiles;
}
/** The value below which the share `u` (0 to below 1) of the distribution lies. */
function quantileAt({ values, stepwise }, u) {
	if (stepwise) return values[Math.floor(u * values.length)];
	const place = u * (values.length - 1);
	const cell = Math.floor(place);
	const low = values[cell];
	return low + (place - cell) * (values[cell + 1] - low);
}

// src/analysis/simulation.ts
/** Numbers that stay in the processor's cache while a block is worked on. */
const CACHED = 32768;
const ROUNDING = 1e-9;
/** Whole working day of a `lastDay`; the sum of many fractions may be off by a trifle. */
function wholeDay(lastDay) {
	return Math.ceil(lastDay - 1e-6);
}
/**
* How many runs: 10,000, fewer (at least 1,000) where runs × milestones would exceed a million. With 10,000 runs the 85th
* percentile lies between the 84.3th and the 85.7th of an endless simulation, 95 times of 100 (binomial proportion).
*/
function runsFor(milestones) {
	return Math.max(1e3, Math.min(1e4, Math.floor(1e6 / Math.max(1, milestones))));
}
/**
* Draws what is left of a milestone: the whole length from its distribution, times the share that is left. A milestone that is
* under way needs whole days, as in the projection; one that has made no progress keeps its fraction, for else a chain
* would gain half a day with every link.
*/
function draw({ spread, left }, stream, block, n) {
	const { low, width, quantiles } = spread;
	const at = n * block.stride;
	const end = at + block.count;
	for (let i = at; i < end; i++) {
		const whole = quantiles === null || stream === null ? low : low + width * quantileAt(quantiles, uniform(stream));
		block.length[i] = left === 1 ? whole : Math.min(whole, Math.max(0, Math.ceil(whole * left - ROUNDING)));
	}
}
/** The forward pass of `earlyDates`, for all runs of the block. */
function forward({ activities, earliest, begin, day, predecessors }, block) {
	const { count, stride, length, start, finish, lastDay } = block;
	const { offset, target, lag } = predecessors;
	for (let n = 0; n < activities.length; n++) {
		const at = n * stride;
		const own = earliest[n];
		start.fill(begin[n], at, at + count);
		lastDay.fill(day[n], at, at + count);
		for (let e = offset[n]; e < offset[n + 1]; e++) {
			const from = target[e] * stride;
			const gap = lag[e];
			for (let r = 0; r < count; r++) {
				const bound = finish[from + r] + gap;
				const reached = start[at + r];
				if (bound < reached) continue;
				const driven = lastDay[from + r] + gap;
				if (bound > reached) {
					start[at + r] = bound;
					lastDay[at + r] = driven;
				} else if (bound > own && driven > lastDay[at + r]) lastDay[at + r] = driven;
			}
		}
		for (let r = 0; r < count; r++) {
			const end = start[at + r] + length[at + r];
			finish[at + r] = end;
			if (length[at + r] > 0) lastDay[at + r] = end - 1;
		}
	}
}
/** Adds to the drawn lengths the delays of the risks that strike: each by itself, with its own probability (Bernoulli). */
function strike({ hazards }, streams, block) {
	for (const [h, { node, probability, delay }] of hazards.entries()) {
		const stream = streams[h];
		for (let r = 0; r < block.count; r++) {
			const i = node * block.stride + r;
			if (uniform(stream) < probability) block.length[i] = block.length[i] + delay;
		}
	}
}
/** Simulates the network `runs` times and shows every block of runs to the observer. Time O(runs × (V + E)), no recursion. */
function simulate(model, runs, { plain, risky }) {
	const size = model.activities.length;
	const stride = Math.min(runs, Math.max(16, Math.min(256, Math.floor(CACHED / Math.max(1, size)))));
	const array = () => new Float64Array(size * stride);
	const arrays = {
		length: array(),
		start: array(),
		finish: array(),
		lastDay: array()
	};
	const streams = model.activities.map(({ spread, stream }) => spread.quantiles === null ? null : randomStream(stream));
	const fates = model.hazards.map(({ stream }) => randomStream(stream));
	for (let first = 0; first < runs; first += stride) {
		const block = {
			first,
			count: Math.min(stride, runs - first),
			stride,
			...arrays
		};
		for (const [n, activity] of model.activities.entries()) draw(activity, streams[n] ?? null, block, n);
		forward(model, block);
		plain(block);
		if (!risky || model.hazards.length === 0) continue;
		strike(model, fates, block);
		forward(model, block);
		risky(block);
	}
}

// src/analysis/spread.ts
/** Fewer ratios than this are no distribution, so they are not used. */
const USABLE = 3;
/**
* What the project's own finished work says about its estimates, by rising ratio. A completed milestone counts if it says when it
* really started and ended, and both its planned length and the time between have a working day.
*/
function experienceOf(facts, calendar) {
	return facts.flatMap(({ milestone, duration }) => {
		const end = actualEnd(milestone, calendar);
		const start = calendar.dayOf(milestone.timeline.actual_start);
		if (end === null || start === null || duration === 0) return [];
		const actual = calendar.countWorkingDays(start, end);
		return actual === 0 ? [] : [{
			id: milestone.id,
			actual,
			planned: duration,
			ratio: actual / duration
		}];
	}).sort((a, b) => a.ratio - b.ratio);
}
/**
* How uncertain a milestone's length is: by its three-point estimate, else by the project's own history (every ratio of actual to
* planned length equally likely, as in Efron's bootstrap), else not at all as far as anybody can tell. A duration outside its
* own estimate stretches the estimate: it was given before the plan changed.
*/
function spreadOf({ milestone, duration }, history, calendar) {
	const { optimistic, pessimistic } = milestone.timeline;
	const low = optimistic == null ? void 0 : parseSpan(optimistic);
	const high = pessimistic == null ? void 0 : parseSpan(pessimistic);
	if (low && high) {
		const a = Math.min(duration, spanDays(low, calendar.daysPerWeek));
		const b = Math.max(duration, spanDays(high, calendar.daysPerWeek));
		const quantiles = b > a ? pertQuantiles((duration - a) / (b - a)) : null;
		return {
			source: "three_point",
			low: a,
			width: b - a,
			quantiles,
			points: [
				a,
				duration,
				b
			]
		};
	}
	if (history && duration > 0) return {
		source: "history",
		low: 0,
		width: duration,
		quantiles: history,
		points: null
	};
	return {
		source: "none",
		low: duration,
		width: 0,
		quantiles: null,
		points: null
	};
}
/** The ratios as a distribution; null where there are too few of them. */
function historyQuantiles(experience) {
	if (experience.length < 3) return null;
	return {
		values: Float64Array.from(experience, (e) => e.ratio),
		stepwise: true
	};
}

// src/analysis/simulation-model.ts
function links(size, near, far, lag) {
	const offset = new Int32Array(size + 1);
	for (const n of near) offset[n + 1] = offset[n + 1] + 1;
	for (let n = 0; n < size; n++) offset[n + 1] = offset[n + 1] + offset[n];
	const next = offset.slice(0, size);
	const made = {
		offset,
		target: new Int32Array(near.length),
		lag: new Int32Array(near.length)
	};
	for (const [e, n] of near.entries()) {
		const place = next[n];
		next[n] = place + 1;
		made.target[place] = far[e];
		made.lag[place] = lag[e];
	}
	return made;
}
function hazardsOf(activities, daysPerWeek) {
	return activities.flatMap(({ facts: { milestone } }, node) => {
		const seen = /* @__PURE__ */ new Map();
		return milestone.risks.flatMap((risk) => {
			const { status, probability, delay } = risk;
			const name = risk.id ?? risk.description;
			const nth = seen.get(name) ?? 0;
			seen.set(name, nth + 1);
			if (status !== "open" || !probability || delay === null || delay.amount === 0) return [];
			const stream = JSON.stringify([
				"risk",
				milestone.id,
				name,
				nth
			]);
			const { description } = risk;
			return [{
				node,
				id: name,
				description,
				probability,
				delay: spanDays(delay, daysPerWeek),
				stream
			}];
		});
	});
}
/** What is left of the project as a network to simulate. Members of a dependency cycle have no dates and are left out. O(V+E). */
function simulationModel({ facts, schedule, calendar }) {
	const { network, work, early, milestones } = schedule.projection;
	const byId = new Map(facts.map((f) => [f.milestone.id, f]));
	const experience = experienceOf(facts, calendar);
	const history = historyQuantiles(experience);
	const place = new Int32Array(network.size).fill(-1);
	const nodes = network.order.filter((n) => isOpen(byId.get(milestones[n]?.id ?? "")));
	for (const [i, n] of nodes.entries()) place[n] = i;
	const activities = Array.from(nodes, (n) => {
		const own = byId.get(milestones[n]?.id ?? "");
		const stream = JSON.stringify(["milestone", own.milestone.id]);
		const left = (100 - own.progress) / 100;
		return {
			facts: own,
			spread: spreadOf(own, history, calendar),
			left,
			projected: own.remaining,
			stream
		};
	});
	const size = nodes.length;
	const earliest = Float64Array.from(nodes, (n) => work.earliest[n]);
	const begin = earliest.slice();
	const day = earliest.slice();
	const [from, to, lag] = [
		[],
		[],
		[]
	];
	const { offset, target, lag: lags } = network.predecessors;
	for (const [i, n] of nodes.entries()) {
		const end = work.pinned[n] === 1 ? 0 : offset[n + 1];
		for (let e = offset[n]; e < end; e++) {
			const p = target[e];
			const gap = lags[e];
			if (place[p] >= 0) {
				from.push(place[p]);
				to.push(i);
				lag.push(gap);
				continue;
			}
			const bound = early.finish[p] + gap;
			const driven = early.lastDay[p] + gap;
			if (bound > begin[i]) {
				begin[i] = bound;
				day[i] = driven;
			} else if (bound === begin[i] && bound > earliest[i]) day[i] = Math.max(day[i], driven);
		}
	}
	return {
		activities,
		earliest,
		begin,
		day,
		predecessors: links(size, to, from, lag),
		successors: links(size, from, to, lag),
		hazards: hazardsOf(activities, calendar.daysPerWeek),
		experience
	};
}

// src/analysis/simulation-tally.ts
/** Index of the `share` percentile (0–100) in `count` sorted values: the smallest value that so many do not exceed. */
function percentileIndex(share, count) {
	return Math.max(0, Math.ceil(share * count / 100 - 1e-9) - 1);
}
/**
* Marks what is critical in one run: what ends last, and whatever a critical successor waits for. The comparison is exact, for the
* forward pass computed the start by the same sum.
*/
function markCritical(model, block, r, end, mark) {
	const { offset, target, lag } = model.successors;
	const { stride, start, finish } = block;
	for (let n = model.activities.length - 1; n >= 0; n--) {
		const over = finish[n * stride + r];
		let critical = over === end;
		for (let e = offset[n]; !critical && e < offset[n + 1]; e++) {
			const s = target[e];
			critical = mark[s] === 1 && start[s * stride + r] === over + lag[e];
		}
		mark[n] = critical ? 1 : 0;
	}
}
/** Boundary at which the last activity is over in run `r` of the block, and the last working day of any. */
function endOf(block, size, r) {
	let over = Number.NEGATIVE_INFINITY;
	let last = Number.NEGATIVE_INFINITY;
	for (let i = r; i < size * block.stride; i += block.stride) {
		if (block.finish[i] > over) over = block.finish[i];
		if (block.lastDay[i] > last) last = block.lastDay[i];
	}
	return {
		over,
		day: wholeDay(last)
	};
}
/** Sums for a correlation, kept while the runs pass by; values are taken relative to a fixed one, so that nothing cancels out. */
function correlator(size) {
	const [x, xx, xy] = [
		new Float64Array(size),
		new Float64Array(size),
		new Float64Array(size)
	];
	let [y, yy, count] = [
		0,
		0,
		0
	];
	return {
		add(block, base, ends) {
			for (let n = 0; n < size; n++) {
				let [sum, squares, products] = [
					0,
					0,
					0
				];
				const at = n * block.stride;
				for (let r = 0; r < block.count; r++) {
					const d = block.length[at + r] - base[n];
					sum += d;
					squares += d * d;
					products += d * ends[r];
				}
				x[n] = x[n] + sum;
				xx[n] = xx[n] + squares;
				xy[n] = xy[n] + products;
			}
			for (let r = 0; r < block.count; r++) {
				y += ends[r];
				yy += ends[r] ** 2;
			}
			count += block.count;
		},
		result() {
			const varianceY = yy / count - (y / count) ** 2;
			return x.map((sum, n) => {
				const variance = xx[n] / count - (sum / count) ** 2;
				const covariance = xy[n] / count - sum / count * (y / count);
				return variance > 1e-9 && varianceY > 1e-9 ? covariance / Math.sqrt(variance * varianceY) : 0;
			});
		}
	};
}
/** Simulates the model `runs` times and counts. */
function tally(model, runs) {
	const size = model.activities.length;
	const ends = new Int32Array(runs);
	const riskyEnds = model.hazards.length > 0 ? new Int32Array(runs) : ends;
	const days = new Int32Array(size * runs);
	const critical = new Int32Array(size);
	const mark = new Uint8Array(size);
	const base = Float64Array.from(model.activities, (activity) => activity.projected);
	const overs = /* @__PURE__ */ new Float64Array(256);
	const sums = correlator(size);
	let origin = null;
	simulate(model, runs, {
		plain: (block) => {
			for (let n = 0; n < size; n++) {
				const [at, out] = [n * block.stride, n * runs + block.first];
				for (let r = 0; r < block.count; r++) days[out + r] = wholeDay(block.lastDay[at + r]);
			}
			for (let r = 0; r < block.count; r++) {
				const { over, day } = endOf(block, size, r);
				ends[block.first + r] = day;
				origin ??= over;
				overs[r] = over - origin;
				markCritical(model, block, r, over, mark);
				for (let n = 0; n < size; n++) critical[n] = critical[n] + mark[n];
			}
			sums.add(block, base, overs);
		},
		risky: (block) => {
			for (let r = 0; r < block.count; r++) riskyEnds[block.first + r] = endOf(block, size, r).day;
		}
	});
	ends.sort();
	if (riskyEnds !== ends) riskyEnds.sort();
	const daysOf = (n) => days.slice(n * runs, (n + 1) * runs).sort();
	return {
		runs,
		ends,
		riskyEnds,
		daysOf,
		critical,
		correlation: sums.result()
	};
}

// src/analysis/forecast.ts
const DRIVERS = 10;
const UNKNOWN = {
	p50: null,
	p85: null,
	p95: null
};
/** P50, P85 and P95 of rising days: the first day by which so many percent of the runs are over (the inverse of what was counted). */
function quantilesOf(rising, dayOf) {
	const at = (share) => formatDay(dayOf(rising[percentileIndex(share, rising.length)]));
	return {
		p50: at(50),
		p85: at(85),
		p95: at(95)
	};
}
/** Share of the rising days that are at most `limit`, in percent. */
function shareUpTo(rising, limit) {
	let low = 0;
	let high = rising.length;
	while (low < high) {
		const middle = low + high >> 1;
		if (rising[middle] <= limit) low = middle + 1;
		else high = middle;
	}
	return roundPercent(low / rising.length * 100);
}
/** Why the spread of some milestone is unknown or thin; null if every length that matters is backed by enough. */
function thinness({ activities, experience }) {
	const uncertain = activities.filter((a) => a.projected > 0 && a.spread.source !== "three_point");
	if (uncertain.length === 0 || experience.length >= 5) return null;
	const ids = listed(uncertain.map((a) => a.facts.milestone.id));
	const n = experience.length;
	const history = n === 0 ? "no completed milestone says" : `only ${n === 1 ? "1 completed milestone says" : `${n} completed milestones say`}`;
	const effect = experience.length < 3 ? "so their lengths are taken as certain and only risks spread the dates" : "so the spread is thin";
	return `${uncertain.length === 1 ? `${ids} has` : `${ids} have`} no three-point estimate, and ${history} both start and actual end (${5} are enough), ${effect}`;
}
function nothingToDo(facts) {
	if (facts.length === 0) return "There are no milestones";
	return facts.some(isOpen) ? "All unfinished milestones wait for each other in a cycle" : "No milestone is unfinished";
}
function driversOf({ activities }, { correlation }) {
	return activities.map(({ facts }, n) => ({
		id: facts.milestone.id,
		r: correlation[n]
	})).map(({ id, r }) => ({
		id,
		correlation: Math.round(r * 100) / 100,
		variance_share: roundPercent(r * r * 100)
	})).filter((driver) => driver.correlation > 0 && driver.variance_share >= 1).sort((a, b) => b.variance_share - a.variance_share).slice(0, DRIVERS);
}
/**
* The Monte-Carlo forecast of the project (Van Slyke, "Monte Carlo Methods and the PERT Problem", Operations Research 11, 1963):
* the projected network, run thousands of times with lengths drawn from what is known of them (`spreadOf`).
*
* - `p50`, `p85`, `p95`: the last working day by which so many percent of the runs are over; risks are left out.
*   `risk_adjusted` has them: open risks with a probability and a delay.
* - `on_time`: percentage of the runs in which the milestone keeps its due date.
* - `criticality`: percentage of the runs in which it lies on a longest path (the criticality index of Van Slyke).
* - `drivers`: whose length decides when the project ends: Pearson's correlation between the two, and its square as the share of
*   the variance that goes with it; at most ten, from 1 % on.
* - `history`: completed milestones that say how long they really took; `enough_history` is false, with the reason, where the
*   spread of a milestone rests on too few of them.
*
* Milestones without dates (a dependency cycle) are listed with nulls; finished ones are not listed.
*/
function forecastOf(project) {
	const { facts, calendar, schedule } = project;
	const model = simulationModel(project);
	const { activities, hazards, experience } = model;
	const seed = seedOf([...activities, ...hazards].map(({ stream }) => stream).sort());
	const open = facts.filter(isOpen);
	const unknown = {
		...UNKNOWN,
		on_time: null,
		criticality: null,
		spread: "none"
	};
	if (activities.length === 0) return {
		...UNKNOWN,
		risk_adjusted: UNKNOWN,
		runs: 0,
		seed,
		history: experience.length,
		enough_history: experience.length >= 5,
		reason: nothingToDo(facts),
		milestones: open.map((f) => ({
			id: f.milestone.id,
			...unknown
		})),
		drivers: []
	};
	const result = tally(model, runsFor(activities.length));
	const place = new Map(activities.map((activity, n) => [activity.facts, n]));
	const dayOf = (index) => calendar.toDay(index);
	const floor = facts.filter((f) => f.milestone.status === "completed" && f.slot !== null).reduce((latest, f) => Math.max(latest, f.slot?.projected.finish ?? 0), Number.NEGATIVE_INFINITY);
	const endOf = (index) => Math.max(dayOf(index), floor);
	const thin = thinness(model);
	return {
		...quantilesOf(result.ends, endOf),
		risk_adjusted: quantilesOf(result.riskyEnds, endOf),
		runs: result.runs,
		seed,
		history: experience.length,
		enough_history: thin === null,
		reason: thin ?? (schedule.cyclic.size > 0 ? "Members of a dependency cycle are left out" : null),
		milestones: open.map((f) => {
			const n = place.get(f);
			if (n === void 0) return {
				id: f.milestone.id,
				...unknown
			};
			const days = result.daysOf(n);
			return {
				id: f.milestone.id,
				...quantilesOf(days, dayOf),
				on_time: f.due === null ? null : shareUpTo(days, calendar.toIndex(f.due + 1) - 1),
				criticality: roundPercent(result.critical[n] / result.runs * 100),
				spread: activities[n]?.spread.source ?? "none"
			};
		}),
		drivers: driversOf(model, result)
	};
}

// src/analysis/health.ts
/** More than this many percentage points behind the time that has passed is a risk. */
const BEHIND_POINTS = 20;
const FINISHED = [{
	rule: "completed",
	health: "done",
	test: ({ milestone, actualEnd, variance, due }) => {
		if (milestone.status !== "completed") return null;
		if (actualEnd === null) return "Completed";
		const compared = due === null || variance === null ? "" : `, ${against(due, actualEnd, variance)}`;
		return `Completed on ${formatDay(actualEnd)}${compared}`;
	}
}, {
	rule: "cancelled",
	health: "done",
	test: ({ milestone }) => milestone.status === "cancelled" ? "Cancelled; it takes no part in the schedule" : null
}];
/** For what is not over, in the order in which they win: the first that holds is the health, all that hold are its reasons. */
const OPEN = [
	{
		rule: "blocked",
		health: "blocked",
		test: (facts) => {
			const block = ownBlock(facts);
			return block === null ? null : `Blocked: ${block}`;
		}
	},
	{
		rule: "blocked-predecessor",
		health: "blocked",
		test: (facts) => {
			if (facts.milestone.status === "in_progress") return null;
			const stuck = facts.waitsFor.filter((p) => ownBlock(p) !== null);
			return stuck.length === 0 ? null : `Waits for ${listed(stuck.map((p) => p.milestone.id))}, which cannot go on`;
		}
	},
	{
		rule: "past-due",
		health: "late",
		test: ({ due, progress }, { today, calendar }) => {
			if (due === null || today <= due) return null;
			const over = calendar.workingDaysBetween(due, today);
			return `Was due ${formatDay(due)}${over === 0 ? "" : `, ${days(over)} ago`}, and is ${percent(progress)} done`;
		}
	},
	{
		rule: "projected-late",
		health: "late",
		test: (facts, { config }) => projectedAfterDue(facts, config.tolerance.nearCritical, Number.POSITIVE_INFINITY)
	},
	{
		rule: "projected-after-due",
		health: "at_risk",
		test: (facts, { config }) => projectedAfterDue(facts, 0, config.tolerance.nearCritical)
	},
	{
		rule: "waits-for",
		health: "pending",
		test: (facts) => {
			if (facts.milestone.status !== "planning") return null;
			const waits = facts.waitsFor.map((p) => `${p.milestone.id} (${percent(p.progress)})`);
			return waits.length === 0 ? null : `Waits for ${listed(waits)}`;
		}
	},
	{
		rule: "starts-later",
		health: "pending",
		test: (facts, { today }) => {
			const start = facts.slot?.projected.start;
			if (facts.milestone.status !== "planning" || start === void 0 || start <= today) return null;
			return facts.waitsFor.length > 0 ? null : `Starts on ${formatDay(start)}`;
		}
	},
	{
		rule: "external-at-risk",
		health: "at_risk",
		test: (facts) => {
			const names = openExternals(facts).filter((e) => e.status === "at_risk");
			if (names.length === 0) return null;
			return `${listed(names.map((e) => e.name))} (external) ${names.length === 1 ? "is" : "are"} at risk`;
		}
	},
	{
		rule: "external-overdue",
		health: "at_risk",
		test: (facts, { calendar, today }) => {
			const late = openExternals(facts).filter((e) => (calendar.dayOf(e.due) ?? today) < today);
			return late.length === 0 ? null : `Overdue from outside: ${listed(late.map((e) => `${e.name} (due ${e.due})`))}`;
		}
	},
	{
		rule: "behind",
		health: "at_risk",
		test: behind
	},
	{
		rule: "high-risk",
		health: "at_risk",
		test: ({ milestone, variance, due }, { calendar }) => {
			const room = variance === null ? null : Math.max(0, -variance);
			const grave = milestone.risks.filter((risk) => {
				if (risk.status !== "open" || risk.impact !== "high" && risk.impact !== "critical") return false;
				const delay = risk.delay && spanDays(risk.delay, calendar.daysPerWeek);
				return delay === null || room === null || delay > room;
			});
			if (grave.length === 0) return null;
			const names = listed(grave.map((risk) => risk.id ?? risk.description));
			const left = room === null || due === null ? "" : `; ${days(room)} of room before its due date ${formatDay(due)}`;
			return `Open ${grave.length === 1 ? "risk" : "risks"} of high impact: ${names}${left}`;
		}
	}
];
const ON_TRACK = {
	rule: "on-track",
	health: "on_track",
	test: ({ slot, due, variance }) => {
		if (slot === null) return "Nothing speaks against it";
		const finish = `Projected to finish on ${formatDay(slot.projected.finish)}`;
		return due === null || variance === null ? `${finish}; no due date` : `${finish}, ${against(due, slot.projected.finish, variance)}`;
	}
};
function projectedAfterDue({ slot, due, variance }, above, upTo) {
	if (slot === null || due === null || variance === null || variance <= above || variance > upTo) return null;
	return `Projected to finish on ${formatDay(slot.projected.finish)}, ${against(due, slot.projected.finish, variance)}`;
}
/**
* Compares progress with the share of working days passed (today not counted) from the start to the due date or planned end.
* Nobody is behind with work that cannot begin.
*/
function behind(facts, { calendar, today }) {
	const { slot, milestone, due, progress } = facts;
	const canWork = milestone.status === "in_progress" || milestone.status === "planning" && facts.waitsFor.length === 0;
	if (slot === null || !canWork) return null;
	const start = calendar.dayOf(milestone.timeline.actual_start) ?? slot.planned.start;
	const end = due ?? slot.planned.finish;
	const all = calendar.countWorkingDays(start, end);
	if (all === 0 || start >= today) return null;
	const share = Math.min(100, calendar.countWorkingDays(start, today - 1) / all * 100);
	if (share - progress <= BEHIND_POINTS) return null;
	return `${percent(progress)} done after ${percent(share)} of the time from ${formatDay(start)} to ${formatDay(end)}`;
}
/** The health of a milestone with every reason for it, the deciding one first. */
function healthOf(facts, project) {
	const hits = (isOpen(facts) ? OPEN : FINISHED).flatMap((rule) => {
		const text = rule.test(facts, project);
		return text === null ? [] : [{
			rule,
			text
		}];
	});
	if (hits.length === 0) hits.push({
		rule: ON_TRACK,
		text: ON_TRACK.test(facts, project) ?? ""
	});
	return {
		health: hits[0]?.rule.health ?? "on_track",
		reasons: hits.map(({ rule, text }) => ({
			rule: rule.rule,
			text
		}))
	};
}

// src/analysis/project-health.ts
function named(rated, health, which = () => true) {
	return rated.filter((r) => r.health === health && which(r.facts)).map((r) => r.facts.milestone.id);
}
/** The project's projected finish against its last due date, if it is late by more than `above` and at most `upTo` days. */
function finish(rated, { schedule, calendar }, above, upTo) {
	const dues = rated.map((r) => r.facts.due).filter((due) => due !== null);
	const end = schedule.projectedFinish;
	if (end === null || dues.length === 0) return null;
	const last = dues.reduce((latest, due) => Math.max(latest, due));
	const variance = calendar.workingDaysBetween(last, end);
	if (variance <= above || variance > upTo) return null;
	return `The project is projected to finish on ${formatDay(end)}, ${against(last, end, variance)}`;
}
/** `M06 is late`, `M06 and M07 are late`. */
function are(ids, what) {
	if (ids.length === 0) return null;
	return `${listed(ids)} ${ids.length === 1 ? "is" : "are"} ${what}`;
}
/** First match wins, as for milestones. Cancelled milestones are left out before. */
const RULES = [
	{
		rule: "all-completed",
		health: "done",
		test: (rated) => rated.some((r) => isOpen(r.facts)) ? null : `All ${rated.length} milestones are completed`
	},
	{
		rule: "all-blocked",
		health: "blocked",
		test: (rated) => {
			const open = rated.filter((r) => isOpen(r.facts));
			if (open.filter(({ facts, health }) => health !== "blocked" && (facts.milestone.status === "in_progress" || facts.waitsFor.length === 0)).length > 0) return null;
			return are(named(open, "blocked"), "blocked, and nothing else can go on");
		}
	},
	{
		rule: "projected-late",
		health: "late",
		test: (rated, project) => finish(rated, project, project.config.tolerance.nearCritical, Number.POSITIVE_INFINITY)
	},
	{
		rule: "projected-after-due",
		health: "at_risk",
		test: (rated, project) => finish(rated, project, 0, project.config.tolerance.nearCritical)
	},
	{
		rule: "milestones-late",
		health: "at_risk",
		test: (rated) => are(named(rated, "late"), "late")
	},
	{
		rule: "milestones-blocked",
		health: "at_risk",
		test: (rated) => are(named(rated, "blocked"), "blocked")
	},
	{
		rule: "critical-at-risk",
		health: "at_risk",
		test: (rated) => are(named(rated, "at_risk", (f) => f.slot?.critical === true), "at risk on the critical path")
	},
	{
		rule: "not-started",
		health: "pending",
		test: (rated) => rated.every((r) => r.facts.milestone.status === "planning") ? "No milestone has started" : null
	}
];
/** The health of the project with its reasons, the deciding one first. */
function projectHealth(all, project) {
	const rated = all.filter((r) => r.facts.milestone.status !== "cancelled");
	if (all.length === 0) return {
		health: "pending",
		reasons: [{
			rule: "no-milestones",
			text: "There are no milestones"
		}]
	};
	if (rated.length === 0) return {
		health: "done",
		reasons: [{
			rule: "all-cancelled",
			text: "All milestones are cancelled"
		}]
	};
	const hits = RULES.flatMap((rule) => {
		const text = rule.test(rated, project);
		return text === null ? [] : [{
			rule,
			text
		}];
	});
	const deciding = hits[0];
	if (deciding) return {
		health: deciding.rule.health,
		reasons: hits.map(({ rule, text }) => ({
			rule: rule.rule,
			text
		}))
	};
	return {
		health: "on_track",
		reasons: [{
			rule: "on-track",
			text: finish(rated, project, Number.NEGATIVE_INFINITY, 0) ?? "No milestone is late, blocked or at risk on the critical path"
		}]
	};
}

export { externalHold as _, markCritical as a, edgeState as c, listed as d, percent as f, openExternals as g, isoDay as h, endOf as i, against as l, isOpen as m, healthOf as n, simulationModel as o, factsOf as p, forecastOf as r, simulate as s, projectHealth as t, days as u };