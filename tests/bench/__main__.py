"""Bench: what the site costs, as ratios in one run against the budgets of the design. Printed, never asserted."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.bench.synthetic import write_plain, write_site


@dataclass(frozen=True)
class Run:
    """One command: seconds of processor time, which other work on the machine hardly changes, and mebibytes at its highest."""

    seconds: float
    memory: float


def run(place: Path, *command: str) -> Run:
    """Run a module of this environment in a folder and measure it."""
    child = subprocess.Popen(
        [sys.executable, "-m", *command], cwd=place, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    )
    _pid, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{' '.join(command)} failed in {place}")
    return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def size(folder: Path) -> float:
    """Mebibytes of a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 2**20


def line(what: str, value: str, budget: str = "") -> None:
    """One row of the report."""
    print(f"{what:<58} {value:>16}   {budget}")


def main() -> None:
    """Build, check and compare."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        build = ("mkdocs", "build", "--quiet")
        ours = run(write_site(place / "ours", 1000), *build)
        plain = run(write_plain(place / "plain", 1000), *build)
        again = run(place / "ours", *build)
        fast = min(ours.seconds, again.seconds)
        line("build of 1,000 items against plain Material", f"{fast / plain.seconds:.2f} x", "budget 1.5 x")
        line("  our build / plain build", f"{fast:.1f} / {plain.seconds:.1f} s")
        line("  peak memory, ours / plain", f"{ours.memory:.0f} / {plain.memory:.0f} MiB")
        line(
            "  size of the site, ours / plain",
            f"{size(place / 'ours/site'):.0f} / {size(place / 'plain/site'):.0f} MiB",
        )
        check = run(place / "ours", "wegwijs.cli", "check")
        line("wegwijs check on 1,000 items", f"{check.seconds:.2f} s", "budget 1.5 s")
        for count, folder_of in ((300, write_site(place / "ours300", 300)), (1000, place / "ours")):
            export = run(folder_of, "wegwijs.cli", "export")
            line(f"wegwijs export of {count:,} items", f"{export.seconds:.1f} s")
            line("  size of the zip", f"{size(folder_of / 'export'):.1f} MiB")
            line("  peak memory", f"{export.memory:.0f} MiB")
        large = run(write_site(place / "large", 4000), *build)
        line("build of 4,000 items against 1,000", f"{large.seconds / fast:.2f} x", "budget 4.5 x")
        line("  peak memory at 4,000", f"{large.memory:.0f} MiB")


if __name__ == "__main__":
    main()
