"""An independent answer to what the schedule engine computes: lengths, early and late dates, floats and critical sets.

Standard library only, and another algorithm than the engine's: no topological order and no arithmetic on working-day numbers.
Working days are listed one by one from the calendar. Early starts are the least solution of the precedence inequalities, found by
relaxing every edge again and again until nothing moves (Bellman-Ford); late finishes are the greatest solution, in the same way.
Floats follow from their definitions. Run `python3 cpm.py` to write the files beside it again; the seeds are in them.
"""

import datetime
import json
import pathlib
import random

HERE = pathlib.Path(__file__).parent
NAMES = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def working_days(start, count, workdays, holidays):
    """The first `count` working days on or after `start`, each looked at."""
    days, day = [], start
    while len(days) < count:
        if NAMES[day.weekday()] in workdays and day.isoformat() not in holidays:
            days.append(day)
        day += datetime.timedelta(days=1)
    return days


def solve(network):
    """network: start, workdays, holidays, nodes [[duration, earliest date or None]], edges [[from, to, lag]]."""
    start = datetime.date.fromisoformat(network["start"])
    nodes, edges = network["nodes"], network["edges"]
    horizon = 400 + sum(d for d, _ in nodes) + sum(max(0, lag) for _, _, lag in edges)
    days = working_days(start, horizon, network["workdays"], set(network["holidays"]))

    early = []
    for _, earliest in nodes:
        at = 0
        if earliest is not None:
            while days[at].isoformat() < earliest:
                at += 1
        early.append(at)
    moved = True
    while moved:
        moved = False
        for a, b, lag in edges:
            bound = early[a] + nodes[a][0] + lag
            if bound > early[b]:
                early[b] = bound
                moved = True

    length = max((s + d for s, (d, _) in zip(early, nodes)), default=0)
    late = [length for _ in nodes]  # late finishes
    moved = True
    while moved:
        moved = False
        for a, b, lag in edges:
            bound = late[b] - nodes[b][0] - lag
            if bound < late[a]:
                late[a] = bound
                moved = True

    rows = []
    for n, (duration, _) in enumerate(nodes):
        finish = early[n] + duration
        total = late[n] - finish
        after = [early[b] - lag - finish for a, b, lag in edges if a == n]
        free = min(after + [total])
        rows.append(
            {
                "early": [early[n], finish],
                "late": [late[n] - duration, late[n]],
                "float": [total, free],
                # Work of no time falls on its predecessor's day, which is another rule; it is not dated here.
                "dates": None if duration == 0 else [days[early[n]].isoformat(), days[finish - 1].isoformat()],
            }
        )
    return {"length": length, "critical": [n for n, row in enumerate(rows) if row["float"][0] == 0], "rows": rows}


def generate(seed, size, edge_count, lags, chain=0.3):
    """A random network. Edges go from a smaller to a larger number in a shuffled numbering, so there is no cycle."""
    rng = random.Random(seed)
    start = datetime.date(2024, 1, 1) + datetime.timedelta(days=rng.randrange(400))
    workdays = NAMES[:5] if rng.random() < 0.5 else sorted(rng.sample(NAMES, rng.randint(1, 7)), key=NAMES.index)
    near = lambda span: (start + datetime.timedelta(days=rng.randrange(-5, span))).isoformat()
    holidays = sorted({near(60 + 6 * size) for _ in range(rng.randint(0, 4 + size // 8))})
    nodes = []
    for _ in range(size):
        duration = 0 if rng.random() < 0.08 else rng.randint(1, 12)
        nodes.append([duration, near(20 + 3 * size) if rng.random() < 0.2 else None])
    order = list(range(size))
    rng.shuffle(order)
    pairs = set()
    limit = min(edge_count, size * (size - 1) // 2)
    while len(pairs) < limit:
        i = rng.randrange(size - 1) if size > 1 else 0
        j = i + 1 if rng.random() < chain else rng.randrange(i + 1, min(size, i + 1 + max(2, size // 4)))
        if i != j:
            pairs.add((i, j))
        elif size < 2:
            break
        if len(pairs) < limit and rng.random() < 0.02:  # dense little networks: leave when it is enough
            limit = max(len(pairs), limit - 1)
    edges = [[order[i], order[j], rng.randint(*lags) if rng.random() < 0.35 else 0] for i, j in sorted(pairs)]
    return {"start": start.isoformat(), "workdays": workdays, "holidays": holidays, "nodes": nodes, "edges": edges}


def write(name, cases):
    solved = [{"seed": seed, **network, "expected": solve(network)} for seed, network in cases]
    text = "[\n" + ",\n".join(json.dumps(case, separators=(",", ":")) for case in solved) + "\n]\n"
    (HERE / name).write_text(text)


def five_hundred():
    """500 milestones and exactly 2,000 edges."""
    rng = random.Random(20240726)
    for seed in range(1000):
        network = generate(f"large-{rng.randrange(10**6)}-{seed}", 500, 2600, (-3, 5))
        if len(network["edges"]) >= 2000 and len(network["workdays"]) == 5 and len(network["holidays"]) > 20:
            network["edges"] = sorted(random.Random(seed).sample(network["edges"], 2000))
            return [(seed, network)]
    raise SystemExit("no network")


if __name__ == "__main__":
    small = []
    for seed in range(1, 51):
        size = 1 + seed % 17
        small.append((seed, generate(seed, size, size * (1 + seed % 3), (-4, 6) if seed % 2 else (0, 3))))
    write("small.golden.json", small)
    write("large.golden.json", five_hundred())
