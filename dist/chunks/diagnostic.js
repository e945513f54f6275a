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
	"start-after-end": "warning",
	"duration-mismatch": "warning",
	"progress-mismatch": "warning",
	"non-working-day": "warning",
	"unknown-key": "info",
	"ignored-file": "info",
	"default-duration": "info"
};
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

export { compareDiagnostics as n, diagnostic as r, UNREADABLE as t };