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

export { spanDays as n, parseSpan as t };