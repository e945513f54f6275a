// src/io/thread.ts
/** What a place without a conversation has to say about approvals: nothing can be shown there, so none counts. */
const OFF_RECORD = {
	onRecord: false,
	evidence: async (approvals) => new Map(approvals.map((entry) => [entry.id, "it cannot be re-read here"])),
	teams: async (names) => new Map(names.map((name) => [name, null]))
};

export { OFF_RECORD as t };