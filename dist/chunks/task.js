import { _ as boolean, a as percentage, b as number, c as text, g as array, h as _enum, n as date, r as id, t as amount, y as looseObject } from "./scalar.js";

// src/model/task.ts
const TASK_STATUSES = [
	"pending",
	"in_progress",
	"completed",
	"blocked",
	"cancelled"
];
/** The four phases of the original command set's task workflow, in order. */
const PHASES = [
	"design",
	"spec",
	"task",
	"execute"
];
const phase = looseObject({ status: text.nullish() });
const workflowSchema = looseObject({
	enabled: boolean().nullish(),
	current_phase: text.nullish(),
	phases: looseObject({
		design: phase.nullish(),
		spec: phase.nullish(),
		task: phase.nullish(),
		execute: phase.nullish()
	}).nullish()
});
const taskSchema = looseObject({
	id: id.nullish(),
	title: text.nullish(),
	status: _enum(TASK_STATUSES).nullish(),
	progress: percentage.nullish(),
	estimated_hours: amount.nullish(),
	actual_hours: amount.nullish(),
	rework_hours: amount.nullish(),
	defects: number().int().min(0).nullish(),
	skill: text.nullish(),
	assigned_to: text.nullish(),
	depends_on: array(id).nullish(),
	dependencies: array(id).nullish().meta({ description: "The same as depends_on" }),
	issue: number().int().positive().nullish().meta({ description: "Number of the GitHub issue" }),
	completed_at: date.nullish(),
	kiro_workflow: workflowSchema.nullish()
});
/** A task as the file gives it → a task with every key present. `index` names tasks that have no id. */
function toTask(raw, index) {
	const id = raw.id ?? `task-${String(index + 1).padStart(3, "0")}`;
	const phases = raw.kiro_workflow?.enabled ? raw.kiro_workflow.phases : null;
	const phaseStatus = (name) => phases?.[name]?.status ?? "pending";
	return {
		id,
		title: raw.title ?? id,
		status: raw.status ?? "pending",
		progress: raw.progress ?? null,
		estimatedHours: raw.estimated_hours ?? null,
		actualHours: raw.actual_hours ?? null,
		reworkHours: raw.rework_hours ?? null,
		defects: raw.defects ?? null,
		skill: raw.skill ?? null,
		assignedTo: raw.assigned_to ?? null,
		dependsOn: raw.depends_on ?? raw.dependencies ?? [],
		issue: raw.issue ?? null,
		completedAt: raw.completed_at ?? null,
		phases: phases ? {
			design: phaseStatus("design"),
			spec: phaseStatus("spec"),
			task: phaseStatus("task"),
			execute: phaseStatus("execute")
		} : null
	};
}

export { taskSchema as n, toTask as r, PHASES as t };