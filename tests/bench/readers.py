"""Bench of what readers wait for: the search and the catalogue of a whole built site in Chromium, beside stock Material on the same pages.

`python -m tests.bench.readers [sizes]`. Printed against the budgets of the design, never asserted. A machine that does other work makes
every wait longer, never shorter: so each wait is measured a few times, and the shortest of them counts.
"""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import Error as BrowserError

from tests.bench.synthetic import write_plain, write_site
from tests.browser.chromium import FLAGS, find
from tests.browser.conftest import serve

ROUNDS = 4
QUERIES = ("gesprekken over begeleiding", "studenten", "vragen")
"""Words that stock Material finds too; the last stands on most pages."""
CLICKS = ("docent", "kwaliteitscultuur", "student", "data", "werkvorm")
BUDGETS = {300: "0.3 s", 1000: "0.3 s", 4000: "0.6 s"}

# From the cursor in the field to the frame that shows the first result. A beat of a millisecond shows how long the page stood still.
SEARCH = """([field, result, query, again]) => new Promise((done, fail) => {
  let beat = performance.now(), longest = 0, going = true;
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - beat);
    beat = now;
    if (going) setTimeout(() => channel.port2.postMessage(0), 1);
  };
  channel.port2.postMessage(0);
  const start = performance.now();
  const input = document.querySelector(field);
  const seen = () => requestAnimationFrame(() => setTimeout(() => {
    going = false;
    const scripts = performance.getEntriesByType("resource").map((entry) => new URL(entry.name).pathname);
    done([performance.now() - start, Math.max(longest, performance.now() - beat), scripts]);
  }));
  const watch = new MutationObserver(() => {
    const found = document.querySelector(result);
    if (found && found.getClientRects().length) { watch.disconnect(); seen(); }
  });
  watch.observe(document.body, { childList: true, subtree: true, attributes: true });
  setTimeout(fail, 60000, new Error("no result"));
  input.focus();
  input.value = query;
  const type = () => ["input", "keyup"].forEach((name) => input.dispatchEvent(new Event(name, { bubbles: true })));
  type();
  // Material may not listen yet when its page has loaded; a reader would go on typing.
  if (again) { const timer = setInterval(() => (going ? type() : clearInterval(timer)), 100); }
})"""

# From the click to the frame after the one that shows the result.
CLICK = """(value) => new Promise((done) => {
  const box = document.querySelector(`input[value=${value}]`);
  const start = performance.now();
  box.click();
  requestAnimationFrame(() => { const channel = new MessageChannel();
    channel.port1.onmessage = () => done(performance.now() - start); channel.port2.postMessage(0); });
})"""


@dataclass(frozen=True)
class Search:
    """Where a site has its search."""

    page: str
    field: str
    result: str
    is_late: bool = False
    """Whether it begins to listen some time after the page has loaded."""


OURS = Search("instruments/index.html", "form[data-zoek] input", ".zoek-panel .zoek-result")
MATERIAL = Search("index.html", "[data-md-component=search-query]", ".md-search-result__item", is_late=True)


@dataclass(frozen=True)
class Wait:
    """Milliseconds to the first result and of the longest freeze, and what the page had loaded by then."""

    first: float
    freeze: float
    loaded: frozenset[str]


def build_ours(place: Path, count: int) -> Path:
    """Our site of so many items, with pages as files so that the same folder serves the web and the disk."""
    project = write_site(place / "project", count)
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("use_directory_urls: true", "use_directory_urls: false")
    config.write_text(text, encoding="utf-8")
    return _built(project, place / "site")


def build_material(place: Path, count: int) -> Path:
    """The same pages with stock Material."""
    project = write_plain(place / "project", count)
    config = project / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8") + "plugins: [{search: {lang: nl}}]\n", encoding="utf-8")
    return _built(project, place / "site")


def _built(project: Path, site: Path) -> Path:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", os.fspath(site)]
    subprocess.run(command, cwd=project, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=True)
    return site


@contextmanager
def opened(browser: Browser, address: str) -> Iterator[Page]:
    """A page in a fresh context, with nothing in its cache."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(address, wait_until="load")
    yield page
    context.close()


def search(browser: Browser, address: str, at: Search, rounds: int = ROUNDS) -> Wait:
    """The middle query, each at its shortest wait; the freeze of the query that freezes most."""
    best: list[Any] = []
    loaded: set[str] = set()
    for query in QUERIES:
        rows = []
        for _ in range(rounds):
            with opened(browser, address + at.page) as page:
                rows.append(page.evaluate(SEARCH, [at.field, at.result, query, at.is_late]))
        best.append((min(row[0] for row in rows), min(row[1] for row in rows)))
        loaded |= (
            {row.rsplit("assets/zoek/", 1)[1] for row in rows[0][2] if "assets/zoek/" in row}
            if query == QUERIES[0]
            else set()
        )
    return Wait(median(row[0] for row in best), max(row[1] for row in best), frozenset(loaded))


def clicks(browser: Browser, address: str) -> tuple[float, float]:
    """Milliseconds of the middle and of the longest click, each filter at its shortest."""
    times: list[list[float]] = []
    for _ in range(ROUNDS):
        with opened(browser, address + "catalogus/index.html") as page:
            page.wait_for_selector("[data-uitkomst] li")
            times.append([page.evaluate(CLICK, value) for value in CLICKS])
    best = [min(row) for row in zip(*times, strict=True)]
    return median(best), max(best)


def compressed(*files: Path) -> float:
    """Kilobytes as a server sends them."""
    return sum(len(gzip.compress(file.read_bytes())) for file in files) / 1000


def main(sizes: tuple[int, ...] = (300, 1000, 4000)) -> None:
    """A few lines for each size."""
    with sync_playwright() as tool, tempfile.TemporaryDirectory() as folder:
        browser = tool.chromium.launch(executable_path=find(), args=list(FLAGS))
        for count in sizes:
            ours = build_ours(Path(folder) / f"ours-{count}", count)
            plain = build_material(Path(folder) / f"plain-{count}", count)
            report(browser, count, ours, plain)
        browser.close()


def report(browser: Browser, count: int, ours: Path, plain: Path) -> None:
    """Everything about one size."""
    servers = [serve(ours), serve(plain)]
    online, disk, stock = servers[0][1], ours.as_uri() + "/", servers[1][1]
    http, file = search(browser, online, OURS), search(browser, disk, OURS)
    material = search(browser, stock, MATERIAL, rounds=2)
    row(f"{count} items", "http", "file://", "Material http")
    parts = list((ours / "assets/zoek").glob("*.js"))
    read = [part for part in parts if part.name in http.loaded]
    index = compressed(plain / "search/search_index.json")
    row("  index, first query reads (gzip)", f"{compressed(*read):.0f} kB", "same", f"{index:.0f} kB")
    row("  index, whole (gzip)", f"{compressed(*parts):.0f} kB", "same", f"{index:.0f} kB")
    budget = f"budget {BUDGETS.get(count, '-')}"
    row(
        "  search, focus to first result",
        f"{http.first:.0f} ms",
        f"{file.first:.0f} ms",
        f"{material.first:.0f} ms",
        budget,
    )
    row("  search, longest freeze", f"{http.freeze:.0f} ms", f"{file.freeze:.0f} ms", f"{material.freeze:.0f} ms")
    (middle, longest), (middle_file, longest_file) = clicks(browser, online), clicks(browser, disk)
    row(
        "  filter click to painted result",
        f"{middle:.0f} ms",
        f"{middle_file:.0f} ms",
        "has none",
        "budget 50 ms at 1,000",
    )
    row("  the slowest filter", f"{longest:.0f} ms", f"{longest_file:.0f} ms", "has none")
    shelf = compressed(ours / "catalogus/index.html", *(ours / "assets/catalogus").glob("*.js"))
    row("  catalogue, page and data (gzip)", f"{shelf:.0f} kB", "same", "has none", "budget 150 kB at 1,000")
    row("  stock Material from a disk", "", "", _from_disk(browser, plain))
    for server, _ in servers:
        server.shutdown()
        server.server_close()


def _from_disk(browser: Browser, plain: Path) -> str:
    """Whether its search works there."""
    with opened(browser, (plain / MATERIAL.page).as_uri()) as page:
        try:
            page.evaluate(SEARCH.replace("60000", "5000"), [MATERIAL.field, MATERIAL.result, QUERIES[2], True])
        except BrowserError:
            return "finds nothing"
    return "works"


def row(what: str, *cells: str) -> None:
    """One line of the report."""
    print(
        f"{what:<36}" + "".join(f"{cell:>15}" for cell in cells[:3]) + (f"   {cells[3]}" if len(cells) > 3 else ""),
        flush=True,
    )


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or (300, 1000, 4000))
