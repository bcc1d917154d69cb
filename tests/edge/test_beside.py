"""Work beside the pages: done once, waited for, told when it fails, ended when nobody needs it any more. Each in a Python of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from time import sleep

import pytest

CAN_BE_APART = sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1
BEGIN = """
import os, sys, time
from pathlib import Path
from wegwijs.edge.beside import Beside

here = os.getpid()
made = Path(sys.argv[1])
apart = sys.argv[2] == "apart"
"""


def run(place: Path, how: str, script: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", BEGIN + script, str(place / "made.txt"), how]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize("how", ["apart", "together"])
def test_it_is_done_once_and_there_when_it_is_waited_for(tmp_path: Path, how: str) -> None:
    done = run(
        tmp_path,
        how,
        "beside = Beside(lambda: made.open('a').write(str(os.getpid() == here)), apart=apart)\nbeside.finish()\nprint(made.read_text())",
    )
    assert done.stderr == ""
    is_here = how == "together" or not CAN_BE_APART
    assert done.stdout.strip() == str(is_here)


def test_a_failure_is_told_and_stops_the_build(tmp_path: Path) -> None:
    done = run(tmp_path, "apart", "beside = Beside(lambda: 1 / 0, apart=apart)\nbeside.finish()\nprint('nog bezig')")
    assert done.returncode == 1
    assert "division by zero" in done.stderr
    assert "nog bezig" not in done.stdout


def test_when_the_build_fails_elsewhere_it_ends(tmp_path: Path) -> None:
    done = run(
        tmp_path,
        "apart",
        "beside = Beside(lambda: (time.sleep(0.5), made.write_text('te laat')), apart=apart)\nbeside.stop()\ntime.sleep(1)",
    )
    assert done.returncode == 0
    assert not (tmp_path / "made.txt").exists()


def test_who_kills_the_build_kills_it_too(tmp_path: Path) -> None:
    run(
        tmp_path,
        "apart",
        "beside = Beside(lambda: (time.sleep(1), made.write_text('te laat')), apart=apart)\ntime.sleep(0.2)\nos.kill(here, 9)",
    )
    sleep(1.5)
    assert not (tmp_path / "made.txt").exists()
