"""The kit of an ambassadeur: a poster, a hand-out, a slide, labels and texts, with the school's own name and logo; also from disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.barriers import barriers
from tests.browser.conftest import Site, Visit
from tests.browser.test_delen import ONLINE, codes
from wegwijs.views.verzamelingen import address_of

pytestmark = pytest.mark.browser
Visiting = Callable[..., Visit]

PAGE = "verzameling/kit/"
TITLE = "Studiedag van alle teams"
SIZES = {
    "Poster A3": (842, 1191),
    "Poster A4": (595, 842),
    "Hand-out A5": (420, 595),
    "Dia": (907, 510),
    "QR-labels": (595, 842),
}


def items(count: int) -> list[str]:
    return [code for address, code in sorted(codes().items()) if address.startswith("instruments/")][:count]


def open_kit(visit: Visiting, site: Site, chosen: list[str], **how: object) -> Visit:
    seen = visit(site, PAGE, **how)
    seen.page.goto(site.url(PAGE) + "#" + address_of(TITLE, "Kies er een uit.", [(code, "") for code in chosen]))
    expect(seen.page.get_by_role("radio", name="Poster A3")).to_be_visible()
    expect(seen.page.get_by_role("checkbox").first).to_be_visible()
    return seen


def logo(folder: Path) -> Path:
    Image.new("RGB", (300, 100), "#124488").save(folder / "logo.png")
    return folder / "logo.png"


def printed(page: Page, product: str) -> pypdfium2.PdfDocument:
    page.get_by_role("radio", name=product).check()
    return pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))


@pytest.mark.parametrize(("place", "count"), [("online", 12), ("on_disk", 3)])
def test_every_sheet_is_one_page_of_its_size_and_every_code_on_it_scans(
    visit: Visiting, request: pytest.FixtureRequest, tmp_path: Path, place: str, count: int
) -> None:
    chosen = items(count)
    seen = open_kit(visit, request.getfixturevalue(place), chosen)
    page = seen.page
    page.get_by_label("Naam van je school").fill("ROC De Proef")
    page.get_by_label("Logo van je school").set_input_files(logo(tmp_path))
    expect(page.locator(".kit-logo")).to_be_visible()
    whole = f"{ONLINE}verzameling/#{address_of(TITLE, '', [(code, '') for code in chosen])}"
    links = {f"{ONLINE}k/{code}/" for code in chosen}
    wanted = {"Dia": {whole}, "QR-labels": links}
    for product, size in SIZES.items() if place == "online" else (("Hand-out A5", (420, 595)), ("Dia", (907, 510))):
        document = printed(page, product)
        assert len(document) == 1, product
        assert tuple(round(side) for side in document[0].get_size()) == size, product
        # What a printer of an office makes of it, seen by a phone.
        picture = document[0].render(scale=200 / 72 if product != "Poster A3" else 130 / 72, grayscale=True).to_pil()
        assert {found.text for found in zxingcpp.read_barcodes(picture)} == wanted.get(product, links | {whole}), (
            product
        )
        text = document[0].get_textpage().get_text_bounded()
        assert "ROC De Proef" in " ".join(text.split()), product
        assert "Hoofdmenu" not in text
    assert not seen.errors
    assert not seen.foreign


def test_the_logo_stays_on_the_device(visit: Visiting, online: Site, tmp_path: Path) -> None:
    seen = open_kit(visit, online, items(3))
    page = seen.page
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    page.get_by_label("Naam van je school").fill("ROC De Proef")
    page.get_by_label("Logo van je school").set_input_files(logo(tmp_path))
    expect(page.locator(".kit-logo")).to_have_attribute("alt", "ROC De Proef")
    assert [url for url in sent if not url.startswith("data:")] == []
    assert page.evaluate("JSON.stringify(localStorage)") == "{}"
    page.get_by_role("button", name="Haal het logo weg").click()
    expect(page.locator(".kit-logo")).to_have_count(0)
    (tmp_path / "geen.png").write_bytes(b"geen plaatje")
    page.get_by_label("Logo van je school").set_input_files(tmp_path / "geen.png")
    expect(page.get_by_role("alert")).to_contain_text("Kies een png, jpg of svg")


def test_the_texts_name_every_piece_with_its_lasting_link(visit: Visiting, online: Site) -> None:
    chosen = items(4)
    page = open_kit(visit, online, chosen).page
    page.get_by_role("radio", name="Tekst").check()
    for field in ("Voor een mail", "Voor Teams", "Voor een nieuwsbrief"):
        text = page.get_by_label(field).input_value()
        assert [code for code in chosen if f"{ONLINE}k/{code}/" not in text] == [], field
        assert f"{ONLINE}verzameling/#v=" in text
    page.get_by_role("checkbox").first.uncheck()
    assert f"{ONLINE}k/{chosen[0]}/" not in page.get_by_label("Voor Teams").input_value()


def test_more_than_twelve_are_left_out_until_there_is_room(visit: Visiting, online: Site) -> None:
    page = open_kit(visit, online, items(14)).page
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(12)
    expect(page.get_by_role("checkbox").nth(13)).to_be_disabled()
    page.get_by_role("checkbox").first.uncheck()
    page.get_by_role("checkbox").nth(13).check()
    expect(page.locator(".kit-entry")).to_have_count(12)


@pytest.mark.parametrize(("width", "scheme"), [(1280, "dark"), (320, "light")])
def test_axe_finds_nothing_and_the_sheet_fits_the_screen(
    visit: Visiting, online: Site, width: int, scheme: str
) -> None:
    page = open_kit(visit, online, items(5), width=width, scheme=scheme).page
    for product in ("Poster A3", "Tekst"):
        page.get_by_role("radio", name=product).check()
        assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
