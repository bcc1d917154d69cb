"""Pictures in the manual: they stand where the text is about them, and a page without them is complete."""

from __future__ import annotations

from pathlib import Path

import pytest

from wegwijs.addresses import url_of
from wegwijs.checks import check_site
from wegwijs.tree import read_tree
from wegwijs.views.beelden import BEELDEN, HEIGHT, MANUAL, WIDTH, ManualView, beelden_of
from wegwijs.views.context import Context
from wegwijs.views.site import site_pages

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def context() -> Context:
    """The real site, as the build makes it when it takes pictures."""
    return Context(check_site(read_tree(ROOT))[0], url_of, has_pictures=True)


def test_what_a_picture_shows_is_a_page_of_the_site(context: Context) -> None:
    pages = site_pages(context)
    assert {row.opens for row in BEELDEN} <= set(pages)
    assert {row.at for row in BEELDEN} <= set(pages)
    assert len({row.name for row in BEELDEN}) == len(BEELDEN) <= 6


def test_pictures_come_after_the_text_under_their_heading(context: Context) -> None:
    """Four steps of the form under the steps of the form; nothing of the text is lost."""
    html = (
        "<p>Vooraf</p>"
        '<h3 id="met-het-formulier">Formulier</h3><ol><li>Kies</li></ol>'
        '<h3 id="in-een-gesprek">Gesprek</h3><p>Praat</p>'
    )
    view = site_pages(context)[MANUAL].view(html)
    assert isinstance(view, ManualView)
    assert "".join(piece.text for piece in view.pieces) == html
    assert [len(piece.pictures) for piece in view.pieces] == [0, 4, 0]
    first = view.pieces[1].pictures[0]
    assert (first.url, first.width, first.height) == ("assets/beelden/kiezen.png", WIDTH, HEIGHT)
    assert all(picture.alt and picture.caption for piece in view.pieces for picture in piece.pictures)


def test_every_heading_that_a_picture_waits_for_is_in_the_text() -> None:
    text = (ROOT / "content" / MANUAL).read_text(encoding="utf-8")
    ids = {line.lstrip("# ").lower().replace(" ", "-") for line in text.splitlines() if line.startswith("#")}
    assert {row.under for row in BEELDEN} <= ids


def test_without_a_browser_or_without_what_is_shown_there_are_none(context: Context) -> None:
    page = context.by_site_path[MANUAL]
    assert len(beelden_of(context, page)) == len(BEELDEN)
    assert beelden_of(Context(context.catalogue, url_of), page) == ()
    assert site_pages(Context(context.catalogue, url_of))[MANUAL].template != "handleiding.html"
