// src/io/clock.ts
/**
* The time of the run as an ISO 8601 instant in UTC: the given one (`--now`, `GIT_MILESTONE_NOW`) or the system's.
* Throws a RangeError with a message for people if the given one is not a time.
*/
function clock(given) {
	if (given === void 0 || given === "") return (/* @__PURE__ */ new Date()).toISOString();
	const time = new Date(/^\d{4}-\d{2}-\d{2}$/.test(given) ? `${given}T00:00:00Z` : given);
	if (Number.isNaN(time.getTime())) throw new RangeError(`${JSON.stringify(given)} is not a time; write one like 2024-07-26T16:45:00Z`);
	return time.toISOString();
}

export { clock as t };