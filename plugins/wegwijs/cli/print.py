"""Print: pages of a built site as they come out of the printer, one PDF each, so that an editor sees the sheet before it is there."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from wegwijs.cli.chromium import find
from wegwijs.cli.serving import serving
from wegwijs.verslag.gegevens import read
from wegwijs.words import plural, t

FLAGS = ("--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--no-pdf-header-footer")
MOST = 20
"""Pages that are printed at once; more is not read by anybody."""


def print_pages(options: argparse.Namespace) -> int:
    """Print the pages, or those that a verslag says changed."""
    site, out = Path(options.root) / options.site, Path(options.uit)
    wanted = [*options.adressen, *_changed(options.verslag)]
    pages = list(dict.fromkeys(address.strip("/") for address in wanted))[:MOST]
    browser = find()
    if pages and browser is None:
        print(t("print.geen_browser"), file=sys.stderr)
        return 1
    out.mkdir(parents=True, exist_ok=True)
    failed = []
    with serving(site) as address:
        for page in pages:
            file = _file(site, page)
            if file is None or not _print(
                str(browser), f"{address}{file}", out / f"{page.replace('/', '-') or 'start'}.pdf"
            ):
                failed.append(page)
    for page in failed:
        print(t("print.mislukt", adres=page or "/"), file=sys.stderr)
    print(plural("print.klaar", len(pages) - len(failed), map=out))
    return 1 if failed else 0


def _changed(path: Path | None) -> list[str]:
    """The pages that a verslag names; nothing when there is none."""
    found = read(path.read_bytes()) if path and path.is_file() else None
    return [piece.adres for piece in found.stukken if piece.adres and piece.soort != "pagina"] if found else []


def _file(site: Path, page: str) -> str | None:
    """The file of a page below the site, in both ways of writing addresses; None when there is none."""
    for name in (f"{page}/index.html".lstrip("/"), f"{page}.html"):
        file = site / name
        if file.is_file() and file.resolve().is_relative_to(site.resolve()):
            return name
    return None


def _print(browser: str, url: str, target: Path) -> bool:
    with tempfile.TemporaryDirectory() as profile:
        # As root, in a container, Chromium starts without its sandbox only; elsewhere it keeps it.
        sandbox = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
        command = [browser, *FLAGS, *sandbox, f"--user-data-dir={profile}", f"--print-to-pdf={target.resolve()}", url]
        try:
            subprocess.run(command, check=False, capture_output=True, timeout=120)  # noqa: S603 - our own words
        except (OSError, subprocess.TimeoutExpired):
            return False
    return target.is_file() and target.stat().st_size > 0
