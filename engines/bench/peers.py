"""One run of one Python peer on one instance, in a process of its own: peers.py SOLVER DIR OUT

Reads with Pandas, as people who use these libraries do, solves, and writes student_id,place_id,rank to OUT. The last
line on standard output is one JSON object with CPU seconds and the peak of memory. Importing libraries is not
counted.
"""

import json
import os
import sys
import time
from dataclasses import dataclass

import numpy as np
import pandas as pd


@dataclass
class Instance:
    """Everything by number. A slot is a place or a capped host: places come first, then hosts."""

    student_ids: pd.Series
    place_ids: pd.Series
    wish_student: np.ndarray
    wish_place: np.ndarray
    wish_rank: np.ndarray
    slot_cap: np.ndarray
    slot_up: np.ndarray  # the next slot above, or -1 at the top

    @property
    def students(self):
        return len(self.student_ids)

    @property
    def dear(self):
        """What staying unplaced costs, so that one more student placed outweighs all ranks together."""
        return int(self.wish_rank.max()) * self.students + 1


def read(folder):
    table = lambda name, columns: pd.read_csv(os.path.join(folder, name), usecols=columns)
    hosts = table("hosts.csv", ["host_id", "parent_id", "cap"])
    places = table("places.csv", ["place_id", "host_id", "capacity"])
    students = table("students.csv", ["student_id", "lottery"])
    wishes = table("wishes.csv", ["student_id", "rank", "place_id"])
    host_index, place_index = pd.Index(hosts.host_id), pd.Index(places.place_id)
    capped = hosts.cap.notna().to_numpy()
    slot_of = np.where(capped, len(places) + np.cumsum(capped) - 1, -1)
    parent = np.where(hosts.parent_id.isna(), -1, host_index.get_indexer(hosts.parent_id))
    nearest = nearest_slots(slot_of, parent)
    above = np.where(parent[capped] < 0, -1, nearest[parent[capped]])
    return Instance(
        student_ids=students.student_id,
        place_ids=places.place_id,
        wish_student=pd.Index(students.student_id).get_indexer(wishes.student_id),
        wish_place=place_index.get_indexer(wishes.place_id),
        wish_rank=wishes["rank"].to_numpy(),
        slot_cap=np.concatenate([places.capacity.to_numpy(), hosts.cap.to_numpy()[capped].astype(np.int64)]),
        slot_up=np.concatenate([nearest[host_index.get_indexer(places.host_id)], above]),
    )


def nearest_slots(slot_of, parent):
    """For every host its own slot, or that of the next capped host above it, or -1. Parents may follow children."""
    nearest, at = slot_of.copy(), parent.copy()
    while True:
        open_ = (nearest < 0) & (at >= 0)
        if not open_.any():
            return nearest
        nearest[open_] = slot_of[at[open_]]
        at[open_] = parent[at[open_]]


class OrTools:
    """SimpleMinCostFlow: students, then places, then capped hosts up to the top."""

    def __init__(self, instance, wish_cost, may_stay_for_free):
        from ortools.graph.python import min_cost_flow

        self.graph = min_cost_flow.SimpleMinCostFlow()
        students, slots = instance.students, len(instance.slot_cap)
        source, sink = students + slots, students + slots + 1
        add = self.graph.add_arcs_with_capacity_and_unit_cost
        ones = lambda tails: np.ones(len(tails), np.int64)
        add(instance.wish_student, students + instance.wish_place, ones(instance.wish_student), wish_cost)
        up = np.where(instance.slot_up < 0, sink, students + instance.slot_up)
        add(students + np.arange(slots), up, instance.slot_cap, np.zeros(slots, np.int64))
        wishing = np.unique(instance.wish_student)
        add(np.full(len(wishing), source), wishing, ones(wishing), np.zeros(len(wishing), np.int64))
        if may_stay_for_free:
            add(np.array([source]), np.array([sink]), np.array([len(wishing)]), np.array([0]))
        self.graph.set_nodes_supplies(np.array([source, sink]), np.array([len(wishing), -len(wishing)]))
        self.wishes = len(instance.wish_student)

    def solve(self):
        status = self.graph.solve_max_flow_with_min_cost()
        if status != self.graph.OPTIMAL:
            raise RuntimeError(f"status {status}")
        return np.flatnonzero(self.graph.flows(np.arange(self.wishes)) > 0)


def ortools_mincost(instance):
    return OrTools(instance, instance.wish_rank, may_stay_for_free=False)


def ortools_two_ranks(instance):
    """Most first choices, then most second choices, by weights. At 70,000 students 64 bits hold no third rank: the
    solver multiplies costs by the number of nodes. Later wishes share one weight."""
    weight = np.zeros(max(3, int(instance.wish_rank.max()) + 1), np.int64)
    weight[1], weight[2] = -(instance.students + 1), -1
    return OrTools(instance, weight[instance.wish_rank], may_stay_for_free=True)


class ScipyLp:
    """linprog with HiGHS; a forest of caps has integral corners."""

    def __init__(self, instance):
        from scipy.sparse import csr_array

        wishes = np.arange(len(instance.wish_student))
        rows, columns = [instance.wish_student], [wishes]
        slot, held = instance.wish_place, wishes
        while len(held):
            rows.append(instance.students + slot)
            columns.append(held)
            up = instance.slot_up[slot]
            slot, held = up[up >= 0], held[up >= 0]
        rows, columns = np.concatenate(rows), np.concatenate(columns)
        self.bounds = np.concatenate([np.ones(instance.students), instance.slot_cap])
        self.matrix = csr_array((np.ones(len(rows)), (rows, columns)), shape=(len(self.bounds), len(wishes)))
        self.cost = (instance.wish_rank - instance.dear).astype(float)

    def solve(self):
        from scipy.optimize import linprog

        solved = linprog(self.cost, A_ub=self.matrix, b_ub=self.bounds, bounds=(0, 1), method="highs-ds")
        if solved.status != 0:
            raise RuntimeError(solved.message)
        return np.flatnonzero(solved.x > 0.5)


class ScipyMatching:
    """min_weight_full_bipartite_matching: every seat is a column, caps of hosts are left out, so the problem is an
    easier one and its answer may break those caps."""

    def __init__(self, instance):
        from scipy.sparse import csr_array

        seats = instance.slot_cap[: len(instance.place_ids)]
        first = np.concatenate([[0], np.cumsum(seats)])
        copies = seats[instance.wish_place]
        self.wish = np.repeat(np.arange(len(copies)), copies)
        within = np.arange(len(self.wish)) - np.repeat(np.cumsum(copies) - copies, copies)
        column = first[instance.wish_place][self.wish] + within
        stay = np.arange(instance.students)
        rows = np.concatenate([instance.wish_student[self.wish], stay])
        columns = np.concatenate([column, first[-1] + stay])
        costs = np.concatenate([instance.wish_rank[self.wish], np.full(len(stay), instance.dear)]).astype(float)
        shape = (instance.students, int(first[-1]) + instance.students)
        self.graph = csr_array((costs, (rows, columns)), shape=shape)
        self.instance, self.first = instance, first

    def solve(self):
        from scipy.sparse.csgraph import min_weight_full_bipartite_matching

        student, column = min_weight_full_bipartite_matching(self.graph)
        got = np.full(self.instance.students, -1)
        seated = column < self.first[-1]
        got[student[seated]] = np.searchsorted(self.first, column[seated], side="right") - 1
        return np.flatnonzero(got[self.instance.wish_student] == self.instance.wish_place)


SOLVERS = {
    "ortools": ortools_mincost,
    "ortools-two-ranks": ortools_two_ranks,
    "scipy-lp": ScipyLp,
    "scipy-matching": ScipyMatching,
}


def write(instance, wishes, out):
    table = {
        "student_id": instance.student_ids.to_numpy()[instance.wish_student[wishes]],
        "place_id": instance.place_ids.to_numpy()[instance.wish_place[wishes]],
        "rank": instance.wish_rank[wishes],
    }
    pd.DataFrame(table).to_csv(out, index=False)


def peak_mb():
    with open("/proc/self/status", encoding="ascii") as status:
        kib = next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))
    return kib * 1024 / 1e6


def main():
    solver, folder, out = sys.argv[1:]
    __import__("ortools.graph.python.min_cost_flow" if solver.startswith("ortools") else "scipy.optimize")
    __import__("scipy.sparse.csgraph" if solver.startswith("scipy") else "numpy")
    marks = [time.process_time()]
    instance = read(folder)
    marks.append(time.process_time())
    built = SOLVERS[solver](instance)
    marks.append(time.process_time())
    wishes = built.solve()
    marks.append(time.process_time())
    write(instance, wishes, out)
    marks.append(time.process_time())
    spent = dict(zip(["read_s", "build_s", "solve_s", "write_s"], np.diff(marks).tolist()))
    print(json.dumps(spent | {"total_s": marks[-1] - marks[0], "peak_mb": peak_mb()}))


if __name__ == "__main__":
    main()
