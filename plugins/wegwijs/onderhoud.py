"""Onderhoud: what must be looked at again, by whom and before which day. The day it is now comes from outside."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from wegwijs.catalogue import Catalogue, Page
from wegwijs.documents import Item
from wegwijs.validation import fold

ALIVE = ("actueel", "in-ontwikkeling")
SOON = timedelta(days=31)


@dataclass(frozen=True)
class Review:
    """A promise to look at an item again."""

    page: Page
    day: date | None
    """None when nobody chose a day yet."""

    @property
    def keeper(self) -> str:
        """The role or organisation that looks after the item."""
        return self.page.item.beheerder


def is_due(item: Item, today: date | None) -> bool:
    """Whether the day to look at an item again has come. Nobody knows without a day of today."""
    return bool(today and item.status in ALIVE and item.herzien_voor and item.herzien_voor <= today)


def reviews(catalogue: Catalogue) -> tuple[Review, ...]:
    """What readers are to use, the earliest day first, what has no day last. A sheet goes with its item, unless it has a day of its own."""
    pages = (page for page in catalogue.items.values() if page.item.status in ALIVE)
    found = [
        Review(page, page.item.herzien_voor) for page in pages if page.item.herzien_voor or page.kind.id != "werkblad"
    ]
    return tuple(sorted(found, key=lambda row: (row.day or date.max, row.page.title.casefold(), row.page.slug)))


def due(rows: tuple[Review, ...], today: date | None) -> tuple[Review, ...]:
    """Those whose day has come."""
    return tuple(row for row in rows if is_due(row.page.item, today))


def soon(rows: tuple[Review, ...], today: date) -> tuple[Review, ...]:
    """Those whose day comes within a month."""
    return tuple(row for row in rows if row.day and today < row.day <= today + SOON)


def by_keeper(rows: tuple[Review, ...]) -> Mapping[str, tuple[Review, ...]]:
    """The rows of each keeper, by name. One name written in two ways is one keeper."""
    names: dict[str, str] = {}
    found: dict[str, list[Review]] = {}
    for row in rows:
        name = names.setdefault(fold(row.keeper), row.keeper)
        found.setdefault(name, []).append(row)
    return {name: tuple(found[name]) for name in sorted(found, key=str.casefold)}


def names_of_files(keepers: Mapping[str, object]) -> Mapping[str, str]:
    """For each keeper a name for a file; names that would be the same get a number."""
    found: dict[str, str] = {}
    for keeper in keepers:
        plain = re.sub(r"[^a-z0-9]+", "-", fold(keeper)).strip("-") or "beheerder"
        taken = sum(name == plain or re.fullmatch(rf"{plain}-\d+", name) is not None for name in found.values())
        found[keeper] = f"{plain}-{taken + 1}" if taken or plain == "alles" else plain
    return found
