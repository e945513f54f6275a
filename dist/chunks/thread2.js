// src/io/thread.ts
/** A place without a conversation: nothing can be shown there, so no approval counts, and nobody waits for news of a failure. */
const OFF_RECORD = {
	onRecord: false,
	evidence: async (approvals) => new Map(approvals.map((entry) => [entry.id, "it cannot be re-read here"])),
	teams: async (names) => new Map(names.map((name) => [name, null])),
	failed: async () => {}
};

export { OFF_RECORD as t };