"""Verslag: what a contribution changes and what the check says about it, as data for the comment and as text for who looks now."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from wegwijs.checks import check_site
from wegwijs.cli.changed import changed_paths
from wegwijs.tree import read_tree
from wegwijs.verslag.gegevens import as_json
from wegwijs.verslag.tekst import Where, as_markdown
from wegwijs.verslag.vergelijking import Comparison, Reading
from wegwijs.verslag.verslag import verslag_of
from wegwijs.words import t

WRONG_USE = 2


def verslag(options: argparse.Namespace) -> int:
    """Compare two folders and write what changed. Whether the contribution is good is for the check to say; this one never fails on it."""
    before, after = Path(options.voor), Path(options.root)
    if not (before / "content").is_dir():
        print(t("opdracht.geen_project", map=before), file=sys.stderr)
        return WRONG_USE
    comparison = Comparison(_read(before), _read(after), changed_paths(options.gewijzigd))
    made = verslag_of(comparison)
    if options.gegevens:
        Path(options.gegevens).write_bytes(as_json(made))
    text = as_markdown(made, Where(site=site_address(after)), whole=True)
    if options.samenvatting:
        with Path(options.samenvatting).open("a", encoding="utf-8") as file:
            file.write(text)
    else:
        print(text, end="")
    return 0


def _read(root: Path) -> Reading:
    return Reading(*check_site(read_tree(root)))


_SITE = re.compile(r"^site_url:\s*[\"']?(https?://[^\s\"'#<>()\[\]]+)", re.MULTILINE)


def site_address(root: Path) -> str:
    """Where the site stands, as `mkdocs.yml` says; empty when it does not say."""
    settings = root / "mkdocs.yml"
    found = _SITE.search(settings.read_text(encoding="utf-8", errors="replace")) if settings.is_file() else None
    return f"{found[1].rstrip('/')}/" if found else ""
