"""Collections: what is kept for each code, how a collection stands in an address, and the collections of the editors."""

from __future__ import annotations

import json
from functools import partial

import pytest

from tests.ledger.test_check import published
from tests.sites import Site
from wegwijs.addresses import url_of
from wegwijs.samples import ITEM
from wegwijs.views import stukken, verzamelingen
from wegwijs.views.context import Context
from wegwijs.views.delen import share_of
from wegwijs.views.site import site_pages

ONLINE = "https://voorbeeld.nl/"
COLLECTION = """
-- content/verzamelingen/een-stapel.md --
---
titel: Een stapel
code: st5k
samenvatting: Voor wie een stapel zoekt om een gesprek mee te beginnen.
stukken:
  - item: tweede-gesprek
    waarom: "Begin hier: & rustig."
  - element: dialoog
  - element: dialoog
    vraag: luisteren
---

## Zo gebruik je dit

In deze volgorde.
"""


def context_of(site: Site, *, directories: bool = True) -> Context:
    return Context(site.catalogue, partial(url_of, directories=directories), site_title="Proef", site_url=ONLINE)


def piece(context: Context, code: str, texts: dict[str, str] | None = None) -> dict[str, object]:
    script = stukken.files(context, texts or {})[f"assets/stukken/{code}.js"].decode()
    assert script.startswith("wegwijsStuk(")
    assert script.endswith(");\n")
    found: dict[str, object] = json.loads(script[len("wegwijsStuk(") : -3])
    return found


def test_every_code_that_ever_was_has_a_script(site: Site) -> None:
    site = published(site)
    context = context_of(site.without("content/werkbladen/blad-voor-de-kring.md"))
    assert {f"assets/stukken/{code}.js" for code in context.register.routes.codes} == set(stukken.files(context, {}))


def test_what_is_withdrawn_stays_in_a_collection_and_says_so(site: Site) -> None:
    site = published(site).change("status: actueel", "status: ingetrokken\nreden_ingetrokken: Het ging niet.", ITEM)
    found = piece(context_of(site), "bcdf")
    assert (found["titel"], found["weg"], found["adres"]) == ("Gesprek in een kring", True, "k/bcdf/")


@pytest.mark.parametrize("directories", [True, False])
def test_the_text_stands_anywhere_with_complete_links(site: Site, *, directories: bool) -> None:
    up, end = ("../../", "/") if directories else ("../", ".html")
    html = (
        f'x<!--stuk--><h2 id="a">Kop</h2><p>Zie <a href="{up}toolbox/waarden/dialoog{end}#vraag-x" data-x="1">dialoog</a>, '
        f'<a href="#a">hier</a> en <a href="https://elders.nl/x.html">daar</a>.</p><!--/stuk-->y'
    )
    page, cut = stukken.cut(html)
    assert "<!--" not in page
    assert page.startswith("x<h2")
    context = context_of(published(site), directories=directories)
    text = piece(context, "bcdf", {ITEM.removeprefix("content/"): cut})["tekst"]
    assert text == (
        '<h3>Kop</h3><p>Zie <a data-eigen href="https://voorbeeld.nl/toolbox/waarden/dialoog/#vraag-x">dialoog</a>, '
        '<a data-eigen href="https://voorbeeld.nl/instruments/gesprek-in-een-kring/#a">hier</a> en <a href="https://elders.nl/x.html">daar</a>.</p>'
    )


def test_an_item_brings_questions_of_the_parts_it_touches(site: Site) -> None:
    found = piece(context_of(published(site)), "bcdf")
    assert found["kaarten"]
    assert found["soort"]
    assert found["link"] == f"{ONLINE}k/bcdf/"


def test_a_collection_stands_in_an_address_in_plain_signs() -> None:
    made = verzamelingen.address_of("Één & al", "Wat? Dit: ja.", [("bcdf", ""), ("ghjk~luisteren", "Kies + doe")])
    assert made == "v=bcdf.ghjk~luisteren&t=%C3%89%C3%A9n+%26+al&n=Wat?+Dit:+ja.&n2=Kies+%2B+doe"


def test_the_editors_page_shows_items_parts_and_questions_in_order(site: Site) -> None:
    question = site.text("toolbox/waarden/dialoog.md")
    assert "id: luisteren" in question
    site = published(site).with_(COLLECTION)
    page = site_pages(context_of(site))["verzamelingen/een-stapel.md"]
    view = page.view("<h2 id='x'>Zo gebruik je dit</h2><p>In deze volgorde.</p>")
    assert isinstance(view, verzamelingen.EditorsView)
    assert [entry.title for entry in view.entries][:2] == ["Tweede gesprek", "Dialoog"]
    assert view.entries[2].url.endswith("toolbox/waarden/dialoog/#vraag-luisteren")
    assert view.entries[2].piece.endswith("~luisteren")
    assert view.open.url.startswith("verzameling/#v=ghjk.")


def test_a_collection_is_checked_like_everything_else(site: Site) -> None:
    fine = site.with_(COLLECTION)
    fine.is_fine()
    path = "content/verzamelingen/een-stapel.md"
    assert fine.change("item: tweede-gesprek", "item: twede-gesprek", path).codes == ["K060"]
    assert fine.change("element: dialoog\n  - ", "element: dialog\n  - ", path).codes == ["K014"]
    assert fine.change("vraag: luisteren", "vraag: luistren", path).codes == ["K156"]
    assert fine.change("  - element: dialoog\n    vraag", "  - vraag", path).codes == ["K155"]


def test_the_looks_of_a_saved_file_hold_the_typeface_and_ask_for_nothing(site: Site) -> None:
    style = verzamelingen.files(context_of(site))["assets/stukken/stijl.js"].decode()
    assert "data:font/woff2;base64," in style
    assert "url(\\\"../" not in style
    assert "url(http" not in style


def test_a_collection_of_the_editors_can_be_had_as_one_file(site: Site) -> None:
    """A school that works in Teams or SharePoint takes it along like an item."""
    context = context_of(published(site).with_(COLLECTION))
    page = site_pages(context)["verzamelingen/een-stapel.md"]
    assert share_of(context, page).single == "downloads/los/een-stapel.html"
