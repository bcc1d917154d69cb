"""Zonder internet: what stands on the page about working without the internet besides its text: the zip, or which copy this is."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from wegwijs.catalogue import Page
from wegwijs.views import formats
from wegwijs.views.context import Context
from wegwijs.views.data import Link
from wegwijs.words import t

PATH = "over/zonder-internet.md"


@dataclass(frozen=True)
class Download:
    """The zip."""

    url: str
    name: str
    size: str
    day: str
    sha256: str


@dataclass(frozen=True)
class OfflineView:
    """What the page prints."""

    title: str
    summary: str
    text: Markup
    download: Download | None
    this_copy: str
    """What is said when the reader has the copy in hand; empty on the site."""
    newest: str
    """Where the newest copy is, complete; empty when nobody knows."""


def offline_view(context: Context, page: Page, html: str) -> OfflineView:
    """The text of the editors with the facts of this edition."""
    edition = context.edition
    return OfflineView(
        title=page.title,
        summary=getattr(page.meta, "samenvatting", None) or "",
        text=Markup(html),  # noqa: S704 - sanitised HTML
        download=download_of(context),
        this_copy=t("kopie.deze", dag=day_of(context)) if edition.is_copy else "",
        newest=context.online(PATH) if edition.is_copy and context.site_url else "",
    )


def download_of(context: Context) -> Download | None:
    """The zip that this edition offers."""
    copy = context.edition.copy
    return Download(copy.url, copy.name, formats.size(copy.bytes), day_of(context), copy.sha256) if copy else None


def day_of(context: Context) -> str:
    """`21 november 2026`; a word when nobody knows."""
    day = context.edition.day
    return formats.day(day) if day else t("kopie.onbekend")


def offline_link(context: Context) -> Link | None:
    """The zip as a button."""
    found = download_of(context)
    return Link(t("kopie.knop", grootte=found.size), found.url) if found else None
