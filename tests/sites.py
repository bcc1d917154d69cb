"""A site as text: what a test changes in the small sample site, and what is seen then."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from wegwijs.catalogue import Catalogue
from wegwijs.checks import check_site
from wegwijs.problems import Problems
from wegwijs.samples import ITEM, base_site
from wegwijs.tree import Entry, Sort, Tree

__all__ = ["ITEM", "Site", "files", "write"]

_HEADER = re.compile(r"^-- (\S.*?) --$", re.MULTILINE)


def files(text: str) -> dict[str, str]:
    """`-- path --` and the lines below it, over and over → the texts by path."""
    parts = _HEADER.split(text)
    assert not parts[0].strip(), "begin with `-- path --`"
    return {path: content.removeprefix("\n") for path, content in zip(parts[1::2], parts[2::2], strict=True)}


@dataclass(frozen=True)
class Site:
    """A site in the memory. Every method that changes gives another site, so that sentences can be built."""

    tree: Tree

    def with_(self, text: str) -> Site:
        """Other files, or files with another content, as `-- path --` and text."""
        return self._with(*Tree.of(files(text)).entries.values())

    def bytes(self, path: str, data: bytes, *, size: int | None = None) -> Site:
        """A file that is no text, or one that says it is bigger than it is."""
        entry = Tree.of({path: data}).entries[path]
        return self._with(entry if size is None else replace(entry, size=size))

    def link(self, path: str, sort: Sort = Sort.LINK) -> Site:
        """A symlink, or a device."""
        return self._with(Entry(path, sort, 0, lambda _limit: b""))

    def change(self, old: str, new: str, path: str = ITEM) -> Site:
        """Replace text that is there, once."""
        text = self.text(path)
        assert text.count(old) >= 1, f"{path} does not have {old!r}"
        return self.bytes(path, text.replace(old, new, 1).encode("utf-8"))

    def copy(self, old: str, new: str, *changes: tuple[str, str]) -> Site:
        """A second file like one that is there."""
        made = self.bytes(new, self.text(old).encode("utf-8"))
        for before, after in changes:
            made = made.change(before, after, new)
        return made

    def append(self, text: str, path: str = ITEM) -> Site:
        """Write more at the end of a file."""
        return self.bytes(path, (self.text(path) + text).encode("utf-8"))

    def without(self, *paths: str) -> Site:
        """Take files away."""
        return Site(Tree({path: entry for path, entry in self.tree.entries.items() if path not in paths}))

    def _with(self, *entries: Entry) -> Site:
        return Site(self.tree.with_entries(*entries))

    def text(self, path: str = ITEM) -> str:
        """What a file says."""
        return self.tree.entries[path].read(1_000_000).decode("utf-8")

    @cached_property
    def _checked(self) -> tuple[Catalogue, Problems]:
        return check_site(self.tree)

    @property
    def catalogue(self) -> Catalogue:
        """What could be read."""
        return self._checked[0]

    @property
    def problems(self) -> Problems:
        """What must be put right."""
        return self._checked[1]

    @property
    def lines(self) -> list[str]:
        """Every problem as an author sees it; the file that most tests change is called `…`."""
        return [problem.line().replace(ITEM, "…") for problem in self.problems]

    @property
    def codes(self) -> list[str]:
        """The codes of all problems, in the order in which they are shown."""
        return [problem.code for problem in self.problems]

    def says(self, *lines: str) -> None:
        """These are all the problems. A line that ends in `…` may go on."""
        found = self.lines
        assert len(found) == len(lines) and all(map(_agree, found, lines)), "\n".join(  # noqa: PT018 - one sentence
            ("expected:", *lines, "found:", *(found or ["nothing"]))
        )

    def is_fine(self) -> None:
        """There is nothing to put right."""
        self.says()


def _agree(found: str, wanted: str) -> bool:
    return found.startswith(wanted[:-1]) if wanted.endswith("…") and wanted != "…" else found == wanted


BASE = Site(base_site())


def write(site: Site, root: Path) -> Path:
    """The files of a site on disk, as a project."""
    for path, entry in site.tree.entries.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(entry.read(1_000_000))
    return root
