"""What the engine promises to cost, as a share of what a peer costs in the same rounds."""

# Name, instance, ours: mechanism and the parts that count, theirs: solver, objective and the parts, at most.
GOALS = [
    ("mincost: solving", "n10k", "mincost", ["solve_s"], "lemon", "mincost", ["solve_s"], 0.30),
    ("mincost: solving", "n70k", "mincost", ["solve_s"], "lemon", "mincost", ["solve_s"], 0.25),
    ("mincost: solving", "n300k", "mincost", ["solve_s"], "lemon", "mincost", ["solve_s"], 0.12),
    ("mincost: solving, the one answer", "n70k", "mincost", ["solve_s", "unique_s"], "lemon", "mincost", ["solve_s"], 0.50),
    ("mincost: the whole run with all reasons", "n70k", "mincost", ["total_s"], "ortools", "mincost", ["total_s"], 0.35),
    ("mincost: memory", "n70k", "mincost", ["peak_mb"], "lemon", "mincost", ["peak_mb"], 0.35),
    ("reading", "n70k", "mincost", ["read_s"], "ortools", "mincost", ["read_s"], 0.12),
    ("rankmax: all ranks", "n70k", "rankmax", ["solve_s"], "ortools-two-ranks", "first two ranks", ["solve_s"], 0.05),
    ("greedymax: solving", "n70k", "greedymax", ["solve_s"], "lemon", "mincost", ["solve_s"], 1.0),
    ("generous: solving", "n70k", "generous", ["solve_s"], "lemon", "mincost", ["solve_s"], 1.0),
]


def compare(lines):
    """The goals that could be measured, each with its ratio."""
    done = {(line["instance"], line["solver"], line["objective"]): line for line in lines if "failed" not in line}
    reached = []
    for goal, instance, mechanism, parts, solver, objective, their_parts, limit in GOALS:
        ours, theirs = done.get((instance, "fotfeste", mechanism)), done.get((instance, solver, objective))
        if ours and theirs:
            mine, their = sum(ours[part] for part in parts), sum(theirs[part] for part in their_parts)
            ratio = round(mine / their, 4)
            reached.append({
                "goal": goal, "instance": instance, "ours": round(mine, 6), "peer": solver, "theirs": round(their, 6),
                "ratio": ratio, "limit": limit, "reached": ratio <= limit,
            })  # fmt: skip
    return reached
