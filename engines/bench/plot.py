"""The results as a picture and as tables: growth.svg and tables.md, or their places in the docs."""

import math
import os
import re

# Solver, objective, its name in the picture, colour on light and on dark ground. Peers are dashed.
TIMES = [
    ("fotfeste", "lottery", "lottery", "#0a7d4f", "#4fd6a0"),
    ("fotfeste", "priority", "priority", "#5b7f00", "#b5d94c"),
    ("fotfeste", "mincost", "mincost", "#0b5fc4", "#6fb2ff"),
    ("fotfeste", "rankmax", "rankmax", "#7a3fc0", "#c39bff"),
    ("fotfeste", "greedymax", "greedymax", "#00758a", "#54d3e6"),
    ("fotfeste", "generous", "generous", "#a3247e", "#ff8fd6"),
    ("lemon", "mincost", "LEMON, mincost", "#b3261e", "#ff9088"),
    ("ortools", "mincost", "OR-tools, mincost", "#9a4d00", "#ffb066"),
    ("ortools-two-ranks", "first two ranks", "OR-tools, two ranks", "#6e5600", "#e3c548"),
    ("scipy-lp", "mincost", "SciPy LP, mincost", "#555555", "#c0c0c0"),
    ("scipy-matching", "mincost without the caps of hosts", "SciPy, no host caps", "#7a6a66", "#d3c2bd"),
]
MEMORY = [series for series in TIMES if series[1] != "first two ranks" and series[2] not in ("priority", "greedymax")]
GROUND = {"ground": ("#ffffff", "#16191d"), "ink": ("#1d2126", "#e8eaed"), "line": ("#d5d9de", "#3a4048")}
WIDTH, HEIGHT = 1120, 560
TOP, BOTTOM, ACROSS = 108, 500, 320


def seconds(line):
    """What it takes from the parsed input to the answer. Ours is the one answer, a peer's is one of many."""
    return line["solve_s"] + line.get("unique_s", 0)


def megabytes(line):
    return line["peak_mb"]


class Axis:
    """A logarithmic scale."""

    def __init__(self, least, most, begin, end):
        self.least, self.most = math.log10(least), math.log10(most)
        self.begin, self.end = begin, end

    def at(self, value):
        share = (math.log10(value) - self.least) / (self.most - self.least)
        return self.begin + share * (self.end - self.begin)


def picture(lines):
    """The growth plot as SVG, with the reader's ground, light or dark."""
    students = sorted({line["students"] for line in lines})
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="t d">',
        '<title id="t">What an allocation costs, from small rounds to a whole country</title>',
        f'<desc id="d">Two charts with logarithmic axes, {students[0]:,} to {students[-1]:,} students. Left: CPU '
        "seconds from the parsed input to the answer. Right: the most memory the process held. Full lines are "
        "Fotfeste's mechanisms, dashed lines the peers; the tables beside the picture hold the figures.</desc>",
        f"<style>{style()}</style>",
        f'<rect class="ground" width="{WIDTH}" height="{HEIGHT}"/>',
        '<text class="head" x="24" y="36">What an allocation costs</text>',
        '<text x="24" y="60">Full lines: Fotfeste, one answer. Dashed: peers, any optimum.</text>',
        *panel(lines, students, 76, "CPU seconds, input parsed to answer", TIMES, seconds, seconds_told),
        *panel(lines, students, 638, "Peak memory of the process, MB", MEMORY, megabytes, megabytes_told),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def style():
    rules = ["text{font:13px system-ui,sans-serif;fill:var(--ink)}.head{font-size:19px;font-weight:600}"]
    rules.append(".ground{fill:var(--ground)}.grid{stroke:var(--line);stroke-width:1}.curve{fill:none;stroke-width:2}")
    rules.append(".peer{stroke-dasharray:6 4}.name{font-weight:600}.end{text-anchor:end}.mid{text-anchor:middle}")
    for number in range(len(TIMES)):
        rules.append(f".s{number}{{stroke:var(--s{number})}}.f{number}{{fill:var(--s{number})}}")
    colours = {**GROUND, **{f"s{number}": series[3:] for number, series in enumerate(TIMES)}}
    light, dark = (";".join(f"--{name}:{pair[at]}" for name, pair in colours.items()) for at in (0, 1))
    return "".join(rules) + f"svg{{{light}}}@media(prefers-color-scheme:dark){{svg{{{dark}}}}}"


def panel(lines, students, left, title, series, value, told):
    """One chart with axes, curves and names at the ends of the curves."""
    curves = []
    for wanted in series:
        own = [line for line in lines if (line["solver"], line["objective"]) == wanted[:2] and "failed" not in line]
        points = sorted((line["students"], value(line)) for line in own)
        if points:
            curves.append((TIMES.index(wanted), wanted[2], wanted[0] != "fotfeste", points))
    values = [at for _, _, _, points in curves for _, at in points]
    if not values or len(students) < 2:
        return
    across = Axis(students[0], students[-1], left, left + ACROSS)
    up = Axis(10 ** math.floor(math.log10(min(values))), 10 ** math.ceil(math.log10(max(values))), BOTTOM, TOP)
    yield f'<text class="name" x="{left - 52}" y="{TOP - 16}">{title}</text>'
    for power in range(round(up.least), round(up.most) + 1):
        y = up.at(10**power)
        yield f'<line class="grid" x1="{left}" x2="{left + ACROSS}" y1="{y:.1f}" y2="{y:.1f}"/>'
        yield f'<text class="end" x="{left - 8}" y="{y + 4:.1f}">{told(power)}</text>'
    for count in ticks(students):
        x = across.at(count)
        yield f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="{TOP}" y2="{BOTTOM}"/>'
        yield f'<text class="mid" x="{x:.1f}" y="{BOTTOM + 20}">{count:,}</text>'
    yield f'<text class="mid" x="{left + ACROSS / 2}" y="{BOTTOM + 44}">Students</text>'
    for number, _, peer, points in curves:
        path = " ".join(f"{across.at(count):.1f},{up.at(at):.1f}" for count, at in points)
        yield f'<polyline class="curve s{number}{" peer" if peer else ""}" points="{path}"/>'
        for count, at in points:
            yield f'<circle class="f{number}" cx="{across.at(count):.1f}" cy="{up.at(at):.1f}" r="3"/>'
    yield from names(curves, students[-1], across, up)


def names(curves, last, across, up):
    """Each name beside the end of its curve, moved apart where they would touch; above it where a solver gave up."""
    ends = sorted((up.at(points[-1][1]), points[-1][0], number, name) for number, name, _, points in curves)
    lowest, x = TOP, across.end + 26
    for end, count, number, name in ends:
        if count < last:
            yield f'<text class="name end f{number}" x="{across.at(count) + 8:.1f}" y="{end - 9:.1f}">{name}</text>'
            continue
        y = max(end, lowest)
        lowest = y + 17
        yield f'<line class="grid" x1="{across.end + 5}" y1="{end:.1f}" x2="{x - 4}" y2="{y:.1f}"/>'
        yield f'<text class="name f{number}" x="{x}" y="{y + 4:.1f}">{name}</text>'


def ticks(students):
    steps = [digit * 10**power for power in range(2, 8) for digit in (1, 3)]
    return [count for count in steps if students[0] <= count <= students[-1]]


def seconds_told(power):
    if power < -3:
        return f"{10 ** (power + 6)} µs"
    return f"{10 ** (power + 3)} ms" if power < 0 else f"{10**power} s"


def megabytes_told(power):
    return f"{10**power:,}"


def tables(lines, reached):
    """Three tables in Markdown: how the solving grows, one whole run, and the goals."""
    sizes = sorted({(line["students"], line["instance"]) for line in lines})
    shown = {(line["solver"], line["objective"], line["instance"]): line for line in lines}
    rounds = max(line.get("rounds", 0) for line in lines)
    yield "Medians of %d rounds.\n" % rounds if rounds > 1 else "One round only, so no more than a first look.\n"
    head = ["CPU seconds, input parsed to answer", *(f"{students:,}" for students, _ in sizes)]
    growth = []
    for solver, objective, name, *_ in TIMES:
        row = [shown.get((solver, objective, instance)) for _, instance in sizes]
        growth.append([title(solver, name), *(cell(line, seconds) for line in row)])
    yield from table(head, growth)
    yield from whole_run(lines)
    if reached:
        yield from table(
            ["goal", "instance", "Fotfeste", "peer", "share", "at most", ""],
            [
                [
                    goal["goal"],
                    goal["instance"],
                    figure(goal["ours"]),
                    f"{goal['peer']} {figure(goal['theirs'])}",
                    f"{goal['ratio']:.3f}",
                    f"{goal['limit']:.2f}",
                    "reached" if goal["reached"] else "**missed**",
                ]
                for goal in reached
            ],
        )


def whole_run(lines):
    """One run with everything, at the size that stands for a whole country's round."""
    chosen = [line for line in lines if line["instance"] == "n70k" and "failed" not in line]
    if not chosen:
        return
    parts = ["read_s", "freeze_s", "build_s", "solve_s", "unique_s", "reasons_s", "write_s", "total_s", "peak_mb"]
    head = ["n70k", *(part.removesuffix("_s").replace("peak_mb", "peak MB") for part in parts), "placed", "rank sum"]
    order = {series[:2]: (number, series[2]) for number, series in enumerate(TIMES)}
    rows = []
    for line in sorted(chosen, key=lambda line: order[line["solver"], line["objective"]][0]):
        name = title(line["solver"], order[line["solver"], line["objective"]][1])
        cells = [figure(line[part]) if part in line else "" for part in parts]
        rows.append([name, *cells, f"{line['placed']:,}", f"{line['cost']:,}"])
    yield from table(head, rows)


def title(solver, name):
    return f"`{name}`" if solver == "fotfeste" else name


def cell(line, value):
    return "" if line is None else "-" if "failed" in line else figure(value(line))


def figure(value):
    """Three digits that mean something."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}" if value >= 0.001 else f"{value:.5f}".rstrip("0").removesuffix(".")


def table(head, rows):
    yield "| " + " | ".join(head) + " |"
    yield "| --- |" + " --: |" * (len(head) - 1)
    yield from ("| " + " | ".join(row) + " |" for row in rows)
    yield ""


BEGIN, END = "<!-- written by `make bench-engine` -->", "<!-- end of what `make bench-engine` writes -->"


def publish(lines, reached, work, docs):
    """Puts picture and tables into the folder of results and, if a source tree is given, into its docs."""
    drawn, text = picture(lines), "\n".join(tables(lines, reached))
    put(os.path.join(work, "growth.svg"), drawn)
    put(os.path.join(work, "tables.md"), text)
    if docs:
        put(os.path.join(docs, "docs/pictures/allocation-growth.svg"), drawn)
        page = os.path.join(docs, "docs/allocation.md")
        with open(page, encoding="utf-8") as file:
            before = file.read()
        block = f"{BEGIN}\n\n{text}\n{END}"
        put(page, re.sub(f"{re.escape(BEGIN)}.*?{re.escape(END)}", lambda _: block, before, flags=re.DOTALL))


def put(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
