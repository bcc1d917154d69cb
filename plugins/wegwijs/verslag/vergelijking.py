"""Vergelijking: two readings of a site side by side, before and after a contribution."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from wegwijs.addresses import url_of
from wegwijs.catalogue import CONTENT, Catalogue, Page
from wegwijs.problems import Problem, Problems
from wegwijs.tree import Entry, Sort, Tree
from wegwijs.verslag.gegevens import MOST_CHANGES, MOST_VALUES, Area, Stuk, Wijziging
from wegwijs.verslag.wijzigingen import changes

AREAS: tuple[tuple[Area, tuple[str, ...]], ...] = (
    ("werkwijze", (".github/", ".ci/")),
    ("techniek", ("plugins/", "tests/", "mkdocs.yml", "pyproject.toml", "constraints.txt", "Makefile")),
    ("model", ("toolbox/",)),
    ("overig", ("",)),
)
"""What a file that is no content belongs to, by how its path begins; the first that fits."""
COMES_ALONG = ("toolbox/codes.csv", "toolbox/schema/")
"""Files that commands write by themselves; they say nothing about what a contributor did."""


@dataclass(frozen=True)
class Reading:
    """A site as it was read, with its problems."""

    catalogue: Catalogue
    problems: Problems

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """Every page that could be looked at, by file."""
        return {page.path: page for page in self.catalogue.everything}

    @cached_property
    def by_code(self) -> Mapping[str, Page]:
        """Pages by their short code."""
        return {code: page for page in self.catalogue.everything if (code := getattr(page.meta, "code", None))}


@dataclass(frozen=True)
class Comparison:
    """Before and after. `told` are paths that somebody else knows to have changed, also outside the folders with data."""

    before: Reading
    after: Reading
    told: frozenset[str] = frozenset()

    @cached_property
    def changed(self) -> tuple[str, ...]:
        """Every path that is there on one side only, or with other contents."""
        old, new = self.before.catalogue.tree, self.after.catalogue.tree
        paths = {*old.entries, *new.entries}
        return tuple(sorted({path for path in paths if _differs(old, new, path)} | self.told))

    @cached_property
    def areas(self) -> tuple[Area, ...]:
        """What the contribution touches besides content."""
        found = {
            next(area for area, starts in AREAS if path.startswith(starts))
            for path in self.changed
            if not path.startswith((f"{CONTENT}/", *COMES_ALONG))
        }
        return tuple(area for area, _starts in AREAS if area in found)

    @cached_property
    def new_problems(self) -> tuple[Problem, ...]:
        """What is to be put right in the files of the contribution, and what went wrong elsewhere because of it."""
        known = {_key(problem) for problem in self.before.problems}
        touched = frozenset(self.changed)
        found = (
            problem for problem in self.after.problems if problem.place.path in touched or _key(problem) not in known
        )
        return tuple(sorted(found, key=lambda problem: (problem.place.path not in touched, problem)))

    @cached_property
    def older_errors(self) -> int:
        """Errors that the contribution has nothing to do with."""
        new = set(self.new_problems)
        return sum(problem not in new for problem in self.after.problems.errors)

    def pieces(self) -> Iterator[Stuk]:
        """Each page that changed, or of which a file beside it changed."""
        texts = [path for path in self.changed if path.startswith(f"{CONTENT}/") and path.endswith(".md")]
        files = [path for path in self.changed if path.startswith(f"{CONTENT}/") and not path.endswith(".md")]
        owners = {f"{path.rpartition('/')[0]}.md" for path in files}
        moved = set(self._moved.values())
        for path in sorted({*texts, *(owner for owner in owners if owner in self.after.pages)}):
            if path not in moved:
                beside = tuple(
                    name.rpartition("/")[2] for name in files if name.startswith(f"{path.removesuffix('.md')}/")
                )
                yield self._piece(path, beside)

    @cached_property
    def _moved(self) -> Mapping[str, str]:
        """Pages under another name than before, known by their code: the new path and the earlier one."""
        gone = {path for path in self.before.pages if path not in self.after.catalogue.tree.entries}
        found = {}
        for path, page in self.after.pages.items():
            earlier = self.before.by_code.get(getattr(page.meta, "code", None) or "")
            if earlier and earlier.path in gone and path not in self.before.pages:
                found[path] = earlier.path
        return found

    def _piece(self, path: str, beside: tuple[str, ...]) -> Stuk:
        old = self.before.pages.get(self._moved.get(path, path))
        new = self.after.pages.get(path)
        page = new or old
        if page is None or (new is None and path in self.after.catalogue.tree.entries):
            known = page.kind.id if page else "pagina"
            return Stuk(pad=path, titel=page.title if page else path, soort=known, wat="onleesbaar")
        told: tuple[Wijziging, ...] = ()
        if old and new:
            told = changes(old, new, self.after.catalogue.model)[:MOST_CHANGES]
        return Stuk(
            pad=path,
            titel=page.title or path,
            soort=page.kind.id,
            wat="weg"
            if new is None
            else "nieuw"
            if old is None
            else "verplaatst"
            if path in self._moved
            else "veranderd",
            adres=url_of(page.site_path) if new and not new.faulty else "",
            wijzigingen=told,
            tekst=bool(old and new and old.source.body.strip() != new.source.body.strip()),
            bijlagen=beside[:MOST_VALUES],
        )


def _key(problem: Problem) -> tuple[str, str, str]:
    """A problem without its place in the file, because lines move when one writes."""
    return problem.place.path, problem.code, problem.text


def _differs(old: Tree, new: Tree, path: str) -> bool:
    first, second = old.entries.get(path), new.entries.get(path)
    return first is None or second is None or _contents(first) != _contents(second)


def _contents(entry: Entry) -> tuple[Sort, int, bytes]:
    return entry.sort, entry.size, entry.read(entry.size) if entry.sort is Sort.FILE else b""


def attached(pieces: Iterable[Stuk]) -> bool:
    """Whether a file came along with any of the pages."""
    return any(piece.bijlagen for piece in pieces)
