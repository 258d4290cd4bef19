"""Makes instances for the benchmark when none are given.

A long country: hosts stand along a line, students live along it, and want what is near or well known. Places offer
somewhat more seats than there are students; caps of sites, hosts and regions then take a part back. The same program
makes the same bytes.
"""

import hashlib
import os
import random
import sys

SIZES = {"n1k": 1_000, "n3k": 3_000, "n10k": 10_000, "n30k": 30_000, "n70k": 70_000, "n150k": 150_000, "n300k": 300_000}
KINDS = [("nursing", "H27"), ("nursing", "V27"), ("teaching", "H27"), ("teaching", "V27"), ("medicine", "H27")]
LIST_MIN, LIST_MAX = 3, 15


def provide(root, names):
    """A folder of each name below `root`, made unless it is there."""
    for name in names:
        folder = os.path.join(root, name)
        if not os.path.exists(os.path.join(folder, "wishes.csv")):  # written last
            print(f"bench-engine: making {folder}", file=sys.stderr)
            make(folder, SIZES[name])


def make(folder, students):
    chance = random.Random(students)
    os.makedirs(folder, exist_ok=True)
    wards = forest(chance, students)
    places = offers(chance, students, wards)
    write(folder, "hosts.csv", "host_id,parent_id,level,cap", capped(chance, wards, places))
    write(
        folder,
        "places.csv",
        "place_id,host_id,subject,period,capacity",
        ((f"p{at}", f"w{place['ward']}", *KINDS[place["kind"]], place["seats"]) for at, place in enumerate(places)),
    )
    cohort = [(chance.randrange(len(KINDS)), chance.random()) for _ in range(students)]
    write(
        folder,
        "students.csv",
        "student_id,subject,period,lottery,group_id,fixed_place",
        ((f"s{at}", *KINDS[kind], number(students, at), "", "") for at, (kind, _) in enumerate(cohort)),
    )
    write(folder, "wishes.csv", "student_id,rank,place_id,travel_min,prio", wishes(chance, cohort, places))


def forest(chance, students):
    """For every ward its site, host and region; neighbours share them."""
    wards = max(8, students // 7)
    hosts, regions = max(4, students // 60), 4 if students < 5_000 else 11
    sites = max(hosts, students // 16)
    along = sorted(chance.random() for _ in range(wards))
    return [(int(at * sites), int(at * hosts), int(at * regions)) for at in along]


def offers(chance, students, wards):
    """Every ward offers one to three kinds; 1.2 seats for each student in all."""
    places = []
    for ward in range(len(wards)):
        for kind in chance.sample(range(len(KINDS)), chance.choice([1, 2, 2, 3])):
            places.append({"ward": ward, "kind": kind, "size": chance.gammavariate(1.5, 1), "known": chance.random()})
    room = 1.2 * students / sum(place["size"] for place in places)
    for place in places:
        place["seats"] = max(1, round(place["size"] * room))
    return places


def capped(chance, wards, places):
    """The rows of hosts: a third of the sites, all hosts and all regions have a cap below what lies under them."""
    levels = [("region", 2, "r", 0.79, 0.0), ("host", 1, "h", 0.82, 0.0), ("site", 0, "t", 0.9, 0.67)]
    below = {}
    for place in places:
        for _, depth, letter, _, _ in levels:
            key = letter, wards[place["ward"]][depth]
            below[key] = below.get(key, 0) + place["seats"]
    parents = {}
    for site, host, region in wards:
        parents["t", site], parents["h", host], parents["r", region] = f"h{host}", f"r{region}", ""
    for level, _, letter, share, free in levels:
        for at in sorted(number for kind, number in parents if kind == letter):
            cap = max(1, int(below[letter, at] * share * chance.uniform(0.95, 1.05)))
            yield f"{letter}{at}", parents[letter, at], level, "" if chance.random() < free else cap
    for ward, (site, _, _) in enumerate(wards):
        yield f"w{ward}", f"t{site}", "ward", ""


def wishes(chance, cohort, places):
    """Most of a list is near by, some of it is what many want; dearer wishes lean to the near and well known."""
    of_kind = [[at for at, place in enumerate(places) if place["kind"] == kind] for kind in range(len(KINDS))]
    famous = [sorted(range(len(line)), key=lambda at, line=line: places[line[at]]["known"]) for line in of_kind]
    for student, (kind, home) in enumerate(cohort):
        line, top = of_kind[kind], famous[kind]
        length = min(len(line), chance.randint(LIST_MIN, LIST_MAX))
        wanted = {}
        while len(wanted) < length:
            at = int(home * len(line) + chance.gauss(0, 25)) % len(line)
            if chance.random() < 0.3:
                at = top[int(chance.paretovariate(0.7) - 1) % len(top)]
            minutes = 5 + int(abs(at / len(line) - home) * 900)
            wanted[at] = minutes, minutes / 60 + 3 * places[line[at]]["known"] + chance.gauss(0, 1)
        for rank, at in enumerate(sorted(wanted, key=lambda at: wanted[at][1]), 1):
            minutes = wanted[at][0]
            yield f"s{student}", rank, f"p{line[at]}", minutes, sum(minutes > limit for limit in (20, 45, 90))


def number(students, at):
    """A lottery number that anybody can work out."""
    return int.from_bytes(hashlib.sha256(f"{students}|{at}".encode()).digest()[:8], "big") >> 1


def write(folder, name, header, rows):
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="\n") as file:
        file.write(header + "\n")
        file.writelines(",".join(map(str, row)) + "\n" for row in rows)
