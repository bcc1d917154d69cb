"""Measure: commands as processes of their own, and rows of a table with a budget and a verdict."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

# Compiled modules are kept, as on any machine: those of the packages always are, ours would be compiled for each command.
KEPT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
ROOT = Path(__file__).resolve().parents[2]
PATH = os.pathsep.join(filter(None, (os.fspath(ROOT / "plugins"), os.fspath(ROOT), os.environ.get("PYTHONPATH"))))
ENVIRONMENT = {**KEPT, "PYTHONPATH": PATH, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


@dataclass(frozen=True)
class Run:
    """One command: seconds of processor time, which other work on the machine changes least; seconds on the clock; mebibytes at most."""

    seconds: float
    clock: float
    memory: float


def run(place: Path, *command: str) -> Run:
    """Run a module of this environment in a folder, without the site of an earlier run, and measure it with all that it starts."""
    shutil.rmtree(place / "site", ignore_errors=True)
    start = time.monotonic()
    with subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=place,
        env={**ENVIRONMENT, **_told()},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as child:
        said = child.stdout.read() if child.stdout else ""
        _pid, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{' '.join(command)} failed in {place}:\n{said[-3000:]}")
    return Run(usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024)


def _told() -> dict[str, str]:
    """What was set since: a bench may ask for the card images."""
    return {name: value for name, value in os.environ.items() if name.startswith("WEGWIJS_")}


def size(folder: Path) -> float:
    """Mebibytes of a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 2**20


def count(folder: Path) -> int:
    """Files in a folder."""
    return sum(path.is_file() for path in folder.rglob("*"))


def head(title: str) -> None:
    """The beginning of a table."""
    print(f"\n{title}\n{'-' * 112}", flush=True)


def line(what: str, value: str, note: str = "") -> None:
    """One row without a budget."""
    print(f"{what:<62} {value:>20}   {note}", flush=True)


def judge(what: str, value: float, unit: str, budget: float) -> None:
    """One row with its budget, and whether it is met."""
    verdict = "met" if value <= budget else f"NOT MET: {(value / budget - 1) * 100:.0f}% over"
    line(what, f"{value:.2f} {unit}", f"budget {budget:g} {unit}   {verdict}")
