"""Tijdlijn: the coalities over the years, with what each yielded, made from their periods."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wegwijs.addresses import TIMELINE
from wegwijs.catalogue import Page
from wegwijs.documents import Coalitie
from wegwijs.views.context import Context
from wegwijs.views.data import Link
from wegwijs.views.page import SitePage
from wegwijs.words import t


@dataclass(frozen=True)
class Stretch:
    """One coalitie or werkgroep: its years as words, its question, and what came of it."""

    link: Link
    kind: str
    years: str
    question: str
    products: tuple[Link, ...]


@dataclass(frozen=True)
class TimelineView:
    """The years, the latest first, each with what began in it."""

    title: str
    summary: str
    years: tuple[tuple[int, tuple[Stretch, ...]], ...]


def pages(context: Context) -> Iterable[SitePage]:
    """The page, when there are coalities."""
    if context.catalogue.of_kind("coalitie"):
        view = timeline_view(context)
        yield SitePage(TIMELINE, view.title, view.summary, "", "tijdlijn.html", lambda _html: view)


def timeline_view(context: Context) -> TimelineView:
    """Each coalitie stands in the year it began; within a year by title."""
    years: dict[int, list[Stretch]] = {}
    for page in context.catalogue.of_kind("coalitie"):
        meta = page.meta
        if isinstance(meta, Coalitie) and meta.status != "ingetrokken":
            years.setdefault(meta.periode.van, []).append(_stretch(context, page, meta))
    rows = tuple((year, tuple(years[year])) for year in sorted(years, reverse=True))
    return TimelineView(t("tijdlijn.titel"), t("tijdlijn.samenvatting"), rows)


def _stretch(context: Context, page: Page, meta: Coalitie) -> Stretch:
    until = t("feit.nu") if meta.periode.tot is None else str(meta.periode.tot)
    years = until if until == str(meta.periode.van) else f"{meta.periode.van}–{until}"
    products = tuple(link for slug in meta.producten if (link := context.item_link(slug)))
    link = Link(page.title, context.address(page.site_path))
    return Stretch(link, t(f"soort_item.{meta.vorm}.een"), years, meta.vraag, products)
