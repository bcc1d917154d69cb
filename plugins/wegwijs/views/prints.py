"""Prints: which sheets to print the site makes of an item itself, so that its page can lead to them."""

from __future__ import annotations

from collections.abc import Collection

from wegwijs.addresses import SHEETS, of_sheet
from wegwijs.catalogue import Page
from wegwijs.documents import Instrument
from wegwijs.views import data
from wegwijs.views.context import Context
from wegwijs.words import t


def has_sheets(page: Page) -> bool:
    """Whether there is a programme to make sheets of, and a code to put them at."""
    item = page.meta
    return isinstance(item, Instrument) and bool(item.stappen and item.code) and item.status != "ingetrokken"


def prints_of(context: Context, page: Page, written: Collection[str]) -> tuple[data.Link, ...]:
    """The sheets of an item; one that the editors wrote by hand (`written` has their sorts) takes the place of ours."""
    if not has_sheets(page):
        return ()
    made = ((t(f"blad.{sheet}"), of_sheet(page.item.code or "", sheet)) for sheet in SHEETS)
    return tuple(data.Link(title, context.address(path)) for title, path in made if title not in written)
