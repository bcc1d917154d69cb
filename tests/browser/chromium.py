"""Chromium: finds a browser for the tests, or installs one; a missing browser is a failure with a way out, never a skip.

System Chromium first, then Debian's package where this user may install it, then Playwright's own download.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
UNWANTED = (
    # What a window of Chromium has around a page: a process of its own for the list below its address bar, and one in
    # reserve. No test sees it, and it took more time than the page itself, again for every fresh profile.
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "SpareRendererForSitePerProcess",
    # What Playwright itself turns off; the last list counts, so it is said again here.
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "PreconnectToSearch",
)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(UNWANTED)}",
)


def system_browser() -> str | None:
    """The browser on this machine; the variable CHROMIUM names another one."""
    wanted = os.environ.get("CHROMIUM")
    return shutil.which(wanted) if wanted else next(filter(None, map(shutil.which, NAMES)), None)


def find() -> str | None:
    """The path of a browser that starts; None means that Playwright's own must be there."""
    return system_browser()


def _install() -> bool:
    if shutil.which("apt-get") and os.geteuid() == 0:
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"]):
            if subprocess.run(command, env=environment, check=False, stdout=subprocess.DEVNULL).returncode:
                break
        if system_browser():
            return True
    return subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False).returncode == 0


def main() -> int:
    """Make sure that there is a browser."""
    if system_browser() or _install():
        print(f"Browser for the tests: {system_browser() or 'the one of Playwright'}")
        return 0
    print(
        "The tests need Chromium and could not install it. Install the package chromium with your system's own tool, "
        "or set CHROMIUM to the path of a browser, and run make test again.",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
