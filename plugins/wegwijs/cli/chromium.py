"""Chromium: finds a browser on this machine, and asks one that runs for pictures, in its own protocol over a pipe.

Nothing besides the browser is needed for it. See https://chromedevtools.github.io/devtools-protocol/ for the words.
"""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

if sys.platform != "win32":
    import fcntl

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
    "--lang=nl-NL",
)
PATIENCE = 60
"""Seconds in which the browser must answer."""
CHUNK = 1 << 16


class NoAnswerError(Exception):
    """The browser did not start, said no, or stopped answering."""


def find() -> str | None:
    """The browser of this machine; the variable CHROMIUM names another one. None when there is none."""
    wanted = os.environ.get("CHROMIUM")
    return shutil.which(wanted) if wanted else next(filter(None, map(shutil.which, BROWSERS)), None)


@contextmanager
def running(browser: str) -> Iterator[Chromium]:
    """A browser with a profile of its own, gone when the work is done."""
    if sys.platform == "win32":
        raise NoAnswerError("pipe")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        chromium = Chromium(browser, Path(profile))
        try:
            yield chromium
        finally:
            chromium.close()


class Chromium:
    """A running browser. Each picture is taken in a tab with storage of its own, so that nothing is left from the one before."""

    def __init__(self, browser: str, profile: Path) -> None:
        # As root, in a container, Chromium starts without its sandbox only; elsewhere it keeps it.
        sandbox = ("--no-sandbox",) if os.geteuid() == 0 else ()
        command = [browser, *FLAGS, *sandbox, f"--user-data-dir={profile}", "--remote-debugging-pipe", "about:blank"]
        theirs_in, self._write = os.pipe()
        self._read, theirs_out = os.pipe()
        silent = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in range(3)]
        # The browser reads from number 3 and writes to 4. High numbers first: one of ours might be 3 or 4 itself.
        low = (theirs_in, theirs_out)
        high = [_high(number) for number in low]
        pipes = [(os.POSIX_SPAWN_DUP2, high[0], 3), (os.POSIX_SPAWN_DUP2, high[1], 4)]
        try:
            self._process = os.posix_spawn(browser, command, os.environ, file_actions=[*silent, *pipes], setpgroup=0)
        except OSError as reason:
            raise NoAnswerError(str(reason)) from reason
        finally:
            for number in (*low, *high):
                os.close(number)
        self._rest = b""
        self._asked = 0

    def close(self) -> None:
        """End this browser, with everything it started."""
        for number in (self._write, self._read):
            os.close(number)
        try:
            os.killpg(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)
        except (ProcessLookupError, ChildProcessError):
            pass

    @contextmanager
    def tab(self, width: int, height: int) -> Iterator[Tab]:
        """An empty tab, light and still, as wide as asked."""
        context = self.ask("Target.createBrowserContext")["browserContextId"]
        target = self.ask("Target.createTarget", url="about:blank", browserContextId=context)["targetId"]
        session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        tab = Tab(self, session)
        tab.ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        still = [
            {"name": "prefers-color-scheme", "value": "light"},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        tab.ask("Emulation.setEmulatedMedia", features=still)
        yield tab
        self.ask("Target.disposeBrowserContext", browserContextId=context)

    def ask(self, method: str, *, session: str = "", **parameters: Any) -> dict[str, Any]:
        """Ask one thing and wait for its answer; what the browser tells meanwhile is let go."""
        self._asked += 1
        message = {"id": self._asked, "method": method, "params": parameters}
        whole = json.dumps({**message, "sessionId": session} if session else message).encode() + b"\0"
        try:
            while whole:
                whole = whole[os.write(self._write, whole) :]
        except OSError as reason:
            raise NoAnswerError(str(reason)) from reason
        until = time.monotonic() + PATIENCE
        while True:
            told = json.loads(self._message(until))
            if told.get("id") == self._asked:
                if "error" in told:
                    raise NoAnswerError(f"{method}: {told['error']['message']}")
                return dict(told["result"])

    def _message(self, until: float) -> bytes:
        while b"\0" not in self._rest:
            ready, _, _ = select.select([self._read], [], [], max(0, until - time.monotonic()))
            read = os.read(self._read, CHUNK) if ready else b""
            if not read:
                raise NoAnswerError("silent")
            self._rest += read
        message, _, self._rest = self._rest.partition(b"\0")
        return message


class Tab:
    """One page in the browser."""

    def __init__(self, chromium: Chromium, session: str) -> None:
        self._chromium = chromium
        self._session = session

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Ask something about this page."""
        return self._chromium.ask(method, session=self._session, **parameters)

    def open(self, url: str) -> None:
        """Open a page and wait until its scripts and typeface are there."""
        if "errorText" in self.ask("Page.navigate", url=url):
            raise NoAnswerError(url)
        self.run(
            "new Promise((done) => document.readyState === 'complete' ? done() : addEventListener('load', done))"
            ".then(() => document.fonts.ready).then(() => true)"
        )

    def run(self, script: str) -> Any:
        """What a script in the page gives; a promise is waited for."""
        told = self.ask("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in told:
            raise NoAnswerError(str(told["exceptionDetails"].get("text")))
        return told["result"].get("value")

    def picture(self, top: float, width: int, height: int) -> bytes:
        """A PNG of the page, from so far below its top."""
        clip = {"x": 0, "y": top, "width": width, "height": height, "scale": 1}
        told = self.ask("Page.captureScreenshot", format="png", clip=clip, captureBeyondViewport=True)
        return base64.b64decode(told["data"])


def _high(number: int) -> int:
    return fcntl.fcntl(number, fcntl.F_DUPFD_CLOEXEC, 10)
