import { a as parseDay, r as formatDay } from "./day.js";
import { m as idKey } from "./scalar.js";
import { a as roundPercent, s as calendarOf } from "./progress.js";
import { _ as externalHold, a as markCritical, d as listed, f as percent, h as isoDay, i as endOf, l as against, m as isOpen, n as healthOf, o as simulationModel, p as factsOf, r as forecastOf, s as simulate, t as projectHealth, u as days } from "./project-health.js";
import { t as codeSpan } from "./code-span.js";
import { J as plain, L as counted, U as clip, W as code, Y as prose, f as diagnosticTable, i as value, k as shorten, n as field, o as statusPage, q as md, r as subject, z as instant } from "./edits.js";
import { a as block, i as terminalDiagnostics, l as focusPage, n as terminalStatus, r as diagnosticCount, s as tree, t as terminalFocus, u as paint } from "./terminal-focus.js";

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

// src/analysis/percentile-path.ts
/**
* The runs that end on the working day `index`: how many there are, and what each activity took in them, the one that moved
* the end most first. The streams are the same as in the forecast, so these are its very runs.
*/
function pathsTo(model, runs, index) {
	const size = model.activities.length;
	const mark = new Uint8Array(size);
	const [length, critical, extra] = [
		new Float64Array(size),
		new Float64Array(size),
		new Float64Array(size)
	];
	let count = 0;
	simulate(model, runs, { plain: (block) => {
		for (let r = 0; r < block.count; r++) {
			const { over, day } = endOf(block, size, r);
			if (day !== index) continue;
			count++;
			markCritical(model, block, r, over, mark);
			for (let n = 0; n < size; n++) {
				const took = block.length[n * block.stride + r];
				length[n] = length[n] + took;
				if (mark[n] === 0) continue;
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

// src/analysis/explain-forecast.ts
const LISTED$1 = 50;
const round = (value) => Math.round(value * 100) / 100;
/** One decimal: a mean of days promises no more. */
const tenth = (value) => roundPercent(value) + 0;
function result(forecast, { schedule }) {
	const { p50, p85, p95, risk_adjusted: risky, runs, seed, reason } = forecast;
	const projected = isoDay(schedule.projectedFinish);
	if (p85 === null) return [line("none", `There is no forecast: ${reason}.`, { reason })];
	const lines = [
		line("quantiles", `Half of ${runs} runs end by ${p50}, 85 % by ${p85} and 95 % by ${p95}.`, {
			p50,
			p85,
			p95,
			runs
		}),
		line("risk_adjusted", `With the risks below it is ${risky.p50}, ${risky.p85} and ${risky.p95}.`, { ...risky }),
		line("projected", `The projection, where everything takes as long as is most likely, ends on ${projected}.`, { projected_finish: projected }),
		line("seed", `The runs repeat exactly: every milestone and risk has random numbers of its own (seed ${seed}).`, { seed })
	];
	return reason === null ? lines : [...lines, line("reason", `${reason}.`, { enough_history: forecast.enough_history })];
}
function source({ spread, facts }, experiences) {
	if (spread.points) {
		const [low, likely, high] = spread.points;
		return spread.width === 0 ? `a three-point estimate without a spread (${days(likely)})` : `beta-PERT from its own estimate: optimistic ${low}, most likely ${likely}, pessimistic ${days(high)}`;
	}
	if (spread.source === "history") return `${days(facts.duration)} times one of ${experiences} ratios of the history`;
	return `taken as certain: ${days(facts.duration)}, for there is no three-point estimate and too little history`;
}
function inputs({ activities, experience }) {
	const lines = activities.map((activity) => {
		const { facts, spread, projected } = activity;
		const { id } = facts.milestone;
		const left = `${percent(facts.progress)} done, ${days(projected)} of ${facts.duration} left`;
		return line("input", `${id}: ${left}; ${source(activity, experience.length)}`, {
			progress: roundPercent(facts.progress),
			remaining_days: projected,
			spread: spread.source
		}, id);
	});
	return atMost(LISTED$1, lines, "milestones");
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
	return [head, ...atMost(LISTED$1, each, "ratios")];
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
	return [...atMost(LISTED$1, counted, "risks"), ...left > 0 ? [line("risks_left_out", note, { count: left })] : []];
}
/** Why 85 % of the runs end by that day and not sooner: what took longer in the runs that end on it, where it mattered. */
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
		const moved = Math.abs(tenth(extra)) < .1 ? "which moves the end by nothing" : `which moves the end by ${extra > 0 ? "+" : "−"}${Math.abs(tenth(extra))} working days`;
		return line("driver", `${id} needs another ${tenth(length)} working days (projection: ${projected}) and is critical in ${percent(critical * 100)} of them, ${moved}`, {
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
	const forecast = forecastOf(project);
	const model = simulationModel(project);
	return {
		what: "forecast",
		title: "The forecast",
		sections: [
			{
				title: "Result",
				lines: result(forecast, project)
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
				lines: inputs(model)
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

// src/analysis/explain-milestone.ts
/** Everything that holds the start of a milestone which has not begun, the tightest first. */
function bounds(facts, n, { calendar, schedule, today, config }) {
	const { network, early, milestones } = schedule.projection;
	const { milestone } = facts;
	const found = [{
		key: "today",
		text: "what is left cannot start before today",
		boundary: calendar.toIndex(today)
	}];
	const start = calendar.dayOf(milestone.timeline.estimated_start);
	if (start !== null) {
		const text = `its estimated_start ${formatDay(start)} says no earlier`;
		found.push({
			key: "estimated_start",
			text,
			boundary: calendar.toIndex(start)
		});
	}
	if (config.project.start !== null) {
		const text = `the project starts on ${formatDay(schedule.start)}`;
		found.push({
			key: "project_start",
			text,
			boundary: calendar.toIndex(schedule.start)
		});
	}
	for (const external of milestone.external) {
		const hold = externalHold({ external: [external] }, calendar);
		if (hold === Number.NEGATIVE_INFINITY) continue;
		found.push({
			key: "external",
			text: `${external.name} (external) is due on ${external.due}`,
			boundary: hold
		});
	}
	const { offset, target, lag } = network.predecessors;
	for (let e = offset[n]; e < offset[n + 1]; e++) {
		const p = target[e];
		const gap = lag[e];
		const id = milestones[p]?.id ?? "";
		const finish = schedule.slots.get(id)?.projected.finish;
		const plus = gap === 0 ? "" : gap > 0 ? ` plus a lag of ${days(gap)}` : ` less a lead of ${days(-gap)}`;
		const text = `${id} finishes on ${isoDay(finish ?? null)}${plus}`;
		found.push({
			key: "predecessor",
			text,
			boundary: early.finish[p] + gap
		});
	}
	return found.sort((a, b) => b.boundary - a.boundary);
}
function startLines(facts, project) {
	const { milestone, slot } = facts;
	const { schedule, calendar, today } = project;
	if (slot === null) return [];
	const begun = calendar.dayOf(milestone.timeline.actual_start);
	if (milestone.status === "completed") return [line("completed", `It is completed: ${isoDay(slot.projected.start)} to ${isoDay(slot.projected.finish)}.`)];
	if (milestone.status === "in_progress") {
		const text = `It is under way (begun ${begun === null ? `as planned on ${isoDay(slot.planned.start)}` : `on ${formatDay(begun)}`}), so what is left goes on from today ${formatDay(today)}, whatever it waits for.`;
		return [line("under_way", text, { today: formatDay(today) })];
	}
	const n = schedule.projection.milestones.findIndex((m) => m.id === milestone.id);
	const held = schedule.projection.early.start[n];
	return bounds(facts, n, project).map(({ key, text, boundary }) => {
		const day = calendar.toDay(boundary);
		const binding = boundary === held;
		const room = held - boundary;
		const verdict = binding ? "this holds it" : `${days(room)} earlier than what holds it`;
		return line(key, `From ${formatDay(day)}: ${text} — ${verdict}.`, {
			day: formatDay(day),
			holds: binding,
			room_days: room
		});
	});
}
function lengthLines({ milestone, duration, remaining, progress, slot }) {
	if (slot === null) return [];
	const { projected, planned } = slot;
	const work = isOpen({ milestone }) ? `It takes ${days(duration)}; ${percent(progress)} is done, so ${days(remaining)} (rounded up) are left, to ${isoDay(projected.finish)}.` : `It was planned to take ${days(duration)}, from ${isoDay(planned.start)} to ${isoDay(planned.finish)}.`;
	const values = {
		duration_days: duration,
		remaining_days: remaining,
		projected_finish: isoDay(projected.finish)
	};
	return [line("length", work, values)];
}
function dueLines({ due, baseline, slot, actualEnd, variance, slippage }) {
	const end = actualEnd ?? slot?.projected.finish ?? null;
	if (due === null || end === null || variance === null) return [line("no_due", "It has no due date.")];
	const compared = line("variance", `That is ${against(due, end, variance)}.`, {
		due: isoDay(due),
		variance_days: variance
	});
	if (!slippage || baseline === null) return [compared];
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
function forecastLines(facts, project) {
	const row = forecastOf(project).milestones.find((m) => m.id === facts.milestone.id);
	if (!row?.p85) return [];
	const chance = row.on_time === null ? "" : ` Its due date is kept in ${percent(row.on_time)} of the runs.`;
	const text = `Half of the runs finish it by ${row.p50}, 85 % by ${row.p85}; it is critical in ${percent(row.criticality ?? 0)}.${chance}`;
	const { p50, p85, p95, on_time, criticality } = row;
	return [line("forecast", text, {
		p50,
		p85,
		p95,
		on_time,
		criticality
	})];
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
			title: "Forecast",
			lines: isOpen(facts) ? forecastLines(facts, project) : []
		},
		{
			title: "Who waits for it",
			lines: atMost(20, followers.map(({ milestone: { id }, slot }) => line("successor", `${id}, projected to start on ${isoDay(slot?.projected.start ?? null) ?? "no date"}`, {}, id)), "milestones")
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

// src/analysis/explain.ts
const PATHS = 5;
const LISTED = 100;
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
	const near = facts.filter((f) => f.slot && !f.slot.critical && f.slot.totalFloat <= limit);
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
				lines: atMost(LISTED, critical.map(member), "milestones")
			},
			{
				title: `Nearly critical (at most ${days(limit)} of float)`,
				lines: atMost(LISTED, near.map(({ milestone, slot }) => line("near_critical", `${milestone.id}: ${days(slot?.totalFloat ?? 0)} of float`, { total_float_days: slot?.totalFloat ?? null }, milestone.id)), "milestones")
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
	const project = factsOf(state, calendarOf(state.config.calendar), today);
	const word = what.toLowerCase();
	if (word === "forecast") return explainForecast(project);
	if (word === "critical-path") return explainCriticalPath(project);
	if (word === "health") return explainHealth(project);
	const facts = project.facts.find(({ milestone }) => idKey(milestone.id) === idKey(what));
	return facts ? explainMilestone(facts, project) : null;
}

// src/render/explain.ts
/** A derivation as Markdown. */
function mdExplanation({ title, sections }) {
	const parts = sections.map((section) => `### ${md(section.title)}\n\n${section.lines.map(({ text }) => `- ${prose(text)}`).join("\n")}`);
	return `${[`## ${md(title)}`, ...parts].join("\n\n")}\n`;
}
/** A derivation for a terminal. */
function terminalExplanation({ title, sections }, terminal) {
	const parts = sections.map((section) => {
		const lines = section.lines.map(({ text }) => plain(text));
		return block(terminal, plain(section.title).toUpperCase(), tree(lines, terminal).join("\n"));
	});
	return `${[paint(terminal, "bold", plain(title)), ...parts].join("\n\n")}\n`;
}

// src/render/log.ts
const EDITS = 20;
/** `applied`, or what an entry answers: `approved C-7f3a`. */
function kind(entry) {
	return entry.of === null ? entry.kind : `${entry.kind} ${entry.of}`;
}
/** The journal for a terminal, latest first; `entries` as the journal has them, oldest first. */
function terminalLog(entries, { color = false, width = 100 } = {}) {
	if (entries.length === 0) return "The journal is empty.\n";
	const cut = (text) => shorten(text, width);
	return `${entries.toReversed().map((entry) => {
		const head = `${paint({ color }, "yellow", plain(entry.id))} ${instant(entry.at)} ${plain(entry.actor)} ${plain(kind(entry))}`;
		const lines = entry.changes.slice(0, EDITS).map((change) => {
			const where = `${plain(subject(change.file))} ${plain(field(change.path))}`;
			return cut(`    ${where}: ${plain(value(change.before))} → ${plain(value(change.after))}`);
		});
		const missing = entry.changes.length - lines.length;
		return [
			head,
			entry.command === null ? "" : cut(`    ${plain(entry.command)}`),
			entry.reason === null ? "" : cut(`    reason: ${plain(entry.reason)}`),
			...lines,
			missing > 0 ? `    … ${missing} more` : "",
			entry.source === null || entry.source === "cli" ? "" : cut(`    ${plain(entry.source)}`)
		].filter((line) => line !== "").join("\n");
	}).join("\n\n")}\n`;
}
/** The journal as Markdown, latest first; `entries` as the journal has them, oldest first. */
function mdLog(entries) {
	if (entries.length === 0) return "The journal is empty.\n";
	return `${entries.toReversed().map((entry) => {
		const lines = entry.changes.slice(0, EDITS).map((change) => {
			const sides = [change.before, change.after].map((side) => md(clip(value(side), 200)));
			return `  - ${md(subject(change.file))} ${code(field(change.path))}: ${sides.join(" → ")}`;
		});
		const missing = entry.changes.length - lines.length;
		const command = entry.command === null ? "" : `: ${code(clip(entry.command, 300))}`;
		const reason = entry.reason === null ? "" : ` — ${md(clip(entry.reason, 300))}`;
		const source = entry.source !== null && /^https?:\/\//.test(entry.source) ? ` ([source](${encodeURI(entry.source)}))` : "";
		return [
			`- ${instant(entry.at)} · ${code(entry.id)} ${md(kind(entry))} by ${md(entry.actor)}${command}${reason}${source}`,
			...lines,
			...missing > 0 ? [`  - … ${missing} more`] : []
		].join("\n");
	}).join("\n")}\n`;
}

// src/render/view.ts
/** The id that the command names, spelt as the milestone is; null for none. */
function asked(intent, state) {
	const [id] = intent.args;
	if (id === void 0) return null;
	return state.milestones.find((m) => m.id.toLowerCase() === id.toLowerCase())?.id ?? id;
}
/** Journal entries that touch a milestone; all of them for null. */
function entriesOf(state, id) {
	return id === null ? state.journal : state.journal.filter((entry) => entry.milestones.includes(id));
}
function verdict(state) {
	return state.diagnostics.length === 0 ? `${counted(state.files.size, "file")} read, nothing to report.` : "";
}
/** Findings of a check as a job summary. */
function diagnosticSummary(found, files) {
	const table = diagnosticTable([...found], true, null, 500);
	return `### Milestones: ${found.length === 0 ? "no findings" : diagnosticCount(found)} in ${counted(files, "file")}\n\n${table}\n`;
}
/** What a read-only command shows in a reply on GitHub; null for the dashboard and focus views, which the reply itself shows. */
function replyView(intent, state, status) {
	const id = asked(intent, state);
	switch (intent.verb) {
		case "explain": {
			const found = explanationOf(intent, state, status);
			return found ? mdExplanation(found) : prose(unexplained(intent));
		}
		case "log": return mdLog(entriesOf(state, id));
		case "validate": return verdict(state) || diagnosticTable([...state.diagnostics], state.config.dashboard.emoji, null, 500);
		default: return null;
	}
}
/** What `explain` is asked to explain, on the day of the status; null if there is no such milestone. */
function explanationOf(intent, state, status) {
	return explain(state, parseDay(status.as_of, "UTC") ?? 0, intent.args[0] ?? "health");
}
function unexplained(intent) {
	return `${codeSpan(intent.args[0] ?? "")} is neither \`forecast\`, \`critical-path\` or \`health\` nor a milestone of this project.`;
}
/** The same as a Markdown page of its own, for `--format=md`. */
function viewMarkdown(intent, state, status) {
	const id = asked(intent, state);
	return replyView(intent, state, status) ?? (id === null ? statusPage(status, state) : focusPage(status, state, id));
}
/** The same for a terminal. */
function viewTerminal(intent, state, status, terminal) {
	const id = asked(intent, state);
	switch (intent.verb) {
		case "explain": {
			const found = explanationOf(intent, state, status);
			return found ? terminalExplanation(found, terminal) : `${plain(unexplained(intent))}\n`;
		}
		case "log": return terminalLog(entriesOf(state, id), terminal);
		case "validate": return verdict(state) ? `${verdict(state)}\n` : terminalDiagnostics(state.diagnostics, state.files, terminal);
		default: return id === null ? terminalStatus(status, state, terminal) : terminalFocus(status, state, id, terminal);
	}
}

export { viewMarkdown as a, replyView as i, entriesOf as n, viewTerminal as o, explanationOf as r, diagnosticSummary as t };