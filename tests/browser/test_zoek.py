"""Search as a reader meets it: the field on every page, the panel below it, and the same answers on http, from a disk and in Python."""

from __future__ import annotations

import gzip
import random
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.barriers import in_both_schemes
from tests.browser.conftest import Site, Visit, serve
from wegwijs.catalogue import Catalogue, load_catalogue
from wegwijs.problems import Problems
from wegwijs.search import Index, build_index, golden_queries, search
from wegwijs.search.files import index_files
from wegwijs.tree import read_tree

pytestmark = pytest.mark.browser
Visiting = Callable[..., Visit]
ROOT = Path(__file__).resolve().parents[2]
ENGINE = ROOT / "plugins/wegwijs/theme/assets/js/zoek.js"

IN_CATALOGUE = re.compile(r"/catalogus/(index\.html)?\?q=stage$")

ASK = "async ([query, options]) => (await wegwijsZoek.search(query, options)).map((hit) => [hit.id, hit.score])"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The content of this repository."""
    return load_catalogue(read_tree(ROOT), Problems())


@pytest.fixture(scope="module")
def index(catalogue: Catalogue) -> Index:
    """Its search index."""
    return build_index(catalogue)


@pytest.fixture(scope="module")
def folder(index: Index, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with nothing but the search."""
    place = tmp_path_factory.mktemp("zoek")
    for path, content in index_files(index).items():
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_bytes(content)
    (place / "assets/js").mkdir()
    shutil.copy(ENGINE, place / "assets/js/zoek.js")
    (place / "index.html").write_text(
        '<!doctype html><meta charset="utf-8"><script src="assets/js/zoek.js"></script>', encoding="utf-8"
    )
    return place


@pytest.fixture(params=["http", "file"])
def bare(request: pytest.FixtureRequest, browser: Browser, folder: Path) -> Iterator[Page]:
    """That page, online and from a disk."""
    server, address = serve(folder) if request.param == "http" else (None, folder.as_uri() + "/")
    page = browser.new_page()
    page.goto(f"{address}index.html")
    yield page
    page.close()
    if server:
        server.shutdown()
        server.server_close()


def asked(page: Page, query: str, *, typing: bool = False) -> list[list[Any]]:
    """Every page that answers, with its score."""
    found: list[list[Any]] = page.evaluate(ASK, [query, {"limit": 100_000, "snippets": 0, "typing": typing}])
    return found


def test_every_golden_query_finds_its_page(bare: Page, catalogue: Catalogue) -> None:
    """What real people type, among the first three."""
    missed = {row.query: row.missing([path for path, _ in asked(bare, row.query)]) for row in golden_queries(catalogue)}
    assert {query: paths for query, paths in missed.items() if paths} == {}


def spoiled(words: list[str], chance: random.Random) -> str:
    """A few words of the site, some of them with a slip, cut short or made into a word that nobody wrote."""
    chosen = [chance.choice(words) for _ in range(chance.randint(1, 4))]
    place = chance.randrange(len(chosen))
    word, at = chosen[place], chance.randrange(len(chosen[place]))
    slips = [word, word[:at] + word[at + 1 :], word[:at] + "e" + word[at:], word[: max(2, at)], word + word[-1]]
    unseen = [
        word + chance.choice(["etje", "eren", "ing", "atie", "te"]),
        chance.choice(["af", "uitge"]) + word,
        word + chance.choice(words),
    ]
    chosen[place] = chance.choice([*slips, *unseen])
    return chance.choice([" ", " ", " en ", " op ", "-"]).join(chosen)


def test_the_browser_answers_as_python_does(bare: Page, catalogue: Catalogue, index: Index) -> None:
    """The same pages with the same scores, for a third of the golden queries and for random ones: the editors' report tells the truth."""
    chance = random.Random(5)
    words = list(index.lexicon.words)
    queries = [row.query for row in golden_queries(catalogue)[::3]] + [spoiled(words, chance) for _ in range(150)]
    for typing in (False, True):
        for query in queries:
            expected = [[hit.path, hit.score] for hit in search(index, query, typing=typing)]
            assert asked(bare, query, typing=typing) == expected, (query, typing)


ODD = ("", "   ", "?!", "💡", "<b>", "__proto__", "constructor", "a" * 3000, "de het een", "team " * 200)


def test_any_text_may_be_typed(bare: Page) -> None:
    """Nothing breaks, and a later question is answered."""
    for query in ODD:
        bare.reload()
        bare.evaluate("(query) => wegwijsZoek.search(query).then(() => wegwijsZoek.suggest(query))", query)
        assert asked(bare, "peerreview")[0][0] == "instruments/peerreview.md", query


def test_an_old_part_in_the_cache_is_read_again(folder: Path, browser: Browser) -> None:
    """The site was renewed after this page had read the words: the search begins again with parts of one version."""
    server, address = serve(folder)
    page = browser.new_page()
    kern = (folder / "assets/zoek/kern.js").read_text(encoding="utf-8")
    version = kern.split('"')[3]
    served = []

    def first_old(route: Any) -> None:
        served.append(route.request.url)
        route.fulfill(
            body=kern.replace(version, "0" * 12, 1) if len(served) == 1 else kern, content_type="text/javascript"
        )

    page.route("**/kern.js*", first_old)
    page.goto(f"{address}index.html")
    assert asked(page, "peerreview")[0][0] == "instruments/peerreview.md"
    assert [url.rsplit("/", 1)[1] for url in served] == ["kern.js", f"kern.js?v={version}"]
    page.close()
    server.shutdown()
    server.server_close()


@pytest.fixture(params=["http", "disk"])
def site(request: pytest.FixtureRequest) -> Site:
    """The whole site, online and from a disk."""
    found: Site = request.getfixturevalue("online" if request.param == "http" else "on_disk")
    return found


def typed(visit: Visiting, site: Site, query: str, path: str = "over/privacy/", **how: Any) -> Visit:
    """A page on which somebody typed a query in the field."""
    seen = visit(site, path, **how)
    seen.page.get_by_role("searchbox").first.fill(query)
    return seen


def test_results_appear_below_the_field_and_lead_to_the_page(visit: Visiting, site: Site) -> None:
    """With the kind, and the words marked in the sentence."""
    seen = typed(visit, site, "gesprekken met studenten")
    panel = seen.page.get_by_role("region", name="Gevonden")
    expect(panel.locator("mark").first).to_be_visible()
    expect(seen.page.get_by_role("status")).to_contain_text("resultaten")
    link = panel.get_by_role("link").first
    title = link.locator("span").first.inner_text()
    link.click()
    expect(seen.page.get_by_role("heading", level=1)).to_have_text(title)
    assert (seen.errors, seen.foreign) == ([], [])


def test_a_single_question_can_be_found_and_opened(visit: Visiting, site: Site) -> None:
    """A deep link leads to its own place on the page."""
    seen = typed(visit, site, "Wat is voor ons goede begeleiding?")
    seen.page.get_by_role("region", name="Gevonden").get_by_role(
        "link", name="Wat is voor ons goede begeleiding?"
    ).first.click()
    expect(seen.page.locator("#vraag-goede-begeleiding")).to_be_in_viewport()
    assert seen.errors == []


def test_the_keyboard_is_enough(visit: Visiting, online: Site) -> None:
    """Down into the results and up again; Escape closes; Enter opens."""
    page = typed(visit, online, "peerreview").page
    field = page.get_by_role("searchbox").first
    first = page.get_by_role("region", name="Gevonden").get_by_role("link").first
    expect(first).to_be_visible()
    field.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(first).to_be_hidden()
    expect(field).to_be_focused()
    field.press_sequentially(" ")
    expect(first).to_be_visible()
    field.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Peerreview")


def test_the_panel_goes_when_the_reader_goes_on(visit: Visiting, online: Site) -> None:
    """With Tab past its last link, or with a click elsewhere."""
    page = typed(visit, online, "peerreview").page
    panel = page.get_by_role("region", name="Gevonden")
    expect(panel).to_be_visible()
    panel.get_by_role("link").last.focus()
    page.keyboard.press("Tab")
    expect(panel).to_be_hidden()


def test_enter_leads_to_the_catalogue(visit: Visiting, site: Site) -> None:
    """With the query in the address, so that it can be sent to somebody."""
    page = typed(visit, site, "stage").page
    page.get_by_role("searchbox").first.press("Enter")
    page.wait_for_url(IN_CATALOGUE)


def test_without_javascript_the_field_leads_to_the_catalogue(visit: Visiting, online: Site) -> None:
    """It is a form."""
    page = typed(visit, online, "stage", javascript=False).page
    page.get_by_role("button", name="Zoek").first.click()
    page.wait_for_url(IN_CATALOGUE)


def test_a_slip_is_named(visit: Visiting, online: Site) -> None:
    """The reader sees which word was read for his."""
    page = typed(visit, online, "verzium ").page
    expect(page.get_by_text("We zochten ook op ‘verzuim’").first).to_be_attached()


def test_when_nothing_is_found_there_is_a_way_on(visit: Visiting, site: Site) -> None:
    """A word that looks like it, or the catalogue."""
    page = typed(visit, site, "kwantumfysica").page
    panel = page.get_by_role("region", name="Gevonden")
    expect(panel).to_contain_text("Niets gevonden voor ‘kwantumfysica’.")
    expect(panel.get_by_role("link", name="Bekijk alles in de catalogus")).to_be_visible()
    panel.get_by_role("link").first.click()
    expect(panel).to_contain_text("resulta")


@pytest.mark.parametrize("query", ["begeleiding", "kwantumfysica"])
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("path", ["", "over/privacy/"], ids=["home", "header"])
def test_axe_finds_nothing_in_the_panel(visit: Visiting, online: Site, path: str, query: str, width: int) -> None:
    """Results and no results, on home and in the header."""
    page = typed(visit, online, query, path, width=width).page
    expect(page.get_by_role("region", name="Gevonden")).to_be_visible()
    assert in_both_schemes(page) == {}
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_engine_is_small() -> None:
    """What every page loads for it, as a server sends it."""
    scripts = (ENGINE, ENGINE.with_name("zoek-veld.js"))
    assert sum(len(gzip.compress(script.read_bytes())) for script in scripts) < 11_500
