"""Edition: when and from what the site is made: SOURCE_DATE_EPOCH, git, and what the build command tells about its downloads."""

from __future__ import annotations

import json
import os
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from wegwijs import __version__
from wegwijs.catalogue import Catalogue
from wegwijs.edition import Copy, Edition
from wegwijs.views.feed import newest

LENIENT = "WEGWIJS_FOUTEN_WEG"
"""Set when what is faulty is left out of the site instead of stopping it."""
PICTURES = "WEGWIJS_BEELDEN"
"""Set when `wegwijs build --beelden` takes the pictures of the manual and adds them to the site."""
EPOCH = "SOURCE_DATE_EPOCH"
DOWNLOADS = "WEGWIJS_DOWNLOADS"
"""A JSON object: `kopie` is the zip that will be put into the site, `los` whether there will be a file for each item."""


def edition_of(config: MkDocsConfig, catalogue: Catalogue) -> Edition:
    """The day is that of SOURCE_DATE_EPOCH, else of the last commit, else of the last change that an author wrote down."""
    root = Path(config.config_file_path).parent
    told: dict[str, Any] = json.loads(os.environ.get(DOWNLOADS) or "{}")
    commit, moment = _commit(root)
    given = os.environ.get(EPOCH, "")
    return Edition(
        version=__version__,
        commit=commit,
        is_changed=bool(commit and _git(root, "status", "--porcelain", "--untracked-files=no")),
        day=_day(given) or _day(moment) or newest(catalogue),
        is_copy=not config.use_directory_urls,
        copy=Copy.of(told["kopie"]) if told.get("kopie") else None,
        has_singles=bool(told.get("los")),
    )


def _day(seconds: str) -> date | None:
    return datetime.fromtimestamp(int(seconds), UTC).date() if seconds.isdigit() else None


def _commit(root: Path) -> tuple[str, str]:
    """The commit and its moment; empty for a folder that git does not keep."""
    if not _git(root, "ls-files", "mkdocs.yml"):
        return "", ""
    commit, _, moment = _git(root, "log", "-1", "--format=%H %ct").partition(" ")
    return commit, moment


def _git(root: Path, *words: str) -> str:
    command = ["git", "-C", os.fspath(root), *words]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    except OSError:
        return ""  # a machine without git
    return "" if done.returncode else done.stdout.strip()
