"""A build beside the site, in its place in one move: whole after every kill, and never two at once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from wegwijs.cli import place
from wegwijs.cli.place import put, workplace

MANY = 40
BUILDER = f"""
import os, random, signal, sys, time
from pathlib import Path
from wegwijs.cli.place import put, workplace

def build(target, name, count):
    for number in range(count):
        with workplace(target, lambda: None) as folder:
            fresh = folder / "nieuw"
            fresh.mkdir()
            for part in range({MANY}):
                (fresh / str(part)).write_text(f"{{name}} {{number}}")
            put(fresh, target)

def edition(target):
    texts = [path.read_text() for path in target.iterdir()]
    return texts[0] if len(texts) == {MANY} and len(set(texts)) == 1 else "STUK"

target = Path(sys.argv[1])
if sys.argv[2] == "kill":
    chance = random.Random(8)
    build(target, "eerste", 1)
    for number in range(int(sys.argv[3])):
        child = os.fork()
        if not child:
            build(target, number, 100_000)
        time.sleep(0.01 + chance.random() / 20)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        print(edition(target))
else:
    build(target, sys.argv[2], int(sys.argv[3]))
    with workplace(target, lambda: None):
        print(edition(target))
"""
"""Builds over and over; every file of one site says the same. With `kill` a child does that, and is killed again and again."""


def builder(target: Path, name: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", BUILDER, os.fspath(target), name, str(count)], stdout=subprocess.PIPE, text=True)


def nothing() -> None:
    raise AssertionError("nobody else is at work")


def make(target: Path, text: str) -> None:
    with workplace(target, nothing) as folder:
        (folder / "nieuw").mkdir()
        (folder / "nieuw/index.html").write_text(text)
        put(folder / "nieuw", target)


@pytest.mark.parametrize("can_exchange", [True, False])
def test_the_new_site_takes_the_place_of_the_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can_exchange: bool
) -> None:
    """Also on a disk that cannot exchange two names."""
    if not can_exchange:
        monkeypatch.setattr(place, "_exchange", lambda _one, _other: False)
    for text in ("een", "twee"):
        make(tmp_path / "site", text)
        assert (tmp_path / "site/index.html").read_text() == text
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_after_every_kill_the_site_is_whole_and_the_next_build_clears_up(tmp_path: Path) -> None:
    """Killed at forty moments, without a chance to say goodbye."""
    target = tmp_path / "site"
    seen = builder(target, "kill", 40).communicate(timeout=60)[0].splitlines()
    assert len(seen) == 40
    assert "STUK" not in seen
    assert len(set(seen)) > 10, "the kills came before the work began"
    make(target, "laatste")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_site_that_was_moved_aside_by_a_killed_build_is_put_back(tmp_path: Path) -> None:
    """On a disk without exchange there is a blink without a site; the next build begins by putting it back."""
    left = tmp_path / ".site.bouw-x/vorige"
    left.mkdir(parents=True)
    (left / "index.html").write_text("goed")
    with pytest.raises(RuntimeError), workplace(tmp_path / "site", nothing):
        raise RuntimeError
    assert (tmp_path / "site/index.html").read_text() == "goed"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_two_builds_at_once_take_turns(tmp_path: Path) -> None:
    """Each site is of one builder, and both get ready."""
    target = tmp_path / "site"
    both = [builder(target, name, 25) for name in ("een", "twee")]
    said = {running.communicate(timeout=60)[0].strip() for running in both}
    assert "STUK" not in said
    assert said & {"een 24", "twee 24"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_who_waits_is_told_so(tmp_path: Path) -> None:
    """Once."""
    target = tmp_path / "site"
    command = [
        sys.executable,
        "-c",
        "import sys; from pathlib import Path; from wegwijs.cli.place import workplace\n"
        "with workplace(Path(sys.argv[1]), lambda: print('wacht', flush=True)): print('aan de beurt', flush=True)",
        os.fspath(target),
    ]
    with workplace(target, nothing):
        other = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert other.stdout is not None
        assert other.stdout.readline() == "wacht\n"
    assert other.communicate(timeout=60)[0] == "aan de beurt\n"
