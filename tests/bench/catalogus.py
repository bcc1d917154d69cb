"""Bench of the catalogue: what it weighs, and how long from a click on a filter to the painted result, over http and from disk."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from tests.bench.synthetic import write_site
from tests.browser.chromium import FLAGS, system_browser

CLICKS = ("docent", "kwaliteitscultuur", "student", "data", "werkvorm")

# From the click to the frame after the one that shows the result: what a reader waits for.
CLICK = """(value) => new Promise((done) => {
  const box = document.querySelector(`input[value=${value}]`);
  const start = performance.now();
  box.click();
  requestAnimationFrame(() => { const channel = new MessageChannel();
    channel.port1.onmessage = () => done(performance.now() - start); channel.port2.postMessage(0); });
})"""


def build(place: Path, count: int, *, directories: bool) -> Path:
    """A site of so many items; gives the folder it stands in."""
    project = write_site(place / "project", count)
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("use_directory_urls: true", f"use_directory_urls: {str(directories).lower()}")
    config.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", os.fspath(place / "site")]
    subprocess.run(command, cwd=project, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=True)
    return place / "site"


def weight(site: Path) -> int:
    """Bytes, gzip, of the page and its data before the first filter."""
    files = [site / "catalogus/index.html", *(site / "assets/catalogus").glob("*.js")]
    return sum(len(gzip.compress(file.read_bytes())) for file in files)


def clicks(browser: Browser, address: str) -> list[float]:
    """Milliseconds for each click."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(address)
    page.wait_for_selector("[data-uitkomst] li")
    times = [page.evaluate(CLICK, value) for value in CLICKS]
    page.close()
    return times


def main() -> None:
    """Print one line for each size and way."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=system_browser(), args=list(FLAGS))
        for count in map(int, sys.argv[1:] or ("300", "1000", "4000")):
            site = build(Path(folder) / str(count), count, directories=False)
            times = clicks(browser, (site / "catalogus/index.html").as_uri())
            line = f"{weight(site) / 1000:.0f} kB gzip, filter click to paint {median(times):.0f} ms (longest {max(times):.0f} ms)"
            print(f"catalogue, {count} items, file://: {line}")
        browser.close()


if __name__ == "__main__":
    main()
