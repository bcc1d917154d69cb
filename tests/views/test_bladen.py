"""The sheets that go with an instrument: made of its metadata, on an address that never dies."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from html import unescape

import pytest

from tests.ledger.test_check import published
from tests.sites import Site
from wegwijs.addresses import url_of
from wegwijs.edition import Edition
from wegwijs.samples import ITEM
from wegwijs.views import bladen
from wegwijs.views.context import Context
from wegwijs.views.site import site_pages

LEADER, TAKER = "bladen/bcdf/begeleidersblad/index.html", "bladen/bcdf/deelnemersblad/index.html"


def context_of(site: Site) -> Context:
    return Context(site.catalogue, partial(url_of, directories=True), site_title="Proef", site_url="https://voorbeeld.nl/")


def test_who_leads_gets_the_programme_and_who_takes_part_room_to_write(site: Site) -> None:
    made = bladen.files(context_of(published(site)))
    leader, taker = unescape(made[LEADER].decode()), unescape(made[TAKER].decode())
    step = next(line.split(":", 1)[1].strip(" \"'") for line in site.text().splitlines() if line.strip().startswith("- titel:"))
    assert step in leader
    assert step in taker
    assert "Vraag door op wat je opviel." in leader
    assert "Vraag door op wat je opviel." not in taker
    assert "Wat ik ga doen, en wanneer" in taker
    assert 'href="../../../instruments/gesprek-in-een-kring/"' in leader


def test_a_sheet_says_of_which_version_it_is(site: Site) -> None:
    """On paper nobody can look it up."""
    context = replace(context_of(published(site)), edition=Edition(version="1.2.3"))
    made = bladen.files(context)
    assert "Versie 1.2.3<" in made[LEADER].decode()
    assert "Versie 1.2.3<" in made[TAKER].decode()


def test_the_sheets_move_with_the_item_because_they_go_by_code(site: Site) -> None:
    after = published(site).copy(ITEM, "content/instruments/kringgesprek.md").without(ITEM)
    made = bladen.files(context_of(after))
    assert 'href="../../../instruments/kringgesprek/"' in made[LEADER].decode()


@pytest.mark.parametrize("gone", ["withdrawn", "without steps", "file away"])
def test_a_sheet_that_was_there_leads_on(site: Site, gone: str) -> None:
    site = published(site)
    if gone == "withdrawn":
        site = site.change("status: actueel", "status: ingetrokken\nreden_ingetrokken: Het ging niet.")
    elif gone == "file away":
        site = site.without(ITEM)
    else:
        text = site.text()
        start = text.index("\nstappen:")
        end = next(start + 1 + at for at, line in _lines(text[start + 1 :]) if at and not line.startswith((" ", "-")))
        site = site.bytes(ITEM, (text[:start] + "\n" + text[end:]).encode())
    made = bladen.files(context_of(site))[LEADER].decode()
    assert 'content="0; url=../../../k/bcdf/"' in made


def _lines(text: str) -> list[tuple[int, str]]:
    places, at = [], 0
    for line in text.splitlines(keepends=True):
        places.append((at, line))
        at += len(line)
    return places


def test_the_page_of_the_item_leads_to_its_sheets_unless_the_editors_wrote_one(site: Site) -> None:
    context = context_of(published(site))
    view = site_pages(context)["instruments/gesprek-in-een-kring.md"].view("")
    written = {card.sort_title for card in view.sheets}  # type: ignore[attr-defined]
    shown = {link.title for link in view.prints}  # type: ignore[attr-defined]
    assert shown | written >= {"Begeleidersblad", "Deelnemersblad"}
    assert not shown & written
