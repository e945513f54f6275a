import { p as compareIds } from "./scalar.js";

// src/model/graph.ts
/**
* Every dependency among the given milestones, each once: `requires` of the successor and `enables` of the predecessor are
* the same edge, and a lag written on `requires` holds. Edges to ids that are not given, and from a milestone to itself, are
* left out. Ordered by successor as given, then by predecessor.
*/
function edgesOf(milestones) {
	const known = new Set(milestones.map((m) => m.id));
	const into = new Map(milestones.map((m) => [m.id, /* @__PURE__ */ new Map()]));
	for (const { id, requires } of milestones) for (const r of requires) if (known.has(r.id) && r.id !== id) into.get(id)?.set(r.id, {
		from: r.id,
		to: id,
		lag: r.lag
	});
	for (const { id, enables } of milestones) for (const to of enables) {
		const edges = into.get(to);
		if (edges && to !== id && !edges.has(id)) edges.set(id, {
			from: id,
			to,
			lag: {
				amount: 0,
				unit: "d"
			}
		});
	}
	return [...into.values()].flatMap((edges) => [...edges.values()].sort((a, b) => compareIds(a.from, b.from)));
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

export { findCycle as n, edgesOf as t };