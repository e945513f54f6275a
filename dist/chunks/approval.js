import { _ as boolean, b as number, c as text, h as _enum, l as texts, n as date, y as looseObject } from "./scalar.js";

// src/model/approval.ts
/** How an approval rule stands in a journal entry. */
const approvalSchema = looseObject({
	rule: text,
	outcome: _enum(["automatic", "required"]).nullish(),
	reason: text.nullish(),
	any: texts.nullish(),
	count: number().int().positive().nullish(),
	all: texts.nullish(),
	self_approval: boolean().nullish(),
	answer_by: date.nullish(),
	expires: date.nullish()
});
/** A decision as the journal has it → the decision with every key present. */
function toApproval(raw) {
	return {
		rule: raw.rule,
		outcome: raw.outcome ?? "automatic",
		reason: raw.reason ?? "",
		any: raw.any ?? [],
		count: raw.count ?? 1,
		all: raw.all ?? [],
		selfApproval: raw.self_approval ?? false,
		answerBy: raw.answer_by ?? null,
		expires: raw.expires ?? null
	};
}
/** The inverse of `toApproval`, without what goes without saying. */
function approvalFile(decision) {
	const { rule, outcome, reason, any, count, all, selfApproval, answerBy, expires } = decision;
	return {
		rule,
		outcome,
		...reason === "" ? {} : { reason },
		...any.length > 0 ? {
			any: [...any],
			count
		} : {},
		...all.length > 0 ? { all: [...all] } : {},
		...selfApproval ? { self_approval: true } : {},
		...answerBy === null ? {} : { answer_by: answerBy },
		...expires === null ? {} : { expires }
	};
}
/** Everybody a decision names, for people: `sponsor`, `2 of alice, bob`, `finance and sponsor`. */
function approversText({ any, count, all }) {
	const some = any.length === 0 ? "" : count > 1 ? `${count} of ${any.join(", ")}` : any.join(" or ");
	return [all.join(" and "), some].filter((part) => part !== "").join(", and ") || "an approver";
}

export { toApproval as i, approvalSchema as n, approversText as r, approvalFile as t };