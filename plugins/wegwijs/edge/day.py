"""Day: the day on which the site is made: SOURCE_DATE_EPOCH, else the last commit. Equal files give an equal site on any day."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path


def day_of(root: Path) -> date | None:
    """The day in UTC; None when nobody knows."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "") or _last_commit(root)
    return datetime.fromtimestamp(int(seconds), UTC).date() if seconds.isdigit() else None


def _last_commit(root: Path) -> str:
    command = [
        "git",
        "-C",
        os.fspath(root),
        "log",
        "-1",
        "--format=%ct",
        "--",
        "mkdocs.yml",
        "content",
        "toolbox",
        "plugins",
    ]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    except OSError:
        return ""  # a machine without git
    return "" if done.returncode else done.stdout.strip()
