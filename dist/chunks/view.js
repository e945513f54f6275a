import "./project-health.js";
import "./progress.js";
import { J as plain, L as counted, U as clip, W as code, Y as prose, f as diagnosticTable, i as value, k as shorten, n as field, o as statusPage, q as md, r as subject, z as instant } from "./edits.js";
import { a as block, i as terminalDiagnostics, l as focusPage, n as terminalStatus, r as diagnosticCount, s as tree, t as terminalFocus, u as paint } from "./terminal-focus.js";

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
function replyView(intent, state) {
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
/** The same as a Markdown page of its own, for `--format=md`. */
function viewMarkdown(intent, state, status) {
	const id = asked(intent, state);
	return replyView(intent, state) ?? (id === null ? statusPage(status, state) : focusPage(status, state, id));
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

export { viewTerminal as a, viewMarkdown as i, entriesOf as n, replyView as r, diagnosticSummary as t };