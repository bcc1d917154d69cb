"""Gesprekskaarten on paper, measured in the PDF that Chromium makes: millimetres, cut marks, backs that fall behind their fronts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pypdfium2
import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site, Visit

pytestmark = pytest.mark.browser
Visiting = Callable[..., Visit]

WIDTH, HEIGHT = 63, 88
LEFT, TOP = 10.5, 16.5
SETS = {
    "of an element": ("toolbox/leerroute/opbrengsten/kaarten/", 2),
    "of a kijkrichting": ("toolbox/kijkrichtingen/vanuit-de-standaarden/kaarten/", 3),
    "of an own choice": (
        "gesprekskaarten/?kies=begeleiding.goede-begeleiding.naar-wie-ga-je_dialoog.halen-of-brengen",
        1,
    ),
}
MM = 72 / 25.4


@dataclass(frozen=True)
class Sheet:
    """One side of paper: an A4."""

    page: pypdfium2.PdfPage

    @property
    def text(self) -> str:
        """Everything that stands on it, lines and hyphens undone."""
        return re.sub(r"\s+", " ", self.page.get_textpage().get_text_bounded())

    def text_at(self, row: int, column: int) -> str:
        """What stands on the card in this place."""
        left, top = (LEFT + column * WIDTH) * MM, (297 - TOP - row * HEIGHT) * MM
        found = self.page.get_textpage().get_text_bounded(left, top - HEIGHT * MM, left + WIDTH * MM, top)
        return re.sub(r"\s+", " ", found).strip()

    def image(self) -> Image.Image:
        """Ten dots to a millimetre."""
        return self.page.render(scale=25.4 * 10 / 72).to_pil().convert("L")


def printed(page: Page) -> list[Sheet]:
    """The sheets as the browser prints them, at the size the page asks for."""
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, print_background=True))
    sheets = [Sheet(side) for side in document]
    for sheet in sheets:
        assert [round(side / MM) for side in sheet.page.get_size()] == [210, 297]
    return sheets


def dark_runs(image: Image.Image, *, row: float | None = None, column: float | None = None) -> list[float]:
    """The middles, in millimetres, of the dark marks along a row or a column."""
    size = image.width if row is not None else image.height
    line = [
        image.getpixel((at, round(row * 10)) if row is not None else (round((column or 0) * 10), at)) < 128
        for at in range(size)
    ]
    starts = [at for at in range(1, size) if line[at] and not line[at - 1]]
    ends = [at for at in range(1, size) if line[at - 1] and not line[at]]
    return [(start + end) / 20 for start, end in zip(starts, ends, strict=True)]


@pytest.mark.parametrize(("path", "count"), SETS.values(), ids=SETS.keys())
def test_each_back_lies_behind_its_front_and_one_page_is_to_hand_out(
    visit: Visiting, online: Site, path: str, count: int
) -> None:
    """Turned over its long edge, what is left in front is right on the back."""
    page = visit(online, path).page
    questions = _texts(page, ".talk-front >> nth=0 >> .talk-question")
    purposes = _texts(page, ".talk-back >> nth=0 >> .talk-purpose")
    sheets = printed(page)
    assert len(sheets) == 2 * count + 1
    assert sheets[-1].text.startswith("Deelnemersblad Ons gesprek")
    assert "Wat ik ga doen, en wanneer" in sheets[-1].text
    for index, (question, purpose) in enumerate(zip(questions, purposes, strict=True)):
        row, column = divmod(index, 3)
        assert question in sheets[0].text_at(row, column)
        back = sheets[1].text_at(row, 2 - column)
        assert purpose.removeprefix("Waar deze vraag voor is") in back
        assert re.search(r"/k/\w{4}", back)


def _texts(page: Page, selector: str) -> list[str]:
    expect(page.locator(selector).first).to_be_visible()
    return [" ".join(text.split()) for text in page.locator(selector).all_text_contents()]


def test_every_card_is_63_by_88_millimetres_within_its_cut_marks(visit: Visiting, online: Site) -> None:
    page = visit(online, SETS["of an element"][0]).page
    front = printed(page)[0].image()
    across = [LEFT + WIDTH * column for column in range(4)]
    down = [TOP + HEIGHT * row for row in range(4)]
    assert dark_runs(front, row=9) == pytest.approx(across, abs=0.15)
    assert dark_runs(front, row=288) == pytest.approx(across, abs=0.15)
    assert dark_runs(front, column=5) == pytest.approx(down, abs=0.15)
    assert dark_runs(front, column=205) == pytest.approx(down, abs=0.15)
    for name in (".talk-front .talk-card", ".talk-back .talk-card"):
        page.emulate_media(media="print")
        box = page.locator(name).first.bounding_box()
        assert box
        assert (box["width"], box["height"]) == pytest.approx((WIDTH * 96 / 25.4, HEIGHT * 96 / 25.4), abs=0.1)


def test_from_disk_one_prints_only_what_one_asks_for(visit: Visiting, on_disk: Site) -> None:
    page = visit(on_disk, SETS["of an element"][0]).page
    page.evaluate("window.print = () => {}; 0")
    for button, count in (("Print de kaarten", 4), ("Alleen de voorkanten", 2), ("Print het deelnemersblad", 1)):
        page.get_by_role("button", name=button).click()
        assert len(printed(page)) == count, button


def test_without_a_choice_and_without_scripts_paper_has_every_question(visit: Visiting, online: Site) -> None:
    """Nobody gets an empty sheet: the list is one to tick on paper."""
    text = " ".join(sheet.text for sheet in printed(visit(online, "gesprekskaarten/", javascript=False).page))
    assert "Wat is voor ons goede begeleiding?" in text
    assert "Wat ik ga doen" not in text
