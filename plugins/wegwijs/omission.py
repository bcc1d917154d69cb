"""Omission: a catalogue without what is faulty, so that one bad item does not stop the network. What is left out keeps its address.

Only documents of `content/` can be left out, with their attachments. The model, the first page of a section and the settings carry
others; a fault there stays a fault.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wegwijs.catalogue import CONTENT, Catalogue
from wegwijs.problems import Problems, Severity


def leave_out(catalogue: Catalogue, problems: Problems) -> tuple[Catalogue, Problems]:
    """The catalogue without the documents that have an error, and the problems that remain."""
    wrong = {problem.place.path for problem in problems.errors}
    owners = {path: _owner(catalogue, path) for path in wrong if _can_go(path)}
    gone = frozenset(owner for owner in owners.values() if owner)
    left = tuple(page for page in catalogue.pages if page.path not in gone)
    titles = {page.path: page.title for page in catalogue.everything if page.title}
    absent = {_site_path(path): titles.get(path) or _name(path) for path in sorted(gone)}
    remaining = [
        problem for problem in problems if problem.severity is not Severity.ERROR or problem.place.path not in owners
    ]
    return replace(catalogue, pages=left, absent=absent), Problems(remaining)


def _can_go(path: str) -> bool:
    return path.startswith(f"{CONTENT}/") and not path.endswith("/index.md")


def _owner(catalogue: Catalogue, path: str) -> str:
    """The document that goes with a faulty file: itself, or the one whose attachment it is; empty for a file that is nobody's."""
    if path.endswith(".md"):
        return path
    return next(_folders(catalogue, path), "")


def _folders(catalogue: Catalogue, path: str) -> Iterator[str]:
    documents = {page.path for page in catalogue.everything} | catalogue.broken
    folder = path
    while folder := folder.rpartition("/")[0]:
        if f"{folder}.md" in documents:
            yield f"{folder}.md"


def _site_path(path: str) -> str:
    return path.removeprefix(f"{CONTENT}/")


def _name(path: str) -> str:
    """What to call a document of which the title cannot be read."""
    return path.rpartition("/")[2].removesuffix(".md").replace("-", " ").capitalize()
