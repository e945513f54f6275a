// src/io/clock.ts
/**
* The time of the run as an ISO 8601 instant in UTC: the given one (`--now`, `GIT_MILESTONE_NOW`) or the system's.
* Throws a RangeError with a message for people if the given one is not a time.
*/
function clock(given) {
	if (given === void 0 || given === "") return whole(/* @__PURE__ */ new Date());
	const time = new Date(/^\d{4}-\d{2}-\d{2}$/.test(given) ? `${given}T00:00:00Z` : given);
	if (Number.isNaN(time.getTime())) throw new RangeError(`${JSON.stringify(given)} is not a time; write one like 2024-07-26T16:45:00Z`);
	return whole(time);
}
/** Whole seconds: nobody wants to read more in a journal. */
function whole(time) {
	return time.toISOString().replace(/\.\d+Z$/, "Z");
}

export { clock as t };