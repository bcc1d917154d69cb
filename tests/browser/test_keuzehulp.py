"""The keuzehulp in Chromium: four taps to at most five instruments with reasons; the same advice as the build gives."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.barriers import in_both_schemes
from tests.browser.conftest import Site, Visit, ending
from tests.sites import Site as Text
from wegwijs.keuzehulp import EXPERIENCE, KIND, Answers, advise, candidates, read_helper
from wegwijs.problems import Problems

pytestmark = pytest.mark.browser
Visiting = Callable[..., Visit]
PLACES = ["online", "on_disk"]
DONE = "?situatie=langs-elkaar-heen&rol=onderwijsteam&tijd=90&ervaring=geen"


def titles(page: Page) -> list[str]:
    return page.locator(".advice-item h3").all_inner_texts()


@pytest.mark.parametrize("where", PLACES)
@pytest.mark.parametrize("width", [1280, 320])
def test_four_taps_give_at_most_five_instruments_with_why(
    visit: Visiting, request: pytest.FixtureRequest, where: str, width: int
) -> None:
    seen = visit(request.getfixturevalue(where), "keuzehulp/", width=width)
    page = seen.page
    page.get_by_role("link", name="We praten langs elkaar heen").click()
    expect(page.locator("#vraag-rol")).to_be_focused()
    page.get_by_role("button", name="Onderwijsteam").click()
    page.get_by_role("button", name="Anderhalf uur").click()
    page.get_by_role("button", name="Iemand die dit nog nooit deed").click()
    expect(page.locator("#uitslag")).to_be_focused()
    expect(page).to_have_url(ending(DONE))
    assert 1 <= len(titles(page)) <= 5
    first = page.locator(".advice-item").first.inner_text()
    assert "Past in: anderhalf uur." in first
    assert "Gemaakt voor: onderwijsteam." in first
    assert "Let op" in first
    page.locator(".advice-item h3 a").first.click()
    expect(page.locator("h1")).to_have_text("Gespreksrondvaart")
    page.go_back()
    assert len(titles(page)) >= 1
    assert (seen.errors, seen.foreign) == ([], [])


def test_the_keyboard_alone_is_enough(visit: Visiting, online: Site) -> None:
    page = visit(online, "keuzehulp/").page
    page.get_by_role("link", name="We praten langs elkaar heen").focus()
    page.keyboard.press("Enter")
    for _question in range(3):
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
    expect(page.locator("#uitslag")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.advice-item') !== null")


def test_an_answer_can_be_skipped_and_changed(visit: Visiting, online: Site) -> None:
    page = visit(online, "keuzehulp/?situatie=te-veel-studenten-stoppen").page
    for _question in range(3):
        page.get_by_role("button", name="Maakt niet uit", exact=True).click()
    expect(page.locator(".advice-item h3")).to_have_count(5)
    page.get_by_role("button", name="Verander: Te veel studenten stoppen").click()
    expect(page.get_by_role("heading", name="Wat speelt er?")).to_be_visible()
    page.go_back()
    expect(page.locator(".advice-item h3")).to_have_count(5)
    page.get_by_role("button", name="Begin opnieuw").click()
    expect(page).to_have_url(ending("/keuzehulp/"))


def test_back_goes_one_question_back(visit: Visiting, online: Site) -> None:
    page = visit(online, "keuzehulp/").page
    page.get_by_role("link", name="Iedereen is druk en moe").click()
    page.get_by_role("button", name="Docent").click()
    page.go_back()
    expect(page.get_by_role("heading", name="Met wie ga je in gesprek?")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="Wat speelt er?")).to_be_visible()


@pytest.mark.parametrize("query", ["?situatie=bestaat-niet", "?rol=docent", "?situatie=langs-elkaar-heen&rol=koning&tijd=90"])
def test_an_address_with_an_unknown_answer_asks_again(visit: Visiting, online: Site, query: str) -> None:
    seen = visit(online, f"keuzehulp/{query}")
    assert seen.page.locator(".helper-step:visible").count() == 1
    assert seen.errors == []


@pytest.mark.parametrize("where", PLACES)
def test_without_a_script_every_situation_has_its_page(visit: Visiting, request: pytest.FixtureRequest, real: Text, where: str) -> None:
    page = visit(request.getfixturevalue(where), "keuzehulp/", javascript=False).page
    links = page.locator("[data-vraag=situatie] a")
    assert links.count() == len(real.catalogue.of_kind(KIND))
    expect(page.locator("[data-vraag=rol]")).to_be_hidden()
    links.filter(has_text="Te veel studenten stoppen").click()
    expect(page.locator("h1")).to_have_text("Te veel studenten stoppen")
    page.wait_for_load_state()
    assert page.locator(".card").count() >= 3
    assert page.locator(".card-reason").count() >= 3


def test_a_link_for_another_tab_stays_a_link(visit: Visiting, online: Site) -> None:
    page = visit(online, "keuzehulp/").page
    with page.context.expect_page() as other:
        page.get_by_role("link", name="Iedereen is druk en moe").click(modifiers=["Control"])
    assert other.value.url.endswith("/situaties/iedereen-is-druk/")
    expect(page).to_have_url(ending("/keuzehulp/"))


def test_a_situation_leads_to_the_keuzehulp_with_its_answer(visit: Visiting, online: Site) -> None:
    page = visit(online, "situaties/de-inspectie-komt/").page
    page.get_by_role("link", name="Kies wat bij jullie past").click()
    expect(page.get_by_role("heading", name="Met wie ga je in gesprek?")).to_be_visible()
    expect(page.get_by_role("button", name="Verander: De inspectie komt")).to_be_visible()


def test_the_weights_are_explained_and_no_sum_is_shown(visit: Visiting, online: Site) -> None:
    page = visit(online, f"keuzehulp/{DONE}").page
    assert not any(sign in page.locator(".advice").inner_text() for sign in ("%", "punt", "score", "/10"))
    page.get_by_text("Zo kiest de keuzehulp").click()
    assert page.get_by_role("row").count() > 10


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize(
    "path",
    ["keuzehulp/", "keuzehulp/?situatie=langs-elkaar-heen", f"keuzehulp/{DONE}", "situaties/", "situaties/iedereen-is-druk/"],
)
def test_axe_finds_nothing_in_any_state(visit: Visiting, online: Site, path: str, width: int) -> None:
    seen = visit(online, path, width=width)
    assert in_both_schemes(seen.page) == {}
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= width


ASK = """(rows) => rows.map((answers) =>
  window.wegwijsRaad.advise(window.wegwijsKeuzehulp, answers).map((row) => [row.item.id, row.found.map(([, fits, key]) => [fits, key])])
)"""


def test_the_page_advises_the_same_as_the_build(visit: Visiting, online: Site, real: Text) -> None:
    """Every answer to every question, a few hundred together."""
    helper, _source = read_helper(real.tree, Problems())
    assert helper
    found = {page.slug: candidates(real.catalogue, helper, page) for page in real.catalogue.of_kind(KIND)}
    roles, times = ("", *helper.rollen[:5]), ("", *(str(row.minuten) for row in helper.tijden))
    rows = [
        {"situatie": slug, "rol": role, "tijd": time, "ervaring": level}
        for number, (slug, role, time, level) in enumerate(itertools.product(found, roles, times, ("", *EXPERIENCE)))
        if number % 17 == 0
    ]
    theirs = visit(online, "keuzehulp/").page.evaluate(ASK, rows)
    for row, answer in zip(rows, theirs, strict=True):
        ours = advise(found[row["situatie"]], helper, Answers(row["rol"], int(row["tijd"] or 0), row["ervaring"]))
        assert answer == [
            [advice.candidate.page.slug, [[reason.matched, reason.key] for reason in advice.reasons]] for advice in ours
        ], row
