"""Runs the engine and its peers on the same files, turn by turn, and compares what they cost.

    bench.py [INSTANCES] --engine ENGINE --lemon LEMON --work FOLDER [--rounds 5] [--only n10k,n70k] [--docs ROOT]

INSTANCES holds a folder with four files for each instance. Every run is a process of its own; in a round each solver
has its turn once, so a noisy machine hits all of them alike. On standard output: one JSON line for each instance,
solver and objective, with medians, then one for each goal. Times are CPU seconds, user and system, memory is the
most the process held in units of 1,000,000 bytes. Exits 1 when solvers of one objective disagree, a cap is broken,
or the engine fails; a goal that is missed only says so.
"""

import argparse
import hashlib
import json
import os
import statistics
import subprocess
import sys
from dataclasses import dataclass, field

import check
import goals
import instances
import plot

MECHANISMS = ["lottery", "priority", "mincost", "rankmax", "greedymax", "generous"]
PEERS = [
    ("lemon", "mincost"),
    ("ortools", "mincost"),
    ("ortools-two-ranks", "first two ranks"),
    ("scipy-lp", "mincost"),
    ("scipy-matching", "mincost without the caps of hosts"),
]
FIELDS = ["read_s", "freeze_s", "build_s", "solve_s", "unique_s", "reasons_s", "write_s", "total_s", "peak_mb"]


@dataclass
class Contest:
    """One solver with one objective on one instance, over all rounds."""

    instance: str
    solver: str
    objective: str
    command: list
    students: int
    wrote: list = field(default_factory=list)  # besides the allocation
    runs: list = field(default_factory=list)
    failed: str = ""
    fingerprint: str = ""
    checked: check.Checked = None

    def run(self, folder, out, limit):
        """One turn. What the solver says about its costs is kept; what it says about its result is checked."""
        if os.path.exists(out):
            os.remove(out)
        code, told, errors = ran(self.command, limit)
        if code != 0:
            self.failed = (errors.strip().splitlines() or [f"exit {code}"])[-1]
            return
        self.runs.append(json.loads(told.strip().splitlines()[-1]))
        with open(out, "rb") as file:
            fingerprint = hashlib.file_digest(file, "sha256").hexdigest()
        if not self.fingerprint:
            self.fingerprint = fingerprint
            self.checked = check.check(folder, out, caps_of_hosts=self.solver != "scipy-matching")
        elif self.fingerprint != fingerprint:
            self.failed = "another answer than in the first round"

    def line(self):
        """The result as it is printed: medians."""
        told = {"instance": self.instance, "students": self.students, "solver": self.solver, "objective": self.objective}
        if self.failed:
            return told | {"failed": self.failed}
        for name in FIELDS:
            if name in self.runs[0]:
                told[name] = round(statistics.median(run[name] for run in self.runs), 6)
        checked = self.checked
        if self.wrote:
            told["wrote"] = self.wrote
        told |= {"placed": checked.placed, "cost": checked.cost, "histogram": checked.histogram}
        return told | {"violations": checked.violations, "rounds": len(self.runs)}


def ran(command, limit):
    """Runs a command to its end or to its limit of CPU seconds. A limit of the system's own (RLIMIT_CPU) would make
    the process read its CPU time in steps of whole ticks."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        while True:
            try:
                told, errors = process.communicate(timeout=1)
                return process.returncode, told, errors
            except subprocess.TimeoutExpired:
                with open(f"/proc/{process.pid}/stat", encoding="ascii") as stat:
                    ticks = sum(map(int, stat.read().rpartition(")")[2].split()[11:13]))
                if ticks / os.sysconf("SC_CLK_TCK") > limit:
                    process.kill()
                    process.communicate()
                    return 1, "", f"not done in {limit} s"


def contests(options, instance, students):
    """Everybody who takes part on one instance."""
    folder, out = os.path.join(options.instances, instance), os.path.join(options.work, "allocation.csv")
    for mechanism in MECHANISMS:
        command = [options.engine, folder, "--mechanism", mechanism, "--out", out]
        wrote = ["certificate", "reasons"]
        for extra in wrote:
            command += [f"--{extra}", os.path.join(options.work, extra)]
        yield Contest(instance, "fotfeste", mechanism, command, students, wrote)
    for solver, objective in PEERS:
        here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "peers.py")
        command = [options.lemon] if solver == "lemon" else [sys.executable, here, solver]
        yield Contest(instance, solver, objective, [*command, folder, out], students)


def measure(options, instance, students, too_slow):
    """All rounds on one instance. Who failed on a smaller one does not try."""
    field_of = list(contests(options, instance, students))
    for contest in field_of:
        contest.failed = too_slow.get((contest.solver, contest.objective), "")
    folder, out = os.path.join(options.instances, instance), os.path.join(options.work, "allocation.csv")
    for turn in range(options.rounds):
        for contest in field_of:
            if not contest.failed:
                contest.run(folder, out, options.limit)
                print(f"bench-engine: {instance} round {turn + 1} {contest.solver} {contest.objective}", file=sys.stderr)
            if contest.failed:
                too_slow.setdefault((contest.solver, contest.objective), f"{contest.failed} on {instance}")
    return [contest.line() for contest in field_of]


def disagreements(lines):
    """What must never happen, a sentence each."""
    for line in lines:
        who = f"{line['instance']}, {line['solver']}, {line['objective']}"
        if "failed" in line and line["solver"] == "fotfeste":
            yield f"{who}: {line['failed']}"
        if line.get("violations"):
            yield f"{who}: {line['violations']} violations"
    for instance in {line["instance"] for line in lines}:
        done = [line for line in lines if line["instance"] == instance and "failed" not in line]
        optima = {line["solver"]: (line["placed"], line["cost"]) for line in done if line["objective"] == "mincost"}
        if len(set(optima.values())) > 1:
            yield f"{instance}: the optima differ: {optima}"
        alike = [line for line in done if line["objective"] in ("rankmax", "first two ranks")]
        firsts = {line["solver"]: [line["histogram"].get(rank, 0) for rank in (1, 2)] for line in alike}
        if len(set(map(tuple, firsts.values()))) > 1:
            yield f"{instance}: first and second choices differ: {firsts}"


def arguments():
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("instances", metavar="INSTANCES", nargs="?", help="left out: simple ones are made")
    words.add_argument("--engine", required=True, help="the command that allocates")
    words.add_argument("--lemon", required=True, help="the program made from lemon.cpp")
    words.add_argument("--work", required=True, help="where results go")
    words.add_argument("--rounds", type=int, default=5)
    words.add_argument("--limit", type=int, default=60, help="CPU seconds before a run is given up")
    words.add_argument("--only", help="names of instances, with commas between")
    words.add_argument("--docs", metavar="ROOT", help="put the plot and the tables into the docs of this source tree")
    return words.parse_args()


def main():
    options = arguments()
    if not options.instances:
        options.instances = os.path.join(options.work, "instances")
        instances.provide(options.instances, options.only.split(",") if options.only else instances.SIZES)
    wanted = options.only.split(",") if options.only else next(os.walk(options.instances))[1]
    sized = {name: check.students(os.path.join(options.instances, name)) for name in wanted}
    lines, too_slow = [], {}
    with open(os.path.join(options.work, "results.jsonl"), "w", encoding="utf-8") as results:
        for instance in sorted(sized, key=sized.get):
            for line in measure(options, instance, sized[instance], too_slow):
                lines.append(line)
                print(json.dumps(line), file=results, flush=True)
                print(json.dumps(line), flush=True)
        reached = goals.compare(lines)
        for line in reached:
            print(json.dumps(line), file=results)
            print(json.dumps(line))
    plot.publish(lines, reached, options.work, options.docs)
    wrong = list(disagreements(lines))
    for sentence in wrong:
        print(f"bench-engine: {sentence}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
