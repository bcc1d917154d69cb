"""Measure: what a reader waits for in Chromium, on http and from a disk: from the cursor in the field to the first result painted."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

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
  return [took, longest, found.slice(0, 3)];
}"""


@dataclass(frozen=True)
class Wait:
    """Milliseconds: the median of a few first searches, and the longest time that the page stood still."""

    first: float
    freeze: float


def wait(browser: Browser, folder: Path, *, online: bool, rounds: int = 2) -> Wait:
    """Open the page afresh for each search, so that nothing is loaded yet."""
    server, address = serve(folder) if online else (None, folder.as_uri() + "/")
    rows = []
    try:
        for query in QUERIES * rounds:
            context = browser.new_context()
            page = context.new_page()
            page.goto(f"{address}index.html")
            rows.append(page.evaluate(WATCH, [query]))
            context.close()
    finally:
        if server:
            server.shutdown()
            server.server_close()
    return Wait(statistics.median(row[0] for row in rows), max(row[1] for row in rows))
