"""Build: the whole site beside the old one, and only when all went well in its place."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from wegwijs.words import t

QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
"""The generator and the theme print advertisements for their successors; what we do about those is in ARCHITECTURE.md."""

CARDS = "WEGWIJS_KAARTJES"
"""The variable by which the edge hears that the pictures for link previews are wanted."""


def build(options: argparse.Namespace) -> int:
    """Build strictly into a folder next to the target and swap; a build that fails leaves the last good site."""
    root = Path(options.root).resolve()
    target = (root / options.site).resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as place:
        fresh = Path(place) / "new"
        # Not --quiet: MkDocs then does not count the warnings on which --strict must stop.
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", os.fspath(fresh)]
        wanted = {CARDS: "1"} if options.kaartjes else {}
        done = subprocess.run(  # noqa: S603 - our own words
            command, cwd=root, env={**os.environ, **QUIET, **wanted}, check=False, capture_output=True, text=True
        )
        if done.returncode or not (fresh / "index.html").is_file():
            print("\n".join(line for line in done.stderr.splitlines() if not line.startswith("INFO")), file=sys.stderr)
            print(t("bouw.mislukt", map=options.site), file=sys.stderr)
            return 1
        _swap(fresh, target, Path(place) / "old")
    print(t("bouw.klaar", bestand=target / "index.html"))
    return 0


def _swap(fresh: Path, target: Path, old: Path) -> None:
    """Put the fresh site in the place of the old one; two renames, so that the time without a site is a blink."""
    if target.exists():
        target.rename(old)
    try:
        fresh.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)
