"""Whether an allocation obeys the input it was made for. Knows nothing of solvers; reads one row at a time."""

import csv
import os
from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Checked:
    placed: int = 0
    cost: int = 0  # the sum of ranks
    histogram: dict = field(default_factory=dict)
    violations: int = 0  # caps broken, wishes nobody had, students placed twice or unknown


def students(folder):
    """How many students there are. Refuses an instance with groups or hand placements, which no peer knows."""
    count = 0
    for row in rows(folder, "students.csv"):
        count += 1
        if row.get("group_id") or row.get("fixed_place"):
            raise SystemExit(f"{folder}: {row['student_id']} has a group or a fixed place; peers know neither")
    return count


def check(folder, allocation, caps_of_hosts=True):
    """Checks the file `allocation` (student_id,place_id,rank). Without `caps_of_hosts` only places have caps, as for
    a peer that solves that easier problem."""
    result, got = Checked(), {}
    for row in rows_of(allocation):
        if row["place_id"]:
            result.violations += row["student_id"] in got
            got[row["student_id"]] = row["place_id"]
    held = Counter(got.values())
    ranks, listed = Counter(), 0
    for row in rows(folder, "wishes.csv"):
        if got.get(row["student_id"]) == row["place_id"]:
            listed += 1
            ranks[int(row["rank"])] += 1
    result.violations += len(got) - listed
    result.violations += sum(held[row["place_id"]] > int(row["capacity"]) for row in rows(folder, "places.csv"))
    if caps_of_hosts:
        result.violations += broken_hosts(folder, held)
    result.placed, result.histogram = len(got), dict(sorted(ranks.items()))
    result.cost = sum(rank * count for rank, count in ranks.items())
    return result


def broken_hosts(folder, held):
    """How many hosts have more students below them than their cap."""
    hosts = {row["host_id"]: row for row in rows(folder, "hosts.csv")}
    below = Counter()
    for row in rows(folder, "places.csv"):
        at = row["host_id"]
        while at:
            below[at] += held[row["place_id"]]
            at = hosts[at]["parent_id"]
    return sum(bool(row["cap"]) and below[at] > int(row["cap"]) for at, row in hosts.items())


def rows(folder, name):
    return rows_of(os.path.join(folder, name))


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
