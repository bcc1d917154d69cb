"""Beelden: the pictures of the site itself in its manual: what each shows, and where it stands. A new one is a row in BEELDEN.

The build takes them of the pages it just made (`wegwijs build --beelden`); without them the manual is complete too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from wegwijs.addresses import FORM, of_form, of_help
from wegwijs.catalogue import Page
from wegwijs.views.context import Context
from wegwijs.words import t

FOLDER = "assets/beelden"
WIDTH, HEIGHT = 520, 480
"""Of every picture, in pixels: narrow, so that words on it can be read when it stands beside others or on a telephone."""
_HEADING = re.compile(r'(?=<h[23] id="([^"]*)")')


@dataclass(frozen=True)
class Beeld:
    """A picture: where it stands, which page it shows, in what state, and from where."""

    name: str
    at: str
    """The page of the manual."""
    under: str
    """The heading there, by its id; the picture stands at the end of what is under it."""
    opens: str
    """The page that it shows."""
    begin: str
    """What stands at the top of the picture: a selector."""
    state: str = ""
    """What follows the address of that page."""
    typed: tuple[tuple[str, str], ...] = ()
    """What is filled in first, by selector."""

    @property
    def file(self) -> str:
        """Where it is, below the site root."""
        return f"{FOLDER}/{self.name}.png"

    @property
    def script(self) -> str:
        """Fills in what is typed, as a person would, and gives how far from the top of the page the picture begins."""
        return f"({_SCRIPT})({json.dumps([list(row) for row in self.typed])}, {json.dumps(self.begin)})"


_SCRIPT = """async (typed, begin) => {
  for (const [selector, text] of typed) {
    const field = document.querySelector(selector);
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("focusout", { bubbles: true }));
  }
  await new Promise((done) => setTimeout(done, typed.length ? 500 : 50));
  const shown = [...document.querySelectorAll(begin)].find((each) => each.getClientRects().length);
  return shown.getBoundingClientRect().top + window.scrollY;
}"""

MANUAL = "bijdragen/index.md"
ITEM = "peerreview"
"""The item with which the form is shown as it is when somebody filled it in."""
_UNDER = "met-het-formulier"
_FORM = of_form("instrument")

BEELDEN = (
    Beeld("kiezen", MANUAL, _UNDER, FORM, "#wat"),
    Beeld("invullen", MANUAL, _UNDER, _FORM, "[data-stap=begin] [data-plaats]", typed=(("#titel", "Test 1"),)),
    Beeld("nakijken", MANUAL, _UNDER, _FORM, "[data-stap=nakijken] [data-plaats]", f"?item={ITEM}#stap-nakijken"),
    Beeld("insturen", MANUAL, _UNDER, _FORM, "[data-stap=insturen] fieldset", f"?item={ITEM}#stap-insturen"),
    Beeld("verbeteren", MANUAL, "iets-verbeteren", f"instruments/{ITEM}.md", ".about"),
    Beeld("melding", MANUAL, "in-de-bestanden-zelf", of_help("K012"), "h1"),
)


@dataclass(frozen=True)
class Picture:
    """A picture as the page prints it."""

    url: str
    alt: str
    caption: str
    width: int = WIDTH
    height: int = HEIGHT


@dataclass(frozen=True)
class Piece:
    """A stretch of the text with the pictures after it."""

    text: Markup
    pictures: tuple[Picture, ...]


@dataclass(frozen=True)
class ManualView:
    """A page of the manual with pictures."""

    title: str
    summary: str
    pieces: tuple[Piece, ...]


def beelden_of(context: Context, page: Page) -> tuple[Beeld, ...]:
    """The pictures on a page, as far as this site has what they show."""
    if not context.has_pictures:
        return ()
    has_item = ITEM in context.catalogue.items
    return tuple(row for row in BEELDEN if row.at == page.site_path and (has_item or ITEM not in row.opens + row.state))


def manual_view(page: Page, rows: tuple[Beeld, ...], html: str) -> ManualView:
    """The text with its pictures. A picture whose heading is gone is left out."""
    summary = getattr(page.meta, "samenvatting", None) or ""
    return ManualView(page.title, summary, tuple(_pieces(rows, html)))


def _pieces(rows: tuple[Beeld, ...], html: str) -> Iterator[Piece]:
    # The pieces are: text, then (id, text that begins with its heading) for each heading.
    first, *rest = _HEADING.split(html)
    yield Piece(Markup(first), ())  # noqa: S704 - sanitised HTML
    for id, text in zip(rest[::2], rest[1::2], strict=True):
        found = tuple(_picture(row) for row in rows if row.under == id)
        yield Piece(Markup(text), found)  # noqa: S704 - sanitised HTML


def _picture(row: Beeld) -> Picture:
    return Picture(row.file, t(f"beelden.{row.name}.alt"), t(f"beelden.{row.name}.bij"))
