"""What is far too much: the core takes it, whole, or refuses it with a message that says what to do. Nothing is lost or silently cut."""

from __future__ import annotations

import re
import time

import pytest

from tests.catalogue.shelves import context
from tests.sites import ITEM, Site
from wegwijs.problems import Severity
from wegwijs.search.files import search_files
from wegwijs.views.site import site_files, site_pages

SECOND = "content/instruments/tweede-gesprek.md"
PATH = ITEM.removeprefix("content/")
SIGNS = {
    "emoji": "Gesprek 👩🏽‍🏫🧑‍🎓 met vuur 🔥",
    "right to left": "Gesprek over כבוד en احترام",
    "combining marks": "Gesprek e\u0301e\u0301n met a\u0308\u0323 stapel",
    "far away scripts": "Gesprek 対話 𝔤𝔢𝔰𝔭𝔯𝔢𝔨 ทดสอบ",
    "a direction that is turned round": "Gesprek \u202eneerhcs\u202c terug",
    "markup": "Gesprek <b>&amp; \"haken\" {{ 7 * 7 }} {% raw %}",
}


def published(site: Site) -> str:
    """The title on the item's page, as the view prints it."""
    page = site_pages(context(site))[PATH]
    view = page.view("<h2 id='a'>A</h2>")
    return str(view.title)  # type: ignore[attr-defined]


@pytest.mark.parametrize("title", SIGNS.values(), ids=SIGNS.keys())
def test_signs_from_everywhere_arrive_whole_or_are_named(site: Site, title: str) -> None:
    changed = site.change("titel: Gesprek in een kring", "titel: '" + title + "'")
    errors = [problem for problem in changed.problems if problem.severity is Severity.ERROR]
    if errors:
        assert all(problem.way_out and problem.place.path == ITEM for problem in errors)
    else:
        assert published(changed) == title
        assert title in "".join(page.title for page in site_pages(context(changed)).values())


def test_a_title_of_ten_thousand_signs_is_refused_with_the_limit(site: Site) -> None:
    """Not cut."""
    changed = site.change("titel: Gesprek in een kring", "titel: " + "lang " * 2000)
    assert changed.codes == ["K016"]
    assert re.search(r"\b\d+ tekens\b", changed.lines[0])
    assert PATH not in site_pages(context(changed)), "what is refused is not published"


def test_an_item_of_two_hundred_kilobytes_is_published_to_the_last_word(site: Site) -> None:
    body = "\n\n".join(f"Alinea {number} over het gesprek in de kring en wat er dan gebeurt." for number in range(3300))
    changed = site.append(f"\n{body}\n\nHet allerlaatste woord is zebrapad.\n")
    assert len(changed.text()) > 200_000
    assert [problem for problem in changed.problems if problem.severity is Severity.ERROR] == []
    assert site_pages(context(changed))[PATH].markdown.rstrip().endswith("zebrapad.")
    found = search_files(changed.catalogue, context(changed).address)
    assert "zebrapad" in b"".join(found.values()).decode()


def test_a_file_too_big_to_read_is_refused_and_not_half_read(site: Site) -> None:
    changed = site.append("woord " * 200_000)
    assert changed.codes[0] == "K008"
    assert PATH not in site_pages(context(changed))


def test_five_hundred_attachments_are_all_there_or_named(site: Site) -> None:
    rows = "".join(f"  - {{bestand: kaart-{number}.csv, titel: Kaart {number}, licentie: CC BY 4.0}}\n" for number in range(500))
    changed = site.change("bijlagen:\n", "bijlagen:\n" + rows)
    folder = ITEM.removesuffix(".md")
    for number in range(500):
        changed = changed.bytes(f"{folder}/kaart-{number}.csv", b"a;b\r\n1;2\r\n")
    errors = [problem for problem in changed.problems if problem.severity is Severity.ERROR]
    if errors:
        assert all(problem.way_out for problem in errors)
    else:
        view = site_pages(context(changed))[PATH].view("")
        assert len(view.attachments) >= 500  # type: ignore[attr-defined]


def test_a_chain_of_three_hundred_items_and_one_that_all_refer_to(site: Site) -> None:
    """Deep and wide: no recursion that ends, no page that forgets one."""
    text = site.text(SECOND).replace("code: ghjk\n", "")
    changed = site
    for number in range(300):
        before = f"stap-{number - 1}" if number else "tweede-gesprek"
        body = text.replace("Tweede gesprek", f"Stap nummer {number}", 1)
        body = body.replace("doel:", f"verwant: {{volgt_op: [{before}], past_bij: [gesprek-in-een-kring]}}\ndoel:", 1)
        changed = changed.bytes(f"content/instruments/stap-{number}.md", body.encode())
    start = time.process_time()
    errors = [problem.line() for problem in changed.problems if problem.severity is Severity.ERROR and problem.code != "K140"]
    assert errors == []
    pages = site_pages(context(changed))
    view = pages[PATH].view("")
    shown = sum(len(group.cards) for group in view.related)  # type: ignore[attr-defined]
    assert shown >= 300
    assert time.process_time() - start < 20


def test_relations_that_go_round_come_to_an_end(site: Site) -> None:
    changed = site.change("doel:", "verwant: {volgt_op: [gesprek-in-een-kring]}\ndoel:", SECOND)
    assert all(problem.way_out or problem.severity is Severity.WARNING for problem in changed.problems)
    assert site_files(context(changed))
