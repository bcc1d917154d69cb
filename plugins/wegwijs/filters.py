"""Filters: which items fit what a reader chose, in which order, and what every further choice would give. Knows no pages.

OR within a facet, AND between facets. The same rules stand in `theme/assets/js/catalogus-filter.js`; a fuzz test holds them together.
The names of the parameters are part of published addresses: they never change.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from urllib.parse import parse_qsl, urlencode

Span = tuple[int, int]
"""From least to most, both included."""

QUERY, SORT, LOOK = "q", "sorteer", "weergave"
"""The parameters that are not about a property: the words looked for, the order, and how the results look."""
LOOKS = ("kaartjes", "lijst")
FAR = 1_000_000
"""Larger than any number of minutes: what has no duration comes after what has one."""


@dataclass(frozen=True)
class Facet:
    """A property with a closed list of values."""

    id: str
    values: tuple[str, ...]
    standard: tuple[str, ...] = ()
    """What counts when nothing is chosen; empty for everything. History is out unless one asks for it."""


@dataclass(frozen=True)
class Rule:
    """A number that a reader may fill in, and when an item fits it."""

    id: str
    span: str
    """Which numbers of an item it is held against."""
    fits: Callable[[Span, int], bool]


NUMBERS: tuple[Rule, ...] = (
    Rule("duur", "duur", lambda span, number: span[0] <= number),
    Rule("groep", "groep", lambda span, number: span[0] <= number <= span[1]),
    Rule("voorbereiding", "voorbereiding", lambda span, number: span[0] <= number),
    Rule("vanaf", "jaar", lambda span, number: span[1] >= number),
    Rule("tot", "jaar", lambda span, number: span[0] <= number),
)
"""`duur=90`: can be done in ninety minutes. `groep=12`: works with twelve people. `vanaf` and `tot` are years, both included."""
SINCE = "sinds"
"""`sinds=2026-11-01`: new or changed since that day."""


@dataclass(frozen=True)
class Entry:
    """An item as the filter sees it. Its place in the list is its order when nobody chose another: by kind, then by title."""

    id: str
    values: Mapping[str, frozenset[str]]
    spans: Mapping[str, Span]
    day: date
    """When it was last new or changed."""
    title: str
    words: str = ""
    """Title, summary and keywords: what a search without an index looks through."""

    @cached_property
    def folded(self) -> str:
        """The words as they are compared."""
        return fold(self.words)


@dataclass(frozen=True)
class Shelf:
    """All entries, and the facets to choose them by."""

    facets: tuple[Facet, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Choice:
    """What a reader chose."""

    values: Mapping[str, frozenset[str]] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)
    since: date | None = None
    query: str = ""
    sort: str = ""
    look: str = ""


SORTS: Mapping[str, Callable[[Entry], tuple[object, ...]]] = {
    "titel": lambda entry: (fold(entry.title),),
    "nieuw": lambda entry: (-entry.day.toordinal(),),
    "kort": lambda entry: (entry.spans.get("duur", (FAR, FAR))[0],),
}
"""Orders besides that of the shelf; equal entries keep the order of the shelf."""


def fold(text: str) -> str:
    """Text as it is compared: lower case, without accents."""
    lower = text.lower()
    if lower.isascii():
        return lower
    return "".join(letter for letter in unicodedata.normalize("NFD", lower) if unicodedata.category(letter) != "Mn")


def select(shelf: Shelf, choice: Choice) -> tuple[Entry, ...]:
    """The entries that fit, in the order asked for."""
    found = [entry for entry in shelf.entries if _fits(shelf, entry, choice)]
    if choice.sort in SORTS:
        found.sort(key=SORTS[choice.sort])
    elif choice.query and not choice.sort:
        words = fold(choice.query).split()
        found.sort(key=lambda entry: not all(word in fold(entry.title) for word in words))
    return tuple(found)


def counts(shelf: Shelf, choice: Choice) -> Mapping[str, Mapping[str, int]]:
    """For every value the number of items one would see with that value and all choices of the other facets."""
    found = {}
    for facet in shelf.facets:
        left = [entry.values.get(facet.id, frozenset()) for entry in shelf.entries if _fits(shelf, entry, choice, but=facet.id)]
        found[facet.id] = {value: sum(value in values for values in left) for value in facet.values}
    return found


def _fits(shelf: Shelf, entry: Entry, choice: Choice, *, but: str = "") -> bool:
    for facet in shelf.facets:
        wanted = choice.values.get(facet.id) or facet.standard
        if facet.id != but and wanted and entry.values.get(facet.id, frozenset()).isdisjoint(wanted):
            return False
    for rule in NUMBERS:
        number, span = choice.numbers.get(rule.id), entry.spans.get(rule.span)
        if number is not None and (span is None or not rule.fits(span, number)):
            return False
    if choice.since and entry.day < choice.since:
        return False
    return all(word in entry.folded for word in fold(choice.query).split())


def parse(query: str, facets: Iterable[Facet]) -> Choice:
    """The choice that an address stands for. What it does not know it passes over, so that an old or mistyped address still opens."""
    known = {facet.id: facet.values for facet in facets}
    values: dict[str, set[str]] = {}
    single: dict[str, str] = {}
    for name, value in parse_qsl(query.lstrip("?")):
        if name in known and value in known[name]:
            values.setdefault(name, set()).add(value)
        single.setdefault(name, value.strip())
    return Choice(
        {name: frozenset(chosen) for name, chosen in values.items()},
        {rule.id: int(single[rule.id]) for rule in NUMBERS if is_number(single.get(rule.id, ""))},
        _day(single.get(SINCE, "")),
        single.get(QUERY, ""),
        single.get(SORT, "") if single.get(SORT) in SORTS else "",
        single.get(LOOK, "") if single.get(LOOK) in LOOKS[1:] else "",
    )


def address(choice: Choice, facets: Iterable[Facet]) -> str:
    """The query string of a choice: always the same for the same choice, and empty when nothing is chosen."""
    rows = [(QUERY, choice.query)] if choice.query else []
    for facet in facets:
        rows += [(facet.id, value) for value in facet.values if value in choice.values.get(facet.id, ())]
    rows += [(rule.id, str(choice.numbers[rule.id])) for rule in NUMBERS if rule.id in choice.numbers]
    rows += [(SINCE, choice.since.isoformat())] if choice.since else []
    rows += [(SORT, choice.sort)] if choice.sort else []
    rows += [(LOOK, choice.look)] if choice.look else []
    return urlencode(rows)


def is_number(text: str) -> bool:
    """Whether a text is a number that can be filtered on: one to six plain figures."""
    return 0 < len(text) <= 6 and text.isascii() and text.isdigit()


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None
