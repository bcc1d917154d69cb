"""The copy on disk does what the site does: the same script walks both, with the network cut off for the copy, and sees the same."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import Site, Visit
from tests.browser.pages import ON_DISK

pytestmark = pytest.mark.browser
Visiting = Callable[..., Visit]

LOOK = """() => JSON.stringify({
  title: document.title,
  headings: [...document.querySelectorAll("h1, h2, h3")].map((node) => node.textContent.trim().replace(/\\s+/g, " ")),
  links: [...document.querySelectorAll("a[href]")].map((node) => [
    node.textContent.trim().replace(/\\s+/g, " "), new URL(node.getAttribute("href"), document.baseURI).href,
  ]),
  buttons: [...document.querySelectorAll("button")].filter((node) => node.checkVisibility()).map((node) => node.textContent.trim()),
  images: document.querySelectorAll("img, svg").length,
  items: document.querySelectorAll("li").length,
  letter: getComputedStyle(document.body).fontFamily,
})"""
WHOLE = """node => new URL(node.getAttribute("href"), document.baseURI).href"""
"""A link in a drawing has its address in another form."""
SHOWN = "document.querySelectorAll('[data-uitkomst] h3').length === parseInt(document.querySelector('#gevonden').textContent)"
ONLINE_ONLY = re.compile(r"^(feed\.xml|downloads/.*)$")
"""What a copy cannot offer: the feed, and the copy itself."""
OWN_WORDS = re.compile(r"^(Versie \S+|Kopie van .*)$")
"""How an edition calls itself."""
OWN_HEADINGS = re.compile(r"^(De hele kennisbank als zip|Je leest nu een kopie van .*|Werk zonder internet|Versie van)$")
OWN_LINKS = re.compile(r"^https://www\.wegwijsinkwaliteit\.nl/over/zonder-internet/?$")


def place_of(site: Site, url: str) -> str:
    """An address as both editions know it: below the root, without what the way of publishing adds."""
    below = url.removeprefix(site.address) if url.startswith(site.address) else url
    path, mark, rest = re.sub(r"^\.?/?", "", below, count=1).partition("#")
    path, question, query = path.partition("?")
    return re.sub(r"(^|/)(index)?(\.html)?$", r"\1", path).rstrip("/").removesuffix(".html") + question + query + mark + rest


def seen(page: Page, site: Site) -> dict[str, Any]:
    """What a reader sees, and where it leads."""
    found: dict[str, Any] = json.loads(page.evaluate(LOOK))
    links = [("·" if OWN_WORDS.match(text) else text, place_of(site, url)) for text, url in found["links"]]
    found["links"] = [row for row in links if not ONLINE_ONLY.match(row[1]) and not OWN_LINKS.match(row[1])]
    found["headings"] = [text for text in found["headings"] if not OWN_HEADINGS.match(text)]
    return found


@pytest.fixture
def cut_off(visit: Visiting, on_disk: Site) -> Visit:
    """The copy in a browser that has no network at all."""
    return visit(on_disk, offline=True)


@pytest.fixture
def connected(visit: Visiting, online: Site) -> Visit:
    """The site."""
    return visit(online)


def test_every_template_shows_the_same(cut_off: Visit, connected: Visit, online: Site, on_disk: Site) -> None:
    """Titles, headings, links and where they lead, buttons, numbers of pictures and of items in lists, and the typeface."""
    differences = {}
    items = {"instrument", "historisch instrument", "coalitie", "publicatie", "training", "werkblad", "verzameling van de redactie"}
    pictures = {"home", "zonder internet", *items}
    for name, path in ON_DISK.items():
        connected.page.goto(online.url(path))
        cut_off.page.goto(on_disk.url(path))
        one, other = seen(connected.page, online), seen(cut_off.page, on_disk)
        # The download buttons of the online site have an icon of their own, and the facts of the zip are a list.
        left_out = {"images", "items"} if name in pictures or name == "versie" else set()
        found = {key: (one[key], other[key]) for key in one if one[key] != other[key] and key not in left_out}
        if found:
            differences[name] = found
    assert differences == {}, json.dumps(differences, indent=1, ensure_ascii=False)[:3000]
    assert (cut_off.errors, cut_off.foreign) == ([], [])
    assert (connected.errors, connected.foreign) == ([], [])


def search(page: Page, site: Site) -> object:
    """What is found, and where it is."""
    found = []
    for query in ("begeleiding van studenten", "peerrevieuw", "uitval"):
        page.goto(site.url("over/privacy/"))
        page.get_by_role("searchbox").first.fill(query)
        panel = page.get_by_role("region", name="Gevonden")
        expect(panel.get_by_role("link").first).to_be_visible()
        expect(page.get_by_role("status").first).to_contain_text("resulta")
        links = panel.get_by_role("link").all()
        found.append([(link.inner_text(), place_of(site, str(link.evaluate("node => node.href")))) for link in links])
    return found


def catalogue(page: Page, site: Site) -> object:
    """What is left after two choices, the counts at every option, and the address."""
    page.goto(site.url("catalogus/"))
    page.get_by_role("checkbox", name="Onderwijsteam").check()
    page.get_by_label("Duurt ten hoogste").fill("90")
    expect(page).to_have_url(re.compile("duur=90"))
    page.wait_for_function(SHOWN)
    titles = page.locator("[data-uitkomst] h3").all_text_contents()
    counts = page.locator(".choice-count").all_text_contents()
    return page.locator("#gevonden").inner_text(), titles, counts, place_of(site, page.url)


def helper(page: Page, site: Site) -> object:
    """The advice after four answers."""
    page.goto(site.url("keuzehulp/"))
    page.get_by_role("link", name="We praten langs elkaar heen").click()
    page.get_by_role("button", name="Onderwijsteam").click()
    page.get_by_role("button", name="Anderhalf uur").click()
    page.get_by_role("button", name="Iemand die dit nog nooit deed").click()
    advice = [" ".join(text.split()) for text in page.locator(".advice-item").all_inner_texts()]
    assert advice
    return advice, [place_of(site, str(link.evaluate("node => node.href"))) for link in page.locator(".advice-item h3 a").all()]


def sharing(page: Page, site: Site) -> object:
    """The lasting address on the web, the code, the text for a newsletter."""
    page.goto(site.url("instruments/peerreview/"))
    page.get_by_role("button", name="Deel", exact=True).click()
    fields = page.get_by_role("dialog").locator("input, textarea")
    drawn = page.get_by_role("dialog").locator("svg.qr path").last.get_attribute("d")
    return [field.input_value() for field in fields.all()], drawn


def short_code(page: Page, site: Site) -> object:
    """A code leads to its page, with what stands after it."""
    page.goto(site.url("k/42mm/") + "#bronnen")
    page.wait_for_url("**/*#bronnen")
    return place_of(site, page.url), page.locator("h1").inner_text()


def the_map(page: Page, site: Site) -> object:
    """The links of the map, the panel that opens, and the page behind it."""
    page.goto(site.url("toolbox/"))
    links = [place_of(site, str(node.evaluate(WHOLE))) for node in page.locator("svg a[data-deel]").all()]
    page.locator("svg a[data-deel]").first.click()
    return links, place_of(site, page.url), page.locator("[data-paneel]:visible").all_inner_texts()


def cards(page: Page, site: Site) -> object:
    """Cards to print, chosen one by one."""
    page.goto(site.url("gesprekskaarten/"))
    for number in (3, 40):
        page.locator("main input[type=checkbox]").nth(number).evaluate("node => node.click()")
    return place_of(site, page.url), [" ".join(text.split()) for text in page.locator("[data-gekozen], [data-vellen]").all_text_contents()]


JOURNEYS = (search, catalogue, helper, sharing, short_code, the_map, cards)


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.__name__)
def test_every_journey_ends_the_same(
    cut_off: Visit, connected: Visit, online: Site, on_disk: Site, journey: Callable[[Page, Site], object]
) -> None:
    assert journey(cut_off.page, on_disk) == journey(connected.page, online)
    assert (cut_off.errors, cut_off.foreign, connected.errors, connected.foreign) == ([], [], [], [])


def test_a_quality_officer_without_internet(cut_off: Visit, on_disk: Site) -> None:
    """J5: unzip, open index.html, and do the work: map, catalogue with filters, search, keuzehulp, a sheet, a download."""
    page = cut_off.page
    page.goto((on_disk.folder / "index.html").as_uri())
    expect(page.get_by_text("Kopie van")).to_be_visible()
    expect(page.get_by_text("Pak eerst", exact=False)).to_be_hidden()
    page.get_by_role("link", name="Open de toolbox").click()
    page.locator("svg a[data-deel]").first.click()
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Catalogus").click()
    page.get_by_role("checkbox", name="Onderwijsteam").check()
    page.locator("[data-uitkomst] a").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.get_by_role("searchbox").first.fill("peerreview")
    page.get_by_role("region", name="Gevonden").get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Peerreview")
    page.locator("#werkbladen + ul a").first.click()
    expect(page.locator(".sheet")).to_be_visible()
    page.goto(on_disk.url("catalogus/"))
    with page.expect_download() as waiting:
        page.get_by_role("link", name="tabel").click()
    assert waiting.value.suggested_filename == "catalogus.csv"
    assert (cut_off.errors, cut_off.foreign) == ([], [])


def test_who_opens_a_page_inside_the_zip_is_told_to_unpack(browser: Browser, on_disk: Site, tmp_path: Any) -> None:
    """Windows takes only that one file out of the zip: no stylesheet, no script. The sentence that the stylesheet hides is there."""
    (tmp_path / "index.html").write_bytes((on_disk.folder / "index.html").read_bytes())
    context: BrowserContext = browser.new_context()
    page = context.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    expect(page.get_by_text("pak eerst de hele zip uit")).to_be_visible()
    assert page.get_by_text("pak eerst de hele zip uit").bounding_box()["y"] < 200  # type: ignore[index]
    context.close()


def test_one_file_needs_nothing_beside_it(visit: Visiting, online: Site, tmp_path: Any) -> None:
    """As it is downloaded from the share panel and put into Teams: the typeface, the images and the code are inside."""
    (tmp_path / "peerreview.html").write_bytes((online.folder / "downloads/los/peerreview.html").read_bytes())
    seen_there = visit(Site(tmp_path, tmp_path.as_uri() + "/"), "peerreview.html", offline=True)
    expect(seen_there.page.get_by_role("heading", level=1)).to_have_text("Peerreview")
    assert seen_there.page.evaluate("document.fonts.ready.then(() => document.fonts.check('1rem \"Atkinson Hyperlegible Next\"'))")
    seen_there.page.locator("summary", has_text="Deel").click()
    expect(seen_there.page.locator("svg.qr").first).to_be_visible()
    assert (seen_there.errors, seen_there.foreign) == ([], [])
