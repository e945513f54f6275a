import { a as percentage, b as union, c as text, d as array, f as boolean, h as number, i as lag, l as texts, m as looseObject, n as date, o as probability, p as literal, r as id, s as span, t as amount, u as _enum, v as record, y as string } from "./scalar.js";
import { n as taskSchema } from "./task.js";

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

export { milestoneSchema as n, PRIORITIES as t };