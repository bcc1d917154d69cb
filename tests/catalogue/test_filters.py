"""Filtering: OR within a facet, AND between facets, counts that tell what one would get, and addresses that stay valid."""

from __future__ import annotations

import random
from datetime import date

import pytest

from tests.catalogue.shelves import FACETS, entry, random_choice, random_shelf, shelf
from wegwijs.filters import Choice, Shelf, address, counts, fold, parse, select

SMALL = shelf(
    entry("tafel", "uitval docent student", title="Tafel", duur=(60, 120), groep=(4, 12), voorbereiding=(0, 0)),
    entry("scan", "data docent", title="Scan", duur=(30, 30), groep=(1, 100), day="2026-05-01"),
    entry("boek", "uitval data", title="Boek over data", jaar=(2017, 2017)),
    entry("coalitie", "bpv student", title="Coalitie", jaar=(2020, 9999), day="2026-03-01"),
    entry("audit", "uitval docent historisch", title="Audit", duur=(20, 20), words="Audit over de élan van vroeger"),
)


def found(query: str, among: Shelf = SMALL) -> list[str]:
    return [row.id for row in select(among, parse(query, among.facets))]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        # Nothing chosen: everything of now, in the order of the shelf
        ("", ["tafel", "scan", "boek", "coalitie"]),
        # OR within a facet
        ("thema=uitval", ["tafel", "boek"]),
        ("thema=uitval&thema=bpv", ["tafel", "boek", "coalitie"]),
        # AND between facets
        ("thema=uitval&rol=docent", ["tafel"]),
        ("thema=bpv&rol=docent", []),
        # History only for who asks for it, alone or beside what is of now
        ("status=historisch", ["audit"]),
        ("thema=uitval&status=historisch&status=actueel", ["tafel", "boek", "audit"]),
        # Numbers: can be done in that time, works with that many people
        ("duur=60", ["tafel", "scan"]),
        ("duur=59", ["scan"]),
        ("groep=12", ["tafel", "scan"]),
        ("groep=13", ["scan"]),
        ("voorbereiding=0", ["tafel"]),
        # Years: both ends count, and what still goes on has no end
        ("vanaf=2018", ["coalitie"]),
        ("vanaf=2017&tot=2019", ["boek"]),
        ("sinds=2026-03-01", ["scan", "coalitie"]),
        # Words: all of them, in title, summary or keywords, whatever the accents
        ("q=over+data", ["boek"]),
        ("q=ELAN&status=historisch", ["audit"]),
        # Orders; what has no duration comes last
        ("sorteer=titel", ["boek", "coalitie", "scan", "tafel"]),
        ("sorteer=nieuw", ["scan", "coalitie", "tafel", "boek"]),
        ("sorteer=kort", ["scan", "tafel", "boek", "coalitie"]),
    ],
)
def test_what_a_choice_finds(query: str, expected: list[str]) -> None:
    assert found(query) == expected


def test_a_search_puts_titles_first() -> None:
    rows = shelf(entry("a", words="Iets over data"), entry("b", title="Data"), entry("c", words="Veel data"))
    assert found("q=data", rows) == ["b", "a", "c"]


def test_a_count_says_what_one_would_get() -> None:
    """The facet itself does not count along, because its values add up; all other choices do."""
    tally = counts(SMALL, parse("thema=uitval&rol=docent", FACETS))
    assert tally["thema"] == {"uitval": 1, "data": 1, "bpv": 0}
    assert tally["rol"] == {"docent": 1, "student": 1}
    assert tally["status"] == {"actueel": 1, "historisch": 1}


@pytest.mark.parametrize("seed", range(40))
def test_a_count_is_what_ticking_only_that_value_gives(seed: int) -> None:
    rows = random_shelf(80, seed)
    choice = random_choice(random.Random(seed), rows.facets)
    tally = counts(rows, choice)
    for facet in rows.facets:
        for value in facet.values:
            ticked = Choice({**choice.values, facet.id: frozenset({value})}, choice.numbers, choice.since, choice.query)
            assert tally[facet.id][value] == len(select(rows, ticked))


@pytest.mark.parametrize("seed", range(40))
def test_an_address_gives_the_same_choice_back(seed: int) -> None:
    rows = random_shelf(3, seed)
    choice = random_choice(random.Random(seed), rows.facets)
    query = address(choice, rows.facets)
    assert parse(query, rows.facets) == choice
    assert address(parse(query, rows.facets), rows.facets) == query


@pytest.mark.parametrize(
    ("query", "means"),
    [
        # What is not known is passed over, so that an old or mistyped address still opens
        ("thema=bestaat-niet&onbekend=1&thema=data", "thema=data"),
        ("?thema=data", "thema=data"),
        ("duur=veel", ""),
        ("duur=-5", ""),
        ("duur=12345678", ""),
        ("duur=٣", ""),
        ("duur=060", "duur=60"),
        ("sinds=2026-02-30", ""),
        ("sinds=morgen", ""),
        ("sorteer=beste&weergave=tapijt", ""),
        ("weergave=kaartjes", ""),
        ("q=+++", ""),
        ("q=a%26b%3Dc", "q=a%26b%3Dc"),
        ("duur=30&duur=90", "duur=30"),
        # The order of the parameters does not matter: one choice has one address
        ("rol=student&duur=60&thema=bpv&thema=uitval", "thema=uitval&thema=bpv&rol=student&duur=60"),
    ],
)
def test_an_address_is_read_kindly(query: str, means: str) -> None:
    assert address(parse(query, FACETS), FACETS) == means


def test_a_day_is_read_as_a_day() -> None:
    assert parse("sinds=2026-11-01", ()).since == date(2026, 11, 1)


def test_folding_forgets_capitals_and_accents() -> None:
    assert fold("Coördinator ÉÉN") == "coordinator een"
