import { t as Temporal } from "./temporal.js";
import { a as looseObject, c as string, i as literal, l as union$1, n as array, o as number$1, r as boolean, s as record, t as _enum, u as unknown } from "./zod.js";
import { t as require_dist } from "./yaml.js";

// src/model/day.ts
const MS_PER_DAY$1 = 864e5;
/** 1900-01-01 and 9999-12-31. Beyond these a date has no text of ten characters, or stands in no plan: the engine stops there. */
const FIRST_DAY = Date.UTC(1900, 0, 1) / MS_PER_DAY$1;
const LAST_DAY = Date.UTC(9999, 11, 31) / MS_PER_DAY$1;
const DATE$1 = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})[Tt ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s*([Zz]|[+-]\d{2}:?\d{2})?$/;
/** `2024-02-29` → its day number; undefined for anything else, dates that do not exist included. */
function parseDate(text) {
	const match = DATE$1.exec(text);
	if (!match) return void 0;
	const day = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / MS_PER_DAY$1;
	return formatDay(day) === text ? day : void 0;
}
/**
* An ISO 8601 date, or a date-time, as the day it falls on in `timeZone`.
* A date-time without an offset is read as local time there. Returns undefined for text that is neither, and before 1900.
*/
function parseDay(text, timeZone) {
	const date = parseDate(text);
	if (date !== void 0) return date;
	const match = DATE_TIME.exec(text);
	if (!match) return void 0;
	if (parseDate(match[1] ?? "") === void 0) return void 0;
	if (match[4] === void 0) return parseDate(match[1] ?? "");
	const instant = parseInstant(text);
	return instant === void 0 ? void 0 : withinCalendar(dayOfInstant(instant, timeZone));
}
/** An ISO 8601 date-time with an offset as an exact instant in epoch milliseconds; undefined if it is not one. */
function parseInstant(text) {
	try {
		return Temporal.Instant.from(text.replace(" ", "T")).epochMilliseconds;
	} catch {
		return;
	}
}
/** The calendar day on which an instant (epoch milliseconds) falls in `timeZone`. */
function dayOfInstant(epochMs, timeZone) {
	if (timeZone === "UTC") return Math.floor(epochMs / MS_PER_DAY$1);
	const date = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone).toPlainDate();
	return Date.UTC(date.year, date.month - 1, date.day) / MS_PER_DAY$1;
}
/** The day itself, or the end of the calendar where it lies beyond. */
function withinCalendar(day) {
	return Math.min(LAST_DAY, Math.max(FIRST_DAY, day));
}
/** The day as `YYYY-MM-DD`; one beyond the calendar as its first or last day. */
function formatDay(day) {
	return (/* @__PURE__ */ new Date(withinCalendar(day) * MS_PER_DAY$1)).toISOString().slice(0, 10);
}
/** Day of the week, 0 = Monday … 6 = Sunday. */
function weekday(day) {
	return ((day + 3) % 7 + 7) % 7;
}
/** Calendar months later, the day of the month clamped to the month's length (31 January + 1 month = 28 or 29 February). */
function addMonths(day, months) {
	const date = Temporal.PlainDate.from(formatDay(day)).add({ months });
	return Date.UTC(date.year, date.month - 1, date.day) / MS_PER_DAY$1;
}
/** True for a name of the IANA time zone database that this runtime knows. */
function isTimeZone(name) {
	try {
		Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
		return true;
	} catch {
		return false;
	}
}

// src/model/code-span.ts
const LONGEST = 80;
/**
* What a person wrote, for use inside a message: one line in backticks, shortened, so that neither Markdown, a mention nor a
* terminal makes anything else of it.
*/
function codeSpan(text) {
	const line = text.toWellFormed().replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]+/g, " ");
	const characters = Array.from(line.replaceAll("`", "'").trim());
	const shown = characters.length > LONGEST ? `${characters.slice(0, 79).join("")}…` : characters.join("");
	return `\`${shown === "" ? " " : shown}\``;
}

// src/model/nearest.ts
/**
* Optimal string alignment distance (Damerau–Levenshtein without repeated edits): insertions, deletions, substitutions and
* swaps of neighbours each cost one.
*/
function distance(a, b) {
	let twoAgo = [];
	let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const cost = a[i - 1] === b[j - 1] ? 0 : 1;
			let best = Math.min((row[j - 1] ?? 0) + 1, (previous[j] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (twoAgo[j - 2] ?? 0) + 1);
			row.push(best);
		}
		twoAgo = previous;
		previous = row;
	}
	return previous[b.length] ?? 0;
}
/** Words of fewer letters than this are another word two edits away: `zoe` is no mistyped `bob`. */
const SHORT = 5;
/**
* The candidate closest to `word`, ignoring case, if at most `limit` edits away (one for a short word): the "did you mean".
*/
function nearest(word, candidates, limit = 1) {
	const lower = word.toLowerCase();
	let best;
	const most = word.length < SHORT ? Math.min(limit, 1) : limit;
	let bestDistance = most + 1;
	for (const candidate of candidates) {
		if (Math.abs(candidate.length - word.length) > most) continue;
		const d = distance(lower, candidate.toLowerCase());
		if (d < bestDistance) {
			best = candidate;
			bestDistance = d;
		}
	}
	return best;
}

// src/model/id.ts
/** Milestone, session and task ids double as file names, so they hold nothing a file system or a shell could misread. */
const ID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
/** Two ids are the same if they differ in case only: many file systems cannot keep both. */
function idKey(id) {
	return id.toLowerCase();
}
const isDigit = (code) => code >= 48 && code <= 57;
/** The end of the run of digits that begins at `from`. */
function digitsEnd(text, from) {
	let end = from;
	while (end < text.length && isDigit(text.charCodeAt(end))) end++;
	return end;
}
/**
* Natural order: `M2` before `M10`. Locale-independent, so every machine writes the same bytes. Compares in place: stores of
* thousands of files are sorted by it.
*/
function compareIds(a, b) {
	let i = 0;
	let j = 0;
	while (i < a.length && j < b.length) {
		const x = a.charCodeAt(i);
		const y = b.charCodeAt(j);
		if (isDigit(x) && isDigit(y)) {
			const [endX, endY] = [digitsEnd(a, i), digitsEnd(b, j)];
			const [left, right] = [a.slice(i, endX), b.slice(j, endY)];
			if (left !== right) return Number(left) - Number(right) || (left < right ? -1 : 1);
			i = endX;
			j = endY;
		} else if (x !== y) {
			if (i > 0 && !isDigit(a.charCodeAt(i - 1)) && isDigit(x) !== isDigit(y)) return isDigit(x) ? -1 : 1;
			return x - y;
		} else {
			i++;
			j++;
		}
	}
	return a.length - i - (b.length - j);
}
/** The id that a file of the store stands for: `active/M05.yaml` → `M05`, `archive/M00/milestone.yaml` → `M00`. */
function idOfFile(file) {
	const parts = file.split("/");
	const name = parts.at(-1) ?? "";
	return /^milestone\.ya?ml$/.test(name) ? parts.at(-2) ?? "" : name.replace(/\.ya?ml$/i, "");
}

// src/model/span.ts
/** The largest number of days or weeks that a span may name: far beyond any plan, and near enough to count with. */
const LONGEST_SPAN = 9999;
const SPAN = /^([+-]?\d+) ?(?:(d|days?)|(w|weeks?))$/i;
/** `5d`, `+2 weeks`, `-1day` → a span; undefined for anything else. */
function parseSpan(text) {
	const match = SPAN.exec(text.trim());
	if (!match) return void 0;
	return {
		amount: Number(match[1]) + 0,
		unit: match[2] ? "d" : "w"
	};
}
/** True for a span that the store takes: at most `LONGEST_SPAN` days or weeks, forward or back. */
function isBounded({ amount }) {
	return Math.abs(amount) <= LONGEST_SPAN;
}
/** The span in working days; a week counts as many as the calendar has working days (five, unless configured). */
function spanDays(span, workdaysPerWeek) {
	return span.unit === "d" ? span.amount : span.amount * workdaysPerWeek;
}

// src/model/timeline-change.ts
const TIMELINE_ALLOWED = "a shift such as `+5d`, `-3d`, `+2w` or `+1month`, or a date such as `2024-08-05`";
const SHIFT = /^([+\-–−]?) ?(\d+) ?(?:(d|days?)|(w|weeks?)|(months?))$/i;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
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
	if (Number(digits) > 9999) return `at most ${LONGEST_SPAN} at a time`;
	const amount = Number(digits);
	return {
		kind: "shift",
		amount: sign === "+" ? amount : 0 - amount,
		unit: days ? "d" : weeks ? "w" : "month"
	};
}

// src/model/scalar.ts
/** The largest figures of each kind that the store takes. Figures beyond these are slips of the hand, and overflow. */
const MOST = {
	amount: 1e6,
	money: 0xe8d4a51000,
	people: 1e3,
	percent: 1e3
};
/** A date of a year in which no project was planned. The last day that can be written is 9999-12-31. */
const BEFORE_1900 = /^(0\d|1[0-8])\d{2}-\d{2}-\d{2}/;
/**
* The scalars of the store's YAML. Every optional key also accepts an empty value (`owner:`), which YAML reads as null
* and people mean as "not given".
*/
const date = string().refine((text) => BEFORE_1900.test(text) || parseDay(text, "UTC") !== void 0, { params: { code: "bad-date" } }).refine((text) => !BEFORE_1900.test(text), { params: { code: "far-date" } }).meta({
	description: "ISO 8601 date (2024-07-28) or date-time (2024-07-28T09:00:00Z)",
	pattern: "^(19|[2-9]\\d)\\d{2}-\\d{2}-\\d{2}([Tt ].+)?$"
});
const isShort = (text) => {
	const span = parseSpan(text);
	return span === void 0 || isBounded(span);
};
const span = string().refine((text) => (parseSpan(text)?.amount ?? -1) >= 0, { params: { code: "bad-span" } }).refine(isShort, { params: { code: "long-span" } }).meta({
	description: "Working days or weeks: 5d, 2w, 0d",
	pattern: "^\\+?0*\\d{1,4} ?([dD]|[wW]|days?|weeks?)$"
});
const lag = string().refine((text) => parseSpan(text) !== void 0, { params: { code: "bad-span" } }).refine(isShort, { params: { code: "long-span" } }).meta({
	description: "Working days or weeks of lag, or negative for a lead: 2d, -1d, 1w",
	pattern: "^[+-]?0*\\d{1,4} ?([dD]|[wW]|days?|weeks?)$"
});
const id = string().refine((text) => ID_PATTERN.test(text), { params: { code: "bad-id" } }).meta({
	description: "Letters, digits, dot, underscore and hyphen; at most 64",
	pattern: ID_PATTERN.source
});
const percentage = number$1().min(0).max(100);
const probability = number$1().min(0).max(1);
/** Hours, rates, weights: what a project can hold, and what sums and products of them can be counted with exactly. */
const amount = number$1().min(0).max(MOST.amount);
const money = number$1().min(0).max(MOST.money);
/** Full-time equivalents. */
const people$1 = number$1().min(0).max(MOST.people);
/** Percent that may exceed the whole: a share of a working day, a buffer. */
const excess = number$1().min(0).max(MOST.percent);
const measured = number$1().min(-MOST.money).max(MOST.money);
const text = string();
const texts = array(string());
/** The same where the key may be left out or empty. Shared: making a schema takes long, and these stand in a hundred places. */
const optional = {
	date: date.nullish(),
	span: span.nullish(),
	id: id.nullish(),
	percentage: percentage.nullish(),
	amount: amount.nullish(),
	money: money.nullish(),
	people: people$1.nullish(),
	excess: excess.nullish(),
	measured: measured.nullish(),
	text: text.nullish(),
	texts: texts.nullish(),
	flag: boolean().nullish()
};

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
const phase = looseObject({ status: optional.text });
const workflowSchema = looseObject({
	enabled: optional.flag,
	current_phase: optional.text,
	phases: looseObject({
		design: phase.nullish(),
		spec: phase.nullish(),
		task: phase.nullish(),
		execute: phase.nullish()
	}).nullish()
});
const taskSchema = looseObject({
	id: optional.id,
	title: optional.text,
	status: _enum(TASK_STATUSES).nullish(),
	progress: optional.percentage,
	estimated_hours: optional.amount,
	actual_hours: optional.amount,
	rework_hours: optional.amount,
	defects: number$1().int().min(0).max(MOST.amount).nullish(),
	skill: optional.text,
	assigned_to: optional.text,
	depends_on: array(id).nullish(),
	dependencies: array(id).nullish().meta({ description: "The same as depends_on" }),
	issue: number$1().int().positive().nullish().meta({ description: "Number of the GitHub issue" }),
	completed_at: optional.date,
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
	estimated_start: optional.date.meta({ description: "Start no earlier than" }),
	estimated_end: optional.date.meta({ description: "The due date: a commitment, moved by --timeline" }),
	estimated_hours: optional.amount,
	duration: optional.span,
	optimistic: optional.span,
	pessimistic: optional.span,
	buffer_percentage: union$1([excess, text.regex(/^\d{1,3}(\.\d+)? ?%$/, "a percentage below 1000, such as 20%")]).nullish(),
	baseline_end: optional.date,
	actual_start: optional.date,
	actual_end: optional.date,
	actual_hours: optional.amount,
	debt_hours: optional.amount
});
const progressSchema = looseObject({
	percentage: optional.percentage,
	overall_percentage: optional.percentage.meta({ description: "The same as percentage" }),
	last_update: optional.date
});
const requirement = union$1([id, looseObject({
	id,
	lag: lag.nullish()
})]);
const external = union$1([text, looseObject({
	name: text,
	status: _enum(EXTERNAL_STATUSES).nullish(),
	progress: optional.percentage,
	owner: optional.text,
	due: optional.date,
	note: optional.text,
	resolved_at: optional.date
})]);
const dependenciesSchema = looseObject({
	requires: array(requirement).nullish(),
	enables: array(id).nullish(),
	external: array(external).nullish()
});
const resource = looseObject({
	role: optional.text,
	who: optional.text,
	fte: optional.people,
	skill: optional.text,
	allocation: optional.excess.meta({ description: "Percent of a full working day" })
});
/** The original command set lists people, skills and tools apart. */
const resourceLists = looseObject({
	team_members: optional.texts,
	skills_required: optional.texts,
	tools_needed: optional.texts
});
const risk = looseObject({
	id: optional.text,
	description: optional.text,
	probability: probability.nullish(),
	impact: _enum([
		"low",
		"medium",
		"high",
		"critical"
	]).nullish(),
	delay: optional.span,
	mitigation: optional.text,
	status: _enum(RISK_STATUSES).nullish(),
	identified_at: optional.date,
	occurred_at: optional.date,
	resolved_at: optional.date,
	escalated: optional.flag
});
const quality = looseObject({
	name: text,
	value: optional.measured,
	target: optional.measured,
	unit: optional.text,
	better: _enum(["higher", "lower"]).nullish()
});
const criterion = union$1([text, looseObject({
	text,
	verified: union$1([boolean(), literal("partial")]).nullish()
})]);
const deliverable = union$1([text, looseObject({
	name: text,
	type: optional.text,
	status: optional.text,
	acceptance_criteria: optional.texts
})]);
const milestoneSchema = looseObject({
	id: optional.id.meta({ description: "Optional; if present it must equal the file name" }),
	title: text.min(1),
	description: optional.text.meta({ description: "The scope; --scope edits it" }),
	status: _enum([
		...MILESTONE_STATUSES,
		"pending",
		"active"
	]).nullish(),
	priority: _enum(PRIORITIES).nullish(),
	category: optional.text,
	owner: optional.text,
	created_at: optional.date,
	completed_at: optional.date,
	timeline: timelineSchema.nullish(),
	progress: union$1([percentage, progressSchema]).nullish(),
	success_criteria: array(criterion).nullish(),
	deliverables: array(deliverable).nullish(),
	tasks: array(taskSchema).nullish(),
	dependencies: union$1([array(requirement), dependenciesSchema]).nullish(),
	resources: union$1([array(union$1([text, resource])), resourceLists]).nullish(),
	budget: looseObject({
		currency: optional.text,
		planned: optional.money,
		actual: optional.money
	}).nullish(),
	risks: union$1([array(union$1([text, risk])), looseObject({})]).nullish(),
	quality: array(quality).nullish(),
	acceptance: looseObject({
		first_time: optional.flag,
		satisfaction: amount.max(5).nullish()
	}).nullish(),
	sign_offs: array(looseObject({
		kind: _enum(SIGN_OFF_KINDS),
		by: text,
		at: optional.date
	})).nullish(),
	labels: optional.texts,
	github: looseObject({ milestone: number$1().int().positive().nullish() }).nullish(),
	kiro_configuration: looseObject({ phase_weights: record(string(), amount).nullish() }).nullish().meta({ description: "Of the original command set; only phase_weights counts" })
});

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
function parseItem$2(text) {
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
		const item = parseItem$2(part.trim());
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

// src/model/dependency-change.ts
const DEPENDENCIES_ALLOWED = "ids such as `M03,M04` for a new list, `+M03` and `-M04` to add and remove, a lag as in `M03+2d`, or `none`";
const LAG = /^(.+?)([+\-–−] ?\d+ ?(?:d|days?|w|weeks?))$/i;
const SIGN = /^([+\-–−]) ?(.*)$/s;
function parseItem$1(text, isKnown) {
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
	if (!isBounded(lag)) return `${codeSpan(name)} has a lag that is too long: at most ${LONGEST_SPAN} days or weeks`;
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
		const item = parseItem$1(part.trim(), isKnown);
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

// src/model/effort-change.ts
const EFFORT_ALLOWED = "hours to add or take off, such as `+15h` or `-4h`, or a new figure such as `40h`";
const EFFORT = /^([+\-–−]?) ?(\d{1,6}(?:\.\d{1,2})?) ?(?:h|hrs?|hours?)$/i;
/** `+15h`, `-4 hours` or `40h` → the change; a string says what is wrong with the text. */
function parseEffortChange(text) {
	const [, sign, digits] = EFFORT.exec(text.trim()) ?? [];
	if (digits === void 0) return /^[+\-–−]? ?[\d.]+$/.test(text.trim()) ? "hours need their unit, `h`" : `${codeSpan(text)} is no number of hours`;
	const hours = Number(digits);
	if (!sign) return {
		kind: "set",
		hours
	};
	return {
		kind: "shift",
		hours: sign === "+" ? hours : 0 - hours
	};
}

// src/model/new-risk.ts
const RISK_ALLOWED = "`description; probability=40%; impact=high; delay=3d; mitigation=text`, where all behind the description may be left out";
const IMPACTS = [
	"low",
	"medium",
	"high",
	"critical"
];
const KEYS = [
	"probability",
	"impact",
	"delay",
	"mitigation"
];
function probabilityOf(text) {
	const [, digits, percent] = /^(\d{1,3}(?:\.\d{1,4})?|\.\d{1,4}) ?(%?)$/.exec(text) ?? [];
	if (digits === void 0) return `${codeSpan(text)} is no probability`;
	const value = percent ? Math.round(Number(digits) * 100) / 1e4 : Number(digits);
	return value > 1 ? `a probability of ${codeSpan(text)} is above 100%` : value;
}
function delayOf(text) {
	const span = parseSpan(text);
	if (!span) return `${codeSpan(text)} is no number of days or weeks`;
	if (!isBounded(span)) return `${codeSpan(text)} is too long: a delay is at most ${LONGEST_SPAN} days or weeks`;
	return span.amount < 0 ? "a delay cannot be negative" : { text: `${span.amount}${span.unit}` };
}
function keyValue(key, text) {
	if (text === "") return `\`${key}\` is empty`;
	if (key === "mitigation") return { mitigation: text };
	if (key === "impact") {
		const impact = IMPACTS.find((name) => name === text.toLowerCase());
		return impact ? { impact } : `${codeSpan(text)} is no impact: low, medium, high or critical`;
	}
	if (key === "probability") {
		const probability = probabilityOf(text);
		return typeof probability === "string" ? probability : { probability };
	}
	const delay = delayOf(text);
	return typeof delay === "string" ? delay : { delay: delay.text };
}
/**
* `risk := description (";" key "=" value)*` with the keys probability (`40%` or `0.4`), impact (low, medium, high,
* critical), delay (`3d`, `1w`) and mitigation, in any order, each at most once. Semicolons part, so no text holds one.
* → the risk; a string says what is wrong with the text.
*/
function parseNewRisk(text) {
	const [first = "", ...rest] = text.split(";").map((part) => part.trim());
	if (first === "") return "the description is missing";
	const early = /^(\w+) ?=/.exec(first)?.[1]?.toLowerCase();
	if (KEYS.some((key) => key === early)) return "the description comes first";
	let risk = { description: first };
	for (const part of rest) {
		const [, name, value] = /^(\w+) ?= ?(.*)$/s.exec(part) ?? [];
		if (name === void 0 || value === void 0) return part === "" ? "nothing stands behind a semicolon" : `${codeSpan(part)} is not of the form \`key=value\``;
		const key = KEYS.find((known) => known === name.toLowerCase());
		if (!key) {
			const meant = nearest(name, KEYS, 2);
			return `a risk has no ${codeSpan(name)}${meant ? `; \`${meant}\` is meant?` : `; it takes ${KEYS.join(", ")}`}`;
		}
		if (key in risk) return `\`${key}\` is given twice`;
		const found = keyValue(key, value.trim());
		if (typeof found === "string") return found;
		risk = {
			...risk,
			...found
		};
	}
	return risk;
}

// src/model/owner-change.ts
const OWNER_ALLOWED = "a login such as `alice`, or `none`";
/** Logins of GitHub, those of managed users (`alice_corp`) included. */
const LOGIN = /^@?([a-z0-9](?:[a-z0-9_-]{0,48}[a-z0-9])?)$/i;
/** `alice`, `@alice` or `none` → who owns it from now on, null for nobody; a string says what is wrong with the text. */
function parseOwner(text) {
	const trimmed = text.trim();
	if (/^none$/i.test(trimmed)) return { login: null };
	const [, login] = LOGIN.exec(trimmed) ?? [];
	return login === void 0 ? `${codeSpan(text)} is not a login` : { login };
}

// src/model/progress-change.ts
const PROGRESS_ALLOWED = "a percentage from 0 to 100, such as `45` or `45%`";
/** `45`, `45%` or `62.5` → the percentage; a string says what is wrong with the text. */
function parseProgress(text) {
	const [, digits] = /^(\d{1,3}(?:\.\d)?) ?%?$/.exec(text.trim()) ?? [];
	if (digits === void 0) return "not a percentage with at most one decimal";
	return Number(digits) > 100 ? "more than 100" : Number(digits);
}

// src/model/resource-change.ts
const RESOURCES_ALLOWED = "a comma separated list of `2.5 engineers` (sets), `+0.5 engineer` or `-1 engineer` (adjusts) and `alice:50%`";
const NUMBER = String.raw`\d{1,6}(?:\.\d{1,4})?|\.\d{1,4}`;
const ROLE = new RegExp(String.raw`^([+\-–−]?) ?(${NUMBER})(?: ?FTE)? (?:of )?(\p{L}[^,:%]*)$`, "iu");
const PERSON = new RegExp(String.raw`^@?([^\s,:%@]+) ?: ?(${NUMBER}) ?%$`, "u");
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
	if (amount > MOST.people) return `${codeSpan(text)}: at most ${MOST.people} people`;
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

// src/model/approval-policy.ts
const people = union$1([texts, looseObject({
	any: optional.texts,
	all: optional.texts,
	count: number$1().int().positive().nullish()
})]);
const limits = looseObject({
	gt: number$1().nullish(),
	gte: number$1().nullish(),
	lt: number$1().nullish(),
	lte: number$1().nullish()
});
const condition = union$1([
	limits,
	text,
	texts,
	boolean(),
	number$1()
]);
/** What a rule may look at. A name that is none of these is kept and counts as met: better to ask once too often. */
const conditions = looseObject({
	timeline_days: condition.optional().meta({ description: "Working days by which a due date moves; later is positive" }),
	finish_days: condition.optional().meta({ description: "Working days by which the project's projected finish moves" }),
	p85_days: condition.optional().meta({ description: "Working days by which the forecast's P85 moves" }),
	budget: condition.optional().meta({ description: "Change of cost, in `currency`" }),
	fte: condition.optional().meta({ description: "Change of full-time equivalents" }),
	effort_hours: condition.optional().meta({ description: "Change of estimated hours" }),
	scope: condition.optional().meta({ description: "Whether the scope changes" }),
	dependencies: condition.optional().meta({ description: "Whether dependencies change" }),
	critical_path: condition.optional().meta({ description: "Whether the critical path becomes another one" }),
	priority: condition.optional().meta({ description: "The new priority, one or several" }),
	status: condition.optional().meta({ description: "The new status, one or several" }),
	milestone: condition.optional().meta({ description: "Ids of milestones" }),
	label: condition.optional().meta({ description: "Labels of the milestones" }),
	kind: condition.optional().meta({ description: "Kinds of sign-off that the change is about" })
}).catchall(condition);
/** One rule of `approvals`: when it asks, and whom. */
const approvalRuleSchema = looseObject({
	name: text,
	when: conditions.nullish(),
	from: people,
	answer_within: optional.span,
	expires: optional.span,
	self_approval: optional.flag,
	kind: union$1([_enum(SIGN_OFF_KINDS), array(_enum(SIGN_OFF_KINDS))]).nullish().meta({ description: "The kinds of sign-off that this approval is; without it they follow from `when`" })
});
const limit = number$1().min(0).nullish();
/** `authority`: the limits within which a change needs nobody's approval. */
const authoritySchema = looseObject({
	timeline_days: limit.meta({ description: "Working days by which a due date may move later" }),
	finish_days: limit.meta({ description: "Working days by which the project's projected finish may move later" }),
	p85_days: limit.meta({ description: "Working days by which the forecast's P85 may move later" }),
	budget: limit.meta({ description: "Cost that a change may add, in `currency`" }),
	fte: limit.meta({ description: "Full-time equivalents that a change may add" }),
	effort_hours: limit.meta({ description: "Estimated hours that a change may add" }),
	scope: optional.flag.meta({ description: "Whether the scope may change" }),
	dependencies: optional.flag.meta({ description: "Whether dependencies may change" }),
	critical_path: optional.flag.meta({ description: "Whether the critical path may become another one" }),
	beyond: people.nullish().meta({ description: "Who is asked beyond a limit that no approval rule asks about" })
}).meta({ description: "Limits within which a change is applied without asking; what is not named is not limited" });

// src/model/config.ts
/** The shape of `config.yaml`: the project's policy. Every key is optional and has a default. */
const WEEKDAYS = [
	"mon",
	"tue",
	"wed",
	"thu",
	"fri",
	"sat",
	"sun"
];
const member = looseObject({
	login: text,
	roles: optional.texts,
	skills: optional.texts,
	capacity: optional.people,
	rate: optional.amount
});
const ROLES$1 = [
	"read",
	"triage",
	"write",
	"maintain",
	"admin"
];
const configSchema = looseObject({
	project: looseObject({
		name: optional.text,
		start: optional.date,
		stakeholder_requirements: array(unknown()).nullish()
	}).nullish(),
	calendar: looseObject({
		workdays: array(_enum(WEEKDAYS)).min(1).nullish(),
		holidays: array(date).nullish(),
		timezone: text.refine(isTimeZone, { message: "not a time zone of the IANA database, such as Europe/Berlin" }).nullish(),
		hours_per_day: number$1().min(.25).max(24).nullish()
	}).nullish(),
	currency: optional.text,
	team: array(member).nullish(),
	phase_weights: looseObject({
		design: optional.amount,
		spec: optional.amount,
		task: optional.amount,
		execute: optional.amount
	}).nullish(),
	targets: looseObject({
		velocity: optional.amount,
		efficiency: optional.amount,
		quality: optional.percentage,
		capacity: optional.excess,
		on_time: optional.percentage.meta({ description: "Percent of milestones finished by their due date" }),
		window_weeks: number$1().int().min(1).max(52).nullish().meta({ description: "Weeks that velocity looks back" }),
		buffer: looseObject({
			green: optional.percentage,
			amber: optional.percentage
		}).nullish()
	}).nullish(),
	tolerance: looseObject({
		progress: optional.amount,
		near_critical: optional.amount
	}).nullish(),
	priorities: record(string(), looseObject({
		escalate_to: optional.texts,
		review: optional.text,
		report: optional.text,
		quality_gates: optional.texts
	})).nullish(),
	approvals: array(approvalRuleSchema).nullish(),
	authority: authoritySchema.nullish(),
	groups: record(string(), texts).nullish(),
	permissions: record(string(), _enum(ROLES$1)).nullish(),
	sync: looseObject({
		enabled: optional.flag,
		prefer: _enum([
			"ask",
			"store",
			"github"
		]).nullish(),
		adopt: optional.flag,
		tasks_from_issues: optional.flag,
		write_issues: optional.flag
	}).nullish(),
	dashboard: looseObject({
		path: text.regex(/^(?!\/)(?!.*\.\.)(?!.*\\)(?!(?:.*\/)?\.[gG][iI][tT]\/).+\.md$/, "a path to a Markdown file inside the repository, such as docs/STATUS.md").nullish(),
		sections: optional.texts,
		activity: number$1().int().min(0).max(100).nullish(),
		emoji: optional.flag
	}).nullish(),
	stakeholders: unknown().optional()
});
/** Where the policy may stand, relative to the store. */
const POLICY_FILES = ["config.yaml", "config.yml"];
/** True for the path, relative to the store, of the file that holds the policy. */
function isPolicy(path) {
	return POLICY_FILES.includes(path);
}
/** `./docs//STATUS.md` → `docs/STATUS.md`: git has one name for each file. */
function plainPath(path) {
	return path.split("/").filter((part) => part !== "" && part !== ".").join("/");
}
/** A validated `config.yaml` (an empty one for none) → the policy in force. */
function toConfig(raw) {
	const { calendar, targets, tolerance, dashboard, phase_weights: weights } = raw;
	return {
		project: {
			name: raw.project?.name ?? null,
			start: raw.project?.start ?? null,
			requirements: raw.project?.stakeholder_requirements ?? []
		},
		calendar: {
			workdays: (calendar?.workdays ?? WEEKDAYS.slice(0, 5)).map((day) => WEEKDAYS.indexOf(day)),
			holidays: calendar?.holidays ?? [],
			timezone: calendar?.timezone ?? "UTC",
			hoursPerDay: calendar?.hours_per_day ?? 8
		},
		currency: raw.currency ?? "USD",
		team: raw.team ?? [],
		phaseWeights: {
			design: weights?.design ?? 15,
			spec: weights?.spec ?? 25,
			task: weights?.task ?? 20,
			execute: weights?.execute ?? 40
		},
		targets: {
			velocity: targets?.velocity ?? 1,
			efficiency: targets?.efficiency ?? 1,
			quality: targets?.quality ?? 95,
			capacity: targets?.capacity ?? 85,
			onTime: targets?.on_time ?? 90,
			windowWeeks: targets?.window_weeks ?? 4,
			buffer: {
				green: targets?.buffer?.green ?? 50,
				amber: targets?.buffer?.amber ?? 20
			}
		},
		tolerance: {
			progress: tolerance?.progress ?? 3,
			nearCritical: tolerance?.near_critical ?? 2
		},
		priorities: raw.priorities ?? {},
		approvals: raw.approvals ?? [],
		authority: raw.authority ?? {},
		groups: raw.groups ?? {},
		permissions: raw.permissions ?? {},
		sync: {
			enabled: raw.sync?.enabled ?? true,
			prefer: raw.sync?.prefer ?? "ask",
			adopt: raw.sync?.adopt ?? true,
			tasksFromIssues: raw.sync?.tasks_from_issues ?? true,
			writeIssues: raw.sync?.write_issues ?? false
		},
		dashboard: {
			path: plainPath(dashboard?.path ?? "STATUS.md"),
			sections: dashboard?.sections ?? null,
			activity: dashboard?.activity ?? 10,
			emoji: dashboard?.emoji ?? true
		}
	};
}

// src/model/marker.ts
/**
* The hidden first line of a reply: it names the intents that the reply answers, so that a command delivered twice is
* answered once. Hyphens are encoded because two of them would end the HTML comment.
*/
function marker(intentIds) {
	return `<!-- git-milestone ${intentIds.map((id) => `intent=${encodeURIComponent(id).replaceAll("-", "%2D")}`).join(" ")} -->`;
}
/** Ids of the intents that a comment says it answers; none if it is not a marked reply. */
function markedIntents(body) {
	const line = /^<!-- git-milestone ([^\n]*) -->/.exec(body);
	if (!line) return [];
	return [...(line[1] ?? "").matchAll(/intent=(\S+)/g)].flatMap((match) => {
		try {
			return [decodeURIComponent(match[1] ?? "")];
		} catch {
			return [];
		}
	});
}

// src/model/approval.ts
/** How an approval rule stands in a journal entry. */
const approvalSchema = looseObject({
	rule: text,
	outcome: _enum([
		"automatic",
		"required",
		"given"
	]).nullish().meta({ description: "Applied without asking; asked for; or given, and then any and all name those the approver stands for" }),
	kinds: array(_enum(SIGN_OFF_KINDS)).nullish().meta({ description: "What kinds of sign-off it is" }),
	by: optional.text.meta({ description: "Who gave it, where that is not the actor of the entry" }),
	reason: optional.text,
	any: optional.texts,
	count: number$1().int().positive().nullish(),
	all: optional.texts,
	self_approval: optional.flag,
	answer_by: optional.date,
	expires: optional.date
});
/** A decision as the journal has it → the decision with every key present. */
function toApproval(raw) {
	return {
		rule: raw.rule,
		outcome: raw.outcome ?? "automatic",
		kinds: raw.kinds ?? [],
		...raw.by ? { by: raw.by } : {},
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
	const { rule, outcome, kinds, by, reason, any, count, all, selfApproval, answerBy, expires } = decision;
	return {
		rule,
		outcome,
		...kinds.length > 0 ? { kinds: [...kinds] } : {},
		...by === void 0 ? {} : { by },
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
/** Names that may still approve, without the logins that have; all of them where nobody can tell who is left. */
function leftOf(names, approvers) {
	const left = names.filter((name) => !approvers.has(name.replace(/^@/, "").toLowerCase()));
	return left.length > 0 ? left : names;
}
/** How many of the approvals that a rule asks for have been given by the journal's word, by whom, and whose are missing. */
function receivedOf({ rule, any, count, all }, given) {
	const own = given.filter(({ decision }) => decision.rule === rule);
	const some = new Set(own.filter(({ decision }) => decision.any.length > 0).map(({ by }) => by.toLowerCase()));
	const each = new Set(own.flatMap(({ decision }) => decision.all));
	const wanted = any.length > 0 ? count : 0;
	return {
		received: Math.min(some.size, wanted) + all.filter((name) => each.has(name)).length,
		needed: wanted + all.length,
		by: [...new Set(own.map(({ by }) => by))],
		missing: [...all.filter((name) => !each.has(name)), ...some.size < wanted ? leftOf(any, some) : []]
	};
}

// src/model/approval-tracking.ts
/** Counts requests, automatic changes and sign-offs. */
function trackingOf(changes) {
	const inState = (wanted) => changes.filter(({ state }) => state === wanted);
	const [pending, unapproved] = [inState("pending"), inState("unapproved")];
	const asked = [...pending, ...unapproved].flatMap(({ waiting_for }) => waiting_for);
	return {
		pending,
		unapproved,
		automatic: inState("applied").filter(({ waiting_for, command }) => waiting_for.length === 0 && command !== "sync").length,
		received: asked.reduce((sum, rule) => sum + rule.received, 0),
		needed: asked.reduce((sum, rule) => sum + rule.needed, 0)
	};
}
/** `C-7f3a for M06`: what a change holds up. */
function changeText({ id, milestones }) {
	if (milestones.length === 0) return id;
	return `${id} for ${milestones.length > 3 ? `${milestones.length} milestones` : milestones.join(", ")}`;
}

// src/model/diagnostic.ts
/** Every code a diagnostic can carry. The set is closed: tools may match on it. */
const DIAGNOSTIC_CODES = {
	"yaml-syntax": "error",
	"conflict-markers": "error",
	"duplicate-key": "error",
	"alias-limit": "error",
	"not-utf8": "error",
	"is-directory": "error",
	"is-link": "error",
	"too-large": "error",
	"multiple-documents": "error",
	"not-a-mapping": "error",
	"empty-file": "error",
	"missing-key": "error",
	"wrong-type": "error",
	"wrong-value": "error",
	"bad-date": "error",
	"bad-span": "error",
	"bad-id": "error",
	"id-mismatch": "error",
	"duplicate-id": "error",
	"self-dependency": "error",
	"unknown-dependency": "error",
	cycle: "error",
	"beyond-calendar": "error",
	"start-after-end": "warning",
	"duration-mismatch": "warning",
	"progress-mismatch": "warning",
	"non-working-day": "warning",
	"doubtful-rule": "warning",
	"unknown-key": "info",
	"ignored-file": "info",
	"default-duration": "info"
};
const DIAGNOSTIC_NAMES = Object.keys(DIAGNOSTIC_CODES);
/** Codes after which nothing may be written: the file's content is unknown, so any write could lose it. */
const UNREADABLE = /* @__PURE__ */ new Set([
	"yaml-syntax",
	"conflict-markers",
	"duplicate-key",
	"alias-limit",
	"not-utf8",
	"is-directory",
	"is-link",
	"too-large",
	"multiple-documents"
]);
/** A diagnostic of the severity that its code has. */
function diagnostic(code, place, message, hint = null) {
	return {
		code,
		severity: DIAGNOSTIC_CODES[code],
		message,
		hint,
		file: place.file,
		line: place.line ?? 1,
		column: place.column ?? 1
	};
}
const RANK = {
	error: 0,
	warning: 1,
	info: 2
};
/** Most severe first, then by place: the order in which people and annotation limits want them. */
function compareDiagnostics(a, b) {
	if (a.severity !== b.severity) return RANK[a.severity] - RANK[b.severity];
	if (a.file !== b.file) return a.file < b.file ? -1 : 1;
	return a.line - b.line || a.column - b.column;
}

// src/model/graph.ts
const NO_LAG$1 = {
	amount: 0,
	unit: "d"
};
/** The numbers of the edges in `order`, sorted by `key` (0 … size − 1); equals keep their order. */
function sortedBy(order, key, size) {
	const next = new Int32Array(size + 1);
	for (const k of key) next[k + 1] = next[k + 1] + 1;
	for (let n = 0; n < size; n++) next[n + 1] = next[n + 1] + next[n];
	const sorted = new Int32Array(order.length);
	for (const e of order) {
		const k = key[e];
		const at = next[k];
		next[k] = at + 1;
		sorted[at] = e;
	}
	return sorted;
}
/** `edgesOf` by number. O(V+E). */
function indexedEdges(milestones) {
	const place = /* @__PURE__ */ new Map();
	for (const [i, { id }] of milestones.entries()) place.set(id, i);
	const [from, to, lag] = [
		[],
		[],
		[]
	];
	const add = (a, b, gap) => {
		if (a === void 0 || b === void 0 || a === b) return;
		from.push(a);
		to.push(b);
		lag.push(gap);
	};
	for (const [i, { requires }] of milestones.entries()) for (const r of requires) add(place.get(r.id), i, r.lag);
	const stated = from.length;
	for (const [i, { enables }] of milestones.entries()) for (const id of enables) add(i, place.get(id), NO_LAG$1);
	const order = sortedBy(sortedBy(Int32Array.from(from.keys()), from, milestones.length), to, milestones.length);
	const found = {
		from: [],
		to: [],
		lag: []
	};
	for (const e of order) {
		const last = found.to.length - 1;
		if (found.to[last] !== to[e] || found.from[last] !== from[e]) {
			found.from.push(from[e]);
			found.to.push(to[e]);
			found.lag.push(lag[e]);
		} else if (e < stated) found.lag[last] = lag[e];
	}
	return found;
}
/**
* Every dependency among the given milestones, each once: `requires` of the successor and `enables` of the predecessor are
* the same edge, and a lag written on `requires` holds (the last one, if it is there twice). Edges to ids that are not given, and
* from a milestone to itself, are left out. Ordered by successor, then by predecessor, both as given.
*/
function edgesOf(milestones) {
	const { from, to, lag } = indexedEdges(milestones);
	const idOf = (n) => milestones[n ?? -1]?.id ?? "";
	return lag.map((gap, e) => ({
		from: idOf(from[e]),
		to: idOf(to[e]),
		lag: gap
	}));
}
/** The edges of `edgesOf` that lead to one milestone. */
function edgesInto(id, milestones) {
	const needed = new Set(milestones.find((m) => m.id === id)?.requires.map((requirement) => requirement.id));
	return edgesOf(milestones.filter((m) => m.id === id || needed.has(m.id) || m.enables.includes(id))).filter((edge) => edge.to === id);
}
/**
* The members of one dependency cycle in order (each is needed by the next, the last by the first), starting with the
* smallest id; null if there is none. O(V+E), without recursion.
*/
function findCycle(ids, edges) {
	const waiting = new Map(ids.map((id) => [id, 0]));
	const successors = new Map(ids.map((id) => [id, []]));
	const predecessors = new Map(ids.map((id) => [id, []]));
	for (const { from, to } of edges) {
		if (!waiting.has(from) || !waiting.has(to)) continue;
		successors.get(from)?.push(to);
		predecessors.get(to)?.push(from);
		waiting.set(to, (waiting.get(to) ?? 0) + 1);
	}
	const ready = ids.filter((id) => waiting.get(id) === 0);
	for (let id = ready.pop(); id !== void 0; id = ready.pop()) {
		waiting.delete(id);
		for (const next of successors.get(id) ?? []) {
			const left = (waiting.get(next) ?? 0) - 1;
			waiting.set(next, left);
			if (left === 0) ready.push(next);
		}
	}
	const start = [...waiting.keys()].sort(compareIds)[0];
	if (start === void 0) return null;
	const seen = /* @__PURE__ */ new Map();
	const walk = [];
	let at = start;
	while (at !== void 0 && !seen.has(at)) {
		seen.set(at, walk.length);
		walk.push(at);
		at = predecessors.get(at)?.find((id) => waiting.has(id));
	}
	const cycle = walk.slice(seen.get(at ?? start)).reverse();
	const first = cycle.indexOf([...cycle].sort(compareIds)[0] ?? start);
	return [...cycle.slice(first), ...cycle.slice(0, first)];
}

// src/model/value-at.ts
/** The value at a path of data; undefined where it leads nowhere. What objects inherit is not data. */
function valueAt(data, path) {
	return path.reduce((at, key) => typeof at === "object" && at !== null && Object.hasOwn(at, key) ? at[key] : void 0, data);
}

// src/model/standing.ts
const EDGE_STATES = [
	"satisfied",
	"in_progress",
	"waiting",
	"at_risk",
	"blocked"
];
const ACTION_PRIORITIES = [
	"urgent",
	"high",
	"medium",
	"low"
];

// src/store/yaml/syntax.ts
var import_dist = require_dist();
/** What a YAML error means to somebody who does not know the grammar, and how to mend it. */
const SYNTAX = {
	ALIAS_PROPS: ["an alias carries an anchor or a tag", "Write only *name."],
	BAD_ALIAS: ["an alias or anchor has a name that cannot be", "Put quotes around text that starts with * or &."],
	BAD_COLLECTION_TYPE: ["a tag does not fit its value", "Remove the !tag."],
	BAD_DIRECTIVE: ["a line that starts with % is not understood", "Remove the line."],
	BAD_DQ_ESCAPE: ["a backslash in double quotes is not followed by a known escape", "Write \\\\ for a backslash, or use single quotes."],
	BAD_INDENT: ["the indentation does not fit", "Align the line with its neighbours, and close every [ and {."],
	BAD_PROP_ORDER: ["an anchor or tag stands in the wrong place", "Put it directly before its value."],
	BAD_SCALAR_START: ["text starts with a character that YAML reserves", "Put the text in quotes."],
	BLOCK_AS_IMPLICIT_KEY: ["a mapping starts in the middle of a line", "Text that contains \": \" needs quotes; a nested key goes on its own line, indented."],
	BLOCK_IN_FLOW: ["a block stands inside [ ] or { }", "Write it as [a, b] or {key: value}."],
	DUPLICATE_KEY: ["a key stands here a second time", "Keep one of the two."],
	IMPOSSIBLE: ["this is not YAML", "Compare the lines above with a file that works."],
	KEY_OVER_1024_CHARS: ["a key is longer than 1024 characters", "Check for a missing line break or quote."],
	MISSING_CHAR: ["something is left out", "Check for a missing closing quote, bracket, colon or comma."],
	MULTILINE_IMPLICIT_KEY: ["a line has no colon after its key", "Write `key: value`, or indent text that continues a value."],
	MULTIPLE_ANCHORS: ["a value has two anchors", "Keep one &name."],
	MULTIPLE_DOCS: ["the file holds several documents", "Keep one document: remove the `---` line, or split the file."],
	MULTIPLE_TAGS: ["a value has two tags", "Remove the !tags."],
	NON_STRING_KEY: ["a key is not plain text", "Write each key as a word before a colon."],
	RESOURCE_EXHAUSTION: ["the file is nested too deeply", "Flatten the structure."],
	TAB_AS_INDENT: ["a tab is used for indentation", "Indent with spaces."],
	TAG_RESOLVE_FAILED: ["a tag means nothing here", "Remove the !tag."],
	UNEXPECTED_TOKEN: ["something stands where it cannot", "Text with quotes, colons or dashes inside may need quotes around it."]
};

// src/store/yaml/node.ts
/** A map key as the text that stands in the file, so `2024:` and `"2024":` are the same key; undefined if it is no scalar. */
function keyText(key) {
	if (typeof key === "string") return key;
	if (!(0, import_dist.isScalar)(key)) return void 0;
	if (typeof key.value === "string") return key.value;
	return key.source ?? (key.value === null ? "" : String(key.value));
}
/** The pair that a map itself has under a key; keys that come in by `<<` are not among them. */
function pairOf(map, key) {
	return map.items.find((pair) => keyText(pair.key) === key);
}

// src/store/yaml/to-value.ts
/** Values that aliases may add to a file. A "billion laughs" file passes it at once; people who share a block never do. */
const MAX_ALIASED = 1e4;
const MAX_DEPTH = 64;
/** The tags of plain YAML change nothing that the style of a value does not say as well. */
const KNOWN_TAG = /^(!|tag:yaml\.org,2002:(str|int|float|bool|null|map|seq))$/;
/**
* The document as plain data, and everything in it that is not plain: duplicate keys, keys that are no text, tags,
* aliases without end. One walk does what the library would need several for, and duplicate keys cost no quadratic time.
* `<<` merges: explicit keys win, then the earlier source. Aliased values are shared, so callers must not change them.
*/
function toValue(doc) {
	const walk = {
		problems: [],
		anchors: /* @__PURE__ */ new Map(),
		size: 0,
		aliased: 0
	};
	return {
		value: read$1(doc.contents, walk, 0),
		problems: walk.problems
	};
}
/** Sets a key as data even if it is `__proto__`. */
function put(values, key, value) {
	if (key === "__proto__") Object.defineProperty(values, key, {
		value,
		enumerable: true,
		configurable: true,
		writable: true
	});
	else values[key] = value;
}
function report(walk, code, node, message, hint) {
	if (walk.problems.length < 20) walk.problems.push({
		code,
		message,
		hint,
		offset: node.range?.[0] ?? 0
	});
	return null;
}
function read$1(node, walk, depth) {
	walk.size++;
	if ((0, import_dist.isScalar)(node) && node.anchor === void 0 && node.tag === void 0) return scalarValue(node);
	if ((0, import_dist.isAlias)(node)) return aliased(node, walk);
	if (!(0, import_dist.isScalar)(node) && !(0, import_dist.isMap)(node) && !(0, import_dist.isSeq)(node)) return null;
	if (depth > MAX_DEPTH) return report(walk, "yaml-syntax", node, `nested more than ${MAX_DEPTH} levels deep`, "Flatten the structure.");
	if (node.tag !== void 0 && !KNOWN_TAG.test(node.tag)) {
		const tag = node.tag.replace(/^tag:yaml\.org,2002:/, "!!");
		return report(walk, "wrong-type", node, `the tag ${tag} means nothing here`, `Remove ${tag} and write the plain value.`);
	}
	const before = walk.size - 1;
	if (node.anchor !== void 0) walk.anchors.set(node.anchor, null);
	const value = (0, import_dist.isScalar)(node) ? scalarValue(node) : (0, import_dist.isMap)(node) ? mapValue(node, walk, depth) : node.items.map((item) => read$1(item, walk, depth + 1));
	if (node.anchor !== void 0) walk.anchors.set(node.anchor, {
		value,
		size: walk.size - before
	});
	return value;
}
/** `%YAML 1.1` files and the like may hold dates and other objects: here they stay the text they are written as. */
function scalarValue(node) {
	const { value } = node;
	return value === null || typeof value !== "object" ? value : node.source ?? null;
}
function aliased(node, walk) {
	const anchored = walk.anchors.get(node.source);
	const name = node.source.length > 40 ? `${node.source.slice(0, 40)}…` : node.source;
	if (anchored === void 0) return report(walk, "yaml-syntax", node, `the alias *${name} has no anchor &${name} before it`, "Write the value out, or put quotes around text that starts with *.");
	if (anchored === null) return report(walk, "alias-limit", node, `the alias *${name} contains itself`, "Write the value out.");
	walk.size += anchored.size - 1;
	walk.aliased += anchored.size;
	if (walk.aliased <= MAX_ALIASED) return anchored.value;
	if (walk.problems.some((problem) => problem.code === "alias-limit")) return null;
	return report(walk, "alias-limit", node, `aliases expand this file by more than ${MAX_ALIASED} values`, "Write the values out instead of repeating them with *aliases.");
}
function mapValue(map, walk, depth) {
	const values = {};
	let merges;
	for (const pair of map.items) {
		const key = pair.key;
		const name = keyText(key);
		if (name === void 0 || (0, import_dist.isScalar)(key) && key.value === null) {
			report(walk, "wrong-type", key ?? map, "a key is not plain text", "Write each key as a word before a colon.");
			continue;
		}
		const duplicate = Object.hasOwn(values, name) || name === "<<" && merges !== void 0;
		const value = read$1(pair.value, walk, depth + 1);
		if (duplicate) report(walk, "duplicate-key", key, `the key ${name} stands here a second time`, "Keep one of the two.");
		else if (name === "<<" && (0, import_dist.isScalar)(key) && key.type === "PLAIN") {
			merges = Array.isArray(value) ? value : [value];
			if (merges.some((source) => typeof source !== "object" || source === null || Array.isArray(source))) {
				report(walk, "wrong-type", key, "<< merges something that is not a mapping", "Merge with `<<: *name` of a mapping.");
				merges = void 0;
			}
		} else put(values, name, value);
	}
	for (const source of merges ?? []) for (const [name, value] of Object.entries(source)) if (!Object.hasOwn(values, name)) put(values, name, value);
	return values;
}

// src/store/yaml/parse.ts
/** YAML 1.2, for every file alike: dates stay text, `yes` is a word. Made once, since it takes as long as a small file. */
const CORE = new import_dist.Schema({
	schema: "core",
	merge: false
});
const MARKER = /^(?:<{7}|={7}|>{7}|\|{7})(?=[ \r\n]|$)/m;
function unreadable(code, message, hint, offset) {
	return {
		ok: false,
		problems: [{
			code,
			message,
			hint,
			offset
		}]
	};
}
/** The first marker of an unfinished merge, which YAML would report as nonsense a line or two later, or not at all. */
function conflictMarker(text) {
	if (!text.includes("<<<<<<<") && !text.includes(">>>>>>>") && !text.includes("=======")) return void 0;
	return MARKER.exec(text)?.index;
}
/**
* One YAML 1.2 file → its document and its data, or everything that keeps it from being read. Never throws, whatever the text.
* `tokens` keeps the source tokens that an edit needs.
*/
function parse(text, { tokens = false } = {}) {
	const marker = conflictMarker(text);
	if (marker !== void 0) return unreadable("conflict-markers", "the file holds an unfinished merge", "Finish the merge: keep what is right of both sides and remove the marker lines.", marker);
	try {
		const doc = (0, import_dist.parseDocument)(text, {
			prettyErrors: false,
			uniqueKeys: false,
			schema: CORE,
			logLevel: "error",
			keepSourceTokens: tokens
		});
		const [error] = doc.errors;
		if (error) {
			const [message, hint] = SYNTAX[error.code];
			return unreadable(error.code === "MULTIPLE_DOCS" ? "multiple-documents" : "yaml-syntax", message, hint, error.pos[0]);
		}
		const { value, problems } = toValue(doc);
		return problems.length > 0 ? {
			ok: false,
			problems
		} : {
			ok: true,
			doc,
			value
		};
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		const [message, hint] = SYNTAX.RESOURCE_EXHAUSTION;
		return unreadable("yaml-syntax", message, hint, 0);
	}
}

// src/store/edit/data.ts
function isMapping$1(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** True for what YAML can hold: text, numbers, booleans, null, and lists and plain objects of them. */
function isData(value) {
	if (Array.isArray(value)) return value.every((item) => isData(item));
	if (!isMapping$1(value)) return value === null || [
		"string",
		"number",
		"boolean"
	].includes(typeof value);
	return [Object.prototype, null].includes(Object.getPrototypeOf(value)) && Object.values(value).every((item) => item === void 0 || isData(item));
}
/** Equality of data, whatever the order of keys; a key that is undefined counts as absent. */
function same(a, b) {
	if (a === b || Number.isNaN(a) && Number.isNaN(b)) return true;
	if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => same(item, b[i]));
	if (!isMapping$1(a) || !isMapping$1(b)) return false;
	return [.../* @__PURE__ */ new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => same(own(a, key), own(b, key)));
}
function own(value, key) {
	return Object.hasOwn(value, key) ? value[key] : void 0;
}
/** A copy with one place changed, parents created as needed; undefined where the path leads through something else. */
function changed(value, path, after) {
	const [step, ...rest] = path;
	if (step === void 0) return { value: after };
	if (typeof step === "number") {
		const list = value ?? [];
		if (!Array.isArray(list) || step < 0 || step > list.length) return void 0;
		const inner = changed(list[step], rest, after);
		if (!inner) return void 0;
		return { value: list.toSpliced(step, 1, ...inner.value === void 0 ? [] : [inner.value]) };
	}
	const mapping = value ?? {};
	if (!isMapping$1(mapping)) return void 0;
	if (after === void 0 && !Object.hasOwn(mapping, step)) return { value };
	const inner = changed(own(mapping, step), rest, after);
	if (!inner) return void 0;
	const entries = Object.entries(mapping).filter(([key]) => key !== step || inner.value !== void 0);
	return { value: Object.fromEntries(inner.value === void 0 ? entries : [...entries, [step, inner.value]]) };
}

// src/store/yaml/scalar-text.ts
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\uFEFF\uFFFE\uFFFF]|\p{Cs}/u;
const PLAIN_START = /^[\p{L}\p{N}_/.+$^(]|^-[^\s-]/u;
const PLAIN_TROUBLE = /: |:$| #| $|^\.{3}/;
const FLOW_TROUBLE = /[,[\]{}]/;
/** What YAML 1.2, or the older YAML that other tools still speak, takes for something other than text. */
const NOT_TEXT = /^(?:null|true|false|yes|no|on|off|y|n|[-+]?[\d_:.]+|0o[0-7]+|0x[\da-f]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)e[-+]?\d+|[-+]?\.(?:inf|nan))$/i;
function isPlain(text, flow) {
	return PLAIN_START.test(text) && !PLAIN_TROUBLE.test(text) && !NOT_TEXT.test(text) && !UNPRINTABLE.test(text) && !(flow && FLOW_TROUBLE.test(text));
}
function doubleQuoted(text) {
	return JSON.stringify(text).replace(/[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
function stringText(text, style, flow) {
	if (style === "plain" && isPlain(text, flow)) return text;
	const awkward = text.includes("\"") || text.includes("\\");
	return (style === "single" || style === "plain" && awkward && !text.includes("'")) && !UNPRINTABLE.test(text) ? `'${text.replaceAll("'", "''")}'` : doubleQuoted(text);
}
/** A string, number, boolean or null on one line, so that it reads back as the same value. */
function scalarText(value, style = "plain", flow = false) {
	if (typeof value === "string") return stringText(value, style, flow);
	if (typeof value !== "number") return String(value);
	if (Number.isNaN(value)) return ".nan";
	if (!Number.isFinite(value)) return value > 0 ? ".inf" : "-.inf";
	return Object.is(value, -0) ? "-0" : String(value);
}

// src/store/yaml/print.ts
/** How new files of this program's own are laid out. */
const OWN_LAYOUT = {
	step: 2,
	indentItems: true,
	flowLists: true,
	compact: false
};
const MAX_FLOW_WIDTH = 100;
function isMapping(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function entriesOf$1(value) {
	return Object.entries(value).filter(([, item]) => item !== void 0);
}
/** True for text over several lines that a `|` block can hold without escapes or tricks. */
function suitsBlock(text) {
	return /\n./.test(text) && !/^[\s]|[^\S\n ]|[\p{Cc}\u2028\u2029\uFEFF]/u.test(text.replaceAll("\n", "")) && !/^\n|^ +$| $/m.test(text);
}
/** `|`, with the mark that says how the text ends. */
function blockHeader(text, style = "|") {
	if (!text.endsWith("\n")) return `${style}-`;
	return text.endsWith("\n\n") ? `${style}+` : style;
}
/** The lines of a `|` block, indented; its last line break is the one after the last line. */
function blockLines(text, indent) {
	const pad = " ".repeat(indent);
	return (text.endsWith("\n") ? text.slice(0, -1) : text).split("\n").map((line) => line === "" ? "" : pad + line);
}
/** Any value on one line, as it stands inside `[ ]` or `{ }`. */
function flowText(value, style = "plain") {
	if (Array.isArray(value)) return `[${value.map((item) => flowText(item, style)).join(", ")}]`;
	if (!isMapping(value)) return scalarText(value, style, true);
	return `{${entriesOf$1(value).map(([key, item]) => `${scalarText(key, "plain", true)}: ${flowText(item, style)}`).join(", ")}}`;
}
/** A value on the line of its key or dash; undefined where it needs lines of its own. */
function inlineText(value, layout) {
	const style = layout.compact ? "double" : "plain";
	if (typeof value === "string" && !layout.compact && suitsBlock(value)) return void 0;
	if (typeof value !== "object" || value === null) return scalarText(value, style);
	const parts = Array.isArray(value) ? value : entriesOf$1(value);
	if (layout.compact || parts.length === 0) return flowText(value, style);
	const flat = Array.isArray(value) && layout.flowLists && parts.every((item) => typeof item !== "object" || item === null);
	const text = flat ? flowText(value) : "";
	return flat && text.length <= MAX_FLOW_WIDTH ? text : void 0;
}
/** What follows a key or dash: the rest of its line, and the lines below it. */
function valueLines(value, indent, items, layout) {
	const inline = inlineText(value, layout);
	if (inline !== void 0) return [` ${inline}`, []];
	if (typeof value === "string") return [` ${blockHeader(value)}`, blockLines(value, indent + layout.step)];
	return ["", collectionLines(value, Array.isArray(value) ? items : indent + layout.step, layout)];
}
/** `key: value` in the given column. */
function entryLines(key, value, indent, layout) {
	const [rest, below] = valueLines(value, indent, layout.indentItems ? indent + layout.step : indent, layout);
	return [`${" ".repeat(indent)}${scalarText(key)}:${rest}`, ...below];
}
/** `- value` with the dash in the given column and its value `gap` columns further. */
function itemLines(value, indent, layout, gap = 1) {
	const dash = `${" ".repeat(indent)}-`;
	const space = " ".repeat(gap);
	if (Array.isArray(value)) return [`${dash}${space}${flowText(value)}`];
	if (isMapping(value) && inlineText(value, layout) === void 0) {
		const [first = "", ...rest] = collectionLines(value, indent + 1 + gap, layout);
		return [dash + space + first.trimStart(), ...rest];
	}
	const [rest, below] = valueLines(value, indent, indent, layout);
	return [dash + space + rest.trimStart(), ...below];
}
/** The lines of a block mapping or list that is not empty. */
function collectionLines(value, indent, layout) {
	if (Array.isArray(value)) return value.flatMap((item) => itemLines(item, indent, layout));
	return entriesOf$1(value).flatMap(([key, item]) => entryLines(key, item, indent, layout));
}

// src/store/journal.ts
const MS_PER_DAY = 864e5;
/** Epoch milliseconds of an entry's `at`; a bare date counts from its midnight in UTC. */
function instantOf(at) {
	return parseInstant(at) ?? (parseDay(at, "UTC") ?? 0) * MS_PER_DAY;
}
/** Journal order: by instant, then by place within it, then by id. */
function compareEntries(a, b) {
	return instantOf(a.at) - instantOf(b.at) || (a.order ?? 0) - (b.order ?? 0) || compareIds(a.id, b.id);
}
/** Where an entry is kept, relative to the store: `logs/2024/07/20240726T164500Z-C-7f3a.yaml`. */
function entryPath(entry) {
	const [year, month] = new Date(instantOf(entry.at)).toISOString().split("-");
	return `logs/${year}/${month}/${new Date(instantOf(entry.at)).toISOString().replace(/\.\d+/, "").replace(/[-:]/g, "")}-${entry.id.replace(/[^A-Za-z0-9._-]+/g, "-").slice(0, 64)}.yaml`;
}
/** An entry as YAML, keys in a fixed order; what is null or empty is left out. Reading it back gives the same entry. */
function printEntry(entry) {
	const { id, kind, of, at, actor, source, intent, command, commands, reason, summary, milestones } = entry;
	const brought_by = entry.broughtBy ?? null;
	const order = entry.order ?? null;
	const keys = {
		id,
		kind,
		of,
		request: entry.request ?? null,
		at,
		order,
		actor,
		brought_by,
		source,
		intent,
		command,
		commands,
		reason,
		summary,
		milestones
	};
	const edits = entry.changes.map(({ file, path, before, after, restore }) => ({
		file,
		path,
		before,
		after,
		restore
	}));
	const given = Object.entries({
		...keys,
		changes: edits,
		plan: entry.plan,
		approvals: entry.approvals.map(approvalFile),
		impact: (entry.impact ?? []).map(({ milestone, before, after }) => ({
			milestone,
			projected_finish: {
				before,
				after
			}
		}))
	}).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0));
	return `${collectionLines(Object.fromEntries(given), 0, OWN_LAYOUT).join("\n")}\n`;
}
/** The fold of the journal, while it is made: each change under every id that names it. */
var Fold = class {
	rows = /* @__PURE__ */ new Map();
	/** What an undoing change undid. */
	undid = /* @__PURE__ */ new Map();
	#names = /* @__PURE__ */ new Map();
	#asked = /* @__PURE__ */ new Map();
	#given = /* @__PURE__ */ new Map();
	open(entry, state) {
		const { id, at, actor, command, milestones } = entry;
		if (this.rows.has(id)) return;
		const asked = entry.approvals.filter((approval) => approval.outcome === "required");
		this.#asked.set(id, asked);
		const row = {
			id,
			state,
			at,
			actor,
			command,
			milestones: [...milestones],
			waiting_for: [],
			approved_by: []
		};
		this.rows.set(id, {
			...row,
			waiting_for: this.#waiting(id)
		});
	}
	#waiting(id) {
		return (this.#asked.get(id) ?? []).map((approval) => ({
			rule: approval.rule,
			kinds: [...approval.kinds],
			from: approversText(approval),
			...receivedOf(approval, this.#given.get(id) ?? []),
			answer_by: approval.answerBy,
			expires: approval.expires
		}));
	}
	alias(name, id) {
		if (!this.rows.has(name)) this.#names.set(name, id);
	}
	/** Counts what an entry gives to a change; a change made by hand is approved with the last approval it lacked. */
	approve(id, { actor, approvals }) {
		const row = this.rows.get(id);
		if (!row) return;
		const given = approvals.flatMap((decision) => decision.outcome === "given" ? [{
			by: decision.by ?? actor,
			decision
		}] : []);
		this.#given.set(id, [...this.#given.get(id) ?? [], ...given]);
		const by = given.length > 0 ? given.map((each) => each.by) : [actor];
		this.rows.set(id, {
			...row,
			waiting_for: this.#waiting(id),
			approved_by: [.../* @__PURE__ */ new Set([...row.approved_by, ...by])]
		});
		if (this.#waiting(id).every(({ received, needed }) => received >= needed)) this.move(id, "unapproved", "applied");
	}
	/** Moves a change to a state if it is in the state before that; undoing an undoing change brings back what it undid. */
	move(name, from, to) {
		const id = this.#names.get(name) ?? name;
		const row = this.rows.get(id);
		if (row?.state !== from) return;
		this.rows.set(id, {
			...row,
			state: to
		});
		const undone = this.undid.get(id);
		if (undone === void 0 || undone === id) return;
		if (to === "undone") this.move(undone, "undone", "applied");
		else if (from === "undone") this.move(undone, "applied", "undone");
	}
};
/**
* The changes that the journal tells of, oldest first, each in the state that its entries add up to: a request waits until it
* is applied, rejected or expires; what is applied may be undone, by an entry that is itself a change or carries one out. An approval alone
* leaves a request pending. Edits by hand are changes in this sense where the policy asks for an approval of them: they are
* `unapproved` until it is given. Deliveries are none.
*/
function changesOf(journal) {
	const fold = new Fold();
	for (const entry of journal) {
		const asks = entry.approvals.some((approval) => approval.outcome === "required");
		if (entry.kind === "requested") fold.open(entry, "pending");
		else if (entry.kind === "edited" && asks) fold.open(entry, "unapproved");
		if (entry.kind === "edited" && entry.approvals.some(({ outcome }) => outcome === "given")) fold.approve(entry.id, entry);
	}
	for (const entry of journal) {
		const { id, kind, of } = entry;
		if (kind === "applied" || kind === "resolved") {
			if (of !== null && fold.rows.has(of)) {
				fold.alias(id, of);
				fold.move(of, "pending", "applied");
			} else fold.open(entry, "applied");
		} else if (kind === "approved" && of !== null) fold.approve(of, entry);
		else if (kind === "rejected" && of !== null) fold.move(of, "pending", "rejected");
		else if (kind === "expired" && of !== null) fold.move(of, "pending", "expired");
	}
	for (const entry of journal) {
		if (entry.kind !== "undone" || entry.of === null) continue;
		if (entry.request !== void 0 && fold.rows.has(entry.request)) {
			fold.alias(entry.id, entry.request);
			fold.move(entry.request, "pending", "applied");
		} else fold.open(entry, "applied");
		fold.undid.set(entry.id, entry.of);
		fold.move(entry.of, "applied", "undone");
		fold.move(entry.of, "unapproved", "undone");
	}
	const order = new Map(journal.map((entry, i) => [entry.id, i]));
	return [...fold.rows.values()].sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}

// src/model/history.ts
const NO_HISTORY = {
	completions: [],
	firstDues: /* @__PURE__ */ new Map()
};

// src/model/sync-base.ts
/** How far an issue, or the task linked to it, is; `open` is anything between not begun and blocked. */
const STANDINGS = [
	"open",
	"blocked",
	"completed",
	"cancelled"
];
const SYNC_CONFLICT_KINDS = [
	"field",
	"title-taken",
	"duplicate-title",
	"duplicate-link",
	"deleted-on-github"
];
const number = number$1().int().positive();
const seenSchema = looseObject({
	title: optional.text,
	status: _enum(STANDINGS).nullish(),
	assignee: optional.text.meta({ description: "Null: nobody" }),
	milestone: number.nullish().meta({ description: "Of an issue in no milestone: where its task stood at the last look" })
});
/** `state/github.yaml`: values at the last synchronisation, the base of the three-way merge, and what it could not decide. */
const syncBaseSchema = looseObject({
	synchronised_at: optional.date,
	milestones: record(string(), looseObject({
		number: number.nullish(),
		title: optional.text,
		description: optional.text,
		due: date.nullish().meta({ description: "Null: both sides had no due date. Left out: they never agreed on one" }),
		state: _enum(["open", "closed"]).nullish()
	})).nullish(),
	issues: record(string().regex(/^\d+$/), looseObject({
		title: optional.text,
		status: _enum(STANDINGS).nullish(),
		assignee: optional.text.meta({ description: "Null: nobody. Left out: never agreed" }),
		milestone: number.nullish().meta({ description: "Null: taken out of every milestone. Left out: never agreed" }),
		blocked_by: array(number).nullish(),
		seen: seenSchema.nullish().meta({ description: "Of what was never agreed on: what GitHub said at the first look" })
	})).nullish(),
	conflicts: array(looseObject({
		id: text,
		kind: _enum(SYNC_CONFLICT_KINDS),
		milestone: optional.text,
		issue: number.nullish(),
		field: optional.text,
		store: optional.text,
		github: optional.text,
		base: optional.text
	})).nullish()
});
const NO_SYNC_BASE = {
	milestones: /* @__PURE__ */ new Map(),
	issues: /* @__PURE__ */ new Map(),
	conflicts: []
};
function toSeen({ title, status, assignee, milestone }) {
	return {
		title: title ?? void 0,
		status: status ?? void 0,
		assignee,
		milestone: milestone ?? void 0
	};
}
/** A validated `state/github.yaml` → the base. An old file's empty title or state counts as never agreed on. */
function toSyncBase(raw) {
	const milestones = Object.entries(raw.milestones ?? {}).map(([id, m]) => [id, {
		number: m.number ?? null,
		title: m.title ?? void 0,
		description: m.description === null ? "" : m.description,
		due: m.due,
		state: m.state ?? void 0
	}]);
	const issues = Object.entries(raw.issues ?? {}).map(([issue, i]) => [Number(issue), {
		title: i.title ?? void 0,
		status: i.status ?? void 0,
		assignee: i.assignee,
		milestone: i.milestone,
		blockedBy: i.blocked_by ?? [],
		seen: i.seen ? toSeen(i.seen) : void 0
	}]);
	const conflicts = (raw.conflicts ?? []).map((c) => ({
		id: c.id,
		kind: c.kind,
		milestone: c.milestone ?? null,
		issue: c.issue ?? null,
		field: c.field ?? null,
		store: c.store ?? null,
		github: c.github ?? null,
		base: c.base ?? null
	}));
	return {
		milestones: new Map(milestones),
		issues: new Map(issues),
		conflicts
	};
}

// src/model/journal.ts
const ENTRY_KINDS = [
	"applied",
	"requested",
	"approved",
	"rejected",
	"expired",
	"undone",
	"edited",
	"resolved",
	"delivered"
];
const change = looseObject({
	file: text,
	path: array(union$1([string(), number$1()])),
	before: unknown().optional(),
	after: unknown().optional(),
	restore: looseObject({
		now: text,
		was: text
	}).nullish().meta({ description: "Lines of the file after and before, where the values alone do not bring it back to the byte" })
});
const prediction = looseObject({
	milestone: text,
	projected_finish: looseObject({
		before: optional.date,
		after: optional.date
	})
});
/** `logs/<year>/<month>/<utc>-<id>.yaml`: one entry of the append-only journal. */
const entrySchema = looseObject({
	id: text,
	kind: _enum(ENTRY_KINDS),
	of: optional.text.meta({ description: "Id of the entry that this one answers" }),
	request: optional.text.meta({ description: "Of an undo that had to be approved: id of the request for it" }),
	at: date,
	order: number$1().int().min(0).nullish().meta({ description: "Place among the entries of the same second; 0 where it is left out" }),
	actor: text,
	brought_by: optional.text.meta({ description: "Who had it brought in from GitHub, where nobody can tell who made it; they do not approve it" }),
	source: optional.text.meta({ description: "URL of the comment or pull request, a commit, or cli" }),
	intent: text.nullish().meta({ description: "What was asked, by a name that never changes: <comment node id>#<line>" }),
	command: optional.text,
	commands: array(text).nullish().meta({ description: "Of a request: the commands that its approval carries out" }),
	reason: optional.text,
	summary: optional.text,
	milestones: array(text).nullish(),
	changes: array(change).nullish(),
	plan: optional.text.meta({ description: "Hash of the plan that was applied" }),
	approvals: array(approvalSchema).nullish(),
	impact: array(prediction).nullish().meta({ description: "Projected finishes that the plan said would move" })
});
function toPrediction({ milestone, projected_finish: finish }) {
	return {
		milestone,
		before: finish.before ?? null,
		after: finish.after ?? null
	};
}
/** A validated journal file → the entry. */
function toEntry(raw) {
	return {
		id: raw.id,
		kind: raw.kind,
		of: raw.of ?? null,
		...raw.request ? { request: raw.request } : {},
		at: raw.at,
		...raw.order ? { order: raw.order } : {},
		actor: raw.actor,
		...raw.brought_by ? { broughtBy: raw.brought_by } : {},
		source: raw.source ?? null,
		intent: raw.intent ?? null,
		command: raw.command ?? null,
		commands: raw.commands ?? [],
		reason: raw.reason ?? null,
		summary: raw.summary ?? null,
		milestones: raw.milestones ?? [],
		changes: (raw.changes ?? []).map((c) => ({
			file: c.file,
			path: c.path,
			before: c.before,
			after: c.after,
			...c.restore ? { restore: {
				now: c.restore.now,
				was: c.restore.was
			} } : {}
		})),
		plan: raw.plan ?? null,
		approvals: (raw.approvals ?? []).map(toApproval),
		...raw.impact && raw.impact.length > 0 ? { impact: raw.impact.map(toPrediction) } : {}
	};
}

// src/model/milestone.ts
const NO_LAG = {
	amount: 0,
	unit: "d"
};
function status(raw, folder) {
	if (raw.status === "pending") return "planning";
	if (raw.status === "active") return "in_progress";
	return raw.status ?? (folder === "active" ? "planning" : "completed");
}
function requirements(raw) {
	return (Array.isArray(raw.dependencies) ? raw.dependencies : raw.dependencies?.requires ?? []).map((item) => typeof item === "string" ? {
		id: item,
		lag: NO_LAG
	} : {
		id: item.id,
		lag: parseSpan(item.lag ?? "0d") ?? NO_LAG
	});
}
function externals(raw) {
	return (Array.isArray(raw.dependencies) ? [] : raw.dependencies?.external ?? []).map((item) => {
		const given = typeof item === "string" ? { name: item } : item;
		return {
			name: given.name,
			status: given.status ?? "ok",
			progress: given.progress ?? null,
			owner: given.owner ?? null,
			due: given.due ?? null,
			note: given.note ?? null,
			resolvedAt: given.resolved_at ?? null
		};
	});
}
function resources(raw) {
	const none = {
		role: null,
		who: null,
		fte: null,
		skill: null,
		allocation: null
	};
	if (Array.isArray(raw.resources)) return raw.resources.map((item) => typeof item === "string" ? {
		...none,
		role: item
	} : {
		role: item.role ?? null,
		who: item.who ?? null,
		fte: item.fte ?? null,
		skill: item.skill ?? null,
		allocation: item.allocation ?? null
	});
	return (raw.resources?.team_members ?? []).map((who) => ({
		...none,
		who
	}));
}
function risks(raw) {
	if (!Array.isArray(raw.risks)) return [];
	return raw.risks.map((item) => {
		const given = typeof item === "string" ? { description: item } : item;
		return {
			id: given.id ?? null,
			description: given.description ?? given.id ?? "",
			probability: given.probability ?? null,
			impact: given.impact ?? null,
			delay: given.delay ? parseSpan(given.delay) ?? null : null,
			mitigation: given.mitigation ?? null,
			status: given.status ?? "open",
			identifiedAt: given.identified_at ?? null,
			occurredAt: given.occurred_at ?? null,
			resolvedAt: given.resolved_at ?? null,
			escalated: given.escalated ?? false
		};
	});
}
/** A validated file → the milestone it describes. */
function toMilestone(raw, id, file, folder) {
	const progress = typeof raw.progress === "number" ? raw.progress : raw.progress?.percentage ?? raw.progress?.overall_percentage;
	return {
		id,
		file,
		folder,
		title: raw.title,
		description: raw.description ?? null,
		status: status(raw, folder),
		priority: raw.priority ?? "medium",
		owner: raw.owner ?? null,
		createdAt: raw.created_at ?? null,
		completedAt: raw.completed_at ?? null,
		timeline: raw.timeline ?? {},
		recordedProgress: progress ?? null,
		progressUpdated: typeof raw.progress === "number" ? null : raw.progress?.last_update ?? null,
		tasks: (raw.tasks ?? []).map(toTask),
		phaseWeights: raw.kiro_configuration?.phase_weights ?? null,
		requires: requirements(raw),
		enables: Array.isArray(raw.dependencies) ? [] : raw.dependencies?.enables ?? [],
		external: externals(raw),
		resources: resources(raw),
		budget: raw.budget ? {
			currency: raw.budget.currency ?? null,
			planned: raw.budget.planned ?? null,
			actual: raw.budget.actual ?? null
		} : null,
		risks: risks(raw),
		quality: (raw.quality ?? []).map((q) => ({
			name: q.name,
			value: q.value ?? null,
			target: q.target ?? null,
			unit: q.unit ?? "",
			better: q.better ?? "higher"
		})),
		criteria: (raw.success_criteria ?? []).map((c) => typeof c === "string" ? {
			text: c,
			verified: null
		} : {
			text: c.text,
			verified: c.verified ?? null
		}),
		deliverables: (raw.deliverables ?? []).map((d) => typeof d === "string" ? {
			name: d,
			status: null
		} : {
			name: d.name,
			status: d.status ?? null
		}),
		acceptance: raw.acceptance ? {
			firstTime: raw.acceptance.first_time ?? null,
			satisfaction: raw.acceptance.satisfaction ?? null
		} : null,
		signOffs: (raw.sign_offs ?? []).map((s) => ({
			kind: s.kind,
			by: s.by,
			at: s.at ?? null
		})),
		labels: raw.labels ?? [],
		github: raw.github?.milestone ?? null
	};
}

// src/model/session.ts
const checkpoint = looseObject({
	at: optional.date,
	progress: optional.percentage,
	note: optional.text,
	next_steps: optional.texts
});
const body = looseObject({
	id: optional.id,
	milestone_focus: optional.id,
	milestone_id: optional.id.meta({ description: "The same as milestone_focus" }),
	status: optional.text,
	purpose: optional.text,
	started_at: optional.date,
	ended_at: optional.date,
	by: optional.text,
	progress_state: optional.percentage,
	last_checkpoint: optional.date,
	checkpoints: array(checkpoint).nullish(),
	allocation: record(string(), number$1().min(0)).nullish()
});
/** `sessions/<id>.yaml`: a work session. The original command set puts the same keys under `session:`. */
const sessionSchema = body.extend({ session: body.nullish() });
/** A validated session file → the session; a session is over once it says so or has an end. */
function toSession(raw, id, file) {
	const given = raw.session ?? raw;
	const last = given.checkpoints?.at(-1);
	const ended = given.ended_at != null || /^(ended|completed|closed|done)$/.test(given.status ?? "");
	return {
		id,
		file,
		milestone: given.milestone_focus ?? given.milestone_id ?? null,
		status: ended ? "ended" : "active",
		by: given.by ?? null,
		startedAt: given.started_at ?? null,
		endedAt: given.ended_at ?? null,
		progress: given.progress_state ?? last?.progress ?? null,
		lastCheckpoint: given.last_checkpoint ?? last?.at ?? null,
		allocation: given.allocation ?? {}
	};
}

// src/store/layout.ts
const ROLES = [
	[/(^|\/)\./, () => ({ kind: "silent" })],
	[/(^|\/)readme[^/]*$|\.(md|markdown)$/i, () => ({ kind: "silent" })],
	[/^reports\//, () => ({ kind: "silent" })],
	[/^active\/([^/]+)\.ya?ml$/, ([, id = ""]) => ({
		kind: "milestone",
		id,
		folder: "active"
	})],
	[/^completed\/([^/]+)\.ya?ml$/, ([, id = ""]) => ({
		kind: "milestone",
		id,
		folder: "completed"
	})],
	[/^completed\/([^/]+)\/milestone\.ya?ml$/, ([, id = ""]) => ({
		kind: "milestone",
		id,
		folder: "completed"
	})],
	[/^archive\/([^/]+)\/milestone\.ya?ml$/, ([, id = ""]) => ({
		kind: "milestone",
		id,
		folder: "archive"
	})],
	[/^(archive|completed)\/[^/]+\/metrics\.ya?ml$/, () => ({ kind: "metrics" })],
	[/^sessions\/([^/]+)\.ya?ml$/, ([, id = ""]) => ({
		kind: "session",
		id
	})],
	[/^logs\/\d{4}\/\d{2}\/[^/]+\.ya?ml$/, () => ({
		kind: "entry",
		certain: true
	})],
	[/^logs\/.+\.ya?ml$/, () => ({
		kind: "entry",
		certain: false
	})],
	[/^templates\/[^/]+\.ya?ml$/, () => ({ kind: "template" })],
	[/^state\/github\.ya?ml$/, () => ({ kind: "sync-base" })]
];
const OURS = /^(active|completed|archive|sessions|logs|templates|state)(\/|$)/;
/** The part that a file plays in the store, by its path alone. */
function roleOf(path) {
	if (isPolicy(path)) return { kind: "config" };
	for (const [pattern, role] of ROLES) {
		const match = pattern.exec(path);
		if (match) return role(match);
	}
	return { kind: "ignored" };
}
/** True where something that is not a regular file may hide milestones, sessions or journal entries from us. */
function isOurs(path) {
	return isPolicy(path) || OURS.test(path);
}
/** `active/dependencies.yaml` of the original command set lists edges between milestones; it is no milestone. */
function isDependencyMap(id, value) {
	return /(^|[-_.])dependenc(y|ies)([-_.]|$)/i.test(id) && typeof value === "object" && value !== null && !("title" in value);
}

// src/store/yaml/place.ts
/** `timeline.estimated_end`, `tasks[2].status`: items count from 0, as in the path itself. */
function pathText(path) {
	return path.map((step, i) => typeof step === "number" ? `[${step}]` : i === 0 ? step : `.${step}`).join("");
}
/** 1-based line and column (in UTF-16 units) of an offset; a byte-order mark takes no column. */
function placeAt(text, offset) {
	let line = 1;
	let start = text.startsWith("﻿") ? 1 : 0;
	for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) {
		line++;
		start = at + 1;
	}
	return {
		line,
		column: Math.max(1, offset - start + 1)
	};
}
function follow(doc, node) {
	return (0, import_dist.isAlias)(node) ? node.resolve(doc) : node;
}
function startOf(node) {
	return node?.range?.[0];
}
/** The pair under a key, also where it stands in a map that is merged in with `<<`. */
function find(doc, node, key) {
	if (!(0, import_dist.isMap)(node)) return void 0;
	const own = pairOf(node, key);
	if (own) return own;
	const merged = node.items.find((pair) => keyText(pair.key) === "<<")?.value;
	const sources = (0, import_dist.isSeq)(merged) ? merged.items : [merged];
	for (const source of sources) {
		const found = find(doc, follow(doc, source), key);
		if (found) return found;
	}
}
/**
* Offset of what stands at a path: its value, or its key where `which` says so or the value is left empty. Where the path
* does not exist, the offset of the deepest part that does.
*/
function offsetOf(doc, path, which = "value") {
	let node = follow(doc, doc.contents);
	let offset = startOf(node) ?? 0;
	for (const [depth, step] of path.entries()) {
		const last = depth === path.length - 1;
		if (typeof step === "number") {
			const item = (0, import_dist.isSeq)(node) ? node.items[step] : void 0;
			if (item === void 0) break;
			offset = startOf(item) ?? offset;
			node = follow(doc, item);
			continue;
		}
		const pair = find(doc, node, step);
		if (!pair) break;
		offset = startOf(pair.value === null || (0, import_dist.isScalar)(pair.value) && pair.value.value === null || last && which === "key" ? pair.key : pair.value) ?? offset;
		node = follow(doc, pair.value);
	}
	return offset;
}

// src/store/issue.ts
const KINDS = {
	string: "text",
	number: "a number",
	int: "a whole number",
	boolean: "true or false",
	array: "a list",
	object: "a mapping",
	record: "a mapping"
};
const REFINED = {
	"bad-date": [
		"bad-date",
		"which is not a date",
		"Write a date as YYYY-MM-DD, for example 2024-07-28."
	],
	"far-date": [
		"bad-date",
		"which is too long ago",
		"Write a date from 1900-01-01 to 9999-12-31."
	],
	"bad-span": [
		"bad-span",
		"which is not a length of time",
		"Write working days or weeks, for example 5d or 2w."
	],
	"long-span": [
		"bad-span",
		"which is too long",
		`Write at most ${LONGEST_SPAN}d or ${LONGEST_SPAN}w.`
	],
	"bad-id": [
		"bad-id",
		"which cannot be an id",
		"Use letters, digits, dot, underscore and hyphen; start with a letter or digit; at most 64 characters."
	]
};
function shown(value) {
	if (Array.isArray(value)) return "a list";
	if (typeof value === "object" && value !== null) return "a mapping";
	if (typeof value !== "string") return value === null ? "empty" : String(value);
	return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
}
function oneOf(words) {
	return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
function wrongType(name, value, expected, path) {
	const kinds = oneOf([...new Set(expected.map((kind) => KINDS[kind] ?? kind))]);
	if (value === void 0 || value === null) {
		const last = path.at(-1);
		return value === void 0 || typeof last === "string" ? {
			code: "missing-key",
			path,
			message: `${name} is ${value === void 0 ? "missing" : "empty"}`,
			hint: `Give ${last ?? name} a value: ${kinds}.`
		} : {
			code: "wrong-type",
			path,
			message: `${name} is empty`,
			hint: `Write ${kinds}, or remove the item.`
		};
	}
	const quote = (typeof value === "number" || typeof value === "boolean") && expected.includes("string");
	const bare = typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value));
	const hint = quote ? `Put it in quotes: "${value}".` : bare && (expected.includes("number") || expected.includes("int")) ? "Remove the quotes around the number." : `Write ${kinds}.`;
	return {
		code: "wrong-type",
		path,
		message: `${name} is ${shown(value)}, but must be ${kinds}`,
		hint
	};
}
function wrongValue(name, value, values, path) {
	const words = values.map(String);
	const meant = typeof value === "string" ? nearest(value, words, 2) : void 0;
	const hint = `${meant === void 0 ? "" : `Did you mean ${meant}? `}Allowed: ${words.join(", ")}.`;
	return {
		code: "wrong-value",
		path,
		message: `${name} is ${shown(value)}, which is not allowed`,
		hint
	};
}
/** `1000000` → `1,000,000`: so many zeros are not read otherwise. */
function grouped(limit) {
	return String(limit).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
function bound(issue, name, value, path) {
	const limit = grouped(issue.code === "too_big" ? issue.maximum : issue.minimum);
	if (issue.code === "too_small" && issue.origin === "string") return {
		code: "missing-key",
		path,
		message: `${name} is empty`,
		hint: `Write some text for ${name}.`
	};
	if (issue.code === "too_small" && issue.origin !== "number") return {
		code: "wrong-value",
		path,
		message: `${name} is empty`,
		hint: `List at least one item.`
	};
	const side = issue.code === "too_big" ? issue.inclusive ? "at most" : "less than" : issue.inclusive ? "at least" : "more than";
	return {
		code: "wrong-value",
		path,
		message: `${name} is ${shown(value)}, but must be ${side} ${limit}`,
		hint: `Write a number that is ${side} ${limit}.`
	};
}
/** True if the complaint is about the value as a whole being of another kind: this alternative was not meant. */
function isOtherKind(issue) {
	return issue !== void 0 && issue.path.length === 0 && (issue.code === "invalid_type" || issue.code === "invalid_value");
}
/** Of a union, the alternative that the value comes closest to; where it is none of them, all that it might be. */
function union(issue, root, path) {
	const meant = issue.errors.filter((issues) => !isOtherKind(issues[0])).sort((a, b) => a.length - b.length)[0];
	if (meant) return meant.flatMap((inner) => complaints(inner, root, path));
	const firsts = issue.errors.flatMap((issues) => issues.slice(0, 1));
	const name = pathText(path) || "the file";
	const value = valueAt(root, path);
	const values = firsts.flatMap((inner) => inner.code === "invalid_value" ? inner.values : []);
	const kinds = firsts.flatMap((inner) => inner.code === "invalid_type" ? [inner.expected] : []);
	if (values.length === 0 || value === null) return [wrongType(name, value, kinds, path)];
	return [wrongValue(name, value, [...kinds.flatMap((kind) => kind === "boolean" ? ["true", "false"] : [KINDS[kind] ?? kind]), ...values], path)];
}
/** One zod issue → what to tell the person; a union yields what is wrong with the alternative that was meant. */
function complaints(issue, root, base = []) {
	const path = [...base, ...issue.path.map((step) => typeof step === "symbol" ? String(step) : step)];
	const name = pathText(path) || "the file";
	const value = valueAt(root, path);
	if (issue.code === "invalid_union") return union(issue, root, path);
	if (issue.code === "invalid_type") return [wrongType(name, value, [issue.expected], path)];
	if (issue.code === "invalid_value") return [wrongValue(name, value, issue.values, path)];
	if (issue.code === "too_big" || issue.code === "too_small") return [bound(issue, name, value, path)];
	const refined = issue.code === "custom" ? REFINED[String(issue.params?.["code"])] : void 0;
	if (refined) return [{
		code: refined[0],
		path,
		message: `${name} is ${shown(value)}, ${refined[1]}`,
		hint: refined[2]
	}];
	const wanted = issue.message.replace(/^not /, "");
	return [{
		code: "wrong-value",
		path,
		message: `${name} is ${shown(value)}, but must be ${wanted}`,
		hint: `Write ${wanted}.`
	}];
}

// src/store/known-keys.ts
const cache = /* @__PURE__ */ new WeakMap();
function compile(schema) {
	const done = cache.get(schema);
	if (done) return done;
	const known = {};
	cache.set(schema, known);
	const { def } = schema._zod;
	if (def.type === "object") known.keys = new Map(Object.entries(def.shape ?? {}).map(([key, s]) => [key, compile(s)]));
	else if (def.type === "array" && def.element) known.items = compile(def.element);
	else if (def.type === "record" && def.valueType) known.values = compile(def.valueType);
	else if (def.type === "union") for (const option of def.options ?? []) Object.assign(known, compile(option));
	else if (def.innerType) Object.assign(known, compile(def.innerType));
	return known;
}
function walk(value, known, path, found) {
	if (known === void 0 || typeof value !== "object" || value === null) return;
	if (Array.isArray(value)) {
		if (known.items) for (const [i, item] of value.entries()) walk(item, known.items, [...path, i], found);
		return;
	}
	const { keys, values } = known;
	for (const [key, item] of Object.entries(value)) if (keys && keys.size > 0 && !keys.has(key)) found.push({
		path: [...path, key],
		meant: nearest(key, keys.keys())
	});
	else if (typeof item === "object") walk(item, values ?? keys?.get(key), [...path, key], found);
}
/** Every key of `value` that its schema does not know, in the order of the file. */
function unknownKeys(value, schema) {
	const found = [];
	walk(value, compile(schema), [], found);
	return found;
}

// src/model/records.ts
/** The store's remaining files: what other parts of the product keep there. */
/** `templates/*.yaml`: a milestone to start from, or the estimation model; the title may be left out. */
const templateSchema = milestoneSchema.partial().extend({ name: optional.text });
/** `archive/<id>/metrics.yaml`: what a finished milestone measured. */
const metricsSchema = looseObject({
	estimated_hours: optional.amount,
	actual_hours: optional.amount,
	lessons: optional.texts
});

// src/store/schema.ts
/** The schema of each kind of file that the store reads. */
const SCHEMAS = {
	config: configSchema,
	milestone: milestoneSchema,
	metrics: metricsSchema,
	session: sessionSchema,
	entry: entrySchema,
	template: templateSchema,
	"sync-base": syncBaseSchema
};

// src/store/validate.ts
/** Findings of a kind that are told for one file. A broken generator can make thousands, which nobody reads. */
const MAX_FINDINGS$2 = 100;
/** The place of what stands at `path` inside a file: its value, or its key. */
function placeIn(file, path, which = "value") {
	return {
		file: file.path,
		...placeAt(file.text, offsetOf(file.doc, path, which))
	};
}
/**
* The contents of a file as its schema gives them, or undefined where it breaks the schema. Findings are added to
* `diagnostics`; unknown keys are among them, whether the file is valid or not.
*/
function validate(kind, file, diagnostics) {
	const schema = SCHEMAS[kind];
	const { value } = file;
	if (typeof value !== "object" || value === null || Array.isArray(value)) {
		const is = Array.isArray(value) ? "a list" : "a single value";
		diagnostics.push(diagnostic("not-a-mapping", placeIn(file, []), `the file holds ${is}, not keys with values`, "Write `key: value` lines, for example `title: Integration tests`."));
		return;
	}
	const unknown = unknownKeys(value, schema);
	for (const { path, meant } of unknown.slice(0, MAX_FINDINGS$2)) {
		const hint = meant === void 0 ? "It is kept as it is." : `Did you mean ${meant}? It is kept as it is.`;
		diagnostics.push(diagnostic("unknown-key", placeIn(file, path, "key"), `${pathText(path)} is not a known key`, hint));
	}
	more(unknown.length, "unknown-key", file, diagnostics);
	const result = schema.safeParse(value);
	if (result.success) return result.data;
	const { issues } = result.error;
	const found = issues.slice(0, MAX_FINDINGS$2).flatMap((issue) => complaints(issue, value));
	for (const { code, path, message, hint } of found.slice(0, MAX_FINDINGS$2)) diagnostics.push(diagnostic(code, placeIn(file, path), message, hint));
	more(Math.max(issues.length, found.length), "wrong-value", file, diagnostics);
}
function more(count, code, file, diagnostics) {
	if (count <= MAX_FINDINGS$2) return;
	const message = `${count - MAX_FINDINGS$2} more findings in this file are left out`;
	diagnostics.push(diagnostic(code, { file: file.path }, message, "Mend those that are listed, then check again."));
}

// src/store/names.ts
/** Claims the id that a path gives to its file. False, with a finding, where it cannot be an id or another file has it. */
function claim(names, id, path, diagnostics) {
	if (!ID_PATTERN.test(id)) {
		const message = `the file name makes the id ${JSON.stringify(id)}, which cannot be one`;
		diagnostics.push(diagnostic("bad-id", { file: path }, message, "Use letters, digits, dot, underscore and hyphen; start with a letter or digit; at most 64 characters."));
		return false;
	}
	const first = names.get(idKey(id));
	if (first === void 0) {
		names.set(idKey(id), {
			id,
			path
		});
		return true;
	}
	const also = first.id === id ? "" : ", which differ in case only";
	const message = `the id ${id} is given twice: by ${first.path} and by ${path}${also}`;
	diagnostics.push(diagnostic("duplicate-id", { file: path }, message, "Rename or remove one of the two files."));
	return false;
}
/** True if the `id` inside a file, where there is one, is the id that its name gives; else a finding says so. */
function agrees(file, given, id, diagnostics) {
	if (given == null || given === id) return true;
	const message = `id is ${JSON.stringify(given)}, but the file name makes it ${id}`;
	diagnostics.push(diagnostic("id-mismatch", placeIn(file, ["id"]), message, `Write id: ${id}, or rename the file.`));
	return false;
}

// src/store/open.ts
const IRREGULAR = {
	"is-directory": ["this is a folder where a file is expected", "Rename the folder, or put the file in its place."],
	"is-link": ["this is a symbolic link, which is not followed", "Put the file itself here."],
	"too-large": ["the file is larger than 1 MiB", "Split it, or move attachments out of the store."],
	"not-utf8": ["the file is not UTF-8 text", "Save it as UTF-8."]
};
/** A file that the store leaves alone, said once so that nobody believes it counts. */
function ignored(path) {
	const hint = path.startsWith("logs/") ? "Journal entries are logs/<year>/<month>/*.yaml." : path.startsWith("sessions/") ? "Sessions are sessions/<id>.yaml." : "Milestones are active/<id>.yaml, completed/<id>.yaml and archive/<id>/milestone.yaml.";
	return diagnostic("ignored-file", { file: path }, "not a file of the store; left alone", hint);
}
/** What cannot be read as text at all: an error where it may hide something of ours. */
function irregular(path, kind) {
	if (roleOf(path).kind === "silent") return [];
	const [message, hint] = IRREGULAR[kind];
	return [isOurs(path) ? diagnostic(kind, { file: path }, message, hint) : ignored(path)];
}
/** One of the store's files, its YAML understood; undefined, with findings, where that fails. */
function open(path, text, diagnostics) {
	const parsed = parse(text);
	if (!parsed.ok) {
		for (const { code, message, hint, offset } of parsed.problems) diagnostics.push(diagnostic(code, {
			file: path,
			...placeAt(text, offset)
		}, message, hint));
		return;
	}
	if (parsed.value !== null || parsed.doc.contents?.range[0] !== parsed.doc.contents?.range[1]) return {
		path,
		text,
		doc: parsed.doc,
		value: parsed.value
	};
	if (roleOf(path).kind === "config" && text.trim() !== "") return {
		path,
		text,
		doc: parsed.doc,
		value: {}
	};
	const hint = roleOf(path).kind === "milestone" ? "Write at least `title: …`, or remove the file." : "Fill it, or remove it.";
	diagnostics.push(diagnostic("empty-file", { file: path }, "the file is empty", hint));
}

// src/store/file-reading.ts
function milestoneIn(id, folder, path, text, diagnostics) {
	const file = open(path, text, diagnostics);
	if (file && isDependencyMap(id, file.value)) {
		diagnostics.push(ignored(path));
		return null;
	}
	const contents = file && validate("milestone", file, diagnostics);
	return {
		kind: "milestone",
		id,
		milestone: file && contents && agrees(file, contents.id, id, diagnostics) ? toMilestone(contents, id, path, folder) : null
	};
}
function sessionIn(id, file, diagnostics) {
	const contents = validate("session", file, diagnostics);
	return {
		kind: "session",
		id,
		session: contents && agrees(file, contents.id, id, diagnostics) ? toSession(contents, id, file.path) : null
	};
}
function entryIn(certain, file, diagnostics) {
	const { value } = file;
	if (!certain && !(typeof value === "object" && value !== null && "kind" in value && "at" in value)) {
		diagnostics.push(ignored(file.path));
		return null;
	}
	const contents = validate("entry", file, diagnostics);
	return contents ? {
		kind: "entry",
		entry: toEntry(contents)
	} : null;
}
function foundIn(path, text, diagnostics) {
	const role = roleOf(path);
	if (role.kind === "silent") return null;
	if (role.kind === "ignored") {
		diagnostics.push(ignored(path));
		return null;
	}
	if (role.kind === "milestone") return milestoneIn(role.id, role.folder, path, text, diagnostics);
	const file = open(path, text, diagnostics);
	if (!file) return null;
	if (role.kind === "session") return sessionIn(role.id, file, diagnostics);
	if (role.kind === "entry") return entryIn(role.certain, file, diagnostics);
	if (role.kind === "config") {
		const contents = validate("config", file, diagnostics);
		return {
			kind: "config",
			config: contents ? toConfig(contents) : null,
			place: placeIn(file, [])
		};
	}
	if (role.kind === "sync-base") {
		const contents = validate("sync-base", file, diagnostics);
		return contents ? {
			kind: "sync-base",
			base: toSyncBase(contents)
		} : null;
	}
	validate(role.kind, file, diagnostics);
	return null;
}
/** Understands one text file of the store, by its path relative to it. Never throws, whatever the text. */
function readingOf(path, text) {
	const diagnostics = [];
	return {
		text,
		found: foundIn(path, text, diagnostics),
		diagnostics
	};
}

// src/model/groups.ts
/** True for a team of an organisation, whose members GitHub knows and the policy does not. */
function isTeam(name) {
	return /^@[^/]+\/.+$/.test(name);
}
/** The teams and logins behind a name: itself, or those of the group that it is and of the groups in that one, at any depth. */
function namesBehind(name, groups, seen = /* @__PURE__ */ new Set()) {
	if (seen.has(name)) return [];
	seen.add(name);
	return Object.hasOwn(groups, name) ? (groups[name] ?? []).flatMap((each) => namesBehind(each, groups, seen)) : [name];
}

// src/store/policy-rules.ts
/** Findings that are told; whoever mends these sees the rest. */
const MAX_FINDINGS$1 = 100;
/** Words that a condition can be about, where the policy itself does not choose them. */
const WORDS = {
	priority: PRIORITIES,
	status: MILESTONE_STATUSES,
	kind: SIGN_OFF_KINDS
};
/** The words of a condition with their places; limits and flags are none. */
function wordsAt(condition, path) {
	if (Array.isArray(condition)) return condition.flatMap((each, i) => wordsAt(each, [...path, i]));
	return typeof condition === "string" || typeof condition === "number" ? [[String(condition), path]] : [];
}
function otherWords({ name, when }, at, ids) {
	return Object.entries(when ?? {}).flatMap(([key, condition]) => wordsAt(condition, [
		...at,
		"when",
		key
	]).flatMap(([word, path]) => {
		const allowed = key === "milestone" ? ids : Object.hasOwn(WORDS, key) ? WORDS[key] : void 0;
		if (allowed === void 0 || allowed.some((each) => idKey(each) === idKey(word))) return [];
		const near = nearest(word, allowed);
		const meant = near === void 0 ? "" : `Did you mean ${near}? `;
		if (key !== "milestone") return [{
			path,
			message: `${name} asks about ${key} ${word}, which there is not, so it never asks about that`,
			hint: `${meant}Use one of ${allowed.join(", ")}.`
		}];
		return [{
			path,
			message: `${name} asks about milestone ${word}, and there is no milestone ${word}`,
			hint: /[*?]/.test(word) ? "List the ids as they are; to ask about several at once, give them a label and ask about that." : `${meant}Until there is one, it never asks.`
		}];
	}));
}
/** What is wrong with whom a rule, or `authority`, asks: names that may be misspelled groups, and more approvals than people. */
function askedWrongly(name, from, at, { groups, team }) {
	const listed = Array.isArray(from);
	const sides = {
		any: listed ? from : from.any ?? [],
		all: listed ? [] : from.all ?? []
	};
	const count = listed ? 1 : from.count ?? 1;
	const placeOf = (side, i) => listed ? [...at, i] : [
		...at,
		side,
		i
	];
	const isMember = (who) => team.some(({ login }) => login.toLowerCase() === who.toLowerCase());
	const misspelled = ["any", "all"].flatMap((side) => sides[side].flatMap((who, i) => {
		if (Object.hasOwn(groups, who) || isTeam(who) || isMember(who.replace(/^@/, ""))) return [];
		const meant = nearest(who, Object.keys(groups));
		const message = `${name} asks ${who}, which is no group and no login of the team`;
		const hint = `Did you mean ${meant}? Else name ${who} in \`team\` or in a group.`;
		return meant === void 0 ? [] : [{
			path: placeOf(side, i),
			message,
			hint
		}];
	}));
	const empty = sides.all.flatMap((who, i) => {
		const message = `${name} needs the approval of ${who}, and nobody is in that group`;
		return namesBehind(who, groups).length > 0 ? [] : [{
			path: placeOf("all", i),
			message,
			hint: "Name somebody in it."
		}];
	});
	const behind = sides.any.flatMap((who) => namesBehind(who, groups));
	const people = [...new Set(behind.map((who) => who.replace(/^@/, "").toLowerCase()))];
	const none = sides.any.length + sides.all.length === 0;
	if (behind.some(isTeam) || sides.any.length === 0 && !none || people.length >= count) return [...misspelled, ...empty];
	const found = people.length === 0 ? "nobody is" : `only ${people.join(", ")} ${people.length === 1 ? "is" : "are"}`;
	const message = `${name} needs ${count} ${count === 1 ? "approval" : "approvals"}, and ${found} asked: it can never be met`;
	return [
		...misspelled,
		...empty,
		{
			path: at,
			message,
			hint: "Name more people, or ask for fewer approvals."
		}
	];
}
/** Approval rules that can never ask, or that nobody can satisfy. `ids` are the milestones that there are, broken ones included. */
function checkPolicy(config, ids, reopen) {
	const { approvals, authority } = config;
	return [...approvals.flatMap((rule, i) => [...otherWords(rule, ["approvals", i], ids), ...askedWrongly(rule.name, rule.from, [
		"approvals",
		i,
		"from"
	], config)]), ...authority.beyond ? askedWrongly("authority", authority.beyond, ["authority", "beyond"], config) : []].slice(0, MAX_FINDINGS$1).map(({ path, message, hint }) => diagnostic("doubtful-rule", placeIn(reopen(), path), message, hint));
}

// src/store/references.ts
function dependenciesOf(milestone) {
	return [...milestone.requires.map(({ id }, index) => ({
		on: id,
		side: "requires",
		index
	})), ...milestone.enables.map((id, index) => ({
		on: id,
		side: "enables",
		index
	}))];
}
/** Wrong dependencies that are told for one milestone; whoever mends these sees the rest. */
const MAX_FINDINGS = 100;
/** Where the id of a dependency stands: lists and mappings, plain ids and `{id, lag}` are all written by people. */
function placeOf(file, { side, index }) {
	const { dependencies } = file.value;
	const path = Array.isArray(dependencies) ? ["dependencies", index] : [
		"dependencies",
		side,
		index
	];
	const list = Array.isArray(dependencies) ? dependencies : dependencies[side];
	return placeIn(file, typeof list?.[index] === "object" ? [...path, "id"] : path);
}
/** Dependencies on oneself and on nobody. `known` holds the ids of unreadable milestones too: those are not missing. */
function checkDependencies(milestones, known, reopen) {
	const found = [];
	for (const milestone of milestones) {
		const wrong = dependenciesOf(milestone).filter(({ on }) => on === milestone.id || !known.has(on));
		for (const dependency of wrong.slice(0, MAX_FINDINGS)) {
			const { on, side } = dependency;
			const place = placeOf(reopen(milestone.file), dependency);
			if (on === milestone.id) {
				const message = `${on} depends on itself`;
				found.push(diagnostic("self-dependency", place, message, `Remove ${on} from dependencies.${side}.`));
				continue;
			}
			const others = [...known].filter((id) => id !== milestone.id);
			const meant = nearest(on, others);
			const create = `reate active/${on}.yaml, or remove the dependency.`;
			const hint = meant === void 0 ? `C${create}` : `Did you mean ${meant}? Else c${create}`;
			found.push(diagnostic("unknown-dependency", place, `${milestone.id} ${side} ${on}, but there is no milestone ${on}`, hint));
		}
	}
	return found;
}
/** Every dependency cycle, one finding each, at the dependency that closes it. */
function checkCycles(milestones, reopen) {
	const found = [];
	const byId = new Map(milestones.map((milestone) => [milestone.id, milestone]));
	const ids = [...byId.keys()];
	let edges = edgesOf(milestones);
	for (let cycle = findCycle(ids, edges); cycle !== null && found.length < 20; cycle = findCycle(ids, edges)) {
		const [to = ""] = cycle;
		const from = cycle.at(-1) ?? to;
		edges = edges.filter((edge) => edge.from !== from || edge.to !== to);
		const by = (id, side, on) => {
			const dependency = dependenciesOf(byId.get(id)).find((d) => d.side === side && d.on === on);
			return dependency && placeOf(reopen(byId.get(id).file), dependency);
		};
		const place = by(to, "requires", from) ?? by(from, "enables", to);
		const message = `these milestones wait for each other: ${[...cycle, to].join(" → ")}`;
		if (place) found.push(diagnostic("cycle", place, message, "Remove one of these dependencies."));
	}
	return found;
}
const SPANS = [["estimated_start", "estimated_end"], ["actual_start", "actual_end"]];
/** Timelines that end before they start. */
function checkTimelines(milestones, timeZone, reopen) {
	return milestones.flatMap(({ timeline, file }) => SPANS.flatMap(([startKey, endKey]) => {
		const start = timeline[startKey];
		const end = timeline[endKey];
		if (typeof start !== "string" || typeof end !== "string") return [];
		if ((parseDay(start, timeZone) ?? 0) <= (parseDay(end, timeZone) ?? 0)) return [];
		const message = `timeline.${endKey} is ${end}, before timeline.${startKey} ${start}`;
		const place = placeIn(reopen(file), ["timeline", endKey]);
		return [diagnostic("start-after-end", place, message, "Check the two dates; an end lies on or after its start.")];
	}));
}

// src/store/read.ts
/** How the files of a store that was read are understood: a later version of it shares most of them. */
const readings = /* @__PURE__ */ new WeakMap();
/** The policy, if no other file has given it: with two of them, nobody could tell which one is in force. */
function readPolicy(path, { config, place }, reading) {
	const first = [...reading.files.keys()].find(isPolicy);
	if (first === path) {
		if (config) reading.config = config;
		return;
	}
	const message = `the policy is given twice: by ${first} and by ${path}`;
	reading.diagnostics.push(diagnostic("duplicate-id", place, message, "Bring both together in one of the two files, and remove the other."));
}
function take(path, found, reading) {
	const { diagnostics } = reading;
	if (found.kind === "milestone") {
		if (claim(reading.milestoneNames, found.id, path, diagnostics) && found.milestone) reading.milestones.push(found.milestone);
	} else if (found.kind === "session") {
		if (claim(reading.sessionNames, found.id, path, diagnostics) && found.session) reading.sessions.push(found.session);
	} else if (found.kind === "entry") reading.journal.push(found.entry);
	else if (found.kind === "config") readPolicy(path, found, reading);
	else reading.syncBase = found.base;
}
function readIrregular(path, kind, reading) {
	reading.diagnostics.push(...irregular(path, kind));
	const role = roleOf(path);
	if (role.kind === "milestone") claim(reading.milestoneNames, role.id, path, reading.diagnostics);
}
/** Findings that need more than one file, or the calendar. Each text is parsed again only if something is wrong with it. */
function checkTogether({ milestones, milestoneNames, config, files }) {
	const opened = /* @__PURE__ */ new Map();
	const reopen = (path) => {
		const file = opened.get(path) ?? open(path, files.get(path) ?? "", []);
		if (!file) throw new Error(`${path} was readable before`);
		opened.set(path, file);
		return file;
	};
	const known = new Set([...milestoneNames.values()].map(({ id }) => id));
	const policy = [...files.keys()].find(isPolicy);
	return [
		...policy === void 0 ? [] : checkPolicy(config, [...known], () => reopen(policy)),
		...checkDependencies(milestones, known, reopen),
		...checkCycles(milestones, reopen),
		...checkTimelines(milestones, config.calendar.timezone, reopen)
	];
}
/**
* The store as its files tell it, with every finding on the way. Files may come in any order; paths are relative to the
* store. Never throws, whatever the files hold: what cannot be read is an error diagnostic and is left out. `earlier` is the store
* as it was before some of its files changed: git tells the same past of both, and what did not change is not read again.
*/
function readStore(files, earlier) {
	const known = earlier && readings.get(earlier.files);
	const own = /* @__PURE__ */ new Map();
	const reading = {
		diagnostics: [],
		files: /* @__PURE__ */ new Map(),
		milestones: [],
		sessions: [],
		journal: [],
		milestoneNames: /* @__PURE__ */ new Map(),
		sessionNames: /* @__PURE__ */ new Map(),
		config: toConfig({}),
		syncBase: NO_SYNC_BASE
	};
	for (const file of [...files].sort((a, b) => compareIds(a.path, b.path))) if (file.kind === "text") {
		const { path, text } = file;
		const before = known?.get(path);
		const understood = before?.text === text ? before : readingOf(path, text);
		own.set(path, understood);
		reading.files.set(path, text);
		reading.diagnostics.push(...understood.diagnostics);
		if (understood.found) take(path, understood.found, reading);
	} else readIrregular(file.path, file.kind, reading);
	reading.milestones.sort((a, b) => compareIds(a.id, b.id));
	reading.sessions.sort((a, b) => compareIds(a.id, b.id));
	reading.journal.sort(compareEntries);
	reading.diagnostics.push(...checkTogether(reading));
	const { config, milestones, sessions, journal, syncBase, diagnostics } = reading;
	readings.set(reading.files, own);
	return {
		files: reading.files,
		config,
		milestones,
		sessions,
		journal,
		syncBase,
		diagnostics: diagnostics.sort(compareDiagnostics),
		history: earlier?.history ?? NO_HISTORY
	};
}

// src/store/hunk.ts
/** How far from where an edit is made its lines may stand: a comment or an empty line between them. */
const NEAR = 2;
const linesOf$1 = (text) => text.split(/(?<=\n)/);
/** Number of equal lines at the start of two versions of a text, and at their end behind that. */
function sharedEnds(old, next) {
	const most = Math.min(old.length, next.length);
	let head = 0;
	while (head < most && old[head] === next[head]) head++;
	let tail = 0;
	while (tail < most - head && old.at(-1 - tail) === next.at(-1 - tail)) tail++;
	return {
		head,
		tail
	};
}
/** The lines in which two versions of a text differ, up to one line around them. */
function hunkOf(was, now) {
	const [old, next] = [linesOf$1(was), linesOf$1(now)];
	const { head, tail } = sharedEnds(old, next);
	const [from, rest] = [Math.max(0, head - 1), Math.max(0, tail - 1)];
	const cut = (lines) => lines.slice(from, lines.length - rest).join("");
	return {
		now: cut(next),
		was: cut(old)
	};
}
const standsAt = (lines, wanted, at) => wanted.every((line, k) => lines[at + k] === line);
const replaced = (lines, at, count, by) => [
	...lines.slice(0, at),
	by,
	...lines.slice(at + count)
].join("");
/** The text with a hunk taken back; null unless its lines stand in the text exactly once. */
function takenBack(text, { now, was }) {
	const [lines, wanted] = [linesOf$1(text), linesOf$1(now)];
	const places = [...lines.keys()].filter((i) => standsAt(lines, wanted, i));
	const [place] = places;
	if (place === void 0 || places.length > 1) return null;
	return replaced(lines, place, wanted.length, was);
}
/**
* The texts with a hunk taken back whose surroundings have changed since, the likeliest first: its lines with one side of what
* surrounded them, then alone, at and around the place where `edited`, the text edited by value, differs from it.
*/
function takenBackNear(text, { now, was }, edited) {
	const [lines, next, old] = [
		linesOf$1(text),
		linesOf$1(now),
		linesOf$1(was)
	];
	const { head, tail } = sharedEnds(old, next);
	const wanted = next.slice(head, next.length - tail);
	const put = old.slice(head, old.length - tail);
	const by = put.join("");
	const oneSided = [{
		now: [...next.slice(0, head), ...wanted],
		was: [...old.slice(0, head), ...put]
	}, {
		now: next.slice(head),
		was: old.slice(head)
	}].flatMap((side) => side.now.length > wanted.length ? takenBack(text, {
		now: side.now.join(""),
		was: side.was.join("")
	}) ?? [] : []);
	const middle = sharedEnds(lines, linesOf$1(edited)).head;
	const places = [...lines.keys(), lines.length].filter((i) => Math.abs(i - middle) <= NEAR + wanted.length);
	places.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
	const near = places.filter((i) => standsAt(lines, wanted, i)).map((i) => replaced(lines, i, wanted.length, by));
	return [...oneSided, ...near];
}

// src/store/yaml.ts
/** A YAML text as plain data: null for an empty one, undefined for one that cannot be read. Never throws. */
function parseYaml(text) {
	const parsed = parse(text);
	return { data: parsed.ok ? parsed.value : void 0 };
}

// src/store/edit/entries.ts
function isFlow(node) {
	return (0, import_dist.isCollection)(node) && node.flow === true;
}
function isBlockCollection(node) {
	return ((0, import_dist.isMap)(node) || (0, import_dist.isSeq)(node)) && node.flow !== true;
}
function isBlockScalar(node) {
	return (0, import_dist.isScalar)(node) && (node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED");
}
/** True for a value of which nothing is written: `owner:`. */
function isEmpty(node) {
	return node === null || (0, import_dist.isScalar)(node) && node.range?.[0] === node.range?.[1];
}
function rangeOf(node) {
	return [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
}
/** Behind the last character of a value; `from` stands for values of which nothing is written. */
function contentEnd(text, node, from) {
	if (node === null || isEmpty(node)) return from;
	const [start, end] = rangeOf(node);
	if (isBlockCollection(node)) return entriesOf(text, node).at(-1)?.end ?? end;
	if (!isBlockScalar(node) || (0, import_dist.isAlias)(node)) return end;
	const keeps = /^[|>]\d?\+/.test(text.slice(start, start + 3));
	return start + text.slice(start, end).replace(keeps ? /\r?\n$/ : /\s+$/, "").length;
}
function indicator(tokens, type) {
	const token = tokens?.find((t) => t.type === type);
	return token && token.offset + token.source.length;
}
function pairEntry(text, pair) {
	const key = pair.key;
	const value = pair.value;
	const [start, keyEnd] = rangeOf(key);
	const { srcToken } = pair;
	const colon = indicator(srcToken?.sep, "map-value-ind");
	return {
		key: keyText(key),
		value,
		start,
		indicator: colon,
		end: contentEnd(text, value, colon ?? keyEnd)
	};
}
/** The entries of a collection, which must come from a document parsed with its source tokens. */
function entriesOf(text, collection) {
	if ((0, import_dist.isMap)(collection)) return collection.items.map((pair) => pairEntry(text, pair));
	const items = collection.items;
	if (isFlow(collection)) return items.map((value) => {
		const [start, end] = value ? rangeOf(value) : [0, 0];
		return {
			key: void 0,
			value,
			start,
			indicator: void 0,
			end
		};
	});
	const dashes = (collection.srcToken?.items ?? []).flatMap((item) => indicator(item.start, "seq-item-ind") ?? []);
	return items.map((value, i) => {
		const dash = dashes[i] ?? 0;
		return {
			key: void 0,
			value,
			start: dash - 1,
			indicator: dash,
			end: contentEnd(text, value, dash)
		};
	});
}

// src/store/edit/lines.ts
function splice(text, splices) {
	let result = "";
	let at = 0;
	for (const { start, end, text: piece } of [...splices].sort((a, b) => a.start - b.start || a.end - b.end)) {
		result += text.slice(at, start) + piece;
		at = Math.max(at, end);
	}
	return result + text.slice(at);
}
/** Offset of the first character of the line; a byte-order mark is not part of it. */
function lineStart(text, offset) {
	const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
	return start === 0 && text.startsWith("﻿") ? 1 : start;
}
/** Offset of the line's break, or the end of the text. */
function lineEnd(text, offset) {
	const newline = text.indexOf("\n", offset);
	if (newline < 0) return text.length;
	return newline > offset && text[newline - 1] === "\r" ? newline - 1 : newline;
}
/** Offset behind the line's break, or the end of the text. */
function nextLine(text, offset) {
	const newline = text.indexOf("\n", offset);
	return newline < 0 ? text.length : newline + 1;
}
function columnOf(text, offset) {
	return offset - lineStart(text, offset);
}
/** True if only spaces stand before the offset on its line. */
function startsLine(text, offset) {
	return text.slice(lineStart(text, offset), offset).trim() === "";
}
/** The line break in use at a place: that of its line, else of the text before it. */
function breakAt(text, offset) {
	const end = lineEnd(text, offset);
	const newline = end < text.length ? text.indexOf("\n", end) : text.lastIndexOf("\n");
	return newline > 0 && text[newline - 1] === "\r" ? "\r\n" : "\n";
}
/**
* Where a block ends whose last content ends at `end`: behind that line, and behind the comment lines below it that are
* indented by at least `indent` columns, since those belong to the block.
*/
function blockEnd(text, end, indent) {
	let result = nextLine(text, end);
	for (let at = result; at < text.length; at = nextLine(text, at)) {
		const line = text.slice(at, lineEnd(text, at));
		const content = line.trimStart();
		if (content.startsWith("#") && line.length - content.length >= indent) result = nextLine(text, at);
		else if (content !== "") break;
	}
	return result;
}
/** New lines at the start of a line, or at the end of a text that may lack its final line break (and then still does). */
function insertLines(text, at, lines) {
	const eol = breakAt(text, at === 0 ? 0 : at - 1);
	return {
		start: at,
		end: at,
		text: at === text.length && !text.endsWith("\n") ? eol + lines.join(eol) : lines.join(eol) + eol
	};
}
/** Takes out whole lines; at the end of a text without final line break, the breaks before them go instead. */
function deleteLines(text, start, end) {
	if (end < text.length || text.endsWith("\n")) return {
		start,
		end,
		text: ""
	};
	return {
		start: text.slice(0, start).trimEnd().length,
		end,
		text: ""
	};
}

// src/store/edit/layout.ts
/** How a file is laid out, learnt from what it holds: what is added should look as if the same person wrote it. */
function layoutOf(text, doc) {
	let step;
	let indentItems;
	const lists = {
		flow: 0,
		block: 0
	};
	(0, import_dist.visit)(doc, {
		Pair(_, { key, value }) {
			if (!(0, import_dist.isScalar)(key) || !isBlockCollection(value)) return;
			const offset = columnOf(text, rangeOf(value)[0]) - columnOf(text, rangeOf(key)[0]);
			if ((0, import_dist.isSeq)(value)) indentItems ??= offset > 0;
			if ((0, import_dist.isMap)(value) && offset > 0 && offset <= 8) step ??= offset;
		},
		Seq(_, list) {
			if (list.items.length > 0 && list.items.every((item) => (0, import_dist.isScalar)(item))) lists[list.flow ? "flow" : "block"]++;
		}
	});
	return {
		step: step ?? 2,
		indentItems: indentItems ?? true,
		flowLists: lists.block <= lists.flow,
		compact: false
	};
}
/** Names of the anchors that an alias repeats. */
function sharedAnchors(doc) {
	const names = /* @__PURE__ */ new Set();
	(0, import_dist.visit)(doc, { Alias: (_, { source }) => void names.add(source) });
	return names;
}

// src/store/edit/block.ts
/** Indentation from which on comments below the entries are theirs: `parent` is the column of what holds them. */
function ownComments(column, parent) {
	return parent !== void 0 && parent < column ? column : column + 1;
}
/** Adds a key or item as lines of its own, at the end or before a list's item; undefined where the place does not allow it. */
function insertBlock(text, entries, added, parent, layout) {
	const [first] = entries;
	const before = entries[added.index - 1];
	if (!first) return void 0;
	const column = columnOf(text, first.start);
	const valueStart = first.value?.range?.[0] ?? 0;
	const gap = first.indicator !== void 0 && valueStart > first.indicator ? valueStart - first.indicator : 1;
	const lines = added.key === void 0 ? itemLines(added.value, column, layout, lineStart(text, valueStart) === lineStart(text, first.start) ? gap : 1) : entryLines(added.key, added.value, column, layout);
	if (before) {
		const comments = added.index === entries.length ? ownComments(column, parent) : column + 1;
		return [insertLines(text, blockEnd(text, before.end, comments), lines)];
	}
	return startsLine(text, first.start) ? [insertLines(text, lineStart(text, first.start), lines)] : void 0;
}
/** Takes one of several entries out with its lines. Comments before it, and after it at its own indentation, stay. */
function removeBlock(text, entries, index) {
	const entry = entries[index];
	if (!entry) return [];
	const column = columnOf(text, entry.start);
	if (startsLine(text, entry.start)) return [deleteLines(text, lineStart(text, entry.start), blockEnd(text, entry.end, column + 1))];
	const next = entries[index + 1];
	const between = next ? text.slice(lineEnd(text, entry.end), next.start) : "\n#";
	if (next && between.trim() === "") return [{
		start: entry.start,
		end: next.start,
		text: ""
	}];
	return [{
		start: text.slice(0, entry.start).trimEnd().length,
		end: lineEnd(text, entry.end),
		text: ""
	}];
}

// src/store/edit/flow.ts
/** The comma between two offsets, not one inside a comment. */
function commaBetween(text, from, to) {
	for (let at = from; at < to; at++) {
		if (text[at] === ",") return at;
		if (text[at] === "#") at = lineEnd(text, at);
	}
}
/** Adds an entry inside `[ ]` or `{ }` that has some already, on a line of its own where the others have theirs. */
function insertFlow(text, close, entries, index, piece) {
	const next = entries[index];
	if (next) {
		const gap = startsLine(text, next.start) ? breakAt(text, next.start) + " ".repeat(columnOf(text, next.start)) : " ";
		return [{
			start: next.start,
			end: next.start,
			text: `${piece},${gap}`
		}];
	}
	const last = entries.at(-1);
	if (!last) return [];
	const comma = commaBetween(text, last.end, close);
	const separator = comma === void 0 ? [{
		start: last.end,
		end: last.end,
		text: ","
	}] : [];
	if (!(startsLine(text, last.start) && lineStart(text, close) > lineStart(text, last.end))) {
		const at = comma === void 0 ? last.end : comma + 1;
		return [...separator, {
			start: at,
			end: at,
			text: ` ${piece}`
		}];
	}
	const at = lineEnd(text, comma ?? last.end);
	const indent = " ".repeat(columnOf(text, last.start));
	const line = breakAt(text, last.end) + indent + piece + (comma === void 0 ? "" : ",");
	return [...separator, {
		start: at,
		end: at,
		text: line
	}];
}
/** Takes one of several entries out of `[ ]` or `{ }`, with its comma; comments between entries stay. */
function removeFlow(text, entries, index) {
	const entry = entries[index];
	if (!entry) return [];
	const next = entries[index + 1];
	const previous = entries[index - 1];
	if (next) {
		if (/^\s*,\s*$/.test(text.slice(entry.end, next.start))) return [{
			start: entry.start,
			end: next.start,
			text: ""
		}];
		const comma = commaBetween(text, entry.end, next.start) ?? entry.end;
		const spaces = /^ */.exec(text.slice(comma + 1))?.[0].length ?? 0;
		return [withoutBlankLine(text, entry.start, comma + 1 + spaces)];
	}
	if (!previous) return [];
	if (/^\s*,\s*$/.test(text.slice(previous.end, entry.start))) return [{
		start: previous.end,
		end: entry.end,
		text: ""
	}];
	const comma = commaBetween(text, previous.end, entry.start) ?? previous.end;
	return [{
		start: comma,
		end: comma + 1,
		text: ""
	}, withoutBlankLine(text, entry.start, entry.end)];
}
/** The splice that removes a range, and its line where nothing else is left on it. */
function withoutBlankLine(text, start, end) {
	return startsLine(text, start) && text.slice(end, lineEnd(text, end)).trim() === "" ? {
		start: lineStart(text, start),
		end: nextLine(text, end),
		text: ""
	} : {
		start,
		end,
		text: ""
	};
}

// src/store/edit/set.ts
function isNested(value) {
	return typeof value === "object" && value !== null && Object.keys(value).length > 0;
}
/** The quotes that a value has now stay, as far as the new one can be written with them. */
function styleOf(node) {
	if (!(0, import_dist.isScalar)(node)) return "plain";
	return node.type === "QUOTE_DOUBLE" ? "double" : node.type === "QUOTE_SINGLE" ? "single" : "plain";
}
/** Puts text without line breaks in the place of a value; comments beside it stay. */
function replaceInline(text, entry, piece) {
	const { value: node, indicator, end } = entry;
	if (node === null || isEmpty(node)) return indicator === void 0 ? [{
		start: end,
		end,
		text: `: ${piece}`
	}] : [{
		start: indicator,
		end: indicator,
		text: ` ${piece}`
	}];
	const [start, stop] = rangeOf(node);
	if (isBlockScalar(node)) {
		const header = /^[|>][-+\d]*/.exec(text.slice(start))?.[0].length ?? 1;
		const rest = lineEnd(text, start);
		return [{
			start,
			end: start + header,
			text: piece
		}, {
			start: rest,
			end: Math.max(rest, end),
			text: ""
		}];
	}
	if (!isBlockCollection(node)) return [{
		start,
		end: stop,
		text: piece
	}];
	if (indicator === void 0 || lineStart(text, indicator) === lineStart(text, start)) return [{
		start,
		end,
		text: piece
	}];
	const column = columnOf(text, start);
	return [{
		start: indicator,
		end: indicator,
		text: ` ${piece}`
	}, deleteLines(text, lineStart(text, start), blockEnd(text, end, Math.max(column, 1)))];
}
/** A block scalar with another text: its header's style and comment, and its indentation, stay. */
function replaceBlockScalar(text, entry, node, value, layout) {
	const [start] = rangeOf(node);
	const header = /^[|>][-+\d]*/.exec(text.slice(start))?.[0] ?? "|";
	const rest = lineEnd(text, start);
	const eol = breakAt(text, start);
	const old = text.slice(rest, Math.max(rest, entry.end));
	const indent = /\n( +)\S/.exec(old)?.[1]?.length ?? columnOf(text, entry.start) + layout.step;
	const folded = header.startsWith(">") && !/\n\s/.test(value.replace(/\n+$/, ""));
	const ending = /\n*$/.exec(value)?.[0] ?? "";
	const body = folded ? value.slice(0, value.length - ending.length).replaceAll("\n", "\n\n") + ending : value;
	const lines = blockLines(body, indent);
	return [{
		start,
		end: start + header.length,
		text: blockHeader(value, folded ? ">" : "|")
	}, {
		start: rest,
		end: rest + old.length,
		text: eol + lines.join(eol)
	}];
}
/** Gives a value lines of its own, below its key or from its dash on; undefined where the place does not allow it. */
function replaceWithLines(text, entry, value, layout) {
	const { value: node, indicator, end, start: entryStart } = entry;
	if (indicator === void 0) return void 0;
	const eol = breakAt(text, indicator);
	const column = columnOf(text, entryStart);
	const [start, stop] = node === null || isEmpty(node) ? [indicator, indicator] : rangeOf(node);
	const sameLine = lineStart(text, start) === lineStart(text, indicator);
	if (entry.key === void 0) {
		if (!sameLine) return void 0;
		const piece = itemLines(value, column, layout, Math.max(1, start - indicator)).join(eol).slice(column + 1).trimStart();
		return [start === indicator ? {
			start,
			end: stop,
			text: ` ${piece}`
		} : {
			start,
			end,
			text: piece
		}];
	}
	const header = typeof value === "string" ? blockHeader(value) : "";
	const indent = column + (Array.isArray(value) && !layout.indentItems ? 0 : layout.step);
	const lines = typeof value === "string" ? blockLines(value, indent) : collectionLines(value, indent, layout);
	if (isBlockCollection(node)) {
		if (sameLine || header !== "") return void 0;
		const from = lineStart(text, start);
		const to = blockEnd(text, end, Math.max(columnOf(text, start), 1));
		const closing = to === text.length && !text.endsWith("\n") ? "" : eol;
		return [{
			start: from,
			end: to,
			text: lines.join(eol) + closing
		}];
	}
	if (!sameLine) return void 0;
	const content = isBlockScalar(node) ? [] : [{
		start: indicator,
		end: stop,
		text: header === "" ? "" : ` ${header}`
	}];
	const removed = isBlockScalar(node) ? replaceInline(text, entry, header) : content;
	const rest = isBlockScalar(node) ? end : lineEnd(text, stop);
	return [...removed, {
		start: rest,
		end: rest,
		text: eol + lines.join(eol)
	}];
}
/** Splices that give an entry another value, in the style of the old one; undefined where no form fits. */
function setValue(text, entry, value, inFlow, layout) {
	const node = entry.value;
	const style = layout.compact ? "double" : styleOf(node);
	if (inFlow || isNested(value) && isFlow(node)) return replaceInline(text, entry, flowText(value, style));
	if (typeof value === "string") {
		if (node !== null && isBlockScalar(node) && !layout.compact && value.trim() !== "") return replaceBlockScalar(text, entry, node, value, layout);
		if (style !== "plain") return replaceInline(text, entry, scalarText(value, style));
	}
	const piece = inlineText(value, layout);
	return piece === void 0 ? replaceWithLines(text, entry, value, layout) : replaceInline(text, entry, piece);
}

// src/store/edit/step.ts
function indexOf(entries, step) {
	if (typeof step === "number") return step;
	const index = entries.findIndex((entry) => entry.key === step);
	return index < 0 ? entries.length : index;
}
function targetOf(text, doc, path) {
	let node = doc.contents;
	let holder;
	let holderInFlow = false;
	for (const [depth, step] of path.entries()) {
		if (!(0, import_dist.isMap)(node) && !(0, import_dist.isSeq)(node)) return void 0;
		const entries = entriesOf(text, node);
		const index = indexOf(entries, step);
		if (depth === path.length - 1) return {
			collection: node,
			entries,
			index,
			holder,
			holderInFlow
		};
		holder = entries[index];
		holderInFlow = isFlow(node);
		node = holder?.value;
	}
}
/** Why an edit at a path would also change something else: a value on the way, or inside, is repeated by an alias. */
function sharedWith(doc, path) {
	const shared = sharedAnchors(doc);
	if (shared.size === 0) return void 0;
	const names = [];
	const note = (node) => {
		if ((0, import_dist.isNode)(node) && !(0, import_dist.isAlias)(node) && node.anchor !== void 0 && shared.has(node.anchor)) names.push(node.anchor);
	};
	let node = doc.contents;
	for (const step of path) {
		note(node);
		node = (0, import_dist.isCollection)(node) ? node.get(step, true) : void 0;
	}
	if ((0, import_dist.isNode)(node) && !(0, import_dist.isAlias)(node)) (0, import_dist.visit)(node, { Node: (_, inner) => note(inner) });
	const [found] = names;
	if (found === void 0) return void 0;
	return `${pathText(path)} is shared: *${found} repeats a value marked &${found}, so an edit here would change other places too`;
}
/** The splices of one step; undefined where no form of it fits its place. */
function splicesFor(text, doc, step, layout) {
	const target = targetOf(text, doc, step.path);
	if (!target) return void 0;
	const { collection, entries, index, holder, holderInFlow } = target;
	const flow = isFlow(collection);
	const entry = entries[index];
	if (step.kind === "set") return entry && setValue(text, entry, step.value, flow, layout);
	if (step.kind === "remove") {
		if (entries.length > 1) return flow ? removeFlow(text, entries, index) : removeBlock(text, entries, index);
		return holder && setValue(text, holder, (0, import_dist.isMap)(collection) ? {} : [], holderInFlow, layout);
	}
	const last = step.path.at(-1);
	const key = typeof last === "string" ? last : void 0;
	if (!flow) {
		const parent = holder && columnOf(text, holder.start);
		return insertBlock(text, entries, {
			key,
			index,
			value: step.value
		}, parent, layout);
	}
	const piece = flowText(step.value, layout.compact ? "double" : "plain");
	const close = rangeOf(collection)[1] - 1;
	return insertFlow(text, close, entries, index, key === void 0 ? piece : `${scalarText(key, "plain", true)}: ${piece}`);
}

// src/store/edit/steps.ts
/**
* The steps, in order, that turn what a node says into `after`, leaving alone everything that stays the same. Order is such
* that no collection is empty in between, and that a step does not move what later steps name.
*/
function stepsTo(node, before, after, path = []) {
	if (same(before, after)) return [];
	if ((0, import_dist.isMap)(node) && isMapping$1(before) && isMapping$1(after) && node.items.length > 0 && Object.keys(after).length > 0) return mappingSteps(new Map(node.items.map((pair) => [keyText(pair.key) ?? "", pair.value])), before, after, path);
	if ((0, import_dist.isSeq)(node) && Array.isArray(before) && Array.isArray(after) && before.length > 0 && after.length > 0) return listSteps(node.items, before, after, path);
	return [{
		kind: "set",
		path,
		value: after
	}];
}
function mappingSteps(values, before, after, path) {
	const keys = Object.keys(after).filter((key) => after[key] !== void 0);
	const kept = keys.filter((key) => values.has(key));
	const added = keys.filter((key) => !values.has(key) && !same(own(before, key), after[key]));
	const gone = [...values.keys()].filter((key) => key !== "<<" && own(after, key) === void 0);
	return [
		...kept.flatMap((key) => stepsTo(values.get(key), before[key], after[key], [...path, key])),
		...added.map((key) => ({
			kind: "insert",
			path: [...path, key],
			value: after[key]
		})),
		...gone.map((key) => ({
			kind: "remove",
			path: [...path, key]
		}))
	];
}
/** Pairs of equal items, in order: the longest common subsequence, after equal ends are matched directly. */
function alignment(before, after) {
	let head = 0;
	while (head < before.length && head < after.length && same(before[head], after[head])) head++;
	let tail = 0;
	const most = Math.min(before.length, after.length) - head;
	while (tail < most && same(before.at(-1 - tail), after.at(-1 - tail))) tail++;
	const a = before.slice(head, before.length - tail);
	const b = after.slice(head, after.length - tail);
	const lengths = Array.from({ length: a.length + 1 }, () => new Array(b.length + 1).fill(0));
	const at = (i, j) => lengths[i]?.[j] ?? 0;
	for (let i = a.length - 1; i >= 0; i--) for (let j = b.length - 1; j >= 0; j--) {
		const row = lengths[i];
		if (row) row[j] = same(a[i], b[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
	}
	const pairs = Array.from({ length: head }, (_, i) => [i, i]);
	for (let i = 0, j = 0; i < a.length && j < b.length;) if (same(a[i], b[j])) pairs.push([head + i++, head + j++]);
	else if (at(i + 1, j) >= at(i, j + 1)) i++;
	else j++;
	for (let k = tail; k > 0; k--) pairs.push([before.length - k, after.length - k]);
	return pairs;
}
function listSteps(nodes, before, after, path) {
	const steps = [];
	const pairs = [...alignment(before, after), [before.length, after.length]];
	let [i, j] = [0, 0];
	for (const [nextI, nextJ] of pairs) {
		const common = Math.min(nextI - i, nextJ - j);
		const gap = [];
		for (let k = nextJ - 1; k >= j + common; k--) gap.push({
			kind: "insert",
			path: [...path, i + common],
			value: after[k]
		});
		for (let k = nextI - 1; k >= i + common; k--) gap.push({
			kind: "remove",
			path: [...path, k]
		});
		for (let k = common - 1; k >= 0; k--) gap.push(...stepsTo(nodes[i + k], before[i + k], after[j + k], [...path, i + k]));
		steps.unshift(...gap);
		[i, j] = [nextI + 1, nextJ + 1];
	}
	return steps;
}

// src/store/edit.ts
function refused(text, message, offset = 0) {
	return {
		ok: false,
		message,
		line: placeAt(text, offset).line
	};
}
/** A text for edits; refused where it cannot be read. */
function editable(text) {
	const parsed = parse(text, { tokens: true });
	if (parsed.ok) return {
		ok: true,
		text,
		doc: parsed.doc,
		value: parsed.value
	};
	const [problem] = parsed.problems;
	return refused(text, problem?.message ?? "not readable", problem?.offset);
}
function inserted(value, { path, value: item }) {
	const index = path.at(-1);
	const list = path.slice(0, -1).reduce((at, step) => at?.[step], value);
	if (typeof index !== "number" || !Array.isArray(list)) return changed(value, path, item)?.value;
	return changed(value, path.slice(0, -1), list.toSpliced(index, 0, item))?.value;
}
/** What the data must be after a step. */
function expected(value, step) {
	if (step.kind === "insert") return inserted(value, step);
	return changed(value, step.path, step.kind === "remove" ? void 0 : step.value)?.value;
}
function applyStep({ text, doc, value }, step) {
	const shared = sharedWith(doc, step.path);
	if (shared !== void 0) return refused(text, shared, offsetOf(doc, step.path));
	const wanted = expected(value, step);
	const layout = layoutOf(text, doc);
	for (const compact of [false, true]) {
		const splices = splicesFor(text, doc, step, {
			...layout,
			compact
		});
		if (!splices) continue;
		const next = editable(splice(text, splices));
		if (next.ok && same(next.value, wanted)) return next;
	}
	return refused(text, `${pathText(step.path)} is written in a way that cannot be edited safely`, offsetOf(doc, step.path));
}
/** One edit of a text, as `editText` makes it. */
function edited(from, { path, after }) {
	const { text, doc, value } = from;
	if (!isMapping$1(value)) return refused(text, value === null ? "the file is empty" : "the file holds no keys");
	const name = pathText(path);
	if (path.length === 0) return refused(text, "an edit must name a key");
	if (after !== void 0 && !isData(after)) return refused(text, `${name} would become something that YAML cannot hold`);
	const wanted = changed(value, path, after);
	if (!wanted) return refused(text, `${name} leads through a value that has no such part`, offsetOf(doc, path));
	let current = from;
	for (const step of stepsTo(doc.contents, value, wanted.value)) {
		const result = applyStep(current, step);
		if (!result.ok) return {
			...result,
			line: placeAt(text, offsetOf(doc, path)).line
		};
		current = result;
	}
	if (same(current.value, wanted.value)) return current;
	return refused(text, `${name} cannot be edited without changing other parts of the file`, offsetOf(doc, path));
}
/**
* A YAML mapping's text with edits made, in order. Only what has to change does: comments, order, quotes, indentation, line
* breaks and every other byte stay. The result is read back, so a text that would not say exactly what was asked is refused,
* with the 1-based line of the trouble, and nothing is changed.
*/
function editText(text, edits) {
	let current = editable(text);
	for (const edit of edits) {
		if (!current.ok) return current;
		current = edited(current, edit);
	}
	if (!current.ok && edits.length > 0) return current;
	return {
		ok: true,
		text: current.ok ? current.text : text
	};
}

// src/store/item-lines.ts
const linesOf = (text) => text.split("\n").map((line) => line.replace(/\r$/, ""));
/** The lines of each item of the list under a key; null for an item that shares a line with something else. Empty for no list. */
function itemLinesOf(text, key) {
	const parsed = parse(text, { tokens: true });
	const list = parsed.ok ? parsed.doc.get(key, true) : null;
	if (!(0, import_dist.isSeq)(list) || (0, import_dist.isAlias)(list) || isFlow(list)) return [];
	const all = linesOf(text);
	const numberAt = (offset) => linesOf(text.slice(0, offset)).length - 1;
	return entriesOf(text, list).map(({ start, end }) => {
		if (!startsLine(text, start)) return null;
		const column = columnOf(text, start);
		const first = numberAt(lineStart(text, start));
		const own = linesOf(text.slice(lineStart(text, start), blockEnd(text, end, column + 1)));
		if (own.at(-1) === "") own.pop();
		let from = first;
		while (from > 0 && all[from - 1]?.search(/\S/) === column && all[from - 1]?.[column] === "#") from--;
		return {
			above: all.slice(from, first),
			own,
			from
		};
	});
}

// src/store/history.ts
/** Lines that may say it. A value on a line of its own or behind an alias is not on them, so such a file is read as a whole. */
const LINES = /^.*(?:status|estimated_end|timeline).*$/gm;
const ELSEWHERE = /[:,] *[&*]|<<|(?:status|estimated_end)['"]? *: *(?:#.*)?$/m;
function fingerprint(text) {
	return ELSEWHERE.test(text) ? text : (text.match(LINES) ?? []).join("\n");
}
function read(text, folder) {
	const parsed = parse(text);
	if (!parsed.ok || typeof parsed.value !== "object" || parsed.value === null) return null;
	const { status, timeline } = parsed.value;
	const end = timeline?.estimated_end;
	return {
		completed: typeof status === "string" ? status === "completed" : folder !== "active",
		due: typeof end === "string" ? end : null
	};
}
const keyOf = (folder, text) => `${folder}\n${fingerprint(text)}`;
/** What the files of today say, which has been read already; most versions say the same. */
function readingsOf({ files, milestones }) {
	return new Map(milestones.map(({ id, file, folder, status, timeline }) => {
		const reading = {
			completed: status === "completed",
			due: timeline.estimated_end ?? null
		};
		return [id, {
			fingerprint: keyOf(folder, files.get(file) ?? ""),
			reading
		}];
	}));
}
/**
* What versions of milestone files (oldest first) tell of finished work and first due dates. A milestone counts as finished
* by the version that turned it from something else into a completed one; one that was completed when it first appears was
* finished at a time that nobody knows. A version that cannot be read tells nothing, as if it were not there. `today` is the store
* as its files are now, where it was read.
*/
function gitHistoryOf(versions, today = {
	files: /* @__PURE__ */ new Map(),
	milestones: []
}) {
	const completions = [];
	const firstDues = /* @__PURE__ */ new Map();
	const completed = /* @__PURE__ */ new Map();
	const early = /* @__PURE__ */ new Set();
	const now = versions.length === 0 ? /* @__PURE__ */ new Map() : readingsOf(today);
	const readings = /* @__PURE__ */ new Map();
	for (const { file, at, by, text, dated } of versions) {
		const role = roleOf(file);
		if (role.kind !== "milestone" || text === null) continue;
		const { id, folder } = role;
		const key = keyOf(folder, text);
		const alike = [readings.get(id), now.get(id)].find((known) => known?.fingerprint === key);
		const reading = alike ? alike.reading : read(text, folder);
		readings.set(id, {
			fingerprint: key,
			reading
		});
		if (reading === null) continue;
		if (reading.completed && completed.get(id) === false) completions.push({
			id,
			at,
			by
		});
		completed.set(id, reading.completed);
		if (!dated && !firstDues.has(id)) early.add(id);
		if (reading.due !== null && !firstDues.has(id) && !early.has(id)) firstDues.set(id, {
			due: reading.due,
			at
		});
	}
	return {
		completions,
		firstDues
	};
}

export { parseNewRisk as $, edgesOf as A, parseInstant as At, markedIntents as B, changed as C, codeSpan as Ct, EDGE_STATES as D, dayOfInstant as Dt, ACTION_PRIORITIES as E, addMonths as Et, diagnostic as F, RESOURCES_ALLOWED as G, POLICY_FILES as H, changeText as I, PROGRESS_ALLOWED as J, parseResourceChange as K, trackingOf as L, indexedEdges as M, withinCalendar as Mt, UNREADABLE as N, valueAt as O, formatDay as Ot, compareDiagnostics as P, RISK_ALLOWED as Q, approversText as R, itemLines as S, nearest as St, parse as T, LAST_DAY as Tt, ROLES$1 as U, marker as V, isPolicy as W, OWNER_ALLOWED as X, parseProgress as Y, parseOwner as Z, printEntry as _, spanDays as _t, edited as a, parseMilestoneList as at, entryLines as b, idKey as bt, takenBack as c, PRIORITIES as ct, isTeam as d, MOST as dt, EFFORT_ALLOWED as et, namesBehind as f, TIMELINE_ALLOWED as ft, entryPath as g, parseSpan as gt, compareEntries as h, isBounded as ht, editable as i, MILESTONES_ALLOWED as it, findCycle as j, weekday as jt, edgesInto as k, parseDay as kt, takenBackNear as l, SIGN_OFF_KINDS as lt, changesOf as m, LONGEST_SPAN as mt, itemLinesOf as n, DEPENDENCIES_ALLOWED as nt, parseYaml as o, selectMilestones as ot, roleOf as p, parseTimelineChange as pt, roleKey as q, editText as r, parseDependencyChange as rt, hunkOf as s, MILESTONE_STATUSES as st, gitHistoryOf as t, parseEffortChange as tt, readStore as u, PHASES as ut, OWN_LAYOUT as v, ID_PATTERN as vt, isMapping$1 as w, FIRST_DAY as wt, flowText as x, idOfFile as xt, collectionLines as y, compareIds as yt, leftOf as z };