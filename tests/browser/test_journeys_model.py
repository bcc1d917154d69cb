"""J1 and J6: a team finds its conversation on the map; the bureau finds the white spots. For every reader, by every way in."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Site, Visit, ending

pytestmark = pytest.mark.browser
Visiting = Callable[..., Visit]

WAYS: dict[str, dict[str, object]] = {
    "by mouse": {},
    "by keyboard": {"keyboard": True},
    "on a phone": {"width": 320},
    "on a phone without scripts": {"width": 320, "javascript": False},
    "from disk": {"place": "on_disk"},
}
A4 = (595, 842)
STOPS = 150
"""Nobody presses Tab more often than this."""


@dataclass
class Reader:
    """Somebody with a page in front of them, who chooses links and buttons with the mouse or with the keys."""

    visit: Visit
    keyboard: bool
    javascript: bool
    choices: list[str] = field(default_factory=list)

    @property
    def page(self) -> Page:
        return self.visit.page

    def choose(self, target: Locator) -> None:
        """One click, or as many times Tab as it takes and then Enter."""
        expect(target).to_be_visible()
        self.choices.append(target.get_attribute("aria-label") or target.inner_text().strip())
        if not self.keyboard:
            target.click()
            return
        here = target.element_handle()
        for _ in range(STOPS):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("node => node === document.activeElement", here):
                self.page.keyboard.press("Enter")
                return
        pytest.fail(f"{STOPS} times Tab does not reach {self.choices[-1]!r}")

    def on_map(self, name: str) -> Locator:
        """A part on the drawing that is shown."""
        return self.page.locator("svg.kaart-tekening:visible").get_by_role("link", name=name)

    def met_no_fault(self) -> None:
        """Nothing went wrong on the way and nobody else was asked anything."""
        assert (self.visit.errors, self.visit.foreign) == ([], [])


@pytest.fixture(params=WAYS.values(), ids=WAYS.keys())
def reader(request: pytest.FixtureRequest, visit: Visiting) -> Reader:
    """Each kind of reader, at home."""
    way = {"keyboard": False, "place": "online", "width": 1280, "javascript": True} | request.param
    site: Site = request.getfixturevalue(str(way["place"]))
    seen = visit(site, "", width=way["width"], javascript=way["javascript"])
    return Reader(seen, bool(way["keyboard"]), bool(way["javascript"]))


def on_paper(page: Page) -> list[str]:
    """The text of each sheet when the page is printed; every sheet is an A4."""
    sheets = pypdfium2.PdfDocument(page.pdf(format="A4", print_background=True, prefer_css_page_size=True))
    for sheet in sheets:
        assert [round(side) for side in sheet.get_size()] == list(A4)
    return [sheet.get_textpage().get_text_bounded() for sheet in sheets]


# --- J1: a team, browsing the toolbox ---


def test_a_team_goes_from_home_to_a_handreiking_on_paper(reader: Reader) -> None:
    page = reader.page
    reader.choose(page.get_by_role("main").get_by_role("link", name="Open de toolbox"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Referentiewaarden-toolbox")

    reader.choose(reader.on_map("Begeleiding: "))
    beside = page.get_by_role("region", name="Begeleiding", exact=True)
    explained = beside if "#begeleiding" in page.url else page.get_by_role("main")
    expect(explained.get_by_role("heading", name="Begeleiding").first).to_be_visible()
    expect(explained).to_contain_text("Goede begeleiding is steun die bij de student past")
    expect(explained).to_contain_text("Wat is voor ons goede begeleiding?")

    reader.choose(explained.get_by_role("link", name="Peerreview", exact=True))
    expect(page.get_by_role("heading", level=1)).to_have_text("Peerreview")
    expect(page.get_by_role("heading", name="Zo doe je het")).to_be_visible()

    if reader.javascript:
        page.evaluate("void (window.print = () => { window.timesPrinted = (window.timesPrinted || 0) + 1; })")
        reader.choose(page.get_by_role("button", name="Print", exact=True))
        assert page.evaluate("window.timesPrinted") == 1
    assert len(reader.choices) <= 4, reader.choices

    sheets = on_paper(page)
    assert "Peerreview" in sheets[0]
    text = "\n".join(sheets)
    for part in ("Zo doe je het", "Team A vertelt en laat zien", "Tips en valkuilen", "/k/42mm"):
        assert part in text, part
    for screen_only in ("Hoofdmenu", "Naar de inhoud", "Op deze pagina", "Deze site volgt niemand"):
        assert screen_only not in text, screen_only
    reader.met_no_fault()


def test_the_panel_leads_on_to_the_whole_page(visit: Visiting, online: Site) -> None:
    """Beside the map is the beginning; the questions with what they are for are one click further, and back is back on the map."""
    page = visit(online, "toolbox/#begeleiding").page
    page.get_by_role("link", name="Naar de hele pagina Begeleiding").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Begeleiding")
    page.wait_for_load_state()
    assert page.locator(".question-purpose").count() >= 6
    page.go_back()
    expect(page.get_by_role("region", name="Begeleiding", exact=True)).to_be_visible()


# --- J6: the bureau of the network ---


def rows_of(path: Path) -> list[dict[str, str]]:
    """A CSV as a Dutch spreadsheet opens it."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def test_the_bureau_sees_what_is_thin_or_stale_and_takes_it_along(reader: Reader, tmp_path: Path) -> None:
    page = reader.page
    reader.choose(page.get_by_role("main").get_by_role("link", name="Open de toolbox"))
    reader.choose(page.get_by_role("main").get_by_role("link", name="Witte vlekken", exact=True))
    expect(page.get_by_role("heading", level=1)).to_have_text("Witte vlekken")
    names = [link.get_attribute("aria-label") or "" for link in page.locator("svg:visible a[data-deel]").all()]
    few = {name.partition(",")[0] for name in names if re.search(r", [AB]: ", name)}
    assert len(names) == 23
    assert few, "every part has many instruments; then this test needs another model"

    reader.choose(page.get_by_role("navigation", name="Kijk naar").get_by_role("link", name="Versheid"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Witte vlekken: versheid")
    expect(page.locator(".legend")).to_contain_text("over tijd")
    reader.choose(page.get_by_role("navigation", name="Op welk niveau").get_by_role("link", name="Sector"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("sector")

    with page.expect_download() as coming:
        reader.choose(page.get_by_role("link", name="Neem de tabel mee (CSV)"))
    coming.value.save_as(tmp_path / "vlekken.csv")
    rows = rows_of(tmp_path / "vlekken.csv")
    assert {row["Deel"] for row in rows if int(row["Instrumenten"]) <= 2} == few
    assert all(re.fullmatch(r"(\d{4}-\d\d-\d\d)?", row["Eerst nakijken voor"]) for row in rows)
    reader.met_no_fault()


def test_an_empty_place_asks_for_a_contribution_and_knows_which(visit: Visiting, online: Site) -> None:
    page = visit(online, "toolbox/witte-vlekken/").page
    page.get_by_role("link", name="Vul dit aan").first.click()
    page.wait_for_url(re.compile(r"/bijdragen/\?element=[a-z-]+"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()


# --- What holds on every view of the model ---


class Links(HTMLParser):
    """The addresses on a page: those of each drawing, of the rows below it, and of the list."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, set[str]] = {}
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        named = (values.get("class") or "").split()
        place = next((name for name in named if name in PLACES), "")
        if place or (self._open and tag in ("svg", "nav", "div")):
            self._open.append(place or self._open[-1])
        if tag == "a" and self._open:
            self.found.setdefault(self._open[-1], set()).add(values["href"] or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("svg", "nav", "div") and self._open:
            self._open.pop()


PLACES = ("kaart-tekening--breed", "kaart-tekening--smal", "kaart-los", "kaart-lijst")


def test_the_map_and_the_list_have_the_same_links_on_every_view(online: Site) -> None:
    views = {
        path.relative_to(online.folder).as_posix(): path
        for path in [*online.folder.glob("toolbox/**/*.html"), *online.folder.glob("*.html")]
        if 'class="kaart-lijst"' in path.read_text(encoding="utf-8")
    }
    assert len(views) == 1 + 4 + 3 * 4, "the toolbox, the kijkrichtingen, and the white spots by measure and niveau"
    for name, path in views.items():
        seen = Links()
        seen.feed(path.read_text(encoding="utf-8"))
        wide, narrow, loose, listed = (seen.found[place] for place in PLACES)
        assert wide == narrow, name
        assert len(wide) == 28, name
        assert wide | loose == listed, name


def test_the_questions_and_instruments_of_a_part_follow_the_niveau(visit: Visiting, online: Site) -> None:
    page = visit(online, "toolbox/standaarden/begeleiding/?niveau=instelling").page
    questions, cards = page.locator(".question:visible"), page.locator("[data-op-niveau] .card:visible")
    expect(page.get_by_label("Niveau")).to_have_value("instelling")
    assert {node.get_attribute("data-level") for node in questions.all()} == {"instelling"}
    assert all("instelling" in (node.get_attribute("data-level") or "").split() for node in cards.all())
    few = (questions.count(), cards.count())
    page.get_by_role("button", name="Toon alle vragen").click()
    expect(page.get_by_label("Voor wie")).to_be_focused()
    expect(page.locator(".question[hidden], [data-op-niveau] .card[hidden]")).to_have_count(0)
    assert not page.url.endswith("instelling")
    assert 0 < few[0] < questions.count()
    assert 0 < few[1] < cards.count()
    page.get_by_label("Voor wie").select_option("student")
    page.wait_for_url("**/?rol=student")
    assert {node.get_attribute("data-role") for node in questions.all()} == {"student"}
    expect(page.locator(".sift-status")).to_have_text(re.compile(r"^\d+ van \d+ vragen\.$"))


def test_without_scripts_the_pages_of_the_niveaus_do_the_sifting(visit: Visiting, online: Site) -> None:
    page = visit(online, "toolbox/standaarden/begeleiding/?niveau=instelling", javascript=False).page
    expect(page.get_by_label("Niveau")).to_be_hidden()
    page.get_by_role("link", name="Instelling", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Instelling (portfolio)")
    expect(page.get_by_role("heading", name="Standaarden", level=3, exact=True)).to_be_visible()
    page.get_by_role("link", name="Wat mag elke student op onze school").click()
    expect(page).to_have_url(ending("toolbox/standaarden/begeleiding/#vraag-overal-verwachten"))
