import { a as parseDay } from "./day.js";
import { a as idKey, i as compareIds, r as ID_PATTERN, t as parseSpan } from "./span.js";
import { t as codeSpan } from "./code-span.js";

// src/model/timeline-change.ts
const TIMELINE_ALLOWED = "a shift such as `+5d`, `-3d`, `+2w` or `+1month`, or a date such as `2024-08-05`";
const SHIFT = /^([+\-–−]?) ?(\d+) ?(?:(d|days?)|(w|weeks?)|(months?))$/i;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** Far beyond any plan, and near enough for every calendar computation to stay inside four-digit years. */
const LARGEST = 9999;
/** `+5days`, `-1 day`, `+2w`, `+1month` or `2024-08-05` → the change; a string says what is wrong with the text. */
function parseTimelineChange(text) {
	const trimmed = text.trim();
	if (DATE.test(trimmed)) return parseDay(trimmed, "UTC") === void 0 ? "there is no such day in the calendar" : {
		kind: "date",
		date: trimmed
	};
	const match = SHIFT.exec(trimmed);
	if (!match) return "neither a shift nor a date";
	const [, sign, digits, days, weeks] = match;
	if (!sign) return "a shift needs a sign: `+` is later, `-` earlier";
	if (Number(digits) > LARGEST) return `at most ${LARGEST} at a time`;
	const amount = Number(digits);
	return {
		kind: "shift",
		amount: sign === "+" ? amount : 0 - amount,
		unit: days ? "d" : weeks ? "w" : "month"
	};
}

// src/model/dependency-change.ts
const DEPENDENCIES_ALLOWED = "ids such as `M03,M04` for a new list, `+M03` and `-M04` to add and remove, a lag as in `M03+2d`, or `none`";
const LAG = /^(.+?)([+\-–−] ?\d+ ?(?:d|days?|w|weeks?))$/i;
const SIGN = /^([+\-–−]) ?(.*)$/s;
function parseItem$2(text, isKnown) {
	const [, mark, rest] = SIGN.exec(text) ?? [];
	const name = rest ?? text;
	const [, before, lagText] = isKnown(name) ? [] : LAG.exec(name) ?? [];
	const id = before ?? name;
	if (!ID_PATTERN.test(id)) return id === "" ? "an entry is empty" : `${codeSpan(id)} is not an id`;
	const lag = lagText ? parseSpan(lagText.replace(/^[–−]/, "-").replace(" ", "")) : {
		amount: 0,
		unit: "d"
	};
	if (!lag) return `${codeSpan(name)} has a lag that is no number of days or weeks`;
	const sign = mark === void 0 ? null : mark === "+" ? "+" : "-";
	if (sign === "-" && lagText) return `${codeSpan(text)}: an entry that is removed takes no lag`;
	return {
		sign,
		requirement: {
			id,
			lag
		}
	};
}
/**
* `A,B` (the new list), `+A,-B` (more and fewer), `none` (an empty list), each with a lag in working days or weeks if wanted:
* `M03+2d`, `M03-1w` → the change; a string says what is wrong with the text.
*
* An id may itself end like a lag (`sprint-2w`): where `isKnown` says so, the whole is the id.
*/
function parseDependencyChange(text, isKnown = () => false) {
	if (/^none$/i.test(text.trim()) && !isKnown(text.trim())) return {
		kind: "replace",
		requires: []
	};
	const items = [];
	const seen = /* @__PURE__ */ new Set();
	for (const part of text.split(",")) {
		const item = parseItem$2(part.trim(), isKnown);
		if (typeof item === "string") return item;
		const key = idKey(item.requirement.id);
		if (seen.has(key)) return `${codeSpan(item.requirement.id)} is named twice`;
		seen.add(key);
		items.push(item);
	}
	const signed = items.filter((item) => item.sign !== null);
	if (signed.length === 0) return {
		kind: "replace",
		requires: items.map((item) => item.requirement)
	};
	if (signed.length < items.length) return "a new list and `+`/`-` entries cannot be mixed";
	return {
		kind: "adjust",
		add: items.filter((item) => item.sign === "+").map((item) => item.requirement),
		remove: items.filter((item) => item.sign === "-").map((item) => item.requirement.id)
	};
}

// src/model/milestone-list.ts
const MILESTONES_ALLOWED = "ids such as `M05,M06`, or a range such as `M05..M07`";
const NUMBERED = /^(.*?)(\d+)$/;
function parseItem$1(text) {
	if (text === "") return "an entry is empty";
	const [, from, to] = /^(.*?)\.\.(.*)$/.exec(text) ?? [];
	if (from === void 0 || to === void 0) return ID_PATTERN.test(text) ? {
		kind: "one",
		id: text
	} : `${codeSpan(text)} is not an id`;
	if (!ID_PATTERN.test(from) || !ID_PATTERN.test(to)) return `${codeSpan(text)} is not a range of ids`;
	const [, prefix, first] = NUMBERED.exec(from) ?? [];
	const [, otherPrefix, last] = NUMBERED.exec(to) ?? [];
	if (prefix === void 0 || otherPrefix === void 0 || idKey(prefix) !== idKey(otherPrefix)) return `${codeSpan(text)}: the ends of a range differ in their last number only`;
	if (Number(first) > Number(last)) return `${codeSpan(text)} runs backwards`;
	return {
		kind: "range",
		from,
		to
	};
}
/** `M05,M06` and `M05..M07` → the selectors in order; a string says what is wrong with the text. */
function parseMilestoneList(text) {
	const list = [];
	for (const part of text.split(",")) {
		const item = parseItem$1(part.trim());
		if (typeof item === "string") return item;
		list.push(item);
	}
	return list;
}
/**
* The ids that the selectors mean, each once, spelt as in `known`, in the order asked for. Both ends of a range have to exist;
* a number missing in between is no mistake. What does not exist is returned as `unknown`, as it was asked for.
*/
function selectMilestones(list, known) {
	const byKey = new Map([...known].map((id) => [idKey(id), id]));
	const sorted = [...byKey].sort(([a], [b]) => compareIds(a, b));
	const ids = /* @__PURE__ */ new Set();
	const unknown = /* @__PURE__ */ new Set();
	for (const item of list) {
		for (const asked of item.kind === "one" ? [item.id] : [item.from, item.to]) if (!byKey.has(idKey(asked))) unknown.add(asked);
		if (item.kind === "one") {
			const id = byKey.get(idKey(item.id));
			if (id !== void 0) ids.add(id);
			continue;
		}
		const [, prefix = "", first] = NUMBERED.exec(idKey(item.from)) ?? [];
		const last = NUMBERED.exec(idKey(item.to))?.[2];
		for (const [key, id] of sorted) {
			const [, itsPrefix, number] = NUMBERED.exec(key) ?? [];
			if (itsPrefix === prefix && Number(number) >= Number(first) && Number(number) <= Number(last)) ids.add(id);
		}
	}
	return {
		ids: [...ids],
		unknown: [...unknown]
	};
}

// src/model/resource-change.ts
const RESOURCES_ALLOWED = "a comma separated list of `2.5 engineers` (sets), `+0.5 engineer` or `-1 engineer` (adjusts) and `alice:50%`";
const NUMBER = String.raw`\d{1,6}(?:\.\d{1,4})?|\.\d{1,4}`;
const ROLE = new RegExp(String.raw`^([+\-–−]?) ?(${NUMBER})(?: ?FTE)? (?:of )?(\p{L}[^,:%]*)$`, "iu");
const PERSON = new RegExp(String.raw`^@?([^\s,:%@]+) ?: ?(${NUMBER}) ?%$`, "u");
const MOST_PEOPLE = 1e3;
/** Words whose final s is no plural: DevOps, analytics, sales, business, status, analysis. */
const NO_PLURAL = /(?:ss|us|is|ops|ics|sales|news|series)$/i;
/** `engineers` → `engineer`, `QA specialists` → `QA specialist`: only the last word is folded, the case stays. */
function singular(role) {
	if (NO_PLURAL.test(role)) return role;
	if (/[^aeiou\s]ies$/i.test(role)) return role.replace(/ies$/i, "y");
	if (/(?:ss|sh|ch|x)es$/i.test(role)) return role.replace(/es$/i, "");
	return role.replace(/(?<=\p{L}{2})s$/u, "");
}
/** What two spellings of one role have in common: `Engineers` and `engineer` are the same. For comparing, not for showing. */
function roleKey(role) {
	return singular(role.trim().replace(/\s+/g, " ")).toLowerCase();
}
function parseItem(text) {
	const person = PERSON.exec(text);
	if (person) {
		const allocation = Number(person[2]);
		if (allocation > 100) return `${codeSpan(text)}: nobody has more than 100%`;
		return {
			kind: "allocate",
			who: person[1] ?? "",
			allocation
		};
	}
	const [, sign, digits, words = ""] = ROLE.exec(text) ?? [];
	if (digits === void 0) return text === "" ? "an entry is empty" : `${codeSpan(text)} is not an allocation`;
	const amount = Number(digits);
	if (/^fte$/i.test(words)) return `${codeSpan(text)} names no role`;
	if (amount > MOST_PEOPLE) return `${codeSpan(text)}: at most ${MOST_PEOPLE} people`;
	const role = singular(words.trim().replace(/\s+/g, " "));
	if (!sign) return {
		kind: "set",
		role,
		fte: amount
	};
	return {
		kind: "adjust",
		role,
		fte: sign === "+" ? amount : 0 - amount
	};
}
/**
* `2.5 engineers, 1 performance specialist`, `+0.5 engineer`, `2 FTE QA`, `alice:50%` → the changes in order; a string says what
* is wrong with the text. Roles come back in the singular; compare them by `roleKey`. 0 takes a role or a person off.
*/
function parseResourceChange(text) {
	const changes = [];
	const seen = /* @__PURE__ */ new Set();
	for (const part of text.split(",")) {
		const change = parseItem(part.trim());
		if (typeof change === "string") return change;
		const key = change.kind === "allocate" ? `@${change.who.toLowerCase()}` : roleKey(change.role);
		if (seen.has(key)) return `${codeSpan(change.kind === "allocate" ? change.who : change.role)} is named twice`;
		seen.add(key);
		changes.push(change);
	}
	return changes;
}

export { parseMilestoneList as a, parseDependencyChange as c, MILESTONES_ALLOWED as i, TIMELINE_ALLOWED as l, parseResourceChange as n, selectMilestones as o, roleKey as r, DEPENDENCIES_ALLOWED as s, RESOURCES_ALLOWED as t, parseTimelineChange as u };