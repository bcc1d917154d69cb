"""J4: an ambassadeur shares an item; the link, and the QR code on paper, keep working after it is renamed, moved or withdrawn."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from playwright.sync_api import expect

from tests.browser.barriers import barriers
from tests.browser.conftest import OFFLINE, ROOT, Site, Visit, build, serve
from tests.ledger.test_check import published
from tests.sites import BASE, write
from tests.sites import Site as Text
from wegwijs.cli import main
from wegwijs.ledger.rows import LEDGER
from wegwijs.samples import SECOND, SHEET

pytestmark = pytest.mark.browser
Visiting = Callable[..., Visit]

ONLINE = "https://www.wegwijsinkwaliteit.nl/"
ITEM = "instruments/gesprek-in-een-kring/"


@dataclass(frozen=True)
class Built:
    """One edition of the small site, online and on disk."""

    online: Site
    on_disk: Site


@dataclass(frozen=True)
class Years:
    """The site before and after an editor's year, and the codes that were printed before."""

    before: Built
    after: Built
    codes: dict[str, str]


def project(site: Text, place: Path) -> Path:
    """A site on disk, with the configuration of the real one."""
    place.mkdir()
    write(site, place)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.replace("plugins/wegwijs/theme", os.fspath(ROOT / "plugins/wegwijs/theme"))
    config = re.sub(r"\nnav:\n(?:  - .*\n)+", "\nnav:\n  - Toolbox: toolbox/index.md\n", config)
    config = re.sub(r"\n +voet:\n(?: +- .*\n?)+", "\n", config)
    (place / "mkdocs.yml").write_text(config, encoding="utf-8")
    (place / "disk.yml").write_text(config.replace("\nuse_directory_urls: true\n", OFFLINE), encoding="utf-8")
    return place


def renamed(site: Text, old: str, new: str) -> Text:
    """Search and replace in every text and every file name, as an editor does; the ledger is not touched."""
    made = Text(site.tree)
    for path, entry in site.tree.entries.items():
        if path != LEDGER and not path.startswith("toolbox/schema/"):
            data = entry.read(1_000_000)
            made = made.without(path).bytes(path.replace(old, new), data.replace(old.encode(), new.encode()))
    return made


def an_editors_year(site: Text) -> Text:
    """An item and a part of the model get another name, a book is withdrawn, a sheet is taken away."""
    site = renamed(site, "gesprek-in-een-kring", "kringgesprek")
    site = renamed(renamed(site, "[dialoog", "[samenspraak"), "toolbox/waarden/dialoog.md", "toolbox/waarden/samenspraak.md")
    withdrawn = "status: ingetrokken\nreden_ingetrokken: Het boek is niet meer te koop."
    site = site.change("status: actueel", withdrawn, "content/publicaties/boek.md")
    return site.change("doel:", "verwant: {vervangt: [boek]}\ndoel:", SECOND).without(SHEET)


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Years]:
    """Build, work, write down, build again."""
    place = tmp_path_factory.mktemp("years")
    first = published(BASE)
    rows = [line.split(";") for line in first.text(LEDGER).splitlines()]
    codes = {row[1].rstrip("/").rpartition("/")[2].replace("-", "_"): row[0] for row in rows if row[0]}
    old = project(first, place / "old")
    new = project(an_editors_year(first), place / "new")
    command = ["--root", os.fspath(new), "codes"]
    main(command)
    reason = ["--reden", "Niemand gebruikte het blad.", "--opvolger", codes["gesprek_in_een_kring"]]
    assert main([*command, "--intrekken", codes["blad_voor_de_kring"], *reason]) == 0
    assert main([*command, "--check"]) == 0
    servers, editions = [], []
    for edition in (old, new):
        online = build(edition / "online", config=os.fspath(edition / "mkdocs.yml"))
        disk = build(edition / "disk", config=os.fspath(edition / "disk.yml"))
        server, address = serve(online)
        servers.append(server)
        editions.append(Built(Site(online, address), Site(disk, f"{disk.as_uri()}/")))
    yield Years(*editions, codes)
    for server in servers:
        server.shutdown()
        server.server_close()


WAYS = {
    "the code of what was renamed": ("k/{gesprek_in_een_kring}/", "instruments/kringgesprek/"),
    "its earlier address": (ITEM, "instruments/kringgesprek/"),
    "the code of a part of the model": ("k/{dialoog}/", "toolbox/waarden/samenspraak/"),
    "its cards": ("toolbox/waarden/dialoog/kaarten/", "toolbox/waarden/samenspraak/kaarten/"),
    "a step past it": ("toolbox/kijkrichtingen/vanuit-de-waarden/dialoog/", "toolbox/kijkrichtingen/vanuit-de-waarden/"),
    "what was withdrawn": ("k/{boek}/", "publicaties/boek/"),
    "what was taken away": ("k/{blad_voor_de_kring}/", "werkbladen/blad-voor-de-kring/"),
}


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("place", ["online", "on_disk"])
def test_every_earlier_address_still_leads_somewhere(visit: Visiting, years: Years, place: str, javascript: bool) -> None:
    site: Site = getattr(years.after, place)
    page = visit(site, "toolbox/", javascript=javascript).page
    for name, (start, end) in WAYS.items():
        page.goto("about:blank")
        page.goto(site.url(start.format(**years.codes)))
        expect(page, name).to_have_url(site.url(end))
        expect(page.get_by_role("heading", level=1), name).to_be_visible()


def test_the_link_and_the_qr_on_paper_open_the_item_under_its_new_name(visit: Visiting, years: Years) -> None:
    """Copied and printed before the change, opened and scanned after it."""
    page = visit(years.before.online, ITEM).page
    page.get_by_role("button", name="Deel", exact=True).click()
    link = page.get_by_label("De link").input_value()
    page.keyboard.press("Escape")
    sheets = [sheet.render(scale=150 / 72).to_pil() for sheet in pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))]
    assert [found.text for sheet in sheets for found in zxingcpp.read_barcodes(sheet)] == [link]
    page.goto(link.replace(ONLINE, years.after.online.address))
    page.wait_for_url("**/instruments/kringgesprek/")
    expect(page.get_by_role("heading", level=1, name="Gesprek in een kring")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 320])
def test_what_was_withdrawn_says_why_what_came_in_its_place_and_how_it_was(visit: Visiting, years: Years, width: int) -> None:
    page = visit(years.after.online, "publicaties/boek/", width=width).page
    expect(page.get_by_text("Het boek is niet meer te koop.")).to_be_visible()
    page.get_by_text("Lees hoe het was").click()
    expect(page.get_by_role("heading", name="In het kort")).to_be_visible()
    assert barriers(page) == []
    page.get_by_role("link", name="Tweede gesprek").click()
    page.wait_for_url("**/instruments/tweede-gesprek/")


def test_what_was_taken_away_says_why_and_leads_on(visit: Visiting, years: Years) -> None:
    page = visit(years.after.online, "werkbladen/blad-voor-de-kring/").page
    expect(page.get_by_text("Niemand gebruikte het blad.")).to_be_visible()
    assert barriers(page) == []
    page.get_by_role("link", name="Gesprek in een kring").click()
    page.wait_for_url("**/instruments/kringgesprek/")


@pytest.mark.parametrize("place", ["online", "on_disk"])
def test_no_page_of_before_is_a_dead_end_and_none_leads_on_twice(years: Years, place: str) -> None:
    before, after = getattr(years.before, place).folder, getattr(years.after, place).folder
    for path in sorted(file.relative_to(before) for file in before.rglob("*.html")):
        assert (after / path).is_file(), path
        target = re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', (after / path).read_text(encoding="utf-8"))
        if target:
            found = ((after / path).parent / target[1]).resolve()
            found = found / "index.html" if found.is_dir() else found
            assert 'http-equiv="refresh"' not in found.read_text(encoding="utf-8"), f"{path} leads to a page that leads on"


@pytest.mark.parametrize("place", ["online", "on_disk"])
def test_a_collection_that_was_shared_before_still_opens(visit: Visiting, years: Years, place: str) -> None:
    """On paper it is a QR code with codes in it: they are never given to something else."""
    wanted = ".".join(years.codes[name] for name in ("gesprek_in_een_kring", "boek", "dialoog"))
    site: Site = getattr(years.after, place)
    page = visit(site, "verzameling/").page
    page.goto(site.url("verzameling/") + f"#v={wanted}&t=Van+vorig+jaar")
    expect(page.locator(".piece")).to_have_count(3)
    expect(page.locator(".piece").nth(1)).to_contain_text("Ingetrokken")
    page.locator(".piece").first.get_by_role("link").click()
    expect(page).to_have_url(re.compile("kringgesprek"))


def test_what_is_gone_is_not_in_the_sitemap(years: Years) -> None:
    listed = (years.after.online.folder / "sitemap.xml").read_text(encoding="utf-8")
    assert f"<loc>{ONLINE}instruments/kringgesprek/</loc>" in listed
    assert [gone for gone in ("publicaties/boek/", "werkbladen/blad-voor-de-kring/", "/k/") if gone in listed] == []
