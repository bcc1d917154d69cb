"""Delen: what a reader needs to pass a page on: the lasting address, a mail, a text for a newsletter, a frame, and a QR code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import quote

from wegwijs.addresses import of_frame, of_single, url_of
from wegwijs.catalogue import Page
from wegwijs.qr import QrCode
from wegwijs.views import formats
from wegwijs.views.context import Context
from wegwijs.views.page import SitePage
from wegwijs.words import t

FRAME = '<iframe src="{address}" title="{title}" width="100%" height="320" loading="lazy"></iframe>'
"""What somebody else puts in a page of their own. It goes by code, so it keeps working when the page moves."""


@dataclass(frozen=True)
class ShareView:
    """One page, ready to be passed on."""

    title: str
    sentence: str
    address: str
    """The lasting address, complete, as it stands online; also in a copy on disk."""
    short: str
    code: str
    frame: str
    """The HTML of a frame; empty for a page without a code."""
    dated: str
    """`Tekst van 21 november 2026`; empty for a page without a date."""
    single: str
    """The page as one file: its address below the root; empty when there is none."""
    has_single: bool
    """Whether this edition offers that file."""
    draw: Callable[[str], QrCode] = field(repr=False, compare=False)

    @cached_property
    def qr(self) -> QrCode:
        """The code that leads to the address; drawn when a template asks for it."""
        return self.draw(self.address)

    @property
    def mail(self) -> str:
        """A mail that is already written."""
        body = f"{self.sentence}\n\n{self.address}\n".lstrip()
        return f"mailto:?subject={quote(self.title, safe='')}&body={quote(body, safe='')}"

    @property
    def newsletter(self) -> str:
        """Title, sentence, link."""
        return "\n".join(line for line in (self.title, self.sentence, self.address) if line)


def share_of(context: Context, page: SitePage) -> ShareView | None:
    """What can be shared of a page; None when nobody knows yet where the site stands on the web."""
    if not context.site_url:
        return None
    code = context.codes.get(url_of(page.path), "")
    address = context.permalink(code, page.path)
    return ShareView(
        title=page.title,
        sentence=page.description,
        address=address,
        short=context.short(address),
        code=code,
        frame=_frame(context, code, page.title) if code else "",
        dated=_dated(context, page),
        single=_single(context, page),
        has_single=context.edition.has_singles,
        draw=context.qr.of,
    )


def _frame(context: Context, code: str, title: str) -> str:
    plain = title.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    return FRAME.format(address=f"{context.site_url}{url_of(of_frame(code))}", title=plain)


def _single(context: Context, page: SitePage) -> str:
    written = context.by_site_path.get(page.path)
    return of_single(written.slug) if written and is_single(written) else ""


def is_single(page: Page) -> bool:
    """Whether a page can be had as one file, for places where a folder of pages does not open. A new kind is a row in SINGLES."""
    return page.kind.id in SINGLES and not (page.is_item and page.item.status == "ingetrokken")


SINGLES = frozenset({"instrument", "coalitie", "publicatie", "training", "werkblad", "verzameling"})


def _dated(context: Context, page: SitePage) -> str:
    written = context.by_site_path.get(page.path)
    if written is None or not written.is_item:
        return ""
    return t("papier.versie_van", dag=formats.day(written.item.bijgewerkt or written.item.gepubliceerd))
