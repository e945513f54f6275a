import { r as approversText } from "./approval.js";
import { a as asksChange, o as changeSubject } from "./impact.js";
import { L as counted, M as checkMark, U as clip, W as code, Y as prose, d as activity, l as overview, m as sessions, q as md, s as asOf, u as matrix, v as criticalPath } from "./edits.js";
import { c as focusBody } from "./terminal-focus.js";

// src/render/answer-parts.ts
const REFUSALS = 20;
const DIAGNOSTICS = 10;
const OUTCOMES = {
	applied: ["✅", "Applied"],
	requested: ["⏳", "Waiting for approval"],
	planned: ["👀", "Planned (dry run)"],
	shown: ["📊", "Milestone status"],
	unchanged: ["➖", "Nothing to change"],
	refused: ["❌", "Refused"]
};
/** Signs are on unless the store's policy turns them off; an unreadable store has no policy. */
function emojiOf(answer) {
	return answer.state?.config.dashboard.emoji ?? true;
}
/** True if the answer is the dashboard or a focus view itself: `status`, or `update` without anything to change. */
function looksOnly(answer) {
	return answer.outcome === "shown" || answer.outcome === "unchanged" && !answer.intents.some(asksChange);
}
/** The outcome in a few words, with what it was about where that is known. */
function outcomeText(answer) {
	const look = looksOnly(answer);
	const [sign, words] = OUTCOMES[look ? "shown" : answer.outcome];
	const about = look ? "" : changeSubject(answer.intents, 80);
	return `${emojiOf(answer) ? `${sign} ` : ""}${words}${about === "" ? "" : `: ${about}`}`;
}
/** Who, under which id, in which commit; or that nothing was written. */
function outcomeLine(answer) {
	const { decision, commit, outcome } = answer;
	const plan = decision.kind === "planned" ? decision.plan : null;
	if (outcome === "refused") return `Nothing was changed. Asked by ${md(answer.actor)}.`;
	if (plan === null) {
		if (commit !== null) return `Generated files brought up to date in commit ${commitLink(commit)}.`;
		return looksOnly(answer) ? "" : "The files already say so. Nothing was written.";
	}
	if (outcome === "planned") return `Nothing was written. Plan ${code(plan.hash)}: the same command with \`--plan=${plan.hash}\` applies it only if nothing has changed until then.`;
	if (outcome === "requested") {
		const id = plan.entries[0]?.id ?? "";
		return `Nothing has changed yet. ${code(id)} was asked for by ${md(answer.actor)}; an approver comments \`/milestone approve ${id}\`, or \`/milestone reject ${id} --reason="…"\`.`;
	}
	const ids = plan.entries.map((entry) => code(entry.id)).slice(0, 20);
	return `${[
		ids.length === 0 ? "" : `${ids.length === 1 ? "Change" : "Changes"} ${ids.join(", ")}`,
		`by ${md(answer.actor)}`,
		commit === null ? "" : `in commit ${commitLink(commit)}`
	].filter((part) => part !== "").join(" ")}.`;
}
function commitLink(commit) {
	const sha = code(commit.sha.slice(0, 7));
	return commit.url === null ? sha : `[${sha}](${encodeURI(commit.url)})`;
}
/** Checks as a list, each with its mark. */
function checkList(checks, emoji) {
	return checks.slice(0, 50).map((check) => `- ${checkMark(check, emoji)} ${prose(clip(check.text, 500))}`).join("\n");
}
/** What was applied on whose authority, and whose approval is missing; the missing ones first. */
function approvalList({ approvals }, emoji) {
	const needed = approvals.filter((a) => a.outcome === "required");
	const automatic = approvals.filter((a) => a.outcome === "automatic");
	const lines = needed.map((a) => `- ${emoji ? "⏳ " : ""}Needs ${md(approversText(a))}: ${md(a.rule)} — ${prose(a.reason)}${deadlines(a)}`);
	for (const a of automatic.slice(0, 20)) lines.push(`- ${emoji ? "✅ " : ""}Automatic: ${md(a.rule)} — ${prose(a.reason)}`);
	return lines.join("\n");
}
function deadlines({ answerBy, expires }) {
	return (answerBy === null ? "" : `; an answer is wanted by ${answerBy}`) + (expires === null ? "" : `; expires after ${expires}`);
}
function refusalText(refusal, emoji) {
	const { intent, message, hint, diagnostics } = refusal;
	const command = intent === null ? "" : `${code(clip(intent.text, 200))}: `;
	const found = diagnostics.slice(0, DIAGNOSTICS).map((d) => {
		const help = d.hint === null ? "" : ` — ${prose(clip(d.hint, 300))}`;
		return `  - ${code(`${d.file}:${d.line}:${d.column}`)} ${prose(clip(d.message, 300))}${help}`;
	});
	const missing = diagnostics.length - found.length;
	return [
		`- ${command}${prose(clip(message, 1e3))}`,
		hint === null ? "" : `  <br>${emoji ? "💡 " : ""}${prose(clip(hint, 1e3))}`,
		...found,
		missing > 0 ? `  - … ${missing} more: run \`git milestone validate\`` : ""
	].filter((line) => line !== "").join("\n");
}
/** What was wrong with each command, how to mend it, and where. */
function refusalList(refusals, emoji) {
	const shown = refusals.slice(0, REFUSALS).map((refusal) => refusalText(refusal, emoji));
	const missing = refusals.length - shown.length;
	return [...shown, ...missing > 0 ? [`- … ${counted(missing, "more refusal")}`] : []].join("\n");
}
/** The four phases of the run, each with what its checks found. */
function phaseText({ phases }, emoji) {
	return phases.map((phase) => `**${md(phase.title)}**\n\n${checkList(phase.lines, emoji)}`).join("\n\n");
}
/** The dashboard's part in a reply: health, matrix, critical path; sessions and activity if they are asked for. */
function excerpt(page, sections) {
	return [...sections.dashboard ? [
		overview(page),
		asOf(page),
		matrix(page),
		titled("Critical path", criticalPath(page))
	] : [], ...sections.monitor ? [titled("Active sessions", sessions(page)), titled("Recent activity", activity(page))] : []].filter((part) => part !== "").join("\n\n");
}
/** The focus views that were asked for. */
function focusText(page, ids) {
	return ids.slice(0, 5).map((id) => focusBody(page, id, "####")).join("\n\n");
}
function titled(name, text) {
	return text === "" ? "" : `**${name}**\n\n${text}`;
}

export { focusText as a, outcomeText as c, excerpt as i, phaseText as l, checkList as n, looksOnly as o, emojiOf as r, outcomeLine as s, approvalList as t, refusalList as u };