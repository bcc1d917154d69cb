"""Making: one edition of the site with the generator, checked; and the copy with what can be taken along of it."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from wegwijs.addresses import DOWNLOADS
from wegwijs.checks import check_site
from wegwijs.export.folder import Folder
from wegwijs.export.package import README, package, package_name
from wegwijs.export.readme import readme
from wegwijs.export.single import Singles
from wegwijs.faults import Fault
from wegwijs.postbuild import check_built
from wegwijs.tree import read_tree
from wegwijs.words import plural, t

QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
"""The generator and the theme print advertisements for their successors; what we do about those is in ARCHITECTURE.md."""
TOLD = "WEGWIJS_DOWNLOADS"
"""The variable by which the edge hears which downloads the site will have."""
LENIENT = "WEGWIJS_FOUTEN_WEG"
"""The variable by which the edge hears that what is faulty is left out."""
FROM_DISK = "--no-directory-urls"
WARNINGS = frozenset({"B012"})
"""Faults that a reader can live with; they are told, and the site is published."""
NEVER = frozenset({"B011"})
"""Faults with which nothing is published, not even when what is faulty may be left out."""
SHOWN = 40
"""Faults that are printed; who sees forty knows enough."""


class NotMadeError(Exception):
    """The edition could not be made; the lines for who builds it."""


@dataclass(frozen=True)
class Edition:
    """What was made: its files, and what it says about itself in `versie.json`."""

    files: Mapping[str, bytes] = field(repr=False)
    version: Mapping[str, Any]

    @property
    def site_url(self) -> str:
        """Where the site stands on the web."""
        return str(self.version["adres"])

    @property
    def day(self) -> date | None:
        """The day of the edition."""
        day = self.version["datum"]
        return date.fromisoformat(day) if day else None


@dataclass(frozen=True)
class Copy:
    """The zip, and each item as one file by path below the root of the site."""

    name: str
    data: bytes = field(repr=False)
    singles: Mapping[str, bytes] = field(repr=False)
    edition: Edition

    @property
    def sha256(self) -> str:
        """The checksum that stands beside the download."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def url(self) -> str:
        """Where it stands in the site."""
        return f"{DOWNLOADS}/{self.name}"

    @property
    def told(self) -> str:
        """What the edge must know to offer it."""
        return json.dumps(
            {"kopie": {"url": self.url, "bytes": len(self.data), "sha256": self.sha256}, "los": bool(self.singles)}
        )


def nothing(_folder: Path) -> None:
    """Nothing has to be added."""


def make(
    root: Path,
    folder: Path,
    *,
    from_disk: bool = False,
    told: Mapping[str, str] | None = None,
    add: Callable[[Path], None] = nothing,
) -> Edition:
    """Build strictly into a folder; `add` puts in what is made of the pages. Raises NotMadeError with everything that was said."""
    # Not --quiet: MkDocs then does not count the warnings on which --strict must stop.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", os.fspath(folder)]
    environment = {**os.environ, **QUIET, **(told or {})}
    done = subprocess.run(  # noqa: S603 - our own words
        [*command, *([FROM_DISK] if from_disk else [])],
        cwd=root,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )
    said = [line for line in done.stderr.splitlines() if not line.startswith("INFO")]
    if done.returncode or not (folder / "index.html").is_file():
        raise NotMadeError("\n".join(said))
    print("\n".join(said), file=sys.stderr, end="\n" if said else "")
    add(folder)
    files = Folder(folder)
    return Edition(files, json.loads(files["versie.json"]))


def tell_omissions(root: Path, edition: Edition) -> None:
    """Say loudly what is not in the site, and why."""
    count = len(edition.version["weggelaten"])
    if count:
        _catalogue, problems = check_site(read_tree(root))
        lines = [problem.line() for problem in problems.errors]
        print("\n".join([plural("bouw.weggelaten", count), *lines]), file=sys.stderr)


def make_copy(root: Path, folder: Path, told: Mapping[str, str], add: Callable[[Path], None] = nothing) -> Copy:
    """The copy that opens from disk, checked and packed, and the items as one file each."""
    edition = make(root, folder, from_disk=True, told=told, add=add)
    files = {**edition.files, README: readme(edition.version)}
    for path in looked_at(check_built(files, site_url=edition.site_url, is_copy=True), lenient=LENIENT in told):
        del files[path]
    singles = Singles(edition.files, edition.site_url).all() if edition.site_url else {}
    return Copy(package_name(edition.day), package(files, edition.day), singles, edition)


def write(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files by path below a folder."""
    for path, content in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)


def looked_at(faults: Iterable[Fault], *, lenient: bool) -> tuple[str, ...]:
    """Tell every fault, and raise when there is one with which nothing may be published. Gives the assets that no page needs."""
    faults = tuple(faults)
    spare = tuple(fault.path for fault in faults if fault.code == "B013" and fault.path.startswith("assets/"))
    found = [fault for fault in faults if fault.path not in spare]
    lines = [fault.line() for fault in found[:SHOWN]]
    if len(found) > SHOWN:
        lines.append(t("bouw.en_meer", aantal=len(found) - SHOWN))
    if found:
        lines.append(plural("bouw.nagekeken", len(found)))
    codes = {fault.code for fault in found}
    if codes & NEVER if lenient else codes - WARNINGS:
        raise NotMadeError("\n".join(lines))
    print("\n".join(lines), file=sys.stderr, end="\n" if lines else "")
    return spare
