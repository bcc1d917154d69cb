"""The share panel: by mouse, keyboard and touch, at every width, with a code that a phone can read."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.barriers import in_both_schemes
from tests.browser.conftest import ROOT, Site, Visit, ending, serve
from wegwijs.catalogue import load_catalogue
from wegwijs.ledger.holders import register_of
from wegwijs.problems import Problems
from wegwijs.qr import QrCodes
from wegwijs.tree import read_tree

pytestmark = pytest.mark.browser
Visiting = Callable[..., Visit]

ONLINE = "https://www.wegwijsinkwaliteit.nl/"
ITEM = "instruments/peerreview/"
PART = "toolbox/standaarden/begeleiding/"


@cache
def codes() -> dict[str, str]:
    """The short codes of the real site, by address."""
    register = register_of(load_catalogue(read_tree(ROOT), Problems()))
    return {holder.address: holder.code for holder in register.holders}


def code_at(address: str) -> str:
    """The short code of what stands at an address of the real site."""
    return codes()[address]


@pytest.fixture(scope="module")
def item_link() -> str:
    """The lasting address of the item that is shared."""
    return f"{ONLINE}k/{code_at(ITEM)}/"


def read(picture: bytes) -> list[str]:
    """What a decoder reads in a picture."""
    return [found.text for found in zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)).convert("L"))]


def open_panel(page: Page) -> None:
    page.get_by_role("button", name="Deel", exact=True).click()
    expect(page.get_by_role("dialog")).to_be_visible()


def scanned(page: Page) -> list[str]:
    """What a phone would read from the panel."""
    return read(page.locator(".share-qr svg").screenshot())


# --- The panel ---


def test_deel_opens_a_dialog_with_the_link_and_escape_leads_back(visit: Visiting, online: Site, item_link: str) -> None:
    found = visit(online, ITEM)
    open_panel(found.page)
    dialog = found.page.get_by_role("dialog", name="Deel deze bladzijde")
    expect(dialog.get_by_label("De link")).to_have_value(item_link)
    expect(dialog.get_by_role("heading", name="Deel deze bladzijde")).to_be_focused()
    found.page.keyboard.press("Escape")
    expect(dialog).not_to_be_visible()
    expect(found.page.get_by_role("button", name="Deel", exact=True)).to_be_focused()
    assert not found.errors
    assert not found.foreign


def test_everything_in_the_panel_is_reached_by_keyboard(visit: Visiting, online: Site) -> None:
    page = visit(online, ITEM).page
    page.get_by_role("button", name="Deel", exact=True).focus()
    page.keyboard.press("Enter")
    reached = []
    for _stop in range(14):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.textContent.trim() || document.activeElement.id"))
    assert {"Sluit", "delen-link", "Kopieer de link", "Mail", "delen-via", "Bewaar als SVG", "Bewaar als PNG"} <= set(reached)
    assert {"Kopieer voor nieuwsbrief", "Kopieer insluitcode"} <= set(reached)
    page.get_by_role("button", name="Sluit", exact=True).press("Enter")
    expect(page.get_by_role("dialog")).not_to_be_visible()


def test_the_link_is_copied(visit: Visiting, online: Site, item_link: str) -> None:
    page = visit(online, ITEM).page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_panel(page)
    page.get_by_role("button", name="Kopieer de link").click()
    expect(page.get_by_role("dialog").get_by_role("status")).to_have_text("Gekopieerd. Plak het waar je wilt.")
    assert page.evaluate("navigator.clipboard.readText()") == item_link
    page.get_by_role("button", name="Kopieer voor nieuwsbrief").click()
    page.wait_for_function("navigator.clipboard.readText().then(text => text.startsWith('Peerreview\\n'))")
    assert page.evaluate("navigator.clipboard.readText()").splitlines()[-1] == item_link


def test_without_a_clipboard_the_text_is_selected(visit: Visiting, online: Site, item_link: str) -> None:
    page = visit(online, "over/").page
    page.context.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(online.url(ITEM))
    open_panel(page)
    page.get_by_role("button", name="Kopieer de link").click()
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("kopieer hem zelf")
    assert page.evaluate("(f => f.value.slice(f.selectionStart, f.selectionEnd))(document.activeElement)") == item_link


def test_a_device_with_a_share_sheet_gets_title_sentence_and_link(visit: Visiting, online: Site, item_link: str) -> None:
    page = visit(online, ITEM).page
    expect(page.locator("[data-share-sheet]")).to_be_hidden()
    page.context.add_init_script("navigator.share = data => { window.given = data; return Promise.resolve(); }")
    page.goto(online.url(ITEM))
    open_panel(page)
    page.get_by_role("button", name="Deel via dit apparaat").click()
    assert page.evaluate("window.given.title") == "Peerreview"
    assert page.evaluate("window.given.url") == item_link


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_in_the_panel_and_nothing_is_wider_than_the_screen(visit: Visiting, online: Site, width: int) -> None:
    page = visit(online, PART, width=width).page
    open_panel(page)
    page.get_by_label("Van wie komt het?").fill("Bureau")
    page.get_by_role("button", name="Kopieer de link").click()
    assert in_both_schemes(page) == {}
    assert page.evaluate("(d => d.scrollWidth <= d.clientWidth)(document.querySelector('dialog'))")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_without_scripts_deel_unfolds_and_says_everything(
    visit: Visiting, online: Site, item_link: str, width: int, scheme: str
) -> None:
    page = visit(online, ITEM, width=width, scheme=scheme, javascript=False).page
    expect(page.get_by_label("De link")).to_be_hidden()
    page.locator("summary", has_text="Deel").click()
    expect(page.get_by_label("De link")).to_have_value(item_link)
    mail = page.get_by_role("link", name="Mail").get_attribute("href")
    assert item_link in parse_qs(urlsplit(mail or "").query)["body"][0]
    expect(page.get_by_label("Code om in te sluiten")).to_contain_text("<iframe")
    assert scanned(page) == [item_link]
    expect(page.get_by_role("button", name="Kopieer de link")).to_be_hidden()


# --- What is scanned ---


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_code_is_dark_on_white_and_scans_in_both_schemes(visit: Visiting, online: Site, item_link: str, scheme: str) -> None:
    page = visit(online, ITEM, scheme=scheme).page
    open_panel(page)
    assert scanned(page) == [item_link]


@pytest.mark.parametrize("place", ["online", "on_disk"])
@pytest.mark.parametrize("kind", ["PNG", "SVG"])
def test_the_code_can_be_saved(visit: Visiting, request: pytest.FixtureRequest, item_link: str, place: str, kind: str) -> None:
    page = visit(request.getfixturevalue(place), ITEM).page
    open_panel(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name=f"Bewaar als {kind}").click()
    file = waiting.value
    assert file.suggested_filename == f"qr-{item_link.split('/')[-2]}.{kind.lower()}"
    data = Path(file.path()).read_bytes()
    if kind == "PNG":
        assert Image.open(io.BytesIO(data)).width >= 1200
    else:
        page.set_content(data.decode())
        data = page.locator("svg").screenshot()
    assert read(data) == [item_link]


def test_the_browser_draws_what_the_build_draws(visit: Visiting, online: Site) -> None:
    page = visit(online, ITEM).page
    page.add_script_tag(url=online.url("assets/js/qr.js"))
    drawer = QrCodes()
    for length in (*range(1, 130), 180, 213, 214, 362, 400, 700, 997):
        text = (ONLINE + "catalogus/?thema=uitval&rol=docent&duur=90#" * 30)[:length]
        drawn, made = page.evaluate("text => wegwijsQr(text)", text), drawer.of(text)
        assert (drawn["side"], drawn["path"]) == (made.side, made.path), length
    assert page.evaluate("wegwijsQr('x'.repeat(998))") is None


@pytest.mark.parametrize("address", [ITEM, PART, "werkbladen/onderzoeksvraag-canvas/", "themas/uitval/", "situaties/langs-elkaar-heen/"])
def test_a_printed_page_still_scans(visit: Visiting, online: Site, address: str) -> None:
    page = visit(online, address).page
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    link = f"{ONLINE}k/{code_at(address)}/"
    # 100 dots an inch is a poor copy of a copy.
    pictures = [sheet.render(scale=100 / 72, grayscale=True).to_pil() for sheet in document]
    assert [found.text for picture in pictures for found in zxingcpp.read_barcodes(picture)] == [link]
    short = link.removeprefix("https://").rstrip("/")
    for sheet in document:
        width, height = sheet.get_size()
        assert (round(width), round(height)) == (595, 842)
        assert short in sheet.get_textpage().get_text_bounded().replace("\r\n", ""), "the address stands on every sheet"


@pytest.mark.parametrize("address", ["", "instruments/", "toolbox/", "over/delen/", "begrippen/", "verzamelingen/met-data-in-gesprek/"])
def test_pages_without_an_item_print_with_their_address_and_code_too(visit: Visiting, online: Site, address: str) -> None:
    page = visit(online, address).page
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    last = document[len(document) - 1]
    link = f"{ONLINE}k/{code_at(address)}/" if address in codes() else ONLINE + address
    assert [found.text for found in zxingcpp.read_barcodes(last.render(scale=100 / 72, grayscale=True).to_pil())] == [link]
    assert link.removeprefix("https://").rstrip("/") in last.get_textpage().get_text_bounded().replace("\r\n", "")


@pytest.mark.parametrize("place", ["online", "on_disk"])
def test_an_instrument_has_a_sheet_for_who_leads_and_one_page_for_who_takes_part(
    visit: Visiting, request: pytest.FixtureRequest, place: str
) -> None:
    site: Site = request.getfixturevalue(place)
    seen = visit(site, "instruments/10-inzichten/", javascript=False)
    page = seen.page
    page.get_by_role("link", name="Begeleidersblad").click()
    expect(page.get_by_role("heading", name="Zo loopt het")).to_be_visible()
    page.get_by_role("link", name="Deelnemersblad").click()
    expect(page.get_by_role("heading", name="Wat ik ga doen, en wanneer")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    assert len(document) == 1
    picture = document[0].render(scale=100 / 72, grayscale=True).to_pil()
    assert [found.text for found in zxingcpp.read_barcodes(picture)] == [f"{ONLINE}k/{code_at('instruments/10-inzichten/')}/"]
    page.get_by_role("link", name="Terug naar 10 inzichten").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("10 inzichten")
    assert not seen.errors


# --- Questions, choices, and who shared it ---


def test_a_question_is_shared_with_its_own_address(visit: Visiting, online: Site) -> None:
    page = visit(online, PART).page
    question = page.locator("li.question").first
    question.get_by_role("button", name="Deel deze vraag").click()
    dialog = page.get_by_role("dialog", name="Deel deze vraag")
    link = f"{ONLINE}k/{code_at(PART)}/#{question.get_attribute('id')}"
    expect(dialog.get_by_label("De link")).to_have_value(link)
    expect(page.locator(".share-qr svg")).to_have_attribute("data-text", link)
    assert scanned(page) == [link]
    text = question.locator(".question-text").inner_text().partition("°")[0]
    assert dialog.get_by_label("Tekst voor een nieuwsbrief").input_value().startswith(text)
    page.keyboard.press("Escape")
    open_panel(page)
    assert scanned(page) == [link.partition("#")[0]]


def test_a_choice_in_the_catalogue_is_shared_as_it_is(visit: Visiting, online: Site) -> None:
    page = visit(online, "catalogus/?thema=uitval&duur=90").page
    open_panel(page)
    dialog = page.get_by_role("dialog", name="Deel deze keuze")
    chosen = urlsplit(page.url).query
    assert "uitval" in chosen
    link = f"{ONLINE}catalogus/?{chosen}"
    expect(dialog.get_by_label("De link")).to_have_value(link)
    expect(page.locator(".share-qr svg")).to_have_attribute("data-text", link)
    assert scanned(page) == [link]


@pytest.mark.parametrize("place", ["online", "on_disk"])
def test_via_says_who_shared_it_and_does_nothing_else(visit: Visiting, request: pytest.FixtureRequest, place: str) -> None:
    site = request.getfixturevalue(place)
    found = visit(site, ITEM)
    open_panel(found.page)
    found.page.get_by_label("Van wie komt het?").fill("mbo <b>Rijnland</b>")
    link = found.page.get_by_label("De link").input_value()
    found.page.context.clear_cookies()
    found.page.goto("about:blank")
    found.page.goto(f"{site.url(ITEM)}#{link.partition('#')[2]}")
    expect(found.page.get_by_text("Gedeeld door mbo <b>Rijnland</b>")).to_be_visible()
    assert found.page.evaluate("[document.cookie, ...Object.keys(localStorage)].filter(Boolean)") == []
    assert not found.foreign
    assert not found.errors


def test_via_behind_a_question_leads_to_the_question(visit: Visiting, online: Site) -> None:
    page = visit(online, f"{PART}#vraag-goede-begeleiding&via=Bureau").page
    expect(page.get_by_text("Gedeeld door Bureau")).to_be_attached()
    expect(page.locator("#vraag-goede-begeleiding")).to_be_in_viewport()
    expect(page).to_have_url(ending("#vraag-goede-begeleiding"))


# --- Frames ---


def test_a_frame_on_somebody_elses_page_shows_the_item_and_leads_here(
    visit: Visiting, online: Site, tmp_path: Path, item_link: str
) -> None:
    page = visit(online, ITEM).page
    open_panel(page)
    code = page.get_by_label("Code om in te sluiten").input_value()
    (tmp_path / "index.html").write_text(f"<!doctype html><title>Intranet</title>{code.replace(ONLINE, online.address)}", encoding="utf-8")
    server, address = serve(tmp_path)
    page.goto(address)
    frame = page.frame_locator("iframe")
    expect(frame.get_by_role("heading", name="Peerreview")).to_be_visible()
    with page.context.expect_page() as waiting:
        frame.get_by_role("link", name="Peerreview").click()
    waiting.value.wait_for_url(f"**/{ITEM}")
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("width", [640, 320])
def test_axe_finds_nothing_in_a_frame(visit: Visiting, online: Site, width: int) -> None:
    assert in_both_schemes(visit(online, f"insluiten/{code_at(PART)}/", width=width).page) == {}


# --- The ways behind a code ---


@pytest.mark.parametrize("place", ["online", "on_disk"])
def test_a_code_takes_query_and_fragment_along(visit: Visiting, request: pytest.FixtureRequest, place: str) -> None:
    site = request.getfixturevalue(place)
    found = visit(site, "over/")
    found.page.goto(f"{site.url(f'k/{code_at(PART)}/')}?rol=docent#vraag-goede-begeleiding")
    found.page.wait_for_url(f"{site.url(PART)}?rol=docent#vraag-goede-begeleiding")
    assert not found.errors


@pytest.mark.parametrize("place", ["online", "on_disk"])
@pytest.mark.parametrize("address", ["k/{code}/", "document/10-inzichten-x-vier-rollen/"])
def test_a_code_and_an_address_of_the_old_site_lead_on_without_scripts(
    visit: Visiting, request: pytest.FixtureRequest, place: str, address: str
) -> None:
    site = request.getfixturevalue(place)
    page = visit(site, "over/", javascript=False).page
    page.goto(site.url(address.format(code=code_at(ITEM))))
    page.wait_for_url(site.url(ITEM if "k/" in address else "publicaties/10-inzichten-x-4-rollen-publicatie/"))
