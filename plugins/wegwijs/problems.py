"""Problems: what an author can put right, as values that are collected, sorted and counted; never raised, never logged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from wegwijs.words import message


class Severity(StrEnum):
    """How much a problem matters. The value is the word an author reads."""

    ERROR = "fout"
    """The item cannot be published like this; strict builds and `wegwijs check` fail."""
    WARNING = "let op"
    """The item can be published, but a reader or an editor will stumble."""


@dataclass(frozen=True, order=True)
class Place:
    """Where in the author's files something stands. Lines and columns count from 1; 0 means the file as a whole."""

    path: str
    line: int = 1
    column: int = 1

    @property
    def shown_path(self) -> str:
        """The path as it can be printed: a file name may hold line breaks, and bytes that are no text."""
        return _one_line(self.path)

    @property
    def shown(self) -> str:
        """`path:line:column`, which most editors make clickable."""
        return f"{self.shown_path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to put right: where it is, what happened, and the way out, in plain Dutch."""

    place: Place
    code: str
    """Public and stable: `K012`. Each code has a help page with an example."""
    text: str
    way_out: str
    severity: Severity = field(compare=False)
    values: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    """What was filled in, for who says the sentence in another form."""

    def line(self) -> str:
        """The one line that a terminal shows, clickable in most editors."""
        return f"{self.place.shown} {self.code} {self.severity.value}: {self.text} {self.way_out}".rstrip()


def problem(code: str, place: Place, **values: object) -> Problem:
    """Make the problem `code`, its sentences filled in with `values`.

    The sentences come from `words/berichten.yml`; an unknown code or a missing value is a programmer's mistake and raises KeyError.
    """
    found = message(code)
    shown = {key: _plain(value, 800 if key in LISTS else 120) for key, value in values.items()}
    severity = Severity.ERROR if found.is_error else Severity.WARNING
    return Problem(place, code, found.text.format_map(shown), found.way_out.format_map(shown).strip(), severity, shown)


LISTS = frozenset({"keuzes", "soorten", "volgorde", "keten", "velden"})
"""Values that are a list of choices: an author needs to see them all."""


def _plain(value: object, most: int) -> str:
    """A value as it may stand inside one line: no line breaks, no control characters, not endless."""
    text = _one_line(str(value))
    return text if len(text) <= most else text[: most - 1] + "…"


def _one_line(text: str) -> str:
    return "".join(character if character.isprintable() else " " for character in text)


class Problems:
    """A collector: the same problem counts once, and iteration is in reading order whatever the order of finding."""

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        self._found: set[Problem] = set(problems)

    def add(self, code: str, place: Place, **values: object) -> None:
        """Collect the problem `code` at `place`."""
        self._found.add(problem(code, place, **values))

    def extend(self, problems: Iterable[Problem]) -> None:
        """Collect what others found."""
        self._found.update(problems)

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(self._found))

    def __len__(self) -> int:
        return len(self._found)

    def at(self, path: str) -> tuple[Problem, ...]:
        """The problems of one file."""
        return tuple(problem for problem in self if problem.place.path == path)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep a strict build from going on."""
        return tuple(problem for problem in self if problem.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that may stay."""
        return tuple(problem for problem in self if problem.severity is Severity.WARNING)
