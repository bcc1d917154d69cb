"""Groei: the shelf of what is in development, apart from what one can rely on, with what help each thing asks for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wegwijs.addresses import GROWING
from wegwijs.catalogue import Page
from wegwijs.views.context import Context
from wegwijs.views.data import Card, Link
from wegwijs.views.page import SitePage
from wegwijs.views.shelf import item_kinds
from wegwijs.words import plural, t

STATUS = "in-ontwikkeling"
CONTRIBUTE = "bijdragen/index.md"
STEPS = ("een", "twee", "drie")


@dataclass(frozen=True)
class Growing:
    """Something that is not finished: its card, what help it asks for, and who looks after it."""

    card: Card
    asked: str
    keeper: str


@dataclass(frozen=True)
class GrowingView:
    """The shelf."""

    title: str
    summary: str
    items: tuple[Growing, ...]
    steps: tuple[str, ...]
    contribute: Link | None


def pages(context: Context) -> Iterable[SitePage]:
    """The page, also when the shelf is empty: then it invites."""
    if context.catalogue.items:
        yield SitePage(
            GROWING,
            t("groei.titel"),
            t("groei.samenvatting"),
            "",
            "in-ontwikkeling.html",
            lambda _html: growing_view(context),
        )


def growing(context: Context) -> tuple[Page, ...]:
    """Everything in development, instruments first, then by title."""
    pages = (page for kind in item_kinds() for page in context.catalogue.of_kind(kind.id))
    return tuple(page for page in pages if page.item.status == STATUS)


def growing_view(context: Context) -> GrowingView:
    """The page."""
    return GrowingView(
        title=t("groei.titel"),
        summary=t("groei.samenvatting"),
        items=tuple(
            Growing(
                context.card(page),
                page.item.hulp_gevraagd or t("groei.gevraagd_anders"),
                t("groei.beheerder", naam=page.item.beheerder),
            )
            for page in growing(context)
        ),
        steps=tuple(t(f"groei.stappen.{step}") for step in STEPS),
        contribute=context.page_link(CONTRIBUTE, t("groei.doe_mee")),
    )


def invitation(context: Context) -> Link | None:
    """From the page of all instruments to this shelf; None when nothing is in development."""
    count = len(growing(context))
    return Link(plural("groei.naar", count), context.address(GROWING)) if count else None
