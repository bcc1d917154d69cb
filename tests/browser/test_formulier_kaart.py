"""The parts of the model are chosen on the map or with their checkbox; the two always say the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Site, Visit

pytestmark = pytest.mark.browser
Visiting = Callable[..., Visit]
FORM = "bijdragen/formulier/instrument/"
SHAPE = "svg:visible [data-wijs={}]"


def test_a_click_on_the_map_presses_the_checkbox_and_the_map_shows_what_is_checked(
    visit: Visiting, online: Site
) -> None:
    seen = visit(online, f"{FORM}#stap-samenhang")
    page = seen.page
    shape, box = page.locator(SHAPE.format("dialoog")), page.get_by_label("Dialoog", exact=True)
    shape.click()
    expect(box).to_be_checked()
    expect(shape).to_have_class("kaart-deel kaart-deel--basis is-gekozen")
    expect(page.get_by_text("Gekozen: Dialoog")).to_be_visible()
    page.get_by_label("Begeleiding", exact=True).check()
    expect(page.locator(SHAPE.format("begeleiding"))).to_have_class("kaart-deel kaart-deel--ring is-gekozen")
    with page.expect_download() as download:
        page.locator(".form-bar [data-bewaar]").click()
    assert "\n  redactie: [begeleiding, dialoog]\n" in Path(download.value.path()).read_text(encoding="utf-8")
    page.locator("[data-naar=nakijken]").click()
    expect(page.locator("[data-voorbeeld]")).to_contain_text("Dialoog")
    page.reload()
    expect(shape).to_have_class("kaart-deel kaart-deel--basis is-gekozen")
    box.uncheck()
    expect(shape).to_have_class("kaart-deel kaart-deel--basis")
    assert (seen.errors, seen.foreign) == ([], [])


def test_on_a_telephone_every_part_is_large_enough_to_hit(visit: Visiting, on_disk: Site) -> None:
    """The map waits behind its name, because the checkboxes are enough; opened, each shape is as large as a finger needs."""
    page = visit(on_disk, FORM, width=320).page
    page.locator("[data-naar=samenhang]").click()
    expect(page.locator(SHAPE.format("dialoog"))).to_have_count(0)
    page.get_by_text("Wijs aan op de kaart").click()
    boxes = [each.bounding_box() for each in page.locator("svg:visible [data-wijs] > .kaart-plaat").all()]
    assert len(boxes) > 20
    assert all(box and min(box["width"], box["height"]) >= 24 for box in boxes)
    page.locator(SHAPE.format("student")).click()
    expect(page.get_by_role("checkbox", name="Student", exact=True)).to_be_checked()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
