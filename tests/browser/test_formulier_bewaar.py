"""Attachments of a draft stay on the device with its text, online and from disk; where a browser refuses, that is said."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site, Visit
from tests.browser.test_formulier import package_of
from wegwijs.pakket import open_package

pytestmark = pytest.mark.browser
Visiting = Callable[..., Visit]
FORM = "bijdragen/formulier/instrument/"
KEPT = """async (wanted) => {
  const names = async () => Object.keys(await wegwijsBewaar.find("wegwijs.concept.instrument")).join();
  while ((await names()) !== wanted) await new Promise((done) => setTimeout(done, 20));
}"""


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    made = io.BytesIO()
    Image.new("RGB", (4, 4), "red").save(made, "PNG")
    (tmp_path / "plaat.png").write_bytes(made.getvalue())
    return tmp_path / "plaat.png"


def attach(page: Page, file: Path) -> None:
    page.locator("[data-naar=begin]").click()
    page.get_by_label("Hoe heet het?").fill("Gesprek op het schoolplein")
    page.locator("[data-naar=bijlagen]").click()
    page.locator("#bijlagen > [data-erbij]").click()
    page.get_by_label("Hoe heet het voor de lezer?").fill("Plaat van het plein")
    page.get_by_label("Kies een bestand van je computer").set_input_files(file)
    expect(page.get_by_text("Nu: plaat.png")).to_be_visible()


@pytest.mark.parametrize("place", ["online", "on_disk"])
def test_an_attachment_survives_a_reload_and_one_that_is_taken_out_goes_nowhere(
    place: str, visit: Visiting, picture: Path, request: pytest.FixtureRequest
) -> None:
    """It is in the package as if it had just been chosen; taking it out and Begin opnieuw forget it."""
    seen = visit(request.getfixturevalue(place), FORM)
    page = seen.page
    attach(page, picture)
    page.evaluate(KEPT, "plaat.png")
    page.reload()
    page.locator("[data-naar=bijlagen]").click()
    expect(page.get_by_text("Nu: plaat.png")).to_be_visible()
    found = open_package(package_of(page))
    assert found.files == {"content/instruments/gesprek-op-het-schoolplein/plaat.png": picture.read_bytes()}
    page.locator("[data-naar=bijlagen]").click()
    page.locator("#bijlagen [data-weg]").click()
    page.evaluate(KEPT, "")
    assert open_package(package_of(page)).files == {}
    attach(page, picture)
    page.evaluate(KEPT, "plaat.png")
    page.get_by_role("button", name="Begin opnieuw").click()
    page.get_by_role("button", name="Begin opnieuw").click()
    page.evaluate(KEPT, "")
    assert (seen.errors, seen.foreign) == ([], [])


@pytest.mark.parametrize("place", ["online", "on_disk"])
def test_every_letter_is_kept_at_once(place: str, visit: Visiting, request: pytest.FixtureRequest) -> None:
    """Also when the browser stops without a goodbye: what is typed is on the device before anything else happens."""
    page = visit(request.getfixturevalue(place), FORM).page
    page.get_by_label("Hoe heet het?").fill("Gesprek op het schoolplein")
    kept = page.evaluate("""() => {
      const field = document.activeElement;
      field.value += " van nu";
      field.dispatchEvent(new Event("input", { bubbles: true }));
      return localStorage.getItem("wegwijs.concept.instrument");
    }""")
    assert "titel: Gesprek op het schoolplein van nu" in json.loads(kept)["tekst"]
    page.reload()
    expect(page.get_by_label("Hoe heet het?")).to_have_value("Gesprek op het schoolplein van nu")
    expect(page.get_by_role("status").filter(has_text="Je concept staat er weer")).to_be_visible()


def test_a_browser_that_keeps_no_files_is_told_and_the_text_stays(visit: Visiting, online: Site, picture: Path) -> None:
    page = visit(online, FORM).page
    page.add_init_script("Object.defineProperty(window, 'indexedDB', { get() { throw new Error('no room'); } });")
    page.reload()
    attach(page, picture)
    expect(page.get_by_role("status").filter(has_text="je bijlage niet")).to_be_visible()
    page.reload()
    page.locator("[data-naar=bijlagen]").click()
    expect(page.get_by_text("Kies plaat.png opnieuw; op dit apparaat is het bestand niet bewaard.")).to_be_visible()
    expect(page.get_by_label("Hoe heet het voor de lezer?")).to_have_value("Plaat van het plein")
