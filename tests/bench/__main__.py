"""Bench: what the site costs, as ratios in one run against the budgets of the design. Printed, never asserted.

`python -m tests.bench` runs every part, in about eight minutes on two free cores; `python -m tests.bench check build` runs those two.
Each part makes its own synthetic site; what is compared is run in turn, so that a busy moment touches both.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median

from tests.bench import delen, phases
from tests.bench.measure import Run, count, head, judge, line, run, size
from tests.bench.synthetic import write_plain, write_site

BUILD = ("mkdocs", "build", "--quiet")
ROUNDS = 5


def site_of(place: Path, items: int) -> Path:
    """A site with everything on: each item has its short code, so there are pages behind codes, frames, sheets and pieces."""
    project = write_site(place, items)
    run(project, "wegwijs.cli", "codes")
    return project


def least(runs: list[Run]) -> Run:
    """The run that was disturbed least."""
    return min(runs, key=lambda made: made.seconds)


def soonest(runs: list[Run]) -> float:
    """Seconds that somebody waits, in the run that was disturbed least."""
    return min(made.clock for made in runs)


def against(runs: list[Run], others: list[Run]) -> float:
    """How much longer one waits: the middle of the rounds, each measured against its neighbour in the same round."""
    return median(one.clock / other.clock for one, other in zip(runs, others, strict=True))


def build(place: Path) -> None:
    """Our build beside that of plain Material, and many items beside few."""
    head("Build: 1,000 items outside the menu, the same Markdown")
    bare, ours, plain = write_site(place / "bare", 1000), site_of(place / "ours", 1000), write_plain(place / "plain", 1000)
    made: dict[Path, list[Run]] = {plain: [], bare: [], ours: []}
    for _round in range(ROUNDS):
        for project, runs in made.items():
            # To throw away the site of the round before is no part of making one.
            shutil.rmtree(project / "site", ignore_errors=True)
            runs.append(run(project, *BUILD))
    theirs, pages, whole = (least(runs) for runs in made.values())
    judge("everything on, against plain Material, on the clock", against(made[ours], made[plain]), "x", 1.5)
    judge("without short codes: the pages and their data alone", against(made[bare], made[plain]), "x", 1.5)
    line("everything on, in processor time", f"{whole.seconds / theirs.seconds:.2f} x", "ours takes two processors, where there are two")
    for name, project, found in (("plain Material", plain, theirs), ("without codes", bare, pages), ("everything on", ours, whole)):
        line(f"  {name}: processor (clock)", f"{found.seconds:.1f} s ({found.clock:.1f} s)", f"{found.memory:.0f} MiB at most")
        line("  its site", f"{size(project / 'site'):.0f} MiB", f"{count(project / 'site'):,} files")
    large = run(site_of(place / "large", 4000), *BUILD)
    judge("4,000 items against 1,000, on the clock", large.clock / soonest(made[ours]), "x", 4.5)
    line("the same in processor time", f"{large.seconds / whole.seconds:.2f} x")
    line("  4,000 items: processor (clock)", f"{large.seconds:.1f} s ({large.clock:.1f} s)", f"{large.memory:.0f} MiB at most")


def check(place: Path) -> None:
    """The check, which an author waits for; so here the clock counts."""
    head("wegwijs check, with starting up")
    for items in (300, 1000, 4000):
        project = site_of(place / str(items), items)
        runs = [run(project, "wegwijs.cli", "check") for _round in range(5 if items <= 1000 else 2)]
        clock = min(made.clock for made in runs)
        if items == 1000:
            judge(f"{items:,} items, on the clock", clock, "s", 1.5)
        else:
            line(f"{items:,} items, on the clock", f"{clock:.2f} s")
        line("  processor", f"{least(runs).seconds:.2f} s", f"{least(runs).memory:.0f} MiB at most")


def whole(place: Path) -> None:
    """`wegwijs build`: the copy to take along, the site, both looked at, and every item as one file."""
    head("wegwijs build: the copy, the site, the checks of both, the zip and single files")
    for items in (300, 1000, 4000):
        project = site_of(place / str(items), items)
        made = run(project, "wegwijs.cli", "build")
        line(f"{items:,} items: processor (clock)", f"{made.seconds:.0f} s ({made.clock:.0f} s)", f"{made.memory:.0f} MiB at most")
        line("  the site", f"{size(project / 'site'):.0f} MiB", f"{count(project / 'site'):,} files")
        (zipped,) = (project / "site/downloads").glob("*.zip")
        line("  of which the zip", f"{zipped.stat().st_size / 2**20:.1f} MiB")


def export(place: Path) -> None:
    """The copy alone."""
    head("wegwijs export: the copy that opens from disk")
    for items in (300, 1000):
        project = site_of(place / str(items), items)
        made = run(project, "wegwijs.cli", "export")
        line(f"{items:,} items: processor (clock)", f"{made.seconds:.1f} s ({made.clock:.1f} s)", f"{made.memory:.0f} MiB at most")
        line("  the zip", f"{size(project / 'export'):.1f} MiB")


PARTS: Mapping[str, Callable[[Path], None]] = {
    "check": check,
    "build": build,
    "phases": phases.tables,
    "whole": whole,
    "export": export,
    "share": delen.tables,
}


def main(names: list[str]) -> None:
    """Run the parts that are named, or all."""
    unknown = set(names) - set(PARTS)
    if unknown:
        raise SystemExit(f"There is no part {', '.join(sorted(unknown))}. The parts: {', '.join(PARTS)}.")
    for name in names or PARTS:
        with tempfile.TemporaryDirectory() as folder:
            PARTS[name](Path(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
