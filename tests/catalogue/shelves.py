"""Shelves of items for tests: some small ones in one line each, and large ones made from chance."""

from __future__ import annotations

import random
from datetime import date
from functools import partial

from tests.sites import Site
from wegwijs.addresses import url_of
from wegwijs.filters import NUMBERS, SORTS, Choice, Entry, Facet, Shelf, Span
from wegwijs.views.context import Context

FACETS = (
    Facet("thema", ("uitval", "data", "bpv")),
    Facet("rol", ("docent", "student")),
    Facet("status", ("actueel", "historisch"), ("actueel",)),
)
WORDS = "gesprek kwaliteit cultuur élan data stage coördinator tafel vraag ruimte Één ÏJs".split()


def entry(id: str, marks: str = "", *, day: str = "2026-01-01", title: str = "", words: str = "", **spans: Span) -> Entry:
    """`entry("a", "uitval docent", duur=(30, 60))`: an item that is of now unless it says historisch."""
    chosen = set(marks.split()) | (set() if "historisch" in marks else {"actueel"})
    values = {facet.id: frozenset(chosen & set(facet.values)) for facet in FACETS}
    return Entry(id, values, spans, date.fromisoformat(day), title or id, words or title or id)


def shelf(*entries: Entry) -> Shelf:
    """The entries with the facets of this module."""
    return Shelf(FACETS, entries)


def context(site: Site, url: str = "https://voorbeeld.nl/") -> Context:
    """The views' context for a site in the memory."""
    return Context(site.catalogue, partial(url_of, directories=True), site_title="Wegwijs", site_url=url)


def random_shelf(count: int, seed: int = 1) -> Shelf:
    """Many items with every kind of gap: no values, no numbers, the same titles and days."""
    chance = random.Random(seed)
    facets = (
        *(Facet(f"kenmerk{number}", tuple(f"w{value}" for value in range(chance.randint(1, 40)))) for number in range(8)),
        Facet("status", ("actueel", "historisch", "ingetrokken"), ("actueel",)),
    )
    entries = []
    for number in range(count):
        values = {facet.id: frozenset(chance.sample(facet.values, chance.randint(0, min(4, len(facet.values))))) for facet in facets}
        spans = {}
        for name in dict.fromkeys(rule.span for rule in NUMBERS):
            if chance.random() < 0.7:
                least = chance.choice((2015, 2020)) if name == "jaar" else chance.randint(0, 20) * 15
                spans[name] = (least, least + chance.randint(0, 8) * 15)
        title = " ".join(chance.sample(WORDS, 2))
        text = f"{title} {' '.join(chance.choices(WORDS, k=6))}"
        day = date(2026, chance.randint(1, 12), chance.randint(1, 28))
        values = {name: chosen for name, chosen in values.items() if chosen}
        entries.append(Entry(f"instruments/item-{number}.md", values, spans, day, title, text))
    return Shelf(facets, tuple(entries))


def random_choice(chance: random.Random, facets: tuple[Facet, ...]) -> Choice:
    """What a reader might tick: mostly little, sometimes much."""
    ticked = chance.sample(facets, min(len(facets), chance.choice((0, 1, 1, 2, 3))))
    values = {facet.id: frozenset(chance.sample(facet.values, min(len(facet.values), chance.randint(1, 3)))) for facet in ticked}
    numbers = {}
    for rule in chance.sample(NUMBERS, chance.choice((0, 0, 1, 2))):
        numbers[rule.id] = chance.choice((2013, 2017, 2023, 2026)) if rule.span == "jaar" else chance.choice((0, 4, 12, 60, 90, 240, 480))
    return Choice(
        values,
        numbers,
        date(2026, chance.randint(1, 12), 1) if chance.random() < 0.1 else None,
        chance.choice(("", "", "", "data", "GESPREK", "elan", "kwaliteit cultuur", "één", "de", "zzz")),
        chance.choice(("", "", *SORTS)),
    )


__all__ = ["FACETS", "context", "entry", "random_choice", "random_shelf", "shelf"]
