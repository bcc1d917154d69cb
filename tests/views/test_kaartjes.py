"""What others show of a link: complete tags on every page, and a picture that is always the same bytes."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PIL import Image

from tests.ledger.test_check import published
from tests.sites import Site
from wegwijs.addresses import url_of
from wegwijs.edge.cards import pictures
from wegwijs.views import korte_codes
from wegwijs.views.context import Context
from wegwijs.views.kaart.paths import Box, circle, rounded
from wegwijs.views.kaartjes.cards import cards
from wegwijs.views.kaartjes.colours import colours
from wegwijs.views.kaartjes.draw import SIZE, Kaartje, draw
from wegwijs.views.kaartjes.face import drawable
from wegwijs.views.kaartjes.outlines import polygons
from wegwijs.views.site import site_pages
from wegwijs.views.voorbeeld import preview_of

ONLINE = "https://voorbeeld.nl/"


def context_of(site: Site, **settings: object) -> Context:
    given = {"site_title": "Proef", "site_url": ONLINE, "has_cards": True, **settings}
    return Context(site.catalogue, partial(url_of, directories=True), **given)  # type: ignore[arg-type]


def cards_of(site: Site) -> dict[str, Kaartje]:
    context = context_of(site)
    return dict(cards(context, site_pages(context)))


# --- The tags ---


def test_every_page_has_tags_with_complete_addresses_and_a_picture_that_is_made(site: Site) -> None:
    context = context_of(published(site))
    pages = site_pages(context)
    made = dict(cards(context, pages))
    for page in pages.values():
        found = preview_of(context, page)
        assert found
        assert found.title
        assert found.description, page.path
        assert found.url == ONLINE + url_of(page.path).removeprefix("./")
        assert found.image.startswith(f"{ONLINE}kaartjes/"), page.path
        assert found.image.removeprefix(ONLINE) in made, page.path


def test_without_pictures_no_tag_promises_one_and_without_an_address_there_are_none(site: Site) -> None:
    page = site_pages(context_of(site))["index.md"]
    preview = preview_of(context_of(site, has_cards=False), page)
    assert preview
    assert preview.image == ""
    assert preview_of(context_of(site, site_url=""), page) is None


def test_the_page_behind_a_short_code_shows_what_it_leads_to(site: Site) -> None:
    """Programs for messages read the page they are sent to, and do not follow it."""
    made = korte_codes.files(context_of(published(site)))["k/bcdf/index.html"].decode()
    assert '<meta property="og:title" content="Gesprek in een kring">' in made
    assert f'<meta property="og:url" content="{ONLINE}instruments/gesprek-in-een-kring/">' in made
    assert f'<meta property="og:image" content="{ONLINE}kaartjes/bcdf.png">' in made
    assert 'content="summary_large_image"' in made


# --- The picture ---


def test_items_parts_and_sections_have_a_picture_of_their_own(site: Site) -> None:
    made = cards_of(published(site))
    assert {"kaartjes/bcdf.png", "kaartjes/start.png", "kaartjes/toolbox.png", "kaartjes/toolbox--waarden.png"} <= set(
        made
    )
    card = made["kaartjes/bcdf.png"]
    assert card.title == "Gesprek in een kring"
    assert card.letter
    assert card.marks
    assert card.address == "voorbeeld.nl/k/bcdf"


def test_the_same_card_is_the_same_bytes_and_any_change_is_another_key(site: Site) -> None:
    card = cards_of(published(site))["kaartjes/bcdf.png"]
    again = cards_of(published(site))["kaartjes/bcdf.png"]
    assert (draw(card), card.key) == (draw(again), again.key)
    others = [
        replace(card, title="Anders"),
        replace(card, marks=()),
        replace(card, small_map=None),
        replace(card, hue="rood"),
    ]
    assert len({card.key, *(other.key for other in others)}) == 5
    image = Image.open(io.BytesIO(draw(card)))
    assert (image.size, image.format) == (SIZE, "PNG")
    band = image.convert("RGB").getpixel((5, 300))
    assert band == tuple(bytes.fromhex(colours()[f"{card.hue}-strong"][1:]))


@pytest.mark.parametrize(
    "title", ["🎉", "Kwaliteitszorgfunctionarissenoverlegbijeenkomst" * 4, "a " * 300, "Ω≈ç√ Łódź", "א" * 20]
)
def test_any_title_can_be_drawn_and_stays_on_the_card(site: Site, title: str) -> None:
    card = replace(
        cards_of(published(site))["kaartjes/bcdf.png"], title=title, sentence=title, kicker=title, facts=title
    )
    picture = Image.open(io.BytesIO(draw(card))).convert("RGB")
    paper = tuple(bytes.fromhex(colours()["paper"][1:]))
    # Beside the map and above the name of the site nothing is drawn over the edges.
    for box in ((SIZE[0] - 60, 0, *SIZE), (40, 0, 86, SIZE[1])):
        assert picture.crop(box).getcolors() == [((box[2] - box[0]) * (box[3] - box[1]), paper)]


def test_letters_that_the_typeface_lacks_are_left_out_or_made_plain() -> None:
    assert drawable("Eén 🙂 vraag – “Łódź”…") == "Eén vraag – “Lódz”…"


def test_paths_become_polygons_with_holes_and_round_corners() -> None:
    (square,) = polygons("M0 0H10V10H0z")
    assert square == ((0, 0), (10, 0), (10, 10), (0, 10))
    (round_,) = polygons(circle(5, 5, 5))
    assert all(abs(((x - 5) ** 2 + (y - 5) ** 2) ** 0.5 - 5) < 0.1 for x, y in round_)
    assert len(polygons(f"{rounded(Box(0, 0, 9, 9), 2)} {rounded(Box(3, 3, 3, 3), 1)}")) == 2


# --- What is kept ---


def test_a_picture_that_did_not_change_is_not_drawn_again(site: Site, tmp_path: Path) -> None:
    context = context_of(published(site))
    first = pictures(context, site_pages(context), tmp_path)
    kept = tmp_path / "kaartjes" / f"{cards_of(published(site))['kaartjes/bcdf.png'].key}.png"
    kept.write_bytes(b"from the cache")
    changed = context_of(
        published(site.change("titel: Tweede gesprek", "titel: Ander gesprek", "content/instruments/tweede-gesprek.md"))
    )
    second = pictures(changed, site_pages(changed), tmp_path)
    assert second["kaartjes/bcdf.png"] == b"from the cache"
    assert len({*first.values()} - {*second.values()}) == 2, "the one that was spoiled, and the one that changed"
    assert len(list((tmp_path / "kaartjes").iterdir())) == len({*second.values()}), (
        "the cache holds no more than the site needs"
    )
