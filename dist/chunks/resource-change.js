import { f as ID_PATTERN, m as idKey, p as compareIds, u as parseSpan } from "./scalar.js";
import { a as parseDay } from "./day.js";
import { i as nearest, n as PRIORITIES, t as MILESTONE_STATUSES } from "./milestone-file.js";
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
const FILTERS = [
	"status",
	"owner",
	"priority",
	"label"
];
const MILESTONES_ALLOWED = "ids such as `M05,M06`, a range such as `M05..M07`, a pattern such as `M0*`, or `status:…`, `owner:…`, `priority:…`, `label:…`; commas add up";
const NUMBERED = /^(.*?)(\d+)$/;
const GLOB = /^[A-Za-z0-9._*?-]{1,64}$/;
function parseFilter(text) {
	const [, name, value = ""] = /^([a-z]+) ?: ?(.*)$/is.exec(text) ?? [];
	if (name === void 0) return null;
	const key = FILTERS.find((known) => known === name.toLowerCase());
	if (!key) {
		const meant = nearest(name, FILTERS, 2);
		return `milestones cannot be chosen by ${codeSpan(name)}${meant ? `; \`${meant}:\` is meant?` : ""}`;
	}
	if (value === "") return `${codeSpan(text)} says no value`;
	const closed = key === "status" ? MILESTONE_STATUSES : key === "priority" ? PRIORITIES : null;
	if (closed && !closed.includes(value.toLowerCase())) return `${codeSpan(value)} is no ${key}: ${closed.join(", ")}`;
	return {
		kind: "filter",
		key,
		value: closed ? value.toLowerCase() : value
	};
}
function parseItem$1(text) {
	if (text === "") return "an entry is empty";
	const filter = parseFilter(text);
	if (filter !== null) return filter;
	const [, from, to] = /^(.*?)\.\.(.*)$/.exec(text) ?? [];
	if (from === void 0 || to === void 0) {
		if (/[*?]/.test(text) && GLOB.test(text)) return {
			kind: "glob",
			pattern: text
		};
		return ID_PATTERN.test(text) ? {
			kind: "one",
			id: text
		} : `${codeSpan(text)} is not an id`;
	}
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
/** `M05,M06`, `M05..M07`, `M0*`, `status:in_progress` → the selectors in order; a string says what is wrong with the text. */
function parseMilestoneList(text) {
	const list = [];
	for (const part of text.split(",")) {
		const item = parseItem$1(part.trim());
		if (typeof item === "string") return item;
		list.push(item);
	}
	return list;
}
/** `M0*` as a test of an id key: `*` is any characters, `?` one. Walks the text once for each star; nothing backtracks further. */
function fits(pattern, key) {
	let [p, k, star, mark] = [
		0,
		0,
		-1,
		0
	];
	while (k < key.length) if (pattern[p] === "?" || pattern[p] !== "*" && pattern[p] === key[k]) {
		p++;
		k++;
	} else if (pattern[p] === "*") {
		star = p++;
		mark = k;
	} else if (star >= 0) {
		p = star + 1;
		k = ++mark;
	} else return false;
	while (pattern[p] === "*") p++;
	return p === pattern.length;
}
/** The keys (in the order of `sorted`) that one selector means, and what it names that does not exist. */
function meant(item, sorted, has) {
	const unknown = (item.kind === "one" ? [item.id] : item.kind === "range" ? [item.from, item.to] : []).filter((id) => !sorted.some(([key]) => key === idKey(id)));
	const keys = sorted.filter(([key, id]) => {
		if (item.kind === "one") return key === idKey(item.id);
		if (item.kind === "glob") return fits(idKey(item.pattern), key);
		if (item.kind === "filter") return has(id, item.key, item.value);
		const [, prefix = "", first] = NUMBERED.exec(idKey(item.from)) ?? [];
		const [, itsPrefix, number] = NUMBERED.exec(key) ?? [];
		const last = NUMBERED.exec(idKey(item.to))?.[2];
		return itsPrefix === prefix && Number(number) >= Number(first) && Number(number) <= Number(last);
	}).map(([key]) => key);
	if (keys.length === 0 && item.kind === "glob") unknown.push(item.pattern);
	if (keys.length === 0 && item.kind === "filter") unknown.push(`${item.key}:${item.value}`);
	return {
		keys,
		unknown
	};
}
/**
* The ids that the selectors mean, each once, spelt as in `known`, in the order asked for; together they are a union. Both
* ends of a range have to exist; a number missing in between is no mistake. What does not exist, and patterns and filters
* that nothing fits, are returned as `unknown`, as they were asked for. `has` answers for filters.
*/
function selectMilestones(list, known, has = () => false) {
	const byKey = new Map([...known].map((id) => [idKey(id), id]));
	const sorted = [...byKey].sort(([a], [b]) => compareIds(a, b));
	const ids = /* @__PURE__ */ new Set();
	const unknown = /* @__PURE__ */ new Set();
	for (const item of list) {
		const found = meant(item, sorted, has);
		for (const key of found.keys) ids.add(byKey.get(key) ?? key);
		for (const name of found.unknown) unknown.add(name);
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