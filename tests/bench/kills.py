"""Kills: `wegwijs build` killed at a hundred random moments, each time with everything it started; is the site whole after each?

Too slow for `make test`, which does the same with the swap alone. Run it by hand: `python -m tests.bench.kills [count] [--kopie]`.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.projects import project

ITEM = "content/instruments/gesprek-in-een-kring.md"
DAYS = {"een": "1795219200", "twee": "1795305600"}


def build(root: Path, words: list[str], day: str) -> subprocess.Popen[bytes]:
    """Begin a build in a group of its own, so that all of it can be killed."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": day}
    command = [sys.executable, "-m", "wegwijs.cli", "build", *words]
    return subprocess.Popen(
        command, cwd=root, env=environment, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def digest(folder: Path) -> str:
    """The site as one number."""
    found = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        found.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


def main() -> None:
    """Two editions in turn; after each kill the site is one of them, whole."""
    count = next((int(word) for word in sys.argv[1:] if word.isdigit()), 100)
    words = [] if "--kopie" in sys.argv else ["--zonder-kopie"]
    chance = random.Random(8)
    with tempfile.TemporaryDirectory() as folder:
        root = project(Path(folder))
        known = {}
        for name, day in DAYS.items():
            start = time.monotonic()
            assert build(root, words, day).wait() == 0
            long = time.monotonic() - start
            known[digest(root / "site")] = name
        results: dict[str, int] = {}
        for number in range(count):
            running = build(root, words, DAYS["een" if number % 2 else "twee"])
            time.sleep(chance.random() * long * 1.1)
            with contextlib.suppress(ProcessLookupError):  # it was ready
                os.killpg(running.pid, signal.SIGKILL)
            running.wait()
            found = known.get(digest(root / "site"), "BROKEN")
            results[found] = results.get(found, 0) + 1
        assert build(root, words, DAYS["een"]).wait() == 0
        left = sorted(path.name for path in root.iterdir())
    print(f"{count} builds killed: {results}; left beside the site afterwards: {left}")


if __name__ == "__main__":
    main()
