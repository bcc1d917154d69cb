"""Budget: what a reader's telephone must fetch before a page can be read, packed as servers send it. Images come later and do not count."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from functools import cache

from wegwijs.faults import Fault, fault
from wegwijs.postbuild.built import Built

FIRST_VIEW = 250_000
"""Bytes of the page, its stylesheets, scripts and typeface together."""
FONTS = "assets/fonts/"
COUNTED = (".css", ".js")


def check_budget(built: Built) -> Iterator[Fault]:
    """Each page within the budget."""

    @cache
    def packed(path: str) -> int:
        return len(zlib.compress(built.files[path], 6))

    fonts = sum(len(built.files[path]) for path in built.files if path.startswith(FONTS) and path.endswith(".woff2"))
    for path, links in built.links.items():
        loaded = {target for reference, target in links if reference.loads and target.endswith(COUNTED)}
        rest = fonts + sum(packed(target) for target in loaded if target in built.files)
        # Packing costs time and never makes a page bigger, so a page that fits as it is needs none.
        if len(built.files[path]) + rest > FIRST_VIEW and rest + packed(path) > FIRST_VIEW:
            yield fault("B014", path, kB=round((rest + packed(path)) / 1000), grens=FIRST_VIEW // 1000)
