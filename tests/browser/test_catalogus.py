"""The catalogue in Chromium: journey J2 in every way one can make it, the address as state, and the same filter in both languages."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

import wegwijs
from tests.browser.barriers import at_every_size, in_both_schemes
from tests.browser.conftest import Site, Visit, ending
from tests.catalogue.shelves import context, random_choice, random_shelf
from tests.sites import Site as Text
from wegwijs import filters
from wegwijs.filters import Shelf
from wegwijs.views.catalogus import Catalogus

pytestmark = pytest.mark.browser
Visiting = Callable[..., Visit]

SCRIPT = Path(wegwijs.__file__).parent / "theme/assets/js/catalogus-filter.js"
CHOICE = "thema=kwaliteitscultuur&rol=onderwijsteam&duur=90"


@pytest.fixture(scope="module")
def catalogus(real: Text) -> Catalogus:
    return Catalogus(context(real))


def titles(page: Page) -> list[str]:
    return page.locator("[data-uitkomst] li a").all_text_contents()


def expected(catalogus: Catalogus, query: str) -> list[str]:
    found = filters.select(catalogus.shelf, filters.parse(query, catalogus.shelf.facets))
    return [entry.title for entry in found]


# --- Journey J2: a teammanager with ninety minutes ---


@pytest.mark.parametrize("where", ["online", "on_disk"])
@pytest.mark.parametrize("width", [1280, 320])
def test_a_teammanager_chooses_and_a_colleague_sees_the_same(
    visit: Visiting, request: pytest.FixtureRequest, catalogus: Catalogus, where: str, width: int
) -> None:
    """At most 90 minutes, onderwijsteam, a theme; a count at every option; the address is what one sends."""
    site: Site = request.getfixturevalue(where)
    seen = visit(site, "catalogus/", width=width)
    page = seen.page
    if width == 320:
        page.locator("summary", has_text="Kies").click()
    page.get_by_label("Duurt ten hoogste").fill("90")
    page.get_by_role("checkbox", name="Onderwijsteam").check()
    count = page.locator("label", has=page.get_by_role("checkbox", name="Kwaliteitscultuur")).locator(".choice-count").inner_text()
    page.get_by_role("checkbox", name="Kwaliteitscultuur").check()
    expect(page.locator("#gevonden")).to_have_text(f"{count} items")
    if width == 320:
        page.get_by_role("button", name=f"Toon {count} items").click()
        expect(page.locator("#gevonden")).to_be_focused()
    expect(page).to_have_url(ending(f"?{CHOICE}"))
    expect(page.locator("[data-uitkomst] li a")).to_have_text(expected(catalogus, CHOICE))
    expect(page.locator("[data-uitkomst] li a")).to_have_count(int(count))

    colleague = visit(site, "", width=width)
    colleague.page.goto(page.url)
    assert titles(colleague.page) == titles(page)
    assert colleague.page.locator("input[value=onderwijsteam]").is_checked()
    assert colleague.page.locator("input[name=duur]").input_value() == "90"
    assert (seen.errors, seen.foreign, colleague.errors) == ([], [], [])

    page.locator("[data-uitkomst] a").first.click()
    expect(page.locator("h1")).to_have_text(expected(catalogus, CHOICE)[0])
    page.go_back()
    expect(page.locator("[data-uitkomst] li a")).to_have_text(expected(catalogus, CHOICE))


def test_the_keyboard_alone_is_enough(visit: Visiting, online: Site, catalogus: Catalogus) -> None:
    """Tab, space, typing and Enter: nothing needs a mouse, and the focus is never lost."""
    page = visit(online, "catalogus/").page

    def tab_to(test: str) -> None:
        for _press in range(90):
            page.keyboard.press("Tab")
            if page.evaluate(f"(() => {{ const on = document.activeElement; return {test}; }})()"):
                return
        pytest.fail(f"Tab does not reach {test}")

    tab_to("on.name === 'duur'")
    page.keyboard.type("90")
    tab_to("on.value === 'kwaliteitscultuur'")
    page.keyboard.press("Space")
    tab_to("on.value === 'onderwijsteam'")
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.value") == "onderwijsteam", "ticking does not move the focus"
    expect(page.locator("[data-uitkomst] li a")).to_have_text(expected(catalogus, CHOICE))
    tab_to("on.matches('.finder-chip')")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('.finder-chip')"), "the next filter has the focus"
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "gevonden", "no filter is left"
    expect(page).to_have_url(ending("/catalogus/"))


@pytest.mark.parametrize("where", ["online", "on_disk"])
def test_without_a_script_everything_is_there(visit: Visiting, request: pytest.FixtureRequest, real: Text, where: str) -> None:
    """Every item by kind, and a page for each value, which leads to the same items as the filter."""
    page = visit(request.getfixturevalue(where), "catalogus/", javascript=False).page
    expect(page.locator(".everything li a")).to_have_count(len(real.catalogue.items))
    expect(page.locator("[data-script]")).to_be_hidden()
    page.locator(".browse summary", has_text="Voor wie").click()
    page.locator(".browse").get_by_role("link", name="Onderwijsteam").click()
    expect(page.locator("h1")).to_have_text("Onderwijsteam")
    page.get_by_role("link", name="Peerreview").first.click()
    expect(page.locator("h1")).to_have_text("Peerreview")


def test_when_the_data_does_not_come_the_list_stays(browser: Browser, online: Site) -> None:
    """A script that is lost on the way leaves a reader with everything, not with nothing."""
    page = browser.new_page()
    page.route("**/assets/catalogus/kenmerken-*", lambda route: route.abort())
    page.goto(online.url("catalogus/"))
    expect(page.locator(".everything li").first).to_be_visible()
    expect(page.locator("[data-script]")).to_be_hidden()
    page.close()


# --- The address is the state ---


def test_back_undoes_a_choice_and_forward_redoes_it(visit: Visiting, online: Site) -> None:
    page = visit(online, "catalogus/").page
    before = titles(page)
    page.get_by_role("checkbox", name="Kwaliteitscultuur").check()
    expect(page.locator(".finder-chip")).to_have_count(1)
    after = titles(page)
    assert after != before
    page.go_back()
    expect(page.locator("[data-uitkomst] li a")).to_have_text(before)
    assert not page.get_by_role("checkbox", name="Kwaliteitscultuur").is_checked()
    page.go_forward()
    expect(page.locator("[data-uitkomst] li a")).to_have_text(after)


def test_where_the_address_may_not_change_the_hash_does(browser: Browser, on_disk: Site, catalogus: Catalogus) -> None:
    """Some browsers refuse pushState for a file on disk."""
    page = browser.new_page()
    page.add_init_script("history.pushState = history.replaceState = () => { throw new DOMException('refused', 'SecurityError'); };")
    page.goto(on_disk.url("catalogus/"))
    page.get_by_role("checkbox", name="Onderwijsteam").check()
    expect(page).to_have_url(ending("#?rol=onderwijsteam"))
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    assert titles(page)[:5] == expected(catalogus, "rol=onderwijsteam")[:5]
    page.close()


def test_the_word_from_the_header_arrives(visit: Visiting, online: Site) -> None:
    """A plain form elsewhere on the site leads to `?q=`."""
    page = visit(online, "catalogus/?q=peerreview").page
    assert page.get_by_label("Zoek in de catalogus").input_value() == "peerreview"
    expect(page.locator("[data-uitkomst] a").first).to_have_text("Peerreview")


def test_searching_and_ticking_go_together(visit: Visiting, online: Site) -> None:
    page = visit(online, "catalogus/?thema=data").page
    everything = titles(page)
    page.get_by_label("Zoek in de catalogus").fill("gesprek")
    page.get_by_label("Zoek in de catalogus").press("Enter")
    expect(page).to_have_url(ending("?q=gesprek&thema=data"))
    expect(page.locator("#gevonden")).to_be_focused()
    expect(page.locator("[data-uitkomst] li")).not_to_have_count(len(everything))
    assert set(titles(page)) < set(everything)


def test_the_search_engine_decides_what_is_found_and_in_which_order(browser: Browser, online: Site) -> None:
    """When the engine of the site is there, its answer counts; the facets work on top of it."""
    page = browser.new_page()
    answer = [{"id": "instruments/kwaliteitstafel.md"}, {"id": "toolbox/waarden/dialoog.md"}, {"id": "instruments/peerreview.md"}]
    page.add_init_script(
        "Object.defineProperty(window, 'wegwijsZoek', {get: () => ({ready: (then) => then(), suggest: () => Promise.resolve([]),"
        f"search: () => Promise.resolve({json.dumps(answer)})}}), set: () => {{}}, configurable: true}});"
    )
    page.goto(online.url("catalogus/?q=iets"))
    expect(page.locator("#gevonden")).to_have_text("2 items")
    expect(page.locator("[data-uitkomst] li a")).to_have_text(["Kwaliteitstafel", "Peerreview"])
    page.close()


# --- What one sees ---


def test_nothing_found_tells_which_choice_to_take_away(visit: Visiting, online: Site) -> None:
    page = visit(online, "catalogus/?thema=buitenlandse-stage&duur=5").page
    advice = page.locator("[data-niets]")
    assert advice.is_visible()
    assert "Zonder Ten hoogste 5 minuten vind je er 1" in advice.inner_text()
    assert "Zonder “Stage in het buitenland”" not in advice.inner_text(), "that would not help"
    expect(page.get_by_role("status")).to_have_text("Niets gevonden")
    box = page.get_by_role("checkbox", name="Afstandsleren")
    assert box.is_enabled(), "an option that gives nothing can still be reached"
    page.get_by_role("button", name="Wis filters").click()
    expect(page.locator("[data-uitkomst] li")).to_have_count(24)
    expect(page.locator("#gevonden")).to_be_focused()


def test_the_count_is_said_once_and_politely(visit: Visiting, online: Site) -> None:
    page = visit(online, "catalogus/").page
    page.get_by_role("checkbox", name="Onderwijsteam").check()
    expect(page.locator("[data-melding]")).to_have_attribute("role", "status")
    expect(page.locator("[data-melding]")).to_have_text(page.locator("#gevonden").inner_text())


def test_more_comes_on_demand_and_the_focus_goes_on(visit: Visiting, online: Site) -> None:
    page = visit(online, "catalogus/").page
    expect(page.locator("[data-uitkomst] li")).to_have_count(24)
    page.get_by_role("button", name="Toon meer").click()
    expect(page.locator("[data-uitkomst] li")).to_have_count(48)
    assert page.evaluate("document.activeElement.textContent") == titles(page)[24]
    page.reload()
    expect(page.locator("[data-uitkomst] li")).to_have_count(48)


def test_nothing_moves_under_who_scrolls(visit: Visiting, online: Site) -> None:
    """What is out of sight gets its size before anybody comes there: a button that moves is a button that is missed."""
    page = visit(online, "catalogus/").page
    expect(page.locator("[data-uitkomst].is-laid-out li")).to_have_count(24)
    page.get_by_role("button", name="Toon meer").click()
    expect(page.locator("[data-uitkomst].is-laid-out li")).to_have_count(48)
    heights = page.evaluate("""async () => {
      const seen = [];
      for (let at = 0; at <= document.documentElement.scrollHeight; at += 400) {
        window.scrollTo(0, at);
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        seen.push(document.documentElement.scrollHeight);
      }
      return seen;
    }""")
    assert len(heights) > 10
    assert len(set(heights)) == 1, heights


def test_history_is_out_unless_asked_for(visit: Visiting, online: Site) -> None:
    page = visit(online, "catalogus/?q=instellingsaudit&type=instrument").page
    assert "Instellingsaudit" not in titles(page)
    page.locator("summary", has_text="Status").click()
    page.get_by_role("checkbox", name="Historisch").check()
    assert page.locator("[data-uitkomst] .status", has_text="Historisch").count() > 0


def test_a_card_says_what_one_needs_to_choose(visit: Visiting, online: Site) -> None:
    page = visit(online, "catalogus/?q=peerreview&type=instrument").page
    card = page.locator(".card").first.inner_text()
    assert all(word in card for word in ("Werkvorm", "Peerreview", "uur", "mensen", "Onderwijsteam"))


def test_the_list_is_shorter_and_stays_in_the_address(visit: Visiting, online: Site) -> None:
    page = visit(online, "catalogus/").page
    page.get_by_role("button", name="Lijst").click()
    expect(page).to_have_url(ending("?weergave=lijst"))
    assert page.locator(".lines li").count() >= 24
    expect(page.get_by_role("button", name="Lijst")).to_have_attribute("aria-pressed", "true")
    page.get_by_label("Volgorde").select_option("titel")
    shown = titles(page)
    assert [filters.fold(title) for title in shown] == sorted(filters.fold(title) for title in shown)


def test_paper_gets_the_whole_selection(visit: Visiting, online: Site, catalogus: Catalogus, tmp_path: Path) -> None:
    page = visit(online, "catalogus/?type=instrument").page
    page.pdf(path=tmp_path / "catalogus.pdf", format="A4")
    text = " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(tmp_path / "catalogus.pdf").pages).split())
    wanted = expected(catalogus, "type=instrument")
    assert len(wanted) > 24
    assert [title for title in wanted if title.split(" ")[0] not in text] == []
    assert "Toon meer" not in text
    expect(page.locator("[data-uitkomst] li")).to_have_count(24)


def test_a_slip_of_the_fingers_is_understood_or_helped(visit: Visiting, online: Site) -> None:
    """The engine of the site knows word forms and small mistakes; for what it does not know it has a suggestion."""
    page = visit(online, "catalogus/?q=peerrevieuw&type=instrument").page
    expect(page.locator("[data-uitkomst] a").first).to_have_text("Peerreview")
    page = visit(online, "catalogus/?q=kwaltietstafle&thema=bpv").page
    expect(page.locator("[data-raad] a").first).to_contain_text("Bedoelde je")
    assert page.locator("[data-raad] a").first.get_attribute("href").endswith("&thema=bpv")


def test_without_the_search_engine_the_plain_words_count(browser: Browser, online: Site) -> None:
    page = browser.new_page()
    page.route("**/assets/zoek/**", lambda route: route.abort())
    page.goto(online.url("catalogus/?q=kwaliteitstafel&type=instrument"))
    expect(page.locator("[data-uitkomst] a").first).to_have_text("Kwaliteitstafel")
    page.close()


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("query", ["", CHOICE, "duur=1&thema=data", "weergave=lijst"], ids=["all", "chosen", "none", "list"])
def test_axe_finds_nothing_in_any_state(visit: Visiting, online: Site, query: str, width: int) -> None:
    page = visit(online, f"catalogus/?{query}", width=width).page
    if width == 320:
        page.locator("summary", has_text="Kies").click()
    page.evaluate("document.querySelectorAll('details.facet').forEach((facet) => (facet.open = true))")
    assert in_both_schemes(page) == {}
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", ["catalogus/thema/uitval/", "catalogus/soort/checklist/", "catalogus/rol/examencommissie/"])
def test_axe_finds_nothing_on_the_page_of_a_value(visit: Visiting, online: Site, path: str) -> None:
    assert at_every_size(visit(online, path).page) == {}


# --- One filter, two languages ---


def as_data(shelf: Shelf) -> dict[str, object]:
    """What views/catalogus.py writes, for a shelf without pages."""
    made = Catalogus(None)  # type: ignore[arg-type]
    made.__dict__["shelf"] = shelf
    return made._facts()


TRY = """([data, titles, texts, queries]) => {
  const shelf = new window.wegwijsPlank.Shelf(data, titles);
  shelf.read(texts);
  return queries.map((query) => {
    const choice = shelf.parse(query);
    const { items, counts } = shelf.look(choice, null);
    return { items, counts, address: shelf.address(choice) };
  });
}"""


@pytest.mark.parametrize("which", ["real", 1, 33, 400])
def test_the_filter_of_the_page_gives_the_same_as_that_of_the_build(browser: Browser, catalogus: Catalogus, which: object) -> None:
    """Random choices on the real catalogue and on made ones: the same items in the same order, the same counts, the same address."""
    shelf = catalogus.shelf if which == "real" else random_shelf(int(str(which)), seed=int(str(which)))
    chance = random.Random(str(which))
    choices = [random_choice(chance, shelf.facets) for _example in range(250)]
    queries = [filters.address(choice, shelf.facets) for choice in choices]
    page = browser.new_page()
    page.add_script_tag(path=SCRIPT)
    # The page puts titles and texts together the way the build does: title, summary, keywords.
    texts = [[entry.words.removeprefix(entry.title), "", ""] for entry in shelf.entries]
    found = page.evaluate(TRY, [as_data(shelf), [entry.title for entry in shelf.entries], texts, queries])
    page.close()
    numbers = {entry.id: number for number, entry in enumerate(shelf.entries)}
    for choice, query, theirs in zip(choices, queries, found, strict=True):
        assert theirs["items"] == [numbers[entry.id] for entry in filters.select(shelf, choice)], query
        tally = filters.counts(shelf, choice)
        assert theirs["counts"] == {facet.id: [tally[facet.id][value] for value in facet.values] for facet in shelf.facets}, query
        assert theirs["address"] == query
