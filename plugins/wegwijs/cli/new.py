"""New: a correct skeleton for who works with files."""

from __future__ import annotations

import argparse
import re
import sys
from datetime import date
from pathlib import Path

from markdown.extensions.toc import slugify

from wegwijs.catalogue import CONTENT
from wegwijs.documents import KINDS
from wegwijs.documents.skeleton import skeleton
from wegwijs.words import t


def new(options: argparse.Namespace) -> int:
    """Write `content/<folder>/<slug>.md`; refuse when it is there already or the title gives no name."""
    kind = next(kind for kind in KINDS if kind.id == options.soort)
    slug = "-".join(re.findall(r"[a-z0-9]+", slugify(options.titel, "-")))[:80].strip("-")
    path = Path(options.root) / CONTENT / kind.folder / f"{slug}.md"
    if not slug or slug == "index":
        print(t("nieuw.geen_naam", titel=options.titel), file=sys.stderr)
        return 1
    if path.exists():
        print(t("nieuw.bestaat", pad=path), file=sys.stderr)
        return 1
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(skeleton(kind, options.titel, date.today()), encoding="utf-8")
    print(t("nieuw.klaar", pad=path))
    return 0
