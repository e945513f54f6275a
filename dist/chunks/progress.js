import { a as parseDay, s as weekday } from "./day.js";
import { r as diagnostic } from "./diagnostic.js";
import { t as PHASES } from "./task.js";

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
		return ANCHOR + week * 7 + offsets[n - week * perWeek];
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
/** A warning where the recorded percentage and the tasks tell different stories; the tasks are what counts. */
function progressMismatch(milestone, progress, config) {
	const recorded = milestone.recordedProgress;
	if (recorded === null || countedTasks(milestone).length === 0) return null;
	if (Math.abs(recorded - progress) <= config.tolerance.progress + 1e-9) return null;
	return diagnostic("progress-mismatch", { file: milestone.file }, `${milestone.id} records ${recorded} % progress, but its tasks add up to ${roundPercent(progress)} %`, `The tasks count. Set progress.percentage to ${roundPercent(progress)}, or correct the tasks.`);
}
/** Progress of the project, 0–100: its milestones weighted by duration, cancelled ones left out; null without any. */
function projectProgress(milestones) {
	return weightedMean(milestones.filter(({ milestone }) => milestone.status !== "cancelled").map(({ progress, duration }) => ({
		value: progress,
		weight: duration
	})));
}

export { roundPercent as a, projectProgress as i, milestoneProgress as n, taskProgress as o, progressMismatch as r, calendarOf as s, countedTasks as t };