import { B as signedDays, D as table, E as title, H as percent, J as plain, N as label, R as days, S as more, U as clip, _ as chain, q as md } from "./edits.js";

// src/render/change-subject.ts
/** Options that say how a command runs or where it applies, not what it changes. */
const MANNER = /* @__PURE__ */ new Set([...[
	"bulk",
	"milestones",
	"force",
	"dry-run",
	"plan",
	"reason",
	"monitor",
	"dashboard",
	"analytics",
	"calendar-days"
], ...[
	"json",
	"format",
	"commit",
	"push",
	"actor",
	"now"
]]);
const SHIFT = /^([+-]) ?(\d+) ?(d|days?|w|weeks?|m|months?)$/i;
const UNITS = {
	d: "day",
	w: "week",
	m: "month"
};
/** `+5days` → `+5 days`, `-1w` → `-1 week`; anything else stays as it is. */
function shiftText(text) {
	const [, sign, amount, unit] = SHIFT.exec(text.trim()) ?? [];
	if (sign === void 0 || amount === void 0 || unit === void 0) return text;
	return `${sign}${amount} ${UNITS[unit.charAt(0).toLowerCase()] ?? unit}${Number(amount) === 1 ? "" : "s"}`;
}
function option(name, given, values) {
	if (typeof given !== "string" || !values) return name;
	const text = shiftText(plain(given));
	return text.length <= 16 && /^[\w+.:, -]+$/.test(text) ? `${name} ${text}` : name;
}
/** True if the command asks for a change, not only for a look at the dashboard or a milestone. */
function asksChange(intent) {
	return Object.entries(intent.options).some(([name, given]) => !MANNER.has(name) && given !== false);
}
/** The milestones that a command names, as argument or by `--milestones`. */
function targets(intent) {
	const listed = intent.options["milestones"];
	const bulk = typeof listed === "string" ? listed.split(",") : [];
	return [...new Set([...intent.args, ...bulk].map((id) => plain(id)).filter((id) => id !== ""))];
}
function phrase(intents, values, ids) {
	const verbs = [...new Set(intents.map((intent) => intent.verb))].join(" and ");
	const all = [...new Set(intents.flatMap(targets))];
	const named = ids && all.length <= 3 ? all.join(", ") : `${all.length} milestones`;
	const same = new Set(intents.map((intent) => JSON.stringify(intent.options))).size === 1;
	const changed = /* @__PURE__ */ new Map();
	for (const intent of intents) for (const [name, given] of Object.entries(intent.options)) if (!MANNER.has(name) && given !== false) changed.set(name, option(name, given, values && same));
	return [
		verbs,
		all.length === 0 ? "" : named,
		[...changed.values()].join(", ")
	].filter((part) => part !== "").join(" ");
}
/** What the commands change in one line of at most `limit` characters: `update M05 timeline +5 days`. */
function changeSubject(intents, limit) {
	const tries = [
		phrase(intents, true, true),
		phrase(intents, false, true),
		phrase(intents, false, false)
	];
	return tries.find((text) => text.length <= limit) ?? clip(tries[2] ?? "", limit);
}

// src/render/impact.ts
const ROWS = 30;
function arrow(shift, text) {
	if (shift === void 0) return "";
	const side = (value) => value === null || value === void 0 ? "no data" : text(value);
	return `${side(shift.before)} → ${side(shift.after)}`;
}
/** `2024-08-05 → 2024-08-10 (+5 days)`; empty if the projected finish stays. */
function finishMove(moved) {
	const by = moved.finishDays === void 0 ? "" : ` (${signedDays(moved.finishDays)})`;
	return moved.projectedFinish === void 0 ? "" : arrow(moved.projectedFinish, String) + by;
}
/** What becomes of the project's projected finish, in one sentence. */
function finishText({ projectFinish, projectFinishDays }) {
	const { before, after } = projectFinish;
	if (before === after) return after === null ? "" : `The project still finishes on ${after}.`;
	const by = before === null || after === null ? "" : ` (${signedDays(projectFinishDays).replace("day", "working day")})`;
	return `The project's projected finish moves: ${before ?? "no data"} → ${after ?? "no data"}${by}.`;
}
/** Every milestone that moves, edited ones first, with dates, float, criticality and health before → after. */
function impactTable({ milestones }, emoji) {
	const moved = milestones.filter((m) => !m.edited || Object.keys(m).length > 3);
	if (moved.length === 0) return "";
	const rows = [...moved.filter((m) => m.edited), ...moved.filter((m) => !m.edited)].slice(0, ROWS).map((m) => [
		md(m.id),
		title(m.title),
		arrow(m.due, String),
		finishMove(m),
		arrow(m.totalFloat, days),
		arrow(m.critical, (value) => value ? "yes" : "no"),
		arrow(m.health, (value) => label("health", value, emoji)),
		arrow(m.progress, percent)
	]);
	const columns = [
		"ID",
		"Milestone",
		...[
			"Due",
			"Projected finish",
			"Float",
			"Critical",
			"Health",
			"Progress"
		].map((name) => ({
			title: name,
			optional: true
		}))
	];
	return table(columns, rows) + more(moved.length - ROWS, "that move");
}
/** How the critical path and the people assigned change; one line each, only if they do. */
function impactLines({ criticalPaths: { before, after }, assigned }) {
	const text = (paths) => paths.length === 0 ? "none" : paths.slice(0, 3).map(chain).join("; ") + (paths.length > 3 ? "; …" : "");
	const lines = assigned.slice(0, ROWS).map(({ id, fte }) => `- Assigned to ${md(id)}: ${round(fte.before)} → ${round(fte.after)} FTE`);
	if (JSON.stringify(before) !== JSON.stringify(after)) lines.push(`- Critical path: ${text(before)} ⇒ ${text(after)}`);
	return lines.join("\n");
}
function round(value) {
	return Math.round(value * 100) / 100;
}

export { asksChange as a, impactTable as i, finishText as n, changeSubject as o, impactLines as r, finishMove as t };