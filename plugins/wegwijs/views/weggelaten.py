"""Weggelaten: a kind page at the address of what was left out of this edition because of a fault. Links and codes keep leading here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from wegwijs.catalogue import CONTENT
from wegwijs.views.context import Context
from wegwijs.views.data import Link
from wegwijs.views.page import SitePage
from wegwijs.words import t


@dataclass(frozen=True)
class AbsentView:
    """What the page prints."""

    title: str
    summary: str
    section: Link | None


def pages(context: Context) -> Iterator[SitePage]:
    """A page for each."""
    for path, title in context.catalogue.absent.items():
        yield SitePage(
            path, title, t("weggelaten.samenvatting"), "", "weggelaten.html", partial(_view, context, path, title)
        )


def _view(context: Context, path: str, title: str, _html: str) -> AbsentView:
    section = context.catalogue.by_path.get(f"{CONTENT}/{path.rpartition('/')[0]}/index.md")
    link = Link(section.title, context.address(section.site_path)) if section else None
    return AbsentView(title, t("weggelaten.samenvatting"), link)
