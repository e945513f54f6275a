import { _ as partialRecord, d as array, f as boolean, g as object, h as number, p as literal, u as _enum, x as unknown, y as string } from "./scalar.js";
import { n as dayOfInstant, o as parseInstant, r as formatDay } from "./day.js";
import { n as compareDiagnostics } from "./diagnostic.js";
import { n as spanDays } from "./span.js";
import { a as days, c as factsOf, i as forecastOf, l as isOpen, n as healthOf, o as listed, r as edgeState, s as percent$1, t as projectHealth, u as isoDay$3 } from "./project-health.js";
import { a as roundPercent, i as projectProgress, s as calendarOf, t as countedTasks } from "./progress.js";

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
const earnedValue = measured({
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
	hours: earnedValue.nullable(),
	money: earnedValue.extend({ currency: string() }).nullable()
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
	expected: number().nullable().meta({ description: "Where the line through the values ends up at the projected finish" })
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
	options: array(unknown()),
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
* Parts that need an analysis which does not exist yet are null. `changes` is the fold of the journal's change requests.
* Throws on a `now` that is no instant: the clock is the caller's, so that is a bug.
*/
function analyse(state, now, changes = []) {
	const instant = parseInstant(now);
	if (instant === void 0) throw new TypeError(`not an ISO 8601 instant: ${now}`);
	const calendar = calendarOf(state.config.calendar);
	const today = dayOfInstant(instant, state.config.calendar.timezone);
	const project = factsOf(state, calendar, today);
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
		metrics: null,
		evm: null,
		trends: null,
		forecast: forecastOf(project),
		resources: null,
		change_facts: null,
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