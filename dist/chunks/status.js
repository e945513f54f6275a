import { n as dayOfInstant, o as parseInstant, r as formatDay } from "./day.js";
import { n as compareDiagnostics } from "./diagnostic.js";
import { E as unknown$1, S as partialRecord, _ as boolean, b as number, d as spanDays, g as array, h as _enum, v as literal, w as string, x as object } from "./scalar.js";
import { c as edgeState, d as listed, f as percent$1, g as openExternals, h as isoDay$3, m as isOpen, n as healthOf, p as factsOf, r as forecastOf, t as projectHealth, u as days } from "./project-health.js";
import { a as roundPercent, i as projectProgress, s as calendarOf, t as countedTasks } from "./progress.js";

// src/model/history.ts
const NO_HISTORY = {
	completions: [],
	firstDues: /* @__PURE__ */ new Map()
};

// src/model/status-measures.ts
/** How the analytics parts of the status contract write a figure: null where there is no data, with the reason beside it. */
const metric = {
	value: number().nullable(),
	unit: string(),
	target: number().nullable(),
	rating: _enum([
		"green",
		"amber",
		"red"
	]).nullable(),
	n: number().int().min(0).meta({ description: "How many records the value stands on" }),
	reason: string().nullable().meta({ description: "Why the value is null, or what it leaves out" })
};
/** `figures`, each a number or null, and `reasons`: for each that is null, why. */
function measured(figures) {
	const keys = Object.keys(figures);
	return object({
		...figures,
		reasons: partialRecord(_enum(keys), string())
	});
}
/** A metric: its value, target and rating, and the figures beside it. A rating that is null for want of a target says so. */
function metricWith(figures) {
	const keys = [
		"target",
		"rating",
		...Object.keys(figures)
	];
	return object({
		...metric,
		...figures,
		reasons: partialRecord(_enum(keys), string())
	});
}
const figure = number().nullable();
const isoDay$2 = string().regex(/^\d{4}-\d{2}-\d{2}$/);
const dayWindow = object({
	start: isoDay$2,
	end: isoDay$2
});

// src/model/status-capacity.ts
/** Who has how much to do, in percent of a full-time person, and what the team can do. */
const load = {
	who: string(),
	window: dayWindow,
	load_percent: number().min(0),
	capacity_percent: number().min(0).nullable().meta({ description: "Null for a role that nobody of the team has" }),
	milestones: array(string())
};
const resourceSchema = object({
	...load,
	kind: _enum(["person", "role"]),
	utilisation_percent: number().min(0).nullable().meta({ description: "Load in percent of the capacity" })
});
const capacitySchema = metricWith({
	load_percent: figure.meta({ description: "Sum over the people, in percent of one full-time person" }),
	capacity_percent: figure,
	people: number().int(),
	over_allocated: array(object(load)),
	unassigned: array(string()).meta({ description: "Open milestones that name nobody with an allocation" }),
	skills: object({
		needed: number().int(),
		covered: number().int(),
		missing: array(string())
	}).nullable(),
	skill_coverage_percent: figure,
	cross_training_percent: figure.meta({ description: "Share of the team with more than one needed skill" }),
	idle_percent: figure.meta({ description: "Capacity that nobody asks for today" }),
	optimisation_percent: figure.meta({ description: "The part of it that lies with people on non-critical work only" })
});
const ids = array(string());
/** What a change could make use of. Each list has its rule in docs/metrics.md. */
const changeFactsSchema = object({
	parallel_workstreams: array(object({
		window: dayWindow,
		milestones: ids
	})),
	early_starts: array(object({
		milestone: string(),
		rule: _enum(["own-start-date", "nobody-shared"]),
		days: number().int(),
		without: ids.meta({ description: "Predecessors that it would no longer wait for" })
	})),
	resource_sharing: array(object({
		who: string(),
		window: dayWindow,
		milestones: ids,
		load_percent: number().min(0)
	})),
	cross_training: array(object({
		skill: string(),
		known_by: string(),
		candidates: ids,
		milestones: ids
	})),
	skill_gaps: array(object({
		skill: string(),
		milestones: ids
	}))
});

// src/model/status-earned-value.ts
const earnedValue$1 = measured({
	pv: number(),
	ev: number(),
	ac: figure,
	bac: number(),
	sv: number(),
	cv: figure,
	spi: figure,
	cpi: figure,
	eac: figure,
	etc: figure,
	vac: figure,
	milestones: number().int().meta({ description: "How many the figures stand on" }),
	left_out: array(string()).meta({ description: "Milestones without an estimate or budget" })
});
/** Earned value in hours of effort and in money; each null as a whole where nothing is estimated or budgeted. */
const evmSchema = measured({
	hours: earnedValue$1.nullable(),
	money: earnedValue$1.extend({ currency: string() }).nullable()
});

// src/model/status-delivery.ts
/** How work comes out: effort, dates, risks and quality. Percentages are 0–100, days are working days. */
const efficiencySchema = metricWith({
	actual_hours: figure,
	estimated_hours: figure,
	estimate_accuracy_percent: figure,
	within_25_percent: figure.meta({ description: "Share of milestones estimated within 25 % of their actual hours" }),
	rework_percent: figure,
	defect_percent: figure.meta({ description: "Share of finished tasks with a recorded defect" }),
	technical_debt_percent: figure
});
const timelineSchema = metricWith({
	on_baseline_percent: figure,
	average_slip_days: figure.meta({ description: "Actual end against baseline, finished milestones; positive = late" }),
	buffer_days: figure,
	buffer_used_percent: figure,
	buffer_remaining_percent: figure,
	room_days: figure.meta({ description: "From the projected finish of the project to its last due date" }),
	room_percent: figure.meta({ description: "The same in percent of the length of the schedule" }),
	critical_path_variance_days: figure.meta({ description: "Projected finish against baseline; negative = ahead" }),
	dependency_resolution_days: figure,
	external_active: number().int(),
	external_resolved: number().int().meta({ description: "Resolved in the last seven days" })
});
const RISK_TRENDS = [
	"improving",
	"stable",
	"worsening"
];
const riskMetricSchema = metricWith({
	open: number().int(),
	high_open: array(string()).meta({ description: "Open risks of high or critical impact" }),
	unquantified: array(string()).meta({ description: "Open risks without probability or delay: not in the value" }),
	exposure_before_days: figure.meta({ description: "The exposure when the window began" }),
	identified_early_percent: figure,
	mitigation_success_percent: figure,
	average_resolution_days: figure,
	escalation_percent: figure,
	trend: _enum(RISK_TRENDS).nullable()
});
const QUALITY_TRENDS = [
	"improving",
	"stable",
	"declining"
];
const check = object({
	milestone: string(),
	name: string(),
	value: number().nullable(),
	target: number().nullable(),
	unit: string(),
	better: _enum(["higher", "lower"]),
	met: boolean().nullable(),
	trend: _enum(QUALITY_TRENDS).nullable().meta({ description: "Against the first value in the journal" }),
	points: number().int().meta({ description: "Recorded values, the present one included" }),
	expected: number().nullable().meta({ description: "Where the line through the values ends up at the projected finish" }),
	reason: string().nullable().meta({ description: "Why met, trend or expected are null" })
});
const qualitySchema = metricWith({
	checks: array(check),
	targets_met_percent: figure,
	satisfaction: figure.meta({ description: "Mean of the recorded marks, of 5" }),
	first_time_trend: _enum(QUALITY_TRENDS).nullable(),
	satisfaction_trend: _enum(QUALITY_TRENDS).nullable()
});

// src/model/status-velocity.ts
const TREND_DIRECTIONS = [
	"increasing",
	"decreasing",
	"no_trend"
];
const SUSTAINABILITY = [
	"high",
	"medium",
	"low"
];
const expected = object({
	expected: number(),
	low: number(),
	high: number()
});
const velocitySchema = metricWith({
	hours_per_week: figure,
	window_weeks: number().int(),
	weeks: number().int().meta({ description: "Weeks counted: the window, or fewer in a young project" }),
	versus_target_percent: figure,
	baseline: figure.meta({ description: "Milestones a week that the baseline dates of the same weeks asked for" }),
	series: array(object({
		start: isoDay$2,
		end: isoDay$2,
		milestones: number().int(),
		hours: number()
	})),
	trend: _enum(TREND_DIRECTIONS).nullable(),
	trend_test: object({
		method: literal("mann-kendall"),
		of: _enum(["hours", "milestones"]),
		weeks: number().int(),
		s: number().int(),
		p_value: number(),
		slope_per_week: number()
	}).nullable(),
	variation: figure.meta({ description: "Coefficient of variation of the weekly figures" }),
	sustainability: _enum(SUSTAINABILITY).nullable(),
	forecast: object({
		probability: number(),
		milestones_per_week: expected,
		hours_per_week: expected.nullable()
	}).nullable().meta({ description: "Next week, with the range in which it falls with that probability" })
});

// src/model/status-metrics.ts
/** The metrics and the forecast of the status contract; null value by value with the reason beside it. */
const metricsSchema = object({
	velocity: velocitySchema,
	efficiency: efficiencySchema,
	timeline: timelineSchema,
	risk: riskMetricSchema,
	quality: qualitySchema,
	capacity: capacitySchema
});
const isoDay$1 = string().regex(/^\d{4}-\d{2}-\d{2}$/);
const quantiles = {
	p50: isoDay$1.nullable(),
	p85: isoDay$1.nullable(),
	p95: isoDay$1.nullable()
};
/** A three-point estimate, the project's own completed milestones, or nothing: then the length is taken as certain. */
const SPREADS = [
	"three_point",
	"history",
	"none"
];
const forecastSchema = object({
	...quantiles,
	risk_adjusted: object(quantiles),
	runs: number().int(),
	seed: string(),
	history: number().int(),
	enough_history: boolean(),
	reason: string().nullable(),
	milestones: array(object({
		id: string(),
		...quantiles,
		on_time: number().nullable(),
		criticality: number().nullable(),
		/** Where the spread of its length comes from. */
		spread: _enum(SPREADS)
	})),
	/** Whose length decides when the project ends, the strongest first. */
	drivers: array(object({
		id: string(),
		correlation: number(),
		variance_share: number()
	}))
});

// src/model/status-trends.ts
/** How the project does over time, under the names that the dashboards' readers know; shares are ratios from 0 to 1 here. */
const MATURITY = [
	"initial",
	"developing",
	"established",
	"advanced"
];
const PRACTICES = [
	"estimates",
	"actuals",
	"acceptance",
	"risks",
	"quality_targets",
	"journal"
];
const OPPORTUNITIES = [
	"estimation",
	"rework",
	"on_time_delivery",
	"resource_optimization",
	"skill_coverage",
	"cross_training",
	"risk_mitigation",
	"quality_targets",
	"recording"
];
const trendsSchema = object({
	velocity_analysis: measured({
		current_velocity: figure.meta({ description: "Milestones a week" }),
		baseline_velocity: figure.meta({ description: "Milestones a week that the baseline asked for" }),
		improvement_percentage: figure,
		sustainability_rating: _enum(SUSTAINABILITY).nullable(),
		trend_direction: _enum(TREND_DIRECTIONS).nullable()
	}),
	quality_trends: measured({
		first_time_quality: figure,
		defect_rate: figure,
		rework_percentage: figure.meta({ description: "A ratio from 0 to 1, like the others" }),
		customer_satisfaction: figure.meta({ description: "Of 5" }),
		trend_stability: _enum(QUALITY_TRENDS).nullable()
	}),
	efficiency_indicators: measured({
		estimate_accuracy: figure,
		resource_utilization: figure,
		cross_training_coverage: figure,
		process_maturity: _enum(MATURITY).nullable(),
		practices: array(object({
			practice: _enum(PRACTICES),
			share: number().nullable(),
			met: boolean()
		})),
		improvement_opportunities: array(object({
			key: _enum(OPPORTUNITIES),
			text: string()
		}))
	}),
	risk_management: measured({
		risk_identification_rate: figure,
		mitigation_success_rate: figure,
		average_resolution_time: figure.meta({ description: "Working days" }),
		escalation_rate: figure,
		trend_assessment: _enum(RISK_TRENDS).nullable()
	})
});

// src/model/status.ts
/**
* The published contract of `status --json`. Dates are ISO days; days are working days; percentages are numbers from 0 to 100
* with at most one decimal; what has no data is null.
*/
const HEALTHS = [
	"done",
	"on_track",
	"at_risk",
	"late",
	"blocked",
	"pending"
];
const EDGE_STATES = [
	"satisfied",
	"in_progress",
	"waiting",
	"at_risk",
	"blocked"
];
const ACTION_PRIORITIES = [
	"urgent",
	"high",
	"medium",
	"low"
];
const isoDay = string().regex(/^\d{4}-\d{2}-\d{2}$/);
const count = number().int().min(0);
const percent = number().min(0).max(100);
/** Why something is rated as it is: the rule that fired, and the sentence with its figures. */
const reasonSchema = object({
	rule: string(),
	text: string()
});
const milestone = object({
	id: string(),
	title: string(),
	status: _enum([
		"planning",
		"in_progress",
		"blocked",
		"completed",
		"cancelled"
	]),
	progress: percent,
	priority: _enum([
		"critical",
		"high",
		"medium",
		"low"
	]),
	owner: string().nullable(),
	due: isoDay.nullable(),
	baseline_due: isoDay.nullable(),
	planned_start: isoDay.nullable(),
	planned_finish: isoDay.nullable(),
	projected_start: isoDay.nullable(),
	projected_finish: isoDay.nullable(),
	actual_end: isoDay.nullable(),
	variance_days: number().int().nullable(),
	slippage_days: number().int().nullable(),
	health: _enum(HEALTHS),
	reasons: array(reasonSchema),
	critical: boolean(),
	total_float_days: number().int().nullable(),
	free_float_days: number().int().nullable(),
	duration_days: count.nullable(),
	remaining_days: count.nullable(),
	early_start_day: number().int().nullable(),
	early_finish_day: number().int().nullable(),
	late_start_day: number().int().nullable(),
	late_finish_day: number().int().nullable(),
	tasks: object({
		total: count,
		completed: count
	}),
	requires: array(object({
		id: string(),
		lag_days: number().int()
	})),
	blocked_by: array(string()),
	file: string()
});
const project = object({
	name: string().nullable(),
	progress: percent.nullable(),
	health: _enum(HEALTHS),
	reasons: array(reasonSchema),
	milestones: object({
		total: count,
		completed: count,
		active: count,
		blocked: count,
		pending: count,
		cancelled: count
	})
});
const schedule = object({
	start: isoDay,
	length_days: count,
	planned_finish: isoDay.nullable(),
	projected_finish: isoDay.nullable(),
	critical: array(string()),
	critical_paths: array(array(string())),
	critical_path_count: count,
	cycle: array(string()).nullable()
});
const dependency = object({
	from: string(),
	to: string(),
	lag_days: number().int(),
	state: _enum(EDGE_STATES)
});
const external = object({
	name: string(),
	milestone: string(),
	status: _enum([
		"ok",
		"at_risk",
		"blocked",
		"done"
	]),
	progress: percent.nullable(),
	owner: string().nullable(),
	due: isoDay.nullable(),
	note: string().nullable()
});
const session = object({
	id: string(),
	milestone: string().nullable(),
	by: string().nullable(),
	progress: percent.nullable(),
	last_checkpoint: string().nullable(),
	health: _enum([
		"healthy",
		"constrained",
		"blocked"
	]).nullable()
});
const risk = object({
	milestone: string(),
	id: string().nullable(),
	description: string(),
	probability: number().min(0).max(1).nullable(),
	impact: _enum([
		"low",
		"medium",
		"high",
		"critical"
	]).nullable(),
	delay_days: count.nullable(),
	status: _enum([
		"open",
		"mitigated",
		"occurred",
		"closed"
	]),
	mitigation: string().nullable()
});
const action = object({
	priority: _enum(ACTION_PRIORITIES),
	text: string(),
	cause: string(),
	milestone: string().nullable()
});
const change = object({
	id: string(),
	state: _enum([
		"pending",
		"applied",
		"rejected",
		"expired",
		"undone"
	]),
	at: string(),
	actor: string(),
	command: string().nullable(),
	milestones: array(string()),
	/** Of a request: the rules that ask for an approval, and who has given one. */
	waiting_for: array(object({
		rule: string(),
		from: string(),
		answer_by: isoDay.nullable(),
		expires: isoDay.nullable()
	})),
	approved_by: array(string())
});
const activity = object({
	at: string(),
	id: string(),
	kind: string(),
	actor: string(),
	text: string(),
	milestones: array(string())
});
const diagnostic = object({
	code: string(),
	severity: _enum([
		"error",
		"warning",
		"info"
	]),
	message: string(),
	hint: string().nullable(),
	file: string(),
	line: number().int(),
	column: number().int()
});
const conflict = object({
	id: string(),
	type: string(),
	severity: _enum([
		"high",
		"medium",
		"low"
	]),
	milestones: array(string()),
	evidence: string(),
	options: array(unknown$1()),
	auto_resolved: boolean(),
	resolution: string().nullable()
});
const statusSchema = object({
	schema: literal("git-milestone/status@1"),
	as_of: isoDay,
	project,
	milestones: array(milestone),
	schedule,
	dependencies: array(dependency),
	external: array(external),
	metrics: metricsSchema.nullable(),
	evm: evmSchema.nullable(),
	trends: trendsSchema.nullable(),
	forecast: forecastSchema.nullable(),
	resources: array(resourceSchema).nullable(),
	change_facts: changeFactsSchema.nullable(),
	sessions: array(session),
	conflicts: array(conflict).nullable(),
	risks: array(risk),
	actions: array(action),
	changes: array(change),
	activity: array(activity),
	diagnostics: array(diagnostic)
});

// src/analysis/actions.ts
/** Due within this many working days from today counts as imminent. */
const IMMINENT_DAYS = 2;
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
/** Of each family at most one action is proposed for a milestone: the first whose rule holds. */
const FAMILIES = [
	[
		when("urgent", ["past-due"], (facts) => `Finish ${name(facts)} or agree on a new due date`),
		when("urgent", ["projected-late"], (facts) => isCritical(facts) ? `Bring ${name(facts)} back on schedule: it is on the critical path` : null),
		{
			priority: "urgent",
			test: ({ facts }, { calendar, today }) => {
				const { due, progress, remaining, milestone } = facts;
				if (due === null || due < today || milestone.status !== "in_progress") return null;
				const left = calendar.workingDaysBetween(today, due);
				if (left > IMMINENT_DAYS) return null;
				const work = remaining === 0 ? "no work left" : `${days(remaining)} of work left`;
				const until = due === today ? "is due today" : `is due on ${formatDay(due)}, ${days(left)} from today`;
				return {
					text: `Finish ${name(facts)}`,
					cause: `It ${until}, and is ${percent$1(progress)} done with ${work}`
				};
			}
		},
		when("high", ["projected-late"], (facts) => `Bring ${name(facts)} back on schedule or agree on a new due date`),
		when("medium", ["projected-after-due"], (facts) => `Gain time on ${name(facts)}`),
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
/** What to do next, most pressing first; of the same priority the earlier due date, then the smaller id, comes first. */
function actionsOf(explained, project) {
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
	return found.sort((a, b) => rank(a.action) - rank(b.action) || (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)).map((each) => each.action);
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

// src/analysis/measure.ts
function known(value, n) {
	return {
		value,
		n,
		reason: null
	};
}
function unknown(reason) {
	return {
		value: null,
		n: 0,
		reason
	};
}
/** `part` of `whole` records in percent (0–100); without any record the reason. */
function share(part, whole, reason) {
	return whole === 0 ? unknown(reason) : known(part / whole * 100, whole);
}
/** The arithmetic mean; without any value the reason. */
function average(values, reason) {
	return values.length === 0 ? unknown(reason) : known(values.reduce((sum, v) => sum + v, 0) / values.length, values.length);
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
		coverage: noTeam === null ? share(covered.length, needed.length, reason) : unknown(noTeam),
		crossTraining: noTeam !== null ? unknown(noTeam) : needed.length === 0 ? unknown(reason) : share(many.length, team.length, reason)
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
/**
* Capacity: what the open milestones ask of all people today (on the next working day, if it is a day off), in percent of what
* they can give. Idle is what nobody asks for; the part of it that lies with people who work on no critical milestone could
* go to the critical path, and is the opportunity for optimisation.
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
	let idle = 0;
	let movable = 0;
	for (const [who, capacity] of own) {
		const mine = now.get(who);
		const free = Math.max(0, capacity - (mine?.percent ?? 0));
		idle += free;
		if (!mine?.facts.some((f) => f.slot?.critical === true)) movable += free;
	}
	const ofAll = (percent) => reason === null ? rounding(known(percent / all * 100, own.size)) : unknown(reason);
	const skills = skillCoverage(project);
	const { values, reasons } = beside({
		load_percent: reason === null ? rounding(known(load, now.size)) : unknown(reason),
		capacity_percent: own.size === 0 ? unknown("config.yaml names no team") : rounding(known(all, own.size)),
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
		const mine = peopleOf(each);
		if (waitsFor.length === 0 || !waitsFor.every((p) => sharesNobody(mine, peopleOf(p)))) return [];
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
function child(value, key) {
	return typeof value === "object" && value !== null ? value[key] : void 0;
}
/** The value under `way` before and after a change of it or of what it stands in; null if the change is of something else. */
function valueUnder({ path, before, after }, way) {
	if (path.length > way.length || path.some((key, i) => key !== way[i])) return null;
	const rest = way.slice(path.length);
	return {
		before: rest.reduce(child, before),
		after: rest.reduce(child, after)
	};
}

// src/analysis/history.ts
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
/**
* The project's finished work with its days. When a milestone was finished says, in this order: its file (`actual_end`, then
* `completed_at`), the journal, git history. What lies after today is not finished yet, whatever its date says.
*/
function historyOf(project, journal, git) {
	const { calendar, today } = project;
	const commits = new Map(git.completions.map((completion) => [completion.id, completion]));
	const finished = [];
	const undated = [];
	for (const facts of project.facts) {
		const { id, status } = facts.milestone;
		if (status !== "completed") continue;
		const told = journal.get(id);
		const committed = commits.get(id);
		const by = told?.by ?? committed?.by ?? null;
		const first = [
			["file", facts.actualEnd],
			["journal", calendar.dayOf(told?.at)],
			["git", calendar.dayOf(committed?.at)]
		].find(([, day]) => day !== null);
		if (!first || first[1] === null) undated.push(facts);
		else if (first[1] <= today) finished.push({
			facts,
			day: first[1],
			by,
			source: first[0]
		});
	}
	finished.sort((a, b) => a.day - b.day);
	return {
		finished,
		undated,
		hours: hoursOf(project, new Map(finished.map(({ facts, day }) => [facts.milestone.id, day])))
	};
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

// src/analysis/efficiency.ts
const NO_HOURS = "no completed milestone has both estimated and actual hours";
/**
* Estimate accuracy = 100 % − the mean magnitude of relative error, |actual − estimate| / actual (Conte, Dunsmore and Shen,
* "Software Engineering Metrics and Models", 1986); 0 % if estimates miss by as much as the work itself.
*/
function accuracy(efforts) {
	const error = average(efforts.map(({ estimated, actual }) => Math.abs(actual - estimated) / actual), NO_HOURS);
	return error.value === null ? error : known(Math.max(0, 1 - error.value) * 100, error.n);
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
	if (!tasks.some((task) => task.defects !== null)) return unknown("no task records its defects");
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
	const ofActual = (hours, reason) => n === 0 ? unknown(NO_HOURS) : hours === null ? unknown(reason) : known(hours / actual * 100, n);
	const { values, reasons } = beside({
		actual_hours: n === 0 ? unknown(NO_HOURS) : rounding(known(actual, n), 2),
		estimated_hours: n === 0 ? unknown(NO_HOURS) : rounding(known(estimated, n), 2),
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
* The share (0–1) of the working days that should be over by now: of those from the planned start to the baseline (else the
* planned finish), the ones before today. Today does not count, as its work is still to be done.
*/
function plannedShare({ slot, baseline }, { calendar, today }) {
	if (slot === null) return 0;
	const finish = baseline ?? slot.planned.finish;
	const start = Math.min(slot.planned.start, finish);
	const all = calendar.countWorkingDays(start, finish);
	if (all === 0) return finish < today ? 1 : 0;
	return Math.min(1, calendar.countWorkingDays(start, today - 1) / all);
}
/**
* Earned value after the PMI "Practice Standard for Earned Value Management": PV = Σ budget × planned share, EV = Σ budget ×
* progress, AC = Σ actual cost, BAC = Σ budget; SV = EV − PV, CV = EV − AC, SPI = EV / PV, CPI = EV / AC,
* EAC = BAC / CPI (what remains costs what the work so far has cost), ETC = EAC − AC, VAC = BAC − EAC.
*
* AC and what follows from it are null while any milestone with progress does not record its cost: the sum would be too low.
*/
function earnedValue(accounts, leftOut, project) {
	const sum = (part) => accounts.reduce((total, a) => total + part(a), 0);
	const bac = sum((a) => a.budget);
	const pv = sum((a) => a.budget * plannedShare(a.facts, project));
	const ev = sum((a) => a.budget * a.facts.progress / 100);
	const silent = accounts.filter((a) => a.cost === null && a.facts.progress > 0).map((a) => a.facts.milestone.id);
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
function whyNoLine(points) {
	if (points < 2) return "a trend needs 2";
	return points < POINTS_FOR_LINE ? `a line needs ${POINTS_FOR_LINE}` : "no line into the future can be drawn";
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
	const finish = facts.slot?.projected.finish;
	const expected = points.length >= POINTS_FOR_LINE && finish !== void 0 && finish > today ? lineAt(points, finish) : null;
	const moved = first !== void 0 && value !== null && points.length > 1;
	return {
		milestone: facts.milestone.id,
		name,
		value,
		target,
		unit,
		better,
		met: value === null || target === null ? null : (value - target) * sign >= 0,
		trend: moved ? direction(first.value * sign, value * sign, 0) : null,
		points: points.length,
		expected: expected === null ? null : rounded(expected, 1),
		reason: value === null ? "no value is recorded" : [...target === null ? ["no target"] : [], ...expected === null ? [`${counted(points.length)}; ${whyNoLine(points.length)}`] : []].join("; ") || null
	};
}
/**
* Quality: the share of finished milestones that were accepted the first time, of those that record it (`acceptance`).
* Beside it every quality metric of the milestones that are not cancelled, against its target; its trend compares the present
* value with the first one that the journal knows, and `expected` continues the line through all of them.
*/
function qualityOf(project, { finished, undated }, changes) {
	const { config, calendar, facts } = project;
	const accepted = [...undated, ...finished.map((f) => f.facts)].map((f) => f.milestone.acceptance);
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
	const first_time_trend = halves(firstTime.map((yes) => yes ? 100 : 0), 100);
	const satisfaction_trend = halves(marks, 5);
	const few = (n, reason) => n === 0 ? reason : `${n} ${n === 1 ? "record" : "records"} so far; a trend needs ${RECORDS_FOR_TREND}`;
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
			...first_time_trend === null && { first_time_trend: few(firstTime.length, none) },
			...satisfaction_trend === null && { satisfaction_trend: few(marks.length, noMark) }
		}
	};
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
/** What the risks known on `day` and not settled by then would have been expected to cost; null if no risk says since when it is known. */
function exposureOn(day, risks, calendar) {
	const dated = risks.filter((risk) => calendar.dayOf(risk.identifiedAt) !== null);
	if (dated.length === 0) return null;
	const then = dated.filter((risk) => {
		const known = calendar.dayOf(risk.identifiedAt) ?? day;
		const over = calendar.dayOf(risk.occurredAt) ?? calendar.dayOf(risk.resolvedAt);
		return known <= day && (over === null ? risk.status === "open" : over > day);
	});
	return sum(then.map((risk) => exposure(risk, calendar) ?? 0));
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
	const open = live.filter((f) => f.milestone.status !== "completed").flatMap((f) => f.milestone.risks.filter((risk) => risk.status === "open"));
	const costs = open.map((risk) => exposure(risk, calendar)).filter((cost) => cost !== null);
	const value = risks.length === 0 || open.length > 0 && costs.length === 0 ? null : sum(costs);
	const reason = risks.length === 0 ? none : "no open risk has both a probability and a delay";
	const before = exposureOn(today - 7 * config.targets.windowWeeks, risks, calendar);
	const trend = value === null ? null : trendOf$1(before, value);
	const room = roomDays === null ? null : Math.max(0, roomDays);
	const rating = value === null || room === null ? null : value <= room ? "green" : value <= 2 * room ? "amber" : "red";
	const { values, reasons } = beside({
		exposure_before_days: before === null ? unknown(risks.length === 0 ? none : "no risk has an identified_at") : rounding(known(before, 1)),
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
	const percentage = Number.parseFloat(String(facts.milestone.timeline.buffer_percentage ?? 0));
	if (!isOpen(facts) || !percentage || facts.duration === 0 || facts.variance === null) return null;
	const size = facts.duration * percentage / 100;
	return {
		size,
		left: Math.min(size, Math.max(0, -facts.variance))
	};
}
/**
* Schedule buffers of the open milestones together, after the buffer management of Goldratt, "Critical Chain" (1997): the
* buffer is the last `buffer_percentage` of a milestone's length, up to its due date; what the projected finish leaves of it
* remains, the rest is used. Size in working days, used and remaining in percent of it.
*/
function buffersOf({ facts }) {
	const buffers = facts.map(bufferOf).filter((buffer) => buffer !== null);
	if (buffers.length === 0) return {
		size: unknown(NONE),
		used: unknown(NONE),
		remaining: unknown(NONE)
	};
	const size = buffers.reduce((sum, b) => sum + b.size, 0);
	const left = buffers.reduce((sum, b) => sum + b.left, 0);
	const n = buffers.length;
	return {
		size: known(size, n),
		used: known((1 - left / size) * 100, n),
		remaining: known(left / size * 100, n)
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
/** Working days from the projected finish of the project to its last due date; negative = too late. */
function roomOf({ facts, schedule, calendar }) {
	const dues = facts.filter((f) => f.milestone.status !== "cancelled" && f.due !== null).map((f) => f.due);
	if (dues.length === 0) return unknown("no milestone has a due date");
	if (schedule.projectedFinish === null) return unknown("nothing is scheduled");
	const last = dues.reduce((latest, due) => Math.max(latest, due));
	return known(calendar.workingDaysBetween(schedule.projectedFinish, last), dues.length);
}
/** Projected finish of the last critical milestones against the latest of their baselines, in working days; negative = ahead. */
function criticalVariance({ facts, calendar }) {
	let baseline = null;
	let finish = null;
	let n = 0;
	for (const { slot, baseline: own } of facts) {
		if (slot?.critical !== true) continue;
		n++;
		finish = Math.max(finish ?? slot.projected.finish, slot.projected.finish);
		if (own !== null) baseline = Math.max(baseline ?? own, own);
	}
	if (finish === null) return unknown("nothing is scheduled");
	return baseline === null ? unknown("no critical milestone has a baseline") : known(calendar.workingDaysBetween(baseline, finish), n);
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
	const reason = history.finished.length === 0 ? "nothing is finished yet" : "no finished milestone has a due date";
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
		room_days: room,
		room_percent: room.value === null || schedule.length === 0 ? unknown(room.reason ?? "the schedule has no length") : rounding(known(room.value / schedule.length * 100, room.n)),
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
		test: ({ efficiency: { estimate_accuracy_percent: accuracy } }) => below(accuracy, 80) ? `Estimates are ${accuracy} % accurate` : null
	},
	{
		key: "rework",
		test: ({ efficiency: { rework_percent: rework } }) => rework !== null && rework > 10 ? `${rework} % of the hours were rework` : null
	},
	{
		key: "on_time_delivery",
		test: ({ timeline: { value, target } }) => value !== null && target !== null && value < target ? `${value} % on time, target ${target} %` : null
	},
	{
		key: "resource_optimization",
		test: ({ capacity: { over_allocated: over, optimisation_percent: idle } }) => {
			if (over.length === 0 || idle === null || idle <= 0) return null;
			return `More is asked of ${[...new Set(over.map((row) => row.who))].join(", ")} than there is, while ${idle} % of the capacity is idle beside the critical path`;
		}
	},
	{
		key: "skill_coverage",
		test: (_, gaps) => gaps.length > 0 ? `Nobody of the team has ${gaps.join(", ")}` : null
	},
	{
		key: "cross_training",
		test: ({ capacity: { cross_training_percent: many } }) => below(many, 50) ? `${many} % of the team have more than one needed skill` : null
	},
	{
		key: "risk_mitigation",
		test: ({ risk: { mitigation_success_percent: held } }) => below(held, 75) ? `${held} % of the mitigations held` : null
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
	if (series.length < 2) return unknown("one week has no spread");
	return mean(series) === 0 ? unknown(NOTHING) : known(deviation(series) / mean(series), series.length);
}
function sustainability(variation) {
	if (variation.value === null || variation.n < WEEKS_FOR_TREND) return null;
	return variation.value <= EVEN ? "high" : variation.value <= UNEVEN ? "medium" : "low";
}
function forecast(weeks, hasHours) {
	if (weeks.length < 2) return null;
	const range = (series) => {
		const { expected, low, high } = predicted(series);
		return {
			expected: rounded(expected, 2),
			low: rounded(low, 2),
			high: rounded(high, 2)
		};
	};
	return {
		probability: 80,
		milestones_per_week: range(weeks.map((week) => week.milestones)),
		hours_per_week: hasHours ? range(weeks.map((week) => week.hours)) : null
	};
}
/** What a project that has not begun can say: nothing but its target and what the baseline asks for. */
function notStarted(target, windowWeeks, baseline, series) {
	const nulls = {
		hours_per_week: null,
		versus_target_percent: null,
		variation: null,
		trend: null,
		trend_test: null,
		sustainability: null,
		forecast: null
	};
	const why = Object.fromEntries(["rating", ...Object.keys(nulls)].map((key) => [key, NOT_STARTED]));
	return {
		value: null,
		unit: UNIT,
		target,
		rating: null,
		n: 0,
		reason: NOT_STARTED,
		window_weeks: windowWeeks,
		weeks: series.length,
		...nulls,
		baseline: baseline.value,
		series,
		reasons: {
			...why,
			...baseline.value === null && { baseline: baseline.reason ?? NOT_STARTED }
		}
	};
}
/** Milestones a week whose baseline lies in the given weeks: the pace that the first plan asked for. */
function baselinePace({ facts, today }, weeks) {
	const dates = facts.flatMap((f) => f.milestone.status === "cancelled" || f.baseline === null ? [] : [f.baseline]);
	if (dates.length === 0) return unknown("no milestone has a due date");
	const first = weeks[0]?.start ?? today;
	const asked = dates.filter((day) => day >= first && day <= today).length;
	return known(rounded(asked / weeks.length, 2), asked);
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
	if (!project.facts.some(({ milestone }) => !["planning", "cancelled"].includes(milestone.status)) && !hasHours) return notStarted(targets.velocity, targets.windowWeeks, baseline, seriesOf(all));
	const done = weeks.reduce((sum, week) => sum + week.milestones, 0);
	const value = done / weeks.length;
	const hours = weeks.reduce((sum, week) => sum + week.hours, 0) / weeks.length;
	const series = all.map((week) => hasHours ? week.hours : week.milestones);
	const { trend, trend_test } = trendOf(series, hasHours ? "hours" : "milestones");
	const variation = variationOf(series);
	const sustainable = sustainability(variation);
	const ahead = forecast(weeks, hasHours);
	const { values, reasons } = beside({
		hours_per_week: hasHours ? known(rounded(hours, 1), weeks.length) : unknown("no finished work has both estimated hours and a day"),
		versus_target_percent: targets.velocity === 0 ? unknown("the target is 0") : known(rounded((value / targets.velocity - 1) * 100, 1), weeks.length),
		baseline,
		variation: rounding(variation, 3)
	});
	const few = `${series.length} ${series.length === 1 ? "week" : "weeks"} so far; the test needs ${WEEKS_FOR_TREND}`;
	const undated = history.undated.length;
	return {
		value: rounded(value, 2),
		unit: UNIT,
		target: targets.velocity,
		rating: rateHigh(value, targets.velocity),
		n: done,
		reason: undated > 0 ? `left out: ${undated} completed without a known day` : null,
		window_weeks: targets.windowWeeks,
		weeks: weeks.length,
		...values,
		series: seriesOf(all),
		trend,
		trend_test,
		sustainability: sustainable,
		forecast: ahead,
		reasons: {
			...reasons,
			...trend === null && {
				trend: few,
				trend_test: few
			},
			...sustainable === null && { sustainability: variation.reason ?? few },
			...ahead === null && { forecast: "one week has no spread" }
		}
	};
}

// src/analysis/analytics.ts
/** The analytics parts of the contract, from one reading of the journal. `git` is what git history adds to it. */
function analyticsOf(project, journal, git) {
	const changes = milestoneChanges(journal);
	const completions = journalCompletions(changes);
	const history = historyOf(project, completions, git);
	const loads = loadsOf(project);
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
	const practices = practicesOf(project, new Set(completions.keys()));
	const gaps = facts.skill_gaps.map((gap) => gap.skill);
	return {
		metrics,
		evm: evmOf(project),
		trends: trendsOf(metrics, gaps, practices, maturityOf(practices, history)),
		resources: loads.map(resourceRow),
		change_facts: facts
	};
}

// src/analysis/status.ts
function row({ facts, health, reasons }) {
	const { milestone, slot } = facts;
	const tasks = countedTasks(milestone);
	return {
		id: milestone.id,
		title: milestone.title,
		status: milestone.status,
		progress: roundPercent(facts.progress),
		priority: milestone.priority,
		owner: milestone.owner,
		due: isoDay$3(facts.due),
		baseline_due: isoDay$3(facts.baseline),
		planned_start: isoDay$3(slot?.planned.start ?? null),
		planned_finish: isoDay$3(slot?.planned.finish ?? null),
		projected_start: isoDay$3(slot?.projected.start ?? null),
		projected_finish: isoDay$3(slot?.projected.finish ?? null),
		actual_end: isoDay$3(facts.actualEnd),
		variance_days: facts.variance,
		slippage_days: facts.slippage,
		health,
		reasons: [...reasons],
		critical: slot?.critical ?? false,
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
function schedulePart({ schedule, facts }) {
	return {
		start: formatDay(schedule.start),
		length_days: schedule.length,
		planned_finish: isoDay$3(schedule.plannedFinish),
		projected_finish: isoDay$3(schedule.projectedFinish),
		critical: facts.filter((f) => f.slot?.critical === true).map((f) => f.milestone.id),
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
		due: isoDay$3(calendar.dayOf(external.due)),
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
/** Active sessions. Whether one is short of people needs the resource analysis; that its milestone is stuck is known. */
function sessionPart(sessions, explained) {
	const stuck = ({ facts, health }) => health === "blocked" || facts.milestone.status === "planning" && facts.waitsFor.length > 0;
	const blocked = new Set(explained.filter((e) => isOpen(e.facts) && stuck(e)).map((e) => e.facts.milestone.id));
	return sessions.filter((session) => session.status === "active").map((session) => ({
		id: session.id,
		milestone: session.milestone,
		by: session.by,
		progress: session.progress === null ? null : roundPercent(session.progress),
		last_checkpoint: session.lastCheckpoint,
		health: session.milestone !== null && blocked.has(session.milestone) ? "blocked" : null
	}));
}
/**
* Everything that can be said of the project at the instant `now` (ISO 8601 with offset), as the published contract has it.
* Parts that need an analysis which does not exist yet are null. `changes` is the fold of the journal's change requests;
* `git` is what git history knows of finished work and first due dates, for what neither the files nor the journal tell.
* Throws on a `now` that is no instant: the clock is the caller's, so that is a bug.
*/
function analyse(state, now, changes = [], git = NO_HISTORY) {
	const instant = parseInstant(now);
	if (instant === void 0) throw new TypeError(`not an ISO 8601 instant: ${now}`);
	const calendar = calendarOf(state.config.calendar);
	const today = dayOfInstant(instant, state.config.calendar.timezone);
	const project = factsOf(state, calendar, today, git.firstDues);
	const explained = project.facts.map((facts) => ({
		facts,
		...healthOf(facts, project)
	}));
	const links = project.facts.flatMap((facts) => facts.requires);
	const diagnostics = [...state.diagnostics, ...project.diagnostics].sort(compareDiagnostics);
	return {
		schema: "git-milestone/status@1",
		as_of: formatDay(today),
		project: projectPart(state, project, explained),
		milestones: explained.map(row),
		schedule: schedulePart(project),
		dependencies: links.map((link) => ({
			from: link.from.milestone.id,
			to: link.to.milestone.id,
			lag_days: link.lag,
			state: edgeState(link)
		})),
		external: externalPart(project),
		...analyticsOf(project, state.journal, git),
		forecast: forecastOf(project),
		sessions: sessionPart(state.sessions, explained),
		conflicts: null,
		risks: riskPart(project),
		actions: actionsOf(explained, project),
		changes: [...changes],
		activity: activityOf(state.journal),
		diagnostics
	};
}

export { EDGE_STATES as n, analyse as t };