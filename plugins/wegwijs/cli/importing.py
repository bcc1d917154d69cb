"""Importing: takes a package that came by mail, shows what it brings, and writes it only when all is well."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from wegwijs.catalogue import Catalogue
from wegwijs.checks import check_site
from wegwijs.pakket import Change, Laid, Package, RefusedError, alike, clean, lay, open_package
from wegwijs.pakket.opening import MOST_BYTES
from wegwijs.pakket.writing import write_all
from wegwijs.problems import Problem, Problems
from wegwijs.tree import read_tree
from wegwijs.words import plural, t

UNSAFE = frozenset(f"K{number:03}" for number in range(80, 90))
"""Problems about attachments: with one of these nothing is written, whatever was asked."""
SILENT = frozenset({"K140", "K141"})
"""What the import itself puts right."""


@dataclass(frozen=True)
class _Outcome:
    """What would happen."""

    laid: Laid
    problems: tuple[Problem, ...]
    """The problems that come with the package, those there already left out."""
    cleaned: tuple[str, ...]
    likeness: tuple[str, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        return Problems(self.problems).errors


def import_package(options: argparse.Namespace) -> int:
    """0 when the package is written or would be, 1 when something stands in the way."""
    root = Path(options.root).resolve()
    try:
        data = _bytes(options.pakket)
        outcome = _look(root, open_package(data))
    except RefusedError as fault:
        print(t(f"importeren.weiger.{fault.key}", **fault.values), file=sys.stderr)
        print(t("importeren.niets_geschreven"), file=sys.stderr)
        return 1
    for line in _told(outcome):
        print(line)
    reason = _why_not(outcome, replace=options.vervang, with_faults=options.met_fouten)
    if reason:
        print(reason, file=sys.stderr)
        print(t("importeren.niets_geschreven"), file=sys.stderr)
        return 1
    if options.proef:
        print(t("importeren.proef"))
        return 0
    return _write(root, outcome.laid.changes)


def _bytes(path: Path) -> bytes:
    if not path.is_file():
        raise RefusedError("geen_bestand", pad=path)
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _look(root: Path, package: Package) -> _Outcome:
    """Clean the attachments, lay the package beside the project, and check the two together."""
    files, cleaned = {}, []
    for path, data in package.files.items():
        found = clean(path, data)
        files[path] = found.data
        cleaned += [t(f"importeren.schoon.{key}", naam=path) for key in found.removed]
        if found.unsure:
            cleaned.append(t("importeren.schoon.kijk_zelf", naam=path))
    catalogue, before = check_site(read_tree(root))
    laid = lay(Package(package.pages, files, package.uses, package.before), catalogue)
    after, problems = check_site(laid.tree)
    # A line that moved is no new problem.
    known = {(problem.place.path, problem.code, problem.text) for problem in before}
    fresh = [problem for problem in problems if (problem.place.path, problem.code, problem.text) not in known]
    shown = tuple(problem for problem in (*laid.problems, *fresh) if problem.code not in SILENT)
    return _Outcome(laid, tuple(Problems(shown)), tuple(cleaned), tuple(_likeness(after, laid, files)))


def _likeness(catalogue: Catalogue, laid: Laid, files: dict[str, bytes]) -> Iterator[str]:
    for change in laid.changes:
        page = next((page for page in catalogue.looked_at if page.path == change.path), None)
        if page and change.was is None:
            own = {path: data for path, data in files.items() if path.startswith(f"{page.folder}/")}
            for key, other in alike(catalogue, page, own):
                yield t(f"importeren.lijkt.{key}", pad=page.path, ander=other)


def _told(outcome: _Outcome) -> Iterator[str]:
    """What the package brings, in words."""
    if outcome.laid.changes:
        yield t("importeren.brengt")
    for change in outcome.laid.changes:
        key = "nieuw" if change.was is None else "erbij" if change.is_addition else "anders"
        yield "  " + t(f"importeren.wat.{key}", pad=change.path)
        if key == "anders" and change.fields:
            yield "    " + t("importeren.velden", velden=", ".join(change.fields))
        if change.moved_on:
            yield "    " + t("importeren.sindsdien")
    for path, code in sorted(outcome.laid.codes.items()):
        yield t("importeren.code", pad=path, korte_code=code)
    yield from outcome.cleaned
    yield from outcome.likeness
    yield from (problem.line() for problem in outcome.problems)


def _why_not(outcome: _Outcome, *, replace: bool, with_faults: bool) -> str:
    """What stands in the way; empty when nothing does."""
    errors = outcome.errors
    if any(problem.code in UNSAFE for problem in errors) or outcome.laid.problems:
        return t("importeren.onveilig")
    if errors and not with_faults:
        return plural("importeren.fouten", len(errors))
    if not outcome.laid.changes:
        return t("importeren.niets_nieuws")
    if not replace and any(change.was is not None and not change.is_addition for change in outcome.laid.changes):
        return t("importeren.bestaat")
    return ""


def _write(root: Path, changes: Iterable[Change]) -> int:
    changes = tuple(changes)
    try:
        write_all(root, changes)
    except OSError as fault:
        print(t("importeren.mislukt", wat=fault.strerror or fault), file=sys.stderr)
        return 1
    print(plural("importeren.klaar", len(changes)))
    return 0
