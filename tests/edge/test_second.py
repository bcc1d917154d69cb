"""The second process makes half of the pages: the same site, and whatever goes wrong there is told and stops the build."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from time import sleep

import pytest

from tests.edge.test_beside import CAN_BE_APART
from tests.projects import project as write_project

BUILD = """
import logging, os, signal, sys, time
from mkdocs.__main__ import cli
from mkdocs.exceptions import PluginError
from wegwijs.edge.plugin import WegwijsPlugin

first = os.getpid()
one_only = {one_only}
if one_only and sys.platform == "linux":
    os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])
made = WegwijsPlugin.on_page_context

def with_more(self, context, *, page, **rest):
    is_second = os.getpid() != first
    with open("wie.txt", "a") as who:
        who.write(f"{{os.getpid()}} {{page.file.src_uri}}\\n")
    {act}
    return made(self, context, page=page, **rest)

WegwijsPlugin.on_page_context = with_more
cli(["build", "--strict"])
"""
SECOND = "is_second" if CAN_BE_APART else "True"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path)


def build(project: Path, act: str = "pass", *, one_only: bool = False) -> subprocess.CompletedProcess[str]:
    """Build with something that happens at each page; `wie.txt` has which process made which page."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    command = [sys.executable, "-c", BUILD.format(act=act, one_only=one_only)]
    return subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, check=False, timeout=120
    )


def makers(project: Path) -> tuple[set[str], list[str]]:
    """The processes that made pages, and the pages that were made."""
    lines = [line.split(" ", 1) for line in (project / "wie.txt").read_text().splitlines()]
    return {process for process, _page in lines}, sorted(page for _process, page in lines)


def site(project: Path) -> dict[str, str]:
    """Every file of the built site with the hash of what is in it."""
    files = [path for path in (project / "site").rglob("*") if path.is_file()]
    return {path.relative_to(project).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_two_processes_make_the_site_that_one_makes(project: Path) -> None:
    """Each page once, and all files the same."""
    assert build(project).returncode == 0
    two, pages = makers(project)
    made = site(project)
    (project / "wie.txt").unlink()
    assert build(project, one_only=True).returncode == 0
    one, again = makers(project)
    assert (len(two), len(one)) == (2 if CAN_BE_APART else 1, 1)
    assert len(set(pages)) == len(pages)
    assert pages == again
    assert made == site(project)
    assert any("assets/stukken/" in path for path in made)


def test_a_fault_in_the_second_process_stops_the_build(project: Path) -> None:
    """What went wrong is said by the process in which it did, once."""
    done = build(project, f"if {SECOND}: raise PluginError('Deze bladzijde wil niet.')")
    assert done.returncode == 1
    assert done.stderr.count("Deze bladzijde wil niet.") == 1
    assert "Traceback" not in done.stderr


def test_a_second_process_that_is_ended_from_outside_stops_the_build(project: Path) -> None:
    done = build(project, f"os.kill(os.getpid(), signal.SIGKILL) if {SECOND} else None")
    assert done.returncode == (1 if CAN_BE_APART else -9)
    assert "Een deel van de bladzijden kon niet gemaakt worden." in done.stderr or not CAN_BE_APART


def test_a_warning_in_the_second_process_stops_a_strict_build(project: Path) -> None:
    done = build(project, f"logging.getLogger('mkdocs').warning('Kijk hier eens naar.') if {SECOND} else None")
    assert done.returncode == 1
    assert "Kijk hier eens naar." in done.stderr
    assert "in strict mode" in done.stdout + done.stderr


def test_when_the_first_process_fails_the_second_ends(project: Path) -> None:
    """It would go on writing where the next build clears away."""
    act = "time.sleep(0.2) if is_second else (_ for _ in ()).throw(PluginError('Deze bladzijde wil niet.'))"
    done = build(project, act)
    assert done.returncode == 1
    before = (project / "wie.txt").read_text()
    assert len(before.splitlines()) < 10
    sleep(0.6)
    assert (project / "wie.txt").read_text() == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("anchors: ignore", "anchors: warn"),
        ("plugins:\n", "hooks: [haak.py]\nplugins:\n"),
    ],
    ids=["MkDocs looks for anchors in other pages", "a hook wants to see every page"],
)
def test_who_must_see_all_pages_gets_them_from_one_process(project: Path, old: str, new: str) -> None:
    (project / "haak.py").write_text("def on_page_content(html, **rest):\n    return html\n")
    text = (project / "mkdocs.yml").read_text()
    assert old in text
    (project / "mkdocs.yml").write_text(text.replace(old, new))
    assert build(project).returncode == 0
    processes, pages = makers(project)
    assert len(processes) == 1
    assert len(set(pages)) == len(pages)
