import { r as approversText } from "./approval.js";
import { c as outcomeText, o as looksOnly, r as emojiOf } from "./answer-parts.js";
import { a as block, i as terminalDiagnostics, n as terminalStatus, o as box, t as terminalFocus, u as paint } from "./terminal-focus.js";
import { J as plain, M as checkMark, U as clip, i as value, k as shorten, n as field, r as subject } from "./edits.js";
import { n as finishText, t as finishMove } from "./impact.js";

// src/render/terminal-answer.ts
const COLOURS = {
	applied: "green",
	requested: "yellow",
	planned: "cyan",
	shown: null,
	unchanged: null,
	refused: "red"
};
const ROWS = 100;
function edits(plan, terminal) {
	const rows = plan.edits.slice(0, ROWS).map((edit) => [
		plain(subject(edit.file)),
		plain(field(edit.path)),
		plain(clip(value(edit.before), 300)),
		plain(clip(value(edit.after), 300))
	]);
	const columns = [
		{
			title: "ID",
			shrink: 24
		},
		{
			title: "FIELD",
			shrink: 16
		},
		{
			title: "BEFORE",
			shrink: 10
		},
		{
			title: "AFTER",
			shrink: 10
		}
	];
	const missing = plan.edits.length - rows.length;
	return rows.length === 0 ? "" : box(columns, rows, terminal) + (missing > 0 ? `\n… ${missing} more` : "");
}
function impact(plan, terminal) {
	const moved = plan.impact.milestones.filter((m) => m.projectedFinish !== void 0);
	const lines = moved.slice(0, ROWS).map((m) => shorten(`  ${m.id} ${plain(m.title)}: ${finishMove(m)}`, terminal.width));
	const missing = moved.length - lines.length;
	return [
		finishText(plan.impact),
		...lines,
		...missing > 0 ? [`  … ${missing} more`] : []
	].filter((line) => line !== "").join("\n");
}
const CHECK_COLOURS = {
	ok: null,
	warning: "yellow",
	error: "red",
	"no-data": null
};
function checks(all, emoji, terminal) {
	return all.map((check) => `  ${checkMark(check, emoji)} ${paint(terminal, CHECK_COLOURS[check.mark], plain(check.text))}`).join("\n");
}
function approvals(plan) {
	return plan.approvals.map((a) => {
		return `  ${a.outcome === "automatic" ? "automatic" : `needs ${plain(approversText(a))}`}: ${plain(a.rule)} — ${plain(a.reason)}`;
	}).join("\n");
}
function refused(refusal, files, terminal) {
	const { code, message, hint, intent, diagnostics } = refusal;
	const found = diagnostics;
	return [
		`${paint(terminal, "red", `error[${code}]`)}${paint(terminal, "bold", `: ${plain(message)}`)}`,
		intent === null ? "" : `  ${paint(terminal, "blue", "-->")} ${plain(intent.text)}`,
		hint === null ? "" : `  ${paint(terminal, "blue", "=")} ${paint(terminal, "cyan", "help")}: ${plain(hint)}`,
		found.length === 0 ? "" : `\n${terminalDiagnostics(found, files, terminal).trimEnd()}`
	].filter((line) => line !== "").join("\n");
}
/** Change ids and commit, or that nothing was written. */
function footer(answer, plan) {
	if (answer.outcome === "planned" && plan) return `Nothing was written. Plan ${plan.hash}; apply just this with --plan=${plan.hash}.`;
	if (answer.outcome === "requested" && plan) {
		const id = plan.entries[0]?.id ?? "";
		return `${id} waits for approval; nothing has changed yet. An approver comments /milestone approve ${id} on GitHub.`;
	}
	if (answer.outcome === "applied" && plan) {
		const ids = plan.entries.map((entry) => entry.id).slice(0, 20);
		const files = plan.writes.map((write) => plain(write.path));
		const where = files.length > 5 ? `${files.length} files` : files.join(", ");
		const commit = answer.commit === null ? "" : `, commit ${answer.commit.sha.slice(0, 7)}`;
		return `${ids.join(", ")}: wrote ${where || "nothing"}${commit}.`;
	}
	return answer.outcome === "refused" ? "Nothing was changed." : "";
}
/**
* What a command did, for the terminal: outcome, fields before and after, who moves, checks, approvals; refusals like compiler
* errors. Read-only commands print their views, focus views or the dashboard.
*/
function terminalAnswer(answer, { color = false, width = 100 } = {}) {
	const terminal = {
		color,
		width
	};
	const emoji = emojiOf(answer);
	const { decision, state, status, outcome } = answer;
	const parts = [];
	const look = looksOnly(answer);
	if (!look) parts.push(paint(terminal, COLOURS[outcome], shorten(plain(outcomeText(answer)), width)));
	const plan = decision.kind === "planned" ? decision.plan : null;
	if (decision.kind === "refused") for (const refusal of decision.refusals) parts.push(refused(refusal, state?.files ?? /* @__PURE__ */ new Map(), terminal));
	if (plan) {
		parts.push(edits(plan, terminal), impact(plan, terminal));
		parts.push(block(terminal, "Checks", checks(plan.checks, emoji, terminal)));
		parts.push(block(terminal, "Approvals", approvals(plan)));
	}
	parts.push(...answer.views.map((view) => view.trimEnd()));
	if (status && state && answer.focus.length > 0) {
		if (outcome === "shown") for (const id of answer.focus) parts.push(terminalFocus(status, state, id, terminal).trimEnd());
	} else if (status && state && look && answer.views.length === 0) parts.push(terminalStatus(status, state, terminal).trimEnd());
	parts.push(footer(answer, plan));
	return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

export { terminalAnswer };