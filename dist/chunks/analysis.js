import { A as edgesOf, At as parseInstant, Dt as dayOfInstant, E as ACTION_PRIORITIES, F as diagnostic, L as trackingOf, M as indexedEdges, Mt as withinCalendar, O as valueAt, Ot as formatDay, P as compareDiagnostics, Tt as LAST_DAY, _t as spanDays, bt as idKey, gt as parseSpan, j as findCycle, jt as weekday, kt as parseDay, ut as PHASES } from "./model.js";
import { createHash } from "node:crypto";

// src/analysis/calendar.ts
/** 1969-12-29, the Monday from which weeks are counted. */
const ANCHOR = -3;
/** How many of the sorted `values` are at most `limit`. */
function countUpTo(values, limit) {
	let low = 0;
	let high = values.length;
	while (low < high) {
		const middle = low + high >> 1;
		if (values[middle] <= limit) low = middle + 1;
		else high = middle;
	}
	return low;
}
/** The working-day calendar of a project's policy. Holidays on days off, and repeated ones, change nothing. */
function calendarOf(config) {
	const known = /* @__PURE__ */ new Map();
	const dayOf = (text) => {
		if (text == null) return null;
		let found = known.get(text);
		if (found === void 0) {
			found = parseDay(text, config.timezone) ?? null;
			known.set(text, found);
		}
		return found;
	};
	const offsets = [...new Set(config.workdays)].sort((a, b) => a - b);
	const perWeek = offsets.length;
	const passed = Array.from({ length: 7 }, (_, d) => offsets.filter((offset) => offset < d).length);
	const workWeekday = new Set(offsets);
	const ordinal = (day) => Math.floor((day - ANCHOR) / 7) * perWeek + passed[weekday(day)];
	const holidays = [...new Set(config.holidays.map(dayOf))].filter((day) => day !== null).filter((day) => workWeekday.has(weekday(day))).sort((a, b) => a - b);
	const off = new Set(holidays);
	/** For each holiday, the index of the working day that follows it: not decreasing, so it can be searched. */
	const indexAfter = holidays.map((day, i) => ordinal(day) - i);
	const toIndex = (day) => ordinal(day) - countUpTo(holidays, day - 1);
	const toDay = (index) => {
		const n = index + countUpTo(indexAfter, index);
		const week = Math.floor(n / perWeek);
		return withinCalendar(ANCHOR + week * 7 + offsets[n - week * perWeek]);
	};
	return {
		hoursPerDay: config.hoursPerDay,
		daysPerWeek: perWeek,
		dayOf,
		isWorkingDay: (day) => workWeekday.has(weekday(day)) && !off.has(day),
		toIndex,
		toDay,
		onOrAfter: (day) => toDay(toIndex(day)),
		onOrBefore: (day) => toDay(toIndex(day + 1) - 1),
		countWorkingDays: (first, last) => Math.max(0, toIndex(last + 1) - toIndex(first)),
		workingDaysBetween: (from, to) => toIndex(to + 1) - toIndex(from + 1),
		shiftWorkingDays: (day, n) => {
			if (n === 0) return day;
			return n > 0 ? toDay(toIndex(day + 1) + n - 1) : toDay(toIndex(day) + n);
		}
	};
}

// src/analysis/progress.ts
/** Words for a finished phase: the original command set also approves a phase instead of completing it. */
const PHASE_DONE = /^(completed?|done|approved)$/i;
/** A percentage with one decimal: how it leaves the engine. Inside, progress stays exact. */
function roundPercent(value) {
	return Math.round(value * 10) / 10;
}
/** The weighted mean of percentages; all weigh the same where the weights are all 0. Null for none. */
function weightedMean(items) {
	if (items.length === 0) return null;
	const total = items.reduce((sum, item) => sum + item.weight, 0);
	if (total === 0) return items.reduce((sum, item) => sum + item.value, 0) / items.length;
	return items.reduce((sum, item) => sum + item.value * item.weight, 0) / total;
}
/** Tasks that count: all but the cancelled ones. */
function countedTasks(milestone) {
	return milestone.tasks.filter((task) => task.status !== "cancelled");
}
/**
* Progress of a task, 0–100: what it states itself; else 100 if completed; else the share of its finished workflow phases
* by weight; else 0.
*/
function taskProgress(task, weights) {
	if (task.progress !== null) return task.progress;
	if (task.status === "completed") return 100;
	const { phases } = task;
	if (!phases) return 0;
	return weightedMean(PHASES.map((name) => ({
		value: PHASE_DONE.test(phases[name]) ? 100 : 0,
		weight: weights[name] ?? 0
	}))) ?? 0;
}
/**
* Progress of a milestone, 0–100, exact. From its tasks (cancelled ones left out), weighted by estimated hours where all of
* them have hours, else equally; without tasks the recorded percentage, else 100 if completed, else 0.
*/
function milestoneProgress(milestone, config) {
	const tasks = countedTasks(milestone);
	const weights = milestone.phaseWeights ?? config.phaseWeights;
	const byHours = tasks.every((task) => task.estimatedHours !== null);
	return weightedMean(tasks.map((task) => ({
		value: taskProgress(task, weights),
		weight: byHours ? task.estimatedHours ?? 0 : 1
	}))) ?? milestone.recordedProgress ?? (milestone.status === "completed" ? 100 : 0);
}
/**
* A warning where the status, the recorded percentage and the tasks tell different stories. Between the last two the tasks are what
* counts.
*/
function progressMismatch(milestone, progress, config) {
	const recorded = milestone.recordedProgress;
	const hasTasks = countedTasks(milestone).length > 0;
	if (milestone.status === "completed" && 100 - progress > config.tolerance.progress + 1e-9) {
		const says = hasTasks ? `its tasks add up to ${roundPercent(progress)}%` : `it records ${roundPercent(progress)}% progress`;
		const mend = hasTasks ? "Finish or cancel its open tasks" : "Set progress.percentage to 100";
		return diagnostic("progress-mismatch", { file: milestone.file }, `${milestone.id} is completed, but ${says}`, `${mend}, or take back its status.`);
	}
	if (recorded === null || !hasTasks) return null;
	if (Math.abs(recorded - progress) <= config.tolerance.progress + 1e-9) return null;
	return diagnostic("progress-mismatch", { file: milestone.file }, `${milestone.id} records ${recorded}% progress, but its tasks add up to ${roundPercent(progress)}%`, `The tasks count. Set progress.percentage to ${roundPercent(progress)}, or correct the tasks.`);
}
/** Progress of the project, 0–100: its milestones weighted by duration, cancelled ones left out; null without any. */
function projectProgress(milestones) {
	return weightedMean(milestones.filter(({ milestone }) => milestone.status !== "cancelled").map(({ progress, duration }) => ({
		value: progress,
		weight: duration
	})));
}

// src/analysis/explanation.ts
function line(key, text, values = {}, milestone = null) {
	return {
		key,
		text,
		milestone,
		values
	};
}
/** At most `limit` lines; how many more there are is said. */
function atMost(limit, lines, what) {
	const more = lines.length - limit;
	if (more <= 0) return [...lines];
	return [...lines.slice(0, limit), line("more", `… and ${more} more ${what}`, { count: more })];
}

// src/analysis/journal-changes.ts
/** Entries whose changes really happened; a request's did not (yet). */
const EFFECTIVE = /* @__PURE__ */ new Set([
	"applied",
	"edited",
	"undone",
	"resolved"
]);
const MILESTONE_FILE = /^(?:(?:active|completed)\/([^/]+)\.ya?ml|(?:completed|archive)\/([^/]+)\/milestone\.ya?ml)$/;
/** The milestone whose file this is (path relative to the store); undefined for any other file. */
function milestoneOfFile(file) {
	const match = MILESTONE_FILE.exec(file);
	return match?.[1] ?? match?.[2];
}
/** Every effective change of a milestone's file that the journal (given oldest first) tells of. */
function milestoneChanges(journal) {
	return journal.flatMap(({ kind, at, actor, changes }) => EFFECTIVE.has(kind) ? changes.flatMap((edit) => {
		const id = milestoneOfFile(edit.file);
		return id === void 0 ? [] : [{
			id,
			at,
			actor,
			edit
		}];
	}) : []);
}
/** The value under `way` before and after a change of it or of what it stands in; null if the change is of something else. */
function valueUnder({ path, before, after }, way) {
	if (path.length > way.length || path.some((key, i) => key !== way[i])) return null;
	const rest = way.slice(path.length);
	return {
		before: valueAt(before, rest),
		after: valueAt(after, rest)
	};
}

// src/analysis/baseline.ts
/**
* The first due date that the journal knows of each milestone, by id: what the first change of it replaced, or set where there
* was none, and when. The journal is given oldest first.
*/
function firstDues(journal) {
	const dues = /* @__PURE__ */ new Map();
	for (const { id, at, edit } of milestoneChanges(journal)) {
		if (dues.has(id)) continue;
		const due = valueUnder(edit, ["timeline", "estimated_end"]);
		const first = [due?.before, due?.after].find((value) => typeof value === "string");
		if (typeof first === "string") dues.set(id, {
			due: first,
			at
		});
	}
	return dues;
}
/** Git tells time in whole seconds. */
const second = (at) => Math.floor((parseInstant(at) ?? Number.POSITIVE_INFINITY) / 1e3);
/**
* The first due date of a milestone of those that the journal and git know: the one that was there earlier, for what a change
* replaced may be an edit made by hand, which only git has seen. A commit of the same second carries the change itself.
*/
function earlierDue(journal, git) {
	if (journal === void 0 || git === void 0) return (journal ?? git)?.due;
	return second(git.at) < second(journal.at) ? git.due : journal.due;
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
/** The day its file says a milestone was finished: `actual_end`, else that of `completed_at`; null unless it is completed. */
function actualEnd(milestone, calendar) {
	if (milestone.status !== "completed") return null;
	return calendar.dayOf(milestone.timeline.actual_end) ?? calendar.dayOf(milestone.completedAt);
}

// src/analysis/completion.ts
/** When the journal last turned each milestone into a completed one, and who did; opening it again takes that back. */
function journalCompletions(changes) {
	const found = /* @__PURE__ */ new Map();
	for (const { id, at, actor, edit } of changes) {
		const after = valueUnder(edit, ["status"])?.after;
		if (after === "completed") {
			if (!found.has(id)) found.set(id, {
				at,
				by: actor
			});
		} else if (typeof after === "string") found.delete(id);
	}
	return found;
}
function completionOf(milestone, calendar, told, commit) {
	const by = told?.by ?? commit?.by ?? null;
	const days = [
		["file", actualEnd(milestone, calendar)],
		["journal", calendar.dayOf(told?.at)],
		["git", calendar.dayOf(commit?.at)]
	];
	for (const [source, day] of days) if (day !== null) return {
		day,
		by,
		source
	};
	return null;
}
/**
* When each completed milestone was finished, by id. Says, in this order: its file (`actual_end`, then `completed_at`), the
* journal, git history. Milestones of which nobody knows are left out.
*/
function completionsOf({ milestones, history }, changes, calendar) {
	const journal = journalCompletions(changes);
	const commits = new Map(history.completions.map((commit) => [commit.id, commit]));
	const found = /* @__PURE__ */ new Map();
	for (const milestone of milestones) {
		const { id, status } = milestone;
		const completion = status === "completed" ? completionOf(milestone, calendar, journal.get(id), commits.get(id)) : null;
		if (completion !== null) found.set(id, completion);
	}
	return found;
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

// src/analysis/measure.ts
function known$2(value, n) {
	return {
		value,
		n,
		reason: null
	};
}
function unknown$1(reason) {
	return {
		value: null,
		n: 0,
		reason
	};
}
/** `part` of `whole` records in percent (0–100); without any record the reason. */
function share(part, whole, reason) {
	return whole === 0 ? unknown$1(reason) : known$2(part / whole * 100, whole);
}
/** The arithmetic mean; without any value the reason. */
function average(values, reason) {
	return values.length === 0 ? unknown$1(reason) : known$2(values.reduce((sum, v) => sum + v, 0) / values.length, values.length);
}
/** At most `digits` decimals. How figures leave the engine; inside they stay exact. Never a negative zero. */
function rounded(value, digits) {
	const factor = 10 ** digits;
	return Math.round(value * factor) / factor + 0;
}
/** A measure with its value rounded: percentages and days to one decimal, unless said otherwise. */
function rounding(measure, digits = 1) {
	return measure.value === null ? measure : {
		...measure,
		value: rounded(measure.value, digits)
	};
}
/** A percentage as a ratio from 0 to 1 with three decimals: how the trends part writes shares. */
function asRatio(percent) {
	return percent === null ? null : rounded(percent / 100, 3);
}
/** Named measures as the contract writes them: the values, and the reasons of those that are null. */
function beside(measures) {
	const names = Object.keys(measures);
	const values = {};
	const reasons = {};
	for (const name of names) {
		const { value, reason } = measures[name];
		values[name] = value;
		if (value === null) reasons[name] = reason ?? "no data";
	}
	return {
		values,
		reasons
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

// src/analysis/task-schedule.ts
/** How many critical paths of a milestone's tasks are listed; the count is of all. */
const LISTED_PATHS$1 = 10;
/**
* The network counts in whole millionths of an hour: sums of such numbers are exact, so "no float" is exactly 0. In hours,
* 0.1 + 0.2 on one chain and 0.3 on another would leave neither or only one of them critical.
*/
const UNITS = 1e6;
const units = (hours) => Math.round(hours * UNITS);
const hours$1 = (amount) => rounded(amount / UNITS, 2);
function taskNetwork(tasks) {
	const place = new Map(tasks.map((task, i) => [task.id, i]));
	const from = [];
	const to = [];
	const edges = [];
	for (const [i, task] of tasks.entries()) for (const id of new Set(task.dependsOn)) {
		const p = place.get(id);
		if (p === void 0) continue;
		from.push(p);
		to.push(i);
		edges.push({
			from: id,
			to: task.id
		});
	}
	return {
		network: networkOf(tasks.length, {
			from,
			to,
			lag: new Int32Array(from.length)
		}),
		edges,
		lengths: Float64Array.from(tasks, (task) => units(task.estimatedHours ?? 0))
	};
}
function forward$1(network, duration) {
	return earlyDates(network, {
		duration,
		earliest: new Float64Array(network.size)
	});
}
/** Tasks that wait for each other in a circle have no place in a chain, but each still takes its own time. */
function longest(finish, lengths) {
	return lengths.reduce((most, own, n) => Math.max(most, own, finish[n]), 0);
}
/** Length of the longest chain of tasks, in estimated hours: tasks that do not wait for each other run side by side. */
function taskNetworkHours(tasks) {
	const { network, lengths } = taskNetwork(tasks);
	return longest(forward$1(network, lengths).finish, lengths) / UNITS;
}
/** What is left of the chain that takes longest to finish: its length in units, and its unfinished tasks in order. */
function remainingChain(network, rest) {
	const early = forward$1(network, rest);
	const [chain = []] = criticalChains(network, early, floatsOf(network, early), 1).chains;
	return {
		length: longest(early.finish, rest),
		path: chain.filter((n) => rest[n] > 0)
	};
}
function scheduled(tasks, remaining) {
	const { network, edges, lengths } = taskNetwork(tasks);
	const early = forward$1(network, lengths);
	const floats = floatsOf(network, early);
	const { chains, count } = criticalChains(network, early, floats, LISTED_PATHS$1);
	const left = remainingChain(network, remaining);
	const ids = tasks.map((task) => task.id);
	const named = (nodes) => nodes.map((n) => ids[n]);
	const rows = tasks.map((task, n) => {
		const at = (boundaries) => network.cyclic[n] === 1 ? null : hours$1(boundaries[n]);
		return {
			id: task.id,
			estimated_hours: task.estimatedHours,
			remaining_hours: hours$1(remaining[n]),
			early_start_hour: at(early.start),
			early_finish_hour: at(early.finish),
			late_start_hour: at(floats.lateStart),
			late_finish_hour: at(floats.lateFinish),
			total_float_hours: at(floats.total),
			free_float_hours: at(floats.free),
			critical: network.cyclic[n] === 0 && floats.total[n] === 0
		};
	});
	return {
		length_hours: hours$1(longest(early.finish, lengths)),
		remaining_hours: hours$1(left.length),
		remaining_path: named(left.path),
		critical: rows.filter((row) => row.critical).map((row) => row.id),
		critical_paths: chains.map(named),
		critical_path_count: count,
		cycle: network.order.length === tasks.length ? null : findCycle(ids, edges),
		unestimated: tasks.filter((task) => task.estimatedHours === null).map((task) => task.id),
		tasks: rows
	};
}
/**
* The critical path method over the tasks of a milestone, as over milestones, in hours of estimated effort: a task starts when
* those it depends on are finished, and no two tasks wait for the same person. Floats count against the milestone's own longest
* chain. What remains runs through the same network with each task's estimate × (1 − progress).
*
* Cancelled tasks take no part, and hold nobody. A task without an estimate takes no time and is named. Null, with the reason,
* where no task has an estimate.
*/
function taskScheduleOf(milestone, config) {
	const tasks = countedTasks(milestone);
	if (tasks.length === 0) return {
		schedule: null,
		reason: "it has no tasks"
	};
	if (tasks.every((task) => task.estimatedHours === null)) return {
		schedule: null,
		reason: "none of its tasks has estimated_hours"
	};
	const weights = milestone.phaseWeights ?? config.phaseWeights;
	const over = milestone.status === "completed" || milestone.status === "cancelled";
	return {
		schedule: scheduled(tasks, Float64Array.from(tasks, (task) => over ? 0 : units((task.estimatedHours ?? 0) * (100 - taskProgress(task, weights)) / 100))),
		reason: null
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
* - Completed: `actual_start` (else as planned; work of no time starts when it finishes) to the day it was finished. Where
*   nobody knows that day: as planned, but over before today, since finished work holds nobody.
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
		const end = work.ended[n] ?? null;
		earliest[n] = end === null ? Math.min(planned.lastDay[n], now - step) : calendar.toIndex(end + step) - step;
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
				const finish = progressed.ended[n] ?? rest.finish;
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
function latest(days) {
	return days.reduce((found, day) => Math.max(found ?? day, day), null);
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
	const { from, to, lag } = indexedEdges(live);
	const network = networkOf(live.length, {
		from,
		to,
		lag: Int32Array.from(lag, (gap) => spanDays(gap, calendar.daysPerWeek))
	});
	const start = startOf(live, calendar, projectStart, today);
	const base = calendar.toIndex(start);
	const own = Float64Array.from(live, (m) => {
		const day = calendar.dayOf(m.timeline.estimated_start);
		return day === null ? Number.NEGATIVE_INFINITY : calendar.toIndex(day);
	});
	const earliest = own.map((index) => Math.max(base, index));
	const known = live.map((m) => efforts.get(m.id));
	const duration = Float64Array.from(known, (effort) => effort?.duration ?? 0);
	const planned = earlyDates(network, {
		duration,
		earliest
	});
	const floats = floatsOf(network, planned);
	const remaining = Float64Array.from(known, (effort) => effort?.remaining ?? 0);
	const ended = known.map((effort) => effort?.ended ?? null);
	const progressed = {
		milestones: live,
		network,
		planned,
		earliest: calendar.dayOf(projectStart) !== null ? earliest : own,
		remaining,
		ended,
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
	const told = [...live.keys()].filter((n) => slots.has(ids[n]) && (live[n]?.status !== "completed" || ended[n] !== null));
	const { chains, count } = criticalChains(network, planned, floats, LISTED_PATHS);
	return {
		start,
		length: slots.size === 0 ? 0 : floats.end - base,
		plannedFinish: latest([...slots.values()].map((slot) => slot.planned.finish)),
		projectedFinish: latest(told.map((n) => projection.dates[n]?.finish ?? today)),
		slots,
		criticalPaths: chains.map((chain) => chain.map((n) => ids[n])),
		criticalPathCount: count,
		cycle: slots.size === ids.length ? null : findCycle(ids, edgesOf(live)),
		cyclic: new Set(ids.filter((_, n) => network.cyclic[n] === 1)),
		projection
	};
}

// src/analysis/three-point.ts
/** What a milestone's estimate ranges over, as written; null unless both ends are given. */
function rangeOf({ timeline }, { daysPerWeek }) {
	const low = timeline.optimistic == null ? void 0 : parseSpan(timeline.optimistic);
	const high = timeline.pessimistic == null ? void 0 : parseSpan(timeline.pessimistic);
	if (!low || !high) return null;
	return {
		optimistic: spanDays(low, daysPerWeek),
		pessimistic: spanDays(high, daysPerWeek)
	};
}
/** True for an estimate whose best case takes longer than its worst: it tells nothing. */
function isContradictory(range) {
	return range !== null && range.optimistic > range.pessimistic;
}
/** A warning for a contradictory estimate, which the forecast leaves out. */
function rangeMismatch(milestone, calendar) {
	const range = rangeOf(milestone, calendar);
	if (range === null || !isContradictory(range)) return null;
	return diagnostic("duration-mismatch", { file: milestone.file }, `${milestone.id} would take ${range.optimistic} working days at best (optimistic), but ${range.pessimistic} at worst (pessimistic)`, "The forecast leaves the estimate out. Swap timeline.optimistic and timeline.pessimistic, or correct them.");
}

// src/analysis/facts.ts
/** True while there is something left to do: neither completed nor cancelled. */
function isOpen({ milestone }) {
	return milestone.status !== "completed" && milestone.status !== "cancelled";
}
/** True where so few working days of float are left that a small delay makes it critical: some, but at most the tolerance. */
function isNearCritical({ slot }, { tolerance }) {
	return slot !== null && slot.totalFloat > 0 && slot.totalFloat <= tolerance.nearCritical;
}
/** External dependencies that are neither done nor resolved. */
function openExternals({ milestone }) {
	return milestone.external.filter((external) => external.status !== "done" && external.resolvedAt === null);
}
function remainingDays(milestone, duration, progress) {
	if (milestone.status === "completed" || milestone.status === "cancelled") return 0;
	return wholeDays(duration * (100 - progress) / 100);
}
/** Works out the project's facts on the day `today`. What neither the files nor the journal tell, `state.history` may. */
function factsOf(state, calendar, today) {
	const { config, milestones, journal, history } = state;
	const changes = milestoneChanges(journal);
	const completions = completionsOf(state, changes, calendar);
	const diagnostics = [];
	const efforts = /* @__PURE__ */ new Map();
	for (const milestone of milestones) {
		const { days, diagnostics: found } = durationOf(milestone, calendar);
		const progress = milestoneProgress(milestone, config);
		const mismatches = [progressMismatch(milestone, progress, config), rangeMismatch(milestone, calendar)];
		if (milestone.status !== "cancelled") diagnostics.push(...found, ...mismatches.filter((each) => each !== null));
		const remaining = remainingDays(milestone, days, progress);
		const ended = completions.get(milestone.id)?.day ?? null;
		efforts.set(milestone.id, {
			duration: days,
			progress,
			remaining,
			ended
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
		const baseline = baselineOf(milestone, earlierDue(dues.get(id), history.firstDues.get(id)), calendar);
		const completion = completions.get(id) ?? null;
		const ended = completion?.day ?? null;
		const undated = milestone.status === "completed" && ended === null;
		const end = ended ?? (undated ? null : slot?.projected.finish ?? null);
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
			completion,
			undated,
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
		changes,
		diagnostics
	};
}
/** A day, or null, as the contract writes it. */
function isoDay(day) {
	return day === null ? null : formatDay(day);
}

// src/analysis/beta-pert.ts
/** Steps of the quantile table, and of the numerical integral below it. */
const STEPS = 1024;
const LAMBDA = 4;
const known$1 = /* @__PURE__ */ new Map();
/**
* The quantile function of X, where `mode` = (m − a)/(b − a), from 0 to 1. Numbers are drawn by inverting the distribution
* function (Devroye, "Non-Uniform Random Variate Generation", 1986, chapter II.2), tabulated once per shape by Simpson's rule.
* Inversion, unlike rejection, draws a later value for a more pessimistic shape from the same uniform number, so that a forecast
* never gets better by more work.
*/
function pertQuantiles(mode) {
	const found = known$1.get(mode);
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
	known$1.set(mode, quantiles);
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

// src/analysis/simulation.ts
/** Numbers that stay in the processor's cache while a block is worked on. */
const CACHED = 32768;
const ROUNDING = 1e-9;
/** Days are kept as 32-bit numbers; the calendar ends long before. */
const FURTHEST = 2 ** 31 - 1;
/** Whole working day of a `lastDay`; the sum of many fractions may be off by a trifle. */
function wholeDay(lastDay) {
	return Math.min(FURTHEST, Math.ceil(lastDay - 1e-6));
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

// src/analysis/simulation-tally.ts
/** Index of the `share` percentile (0–100) in `count` sorted values: the smallest value that so many do not exceed. */
function percentileIndex(share, count) {
	return Math.max(0, Math.ceil(share * count / 100 - 1e-9) - 1);
}
function endsOf({ count, stride, finish, lastDay }, size) {
	const over = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
	const last = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
	for (let n = 0; n < size; n++) {
		const at = n * stride;
		for (let r = 0; r < count; r++) {
			if (finish[at + r] > over[r]) over[r] = finish[at + r];
			if (lastDay[at + r] > last[r]) last[r] = lastDay[at + r];
		}
	}
	const day = new Int32Array(count);
	for (let r = 0; r < count; r++) day[r] = wholeDay(last[r]);
	return {
		over,
		day
	};
}
/**
* Marks what is critical in each run of the block (1 in `mark`, laid out like the block): what ends last, and whatever a critical
* successor waits for. The comparison is exact, for the forward pass computed the start by the same sum.
*/
function markCritical({ activities, successors }, block, ends, mark) {
	const { offset, target, lag } = successors;
	const { count, stride, start, finish } = block;
	for (let n = activities.length - 1; n >= 0; n--) {
		const at = n * stride;
		for (let r = 0; r < count; r++) mark[at + r] = finish[at + r] === ends.over[r] ? 1 : 0;
		for (let e = offset[n]; e < offset[n + 1]; e++) {
			const to = target[e] * stride;
			const gap = lag[e];
			for (let r = 0; r < count; r++) if (mark[to + r] === 1 && start[to + r] === finish[at + r] + gap) mark[at + r] = 1;
		}
	}
}
/**
* Sorts arrays of `length` values, counting rather than comparing where they lie close together. The result is only good until the
* next call: a hundred thousand milestones would spend more time on fresh arrays than on sorting.
*/
function sorter(length) {
	const sorted = new Int32Array(length);
	const counts = new Int32Array(4 * length + 1);
	return (values) => {
		let least = values[0];
		let most = least;
		for (let i = 1; i < length; i++) {
			const value = values[i];
			if (value < least) least = value;
			else if (value > most) most = value;
		}
		if (most - least >= counts.length) {
			sorted.set(values);
			return sorted.sort();
		}
		counts.fill(0, 0, most - least + 1);
		for (let i = 0; i < length; i++) counts[values[i] - least] = counts[values[i] - least] + 1;
		for (let value = least, at = 0; value <= most; value++) {
			const end = at + counts[value - least];
			sorted.fill(value, at, end);
			at = end;
		}
		return sorted;
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
	const base = Float64Array.from(model.activities, (activity) => activity.projected);
	const sums = correlator(size);
	let mark = /* @__PURE__ */ new Uint8Array(0);
	let origin = NaN;
	simulate(model, runs, {
		plain: (block) => {
			const { first, count, stride, lastDay } = block;
			if (mark.length === 0) mark = new Uint8Array(size * stride);
			const found = endsOf(block, size);
			markCritical(model, block, found, mark);
			for (let n = 0; n < size; n++) {
				const at = n * stride;
				const out = n * runs + first;
				let marked = 0;
				for (let r = 0; r < count; r++) {
					days[out + r] = wholeDay(lastDay[at + r]);
					marked += mark[at + r];
				}
				critical[n] = critical[n] + marked;
			}
			ends.set(found.day, first);
			origin = Number.isNaN(origin) ? found.over[0] : origin;
			const zero = origin;
			sums.add(block, base, found.over.map((over) => over - zero));
		},
		risky: (block) => riskyEnds.set(endsOf(block, size).day, block.first)
	});
	ends.sort();
	if (riskyEnds !== ends) riskyEnds.sort();
	const rising = sorter(runs);
	const daysOf = (n) => rising(days.subarray(n * runs, (n + 1) * runs));
	return {
		runs,
		ends,
		riskyEnds,
		daysOf,
		critical,
		correlation: sums.result()
	};
}

// src/analysis/percentile-path.ts
/**
* The runs that end on the working day `index`: how many there are, and what each activity took in them, the one that moved
* the end most first. The streams are the same as in the forecast, so these are its very runs.
*/
function pathsTo(model, runs, index) {
	const size = model.activities.length;
	const [length, critical, extra] = [
		new Float64Array(size),
		new Float64Array(size),
		new Float64Array(size)
	];
	let mark = /* @__PURE__ */ new Uint8Array(0);
	let count = 0;
	simulate(model, runs, { plain: (block) => {
		if (mark.length === 0) mark = new Uint8Array(size * block.stride);
		const ends = endsOf(block, size);
		markCritical(model, block, ends, mark);
		for (let r = 0; r < block.count; r++) {
			if (ends.day[r] !== index) continue;
			count++;
			for (let n = 0; n < size; n++) {
				const i = n * block.stride + r;
				const took = block.length[i];
				length[n] = length[n] + took;
				if (mark[i] === 0) continue;
				critical[n] = critical[n] + 1;
				extra[n] = extra[n] + took - (model.activities[n]?.projected ?? 0);
			}
		}
	} });
	const mean = (sums, node) => count === 0 ? 0 : sums[node] / count;
	const on = model.activities.map((_, node) => ({
		node,
		length: mean(length, node),
		critical: mean(critical, node),
		extra: mean(extra, node)
	}));
	return {
		count,
		on: on.sort((a, b) => Math.abs(b.extra) - Math.abs(a.extra) || b.critical - a.critical)
	};
}

// src/analysis/spread.ts
/** Fewer ratios than this are no distribution, so they are not used. */
const USABLE = 3;
/**
* What the project's own finished work says about its estimates, by rising ratio. A completed milestone counts if it says when it
* really started and ended, and both its planned length and the time between have a working day.
*/
function experienceOf(facts, calendar) {
	return facts.flatMap(({ milestone, duration, actualEnd: end }) => {
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
* own estimate stretches the estimate: it was given before the plan changed. An estimate that contradicts itself is none.
*/
function spreadOf({ milestone, duration }, history, calendar) {
	const range = rangeOf(milestone, calendar);
	if (range !== null && !isContradictory(range)) {
		const a = Math.min(duration, range.optimistic);
		const b = Math.max(duration, range.pessimistic);
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
	return `${roundPercent(value)}%`;
}
/** `M05, M06 and M07`; beyond six the rest is counted. */
function listed(items) {
	const shown = items.length > 6 ? [...items.slice(0, 5), `${items.length - 5} more`] : items;
	return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

// src/analysis/explain-forecast.ts
const LISTED$2 = 50;
const round = (value) => Math.round(value * 100) / 100;
/** One decimal: a mean of days promises no more. */
const tenth$1 = (value) => roundPercent(value) + 0;
function result(forecast, { hazards }, { schedule }) {
	const { p50, p85, p95, risk_adjusted: risky, runs, seed, reason } = forecast;
	const projected = isoDay(schedule.projectedFinish);
	if (p85 === null) return [line("none", `There is no forecast: ${reason}.`, { reason })];
	const adjusted = hazards.length === 0 ? "No open risk has a probability and a delay, so no risk adds to that." : `With the risks below it is ${risky.p50}, ${risky.p85} and ${risky.p95}.`;
	const lines = [
		line("quantiles", `Half of ${runs} runs end by ${p50}, 85% by ${p85} and 95% by ${p95}.`, {
			p50,
			p85,
			p95,
			runs
		}),
		line("risk_adjusted", adjusted, { ...risky }),
		line("projected", `The projection, where everything takes as long as is most likely, ends on ${projected}.`, { projected_finish: projected }),
		line("seed", `The runs repeat exactly: every milestone and risk has random numbers of its own (seed ${seed}).`, { seed })
	];
	return reason === null ? lines : [...lines, line("reason", `${reason}.`, { enough_history: forecast.enough_history })];
}
function source({ spread, facts }, experiences, { calendar }) {
	if (spread.points) {
		const [low, likely, high] = spread.points;
		return spread.width === 0 ? `a three-point estimate without a spread (${days(likely)})` : `beta-PERT from its own estimate: optimistic ${low}, most likely ${likely}, pessimistic ${days(high)}`;
	}
	if (spread.source === "history") return `${days(facts.duration)} times one of ${experiences} ratios of the history`;
	const estimate = isContradictory(rangeOf(facts.milestone, calendar)) ? "its three-point estimate contradicts itself and there is too little history" : "there is no three-point estimate and too little history";
	return `taken as certain: ${days(facts.duration)}, for ${estimate}`;
}
function inputs({ activities, experience }, project) {
	const lines = activities.map((activity) => {
		const { facts, spread, projected } = activity;
		const { id } = facts.milestone;
		const left = `${percent(facts.progress)} done, ${days(projected)} of ${facts.duration} left`;
		return line("input", `${id}: ${left}; ${source(activity, experience.length, project)}`, {
			progress: roundPercent(facts.progress),
			remaining_days: projected,
			spread: spread.source
		}, id);
	});
	return atMost(LISTED$2, lines, "milestones");
}
function history({ experience }) {
	const use = experience.length < 3 ? `fewer than ${3} are not used` : experience.length < 5 ? `they are used, but ${5} would be enough` : "each is equally likely";
	const head = line("history", `${experience.length} completed milestones say when they really started and ended; ${use}.`, {
		history: experience.length,
		usable: 3,
		enough: 5
	});
	const each = experience.map(({ id, actual, planned, ratio }) => line("ratio", `${id} took ${days(actual)} instead of ${planned}: ratio ${round(ratio)}`, {
		actual_days: actual,
		planned_days: planned,
		ratio: round(ratio)
	}, id));
	return [head, ...atMost(LISTED$2, each, "ratios")];
}
function risks({ hazards, activities }) {
	const counted = hazards.map(({ node, id, description, probability, delay }) => {
		const milestone = activities[node]?.facts.milestone.id ?? null;
		const text = id === description ? id : `${id} (${description})`;
		const chance = percent(probability * 100);
		return line("risk", `${milestone}: ${text} costs ${days(delay)} with a probability of ${chance}`, {
			risk: id,
			probability,
			delay_days: delay
		}, milestone);
	});
	const left = activities.flatMap((a) => a.facts.milestone.risks.filter((risk) => risk.status === "open")).length - hazards.length;
	const note = `${left} open ${left === 1 ? "risk has" : "risks have"} no probability or no delay and cannot be simulated.`;
	return [...atMost(LISTED$2, counted, "risks"), ...left > 0 ? [line("risks_left_out", note, { count: left })] : []];
}
/** Why 85% of the runs end by that day and not sooner: what took longer in the runs that end on it, where it mattered. */
function reasons(model, forecast, { calendar, schedule }) {
	const day = forecast.p85 === null ? void 0 : parseDay(forecast.p85, "UTC");
	if (day === void 0 || schedule.projectedFinish === null) return [];
	const beyond = calendar.workingDaysBetween(schedule.projectedFinish, day);
	const { count, on } = pathsTo(model, forecast.runs, calendar.toIndex(day));
	const share = roundPercent(count / forecast.runs * 100);
	const apart = beyond === 0 ? "the same day as" : `${days(Math.abs(beyond))} ${beyond > 0 ? "after" : "before"}`;
	const head = line("p85", `${forecast.p85} is ${apart} the projection. ${count} runs (${percent(share)}) end on that very day. In these, on average:`, {
		p85: forecast.p85,
		beyond_projection_days: beyond,
		runs_on_day: count
	});
	const each = on.filter((node) => node.critical >= .05).map(({ node, length, critical, extra }) => {
		const { facts, projected } = model.activities[node];
		const { id } = facts.milestone;
		const moved = Math.abs(tenth$1(extra)) < .1 ? "which moves the end by nothing" : `which moves the end by ${extra > 0 ? "+" : "−"}${Math.abs(tenth$1(extra))} working days`;
		return line("driver", `${id} needs another ${tenth$1(length)} working days (projection: ${projected}) and is critical in ${percent(critical * 100)} of them, ${moved}`, {
			mean_days: round(length),
			projected_days: projected,
			critical_percent: roundPercent(critical * 100),
			moves_end_days: round(extra)
		}, id);
	});
	return [head, ...atMost(20, each, "milestones")];
}
function drivers({ drivers: found }) {
	return found.map(({ id, correlation, variance_share }) => line("correlation", `${id}: correlation ${correlation} between what it takes and when the project ends, ${percent(variance_share)} of the variance`, {
		correlation,
		variance_share
	}, id));
}
/** Where the forecast's dates come from: what went in, which history, and why P85 is that date. */
function explainForecast(project) {
	const forecast = project.forecast();
	const model = simulationModel(project);
	return {
		what: "forecast",
		title: "The forecast",
		sections: [
			{
				title: "Result",
				lines: result(forecast, model, project)
			},
			{
				title: `Why P85 is ${forecast.p85 ?? "unknown"}`,
				lines: reasons(model, forecast, project)
			},
			{
				title: "What drives the end",
				lines: drivers(forecast)
			},
			{
				title: "Inputs",
				lines: inputs(model, project)
			},
			{
				title: "History",
				lines: history(model)
			},
			{
				title: "Risks",
				lines: risks(model)
			}
		].filter(({ lines }) => lines.length > 0)
	};
}

// src/analysis/explain-tasks.ts
const hours = (amount) => `${amount} ${amount === 1 ? "hour" : "hours"}`;
/** The network of a milestone's tasks: how long its longest chain is, what is left of it, which tasks make it, and how far the others may slip. */
function taskLines(milestone, config) {
	const { schedule } = taskScheduleOf(milestone, config);
	if (schedule === null) return [];
	const { length_hours, remaining_hours, remaining_path, critical_paths, critical_path_count, tasks } = schedule;
	const lines = [];
	if (schedule.cycle !== null) lines.push(line("task_cycle", `Its tasks wait for each other: ${schedule.cycle.join(" → ")}.`));
	const [path = []] = critical_paths;
	const chain = path.length === 0 ? "" : `: ${path.join(" → ")}`;
	const more = critical_path_count > 1 ? ` (the first of ${critical_path_count} as long)` : "";
	lines.push(line("task_length", `Its ${tasks.length} tasks take ${hours(length_hours)} at least, however many people share them${chain}${more}.`, {
		length_hours,
		critical_path_count
	}));
	const left = remaining_path.length === 0 ? "" : `: ${remaining_path.join(" → ")}`;
	lines.push(line("task_remaining", `Of the longest chain of what is left, ${hours(remaining_hours)} remain${left}.`, { remaining_hours }));
	if (schedule.unestimated.length > 0) {
		const ids = schedule.unestimated.slice(0, 20).join(", ");
		lines.push(line("task_unestimated", `Without an estimate, and counted as taking no time: ${ids}.`));
	}
	const floating = tasks.filter((task) => task.remaining_hours > 0 && !task.critical && task.total_float_hours !== null).toSorted((a, b) => (a.total_float_hours ?? 0) - (b.total_float_hours ?? 0));
	lines.push(...atMost(10, floating.map(({ id, total_float_hours, free_float_hours }) => line("task_float", `${id} may slip ${hours(total_float_hours ?? 0)} without making the milestone longer.`, {
		task: id,
		total_float_hours,
		free_float_hours
	})), "tasks"));
	return lines;
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
*
* Where the successor is cancelled, nobody waits, so nothing is blocked or at risk there.
*/
function edgeState({ from, to }) {
	const { status } = from.milestone;
	if (status === "completed" || status === "cancelled") return "satisfied";
	const awaited = to.milestone.status !== "cancelled";
	if (awaited && ownBlock(from) !== null) return "blocked";
	if (awaited && (from.variance ?? 0) > 0) return "at_risk";
	return status === "in_progress" ? "in_progress" : "waiting";
}

// src/analysis/prediction.ts
/** The 90 % point of Student's t with `df` degrees of freedom, i.e. the half width of a two-sided 80 % interval. */
function t90(df) {
	if (df === 1) return Math.tan(.4 * Math.PI);
	if (df === 2) return .8 / Math.sqrt(1.8 * .1);
	const z = 1.2815515655446004;
	const z2 = z * z;
	return z * [
		2.642374415149816 / 4,
		42.76495924009056 / 96,
		(3 * z2 ** 3 + 19 * z2 * z2 + 17 * z2 - 15) / 384,
		(79 * z2 ** 4 + 776 * z2 ** 3 + 1482 * z2 * z2 - 1920 * z2 - 945) / 92160
	].reduce((sum, term, i) => sum + term / df ** (i + 1), 1);
}
function mean(values) {
	return values.reduce((sum, v) => sum + v, 0) / values.length;
}
/** The sample standard deviation (n − 1); 0 for fewer than two values. */
function deviation(values) {
	if (values.length < 2) return 0;
	const middle = mean(values);
	return Math.sqrt(values.reduce((sum, v) => sum + (v - middle) ** 2, 0) / (values.length - 1));
}
/**
* What the next value of a series will be if it goes on as before: the mean, and the range in which it falls with a chance of
* 80 %: mean ± t · s · √(1 + 1/n), the prediction interval for one more observation (Hahn and Meeker, "Statistical
* Intervals", 1991). Never below zero. Needs two values at least.
*/
function predicted(values) {
	const n = values.length;
	const half = t90(n - 1) * deviation(values) * Math.sqrt(1 + 1 / n);
	const expected = mean(values);
	return {
		expected,
		low: Math.max(0, expected - half),
		high: expected + half
	};
}

// src/analysis/quality-history.ts
const isNamed = (item) => typeof item === "object" && item !== null;
/** Values by metric name in a list of metrics as the file writes it. */
function valuesIn(list) {
	const items = Array.isArray(list) ? list.filter(isNamed) : [];
	return new Map(items.flatMap(({ name, value }) => typeof name === "string" && typeof value === "number" ? [[name, value]] : []));
}
/** Metrics before and after a change, by name. A change of one metric's value names only its place in the list. */
function changed({ edit }, present) {
	const [first, place, key] = edit.path;
	if (first === "quality" && typeof place === "number") {
		const name = present[place]?.name;
		const whole = (value) => key === "value" && edit.path.length === 3 ? {
			name,
			value
		} : value;
		if (edit.path.length === 2 || key === "value" && edit.path.length === 3) return {
			before: valuesIn([whole(edit.before)]),
			after: valuesIn([whole(edit.after)])
		};
		return null;
	}
	const lists = valueUnder(edit, ["quality"]);
	return lists && {
		before: valuesIn(lists.before),
		after: valuesIn(lists.after)
	};
}
/**
* The values that the journal tells of one milestone's quality metrics, by name, oldest first. The value before the first
* change counts on the day of that change, since it held until then.
*/
function qualityPoints(changes, present, calendar) {
	const found = /* @__PURE__ */ new Map();
	for (const change of changes) {
		const values = changed(change, present);
		const day = calendar.dayOf(change.at);
		if (!values || day === null) continue;
		for (const [name, value] of values.after) {
			const before = values.before.get(name);
			if (before === value) continue;
			const points = found.get(name) ?? [];
			if (points.length === 0 && before !== void 0) points.push({
				day,
				value: before
			});
			points.push({
				day,
				value
			});
			found.set(name, points);
		}
	}
	return found;
}
/** The least-squares line through the points (Gauss 1809), read off on `day`; null without two different days. */
function lineAt(points, day) {
	const n = points.length;
	const meanDay = points.reduce((sum, p) => sum + p.day, 0) / n;
	const meanValue = points.reduce((sum, p) => sum + p.value, 0) / n;
	const spread = points.reduce((sum, p) => sum + (p.day - meanDay) ** 2, 0);
	if (n < 2 || spread === 0) return null;
	return meanValue + points.reduce((sum, p) => sum + (p.day - meanDay) * (p.value - meanValue), 0) / spread * (day - meanDay);
}

// src/analysis/rating.ts
/** Amber reaches this far from the target: 80 % of it where more is better, 125 % where less is (the inverse of 80 %). */
const AMBER = .8;
/** More is better: green from the target on, amber from 80 % of it on, else red. */
function rateHigh(value, target) {
	if (value === null) return null;
	if (value >= target - 1e-9) return "green";
	return value >= target * AMBER - 1e-9 ? "amber" : "red";
}
/** Less is better: green up to the target, amber up to 125 % of it, else red. */
function rateLow(value, target) {
	if (value === null) return null;
	if (value <= target + 1e-9) return "green";
	return value <= target / AMBER + 1e-9 ? "amber" : "red";
}
const ORDER = [
	"green",
	"amber",
	"red"
];
/** The worst of the ratings that there are; null without any. */
function worst(ratings) {
	const found = ratings.filter((rating) => rating !== null);
	return found.length === 0 ? null : found.reduce((a, b) => ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a);
}

// src/analysis/quality.ts
/** Two records in each half: with fewer, one milestone would make the trend. */
const RECORDS_FOR_TREND = 4;
/** Halves that differ by at most this share of the scale are alike. */
const BAND$1 = .05;
/** Three values make a line whose third can contradict it. */
const POINTS_FOR_LINE = 3;
function direction(before, after, band) {
	if (Math.abs(after - before) <= band + 1e-9) return "stable";
	return after > before ? "improving" : "declining";
}
/** The mean of the later half of the records against that of the earlier half; the middle one of an odd number counts as late. */
function halves(records, scale) {
	if (records.length < RECORDS_FOR_TREND) return null;
	const middle = records.length >> 1;
	return direction(mean(records.slice(0, middle)), mean(records.slice(middle)), BAND$1 * scale);
}
const counted = (n) => `${n} recorded ${n === 1 ? "value" : "values"}`;
/**
* Where the line through the points stands on the day of the finish, or why that cannot be told. It reaches no farther ahead
* than the points reach back, and stays in the range that the values can have: none below 0, no percentage above 100.
*/
function continued(points, finish, today, unit) {
	if (points.length < 2) return "a trend needs 2";
	if (points.length < POINTS_FOR_LINE) return `a line needs ${POINTS_FOR_LINE}`;
	if (finish === void 0 || finish <= today) return "no projected finish lies ahead";
	const last = points.at(-1)?.day ?? today;
	const span = last - (points[0]?.day ?? last);
	const line = lineAt(points, finish);
	if (line === null) return "all of one day";
	if (finish - last > span) return `they reach back ${span} ${span === 1 ? "day" : "days"}, too few for a line to ${formatDay(finish)}`;
	const values = points.map((point) => point.value);
	const floor = Math.min(...values) < 0 ? Number.NEGATIVE_INFINITY : 0;
	const ceiling = unit === "%" && Math.max(...values) <= 100 ? 100 : Number.POSITIVE_INFINITY;
	return Math.min(ceiling, Math.max(floor, line));
}
/** On which side of its target a value is; null where one of the two is missing. */
function meets({ value, target, better }) {
	if (value === null || target === null) return null;
	return better === "higher" ? value >= target : value <= target;
}
/** The quality metrics of a milestone whose value is worse than their target. */
function missedTargets({ quality }) {
	return quality.filter((metric) => meets(metric) === false);
}
function checkOf(metric, facts, journal, { today }) {
	const { name, value, target, unit, better } = metric;
	const sign = better === "higher" ? 1 : -1;
	const now = value === null ? [] : [{
		day: today,
		value
	}];
	const last = journal.at(-1);
	const points = last !== void 0 && last.value === value ? journal : [...journal, ...now];
	const first = points[0];
	const expected = continued(points, facts.slot?.projected.finish, today, unit);
	const moved = first !== void 0 && value !== null && points.length > 1;
	return {
		milestone: facts.milestone.id,
		name,
		value,
		target,
		unit,
		better,
		met: meets(metric),
		trend: moved ? direction(first.value * sign, value * sign, 0) : null,
		points: points.length,
		expected: typeof expected === "string" ? null : rounded(expected, 1),
		reason: value === null ? "no value is recorded" : [...target === null ? ["no target"] : [], ...typeof expected === "string" ? [`${counted(points.length)}; ${expected}`] : []].join("; ") || null
	};
}
/**
* Quality: the share of finished milestones that were accepted the first time, of those that record it (`acceptance`).
* Beside it every quality metric of the milestones that are not cancelled, against its target; its trend compares the present
* value with the first one that the journal knows, and `expected` continues the line through all of them.
*/
function qualityOf(project, { finished, undated }, changes) {
	const { config, calendar, facts } = project;
	const dated = finished.map((f) => f.facts.milestone.acceptance);
	const accepted = [...undated.map((f) => f.milestone.acceptance), ...dated];
	const firstTime = accepted.map((a) => a?.firstTime ?? null).filter((first) => first !== null);
	const marks = accepted.map((a) => a?.satisfaction ?? null).filter((mark) => mark !== null);
	const none = accepted.length === 0 ? "nothing is finished yet" : "no finished milestone records acceptance.first_time";
	const noMark = accepted.length === 0 ? "nothing is finished yet" : "no finished milestone records acceptance.satisfaction";
	const first = share(firstTime.filter(Boolean).length, firstTime.length, none);
	const byId = /* @__PURE__ */ new Map();
	for (const change of changes) {
		const { path } = change.edit;
		if (path.length === 0 || path[0] === "quality") byId.set(change.id, [...byId.get(change.id) ?? [], change]);
	}
	const checks = facts.flatMap((each) => {
		const { id, status, quality } = each.milestone;
		if (status === "cancelled" || quality.length === 0) return [];
		const points = qualityPoints(byId.get(id) ?? [], quality, calendar);
		return quality.map((metric) => checkOf(metric, each, points.get(metric.name) ?? [], project));
	});
	const judged = checks.filter((check) => check.met !== null);
	const { values, reasons } = beside({
		targets_met_percent: rounding(share(judged.filter((c) => c.met).length, judged.length, "no quality metric has both a value and a target")),
		satisfaction: rounding(average(marks, noMark), 2)
	});
	const inOrder = dated.flatMap((a) => a?.firstTime == null ? [] : [a.firstTime ? 100 : 0]);
	const marksInOrder = dated.flatMap((a) => a?.satisfaction == null ? [] : [a.satisfaction]);
	const first_time_trend = halves(inOrder, 100);
	const satisfaction_trend = halves(marksInOrder, 5);
	const few = (n, reason) => accepted.length === 0 || n === 0 && undated.length === 0 ? reason : `${n} ${n === 1 ? "record" : "records"}${undated.length > 0 ? " of a known day" : ""} so far; a trend needs ${RECORDS_FOR_TREND}`;
	const rating = rateHigh(first.value, config.targets.quality);
	return {
		value: rounding(first).value,
		unit: "% accepted the first time",
		target: config.targets.quality,
		rating,
		n: first.n,
		reason: first.reason,
		checks,
		...values,
		first_time_trend,
		satisfaction_trend,
		reasons: {
			...reasons,
			...rating === null && { rating: none },
			...first_time_trend === null && { first_time_trend: few(inOrder.length, none) },
			...satisfaction_trend === null && { satisfaction_trend: few(marksInOrder.length, noMark) }
		}
	};
}

// src/analysis/simulation-memory.ts
/** A plan looks at the store before and after, and again with its journal entry: three forecasts, of which two are the same. */
const KEPT = 4;
/** Beyond this telling two models apart takes longer than it may save. */
const MOST_ACTIVITIES = 500;
const known = /* @__PURE__ */ new Map();
const tables = /* @__PURE__ */ new WeakMap();
let lastTable = 0;
/** A table of the beta-PERT distribution is kept and shared by whoever needs its shape; one of the project's own ratios is short. */
function tableOf(quantiles) {
	if (quantiles === null || quantiles.stepwise) return quantiles && [...quantiles.values];
	const number = tables.get(quantiles) ?? ++lastTable;
	tables.set(quantiles, number);
	return number;
}
/** Everything that the runs depend on, and nothing else. */
function keyOf({ activities, hazards, ...model }, runs) {
	const { earliest, begin, day, predecessors, successors } = model;
	return JSON.stringify([
		runs,
		activities.map(({ spread, left, projected, stream }) => [...[
			spread.low,
			spread.width,
			tableOf(spread.quantiles),
			left,
			projected,
			stream
		]]),
		hazards.map(({ node, probability, delay, stream }) => [
			node,
			probability,
			delay,
			stream
		]),
		[
			earliest,
			begin,
			day
		].map((array) => [...array]),
		[predecessors, successors].map(({ offset, target, lag }) => [
			[...offset],
			[...target],
			[...lag]
		])
	]);
}
/** As `tally`: the same model gives the same tally, so one that was made lately is not made again. */
function rememberedTally(model, runs) {
	if (model.activities.length > MOST_ACTIVITIES) return tally(model, runs);
	const key = keyOf(model, runs);
	const made = known.get(key) ?? tally(model, runs);
	known.delete(key);
	known.set(key, made);
	const [oldest] = known.keys();
	if (known.size > KEPT && oldest !== void 0) known.delete(oldest);
	return made;
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
function thinness({ activities, experience }, calendar) {
	const uncertain = activities.filter((a) => a.projected > 0 && a.spread.source !== "three_point");
	if (uncertain.length === 0 || experience.length >= 5) return null;
	const ids = listed(uncertain.map((a) => a.facts.milestone.id));
	const n = experience.length;
	const history = n === 0 ? "no completed milestone says" : `only ${n === 1 ? "1 completed milestone says" : `${n} completed milestones say`}`;
	const effect = experience.length < 3 ? "so their lengths are taken as certain and only risks spread the dates" : "so the spread is thin";
	return `${uncertain.length === 1 ? `${ids} has` : `${ids} have`} no ${uncertain.some(({ facts }) => isContradictory(rangeOf(facts.milestone, calendar))) ? "usable " : ""}three-point estimate, and ${history} both start and actual end (${5} are enough), ${effect}`;
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
function forecastOf$1(project) {
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
	const result = rememberedTally(model, runsFor(activities.length));
	const place = new Map(activities.map((activity, n) => [activity.facts, n]));
	const dayOf = (index) => calendar.toDay(index);
	const floor = facts.filter((f) => f.milestone.status === "completed" && f.slot !== null).reduce((latest, f) => Math.max(latest, f.slot?.projected.finish ?? 0), Number.NEGATIVE_INFINITY);
	const endOf = (index) => Math.max(dayOf(index), floor);
	const thin = thinness(model, calendar);
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

// src/analysis/resources.ts
/** Beyond this many days a projection is no plan for people. Each window is at least a day, so it also bounds their number. */
const HORIZON_DAYS = 84;
/** What the open milestones ask for on their projected days from today on: people by `allocation`, roles by `fte`. */
function demandsOf({ facts, today }) {
	const people = /* @__PURE__ */ new Map();
	const roles = /* @__PURE__ */ new Map();
	const add = (to, who, demand) => {
		const list = to.get(who);
		if (list) list.push(demand);
		else to.set(who, [demand]);
	};
	for (const each of facts) {
		const dates = each.slot?.projected;
		if (!isOpen(each) || !dates || dates.finish < today) continue;
		const base = {
			facts: each,
			start: Math.max(dates.start, today),
			end: dates.finish
		};
		if (base.start >= today + HORIZON_DAYS) continue;
		for (const { who, role, allocation, fte } of each.milestone.resources) if (who !== null && allocation !== null) add(people, who, {
			...base,
			percent: allocation
		});
		else if (who === null && role !== null && fte !== null) add(roles, role, {
			...base,
			percent: fte * 100
		});
	}
	return {
		people,
		roles
	};
}
/** Cuts overlapping demands into windows in which the same ones hold, in order of time. */
function windowsOf(demands, horizon) {
	const cuts = [...new Set(demands.flatMap((d) => [d.start, d.end + 1]))].sort((a, b) => a - b);
	return cuts.flatMap((start, i) => {
		const next = cuts[i + 1];
		if (next === void 0 || start >= horizon) return [];
		const held = demands.filter((d) => d.start <= start && d.end >= start);
		return held.length === 0 ? [] : [{
			start,
			end: next - 1,
			held
		}];
	});
}
/** What people can give, in percent of a full-time person: the team's capacity, and 100 for whoever else is assigned. */
function capacities({ config, facts }) {
	const found = new Map(config.team.map((member) => [member.login, (member.capacity ?? 1) * 100]));
	for (const each of facts) {
		if (!isOpen(each)) continue;
		for (const { who, allocation } of each.milestone.resources) if (who !== null && allocation !== null && !found.has(who)) found.set(who, 100);
	}
	return found;
}
/**
* The load of people and roles, by name: one row for each stretch of days in which the same open milestones ask for them, at
* most twelve weeks ahead. A role's capacity is that of the team members who have it.
*/
function loadsOf(project) {
	const { people, roles } = demandsOf(project);
	const own = capacities(project);
	const horizon = project.today + HORIZON_DAYS;
	const rows = (kind, demands, capacity) => [...demands.keys()].sort().flatMap((who) => windowsOf(demands.get(who) ?? [], horizon).map(({ start, end, held }) => ({
		who,
		kind,
		start,
		end,
		percent: held.reduce((sum, d) => sum + d.percent, 0),
		capacity: capacity(who),
		facts: [...new Set(held.map((d) => d.facts))]
	})));
	const ofRole = (role) => {
		const members = project.config.team.filter((member) => member.roles?.includes(role));
		return members.length === 0 ? null : members.reduce((sum, m) => sum + (m.capacity ?? 1) * 100, 0);
	};
	return [...rows("person", people, (who) => own.get(who) ?? 100), ...rows("role", roles, ofRole)];
}
const tenth = (value) => Math.round(value * 10) / 10;
/** The loads as the contract writes them. */
function resourceRow({ who, kind, start, end, percent, capacity, facts }) {
	return {
		who,
		kind,
		window: {
			start: formatDay(start),
			end: formatDay(end)
		},
		load_percent: tenth(percent),
		capacity_percent: capacity,
		utilisation_percent: capacity === null || capacity === 0 ? null : tenth(percent / capacity * 100),
		milestones: facts.map((f) => f.milestone.id)
	};
}
/** True where more is asked for than there is. */
function isOver({ percent, capacity }) {
	return capacity !== null && percent > capacity + 1e-9;
}

// src/analysis/watch.ts
/** How much of the person or role a milestone asks for, in percent of one full-time person. */
function askedBy({ milestone }, { who, kind }) {
	return milestone.resources.reduce((sum, { who: person, role, allocation, fte }) => {
		if (kind === "person") return person === who ? sum + (allocation ?? 0) : sum;
		return person === null && role === who ? sum + (fte ?? 0) * 100 : sum;
	}, 0);
}
const last = Number.POSITIVE_INFINITY;
/** Who is served first: least float, then the earlier due date; equals in order of their ids. */
function byClaim(a, b) {
	return (a.slot?.totalFloat ?? last) - (b.slot?.totalFloat ?? last) || (a.due ?? last) - (b.due ?? last) || 0;
}
function overloadsOf({ facts, today }, loads) {
	const owned = /* @__PURE__ */ new Map();
	for (const each of facts) {
		const { owner } = each.milestone;
		if (owner !== null && isOpen(each) && each.slot) owned.set(owner, [...owned.get(owner) ?? [], each]);
	}
	const found = /* @__PURE__ */ new Map();
	const add = ({ milestone: { id } }, overload) => {
		found.set(id, [...found.get(id) ?? [], overload]);
	};
	for (const load of loads.filter(isOver)) {
		let given = 0;
		for (const each of load.facts.toSorted(byClaim)) {
			given += askedBy(each, load);
			add(each, {
				load,
				squeezed: given > (load.capacity ?? last) + 1e-9
			});
		}
		if (load.kind !== "person") continue;
		for (const each of owned.get(load.who) ?? []) {
			const { start = last, finish = 0 } = each.slot?.projected ?? {};
			if (Math.max(start, today) <= load.end && load.start <= finish && !load.facts.includes(each)) add(each, {
				load,
				squeezed: false
			});
		}
	}
	return found;
}
/**
* A milestone was heard of when its `progress.last_update` says so, when the journal changed it, when a task of it was finished,
* and when a session on it began or left a checkpoint. Its own start alone is no news, but nothing before it is missing either.
*/
function heardOf({ facts, changes, calendar, today }, sessions) {
	const journal = new Map(changes.map(({ id, at }) => [id, at]));
	const found = /* @__PURE__ */ new Map();
	for (const { milestone } of facts) {
		if (milestone.status !== "in_progress") continue;
		const { id, tasks, timeline, progressUpdated } = milestone;
		const own = sessions.filter((session) => session.milestone === id);
		const days = [
			progressUpdated,
			journal.get(id),
			...tasks.map((task) => task.completedAt),
			...own.flatMap((session) => [session.startedAt, session.lastCheckpoint])
		].map((at) => calendar.dayOf(at)).filter((day) => day !== null && day <= today);
		const start = calendar.dayOf(timeline.actual_start);
		if (days.length === 0) continue;
		const latest = days.reduce((a, b) => Math.max(a, b));
		found.set(id, start !== null && start <= today ? Math.max(latest, start) : latest);
	}
	return found;
}
/** Adds what health, actions and sessions look at besides the milestones' own facts. */
function watch(project, sessions) {
	const loads = loadsOf(project);
	let made;
	let rows;
	const forecast = () => {
		made ??= forecastOf$1(project);
		return made;
	};
	return {
		...project,
		loads,
		overloads: overloadsOf(project, loads),
		heardOf: heardOf(project, sessions),
		forecast,
		forecastFor: (id) => {
			rows ??= new Map(forecast().milestones.map((row) => [row.id, row]));
			return rows.get(id);
		}
	};
}
/** `erin at 155% of 100% until 2024-07-27 (M05 and M06)`, `engineer at 4 of 3 FTE from 2024-08-01 to 2024-08-02 (M06)`. */
function overloadText({ load }, today) {
	const { who, kind, percent: asked, capacity, start, end, facts } = load;
	return `${who} at ${kind === "person" ? `${percent(asked)} of ${percent(capacity ?? 0)}` : `${asked / 100} of ${(capacity ?? 0) / 100} FTE`} ${start <= today ? `until ${formatDay(end)}` : `from ${formatDay(start)} to ${formatDay(end)}`} (${listed(facts.map((f) => f.milestone.id))})`;
}

// src/analysis/health-notes.ts
/** Due within this many working days from today is soon. */
const IMMINENT_DAYS = 2;
/** What a reader of an open milestone should know besides its health, in the order in which it is said. */
const NOTES = [
	{
		rule: "due-soon",
		health: null,
		test: ({ due, progress, remaining, milestone }, { calendar, today }) => {
			if (due === null || due < today || milestone.status !== "in_progress") return null;
			if (calendar.workingDaysBetween(today, due) > IMMINENT_DAYS) return null;
			const work = remaining === 0 ? "no work left" : `${days(remaining)} of work left`;
			return `Due on ${formatDay(due)}, and ${percent(progress)} done with ${work}`;
		}
	},
	{
		rule: "overloaded",
		health: null,
		test: ({ milestone }, { overloads, today }) => {
			const texts = [...new Map((overloads.get(milestone.id) ?? []).toReversed().map((o) => [o.load.who, o])).values()].reverse().map((overload) => overloadText(overload, today));
			return texts.length === 0 ? null : `Over-allocated: ${listed(texts)}`;
		}
	},
	{
		rule: "quality-below-target",
		health: null,
		test: ({ milestone }) => {
			const missed = missedTargets(milestone);
			if (missed.length === 0) return null;
			const texts = missed.map(({ name, value, target, unit }) => {
				const of = (figure) => `${figure}${/^%?$/.test(unit) ? unit : ` ${unit}`}`;
				return `${name} ${of(value)} (target ${of(target)})`;
			});
			return `Below target: ${listed(texts)}`;
		}
	}
];

// src/analysis/health.ts
/** More than this many percentage points behind the time that has passed is a risk. */
const BEHIND_POINTS = 20;
/** Where the due date is kept in fewer percent of the runs than this, it is more likely missed than kept. */
const EVEN_CHANCE = 50;
/** Two working weeks: after more working days than this without a word, nobody knows whether the figures still hold. */
const STALE_DAYS = 10;
const FINISHED = [{
	rule: "completed",
	health: "done",
	test: ({ milestone, actualEnd, variance, due }) => {
		if (milestone.status !== "completed") return null;
		if (actualEnd === null) return "Completed on a day that neither its file nor the history tells";
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
		rule: "forecast-after-due",
		health: "at_risk",
		test: forecastAfterDue
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
		rule: "stale",
		health: "at_risk",
		test: ({ milestone }, { heardOf, calendar, today }) => {
			const heard = heardOf.get(milestone.id);
			if (heard === void 0 || calendar.workingDaysBetween(heard, today) <= STALE_DAYS) return null;
			return `Nothing was recorded since ${formatDay(heard)}, though it is in progress`;
		}
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
	},
	...NOTES
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
* The projection counts every length as most likely; the forecast also knows how the finished work came out, or how far a
* three-point estimate reaches. Says nothing where that is too little to go by, and nothing that the projection says already.
*/
function forecastAfterDue({ milestone, due, variance }, project) {
	if (due === null || variance === null || variance > 0) return null;
	const found = project.forecast().enough_history ? project.forecastFor(milestone.id) : void 0;
	if (!found?.p50 || found.on_time === null || found.on_time >= EVEN_CHANCE) return null;
	const date = `its due date ${formatDay(due)}`;
	return `Only ${percent(found.on_time)} of the forecast's runs keep ${date}; half of them end by ${found.p50}`;
}
/**
* Compares progress with the share of working days passed (today not counted) from the start to the due date or planned end.
* Nobody is behind with work that cannot begin, or with dates that only the schedule gives it.
*/
function behind(facts, { calendar, today }) {
	const { slot, milestone, due, progress } = facts;
	const canWork = milestone.status === "in_progress" || milestone.status === "planning" && facts.waitsFor.length === 0;
	const { actual_start, estimated_start } = milestone.timeline;
	const begun = calendar.dayOf(actual_start);
	const own = begun !== null || due !== null || calendar.dayOf(estimated_start) !== null;
	if (slot === null || !canWork || !own) return null;
	const start = begun ?? slot.planned.start;
	const end = due ?? slot.planned.finish;
	const all = calendar.countWorkingDays(start, end);
	if (all === 0 || start >= today) return null;
	const share = Math.min(100, calendar.countWorkingDays(start, today - 1) / all * 100);
	if (share - progress <= BEHIND_POINTS) return null;
	return `${percent(progress)} done after ${percent(share)} of the time from ${formatDay(start)} to ${formatDay(end)}`;
}
/** The health of a milestone with every reason for it, the deciding one first; what does not decide stands at the end. */
function healthOf(facts, project) {
	const hits = (isOpen(facts) ? OPEN : FINISHED).flatMap((rule) => {
		const text = rule.test(facts, project);
		return text === null ? [] : [{
			rule,
			text
		}];
	});
	if (!hits.some(({ rule }) => rule.health !== null)) hits.unshift({
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

// src/analysis/explain-milestone.ts
/**
* Everything that holds the start of a milestone which has not begun, the tightest first. Work of no time falls on the last day of the
* predecessor that drives it, not on the day after.
*/
function bounds(facts, n, { calendar, schedule, today, config }) {
	const { network, work, early, milestones } = schedule.projection;
	const { milestone } = facts;
	const unknown = new Set(facts.requires.filter(({ from }) => from.undated).map(({ from }) => from.milestone.id));
	const reached = work.duration[n] === 0 ? early.lastDay : early.finish;
	const found = [{
		key: "today",
		text: "what is left cannot start before today",
		index: calendar.toIndex(today)
	}];
	const start = calendar.dayOf(milestone.timeline.estimated_start);
	if (start !== null) {
		const text = `its estimated_start ${formatDay(start)} says no earlier`;
		found.push({
			key: "estimated_start",
			text,
			index: calendar.toIndex(start)
		});
	}
	if (config.project.start !== null) {
		const text = `the project starts on ${formatDay(schedule.start)}`;
		found.push({
			key: "project_start",
			text,
			index: calendar.toIndex(schedule.start)
		});
	}
	for (const external of milestone.external) {
		const hold = externalHold({ external: [external] }, calendar);
		if (hold === Number.NEGATIVE_INFINITY) continue;
		found.push({
			key: "external",
			text: `${external.name} (external) is due on ${external.due}`,
			index: hold
		});
	}
	const { offset, target, lag } = network.predecessors;
	for (let e = offset[n]; e < offset[n + 1]; e++) {
		const p = target[e];
		const gap = lag[e];
		const id = milestones[p]?.id ?? "";
		const finish = isoDay(schedule.slots.get(id)?.projected.finish ?? null);
		const when = unknown.has(id) ? "is finished, nobody knows since when" : `finishes on ${finish}`;
		const plus = gap === 0 ? "" : gap > 0 ? ` plus a lag of ${days(gap)}` : ` less a lead of ${days(-gap)}`;
		found.push({
			key: "predecessor",
			text: `${id} ${when}${plus}`,
			index: reached[p] + gap
		});
	}
	return found.sort((a, b) => b.index - a.index);
}
function startLines(facts, project) {
	const { milestone, slot, undated } = facts;
	const { schedule, calendar, today } = project;
	if (slot === null) return [];
	const begun = calendar.dayOf(milestone.timeline.actual_start);
	if (milestone.status === "completed") {
		const text = undated ? "It is completed, on a day that neither its file nor the history tells." : `It is completed: ${isoDay(slot.projected.start)} to ${isoDay(slot.projected.finish)}.`;
		return [line("completed", text)];
	}
	if (milestone.status === "in_progress") {
		const text = `It is under way (begun ${begun === null ? `as planned on ${isoDay(slot.planned.start)}` : `on ${formatDay(begun)}`}), so what is left goes on from today ${formatDay(today)}, whatever it waits for.`;
		return [line("under_way", text, { today: formatDay(today) })];
	}
	const n = schedule.projection.milestones.findIndex((m) => m.id === milestone.id);
	const { work, early } = schedule.projection;
	const held = (work.duration[n] === 0 ? early.lastDay : early.start)[n];
	return bounds(facts, n, project).map(({ key, text, index }) => {
		const day = calendar.toDay(index);
		const binding = index === held;
		const room = held - index;
		const verdict = binding ? "this holds it" : `${days(room)} earlier than what holds it`;
		return line(key, `From ${formatDay(day)}: ${text} — ${verdict}.`, {
			day: formatDay(day),
			holds: binding,
			room_days: room
		});
	});
}
function lengthLines({ milestone, duration, remaining, progress, slot, undated }) {
	if (slot === null) return [];
	const { projected, planned } = slot;
	const work = isOpen({ milestone }) ? `It takes ${days(duration)}; ${percent(progress)} is done, so ${days(remaining)} (rounded up) are left, to ${isoDay(projected.finish)}.` : `It was planned to take ${days(duration)}, from ${isoDay(planned.start)} to ${isoDay(planned.finish)}.`;
	const values = {
		duration_days: duration,
		remaining_days: remaining,
		projected_finish: undated ? null : isoDay(projected.finish)
	};
	return [line("length", work, values)];
}
/** How its finish stands against the due date, or what is missing to say so. */
function comparison({ milestone, due, slot, actualEnd, variance, cyclic }) {
	const ended = actualEnd === null ? "" : `It ended on ${formatDay(actualEnd)}`;
	if (due === null) return line("no_due", `${ended === "" ? "" : `${ended}. `}It has no due date.`);
	const end = actualEnd ?? slot?.projected.finish ?? null;
	if (variance !== null && end !== null) {
		const compared = against(due, end, variance);
		const text = ended === "" ? `That is ${compared}.` : `${ended}, ${compared}.`;
		return line("variance", text, {
			due: isoDay(due),
			variance_days: variance
		});
	}
	const why = milestone.status === "cancelled" ? "it is cancelled, so no finish is compared with it" : cyclic ? "no finish can be projected in a dependency cycle" : "nothing tells on which day it was finished";
	return line("variance", `Its due date is ${formatDay(due)}; ${why}.`, {
		due: isoDay(due),
		variance_days: null
	});
}
function dueLines(facts) {
	const { due, baseline, slippage } = facts;
	const compared = comparison(facts);
	if (!slippage || due === null || baseline === null) return [compared];
	const moved = `The due date was ${formatDay(baseline)} at first: ${days(Math.abs(slippage))} ${slippage > 0 ? "earlier" : "later"}.`;
	return [compared, line("slippage", moved, {
		baseline_due: isoDay(baseline),
		slippage_days: slippage
	})];
}
function floatLines({ slot }) {
	if (slot === null) return [];
	const { earlyStart, earlyFinish, lateStart, lateFinish, totalFloat, freeFloat, critical } = slot;
	const values = {
		total_float_days: totalFloat,
		free_float_days: freeFloat,
		critical
	};
	const planned = `Planned from boundary ${earlyStart} to ${earlyFinish} (working days from the start of the schedule), at the latest from ${lateStart} to ${lateFinish}`;
	const text = critical ? `${planned}: no float, so it is critical and every day it slips moves the end.` : `${planned}: it may slip ${days(totalFloat)} without moving the end, ${days(freeFloat)} without moving any successor.`;
	return [line("float", text, values)];
}
function forecastLines({ milestone }, project) {
	const row = project.forecastFor(milestone.id);
	if (!row?.p85) return [];
	const chance = row.on_time === null ? "" : ` Its due date is kept in ${percent(row.on_time)} of the runs.`;
	const text = `Half of the runs finish it by ${row.p50}, 85% by ${row.p85}; it is critical in ${percent(row.criticality ?? 0)}.${chance}`;
	const { p50, p85, p95, on_time, criticality } = row;
	return [line("forecast", text, {
		p50,
		p85,
		p95,
		on_time,
		criticality
	})];
}
function followerText({ milestone: { id, status }, slot }) {
	if (status === "completed" || status === "cancelled") return `${id}, which is ${status}`;
	return `${id}, projected to start on ${isoDay(slot?.projected.start ?? null) ?? "no date"}`;
}
/** Where a milestone's projected dates, float and health come from. */
function explainMilestone(facts, project) {
	const { milestone } = facts;
	const { health, reasons } = healthOf(facts, project);
	const undated = facts.cyclic ? [line("cycle", "It waits for itself in a dependency cycle, so no date of it would be true.")] : facts.slot === null ? [line("cancelled", "It is cancelled and takes no part in the schedule.")] : [];
	const followers = project.facts.filter((f) => f.requires.some(({ from }) => from === facts));
	const sections = [
		{
			title: "Why it starts when it does",
			lines: [...undated, ...atMost(20, startLines(facts, project), "reasons")]
		},
		{
			title: "Why it finishes when it does",
			lines: [...lengthLines(facts), ...dueLines(facts)]
		},
		{
			title: "Float",
			lines: floatLines(facts)
		},
		{
			title: "Its tasks",
			lines: taskLines(milestone, project.config)
		},
		{
			title: "Forecast",
			lines: isOpen(facts) ? forecastLines(facts, project) : []
		},
		{
			title: "Who waits for it",
			lines: atMost(20, followers.map((follower) => line("successor", followerText(follower), {}, follower.milestone.id)), "milestones")
		},
		{
			title: `Why its health is ${health.replace("_", " ")}`,
			lines: reasons.map(({ rule, text }) => line(rule, text, { health }))
		}
	];
	return {
		what: milestone.id,
		title: `${milestone.id} ${milestone.title}`,
		sections: sections.filter(({ lines }) => lines.length > 0)
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
const RULES$1 = [
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
	const hits = RULES$1.flatMap((rule) => {
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

// src/analysis/explain.ts
const PATHS = 5;
const LISTED$1 = 100;
/** Why a critical milestone starts at its boundary: the critical predecessors that drive it, else its own earliest day. */
function member(facts) {
	const { milestone, slot, duration, requires } = facts;
	const start = slot?.earlyStart ?? 0;
	const after = requires.filter(({ from, lag }) => from.slot && from.slot.earlyFinish + lag === start).map(({ from, lag }) => {
		const gap = lag === 0 ? "" : lag > 0 ? ` + ${days(lag)} of lag` : ` − ${days(-lag)} of lead`;
		return `${from.milestone.id} (over at ${from.slot?.earlyFinish}${gap})`;
	});
	const why = after.length > 0 ? `follows ${listed(after)}` : start === 0 ? "starts with the schedule" : "starts at its estimated_start";
	const dates = `${isoDay(slot?.planned.start ?? null)} to ${isoDay(slot?.planned.finish ?? null)}`;
	const text = `${milestone.id}: boundary ${start} to ${slot?.earlyFinish} (${days(duration)}, ${dates}); ${why}`;
	const values = {
		early_start_day: start,
		early_finish_day: slot?.earlyFinish ?? null,
		duration_days: duration
	};
	return line("member", text, values, milestone.id);
}
/** Which chains of milestones determine the length of the plan, and who is close to them. */
function explainCriticalPath({ schedule, facts, config }) {
	const critical = facts.filter((f) => f.slot?.critical === true);
	const limit = config.tolerance.nearCritical;
	const near = facts.filter((f) => isNearCritical(f, config));
	const end = isoDay(schedule.plannedFinish);
	const summary = end === null ? [line("none", "No milestone has a place in the schedule.")] : [line("length", `From ${formatDay(schedule.start)} (boundary 0) to ${end}: ${days(schedule.length)}. A milestone is critical if it has no float: its late dates, counted back from the end of the plan, are its early ones.`, {
		start: formatDay(schedule.start),
		length_days: schedule.length,
		planned_finish: end
	})];
	const cycle = schedule.cycle ? [line("cycle", `${listed(schedule.cycle)} wait for each other in a cycle and have no dates.`)] : [];
	const paths = schedule.criticalPaths.slice(0, PATHS).map((path) => line("path", path.join(" → "), { members: path.length }));
	const more = schedule.criticalPathCount - paths.length;
	if (more > 0) paths.push(line("more", `… and ${more} more`, { count: more }));
	return {
		what: "critical-path",
		title: "The critical path",
		sections: [
			{
				title: "Length",
				lines: [...summary, ...cycle]
			},
			{
				title: schedule.criticalPathCount === 1 ? "The critical path" : "Critical paths",
				lines: paths
			},
			{
				title: "Its milestones",
				lines: atMost(LISTED$1, critical.map(member), "milestones")
			},
			{
				title: `Nearly critical (at most ${days(limit)} of float)`,
				lines: atMost(LISTED$1, near.map(({ milestone, slot }) => line("near_critical", `${milestone.id}: ${days(slot?.totalFloat ?? 0)} of float`, { total_float_days: slot?.totalFloat ?? null }, milestone.id)), "milestones")
			}
		].filter((s) => s.lines.length > 0)
	};
}
/** Which rules gave the project and its milestones their health. */
function explainHealth(project) {
	const rated = project.facts.map((facts) => ({
		facts,
		...healthOf(facts, project)
	}));
	const { health, reasons } = projectHealth(rated, project);
	const own = rated.map((each) => {
		const { id } = each.facts.milestone;
		const text = `${id} is ${each.health.replace("_", " ")}: ${each.reasons.map((reason) => reason.text).join("; ")}`;
		return line("milestone", text, {
			health: each.health,
			rules: each.reasons.map((r) => r.rule).join(" ")
		}, id);
	});
	return {
		what: "health",
		title: "Health",
		sections: [{
			title: `The project is ${health.replace("_", " ")}`,
			lines: reasons.map(({ rule, text }) => line(rule, text, { health }))
		}, {
			title: "Its milestones (the first reason decides)",
			lines: atMost(300, own, "milestones")
		}].filter(({ lines }) => lines.length > 0)
	};
}
/**
* Explains `what` on the day `today`: `forecast`, `critical-path`, `health` or the id of a milestone, in any case. The three words
* win over a milestone of that name. Null if there is no such milestone.
*/
function explain(state, today, what) {
	const project = watch(factsOf(state, calendarOf(state.config.calendar), today), state.sessions);
	const word = what.toLowerCase();
	if (word === "forecast") return explainForecast(project);
	if (word === "critical-path") return explainCriticalPath(project);
	if (word === "health") return explainHealth(project);
	const facts = project.facts.find(({ milestone }) => idKey(milestone.id) === idKey(what));
	return facts ? explainMilestone(facts, project) : null;
}

// src/analysis/actions.ts
function name({ milestone }) {
	return milestone.title === milestone.id ? milestone.id : `${milestone.id} ${milestone.title}`;
}
/** The sentence of one of the given health rules, if it fired. */
function reason({ reasons }, ...rules) {
	return reasons.find((r) => rules.includes(r.rule))?.text ?? null;
}
/** An action whose cause is that a health rule fired. */
function when(priority, rules, text) {
	return {
		priority,
		test: (explained) => {
			const cause = reason(explained, ...rules);
			const what = cause === null ? null : text(explained.facts);
			return cause === null || what === null ? null : {
				text: what,
				cause
			};
		}
	};
}
const isCritical = (facts) => facts.slot?.critical === true;
/** Whoever is overloaded serves several milestones: only the one whose share does not fit is to change. */
function ease(priority, critical) {
	return {
		priority,
		test: ({ facts }, { overloads, today }) => {
			const over = (overloads.get(facts.milestone.id) ?? []).filter((overload) => overload.squeezed);
			const [first] = over;
			if (first === void 0 || isCritical(facts) !== critical) return null;
			const people = [...new Set(over.map(({ load }) => load.who))];
			return {
				text: `Ease the load on ${listed(people)} in ${name(facts)}`,
				cause: `Over-allocated: ${overloadText(first, today)}`
			};
		}
	};
}
/** Of each family at most one action is proposed for a milestone: the first whose rule holds. */
const FAMILIES = [
	[
		when("urgent", ["past-due"], (facts) => `Finish ${name(facts)} or agree on a new due date`),
		when("urgent", ["projected-late"], (facts) => isCritical(facts) ? `Bring ${name(facts)} back on schedule: it is on the critical path` : null),
		when("urgent", ["due-soon"], (facts) => `Finish ${name(facts)}`),
		when("high", ["projected-late"], (facts) => `Bring ${name(facts)} back on schedule or agree on a new due date`),
		when("medium", ["projected-after-due", "forecast-after-due"], (facts) => `Gain time on ${name(facts)}`),
		when("medium", ["behind"], (facts) => `Find out why ${name(facts)} is behind`),
		{
			priority: "low",
			test: ({ facts }) => isOpen(facts) && facts.due === null ? {
				text: `Set a due date for ${name(facts)}`,
				cause: "Without timeline.estimated_end nothing tells whether it is late"
			} : null
		}
	],
	[
		when("urgent", ["blocked"], (facts) => isCritical(facts) || facts.cyclic ? `Unblock ${name(facts)}` : null),
		when("high", ["blocked"], (facts) => `Unblock ${name(facts)}`),
		when("high", ["external-at-risk", "external-overdue"], (facts) => `Settle what ${name(facts)} needs from outside`)
	],
	[when("medium", ["high-risk"], (facts) => `Mitigate the open risks of ${name(facts)}`)],
	[ease("high", true), ease("medium", false)],
	[when("medium", ["quality-below-target"], (facts) => facts.milestone.status === "in_progress" ? `Bring ${name(facts)} to its quality targets` : null)],
	[when("medium", ["stale"], (facts) => `Find out how ${name(facts)} stands, and record it`)],
	[{
		priority: "medium",
		test: ({ facts }) => {
			const gone = facts.requires.filter((link) => link.from.milestone.status === "cancelled");
			if (gone.length === 0 || !isOpen(facts)) return null;
			const ids = listed(gone.map((link) => link.from.milestone.id));
			return {
				text: `Decide whether ${name(facts)} can do without ${ids}`,
				cause: "It requires what was cancelled"
			};
		}
	}, {
		priority: "low",
		test: ({ facts, health }) => {
			const waits = facts.waitsFor;
			if (health !== "pending" || !isCritical(facts) || waits.length === 0) return null;
			const ids = listed(waits.map((p) => p.milestone.id));
			return {
				text: `See whether part of ${name(facts)} can start before ${ids} ${waits.length === 1 ? "is" : "are"} finished`,
				cause: "It is on the critical path and only waits"
			};
		}
	}]
];
/** What to do next, most pressing first; of the same priority the earlier due date, then the smaller id, comes first, and `others` last. */
function actionsOf(explained, project, others = []) {
	const found = explained.flatMap((each) => FAMILIES.flatMap((rules) => {
		for (const { priority, test } of rules) {
			const hit = test(each, project);
			const due = each.facts.due ?? Number.POSITIVE_INFINITY;
			if (hit !== null) return [{
				due,
				action: {
					priority,
					...hit,
					milestone: each.facts.milestone.id
				}
			}];
		}
		return [];
	}));
	const rank = (action) => ACTION_PRIORITIES.indexOf(action.priority);
	return [...found, ...others.map((action) => ({
		due: Number.POSITIVE_INFINITY,
		action
	}))].sort((a, b) => rank(a.action) - rank(b.action) || (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)).map((each) => each.action);
}

// src/analysis/activity.ts
/** The journal's last entries, newest first. Deliveries are left out: a notification sent is no news about the project. */
function activityOf(journal) {
	return journal.filter((entry) => entry.kind !== "delivered").slice(-100).reverse().map((entry) => ({
		at: entry.at,
		id: entry.id,
		kind: entry.kind,
		actor: entry.actor,
		text: entry.summary ?? entry.command ?? entry.kind,
		milestones: [...entry.milestones]
	}));
}

// src/analysis/skills.ts
/** Needed skills of one milestone: of its tasks, all or only the unfinished, and of the roles and people it asks for. */
function skillsOf({ milestone }, unfinishedOnly) {
	const tasks = countedTasks(milestone).filter((task) => !unfinishedOnly || task.status !== "completed");
	return new Set([...tasks, ...milestone.resources].map((each) => each.skill).filter((skill) => skill !== null));
}
/** Skill coverage: needed skills that somebody of the team has, of all needed ones. */
function skillCoverage({ config, facts }) {
	const live = facts.filter((f) => f.milestone.status !== "cancelled");
	const needed = [...new Set(live.flatMap((f) => [...skillsOf(f, false)]))].sort();
	const { team } = config;
	const present = new Set(team.flatMap((member) => member.skills ?? []));
	const covered = needed.filter((skill) => present.has(skill));
	const missing = needed.filter((skill) => !present.has(skill));
	const noTeam = present.size === 0 ? "no team member of config.yaml has skills" : null;
	const many = team.filter((m) => needed.filter((skill) => m.skills?.includes(skill)).length > 1);
	const reason = "no task or resource names a skill";
	return {
		needed,
		covered,
		missing,
		coverage: noTeam === null ? share(covered.length, needed.length, reason) : unknown$1(noTeam),
		crossTraining: noTeam !== null ? unknown$1(noTeam) : needed.length === 0 ? unknown$1(reason) : share(many.length, team.length, reason)
	};
}
/** Skills that unfinished work of open milestones asks for, with the milestones that do, sorted by skill. */
function openNeeds({ facts }) {
	const found = /* @__PURE__ */ new Map();
	for (const each of facts) {
		if (!isOpen(each)) continue;
		for (const skill of skillsOf(each, true)) {
			const list = found.get(skill);
			if (list) list.push(each.milestone.id);
			else found.set(skill, [each.milestone.id]);
		}
	}
	return [...found].sort(([a], [b]) => a < b ? -1 : 1);
}

// src/analysis/capacity.ts
/** Up to the target green, up to what the team can give amber, beyond red. */
function rate(value, target) {
	if (value === null) return null;
	if (value <= target) return "green";
	return value <= 100 ? "amber" : "red";
}
/** People with an unfinished task in a critical milestone that is projected to be worked on that day, and does not give their share. */
function onCriticalTasks({ facts }, day) {
	const found = /* @__PURE__ */ new Set();
	for (const { milestone, slot } of facts.filter(isOpen)) {
		if (slot?.critical !== true || slot.projected.start > day || slot.projected.finish < day) continue;
		const shared = milestone.resources.filter((r) => r.allocation !== null).map((r) => r.who);
		for (const { status, assignedTo } of countedTasks(milestone)) if (status !== "completed" && assignedTo !== null && !shared.includes(assignedTo)) found.add(assignedTo);
	}
	return found;
}
/**
* Capacity: what the open milestones ask of all people today (on the next working day, if it is a day off), in percent of what
* they can give. Idle is what nobody asks for; the part of it that lies with people who work on no critical milestone could
* go to the critical path, and is the opportunity for optimisation. Whoever has an unfinished task in a critical milestone
* of that day, which does not say with what share, works on it: the rest of that person is neither.
*/
function capacityOf(project, loads) {
	const { config, calendar, facts } = project;
	const day = calendar.onOrAfter(project.today);
	const own = capacities(project);
	const all = [...own.values()].reduce((sum, percent) => sum + percent, 0);
	const now = new Map(loads.filter((l) => l.kind === "person" && l.start <= day && day <= l.end).map((l) => [l.who, l]));
	const load = [...now.values()].reduce((sum, l) => sum + l.percent, 0);
	const stated = facts.some((f) => isOpen(f) && f.milestone.resources.some((r) => r.who !== null && r.allocation !== null));
	const reason = !facts.some(isOpen) ? "no milestone is open" : !stated ? "no open milestone says who works on it, and how much (resources: who, allocation)" : all === 0 ? "the team has no capacity" : null;
	const value = reason === null ? load / all * 100 : null;
	const busy = onCriticalTasks(project, day);
	let idle = 0;
	let movable = 0;
	for (const [who, capacity] of own) {
		const mine = now.get(who);
		if (busy.has(who)) continue;
		const free = Math.max(0, capacity - (mine?.percent ?? 0));
		idle += free;
		if (!mine?.facts.some((f) => f.slot?.critical === true)) movable += free;
	}
	const ofAll = (percent) => reason === null ? rounding(known$2(percent / all * 100, own.size)) : unknown$1(reason);
	const skills = skillCoverage(project);
	const { values, reasons } = beside({
		load_percent: reason === null ? rounding(known$2(load, now.size)) : unknown$1(reason),
		capacity_percent: own.size === 0 ? unknown$1("config.yaml names no team") : rounding(known$2(all, own.size)),
		skill_coverage_percent: rounding(skills.coverage),
		cross_training_percent: rounding(skills.crossTraining),
		idle_percent: ofAll(idle),
		optimisation_percent: ofAll(movable)
	});
	const assigned = (f) => f.milestone.resources.some((r) => r.who !== null && r.allocation !== null);
	const counted = skills.coverage.value !== null;
	return {
		value: value === null ? null : rounded(value, 1),
		unit: "% of capacity",
		target: config.targets.capacity,
		rating: rate(value, config.targets.capacity),
		n: now.size,
		reason,
		...values,
		people: own.size,
		over_allocated: loads.filter(isOver).map((l) => {
			const { who, window, load_percent, capacity_percent, milestones } = resourceRow(l);
			return {
				who,
				window,
				load_percent,
				capacity_percent,
				milestones
			};
		}),
		unassigned: facts.filter((f) => isOpen(f) && !assigned(f)).map((f) => f.milestone.id),
		skills: counted ? {
			needed: skills.needed.length,
			covered: skills.covered.length,
			missing: [...skills.missing]
		} : null,
		reasons: {
			...reasons,
			...value === null && { rating: reason ?? "no data" },
			...!counted && { skills: skills.coverage.reason ?? "no data" }
		}
	};
}

// src/analysis/early-starts.ts
/** Everybody known to work on what is left of a milestone. */
function peopleOf({ milestone }) {
	const names = [...countedTasks(milestone).filter((task) => task.status !== "completed").map((task) => task.assignedTo), ...milestone.resources.map((r) => r.who)];
	return new Set(names.filter((name) => name !== null));
}
const sharesNobody = (mine, theirs) => mine.size > 0 && theirs.size > 0 && [...mine].every((who) => !theirs.has(who));
/** The first working day on which external dependencies let a milestone start; their due day is still theirs. */
function afterExternals(facts, { calendar, today }) {
	return openExternals(facts).reduce((latest, external) => {
		const due = calendar.dayOf(external.due);
		return due === null ? latest : Math.max(latest, calendar.onOrAfter(due + 1));
	}, calendar.onOrAfter(today));
}
/** The first working day that the projected finishes of all predecessors (lags included) allow. */
function afterPredecessors({ requires }, { calendar }) {
	return requires.reduce((latest, { from, lag }) => {
		if (from.slot === null) return latest;
		return Math.max(latest, calendar.toDay(calendar.toIndex(from.slot.projected.finish + 1) + lag));
	}, Number.NEGATIVE_INFINITY);
}
/**
* Milestones that are not started and could start earlier than projected, by one of two rules:
*
* - `own-start-date`: nothing but its own `estimated_start` holds it: predecessors and externals would let it start earlier.
* - `nobody-shared`: it only waits for unfinished predecessors that share no person with it, so part of its work could run
*   beside theirs.
*
* `days` is how many working days earlier at most.
*/
function earlyStarts(project) {
	const { calendar, facts } = project;
	const people = /* @__PURE__ */ new Map();
	const known = (each) => {
		const found = people.get(each) ?? peopleOf(each);
		people.set(each, found);
		return found;
	};
	return facts.flatMap((each) => {
		const { milestone, slot, waitsFor } = each;
		if (milestone.status !== "planning" || slot === null) return [];
		const planned = slot.projected.start;
		const free = afterExternals(each, project);
		const stated = calendar.dayOf(milestone.timeline.estimated_start);
		const ready = Math.max(free, afterPredecessors(each, project));
		if (stated !== null && ready < planned && calendar.onOrAfter(stated) === planned) {
			const days = calendar.workingDaysBetween(ready, planned);
			return days > 0 ? [{
				milestone: milestone.id,
				rule: "own-start-date",
				days,
				without: []
			}] : [];
		}
		if (waitsFor.length === 0 || !waitsFor.every((p) => sharesNobody(known(each), known(p)))) return [];
		const days = calendar.workingDaysBetween(Math.max(free, stated ?? free), planned);
		return days > 0 ? [{
			milestone: milestone.id,
			rule: "nobody-shared",
			days,
			without: waitsFor.map((p) => p.milestone.id)
		}] : [];
	});
}

// src/analysis/change-facts.ts
/** Of the stretches of parallel work the first ones are listed: beyond, plans change before anybody gets there. */
const LISTED = 20;
/**
* Parallel workstreams: stretches of days on which the same two or more open milestones are projected to run side by side, in
* order of time, from today on.
*/
function parallelWorkstreams({ facts, today }) {
	const starts = /* @__PURE__ */ new Map();
	const ends = /* @__PURE__ */ new Map();
	const add = (to, day, id) => {
		const list = to.get(day);
		if (list) list.push(id);
		else to.set(day, [id]);
	};
	for (const each of facts) {
		const dates = each.slot?.projected;
		if (!isOpen(each) || !dates || dates.finish < today) continue;
		add(starts, Math.max(dates.start, today), each.milestone.id);
		add(ends, dates.finish + 1, each.milestone.id);
	}
	const place = new Map(facts.map((f, i) => [f.milestone.id, i]));
	const cuts = [.../* @__PURE__ */ new Set([...starts.keys(), ...ends.keys()])].sort((a, b) => a - b);
	const running = /* @__PURE__ */ new Set();
	const found = [];
	for (const [i, day] of cuts.entries()) {
		for (const id of ends.get(day) ?? []) running.delete(id);
		for (const id of starts.get(day) ?? []) running.add(id);
		const next = cuts[i + 1];
		if (running.size < 2 || next === void 0) continue;
		const milestones = [...running].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
		found.push({
			window: {
				start: formatDay(day),
				end: formatDay(next - 1)
			},
			milestones
		});
		if (found.length === LISTED) break;
	}
	return found;
}
/** Resource sharing: people whom two or more open milestones ask for on the same days. */
function resourceSharing(loads) {
	return loads.filter((load) => load.kind === "person" && load.facts.length > 1).map(resourceRow).map(({ who, window, milestones, load_percent }) => ({
		who,
		window,
		milestones,
		load_percent
	}));
}
/**
* Cross-training: skills of unfinished work that exactly one member of the team has, with those who could learn them: members
* who share a role with the one who knows.
*/
function crossTraining({ config }, needs) {
	return needs.flatMap(([skill, milestones]) => {
		const [master, ...others] = config.team.filter((member) => member.skills?.includes(skill));
		if (!master || others.length > 0) return [];
		const candidates = config.team.filter((member) => member !== master && member.roles?.some((role) => master.roles?.includes(role))).map((member) => member.login);
		return [{
			skill,
			known_by: master.login,
			candidates,
			milestones
		}];
	});
}
/** Skill gaps: skills of unfinished work that nobody of the team has; none can be told without a team that has skills. */
function skillGaps({ config }, needs) {
	const present = new Set(config.team.flatMap((member) => member.skills ?? []));
	if (present.size === 0) return [];
	return needs.filter(([skill]) => !present.has(skill)).map(([skill, milestones]) => ({
		skill,
		milestones
	}));
}
/** What a change of the plan could make use of, each list by its own rule. */
function changeFactsOf(project, loads) {
	const needs = openNeeds(project);
	return {
		parallel_workstreams: parallelWorkstreams(project),
		early_starts: earlyStarts(project),
		resource_sharing: resourceSharing(loads),
		cross_training: crossTraining(project, needs),
		skill_gaps: skillGaps(project, needs)
	};
}

// src/analysis/history.ts
/** Hours a milestone was estimated at: what it says itself, else the sum of its tasks if each has an estimate; else null. */
function estimatedHours({ milestone }) {
	if (milestone.timeline.estimated_hours != null) return milestone.timeline.estimated_hours;
	return sumOf(countedTasks(milestone), (task) => task.estimatedHours);
}
/** Hours it took so far: what it says itself, else the sum of its tasks if each that has begun says; else null. */
function actualHours({ milestone }) {
	if (milestone.timeline.actual_hours != null) return milestone.timeline.actual_hours;
	return sumOf(countedTasks(milestone).filter((task) => task.status !== "pending" || task.actualHours !== null), (task) => task.actualHours);
}
function sumOf(tasks, hours) {
	let sum = 0;
	for (const task of tasks) {
		const own = hours(task);
		if (own === null) return null;
		sum += own;
	}
	return tasks.length === 0 ? null : sum;
}
/** Finished tasks count on their own day; what else a finished milestone was estimated at, on the day it was finished. */
function hoursOf({ facts, calendar, today }, days) {
	return facts.flatMap((each) => {
		if (each.milestone.status === "cancelled") return [];
		const found = [];
		let dated = 0;
		for (const task of countedTasks(each.milestone)) {
			const day = task.status === "completed" ? calendar.dayOf(task.completedAt) : null;
			if (day === null || task.estimatedHours === null || day > today) continue;
			found.push({
				day,
				hours: task.estimatedHours
			});
			dated += task.estimatedHours;
		}
		const day = days.get(each.milestone.id);
		const rest = day === void 0 ? 0 : (estimatedHours(each) ?? 0) - dated;
		return day !== void 0 && rest > 0 ? [...found, {
			day,
			hours: rest
		}] : found;
	});
}
/** Why there is no finished milestone to count where a day is needed. */
function whyNoneDated({ undated }) {
	return undated.length > 0 ? "no finished milestone has a known day" : "nothing is finished yet";
}
/** The project's finished work with its days. What lies after today is not finished yet, whatever its date says. */
function historyOf(project) {
	const finished = [];
	const undated = [];
	for (const facts of project.facts) {
		const { completion } = facts;
		if (facts.milestone.status !== "completed") continue;
		if (completion === null) undated.push(facts);
		else if (completion.day <= project.today) finished.push({
			facts,
			...completion
		});
	}
	finished.sort((a, b) => a.day - b.day);
	return {
		finished,
		undated,
		hours: hoursOf(project, new Map(finished.map(({ facts, day }) => [facts.milestone.id, day])))
	};
}

// src/analysis/efficiency.ts
const NO_HOURS = "no completed milestone has both estimated and actual hours";
/**
* Estimate accuracy = 100 % − the mean magnitude of relative error, |actual − estimate| / actual (Conte, Dunsmore and Shen,
* "Software Engineering Metrics and Models", 1986); 0 % if estimates miss by as much as the work itself.
*/
function accuracy(efforts) {
	const error = average(efforts.map(({ estimated, actual }) => Math.abs(actual - estimated) / actual), NO_HOURS);
	return error.value === null ? error : known$2(Math.max(0, 1 - error.value) * 100, error.n);
}
/** PRED(25) of the same source: the share of milestones whose relative error is at most 25 %. */
function within25(efforts) {
	const near = efforts.filter(({ estimated, actual }) => Math.abs(actual - estimated) / actual <= .25 + 1e-9);
	return share(near.length, efforts.length, NO_HOURS);
}
/**
* Finished tasks with a recorded defect, of all finished tasks, whatever their milestone. As long as no task records any, the
* project does not record them; from the first on, a task without is one without defects.
*/
function defects({ facts }) {
	const tasks = facts.flatMap(({ milestone }) => milestone.status === "cancelled" ? [] : countedTasks(milestone));
	if (!tasks.some((task) => task.defects !== null)) return unknown$1("no task records its defects");
	const done = tasks.filter((task) => task.status === "completed");
	return share(done.filter((task) => (task.defects ?? 0) > 0).length, done.length, "no task is finished");
}
/**
* Efficiency: actual / estimated hours of all completed milestones that have both; above 1 the work took longer than
* estimated. Rework and technical debt are shares of the same actual hours; as with defects, they are data from the first
* milestone that records any.
*/
function efficiencyOf(project, { finished, undated }) {
	const { targets } = project.config;
	const efforts = [];
	let rework = null;
	let debt = null;
	for (const facts of [...finished.map((f) => f.facts), ...undated]) {
		const estimated = estimatedHours(facts);
		const actual = actualHours(facts);
		if (!estimated || !actual) continue;
		efforts.push({
			estimated,
			actual
		});
		for (const task of countedTasks(facts.milestone)) if (task.reworkHours !== null) rework = (rework ?? 0) + task.reworkHours;
		const { debt_hours } = facts.milestone.timeline;
		if (debt_hours != null) debt = (debt ?? 0) + debt_hours;
	}
	const n = efforts.length;
	const actual = efforts.reduce((sum, e) => sum + e.actual, 0);
	const estimated = efforts.reduce((sum, e) => sum + e.estimated, 0);
	const ofActual = (hours, reason) => n === 0 ? unknown$1(NO_HOURS) : hours === null ? unknown$1(reason) : known$2(hours / actual * 100, n);
	const { values, reasons } = beside({
		actual_hours: n === 0 ? unknown$1(NO_HOURS) : rounding(known$2(actual, n), 2),
		estimated_hours: n === 0 ? unknown$1(NO_HOURS) : rounding(known$2(estimated, n), 2),
		estimate_accuracy_percent: rounding(accuracy(efforts)),
		within_25_percent: rounding(within25(efforts)),
		rework_percent: rounding(ofActual(rework, "no task of a completed milestone records rework hours")),
		defect_percent: rounding(defects(project)),
		technical_debt_percent: rounding(ofActual(debt, "no completed milestone records debt hours"))
	});
	const value = n === 0 ? null : actual / estimated;
	return {
		value: value === null ? null : rounded(value, 3),
		unit: "actual/estimated hours",
		target: targets.efficiency,
		rating: rateLow(value, targets.efficiency),
		n,
		reason: n === 0 ? NO_HOURS : null,
		...values,
		reasons: {
			...reasons,
			...value === null && { rating: NO_HOURS }
		}
	};
}

// src/analysis/evm.ts
/**
* From when to when a milestone was to last. Where neither it nor the project states a start, the plan counts from another
* milestone's start or from today, and would move on with every day: then what began earlier was to start when it did.
*/
function plannedDates({ milestone, duration }, planned, { calendar, config }) {
	const { estimated_start, actual_start } = milestone.timeline;
	const stated = calendar.dayOf(estimated_start) ?? calendar.dayOf(config.project.start);
	const begun = calendar.dayOf(actual_start);
	if (stated !== null || begun === null || begun >= planned.start) return planned;
	return {
		start: begun,
		finish: calendar.toDay(calendar.toIndex(begun) + Math.max(1, duration) - 1)
	};
}
/**
* The share (0–1) of the working days that should be over by now: of those from the planned start to the baseline (else the
* planned finish), the ones before today. Today does not count, as its work is still to be done.
*/
function plannedShare(facts, project) {
	const { slot, baseline } = facts;
	const { calendar, today } = project;
	if (slot === null) return 0;
	const planned = plannedDates(facts, slot.planned, project);
	const finish = baseline ?? planned.finish;
	const start = Math.min(planned.start, finish);
	const all = calendar.countWorkingDays(start, finish);
	if (all === 0) return finish < today ? 1 : 0;
	return Math.min(1, calendar.countWorkingDays(start, today - 1) / all);
}
/** What is completed has earned its whole budget, whatever its tasks still say. */
function earned({ budget, facts }) {
	return facts.milestone.status === "completed" ? budget : budget * facts.progress / 100;
}
/**
* Earned value after the PMI "Practice Standard for Earned Value Management": PV = Σ budget × planned share, EV = Σ budget ×
* progress (all of it where completed), AC = Σ actual cost, BAC = Σ budget; SV = EV − PV, CV = EV − AC, SPI = EV / PV,
* CPI = EV / AC, EAC = BAC / CPI (what remains costs what the work so far has cost), ETC = EAC − AC, VAC = BAC − EAC.
*
* AC and what follows from it are null while any milestone with progress does not record its cost: the sum would be too low.
*/
function earnedValue(accounts, leftOut, project) {
	const sum = (part) => accounts.reduce((total, a) => total + part(a), 0);
	const bac = sum((a) => a.budget);
	const pv = sum((a) => a.budget * plannedShare(a.facts, project));
	const ev = sum(earned);
	const silent = accounts.filter((a) => a.cost === null && earned(a) > 0).map((a) => a.facts.milestone.id);
	const ac = silent.length > 0 ? null : sum((a) => a.cost ?? 0);
	const cpi = ac === null || ac === 0 ? null : ev / ac;
	const eac = cpi === null || cpi === 0 ? null : bac / cpi;
	const noAc = `no actual cost is recorded for ${silent.length > 5 ? `${silent.slice(0, 5).join(", ")} and ${silent.length - 5} more` : silent.join(", ")}`;
	const noCpi = ac === null ? noAc : "nothing has been spent yet";
	const noEac = cpi === null ? noCpi : "nothing has been earned yet";
	const money = (value) => value === null ? null : rounded(value, 2);
	const index = (value) => value === null ? null : rounded(value, 3);
	return {
		pv: rounded(pv, 2),
		ev: rounded(ev, 2),
		ac: money(ac),
		bac: rounded(bac, 2),
		sv: rounded(ev - pv, 2),
		cv: ac === null ? null : rounded(ev - ac, 2),
		spi: pv === 0 ? null : index(ev / pv),
		cpi: index(cpi),
		eac: money(eac),
		etc: eac === null || ac === null ? null : rounded(eac - ac, 2),
		vac: eac === null ? null : rounded(bac - eac, 2),
		milestones: accounts.length,
		left_out: [...leftOut],
		reasons: {
			...ac === null && {
				ac: noAc,
				cv: noAc
			},
			...pv === 0 && { spi: "nothing was planned to be done yet" },
			...cpi === null && { cpi: noCpi },
			...eac === null && {
				eac: noEac,
				etc: noEac,
				vac: noEac
			}
		}
	};
}
function accountsOf(facts, budget, cost) {
	const accounts = [];
	const leftOut = [];
	for (const each of facts) {
		const planned = budget(each);
		if (planned === null || planned === 0) leftOut.push(each.milestone.id);
		else accounts.push({
			facts: each,
			budget: planned,
			cost: cost(each)
		});
	}
	return {
		accounts,
		leftOut
	};
}
/** Earned value in hours (estimated and actual) and in money (`budget`); milestones that are cancelled or in a cycle take no part. */
function evmOf(project) {
	const { currency } = project.config;
	const live = project.facts.filter((f) => f.slot !== null);
	const hours = accountsOf(live, estimatedHours, actualHours);
	const own = ({ milestone }) => (milestone.budget?.currency ?? currency) === currency ? milestone.budget : null;
	const money = accountsOf(live, (f) => own(f)?.planned ?? null, (f) => own(f)?.actual ?? null);
	return {
		hours: hours.accounts.length === 0 ? null : earnedValue(hours.accounts, hours.leftOut, project),
		money: money.accounts.length === 0 ? null : {
			...earnedValue(money.accounts, money.leftOut, project),
			currency
		},
		reasons: {
			...hours.accounts.length === 0 && { hours: "no scheduled milestone has estimated hours" },
			...money.accounts.length === 0 && { money: `no scheduled milestone has a budget in ${currency}` }
		}
	};
}

// src/analysis/maturity.ts
/**
* What the project keeps records of, each as the share of the places where it could: estimated hours of milestones that are
* not cancelled; actual hours and acceptance of completed ones; probability, delay and mitigation of risks; a quality metric
* with a target in milestones that are under way or done; the completion in the journal of completed ones.
*/
function practicesOf({ facts }, journalled) {
	const live = facts.filter((f) => f.milestone.status !== "cancelled");
	const done = live.filter((f) => f.milestone.status === "completed");
	const running = live.filter((f) => f.milestone.status === "in_progress");
	const risks = live.flatMap((f) => f.milestone.risks);
	return [
		["estimates", live.map((f) => estimatedHours(f) !== null)],
		["actuals", done.map((f) => actualHours(f) !== null)],
		["acceptance", done.map((f) => (f.milestone.acceptance?.firstTime ?? null) !== null)],
		["risks", risks.map((r) => r.probability !== null && r.delay !== null && r.mitigation !== null)],
		["quality_targets", running.map((f) => f.milestone.quality.some((q) => q.target !== null))],
		["journal", done.map((f) => journalled.has(f.milestone.id))]
	].map(([practice, places]) => {
		const share = places.length === 0 ? null : places.filter(Boolean).length / places.length;
		return {
			practice,
			share: share === null ? null : rounded(share, 3),
			met: share !== null && share >= .7999999990000001
		};
	});
}
/**
* Process maturity by the number of practices kept, of six: initial (0, 1), developing (2, 3), established (4, 5), advanced
* (6). Null as long as nothing is completed, since half of the practices cannot be kept before.
*/
function maturityOf(practices, { finished, undated }) {
	if (finished.length + undated.length === 0) return null;
	const kept = practices.filter((p) => p.met).length;
	return kept === practices.length ? "advanced" : kept >= 4 ? "established" : kept >= 2 ? "developing" : "initial";
}

// src/analysis/risk.ts
/** Exposure may grow or shrink by this share of the larger one before it counts as a change. */
const BAND = .1;
const label = (risk) => risk.id ?? risk.description;
/** Probability × delay in working days; null where either is missing. */
function exposure({ probability, delay }, calendar) {
	return probability === null || delay === null ? null : probability * spanDays(delay, calendar.daysPerWeek);
}
const sum = (values) => values.reduce((total, value) => total + value, 0);
/**
* What the risks known on `day` and not settled by then would have been expected to cost. A risk ends with its milestone.
* Unknown where no risk says since when it is known, or one that counts today does not: the two days would be compared
* over different risks.
*/
function exposureOn(day, live, calendar) {
	const all = live.flatMap((facts) => facts.milestone.risks.map((risk) => ({
		facts,
		risk
	})));
	const dated = all.filter(({ risk }) => calendar.dayOf(risk.identifiedAt) !== null);
	if (dated.length === 0) return unknown$1("no risk has an identified_at");
	const timeless = all.filter(({ facts, risk }) => isOpen(facts) && risk.status === "open" && exposure(risk, calendar) !== null).filter(({ risk }) => calendar.dayOf(risk.identifiedAt) === null);
	if (timeless.length > 0) {
		const [is, its] = timeless.length === 1 ? ["is", "its"] : ["are", "their"];
		const names = timeless.map(({ risk }) => label(risk));
		return unknown$1(`${listed(names)} ${is} open, and nobody knows since when (${its} identified_at)`);
	}
	const then = dated.filter(({ facts, risk }) => {
		const known = calendar.dayOf(risk.identifiedAt) ?? day;
		const settled = calendar.dayOf(risk.occurredAt) ?? calendar.dayOf(risk.resolvedAt);
		if (known > day || (settled === null ? risk.status !== "open" : settled <= day)) return false;
		return isOpen(facts) || facts.actualEnd !== null && facts.actualEnd > day;
	});
	return known$2(sum(then.map(({ risk }) => exposure(risk, calendar) ?? 0)), then.length);
}
function trendOf$1(before, now) {
	if (before === null) return null;
	if (Math.abs(now - before) <= BAND * Math.max(now, before) + 1e-9) return "stable";
	return now < before ? "improving" : "worsening";
}
/** Of the risks that occurred: known before, by their dates. */
function identifiedEarly(risks, calendar) {
	const dated = risks.flatMap((risk) => {
		const seen = calendar.dayOf(risk.identifiedAt);
		const came = calendar.dayOf(risk.occurredAt);
		return seen === null || came === null ? [] : [seen < came];
	});
	return share(dated.filter(Boolean).length, dated.length, "no risk has both identified_at and occurred_at");
}
/** Mitigated, of those that were mitigated or occurred although a mitigation was planned. Closed ones never came to the test. */
function mitigationSuccess(risks) {
	const tested = risks.filter(({ status, mitigation, occurredAt }) => status === "mitigated" || (status === "occurred" || occurredAt !== null) && mitigation !== null);
	const held = tested.filter((risk) => risk.status === "mitigated" && risk.occurredAt === null);
	return share(held.length, tested.length, "no risk was mitigated, and none occurred in spite of a mitigation");
}
/** Working days from identified to resolved. */
function resolutionDays(risks, calendar) {
	const spans = risks.flatMap((risk) => {
		const from = calendar.dayOf(risk.identifiedAt);
		const to = calendar.dayOf(risk.resolvedAt);
		return from === null || to === null || to < from ? [] : [calendar.workingDaysBetween(from, to)];
	});
	return average(spans, "no risk has both identified_at and resolved_at");
}
/**
* Risk exposure in working days: Σ probability × delay of the open risks (Boehm, "Software Risk Management: Principles and
* Practices", 1991). Its target is the room: what the project can lose without missing its last due date. Green up to the
* room, amber up to twice as much, else red.
*/
function riskOf(project, roomDays) {
	const { facts, calendar, today, config } = project;
	const live = facts.filter((f) => f.milestone.status !== "cancelled");
	const risks = live.flatMap((f) => f.milestone.risks);
	const none = "no risk is recorded";
	const open = live.filter(isOpen).flatMap((f) => f.milestone.risks.filter((risk) => risk.status === "open"));
	const costs = open.map((risk) => exposure(risk, calendar)).filter((cost) => cost !== null);
	const value = risks.length === 0 || open.length > 0 && costs.length === 0 ? null : sum(costs);
	const reason = risks.length === 0 ? none : "no open risk has both a probability and a delay";
	const before = risks.length === 0 ? unknown$1(none) : exposureOn(today - 7 * config.targets.windowWeeks, live, calendar);
	const trend = value === null ? null : trendOf$1(before.value, value);
	const room = roomDays === null ? null : Math.max(0, roomDays);
	const rating = value === null || room === null ? null : value <= room ? "green" : value <= 2 * room ? "amber" : "red";
	const { values, reasons } = beside({
		exposure_before_days: rounding(before),
		identified_early_percent: rounding(identifiedEarly(risks, calendar)),
		mitigation_success_percent: rounding(mitigationSuccess(risks)),
		average_resolution_days: rounding(resolutionDays(risks, calendar)),
		escalation_percent: rounding(share(risks.filter((risk) => risk.escalated).length, risks.length, none))
	});
	return {
		value: value === null ? null : rounded(value, 1),
		unit: "working days",
		target: room,
		rating,
		n: costs.length,
		reason: value === null ? reason : null,
		open: open.length,
		high_open: open.filter((risk) => risk.impact === "high" || risk.impact === "critical").map(label),
		unquantified: open.filter((risk) => exposure(risk, calendar) === null).map(label),
		...values,
		trend,
		reasons: {
			...reasons,
			...room === null && { target: "no milestone has a due date to measure the room by" },
			...rating === null && { rating: value === null ? reason : "no milestone has a due date to measure the room by" },
			...trend === null && { trend: value === null ? reason : reasons.exposure_before_days ?? reason }
		}
	};
}

// src/analysis/buffer.ts
const NONE = "no open milestone has a buffer_percentage";
/** The days held back before an open milestone's due date, and how many of them the projection leaves; null without any. */
function bufferOf(facts) {
	return bufferBefore(facts, facts.variance);
}
/** The same before the day that the projected finish misses by `late` working days. */
function bufferBefore(facts, late) {
	const percentage = Number.parseFloat(String(facts.milestone.timeline.buffer_percentage ?? 0));
	if (!isOpen(facts) || !percentage || facts.duration === 0 || late === null) return null;
	const size = facts.duration * percentage / 100;
	return {
		size,
		left: Math.min(size, Math.max(0, -late))
	};
}
/**
* Schedule buffers of the open milestones together, after the buffer management of Goldratt, "Critical Chain" (1997): the
* buffer is the last `buffer_percentage` of a milestone's length, up to its due date; what the projected finish leaves of it
* remains, the rest is used. Size in working days, used and remaining in percent of it. Against the baseline the buffer ends at
* the baseline date instead: moving a due date out gives the first figure room again, but not that one.
*/
function buffersOf(project) {
	const { facts, calendar } = project;
	const { size, left, n } = together(facts.map(bufferOf));
	const none = unknown$1(NONE);
	if (n === 0) return {
		size: none,
		used: none,
		remaining: none,
		remainingOnBaseline: none
	};
	const baseline = together(facts.map((each) => {
		const finish = each.slot?.projected.finish ?? null;
		if (each.baseline === null || finish === null) return null;
		return bufferBefore(each, calendar.workingDaysBetween(each.baseline, finish));
	}));
	return {
		size: known$2(size, n),
		used: known$2((1 - left / size) * 100, n),
		remaining: known$2(left / size * 100, n),
		remainingOnBaseline: baseline.n === 0 ? unknown$1("no open milestone with a buffer has a baseline") : known$2(baseline.left / baseline.size * 100, baseline.n)
	};
}
function together(buffers) {
	const found = buffers.filter((buffer) => buffer !== null);
	const sum = (key) => found.reduce((total, buffer) => total + buffer[key], 0);
	return {
		size: sum("size"),
		left: sum("left"),
		n: found.length
	};
}

// src/analysis/external-resolution.ts
const WAY = ["dependencies", "external"];
/** Names in a list of external dependencies, given as texts or as mappings with a name. */
function namesIn(list) {
	if (!Array.isArray(list)) return [];
	return list.flatMap((item) => {
		if (typeof item === "string") return [item];
		const name = typeof item === "object" && item !== null ? item.name : void 0;
		return typeof name === "string" ? [name] : [];
	});
}
/** When the journal first tells of each external dependency, by milestone and name. One written with its milestone was never added. */
function firstTold(changes) {
	const found = /* @__PURE__ */ new Map();
	for (const { id, at, edit } of changes) {
		const [first, second, position] = edit.path;
		const lists = edit.path.length === 3 && first === WAY[0] && second === WAY[1] && typeof position === "number" ? {
			before: [edit.before],
			after: [edit.after]
		} : valueUnder(edit, WAY);
		if (!lists) continue;
		const before = new Set(namesIn(lists.before));
		for (const name of namesIn(lists.after)) {
			const key = `${id}\n${name}`;
			if (!before.has(name) && !found.has(key)) found.set(key, at);
		}
	}
	return found;
}
function externalsOf({ facts, calendar, today }, changes) {
	const told = firstTold(changes);
	const spans = [];
	let resolved = 0;
	let thisWeek = 0;
	for (const { milestone } of facts) for (const external of milestone.external) {
		const end = calendar.dayOf(external.resolvedAt);
		if (end === null || end > today) continue;
		resolved++;
		if (end > today - 7) thisWeek++;
		const start = calendar.dayOf(told.get(`${milestone.id}\n${external.name}`));
		if (start !== null && start <= end) spans.push(calendar.workingDaysBetween(start, end));
	}
	const reason = resolved === 0 ? "no external dependency has a resolved_at" : `of none of the ${resolved} resolved dependencies does the journal tell when it came up`;
	return {
		active: facts.filter(isOpen).reduce((sum, f) => sum + openExternals(f).length, 0),
		resolvedThisWeek: thisWeek,
		resolution: average(spans, reason)
	};
}

// src/analysis/timeline.ts
/**
* Working days from the projected finish of the project to its last due date; negative = too late. Unknown while open
* milestones wait for each other in a cycle: no finish of the project counts them.
*/
function roomOf({ facts, schedule, calendar }) {
	const dues = facts.filter((f) => f.milestone.status !== "cancelled" && f.due !== null).map((f) => f.due);
	if (dues.length === 0) return unknown$1("no milestone has a due date");
	const stuck = facts.filter((f) => f.cyclic && isOpen(f)).map((f) => f.milestone.id);
	if (stuck.length > 0) return unknown$1(`a dependency cycle leaves ${listed(stuck)} without a projected finish`);
	if (schedule.projectedFinish === null) return unknown$1(schedule.slots.size === 0 ? "nothing is scheduled" : "nobody knows when any milestone was finished");
	const last = dues.reduce((latest, due) => Math.max(latest, due));
	return known$2(calendar.workingDaysBetween(schedule.projectedFinish, last), dues.length);
}
/** Projected finish of the last critical milestones against the latest of their baselines, in working days; negative = ahead. */
function criticalVariance({ facts, schedule, calendar }) {
	let baseline = null;
	let finish = null;
	let n = 0;
	for (const { slot, baseline: own, undated } of facts) {
		if (slot?.critical !== true || undated) continue;
		n++;
		finish = Math.max(finish ?? slot.projected.finish, slot.projected.finish);
		if (own !== null) baseline = Math.max(baseline ?? own, own);
	}
	if (finish === null) return unknown$1(schedule.slots.size === 0 ? "nothing is scheduled" : "no critical milestone has a known finish");
	return baseline === null ? unknown$1("no critical milestone has a baseline") : known$2(calendar.workingDaysBetween(baseline, finish), n);
}
/**
* Timeline: the share of finished milestones that ended no working day after their due date. Rated by `targets.on_time` and, where there are buffers, by what
* remains of them against `targets.buffer`; the worse one counts.
*/
function timelineOf(project, history, changes) {
	const { calendar, config, schedule } = project;
	const { targets } = config;
	const against = (which) => history.finished.flatMap(({ facts, day }) => {
		const date = facts[which];
		return date === null ? [] : [calendar.workingDaysBetween(date, day)];
	});
	const reason = history.finished.length === 0 ? whyNoneDated(history) : "no finished milestone has a due date";
	const late = against("due");
	const slips = against("baseline");
	const onTime = share(late.filter((days) => days <= 0).length, late.length, reason);
	const buffers = buffersOf(project);
	const room = roomOf(project);
	const externals = externalsOf(project, changes);
	const { values, reasons } = beside({
		on_baseline_percent: rounding(share(slips.filter((days) => days <= 0).length, slips.length, reason)),
		average_slip_days: rounding(average(slips, reason), 2),
		buffer_days: rounding(buffers.size),
		buffer_used_percent: rounding(buffers.used),
		buffer_remaining_percent: rounding(buffers.remaining),
		buffer_remaining_on_baseline_percent: rounding(buffers.remainingOnBaseline),
		room_days: room,
		room_percent: room.value === null || schedule.length === 0 ? unknown$1(room.reason ?? "the schedule has no length") : rounding(known$2(room.value / schedule.length * 100, room.n)),
		critical_path_variance_days: criticalVariance(project),
		dependency_resolution_days: rounding(externals.resolution)
	});
	const left = buffers.remaining.value;
	const buffered = left === null ? null : left >= targets.buffer.green ? "green" : left >= targets.buffer.amber ? "amber" : "red";
	const rating = worst([rateHigh(onTime.value, targets.onTime), buffered]);
	return {
		value: rounding(onTime).value,
		unit: "% on time",
		target: targets.onTime,
		rating,
		n: onTime.n,
		reason: onTime.reason,
		...values,
		external_active: externals.active,
		external_resolved: externals.resolvedThisWeek,
		reasons: {
			...reasons,
			...rating === null && { rating: `${reason}, and no buffer is planned` }
		}
	};
}

// src/analysis/opportunities.ts
const below = (value, limit) => value !== null && value < limit;
/** Where the figures say that something could be better; each rule with its threshold. */
const RULES = [
	{
		key: "estimation",
		test: ({ efficiency: { estimate_accuracy_percent: accuracy } }) => below(accuracy, 80) ? `Estimates are ${accuracy}% accurate` : null
	},
	{
		key: "rework",
		test: ({ efficiency: { rework_percent: rework } }) => rework !== null && rework > 10 ? `${rework}% of the hours were rework` : null
	},
	{
		key: "on_time_delivery",
		test: ({ timeline: { value, target } }) => value !== null && target !== null && value < target ? `${value}% on time, target ${target}%` : null
	},
	{
		key: "resource_optimization",
		test: ({ capacity: { over_allocated: over, optimisation_percent: idle } }) => {
			if (over.length === 0 || idle === null || idle <= 0) return null;
			return `More is asked of ${[...new Set(over.map((row) => row.who))].join(", ")} than there is, while ${idle}% of the capacity is idle beside the critical path`;
		}
	},
	{
		key: "skill_coverage",
		test: (_, gaps) => gaps.length > 0 ? `Nobody of the team has ${gaps.join(", ")}` : null
	},
	{
		key: "cross_training",
		test: ({ capacity: { cross_training_percent: many } }) => below(many, 50) ? `${many}% of the team have more than one needed skill` : null
	},
	{
		key: "risk_mitigation",
		test: ({ risk: { mitigation_success_percent: held } }) => below(held, 75) ? `${held}% of the mitigations held` : null
	},
	{
		key: "quality_targets",
		test: ({ quality: { checks } }) => {
			const missed = checks.filter((check) => check.met === false).map((check) => `${check.milestone} ${check.name}`);
			return missed.length > 0 ? `Below target: ${missed.slice(0, 5).join(", ")}` : null;
		}
	},
	{
		key: "recording",
		test: (_, __, practices) => {
			const lacking = practices.filter((p) => !p.met && p.share !== null).map((p) => p.practice.replaceAll("_", " "));
			return lacking.length > 0 ? `Too few records of ${lacking.join(", ")}` : null;
		}
	}
];
function opportunitiesOf(metrics, gaps, practices) {
	return RULES.flatMap(({ key, test }) => {
		const text = test(metrics, gaps, practices);
		return text === null ? [] : [{
			key,
			text
		}];
	});
}

// src/analysis/trends.ts
/** `{to: why}` for each named figure that is null. The reason is that of the metric it comes from. */
function reasonsOf(figures, why) {
	const found = {};
	for (const key of Object.keys(figures)) if (figures[key] === null) found[key] = why[key] ?? "no data";
	return found;
}
function velocityAnalysis({ velocity }) {
	const { value, baseline, reasons } = velocity;
	const figures = {
		current_velocity: value,
		baseline_velocity: baseline,
		improvement_percentage: value === null || !baseline ? null : rounded((value / baseline - 1) * 100, 1),
		sustainability_rating: velocity.sustainability,
		trend_direction: velocity.trend
	};
	const noBaseline = baseline === 0 ? "no baseline date lies in these weeks" : reasons.baseline;
	return {
		...figures,
		reasons: reasonsOf(figures, {
			current_velocity: velocity.reason,
			baseline_velocity: reasons.baseline,
			improvement_percentage: value === null ? velocity.reason : noBaseline,
			sustainability_rating: reasons.sustainability,
			trend_direction: reasons.trend
		})
	};
}
function qualityTrends({ quality, efficiency }) {
	const figures = {
		first_time_quality: asRatio(quality.value),
		defect_rate: asRatio(efficiency.defect_percent),
		rework_percentage: asRatio(efficiency.rework_percent),
		customer_satisfaction: quality.satisfaction,
		trend_stability: quality.first_time_trend
	};
	return {
		...figures,
		reasons: reasonsOf(figures, {
			first_time_quality: quality.reason,
			defect_rate: efficiency.reasons.defect_percent,
			rework_percentage: efficiency.reasons.rework_percent,
			customer_satisfaction: quality.reasons.satisfaction,
			trend_stability: quality.reasons.first_time_trend
		})
	};
}
function riskManagement({ risk }) {
	const figures = {
		risk_identification_rate: asRatio(risk.identified_early_percent),
		mitigation_success_rate: asRatio(risk.mitigation_success_percent),
		average_resolution_time: risk.average_resolution_days,
		escalation_rate: asRatio(risk.escalation_percent),
		trend_assessment: risk.trend
	};
	const { reasons } = risk;
	return {
		...figures,
		reasons: reasonsOf(figures, {
			risk_identification_rate: reasons.identified_early_percent,
			mitigation_success_rate: reasons.mitigation_success_percent,
			average_resolution_time: reasons.average_resolution_days,
			escalation_rate: reasons.escalation_percent,
			trend_assessment: reasons.trend
		})
	};
}
/**
* The trends part of the contract: the figures of the metrics under the names of the reference's `PerformanceTrends`, shares as
* ratios from 0 to 1. `gaps` are the skills that open work needs and nobody has.
*/
function trendsOf(metrics, gaps, practices, maturity) {
	const { efficiency, capacity } = metrics;
	const figures = {
		estimate_accuracy: asRatio(efficiency.estimate_accuracy_percent),
		resource_utilization: asRatio(capacity.value),
		cross_training_coverage: asRatio(capacity.cross_training_percent),
		process_maturity: maturity
	};
	return {
		velocity_analysis: velocityAnalysis(metrics),
		quality_trends: qualityTrends(metrics),
		efficiency_indicators: {
			...figures,
			practices,
			improvement_opportunities: opportunitiesOf(metrics, gaps, practices),
			reasons: reasonsOf(figures, {
				estimate_accuracy: efficiency.reasons.estimate_accuracy_percent,
				resource_utilization: capacity.reason,
				cross_training_coverage: capacity.reasons.cross_training_percent,
				process_maturity: "nothing is completed yet"
			})
		},
		risk_management: riskManagement(metrics)
	};
}

// src/analysis/mann-kendall.ts
/** Up to this length the distribution of S is enumerated; the normal approximation is good beyond (Kendall: from 10 on). */
const EXACT_UP_TO = 10;
function sizesOfTies(series) {
	const counts = /* @__PURE__ */ new Map();
	for (const value of series) counts.set(value, (counts.get(value) ?? 0) + 1);
	return [...counts].sort(([a], [b]) => a - b).map(([, count]) => count);
}
/**
* How many of the distinct orders of a series with these groups of equal values (smallest value first) have which S. Values
* are dropped in group by group: of `placed` smaller ones and `size` equal new ones every interleaving counts once, and its
* S grows by `placed · size − 2 · inversions`. The inversions are counted by the Gaussian binomial coefficient.
*/
function distribution(groups) {
	let found = /* @__PURE__ */ new Map([[0, 1]]);
	let placed = 0;
	for (const size of groups) {
		const inversions = gaussianBinomial(placed + size, size);
		const next = /* @__PURE__ */ new Map();
		for (const [s, ways] of found) for (const [i, more] of inversions.entries()) {
			const key = s + placed * size - 2 * i;
			next.set(key, (next.get(key) ?? 0) + ways * more);
		}
		found = next;
		placed += size;
	}
	return found;
}
/** Coefficients of the q-binomial [n choose k]: at index i the number of 0/1 words of k ones among n with i inversions. */
function gaussianBinomial(n, k) {
	let row = [[1]];
	for (let m = 1; m <= n; m++) {
		const next = [];
		for (let j = 0; j <= Math.min(m, k); j++) {
			const without = row[j - 1] ?? [];
			const shifted = [...new Array(j).fill(0), ...row[j] ?? []];
			const length = Math.max(without.length, row[j] ? shifted.length : 0);
			next.push(Array.from({ length }, (_, i) => (without[i] ?? 0) + (row[j] ? shifted[i] ?? 0 : 0)));
		}
		row = next;
	}
	return row[k] ?? [1];
}
/** The upper tail of the standard normal distribution (Abramowitz and Stegun, "Handbook of Mathematical Functions", 26.2.17). */
function normalTail(z) {
	const t = 1 / (1 + .2316419 * z);
	const poly = t * (.31938153 + t * (-.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
	return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * poly;
}
/**
* The Mann–Kendall test for a trend (Mann, "Nonparametric tests against trend", 1945; Kendall, "Rank Correlation Methods",
* 1948): S = number of pairs that rise minus number that fall. Exact, ties included, up to ten values; beyond with the normal
* approximation, its tie-corrected variance and continuity correction.
*/
function mannKendall(series) {
	let s = 0;
	for (const [i, a] of series.entries()) for (const b of series.slice(i + 1)) s += Math.sign(b - a);
	const ties = sizesOfTies(series);
	const n = series.length;
	if (n <= EXACT_UP_TO) {
		let all = 0;
		let extreme = 0;
		for (const [value, ways] of distribution(ties)) {
			all += ways;
			if (Math.abs(value) >= Math.abs(s)) extreme += ways;
		}
		return {
			s,
			p: extreme / all
		};
	}
	const spread = (m) => m * (m - 1) * (2 * m + 5);
	const variance = (spread(n) - ties.reduce((sum, t) => sum + spread(t), 0)) / 18;
	if (s === 0 || variance === 0) return {
		s,
		p: 1
	};
	return {
		s,
		p: Math.min(1, 2 * normalTail((Math.abs(s) - 1) / Math.sqrt(variance)))
	};
}
/** The Theil–Sen slope: the median of the slopes of all pairs (Sen, "Estimates of the regression coefficient", 1968); 0 for one value. */
function theilSen(series) {
	const slopes = series.flatMap((a, i) => series.slice(i + 1).map((b, d) => (b - a) / (d + 1)));
	slopes.sort((a, b) => a - b);
	if (slopes.length === 0) return 0;
	const middle = slopes.length >> 1;
	const upper = slopes[middle] ?? 0;
	return slopes.length % 2 === 1 ? upper : (upper + (slopes[middle - 1] ?? 0)) / 2;
}

// src/analysis/weeks.ts
/** The trend is looked for in the window and two more of its length. */
const WINDOWS = 3;
/**
* The weeks that end today, seven days each, oldest first: three windows, but none that lies wholly before the project's
* first sign of life (its start, first actual start or first finished work). A project's first week counts as a whole one.
*/
function weeksOf({ today, schedule, facts, calendar, config }, { finished, hours }) {
	const first = [
		...facts.map((f) => calendar.dayOf(f.milestone.timeline.actual_start)).filter((day) => day !== null),
		...finished.map((f) => f.day),
		...hours.map((h) => h.day)
	].reduce((earliest, day) => Math.min(earliest, day), Math.min(schedule.start, today));
	const lived = Math.ceil((today - first + 1) / 7);
	const count = Math.max(1, Math.min(lived, WINDOWS * config.targets.windowWeeks));
	const weeks = Array.from({ length: count }, (_, i) => {
		const end = today - 7 * (count - 1 - i);
		return {
			start: end - 6,
			end,
			milestones: 0,
			hours: 0
		};
	});
	const weekOf = (day) => weeks[count - 1 - Math.floor((today - day) / 7)];
	for (const { day } of finished) {
		const week = weekOf(day);
		if (week) week.milestones++;
	}
	for (const { day, hours: done } of hours) {
		const week = weekOf(day);
		if (week) week.hours += done;
	}
	return weeks;
}

// src/analysis/velocity.ts
/**
* With three weeks even a series that only rises comes about by chance once in three times (both directions); with four, once
* in twelve: the first length at which the test below can say anything.
*/
const WEEKS_FOR_TREND = 4;
/** The chance of finding a trend where there is none that is accepted, both directions together. */
const SIGNIFICANCE = .1;
/** Coefficients of variation up to which a pace is called sustainable to a high and to a medium degree. */
const EVEN = .25;
const UNEVEN = .5;
const NOTHING = "nothing was finished in these weeks";
const NOT_STARTED = "nothing has started yet";
const ALIKE = "every week so far was alike, which does not tell how far the next one may be off";
const UNIT = "milestones/week";
/** Direction of the weekly figures by the Mann–Kendall test at 10 %, two-sided; its size by the Theil–Sen slope. */
function trendOf(series, of) {
	if (series.length < WEEKS_FOR_TREND) return {
		trend: null,
		trend_test: null
	};
	const { s, p } = mannKendall(series);
	const trend = p > SIGNIFICANCE ? "no_trend" : s > 0 ? "increasing" : "decreasing";
	const slope = rounded(theilSen(series), 2);
	return {
		trend,
		trend_test: {
			method: "mann-kendall",
			of,
			weeks: series.length,
			s,
			p_value: rounded(p, 3),
			slope_per_week: slope
		}
	};
}
/** Coefficient of variation (standard deviation / mean) of the weekly figures. */
function variationOf(series) {
	if (series.length < 2) return unknown$1("one week has no spread");
	return mean(series) === 0 ? unknown$1(NOTHING) : known$2(deviation(series) / mean(series), series.length);
}
function sustainability(variation) {
	if (variation.value === null || variation.n < WEEKS_FOR_TREND) return null;
	return variation.value <= EVEN ? "high" : variation.value <= UNEVEN ? "medium" : "low";
}
const differ = (series) => series.some((value) => value !== series[0]);
function range(series) {
	if (!differ(series)) return null;
	const { expected, low, high } = predicted(series);
	return {
		expected: rounded(expected, 2),
		low: rounded(low, 2),
		high: rounded(high, 2)
	};
}
/** Next week, or why the weeks say nothing of it: where they are all alike they have no spread, and that is no certainty. */
function forecastOf(weeks, hasHours) {
	if (weeks.length < 2) return {
		found: null,
		why: "one week has no spread"
	};
	const milestones = range(weeks.map((week) => week.milestones));
	const hours = hasHours ? range(weeks.map((week) => week.hours)) : null;
	if (milestones === null && hours === null) return {
		found: null,
		why: weeks.every((week) => week.milestones === 0) ? NOTHING : ALIKE
	};
	return {
		found: {
			probability: 80,
			milestones_per_week: milestones,
			hours_per_week: hours
		},
		why: null
	};
}
/** What a project can say that has not begun, or finished all on unknown days: nothing but its target and what the baseline asks for. */
function nothingKnown(why, { target, windowWeeks, baseline }, series) {
	const nulls = {
		hours_per_week: null,
		versus_target_percent: null,
		variation: null,
		trend: null,
		trend_test: null,
		sustainability: null,
		forecast: null
	};
	const reasons = Object.fromEntries(["rating", ...Object.keys(nulls)].map((key) => [key, why]));
	return {
		value: null,
		unit: UNIT,
		target,
		rating: null,
		n: 0,
		reason: why,
		window_weeks: windowWeeks,
		weeks: series.length,
		...nulls,
		baseline: baseline.value,
		series,
		reasons: {
			...reasons,
			...baseline.value === null && { baseline: baseline.reason ?? why }
		}
	};
}
/** Milestones a week whose baseline lies in the given weeks: the pace that the first plan asked for. */
function baselinePace({ facts, today }, weeks) {
	const dates = facts.flatMap((f) => f.milestone.status === "cancelled" || f.baseline === null ? [] : [f.baseline]);
	if (dates.length === 0) return unknown$1("no milestone has a due date");
	const first = weeks[0]?.start ?? today;
	const asked = dates.filter((day) => day >= first && day <= today).length;
	return known$2(rounded(asked / weeks.length, 2), asked);
}
function seriesOf(weeks) {
	return weeks.map(({ start, end, milestones, hours }) => ({
		start: formatDay(start),
		end: formatDay(end),
		milestones,
		hours: rounded(hours, 1)
	}));
}
/**
* Velocity: milestones and estimated hours finished a week, over the last `targets.window_weeks` weeks (seven days each, the
* last one ends today; fewer in a younger project).
*
* Trend and sustainability look at up to three windows of weekly estimated hours; of milestones only where no finished work
* has an estimate, since counts of two or three are too coarse to rank.
*/
function velocityOf(project, history) {
	const { targets } = project.config;
	const all = weeksOf(project, history);
	const weeks = all.slice(-targets.windowWeeks);
	const baseline = baselinePace(project, weeks);
	const hasHours = history.hours.length > 0;
	const started = project.facts.some(({ milestone }) => !["planning", "cancelled"].includes(milestone.status));
	const undated = history.undated.length;
	const unknownDays = undated > 0 && history.finished.length === 0;
	const blank = unknownDays ? whyNoneDated(history) : started ? null : NOT_STARTED;
	if (blank !== null && !hasHours) return nothingKnown(blank, {
		target: targets.velocity,
		windowWeeks: targets.windowWeeks,
		baseline
	}, seriesOf(all));
	const done = weeks.reduce((sum, week) => sum + week.milestones, 0);
	const value = unknownDays ? null : done / weeks.length;
	const hours = weeks.reduce((sum, week) => sum + week.hours, 0) / weeks.length;
	const series = all.map((week) => hasHours ? week.hours : week.milestones);
	const { trend, trend_test } = trendOf(series, hasHours ? "hours" : "milestones");
	const variation = variationOf(series);
	const sustainable = sustainability(variation);
	const ahead = unknownDays ? {
		found: null,
		why: blank
	} : forecastOf(weeks, hasHours);
	const { values, reasons } = beside({
		hours_per_week: hasHours ? known$2(rounded(hours, 1), weeks.length) : unknown$1("no finished work has both estimated hours and a day"),
		versus_target_percent: value === null ? unknown$1(blank ?? NOTHING) : targets.velocity === 0 ? unknown$1("the target is 0") : known$2(rounded((value / targets.velocity - 1) * 100, 1), weeks.length),
		baseline,
		variation: rounding(variation, 3)
	});
	const few = `${series.length} ${series.length === 1 ? "week" : "weeks"} so far; the test needs ${WEEKS_FOR_TREND}`;
	const noRate = value === null ? blank ?? NOTHING : null;
	return {
		value: value === null ? null : rounded(value, 2),
		unit: UNIT,
		target: targets.velocity,
		rating: rateHigh(value, targets.velocity),
		n: done,
		reason: noRate ?? (undated > 0 ? `left out: ${undated} completed without a known day` : null),
		window_weeks: targets.windowWeeks,
		weeks: weeks.length,
		...values,
		series: seriesOf(all),
		trend,
		trend_test,
		sustainability: sustainable,
		forecast: ahead.found,
		reasons: {
			...reasons,
			...trend === null && {
				trend: few,
				trend_test: few
			},
			...sustainable === null && { sustainability: variation.reason ?? few },
			...noRate !== null && { rating: noRate },
			...ahead.why !== null && { forecast: ahead.why }
		}
	};
}

// src/analysis/analytics.ts
/** The analytics parts of the contract. */
function analyticsOf(project, loads) {
	const { changes } = project;
	const history = historyOf(project);
	const timeline = timelineOf(project, history, changes);
	const metrics = {
		velocity: velocityOf(project, history),
		efficiency: efficiencyOf(project, history),
		timeline,
		risk: riskOf(project, timeline.room_days),
		quality: qualityOf(project, history, changes),
		capacity: capacityOf(project, loads)
	};
	const facts = changeFactsOf(project, loads);
	const practices = practicesOf(project, new Set(journalCompletions(changes).keys()));
	const gaps = facts.skill_gaps.map((gap) => gap.skill);
	return {
		metrics,
		evm: evmOf(project),
		trends: trendsOf(metrics, gaps, practices, maturityOf(practices, history)),
		resources: loads.map(resourceRow),
		change_facts: facts
	};
}

// src/analysis/approval-actions.ts
/**
* What to do about changes that are in force though an approval is missing: urgent where one of their milestones is critical.
* Those that only touch the policy belong to no milestone.
*/
function approvalActions(changes, critical) {
	return trackingOf(changes).unapproved.map(({ id, command, milestones, waiting_for }) => {
		const open = waiting_for.filter(({ received, needed }) => received < needed);
		const missing = [...new Set(open.flatMap((rule) => rule.received === 0 ? [rule.from] : rule.missing))];
		const what = milestones.length === 0 ? "the policy" : listed(milestones);
		return {
			priority: milestones.some((milestone) => critical.has(milestone)) ? "urgent" : "high",
			text: `Have the change ${id} of ${what} approved, or revert it`,
			cause: `It was ${command === "sync" ? "made on GitHub" : "merged"} without the approval of ${listed(missing)}`,
			milestone: milestones[0] ?? null
		};
	});
}

// src/analysis/beyond-calendar.ts
const reaches = ({ slot }) => slot !== null && Math.max(slot.planned.finish, slot.projected.finish) >= LAST_DAY;
/**
* An error where a chain of lengths and lags, each of them allowed, leads to the end of the calendar: from there on every date
* is 9999-12-31, which is none that anybody planned. Names the milestones at which that begins, at the first one's file.
*/
function beyondCalendar({ facts }) {
	const beyond = facts.filter(reaches);
	const first = beyond.filter(({ requires }) => !requires.some(({ from }) => reaches(from)));
	const [one] = first;
	if (!one) return [];
	const many = first.length === 1 ? "finishes" : "finish";
	const after = beyond.length > first.length ? ", and what waits for it has no true date either" : "";
	return [diagnostic("beyond-calendar", { file: one.milestone.file }, `${listed(first.map((f) => f.milestone.id))} ${many} after 9999-12-31, where the calendar ends${after}`, "Shorten the durations, estimated hours and lags that lead there.")];
}

// src/analysis/session-health.ts
const unknown = (reason) => ({
	health: null,
	reason
});
/**
* How a session stands, which is how its milestone's work can go on today:
*
* - `blocked`: the milestone is stuck, or still waits for its predecessors;
* - `constrained`: somebody it needs is over-allocated today, and its share is the one that does not fit;
* - `healthy`: neither, where the milestone says who works on it.
*/
function standingOf({ milestone: id }, explained, project) {
	const found = id === null ? void 0 : explained.get(id);
	if (found === void 0) return unknown("it names no milestone of the store");
	const { facts, health, reasons } = found;
	if (!isOpen(facts)) return unknown(`${id} is over`);
	if (health === "blocked" || facts.milestone.status === "planning" && facts.waitsFor.length > 0) return {
		health: "blocked",
		reason: reasons.find((r) => [
			"blocked",
			"blocked-predecessor",
			"waits-for"
		].includes(r.rule))?.text ?? null
	};
	const day = project.calendar.onOrAfter(project.today);
	const squeeze = project.overloads.get(facts.milestone.id)?.find(({ squeezed, load }) => squeezed && load.start <= day && day <= load.end);
	if (squeeze) return {
		health: "constrained",
		reason: `Over-allocated: ${overloadText(squeeze, project.today)}`
	};
	return facts.milestone.resources.some(({ who, role, allocation, fte }) => who === null ? role !== null && fte !== null : allocation !== null) ? {
		health: "healthy",
		reason: null
	} : unknown(`${id} does not say who works on it, and how much`);
}
/** The active sessions as the contract writes them. */
function sessionsOf(sessions, explained, project) {
	const byId = new Map(explained.map((each) => [each.facts.milestone.id, each]));
	return sessions.filter((session) => session.status === "active").map((session) => ({
		id: session.id,
		milestone: session.milestone,
		by: session.by,
		progress: session.progress === null ? null : roundPercent(session.progress),
		last_checkpoint: session.lastCheckpoint,
		...standingOf(session, byId, project)
	}));
}

// src/analysis/sync-conflicts.ts
const quoted = (value) => value === null || value === "" ? "nothing" : `"${value}"`;
/** A conflict as a sentence, with what ends it. */
function conflictText({ kind, milestone, issue, field, store, github, base }) {
	switch (kind) {
		case "field": {
			const whose = issue === null ? `${milestone}` : `issue #${issue} in ${milestone}`;
			const was = base === null ? "" : `; it was ${quoted(base)}`;
			return `${whose}: the ${field === "due" ? "due date" : field} is ${quoted(store)} in the store and ${quoted(github)} on GitHub${was}`;
		}
		case "title-taken": return `${milestone} cannot be called ${quoted(store)} on GitHub: another milestone there has that title. Give one of them another title`;
		case "duplicate-title": return `${milestone} cannot be created on GitHub: another milestone there has the title ${quoted(store)}. Give one of them another title`;
		case "duplicate-link": return `${milestone} is linked to the GitHub milestone #${github}, which another file is linked to. Remove github.milestone from one of them`;
		case "deleted-on-github": return `${milestone} was deleted on GitHub (#${github}). Cancel or archive it here, or synchronise with the store preferred to create it again`;
	}
}
/** What may be done; a title that another milestone has cannot be solved by saying who is right. */
function optionsOf({ kind, store, github }) {
	if (kind === "field") return [{
		command: "sync --prefer=store",
		value: store
	}, {
		command: "sync --prefer=github",
		value: github
	}];
	return kind === "deleted-on-github" ? [{
		command: "sync --prefer=store",
		value: store
	}] : [];
}
/** The schedule hangs on whether and when; a title or a text does not change what is done next. */
function severityOf({ kind, field }) {
	if (kind === "deleted-on-github" || field === "due" || field === "state") return "high";
	return kind === "field" ? "low" : "medium";
}
/** What the last synchronisation with GitHub left for people to decide; null if there never was one. */
function syncConflictsOf({ syncBase }) {
	if (syncBase.milestones.size + syncBase.conflicts.length === 0) return null;
	return syncBase.conflicts.map((conflict) => ({
		id: conflict.id,
		type: `sync-${conflict.kind}`,
		severity: severityOf(conflict),
		milestones: conflict.milestone === null ? [] : [conflict.milestone],
		evidence: conflictText(conflict),
		options: optionsOf(conflict),
		auto_resolved: false,
		resolution: null
	}));
}
/** One thing to do for each milestone that the two sides disagree about. */
function conflictActions(conflicts) {
	const byMilestone = /* @__PURE__ */ new Map();
	for (const conflict of conflicts ?? []) {
		const id = conflict.milestones[0] ?? null;
		byMilestone.set(id, [...byMilestone.get(id) ?? [], conflict]);
	}
	return [...byMilestone].map(([milestone, found]) => {
		const ids = found.map(({ id }) => id);
		return {
			priority: found.some(({ severity }) => severity === "high") ? "high" : "medium",
			text: `Resolve the ${ids.length === 1 ? "conflict" : "conflicts"} ${listed(ids)} with GitHub`,
			cause: ids.length === 1 ? found[0]?.evidence ?? "" : `The store and GitHub differ in ${ids.length} places`,
			milestone
		};
	});
}

// src/analysis/status.ts
function row({ facts, health, reasons }, { config, calendar }) {
	const { milestone, slot, undated } = facts;
	const begun = slot && calendar.dayOf(milestone.timeline.actual_start);
	const projected = undated ? {
		start: begun,
		finish: null
	} : slot?.projected;
	const tasks = countedTasks(milestone);
	const network = taskScheduleOf(milestone, config);
	return {
		id: milestone.id,
		title: milestone.title,
		status: milestone.status,
		progress: roundPercent(facts.progress),
		priority: milestone.priority,
		owner: milestone.owner,
		due: isoDay(facts.due),
		baseline_due: isoDay(facts.baseline),
		planned_start: isoDay(slot?.planned.start ?? null),
		planned_finish: isoDay(slot?.planned.finish ?? null),
		projected_start: isoDay(projected?.start ?? null),
		projected_finish: isoDay(projected?.finish ?? null),
		actual_end: isoDay(facts.actualEnd),
		variance_days: facts.variance,
		slippage_days: facts.slippage,
		health,
		reasons: [...reasons],
		critical: slot?.critical ?? false,
		near_critical: isNearCritical(facts, config),
		total_float_days: slot?.totalFloat ?? null,
		free_float_days: slot?.freeFloat ?? null,
		duration_days: facts.duration,
		remaining_days: facts.remaining,
		early_start_day: slot?.earlyStart ?? null,
		early_finish_day: slot?.earlyFinish ?? null,
		late_start_day: slot?.lateStart ?? null,
		late_finish_day: slot?.lateFinish ?? null,
		tasks: {
			total: tasks.length,
			completed: tasks.filter((task) => task.status === "completed").length
		},
		task_schedule: network.schedule,
		task_schedule_reason: network.reason,
		requires: facts.requires.map((link) => ({
			id: link.from.milestone.id,
			lag_days: link.lag
		})),
		blocked_by: facts.waitsFor.map((p) => p.milestone.id),
		file: milestone.file
	};
}
function projectPart(state, project, explained) {
	const progress = projectProgress(project.facts);
	const count = (status) => state.milestones.filter((m) => m.status === status).length;
	return {
		name: state.config.project.name,
		progress: progress === null ? null : roundPercent(progress),
		...projectHealth(explained, project),
		milestones: {
			total: state.milestones.length,
			completed: count("completed"),
			active: count("in_progress"),
			blocked: count("blocked"),
			pending: count("planning"),
			cancelled: count("cancelled")
		}
	};
}
function schedulePart({ schedule, facts, config }) {
	return {
		start: formatDay(schedule.start),
		length_days: schedule.length,
		planned_finish: isoDay(schedule.plannedFinish),
		projected_finish: isoDay(schedule.projectedFinish),
		critical: facts.filter((f) => f.slot?.critical === true).map((f) => f.milestone.id),
		near_critical: facts.filter((f) => isNearCritical(f, config)).map((f) => f.milestone.id),
		critical_paths: schedule.criticalPaths.map((path) => [...path]),
		critical_path_count: schedule.criticalPathCount,
		cycle: schedule.cycle === null ? null : [...schedule.cycle]
	};
}
function externalPart({ facts, calendar }) {
	return facts.flatMap(({ milestone }) => milestone.external.map((external) => ({
		name: external.name,
		milestone: milestone.id,
		status: external.resolvedAt === null ? external.status : "done",
		progress: external.progress === null ? null : roundPercent(external.progress),
		owner: external.owner,
		due: isoDay(calendar.dayOf(external.due)),
		note: external.note
	})));
}
function riskPart({ facts, calendar }) {
	return facts.flatMap(({ milestone }) => milestone.risks.map((risk) => ({
		milestone: milestone.id,
		id: risk.id,
		description: risk.description,
		probability: risk.probability,
		impact: risk.impact,
		delay_days: risk.delay === null ? null : spanDays(risk.delay, calendar.daysPerWeek),
		status: risk.status,
		mitigation: risk.mitigation
	})));
}
/**
* Everything that can be said of the project at the instant `now` (ISO 8601 with offset), as the published contract has it.
* Parts that need an analysis which does not exist yet are null. `changes` is the fold of the journal's change requests;
* where neither the files nor the journal tell of finished work or first due dates, `state.history` does.
* Throws on a `now` that is no instant: the clock is the caller's, so that is a bug.
*/
function analyse(state, now, changes = []) {
	const instant = parseInstant(now);
	if (instant === void 0) throw new TypeError(`not an ISO 8601 instant: ${now}`);
	const calendar = calendarOf(state.config.calendar);
	const today = dayOfInstant(instant, state.config.calendar.timezone);
	const project = watch(factsOf(state, calendar, today), state.sessions);
	const explained = project.facts.map((facts) => ({
		facts,
		...healthOf(facts, project)
	}));
	const links = project.facts.flatMap((facts) => facts.requires);
	const conflicts = syncConflictsOf(state);
	const schedule = schedulePart(project);
	const critical = new Set(schedule.critical);
	const diagnostics = [
		...state.diagnostics,
		...project.diagnostics,
		...beyondCalendar(project)
	].sort(compareDiagnostics);
	return {
		schema: "git-milestone/status@1",
		as_of: formatDay(today),
		project: projectPart(state, project, explained),
		milestones: explained.map((each) => row(each, project)),
		schedule,
		dependencies: links.map((link) => ({
			from: link.from.milestone.id,
			to: link.to.milestone.id,
			lag_days: link.lag,
			state: edgeState(link)
		})),
		external: externalPart(project),
		...analyticsOf(project, project.loads),
		forecast: project.forecast(),
		sessions: sessionsOf(state.sessions, explained, project),
		conflicts,
		risks: riskPart(project),
		actions: actionsOf(explained, project, [...approvalActions(changes, critical), ...conflictActions(conflicts)]),
		changes: [...changes],
		activity: activityOf(state.journal),
		diagnostics
	};
}

export { countedTasks as _, riskOf as a, isOver as c, isOpen as d, assignedFte as f, valueUnder as g, milestoneOfFile as h, buffersOf as i, loadsOf as l, milestoneChanges as m, conflictText as n, changeFactsOf as o, completionsOf as p, bufferOf as r, explain as s, analyse as t, factsOf as u, taskProgress as v, calendarOf as y };