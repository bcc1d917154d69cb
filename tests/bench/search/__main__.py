"""Bench of the search: `python -m tests.bench.search`. Printed beside stock Material on the same pages, never asserted."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.bench.search.designs import write_material, write_ours
from tests.bench.search.measure import wait
from tests.bench.search.synthetic import synthetic_tree
from tests.browser.chromium import FLAGS, find
from wegwijs.catalogue import load_catalogue
from wegwijs.problems import Problems
from wegwijs.search.files import index_files
from wegwijs.search.index import build_index
from wegwijs.tree import read_tree

ROOT = Path(__file__).resolve().parents[3]


def main(sizes: tuple[int, ...] = (300, 1000, 4000)) -> None:
    """A row for each size and design."""
    print(f"{'items':>6} {'design':<10} {'index gzip':>11} {'build':>7} {'first http':>11} {'file':>8} {'freeze http':>12} {'file':>8}")
    with sync_playwright() as tool, tempfile.TemporaryDirectory() as place:
        browser = tool.chromium.launch(executable_path=find(), args=list(FLAGS))
        for size in sizes:
            catalogue = load_catalogue(synthetic_tree(read_tree(ROOT), size), Problems())
            before = time.process_time()
            index = build_index(catalogue)
            index_files(index)
            took = time.process_time() - before
            for name, write, seconds in (("wegwijs", write_ours, took), ("material", write_material, 0.0)):
                folder = Path(place) / f"{name}-{size}"
                sent = write(folder, index)
                online, disk = wait(browser, folder, online=True), wait(browser, folder, online=False)
                print(
                    f"{size:>6} {name:<10} {sent / 1000:>8.0f} kB {seconds:>5.2f} s {online.first:>8.0f} ms {disk.first:>5.0f} ms "
                    f"{online.freeze:>9.0f} ms {disk.freeze:>5.0f} ms",
                    flush=True,
                )
        browser.close()


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or (300, 1000, 4000))
