"""Every template for every reader: no barrier that axe finds, no stranger asked, no fault in the console, nothing wider than a phone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.barriers import at_every_size, barriers, in_both_schemes
from tests.browser.conftest import Site, Visit
from tests.browser.pages import ON_DISK, TEMPLATES

pytestmark = pytest.mark.browser
Visiting = Callable[..., Visit]
Looking = Callable[[Site, str], Visit]

PARTS = 8
"""Who runs the tests with more than one worker has each of them visit a part of the addresses."""


@pytest.mark.parametrize("path", TEMPLATES.values(), ids=TEMPLATES.keys())
def test_axe_finds_nothing_over_http(look: Looking, online: Site, path: str) -> None:
    """Each template, wide and narrow, light and dark."""
    assert at_every_size(look(online, path).page) == {}


@pytest.mark.parametrize("path", ON_DISK.values(), ids=ON_DISK.keys())
def test_axe_finds_nothing_from_disk_and_nothing_is_asked_outside_the_folder(look: Looking, on_disk: Site, path: str) -> None:
    """The same page with the same styles, so once is enough: it shows that everything a page needs is found there."""
    seen = look(on_disk, path)
    assert barriers(seen.page) == []
    assert seen.foreign == []
    assert seen.errors == []


def test_axe_finds_nothing_with_the_menu_open_on_a_phone(visit: Visiting, online: Site) -> None:
    """The menu is a state of its own."""
    page = visit(online, "instruments/peerreview/", width=320).page
    page.get_by_role("button", name="Menu").click()
    assert in_both_schemes(page) == {}


def _addresses(site: Site) -> list[str]:
    text = (site.folder / "sitemap.xml").read_text(encoding="utf-8")
    return sorted(re.sub(r"^https?://[^/]+/", "", address) for address in re.findall(r"<loc>([^<]+)</loc>", text))


LOOK = """async (addresses) => {
  const look = (address) => new Promise((done) => {
    const frame = Object.assign(document.createElement("iframe"), { width: 320, height: 800, src: address });
    frame.style.border = "0";
    frame.onload = () => {
      const page = frame.contentDocument;
      const policy = page.querySelector("meta[http-equiv=Content-Security-Policy]")?.content;
      done([address, page.documentElement.scrollWidth, policy, page.documentElement.lang, page.querySelectorAll("h1").length]);
      frame.remove();
    };
    document.body.append(frame);
  });
  const found = [];
  for (const address of addresses) found.push(await look(address));
  return found;
}"""
"""Opens page after page in a frame as wide as a phone, which takes two thirds of the time of going there."""


@pytest.mark.parametrize("part", range(PARTS))
def test_no_page_asks_a_stranger_or_has_a_fault_or_is_wider_than_a_phone(visit: Visiting, online: Site, part: int) -> None:
    """Every address of the sitemap at 320 px, in Dutch, with one heading above all others.

    The console is where a breach of the Content-Security-Policy would show.
    """
    addresses = _addresses(online)
    assert len(addresses) > 200
    seen = visit(online, "versie.json")  # what has no policy of its own, which would refuse the frame
    rows = seen.page.evaluate(LOOK, [online.url(address) for address in ("", *addresses[part::PARTS])])
    assert len(rows) > len(addresses) // PARTS
    of_home = rows[0][2:]
    assert of_home[1:] == ["nl", 1]
    assert seen.foreign == []
    assert seen.errors == []
    assert [address for address, width, *_rest in rows if width > 320] == []
    assert [row[0] for row in rows if row[2:] != of_home] == [], "one inline script, one hash, one policy; one language, one h1"


def test_the_menu_opens_and_closes_by_keyboard_on_a_phone(visit: Visiting, online: Site) -> None:
    """A real button: Enter opens, Escape closes and gives the focus back; closed links are not in the tab order."""
    page = visit(online, "over/", width=320).page
    button = page.get_by_role("button", name="Menu")
    link = page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Instrumenten")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(link).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(link).to_be_visible()
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(button).to_be_focused()


def test_the_first_tab_leads_to_the_content(visit: Visiting, online: Site) -> None:
    """The skip link is the first stop and it works."""
    page = visit(online, "instruments/peerreview/").page
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#inhoud")).to_be_focused()


def test_without_javascript_the_menu_is_a_list_and_no_button_is_dead(visit: Visiting, online: Site) -> None:
    """What needs a script stays away without one; the search of the header is a form that leads to the catalogue."""
    page = visit(online, "instruments/peerreview/", width=320, javascript=False).page
    expect(page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Instrumenten")).to_be_visible()
    expect(page.locator("button:not([type=submit]):visible")).to_have_count(0)


def test_the_choice_for_dark_is_remembered(visit: Visiting, online: Site) -> None:
    """On the next page too, and back to the device's own."""
    page = visit(online, "over/").page
    ink = "getComputedStyle(document.body).color"
    light = page.evaluate(ink)
    page.get_by_role("button", name="Donkere kleuren").click()
    dark = page.evaluate(ink)
    assert dark != light
    page.goto(online.url("over/privacy/"))
    assert page.evaluate(ink) == dark
    page.get_by_role("button", name="Kleuren van je apparaat").click()
    assert page.evaluate(ink) == light


def test_each_page_says_its_language_title_and_summary(online: Site) -> None:
    """What a screen reader and a search engine start from, as it is sent: lang, one h1, a title of its own, a description."""
    titles = {}
    for name, path in TEMPLATES.items():
        html = (online.folder / path / "index.html").read_text(encoding="utf-8")
        assert re.search(r'<html[^>]* lang="nl"', html), name
        assert len(re.findall(r"<h1[ >]", html)) == 1, name
        assert re.search(r'<meta name="description" content="[^"]', html), name
        titles[name] = re.findall(r"<title>([^<]+)</title>", html)[0]
    assert len(set(titles.values())) == len(titles)


def test_an_address_that_is_not_there_gets_a_dutch_page_with_ways_on(visit: Visiting, online: Site) -> None:
    """A person who took a wrong turn is helped on."""
    page = visit(online, "404.html").page
    expect(page.get_by_role("heading", level=1)).to_have_text("Deze pagina is er niet")
    assert page.get_by_role("main").get_by_role("link").count() >= 2
    assert at_every_size(page) == {}
