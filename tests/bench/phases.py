"""Phases: where the time of a build goes, ours beside plain Material. `python -m tests.bench phases`; alone, in a project, one build."""

from __future__ import annotations

import functools
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from time import process_time
from typing import Any

from tests.bench.measure import ENVIRONMENT, head, line
from tests.bench.synthetic import write_plain, write_site

MKDOCS = (
    ("mkdocs.structure.pages:Page.read_source", "read the files"),
    ("mkdocs.structure.pages:Page.render", "Markdown to HTML"),
    ("material.plugins.search.plugin:SearchIndex.add_entry_from_context", "search index"),
    ("material.plugins.search.plugin:SearchIndex.generate_search_index", "search index"),
    ("jinja2:Template.render", "templates"),
    ("mkdocs.utils:write_file", "write the files"),
)
OURS = (
    ("wegwijs.edge.plugin:check_site", "read and check"),
    ("wegwijs.edge.plugin:site_pages", "which pages there are"),
    ("wegwijs.edge.plugin:sanitise", "make safe"),
    ("wegwijs.glossary:Glossary.link", "link the glossary"),
    ("wegwijs.edge.plugin:WegwijsPlugin.on_page_context", "prepare what pages print"),
    ("wegwijs.edge.plugin:WegwijsPlugin.on_post_page", "policy and pieces"),
    ("wegwijs.views.site:_search_files", "search index"),
    ("wegwijs.edge.plugin:site_files", "other files: data, codes, frames, sheets, form"),
    ("wegwijs.views.stukken:files", "other files: data, codes, frames, sheets, form"),
    ("wegwijs.qr:QrCodes.of", "QR codes"),
    ("wegwijs.edge.plugin:write", "write the files"),
)
"""Functions of which the time is told apart, each with the phase it belongs to. What one calls of another counts for the other."""


class Clock:
    """Processor time by phase; always one phase runs."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self.running = ["start and the rest of MkDocs"]
        self.since = 0.0

    def turn(self) -> None:
        """Write down what was spent since the last turn."""
        now = process_time()
        self.spent[self.running[-1]] += now - self.since
        self.since = now

    def told_apart(self, work: Callable[..., Any], phase: str) -> Callable[..., Any]:
        """The same function, on the account of a phase."""

        @functools.wraps(work)
        def timed(*values: Any, **named: Any) -> Any:
            self.turn()
            self.running.append(phase)
            try:
                return work(*values, **named)
            finally:
                self.turn()
                self.running.pop()

        return timed


def one_build() -> None:
    """Build the project of this folder and print the phases as JSON."""
    clock = Clock()
    rows = MKDOCS + (OURS if Path("content").is_dir() else ())
    for place, phase in rows:
        module, _, path = place.partition(":")
        owner: Any = import_module(module)
        *above, name = path.split(".")
        for part in above:
            owner = getattr(owner, part)
        if name == "_search_files":  # it stands in a table
            owner.FILES = tuple(clock.told_apart(made, phase) if made.__name__ == name else made for made in owner.FILES)
        setattr(owner, name, clock.told_apart(getattr(owner, name), phase))
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # on one processor nothing is made beside the pages: one clock sees all
    command: Any = import_module("mkdocs.__main__")
    command.cli(["build", "--quiet"], standalone_mode=False)
    clock.turn()
    print(json.dumps(clock.spent))


def tables(place: Path) -> None:
    """Both builds beside each other."""
    head("Where the time of a build of 1,000 items goes (processor seconds; measuring adds a little)")
    ours, plain = write_site(place / "ours", 1000), write_plain(place / "plain", 1000)
    subprocess.run([sys.executable, "-m", "wegwijs.cli", "codes"], cwd=ours, env=ENVIRONMENT, check=True, capture_output=True)
    spent = [_phases(project) for project in (ours, plain)]
    line("phase", "ours", "plain Material")
    for phase in sorted({*spent[0], *spent[1]}, key=lambda phase: -spent[0].get(phase, 0)):
        told = [f"{each[phase]:.2f} s" if phase in each else "" for each in spent]
        line(f"  {phase}", told[0], told[1])
    line("  together", *(f"{sum(each.values()):.2f} s" for each in spent))


def _phases(project: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.bench.phases"]
    done = subprocess.run(command, cwd=project, env=ENVIRONMENT, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


if __name__ == "__main__":
    one_build()
