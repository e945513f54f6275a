// src/model/id.ts
/** Milestone, session and task ids double as file names, so they hold nothing a file system or a shell could misread. */
const ID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
/** Two ids are the same if they differ in case only: many file systems cannot keep both. */
function idKey(id) {
	return id.toLowerCase();
}
/** Natural order: `M2` before `M10`. Locale-independent, so every machine writes the same bytes. */
function compareIds(a, b) {
	const left = a.match(/\d+|\D+/g) ?? [];
	const right = b.match(/\d+|\D+/g) ?? [];
	for (let i = 0; i < Math.min(left.length, right.length); i++) {
		const x = left[i] ?? "";
		const y = right[i] ?? "";
		const numeric = /^\d/.test(x) && /^\d/.test(y) ? Number(x) - Number(y) : 0;
		if (numeric !== 0) return numeric;
		if (x !== y) return x < y ? -1 : 1;
	}
	return left.length - right.length;
}

// src/model/span.ts
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
/** The span in working days; a week counts as many as the calendar has working days (five, unless configured). */
function spanDays(span, workdaysPerWeek) {
	return span.unit === "d" ? span.amount : span.amount * workdaysPerWeek;
}

export { idKey as a, compareIds as i, spanDays as n, ID_PATTERN as r, parseSpan as t };