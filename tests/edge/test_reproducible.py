"""The same content gives the same bytes: in another folder, time zone, language and order of sets; the zip too."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from tests.projects import project

PLACES = (
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4242", "COLUMNS": "40"},
)


def digests(folder: Path) -> dict[str, str]:
    """Each file with the checksum of its bytes."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for number, place in enumerate(PLACES):
        root = project(tmp_path / ("diep/" * number) / f"bouw {number}")
        environment = {**os.environ, **place, "SOURCE_DATE_EPOCH": "1795219200"}
        command = [sys.executable, "-m", "wegwijs.cli", "build"]
        done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        made.append(digests(root / "site"))
    one, other = made
    assert {path for path in one.keys() | other.keys() if one.get(path) != other.get(path)} == set()
    assert "downloads/wegwijs-in-kwaliteit-2026-11-21.zip" in one
