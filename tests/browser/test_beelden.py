"""The pictures of the manual: taken of the pages themselves by the build, the same online and in the copy."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Site, Visit
from tests.browser.test_every_page import barriers
from wegwijs.cli.beelden import MOST
from wegwijs.views.beelden import BEELDEN, HEIGHT, MANUAL, WIDTH

pytestmark = pytest.mark.browser
Visiting = Callable[..., Visit]
ADDRESS = MANUAL.removesuffix("index.md")


def test_every_picture_is_taken_and_small_and_the_same_in_the_copy(online: Site, on_disk: Site) -> None:
    files = {row.file for row in BEELDEN}
    assert {f"assets/beelden/{path.name}" for path in (online.folder / "assets/beelden").iterdir()} == files
    for file in files:
        data = (online.folder / file).read_bytes()
        assert data == (on_disk.folder / file).read_bytes()
        # Less than this is a page on which nothing stands.
        assert 4_000 < len(data) <= MOST, file


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_the_manual_shows_them_with_a_caption(
    visit: Visiting, online: Site, on_disk: Site, width: int, scheme: str
) -> None:
    """Their room is kept before they come; each opens in its own size; axe finds nothing."""
    site = online if width == 320 else on_disk
    seen = visit(site, ADDRESS, width=width, scheme=scheme)
    figures = seen.page.get_by_role("figure")
    expect(figures).to_have_count(len(BEELDEN))
    for figure in figures.all():
        image = figure.get_by_role("img")
        image.scroll_into_view_if_needed()
        expect(image).to_have_js_property("naturalWidth", WIDTH)
        expect(image).to_have_js_property("naturalHeight", HEIGHT)
        expect(image).to_have_attribute("width", str(WIDTH))
        expect(figure.get_by_role("link")).to_have_attribute("href", str(image.get_attribute("src")))
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= width
    assert (seen.errors, seen.foreign) == ([], [])
    if site is online:  # axe reads stylesheets, which a browser refuses it from disk
        assert barriers(seen.page) == []


def test_a_step_of_the_form_has_an_address(visit: Visiting, online: Site) -> None:
    """The pictures are taken there, and somebody who helps a colleague can send it."""
    page = visit(online, "bijdragen/formulier/instrument/?item=peerreview#stap-nakijken").page
    expect(page.get_by_role("heading", name="Kijk na", level=2)).to_be_visible()
    expect(page.locator("[data-voorbeeld] .preview-title")).to_have_text("Peerreview")
    page.get_by_role("button", name="Begin opnieuw").click()
    page.get_by_role("button", name="Begin opnieuw").click()
    expect(page.get_by_role("heading", name="Wat is het?", level=2)).to_be_visible()
