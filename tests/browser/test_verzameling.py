"""A collection: kept anywhere, ordered by keyboard, shared, opened by somebody else, printed, saved as a file; on http and from disk."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.barriers import barriers
from tests.browser.conftest import Site, Visit
from tests.browser.test_delen import ONLINE, code_at, codes, open_panel, scanned
from wegwijs.views.verzamelingen import address_of

pytestmark = pytest.mark.browser
Visiting = Callable[..., Visit]

PEER, GUIDE, DIALOGUE = "instruments/peerreview/", "toolbox/standaarden/begeleiding/", "toolbox/waarden/dialoog/"
PAGE = "verzameling/"
ADDRESS = f"{ONLINE}{PAGE}"


def titles(page: Page) -> list[str]:
    expect(page.locator(".piece").first).to_be_visible()
    return page.locator(".piece-title").all_inner_texts()


def three() -> str:
    """A collection of an item, a part of the model and a question of it, as an address."""
    rows = [(code_at(PEER), "Begin hier"), (code_at(GUIDE), ""), (f"{code_at(GUIDE)}~goede-begeleiding", "")]
    return address_of("Studiedag team Zorg & Welzijn", "Voor 12 maart: één dag, samen.", rows)


def test_what_is_kept_on_pages_cards_and_questions_stands_in_the_collection(visit: Visiting, on_disk: Site) -> None:
    site = on_disk
    seen = visit(site, PEER)
    page = seen.page
    page.get_by_role("button", name="Bewaar", exact=True).first.click()
    expect(page.locator("[data-keep-count]")).to_have_text("1")
    page.goto(site.url(GUIDE))
    expect(page.locator("[data-keep-count]")).to_have_text("1")
    page.locator(".question").first.get_by_role("button", name=re.compile("^Bewaar")).click()
    expect(page.locator("[data-keep-count]")).to_have_text("2")
    page.goto(site.url("instruments/"))
    expect(page.locator("[data-keep-count]")).to_have_text("2")
    page.locator(".card", has_text="Kwaliteitstafel").first.get_by_role("button", name=re.compile("^Bewaar")).click()
    expect(page.locator("[data-keep-count]")).to_have_text("3")
    page.goto(site.url("catalogus/"))
    expect(page.locator("[data-uitkomst] .card .keep").first).to_be_visible()
    page.get_by_role("link", name=re.compile("^Verzameling")).first.click()
    found = titles(page)
    assert found[0] == "Peerreview"
    assert found[2] == "Kwaliteitstafel"
    assert page.locator(".piece").nth(1).locator("[data-kind]").inner_text() == "Vraag over Begeleiding"
    page.locator(".piece").nth(1).get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"begeleiding[/.].*#vraag-"))
    assert not seen.errors
    assert not seen.foreign


def test_one_orders_names_and_removes_by_keyboard(visit: Visiting, online: Site) -> None:
    page = visit(online, f"{PAGE}#{three()}").page
    page.get_by_role("button", name="Neem over in mijn verzameling").press("Enter")
    last = page.locator(".piece").nth(2).get_by_role("button", name=re.compile("^Omhoog"))
    last.press("Enter")
    expect(page.locator(".piece").nth(1).get_by_role("button", name=re.compile("^Omhoog"))).to_be_focused()
    page.keyboard.press("Enter")
    assert titles(page)[:2] == ["Wat is voor ons goede begeleiding?", "Peerreview"]
    expect(page.locator("[data-say]")).to_have_text("Wat is voor ons goede begeleiding? staat nu op plaats 1 van 3.")
    expect(page.locator(".piece").nth(0).get_by_role("button", name=re.compile("^Omlaag"))).to_be_focused()
    page.locator(".piece").nth(1).get_by_role("button", name=re.compile("^Haal weg.*Peerreview")).press("Enter")
    expect(page.locator(".piece-title")).to_have_count(2)
    page.get_by_label("Titel").fill("Iets <b>anders</b>")
    page.reload()
    expect(page.locator(".piece-title"), "what stands in the address after a change is one's own").to_have_count(2)
    expect(page.get_by_label("Titel")).to_have_value("Iets <b>anders</b>")
    page.get_by_role("button", name="Maak leeg").click()
    page.get_by_role("button", name="Weet je het zeker?").click()
    expect(page.get_by_text("Er zit nog niets in.")).to_be_visible()


@pytest.mark.parametrize("place", ["online", "on_disk"])
def test_somebody_else_opens_it_and_takes_it_over_without_losing_their_own(
    visit: Visiting, request: pytest.FixtureRequest, place: str
) -> None:
    site: Site = request.getfixturevalue(place)
    page = visit(site, DIALOGUE).page
    page.get_by_role("button", name="Bewaar", exact=True).first.click()
    expect(page.locator("[data-keep-count]")).to_have_text("1")
    page.goto(site.url(PAGE) + "#" + three() + "&via=Bureau")
    expect(page.locator("[data-keep-count]"), "their own is still there").to_have_text("1")
    expect(page.get_by_role("heading", level=1)).to_have_text("Studiedag team Zorg & Welzijn")
    expect(page.get_by_text("Deze verzameling is met je gedeeld.")).to_be_visible()
    expect(page.get_by_text("Gedeeld door Bureau")).to_be_visible()
    expect(page.get_by_text("Voor 12 maart: één dag, samen.").first).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Omhoog"))).to_have_count(0)
    page.get_by_role("button", name="Neem over in mijn verzameling").click()
    expect(page.locator(".piece-title")).to_have_text(["Dialoog", "Peerreview", "Begeleiding", "Wat is voor ons goede begeleiding?"])
    expect(page.get_by_label("Titel")).to_have_value("Studiedag team Zorg & Welzijn")


def test_twelve_items_fit_in_a_code_that_a_phone_reads(visit: Visiting, online: Site) -> None:
    """With a title and a note of the longest sort that people write."""
    twelve = [code for address, code in sorted(codes().items()) if address.startswith("instruments/")][:12]
    note = "Voor de studiedag van vrijdag: kies er thuis twee uit die je aanspreken, en neem je eigen voorbeeld mee. Één is ook goed."
    wanted = address_of("Studiedag van alle teams, voorjaar", note, [(code, "") for code in twelve])
    page = visit(online, f"{PAGE}#{wanted}").page
    expect(page.locator(".piece-title")).to_have_count(12)
    open_panel(page)
    assert scanned(page) == [f"{ADDRESS}#{wanted}"]
    expect(page.get_by_role("dialog").get_by_label("De link")).to_have_value(f"{ADDRESS}#{wanted}")
    assert page.evaluate("hash => wegwijsVerzameling.encode(wegwijsVerzameling.decode(hash))", f"#{wanted}") == wanted
    assert "Studiedag van alle teams" in unquote(page.get_by_role("link", name="Mail").get_attribute("href") or "")


@pytest.mark.parametrize(
    "hash_",
    [
        "v=",
        "v=..//..",
        "v=aaaa~<script>",
        "t=alleen+een+titel",
        "v=%E0%A4%A",
        "v=" + ".".join(f"bc{n:02}" for n in range(70)),
    ],
)
def test_a_spoiled_address_does_no_harm(visit: Visiting, online: Site, hash_: str) -> None:
    seen = visit(online, f"{PAGE}#{hash_}")
    expect(seen.page.get_by_role("heading", level=1)).to_be_visible()
    assert seen.page.locator(".piece").count() <= 60
    assert [error for error in seen.errors if "404" not in error and "failed" not in error] == []


def test_it_prints_as_a_booklet_with_contents_and_every_code_scans(visit: Visiting, on_disk: Site) -> None:
    site = on_disk
    page = visit(site, f"{PAGE}").page
    page.goto(site.url(PAGE) + "#" + three())
    expect(page.locator(".piece-title")).to_have_count(3)
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    front = document[0].get_textpage().get_text_bounded()
    assert [word for word in ("Studiedag team Zorg", "Inhoud", "Peerreview", "Begeleiding") if word not in front] == []
    text = "\n".join(sheet.get_textpage().get_text_bounded() for sheet in document)
    assert "Zo doe je het" in text, "the whole text of the item"
    assert "Begin hier" in text, "the note with it"
    pictures = [sheet.render(scale=110 / 72, grayscale=True).to_pil() for sheet in document]
    scans = {found.text for picture in pictures for found in zxingcpp.read_barcodes(picture)}
    link = f"{ONLINE}k/{code_at(GUIDE)}/"
    assert scans == {f"{ADDRESS}#{three()}", f"{ONLINE}k/{code_at(PEER)}/", link, f"{link}#vraag-goede-begeleiding"}


def test_it_is_saved_as_one_file_that_asks_for_nothing(visit: Visiting, online: Site, tmp_path: Path) -> None:
    site = online
    seen = visit(site, PAGE)
    page = seen.page
    page.goto(site.url(PAGE) + "#" + three())
    titles(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Bewaar als bestand").click()
    assert waiting.value.suggested_filename == "studiedag-team-zorg-welzijn.html"
    file = tmp_path / "verzameling.html"
    waiting.value.save_as(file)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    assert [url for url in asked if not url.startswith("data:")] == [file.as_uri()]
    expect(page.get_by_role("heading", level=1)).to_have_text("Studiedag team Zorg & Welzijn")
    expect(page.get_by_role("heading", name="Zo doe je het")).to_be_visible()
    expect(page.get_by_role("link", name="Open deze verzameling op de site")).to_have_attribute(
        "href", f"{ADDRESS}#{three()}"
    )
    assert page.evaluate("document.fonts.check('16px \"Atkinson Hyperlegible Next\"')")
    assert Image.open(io.BytesIO(page.locator(".boekje-voor .qr").screenshot())).width > 80
    assert not seen.errors


def test_it_becomes_a_deck_of_gesprekskaarten(visit: Visiting, online: Site) -> None:
    page = visit(online, f"{PAGE}#{three()}").page
    page.get_by_role("link", name="Maak gesprekskaarten").click()
    expect(page.get_by_role("checkbox", checked=True).first).to_be_attached()
    chosen = page.locator("input:checked").evaluate_all("boxes => boxes.map(box => box.value)")
    assert "begeleiding.goede-begeleiding" in chosen
    assert len({value.split(".")[0] for value in chosen}) > 1, "the parts that the item touches bring a question too"


def test_a_collection_of_the_editors_opens_as_one_that_can_be_changed(visit: Visiting, online: Site) -> None:
    page = visit(online, "verzamelingen/", javascript=False).page
    page.get_by_role("link", name="Met data in gesprek").click()
    before = titles(page)
    assert len(before) >= 5
    address = page.get_by_role("link", name="Open en pas aan").get_attribute("href") or ""
    opened = visit(online, f"{PAGE}#{address.partition('#')[2]}").page
    assert titles(opened) == before
    expect(opened.get_by_role("heading", level=1)).to_have_text("Met data in gesprek")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    visit: Visiting, online: Site, width: int, scheme: str
) -> None:
    page = visit(online, f"{PAGE}#{three()}", width=width, scheme=scheme).page
    titles(page)
    assert barriers(page) == []
    page.get_by_role("button", name="Neem over in mijn verzameling").click()
    expect(page.get_by_label("Titel")).to_be_visible()
    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
