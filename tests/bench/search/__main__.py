"""Bench of the designs that a search can have, for docs/besluiten/0001-zoeken.md: `python -m tests.bench.search [sizes]`.

`pip install -e .[bench]` first: one of the designs needs the package lunr. What readers wait for on a built site is in tests.bench.readers.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.bench.search.designs import write_lunr, write_material, write_material_extra, write_ours
from tests.bench.search.measure import golden, wait
from tests.bench.synthetic import write_site
from tests.browser.chromium import FLAGS, find
from wegwijs.catalogue import Catalogue, load_catalogue
from wegwijs.problems import Problems
from wegwijs.search import golden_queries
from wegwijs.search.index import Index, build_index
from wegwijs.tree import read_tree

ROOT = Path(__file__).resolve().parents[3]
DESIGNS: tuple[tuple[str, Callable[[Path, Index], int]], ...] = (
    ("Material", write_material),
    ("Material + field", write_material_extra),
    ("lunr prebuilt", write_lunr),
    ("wegwijs", write_ours),
)


def main(sizes: tuple[int, ...] = (300, 1000, 4000)) -> None:
    """The golden queries on the real site, then a row for each size and design."""
    with sync_playwright() as tool, tempfile.TemporaryDirectory() as place:
        browser = tool.chromium.launch(executable_path=find(), args=list(FLAGS))
        quality(browser, Path(place), load_catalogue(read_tree(ROOT), Problems()))
        heads = ("read first", "whole", "build", "first http", "file", "freeze http", "file")
        print(f"{'items':>5} {'design':<17}" + "".join(f"{head:>12}" for head in heads))
        for size in sizes:
            site = write_site(Path(place) / f"site-{size}", size)
            catalogue = load_catalogue(read_tree(site), Problems())
            before = time.process_time()
            index = build_index(catalogue)
            took = time.process_time() - before
            for name, write in DESIGNS:
                row(browser, Path(place) / f"{write.__name__}-{size}", size, name, write, index, took)
        browser.close()


def quality(browser: Browser, place: Path, catalogue: Catalogue) -> None:
    """How many golden queries find their page among the first three."""
    index, queries = build_index(catalogue), golden_queries(catalogue)
    for name, write in DESIGNS:
        folder = place / f"{write.__name__}-golden"
        write(folder, index)
        found = golden(browser, folder, [row.query for row in queries])
        good = sum(not row.missing(paths) for row, paths in zip(queries, found, strict=True))
        print(f"golden queries, {name:<17} {good:>4} of {len(queries)}", flush=True)


def row(
    browser: Browser, folder: Path, size: int, name: str, write: Callable[[Path, Index], int], index: Index, made: float
) -> None:
    """One design at one size. Words and forms are worked out for all but stock Material."""
    before = time.process_time()
    whole = write(folder, index)
    took = time.process_time() - before + (0 if write is write_material else made)
    online, disk = wait(browser, folder, online=True), wait(browser, folder, online=False)
    read = online.read or whole
    waits = (online.first, disk.first, online.freeze, disk.freeze)
    cells = (f"{read / 1000:.0f} kB", f"{whole / 1000:.0f} kB", f"{took:.1f} s", *(f"{wait:.0f} ms" for wait in waits))
    print(f"{size:>5} {name:<17}" + "".join(f"{cell:>12}" for cell in cells), flush=True)


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or (300, 1000, 4000))
