"""Korte codes: the small pages behind short codes and earlier addresses, and what is said of things that are gone.

There are more of these than of all other pages together, so they are not rendered through Markdown but straight from small templates.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

import wegwijs
from wegwijs.addresses import of_code, relative
from wegwijs.catalogue import CONTENT, Page
from wegwijs.ledger.holders import successors
from wegwijs.ledger.rows import Row
from wegwijs.policy import content_security_policy
from wegwijs.templates import Templates
from wegwijs.views import data
from wegwijs.views.context import Context
from wegwijs.views.page import SitePage
from wegwijs.views.voorbeeld import Preview, preview_at
from wegwijs.words import t

TEMPLATES = Path(wegwijs.__file__).parent / "theme"
HOME = "index.md"


@dataclass(frozen=True)
class LeadView:
    """A page that leads on."""

    title: str
    url: str
    """Where to, relative to the page itself."""
    canonical: str
    root: str
    """The first page of the site, relative to the page itself."""
    site_title: str
    preview: Preview | None
    """What somebody sees who gets the link in a message: most of those programs do not follow it."""


@dataclass(frozen=True)
class WithdrawnView:
    """What is said about something that is gone. Old links and QR codes keep leading here."""

    title: str
    summary: str
    kind_title: str
    reason: str
    successor: data.Card | None
    successor_link: data.Link | None
    """When what came in its place is no item."""
    section: data.Link | None
    text: Markup
    """The last version, when there is one."""
    code: str


def files(context: Context) -> Mapping[str, bytes]:
    """The page of each code, and one on each earlier address; by path below the site root."""
    register = context.register
    leads = _Leads(context)
    made = {}
    for code, target in register.routes.codes.items():
        path = of_code(code)
        made[file_of(context, path)] = leads.render(path, target)
    for address, target in register.routes.addresses.items():
        path = _page_path(address)
        made[file_of(context, path)] = leads.render(path, target)
    return made


def pages(context: Context) -> Iterator[SitePage]:
    """A page for everything whose file is gone and about which the ledger says what became of it."""
    for address, row in context.register.routes.tombs.items():
        yield SitePage(
            _page_path(address),
            row.title or t("ingetrokken.zonder_titel"),
            t("ingetrokken.samenvatting"),
            "",
            "ingetrokken.html",
            partial(_gone_view, context, row),
        )


def withdrawn_view(context: Context, page: Page, html: str) -> WithdrawnView:
    """The page of an item that was withdrawn and of which the last version is still there."""
    found = next(iter(successors(context.catalogue, page)), None)
    return WithdrawnView(
        title=page.title,
        summary=page.item.samenvatting,
        kind_title=t(f"soort_item.{page.kind.id}.een"),
        reason=page.item.reden_ingetrokken or "",
        successor=context.card(found) if found else None,
        successor_link=None,
        section=_section(context, page.site_path),
        text=Markup(html),  # noqa: S704 - sanitised HTML
        code=page.item.code or "",
    )


def _gone_view(context: Context, row: Row, _html: str) -> WithdrawnView:
    routes = context.register.routes
    address = routes.codes.get(row.successor) or routes.addresses.get(row.successor) or row.successor
    path = _path_of(context, address)
    page = context.by_site_path.get(path)
    is_item = bool(page and page.is_item)
    return WithdrawnView(
        title=row.title or t("ingetrokken.zonder_titel"),
        summary="",
        kind_title="",
        reason=row.reason,
        successor=context.card(page) if page and is_item else None,
        successor_link=None if is_item or not path else data.Link(title_of(context, address), context.address(path)),
        section=_section(context, _page_path(row.address)),
        text=Markup(),
        code=row.code,
    )


def _section(context: Context, site_path: str) -> data.Link | None:
    """The first page of the section that something stood in."""
    page = context.catalogue.by_path.get(f"{CONTENT}/{site_path.rpartition('/')[0]}/index.md")
    return data.Link(page.title, context.address(page.site_path)) if page else None


def _path_of(context: Context, address: str) -> str:
    """The Markdown file of a page, or of a tombstone; empty for an address where nothing is."""
    register = context.register
    return register.pages.get(address, "") or (_page_path(address) if address in register.routes.tombs else "")


def title_of(context: Context, address: str) -> str:
    """What readers call the page at an address; the name of the site for a page that the build makes."""
    register = context.register
    page = context.by_site_path.get(register.pages.get(address, ""))
    if page:
        return page.title
    code = register.ledger.owners.get(address, "")
    if code in register.present:
        return register.present[code].title
    return register.routes.tombs[address].title if address in register.routes.tombs else context.site_title


def _page_path(address: str) -> str:
    """The Markdown file that would have this address; on disk an earlier address becomes a file with its name."""
    return f"{address.rstrip('/')}.md"


def file_of(context: Context, site_path: str) -> str:
    """Where the page is written."""
    url = context.address(site_path)
    return f"{url}index.html" if url.endswith("/") else url


class _Leads:
    """Renders pages that lead on."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.loose = Loose(context, "doorverwijzing.html")
        self.home = context.address(HOME).removeprefix("./")

    def render(self, site_path: str, target: str) -> bytes:
        context = self.context
        here = context.address(site_path)
        path = _path_of(context, target) or HOME
        view = LeadView(
            title=title_of(context, target),
            url=relative(context.address(path), here),
            canonical=f"{context.site_url}{target}" if context.site_url and not context.edition.is_copy else "",
            root=up_from(here) + self.home,
            site_title=context.site_title,
            preview=preview_at(context, path, title_of(context, target)),
        )
        return self.loose.render(view, here)


class Loose:
    """A template of the theme, for small pages that MkDocs does not render. They have no scripts of their own, so one policy is for all."""

    def __init__(self, context: Context, name: str) -> None:
        self.template = _templates(context).get_template(name)
        self.policy = content_security_policy("") if context.has_policy else ""

    def render(self, view: object, here: str) -> bytes:
        """The page at an address, as bytes."""
        html: str = self.template.render(view=view, assets=f"{up_from(here)}assets", policy=self.policy)
        return html.encode("utf-8")


@lru_cache(maxsize=2)
def _templates(_context: Context) -> Templates:
    """Read once for each making of the site: the preview follows the theme."""
    return Templates(Environment(loader=FileSystemLoader(TEMPLATES), trim_blocks=True, lstrip_blocks=True))  # noqa: S701 - they escape


def up_from(here: str) -> str:
    """The root of the site as seen from an address: `../../`."""
    return "../" * here.count("/")
