"""Beheer: who looks after an item when those who made it have gone. A coalitie closes within a year; what it made stays."""

from __future__ import annotations

import re

from wegwijs.catalogue import Catalogue, Page
from wegwijs.documents import Coalitie
from wegwijs.problems import Problems
from wegwijs.validation import fold

ALIVE = ("actueel", "in-ontwikkeling")
"""What readers are to use, and what therefore needs looking after."""
TEMPORARY = re.compile(r"(?:de-)?(?:coalitie|werkgroep)(?:-.*)?")
"""A keeper, folded, that is a group which stops again."""


def groups_of(catalogue: Catalogue) -> frozenset[str]:
    """The names of all coalities, folded."""
    pages = catalogue.of_kind("coalitie")
    return frozenset(fold(name) for page in pages for name in (page.title, page.item.herkomst.naam))


def products_of(catalogue: Catalogue) -> frozenset[str]:
    """The items that a coalitie says came of it."""
    return frozenset(slug for page in catalogue.of_kind("coalitie") for slug in getattr(page.meta, "producten", ()))


def check_keepers(catalogue: Catalogue, problems: Problems) -> None:
    """What a coalitie made has a day to be looked at again and a keeper that stays; a running coalitie has a day to be done."""
    groups, products = groups_of(catalogue), products_of(catalogue)
    for page in catalogue.looked_at:
        item = page.item
        if item.status not in ALIVE:
            continue
        if item.beheerder and (TEMPORARY.fullmatch(fold(item.beheerder)) or fold(item.beheerder) in groups):
            problems.add("K161", page.source.place("beheerder"), naam=item.beheerder)
        if item.herzien_voor or "herzien_voor" in page.faulty:
            continue
        if isinstance(item, Coalitie):
            if item.periode and item.periode.tot is None:
                problems.add("K162", page.source.key_place("periode"))
        elif _is_product(page, products) and not _told_elsewhere(page):
            problems.add("K160", page.source.key_place("gepubliceerd"), titel=page.title or page.slug)


def _is_product(page: Page, products: frozenset[str]) -> bool:
    """A sheet goes with its item, which has a day of its own."""
    origin = page.item.herkomst
    return page.kind.id != "werkblad" and (page.slug in products or bool(origin and origin.soort == "coalitie"))


def _told_elsewhere(page: Page) -> bool:
    """Whether K073 says it already: some content types always need the day."""
    return page.item.status == "actueel" and "herzien_voor" in page.kind.shape.WHEN_CURRENT
