"""The real site in real Chromium: built once, served on a free port; and its offline copy, unpacked and opened from disk."""

from __future__ import annotations

import fcntl
import functools
import http.server
import os
import re
import shutil
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.chromium import FLAGS, system_browser

ROOT = Path(__file__).resolve().parents[2]
OFFLINE = "\nuse_directory_urls: false\n"


@dataclass(frozen=True)
class Site:
    """A built site: its folder and the address it is opened at."""

    folder: Path
    address: str

    def url(self, path: str) -> str:
        """The address of a page, written as online: `instruments/peerreview/`."""
        if self.address.startswith("file:") and (path.endswith("/") or not path):
            path = f"{path.rstrip('/')}.html" if (self.folder / f"{path.rstrip('/')}.html").is_file() else f"{path}index.html"
        return self.address + path


def build(folder: Path, *, config: str = "mkdocs.yml") -> Path:
    """Build the real site strictly into a folder."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", config, "--site-dir", os.fspath(folder)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


class _Quiet(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # one connection for a whole page, as every host has it
    timeout = 30

    def do_GET(self) -> None:
        if self.path == "/favicon.ico":  # asked for what is no page and names no icon
            self.send_response(HTTPStatus.NO_CONTENT)
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, *_parts: object) -> None:
        pass


def serve(folder: Path) -> tuple[http.server.ThreadingHTTPServer, str]:
    """Serve a folder on a free port of this machine."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=os.fspath(folder)))
    # It looks so often whether it should stop: what a test waits for at its end.
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}/"


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `wegwijs build` makes of the real site, with its zip unpacked beside it. The workers of one run share it."""
    place = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        place = place.parent
    with (place / "made.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (place / "made").is_dir():
            _make(place / "busy")
            (place / "busy").rename(place / "made")
    return place / "made"


def _make(place: Path) -> None:
    shutil.rmtree(place, ignore_errors=True)
    command = [sys.executable, "-m", "wegwijs.cli", "build", "--site", os.fspath(place / "site"), "--beelden"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (zip_file,) = (place / "site/downloads").glob("*.zip")
    with zipfile.ZipFile(zip_file) as archive:
        archive.extractall(place / "copy")


@pytest.fixture(scope="session")
def online(made: Path) -> Iterator[Site]:
    """The real site over http."""
    server, address = serve(made / "site")
    yield Site(made / "site", address)
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def on_disk(made: Path) -> Site:
    """The offline copy, unpacked from the zip that the site offers, opened from disk."""
    folder = made / "copy/wegwijs-in-kwaliteit"
    return Site(folder, folder.as_uri() + "/")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a worker."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=system_browser(), args=list(FLAGS))
        yield running
        running.close()


@dataclass
class Visit:
    """A page in a fresh browser profile, which remembers what went wrong and what was asked from elsewhere."""

    page: Page
    errors: list[str]
    foreign: list[str]


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Open pages: `visit(site, path, width=320, scheme="dark", javascript=False)`."""
    opened: list[BrowserContext] = []

    def open_one(site: Site, path: str = "", **how: Any) -> Visit:
        found = open_page(browser, site, path, **how)
        opened.append(found.page.context)
        return found

    yield open_one
    for context in opened:
        context.close()


@pytest.fixture(scope="module")
def look(browser: Browser) -> Iterator[Callable[[Site, str], Visit]]:
    """Open pages only to look at them: one profile does for all, so nothing may be changed or kept. Wide and light."""
    opened: dict[str, Visit] = {}

    def open_one(site: Site, path: str) -> Visit:
        if site.address not in opened:
            opened[site.address] = open_page(browser, site)
        seen = opened[site.address]
        seen.page.set_viewport_size({"width": 1280, "height": 800})
        seen.page.emulate_media(color_scheme="light")
        seen.errors.clear()
        seen.foreign.clear()
        seen.page.goto(site.url(path))
        return seen

    yield open_one
    for seen in opened.values():
        seen.page.context.close()


def open_page(
    browser: Browser,
    site: Site,
    path: str = "",
    *,
    width: int = 1280,
    scheme: str = "light",
    javascript: bool = True,
    offline: bool = False,
) -> Visit:
    """Open a page in a fresh profile; `offline` cuts off the network."""
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,  # type: ignore[arg-type]
        java_script_enabled=javascript,
        locale="nl-NL",
        offline=offline,
    )
    page = context.new_page()
    found = Visit(page, [], [])
    page.on("console", lambda message: found.errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: found.errors.append(str(error)))
    # A request that the next page cuts off (ERR_ABORTED) is no failure of the site.
    page.on(
        "requestfailed",
        lambda request: found.errors.append(f"failed: {request.url}") if "ABORTED" not in str(request.failure) else None,
    )
    page.on("request", lambda request: _note_foreign(request.url, site, found))
    page.goto(site.url(path))
    return found


def ending(text: str) -> re.Pattern[str]:
    """What an address ends in: `expect(page).to_have_url(ending("#begeleiding"))` waits until it does."""
    return re.compile(re.escape(text) + "$")


def _note_foreign(url: str, site: Site, found: Visit) -> None:
    if not url.startswith((site.address, "data:", "blob:", "about:")):
        found.foreign.append(url)
