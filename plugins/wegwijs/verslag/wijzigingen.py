"""Wijzigingen: what changed in the metadata of a page, field by field, ready to be told in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from wegwijs.catalogue import Page
from wegwijs.documents.shared import Groep, Tijd
from wegwijs.fields import Shape
from wegwijs.model import Model
from wegwijs.verslag.gegevens import MOST_VALUES, Wijziging
from wegwijs.views import formats
from wegwijs.words import t

LONG = 60
"""A text up to this length is told whole, a longer one only as rewritten."""
PLAIN_MINUTES = 480
"""Up to a working day minutes are compared as minutes, because `van 60 naar 90 minuten` says more than `van 1 uur naar 90 minuten`."""


def changes(before: Page, after: Page, model: Model) -> tuple[Wijziging, ...]:
    """Every field that says something else, in the order of the class. Fields that could not be read are passed over."""
    found: list[Wijziging] = []
    if before.kind is not after.kind:
        return ()
    for name in after.kind.shape.model_fields:
        if name in before.faulty | after.faulty:
            continue
        old, new = getattr(before.meta, name), getattr(after.meta, name)
        if old != new:
            found += _facets(old, new, model) if name == "facetten" else _field(name, "", old, new)
    return tuple(found)


def _facets(
    old: Mapping[str, tuple[str, ...]], new: Mapping[str, tuple[str, ...]], model: Model
) -> Iterator[Wijziging]:
    for facet in dict.fromkeys((*new, *old)):
        known = model.facets.get(facet)
        before, after = old.get(facet, ()), new.get(facet, ())
        if known:
            before, after = (tuple(map(known.title_of, values)) for values in (before, after))
        yield from _list("facetten", known.title if known else facet, before, after)


def _field(name: str, part: str, old: Any, new: Any) -> Iterator[Wijziging]:
    if isinstance(old, tuple) or isinstance(new, tuple):
        yield from _many(name, part, old or (), new or ())
    elif old in (None, ""):
        yield Wijziging(veld=name, deel=part, soort="ingevuld", naar=_shown(name, new))
    elif new in (None, ""):
        yield Wijziging(veld=name, deel=part, soort="leeg", van=_shown(name, old))
    elif isinstance(old, (Tijd, Groep)) or not isinstance(old, Shape):
        yield _from_to(name, part, old, new)
    else:
        for inner in type(new).model_fields:
            if getattr(old, inner) != getattr(new, inner):
                yield from _field(name, inner, getattr(old, inner), getattr(new, inner))


def _from_to(name: str, part: str, old: Any, new: Any) -> Wijziging:
    first, last = _pair(name, old, new)
    if len(first) > LONG or len(last) > LONG:
        return Wijziging(veld=name, deel=part, soort="herschreven")
    return Wijziging(veld=name, deel=part, soort="van_naar", van=first, naar=last)


def _pair(name: str, old: Any, new: Any) -> tuple[str, str]:
    """Both values in one unit, named once: `60` and `90 minuten`, `6–20` and `6–12 mensen`."""
    if isinstance(old, Groep) and isinstance(new, Groep):
        return _span(old.min, old.max), t("groep.meer", aantal=_span(new.min, new.max))
    if isinstance(old, Tijd) and isinstance(new, Tijd):
        if max(old.max, new.max) <= PLAIN_MINUTES:
            return _span(old.min, old.max), t("tijd.minuut.meer", aantal=_span(new.min, new.max))
    elif name in MINUTES and max(old, new) <= PLAIN_MINUTES:
        return str(old), t("tijd.minuut.meer", aantal=new)
    return _shown(name, old), _shown(name, new)


MINUTES = ("voorbereiding", "stappen", "programma", "ervaringen")
"""Fields in which a bare number is a number of minutes."""


def _span(least: int, most: int) -> str:
    return str(most) if least == most else f"{least}–{most}"


def _shown(name: str, value: Any) -> str:
    """A value as a reader says it."""
    if isinstance(value, Tijd):
        return formats.duration(value)
    if isinstance(value, Groep):
        return formats.people(value)
    if isinstance(value, date):
        return formats.day(value)
    if isinstance(value, int) and name in MINUTES:
        return formats.minutes(value)
    if isinstance(value, Shape):
        words = (_shown("", part) for part in dict(value).values() if part is not None)
        return ", ".join(words)
    if name == "status":
        return t(f"status.{value}.titel").lower()
    return str(value)


def _many(name: str, part: str, old: tuple[Any, ...], new: tuple[Any, ...]) -> Iterator[Wijziging]:
    if not any(isinstance(value, Shape) for value in (*old, *new)):
        yield from _list(name, part, tuple(map(str, old)), tuple(map(str, new)))
        return
    before, after = _named(old), _named(new)
    yield from _list(name, part, tuple(before), tuple(after))
    for title, row in after.items():
        if title in before and row != before[title]:
            yield _row(name, title, before[title], row)


def _row(name: str, title: str, old: Shape, new: Shape) -> Wijziging:
    """A row of a list that stayed but says something else; only minutes are told as numbers."""
    minutes = getattr(old, "minuten", None), getattr(new, "minuten", None)
    if name in MINUTES and minutes[0] and minutes[1] and minutes[0] != minutes[1]:
        return _from_to(name, title, *minutes)
    return Wijziging(veld=name, deel=title, soort="herschreven")


def _list(name: str, part: str, old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[Wijziging]:
    added = tuple(value for value in new if value not in old)
    gone = tuple(value for value in old if value not in new)
    if added:
        yield Wijziging(veld=name, deel=part, soort="erbij", wat=_some(added))
    if gone:
        yield Wijziging(veld=name, deel=part, soort="weg", wat=_some(gone))


def _some(values: tuple[str, ...]) -> tuple[str, ...]:
    return values if len(values) <= MOST_VALUES else (*values[: MOST_VALUES - 1], "…")


def _named(rows: tuple[Any, ...]) -> dict[str, Shape]:
    """The rows of a list by what one calls them: the first text in each; a second one with that name gets a number."""
    found: dict[str, Shape] = {}
    for row in rows:
        title = next((str(value) for value in dict(row).values() if isinstance(value, str)), "")
        count = sum(name == title or name.startswith(f"{title} (") for name in found)
        found[f"{title} ({count + 1})" if count else title] = row
    return found
