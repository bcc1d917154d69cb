"""Measure: what a reader waits for in Chromium, on http and from a disk: from the cursor in the field to the first result painted."""

from __future__ import annotations

import gzip
import statistics
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser
from playwright.sync_api import Error as BrowserError

from tests.browser.conftest import serve

QUERIES = ("gesprekken over begeleiding", "kwaliteitscultur", "stage")
"""One with word forms, one with a slip, one that many pages have."""

# A beat of a few milliseconds shows how long the page could do nothing else.
WATCH = """async ([query]) => {
  let beat = performance.now(), longest = 0, going = true;
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - beat);
    beat = now;
    if (going) setTimeout(() => channel.port2.postMessage(0), 1);
  };
  channel.port2.postMessage(0);
  await new Promise((done) => setTimeout(done, 30));
  longest = 0;
  const start = performance.now();
  const late = new Promise((_, fail) => setTimeout(fail, 60000, new Error(`no answer to ${query}`)));
  const found = await Promise.race([window.first(query), late]);
  const item = (path) => Object.assign(document.createElement("li"), { textContent: path });
  document.querySelector("ol").append(...found.slice(0, 10).map(item));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  const took = performance.now() - start;
  going = false;
  const names = performance.getEntriesByType("resource").map((entry) => new URL(entry.name).pathname.split("assets/zoek/")[1]);
  return [took, longest, found.slice(0, 3), names.filter(Boolean)];
}"""


@dataclass(frozen=True)
class Wait:
    """Milliseconds to the first result and of the longest standstill; bytes of the index that a query reads, 0 for all."""

    first: float
    freeze: float
    read: int


def wait(browser: Browser, folder: Path, *, online: bool, rounds: int = 3) -> Wait:
    """Open the page afresh for each search. Other work on the machine makes a wait longer, never shorter: the shortest round counts."""
    rows = []
    sizes = []
    with _opened(folder, online=online) as address:
        for query in QUERIES:
            tries = [_ask(browser, address, query) for _ in range(rounds)]
            rows.append((min(row[0] for row in tries), min(row[1] for row in tries)))
            parts = [folder / "assets/zoek" / name for name in tries[0][3]]
            sizes.append(sum(len(gzip.compress(part.read_bytes(), 6)) for part in parts))
    return Wait(statistics.median(row[0] for row in rows), max(row[1] for row in rows), int(statistics.median(sizes)))


def golden(browser: Browser, folder: Path, queries: list[str]) -> list[list[str]]:
    """The pages that each query finds, best first."""
    with _opened(folder, online=True) as address:
        page = browser.new_page()
        page.goto(f"{address}index.html")
        found: list[list[str]] = [page.evaluate("(query) => window.first(query)", query) for query in queries]
        page.close()
    return found


def _ask(browser: Browser, address: str, query: str) -> list[Any]:
    """One search on a fresh page. Now and then Material's worker does not answer at all; then it is asked once more."""
    for _ in range(3):
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{address}index.html")
        try:
            row: list[Any] = page.evaluate(WATCH, [query])
        except BrowserError:
            print(f"no answer to {query}, asked again", file=sys.stderr, flush=True)
        else:
            return row
        finally:
            context.close()
    raise SystemExit(f"{address} does not answer")


@contextmanager
def _opened(folder: Path, *, online: bool) -> Iterator[str]:
    server, address = serve(folder) if online else (None, folder.as_uri() + "/")
    yield address
    if server:
        server.shutdown()
        server.server_close()
