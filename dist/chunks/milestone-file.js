import { C as record, T as union, _ as boolean, a as percentage, b as number, c as text, g as array, h as _enum, i as lag, l as texts, n as date, o as probability, r as id, s as span, t as amount, v as literal, w as string, y as looseObject } from "./scalar.js";
import { n as taskSchema } from "./task.js";

// src/model/nearest.ts
/**
* Optimal string alignment distance (Damerau–Levenshtein without repeated edits): insertions, deletions, substitutions and
* swaps of neighbours each cost one.
*/
function distance(a, b) {
	let twoAgo = [];
	let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const cost = a[i - 1] === b[j - 1] ? 0 : 1;
			let best = Math.min((row[j - 1] ?? 0) + 1, (previous[j] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (twoAgo[j - 2] ?? 0) + 1);
			row.push(best);
		}
		twoAgo = previous;
		previous = row;
	}
	return previous[b.length] ?? 0;
}
/** The candidate closest to `word`, ignoring case, if at most `limit` edits away: the "did you mean". */
function nearest(word, candidates, limit = 1) {
	const lower = word.toLowerCase();
	let best;
	let bestDistance = limit + 1;
	for (const candidate of candidates) {
		if (Math.abs(candidate.length - word.length) > limit) continue;
		const d = distance(lower, candidate.toLowerCase());
		if (d < bestDistance) {
			best = candidate;
			bestDistance = d;
		}
	}
	return best;
}

// src/model/milestone-file.ts
/** The shape of `active/<id>.yaml`: what a person writes. Only `title` is required; unknown keys are kept and reported. */
const MILESTONE_STATUSES = [
	"planning",
	"in_progress",
	"blocked",
	"completed",
	"cancelled"
];
const PRIORITIES = [
	"critical",
	"high",
	"medium",
	"low"
];
const EXTERNAL_STATUSES = [
	"ok",
	"at_risk",
	"blocked",
	"done"
];
const RISK_STATUSES = [
	"open",
	"mitigated",
	"occurred",
	"closed"
];
const SIGN_OFF_KINDS = [
	"technical",
	"resource",
	"timeline",
	"scope"
];
const timelineSchema = looseObject({
	estimated_start: date.nullish().meta({ description: "Start no earlier than" }),
	estimated_end: date.nullish().meta({ description: "The due date: a commitment, moved by --timeline" }),
	estimated_hours: amount.nullish(),
	duration: span.nullish(),
	optimistic: span.nullish(),
	pessimistic: span.nullish(),
	buffer_percentage: union([amount, text.regex(/^\d+(\.\d+)? ?%$/)]).nullish(),
	baseline_end: date.nullish(),
	actual_start: date.nullish(),
	actual_end: date.nullish(),
	actual_hours: amount.nullish(),
	debt_hours: amount.nullish()
});
const progressSchema = looseObject({
	percentage: percentage.nullish(),
	overall_percentage: percentage.nullish().meta({ description: "The same as percentage" }),
	last_update: date.nullish()
});
const requirement = union([id, looseObject({
	id,
	lag: lag.nullish()
})]);
const external = union([text, looseObject({
	name: text,
	status: _enum(EXTERNAL_STATUSES).nullish(),
	progress: percentage.nullish(),
	owner: text.nullish(),
	due: date.nullish(),
	note: text.nullish(),
	resolved_at: date.nullish()
})]);
const dependenciesSchema = looseObject({
	requires: array(requirement).nullish(),
	enables: array(id).nullish(),
	external: array(external).nullish()
});
const resource = looseObject({
	role: text.nullish(),
	who: text.nullish(),
	fte: amount.nullish(),
	skill: text.nullish(),
	allocation: amount.nullish().meta({ description: "Percent of a full working day" })
});
/** The original command set lists people, skills and tools apart. */
const resourceLists = looseObject({
	team_members: texts.nullish(),
	skills_required: texts.nullish(),
	tools_needed: texts.nullish()
});
const risk = looseObject({
	id: text.nullish(),
	description: text.nullish(),
	probability: probability.nullish(),
	impact: _enum([
		"low",
		"medium",
		"high",
		"critical"
	]).nullish(),
	delay: span.nullish(),
	mitigation: text.nullish(),
	status: _enum(RISK_STATUSES).nullish(),
	identified_at: date.nullish(),
	occurred_at: date.nullish(),
	resolved_at: date.nullish(),
	escalated: boolean().nullish()
});
const quality = looseObject({
	name: text,
	value: number().nullish(),
	target: number().nullish(),
	unit: text.nullish(),
	better: _enum(["higher", "lower"]).nullish()
});
const criterion = union([text, looseObject({
	text,
	verified: union([boolean(), literal("partial")]).nullish()
})]);
const deliverable = union([text, looseObject({
	name: text,
	type: text.nullish(),
	status: text.nullish(),
	acceptance_criteria: texts.nullish()
})]);
const milestoneSchema = looseObject({
	id: id.nullish().meta({ description: "Optional; if present it must equal the file name" }),
	title: text.min(1),
	description: text.nullish().meta({ description: "The scope; --scope edits it" }),
	status: _enum([
		...MILESTONE_STATUSES,
		"pending",
		"active"
	]).nullish(),
	priority: _enum(PRIORITIES).nullish(),
	category: text.nullish(),
	owner: text.nullish(),
	created_at: date.nullish(),
	completed_at: date.nullish(),
	timeline: timelineSchema.nullish(),
	progress: union([percentage, progressSchema]).nullish(),
	success_criteria: array(criterion).nullish(),
	deliverables: array(deliverable).nullish(),
	tasks: array(taskSchema).nullish(),
	dependencies: union([array(requirement), dependenciesSchema]).nullish(),
	resources: union([array(union([text, resource])), resourceLists]).nullish(),
	budget: looseObject({
		currency: text.nullish(),
		planned: amount.nullish(),
		actual: amount.nullish()
	}).nullish(),
	risks: union([array(union([text, risk])), looseObject({})]).nullish(),
	quality: array(quality).nullish(),
	acceptance: looseObject({
		first_time: boolean().nullish(),
		satisfaction: amount.max(5).nullish()
	}).nullish(),
	sign_offs: array(looseObject({
		kind: _enum(SIGN_OFF_KINDS),
		by: text,
		at: date.nullish()
	})).nullish(),
	labels: texts.nullish(),
	github: looseObject({ milestone: number().int().positive().nullish() }).nullish(),
	kiro_configuration: looseObject({ phase_weights: record(string(), number().min(0)).nullish() }).nullish().meta({ description: "Of the original command set; only phase_weights counts" })
});

export { nearest as i, PRIORITIES as n, milestoneSchema as r, MILESTONE_STATUSES as t };