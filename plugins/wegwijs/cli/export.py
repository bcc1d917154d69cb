"""Export: what can be taken along: the zip, each item as one file, and each handreiking as a PDF where there is a Chromium."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from wegwijs.addresses import SINGLES
from wegwijs.cli.chromium import find
from wegwijs.cli.making import LENIENT, Copy, NotMadeError, make_copy, tell_omissions, write
from wegwijs.cli.place import workplace
from wegwijs.views import formats
from wegwijs.words import plural, t

PRINT = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--no-pdf-header-footer",
)
PATIENCE = 120
"""Seconds in which a page must have been printed."""


def export(options: argparse.Namespace) -> int:
    """Make the zip, and what was asked besides, in a folder. Each file is put in its place when it is whole."""
    root = Path(options.root).resolve()
    folder = (root / options.naar).resolve()
    told = {LENIENT: "1"} if options.laat_fouten_weg else {}
    with workplace(folder / "kopie", lambda: print(t("bouw.wacht", map=options.naar), file=sys.stderr)) as place:
        try:
            copy = make_copy(root, place / "kopie", told)
        except NotMadeError as reason:
            print(reason, file=sys.stderr)
            print(t("uitvoer.mislukt"), file=sys.stderr)
            return 1
        made = _files(copy, singles=options.los)
        write(made, place / "klaar")
        missing = options.pdf and not _print(copy.singles, place / "los", place / "klaar/pdf")
        for path in sorted(
            file.relative_to(place / "klaar") for file in (place / "klaar").rglob("*") if file.is_file()
        ):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            os.replace(place / "klaar" / path, folder / path)  # noqa: PTH105 - also when the file is there already
    tell_omissions(root, copy.edition)
    print(t("uitvoer.zip", bestand=folder / copy.name, grootte=formats.size(len(copy.data)), sha256=copy.sha256))
    if options.los:
        print(plural("uitvoer.los", len(copy.singles), map=folder / "los"))
    return 1 if missing else 0


def _files(copy: Copy, *, singles: bool) -> Mapping[str, bytes]:
    """The zip with its checksum in the form that `sha256sum --check` reads, and the single files."""
    found = {copy.name: copy.data, f"{copy.name}.sha256": f"{copy.sha256}  {copy.name}\n".encode()}
    return found | ({_below(path): data for path, data in copy.singles.items()} if singles else {})


def _below(path: str) -> str:
    return f"los/{path.removeprefix(f'{SINGLES}/')}"


def _print(singles: Mapping[str, bytes], pages: Path, folder: Path) -> bool:
    """Print every single file. Without a Chromium nothing is printed, and that is said; it is no failure of the rest."""
    browser = find()
    if browser is None:
        print(t("uitvoer.geen_chromium"), file=sys.stderr)
        return True
    folder.mkdir(parents=True)
    pages.mkdir()
    names = []
    for path, data in singles.items():
        name = path.rpartition("/")[2]
        (pages / name).write_bytes(data)
        names.append(name)
    failed = [
        name for name in names if not _printed(browser, pages / name, folder / f"{name.removesuffix('.html')}.pdf")
    ]
    print(plural("uitvoer.pdf", len(names) - len(failed)))
    for name in failed:
        print(t("uitvoer.pdf_mislukt", naam=name), file=sys.stderr)
    return not failed


def _printed(browser: str, page: Path, made: Path) -> bool:
    """A profile of its own for each page: a Chromium that is open already would take the page and print nothing."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [browser, *PRINT, f"--user-data-dir={profile}", f"--print-to-pdf={made}", page.as_uri()]
        try:
            subprocess.run(command, capture_output=True, check=False, timeout=PATIENCE)  # noqa: S603 - our own words
        except subprocess.TimeoutExpired:
            return False
    return made.is_file() and made.stat().st_size > 0
