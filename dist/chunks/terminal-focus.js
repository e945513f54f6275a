import { n as compareDiagnostics } from "./diagnostic.js";
import { o as taskProgress, s as calendarOf } from "./progress.js";
import { A as width, B as signedDays, C as named$1, D as table, E as title, F as sign, H as percent, I as standing, J as plain, L as counted, N as label, O as pad, P as outlook, R as days, S as more, T as rowsById, U as clip, V as bar, W as code, Y as prose, a as GENERATED, c as countsText, g as bytes, h as budgeted, j as wrap, k as shorten, p as openRisks, q as md, w as reportPage, x as link, y as elsewherePage, z as instant } from "./edits.js";

// src/render/focus-facts.ts
/** `2 days left`, `due today`, `overdue by 3 days`: working days from the day of the analysis. Empty without a due date. */
function timeLeft(row, status, state) {
	const { dayOf, workingDaysBetween } = calendarOf(state.config.calendar);
	const [today, due] = [dayOf(status.as_of), dayOf(row.due)];
	if (today === null || due === null) return "";
	if (due === today) return "due today";
	const left = workingDaysBetween(today, due);
	return due > today ? `${days(left)} left` : `overdue by ${days(0 - left)}`;
}
/** `88% complete (22 of 25 tasks) · 🟢 On track · active · high priority · owner alice`. */
function headline(row, emoji, voice) {
	const { tasks } = row;
	const done = tasks.total === 0 ? "" : ` (${tasks.completed} of ${counted(tasks.total, "task")})`;
	const state = label("status", row.status, false);
	return [
		`${voice.strong(percent(row.progress))} complete${done}`,
		voice.strong(label("health", row.health, emoji)),
		state === label("health", row.health, false) ? null : state.toLowerCase(),
		`${row.priority} priority`,
		row.critical ? "on the critical path" : null,
		row.owner === null ? null : `owner ${voice.text(row.owner)}`
	].filter((fact) => fact !== null).join(" · ");
}
function finished(row, due, voice) {
	if (row.actual_end === null) return `finished, no date given · ${due}`;
	const late = row.variance_days;
	const against = late === null ? "" : late === 0 ? ", on time" : `, ${signedDays(late)}`;
	return `finished ${voice.strong(row.actual_end)}${against} · ${due}`;
}
/** Due date, what is left until then on the day of the analysis, projected dates, remaining work and float; working days. */
function timeline(row, status, state, voice) {
	const slipped = row.slippage_days ? ` (baseline ${row.baseline_due}, ${signedDays(row.slippage_days)})` : "";
	const due = row.due === null ? "no due date" : `due ${voice.strong(row.due)}${slipped}`;
	if (row.status === "completed") return finished(row, due, voice);
	if (row.status === "cancelled") return due;
	const left = timeLeft(row, status, state);
	const dates = voice.strong(`${row.projected_start ?? "…"} → ${row.projected_finish}`);
	return [
		`${due}${left === "" ? "" : `, ${left} as of ${status.as_of}`}`,
		row.projected_finish === null ? "projected dates: no data" : `projected ${dates}`,
		row.remaining_days === null ? null : `${days(row.remaining_days)} of work left`,
		row.total_float_days === null ? null : `float ${days(row.total_float_days)}`
	].filter((part) => part !== null).join(" · ");
}
/** Why it stands as it does; on track or done, the timeline has said it already. */
function reasons(row, voice) {
	if (row.health === "on_track" || row.health === "done") return [];
	return row.reasons.map((reason) => voice.prose(reason.text));
}

// src/render/focus-lists.ts
const ROWS$2 = 50;
const GRAVITY = {
	critical: 4,
	high: 3,
	medium: 2,
	low: 1
};
function amount(value, unit, voice) {
	if (value === null) return "no data";
	return `${value}${unit === "" || unit === "%" ? unit : ` ${voice.text(unit)}`}`;
}
function met({ value, target, better }, emoji) {
	if (value === null || target === null) return "";
	const good = better === "higher" ? value >= target : value <= target;
	const word = good ? "met" : "missed";
	return emoji ? `${good ? "✅" : "❌"} ${word}` : word;
}
/** Rows of metric, value, target and whether it is met; `≥` or `≤` says which side of the target is good. */
function quality(milestone, emoji, voice) {
	return milestone.quality.slice(0, ROWS$2).map((metric) => {
		const side = metric.better === "higher" ? "≥" : "≤";
		const target = metric.target === null ? "no target" : `${side} ${amount(metric.target, metric.unit, voice)}`;
		return [
			voice.text(clip(metric.name, 100)),
			amount(metric.value, metric.unit, voice),
			target,
			met(metric, emoji)
		];
	});
}
/** Success criteria with what has been verified. */
function criteria(milestone, emoji, voice) {
	const mark = (verified) => {
		if (verified === true) return emoji ? "✅ " : "verified: ";
		if (verified === "partial") return emoji ? "🟡 partly: " : "partly: ";
		if (verified === false) return emoji ? "❌ " : "not met: ";
		return "";
	};
	return milestone.criteria.slice(0, ROWS$2).map((item) => `${mark(item.verified)}${voice.text(clip(item.text, 300))}`);
}
/** What the milestone needs, what it waits for outside, and what waits for it. */
function blockers(row, page, voice) {
	const rows = rowsById(page.status);
	const { dependencies, external } = page.status;
	const name = (id) => {
		const other = rows.get(id);
		return other ? voice.milestone(other) : voice.text(id);
	};
	const needs = dependencies.filter((edge) => edge.to === row.id).map((edge) => {
		const other = rows.get(edge.from);
		const finish = other?.actual_end ?? other?.projected_finish;
		const when = finish ? `, ${other?.status === "completed" ? "finished" : "projected"} ${finish}` : "";
		const lag = edge.lag_days === 0 ? "" : `, lag ${signedDays(edge.lag_days)}`;
		return `${sign("edge", edge.state, page.emoji)}needs ${name(edge.from)}: ${label("edge", edge.state, false).toLowerCase()}${when}${lag}`;
	});
	const outside = external.filter((item) => item.milestone === row.id).map((item) => {
		const text = [
			label("external", item.status, false).replace(/^(?!OK)./, (c) => c.toLowerCase()),
			item.progress === null ? null : percent(item.progress),
			item.due === null ? null : `due ${item.due}`,
			item.owner === null ? null : `owner ${voice.text(clip(item.owner, 60))}`,
			item.note === null ? null : voice.text(clip(item.note, 200))
		].filter((fact) => fact !== null).join(", ");
		return `${sign("external", item.status, page.emoji)}needs ${voice.text(clip(item.name, 80))} (outside): ${text}`;
	});
	const next = dependencies.filter((edge) => edge.from === row.id).map((edge) => `needed by ${name(edge.to)}`);
	return [
		...needs,
		...outside,
		...next
	].slice(0, ROWS$2);
}
/** Risks that are open or have struck, the gravest first, with what is done about them. */
function riskList(milestone, emoji, voice) {
	const live = milestone.risks.filter((risk) => risk.status === "open" || risk.status === "occurred");
	const grave = (impact) => impact === null ? 0 : GRAVITY[impact];
	return live.toSorted((a, b) => grave(b.impact) - grave(a.impact) || (b.probability ?? -1) - (a.probability ?? -1)).slice(0, ROWS$2).map((risk) => {
		const impact = risk.impact === null ? "impact: no data" : `${label("impact", risk.impact, emoji)}`;
		const facts = [
			risk.status === "occurred" ? "has occurred" : null,
			risk.probability === null ? null : `probability ${percent(risk.probability * 100)}`,
			risk.delay === null ? null : `delay ${risk.delay.amount}${risk.delay.unit}`,
			risk.mitigation === null ? null : `mitigation: ${voice.text(clip(risk.mitigation, 200))}`
		].filter((fact) => fact !== null);
		const details = facts.length > 0 ? ` — ${facts.join(", ")}` : "";
		return `${voice.strong(impact)}: ${voice.text(clip(risk.description, 200))}${details}`;
	});
}
/** Who works on it: roles in full-time equivalents, people in percent of their day. */
function resources(milestone, voice) {
	const lines = milestone.resources.slice(0, ROWS$2).map((item) => {
		const name = [item.who, item.role].filter((text) => text !== null).map((text) => voice.text(clip(text, 80)));
		const facts = [
			item.fte === null ? null : `${item.fte} FTE`,
			item.allocation === null ? null : `${percent(item.allocation)} allocated`,
			item.skill === null ? null : `skill ${voice.text(clip(item.skill, 60))}`
		].filter((fact) => fact !== null);
		return `${name.join(", ") || "unnamed"}${facts.length > 0 ? `: ${facts.join(", ")}` : ""}`;
	});
	const { budget } = milestone;
	if (budget && (budget.planned !== null || budget.actual !== null)) {
		const money = (value) => value === null ? "no data" : `${value} ${voice.text(budget.currency ?? "")}`.trim();
		lines.push(`Budget: ${money(budget.actual)} spent of ${money(budget.planned)} planned`);
	}
	return lines;
}

// src/render/tasks.ts
const ROWS$1 = 100;
/** A task's id with its title; tasks without an own title show the id once. */
function named(task) {
	return task.title === task.id ? md(task.id) : md(clip(task.title, 100));
}
/** Progress of a task by the engine's rule, with the weights in force for its milestone. */
function progressOf(task, milestone, config) {
	return taskProgress(task, milestone.phaseWeights ?? config.phaseWeights);
}
/** Hours with at most one decimal. */
function hours(value) {
	return `${Math.round(value * 10) / 10} h`;
}
/** Every task with status, progress and who does it; in the file's order. */
function taskTable(milestone, { state, emoji }) {
	if (milestone.tasks.length === 0) return "";
	const rows = milestone.tasks.slice(0, ROWS$1).map((task) => [
		named(task),
		label("task", task.status, emoji),
		task.status === "cancelled" ? "–" : percent(progressOf(task, milestone, state.config)),
		task.assignedTo === null ? "" : md(task.assignedTo),
		task.estimatedHours === null ? "" : hours(task.estimatedHours),
		task.actualHours === null ? "" : hours(task.actualHours)
	]);
	return table([
		"Task",
		"Status",
		{
			title: "Progress",
			align: "r"
		},
		{
			title: "Assignee",
			optional: true
		},
		{
			title: "Estimate",
			align: "r",
			optional: true
		},
		{
			title: "Spent",
			align: "r",
			optional: true
		}
	], rows) + more(milestone.tasks.length - ROWS$1, "in the milestone’s file");
}
/**
* Unfinished tasks so that each comes after those it depends on; those that need nothing come first, in the file's order. Members of a cycle, which
* never come free, stand at the end. O(tasks + dependencies).
*/
function inDependencyOrder(tasks) {
	const open = tasks.filter((task) => task.status !== "completed" && task.status !== "cancelled");
	const byId = new Map(open.map((task) => [task.id, task]));
	const waiting = new Map(open.map((task) => [task, new Set(task.dependsOn.filter((id) => byId.has(id) && id !== task.id)).size]));
	const needing = /* @__PURE__ */ new Map();
	for (const task of open) for (const id of new Set(task.dependsOn)) needing.set(id, [...needing.get(id) ?? [], task]);
	const order = [];
	const ready = open.filter((task) => waiting.get(task) === 0);
	for (const task of ready) {
		order.push(task);
		for (const next of needing.get(task.id) ?? []) {
			const left = (waiting.get(next) ?? 0) - 1;
			waiting.set(next, left);
			if (left === 0) ready.push(next);
		}
	}
	const placed = new Set(order);
	return [...order, ...open.filter((task) => !placed.has(task))];
}
/** The remaining work of a milestone in the order in which it can be done. Hours left = estimate × (1 − progress). */
function steps(milestone, config) {
	const order = inDependencyOrder(milestone.tasks);
	const open = new Set(order.map((task) => task.id));
	return order.map((task) => ({
		task,
		hoursLeft: task.estimatedHours === null ? null : task.estimatedHours * (1 - progressOf(task, milestone, config) / 100),
		after: task.dependsOn.filter((id) => open.has(id))
	}));
}
/** The steps as a numbered list with the sum of their hours. No clock times: nobody recorded any. */
function nextSteps(milestone, config) {
	const all = steps(milestone, config);
	if (all.length === 0) return "";
	const lines = all.slice(0, 30).map(({ task, hoursLeft, after }, i) => {
		const facts = [
			hoursLeft === null ? "no estimate" : `${hours(hoursLeft)} left`,
			task.assignedTo === null ? null : md(task.assignedTo),
			task.status === "blocked" ? "blocked" : null,
			after.length > 0 ? `after ${after.map(md).join(", ")}` : null
		];
		return `${i + 1}. ${named(task)} (${md(task.id)}) — ${facts.filter((fact) => fact !== null).join(", ")}`;
	});
	const estimated = all.flatMap((step) => step.hoursLeft ?? []);
	const sum = estimated.reduce((total, value) => total + value, 0);
	const missing = all.length - estimated.length;
	const without = missing > 0 ? `; ${missing} of ${all.length} tasks without an estimate` : "";
	const total = estimated.length > 0 ? `\n\nTogether ${hours(sum)}${without}.` : "";
	return lines.join("\n") + more(all.length - lines.length, "in the milestone’s file") + total;
}

// src/render/paint.ts
const CODES = {
	bold: "1",
	dim: "2",
	red: "31",
	green: "32",
	yellow: "33",
	blue: "34",
	cyan: "36"
};
/** `text` in a colour, or as it is. */
function paint(terminal, colour, text) {
	return terminal.color && colour !== null && text !== "" ? `\u001B[${CODES[colour]}m${text}\u001B[0m` : text;
}
/** Colour of a health, a milestone's or an edge's state; null for those that need no attention. */
function colourOf(value) {
	if (value === "late" || value === "blocked") return "red";
	if (value === "at_risk") return "yellow";
	if (value === "done" || value === "completed" || value === "on_track" || value === "satisfied") return "green";
	return value === "in_progress" ? "cyan" : null;
}

// src/render/voice.ts
function markdownVoice(page) {
	return {
		text: md,
		prose,
		strong: (said) => `**${said}**`,
		milestone: (row) => named$1(page, row)
	};
}
function terminalVoice(terminal) {
	return {
		text: plain,
		prose: plain,
		strong: (said) => paint(terminal, "bold", said),
		milestone: (row) => `${row.id} ${plain(row.title)}`
	};
}

// src/render/focus.ts
const LIMIT = 4e5;
/** Items as a Markdown list. */
function list(items) {
	return items.map((item) => `- ${item}`).join("\n");
}
function parts(page, row, milestone, level) {
	const { status, state, emoji } = page;
	const voice = markdownVoice(page);
	const section = (name, text, drop) => ({
		text: text === "" ? "" : `${level} ${name}\n\n${text}`,
		drop,
		name
	});
	const of = (text) => milestone ? text(milestone) : "";
	return [
		{ text: headline(row, emoji, voice) },
		{ text: `\`${bar(row.progress, 50)}\` ${percent(row.progress)}` },
		{ text: timeline(row, status, state, voice) },
		{ text: list(reasons(row, voice)) },
		{ text: of((known) => known.description === null ? "" : md(known.description)) },
		section("Tasks", of((known) => taskTable(known, page)), 6),
		section("Quality", of((known) => qualityTable(quality(known, emoji, voice))), 5),
		section("Success criteria", of((known) => list(criteria(known, emoji, voice))), 4),
		section("Dependencies", list(blockers(row, page, voice)), 3),
		section("Risks", of((known) => list(riskList(known, emoji, voice))), 2),
		section("Resources", of((known) => list(resources(known, voice))), 1),
		section("Next steps", of((known) => nextSteps(known, state.config)), 7)
	];
}
function qualityTable(rows) {
	return rows.length === 0 ? "" : table([
		"Metric",
		"Value",
		"Target",
		{
			title: "Result",
			optional: true
		}
	], rows);
}
/** The focus view inside another text: no generated-file line, headings of the given level. */
function focusBody(page, id, level) {
	const row = page.status.milestones.find((m) => m.id === id);
	if (!row) return `${code(id)} is not a milestone of this project.`;
	const texts = parts(page, row, page.state.milestones.find((m) => m.id === id), `${level}#`).map((part) => part.text);
	return [`${level} ${link(page, row)} ${title(row.title)}`, ...texts].filter((text) => text !== "").join("\n\n");
}
/**
* The focus view of one milestone as a Markdown file in `.milestones/reports/`: progress, timeline, tasks, quality, dependencies,
* risks, resources and what comes next. Days left count from `status.as_of`.
*/
function focusPage(status, state, id) {
	const page = reportPage(status, state);
	const row = status.milestones.find((m) => m.id === id);
	if (!row) return `${GENERATED}\n\n${focusBody(elsewherePage(status, state, null), id, "#")}\n`;
	const milestone = state.milestones.find((m) => m.id === id);
	const head = [{ text: GENERATED }, { text: `# ${link(page, row)} ${title(row.title)}` }];
	return budgeted([...head, ...parts(page, row, milestone, "##")], LIMIT, `The whole of it is in ${link(page, row)}.`, bytes);
}

// src/render/box.ts
const textOf = (cell) => typeof cell === "string" ? cell : cell.text;
/** Width of every column: as wide as its widest cell, shrinkable ones less where the terminal ends before, the widest first. */
function sizes(columns, rows, limit) {
	const size = columns.map((column, i) => rows.reduce((most, row) => Math.max(most, width(textOf(row[i] ?? ""))), width(column.title)));
	let over = size.reduce((sum, n) => sum + n + 3, 1) - limit;
	const widest = [...size.keys()].sort((a, b) => (size[b] ?? 0) - (size[a] ?? 0));
	for (const i of widest) {
		const natural = size[i] ?? 0;
		const less = Math.min(Math.max(over, 0), Math.max(0, natural - (columns[i]?.shrink ?? natural)));
		size[i] = natural - less;
		over -= less;
	}
	return size;
}
/** A table in box-drawing characters, aligned also with emoji and East Asian text. Cells are plain text without ANSI. */
function box(columns, rows, terminal) {
	const size = sizes(columns, rows, terminal.width);
	const rule = (left, middle, right) => paint(terminal, "dim", left + size.map((n) => "─".repeat(n + 2)).join(middle) + right);
	const edge = paint(terminal, "dim", "│");
	const line = (cells, head) => {
		const texts = columns.map((column, i) => {
			const cell = cells[i] ?? "";
			const room = size[i] ?? 0;
			const filled = column.right ? right(textOf(cell), room) : pad(textOf(cell), room);
			return ` ${paint(terminal, head ? "bold" : typeof cell === "string" ? null : cell.colour, filled)} `;
		});
		return edge + texts.join(edge) + edge;
	};
	return [
		rule("┌", "┬", "┐"),
		line(columns.map((column) => column.title), true),
		rule("├", "┼", "┤"),
		...rows.map((row) => line(row, false)),
		rule("└", "┴", "┘")
	].join("\n");
}
function right(text, size) {
	const cut = pad(text, size).trimEnd();
	return " ".repeat(Math.max(0, size - width(cut))) + cut;
}
/** A title with a line of the same width below it, and what belongs to it; nothing without content. */
function block(terminal, title, content) {
	return content === "" ? "" : `${paint(terminal, "bold", title)}\n${content}`;
}
/** Lines as the branches of a tree; one that is too long goes on below itself. */
function tree(lines, terminal) {
	return lines.flatMap((line, i) => {
		const last = i === lines.length - 1;
		const [first = "", ...rest] = wrap(line, terminal.width - 4);
		return [`${last ? "└──" : "├──"} ${first}`, ...rest.map((text) => `${last ? " " : "│"}   ${text}`)];
	});
}
/** A line that goes on below itself, further lines `indent` columns to the right. */
function hanging(text, indent, terminal) {
	return wrap(text, terminal.width - indent).join(`\n${" ".repeat(indent)}`);
}

// src/render/terminal-diagnostics.ts
const COLOURS = {
	error: "red",
	warning: "yellow",
	info: "blue"
};
/** Tabs and control characters as one blank each: they take unknown room, and the caret has to stand below its column. */
function printable(text) {
	return text.replace(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, " ");
}
/** Length of the YAML token that starts here: a quoted scalar, or all up to the next separator or comment. */
function tokenLength(rest) {
	return /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s,\]}#:]+(?::[^\s,\]}]+)*(?: [^\s,\]}#:]+)*)/.exec(rest)?.[0].length ?? 1;
}
function excerpt(line, column, room) {
	const at = Math.min(Math.max(column - 1, 0), line.length);
	const from = at > room * .7 ? at - Math.floor(room * .5) : 0;
	const lead = from > 0 ? "…" : "";
	const tail = line.length - from > room ? "…" : "";
	const text = `${lead}${printable(line.slice(from, from + room))}${tail}`;
	const before = lead.length + width(printable(line.slice(from, at)));
	const token = line.slice(at, Math.min(at + tokenLength(line.slice(at)), from + room));
	return {
		text: text.trimEnd(),
		before,
		under: Math.max(1, width(printable(token)))
	};
}
function shown(d, files, terminal) {
	const title = paint(terminal, COLOURS[d.severity], `${d.severity}[${d.code}]`);
	const edge = (text) => paint(terminal, "blue", text);
	const number = String(d.line);
	const gap = " ".repeat(number.length);
	const lines = [`${title}${paint(terminal, "bold", `: ${plain(d.message)}`)}`, `${gap}${edge("-->")} ${plain(d.file)}:${d.line}:${d.column}`];
	const source = files.get(d.file)?.split(/\r\n|\n|\r/)[d.line - 1];
	if (source !== void 0 && source.trim() !== "") {
		const { text, before, under } = excerpt(source, d.column, Math.max(20, terminal.width - number.length - 5));
		const caret = paint(terminal, COLOURS[d.severity], "^".repeat(under));
		lines.push(`${gap} ${edge("|")}`, `${edge(`${number} |`)} ${text}`, `${gap} ${edge("|")} ${" ".repeat(before)}${caret}`);
	}
	if (d.hint !== null) lines.push(`${gap} ${edge("=")} ${paint(terminal, "cyan", "help")}: ${plain(d.hint)}`);
	return lines.join("\n");
}
/** `2 errors, 1 warning`; empty for none. */
function diagnosticCount(diagnostics) {
	const count = (severity) => diagnostics.filter((d) => d.severity === severity).length;
	return [
		[count("error"), "error"],
		[count("warning"), "warning"],
		[count("info"), "info"]
	].flatMap(([n, word]) => n === 0 ? [] : word === "info" ? `${n} info` : counted(n, word)).join(", ");
}
/**
* Findings as compilers print them, the gravest first: message, place, source line with carets below the token, and what to do.
* `files` is the text of every readable file by path; a finding in another one has no source line.
*/
function terminalDiagnostics(diagnostics, files, { color = false, width = 100 } = {}) {
	if (diagnostics.length === 0) return "";
	const sorted = diagnostics.toSorted(compareDiagnostics);
	return `${sorted.map((d) => shown(d, files, {
		color,
		width
	})).join("\n\n")}\n\n${diagnosticCount(sorted)}\n`;
}

// src/render/terminal-status.ts
/** Where the terminal's width is not known. */
const DEFAULT_WIDTH = 100;
const ROWS = 500;
function head({ status, terminal, emoji }) {
	const { name, progress, health, reasons, milestones } = status.project;
	const title = paint(terminal, "bold", `${name === null ? "" : `${plain(name)}: `}milestone status`);
	const last = status.activity[0];
	const asOf = last ? `as of ${instant(last.at)} · ${plain(last.id)} by ${plain(last.actor)}` : "";
	if (milestones.total === 0) return `${title}\n\nNo milestones yet. Add .milestones/active/M01.yaml; its one required line is "title: …".`;
	const figure = progress === null ? "" : percent(progress);
	const word = paint(terminal, colourOf(health), label("health", health, emoji).toUpperCase());
	const finish = status.schedule.projected_finish;
	const facts = [
		figure,
		word,
		countsText(status),
		finish === null || health === "done" ? "" : `projected finish ${finish}`
	];
	const why = health === "on_track" || health === "done" ? [] : reasons.map((r) => hanging(plain(r.text), 2, terminal));
	const line = progress === null ? "" : bar(progress, Math.min(60, terminal.width));
	return `${asOf === "" ? title : `${title}\n${paint(terminal, "dim", asOf)}`}\n\n${[
		line,
		...wrap(facts.filter((fact) => fact !== "").join(" · "), terminal.width),
		...why
	].filter((text) => text !== "").join("\n")}`;
}
/** How much a matrix line says: the bar and the variance grow with the terminal, but a title is worth more than either. */
function room({ terminal }) {
	if (terminal.width >= 130) return {
		cells: 24,
		detail: "dates"
	};
	return terminal.width >= 90 ? {
		cells: 10,
		detail: "days"
	} : {
		cells: 0,
		detail: "word"
	};
}
function cells(row, view) {
	const { emoji } = view;
	const { cells: size, detail } = room(view);
	const health = row.status === "completed" ? (row.variance_days ?? 0) > 0 ? "at_risk" : "done" : row.health;
	return [
		row.id,
		plain(row.title),
		{
			text: `${bar(row.progress, size)} ${percent(row.progress).padStart(4)}`.trim(),
			colour: colourOf(row.status)
		},
		{
			text: label("status", row.status, emoji).toUpperCase(),
			colour: colourOf(row.status)
		},
		row.due ?? "–",
		{
			text: outlook(row, detail),
			colour: colourOf(health)
		}
	];
}
function matrix(view) {
	const { status, terminal } = view;
	if (status.milestones.length === 0) return "";
	const shown = status.milestones.slice(0, ROWS);
	const columns = [
		{
			title: "ID",
			shrink: 24
		},
		{
			title: "MILESTONE",
			shrink: 12
		},
		{ title: "PROGRESS" },
		{ title: "STATUS" },
		{ title: "DUE DATE" },
		{
			title: "VARIANCE",
			shrink: 9
		}
	];
	const rows = shown.map((row) => cells(row, view));
	const missing = status.milestones.length - shown.length;
	return box(columns, rows, terminal) + (missing > 0 ? `\n… ${missing} more: --json lists all` : "");
}
function critical(view) {
	const { schedule } = view.status;
	const rows = rowsById(view.status);
	const members = schedule.critical.flatMap((id) => rows.get(id) ?? []);
	const chains = schedule.critical_paths.slice(0, 5).map((path) => shorten(path.join(" → "), view.terminal.width));
	const missing = schedule.critical_path_count - chains.length;
	if (missing > 0) chains.push(`… ${counted(missing, "more chain")}`);
	const lines = (members.length > 20 ? members.filter((row) => row.status !== "completed") : members).slice(0, 20).map((row) => {
		const mark = row.status === "completed" ? sign("status", "completed", view.emoji) : sign("health", row.health, view.emoji);
		const figure = row.status === "completed" || row.progress === 0 ? "" : `${percent(row.progress)}, `;
		return `${mark}${row.id} ${plain(row.title)} — ${figure}${plain(standing(row))}`;
	});
	return [
		...schedule.cycle ? [`Dependency cycle: ${[...schedule.cycle, schedule.cycle[0]].join(" → ")}`] : [],
		...chains,
		...tree(lines, view.terminal)
	].join("\n");
}
function dependencies({ status, emoji, terminal }) {
	const edges = status.dependencies.map((edge) => {
		const lag = edge.lag_days === 0 ? "" : ` (${signedDays(edge.lag_days)})`;
		return `${sign("edge", edge.state, emoji)}${edge.from} → ${edge.to}${lag}: ${label("edge", edge.state, false).toLowerCase()}`;
	});
	const outside = status.external.map((item) => {
		const due = item.due === null ? "" : `, due ${item.due}`;
		return `${sign("external", item.status, emoji)}${plain(item.name)} → ${item.milestone}: ${label("external", item.status, false).replace(/^(?!OK)./, (c) => c.toLowerCase())}${due}`;
	});
	const all = [...edges, ...outside];
	return [...tree(all.slice(0, 60), terminal), ...all.length > 60 ? [`… ${all.length - 60} more`] : []].join("\n");
}
function lists({ status, state, emoji, terminal }) {
	const risks = openRisks(status).slice(0, 20).map((risk) => {
		return `${risk.impact === null ? "" : `${label("impact", risk.impact, emoji)} · `}${risk.milestone}: ${plain(risk.description)}`;
	});
	const sessions = status.sessions.map((session) => {
		const by = session.by === null ? "" : ` by ${plain(session.by)}`;
		return `${session.id}: ${session.milestone ?? "no milestone"}${by}, ${session.progress === null ? "no data" : percent(session.progress)}`;
	});
	const recent = status.activity.slice(0, state.config.dashboard.activity).map((item) => hanging(`• ${instant(item.at)} · ${plain(item.id)} by ${plain(item.actor)}: ${plain(item.text)}`, 2, terminal));
	const actions = status.actions.slice(0, 15).map((item, i) => {
		const cause = item.cause === "" ? "" : ` — ${plain(item.cause)}`;
		return hanging(`${i + 1}. ${label("action", item.priority, emoji)} ${plain(item.text)}${cause}`, 3, terminal);
	});
	return [
		block(terminal, "OPEN RISKS", tree(risks, terminal).join("\n")),
		block(terminal, "ACTIVE SESSIONS", tree(sessions, terminal).join("\n")),
		block(terminal, "RECENT ACTIVITY", recent.join("\n")),
		block(terminal, "NEXT ACTIONS", actions.join("\n"))
	];
}
/** The dashboard for a terminal: health, matrix, critical path, dependencies, risks, sessions, activity, actions. */
function terminalStatus(status, state, { color = false, width = 100 } = {}) {
	const terminal = {
		color,
		width
	};
	const view = {
		status,
		state,
		terminal,
		emoji: state.config.dashboard.emoji
	};
	return `${[
		head(view),
		matrix(view),
		block(terminal, "CRITICAL PATH", critical(view)),
		block(terminal, "DEPENDENCIES", dependencies(view)),
		...lists(view)
	].filter((part) => part !== "").join("\n\n")}\n`;
}

// src/render/terminal-focus.ts
const TASKS = 100;
function tasks(milestone, state, terminal) {
	if (milestone.tasks.length === 0) return "";
	const emoji = state.config.dashboard.emoji;
	const rows = milestone.tasks.slice(0, TASKS).map((task) => [
		plain(task.title),
		{
			text: label("task", task.status, emoji).toUpperCase(),
			colour: colourOf(task.status)
		},
		task.status === "cancelled" ? "–" : percent(progressOf(task, milestone, state.config)),
		plain(task.assignedTo ?? "")
	]);
	const columns = [
		{
			title: "TASK",
			shrink: 12
		},
		{ title: "STATUS" },
		{
			title: "PROGRESS",
			right: true
		}
	];
	const assigned = rows.some((row) => row[3] !== "");
	const missing = milestone.tasks.length - rows.length;
	return box(assigned ? [...columns, {
		title: "ASSIGNEE",
		shrink: 8
	}] : columns, rows, terminal) + (missing > 0 ? `\n… ${missing} more` : "");
}
function stepLine({ task, hoursLeft, after }, i) {
	const facts = [
		hoursLeft === null ? "no estimate" : `${hours(hoursLeft)} left`,
		task.assignedTo === null ? null : plain(task.assignedTo),
		task.status === "blocked" ? "blocked" : null,
		after.length > 0 ? `after ${after.map(plain).join(", ")}` : null
	];
	return `${i + 1}. ${plain(task.title)} (${plain(task.id)}) — ${facts.filter((fact) => fact !== null).join(", ")}`;
}
function details(milestone, state, terminal) {
	const emoji = state.config.dashboard.emoji;
	const voice = terminalVoice(terminal);
	const measured = quality(milestone, emoji, voice).map(([name, found, target, result]) => `${name}: ${found} (target ${target})${result ? ` ${result}` : ""}`);
	const branches = (lines) => tree(lines, terminal).join("\n");
	const next = steps(milestone, state.config).slice(0, 30).map(stepLine);
	return [
		block(terminal, "TASKS", tasks(milestone, state, terminal)),
		block(terminal, "QUALITY", branches(measured.map((line) => line.replace("(target no target)", "(no target)")))),
		block(terminal, "SUCCESS CRITERIA", branches(criteria(milestone, emoji, voice))),
		block(terminal, "RISKS", branches(riskList(milestone, emoji, voice))),
		block(terminal, "RESOURCES", branches(resources(milestone, voice))),
		block(terminal, "NEXT STEPS", next.map((line) => hanging(line, 3, terminal)).join("\n"))
	];
}
/** The focus view of one milestone for a terminal. */
function terminalFocus(status, state, id, { color = false, width = 100 } = {}) {
	const terminal = {
		color,
		width
	};
	const row = status.milestones.find((m) => m.id === id);
	if (!row) return `${plain(id)} is not a milestone of this project.\n`;
	const voice = terminalVoice(terminal);
	const milestone = state.milestones.find((m) => m.id === id);
	const page = elsewherePage(status, state, null);
	const head = [
		paint(terminal, "bold", shorten(`${row.id} ${plain(row.title)}`, width)),
		"",
		bar(row.progress, Math.min(50, width)),
		...wrap(headline(row, page.emoji, voice), width),
		...wrap(timeline(row, status, state, voice), width),
		...reasons(row, voice).map((reason) => hanging(reason, 2, terminal)),
		...milestone?.description ? ["", ...wrap(plain(milestone.description), width)] : []
	].join("\n");
	const [tasksBlock = "", ...rest] = milestone ? details(milestone, state, terminal) : [];
	const needs = tree(blockers(row, page, voice), terminal).join("\n");
	return `${[
		head,
		tasksBlock,
		block(terminal, "DEPENDENCIES", needs),
		...rest
	].filter((part) => part !== "").join("\n\n")}\n`;
}

export { block as a, focusBody as c, terminalDiagnostics as i, focusPage as l, terminalStatus as n, box as o, diagnosticCount as r, tree as s, terminalFocus as t, paint as u };